"""Everything in the article that may mention an actor: names, role nouns, pronouns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from bot.analysis.actors import nouns
from bot.analysis.actors.names import fold, initials, is_acronym, is_title, person_words, words
from bot.analysis.actors.title_spans import is_role_noun
from bot.language import grammar, outlets, places, titles
from bot.model import MentionKind

PERSON, ORG, LOC, MISC = "PERSON", "ORG", "LOC", "MISC"
_LABELS = {"PERSON": PERSON, "PER": PERSON, "ORG": ORG, "LOC": LOC, "GPE": LOC, "FAC": LOC}
_PRONOUNS = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their"}
    | {"theirs", "themselves", "themself", "i", "me", "my", "mine", "myself"}
)


@dataclass(eq=False, slots=True)
class Candidate:
    """One possible mention. ``span`` is the name alone, or the noun phrase, or the pronoun.

    ``canonical`` is the name that a place or metonym is known under ("Russia" for Moscow when it acts).
    """

    span: DocSpan
    head: Token
    kind: MentionKind
    label: str = MISC
    canonical: str | None = None

    @property
    def doc(self) -> Doc:
        """The parse it stands in."""
        return self.span.doc

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of a name, titles left out."""
        return person_words(self.canonical or self.span.text)


# ---- names -------------------------------------------------------------------------------------


def find_names(docs: Iterable[Doc]) -> list[Candidate]:
    """The names in some parses, in order, with one label for every way of writing a name."""
    found = [name for doc in docs for name in with_expansions(_names(doc), doc)]
    votes: dict[tuple[str, ...], dict[str, float]] = {}
    for name in found:
        tally = votes.setdefault(name.words, {})
        tally[name.label] = tally.get(name.label, 0.0) + _weight(name)
    for name in found:
        tally = votes[name.words]
        name.label = max(tally, key=lambda label: tally[label])
    surnames = {name.words[-1] for name in found if name.label == PERSON and len(name.words) > 1}
    for name in found:
        if len(name.words) == 1 and name.words[0] in surnames and not _is_located(name.head):
            name.label = PERSON
    return [name for name in found if name.label != MISC]


def _is_located(head: Token) -> bool:
    """True for a place one is in, goes to or comes from."""
    return grammar.preposition(head) in ("in", "at", "near", "from", "to", "into", "outside", "across")


def _names(doc: Doc) -> Iterator[Candidate]:
    for ent in doc.ents:
        whole, label = _whole(ent, _LABELS.get(ent.label_, MISC))
        span = _core(whole, label)
        if span is not None:
            yield Candidate(span, span.root, "name", _evident_label(span, label))
    known = {token.i for ent in doc.ents for token in ent}
    surnames = {name.words[-1] for name in (Candidate(e, e.root, "name") for e in doc.ents) if name.words}
    for token in doc:
        if token.i in known or token.pos_ != "PROPN" or not token.text[0].isupper():
            continue
        if fold(token.text) in surnames:
            yield Candidate(doc[token.i : token.i + 1], token, "name", MISC)


def _whole(ent: DocSpan, label: str) -> tuple[DocSpan, str]:
    """A place with the capitalised head behind it is an organisation: "United States Navy"."""
    doc, end = ent.doc, ent.end
    while label == LOC and end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
        if doc[end].ent_type_ or is_role_noun(doc[end]) or grammar.governor(ent.root) is None:
            break
        end += 1
    if end > ent.end and fold(doc[end - 1].text) in nouns.ORGANIZATION_NAMES:
        return doc[ent.start : end], ORG
    return ent, label


def _core(ent: DocSpan, label: str) -> DocSpan | None:
    """The name without article, titles and possessive."""
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in ("'s", "’s", "'", "’", ",", "“", "”", '"')):
        end -= 1
    if label == PERSON:
        while end - start > 1 and is_title(doc[start].text):
            start += 1
    if start == end or not any(c.isupper() for c in doc[start:end].text):
        return None
    if end - start == 1 and is_title(doc[start].text):
        return None
    return doc[start:end]


def _evident_label(span: DocSpan, label: str) -> str:
    """The recogniser's label, overruled by what stands in and before the name."""
    if _title_before(span) is not None:
        return PERSON
    if label != ORG and outlets.outlet(span.text) is not None:
        return ORG
    if label == PERSON and (place := places.lookup(span.text)) and place.kind in ("country", "capital", "bloc"):
        return LOC
    last = fold(span[-1].text)
    if label in (PERSON, MISC) and (
        last in nouns.ORGANIZATION_NAMES or fold(span[0].text) in ("university", "bank", "ministry")
    ):
        return ORG if len(span) > 1 else label
    return label


def _title_before(span: DocSpan) -> Token | None:
    """The honorific right before a name."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.is_space or not before.text[0].isupper():
        return None
    return before if titles.is_honorific(before.text) or titles.is_rank(before.text) else None


def _weight(name: Candidate) -> float:
    if name.label == MISC:
        return 0.1
    return 3.0 if name.label == PERSON and _title_before(name.span) is not None else 1.0


# ---- nominals and pronouns ---------------------------------------------------------------------


def find_pronouns(doc: Doc) -> list[Candidate]:
    """The personal and possessive pronouns of a parse."""
    return [
        Candidate(doc[t.i : t.i + 1], t, "pronoun")
        for t in doc
        if t.lower_ in _PRONOUNS and t.pos_ in ("PRON", "DET") and not (t.lower_ == "us" and t.text == "US")
    ]


def find_nominals(doc: Doc, names: Iterable[Candidate]) -> list[Candidate]:
    """Noun phrases with a common noun for people or organisations as head, outside names."""
    named = {token.i for name in names if name.doc is doc for token in name.span}
    found: list[Candidate] = []
    for token in doc:
        label = noun_label(token)
        if label is None or token.i in named or grammar.relation(token) in ("compound", "flat", "nmod:desc", "amod"):
            continue
        found.append(Candidate(base_phrase(token), token, "nominal", label))
    return found


def noun_label(token: Token) -> str | None:
    """What a common noun stands for: PERSON, ORG, LOC, or None."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    lemma = token.lemma_.lower()
    if lemma in nouns.PEOPLE or token.lower_ in nouns.GROUPS:
        return PERSON
    if lemma in nouns.ORGANIZATIONS:
        return ORG
    return LOC if lemma in nouns.PLACES else None


def is_plural(token: Token) -> bool:
    """True for plural nouns and for nouns that are plural without an s."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "police")


def base_phrase(head: Token) -> DocSpan:
    """The head noun with what stands before it in its phrase: "the former finance minister"."""
    phrase = grammar.noun_phrase(head)
    return head.doc[min(phrase.start, head.i) : head.i + 1]


# ---- acronyms ----------------------------------------------------------------------------------


def with_expansions(names: Iterable[Candidate], doc: Doc) -> list[Candidate]:
    """The names, those before a bracketed acronym stretched to the words that the acronym stands for.

    After Schwartz and Hearst 2003, "A Simple Algorithm for Identifying Abbreviation Definitions in
    Biomedical Text": the long form stands right before the bracket and begins with the first letter.
    """
    kept = list(names)
    for token in doc[1:-1]:
        if not is_acronym(token.text) or doc[token.i - 1].text != "(" or doc[token.i + 1].text not in (")", ","):
            continue
        long = _long_form(doc, token.i - 1, token.text)
        if long is not None:
            inside = {t.i for t in long} | {token.i}
            kept = [name for name in kept if not inside & {t.i for t in name.span}]
            kept += [Candidate(long, long.root, "name", ORG), Candidate(doc[token.i : token.i + 1], token, "name", ORG)]
    return sorted(kept, key=lambda name: name.span.start)


def _long_form(doc: Doc, bracket: int, acronym: str) -> DocSpan | None:
    """The capitalised words before a bracket whose initials spell the acronym in it."""
    for start in range(bracket - 2, max(-1, bracket - 2 * len(acronym) - 4), -1):
        first = doc[start]
        if first.is_sent_start and first.i < start:
            return None
        if first.text[:1].isupper() and fold(acronym) in initials(words(doc[start:bracket].text)):
            return doc[start:bracket]
    return None
