"""Subject and verb, auxiliary and participle that do not agree."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_SINGULAR = {"is": "are", "was": "were", "has": "have", "does": "do"}
_PLURAL = {"are": "is", "were": "was", "have": "has", "do": "does"}
_ONE = frozenset({"he", "she", "it", "this"})
_MANY = frozenset({"they", "we", "these", "those"})
_EITHER = frozenset(
    {
        "data",
        "media",
        "police",
        "staff",
        "team",
        "government",
        "family",
        "crew",
        "public",
        "group",
        "couple",
        "majority",
    }
    | {
        "number",
        "series",
        "species",
        "means",
        "news",
        "people",
        "headquarters",
        "none",
        "half",
        "rest",
        "some",
        "lot",
        "pair",
    }
    | {
        "percent",
        "per",
        "economics",
        "politics",
        "physics",
        "mathematics",
        "athletics",
        "range",
        "variety",
        "handful",
        "cattle",
    }
    | {
        "company",
        "club",
        "board",
        "council",
        "band",
        "party",
        "committee",
        "audience",
        "jury",
        "side",
        "army",
        "press",
        "union",
    }
    | {
        "organisation",
        "organization",
        "generation",
        "youth",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "community",
        "percentage",
    }
    | {
        "all",
        "any",
        "most",
        "more",
        "what",
        "which",
        "who",
        "that",
        "united",
        "states",
        "nations",
        "bulk",
        "part",
        "quarter",
        "third",
    }
)
_UNREAL = frozenset(
    {"if", "though", "wish", "wishes", "wished", "suppose", "lest", "whether", "unless", "did", "do", "does", "make"}
)
_MODAL_FORM = re.compile(
    r"\b(?:will|would|can|could|shall|should|must|might|may)(?: not| also| never)? (?:has|had|is|was|were|goes"
    r"|went|came|took|does|did|gave|made|says|said)\b"
)


@check("grammar.agreement", "Subject and verb do not agree", severity="minor", confidence=0.75)
def agreement(copy: Copy) -> Iterator[Finding]:
    """Forms of be, have and do beside a pronoun or noun of the other number, where the parse leaves no doubt."""
    for doc in copy.docs:
        for verb in doc:
            wanted = _SINGULAR.get(verb.lower_) or _PLURAL.get(verb.lower_)
            if wanted is None or verb.i == 0 or not verb.text.islower():
                continue
            subject = verb.nbor(-1)
            if subject.sent.start != verb.sent.start or not _is_subject_of(subject, verb):
                continue
            number = _number(subject)
            if (
                number is None
                or (number == "one") == (verb.lower_ in _SINGULAR)
                or _is_unreal(subject)
                or grammar.is_question(verb)
            ):
                continue
            yield Finding(
                copy.of(doc[subject.i : verb.i + 1]),
                f"Possible slip: “{subject.text} {verb.text}” do not agree in number. Check subject and verb.",
                suggestion=f"{subject.text} {wanted}",
            )


def _is_subject_of(subject: Token, verb: Token) -> bool:
    predicate = verb.head if grammar.relation(verb) in ("aux", "aux:pass", "cop") else verb
    if grammar.relation(subject) not in ("nsubj", "nsubj:pass") or subject.head.i != predicate.i:
        return False
    return not any(grammar.relation(child) in ("conj", "cc") for child in subject.children)


def _number(subject: Token) -> str | None:
    word = subject.lower_
    if word in _ONE:
        return "one"
    if word in _MANY:
        return "many"
    if (
        word in _EITHER
        or not word.isalpha()
        or not (subject.text.islower() or subject.is_sent_start)
        or subject.ent_type_
    ):
        return None
    if any(grammar.relation(child) in ("nummod", "compound") or child.lower_ in _EITHER for child in subject.children):
        return None
    if subject.tag_ == "NNS" and word.endswith("s") and not word.endswith(("ics", "ss", "us", "is")):
        return "many"
    determined = any(child.lower_ in ("a", "an", "this", "that", "each", "every") for child in subject.children)
    determined = determined or (subject.lemma_ in PEOPLE and any(child.lower_ == "the" for child in subject.children))
    return "one" if subject.tag_ == "NN" and determined else None


def _is_unreal(subject: Token) -> bool:
    """True after "if" or "wish" ("if he were"), and where an auxiliary stands before ("did it have")."""
    return any(token.lower_ in _UNREAL for token in subject.doc[max(subject.sent.start, subject.i - 4) : subject.i])
