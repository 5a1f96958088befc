"""The title before a personal name: "Russia's deputy foreign minister", "head of the oil fund"."""

from bot.analysis.actors import nouns
from bot.analysis.actors.names import is_title
from bot.language import titles
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

MAX_TOKENS = 22
"""How far left of a name its title may begin."""

_LINKS = frozenset({"of", "for", "at", "on", "in", "to", "the", "and", "&"})
_NAME_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def is_role_noun(token: Token) -> bool:
    """True for a noun that says what a person is ("minister", "Secretary", "co-founder")."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma_.lower()
    return lemma in nouns.PEOPLE or titles.is_role(token.text) or is_title(token.text)


def title_span(name: DocSpan) -> DocSpan | None:
    """The title right before a name, without article and "Mr"; None when the name has none.

    When the words next to the name are no role ("of the oil fund Kari Holm"), the role is looked for
    to their left, across "of", "for" and the like, but never across a comma or a verb.
    """
    doc = name.doc
    noun = _role_before(name)
    if noun is None:
        return None
    start = noun.i
    while start > 0 and name.start - start < MAX_TOKENS and _premodifies(doc[start - 1], doc[start]):
        start -= 1
    while start < noun.i and (doc[start].pos_ in ("DET", "PUNCT", "PART", "CCONJ", "PRON") or doc[start].is_space):
        start += 1
    return doc[start : name.start - _is_courtesy(doc[name.start - 1])]


def _role_before(name: DocSpan) -> Token | None:
    """The role noun that a title is built on."""
    doc = name.doc
    for i in range(name.start - 1, max(-1, name.start - 1 - MAX_TOKENS), -1):
        token = doc[i]
        if i == name.start - 1 and _is_courtesy(token):
            continue
        if is_role_noun(token) and not _is_part_of_name(token):
            return token
        if i == name.start - 1 and token.pos_ not in ("NOUN", "PROPN"):
            return None
        is_name = token.pos_ in _NAME_POS or token.ent_type_ in ("ORG", "LOC", "GPE")
        if not (is_name or token.lower_ in _LINKS or token.text in ("-", "’s", "'s")):
            return None
        if token.ent_type_ in ("PERSON", "PER"):
            return None
    return None


def _is_courtesy(token: Token) -> bool:
    """True for "Mr", "Dame", "Dr": titles that say nothing about what a person does."""
    return token.text[:1].isupper() and titles.is_honorific(token.text) and not titles.is_role(token.text)


def _is_part_of_name(token: Token) -> bool:
    """True inside the name of an organisation that ends later ("Institute of Chief Officers")."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.ent_type_ == "ORG" and after is not None and after.ent_iob_ == "I"


def _premodifies(left: Token, right: Token) -> bool:
    if left.is_space or left.sent.start != right.sent.start:
        return False
    if left.text in ("-", "–") and left.whitespace_:
        return False
    if left.text in ("-", "–", "’s", "'s") or left.pos_ in _NAME_POS:
        return left.tag_ != "CD"
    if left.lower_ in ("and", "&"):
        before = left.doc[left.i - 1] if left.i else None
        return before is not None and is_role_noun(before) and before.ent_type_ == ""
    return left.pos_ == "DET"
