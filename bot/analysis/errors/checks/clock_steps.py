"""Clock times that lie otherwise apart than the text says."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.chronology.clocks import DAY, WEEK, Clock, Wait, clock_times, in_week, waits
from bot.analysis.errors.chronology.incidents import too_early
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

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
    times = clock_times(copy.text)
    if len(times) < _PAIR:
        return
    backwards = list(_backwards(copy, times))
    yield from backwards
    marked = {finding.span.start for finding in backwards if finding.span is not None}
    for late, early in too_early(copy, times):
        if late.start in marked:
            continue
        place, other = copy.span(late.start, late.end), copy.span(early.start, early.end)
        yield Finding(
            place,
            f"Possible wrong time: what “{place.text}” is the time of can only come after {other.text}. "
            "Check the times.",
            evidence=(other,),
        )
    for wait in waits(copy.text):
        around = max(0, wait.start - _REACH // 2), wait.end + _REACH // 2
        if copy.is_quoted(wait.start) or _THAN.match(copy.text, wait.end) or _ZONES.search(copy.text, *around):
            continue
        found = list(_open(copy, wait, times) if wait.is_open else _closed(copy, wait, times))
        yield from found or _of_other_day(copy, wait, times)


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


def _of_other_day(copy: Copy, wait: Wait, times: list[Clock]) -> Iterator[Finding]:
    """ "at 6pm on Thursday, ten hours before the peak" of 4am on Thursday: the hours fit, the days do not."""
    dated = [(time, at) for time in times if (at := in_week(copy.text, time)) is not None]
    ahead = [one for one in dated if one[0].end <= wait.start <= one[0].end + _BESIDE][-1:]
    behind = [one for one in dated if wait.end <= one[0].start <= wait.end + _BESIDE][:1]
    here = next(iter(ahead + behind if wait.is_open else behind + ahead), None)
    if here is None or wait.is_vague:
        return
    gaps = [
        (other, here[1] - at - wait.minutes)
        for other, at in dated
        if other != here[0] and not _UP_TO.search(copy.text, max(0, other.start - _BESIDE), other.start)
    ]
    fitting = [(other, gap) for other, gap in gaps if _is_about(gap, DAY, wait.slack)]
    if fitting and not any(_is_about(gap, WEEK, wait.slack) for _, gap in fitting):
        yield _finding(copy, wait, here[0], fitting[0][0])


_UP_TO = re.compile(r"\b(?:by|until|till|from|since) (?:about |around )?$")
"""Before the end of a stretch that is no moment of anything: "51 inches had fallen by 4pm on Sunday"."""

_BESIDE = 20
"""Characters between a wait and its time, with a weekday behind it."""


def _is_about(minutes: float, turn: int, slack: float) -> bool:
    return min(minutes % turn, -minutes % turn) <= slack


_PAIR = 2
_ONWARD = re.compile(
    r"\b(?:(?:minutes|hours?) later|later (?:that|the same) \w+|afterwards|after that"
    r"|eventually|finally|(?<!were )(?<!was )(?<!is )(?<!are )then)\b"
)
"""What leads on from a time to a later one."""
_BACK = re.compile(r"\b(?:had|earlier|before|since|until|till|previous|next|following|overnight|midnight|\w+day)\b|\n")
_BACKWARDS = 240
"""Minutes by which a time that is told later lies before at most; what is farther off is of the next day."""


def _backwards(copy: Copy, times: list[Clock]) -> Iterator[Finding]:
    """ "released at 4.10am … Screens went blank 15 minutes later, and the firm withdrew it at 3.35am"."""
    for one, other in pairwise(times):
        step = other.minutes - one.minutes
        if not (one.turn == other.turn == DAY and -_BACKWARDS < step < 0) or copy.is_quoted(other.start):
            continue
        between = _RIGHT_BEFORE.sub("", copy.text[one.end : other.start])
        if _BACK.search(between) or _ZONES.search(between) or copy.text.endswith("he ", 0, other.start):
            continue
        if _is_to_come(copy, other):
            continue
        if _ONWARD.search(between) or _are_joined(copy, one, other) or _goes_on(copy, one, other):
            here, there = (copy.span(time.start, time.end) for time in (other, one))
            yield Finding(
                here,
                f"Possible wrong time: “{here.text}” is told after “{there.text}” and lies before it. Check the times.",
                evidence=(there,),
            )


def _is_to_come(copy: Copy, time: Clock) -> bool:
    """True for "Play resumes at 11am" and "will resume at 11am", which is another day's."""
    span = copy.body.char_span(time.start, time.end, alignment_mode="expand")
    verb = grammar.governor(span.root) if span is not None else None
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return False
    finite = next(iter(grammar.auxiliaries(verb)), verb)
    return finite.tag_ in ("VBZ", "VBP") or finite.lower_ == "will"


def _are_joined(copy: Copy, one: Clock, other: Clock) -> bool:
    """True for the times of two verbs in the past that "and" joins."""
    verbs = []
    for time in (one, other):
        span = copy.body.char_span(time.start, time.end, alignment_mode="expand")
        verb = grammar.governor(span.root) if span is not None else None
        if verb is None or verb.tag_ not in ("VBD", "VBN"):
            return False
        verbs.append(verb)
    own = grammar.own_subject(verbs[1])
    return verbs[1] in grammar.conjuncts(verbs[0]) and (own is None or own.lower_ in _THEM)


_RIGHT_BEFORE = re.compile(r"(?:shortly |just )?(?:before|until|till) $")
_THEM = frozenset({"it", "they", "he", "she"})
_LATER = word_set(
    "reopen restore return end finish conclude lift clear contain free release catch resume extinguish control rescue"
    " surrender"
)
"""What comes of something, after it. What stands first in the text may be told before what led to it."""

_PLANNED = frozenset({"due", "schedule", "expect", "plan", "set"})


def _goes_on(copy: Copy, one: Clock, other: Clock) -> bool:
    """True for a time of the next thing told, as what comes of the first: "It reopened at 2pm"."""
    spans = [copy.body.char_span(time.start, time.end, alignment_mode="expand") for time in (one, other)]
    first, second = (_told(span.root) if span is not None else None for span in spans)
    if first is None or second is None or first.i > second.i:
        return False
    steps = sum(token.is_sent_start is True for token in copy.body[first.sent.start + 1 : second.i + 1])
    helpers = grammar.auxiliaries(second)
    if steps > _STEPS or first == second or any(aux.lower_ == "had" or aux.tag_ == "MD" for aux in helpers):
        return False
    above = grammar.governor(first)
    told = {first.lemma_.lower(), above.lemma_.lower() if above is not None else ""}
    return second.lemma_.lower() in _LATER and not told & (_LATER | _PLANNED)


_STEPS = 2


def _told(time: Token) -> Token | None:
    """The predicate in the past that a time belongs to, by way of an infinitive as well: "was able to return"."""
    word = grammar.governor(time)
    while word is not None and word.pos_ in ("NOUN", "PROPN", "NUM") and not grammar.related(word, "cop"):
        word = grammar.governor(word)
    if word is None or grammar.relation(word).startswith(("acl", "advcl")):
        return None
    above = grammar.governor(word)
    finite = above if word.tag_ == "VB" and grammar.relation(word) == "xcomp" and above is not None else word
    helpers = (*grammar.auxiliaries(finite), *grammar.related(finite, "cop"))
    is_past = any(part.tag_ == "VBD" for part in (finite, *helpers))
    return word if is_past else None


def _finding(copy: Copy, wait: Wait, time: Clock, other: Clock) -> Finding:
    here, there = (copy.span(one.start, one.end) for one in (time, other))
    return Finding(
        copy.span(min(wait.start, time.start), max(wait.end, time.end)),
        f"Possible wrong time: “{here.text}” is not “{copy.text[wait.start : wait.end]}” counted from “{there.text}”. "
        "Check the times.",
        evidence=(there,),
    )
