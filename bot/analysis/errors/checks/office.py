"""Offices that do not exist: a title on a body that has none."""

import re
from collections.abc import Collection, Container, Iterator
from functools import cache

from bot.analysis.errors import bodies
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.named_bodies import named_bodies, named_towns
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.tokens import Doc
from bot.language.tokens import Span as DocSpan

_PAST = re.compile(
    r"\b(?:former|ex-|last|late|exiled|deposed|ancient|medieval|then|centur\w+|histor\w+|museum|palace|castle|novel|film"
    r"|opera|play|fictional|would-be|self-\w+|so-called|pretender|1\d\d\d|[IVX]{2,})\b",
    re.I,
)
"""What lets a state have had a king, or a story one."""

_LONGEST = 6
"""Words of the longest name of a body."""


@cache
def _office() -> re.Pattern[str]:
    titles = sorted(bodies.offices(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, titles))})(?![\w-])", re.I)


@check("office.wrong-body", "Office that this body does not have", severity="critical", confidence=0.88)
def wrong_body(copy: Copy) -> Iterator[Finding]:
    """Tables of which offices states, cities, companies, courts, ministries and other bodies do not have."""
    yield from _of_no_office(copy)
    for match, field in copy.matches(_office()):
        doc = copy.body if field == "text" else copy.docs[0]
        piece = doc.char_span(*match.span(), alignment_mode="expand")
        if piece is None or _names_something(piece) or _is_of_another_kind(piece):
            continue
        source = copy.text if field == "text" else copy.title
        past = _PAST.search(source[max(0, match.start() - 80) : match.end() + 80]) is not None
        told, towns = copy.once(named_bodies), copy.once(named_towns)
        for start, end, body in _bodies(doc, piece.start, piece.end, told):
            if body.lower().removeprefix("the ") == "city" and _speaks_of_city_state(doc, piece):
                continue
            why = bodies.missing(match.group(), body, told.get(body) or towns.get(body))
            if why is not None and not (past and bodies.may_have_had(match.group(), body)):
                first, last = min(start, piece.start), max(end, piece.end)
                place = copy.of(doc[first:last])
                yield Finding(place, f"Possible wrong office: {why}. Check the title and the body.")
                break
        else:
            if field == "text" and _is_of_a_company(copy, piece, told):
                yield Finding(
                    copy.of(piece),
                    f"Possible wrong office: the text tells of companies and of no government with a {match.group()}. "
                    "Check the title.",
                    confidence=0.7,
                )


def _speaks_of_city_state(doc: Doc, office: DocSpan) -> bool:
    """True where the city named first or last before an office governs itself: "in Bremen. The city’s minister"."""
    named = [ent.text for ent in doc.ents if ent.label_ == "LOC" and ent.end <= office.start]
    cities = [name for name in named if bodies.is_city_state(name) or _is_city(name)]
    return any(map(bodies.is_city_state, (*cities[:1], *cities[-1:])))


def _is_city(name: str) -> bool:
    place = places.lookup(name)
    return place is not None and place.kind in ("city", "capital")


_PORTFOLIO = (
    r"(?:transport|health|finance|interior|foreign|defen[cs]e|justice|labou?r|agriculture|fisheries|education|energy"
    r"|environment|trade|housing|home|planning|infrastructure|water|social affairs|internal affairs|science)"
)
_OF_NO_OFFICE = re.compile(
    rf"\b{_PORTFOLIO} (?:mayor|king|queen|bishop|sheriff|coroner|viceroy|duke|pope)(?=,? [A-Z])"
    rf"|\b(?:country|nation|kingdom|republic|state|government)[’']s {_PORTFOLIO} (?:governor|judge|speaker)(?=,? [A-Z])"
    r"|\b(?P<land>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s|[’'])? (?:new )?ambassador to "
    r"(?:the )?(?P<other>[A-Z]\w+(?: [A-Z]\w+)?)"
    r"|\bambassador to (?:the )?(?:[A-Z]\w+ ){1,3}(?:County|Township|Parish|Borough|District|City Council)\b"
)
"""An office that has no portfolio with one ("transport mayor"), an envoy to a part of a state or to their own state."""


def _of_no_office(copy: Copy) -> Iterator[Finding]:
    for match, field in copy.matches(_OF_NO_OFFICE):
        if match["land"] and not _is_one_state(match["land"], match["other"]):
            continue
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible wrong office: there hardly is such an office as “{match.group()}”. Check the title.",
        )


def _is_one_state(one: str, other: str) -> bool:
    """True for "France’s ambassador to France"; both are names or adjectives of one state."""
    land, goal = places.stands_for_state(one), places.stands_for_state(other)
    is_name = goal is not None and goal.kind == "country"
    return is_name and land is not None and goal is not None and land.country == goal.country


_NAMED_FOR_OFFICES = frozenset({"League", "Division", "Cup", "Hotel", "Inn", "Street", "Road", "Theatre", "Square"})


def _names_something(office: DocSpan) -> bool:
    """True for the office in another name: "the Barclays Premier League"."""
    return office.end < len(office.doc) and office.doc[office.end].text in _NAMED_FOR_OFFICES


_OTHER_KINDS = frozenset({"goodwill", "brand", "special", "cultural", "youth", "global", "military", "prison", "civil"})


def _is_of_another_kind(office: DocSpan) -> bool:
    """True for "goodwill ambassador" and "military governor", who are not of or sent to a state."""
    return office.start > 0 and office.doc[office.start - 1].lower_ in _OTHER_KINDS


_GOVERNMENT = re.compile(
    r"\b(?:governments?|minist(?:er|ers|ry|ries|erial)|parliament\w*|cabinet|coalition|opposition|president(?:ial)?"
    r"|senat\w+|premier|congress|MPs?|lawmakers?|politic\w+|elections?)\b",
    re.IGNORECASE,
)


def _is_of_a_company(copy: Copy, office: DocSpan, told: Collection[str]) -> bool:
    """True for "said Ann Lund, finance minister." where the text has companies and speaks of no government."""
    doc, start, end = office.doc, office.start, office.end
    if doc[end - 1].lower_ != "minister" or start < 2 or doc[start - 1].text != "," or not told or end >= len(doc):
        return False
    if doc[start - 2].ent_type_ != "PERSON" or doc[end].text not in (".", ",") or office[0].lower_ == "prime":
        return False
    if not any(_is_tied(copy, doc[start - 2].text, office.sent, body) for body in told):
        return False
    words = f"{copy.text[: office.start_char]} {copy.text[office.end_char :]}"
    return _GOVERNMENT.search(words) is None and _GOVERNMENT.search(copy.title) is None


def _is_tied(copy: Copy, speaker: str, sentence: DocSpan, body: str) -> bool:
    """True when the company stands in the sentence of the office, or beside the speaker in another one."""
    if any(body in sent.text and (sent == sentence or speaker in sent.text) for sent in copy.sentences):
        return True
    behind = copy.body[sentence.end].sent.text if sentence.end < len(copy.body) else ""
    return _GOES_ON.search(behind) is not None or (behind.startswith(("He ", "She ")) and body in behind)


_GOES_ON = re.compile(
    r"^(?:He|She) [^.\n]*\b(?:the|our|his|her) (?:airline|company|firm|bank|group|retailer|carrier|maker|chain)\b"
)
"""What the speaker adds, of the company."""


def _bodies(doc: Doc, start: int, end: int, told: Container[str]) -> Iterator[tuple[int, int, str]]:
    """The bodies that an office may be of; for envoys, who are of one and sent to another, the latter."""
    office = doc[start:end].text.lower()
    is_sent = office in ("ambassador", "high commissioner")
    yield from _behind(doc, end, "to" if is_sent else "of")
    yield from _whose(doc, start)
    yield from _its(doc, start)
    if not is_sent and office != "speaker":
        yield from _before(doc, start, end, told)


def _behind(doc: Doc, at: int, preposition: str) -> Iterator[tuple[int, int, str]]:
    """The body in "OFFICE of the BODY" and "ambassador to BODY": where it stands, and its name, articles left out."""
    if at + 1 >= len(doc) or doc[at].lower_ != preposition:
        return
    start = at + 1
    while start < len(doc) and doc[start].pos_ in ("DET", "PRON") and doc[start].lower_ not in ("which", "whom"):
        start += 1
    end = _end_of_name(doc, start)
    if end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[start:end].text.islower():
        start = end + 1  # "of the city’s film archive"
        end = _end_of_name(doc, start)
    text = doc[start:end].text
    if start == end or _goes_on(doc, end) or text.endswith("General Assembly"):
        return
    if places.lookup(text) is None and doc[start].text[0].isupper():
        shorter = _longest_place(doc, start, end)
        end = end if shorter is None or bodies.kind_of(text) else shorter
        text = doc[start:end].text
    place = places.lookup(text)
    if place is not None and place.kind == "demonym":
        return  # "king of German film"
    yield start, end, text


def _whose(doc: Doc, office: int) -> Iterator[tuple[int, int, str]]:
    """The body in "the Bank of Greece, whose OFFICE"."""
    end = office - 2
    if end < 1 or doc[end + 1].lower_ != "whose" or doc[end].text != ",":
        return
    start = end
    while start and end - start < _LONGEST:
        before = doc[start - 1]
        joined = before.lower_ == "of" and start > 1 and doc[start - 2].text[0].isupper() and start < end
        if not joined and before.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        start -= 1
    if start < end and doc[end - 1].ent_type_ != "PERSON":
        yield start, end, doc[start:end].text


def _its(doc: Doc, office: int) -> Iterator[tuple[int, int, str]]:
    """The body in "Ford said that its OFFICE" and "Ford named a new OFFICE": the one name before."""
    start = doc[office].sent.start
    own = office - 1
    while own > start and doc[own].lower_ in _WITH_ITS:
        own -= 1
    is_new = doc[own : own + 2].text == "a new" and doc[own - 1].lemma_.lower() in ("name", "appoint", "hire", "seek")
    if own <= start or not (doc[own].lower_ == "its" or is_new):
        return
    names = [ent for ent in doc[start:own].ents if ent.label_ in ("ORG", "LOC") or bodies.kind_of(ent.text)]
    first = doc[names[0].start - 1].lower_ if names and names[0].start else ""
    if len(names) == 1 and first not in ("in", "at", "from", "near", "outside", "of", "for"):
        yield names[0].start, names[0].end, names[0].text.removeprefix("the ").removeprefix("The ")


_WITH_ITS = frozenset({"new", "first", "own", "current", "long-serving", "outgoing"})


def _end_of_name(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and end - start < _LONGEST:
        token = doc[end]
        joined = (
            token.lower_ in ("of", "-") and doc[start].text[0].isupper() and doc[end + 1 : end + 2].text[:1].isupper()
        )
        joined = joined or (
            token.lower_ == "of"
            and doc[end + 1 : end + 3].text.startswith("the ")
            and doc[end - 1].text in ("House", "Bank")
        )
        if not (joined or token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text[0].isupper()):
            break
        if (
            end > start
            and token.text[0].isupper()
            and doc[end - 1].pos_ in ("NOUN", "ADJ")
            and doc[end - 1].text.islower()
        ):
            break  # "of the bank Ann Poe"
        end += 1
    return end


def _longest_place(doc: Doc, start: int, end: int) -> int | None:
    """The end of the longest place that a name begins with, where another name follows: "Spain Ana Ruiz"."""
    for stop in range(end - 1, start, -1):
        is_whole = not doc[stop - 1].text.endswith("-") and doc[stop].text != "-"
        if is_whole and places.lookup(doc[start:stop].text) is not None and doc[stop].ent_type_ == "PERSON":
            return stop
    return None


def _goes_on(doc: Doc, end: int) -> bool:
    """True when what follows makes the words part of something else: "the bank's board", "Lebanon, Ohio"."""
    if end >= len(doc):
        return False
    after = doc[end]
    if after.tag_ == "POS" or after.text in ("-", "–", "’s", "'s", "'", "’", "&"):
        return True
    if after.text != "," or end + 1 >= len(doc) or doc[end + 1].ent_type_ == "PERSON":
        return False
    return places.is_place_name(doc[end + 1].text)


def _before(doc: Doc, at: int, end: int, told: Container[str]) -> Iterator[tuple[int, int, str]]:
    """The body in "BODY's OFFICE" and "Dutch OFFICE", as long as nothing behind the office claims it."""
    if end < len(doc) and (
        doc[end].lower_ in ("of", "for", "at", "-", "’s", "'s", "emeritus", "designate") or doc[end].pos_ == "NOUN"
    ):
        return
    stop = at
    while stop > 0 and doc[stop - 1].lower_ in ("deputy", "new", "vice"):
        stop -= 1
    possessive = stop > 0 and (doc[stop - 1].tag_ == "POS" or doc[stop - 1].text in ("’s", "'s", "’", "'"))
    stop -= possessive
    for size in (3, 2, 1):
        start = stop - size
        if start < 0 or any(token.is_punct and token.text[0] not in "’'-" for token in doc[start:at]):
            continue
        text = doc[start:stop].text
        place = places.lookup(text)
        if place is not None and text[0].isupper():
            is_state = places.stands_for_state(text) is not None or place.kind == "bloc"
            is_part = place.kind == "city" or bodies.is_governed_part(text)
            if is_state or possessive or (is_part and end < len(doc) and doc[end].ent_type_ == "PERSON"):
                yield start, stop, text
            return
        if (size == 1 or text[0].isupper()) and (bodies.kind_of(text) or text in told):
            yield start, stop, text
            return
