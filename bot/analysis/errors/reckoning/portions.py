"""How many of how many, against the share that the sentence or the headline makes of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.changes import DOWN, HEDGE, UP, slack
from bot.analysis.errors.reckoning.crossing import OF_THEM
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_person, mismatch, shown
from bot.analysis.errors.reckoning.pieces import is_pair
from bot.analysis.errors.reckoning.wholes import FRACTION, OF_WHOLE, OUT_OF, fraction, fractions
from bot.language import grammar

_LEAD = 4
"""Sentences of the text in which the headline is looked for."""

_OF_WHOM = re.compile(r"\bof (?:whom|which|these|those|them),? (?:only |just )?$")
_IS = re.compile(
    rf"^(?: [\w’'-]+){{0,9}}?(?:,? \(|,? or |, that is,? |, which is | [—–] "
    rf"|, (?:an?|the)(?: [a-z]+){{1,2}} of |, ){HEDGE}$"
)
_ENDS = re.compile(r"^(?: of (?!them|whom|which|these|those)[\w’' -]{1,30})?(?:[,.;:)?!]| [—–]|$| and\b)")
_ABOUT = re.compile(
    r"\b(?:about|almost|nearly|roughly|around|some|more than|fewer than|less than|over|under|just|up to|at least) $",
    re.I,
)


def portions(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "96 of its 640 posts, or 16 per cent"; the headline's "half" over "1,410 of the 2,000 adults"."""
    for previous, sentence in pairwise([Sentence("", 0, ()), *sentences]):
        for part, whole in _parts(sentence):
            yield from _beside(sentence, part, whole)
        yield from _share_of(sentence)
        yield from _in_other_words(previous, sentence)
    yield from _headline(title, sentences)


def _parts(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """How many (first) of how many: "96 of its 640", "of its 640 posts, 96", "640 posts and 96 of them"."""
    counted = [f for f in sentence.figures if f.is_plain and not f.measure and f.value > 1]
    for one, two in pairwise(counted):
        between = sentence.between(one, two)
        if OUT_OF.match(between):
            part, whole = one, two
        elif _is_part(sentence, one, two):
            part, whole = two, one
        else:
            continue
        if part.value < whole.value and not part.quantity.hedge and not whole.quantity.hedge:
            yield part, whole


def _is_part(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    if OF_THEM.match(sentence.after(part)) or _OF_WHOM.search(sentence.before(part)):
        return whole.noun is not None
    bare = part.noun is None and grammar.relation(part.token).startswith("nsubj")
    if OF_WHOLE.search(sentence.before(whole)):
        return "," in sentence.between(whole, part) and part.lemma in (None, whole.lemma)
    return (
        bare
        and is_person(whole.lemma or "")
        and re.search(r"\bthat (?:only |just )?$", sentence.before(part)) is not None
    )


def _beside(sentence: Sentence, part: Figure, whole: Figure) -> Iterator[Mismatch]:
    """The share that stands behind the two counts with no other figure between."""
    last = max(part, whole, key=lambda f: f.start)
    for match in FRACTION.finditer(sentence.text, last.end - sentence.start):
        words = sentence.text[last.end - sentence.start : match.start()]
        share = fraction(match)
        if share is None or not _IS.match(words) or not _ENDS.match(sentence.text[match.end() :]):
            return
        if abs(part.value / whole.value - share) > _room(match, sentence):
            right = 100 * part.value / whole.value
            yield Mismatch(
                min(part.start, whole.start),
                sentence.start + match.end(),
                f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent",
            )
        return


def _room(match: re.Match[str], sentence: Sentence) -> float:
    hedged = _ABOUT.search(sentence.text[max(0, match.start() - 12) : match.start()]) is not None
    return (0.0075 if match["percent"] else 0.04) + (0.03 if hedged else 0.0)


_SHARE_OF = re.compile(r"^ (?:of )?(?:the |its |their |his |her |all |an? (?:total|budget|bill|sum|cost|price) of )?$")
_SET_OFF = re.compile(r"^(?: [\w’'-]+){0,3}?(?:, | \(|, or | – | — )(?:or )?$")


def _share_of(sentence: Sentence) -> Iterator[Mismatch]:
    """ "gave €250,000, a quarter of the €1.2 million": a part, the share that it is, and the whole."""
    for match in fractions(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        part = max((f for f in sentence.figures if f.end <= start), key=lambda f: f.end, default=None)
        whole = min((f for f in sentence.figures if f.start >= end), key=lambda f: f.start, default=None)
        share = fraction(match)
        if part is None or whole is None or share is None or not is_pair(part, whole) or part.measure_of_time:
            continue
        joined = _SET_OFF.match(_ABOUT.sub("", sentence.text[part.end - sentence.start : match.start()]))
        of = _SHARE_OF.match(sentence.text[match.end() : whole.start - sentence.start])
        hedged = part.quantity.hedge or whole.quantity.hedge
        if joined and of and not hedged and abs(part.value / whole.value - share) > _room(match, sentence):
            right = 100 * part.value / whole.value
            yield mismatch([part, whole], f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent")


_OR = re.compile(rf"^(?: [\w’'-]+){{0,2}}(?:,? or| \(| –| —) ?{HEDGE}$")
_OF_ANOTHER = re.compile(
    r"^(?:[- ]points?| of (?!it\b|them\b|these\b|those\b|the (?:total|whole|sum)\b)| (?:a|per|each|every) )"
)
_MOVES = re.compile(
    rf"\b(?:{UP}|{DOWN}|more|less|fewer|higher|lower|premium|discount|interest|dividend|margin|gap|difference)\b", re.I
)


def _in_other_words(previous: Sentence, sentence: Sentence) -> Iterator[Mismatch]:
    """ "A survey of 900 found that 450, or 60 per cent": a part as a share of the one bigger figure before it."""
    for part, percent in pairwise(sentence.figures):
        told = percent.quantity.unit == "%" and part.quantity.kind != "percent" and not part.measure_of_time
        if not told or percent.value >= 100 or not _OR.match(sentence.between(part, percent)):
            continue
        is_of_them = _OF_THOSE.match(sentence.after(percent)) is not None
        inside, before = (
            [f for f in one.figures if f is not part and _is_bigger(f, part) and (is_of_them or not _is_share(one, f))]
            for one in (sentence, previous)
        )
        wholes = inside or before
        if len({f.value for f in wholes}) != 1 or wholes[0].start > part.start:
            continue
        if _OF_ANOTHER.match(sentence.after(percent)) or _MOVES.search(sentence.text):
            continue
        whole = wholes[0]
        right = 100 * part.value / whole.value
        hedged = any(f.quantity.hedge for f in (part, whole, percent))
        if abs(right - percent.value) > max(1.01, slack(whole, part)) + (3.0 if hedged else 0.0):
            where = [whole, part, percent] if inside else [part, percent]
            yield mismatch(where, f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent")


_OF_THOSE = re.compile(r"^ of (?:it|them|these|those)\b")


def _is_share(sentence: Sentence, figure: Figure) -> bool:
    """True for a figure with a share of its own, a part as well: "Ames won 610 votes, or 61 percent, to Roe's 390"."""
    behind = next((f for f in sentence.figures if f.start >= figure.end), None)
    return behind is not None and behind.quantity.unit == "%" and bool(_OR.match(sentence.between(figure, behind)))


def _is_bigger(whole: Figure, part: Figure) -> bool:
    """True for a figure that the part may be of: of its money or its thing, a bare part of either."""
    if whole.quantity.kind == "percent" or whole.measure_of_time or whole.value <= part.value:
        return False
    if part.is_plain and part.noun is None and part.measure is None:
        return whole.quantity.kind == "money" or whole.lemma is not None
    return is_pair(whole, part)


def _headline(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """The one share of the headline, which the text does not state, against the first counts of part and whole."""
    claims = [(share, m, s) for s in title for m in fractions(s.text) if (share := fraction(m)) is not None]
    if len(claims) != 1:
        return
    claim, match, headline = claims[0]
    stated = (fraction(m) for s in sentences for m in fractions(s.text))
    if any(share is not None and abs(share - claim) < 0.03 for share in stated) or _CHANGES.search(headline.text):
        return
    found = next((pairs for s in sentences[:_LEAD] if (pairs := list(_parts(s)))), [])
    if len(found) == 1:
        part, whole = found[0]
        if abs(part.value / whole.value - claim) > _room(match, headline) + 0.02:
            right = 100 * part.value / whole.value
            words = (
                f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent, the headline says {match.group()}"
            )
            yield mismatch([part, whole], words)


_CHANGES = re.compile(
    r"\b(?:up|down|by|rises?|rose|falls?|fell|cuts?|drops?|more|fewer|less|higher|lower|increase\w*"
    r"|half[- ](?:century|term|time|hour|year|price|marathon)|chance)\b",
    re.I,
)
