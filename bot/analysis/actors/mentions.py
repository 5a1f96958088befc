"""What may mention an actor; the role nouns and pronouns among it (names: :mod:`recognition`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.analysis.actors import nouns
from bot.analysis.actors.names import person_words
from bot.language import grammar, titles
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import MentionKind

PERSON, ORG, LOC, MISC = "PERSON", "ORG", "LOC", "MISC"
FAMILY = "FAMILY"
"""Several people under one surname: "the Obamas"."""
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
    if lemma in nouns.PEOPLE or token.lower_ in nouns.GROUPS or (token.pos_ == "NOUN" and titles.is_role(lemma)):
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
