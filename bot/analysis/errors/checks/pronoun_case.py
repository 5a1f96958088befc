"""Pronouns in the wrong case: "turned my brother and I down", "of who 40 agreed"."""

from collections.abc import Iterator

from bot.analysis.errors.clauses import is_finite
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.gapping import is_gapped
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_OBJECTIVE = {"I": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_PREPOSITIONS = frozenset({"of", "to", "with", "from", "for", "by", "at", "about", "between", "against", "among", "on"})


@check("grammar.pronoun-case", "Pronoun in the wrong case", severity="minor", confidence=0.75)
def pronoun_case(copy: Copy) -> Iterator[Finding]:
    """A subject form behind a verb or preposition, an object form as a subject, "who" behind a preposition."""
    for pronoun in copy.words.spelt(_FORMS):
        wanted = _wanted(pronoun)
        if wanted is not None:
            yield Finding(
                copy.of(pronoun),
                f"Possible slip: “{pronoun.text}” stands where “{wanted}” belongs. Check the pronoun.",
                suggestion=wanted,
            )


def _wanted(pronoun: Token) -> str | None:
    """The case a pronoun should have; None when its own is right or may be."""
    if pronoun.text == "who":
        return "whom" if _is_behind_preposition(pronoun) else None
    if pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().lower_ == "and":
        return _of_first(pronoun)
    joined = pronoun.head
    if grammar.relation(pronoun) != "conj" or joined.i > pronoun.i or pronoun.i - joined.i > 6:
        return None
    parts = pronoun.doc[joined.i + 1 : pronoun.i]
    if len(parts) != 1 or parts[0].lower_ not in ("and", "or") or _is_subject_of_more(pronoun):
        return None
    behind = grammar.relation(joined) in ("obj", "obl", "iobj", "nmod")
    if pronoun.text in _OBJECTIVE and behind and not is_gapped(pronoun):
        return _OBJECTIVE[pronoun.text]
    return None


def _of_first(pronoun: Token) -> str | None:
    """The case of the first of two: "to he and his wife", "Him and his brother were"."""
    how = grammar.relation(pronoun)
    joined = any(grammar.relation(child) == "conj" for child in pronoun.children)
    if not joined:
        return None
    if pronoun.lower_ in _OBJECTIVE and any(c.dep_ == "case" and c.i == pronoun.i - 1 for c in pronoun.children):
        return _OBJECTIVE[pronoun.lower_]
    verb = pronoun.head
    opens = pronoun.is_sent_start and how in ("nsubj", "nsubj:pass") and is_finite(verb)
    return _NOMINATIVE.get(pronoun.lower_) if opens else None


_NOMINATIVE = {"him": "He", "them": "They", "me": "I", "us": "We"}
_FORMS = frozenset({"who", *map(str.lower, _OBJECTIVE), *_NOMINATIVE})


def _is_behind_preposition(who: Token) -> bool:
    """True for "of who 40 agreed", not for "a question of who pays"."""
    before = who.nbor(-1) if who.i else who
    if before.lower_ not in _PREPOSITIONS or before.head.i != who.i or who.i < 2:
        return False
    clause = who.head
    while clause.dep_ in ("nmod", "nsubj", "obj", "obl") and clause.head.i != clause.i:
        clause = clause.head
    return grammar.relation(clause) == "acl:relcl" and grammar.relation(who) in ("obl", "nmod", "obj")


def _is_subject_of_more(pronoun: Token) -> bool:
    """True when a verb follows that the pronoun may be the subject of."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    return after.tag_ in ("VBD", "VBZ", "VBP", "MD") or (after.pos_ == "ADV" and is_finite(after.head))
