"""One thing counted twice with two results."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count
from bot.analysis.errors.figures import Figure, sentences
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning.wholes import FRACTION, fraction
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.taken_up import taken_up
from bot.analysis.errors.twice_told import twice_told
from bot.language import grammar
from bot.language.quantities import number
from bot.model import FieldName, Span

_OTHER = re.compile(
    r"\b(?:another|other|others|more|further|additional|including|of whom|of them|among|each|every|per|earlier"
    r"|previous\w*"
    r"|initial\w*|first|later|rose|risen|rise|raised|revised|climb\w*|increas\w*|up to|fewer|since|last (?:year"
    r"|month|week)"
    r"|(?:19|20)\d\d|ago|since|average|separate|second|third|next|estimated|estimates?|feared|may have|might"
    r"|could|if"
    r"|children|women|men|officers|soldiers|students|foreigners|annual\w*|yearly|total|wave|attacks|both"
    r"|deadliest|worst)\b",
    re.IGNORECASE,
)


@check("number.inconsistent", "Two numbers for one thing", severity="critical", confidence=0.55)
def inconsistent_count(copy: Copy) -> Iterator[Finding]:
    """Victims of one event, and compounds such as "the six-member team"; what tells two counts apart clears."""
    yield from _victims(copy)
    yield from _compounds(copy)
    yield from _ages(copy)
    yield from _slips(copy)
    yield from _none(copy)
    yield from _taken_up(copy)
    yield from _shares(copy)


def _victims(copy: Copy) -> Iterator[Finding]:
    by_outcome: dict[str, list[Count]] = defaultdict(list)
    for count in copy.counts:
        if count.outcome in ("killed", "injured", "missing") and count.value >= 2:
            by_outcome[count.outcome].append(count)
    for same in by_outcome.values():
        if len({count.value for count in same}) != 2 or len(same) > 4:
            continue
        first = same[0]
        rival = next(count for count in same if count.value != first.value)
        texts = [copy.body.char_span(c.quantity.start, c.quantity.end, alignment_mode="expand") for c in (first, rival)]
        if (
            any(span is None or _OTHER.search(span.sent.text) for span in texts)
            or first.quantity.hedge
            or rival.quantity.hedge
        ):
            continue
        if any(_makes(copy, one, other) for one, other in ((first, rival), (rival, first))):
            continue
        yield _finding(_span(copy, rival), _span(copy, first), f"{first.outcome}")


def _makes(copy: Copy, whole: Count, part: Count) -> bool:
    """True when the sentence of the smaller count has the rest of the bigger one: "four men and five women"."""
    near = next((s for s in copy.figures if s.start <= part.quantity.start < s.start + len(s.text)), None)
    return near is not None and any(f.value == whole.value - part.value for f in near.figures)


_COMPOUND = re.compile(
    r"\b([A-Za-z]{1,30}|\d[\d,.]{0,20})-(member|person|man|strong|nation|country|day|week|month|seat|point"
    r"|storey|story|bed|mile|kilomet(?:re|er)|hour)\b"
)
_OF_TIME = frozenset({"day", "hour"})
"""What another event may last: "a four-day race" is not always "the five-day race"."""


def _compounds(copy: Copy) -> Iterator[Finding]:
    """ "a six-member Afghan team … the seven-member Afghan team"."""
    seen: dict[tuple[str, str], list[tuple[float, Span, bool]]] = defaultdict(list)
    for match in find_all(_COMPOUND, copy.text):
        value = number(match.group(1))
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if value is None or span is None:
            continue
        head = span.root
        while head.head.i != head.i and (head.pos_ not in ("NOUN", "PROPN") or span.start <= head.i < span.end):
            head = head.head
        if head.i < span.end or head.i > span.end + 3:  # "the 30-mile loop or the 60-mile"
            continue
        definite = any(
            d.lower_ in ("the", "this", "that", "its", "their") for d in grammar.dependents(head) if d.i < span.start
        )
        seen[match.group(2), head.lemma_.lower()].append((value, copy.span(*match.span()), definite))
    for (unit, head_noun), uses in seen.items():
        values = {value for value, _, _ in uses}
        if len(values) != 2:
            continue
        first = uses[0]
        rival = next(use for use in uses if use[0] != first[0])
        if rival[2] and (first[2] or unit not in _OF_TIME):
            yield _finding(rival[1], first[1], head_noun)


_AGE = re.compile(r"\b(\d{1,2})-year-old\b|, (?:aged )?(\d{1,2}),|\baged (\d{1,2})\b")
_THE_AGE = re.compile(r"\b[Tt]he (\d{1,2})-year-old\b")


def _ages(copy: Copy) -> Iterator[Finding]:
    """ "a 14-year-old boy … The 15-year-old": an age taken up again that nobody was given, near one that was."""
    given = [(int(next(g for g in m.groups() if g)), m) for m in find_all(_AGE, copy.text)]
    for match in find_all(_THE_AGE, copy.text):
        age = int(match.group(1))
        others = [(other, m) for other, m in given if not match.start() <= m.start() < match.end()]
        if not others or any(other == age for other, _ in others):
            continue
        before = [(other, m) for other, m in others if m.start() < match.start()]
        slips = [(o, m) for o, m in before if abs(o - age) == 1 or sorted(str(o)) == sorted(str(age))]
        if len({other for other, _ in before}) == 1 and slips:
            yield _finding(copy.span(*match.span()), copy.span(*slips[0][1].span()), "the age")


_UNITS = "day|week|month|year|member|crew|storey|vote|ship|seat|country|nation|people"
_WORDED = re.compile(rf"\b([a-z]{{1,20}}(?:-[a-z]{{1,20}})?)[- ]({_UNITS})s?\b", re.IGNORECASE)


def _slips(copy: Copy) -> Iterator[Finding]:
    """ "a nine-day strike … nineteen days": of two numbers in words that look alike, one is a slip."""
    uses: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for match, field in copy.matches(_WORDED):
        if (number(match.group(1)) or 0) > 2:
            uses[match.group(2).lower()][match.group(1).lower()].append(copy.span(*match.span(), field))
    for unit, found in uses.items():
        for one, other in combinations(found, 2):
            usual, rare = sorted(
                (one, other), key=lambda word: (-len(found[word]), found[word][0].field == "text", found[word][0].start)
            )
            steady = unit not in ("year", "people") or len(found[usual]) >= 2
            if steady and len(found[rare]) == 1 and len(found[usual]) <= 4 and _look_alike(one, other):
                here, before = found[rare][0], found[usual][0]
                yield Finding(
                    here,
                    f"Possible contradiction: “{before.text}” elsewhere, “{here.text}” here. Check which number "
                    f"is right.",
                    evidence=(before,),
                    confidence=0.5,
                )


_NONE = re.compile(
    r"\b(?:[Nn]o[- ]?one|[Nn]obody|[Nn]o (?:other )?(?:people|passengers|casualties|deaths|injuries|fatalities))"
    r"(?: else)?(?: in [\w’ -]{3,30}| on board| aboard)? (?:was|were|has been|have been|had been|died"
    r"|is)\b(?: reported)?"
    r"(?: (?P<how>killed|hurt|injured|wounded|dead))?"
)


def _none(copy: Copy) -> Iterator[Finding]:
    """ "Nobody was hurt" and "two people hurt": no victims, and some."""
    for match in find_all(_NONE, copy.text):
        words = match.group()
        outcome = "killed" if re.search(r"killed|dead|died|deaths|fatalities", words) else "injured"
        if copy.is_quoted(match.start()) or not (match.group("how") or re.search(r"died|deaths|injuries|fatal", words)):
            continue
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        rival = next((c for c in copy.counts if c.outcome == outcome and c.value >= 1), None)
        where = (
            copy.body.char_span(rival.quantity.start, rival.quantity.end, alignment_mode="expand") if rival else None
        )
        if rival is None or span is None or where is None or copy.is_quoted(rival.quantity.start):
            continue
        if any(_OTHER.search(s.sent.text) for s in (span, where)) or span.sent.start == where.sent.start:
            continue
        yield _finding(_span(copy, rival), copy.span(*match.span()), outcome)


def _taken_up(copy: Copy) -> Iterator[Finding]:
    """A number that points back at one that was another."""
    title = sentences(copy.docs[0])
    taken = list(taken_up(title, copy.figures, copy.all_words))
    marked = {found.here.start for found in taken}
    for found in (*taken, *(found for found in twice_told(title, copy.figures) if found.here.start not in marked)):
        before = found.before
        yield _finding(_words(copy, found.here), _words(copy, before), before.lemma or before.measure or "number")


_NEARLY = re.compile(
    r"\b(?:(?P<below>nearly|almost|just under|close to)|(?P<above>more than|over|just over)|about|around) $", re.I
)
_AGAIN = re.compile(r"^ of (?:the total|them|those|all|the (?:whole|sample|respondents))\b")


def _shares(copy: Copy) -> Iterator[Finding]:
    """ "nearly nine in ten … “When almost 80 per cent …”": the one share of the text said again as another."""
    found = []
    for match in find_all(FRACTION, copy.text):
        hedge = _NEARLY.search(copy.text, max(0, match.start() - 14), match.start())
        share = fraction(match)
        if hedge is not None and share is not None:
            found.append((share, hedge["below"] is None, hedge["above"] is None, match))
    if len(found) != 2:
        return
    (one, *way, first), (other, *its, again) = found
    taken_up = copy.is_quoted(again.start()) != copy.is_quoted(first.start()) or _AGAIN.match(copy.text, again.end())
    if way == its and taken_up and _LEAST_APART < abs(one - other) < _MOST_APART:
        yield _finding(copy.span(*again.span()), copy.span(*first.span()), "the share")


_LEAST_APART, _MOST_APART = 0.04, 0.2


def _words(copy: Copy, figure: Figure) -> Span:
    """A figure with the noun that it counts."""
    noun = figure.noun if figure.noun is not None and 0 < figure.noun.i - figure.token.i <= 3 else figure.token
    field: FieldName = "title" if figure.token.doc is copy.docs[0] else "text"
    return copy.span(figure.start, max(figure.end, noun.idx + len(noun)), field)


def _look_alike(one: str, other: str) -> bool:
    """True for nine and nineteen, sixteen and sixty, twelve and twenty-two."""
    return one[:3] == other[:3] and one != other


def _span(copy: Copy, count: Count) -> Span:
    """The number with the few words that say what it counts."""
    text = copy.text[count.quantity.end : count.quantity.end + 40]
    tail = re.match(r"(?: [\w’-]+){0,2}", text)
    return copy.span(count.quantity.start, count.quantity.end + (tail.end() if tail else 0), count.field)


def _finding(here: Span, before: Span, what: str) -> Finding:
    return Finding(
        here,
        f"Possible contradiction ({what}): “{before.text}” before, “{here.text}” here. Check which number is right, "
        "or say what changed.",
        evidence=(before,),
    )
