"""How much a figure has changed, told in the sentence or the headline, against the two figures that it lies between."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.changes import (
    DOWN,
    HEDGE,
    LAST_TIME,
    MOVED,
    UP,
    bounds,
    multiples,
    old_and_new,
    slack,
    times,
)
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.pieces import is_pair
from bot.analysis.errors.reckoning.subjects import are_of_two_things
from bot.analysis.errors.reckoning.wholes import fraction, fractions
from bot.language import grammar
from bot.language.quantities import number

_BEHIND = 3
"""Sentences before a change in which the figures that it lies between are looked for."""


def changes_told(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Shares and multiples of change that the figures around them do not give."""
    for i, sentence in enumerate(sentences):
        before = sentences[max(0, i - _BEHIND) : i]
        yield from _change(sentence, before)
        yield from _multiple(sentence, before)
    yield from _headline(title, sentences)


_CHANGE = re.compile(
    rf"\b(?P<how>increase|rise|growth|gain|jump|surge|improvement|fall|drop|decline|decrease|cut"
    rf"|reduction|loss|slump) of {HEDGE}$"
)
_FALLS = frozenset({"fall", "drop", "decline", "decrease", "cut", "reduction", "loss", "slump"})
_MORE = re.compile(
    r"^ (?P<how>more|higher|up|above|fewer|less|lower|below|down)\b(?! than (?:a|an|one|the(?! [£$€]?\d))\b)"
)
_LESS = frozenset({"fewer", "less", "lower", "below", "down"})


_BY_STEPS = re.compile(r"^ (?:over|across|in) (?:the next )?(?:two|three|four|five|\d+) (?:years|stages|steps)\b")
"""What says that the figures behind a change are its steps."""


def _change(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "climbed to 460m kroner, from 400m. The increase of 22 per cent": a change of the figures just given."""
    told = list(_shares(sentence))
    for share, start, end, parts in told:
        at = sentence.start
        if _BY_STEPS.match(sentence.text[end - at :]):
            continue
        ahead = sentence.text[: start - at]
        cue = _CHANGE.search(ahead) or _MORE.match(sentence.text[end - at :])
        moved = (_MOVED_BY.search(ahead) or MOVED.search(ahead)) if cue is None else None
        if cue is not None:
            sign = -1 if cue["how"].lower() in _FALLS | _LESS else 1
            pairs = _pairs(sentence, before, parts)
        elif moved is not None:
            sign = 1 if moved["up"] else -1
            pair = _told(sentence)
            pairs = [pair] if pair is not None and not _is_of_other(sentence, pair, moved) else []
        else:
            continue
        if len(pairs) != 1:
            continue
        old, new = pairs[0]
        if old.start < at and (len(told) > 1 or _NOT_YET.search(ahead) or _is_told(old, new, ahead, before)):
            continue  # of two shares either may be of the figures of the sentence before
        if any(_is_change(old, new, other) for other, other_start, *_ in told if other_start < start):
            continue  # "to 310 from 1,240, three quarters less, while sales slipped 6 per cent"
        if _is_of_the_day(sentence, old, new) or _is_from_earlier(sentence, before, (old, new), sign * share):
            continue
        is_bare = min(old.start, new.start) >= at and old_and_new(sentence, [old, new]) is None
        if is_bare and _FROM_ANOTHER.match(sentence.text[end - at :]):
            continue
        right = [r for r in _readings(old, new) if r * sign > 0]
        room = (
            slack(old, new)
            + max(1.0, (0.04 if _PERCENT.search(sentence.text[: end - at]) else 0.08) * share)
            + (3.0 if _ABOUT.search(sentence.text[: start - at]) else 0.0)
        )
        if not any(abs(r - sign * share) <= room for r in right):
            change = f"{abs((right or [0.0])[0]):.0f} percent"
            inside = [f for f in (old, new) if at <= f.start]
            first, last = min([start, *(f.start for f in inside)]), max([end, *(f.end for f in inside)])
            yield Mismatch(first, last, f"between {shown(old.value)} and {shown(new.value)} it is {change}")


def _is_of_other(sentence: Sentence, pair: tuple[Figure, Figure], moved: re.Match[str]) -> bool:
    """True for a change of something else: "The bill fell from £19,000 to £8,000, and yields have risen by a fifth"."""
    at = sentence.start + max(moved.start("up"), moved.start("down"))
    verb = pair[0].token.doc.char_span(at, at + 1, alignment_mode="expand")
    if verb is None:
        return False
    if all(are_of_two_things(verb.root, figure.token) for figure in pair):
        return True
    subject = grammar.subject(verb.root)
    last = max(figure.token.i for figure in pair)
    return (
        subject is not None
        and subject.pos_ in ("NOUN", "PROPN")
        and subject.i > last
        and subject.lower_[:4] not in sentence.text[: pair[0].start - sentence.start].lower()
    )


_NOT_YET = re.compile(
    r"\b(?:forecasts?|expect\w*|predict\w*|propos\w+|recommend\w*|want(?:s|ed)|sought|seeks?|ask\w*|demand\w*|plann\w+|aim\w*"
    r"|hop(?:ed|ing)|fear\w*|promis\w+|pledg\w+|urg(?:ed|ing))\b"
)
"""What tells of a change that somebody wished for or foresaw, which is none of the figures before."""

_TAKEN_UP = re.compile(rf"\b(?:the|that|this|its|their) (?:[\w’'-]+ )?[a-z]+ of {HEDGE}$", re.I)


def _is_told(old: Figure, new: Figure, ahead: str, before: Sequence[Sentence]) -> bool:
    """True for another change than theirs: "to 54 from 60, a fall of 10 percent. The mayor wanted a cut of 30 percent".

    Theirs is told where they stand; one that "the" or "this" takes up again is meant to be it.
    """
    near = next((s for s in before if s.start <= old.start < s.start + len(s.text)), None)
    told = [share for share, *_ in _shares(near)] if near is not None and near.start <= new.start else []
    return not _TAKEN_UP.search(ahead) and any(_is_change(old, new, share) for share in told)


_PRICED = re.compile(
    r"\b(?:open(?:s|ed|ing)?|start(?:s|ed|ing)?|began|begins|trad(?:es|ed|ing)|touch(?:es|ed|ing)?|hit(?:s|ting)?"
    r"|reach(?:es|ed|ing)?|peak(?:s|ed|ing)?|highs?|lows?)\b[^,;.\d]*$"
)
_CLOSED = re.compile(r"\b(?:clos(?:es?|ed|ing)|settl(?:es?|ed|ing)|end(?:s|ed|ing)?|finish(?:es|ed|ing)?)\b[^,;.\d]*$")


_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OF_THE_DAY = ((_PRICED, _CLOSED), (_CLOSED, _PRICED))
_FROM_ANOTHER = re.compile(
    r"^ (?:on|over|from|against) (?:what|(?:a|the) (?:year|month|week|decade)|the (?:previous|same|last)|last)\b"
)
"""Behind a change, from when it is told where the figures beside it do not say so: "up 60 percent on what she paid"."""


def _is_of_the_day(sentence: Sentence, old: Figure, new: Figure) -> bool:
    """True for two prices of a day, whose change is told from the close before: "opened at $40 and closed at $42"."""
    one, other = sorted((old, new), key=lambda figure: figure.start)
    if one.start < sentence.start:
        return False
    ahead, between = sentence.before(one), sentence.between(one, other)
    days = {match[0] for match in _DAY.finditer(sentence.text)}
    return len(days) < 2 and any(first.search(ahead) and then.search(between) for first, then in _OF_THE_DAY)


def _is_from_earlier(sentence: Sentence, before: Sequence[Sentence], pair: tuple[Figure, Figure], share: float) -> bool:
    """True for a change from what was told before: "sold at $30. … It passed $33 and ended at $36, a gain of 20%"."""
    if pair[0].start < sentence.start or old_and_new(sentence, [*pair]) is not None:
        return False
    earlier = [f for s in before for f in s.figures if _is_amount(f) and is_pair(f, pair[1])]
    return any(_percent(f, pair[1]) * share > 0 and _is_change(f, pair[1], abs(share)) for f in earlier)


def _readings(old: Figure, new: Figure) -> Iterator[float]:
    """What a change may be in percent: between two figures, or the one of the other ("rose 12p to 412p")."""
    yield _percent(old, new)
    yield _percent(new, old)
    step, whole = sorted((old.value, new.value))
    if 0 < 2 * step < whole:
        yield 100 * step / (whole - step)
        yield -100 * step / (whole + step)


def _is_change(old: Figure, new: Figure, share: float) -> bool:
    """True when a share is what one figure has changed by to become the other."""
    return abs(abs(_percent(old, new)) - share) <= slack(old, new) + 1.0


_PERCENT = re.compile(r"(?:%|per cent|percent)$")
_MOVED_BY = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?:(?!\b(?:{UP}|{DOWN})\b)[^;.]){{0,60}}?\bby {HEDGE}$")
_TO = re.compile(rf"(?:,| and|\b(?:{UP}|{DOWN})\b[^;]*),? to {HEDGE}$")


def _told(sentence: Sentence) -> tuple[Figure, Figure] | None:
    """The old and the new figure of a sentence that says which is which ("£90,000 … has been cut …, to £65,000")."""
    found = [f for f in sentence.figures if _is_amount(f) and not _spells_share(sentence, f)]
    if any(f.quantity.hedge not in (None, "about") for f in found):
        return None
    if len(found) != 2 or not (is_pair(*found) or is_pair(*found[::-1])):
        return None
    pair = old_and_new(sentence, found)
    if pair is None and re.search(rf"\b(?:{UP}|{DOWN})\b", sentence.between(*found)):
        pair = (found[0], found[1]) if _TO.search(sentence.between(*found)) else None
    return pair


def _spells_share(sentence: Sentence, figure: Figure) -> bool:
    at = figure.start - sentence.start
    return any(m.start() <= at < m.end() for m in fractions(sentence.text))


_ABOUT = re.compile(r"\b(?:about|almost|nearly|roughly|around|some|more than|over|just|under) $")


def _shares(sentence: Sentence) -> Iterator[tuple[float, int, int, list[Figure]]]:
    """Percentages and fractions of a sentence: what they are in percent, where, and the figures that spell them."""
    for match in fractions(sentence.text):
        share = fraction(match)
        if share is not None:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield 100 * share, start, end, [f for f in sentence.figures if start <= f.start < end]


def _pairs(sentence: Sentence, before: Sequence[Sentence], taken: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The two figures that a change lies between: of its sentence, of its and the one before, or of one before."""
    here = [f for f in sentence.figures if f not in taken and _is_amount(f) and not _spells_share(sentence, f)]
    if not here:
        return [pair for s in before[-2:] if (pair := _moved(s)) is not None]
    if len(here) == 1 and before:
        then = [f for f in before[-1].figures if _is_amount(f)]
        return [(then[0], here[0])] if len(then) == 1 and _are_near(then[0], here[0]) else []
    return [pair for pair in combinations(here, 2) if _are_near(*pair)] if len(here) <= 4 else []


def _are_near(one: Figure, other: Figure) -> bool:
    """True for two figures of one kind and of one order: no fare of £48 is compared with a profit of £330m."""
    apart = max(one.value, other.value) / max(min(one.value, other.value), 1e-9)
    return is_pair(one, other) and apart < _ANOTHER_ORDER


_ANOTHER_ORDER = 50


_THEN = re.compile(r"\b(?:then|later|before|but|eventually|finally)\b")


_BY = re.compile(rf"\bby {HEDGE}$")
"""What stands before a change or a margin, which is no amount."""


def _multiple(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "It made 400 last year. This year it made 600, twice as many": a multiple of the one figure just given."""
    here = [f for f in sentence.figures if _is_amount(f)]
    then = [f for f in before[-1].figures if _is_amount(f)] if before else []
    cues = list(multiples(sentence))
    here = [f for f in here if not any(c.start() <= f.start - sentence.start < c.end() for c in cues)]
    if len(cues) != 1 or len(here) != 1 or len(then) != 1 or not is_pair(then[0], here[0]):
        return
    if _BY.search(before[-1].before(then[0])) or _BY.search(sentence.before(here[0])):
        return  # "rose by three. … the plan to double it fell by four votes"
    first, last = sorted((cues[0].start(), here[0].start - sentence.start))
    if _THEN.search(sentence.text, first, last):
        return  # "more than tripled that, then trimmed it and asked for 50"
    wanted = times(cues[0])
    low, high = bounds(max(wanted, 1 / wanted), (cues[0]["hedge"] or "").strip())
    on_terms = sentence.text[: cues[0].start()].endswith(", ") and cues[0].group().endswith("ed")
    if on_terms and _ON_TERMS.match(sentence.text, cues[0].end()):
        return
    big, small = max(here[0].value, then[0].value), min(here[0].value, then[0].value)
    if not low <= big / small <= high and big / small <= _ZERO_TOO_MANY * high:
        yield mismatch(here, f"{shown(here[0].value)} against {shown(then[0].value)} is {big / small:.2g} times")


_ON_TERMS = re.compile(
    r" (?:for(?! (?:the |its |a )?(?:\w+ )?(?:years?|quarter|half|months?|weeks?)\b)|if|when|where|whenever)\b"
)
"""Behind what is doubled in some cases only: "a fee of £30, doubled for large dogs"; not "for the year to May"."""

_ZERO_TOO_MANY = 10
"""How much farther apart than told two figures may be by one slip; others are no figures of one thing."""


def _percent(old: Figure, new: Figure) -> float:
    return 100 * (new.value - old.value) / old.value if old.value else 0.0


def _is_amount(figure: Figure) -> bool:
    """True for what a change in percent may lie between; hardly "one", as in "by one estimate"."""
    is_told = figure.quantity.kind in ("number", "money") and not figure.measure_of_time and figure.value > 0
    return is_told and figure.token.lower_ != "one"


def _moved(sentence: Sentence) -> tuple[Figure, Figure] | None:
    """The old and the new figure of a sentence that says that something rose or fell."""
    found = [f for f in sentence.figures if _is_amount(f)]
    if len(found) != 2 or not is_pair(*found) or not re.search(rf"\b(?:{UP}|{DOWN})\b", sentence.text):
        return None
    return old_and_new(sentence, found)


_LEAD = 4
"""Sentences of the text in which the headline is looked for."""

_FOLD = re.compile(r"\b(?P<times>two|three|four|five|six|seven|eight|nine|ten|\d+)-?fold\b", re.I)


def _headline(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "Flu jabs up by half" over "250,000 jabs, against 200,000 last year", where the text does not say it itself."""
    claims = [claim for s in title for claim in _claims(s)]
    if len(claims) != 1:
        return
    low, high, words = claims[0]
    lead = sentences[:_LEAD]
    pairs = [(s, pair) for s in lead if (pair := _told(s)) is not None]
    pairs += [(two, pair) for one, two in pairwise(lead) if (pair := _then_and_now(one, two)) is not None]
    if len(pairs) != 1:
        return
    sentence, (old, new) = pairs[0]
    said = [claim for s in sentences if s is not sentence for claim in _claims(s)]
    if old.value <= 0 or any(a <= high and low <= b for a, b, _ in said):
        return
    ratio = new.value / old.value
    room = slack(old, new) / 100
    if not low - room <= ratio <= high + room:
        yield mismatch(
            [old, new], f"from {shown(old.value)} to {shown(new.value)} is {ratio:.2g} times, the headline says {words}"
        )


def _claims(sentence: Sentence) -> Iterator[tuple[float, float, str]]:
    """What a sentence says that something has changed by: the least and the greatest factor, and the words."""
    for match in multiples(sentence):
        if match["stem"]:
            yield *bounds(times(match), (match["hedge"] or "").strip()), match.group()
    for match in _FOLD.finditer(sentence.text):
        factor = number(match["times"])
        if factor:
            yield *bounds(factor, ""), match.group()
    for share, start, end, _ in _shares(sentence):
        ahead, words = (
            sentence.text[: start - sentence.start],
            sentence.text[start - sentence.start : end - sentence.start],
        )
        moved = MOVED.search(ahead)
        if moved is not None:
            room = max(2.0, 0.12 * share) + (4.0 if _ABOUT.search(ahead) else 0.0)
            change = share if moved["up"] else -share
            yield (100 + change - room) / 100, (100 + change + room) / 100, words


def _then_and_now(one: Sentence, two: Sentence) -> tuple[Figure, Figure] | None:
    """The one amount of each of two sentences of which one tells of an earlier time."""
    first, second = ([f for f in s.figures if _is_amount(f)] for s in (one, two))
    if len(first) != 1 or len(second) != 1 or not is_pair(first[0], second[0]):
        return None
    was = [LAST_TIME.search(s.text) is not None for s in (one, two)]
    if was == [False, True]:
        return second[0], first[0]
    return (first[0], second[0]) if was == [True, False] else None
