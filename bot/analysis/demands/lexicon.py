"""The trigger lexicon: which words make a demand, and where its parties stand. Read from ``triggers.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from bot.model import Probability, Strength

SUBJECT: Final = "subject"
ActionKind = Literal["infinitive", "that", "gerund", "thing"]

_SHAPE = re.compile(
    r"\A(?:(?P<clause>that HEARER DO|for HEARER to DO)"
    r"|(?:(?P<opens>HEARER|[a-z]+ HEARER) )?(?:(?P<word>[a-z]+) )?(?P<slot>DO|THING)(?: (?P<closes>[a-z]+) HEARER)?)"
    r"(?P<flags>(?: (?:things|own|strict|answered|timed|done|court))*)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What follows a trigger.

    ``hearer`` is None (no slot), "" (the object), ``SUBJECT`` (the subject of the clause) or a
    preposition; ``preposition`` stands before a thing or gerund, "" for none. Flags: ``things``
    wants a noun of doing, ``own`` is an act of the asker ("asked to lease"), ``strict`` wants a
    clause in the subjunctive or with "must" or "should", ``answered`` counts only where someone
    answers ("rejected a proposal to …"), ``timed`` only where a time is given along ("gave Oslo a
    week to …"), ``done`` wants a participle ("wants the fee cut"), ``court`` counts only when a court asks.
    """

    hearer: str | None
    action: ActionKind
    preposition: str
    flags: frozenset[str]

    @classmethod
    def parse(cls, line: str) -> "Pattern":
        """Reads "on HEARER to DO" and its like; ``ValueError`` for a line that makes no pattern."""
        shape = _SHAPE.fullmatch(line)
        if shape is None:
            raise ValueError(f"not a pattern: {line!r}")
        flags = frozenset(shape["flags"].split())
        if shape["clause"]:
            return cls(SUBJECT, "that" if shape["clause"].startswith("that") else "infinitive", "", flags)
        party = shape["opens"] or (f"{shape['closes']} HEARER" if shape["closes"] else None)
        hearer = None if party is None else party.removesuffix("HEARER").strip()
        word = shape["word"] or ""
        if shape["slot"] == "THING":
            return cls(hearer, "thing", word, flags)
        if word in ("to", "that"):
            return cls(hearer, "infinitive" if word == "to" else "that", "", flags)
        return cls(hearer, "gerund", word, flags)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a trigger word makes a demand. ``personal`` frames have people in them whatever the words."""

    pattern: Pattern
    strength: Strength
    certainty: float
    personal: bool


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Entry(_Table):
    lemmas: list[str]
    strength: Strength
    certainty: Probability
    personal: bool = False
    patterns: list[str]


class _Responses(_Table):
    rejected: frozenset[str]
    accepted: frozenset[str]
    withdrawn: frozenset[str]
    particles: dict[str, list[str]]


class _Words(_Table):
    """The word lists that surround the triggers; each is explained in ``triggers.toml``."""

    support: frozenset[str]
    handing: frozenset[str]
    speech: frozenset[str]
    writing: frozenset[str]
    speaking: frozenset[str]
    undoing: frozenset[str]
    acts: frozenset[str]
    never_asked: frozenset[str]
    self_acts: frozenset[str]
    done_to: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    not_people: frozenset[str]
    accusing: frozenset[str]
    never_ask: frozenset[str]
    idle_imperatives: frozenset[str]
    collections: frozenset[str]
    naming: frozenset[str]
    papers: frozenset[str]
    stop: frozenset[str]
    refrain: frozenset[str]


class _File(_Table):
    verbs: list[_Entry]
    nouns: list[_Entry]
    responses: _Responses
    words: _Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon, ready for look-up by lemma."""

    verbs: dict[str, list[Frame]]
    nouns: dict[str, list[Frame]]
    responses: _Responses
    words: _Words


def _by_lemma(entries: list[_Entry]) -> dict[str, list[Frame]]:
    frames: dict[str, list[Frame]] = {}
    for entry in entries:
        made = [Frame(Pattern.parse(line), entry.strength, entry.certainty, entry.personal) for line in entry.patterns]
        for lemma in entry.lemmas:
            frames.setdefault(lemma, []).extend(made)
    return frames


def parse(text: str) -> Lexicon:
    """A lexicon from the text of a ``triggers.toml``; ``ValueError`` where it is wrong."""
    file = _File.model_validate(tomllib.loads(text))
    return Lexicon(_by_lemma(file.verbs), _by_lemma(file.nouns), file.responses, file.words)


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the bot."""
    return parse(files(__package__).joinpath("triggers.toml").read_text(encoding="utf-8"))
