"""A country in a caption or the opening that the rest of the text gives otherwise."""

from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.tokens import Span as DocSpan
from bot.model import Span

_KINDS = ("country", "capital", "city", "region", "demonym")
_FEWEST_OF_COUNTRY = 2


@check("headline.country", "Country of caption or opening", severity="major", confidence=0.55)
def head_country(copy: Copy) -> Iterator[Finding]:
    """Countries of captions and of the opening sentence, against all the rest."""
    pictures = captions(copy)
    for picture in pictures:
        yield from _countries(copy, picture)
    first = next(iter(copy.body.sents), None)
    if copy.title and first is not None and first not in pictures:
        yield from _countries(copy, first)


def _finding(copy: Copy, here: Span, there: Span) -> Finding:
    return Finding(
        here,
        f"Possible contradiction: “{here.text}” here, “{there.text}” in the rest of the text. Check which is right.",
        evidence=(there,),
    )


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
