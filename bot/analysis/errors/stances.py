"""Where the words of a text stand on axes of which only one end can be true: safe or unsafe, open or shut, won or lost.

The words are in ``stances.toml``. Unlike the verbs of :mod:`bot.analysis.errors.axes` they are of every part of speech
and length, so that "denied bail" speaks of the same as "set free".
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.analysis.errors.axes import is_denied, is_open
from bot.analysis.errors.claims import is_earlier
from bot.language import grammar
from bot.language.tokens import Doc, Token

_PARTS = {"v": ("VERB",), "n": ("NOUN", "PROPN"), "a": ("ADJ", "ADV", "VERB")}
_SKIPPED = frozenset({"DT", "PRP$", "RB", "RP", "JJ"})
_MOST_SKIPPED = 2
_MOST_AT_ONE_PLACE = 8
_NO = frozenset({"no", "not", "never", "without", "neither", "nor", "hardly", "nobody", "n't", "n’t"})
_UNDONE = frozenset(
    {"deny", "lack", "avoid", "refuse", "fail", "escape", "dismiss", "reject", "rule", "prevent", "lift", "end"}
)
_WISHED = frozenset(
    {
        "want",
        "hope",
        "urge",
        "ask",
        "demand",
        "threaten",
        "consider",
        "fear",
        "try",
        "aim",
        "seek",
        "call",
        "promise",
        "expect",
    }
    | {
        "plan",
        "vow",
        "pledge",
        "need",
        "wish",
        "plead",
        "request",
        "propose",
        "attempt",
        "bid",
        "warn",
        "campaign",
        "predict",
    }
)


@dataclass(frozen=True, slots=True)
class Stance:
    """A word or phrase on one end (1 or -1) of an axis. ``clause`` is the head of the clause that it stands in."""

    axis: str
    sign: int
    first: Token
    last: Token
    clause: Token
    is_sure: bool
    """False for what may be, is wished for or was so before."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    axis: str
    sign: int
    words: tuple[str, ...]
    parts: tuple[str, ...] = ()
    preposition: str = ""


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    table = tomllib.loads(files("bot.analysis.errors").joinpath("stances.toml").read_text(encoding="utf-8"))
    found: dict[str, list[_Pattern]] = {}
    for axis, ends in table.items():
        for sign, words in ((1, ends["plus"]), (-1, ends["minus"])):
            for entry in words.split():
                part, colon, rest = entry.partition(":")
                lemmas, _, preposition = (rest if colon else entry).partition("~")
                pattern = _Pattern(axis, sign, tuple(lemmas.split("_")), _PARTS[part] if colon else (), preposition)
                found.setdefault(pattern.words[0], []).append(pattern)
    return found


def stances(doc: Doc) -> list[Stance]:
    """What the words of a parse say on every axis, in text order; of phrases within each other the longest."""
    found: list[Stance] = []
    for stance in sorted(_stances(doc), key=lambda one: (one.first.i, -one.last.i)):
        if not any(one.axis == stance.axis and one.last.i >= stance.first.i for one in found[-_MOST_AT_ONE_PLACE:]):
            found.append(stance)
    return found


def _stances(doc: Doc) -> Iterator[Stance]:
    patterns = _patterns()
    for token in doc:
        for pattern in patterns.get(_lemma(token), ()):
            last = _end(token, pattern)
            if last is not None:
                clause = _clause(token if pattern.parts else last)
                denied = pattern.words[0] not in _NO and _is_undone(token, last)
                yield Stance(
                    pattern.axis, -pattern.sign if denied else pattern.sign, token, last, clause, _is_sure(clause)
                )


def _lemma(token: Token) -> str:
    return "not" if token.lower_ in ("n't", "n’t") else token.lemma_.lower()


def _end(token: Token, pattern: _Pattern) -> Token | None:
    """The last word of a phrase that begins with a token; None when something else follows."""
    if pattern.parts and token.pos_ not in pattern.parts:
        return None
    if pattern.preposition and all(word != pattern.preposition for word, _ in grammar.obliques(token)):
        return None
    at = token
    for word in pattern.words[1:]:
        skipped = 0
        while True:
            if at.i + 1 >= len(at.doc) or at.nbor(1).is_sent_start:
                return None
            at = at.nbor(1)
            if _lemma(at) == word:
                break
            skipped += 1
            if skipped > _MOST_SKIPPED or at.tag_ not in _SKIPPED or at.lower_ in _NO:
                return None
    return at


def _clause(token: Token) -> Token:
    """The head of the clause that a token stands in, itself included."""
    at = token
    while not grammar.is_predicate(at) or at.pos_ == "AUX":
        above = grammar.governor(at)
        if above is None:
            return at
        at = above
    return at


def _is_undone(first: Token, last: Token) -> bool:
    """True when the phrase is negated or governed by a word that undoes it."""
    before = first.doc[max(first.sent.start, first.i - 2) : first.i]
    denied = any(word.lower_ in ("no", "without", "never", "not", "hardly", "n't", "n’t") for word in before)
    head = first if first.pos_ == "VERB" else last
    if head.pos_ == "VERB":
        return is_denied(head) or (denied and not grammar.is_negated(head))
    above = grammar.governor(head)
    if denied:
        return True
    if above is not None and grammar.relation(head) in ("obj", "obl", "xcomp"):
        return is_denied(above) or above.lemma_.lower() in _UNDONE
    return grammar.is_negated(head)


def _is_sure(clause: Token) -> bool:
    if is_open(clause) or any(aux.lower_ in ("would", "ca", "can") for aux in grammar.auxiliaries(clause)):
        return False
    if is_earlier(clause) and grammar.relation(clause) != "ccomp":
        return False
    above = grammar.governor(clause)
    return not (
        above is not None
        and grammar.relation(clause) in ("xcomp", "ccomp", "advcl", "acl")
        and above.lemma_.lower() in _WISHED
    )
