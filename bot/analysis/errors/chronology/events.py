"""The events that an article dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.relative import relative_moments
from bot.analysis.errors.chronology.stages import AGENTS, FIRST, NOUNS, is_known
from bot.analysis.errors.copy import Copy
from bot.language import grammar
from bot.language.tokens import Token

_AT = frozenset({"", "in", "on", "at", "during", "early in", "late in", "around", "of"})
_FROM = frozenset({"since", "from", "after", "between"})
_UNTIL = frozenset({"by", "until", "till", "before"})
ENDLESS = 3_000_000
"""A day after all others."""

_PHASES = frozenset({"begin", "start", "follow", "commence", "happen", "occur", "resume", "get_under_way", "open"})
"""Verbs that tell no more of an event than its noun does: "repairs began"."""

_LIGHT = frozenset({"have", "undergo", "make", "begin", "start", "carry", "suffer", "announce", "celebrate", "hold"})
"""Verbs whose object tells what happened: "had an operation"."""

_ANYBODY = frozenset({"he", "she", "it", "they", "who", "which", "that", "both"})


@dataclass(frozen=True, slots=True)
class Event:
    """``what`` happened at a moment; ``whose`` are the words for those in whose life it is, none when it is not said.

    ``actor`` is the one that its subject stands for, where that is known.
    """

    moment: Moment
    word: Token
    what: str
    whose: frozenset[str]
    by_pronoun: bool
    actor: str | None = None


def dated_events(copy: Copy) -> list[Event]:
    """The events that the moments of the body date; a view for :meth:`Copy.once`."""
    return list(events(copy, copy.moments))


def counted_events(copy: Copy) -> list[Event]:
    """Those and the events whose years are counted from others ("four years later"); a view for :meth:`Copy.once`."""
    counted = copy.once(relative_moments)
    if not counted:
        return copy.once(dated_events)
    return list(events(copy, sorted((*copy.moments, *counted), key=lambda moment: moment.start)))


def events(copy: Copy, found: list[Moment]) -> Iterator[Event]:
    """The events that moments date, in text order: those of verbs, and nouns for events."""
    for moment in found:
        span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
        if span is None or copy.is_quoted(moment.start):
            continue
        word = _dated(span.root)
        if word is not None:
            how = grammar.preposition(span.root)
            first = 1 if how in _UNTIL else moment.first
            last = ENDLESS if how in _FROM else moment.last
            yield from _event(copy, replace(moment, first=first, last=last), word)


def _dated(time: Token) -> Token | None:
    """The verb or the noun for an event that a time modifies; through "the spring of 2018" as well."""
    for _ in range(3):
        how = grammar.preposition(time)
        if how not in _AT | _FROM | _UNTIL or _closes(time):
            return None
        above = grammar.governor(time)
        if above is None:
            return None
        relation = grammar.relation(time)
        if above.pos_ == "VERB" and relation.startswith(("obl", "nmod", "advmod")):
            denied = grammar.is_negated(above) and how not in ("until", "till") and not _is_of_founded(above)
            return None if grammar.modal(above) or denied else above
        if above.pos_ == "NOUN" and above.lemma_.lower() in NOUNS and relation.startswith("nmod"):
            return above
        if above.pos_ not in ("NOUN", "PROPN", "NUM") or not relation.startswith(("nmod", "conj", "flat", "compound")):
            return None
        time = above
    return None


def _is_of_founded(verb: Token) -> bool:
    """True for "was founded in 2001 and was not held in 1999": what is denied of a time before takes it for there."""
    above = grammar.governor(verb)
    if above is None or grammar.relation(verb) != "conj":
        return False
    return above.lemma_.lower() in FIRST or any(child.lower_ == "first" for child in above.children)


def _closes(time: Token) -> bool:
    """True for the second of "between May and July"."""
    above = grammar.governor(time) if grammar.relation(time) == "conj" else None
    return above is not None and grammar.preposition(above) == "between"


def _event(copy: Copy, moment: Moment, word: Token) -> Iterator[Event]:
    if word.pos_ == "NOUN":
        yield Event(moment, word, word.lemma_.lower(), frozenset(), by_pronoun=True)
        return
    subject = grammar.subject(word)
    lemma = _lemma(word)
    if subject is not None and subject.pos_ == "NOUN" and subject.lemma_.lower() in NOUNS and lemma in _PHASES:
        yield Event(moment, word, subject.lemma_.lower(), frozenset(), by_pronoun=True)
        return
    if subject is not None and subject.lemma_.lower() in NOUNS and lemma in _LIGHT and grammar.is_passive(word):
        yield Event(moment, word, subject.lemma_.lower(), frozenset(), by_pronoun=True)  # "the election was held"
        return
    objects = grammar.objects(word)
    named = next((noun.lemma_.lower() for noun in objects if noun.lemma_.lower() in NOUNS), None)
    if named is not None and lemma in _LIGHT:
        lemma = named
    if lemma == "rule":
        yield Event(moment, word, lemma, frozenset(), by_pronoun=False)  # on whatever case is told of, whoever rules
        return
    patient = (
        objects[0] if objects and named is None and lemma not in AGENTS and not grammar.is_passive(word) else subject
    )
    people = [noun for noun in (patient,) if noun is not None]
    whose = frozenset(key for noun in people for key in _keys(copy, noun))
    pronoun = bool(people) and all(noun.lower_ in _ANYBODY or noun.pos_ == "PRON" for noun in people)
    actor = copy.actors.of(subject) if subject is not None else None
    yield Event(moment, word, lemma, whose, pronoun, actor.id if actor is not None else None)


def _lemma(verb: Token) -> str:
    """The verb as the table of stages has it, with its particle where that makes it another verb."""
    lemma = _MISREAD.get(verb.lemma_.lower(), verb.lemma_.lower())
    below = {child.lower_ for child in verb.children}
    if lemma == "come" and "force" in {c.lower_ for child in verb.children for c in (child, *child.children)}:
        return "come_into"
    if lemma == "come" and any(child.lower_ == "light" for child in verb.children):
        return "come_to_light"
    if lemma in _HELD and "first" in below and grammar.is_passive(verb):
        return "create"
    if lemma == "take" and {"effect", "office"} & below:
        return "take_effect" if "effect" in below else "take_office"
    return next((name for word in sorted(below) if is_known(name := f"{lemma}_{word}")), lemma)


_HELD = frozenset({"hold", "stage", "run", "award", "celebrate", "contest", "present"})
"""What is done to a thing that comes again, which the first time creates: "was first awarded in 1950"."""

_MISREAD = {"fre": "free"}
"""Lemmas that the language model gets wrong."""


def _keys(copy: Copy, noun: Token) -> Iterator[str]:
    yield noun.text if noun.pos_ == "PROPN" else noun.lemma_.lower()
    actor = copy.actors.of(noun)
    if actor is not None:
        yield actor.id
