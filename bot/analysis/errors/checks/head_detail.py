"""A place, year or number of a caption or of the opening that the rest of the text gives otherwise."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan

from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import Figure
from bot.analysis.errors.registry import Finding, check
from bot.model import Span

_YEAR = re.compile(r"(?<![\d$£€,.–-])(?:1[6-9]|20)\d\d(?![\d%]|[,.–-]\d)")
_PAIR = re.compile(r"\b(?:a |the |this |that )?pair of ([a-z]+)(?: ([a-z]+))?\b")
_KINDS = ("country", "capital", "city", "region", "demonym")
_FEWEST_OF_COUNTRY = 2
_OF_MORE = frozenset({"other", "another", "more", "further", "next", "last", "these", "those"})


@check("headline.detail", "Detail of caption or opening", severity="major", confidence=0.6)
def head_detail(copy: Copy) -> Iterator[Finding]:
    """Years, counts and countries of captions, countries of the opening sentence, against all the rest."""
    pictures = captions(copy)
    for picture in pictures:
        yield from _years(copy, picture)
        yield from _counts(copy, picture)
        yield from _countries(copy, picture)
    first = next(copy.body.sents, None)
    if copy.title and first is not None and first not in pictures:
        yield from _countries(copy, first)


def _finding(copy: Copy, here: Span, there: Span) -> Finding:
    return Finding(
        here,
        f"Possible contradiction: “{here.text}” here, “{there.text}” in the rest of the text. Check which is right.",
        evidence=(there,),
    )


def _rest(copy: Copy, head: DocSpan, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    found = pattern.finditer(copy.text)
    return [match for match in found if not head.start_char <= match.start() < head.end_char]


def _years(copy: Copy, head: DocSpan) -> Iterator[Finding]:
    """A year that nothing else has, one digit or two changed places from one that the text has."""
    rest = _rest(copy, head, _YEAR)
    for match in _YEAR.finditer(copy.text, head.start_char, head.end_char):
        if match.group() in copy.title or any(other.group() == match.group() for other in rest):
            continue
        near = [other for other in rest if _is_slip(match.group(), other.group())]
        if len({other.group() for other in near}) == 1:
            yield _finding(copy, copy.span(*match.span()), copy.span(*near[0].span()))


def _is_slip(one: str, other: str) -> bool:
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return differing == 1 or (differing == 2 and sorted(one) == sorted(other))


def _counts(copy: Copy, head: DocSpan) -> Iterator[Finding]:
    """A number of things of which the text has one other number, a pair counting as two."""
    plain = [
        figure for sentence in copy.figures for figure in sentence.figures if figure.is_plain and not figure.measure
    ]
    inside = [figure for figure in plain if head.start_char <= figure.start < head.end_char]
    for figure in inside:
        said = _said_of(copy, figure, [other for other in plain if other not in inside])
        if len({value for value, _ in said}) == 1 and said[0][0] != figure.value:
            yield _finding(copy, copy.span(figure.start, figure.end), said[0][1])


def _said_of(copy: Copy, figure: Figure, others: list[Figure]) -> list[tuple[float, Span]]:
    if figure.noun is None or figure.lemma is None or any(word.lower_ in _OF_MORE for word in figure.noun.children):
        return []
    said = [(other.value, copy.span(other.start, other.end)) for other in others if other.lemma == figure.lemma]
    stem = figure.lemma[:4]
    pairs = (
        match for match in _PAIR.finditer(copy.text) if any((word or "").startswith(stem) for word in match.groups())
    )
    return said + [(2.0, copy.span(*match.span())) for match in pairs]


def _countries(copy: Copy, head: DocSpan) -> Iterator[Finding]:
    """A country that the rest never touches, the rest being set in one other."""
    inside = [where for where in copy.places if head.start_char <= where.start < head.end_char]
    rest = Counter(
        where.place.country
        for where in copy.places
        if where.place.country and where.place.kind in _KINDS and not head.start_char <= where.start < head.end_char
    )
    here = {where.place.country for where in inside if where.place.country}
    if len(rest) != 1 or len(here) != 1 or here & rest.keys() or rest.total() < _FEWEST_OF_COUNTRY:
        return
    where = next(where for where in inside if where.place.country)
    other = next(other for other in copy.places if other.place.country in rest)
    if where.place.kind == "country":
        yield _finding(copy, copy.span(where.start, where.end), copy.span(other.start, other.end))
