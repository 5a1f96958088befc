"""Noun phrases, names and coordination in a parse. The analysis calls these through ``grammar``."""

from bot.language.dependencies import dependents, governor, related, relation
from bot.language.tokens import Span, Token

_NAME_RELATIONS = ("flat", "compound", "nmod:desc")
_TRAILING = frozenset({"acl:relcl", "appos"})
_NOT_IN_PHRASE = frozenset(
    {"case", "cop", "mark", "nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "discourse", "vocative", "expl"}
    | {"conj", "cc", "parataxis", "list", "dislocated", "advcl", "ccomp", "orphan", "reparandum"}
)


def conjuncts(token: Token) -> list[Token]:
    """The words coordinated with a word, itself left out, in text order; from the first conjunct only those after."""
    found: list[Token] = []
    for child in related(token, "conj"):
        found += [child, *conjuncts(child)]
    return found


def coordination(token: Token) -> list[Token]:
    """All members of the coordination that a word is in, itself included, in text order."""
    head = token
    while relation(head) == "conj" and (above := governor(head)) is not None:
        head = above
    return [head, *conjuncts(head)]


def appositions(token: Token) -> list[Token]:
    """The nouns in apposition to a noun ("Jones, the mayor": mayor)."""
    return related(token, "appos")


def noun_phrase(head: Token, *, full: bool = False) -> Span:
    """The contiguous phrase around a noun: determiners, adjectives, compounds, complements.

    Prepositions before it, coordinated phrases, and what trails behind (relative clauses,
    appositions) are left out; ``full`` keeps relative clauses and appositions. For a predicate
    noun, the rest of its clause is left out.
    """
    left = right = head.i
    stops = _NOT_IN_PHRASE if full else _NOT_IN_PHRASE | _TRAILING
    for child in reversed([c for c in dependents(head) if c.i < head.i and relation(c) != "punct"]):
        if relation(child) in stops:
            break
        left = min(left, subtree(child)[0].i)
    for child in [c for c in dependents(head) if c.i > head.i and relation(c) not in ("punct", "case")]:
        if relation(child) in stops:
            break
        right = max(right, subtree(child)[-1].i)
    return head.doc[left : right + 1]


def subtree(token: Token) -> Span:
    """The stretch of text from the first to the last word below a word, without punctuation or space at its ends."""
    doc, left, right = token.doc, token.left_edge.i, token.right_edge.i
    while left < token.i and (doc[left].is_space or doc[left].is_punct):
        left += 1
    while right > token.i and (doc[right].is_space or doc[right].is_punct):
        right -= 1
    return doc[left : right + 1]


def name_span(token: Token) -> Span:
    """The full proper name around a token: the entity it is in, else the run of proper nouns joined to it."""
    for ent in token.doc.ents:
        if ent.start <= token.i < ent.end:
            return ent
    left = right = token.i
    doc = token.doc
    while left > 0 and doc[left - 1].pos_ == "PROPN" and _one_name(doc[left - 1], doc[left]):
        left -= 1
    while right + 1 < len(doc) and doc[right + 1].pos_ == "PROPN" and _one_name(doc[right], doc[right + 1]):
        right += 1
    return doc[left : right + 1]


def _one_name(left: Token, right: Token) -> bool:
    """True when two neighbouring proper nouns belong to one name."""
    if left.sent.start != right.sent.start:
        return False
    linked = (governor(left), governor(right))
    return (
        linked[0] == right
        or linked[1] == left
        or (linked[0] is not None and linked[0] == linked[1] and relation(left) in _NAME_RELATIONS)
    )
