"""Days, clock times and spans that do not follow from one another."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bot.analysis.errors.chronology.stretches import stretches
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language.dates import MONTHS, WEEKDAYS
from bot.language.quantities import number
from bot.model import Span

_DAY = "|".join(day.title() for day in WEEKDAYS)
_MONTH = "|".join(month.title() for month in MONTHS)
_N = r"(?P<n>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_RANGE = re.compile(
    rf"\b(?:from|between) (?:(?:{_DAY}),? )?(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})"
    rf"|(?P<e1>\d{{1,2}})(?: (?P<k1>{_MONTH}))?)(?:,? (?P<y1>\d{{4}}))? "
    rf"(?:to|and|until|till) (?:(?:{_DAY}),? )?(?:(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})"
    rf"|(?P<e2>\d{{1,2}}) (?P<k2>{_MONTH})|(?P<f2>\d{{1,2}}))(?:,? (?P<y2>\d{{4}}))?(?![\d,.]\d| ?%)"
)
_DAY_RANGE = re.compile(rf"\bfrom ({_DAY}) (?:to|until|till|through) ({_DAY})\b")
_LONG = re.compile(rf"\b{_N}[- ]days?\b(?! (?:of|a|per|earlier|later|ago|before|after))")
_MONTH_RANGE = re.compile(rf"\b(?:from|between) ({_MONTH}),? (\d{{4}}) (?:to|and|until) ({_MONTH}),? (\d{{4}})\b")
_CLOCK = r"(\d{1,2})(?:[.:](\d\d))? ?(am|pm|a\.m\.|p\.m\.)"
_CLOCKS = re.compile(rf"\b(?P<how>from|between) {_CLOCK},? (?:to|and|until|till) {_CLOCK}")
_NEAR = 50
"""Characters between a range and the words that say how long it is."""

_CLOCK_TIME = re.compile(rf"(?<![\d.:]){_CLOCK}(?!\w)")
_LASTED = re.compile(
    rf"\b(?:journey|crossing|trip|flight|operation|shift|meeting|session|debate|delay|wait|drive|voyage|search|siege"
    rf"|stand-?off|outage|performance|concert|hearing|walk|climb|lasted|took|lasting|taking)(?: of| [a-z]+ for)?"
    rf" (?:about |almost |nearly |more than |just \w+ )?{_N}(?P<half> and a half)? (?P<unit>hours?|minutes)\b"
)
_HOURS = re.compile(rf"(?<!every )\b{_N}[- ]hours?\b")
_ENTRY = re.compile(
    r"(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?: ?(?P<half>am|pm|a\.m\.|p\.m\.))?(?:\s|:|–|-|$)", re.IGNORECASE
)


@check("date.sequence", "Days or hours that do not follow", severity="major", confidence=0.75)
def sequence(copy: Copy) -> Iterator[Finding]:
    """ "on Tuesday … two days later, on Friday"; "from March 3 to March 9, a ten-day trip"; entries of a live page."""
    yield from _ranges(copy)
    yield from _stretches(copy)
    yield from _clocks(copy)
    yield from _entries(copy)


def _finding(place: Span, message: str, *evidence: Span) -> Finding:
    return Finding(place, f"Possible wrong time: {message}. Check the times.", evidence=evidence)


def _date(year: int, month: str, day: str) -> date | None:
    number_ = [m.title() for m in MONTHS].index(month) + 1
    return date(year, number_, int(day)) if 1 <= int(day) <= monthrange(year, number_)[1] else None


def _ranges(copy: Copy) -> Iterator[Finding]:
    """Ranges of days against "a nine-day strike" in their sentence, and ranges that run backwards."""
    for match in find_all(_RANGE, copy.text):
        g = match.groupdict()
        month2 = g["m2"] or g["k2"] or g["m1"]
        month1 = g["m1"] or g["k1"] or month2
        day1, day2 = g["d1"] or g["e1"], g["d2"] or g["e2"] or g["f2"]
        if not month1 or not month2:
            continue
        year2 = int(g["y2"] or g["y1"] or copy.year or 2023)
        first, last = _date(int(g["y1"] or year2), month1, day1), _date(year2, month2, day2)
        if first is None or last is None:
            continue
        if last < first and not g["y1"] and month1 != month2:
            first = _date(year2 - 1, month1, day1) or first
        if last < first:
            yield _finding(copy.span(*match.span()), "the end lies before the start")
        else:
            yield from _length(copy, match, (last - first).days)
    for match in find_all(_DAY_RANGE, copy.text):
        gap = (WEEKDAYS.index(match.group(2).lower()) - WEEKDAYS.index(match.group(1).lower())) % 7
        yield from _length(copy, match, gap, week=True)
    for match in find_all(_MONTH_RANGE, copy.text):
        months = [m.title() for m in MONTHS]
        start = int(match.group(2)) * 12 + months.index(match.group(1))
        if int(match.group(4)) * 12 + months.index(match.group(3)) < start:
            yield _finding(copy.span(*match.span()), "the end lies before the start")


def _stretches(copy: Copy) -> Iterator[Finding]:
    """ "for six months, from January to October"."""
    for one in stretches(copy.text):
        if not one.fits and not copy.is_quoted(one.start):
            months = (one.least + one.most) / 2
            length = f"about {months:.0f} months" if months < _TWO_YEARS else f"about {months / 12:.0f} years"
            yield _finding(
                copy.span(min(one.start, one.at), max(one.end, one.to)),
                f"“{copy.text[one.start : one.end]}” is {length}",
            )


_TWO_YEARS = 24


def _length(copy: Copy, match: re.Match[str], gap: int, *, week: bool = False) -> Iterator[Finding]:
    low, high = max(0, match.start() - 2 * _NEAR), match.end() + 2 * _NEAR
    start = max(low, *(copy.text.rfind(mark, low, match.start()) + 1 for mark in (". ", "\n", "; ")))
    ends = (copy.text.find(mark, match.end(), high) for mark in (". ", "\n", "; "))
    end = min((at for at in ends if at >= 0), default=high)
    for stretch in ((start, match.start()), (match.end(), end)):
        for said in _LONG.finditer(copy.text, *stretch):
            days = number(said.group("n")) if said.group("n") not in ("a", "an") else None
            near = min(abs(said.start() - match.end()), abs(match.start() - said.end())) < _NEAR
            if days is None or not near or days in (gap, gap + 1, gap - 1) or (week and days > 7):
                continue
            yield _finding(copy.span(*said.span()), f"{match.group()} are {gap + 1} days", copy.span(*match.span()))


def _clock(hour: str, minute: str | None, half: str) -> timedelta:
    return timedelta(hours=int(hour) % 12 + (12 if half.startswith("p") else 0), minutes=int(minute or 0))


def _clocks(copy: Copy) -> Iterator[Finding]:
    """ "from 9am to 5pm, a ten-hour shift"; "left at 9.15pm … docked at 8.15am, a crossing of 14 hours"."""
    for sent in copy.sentences:
        yield from _lasted(copy, sent.start_char, sent.end_char)
    for match in find_all(_CLOCKS, copy.text):
        right = (_clock(*match.group(5, 6, 7)) - _clock(*match.group(2, 3, 4))) % timedelta(days=1)
        before = re.split(r"[.;\n] ", copy.text[max(0, match.start() - _NEAR) : match.start()])[-1]
        after = copy.text[match.end() : match.end() + _NEAR].partition(". ")[0]
        for words in (before, after):
            for said in _HOURS.finditer(words):
                count = number(said.group("n"))
                between = words[said.end() :] if words is before else words[: said.start()]
                is_named = _NAMED.search(between) is not None
                if count is None or not 0 < count <= _DAY_LONG or (_APART.search(between) and not is_named):
                    continue
                wanted = timedelta(hours=count)
                is_apposed = words is after and between.strip() == ","
                is_part = wanted < right and match["how"] == "between" and "-" not in said.group() and not is_apposed
                if not is_part and abs(right - wanted) > timedelta(minutes=35):
                    yield _finding(copy.span(*match.span()), f"these are {_spell(right)}")


_DAY_LONG = 24
"""Hours from one time of day to another at most; "200 hours of work" are of another time."""
_APART = re.compile(r"\b(?:and|but|or|then|while|when|after|before|if|unless|who|which|every|each|within)\b")
_NAMED = re.compile(r", an? [a-z]+ of $")
"""What takes up a range as a whole, whatever stands between: "from 2am to 9am when a cable burnt, a cut of …"."""
"""Words between a range and a number of hours that is of something else: "for two hours and stayed from 7pm to 7am"."""


def _lasted(copy: Copy, start: int, end: int) -> Iterator[Finding]:
    """ "left at 9.15pm and docked at 8.15am, a crossing of 14 hours": two clock times and what lies between them."""
    times = list(_CLOCK_TIME.finditer(copy.text, start, end))
    said = list(_LASTED.finditer(copy.text, start, end)) if len(times) == 2 else []
    count = number(said[0]["n"]) if len(said) == 1 else None
    if count is None:
        return
    count += 0.5 if said[0]["half"] else 0.0
    wanted = timedelta(hours=count) if said[0]["unit"].startswith("hour") else timedelta(minutes=count)
    right = (_clock(*times[1].group(1, 2, 3)) - _clock(*times[0].group(1, 2, 3))) % timedelta(days=1)
    if abs(right - wanted) > max(timedelta(minutes=20), 0.2 * wanted):
        yield _finding(
            copy.span(said[0].start("n"), said[0].end()),
            f"between {times[0].group()} and {times[1].group()} lie {_spell(right)}",
            copy.span(*times[0].span()),
            copy.span(*times[1].span()),
        )


def _spell(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    return f"{minutes // 60} hours {minutes % 60} minutes" if minutes >= 60 else f"{minutes} minutes"


_HALF_A_DAY = 720


def _entries(copy: Copy) -> Iterator[Finding]:
    """Paragraphs that begin with a clock time, as on a live page, run one way: the one that does not is questioned."""
    entries = [(p, m) for p in copy.paragraphs if (m := _ENTRY.match(p.text)) is not None]
    if len(entries) < 4:
        return
    minutes = [
        (int(m["h"]) % 12 + (12 if m["half"].lower().startswith("p") else 0) if m["half"] else int(m["h"])) * 60
        + int(m["m"])
        for _, m in entries
    ]
    steps = [b - a for a, b in pairwise(minutes)]
    up = sum(s > 0 for s in steps)
    sign = 1 if up > len(steps) / 2 else -1
    wrong = [i for i, step in enumerate(steps) if -_HALF_A_DAY < step * sign < 0]  # a longer step back is midnight
    if len(wrong) != 1 or len(steps) < 3:
        return
    at = wrong[0]
    # the entry whose removal sets the order right
    later = at + 1 if at + 2 >= len(minutes) or (minutes[at + 2] - minutes[at]) * sign >= 0 else at
    paragraph, found = entries[later]
    yield _finding(
        copy.span(paragraph.start, paragraph.start + len(found.group().rstrip())),
        "the entries around it run the other way",
    )
