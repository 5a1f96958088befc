"""Roles with "the" that nobody whom the text has introduced can have: "the flautist" in a story of a cellist."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.actors import nouns
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF, UNRANKED, may_be_called
from bot.analysis.errors.role_facts import Role, conflict, role_of, told_with
from bot.analysis.errors.roles import Bearer
from bot.analysis.errors.scenes import scene_of
from bot.analysis.errors.unnamed_roles import KNOWN_AT_ONCE
from bot.language import grammar, places, titles

_STEM = 5
"""Letters in which a role and what somebody does are alike: "the climber" after "climbing"."""

_THINGS = word_set("star chair model fan guide host head")
"""Nouns of people that as often mean something else."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """Somebody whom the text has introduced, by name or by a noun, with the roles it told."""

    at: Token
    name: str | None
    roles: tuple[Role, ...]


def strangers(copy: Copy, people: list[Bearer]) -> Iterator[tuple[str, Role, Role]]:
    """Whoever is meant, the role that the text gave before, and the one that goes with nobody in it."""
    figures: list[_Figure] | None = None
    for token in copy.words.of_class("NOUN"):
        role = _untold(copy, token)
        if role is None:
            continue
        if figures is None:
            figures = _figures(copy, people)
        before = [one for one in figures if one.at.doc is not copy.body or one.at.i < role.phrase.start]
        meant = _meant(before, role, named=_is_named(token))
        if meant is not None:
            yield meant[0], meant[1], role


def unlike_headline(copy: Copy, people: list[Bearer]) -> Iterator[tuple[str, Role, Role]]:
    """Whom the headline calls what nobody in the text can be, and what the text calls the first person it names."""
    figures = _figures(copy, people)
    titled = [one for one in figures if one.at.doc is not copy.body and one.name is None]
    inside = [one for one in figures if one.at.doc is copy.body]
    first = next((one for one in inside if one.name is not None), None)
    if len(titled) != 1 or first is None or not first.roles or not titled[0].roles:
        return
    told = titled[0].roles[0]
    own = _excluded(first, told)
    if "class" not in told.facts or own is None or any(_excluded(one, told) is None for one in inside if one.name):
        return
    if not any(_is_alike(word, told) for word in copy.words.of_class("NOUN")):
        yield first.name or "", told, own


def _is_alike(word: Token, told: Role) -> bool:
    """True for another of the same class, or several, "as" aside."""
    return (
        CLASS_OF.get(word.lemma_.lower()) in (told.facts["class"], told.noun.lemma_.lower())
        and grammar.preposition(word) != "as"
    )


def _untold(copy: Copy, noun: Token) -> Role | None:
    """The role of "the NOUN" as a subject that no word before speaks of and that no situation brings along."""
    if noun.tag_ != "NN" or noun.lower_ == "captain" or copy.is_quoted(noun.idx):
        return None
    if not (_acts(noun) or _goes_on(noun)) or not _is_complete(noun):
        return None
    role = role_of(noun)
    if role is None or role.phrase[0].lower_ != "the" or not {"class", "rank"} & role.facts.keys():
        return None
    before = [*copy.docs[0], *noun.doc[: noun.i]]
    name = role.facts.get("class", "")
    stem, scene = noun.lower_[:_STEM], scene_of(name)
    if not scene and (name in KNOWN_AT_ONCE or _is_named(noun)):
        return None
    return None if any(word.lower_.startswith(stem) or word.lemma_.lower() in scene for word in before) else role


def _acts(noun: Token) -> bool:
    """True for who does something, is done something to, or owns what does."""
    above = grammar.governor(noun)
    if grammar.relation(noun) == "nmod:poss" and above is not None:
        noun = above
    return grammar.relation(noun) in ("nsubj", "nsubj:pass", "obl:agent")


def _goes_on(noun: Token) -> bool:
    """True when what follows adds to what is known of somebody: "the flautist, who", "the flautist, 33,"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    if len(behind) < 2 or behind[0].text != ",":
        return False
    return behind[1].lower_ in ("who", "whose") or behind[1].like_num


def _is_named(noun: Token) -> bool:
    """True for "the flautist, Ada Lund," which names somebody."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return len(behind) == 2 and behind[0].text == "," and behind[1].ent_type_ == "PERSON"


def _is_complete(noun: Token) -> bool:
    """True when nothing behind a noun says which one is meant."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return not after or not (
        (after[0].pos_ in ("NOUN", "PROPN", "ADJ", "PART") and after[0].tag_ != "POS")
        or after[0].lower_ in ("of", "for", "in", "at", "who", "-")
    )


def _figures(copy: Copy, people: list[Bearer]) -> list[_Figure]:
    """Everybody a text introduces, in text order: the named ones, and single people that it calls by a noun."""
    roles = {id(bearer.person): bearer.roles for bearer in people}
    taken: set[tuple[int, int]] = set()
    found = []
    for person in copy.people:
        own = [role for _, role in roles.get(id(person), [])]
        taken |= {(id(token.doc), token.i) for mention in person.mentions for token in mention}
        if not person.words[0][0].isupper() or (not person.is_full and not any(map(_is_one, person.mentions))):
            continue
        taken |= {(id(role.noun.doc), role.noun.i) for role in own}
        taken |= {(id(mention.doc), mention.start - 1) for mention in person.mentions}
        if own or person.is_full or not places.is_place_name(person.name):
            found.append(_Figure(person.mentions[0][0], person.name, tuple(own)))
    for words in copy.all_words:
        for noun in words.of_class("NOUN", "PROPN"):
            if (id(noun.doc), noun.i) not in taken and _is_somebody(noun) and not _is_in_quotation(copy, noun):
                role = role_of(noun)
                if ("class" in (role.facts if role else ()) or _acts(noun)) and grammar.preposition(noun) != "as":
                    found.append(_Figure(noun, None, () if role is None else (role,)))
    return sorted(found, key=lambda one: (one.at.doc is copy.body, one.at.i))


def _is_one(mention: DocSpan) -> bool:
    """True when a name without a given name is likely that of a person: one who does something in the text."""
    return mention.root.tag_ == "NNP" and _acts(mention.root)


def _is_in_quotation(copy: Copy, noun: Token) -> bool:
    return noun.doc is copy.body and copy.is_quoted(noun.idx)


def _is_somebody(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.tag_ not in ("NN", "NNP") or lemma in _THINGS:
        return False
    return lemma in nouns.PEOPLE or lemma in CLASS_OF or told_with(noun) in CLASS_OF or titles.is_role(lemma)


def _meant(before: list[_Figure], role: Role, *, named: bool) -> tuple[str, Role] | None:
    """Who of those introduced is meant by a role that none of them can have; None where one can."""
    against = [(one, found) for one in before if (found := _excluded(one, role)) is not None]
    unknown = [one for one in before if _excluded(one, role) is None]
    nameless = [one for one, _ in against if one.name is None]
    if named and not nameless:
        return None
    if not against or any(one.roles or one.name is None for one in unknown) or len(unknown) > min(1, len(nameless)):
        return None
    one, earlier = against[0]
    return one.name or earlier.phrase.text, earlier


def _excluded(one: _Figure, role: Role) -> Role | None:
    """The role of somebody that excludes another."""
    return next((own for own in one.roles if conflict(own, role, may_be_called) or _is_above(own, role)), None)


def _is_above(own: Role, role: Role) -> bool:
    """True for a rank against what nobody with one is: a captain who is the cook."""
    return "rank" in own.facts and role.facts.get("class") in UNRANKED
