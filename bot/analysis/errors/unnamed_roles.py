"""Roles without a name that can only be those of the person named before, and do not fit."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_facts import Role, conflict, role_of
from bot.analysis.errors.roles import Bearer
from bot.language import grammar, places
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

KNOWN_AT_ONCE = word_set(
    "judge prosecutor defence defendant juror coroner bailiff law medicine nursing paramedic police fire "
    "soldier driving flying rail referee goal pupil school church mosque synagogue councillor mayor governor "
    "senator congress ambassador president premier chancellor king prince chair executive treasurer rector "
    "dean landlord tenant undertaker duke earl sailing cleaning post guard service curator music bank minister "
    "secretary secretary-general director-general cabin commissioner coach manager director editor producer "
    "speaker principal monastery"
)
"""Classes that may come with "the" before anybody is introduced; of others "the" alone makes nobody known."""

_OF_STATE = word_set(
    "judge prosecutor defence defendant juror coroner police fire mayor governor president premier chancellor "
    "king prince minister secretary-general"
)
"""Those that may even speak without an introduction."""

_SPEECH = word_set("say tell add joke ask reply warn note explain insist promise")

_NEAR = 25
"""Tokens between the sentence that names somebody and one that can only go on about the same person."""


def unnamed(copy: Copy, people: list[Bearer]) -> Iterator[tuple[Bearer, Role, Role]]:
    """ "The interior minister" after a defence minister, "the astronomer" after a biologist, "the Finn" after a Swede.

    Nobody else may be named in between, and nobody else introduced who could be meant.
    """
    by_mention = {id(mention): bearer for bearer in people for mention in bearer.person.mentions}
    mentions = copy.mentions
    number = 0
    for token in copy.words.of_class("NOUN", "PROPN", "ADJ"):
        while number < len(mentions) and mentions[number][0].start <= token.i:
            number += 1
        if number == 0 or not _stands_alone(token):
            continue
        bearer = by_mention.get(id(mentions[number - 1][0]))
        role = role_of(token) if bearer is not None and not copy.is_quoted(token.idx) else None
        if bearer is None or role is None or role.phrase[0].lower_ != "the":
            continue
        earlier = [one for mention, one in bearer.roles if mention.doc is not copy.body or mention.start < token.i]
        for one in earlier:
            kind = conflict(one, role)
            if kind is not None and _is_meant(copy, kind, one, role, mentions[number - 1][0]):
                yield bearer, one, role
                break


def _stands_alone(noun: Token) -> bool:
    """True for "the NOUN" with nothing behind that belongs to it, as the subject of a verb or after a preposition."""
    doc, at = noun.doc, noun.i + 1
    if (
        at >= len(doc)
        or doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "PART")
        or doc[at].lower_ in ("of", "for", "in", "at", "from", "with", "who", "that", "-")
    ):
        return False
    if doc[at].text == "," and (
        doc[at + 1 : at + 2].text[:1].isupper() or doc[at + 1 : at + 2].text in ("who", "whose")
    ):
        return False
    return grammar.relation(noun) in ("nsubj", "nsubj:pass", "obl", "obl:agent", "nmod")


def _is_meant(copy: Copy, kind: str, one: Role, role: Role, mention: DocSpan) -> bool:
    """True when the role can hardly be that of somebody who needs no introduction."""
    noun = role.noun
    before = noun.doc[: role.phrase.start]
    if kind == "nation":
        return (_is_demonym(noun) or _is_alike(one, role)) and not _is_elsewhere(copy, role)
    if grammar.relation(noun) not in ("nsubj", "nsubj:pass"):
        return False
    if kind == "party" or kind.startswith("kind of"):
        told = {token.lower_ for token in role.phrase[1:-1]}
        if kind == "party" and told & {token.lower_ for token in one.phrase[:-1]}:
            return role.phrase[1:].text not in before.text  # "an Ohio Democrat … the Ohio Republican"
        return _is_alike(one, role) and not any(token.lower_ in told for token in before)
    known = any(token.lemma_.lower() == noun.lemma_.lower() for token in before)
    if (kind == "class" or kind.startswith("which ")) and role.facts["class"] not in KNOWN_AT_ONCE:
        return not known
    return noun.sent.start - mention.sent.end <= _NEAR and _goes_on(copy, kind, role, known)


def _goes_on(copy: Copy, kind: str, role: Role, known: bool) -> bool:
    """True when a role of the kind that may come without introduction can only be that of the person before."""
    before = role.noun.doc[: role.phrase.start]
    if kind == "ministry":
        return not any(token.lower_ in role.facts[kind].split() for token in before)
    if kind.startswith("deputy of"):
        if grammar.related(role.noun, "nmod:poss"):
            return False  # "the bank's deputy governor" needs no introduction
        return (role.facts[kind] == "yes" or _ends_quotation(copy, role)) and not _is_held(role, before)
    if kind == "class" or kind.startswith("which "):
        return not known and role.facts["class"] not in _OF_STATE and _ends_quotation(copy, role)
    return kind in ("rank", "position") and not known


def _is_alike(one: Role, role: Role) -> bool:
    return one.noun.lemma_.lower() == role.noun.lemma_.lower()


def _ends_quotation(copy: Copy, role: Role) -> bool:
    """True for “…,” the president joked."""
    verb = grammar.governor(role.noun)
    return verb is not None and verb.lemma_.lower() in _SPEECH and copy.is_quoted(role.phrase.start_char - 2)


def _is_held(role: Role, before: DocSpan) -> bool:
    """True when the same office, deputy or not, stands in the text before."""
    same = (one for token in before if token.lower_ == role.noun.lower_ and (one := role_of(token)) is not None)
    return any(one.facts == role.facts for one in same)


def _is_demonym(noun: Token) -> bool:
    place = places.lookup(noun.text)
    return place is not None and place.kind == "demonym"


def _is_elsewhere(copy: Copy, role: Role) -> bool:
    """True when other words of the article name the same state, or one of its places."""
    title = (places.lookup(token.text) for token in copy.docs[0])
    found = [(where.start, where.place) for where in copy.places]
    found += [(-1, place) for place in title if place is not None]
    own = range(role.phrase.start_char, role.phrase.end_char)
    return any(at not in own and place.country == role.facts["nation"] for at, place in found)
