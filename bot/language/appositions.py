"""Names in apposition, hung on the noun that they belong to: "the mayor of Vadstad, Ingrid Dahl, …".

A parser that does not know the place often takes the person for it; a tree cannot tell, but a place or an
organisation is no person, and two names in full are two people.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from bot.language.titles import is_role
from bot.language.tokens import plain_relation

PIPE_NAME = "newsroom_appositions"
_PERSON = frozenset({"PERSON", "PER"})


@Language.component(PIPE_NAME, requires=["doc.ents", "token.dep", "token.head"], assigns=["token.dep", "token.head"])
def correct_appositions(doc: Doc) -> Doc:
    """Hangs a person set off by commas on the role before the comma, not on the name that closes the role."""
    for ent in doc.ents:
        if ent.label_ in _PERSON and _is_set_off(ent) and (role := _role_of(ent.root.head)) is not None:
            ent.root.head, ent.root.dep_ = role, "appos"
    return doc


def _is_set_off(name: Span) -> bool:
    """True for a name behind a comma that the tree has in apposition, or as the second of two with no "and"."""
    doc, how = name.doc, plain_relation(name.root.dep_)
    if how not in ("appos", "conj") or name.start == 0 or doc[name.start - 1].text != ",":
        return False
    if how == "appos":
        return True
    joined = [t for other in _related(name.root.head, "conj") for t in (other, *_related(other, "cc"))]
    return joined == [name.root] and name.end < len(doc) and doc[name.end].text == ","


def _role_of(owner: Token) -> Token | None:
    """The mayor of "the mayor of (the city of) Vadstad"; None when the name is not part of one person's role."""
    noun = owner
    while owner.pos_ == "PROPN" and plain_relation(noun.dep_) == "nmod" and _related(noun, "case"):
        noun = noun.head
        if noun.tag_ in ("NN", "NNP") and is_role(noun.text):
            return noun
    return None


def _related(token: Token, relation: str) -> list[Token]:
    return [child for child in token.children if plain_relation(child.dep_) == relation]
