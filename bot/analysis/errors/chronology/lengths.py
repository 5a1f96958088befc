"""Lengths in months and years that something is said to have lasted, and the dates between which it did."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bot.analysis.errors.chronology.distances import counted
from bot.analysis.errors.chronology.events import Event, dated_events
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.writing import story_day
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_LONG = re.compile(
    r"(?<![\w–-])(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?|(?:an?|one|two|three|four|five|six) and a half)[- ]"
    r"(?P<unit>year|month|decade)s?(?![\w’'])(?!-old| old\b| ago\b| later\b| earlier\b| before\b| after\b| younger\b"
    r"| older\b| of age| from now)"
)
_NOT_OF_THESE = re.compile(
    r"\b(?:next|coming|first|last|past|previous|every|each|another|further|other|more|least|within|in|by|aged) $"
)
"""Words before a length that is of another stretch: "in the next five years", "another two years", "within a year"."""
_HEDGE = re.compile(r"\b(?:than|over|almost|nearly|about|around|some|roughly|under|barely|at least|up to) $")
_DAYS = {"month": 30.44, "year": 365.25, "decade": 3652.5}
_SLACK = {"month": 35.0, "year": 366.0, "decade": 1100.0}
_SET = word_set(
    "contract deal lease sentence term plan programme program ban loan agreement mortgage bond licence license permit"
    " warranty guarantee pact visa note bill bailout budget strategy target deadline suspension moratorium patent"
)
"""What is set to last so long, and may end before."""
_SETS = word_set("jail sentence imprison ban suspend extend give disqualify bar sign hire contract license age")
_LASTS = word_set("take last spend endure need require go run serve stand drag")
"""Verbs that tell how long what another sentence dates went on."""
_BEGINS = word_set(
    "begin start open launch commence found establish join enter arrest detain jail imprison close shut appoint elect"
    " break_out capture hire lay"
)
_ENDS = word_set(
    "end finish complete conclude open inaugurate unveil reopen free release leave retire resign return deliver"
    " acquit convict sign close stop fall"
)
_NEWS = word_set("open inaugurate unveil complete finish reopen conclude end free release")
_LEAD = 600
_REACH = 2


@dataclass(frozen=True, slots=True)
class Length:
    """``text[start:end]`` says how long something lasted, in ``days``, more or less."""

    start: int
    end: int
    days: float
    slack: float

    def fits(self, one: Moment, other: Moment) -> bool:
        """True when it is the time between two moments."""
        early, late = sorted((one, other), key=lambda moment: moment.first)
        least, most = late.first - early.last, late.last - early.first
        return least - self.slack <= self.days <= most + self.slack

    def is_part(self, one: Moment, other: Moment) -> bool:
        """True when it is less than the time between two moments, and may be of a part of it."""
        early, late = sorted((one, other), key=lambda moment: moment.first)
        return self.days < late.first - early.last


def unfit_lengths(copy: Copy) -> Iterator[tuple[Length, Moment, Moment]]:
    """Each length that the two dates told with it do not give, with the two."""
    for match in find_all(_LONG, copy.text):
        count = counted(match["count"])
        if count is None or count <= 1 or copy.is_quoted(match.start()):
            continue
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        before = copy.text[max(0, match.start() - 12) : match.start()]
        if span is None or _NOT_OF_THESE.search(before) or is_set(span):
            continue
        hedge = 0.2 if _HEDGE.search(before) else 0.0
        days = count * _DAYS[match["unit"]]
        length = Length(*match.span(), days, _SLACK[match["unit"]] + hedge * days)
        ends = _in_sentence(copy, span) or _told_near(copy, span)
        if ends is None or (length.is_part(*ends) and not _is_stretch(copy, length, ends)):
            continue
        if not _is_explained(copy, length, ends):
            yield length, *ends


def is_set(span: DocSpan) -> bool:
    """True for what is set to last so long: "a five-year contract", "jailed for ten years"."""
    above = [word for word in span.root.ancestors if word.sent == span.sent][:3]
    return any(word.lemma_.lower() in _SET | _SETS for word in above)


def _in_sentence(copy: Copy, span: DocSpan) -> tuple[Moment, Moment] | None:
    """The beginning and the end in a sentence without another date: "from 1729 until 1744, a gap of 15 years"."""
    first, last = span.sent.start_char, span.sent.end_char
    dated = _dated(copy, first, last)
    if len(dated) != _PAIR:
        return None
    told = [_names(event) for event in copy.once(dated_events) if first <= event.moment.start < last]
    is_told = any(names & _BEGINS for names in told) and any(names & _ENDS for names in told)
    is_other = _OTHER_CLAUSE.search(copy.text, span.end_char, dated[0].start) is not None
    is_range = not is_other and _RANGE.search(copy.text, first, last) is not None
    return (dated[0], dated[1]) if is_told or is_range else None


_PAIR = 2
_RANGE = re.compile(
    r"\b(?:from|between) (?:\w+ ){0,2}\d{4} (?:to|until|till|through|and) (?:\w+ ){0,2}\d{4}\b", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(r"\b(?:which|when|who|that|whose|where)\b")


def _is_stretch(copy: Copy, length: Length, ends: tuple[Moment, Moment]) -> bool:
    """True for a length told right of a stretch: "from 1911 to 1958, some 47 years"."""
    first, last = min(one.start for one in ends), max(one.end for one in ends)
    start, end = min(length.start, first - _FROM), max(length.end, last)
    return _RANGE.search(copy.text, max(0, start), end) is not None and not _OTHER_CLAUSE.search(copy.text, start, end)


_FROM = 25
"""Characters before a date in which "from" stands, with the month or the season."""


def _told_near(copy: Copy, span: DocSpan) -> tuple[Moment, Moment] | None:
    """The beginning and the end that sentences close by date: "took three years to build. Work began in 2012"."""
    verb = _clause(span.root)
    is_told = verb is not None and verb.lemma_.lower() in _LASTS and grammar.modal(verb) is None
    opens = span.start - span.sent.start <= 1
    if not is_told and not opens:
        return None
    doc = copy.body
    first = doc[max(0, span.sent.start - 1)].sent.start_char
    last = doc[min(len(doc) - 1, span.sent.end)].sent.end_char
    if opens and not is_told:
        last = span.sent.start_char
        dated = _dated(copy, first, last)
        return (dated[0], dated[1]) if len(dated) == _PAIR and "from " in copy.text[first:last] else None
    near = [event for event in copy.once(dated_events) if first <= event.moment.start < last and event.moment.dated]
    starts = [event.moment for event in near if _names(event) & _BEGINS]
    ends = [event.moment for event in near if _names(event) & _ENDS and event.moment not in starts[:1]]
    if len(starts) != 1 and not (len(starts) == _PAIR and len(near) == _PAIR):
        return None
    ends = [moment for moment in ends if moment.first > starts[0].first] or _end_of_news(copy)
    return (starts[0], ends[0]) if ends else None


def _clause(word: Token) -> Token | None:
    """The verb that a length belongs to."""
    above = grammar.governor(word)
    while above is not None and above.pos_ not in ("VERB", "AUX"):
        above = grammar.governor(above)
    return above


def _names(event: Event) -> set[str]:
    return {event.what, event.word.lemma_.lower()}


def _end_of_news(copy: Copy) -> list[Moment]:
    """The day of the story, where its lead tells that something opened or ended."""
    written = copy.once(story_day)
    verbs = (token for token in copy.body if token.idx < _LEAD and token.pos_ == "VERB")
    is_over = any(verb.lemma_.lower() in _NEWS and verb.tag_ in ("VBD", "VBN") for verb in verbs)
    if not is_over:
        return []
    if written is not None and written.has_year:
        return [Moment(0, 0, "day", written.day.toordinal(), written.day.toordinal(), dated=True)]
    if copy.year is None:
        return []
    return [Moment(0, 0, "year", date(copy.year, 1, 1).toordinal(), date(copy.year, 12, 31).toordinal(), dated=True)]


def _is_explained(copy: Copy, length: Length, ends: tuple[Moment, Moment]) -> bool:
    """True where a length fits its dates, those near them or the day of writing."""
    near = _dated(copy, length.start - _AROUND, length.end + _AROUND)
    now = copy.once(story_day)
    points = [*ends, *(moment for moment in near if moment not in ends)]
    if now is not None and now.has_year:
        points.append(Moment(0, 0, "day", now.day.toordinal(), now.day.toordinal(), dated=True))
    elif copy.year is not None:
        first, last = date(copy.year, 1, 1), date(copy.year, 12, 31)
        points.append(Moment(0, 0, "year", first.toordinal(), last.toordinal(), dated=True))
    return any(length.fits(one, other) for one, other in combinations(points, 2))


_AROUND = 400
"""Characters around a length within which other dates may explain it."""


def _dated(copy: Copy, start: int, end: int) -> list[Moment]:
    """The moments of a stretch that state their year, outside quotations."""
    starts = [moment.start for moment in copy.moments]
    inside = copy.moments[bisect_left(starts, start) : bisect_left(starts, end)]
    return [moment for moment in inside if moment.dated and not copy.is_quoted(moment.start)]
