"""Everybody whom a text introduces, by name or by a noun such as "a cellist", with the roles that it tells of each."""

from dataclasses import dataclass

from bot.analysis.actors import nouns
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF
from bot.analysis.errors.role_facts import RANKS, Role, role_of, told_with
from bot.analysis.errors.roles import Bearer
from bot.language import grammar, places, titles
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_THINGS = word_set("star chair model fan guide host head")
"""Nouns of people that as often mean something else."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody whom the text introduces; ``name`` is None for who is told by a noun alone."""

    at: Token
    name: str | None
    roles: tuple[Role, ...]


def cast(copy: Copy, people: list[Bearer]) -> list[Figure]:
    """The figures of headline and body in text order."""
    found = [*_named(copy, people), *_nameless(copy, people)]
    return sorted(found, key=lambda one: (one.at.doc is copy.body, one.at.i))


def is_person_noun(noun: Token) -> bool:
    """True for a singular noun that says what one person is."""
    lemma = noun.lemma_.lower()
    if noun.tag_ not in ("NN", "NNP") or lemma in _THINGS:
        return False
    known = lemma in nouns.PEOPLE or lemma in CLASS_OF or lemma in RANKS
    return known or told_with(noun) in CLASS_OF or titles.is_role(lemma)


def acts(noun: Token) -> bool:
    """True for who does something, to whom something is done, and whose something does."""
    above = grammar.governor(noun)
    head = above if above is not None and grammar.relation(noun) == "nmod:poss" else noun
    return grammar.relation(head) in ("nsubj", "nsubj:pass", "obl:agent")


def _named(copy: Copy, people: list[Bearer]) -> list[Figure]:
    roles = {id(bearer.person): tuple(role for _, role in bearer.roles) for bearer in people}
    likely = [
        person
        for person in copy.people
        if person.is_full or (any(map(_is_person, person.mentions)) and not places.is_place_name(person.name))
    ]
    known = [person for person in likely if person.words[0][0].isupper()]
    return [Figure(person.mentions[0][0], person.name, roles.get(id(person), ())) for person in known]


def _is_person(mention: DocSpan) -> bool:
    """True when a name without a given name is likely that of a person: one who does something in the text."""
    return mention.root.tag_ == "NNP" and acts(mention.root)


def _nameless(copy: Copy, people: list[Bearer]) -> list[Figure]:
    """Those told by a noun that belongs to no name."""
    mentions = [mention for person in copy.people if person.words[0][0].isupper() for mention in person.mentions]
    joined = {noun for mention in mentions for noun in mention.doc[max(0, mention.start - 1) : mention.end]}
    joined |= {role.noun for bearer in people if bearer.person.words[0][0].isupper() for _, role in bearer.roles}
    found = []
    for words in copy.all_words:
        for noun in words.of_class("NOUN", "PROPN"):
            if not is_person_noun(noun) or noun in joined or grammar.preposition(noun) == "as":
                continue
            if noun.doc is copy.body and copy.is_quoted(noun.idx):
                continue
            role = role_of(noun)
            if acts(noun) or (role is not None and "class" in role.facts):
                found.append(Figure(noun, None, () if role is None else (role,)))
    return found
