"""The words that introduce speech; the lists are in ``cues.toml``."""

from bot.analysis.lexicon import read_words
from bot.language import grammar
from bot.language.tokens import Token

_WORDS = read_words(__package__, "cues.toml")

SPEECH = _WORDS["speech"]
THOUGHT = _WORDS["thought"]
BESIDE_QUOTE = SPEECH | THOUGHT | _WORDS["beside_quote"]
NOMINAL = _WORDS["nominal"]
NAMING = _WORDS["naming"]


def is_speech(token: Token) -> bool:
    """True for a verb of saying used as a predicate."""
    return _is_verb(token) and token.lemma_.lower() in SPEECH


def is_beside_quote(token: Token) -> bool:
    """True for a verb that may introduce a quotation next to it."""
    return _is_verb(token) and token.lemma_.lower() in BESIDE_QUOTE


def _is_verb(token: Token) -> bool:
    """True for a verb; "point" speaks only with its "out"."""
    if token.pos_ not in ("VERB", "AUX") or token.tag_ == "MD":
        return False
    return token.lemma_ != "point" or any(child.lower_ == "out" for child in grammar.dependents(token))
