"""What sets an incident off at a time of day, and what can only come of it: the call, the first help, the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.chronology.clocks import Clock
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token


def _table(rows: str) -> dict[str, frozenset[str]]:
    """The verbs of a table, each with the words of which one must stand below it; none where it needs none."""
    return {verb: word_set(words) for verb, _, words in (row.strip().partition(":") for row in rows.split(";"))}


_ONSET = _table(
    "crash; collide; derail; capsize; sink; founder; plunge; collapse; explode; detonate; erupt; burst; overturn; "
    "rupture; ignite; hit; strike; ram; slam; smash; topple; fail; happen; occur; begin; start; open: fire game "
    "match race poll shooting; commence; attack; storm; ambush; raid; shoot; stab; bomb; rob; snatch; abduct; "
    "kidnap; seize; hijack; vanish; disappear; flood; breach; veer; swerve; skid; quake; shake; trip; stall; jam; "
    "cave: in; blow: up out apart; give: way; break: out through down apart off; go: off dark down under missing "
    "up; run: aground off into; catch: fire; come: down loose off; leave: road highway track rail runway "
    "carriageway motorway; fall; slide; sound; ring; trigger; enter; force; tear: through; rip: through; sweep: "
    "through; set: off fire; cut: out; lose: power control contact; kick: off; stop: working responding; fire; "
    "drop: out"
)
"""Verbs of what begins an incident or an event, with the words that they need beside them."""

_ONSETS = word_set(
    "crash collision explosion blast earthquake quake tremor attack fire blaze shooting stabbing raid robbery landslide"
    " slide avalanche collapse derailment eruption outage accident fall alarm break-in kick-off start"
)
"""Nouns for such a beginning: "the collision at 6.45pm"."""

_OUTCOME = _table(
    "reach; arrive; come: help firefighter ambulance police rescuer crew medic soldier troop reinforcement; get: "
    "there out; pull: up out free alive from; turn: up; call; phone; telephone; ring: emergency police 999 911 "
    "112; dial; alert; notify; summon; alarm; raise: alarm; make: call arrest report; receive: call report; "
    "rescue; save; free; release; let: go off out; evacuate; escape; surrender; extinguish; put: out; douse; "
    "contain; bring: up out ashore control down safety end; die; pronounce; declare: dead safe over; carry: out "
    "away; recover; airlift; take: hospital; rush; fly: hospital; restore; reopen; resume; end; finish; conclude; "
    "arrest; detain; capture; recapture; catch; lead: out away; walk: out free; emerge; dispatch; scramble; seal: "
    "off; cordon; treat; fre; lift: clear; tow; refloat; win; come_back; find: dead body alive; give: up in; "
    "hand: over; rule: out; stand: down; spot; discover"
)
"""Verbs of what comes of an incident: help, news of it, its end; the parser reads "freed" as "fre" at times."""

_BEGIN = word_set("begin start open commence kick")
_TROUBLE = _ONSETS | word_set(
    "trouble riot disturbance siege shooting fighting brawl fight assault leak flood stand-off standoff unrest violence"
    " clash stampede crush hijack drama emergency incident bombardment shelling burning rockfall failure breakdown"
)
"""What begins as an incident does, and not as a match or a meeting, to which people come before."""
_END = word_set("end finish conclude resume")

_PLANNED = word_set("due set schedule expect plan likely supposed mean")
_EARLIER = re.compile(
    r"\b(?:earlier|before|previous|previously|already|first reported|the day|next|following|yesterday|tomorrow"
    r"|overnight|last (?:night|week|month|year|winter|summer|spring|autumn)|days?|nights?|weeks?"
    r"|another|other|second|by then|again|usual(?:ly)?|every|each"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""Words that may put what a sentence tells before an incident, on another day or into another incident."""
_ROUGH = re.compile(r"\b(?:about|around|before|after|some|nearly|almost|roughly|towards|toward|by) $")
_AT = word_set("at about around after before near")
_STATES = word_set(
    "ashore aboard safe out free over dead home control off away alive clear dry open extinguished accounted done"
)
"""What things have come to by a time: "by 8:30 all were ashore", "under control"."""
_LINKS = word_set("after before since until till while as if unless once because")
_MOST, _MOST_UNSURE, _ROUGHLY, _LEAST = 300, 150, 12, 2
"""Minutes by which an outcome may lie before its incident: more is of the next day, less is no slip."""
_HOPS = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """A time of day with the verb, or the noun for an event, that it is the time of."""

    time: Clock
    word: Token


def too_early(copy: Copy, times: list[Clock]) -> Iterator[tuple[Clock, Clock]]:
    """The times of outcomes that lie before those of all incidents that the body has told, each with the nearest."""
    begun: list[_Told] = []
    for event in (event for time in times if (event := _told(copy, time)) is not None):
        if begun and _is_outcome(event) and all(_is_before(copy, event.time, one.time) for one in begun):
            if all(_is_trouble(one.word) for one in begun) or _finite(event.word).lemma_.lower() in _END:
                yield event.time, begun[-1].time
        elif _is_onset(event.word):
            begun.append(event)


def _told(copy: Copy, time: Clock) -> _Told | None:
    """The event of a time; through "the early hours" and the like as well."""
    span = copy.body.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or copy.is_quoted(time.start):
        return None
    word = span.root
    how = grammar.preposition(word).split()
    if how and how[-1] not in (*_AT, "by"):
        return None
    for _ in range(_HOPS):
        above = grammar.governor(word)
        if above is None:
            return None
        if above.pos_ == "VERB" or above.lemma_.lower() in _ONSETS or _is_state(above):
            return _Told(time, above)
        if above.pos_ not in ("NOUN", "PROPN", "NUM") or grammar.relation(word) == "conj":
            return None
        word = above
    return None


def _is_state(word: Token) -> bool:
    """True for what things were by a time: "ashore", "under control"."""
    return word.lower_ in _STATES and any(cop.tag_ == "VBD" for cop in grammar.related(word, "cop"))


def _is_before(copy: Copy, late: Clock, early: Clock) -> bool:
    """True when what should be the later time lies before the other by so little that both are of one day."""
    turn = min(late.turn, early.turn)
    gap = (early.minutes - late.minutes) % turn
    is_rough = any(_ROUGH.search(copy.text, max(0, time.start - 10), time.start) for time in (late, early))
    most = _MOST if late.turn == early.turn and turn > _MOST * 4 else _MOST_UNSURE
    return (_ROUGHLY if is_rough else _LEAST) < gap <= most


def _is_onset(word: Token) -> bool:
    if word.pos_ != "VERB":
        return not _is_state(word)
    verb = _finite(word)
    return (_has(word, _ONSET) or _has(verb, _ONSET)) and _is_past(verb) and not _is_to_be(verb)


def _is_trouble(word: Token) -> bool:
    """False for the beginning of something that people come to."""
    verb = _finite(word)
    if verb.lemma_.lower() not in _BEGIN:
        return True
    subject = grammar.subject(verb)
    return verb != word or (subject is not None and subject.lemma_.lower() in _TROUBLE)


def _is_outcome(event: _Told) -> bool:
    """True for an outcome told as past, not as what had been so before, in a sentence of its own day."""
    word = event.word
    if _is_state(word):
        return not grammar.is_negated(word) and _EARLIER.search(_around(event)) is None
    verb = _finite(word)
    if word.pos_ != "VERB" or not (_has(word, _OUTCOME) or _has(verb, _OUTCOME)) or grammar.is_negated(verb):
        return False
    if not _is_past(verb) or _is_to_be(verb) or any(aux.lower_ in ("had", "’d", "'d") for aux in _helpers(verb)):
        return False
    if any(mark.lower_ in _LINKS for mark in grammar.related(verb, "mark")):
        return False
    return _EARLIER.search(_around(event)) is None


_SHORTLY = re.compile(r"\b(?:shortly |just )?before $")


def _around(event: _Told) -> str:
    """The sentence of an event without the "before" of its own time: "under control before 6 a.m."."""
    sentence = event.word.sent
    at = max(0, event.time.start - sentence.start_char)
    return _SHORTLY.sub("", sentence.text[:at]) + sentence.text[at:]


def _finite(verb: Token) -> Token:
    """The verb that carries the tense: "managed" of "managed to reach"."""
    above = grammar.governor(verb)
    return above if verb.tag_ == "VB" and grammar.relation(verb) == "xcomp" and above is not None else verb


def _helpers(verb: Token) -> list[Token]:
    return list(grammar.auxiliaries(verb))


def _is_past(verb: Token) -> bool:
    finite = next(iter(_helpers(verb)), verb)
    return finite.tag_ == "VBD" or (finite.tag_ == "VBN" and grammar.relation(finite) == "conj")


def _is_to_be(verb: Token) -> bool:
    """True for what was only planned."""
    above = grammar.governor(verb)
    return verb.lemma_.lower() in _PLANNED or (above is not None and above.lemma_.lower() in _PLANNED)


def _has(verb: Token, table: dict[str, frozenset[str]]) -> bool:
    """True for a verb of a table that has one of the words it needs below it."""
    words = table.get(verb.lemma_.lower())
    if words is None:
        return False
    below = {part for child in verb.children for one in (child, *child.children) for part in (one.lower_, one.lemma_)}
    return not words or bool(words & below)
