"""Numbers of the headline that the text does not have, while it has others for the same thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count, counts, vague_counts
from bot.analysis.errors.figures import Figure, close
from bot.analysis.errors.figures import sentences as sentences_of
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.quantities import Quantity, number, ordinals, quantities
from bot.model import Span

_NOT_TELLING = frozenset({"thing", "way", "reason", "time", "tip", "fact", "step", "sign", "lesson", "question"})
_OPENING = 1500
_DECADES = re.compile(r"\b([a-z]+|\d) decades\b")
_NOWADAYS = (2000, 2030)
"""Years in which an undated article may have appeared."""

_ANOTHER_SUM = 20
"""How many times larger or smaller a number is that is hardly told of the same thing."""

_TOGETHER = 300
"""Characters between two sums of money that the text may add up."""

_NEAR = 1.5
"""How many times larger or smaller a count is at most that may be told of the same thing by another name."""

_LEAST_TOLD = 4
"""Counts below this are told of too many things."""

_LEAD = 700
_NUMBERED = re.compile(r"\b([A-Z][a-z]+) (\d{1,3})\b(?![,.]\d| ?%| (?:people|dead|killed|hurt|injured))")


@check("headline.number", "Number in the headline, another in the text", severity="critical", confidence=0.8)
def headline_number(copy: Copy) -> Iterator[Finding]:
    """Victims, counts, sums, shares, spans of time, ages, scores and ranks, each against its like in the text."""
    if not copy.title:
        return
    said = list(quantities(copy.text))
    victims = {c.quantity.start: c for c in counts(copy.docs[0], "title") if c.outcome is not None}
    of_outcome = [c for c in copy.counts if c.outcome is not None]
    for sentence in sentences_of(copy.docs[0]):
        for claim in sentence.figures:
            same = (
                said
                if claim.measure is None
                else [f.quantity for s in copy.figures for f in s.figures if f.measure == claim.measure]
            )
            if (
                claim.value < 2
                or _is_gap(claim, copy)
                or _borne_out(claim.quantity, same, copy)
                or _between_years(claim, copy)
            ):
                continue
            victim = victims.get(claim.start)
            count = _victims(victim, of_outcome) if victim is not None else None
            rival = count.quantity if count is not None else _rival(claim, copy) or _people(claim, victim, copy)
            if rival is None or (count is None and _is_part(claim, rival.value, sentence.figures)):
                continue
            here, there = copy.span(claim.start, claim.end, "title"), copy.span(rival.start, rival.end)
            made = _sums(claim, copy, rival, of_people=victim is not None)
            if not made:
                yield _finding(copy, here, there)
            elif not any(rival.value in pair for pair in made) and _is_same_thing(claim, rival):
                yield _outvoted(here, there)
    yield from _numbered_names(copy)
    yield from _ages(copy)
    yield from _scores(copy)
    yield from _ranks(copy)
    yield from _calendar(copy)
    for start, end, least, outcome in vague_counts(copy.title):
        told = [c for c in of_outcome if outcome is not None and c.outcome == outcome and c.quantity.start < _OPENING]
        if told and all(count.value < least / 2 for count in told):
            first = told[0].quantity
            yield _finding(copy, copy.span(start, end, "title"), copy.span(first.start, first.end))


def _finding(copy: Copy, claim: Span, rival: Span, confidence: float | None = None) -> Finding:
    return Finding(
        claim,
        f"Possible contradiction: the headline says {claim.text}, the text {rival.text}. Check the number.",
        suggestion=rival.text,
        evidence=(rival,),
        confidence=confidence,
    )


def _outvoted(claim: Span, rival: Span) -> Finding:
    """A number of the text that neither the headline nor the parts that the text names bear out."""
    return Finding(
        rival,
        f"Possible contradiction: the text says {rival.text}, the headline {claim.text}, and so many are its parts. "
        "Check the number.",
        suggestion=claim.text,
        evidence=(claim,),
    )


def _borne_out(claim: Quantity, said: list[Quantity], copy: Copy) -> bool:
    """True when the text has the number, one that rounds to it, or two that add up to it; also as a fraction."""
    slack = 0.1 if claim.hedge is not None else 0.06 if claim.kind == "money" or _is_round(claim.value) else 0.0
    alike = [q.value for q in said if q.kind in (claim.kind, "number") and (q.unit == claim.unit or q.kind == "number")]
    if any(_rounds_to(value, claim.value, slack) for value in alike):
        return True
    if claim.kind == "percent" and re.search(r"\b(?:half|third|quarter|fifth|tenth|doubl\w+|tripl\w+)\b", copy.text):
        return True
    return bool(claim.value % 12 in (0, 6) and claim.value <= 48 and "dozen" in copy.text.lower())


def _is_gap(claim: Figure, copy: Copy) -> bool:
    """ "passes by six votes" over "by 33 votes to 27": a margin that lies between two figures of one sentence."""
    return (
        claim.is_plain
        and _is_margin(claim, copy.title)
        and any(
            close(abs(a.value - b.value), claim.value)
            for s in copy.figures
            for a, b in pairwise(s.figures)
            if a.is_plain and b.is_plain and (claim.measure in (a.measure, b.measure) or None is a.measure is b.measure)
        )
    )


def _is_part(claim: Figure, rival: float, figures: Sequence[Figure]) -> bool:
    """ "three of four cars": the headline has the text's number as well, of the same."""
    return any(f.value == rival for f in figures if _kind(f) == _kind(claim))


def _kind(figure: Figure) -> tuple[object, ...]:
    return figure.quantity.kind, figure.quantity.unit, figure.measure


def _sums(claim: Figure, copy: Copy, rival: Figure | Quantity, *, of_people: bool) -> list[tuple[float, float]]:
    """The pairs of figures that count the same in the text and make the headline's; for victims, two of people.

    A "one" that counts nothing stands near the number that the claim contradicts.
    """
    if claim.measure_of_time:
        return []
    alike = {
        (f.start, f.value)
        for s in copy.figures
        for f in s.figures
        if _kind(f) == _kind(claim)
        and (f.value > 1 or f.noun is not None or abs(f.start - rival.start) < _LEAD / 3)
        and (
            not claim.is_plain
            or claim.measure
            or (None in (f.lemma, claim.lemma) and not of_people)
            or f.lemma == claim.lemma
            or is_person(f.lemma or "")
        )
    }
    return [
        (a, b)
        for (here, a), (there, b) in combinations(sorted(alike), 2)
        if a != b and close(a + b, claim.value) and (claim.is_plain or abs(here - there) < _TOGETHER)
    ]


def _is_same_thing(claim: Figure, rival: Figure | Quantity) -> bool:
    """True when the opening of the text counts what the headline counts, by the same noun."""
    return isinstance(rival, Figure) and claim.is_plain and rival.lemma == claim.lemma is not None


def _between_years(claim: Figure, copy: Copy) -> bool:
    """True for a number of years that lies between two years of the text, or between one and its own."""
    if claim.measure != "year":
        return False
    if any(round(10 * (number(word) or 0)) == claim.value for word in _DECADES.findall(copy.text)):
        return True
    named = {int(year) for year in _CALENDAR[-1].findall(copy.text)} | ({copy.year} if copy.year else set())
    if copy.year is None and _is_elapsed(claim, copy.title):
        return any(_NOWADAYS[0] <= year + claim.value <= _NOWADAYS[1] for year in named)
    return any(abs(a - b - claim.value) <= 1 for a in named for b in named)


def _is_elapsed(claim: Figure, title: str) -> bool:
    """True for "after 14 years" and "20-year mystery", which are counted from a year of the text to the article's."""
    return title[claim.end :].startswith("-year") or title[: claim.start].lower().endswith(("after ", "in "))


def _is_round(value: float) -> bool:
    return value >= 10 and value % 10 == 0


def _rounds_to(value: float, claim: float, slack: float) -> bool:
    """True when a headline may print the value as the claim: the same, cut or rounded to its digits,
    or within slack."""
    if close(value, claim, slack):
        return True
    if claim != int(claim) or (value == int(value) == value and value < 1000):
        return False
    return int(value) == claim or round(value) == claim


def _victims(claim: Count, of_outcome: list[Count]) -> Count | None:
    same = [c for c in of_outcome if c.outcome == claim.outcome and c.quantity.start < _OPENING]
    alike = {c.value for c in same}
    if not same or any(a + b == claim.value for a in alike for b in alike if a != b):
        return None
    return same[0]


def _people(claim: Figure, victim: Count | None, copy: Copy) -> Figure | None:
    """The people with whom the text opens, where the headline counts victims by what happened to them alone."""
    opening = [
        f for s in copy.figures[:2] for f in s.figures if f.is_plain and is_person(f.lemma or "") and f.value >= 2
    ]
    bare = victim is not None and (claim.noun is None or is_person(claim.lemma or ""))
    rest = sum(f.value for f in opening[1:])
    alone = len(opening) == 1 or (opening and opening[0].value == rest)
    return opening[0] if bare and alone and opening[0].quantity.hedge is None else None


def _rival(claim: Figure, copy: Copy) -> Figure | None:
    """The number of the opening that the claim contradicts: of the same unit, or of the same noun."""
    opening = [f for s in copy.figures if s.start < _OPENING for f in s.figures]
    same = [f for f in opening if (f.quantity.kind, f.quantity.unit) == (claim.quantity.kind, claim.quantity.unit)]
    if claim.is_plain:
        same = [f for f in same if _counts_the_same(claim, f)]
        if len({f.value for f in same}) > 2:
            same = [f for f in same if f.start < _LEAD and _is_margin(f, copy.text)]
            if not _is_margin(claim, copy.title) or len({f.value for f in same}) != 1:
                return None
    else:
        lead = [f for f in same if f.start < _LEAD]
        slips = [f for f in same if _one_slip(f.value, claim.value)]
        lead = [f for f in lead if 1 / _ANOTHER_SUM < f.value / claim.value < _ANOTHER_SUM]
        same = slips or (lead if len({f.value for f in lead}) == 1 else [])
    return same[0] if same else _by_another_name(claim, copy)


def _by_another_name(claim: Figure, copy: Copy) -> Figure | None:
    """The one count of the lead that is near the claim: "14 stops" over "It will call at 12 places"."""
    if not claim.is_plain or claim.measure or claim.noun is None or claim.value < _LEAST_TOLD:
        return None
    lead = [f for s in copy.figures[:3] for f in s.figures if f.is_plain and not f.measure and f.noun is not None]
    near = [f for f in lead if 1 / _NEAR < f.value / claim.value < _NEAR and f.quantity.hedge is None]
    same_sort = [f for f in near if is_person(f.lemma or "") == is_person(claim.lemma or "")]
    return near[0] if len({f.value for f in near}) == 1 and same_sort else None


def _is_margin(figure: Figure, text: str) -> bool:
    """True for what something is won or moved by: "by two seconds"."""
    return re.search(r"\bby (?:just |only |a mere )?$", text[max(0, figure.start - 16) : figure.start]) is not None


def _counts_the_same(claim: Figure, other: Figure) -> bool:
    if claim.measure or other.measure:
        return claim.measure == other.measure
    above, there = grammar.governor(claim.token), grammar.governor(other.noun or other.token)
    if claim.lemma is None and above is not None and there is not None and above.pos_ == "VERB":
        return above.lemma_ == there.lemma_ and other.start < _LEAD / 2
    if claim.lemma is None or other.lemma is None or claim.lemma in _NOT_TELLING:
        return claim.value >= 100 and sorted(str(int(claim.value))) == sorted(str(int(other.value)))
    return claim.lemma == other.lemma or (claim.lemma in ("people", "man", "woman") and is_person(other.lemma))


def _one_slip(one: float, other: float) -> bool:
    """True when two numbers have the same digits but one, or the same digits in another order."""
    a, b = (f"{value:.10g}".rstrip("0").rstrip(".") for value in (one, other))
    differing = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) and len(a) >= 2 and (differing == 1 or (differing == 2 and sorted(a) == sorted(b)))


def _numbered_names(copy: Copy) -> Iterator[Finding]:
    """ "Windows 8" in the headline, "Windows 7" alone in the text."""
    for match in _NUMBERED.finditer(copy.title):
        name, given = match.groups()
        in_text = re.search(rf"\b{re.escape(name)} (?!{given}\b)\d{{1,3}}\b", copy.text)
        if in_text and not re.search(rf"(?<![\d.]){given}(?![\d.])", copy.text):
            yield _finding(copy, copy.span(*match.span(), "title"), copy.span(*in_text.span()))


_TITLE_AGE = re.compile(
    r"\b(?:aged|at) (\d{1,3})(?=$|[,.;:’'”]| (?:after|in|from|following)\b)|(?<=[A-Za-z]), (\d{1,3}),"
)
_TEXT_AGE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]old\b|\b(?:aged|at the age of|was|turned) (\d{1,3})(?=[,.;]| when\b)"
    r"|(?<=[A-Za-z]), (\d{1,3})(?=[,.;])"
)


def _ages(copy: Copy) -> Iterator[Finding]:
    """ "dies at 92" over a text in which nobody is 92."""
    for match in _TITLE_AGE.finditer(copy.title):
        age = match.group(1) or match.group(2)
        if re.search(rf"(?<![\d.,]){age}(?![\d%]|[.,]\d)", copy.text):
            continue
        rival = next((m for m in _TEXT_AGE.finditer(copy.text, 0, _LEAD)), None)
        if rival is not None:
            group = rival.lastindex or 0
            at = match.start(match.lastindex or 0)
            yield _finding(copy, copy.span(at, at + len(age), "title"), copy.span(*rival.span(group)))


_SCORE = re.compile(r"(?<![\d–-])(\d{1,3})[–-](\d{1,3})(?![\d–-])")
_CONTEST = re.compile(
    r"\b(?:beat|win|won|wins|draw|drew|lose|loses|lost|defeat|goals?|vote|voted|victory|match|score|final|tie)\w*\b",
    re.I,
)


def _scores(copy: Copy) -> Iterator[Finding]:
    """ "3-1" in the headline, "2-1" in the text."""
    in_text = list(_SCORE.finditer(copy.text))
    known = {frozenset(map(int, m.groups())) for m in in_text}
    spelt = re.findall(r"\b(\d{1,3}|[a-z]+)(?: votes)? to (\d{1,3}|[a-z]+)\b", copy.text)
    known |= {
        frozenset((int(a), int(b))) for x, y in spelt if (a := number(x)) is not None and (b := number(y)) is not None
    }
    early = [m for m in in_text if m.start() < _LEAD and int(m.group(1)) < 200]
    for match in _SCORE.finditer(copy.title):
        if (
            early
            and _CONTEST.search(copy.title + " " + copy.text[:_LEAD])
            and frozenset(map(int, match.groups())) not in known
        ):
            yield _finding(copy, copy.span(*match.span(), "title"), copy.span(*early[0].span()))


def _ranks(copy: Copy) -> Iterator[Finding]:
    """ "fifth title" in the headline, "fourth title" alone in the text."""
    for rank in ordinals(copy.title):
        noun = re.match(r"(?:[ -][a-z]+)?[ -]([a-z]{3,})\b", copy.title[rank.end :])
        if noun is None:
            continue
        said = [
            o
            for o in ordinals(copy.text)
            if re.match(rf"(?:[ -][\w’-]+){{0,2}}[ -]{noun.group(1).rstrip('s')}", copy.text[o.end : o.end + 40])
        ]
        if (
            said
            and len({o.value for o in said}) == 1
            and said[0].value != rank.value
            and all(o.value != rank.value for o in ordinals(copy.text))
        ):
            yield _finding(copy, copy.span(rank.start, rank.end, "title"), copy.span(said[0].start, said[0].end), 0.65)


_CALENDAR = (
    re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
    re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"),
    re.compile(r"(?<![\d$£€,.])(?:19|20)\d\d(?!\d|%|[,.]\d)"),
)


def _calendar(copy: Copy) -> Iterator[Finding]:
    """A day, month or year of the headline that the text lacks; its lead has another, one only or "from" one too."""
    for pattern in _CALENDAR:
        in_title, in_lead = list(pattern.finditer(copy.title)), list(pattern.finditer(copy.text, 0, _LEAD))
        if len(in_title) != 1 or not in_lead:
            continue
        shown = in_title[0].group()
        if len({m.group() for m in in_lead}) > 1:
            before = copy.title[: in_title[0].start()].rpartition(" ")[0].rpartition(" ")[2]
            in_lead = [m for m in in_lead if before and copy.text[: m.start()].endswith(f" {before} ")]
        if in_lead and not re.search(rf"\b{shown if shown.isdigit() else shown[:3]}", copy.text):
            yield _finding(copy, copy.span(*in_title[0].span(), "title"), copy.span(*in_lead[0].span()), 0.6)
