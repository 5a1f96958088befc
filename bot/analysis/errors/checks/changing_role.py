"""One person whose office changes from one mention to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import Person, joined_nouns
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar, places

_TITLES = word_set(
    "governor mayor senator premier chancellor king queen pope archbishop bishop ambassador congressman congresswoman "
    "sheriff prince princess president"
)
_OFFICES = word_set(
    "minister president premier bishop archbishop mayor governor ambassador king queen senator chancellor secretary "
    "envoy commissioner"
)
_PARTIES = {
    "democrat": "Democrat", "democratic": "Democrat", "republican": "Republican", "tory": "Conservative",
    "conservative": "Conservative", "labour": "Labour", "labor": "Labour",
}  # fmt: skip
_CHANGED = re.compile(
    r"\b(?:former(?:ly)?|ex|then|now|once|later|later become|became|become|becomes|elected|appointed"
    r"|promoted|named|succeed\w*"
    r"|previous\w*|new|newly|served|was|until|turned|switched|defected|candidate|hopeful|running|nominee"
    r"|designate|elect"
    r"|deputy|vice|acting|late|first|before|after|since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Role:
    mention: DocSpan
    what: str
    where: str | None


@check("person.changing-role", "Office that changes", severity="major", confidence=0.65)
def changing_role(copy: Copy) -> Iterator[Finding]:
    """ "Governor Winters … Mayor Winters"; "the bishop of Leeds … the bishop of York"; a party that changes."""
    for person in copy.people:
        if not person.is_full or _is_shared(person, copy):
            continue
        roles = [role for mention in person.mentions for role in _roles(mention)]
        for one, other in combinations(roles, 2):
            if one.mention == other.mention or not _exclude(one, other):
                continue
            if any(_CHANGED.search(_around(role.mention)) for role in (one, other)):
                continue
            yield Finding(
                copy.of(other.mention),
                f"Possible mix-up: {person.name} is “{_said(one)}” above and “{_said(other)}” here. Check "
                f"the title, or "
                "say what changed.",
                evidence=(copy.of(one.mention),),
            )
            break


def _is_shared(person: Person, copy: Copy) -> bool:
    """True when another person here has the same surname."""
    return any(other is not person and other.surname == person.surname for other in copy.people)


def _roles(mention: DocSpan) -> Iterator[_Role]:
    before = mention[0].nbor(-1) if mention.start else None
    titles = {token.lower_: token for token in (mention[0], *([before] if before is not None else []))}
    for title, token in titles.items():
        prime = title == "minister" and token.i > 0 and token.nbor(-1).text == "Prime"
        if (title in _TITLES or prime) and token.text[0].isupper():
            yield _Role(mention, "premier" if title == "minister" else title, None)
    for noun in joined_nouns(mention):
        lemma = noun.lemma_.lower()
        if lemma in _OFFICES:
            where = _where(noun)
            if where is not None:
                yield _Role(mention, lemma, where)
        for word in (noun, *grammar.dependents(noun)):
            if word.lower_ in _PARTIES and word.text[0].isupper():
                yield _Role(mention, "party", _PARTIES[word.lower_])


def _where(noun: Token) -> str | None:
    """The state of an office, or the place behind "of"; None when nothing says where."""
    for child in grammar.dependents(noun):
        name = grammar.name_span(child).text
        state = places.stands_for_state(name)
        if state is not None and state.country and grammar.relation(child) in ("amod", "compound", "nmod:poss", "nmod"):
            return state.country
        if grammar.relation(child) == "nmod" and grammar.preposition(child) == "of" and child.pos_ == "PROPN":
            return name
    return None


def _exclude(one: _Role, other: _Role) -> bool:
    if one.where is None and other.where is None:
        return one.what != other.what and {one.what, other.what} <= _TITLES
    if one.what != other.what or one.where is None or other.where is None:
        return False
    return one.where != other.where and (len(one.where) == 2) == (len(other.where) == 2)


def _around(mention: DocSpan) -> str:
    start, end = max(mention.sent.start, mention.start - 6), min(mention.sent.end, mention.end + 6)
    return mention.doc[start:end].text


def _said(role: _Role) -> str:
    around = role.mention.doc[
        max(role.mention.sent.start, role.mention.start - 3) : min(role.mention.sent.end, role.mention.end + 4)
    ]
    return around.text.strip()
