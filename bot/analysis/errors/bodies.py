"""What kind of body a phrase names, and which offices bodies of a kind do not have.

The tables are ``data/bodies.tsv`` (kinds of body, the nouns for them, names of some) and
``data/offices.tsv`` (offices, and the kinds of body without them) and ``data/governments.tsv`` (parts of
states, and what their heads of government are called); all may be extended. Forms of government are those
of today; no table says who holds an office.
"""

import csv
import re
from functools import cache
from pathlib import Path

from bot.analysis.errors.lexicon import word_set
from bot.language import cities, places
from bot.language.places import Place
from bot.language.tables import fold, listed

_DATA = Path(__file__).parent / "data"
_MONARCHIES = word_set(
    "GB CA AU NZ JP NL BE DK SE NO LU TH JO SA MA KW QA BH OM MY BN BT KH LS SZ TO JM BS AG BZ GD KN LC VC PG SB TV"
)
_WITH_MONARCHS = _MONARCHIES | {"ES", "VA", "AE", "LI", "MC", "AD"}
_WITHOUT_PRIME_MINISTER = word_set(
    "US MX BR AR CL CO VE EC PY UY BO CR PA GT HN SV NI DO PH ID NG KE GH ZM CH CY IR VA "
    "AO BJ BW GM KM LR MW SC SL SS TM MH FM PW"
)
_WITH_CHANCELLOR = frozenset({"DE", "AT", "CH", "GB"})
_CITIES_AS_WELL = frozenset({"SG", "MC", "LU", "PA", "GT", "MX", "KW", "DJ", "SM", "VA", "GE", "JE", "GD", "HK", "MO"})
"""States that share a name with a city or a part of another state, or are one city."""

_TERRITORIES = word_set(
    "PR GU VI AS MP GI BM FK KY TC MS VG AI SH GG JE IM HK MO GL FO NC PF AX BQ CW AW SX RE GP MQ GF YT CK NU TK PN"
)
"""Places with a country code that are no states, and have governors and premiers."""

_MONARCHS = frozenset(
    {"king", "queen", "emperor", "empress", "monarch", "crown prince", "crown princess", "sultan", "tsar", "emir"}
)
_PRIME_MINISTERS = frozenset({"prime minister", "deputy prime minister"})
_MINISTERS = frozenset({"minister", "deputy minister", "junior minister"})
"""Those of any body that has ministers, be they envoys or clergy."""
_PRESIDENTS = frozenset({"president", "vice president", "vice-president"})
_HEADS = _PRIME_MINISTERS | {
    "president", "premier", "chancellor", "governor", "first minister", "chief minister", "minister-president"
}  # fmt: skip
"""What heads of government are called somewhere; a part of a state has those of its own table alone."""

_ONE_STATE = {"taoiseach": "IE", "tánaiste": "IE", "bundeskanzler": "DE", "knesset speaker": "IL"}
"""Titles that a single state has."""

_CONGRESSES = word_set("US PH MX CO PE AR BR CL EC GT HN CR VE BO PY UY PA NI SV DO PR ES ID MY NG IN LR")
_ONLY_IN: dict[str, frozenset[str]] = {
    **{title: frozenset({code}) for title, code in _ONE_STATE.items()},
    **dict.fromkeys(("emperor", "empress"), frozenset({"JP"})),
    **dict.fromkeys(("congressman", "congresswoman"), _CONGRESSES),
    "emir": frozenset({"QA", "KW", "AE"}),
    "sultan": frozenset({"OM", "BN", "MY"}),
    "home secretary": frozenset({"GB", "IN"}),
    "chancellor of the exchequer": frozenset({"GB"}),
}
"""Titles that a few states have."""

_NOT_IN: dict[str, frozenset[str]] = {
    **dict.fromkeys(("king", "queen"), word_set("JP QA KW OM BN LU MC LI VA AE AD")),
    "senator": word_set("GB DK SE NO FI IS PT GR HU CN IL NZ KR SG UA TR EE LV LT SK BG RS HR CY MT LU BD LK VN"),
    "minister": frozenset({"US"}),
}
"""Titles that some states lack where others like them have them; "minister" of every field."""


@cache
def offices() -> dict[str, frozenset[str]]:
    """Every office of the table, in lower case, with the kinds of body that have none."""
    found = {
        office: frozenset(row["bodies without"].split())
        for row in _rows("offices.tsv")
        for office in listed(row["offices"])
    }
    return {**found, **{title: frozenset({"us-state"}) for title in _ONE_STATE}}


def kinds() -> frozenset[str]:
    """The kinds of body of the table."""
    return frozenset(row["kind"] for row in _rows("bodies.tsv"))


def missing(office: str, body: str, told: str | None = None) -> str | None:
    """Why a body cannot have an office, in a few words; None when it may have it. ``told`` is its kind, where known."""
    without = offices().get(office.lower().replace("general-", "general "))
    if without is None:
        return None
    part = _governments().get(fold(body))
    if part is not None and office.lower() in _HEADS:
        return None if office.lower() in part else f"{body} has no {office.lower()}"
    place, known = places.lookup(body), _names().get(fold(body))
    if place is not None and place.kind in ("country", "demonym", "metonym") and place.country and known is None:
        state = places.stands_for_state(body)
        if state is None or state.country in _TERRITORIES or office.lower() in _MINISTERS:
            return None
        return _of_state(office.lower(), state, frozenset() if place.kind == "demonym" else without)
    kind = (
        _small_town(body, without)
        or _continent(place)
        or _region(place)
        or known
        or kind_of(body)
        or (told if told != "city" else None)
    )
    if kind is None and (told == "city" or _is_city(body, place)) and _is_of_states(office.lower(), body):
        kind = "city"
    of_kind = f"{body}, a {kind}," if kind == told else _with_article(body)
    is_place = kind == "city" and body[0].isupper()
    why = f"{body} is a city" if is_place else f"{of_kind} has no {office.lower()}"
    return why if kind in without else None


_SMALL_TOWNS = word_set("town village hamlet suburb borough municipality")


def _small_town(body: str, without: frozenset[str]) -> str | None:
    """The kind of towns for an office that cities may have and no town has."""
    return "town" if "town" in without and body.lower().split()[-1] in _SMALL_TOWNS else None


def _continent(place: Place | None) -> str | None:
    return "continent" if place is not None and place.kind == "continent" else None


def _is_city(body: str, place: Place | None) -> bool:
    """True for a city, and for a town that shares its name with no other place."""
    if place is not None:
        return place.kind == "city"
    homes = cities.homes(body)
    return bool(homes) and not homes & (_TERRITORIES | _CITIES_AS_WELL)


def may_have_had(office: str, body: str) -> bool:
    """True for the heads of states and of their parts, which have been governed otherwise in the past."""
    place = places.lookup(body)
    is_head = office.lower() in _HEADS | _MONARCHS | _PRESIDENTS | _ONE_STATE.keys()
    return is_head and place is not None and place.kind not in ("bloc", "continent")


_CITIES_TOO = frozenset(
    {"New York", "Donetsk", "Luhansk", "Fukushima", "Brandenburg", "Quebec", "Kent", "Ontario", "Gaza"}
)
"""Regions that share their name with a city."""

_CITY_LACKS = _PRIME_MINISTERS | {"secretary-general", "secretary general", "first minister"}
_LACKS_UNLESS_SEAT = frozenset({"premier", "chief minister", "minister-president"})
"""Offices that no city has; others may be those of its club, its university or its province."""

_SEATS = word_set(
    "Delhi Mumbai Kolkata Chennai Hyderabad Bangalore Bengaluru Lucknow Patna Bhopal Jaipur Chandigarh Ahmedabad "
    "Guwahati Thiruvananthapuram Lahore Karachi Peshawar Quetta Edinburgh Cardiff Belfast Hamburg Bremen Munich "
    "Stuttgart Dresden Düsseldorf Salzburg Linz Graz Innsbruck Sydney Melbourne Brisbane Perth Adelaide Hobart "
    "Darwin Toronto Edmonton Winnipeg Regina Halifax Victoria Barcelona Seville Valencia Geneva Zürich Zurich "
    "Basel Gaza Erbil Irbil Sulaymaniyah Benghazi Tobruk Aden Donetsk Luhansk Tiraspol Sukhumi Tskhinvali "
    "Stepanakert Yangon Rangoon Abidjan Cotonou Colombo Almaty Lagos Kano Istanbul Johannesburg Zanzibar Kazan "
    "Grozny Simferopol Namur Kuching Hargeisa Garowe Juba Marawi Puducherry Pondicherry Malacca Melaka Penang Cotabato "
    "Bern Lucerne Fribourg Neuchâtel Lausanne Schaffhausen Zug Solothurn Lugano Córdoba Cordoba Mendoza Salta Tucumán "
    "Corrientes Neuquén Catamarca Formosa Jujuy Rosario Murcia Zaragoza Kirkuk Mosul Goma Bukavu Mazar Herat "
    "Idlib Homs "
    "Hodeidah Taiz Marib Misrata Tuzla Mostar Zenica Kinshasa Samara Perm Tver Tula Sokhumi Ramallah Nablus "
    "Port-au-Prince"
)
"""Cities that are no capitals of a state and may yet stand for a government: of a part, of old, or of rebels."""


_CITY_STATES = re.compile(
    r"(?:New )?(?:Delhi|Berlin|Hamburg|Bremen|Vienna|Basel|Geneva|Canberra|Brussels|Singapore|Monaco|Macau|Djibouti"
    r"|Gibraltar|Dubai|Moscow|Puducherry|Kinshasa|Luxembourg|San Marino|Hong Kong|Abu Dhabi|Buenos Aires|Addis Ababa)"
)
"""Cities that are a state, or a part of one with a government."""


def is_city_state(name: str) -> bool:
    """True for such a city, which has a transport minister of its own."""
    return _CITY_STATES.fullmatch(name.title() if name.isupper() else name) is not None


def _is_of_field(office: str) -> bool:
    return office.endswith(" minister") and office not in _HEADS


def _is_of_states(office: str, city: str) -> bool:
    """True for an office that a state has and no city: "Gdynia’s shipping minister"."""
    return office in _CITY_LACKS or ((_is_of_field(office) or office in _LACKS_UNLESS_SEAT) and city not in _SEATS)


def _with_article(body: str) -> str:
    return f"a {body}" if body.islower() else body


def _region(place: Place | None) -> str | None:
    if place is None or place.kind != "region" or place.name in _CITIES_TOO:
        return None
    return "us-state" if place.country == "US" else "region"


_NAMED_BY_PLACE = word_set(
    "university ministry museum hospital federation association institute bank commission parliament authority council"
)
"""Bodies whose names go on behind the noun for them: "the Federal University of Pará"."""


def kind_of(body: str) -> str | None:
    """The kind of a body that is no place, from its name, else from the noun it ends in, or "of" what follows."""
    key = fold(body)
    first = key.partition(" of ")[0].rpartition(" ")[2]
    last = first if first in _NAMED_BY_PLACE else key.rpartition(" ")[2]
    if last == "union":
        return _names().get(key) or ("union" if body.islower() else None)
    return _names().get(key) or _nouns().get(last)


@cache
def _governments() -> dict[str, frozenset[str]]:
    """What the heads of government of parts of states are called, by the names and adjectives of the parts."""
    return {
        fold(name): frozenset(listed(row["heads"]))
        for row in _rows("governments.tsv")
        for name in listed(f"{row['parts']}|{row['adjectives']}")
    }


def is_governed_part(name: str) -> bool:
    """True for a part of a state, or its adjective, whose head of government is known by a title of its own."""
    return fold(name) in _governments()


@cache
def _names() -> dict[str, str]:
    nouns = {noun: row["kind"] for row in _rows("bodies.tsv") for noun in row["nouns"].split() if noun.isupper()}
    names = {name: row["kind"] for row in _rows("bodies.tsv") for name in listed(row["names"])}
    return {fold(name): kind for name, kind in {**nouns, **names}.items()}


@cache
def _nouns() -> dict[str, str]:
    return {noun: row["kind"] for row in _rows("bodies.tsv") for noun in row["nouns"].split() if noun.islower()}


def _of_state(office: str, state: Place, without: frozenset[str]) -> str | None:
    """The same for a state, by its form of government."""
    code = state.country or ""
    reasons = (
        (code not in _ONLY_IN.get(office, {code}), f"{state.name} has no {office}"),
        (code in _NOT_IN.get(office, ()), f"{state.name} has no {office}"),
        (_is_of_field(office) and code in _NOT_IN["minister"], f"{state.name} has secretaries, no {office}"),
        (code == "VA" and "vatican" in without, f"the Vatican has no {office}"),
        (office in _PRESIDENTS and code in _MONARCHIES | {"ES"}, f"{state.name} is a monarchy and has no {office}"),
        (office in _PRIME_MINISTERS and code in _WITHOUT_PRIME_MINISTER, f"{state.name} has no prime minister"),
        (office in _MONARCHS and code not in _WITH_MONARCHS, f"{state.name} is no monarchy"),
        (office == "chancellor" and code not in _WITH_CHANCELLOR, f"{state.name} has no chancellor in its government"),
        ("country" in without and code not in _CITIES_AS_WELL, f"a state such as {state.name} has no {office}"),
    )
    return next((why for holds, why in reasons if holds), None)


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
