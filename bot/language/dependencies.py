"""Relations of Universal Dependencies between words: the ground of ``grammar`` and ``phrases``."""

from bot.language.tokens import Token


def relation(token: Token) -> str:
    """The UD relation of a word to its governor, most subtypes cut off ("obl:unmarked" is "obl").

    One of nsubj, nsubj:pass, csubj, csubj:pass, obj, iobj, obl, obl:agent, nmod, nmod:poss,
    nmod:desc (a title before a name), ccomp, xcomp, advcl, acl, acl:relcl, appos, conj, cc,
    compound, compound:prt, flat, case, mark, cop, aux, aux:pass, det, amod, advmod, nummod,
    parataxis, vocative, punct, root …
    """
    return token.relation


def governor(token: Token) -> Token | None:
    """The word that a word depends on; None for the root of a sentence."""
    head = token.head
    return None if head is token else head


def dependents(token: Token) -> list[Token]:
    """The words that depend on a word, in text order."""
    return list(token.children)


def related(token: Token, *relations: str) -> list[Token]:
    """The dependents of a word that stand in one of some relations, in text order."""
    return [child for child in token.children if child.relation in relations]
