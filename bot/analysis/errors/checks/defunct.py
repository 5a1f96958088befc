"""States and bodies that are no more, acting now."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_ENDED: dict[str, int] = {
    "Soviet Union": 1991, "USSR": 1991, "Soviets": 1991, "Soviet": 1991, "Yugoslavia": 2003, "Yugoslav": 2003,
    "Czechoslovakia": 1992, "Czechoslovak": 1992, "East Germany": 1990, "East German": 1990, "West Germany": 1990,
    "West German": 1990, "GDR": 1990, "German Democratic Republic": 1990, "Zaire": 1997, "Rhodesia": 1979,
    "Ottoman Empire": 1922, "Austria-Hungary": 1918, "Prussia": 1947, "Prussian": 1947, "Persia": 1935, "Siam": 1939,
    "Ceylon": 1972, "Upper Volta": 1984, "Dahomey": 1975, "South Vietnam": 1975, "North Vietnam": 1976,
    "League of Nations": 1946, "Warsaw Pact": 1991, "British Raj": 1947, "Serbia and Montenegro": 2006,
    "United Arab Republic": 1971, "Tanganyika": 1964, "European Economic Community": 1993, "Comecon": 1991, "KGB": 1991,
    "Stasi": 1990, "Third Reich": 1945, "British Empire": 1997, "South Yemen": 1990, "Ottoman": 1922,
    "Austro-Hungarian": 1918, "Leningrad": 1991, "Constantinople": 1930, "Stalingrad": 1961, "Weimar Republic": 1933,
    "Rhodesian": 1979, "Zairean": 1997, "Biafra": 1970, "Abyssinia": 1941, "Transjordan": 1949, "Formosa": 1945,
    "British India": 1947, "French Indochina": 1954, "Gestapo": 1945, "Holy Roman Empire": 1806, "Papal States": 1870,
    "Byzantine Empire": 1453, "Swaziland": 2018,
}  # fmt: skip
_NAMES = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _ENDED), key=len, reverse=True)) + r")\b(?!-)")
_CLEARED = re.compile(
    r"\b(?:former(?:ly)?|ex|old|then|late|post|pre|once|collapse[ds]?|fall"
    r"|(?<!which )(?<!who )fell|break-?up|dissolution"
    r"|dissolved|history|historic"
    r"|historian|era|anniversary|museum|memor\w+|veteran|cold war|revive|restore|rebuild|recreate|nostalgi\w+|legacy"
    r"|heritage|archives?|film|novel|book|born|first known as|successor|world war|like the)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:next (?:week|month|year|spring|summer|autumn|winter)|tomorrow|this (?:spring|summer|autumn|year|week"
    r"|month)|(?:on|since|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\ds?\b")


@check("fact.defunct-entity", "Body that no longer exists", severity="major", confidence=0.75)
def defunct(copy: Copy) -> Iterator[Finding]:
    """A present or future act by a state or body whose end is in a table, or its official in the news of this week."""
    for match, field in copy.matches(_NAMES):
        name, ended = match.group(1), _ENDED[match.group(1)]
        doc = copy.docs[0 if field == "title" else 1]
        span = doc.char_span(*match.span(1), alignment_mode="expand")
        if span is None or (copy.is_quoted(match.start()) and field == "text"):
            continue
        sentence = span.sent
        if _CLEARED.search(_clause(span)) or _YEAR.search(sentence.text):
            continue
        if not _is_now(span, sentence) and not _is_lone_office(copy, span, ended):
            continue
        yield Finding(
            copy.span(*match.span(1), field),
            f"Possible anachronism: {name} ended in {ended}, and the text speaks of now or later. Check who is meant.",
        )


_OFFICES = frozenset(
    {"consul", "ambassador", "embassy", "consulate", "envoy", "government", "minister", "ministry", "president"}
    | {"prime", "foreign", "parliament", "diplomat", "attaché", "delegation", "authorities", "police", "premier"}
)
_THIS_WEEK = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _is_lone_office(copy: Copy, span: DocSpan, ended: int) -> bool:
    """True for "the Soviet consul" in news of this week that speaks of nothing else so old."""
    doc = span.doc
    if span.end >= len(doc) or doc[span.end].lower_ not in _OFFICES or not _THIS_WEEK.search(copy.text):
        return False
    named = len(_NAMES.findall(copy.text + " " + copy.title))
    return named == 1 and not any(int(year[:4]) <= ended for year in _YEAR.findall(copy.text))


def _clause(span: DocSpan) -> str:
    """The words around a name that can clear it: up to six before and eight after, in its sentence."""
    sentence = span.sent
    return span.doc[max(sentence.start, span.start - 6) : min(sentence.end, span.end + 6)].text


def _is_now(span: DocSpan, sentence: DocSpan) -> bool:
    """True for a future or present clause around the name, or words for a time to come in its sentence."""
    if _NOW.search(sentence.text) or any(
        token.lower_ == "will" for token in span.doc[span.end : min(sentence.end, span.end + 5)]
    ):
        return True
    verb: Token = span.root
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    near = [verb, *verb.children]
    return any(token.tag_ == "MD" or token.tag_ in ("VBZ", "VBP") for token in near)
