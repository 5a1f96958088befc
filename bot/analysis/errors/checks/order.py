"""Times that are said to lie so far apart, and do not; anniversaries and spans of years."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.anniversaries import anniversaries
from bot.analysis.errors.chronology.distances import UNITS, Distance, counted
from bot.analysis.errors.chronology.events import Event, dated_events
from bot.analysis.errors.chronology.lengths import is_set
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.payments import payments
from bot.analysis.errors.chronology.stages import ENDS, STARTS
from bot.analysis.errors.chronology.terms import told_elsewhere
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_families import same_family
from bot.language import grammar
from bot.language.dates import WEEKDAYS
from bot.language.quantities import number
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_YEAR = r"((?:1[6-9]|20)\d\d)"
_PLAN = re.compile(
    r"\b([a-z]+|\d+)-year\b(?:(?!\b(?:which|who|when|where)\b)[^.;]){0,40}?"
    rf"\b(?:from|between) {_YEAR} (?:to|until|and) {_YEAR}\b"
)
_TURNED = re.compile(
    rf"\bborn in {_YEAR}\b[^.;]{{0,50}}?\b(?:turned|turns|will turn|was|aged) (\d{{1,3}}) in {_YEAR}\b"
)


@check("date.order", "Order of events that cannot be", severity="major", confidence=0.55)
def order(copy: Copy) -> Iterator[Finding]:
    """Distances against the moments they lie between, anniversaries, and spans of years against their ends."""
    text = copy.text
    for match in find_all(_PLAN, text):
        years = number(match.group(1))
        span = int(match.group(3)) - int(match.group(2))
        if years is not None and years not in (span, span + 1) and years < 60:
            yield _finding(copy, match, f"from {match.group(2)} to {match.group(3)} are {span} years")
    for match in find_all(_TURNED, text):
        if abs(int(match.group(3)) - int(match.group(1)) - int(match.group(2))) > 1:
            yield _finding(
                copy, match, f"someone born in {match.group(1)} was not {match.group(2)} in {match.group(3)}"
            )
    dated = copy.once(dated_events)
    yield from _distances(copy, dated)
    yield from _terms(copy, dated)
    yield from anniversaries(copy, dated)
    yield from _records(copy)


def _records(copy: Copy) -> Iterator[Finding]:
    """ "payable on December 5 to shareholders of record on December 21": whoever is paid is on record before."""
    for paid, record in payments(copy):
        if paid.is_before(record):
            place, other = copy.span(record.start, record.end), copy.span(paid.start, paid.end)
            yield Finding(
                place,
                f"Possible wrong date: holders of record on {place.text} cannot be paid before, on {other.text}. "
                "Check the dates.",
                evidence=(other,),
            )


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible wrong date: {message}. Check the dates.")


_REACH = 450
"""Characters before a distance within which the moment that it counts from most likely stands."""

_CLAUSE = re.compile(r" (?:the|a|an|his|her|its|their) [\w’-]+ (?:[a-z]+ed|shut|began|ended|fell|was|were|is|are)\b")
"""A clause behind "a day before", which dates itself: "a day before the window shut"."""

_OF_AGE = re.compile(r" (?:his|her|their|its|what would have been (?:his|her)) [\w-]+ (?:birthday|anniversary)\b")
"""A day that a text dates by the year only: "two days before her 15th birthday"."""

_MOST = 100
"""Moments before and after a distance that may explain it."""

_DATED = re.compile(
    r",? (?:(?:on|in|by|that is|it was) )?(?:the (?:following )?|early |late |a )?$|[^.;,]{0,60}, (?:on|in) (?:the )?$"
)
_ON_WEEKDAY = re.compile(rf" (?:on |the |last |next |this )?({'|'.join(day.title() for day in WEEKDAYS)})(?!s\b)")
_THAN = re.compile(r" than\b")
_AFTER_DATE = re.compile(r",? (?:and )?(?:only |just |exactly )?$")


def _distances(copy: Copy, dated: list[Event]) -> Iterator[Finding]:
    """ "in 1959 … three years later, in 1954"; "on Monday … six nights later, on the Thursday"."""
    starts = [moment.start for moment in copy.moments]
    for distance in copy.distances:
        at = bisect_left(starts, distance.end)
        if _THAN.match(copy.text, distance.end):
            continue
        ahead = _right_before(copy, distance, at) if distance.is_open else None
        what = _counted_from(copy, distance) if ahead is not None else None
        if ahead is not None and what is not None and (told := _dates_of(copy, what, ahead, dated)):
            yield from _from_event(copy, distance, ahead, what, told)
            continue
        if _CLAUSE.match(copy.text, distance.end) or _OF_AGE.match(copy.text, distance.end):
            continue
        ends = _ends(copy, distance, at) if distance.is_open else None
        if ends is not None:
            yield from _between(copy, distance, *ends)
            continue
        if distance.is_open and (weekday := _ON_WEEKDAY.match(copy.text, distance.end)) is not None:
            yield from _from_weekday(copy, distance, ahead, weekday)
            continue
        moment = _dated_by(copy, distance, at)
        if moment is None:
            continue
        around = copy.moments[max(0, at - _MOST) : at + _MOST]
        lenders = [other for other in around if _lends_year(other, moment)]
        lent = ((lender, moment.in_year(lender.year + turned)) for lender in lenders for turned in (0, 1))
        if any(day is not None and _fits(lender, day, distance) for lender, day in lent):
            continue  # "on May 5, 2025, and two weeks later, on May 19"
        others = [m for m in around if m != moment and _is_alike(m, moment)]
        before = [m for m in others if distance.start - _REACH < m.start < distance.start]
        if not before or any(_fits(other, moment, distance) for other in others):
            continue
        if _is_untold(copy, distance, others) if distance.is_open else _is_far(copy, distance, at):
            continue
        start, end = min(distance.start, moment.start), max(distance.end, moment.end)
        last = before[-1]
        words = copy.text[distance.start : distance.end]
        yield Finding(
            copy.span(start, end),
            f"Possible wrong date: {copy.text[moment.start : moment.end]} is not “{words}” counted from "
            f"{copy.text[last.start : last.end]}, or from another date of the text. Check the dates.",
            evidence=(copy.span(last.start, last.end),),
        )


def _from_weekday(copy: Copy, distance: Distance, ahead: Moment | None, weekday: re.Match[str]) -> Iterator[Finding]:
    """ "2 September, seventeen days before Thursday’s vote" against the calendar of the year of the article."""
    if ahead is None or ahead.grain != "day" or distance.unit not in ("day", "week") or distance.hedged:
        return
    year = ahead.year if ahead.dated else copy.year
    if year is None:
        return
    day = date.fromordinal(ahead.first)
    right = WEEKDAYS[(date(year, day.month, day.day).weekday() - round(distance.days)) % 7].title()
    if right != weekday.group(1):
        place = copy.span(ahead.start, weekday.end())
        yield Finding(
            place,
            f"Possible wrong date: counted from {copy.text[ahead.start : ahead.end]} {year} it is a {right}. "
            "Check the days.",
        )


def _ends(copy: Copy, distance: Distance, at: int) -> tuple[Moment, Moment] | None:
    """The two moments of a sentence between which an open distance lies: that of the main thing, and the one from
    which it counts. "on 2 May, four days after the ship ran aground, on 28 April" gives 2 May and 28 April, and
    "Two weeks after the fire, on 11 March, she walked out on 25 March" 25 March and 11 March.
    """
    sent = copy.body.char_span(distance.start, distance.end, alignment_mode="expand")
    if sent is None:
        return None
    start, end = sent.sent.start_char, sent.sent.end_char
    inside = [moment for moment in copy.moments[max(0, at - 3) : at + 3] if start <= moment.start < end]
    before = [moment for moment in inside if moment.end <= distance.start]
    behind = [moment for moment in inside if moment.start >= distance.end]
    if len(before) == 1 and len(behind) == 1 and _AFTER_DATE.fullmatch(copy.text[before[0].end : distance.start]):
        is_other = _GOES_ON.search(copy.text, distance.end, behind[0].start) is not None
        return None if is_other else (before[0], behind[0])
    if not before and len(behind) == 2 and not re.search(r"\w", copy.text[start : distance.start]):
        return behind[1], behind[0]
    return None


_GOES_ON = re.compile(r", (?:and|but|while|where)\b|\bsince $")
"""Words between a distance and a moment that dates something else: "two years after it opened, and … in 2017"."""


def _between(copy: Copy, distance: Distance, late: Moment, early: Moment) -> Iterator[Finding]:
    """A distance against the moments on both its sides."""
    if not (_is_alike(late, early) and _is_fit(late, distance) and _is_fit(early, distance)):
        return
    if _fits(early, late, distance):
        return
    words = copy.text[distance.start : distance.end]
    place, other = copy.span(late.start, late.end), copy.span(early.start, early.end)
    start, end = min(late.start, distance.start), max(early.end, late.end)
    yield Finding(
        copy.span(start, end) if end - start < _LONG else place,
        f"Possible wrong date: {place.text} is not “{words}” {other.text}. Check the dates.",
        evidence=(other,),
    )


def _counted_from(copy: Copy, distance: Distance) -> Token | None:
    """What an open distance counts from: the noun of "the day before the concert", the verb of "before he left"."""
    link = copy.body.char_span(distance.start, distance.end, alignment_mode="expand")
    what = grammar.governor(link[-1]) if link is not None else None
    return what if link is not None and what is not None and what.i >= link.end else None


def _is_untold(copy: Copy, distance: Distance, others: list[Moment]) -> bool:
    """True when no sentence with a date names what is counted from: "three years after she was made a dame"."""
    what = _counted_from(copy, distance)
    if what is None or what.pos_ in ("PRON", "DET"):
        return False
    spans = (copy.body.char_span(other.start, other.end, alignment_mode="expand") for other in others)
    dated = {span.sent.start: span.sent for span in spans if span is not None}
    dated.pop(what.sent.start, None)
    lemma = what.lemma_.lower()
    return not any(
        token.pos_ in _EVENTS and same_family(token.lemma_.lower(), lemma) for sent in dated.values() for token in sent
    )


def _is_far(copy: Copy, distance: Distance, at: int) -> bool:
    """True where an event without a date stands between: "It closed in 1968. A banker bought it. Two years later".

    In "A banker bought it, who died two years later" the sentence has one itself.
    """
    span = copy.body.char_span(distance.start, distance.end, alignment_mode="expand")
    last = next((m for m in reversed(copy.moments[max(0, at - 2) : at]) if m.end <= distance.start), None)
    if last is None or span is None or span.sent.start == 0 or last.start >= span.sent.start_char:
        return False
    if last.end <= span.doc[span.sent.start - 1].sent.start_char:
        return True
    verb = next((word for word in span.root.ancestors if grammar.is_predicate(word)), None)
    return verb is not None and grammar.relation(verb) in ("conj", "acl:relcl") and verb.head.i < verb.i


_EVENTS = ("NOUN", "VERB")


def _dates_of(copy: Copy, what: Token, late: Moment, dated: list[Event]) -> list[Moment]:
    """The dates that the text gives an event by the same noun, or one of somebody by the same verb."""
    if what.pos_ == "VERB":
        return told_elsewhere(copy, what, late, dated)
    return [
        event.moment
        for event in dated
        if event.moment != late and _is_alike(event.moment, late) and what.lemma_.lower() in _told_of(event)
    ]


def _from_event(copy: Copy, distance: Distance, late: Moment, what: Token, told: list[Moment]) -> Iterator[Finding]:
    """ "on Monday, the day before the concert" against the day that the text gives the concert elsewhere."""
    if any(not _is_fit(other, distance) or _fits(other, late, distance) for other in told):
        return
    other = copy.span(told[0].start, told[0].end)
    yield Finding(
        copy.span(late.start, copy.of(what).end),
        f"Possible wrong date: the text dates the {what.text} {other.text}. Check the days.",
        evidence=(other,),
    )


def _told_of(event: Event) -> set[str]:
    """The noun for an event, or the nouns of which its verb tells."""
    nouns = (event.word, grammar.subject(event.word), *grammar.objects(event.word))
    return {noun.lemma_.lower() for noun in nouns if noun is not None and noun.pos_ == "NOUN"}


_LONG = 120
"""Characters of two moments with the distance between them that are marked as a whole."""


def _dated_by(copy: Copy, distance: Distance, at: int) -> Moment | None:
    """The moment that the distance leads to: right behind it, or right before. ``at`` is the number of the next one."""
    behind = copy.moments[at] if at < len(copy.moments) else None
    if behind is not None and _DATED.fullmatch(copy.text[distance.end : min(behind.start, distance.end + _REACH)]):
        return behind if _is_fit(behind, distance) else None
    ahead = _right_before(copy, distance, at)
    return ahead if ahead is not None and _is_fit(ahead, distance) else None


def _right_before(copy: Copy, distance: Distance, at: int) -> Moment | None:
    """The moment that stands right before a distance."""
    ahead = next((m for m in reversed(copy.moments[max(0, at - 2) : at]) if m.end <= distance.start), None)
    if ahead is not None and _AFTER_DATE.fullmatch(copy.text[ahead.end : distance.start]):
        return ahead
    return None


def _is_fit(moment: Moment, distance: Distance) -> bool:
    """True when the moment is told finely enough for the distance."""
    fine = {
        "day": ("day", "weekday"),
        "week": ("day", "weekday", "month"),
        "month": ("day", "month"),
        "year": ("day", "month", "season", "year"),
        "decade": ("day", "month", "season", "year"),
    }
    return moment.grain in fine[distance.unit]


def _lends_year(one: Moment, other: Moment) -> bool:
    """True for a day with a year told before one without."""
    return one.grain == other.grain == "day" and one.dated and not other.dated and one.start < other.start


def _is_alike(one: Moment, other: Moment) -> bool:
    return (one.grain == "weekday") == (other.grain == "weekday") and one.dated == other.dated


def _fits(start: Moment, end: Moment, distance: Distance) -> bool:
    """True when the distance leads from one moment to the other."""
    if start.grain == "weekday":
        return (start.first + round(distance.days) - end.first) % 7 == 0
    slack = {"day": 0.0, "week": 4.0, "month": 32.0, "year": 366.0, "decade": 732.0}[distance.unit]
    if distance.hedged:
        slack += 0.25 * abs(distance.days)
    low, high = end.first - start.last, end.last - start.first
    return low - slack <= distance.days <= high + slack


_TERM = re.compile(
    r"\b(?:[Aa]fter|[Hh]aving (?:spent|served)|[Ff]or|spent|served) "
    r"(?:(?P<hedge>more than|about|almost|nearly|over|under|just|only|some) )?"
    r"(?P<count>an?|one|\d{1,3}|[a-z]+(?:-[a-z]+)?|(?:an?|one|two|three|four|five) and a half)"
    r" (?P<unit>day|week|month|year)s?\b(?! (?:later|ago|earlier|of)\b)"
)
_NEAR = 400
"""Characters between the end of a term and its start."""


def _terms(copy: Copy, dated: list[Event]) -> Iterator[Finding]:
    """ "arrested in March 2023 … After four months in custody he was released in May 2024"."""
    sentences = [event.word.sent.start for event in dated]
    for match in find_all(_TERM, copy.text):
        count = counted(match["count"])
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if count is None or span is None or is_set(span):
            continue
        at = bisect_left(sentences, span.sent.start)
        around = dated[max(0, at - _MOST) : at + _MOST]
        ends = [
            e.moment
            for e in around
            if e.what in ENDS and e.word.sent.start == span.sent.start and not e.whose & {"predecessor", "successor"}
        ]
        until = _until(copy, span)
        ends = [until] if until is not None else ends
        if len(ends) != 1 or ends[0].grain == "weekday":
            continue
        end = ends[0]
        verb = grammar.governor(span.root) if until is not None else None
        term = Distance(*match.span(), count, UNITS[match["unit"]], hedged=match["hedge"] is not None, is_open=False)
        starts = [
            e
            for e in around
            if (e.what in STARTS if verb is None else e.what == verb.lemma_.lower())
            and e.moment.is_before(end)
            and abs(e.moment.start - end.start) < _NEAR
        ]
        fine = [e for e in starts if _is_fit(e.moment, term) and _is_fit(end, term)]
        others = [e.moment for e in around if e.moment != end and _is_alike(e.moment, end)]
        if fine and not any(_fits(other, end, term) for other in others):
            start = fine[-1].moment
            words = copy.text[start.start : start.end], copy.text[end.start : end.end]
            yield Finding(
                copy.span(match.start("count"), match.end()),
                f"Possible miscalculation: {' and '.join(words)} are not {match['count']} {match['unit']}s apart. "
                "Check the dates.",
                evidence=(copy.span(start.start, start.end), copy.span(end.start, end.end)),
            )


_UNTIL = re.compile(r",? until [^.;:,\d]{0,40}$")


def _until(copy: Copy, term: DocSpan) -> Moment | None:
    """The moment to which a term is said to last: "for 48 years, until his death in 2009"."""
    behind = next((moment for moment in copy.moments if moment.start >= term.end_char), None)
    if behind is None or _UNTIL.fullmatch(copy.text[term.end_char : behind.start]) is None:
        return None
    return behind
