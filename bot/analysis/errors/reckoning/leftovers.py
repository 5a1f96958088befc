"""What is left of a group that is counted elsewhere: "180 of the evacuees … The other 480", "the others …, five from".

The whole may stand sentences before or behind, by another name ("640 people"). A rest is questioned when it makes,
with the part that it is the rest of, no number of the text, and one whole alone is near enough to be meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_group, is_person, mismatch, same_kind, shown
from bot.analysis.errors.reckoning.wholes import OF_WHOLE, OUT_OF
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar

_BEFORE, _AFTER = 12, 2
"""Sentences around a rest in which its whole is looked for."""

_LEAD = 3
"""Sentences of the text that tell what it is about, wherever the rest stands."""

_NEAR = 2
"""Sentences before a part in which the group is counted that "of them" stands for."""

_OF_ALL = len(" of the ")
"""Characters between a part and its whole: "eight of the 14"."""

_MEASURES = (None, "seat", "vote")
_MOST = 6
"""Counts of two sentences beyond these are not added up."""


@dataclass(frozen=True, slots=True)
class _Left:
    """A rest, the part that it is the rest of, and the counts around them."""

    told: Sequence[Figure]
    part: Figure
    groups: Sequence[Figure]
    """Counts that tell how many there are of something: of the lead, and around the rest."""
    near: Sequence[Figure]
    """The counts of the sentences just before."""


def leftovers(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Rests that make with their part another number than that of the group."""
    counted = [[f for f in s.figures if _is_count(f)] for s in sentences]
    rests = {b.value - a.value for s, row in zip(sentences, counted, strict=True) for a, b in _parts_of(s, row)}
    stated = {f.value for s in (*title, *sentences) for f in s.figures if _is_count(f)}
    for at, sentence in enumerate(sentences):
        for told in (_rest(sentence, counted[at]), _others(sentence, counted[at])):
            part = _part(sentence, counted[at], told) if told else None
            if told and part is None and at:
                part = _last_part(sentences[at - 1], counted[at - 1])
            if told and sum(f.value for f in told) in rests:
                continue  # "34 of its 112 pubs …": the other 78, whatever of else has been told since
            if part is None or _is_of_another_kind(told, part):
                continue
            if not any(f.quantity.hedge for f in (part, *told)):
                lead = min(_LEAD, at)
                around = [*title, *sentences[:lead], *sentences[max(lead, at - _BEFORE) : at + 1 + _AFTER]]
                groups = [f for s in around for f in s.figures if f not in told and _is_count(f) and is_group(s, f)]
                near = [f for figures in counted[max(0, at - 1 - _NEAR) : at + 1] for f in figures]
                beside = [f for figures in counted[max(0, at - 1) : at + 1] for f in figures if f not in told]
                if not _comes_out(told, beside[:_MOST], stated):
                    yield from _judge(_Left(told, part, groups, near))
        if at:
            yield from _remain(sentence, counted[at], sentences[at - 1], counted[at - 1])
        if counted[at]:
            yield from _all_but_one(sentences, counted, at)


def _is_of_another_kind(told: Sequence[Figure], part: Figure) -> bool:
    """True for "eight of the 40 teachers … The other nine schools": a rest of what has been told further up."""
    noun = next((noun.lemma_.lower() for how, noun in grammar.modifiers(part.token) if how == "of"), None)
    counted = next((f.lemma for f in told if f.noun is not None and f.noun.tag_ == "NNS"), None)
    if counted in (None, "other") or noun is None or noun in _STANDS_FOR:
        return False
    return is_person(noun) != is_person(counted or "")


_STANDS_FOR = ("them", "whom", "which", "these", "those")


def _parts_of(sentence: Sentence, counted: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each part of a group with the whole that is told behind it: "34 of its 112 pubs"."""
    for part, whole in pairwise(counted):
        if part.value < whole.value and OUT_OF.match(sentence.between(part, whole)):
            yield part, whole


def _comes_out(told: Sequence[Figure], beside: Sequence[Figure], stated: set[float]) -> bool:
    """True when the rest makes a number of the text with some of the counts around it."""
    left = sum(f.value for f in told)
    made = [left + sum(f.value for f in some) for n in (1, 2, 3) for some in combinations(beside, n)]
    return any(close(total, value) for total in made for value in stated)


def _is_count(figure: Figure) -> bool:
    return figure.is_plain and figure.measure in _MEASURES


_REST = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:other|remaining|rest,?|remainder,?|balance,?) $")
_OF_THEM = re.compile(r"^ of (?:them|whom|which|these|those|us)\b")
_OF_THE = re.compile(r"^ of (?:the|its|their|his|her|those|these) ")
_OTHERS = re.compile(r"\b(?:[Tt]he (?:others|rest|remainder)|[Oo]thers)\b")
_SOME = re.compile(r"\b(?:includ\w+|among|mostly|mainly|chiefly|such as|at least|as well|also|both|more|another)\b")
_JOINT = re.compile(r"[^,;.:]{1,60}(?:, and|,| and|;) (?:[\w’'-]+ ){0,2}")


def _is_rest(sentence: Sentence, figure: Figure) -> bool:
    """True for "the other six" and "the six others"."""
    others = sentence.before(figure).endswith(("the ", "The ")) and sentence.after(figure).startswith(" others")
    return others or _REST.search(sentence.before(figure)) is not None


def _rest(sentence: Sentence, counted: Sequence[Figure]) -> list[Figure]:
    """The figure that is said to be the rest of something."""
    return next(([f] for f in counted if _is_rest(sentence, f)), [])


def _others(sentence: Sentence, counted: Sequence[Figure]) -> list[Figure]:
    """The list that tells how many the others are: "The others came from abroad, five from Spain and two from Lyon"."""
    cue = _OTHERS.search(sentence.text)
    found = [f for f in counted if cue is not None and f.start - sentence.start > cue.end()]
    if cue is None or len(found) < 2 or _SOME.search(sentence.text, cue.end()):
        return []
    joined = all(_JOINT.fullmatch(sentence.between(a, b)) for a, b in pairwise(found))
    opens = re.search(r"(?:, |: | [—–-] )(?:[a-z]+ )?$", sentence.before(found[0])) is not None
    return found if joined and opens else []


def _is_part(sentence: Sentence, figure: Figure) -> bool:
    after = sentence.after(figure)
    return _OF_THEM.match(after) is not None or _OF_THE.match(after) is not None


def _part(sentence: Sentence, counted: Sequence[Figure], told: Sequence[Figure]) -> Figure | None:
    """The part of the group that the sentence names before its rest."""
    found = [f for f in counted if f.end < told[0].start and _is_part(sentence, f)]
    return found[-1] if found else None


def _last_part(previous: Sentence, counted: Sequence[Figure]) -> Figure | None:
    """The part of the group that the sentence before names last."""
    found = [f for f in counted if _is_part(previous, f)]
    return found[-1] if len(found) == 1 else None


def _judge(rest: _Left) -> Iterator[Mismatch]:
    """Compares a part and what is left with the whole that they may be of."""
    part, left = rest.part, sum(f.value for f in rest.told)
    total = part.value + left
    of_all = [f for f in rest.near if 0 < f.start - part.end <= _OF_ALL]
    if len(rest.told) == 1 and of_all and part.value < of_all[0].value > left and total != of_all[0].value:
        named = of_all
    else:
        noun = next((noun.lemma_.lower() for how, noun in grammar.modifiers(part.token) if how == "of"), None)
        wholes = [f for f in rest.groups if f is not part and f.value > part.value and f.quantity.hedge is None]
        alike = [f for f in wholes if _may_be(f, noun)]
        named = [f for f in wholes if f.lemma == noun] or [f for f in alike if f in rest.near]
        named = [f for f in named if 0.6 < total / f.value < 1.6 or is_slip(total, f.value)] or [
            f for f in alike if is_slip(total, f.value) or is_slip(left, f.value - part.value)
        ]
    if len({f.value for f in named}) == 1:
        whole = named[0].value
        message = f"{shown(whole)} less {shown(part.value)} is {shown(whole - part.value)}"
        yield mismatch(rest.told, message if len(rest.told) == 1 else f"{message}, and these make {shown(left)}")


def _may_be(whole: Figure, noun: str | None) -> bool:
    """True when a group may be called by a noun: both are people, or neither is."""
    return noun is None or noun in _STANDS_FOR or (whole.lemma is None or is_person(noun) == is_person(whole.lemma))


_STILL = re.compile(
    r"^ (?:[\w’'-]+ ){0,2}?(?:remain(?:s|ed)?\b|(?:are|were) (?:still |now )?(?:left|in\b|there\b|racing|at work|alive"
    r"|[a-z]+ing\b)|still\b|surviv\w+|stayed\b)"
)


_MORE_GONE = re.compile(r"\b(?:more|another|others?|further|also|latest)\b")


def _remain(
    sentence: Sentence, counted: Sequence[Figure], previous: Sentence, before: Sequence[Figure]
) -> Iterator[Mismatch]:
    """ "Eight gave up on Friday and nine had done so before. Of the 126 who set out, 119 remain"."""
    for whole, rest in pairwise(counted):
        told = OF_WHOLE.search(sentence.before(whole)) and _STILL.match(sentence.after(rest))
        if not told or not 0 < rest.value < whole.value or any(f.quantity.hedge for f in (whole, rest, *before)):
            continue
        before = [*before, *(f for f in counted if f.start > rest.end)]
        gone = [f.value for f in before if f.value < whole.value and (same_kind(f, whole) or f.noun is f.token)][:_MOST]
        if (
            not gone
            or len(gone) != len(before)
            or _MORE_GONE.search(previous.text)
            or (whole.lemma and before[0].lemma not in (None, whole.lemma))
        ):
            continue
        sums = {sum(some) for n in range(1, len(gone) + 1) for some in combinations(gone, n)}
        right = whole.value - sum(gone)
        if whole.value - rest.value not in sums and right > 0 and is_slip(rest.value, right):
            yield mismatch(
                [whole, rest], f"{shown(whole.value)} less {' and '.join(map(shown, gone))} is {shown(right)}"
            )


_LEAST = 3
_ONE_OUT = re.compile(
    r"(?:^|[.,;] |\band )(?:[Oo]ne|[Tt]he (?:young|old|eld|small|tall|larg|bigg|strong|weak)(?:e?st|er)"
    r"|[Oo]ne of (?:them|the [a-z]+))\b(?! of the\b)(?! (?:day|morning|night|year|thing|reason)\b)"
)


def _all_but_one(sentences: Sequence[Sentence], counted: Sequence[Sequence[Figure]], at: int) -> Iterator[Mismatch]:
    """ "fled with her four children. The youngest died. … The other four": as many as there were with the one."""
    for rest in counted[at]:
        if rest.value < _LEAST - 1 or rest.quantity.hedge or not _REST.search(sentences[at].before(rest)):
            continue
        ahead = [f for figures in counted[max(0, at - 3) : at + 1] for f in figures if f.start < rest.start]
        ahead = [f for f in ahead if f.value > 1]
        if (
            not ahead
            or ahead[-1].value != rest.value
            or ahead[-1].lemma is None
            or rest.lemma not in (None, ahead[-1].lemma)
        ):
            continue
        whole = ahead[-1]
        others = {f.value for f in ahead} - {whole.value}
        between = (_stretch(s, whole.end, rest.start) for s in sentences[max(0, at - 3) : at + 1])
        if not others and any(map(_ONE_OUT.search, between)) and whole.value + 1 not in {f.value for f in ahead}:
            yield mismatch(
                [rest], f"one of the {shown(whole.value)} is told apart, which leaves {shown(whole.value - 1)}"
            )


def _stretch(sentence: Sentence, start: int, end: int) -> str:
    """The words of a sentence between two offsets of the field."""
    return sentence.text[max(0, start - sentence.start) : max(0, end - sentence.start)]
