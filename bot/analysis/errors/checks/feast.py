"""A day with a name that is given the date of another."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from bot.analysis.errors.chronology.feasts import feast
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_IS = re.compile(
    r", (?:on )?(?:\w+day,? )?(?:the )?| \(|,? which is "
    r"|,? (?:which )?(?:is|was|falls|fell|will be|will fall) on (?:\w+day,? )?"
)
"""What stands between a feast and its date, one way or the other."""

_IN_LIST = re.compile(r"(?:,| and| or|,? &) ?(?:\d|[A-Z])|\)? (?:and|or|to)\b")
_BEFORE_LIST = re.compile(r"(?:\d|\b[A-Z]\w+)(?:,| and| or) (?:on )?$")
_YEAR = re.compile(r",? \d{4}$")
_OLD_CALENDAR = 13
"""Days by which churches that keep the Julian calendar are behind."""


@check("date.feast", "Feast and date do not fit", severity="major", confidence=0.85)
def feast_date(copy: Copy) -> Iterator[Finding]:
    """ "on Christmas Eve, 23 December"; "on 9 November, Guy Fawkes Night"."""
    for one, other in pairwise(copy.moments):
        names = [_YEAR.sub("", copy.text[moment.start : moment.end]) for moment in (one, other)]
        days = [feast(name) for name in names]
        if (days[0] is None) == (days[1] is None) or not _IS.fullmatch(copy.text, one.end, other.start):
            continue
        at = 0 if days[0] is not None else 1
        named, stated = (one, other) if at == 0 else (other, one)
        if stated.grain != "day" or _is_listed(copy, one, other):
            continue
        when, old = date.fromordinal(stated.first), date.fromordinal(max(1, stated.first - _OLD_CALENDAR))
        if days[at] not in ((when.month, when.day), (old.month, old.day)):
            place = copy.span(stated.start, stated.end)
            yield Finding(
                copy.span(one.start, other.end),
                f"Possible wrong date: {names[at]} is not {place.text}. Check the day and the date.",
                evidence=(copy.span(named.start, named.end),),
            )


def _is_listed(copy: Copy, one: Moment, other: Moment) -> bool:
    """True where the two may be days of a list: "Christmas Day, 27 December and New Year's Day"."""
    after = _IN_LIST.match(copy.text, other.end)
    before = _BEFORE_LIST.search(copy.text, max(0, one.start - 30), one.start)
    return after is not None or before is not None
