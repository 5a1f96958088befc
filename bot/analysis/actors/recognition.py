"""Names of actors: the recogniser's entities, corrected and completed by what the article tells."""

from collections.abc import Iterable, Iterator

from bot.analysis.actors import nouns
from bot.analysis.actors.mentions import FAMILY, LOC, MISC, ORG, PERSON, Candidate
from bot.analysis.actors.names import fold, is_title, surname
from bot.analysis.actors.spelled_out import with_expansions
from bot.analysis.actors.states import acts
from bot.analysis.actors.title_spans import is_role_noun
from bot.language import given_names, grammar, outlets, places, titles
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

COMMON_BEARERS = 1000
"""A first name with as many bearers says that a name is a person's."""

_LABELS = {"PERSON": PERSON, "PER": PERSON, "ORG": ORG, "LOC": LOC, "GPE": LOC, "FAC": LOC, "MISC": MISC, "NORP": MISC}
_TRAILING = frozenset({"'s", "’s", "'", "’", ",", "“", "”", '"'})
_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower"}
)
_SURE = 3.0
_WEAK = 0.7
_DOUBTFUL = 0.1
_WRITTEN_FORMS = frozenset({"plc", "Ltd", "Ltd.", "Inc", "Inc.", "Co", "Co.", "Corp", "Corp.", "GmbH", "Oyj"})
_COMPANY_NOUNS = frozenset({"founder", "co-founder", "executive", "shareholder", "share", "stock", "subsidiary", "ceo"})


def find_names(docs: Iterable[Doc]) -> list[Candidate]:
    """The names in some parses, in order, with one label for every way of writing a name.

    All occurrences of a name vote; then single words follow the fuller names that they belong to.
    """
    found = [name for doc in docs for name in with_expansions(_names(doc), doc)]
    votes: dict[tuple[str, ...], dict[str, float]] = {}
    for name in found:
        tally = votes.setdefault(name.words, {})
        label, weight = _evidence(name)
        tally[label] = tally.get(label, 0.0) + weight
    for name in found:
        tally = votes[name.words]
        name.label = max(tally, key=lambda label: tally[label])
    _follow_fuller_names(found)
    return [name for name in found if name.label != MISC]


def _follow_fuller_names(found: list[Candidate]) -> None:
    """Relabels single words: "Paris" of Valeska Paris, "Castellan" of Castellan Shipping Ltd."""
    people = [name.words for name in found if name.label == PERSON and len(name.words) > 1]
    surnames = {surname(form)[-1] for form in people} | {form[-1] for form in people}
    given = {form[0] for form in people}
    firms = {name.words[0] for name in found if name.label == ORG and len(name.words) > 1}
    for name in found:
        if len(name.words) != 1:
            continue
        word = name.words[0]
        if _is_family(name, surnames):
            name.label = FAMILY
            continue
        is_surname = word in surnames and grammar.preposition(name.head) not in _LOCATIVE
        if is_surname or (word in given and name.label in (ORG, MISC)):
            name.label = PERSON
        elif word in firms and name.label == PERSON and word not in given:
            name.label = ORG


def _is_family(name: Candidate, surnames: set[str]) -> bool:
    """True for "the Obamas" beside a Barack Obama."""
    word, start = name.words[0], name.span.start
    if not start or name.doc[start - 1].lower_ not in ("the", "both") or word in surnames:
        return False
    return word.removesuffix("s") in surnames or word.removesuffix("es") in surnames


_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "across"})


# ---- spans -------------------------------------------------------------------------------------


def _names(doc: Doc) -> Iterator[Candidate]:
    known = {token.i for ent in doc.ents for token in ent}
    parts: set[str] = set()
    taken = 0
    for ent in doc.ents:
        if ent.label_ not in _LABELS or ent.start < taken:
            continue
        whole, label = _whole(_with_surname(ent), _LABELS[ent.label_])
        taken = whole.end
        span = _core(whole, label)
        known.update(range(whole.start, whole.end))
        if span is not None:
            name = Candidate(span, span.root, "name", label)
            parts |= {name.words[0], name.words[-1]} if name.words else set()
            yield name
    for token in doc:
        if token.i not in known and token.pos_ == "PROPN" and token.text[0].isupper() and fold(token.text) in parts:
            yield Candidate(doc[token.i : token.i + 1], token, "name", MISC)


def _whole(ent: DocSpan, label: str) -> tuple[DocSpan, str]:
    """An entity with the capitalised head behind it: "United States" + "Navy", "Halvorsen" + "Marine ASA"."""
    doc, end = ent.doc, ent.end
    while label in (LOC, PERSON) and end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
        if (doc[end].ent_type_ not in ("", "ORG") and label == LOC) or is_role_noun(doc[end]):
            break
        end += 1
    last = doc[end - 1]
    if end > ent.end and (_is_legal_form(last) or (label == LOC and fold(last.text) in nouns.ORGANIZATION_NAMES)):
        return doc[ent.start : end], ORG
    if ent.end < len(doc) and _is_legal_form(doc[ent.end]):
        return doc[ent.start : ent.end + 1], ORG
    return ent, label


def _with_surname(ent: DocSpan) -> DocSpan:
    """A person's name with the surname that particles lead to: "Pieter van der" + "Meer", "Khalid" + "bin Rashid"."""
    doc, end = ent.doc, ent.end
    if _LABELS[ent.label_] != PERSON:
        return ent
    while end < len(doc) and doc[end].is_lower and doc[end].lower_ in nouns.PARTICLES:
        end += 1
    leads_on = end > ent.end or (fold(doc[end - 1].text) in nouns.PARTICLES and len(ent) > 1)
    if not leads_on or end == len(doc) or doc[end].pos_ != "PROPN" or not doc[end].text[0].isupper():
        return ent
    end += 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ in ("PERSON", "PER"):
        end += 1
    return doc[ent.start : end]


def _is_legal_form(token: Token) -> bool:
    """True for "plc", "Ltd", "AG", "Holdings" behind a name; short forms must be written as such ("SE", not "Sé")."""
    if fold(token.text) not in nouns.COMPANY_FORMS:
        return False
    return token.text in _WRITTEN_FORMS or ((token.text.isupper() or len(token.text) > 4) and token.text[0].isupper())


def _core(ent: DocSpan, label: str) -> DocSpan | None:
    """The name without article, titles, possessive and the small noun before it ("union Quayside United")."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in _TRAILING):
        end -= 1
    while label == PERSON and end - start > 1 and is_title(doc[start].text):
        start += 1
    while label == ORG and start < end and doc[start].is_lower and doc[start].lower_ in nouns.ORGANIZATIONS:
        start += 1
    if start == end or not any(c.isupper() for c in doc[start:end].text):
        return None
    return None if end - start == 1 and is_title(doc[start].text) else doc[start:end]


# ---- labels ------------------------------------------------------------------------------------


def _evidence(name: Candidate) -> tuple[str, float]:
    """The label that one occurrence speaks for, and how loudly."""
    span, label = name.span, name.label
    if _has_title(span):
        return PERSON, _SURE
    if label != ORG and outlets.outlet(span.text) is not None:
        return ORG, 1.0
    if _is_organization(span, label):
        return ORG, _SURE if label == ORG else 1.5
    if label in (LOC, PERSON):
        better = _by_gazetteer(name)
        is_weak = better == PERSON and len(name.words) == 1
        is_weak = is_weak or (better == LOC and places.lookup(span.text) is None)
        return better, _WEAK if is_weak else 1.0
    return label, _DOUBTFUL if label == MISC else 1.0


def _by_gazetteer(name: Candidate) -> str:
    """What a name that was taken for a place or a person is, by the tables of places and of given names.

    A "place" that no table knows is a person when it begins like one, and an organisation when it acts.
    """
    place = places.lookup(name.span.text)
    if name.label == PERSON and _is_part_of_place(name.words):
        return LOC
    if name.label == PERSON:
        return LOC if place is not None and place.kind in ("country", "capital", "bloc") else PERSON
    if place is not None:
        return LOC
    if len(name.words) > 1 and _is_given_name(name.words[0]):
        return PERSON
    return ORG if acts(name.head) else LOC


def _is_part_of_place(name: tuple[str, ...]) -> bool:
    """True for "West Michigan" and "Yorkshire North"."""
    if len(name) != 2 or not _COMPASS.intersection(name):
        return False
    return any(word not in _COMPASS and places.is_place_name(word.capitalize()) for word in name)


def _is_organization(span: DocSpan, label: str) -> bool:
    """True for names that end or begin like an organisation's, or that stand beside a noun for one."""
    first, last = fold(span[0].text), fold(span[-1].text)
    if len(span) > 1 and (_is_legal_form(span[-1]) or first in ("university", "bank", "ministry")):
        return True
    if label == LOC and places.lookup(span.text) is not None:
        return False
    return (len(span) > 1 and last in nouns.ORGANIZATION_NAMES) or _is_beside_organization_noun(span)


def _is_beside_organization_noun(span: DocSpan) -> bool:
    """True in "the airline Kestra", "the company, Kestra", "Kestra's founder"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.text == "," and span.start > 1:
        before = span.doc[span.start - 2]
    if before is not None and before.tag_ == "NN" and before.lemma_.lower() in nouns.ORGANIZATIONS:
        return True
    if span.doc[max(0, span.start - 3) : span.start].text.lower() == "start-up":
        return True
    above, how = grammar.governor(span.root), grammar.relation(span.root)
    if above is None or above.pos_ != "NOUN":
        return False
    lemma = above.lemma_.lower()
    return (how == "appos" and lemma in nouns.ORGANIZATIONS) or (how == "nmod:poss" and lemma in _COMPANY_NOUNS)


def _has_title(span: DocSpan) -> bool:
    """True when an honorific or rank stands right before a name."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.is_space or not before.text[0].isupper():
        return False
    return titles.is_honorific(before.text) or titles.is_rank(before.text)


def _is_given_name(word: str) -> bool:
    known = given_names.gender(word)
    return known is not None and known[1] >= COMMON_BEARERS
