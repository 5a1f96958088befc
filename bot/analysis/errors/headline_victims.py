"""The dead and hurt of a headline against those that its text tells of."""

import re
from itertools import combinations

from bot.analysis.errors.borne_out import borne_out
from bot.analysis.errors.counts import Count
from bot.analysis.errors.figures import Figure, close
from bot.analysis.errors.headings import Heading
from bot.analysis.errors.reckoning.mismatch import is_person

_OPENING = 1500
_MORE = re.compile(r"\b(?:another|others?|more|further|additional|also|later|since)\b", re.IGNORECASE)


def is_told_of_others(victim: Count, heading: Heading) -> bool:
    """True when the text has the number of a headline's dead of something else alone: of cases, of the hurt."""
    told = [c for c in heading.story.counts if c.value == victim.value]
    like = [c.quantity for c in heading.story.counts if c.outcome == victim.outcome]
    return (
        not borne_out(victim.quantity, like, "")
        and bool(told)
        and all(
            (c.outcome is not None and c.outcome != victim.outcome)
            or (c.outcome is None and c.noun is not None and not is_person(c.noun))
            for c in told
        )
    )


def is_first_told(told: Count, victim: Count, heading: Heading) -> bool:
    """True when the first sentences tell how many died, and no other counts of people make the number."""
    lead = [s for s in heading.story.figures if s.start >= heading.story.lead][:2]
    if not any(s.start <= told.quantity.start < s.start + len(s.text) for s in lead):
        return False
    if told.quantity.hedge is not None and victim.quantity.hedge != told.quantity.hedge:
        return False
    end = lead[-1].start + len(lead[-1].text)
    near = [
        c
        for c in heading.story.counts
        if c.outcome == victim.outcome
        or (c.noun is not None and is_person(c.noun) and (c.quantity.start < end or _is_more(c, heading)))
    ]
    values = [c.value for c in near if c.outcome == victim.outcome or c.value != victim.value]
    like = [c.quantity for c in near if c.outcome == victim.outcome]
    return not borne_out(victim.quantity, like, "") and not any(
        close(a + b, victim.value) for a, b in combinations(values, 2)
    )


def _is_more(count: Count, heading: Heading) -> bool:
    """True for "another two passengers", whom a text adds to those that it has told of."""
    start = count.quantity.start
    return _MORE.search(heading.story.text, max(0, start - 25), count.quantity.end + 20) is not None


def rival_victims(claim: Count, of_outcome: list[Count], heading: Heading) -> Count | None:
    """The victims of the opening, of the same fate, that are not as many as the headline's."""
    same = [c for c in of_outcome if c.outcome == claim.outcome and is_early(heading, c) and not _is_rest(c, heading)]
    alike = {c.value for c in same}
    if claim.value in alike or any(a + b == claim.value for a in alike for b in alike if a != b):
        return None
    return next((c for c in same if not _is_added(c, heading)), None)


_REST = re.compile(r"\bthe (?:remaining|other|last) $", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|a further) $", re.IGNORECASE)
_ADDED = re.compile(r" (?:more|further|other) ")


def _is_rest(count: Count, heading: Heading) -> bool:
    """True for "the remaining 24", which are only the last of all the victims."""
    text = heading.story.text
    return _REST.search(text, max(0, count.quantity.start - 20), count.quantity.start) is not None


def _is_added(count: Count, heading: Heading) -> bool:
    """True for "two more bodies", which come to others that the text may leave uncounted."""
    text, start = heading.story.text, count.quantity.start
    return bool(_ANOTHER.search(text, max(0, start - 20), start) or _ADDED.match(text, count.quantity.end))


def people_told_of(claim: Figure, victim: Count | None, heading: Heading) -> Figure | None:
    """The people with whom the text opens, where the headline counts victims by what happened to them alone."""
    lead = [s for s in heading.story.figures if s.start >= heading.story.lead][:2]
    early = [f for s in lead for f in s.figures if f.is_plain and is_person(f.lemma or "") and f.value >= 2]
    bare = victim is not None and (claim.noun is None or is_person(claim.lemma or ""))
    rest = sum(f.value for f in early[1:])
    alone = len(early) == 1 or (early and early[0].value == rest)
    return early[0] if bare and alone and early[0].quantity.hedge is None else None


def is_early(heading: Heading, count: Count) -> bool:
    """True for a count of the opening."""
    return count.quantity.start < heading.story.lead + _OPENING
