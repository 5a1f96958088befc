"""A headline that is set in another country than the story."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.whereabouts import places

_OWN = ("country", "capital", "city", "region", "demonym")
_LEAD = 900


@check("headline.place", "Place in the headline, another in the text", severity="critical", confidence=0.7)
def headline_place(copy: Copy) -> Iterator[Finding]:
    """A country, city or people of the headline that the text never touches, where its lead names another."""
    if not copy.title or len(copy.text) < 400:
        return
    in_text = copy.places
    countries = {w.place.country for w in in_text if w.place.country}
    names = {w.place.name for w in in_text}
    for where in places(copy.docs[0]):
        place = where.place
        if place.kind not in _OWN or place.country is None or place.country in countries or place.name in names:
            continue
        shown = copy.title[where.start : where.end]
        if re.search(rf"\b{re.escape(shown.removesuffix('s'))}", copy.text):
            continue
        rivals = [w for w in in_text if w.start < _LEAD and w.place.country and w.place.kind in _OWN]
        main = Counter(w.place.country for w in rivals).most_common(1)
        if not main or main[0][1] < 2:
            continue
        first = next(w for w in rivals if w.place.country == main[0][0])
        evidence = copy.span(first.start, first.end)
        yield Finding(
            copy.span(where.start, where.end, "title"),
            f"Possible contradiction: the headline says {shown}, the text speaks of {evidence.text}"
            f" and never of {shown}. "
            "Check the place.",
            suggestion=evidence.text,
            evidence=(evidence,),
        )
