"""Clock times that lie otherwise apart than the text says."""

import re
from collections.abc import Iterator

from bot.analysis.errors.chronology.clocks import Clock, Wait, clock_times, waits
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_REACH = 450
"""Characters before a wait within which the time stands from which it counts, unless it is the only one."""
_BEHIND = re.compile(r",? (?:at |by |around |about |just after |it was |that is,? |at about |at around )?")
_AHEAD = re.compile(r",? ?(?:and |or |\(|– |— |- )?")
_ZONES = re.compile(r"\b(?:local time|GMT|UTC|flew|landed|airliner)\b")
"""Where clocks may differ."""
_THAN = re.compile(r" than\b")


@check("date.clock", "Clock times that lie otherwise apart", severity="major", confidence=0.75)
def clock_steps(copy: Copy) -> Iterator[Finding]:
    """ "at 9.15am … 20 minutes later, at 10.35am"; "at 6.42pm, three minutes after the crash at 6.45pm"."""
    times: list[Clock] | None = None
    for wait in waits(copy.text):
        around = max(0, wait.start - _REACH // 2), wait.end + _REACH // 2
        if copy.is_quoted(wait.start) or _THAN.match(copy.text, wait.end) or _ZONES.search(copy.text, *around):
            continue
        times = clock_times(copy.text) if times is None else times
        yield from _open(copy, wait, times) if wait.is_open else _closed(copy, wait, times)


def _closed(copy: Copy, wait: Wait, times: list[Clock]) -> Iterator[Finding]:
    """ "35 minutes later" beside a time, against the times before: one of them must fit."""
    behind = next((t for t in times if t.start >= wait.end), None)
    ahead = next((t for t in reversed(times) if t.end <= wait.start), None)
    if behind is not None and _BEHIND.fullmatch(copy.text, wait.end, behind.start):
        time = behind
    elif ahead is not None and _AHEAD.fullmatch(copy.text, ahead.end, wait.start):
        time = ahead
    else:
        return
    first = min(time.start, wait.start)
    before = [other for other in times if other.start < first]
    if len(before) > 1:
        before = [other for other in before if first - _REACH < other.start]
    if before and not any(wait.fits(other, time) for other in times if other != time):
        yield _finding(copy, wait, time, before[-1])


def _open(copy: Copy, wait: Wait, times: list[Clock]) -> Iterator[Finding]:
    """ "at 6.42pm, three minutes after the crash at 6.45pm": a wait that stands between two times of its sentence."""
    sentence = copy.body.char_span(wait.start, wait.end, alignment_mode="expand")
    if sentence is None:
        return
    low, high = sentence.sent.start_char, sentence.sent.end_char
    inside = [time for time in times if low <= time.start < high]
    before = [time for time in inside if time.end <= wait.start]
    behind = [time for time in inside if time.start >= wait.end]
    if len(before) == 1 and len(behind) == 1 and _AHEAD.fullmatch(copy.text, before[0].end, wait.start):
        late, early = before[0], behind[0]
    elif not before and len(behind) == 2 and not re.search(r"\w", copy.text[low : wait.start]):
        early, late = behind
    else:
        return
    if not wait.fits(early, late):
        yield _finding(copy, wait, late, early)


def _finding(copy: Copy, wait: Wait, time: Clock, other: Clock) -> Finding:
    here, there = (copy.span(one.start, one.end) for one in (time, other))
    return Finding(
        copy.span(min(wait.start, time.start), max(wait.end, time.end)),
        f"Possible wrong time: “{here.text}” is not “{copy.text[wait.start : wait.end]}” counted from “{there.text}”. "
        "Check the times.",
        evidence=(there,),
    )
