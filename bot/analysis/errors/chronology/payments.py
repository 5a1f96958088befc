"""The days on which a dividend is paid, and on which whoever gets it holds the shares."""

import re
from collections.abc import Iterator

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all

_HOLDERS = re.compile(r"\b(?:[a-z]{0,5}holders|owners|investors) (?:of record|on (?:the|its) (?:share )?register)\b")
_PAID = re.compile(r"\b(?:paid|payable|pays?|payment|distributed)\b")


def payments(copy: Copy) -> Iterator[tuple[Moment, Moment]]:
    """The day of each payment with the day of record that its sentence states behind it."""
    for match in find_all(_HOLDERS, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if span is None:
            continue
        low, high = span.sent.start_char, span.sent.end_char
        inside = [moment for moment in copy.moments if low <= moment.start < high and moment.grain == "day"]
        record = next((moment for moment in inside if moment.start >= match.end()), None)
        paid = next((moment for moment in reversed(inside) if moment.end <= match.start()), None)
        if record is not None and paid is not None and _PAID.search(copy.text, low, paid.start):
            yield paid, record
