"""Parts that stand apart from their whole: "Police arrested nine men. Five were held in Ipswich and three in York"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.crossing import are_peers, is_rest_of_part, may_overlap, own_parts
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_gapped, is_person, mismatch, shown
from bot.analysis.errors.reckoning.parts import OVERLAP, REST_FIGURE, is_subject
from bot.analysis.errors.reckoning.totals import NOT_ADDENDS
from bot.analysis.errors.reckoning.wholes import OF_WHOLE
from bot.analysis.errors.taken_up import is_slip

_OF_THEM = re.compile(r"^ of (?:them|whom|which|these|those|us)\b")
_OF_THESE = re.compile(r"^(?:But |And )?[Oo]f (?:them|these|those|whom),? ")
_MOST = 2
"""How many times as big as their whole parts are at most, or their whole as they, if it is theirs."""

_OTHERS = re.compile(r"^ others\b")
_MEASURES = (None, "vote", "seat")


def partitions(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Parts of one sentence against the whole before them: too many, or, where a rest is named, too few.

    Parts that make what the headline says, and not what the text says, show the whole to be wrong.
    """
    claims = {f.value for s in title for f in s.figures if f.is_plain and f.measure in _MEASURES}
    none = Sentence("", 0, ())
    for previous, sentence, following in zip([none, *sentences], sentences, [*sentences[1:], none], strict=False):
        counted = [f for f in sentence.figures if _is_count(f)]
        if _OF_THESE.match(sentence.text):  # "15 were taken to two hospitals"
            counted = [f for f in counted if _is_bare(sentence, f) or is_person(f.lemma or "")]
        parts = [f for f in counted if _is_bare(sentence, f)]
        if len(counted) >= 2 and not OVERLAP.search(sentence.text) and not NOT_ADDENDS.search(sentence.text):
            yield from _parts(previous, sentence, following, counted, claims)
        if len(parts) == 1:
            yield from _remainder(previous, sentence, parts[0])


def _is_count(figure: Figure) -> bool:
    """True for a count that may be a whole or a part; "in one case" is none."""
    return figure.is_plain and figure.measure in _MEASURES and (figure.value > 1 or figure.noun is None)


def _is_bare(sentence: Sentence, figure: Figure) -> bool:
    """True for "five were held", "five of them" and "the other five", which count what the reader knows of."""
    if figure.noun is None or figure.noun is figure.token or figure.lemma == "other":
        return True
    return _OF_THEM.match(sentence.after(figure)) is not None


OF_OWN = re.compile(r" (?:out )?of (?:the|its|their|another|all)(?: other| remaining| rest,?)? $")
"""Between a part and a whole of its own."""

_LISTED = re.compile(r"(?:,? and|,? or|,)(?: [a-z]+(?:,? and|,))* ")
"""Between bare numbers that nothing sets apart, what came of each: "three games. He made six, one and two"."""

_SOME_OF_IT = re.compile(r"\b(?:where|of whom|who|which|including)\b")
_AND_ONE = re.compile(r"^ (?:[\w’'-]+ ){1,3}and (?:an?|one|his|her|their|its) ")
"""Behind a count that is not all there are: "three Danes and a Swede"."""


def _parts(
    previous: Sentence, sentence: Sentence, following: Sentence, counted: list[Figure], claims: set[float]
) -> Iterator[Mismatch]:
    whole = _whole(previous, sentence, counted)
    if whole is None:
        return
    parts = [f for f in counted if f is not whole]
    within = next(
        (i for i, (a, b) in enumerate(pairwise(parts), 1) if _SOME_OF_IT.search(sentence.between(a, b))), None
    )
    parts = own_parts(sentence, parts[:within])  # "15 were taken to hospital, where five remained"
    if len(parts) < 2 or not all(_is_bare(sentence, f) or f.lemma == whole.lemma for f in parts):
        return
    between = [sentence.between(a, b) for a, b in pairwise(parts)]
    if all(map(_LISTED.fullmatch, between)) or any(map(OF_OWN.fullmatch, between)):
        return  # "only six of the 34 in another group"
    told = sentence.text[parts[0].start - sentence.start : parts[-1].end - sentence.start + len(" now")]
    if any(f.quantity.hedge for f in (whole, *parts)) or _AND_ONE.match(previous.after(whole)) or _NOW.search(told):
        return
    values = [f.value for f in parts]
    total = sum(values)
    has_rest = any(REST_FIGURE.search(sentence.before(f)) or _OTHERS.match(sentence.after(f)) for f in parts[1:])
    refers = _OF_THESE.match(sentence.text) or any(_OF_THEM.match(sentence.after(f)) for f in parts)
    too_many = total > whole.value and (refers or max(values) < whole.value)
    near = whole.value / _MOST <= total <= _MOST * whole.value or is_slip(total, whole.value)
    if close(total, whole.value, 0.005) or not near or (not has_rest and may_overlap(sentence, parts)):
        return
    if not has_rest and any(
        f.value == whole.value - total
        and (_is_bare(following, f) or f.lemma == whole.lemma)
        and REST_FIGURE.search(following.before(f))
        for f in following.figures
    ):
        return  # "Fourteen were dead, and five had to be put down. The other four lived"
    made = f"{' and '.join(map(shown, values))} make {shown(total)}, not {shown(whole.value)}"
    if total in claims and whole.value not in claims and (min(values) > 1 or len(values) > 2):
        yield mismatch([whole], f"{made}, and so does the headline")
    elif too_many or has_rest:
        yield mismatch(parts, made)


def _whole(previous: Sentence, sentence: Sentence, counted: list[Figure]) -> Figure | None:
    """The one count that the parts are of: in their own sentence ahead of subjects, else in the sentence before."""
    first, *others = counted
    if not _is_bare(sentence, first) and all(_is_bare(sentence, f) and is_subject(f) for f in others):
        told = any(REST_FIGURE.search(sentence.before(f)) or _OF_THEM.match(sentence.after(f)) for f in others)
        return None if are_peers(sentence, first, others[0]) and not told else first
    if OF_WHOLE.search(sentence.before(first)):
        return None  # "Of the 11 others, two came home"
    opens = first.start - sentence.start <= len("But only ")
    people = all(map(is_subject, counted))
    of_these = _OF_THESE.match(sentence.text) is not None
    if not opens and not people and not of_these and not any(_OF_THEM.match(sentence.after(f)) for f in counted):
        return None
    wholes = [f for f in previous.figures if _is_count(f) and f.noun is not None]
    if of_these:
        wholes = [f for f in wholes if f.value > max(part.value for part in counted)]
    if len(wholes) != 1 or not (opens or of_these or not people or is_person(wholes[0].lemma or "")):
        return None
    return wholes[0]


_NOW = re.compile(r"\b(?:now|leaving|leaves)\b")
"""What makes the last figure of a sentence no part: "lost six and gained two, and now holds 37"."""

_PEERS = re.compile(r"\b(?:ahead of|behind|followed by|next to|against|than|while|whereas)\b")
"""Between the figures of two that stand side by side, of which neither is a part of the other."""

_MISSING = re.compile(r"\b[Tt]he (?:missing|remaining|other) $")


def _remainder(previous: Sentence, sentence: Sentence, rest: Figure) -> Iterator[Mismatch]:
    """ "It has 312 ambulances on the books and 187 on the road. The missing 145 …"."""
    known = [f for f in previous.figures if _is_count(f)]
    if not _MISSING.search(sentence.before(rest)) or len(known) != 2 or any(f.quantity.hedge for f in (*known, rest)):
        return
    whole, part = known
    if is_gapped(previous.between(whole, part)):
        return
    if whole.noun is None or part.lemma not in (None, whole.lemma) or not part.value < whole.value > rest.value:
        return
    if is_rest_of_part(whole.value, part.value, rest.value, ()) or _PEERS.search(previous.between(whole, part)):
        return  # "40 firms, of which three … The other two": of the three; "180 in the first, ahead of 145"
    if rest.value not in (part.value, whole.value - part.value):
        left = f"{shown(whole.value)} less {shown(part.value)} is {shown(whole.value - part.value)}"
        yield mismatch([rest], left)
