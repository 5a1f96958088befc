"""Roles that nobody whom the text has introduced can have: "the flautist" in the story of a cellist."""

from collections.abc import Callable, Iterator

from bot.analysis.errors.cast import Figure, acts, cast, is_person_noun
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF, UNRANKED, face_each_other, may_be_both, may_be_called
from bot.analysis.errors.role_facts import Role, conflict, role_of
from bot.analysis.errors.roles import Bearer
from bot.analysis.errors.scenes import scene_of
from bot.analysis.errors.unnamed_roles import KNOWN_AT_ONCE
from bot.language import grammar
from bot.language.tokens import Token

_SHORTEST_STEM, _STEM = 3, 5
"""Letters in which a role and what somebody does are alike: "the climber" after "climbing"."""

_ALWAYS_THERE = word_set(
    "police fire president premier chancellor king prince minister secretary executive judge prosecutor coroner"
)
"""Offices that every reader knows to be held."""

Change = tuple[str, Role, Role]
"""Who seems meant, the role that was told first, and the one that does not fit."""


def strangers(copy: Copy, people: list[Bearer]) -> Iterator[Change]:
    """ "The milkman was back on his round" where only a dustman was told of."""
    untold = [role for noun in copy.words.of_class("NOUN") if (role := _untold(copy, noun)) is not None]
    figures = cast(copy, people) if untold else []
    for role in untold:
        before = [one for one in figures if one.at.doc is not copy.body or one.at.i < role.phrase.start]
        if _may_come_alone(role) and (grammar.relation(role.noun) != "nsubj" or not _may_be_one(before)):
            continue
        meant = _meant(before, role)
        if meant is not None:
            yield meant[0], meant[1], role


def unlike_headline(copy: Copy, people: list[Bearer]) -> Iterator[Change]:
    """ "Bishop sorry" over a text on an archdeacon, where nobody can be the one whom the headline means."""
    if not any(map(is_person_noun, copy.docs[0])):
        return
    figures = cast(copy, people)
    titled = [one for one in figures if one.at.doc is not copy.body and one.name is None]
    named = [one for one in figures if one.at.doc is copy.body and one.name is not None]
    if len(titled) != 1 or not titled[0].roles or not named:
        return
    told = titled[0].roles[0]
    excluded = [_excluded(one, told, may_be_both) for one in named]
    own = excluded[0]
    if own is None or not all(excluded) or "class" not in told.facts:
        return
    if own.phrase[0].lower_ in ("a", "an"):
        return  # what somebody is besides
    if face_each_other(told.facts["class"], own.facts.get("class", "")):
        return  # the one whom the headline means may go without a name
    if not any(_may_be(word, told) for word in copy.words.of_class("NOUN") if word != own.noun):
        yield named[0].name or "", told, own


def _may_be(word: Token, told: Role) -> bool:
    """True for a noun of the text that may stand for whom the headline means, or for several like that."""
    return CLASS_OF.get(word.lemma_.lower()) == told.facts["class"] and grammar.preposition(word) != "as"


def _untold(copy: Copy, noun: Token) -> Role | None:
    """The role of "the NOUN" that no word before speaks of and that no scene brings along."""
    if noun.tag_ != "NN" or noun.lower_ == "captain" or not is_person_noun(noun) or copy.is_quoted(noun.idx):
        return None
    if not (acts(noun) or _goes_on(noun)) or not _is_complete(noun):
        return None
    role = role_of(noun)
    if _is_body(copy, noun):
        return None
    if role is None or role.phrase[0].lower_ != "the" or not {"class", "rank"} & role.facts.keys():
        return None
    name, stem = role.facts.get("class", ""), noun.lower_[:_STEM]
    scene = scene_of(name)
    if name in _ALWAYS_THERE or (not scene and _is_named(noun)):
        return None
    told = copy.once(_told)
    return None if any(told.get(word, noun.i) < noun.i for word in (stem, *scene)) else role


def _told(copy: Copy) -> dict[str, int]:
    """The first place in the body of each lemma and each beginning of a word; before it for the headline's."""
    first: dict[str, int] = {}
    for words, before in zip(copy.all_words, (-1, None), strict=True):
        for token in words.tokens:
            at = token.i if before is None else before
            first.setdefault(token.lemma_.lower(), at)
            for end in range(_SHORTEST_STEM, _STEM + 1):
                first.setdefault(token.lower_[:end], at)
    return first


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


def _is_body(copy: Copy, noun: Token) -> bool:
    """True for "the builder, Lowe Homes," which is a firm: the name beside it is nobody's."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    if len(behind) < 2 or behind[0].text != "," or behind[1].pos_ != "PROPN":
        return False
    return all(mention.start != behind[1].i for mention, _ in copy.mentions)


def _is_complete(noun: Token) -> bool:
    """True when nothing behind a noun says which one is meant."""
    for after in noun.doc[noun.i + 1 : noun.i + 2]:
        if after.lower_ in ("of", "for", "in", "at", "who", "-"):
            return False
        return after.tag_ == "POS" or after.pos_ not in ("NOUN", "PROPN", "ADJ", "PART")
    return True


def _may_come_alone(role: Role) -> bool:
    """True for an office that a text may speak of before it says whose it is, as long as others are about."""
    name = role.facts.get("class", "")
    return name in KNOWN_AT_ONCE and not scene_of(name)


def _may_be_one(figures: list[Figure]) -> bool:
    """True when all who were introduced may be one person: one name, and nouns that go together."""
    roles = [role for one in figures for role in one.roles]
    names = {one.name for one in figures if one.name is not None}
    return len(names) < 2 and all(conflict(role, roles[0]) is None for role in roles)


def _meant(before: list[Figure], role: Role) -> tuple[str, Role] | None:
    """Who of those introduced is meant by a role that none of them can have; None where one can.

    Somebody of whom only the name was told may be one of those told by a noun alone.
    """
    against = [(one, own) for one in before if (own := _excluded(one, role)) is not None]
    others = [one for one in before if _excluded(one, role) is None]
    nameless = any(one.name is None for one, _ in against)
    if not against or any(one.roles or one.name is None for one in others):
        return None
    if len(others) > nameless or (_is_named(role.noun) and not nameless):
        return None
    one, earlier = against[0]
    return one.name or earlier.phrase.text, earlier


def _excluded(one: Figure, role: Role, go_together: Callable[[str, str], bool] = may_be_called) -> Role | None:
    """The role of somebody that excludes another."""
    return next((own for own in one.roles if conflict(own, role, go_together) or _is_above(own, role)), None)


def _is_above(own: Role, role: Role) -> bool:
    """True for a rank against what nobody with one is: a captain who is the cook."""
    return "rank" in own.facts and role.facts.get("class") in UNRANKED
