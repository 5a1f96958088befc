"""Tokens as the Universal Dependencies English treebanks cut them, so that the model sees what it learnt from.

Everything is non-destructive: white space becomes a token's trailing space or a space token, and
the text of the document is the text that was given.
"""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Prefixes that English treebanks leave joined to their hyphen ("co-starring", "non-lethal").
_JOINED = re.compile(
    r"(?:(?:anti|co|counter|de|e|ex|extra|inter|intra|mega|micro|mid|mini|mis|multi|non|over|post|pre|pro|quasi|re|"
    r"semi|sub|super|trans|ultra|un|under|vice)-[a-z]+|wi-fi|sci-fi|hi-tech)$",
    re.IGNORECASE,
)
_RUNS = [r"[!?]{2,}", r"\*{2,}", r"_{2,}", r"={2,}", r"-{2,}", r"~{2,}", r"#{2,}", r"\${2,}", r"<{2,}", r">{2,}"]
_MAGNITUDES = r"(?<=[0-9])(?:bn|tn|mn|trn)"
_RANGES = [r"(?<=[0-9])[–—-](?=[0-9]*[£$€])", r"(?<=[0-9])[–—](?=[0-9])"]
_ADDRESSED = [r'(?<=\w)["”](?=<)', r'(?<=["”])<(?=\w)']
"""Between a sender's name in quotation marks and an address in angle brackets that follows without a space."""

_ADDRESS = re.compile(r'(?!\S*["”<>])' + URL_PATTERN)
_ABBREVIATIONS = (
    *("Lt.", "Col.", "Capt.", "Sgt.", "Maj.", "Cmdr.", "Pvt.", "Cpl.", "Brig."),
    *("Hon.", "Supt.", "Insp.", "Det.", "Msgr.", "Cllr.", "Atty.", "Ft.", "Sept.", "Nos.", "approx."),
)


LONGEST_STRETCH = 300
"""Characters without white space after which a text is cut, as spaCy's time grows with their square."""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_STRETCH}}}")


class BoundedTokenizer:
    """spaCy's tokenizer, made to read text without white space in linear time."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._inner = tokenizer
        self.vocab = tokenizer.vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of a text; a stretch without white space may be cut where spaCy would not."""
        if not _TOO_LONG.search(text):
            return cast(Doc, self._inner(text))
        cuts = [0, *(match.end() for match in _TOO_LONG.finditer(text)), len(text)]
        tokens = [token for start, end in pairwise(cuts) for token in self._inner(text[start:end])]
        spaces = [bool(token.whitespace_) for token in tokens]
        return Doc(self.vocab, words=[token.text for token in tokens], spaces=spaces)

    def to_disk(self, path: Path | str, **options: Any) -> None:
        """Writes the rules."""
        self._inner.to_disk(path, **options)

    def from_disk(self, path: Path | str, **options: Any) -> "BoundedTokenizer":
        """Reads the rules."""
        self._inner.from_disk(path, **options)
        return self

    def to_bytes(self, **options: Any) -> bytes:
        """The rules as bytes."""
        return cast(bytes, self._inner.to_bytes(**options))

    def from_bytes(self, data: bytes, **options: Any) -> "BoundedTokenizer":
        """Takes the rules from bytes."""
        self._inner.from_bytes(data, **options)
        return self


def adjust_tokenizer(nlp: Language) -> None:
    """Changes the tokenizer of a blank English pipeline in place."""
    tokenizer, defaults = cast(Tokenizer, nlp.tokenizer), nlp.Defaults
    prefixes, suffixes, infixes = defaults.prefixes or (), defaults.suffixes or (), defaults.infixes or ()
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, _MAGNITUDES, *suffixes]).search
    tokenizer.infix_finditer = compile_infix_regex([*_RANGES, *_ADDRESSED, *infixes]).finditer
    tokenizer.token_match = _JOINED.match
    tokenizer.url_match = _ADDRESS.match
    for short in _ABBREVIATIONS:
        tokenizer.add_special_case(short, [{ORTH: short}])
    nlp.tokenizer = BoundedTokenizer(tokenizer)
