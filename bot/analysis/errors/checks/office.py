"""Offices that do not exist: a title on the wrong kind of body, a title with a word replaced."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places, titles
from bot.language.places import Place
from bot.model import Span

_MONARCHIES = frozenset(
    [
        "GB",
        "CA",
        "AU",
        "NZ",
        "JP",
        "NL",
        "BE",
        "DK",
        "SE",
        "NO",
        "LU",
        "TH",
        "JO",
        "SA",
        "MA",
        "KW",
        "QA",
        "BH",
        "OM",
        "MY",
        "BN",
        "BT",
        "KH",
        "LS",
        "SZ",
        "TO",
        "JM",
        "BS",
        "BB",
    ]
)
_WITHOUT_PRIME_MINISTER = frozenset(
    [
        "US",
        "MX",
        "BR",
        "AR",
        "CL",
        "CO",
        "VE",
        "EC",
        "PY",
        "UY",
        "BO",
        "CR",
        "PA",
        "GT",
        "HN",
        "SV",
        "NI",
        "DO",
        "PH",
        "ID",
        "NG",
        "KE",
        "GH",
        "ZM",
        "CH",
        "CY",
    ]
)
_WITH_CHANCELLOR = frozenset({"DE", "AT", "CH", "GB"})
_NAME = r"(?:the )?((?:[A-Z][\w.’-]*|of|the|and)(?: (?:[A-Z][\w.’-]*|of|the|and)){0,3})"
_OF = re.compile(
    r"\b((?:Deputy |Vice |Assistant |Under-?|Former )?"
    r"(?:Secretar(?:y|ies)[- ]General|Director[- ]General|Prime Minister|President|Chancellor|Mayor"
    r"|Governor|King|Queen|Pope"
    r"|Chief Executive(?: Officer)?|CEO|Archbishop|Sheriff|mayor|sheriff|chief executive|secretary[- ]general"
    r"|prime minister))"
    rf" of {_NAME}"
)
_BEFORE = re.compile(
    r"\b(UN|EU|United Nations|European Union|NATO|OSCE|WHO|IMF|UNESCO|UNICEF|[Cc]ity|[Tt]own|[Cc]ompany"
    r"|[Vv]illage|[Ss]tate|[Cc]ounty)(?:’s|'s)? "
    r"((?:Deputy |Vice[- ])?(?:Secretary[- ]General|Prime Minister|President|Chancellor|Mayor|King|Queen|Governor"
    r"|Senator|Foreign Minister|prime minister|chancellor))\b"
)
_BODIES_WITHOUT: dict[str, frozenset[str]] = {
    **{
        body: frozenset({"prime minister", "president", "chancellor", "mayor", "king", "queen", "senator", "governor"})
        for body in ("un", "nato", "osce", "imf", "unicef", "unesco", "who")
    },
    "united nations": frozenset({"prime minister", "president", "chancellor", "mayor", "king", "queen", "governor"}),
    "european union": frozenset({"prime minister", "chancellor", "mayor", "king", "queen", "senator"}),
    "eu": frozenset({"prime minister", "chancellor", "mayor", "king", "queen", "senator", "secretary-general"}),
    "city": frozenset({"prime minister", "president", "chancellor", "king", "queen", "foreign minister", "senator"}),
    "town": frozenset({"prime minister", "president", "chancellor", "king", "queen", "foreign minister", "senator"}),
    "village": frozenset({"prime minister", "president", "chancellor", "king", "queen", "foreign minister"}),
    "company": frozenset({"prime minister", "mayor", "chancellor", "king", "queen", "foreign minister", "governor"}),
    "county": frozenset({"prime minister", "president", "chancellor", "king", "queen", "foreign minister"}),
    "state": frozenset({"prime minister", "king", "queen", "mayor"}),
}


_OF_AN_AUTHORITY = re.compile(
    r"\b((?:[Aa]rch)?[Bb]ishop|[Cc]ardinal|[Pp]ope|[Mm]ayor|[Pp]rime [Mm]inister) of the (?:[A-Za-z]+ ){0,2}"
    r"([Mm]inistry|[Dd]epartment|[Tt]reasury|[Pp]arliament|[Ss]enate|[Cc]ompany|[Cc]orporation|[Ee]mbassy)"
    r"\b(?! (?:town|area|village|city|district))"
)


@check("office.wrong-body", "Office that this body does not have", severity="critical", confidence=0.88)
def wrong_body(copy: Copy) -> Iterator[Finding]:
    """A table of which offices states, cities, companies and international bodies have."""
    for match, field in copy.matches(_OF):
        office, body = match.group(1), _longest_place(match.group(2))
        why = _misplaced(office, body)
        if why is not None:
            yield _finding(copy.span(match.start(), match.start(2) + len(body), field), why)
    for match, field in copy.matches(_BEFORE):
        body, office = match.group(1), match.group(2)
        if re.sub(r"^(?:deputy |vice[- ])", "", office.lower()).replace(" general", "-general") in _BODIES_WITHOUT.get(
            body.lower(), ()
        ):
            followed = copy.text[match.end() : match.end() + 9] if field == "text" else ""
            if not re.match(r"’s|'s| of |-", followed):
                yield _finding(copy.span(*match.span(), field), f"{body} has no {office.lower()}")
    for match, field in copy.matches(_OF_AN_AUTHORITY):
        yield _finding(copy.span(*match.span(), field), f"a {match.group(2)} has no {match.group(1).lower()}")
    yield from _of_states(copy)


def _longest_place(words: str) -> str:
    """The longest beginning of some words that is a place ("United States Ann Poe"), else all of them."""
    parts = words.split(" ")
    beginnings = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((beginning for beginning in beginnings if places.lookup(beginning) is not None), words)


def _of_states(copy: Copy) -> Iterator[Finding]:
    """ "US Prime Minister", "Canadian President": states by adjective or name before the office."""
    pattern = re.compile(
        r"\b([A-Z][\w.’]+(?: [A-Z][a-z]+)??)(?:’s|'s)? ((?:Deputy )?(?:Prime Minister|President|Chancellor"
        r"|Secretary[- ]General"
        r"|King|Queen))(?= [A-Z][a-z])"
    )
    for match, field in copy.matches(pattern):
        place = places.stands_for_state(match.group(1))
        office = match.group(2).lower().removeprefix("deputy ")
        if place is not None and place.country and (why := _no_such_office(office, place)):
            yield _finding(copy.span(*match.span(), field), why)


def _no_such_office(office: str, state: Place) -> str | None:
    code = state.country or ""
    if office == "president" and code in _MONARCHIES:
        return f"{state.name} is a monarchy and has no president"
    if office == "prime minister" and code in _WITHOUT_PRIME_MINISTER:
        return f"{state.name} has no prime minister"
    if office.startswith("secretary") and "general" in office:
        return "a state has no secretary-general"
    if office in ("king", "queen") and code not in _MONARCHIES | {"ES", "VA", "AE", "LI", "MC"}:
        return f"{state.name} is no monarchy"
    if office == "chancellor" and code not in _WITH_CHANCELLOR:
        return f"{state.name} has no chancellor as head of government"
    return None


def _misplaced(office: str, body: str) -> str | None:
    title = re.sub(r"^(?:deputy|vice|assistant|under-?|former) ?", "", office.lower())
    place = places.lookup(body)
    if place is None or place.kind not in ("country", "city", "capital"):
        return None
    if place.kind == "country":
        if re.match(r"(?:secretar|director)", title):
            return f"a state such as {place.name} has no {title}"
        if title in ("mayor", "governor", "chief executive officer", "ceo", "sheriff") and place.name not in (
            "Singapore",
            "Monaco",
        ):
            return f"{place.name} is a country"
        return _no_such_office(title, place)
    if title in ("prime minister", "secretary-general", "secretary general"):
        return f"{place.name} is a city"
    return None


_POLICY = (
    r"Foreign|Prime|Home|Finance|Defen[cs]e|Interior|Health|Justice|Education|Trade|Energy|Transport|Environment"
    r"|Agriculture|Labour|Labor|Infrastructure|Housing|Culture|Economy|Industry|Shadow|Treasury|Immigration|Tourism"
)
_WORDS_FOR_OFFICES = re.compile(
    rf"(?<![\w-])((?:Deputy )?(?:{_POLICY})) ([A-Z][a-z]{{3,}}) (?=[A-Z][a-z]+ (?:[a-z]+ )?[A-Z]?[a-z])"
)
_NOT_PRIME = re.compile(
    r"(?<![\w-])((?:Head|Main|Leading|Primary|Top|Principal|Foremost) (?:Minister|Clergyman|Priest|Pastor|Cleric))"
    r"(?= [A-Z][a-z]|\b)"
)
_CLERGY = "Priest|Clergyman|Clergywoman|Pastor|Cleric|Vicar|Parson|Preacher|Reverend|Typist|Clerk|Stenographer"
_FOUND_WITH_POLICY = frozenset(
    {"minister", "secretary", "ministry", "secretariat", "department", "office", "committee", "commissioner", "bill"}
)


@check("office.mangled-title", "Title with a word replaced", severity="critical", confidence=0.85)
def mangled_title(copy: Copy) -> Iterator[Finding]:
    """A ministry's field of policy before a noun that is no office ("Finance Priest"), and bodies built alike."""
    clergy = re.compile(rf"(?<![\w-])((?:{_POLICY}|State|Head|Chief) (?:{_CLERGY}))\b")
    union = re.compile(r"\b[Ss]pokes(?:man|woman|person) (?:for|of) the (Union for (?:[A-Z]\w+|and|,| )+Policy)\b")
    yield from _replaced(copy)
    for pattern in (clergy, _NOT_PRIME, union):
        for match, field in copy.matches(pattern):
            if titles.is_office(match.group(1)) and pattern is not clergy:
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible mangled title: “{match.group(1)}” looks like an office with a word replaced. "
                "Check the title of the office.",
            )


_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_TITLES = Path(__file__).parents[1] / "data" / "titles.tsv"


@cache
def _titles() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """The two-word titles of the table, the words put for theirs, and what matches one or both of these."""
    found = []
    for line in _TITLES.read_text(encoding="utf-8").splitlines():
        right, firsts, seconds = line.split("\t")
        first, second = right.split(" ")
        either = rf"(?:{firsts}) (?:{second}|{seconds})|{first} (?:{seconds})"
        put = frozenset(_CAPITALISED.findall(f"{firsts} {seconds}"))
        found.append((right, put, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")))
    return tuple(found)


def _replaced(copy: Copy) -> Iterator[Finding]:
    """Names of offices and bodies with a word replaced by a synonym, capitals and all: "Evil President"."""
    present = frozenset(_CAPITALISED.findall(copy.title + "\n" + copy.text))
    for right, put, pattern in _titles():
        if not put & present:
            continue
        for match, field in copy.matches(pattern):
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible mangled title: “{match.group()}” may stand for “{right}”. Check the name.",
                suggestion=right,
            )


def _finding(span: Span, why: str) -> Finding:
    return Finding(span, f"Possible wrong office: {why}. Check the title and the body.")
