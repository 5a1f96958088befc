"""The date line of a story in its parts: "LIMA, Peru, March 3 (Newswire) — "."""

import re
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.language.places import Place, lookup
from bot.model import Span

_WORD = r"[A-Z][\w’'.-]{0,24}+"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_LINE = re.compile(
    rf"\s{{0,9}}(?P<city>{_WORD}(?: (?:{_WORD}|de|la|el|of|the|al|upon|am|sur)){{0,3}}?)"
    rf"(?:, (?P<land>(?!{_MONTH} \d)(?:the )?{_WORD}(?: (?:{_WORD}|of|and|the)){{0,4}}?))?"
    rf"(?:,? (?P<date>{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?P<year>\d{{4}}))?)?"
    r"(?: \([A-Z][\w /.-]{1,24}\))?(?P<end> ?(?:—|–|--|-(?= ))\s{0,9}|: )"
)


_STATES = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
    "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois",
    "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Mass.": "Massachusetts",
    "Md.": "Maryland", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri",
    "Mont.": "Montana", "N.C.": "North Carolina", "N.D.": "North Dakota", "N.H.": "New Hampshire",
    "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Neb.": "Nebraska", "Nev.": "Nevada",
    "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island", "S.C.": "South Carolina",
    "S.D.": "South Dakota", "Tenn.": "Tennessee", "Tex.": "Texas", "Va.": "Virginia", "Vt.": "Vermont",
    "W.Va.": "West Virginia", "Wash.": "Washington", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
}  # fmt: skip
"""States as date lines shorten them."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """Where and when a story says that it was written. ``city`` and ``land`` are what the gazetteer knows of them."""

    name: str
    city: Place | None
    land_name: str | None
    land: Place | None
    date: str | None
    year: int | None
    place: Span
    date_place: Span | None
    end: int


def date_line(copy: Copy) -> DateLine | None:
    """The date line that a body begins with, below a standfirst as well if its city is in capitals.

    Before a colon it must be a place that the gazetteer knows.
    """
    match = _LINE.match(copy.text) or _below_standfirst(copy)
    if match is None:
        return None
    name, land = _plain(match["city"]), _plain(match["land"]) if match["land"] else None
    city = lookup(name)
    if match["end"] == ": " and (city is None or city.kind not in ("city", "capital")):
        return None
    if not (match["city"].isupper() or city is not None or match["date"]):
        return None
    return DateLine(
        name=name,
        city=city,
        land_name=land,
        land=_land(land) if land else None,
        date=match["date"],
        year=int(match["year"]) if match["year"] else None,
        place=copy.trimmed(match.start("city"), match.end("land") if land else match.end("city")),
        date_place=copy.span(*match.span("date")) if match["date"] else None,
        end=match.end(),
    )


def _below_standfirst(copy: Copy) -> re.Match[str] | None:
    for paragraph in copy.paragraphs[1:_PARAGRAPHS]:
        match = _LINE.match(copy.text, paragraph.start)
        if match is not None and match["city"].isupper() and match["end"] != ": ":
            return match
    return None


_PARAGRAPHS = 3
"""Paragraphs of which one may begin with a date line: a standfirst and a byline stand before it at most."""


def _land(name: str) -> Place | None:
    """A country, region or state; "Ga." is a state though Georgia is a country as well."""
    return Place(_STATES[name], "region", "US") if name in _STATES else lookup(name)


def _plain(name: str) -> str:
    name = name.removeprefix("the ")
    return name.title() if name.isupper() and len(name.replace(".", "")) > 2 else name
