"""What is done without a thing that the text then has: "climbed without oxygen", "his oxygen ran out"."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_ABSTRACT = word_set(
    "doubt help question warning problem comment notice permission delay hesitation reason result way incident trouble people"
    " money time support evidence work success difficulty explanation effort need consent knowledge charge success exception"
    " one anyone child man woman injury job home power electricity water food deal approval word"
)
_HAVING = word_set("with use using")


@check("fact.without", "With and without", severity="major", confidence=0.55)
def with_or_without(copy: Copy) -> Iterator[Finding]:
    """A thing that somebody does something without, and with in another sentence."""
    lacking: dict[str, Token] = {}
    having: dict[str, Token] = {}
    for word in copy.body:
        if word.pos_ != "NOUN" or word.lemma_.lower() in _ABSTRACT or copy.is_quoted(word.idx):
            continue
        how = grammar.preposition(word)
        above = grammar.governor(word)
        if how == "without":
            lacking.setdefault(word.lemma_.lower(), word)
        elif (how == "with" and grammar.relation(word) == "obl") or (
            above is not None and grammar.relation(word) == "obj" and above.lemma_.lower() in ("use", "wear", "carry")
            and not grammar.is_negated(above)
        ):
            having.setdefault(word.lemma_.lower(), word)
    for lemma in lacking.keys() & having.keys():
        one, other = lacking[lemma], having[lemma]
        if one.sent.start != other.sent.start:
            yield Finding(
                copy.of(one.doc[max(0, one.i - 1) : one.i + 1]),
                f"Possible contradiction: without “{one.text}” here, with “{other.text}” elsewhere. Check which is right.",
                evidence=(copy.of(other),),
            )
