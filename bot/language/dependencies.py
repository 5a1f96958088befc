"""Relations of Universal Dependencies between words: the ground of ``grammar`` and ``phrases``."""

from spacy.tokens import Token

_SUBTYPES_KEPT = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "nmod:desc", "acl:relcl", "compound:prt"}
)


def relation(token: Token) -> str:
    """The UD relation of a word to its governor, most subtypes cut off ("obl:unmarked" is "obl").

    One of nsubj, nsubj:pass, csubj, csubj:pass, obj, iobj, obl, obl:agent, nmod, nmod:poss,
    nmod:desc (a title before a name), ccomp, xcomp, advcl, acl, acl:relcl, appos, conj, cc,
    compound, compound:prt, flat, case, mark, cop, aux, aux:pass, det, amod, advmod, nummod,
    parataxis, vocative, punct, root …
    """
    if token.dep_ == "ROOT":
        return "root"
    return token.dep_ if token.dep_ in _SUBTYPES_KEPT else token.dep_.partition(":")[0]


def governor(token: Token) -> Token | None:
    """The word that a word depends on; None for the root of a sentence."""
    return None if token.head.i == token.i else token.head


def dependents(token: Token) -> list[Token]:
    """The words that depend on a word, in text order."""
    return list(token.children)


def related(token: Token, *relations: str) -> list[Token]:
    """The dependents of a word that stand in one of some relations, in text order."""
    return [child for child in dependents(token) if relation(child) in relations]
