"""Tokens as the Universal Dependencies English treebanks cut them, so that the model sees what it learnt from.

Everything is non-destructive: white space becomes a token's trailing space or a space token, and
the text of the document is the text that was given.
"""

import re
from typing import cast

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Prefixes that English treebanks leave joined to their hyphen ("co-starring", "non-lethal").
_JOINED = re.compile(
    r"(?:(?:anti|co|counter|de|e|ex|extra|inter|intra|mega|micro|mid|mini|mis|multi|non|over|post|pre|pro|quasi|re|"
    r"semi|sub|super|trans|ultra|un|under|vice)-[a-z]+|wi-fi|sci-fi|hi-tech)$",
    re.IGNORECASE,
)
_RUNS = [r"[!?]{2,}", r"\*{2,}", r"_{2,}", r"={2,}", r"-{2,}", r"~{2,}", r"#{2,}"]
_MAGNITUDES = r"(?<=[0-9])(?:bn|tn|mn|trn)"
_RANGES = [r"(?<=[0-9])[–—-](?=[0-9]*[£$€])", r"(?<=[0-9])[–—](?=[0-9])"]
_ABBREVIATIONS = (
    *("Lt.", "Col.", "Capt.", "Sgt.", "Maj.", "Cmdr.", "Pvt.", "Cpl.", "Brig."),
    *("Hon.", "Supt.", "Insp.", "Det.", "Msgr.", "Cllr.", "Atty.", "Ft.", "Sept.", "Nos.", "approx."),
)


def adjust_tokenizer(nlp: Language) -> None:
    """Changes the tokenizer of a blank English pipeline in place."""
    tokenizer, defaults = cast(Tokenizer, nlp.tokenizer), nlp.Defaults
    prefixes, suffixes, infixes = defaults.prefixes or (), defaults.suffixes or (), defaults.infixes or ()
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, _MAGNITUDES, *suffixes]).search
    tokenizer.infix_finditer = compile_infix_regex([*_RANGES, *infixes]).finditer
    tokenizer.token_match = _JOINED.match
    for short in _ABBREVIATIONS:
        tokenizer.add_special_case(short, [{ORTH: short}])
