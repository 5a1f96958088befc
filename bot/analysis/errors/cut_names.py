"""A comma or an "and" inside a name, or between a role and what belongs to it."""

from collections.abc import Iterator

from bot.analysis.actors import nouns
from bot.analysis.errors.clauses import FINITE
from bot.analysis.errors.lexicon import word_set
from bot.language import given_names, places, titles
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

_ROYAL = word_set("king queen prince princess pope saint st sir lord lady dame duke duchess emperor sultan")
_STARS = word_set(
    "singer rapper artist musician star actor actress footballer striker midfielder winger forward defender "
    "player model"
)
"""Roles of people known by a single name."""

_BEARERS = 1 << 8
"""Bearers from which a name is a given one for certain."""
ARTICLES = frozenset({"a", "an", "the"})


def cut_name(words: DocSpan, comma: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "the leader Carla, Spadoni and": a comma between given name and surname, behind a role."""
    doc, at = words.doc, comma.i
    given, after = doc[at - 1], doc[at + 2] if at + 2 < len(doc) else None
    if at - 2 < words.start or after is None:
        return
    if is_given(given) and _is_surname(doc[at + 1]) and _is_split(doc, at):
        yield doc[at - 1 : at + 2], "a comma stands inside a name"
        return
    if not is_role(doc[at - 2]) or doc[at - 2].lower_ in _ROYAL | _STARS:
        return
    if is_given(given) and _is_surname(doc[at + 1]) and (after.text in ("and", ".") or is_finite_form(after)):
        yield doc[at - 2 : at + 2], "a comma stands inside a name"


def joined_name(words: DocSpan, joint: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "president Joseph and Kiptanui said": "and" between given name and surname, behind a role."""
    doc, at = words.doc, joint.i
    if at - 2 < words.start or at + 2 >= words.end or not is_role(doc[at - 2]) or doc[at - 2].lower_ in _ROYAL | _STARS:
        return
    if not (is_given(doc[at - 1]) and _is_surname(doc[at + 1]) and is_finite_form(doc[at + 2])):
        return
    parts = {doc[at - 1].text, doc[at + 1].text}
    named = any(
        not parts.isdisjoint(t.text for t in ent) and len(ent) > 1
        for ent in doc.ents
        if at not in range(ent.start, ent.end)
    )
    if not named:
        yield doc[at - 2 : at + 2], "“and” stands inside what looks like one name"


def cut_adjective(comma: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "the, mayor"; "the Danish, pig farmer Mette Skov": a comma between what belongs to a role and the role."""
    doc, at = comma.doc, comma.i
    counted = doc[at + 1].like_num and doc[at + 1].tag_ == "CD"  # "His wife, Teresa, first rang" tells no age
    if doc[at - 1].ent_type_ == "PERSON" and counted and at + 2 < len(doc) and is_finite_form(doc[at + 2]):
        yield doc[at - 1 : at + 3], "an age has a comma on one side only"
    if is_role(doc[at - 1]) and doc[at - 2].lower_ == "the" and doc[at + 1].lower_ == "of":
        yield doc[at - 1 : at + 3], "a comma cuts a role off from its place"
    is_led = doc[at - 1].lower_ in ("former", "deputy", "acting", "interim") and is_role(doc[at + 1])
    whose = doc[at - 2].tag_ in ("POS", "PRP$") or titles.is_honorific(doc[at + 1].text)  # "her deputy, Mr Lund,"
    if is_led and not whose and doc[min(at + 2, len(doc) - 1)].ent_type_ == "PERSON":
        yield doc[at - 1 : at + 3], "a comma cuts an adjective off from its noun"
    if doc[at - 1].lower_ in ARTICLES and at + 1 < len(doc) and is_role(doc[at + 1]):
        yield doc[at - 1 : at + 2], "a comma cuts an article off from its noun"
    place = places.lookup(doc[at - 1].text) if at > 1 and doc[at - 1].text[0].isupper() else None
    if place is None or place.kind != "demonym" or doc[at - 2].pos_ != "DET":
        return
    end = at + 1
    while end < min(at + 5, len(doc)) and doc[end].pos_ in ("NOUN", "ADJ") and doc[end].text.islower():
        end += 1
    if end > at + 1 and end < len(doc) and is_role(doc[end - 1]) and doc[end].ent_type_ == "PERSON":
        yield doc[at - 2 : end], "a comma cuts a nationality off from its noun"


def _is_split(doc: Doc, comma: int) -> bool:
    """True where the surname stands alone elsewhere, and neither part is in another full name."""
    given, surname = doc[comma - 1].text, doc[comma + 1].text
    full = any(len(ent) > 1 and {given, surname} & {t.text for t in ent} for ent in doc.ents)
    alone = any(t.text == surname and t.i != comma + 1 and t.ent_type_ == "PERSON" for t in doc)
    return alone and not full and sum(t.text == given for t in doc) == 1


def is_given(token: Token) -> bool:
    """True for a given name that very many people bear."""
    known = given_names.gender(token.text) if token.pos_ == "PROPN" and token.text[0].isupper() else None
    return known is not None and known[1] >= _BEARERS


def _is_surname(token: Token) -> bool:
    if token.pos_ != "PROPN" or not token.text[0].isupper() or places.lookup(token.text) is not None:
        return False
    known = given_names.gender(token.text)
    return known is None or known[1] < _BEARERS


def is_role(token: Token) -> bool:
    """True for the singular of an office, a title or a word for people."""
    singular = token.tag_ in ("NN", "NNP")
    return singular and (titles.is_role(token.text) or titles.is_title(token.text) or token.lower_ in nouns.PEOPLE)


def is_finite_form(token: Token) -> bool:
    """True for a word that is a finite form itself, whatever helps it."""
    return token.tag_ in FINITE and token.pos_ in ("VERB", "AUX")
