"""Stretches of time in hours, minutes and seconds: what they make together, and how far apart two of them are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch
from bot.language.quantities import number

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_N = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}})?|(?:twenty|thirty|forty|fifty)(?:-(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?<!half )(?<!of )an?)"
)
_HOURS, _MINUTES, _SECONDS = r"(?:hours?|hrs?|h)", r"(?:minutes?|mins?)", r"(?:seconds?|secs?)"
_TIME = re.compile(
    rf"(?<![\w:.,])(?:(?:(?P<h>{_N}) ?{_HOURS}\b(?:,? and |, | )?)?(?:(?P<m>{_N})[ -]?{_MINUTES}\b(?:,? and |, | )?)?"
    rf"(?:(?P<s>{_N})[ -]?{_SECONDS}\b)?"
    r"|(?:(?P<ch>\d{1,2}):)?(?P<cm>\d{1,2}):(?P<cs>\d\d(?:\.\d{1,3})?)(?![:\d]|\.\d| ?[ap]\.?m))",
)
_IN_SECONDS = (3600, 60, 1)
_UNITS = re.compile(rf"\d:\d|\b{_SECONDS}\b|\b{_MINUTES}\b|\dmin\b|\dsec\b")
_IN_UNITS = (":", "min", "sec")
"""One of which stands in every one of the units; looking for these alone is quicker."""


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time in a sentence, in seconds; of how many units it is told, and the seconds of the smallest."""

    start: int
    end: int
    seconds: float
    parts: int
    unit: int


def times(text: str) -> list[Time]:
    """The stretches of time of a text: "59 min 41 sec", "two hours and 51 minutes", "30:44.6"."""
    found = []
    for match in _TIME.finditer(text):
        told = match.group("h", "m", "s") if match["cm"] is None else match.group("ch", "cm", "cs")
        read = [(_value(word), size) for word, size in zip(told, _IN_SECONDS, strict=True) if word]
        if read and all(value is not None for value, _ in read):
            seconds = sum((value or 0.0) * size for value, size in read)
            end = match.start() + len(match.group().rstrip(" ,"))
            found.append(Time(match.start(), end, seconds, len(read), read[-1][1]))
    return found


def _value(word: str) -> float | None:
    return 1.0 if word in ("a", "an") else number(word)


def clockings(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Times that do not make what they are said to make, and gaps that no two times have between them."""
    known: list[list[Time]] = [[]]
    for sentence in sentences:
        text = sentence.text
        here = times(text) if any(piece in text for piece in _IN_UNITS) and _UNITS.search(text) else []
        if here:
            yield from _total(sentence, here)
            yield from _gap(sentence, here, known[-1])
        known.append(here)


_IN_ALL = re.compile(r"^,? (?:in all|in total|altogether|all told|overall)\b")
_MAKING = re.compile(rf"\b(?:making|a total of|total(?:l?ing)?|altogether|in all) {HEDGE}$")
_MORE = re.compile(r"(?:,|;|,? and|,? then) [^,;.]{0,40}?$")


def _total(sentence: Sentence, here: Sequence[Time]) -> Iterator[Mismatch]:
    """ "The first act lasted 52 minutes, the second 74 and the last 45, making two hours and 51 minutes"."""
    total = here[-1]
    ahead, after = sentence.text[: total.start], sentence.text[total.end :]
    if total.parts < 2 or not (_IN_ALL.match(after) or _MAKING.search(ahead)):
        return
    first = here[0]
    parts = [t.seconds for t in here[:-1]]
    if first.parts == 1 and len(here) == 2:  # the parts behind the first leave its unit out
        bare = [f for f in sentence.figures if first.end < f.start - sentence.start < total.start and f.noun is None]
        joined = all(_MORE.search(sentence.before(f)) for f in bare)
        parts += [f.value * first.unit for f in bare if f.is_plain and joined]
    if len(parts) >= 2 and total.seconds > max(parts) and abs(sum(parts) - total.seconds) >= _IN_SECONDS[1]:
        yield _mismatch(sentence, first, total, f"these make {_shown(sum(parts))}")


_BEHIND = re.compile(
    r"^ (?:(?:further|farther) )?(?:back|behind|ahead|adrift|faster|slower|quicker|inside|outside|off|clear|short"
    r"|later|earlier)\b"
    r"|^ from the (?:[\w’'-]+ ){0,2}(?:record|best|mark|time)\b"
)
_BY = re.compile(
    rf"\b(?:won|beat(?:en)?|beating|winning|lost|losing|missed"
    rf"|missing|improved?|improving|lower(?:ed|ing)|cut)\b[^.;]{{0,50}} by {HEDGE}$"
)
_GAP_OF = re.compile(rf"\b(?:gap|margin|difference) of {HEDGE}$")
_ROUNDED = re.compile(
    r"\b(?:(?P<short>almost|nearly|barely|under|(?:less|fewer) than|not quite|close to|within|inside|at most|up to)"
    r"|(?P<beyond>over|more than|at least)|about|around|roughly|some|approximately) $"
)
_NEAR = 0.06
"""Seconds by which two times and the gap between them may differ for rounding."""
_SHARE = 0.2
"""Of a rounded gap, that it may be off."""


def _gap(sentence: Sentence, here: Sequence[Time], before: Sequence[Time]) -> Iterator[Mismatch]:
    """ "second in 30:43.5 and third, 2.1 seconds further back, in 30:44.6"."""
    for gap in here:
        ahead, after = sentence.text[: gap.start], sentence.text[gap.end :]
        gap_of = _GAP_OF.search(ahead) is not None
        if gap.parts != 1 or not (_BEHIND.match(after) or _BY.search(ahead) or gap_of):
            continue
        full = [t for t in here if t is not gap and t.parts >= 2 and t.seconds > gap.seconds]
        full += [t for t in before if t.parts >= 2 and t.seconds > gap.seconds] if full else []
        apart = sorted(abs(a.seconds - b.seconds) for a, b in combinations(full, 2))
        near = max((t.seconds for t in full), default=0.0) < 1.5 * min((t.seconds for t in full), default=1.0)
        beside = len([t for t in here if t in full])
        # the other time may be that of the sentence before
        one_each = beside == 1 and len(full) == 2 and not _ROUNDED.search(ahead)
        if (beside < 2 - gap_of and not one_each) or not apart or not near:
            continue
        if not any(_is_told_by(gap, a, _ROUNDED.search(ahead)) for a in apart):
            inside = [t for t in here if t in full]
            nearest = min(apart, key=lambda a: abs(a - gap.seconds))
            first, last = min([gap, *inside], key=lambda t: t.start), max([gap, *inside], key=lambda t: t.end)
            yield _mismatch(sentence, first, last, f"these times are {_shown(nearest)} apart")


def _is_told_by(gap: Time, apart: float, rounded: re.Match[str] | None) -> bool:
    """True for a gap that two times have between them, rounded as its words or its unit say: "almost five minutes"."""
    over = apart - gap.seconds
    if rounded is None:
        is_coarse = gap.seconds == int(gap.seconds) and apart != int(apart)
        return abs(over) <= (gap.unit / 2 if gap.unit > 1 else 1.0 if is_coarse else _NEAR)
    room = max(float(gap.unit), _SHARE * gap.seconds)
    low, high = (-room if rounded["short"] else 0.0), (room if rounded["beyond"] else 0.0)
    if not rounded["short"] and not rounded["beyond"]:
        low, high = -room / 2, room / 2
    return low - _NEAR <= over <= high + _NEAR


def _mismatch(sentence: Sentence, first: Time, last: Time, message: str) -> Mismatch:
    return Mismatch(sentence.start + first.start, sentence.start + last.end, message)


def _shown(seconds: float) -> str:
    hours, rest = divmod(round(seconds, 2), _IN_SECONDS[0])
    minutes, left = divmod(rest, _IN_SECONDS[1])
    told = [(hours, "hour"), (minutes, "minute"), (left, "second")]
    return " ".join(f"{value:g} {unit}{'' if value == 1 else 's'}" for value, unit in told if value) or "no time"
