"""What is left of a whole: "180 go in March and the remaining 152 in April", "the rest in five instalments of £4m".

The whole may stand sentences before its parts, or in the headline alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.partitions import OF_OWN
from bot.analysis.errors.reckoning.parts import OVERLAP
from bot.analysis.errors.reckoning.pieces import is_pair
from bot.analysis.errors.reckoning.totals import NOT_ADDENDS
from bot.analysis.errors.reckoning.wholes import OF_WHOLE, OUT_OF

_BEHIND = 3
"""Sentences before a rest in which its whole is looked for."""

_LEAST = 10
"""Counts below this are too often left of something else ("and the other two")."""

_MOST_PARTS = 5


def remainders(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Parts that leave another rest of their whole than the text has."""
    headline = [f for s in title for f in s.figures]
    stated = {f.value for s in (*title, *sentences) for f in s.figures}
    for at, sentence in enumerate(sentences):
        if len(sentence.figures) >= 2:
            before = [f for s in sentences[max(0, at - _BEHIND) : at] for f in s.figures]
            yield from _rest(sentence, before, headline, stated)
            yield from _portioned(sentence)
            yield from _still(sentence)


_REST = re.compile(r"\b(?:the|its|their) (?:remaining|other|remainder,?|balance,?|rest,?) $")


_OF_THE_TOTAL = re.compile(r"^\W*Of (?:the|that|this|its) (?:total|sum|money|amount|[a-z]+),")
"""What tells the first figure behind it to be no whole."""


def _rest(
    sentence: Sentence, before: Sequence[Figure], headline: Sequence[Figure], stated: set[float]
) -> Iterator[Mismatch]:
    """ "The tour will cost £460,000, of which one pays £400,000 and the other the remaining £240,000"."""
    for rest in sentence.figures:
        if (
            rest.quantity.kind not in ("number", "money")
            or rest.measure_of_time
            or not _REST.search(sentence.before(rest))
        ):
            continue
        ahead = [f for f in sentence.figures if f.end < rest.start and _adds_up(f, rest)][-_MOST_PARTS:]
        if not ahead or (rest.is_plain and rest.value < _LEAST) or any(f.quantity.hedge for f in (*ahead, rest)):
            continue
        known = stated - {ahead[0].value} if _OF_THE_TOTAL.match(sentence.text) else stated
        if any(OF_OWN.fullmatch(sentence.between(one, two)) for one, two in pairwise((*ahead, rest))):
            continue  # "all but 3,000 of the other 18,000"; "12 of the 26 agreed, the other 14 did not"
        stretch = sentence.text[ahead[0].start - sentence.start : rest.end - sentence.start]
        if OVERLAP.search(stretch) or NOT_ADDENDS.search(stretch) or _comes_out([*ahead, rest], known):
            continue
        inside = len(ahead) > 1 and _is_whole(sentence, ahead[0], [*ahead[1:], rest])
        parts = [*(ahead[1:] if inside else ahead), rest]
        wholes = ahead[:1] if inside else _wholes(parts, before) or _wholes(parts, headline)
        if len({f.value for f in wholes}) == 1:
            total = sum(f.value for f in parts)
            made = f"{' and '.join(shown(f.value) for f in parts)} make {shown(total)}, not {shown(wholes[0].value)}"
            yield mismatch(parts, made)


_CONTAINING = re.compile(r"\bof (?:which|whom|them|these|those)\b|:|[—–]|\binto\b")


def _is_whole(sentence: Sentence, whole: Figure, parts: Sequence[Figure]) -> bool:
    """True for a figure that the sentence says the others to be of."""
    told = _CONTAINING.search(sentence.text[whole.end - sentence.start : parts[0].end - sentence.start + 10])
    of = OF_WHOLE.search(sentence.before(whole))
    return whole.value > max(f.value for f in parts) and (told or of) is not None


def _adds_up(figure: Figure, rest: Figure) -> bool:
    return not figure.measure_of_time and (is_pair(figure, rest) or is_pair(rest, figure))


def _comes_out(figures: Sequence[Figure], stated: set[float]) -> bool:
    """True when the rest makes a stated number with some of the parts just before it, or the first is the whole."""
    values = [f.value for f in figures]
    totals = [sum(values[i:]) for i in range(len(values) - 1)]
    return any(close(total, value, 0.005) for total in totals for value in stated)


def _wholes(parts: Sequence[Figure], among: Sequence[Figure]) -> list[Figure]:
    """The figures that the parts may be of, by their kind and size."""
    biggest, total = max(f.value for f in parts), sum(f.value for f in parts)
    among = among if not all(_is_of_things(f) for f in parts) else [f for f in among if f.value.is_integer()]
    return [
        f for f in among
        if all(_adds_up(part, f) for part in parts) and biggest < f.value and 0.6 < total / f.value < 1.6
    ]  # fmt: skip


def _is_of_things(figure: Figure) -> bool:
    """True for a number of things, of which there are no halves: what they make is no "50.4"."""
    return figure.is_plain and figure.measure is None and figure.value.is_integer()


_TO_FIND = re.compile(
    r"^(?: [a-z]+)? (?:(?:is|are|was|were|remains?) )?(?:still )?(?:left|outstanding|to be (?:found"
    r"|raised|paid|spent|built)|to (?:find|raise|go)|unspent"
    r"|unpaid|missing|remain)\b"
)


def _still(sentence: Sentence) -> Iterator[Mismatch]:
    """ "has raised £320,000 of the £500,000 needed, and £180,000 is still to be found"."""
    for part, whole, rest in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        alike = (
            is_pair(whole, rest)
            and is_pair(part, whole)
            and not rest.measure_of_time
            and whole.quantity.kind != "percent"
        )
        if not alike or not OUT_OF.match(sentence.between(part, whole)) or not _TO_FIND.match(sentence.after(rest)):
            continue
        right = whole.value - part.value
        hedged = any(f.quantity.hedge for f in (part, whole, rest))
        if right > 0 and not hedged and 0.4 < rest.value / right < 2.5 and not close(right, rest.value, 0.005):
            yield mismatch([rest], f"{shown(whole.value)} less {shown(part.value)} is {shown(right)}")


_PORTIONS = re.compile(
    r"^ (?:(?!of\b)[\w-]+ ){0,2}?(?:instalments|installments|payments|tranches|portions|parts|lots|grants|prizes|awards"
    rf"|batches|groups|teams|rows|boxes|crates|loads|scholarships) of {HEDGE}$"
)
_LEFT = re.compile(r"\bthe (?:rest|remainder|balance)\b")


def _portioned(sentence: Sentence) -> Iterator[Mismatch]:
    """ "The loan of £24m will be repaid in eight instalments of £4m"; "£7m at once and the rest in …"."""
    for many, each in pairwise(sentence.figures):
        if not many.is_plain or many.measure or not _PORTIONS.match(sentence.between(many, each)):
            continue
        known = [f for f in sentence.figures if f.end < many.start and is_pair(f, each) and not f.measure_of_time]
        rest = len(known) == 2 and _LEFT.search(sentence.between(known[1], many)) is not None
        if (len(known) != 1 and not rest) or not (each.noun in (None, each.token) or not each.is_plain):
            continue
        made = many.value * each.value + (known[1].value if rest else 0.0)
        hedged = any(f.quantity.hedge for f in (many, each, *known))
        if 0.5 < made / known[0].value < 2 and not close(made, known[0].value, 0.12 if hedged else 0.03):
            ahead = f"{shown(known[1].value)} and " if rest else ""
            yield mismatch(
                [known[0], many, each], f"{ahead}{shown(many.value)} times {shown(each.value)} is {shown(made)}"
            )
