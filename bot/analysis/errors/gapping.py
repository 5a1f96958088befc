"""Clauses that leave out the verb of the one before: "she for fraud and he for theft", "he a baker, she a nurse"."""

from bot.analysis.errors.antecedents import is_human
from bot.analysis.errors.lexicon import word_set
from bot.language.tokens import Token

_SUBJECTS = word_set("i he she we they")
_PHRASES = frozenset({"IN", "TO", "DT", "CD", "JJ", "VBG"})
"""What the words behind the subject of a clause without its verb begin with."""

_JOINTS = frozenset({",", ";", "and", "but", "while", "or"})


def is_gapped(pronoun: Token) -> bool:
    """True for a subject whose verb is left out: another clause of the sentence has its like.

    That is "she" in "he to Spain and she to Italy", and "he" in "Lowe won in Rome and he in Paris".
    """
    if not _begins_phrase(pronoun):
        return False
    rest = [t for t in pronoun.sent if _begins_phrase(t) and t.i != pronoun.i]
    if any(_is_alike(t.nbor(), pronoun.nbor()) for t in rest):
        return True
    ahead = pronoun.doc[pronoun.sent.start : max(pronoun.sent.start, pronoun.i - 1)]
    after = pronoun.nbor()
    if not len(ahead) or ahead[-1].ent_type_ == "PERSON" or is_human(ahead[-1]):
        return False  # "a gift for my brother and I for the move"
    has_verb = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in ahead)
    return has_verb and after.tag_ in ("IN", "TO") and any(t.lower_ == after.lower_ for t in ahead)


def _begins_phrase(subject: Token) -> bool:
    """True for "she" in ", she for fraud": a subject form between a joint and a phrase."""
    if subject.lower_ not in _SUBJECTS or subject.i + 1 >= len(subject.doc) or subject.i == subject.sent.start:
        return False
    return subject.nbor(-1).lower_ in _JOINTS and subject.nbor().tag_ in _PHRASES


def _is_alike(one: Token, other: Token) -> bool:
    return one.lower_ == other.lower_ or (one.tag_ == other.tag_ and one.tag_ not in ("IN", "TO"))
