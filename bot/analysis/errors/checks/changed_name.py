"""One person under two names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.analysis.errors.antecedents import KIN
from bot.analysis.errors.captions import CAPTION
from bot.analysis.errors.checks.name_spelling import are_one_surname, is_variant
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Person, noun_gender
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.single_names import Name, Unknown, unknown_names
from bot.language import given_names, grammar, places
from bot.language.tokens import Span as DocSpan

_JOINING = frozenset({"and", "&", "or", "both", "to"})
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|siblings?|wife|husband|widow(?:er)?|sons?|daughters?|father|mother|parents?|uncle|aunt"
    r"|cousins?|nephew|niece|twins?|couple|family|families|relatives?|grand\w+|spouse|married|no relation|namesake|late"
    r"|children|dynasty)\b",
    re.I,
)
_CLOSE = 0.6
"""Share of letters in common from which two names of one beginning look like one name."""
_PREFIX = 3
"""Letters of a common beginning that make two names look like one."""
_SOON = 60
"""Words in which a relative whom the text leaves unnamed may get a name."""
_SAME_GENDER = 0.1
"""Difference in the share of women among their bearers up to which two given names are of one gender."""


@check("person.changed-name", "Name that changes", severity="major", confidence=0.65)
def changed_name(copy: Copy) -> Iterator[Finding]:
    """One person under two names: "Rhian Prosser … Parfitt", "Carol Vandermeer … Karen Vandermeer"."""
    people = [person for person in copy.people if person.is_full]
    for unknown in copy.once(unknown_names):
        owner = next((person for person in people if _may_be(unknown, person)), None)
        owner = owner or next((person for person in copy.people if _may_be_given(copy, unknown, person)), None)
        if owner is not None and not _is_slip_at_first(unknown, owner):
            yield _finding(copy, unknown.names[0].piece, unknown.text, owner)
    yield from _other_given_name(copy, people)


def _is_slip_at_first(unknown: Unknown, owner: Person) -> bool:
    """True for a name told several times that the one full name has another way: `person.name-spelling` marks that."""
    return len(unknown.names) > 1 == len(owner.mentions) and is_variant(unknown.text, owner.surname)


def _finding(copy: Copy, piece: DocSpan, name: str, owner: Person) -> Finding:
    introduced = owner.mentions[0]
    where = "above" if introduced.doc is not piece.doc or introduced.start < piece.start else "below"
    return Finding(
        copy.of(piece),
        f"Possible mix-up: {owner.name} is introduced {where}, “{name}” is not. Check whether this is one person.",
        evidence=(copy.of(introduced),),
    )


def _may_be(unknown: Unknown, person: Person) -> bool:
    """True when an unknown name may stand for somebody introduced before: alike, and under the same title if any."""
    first = unknown.names[0]
    if not any(mention.doc is not first.piece.doc or mention.start < first.piece.start for mention in person.mentions):
        return False
    how = likeness(unknown.text, person)
    if _is_side(first.piece) or _is_other_form(unknown, person):
        return False
    if unknown.is_titled:
        return how > 0 and any(name.title in _titles(person) for name in unknown.names if name.title)
    if how >= _CLOSE:
        return True
    return how > 0 and unknown.is_private and any(_acts(name) or name.has_courtesy for name in unknown.names)


def _is_other_form(unknown: Unknown, person: Person) -> bool:
    """True for "Mr Havel" behind Petra Havlová: whoever it is, the name is right."""
    one, other = unknown.text, person.surname
    is_form = are_one_surname(one, other) or are_one_surname(other, one)
    return is_form and any(name.has_courtesy for name in unknown.names)


def _acts(name: Name) -> bool:
    """True for subjects and owners, but for those of names: "Leeds's Lund" plays for a club."""
    owned = grammar.governor(name.piece.root)
    return name.acts and (grammar.relation(name.piece.root) != "nmod:poss" or owned is None or owned.pos_ != "PROPN")


def _is_side(name: DocSpan) -> bool:
    """True for "Sharq of Qatar", a club."""
    behind = name.doc[name.end : name.end + 2]
    return len(behind) == 2 and behind[0].lower_ == "of" and places.lookup(behind[1].text) is not None


def _may_be_given(copy: Copy, unknown: Unknown, person: Person) -> bool:
    """True for a given name alone that acts and begins like that of somebody introduced by it before."""
    first, name, own = unknown.names[0], given_names.fold(unknown.text), given_names.fold(person.words[0])
    mention = person.mentions[0]
    if unknown.is_titled or not first.acts or first.is_told_of or mention.start >= first.piece.start:
        return False
    if name[:1] != own[:1] or min(len(name), len(own)) < 4 or name.startswith(own) or own.startswith(name):
        return False
    one, other = given_names.gender(name), given_names.gender(own)
    return one is not None and other is not None and abs(one[0] - other[0]) < _SAME_GENDER


def _titles(person: Person) -> set[str]:
    return {Name(person.name, mention).title for mention in person.mentions} | {
        mention[0].lower_.rstrip(".") for mention in person.mentions
    }


def likeness(name: str, person: Person) -> float:
    """How much a name looks like a tired writer's slip for a surname; 0 unless it begins alike or shares a part."""
    one, words = given_names.fold(name), given_names.fold(person.name).split()
    if set(one.split()) & set(words):
        return 0.0 if set(one.split()) <= set(words) else 1.0
    if one[:1] != words[-1][:1] or min(len(one), len(words[-1])) < 4:
        return 0.0
    if one[:_PREFIX] == words[-1][:_PREFIX]:
        return 1.0
    return max(0.1, SequenceMatcher(None, one, words[-1]).ratio())


def _other_given_name(copy: Copy, people: list[Person]) -> Iterator[Finding]:
    """Two given names before one surname, the second without a word on who that is."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        bearers[person.surname].append(person)
    for sharing in bearers.values():
        if len(sharing) != 2:
            continue
        first, second = sharing
        one, mention = first.mentions[0], second.mentions[0]
        if len(first.words) != len(second.words) or len(second.mentions) > 1:
            continue
        if _KIN.search(_narrated(copy, mention)) or _is_kin_above(copy, second):
            continue
        name = Name(mention.text, mention)
        if name.before is not None and name.before.lower_ in _JOINING:
            continue
        if {first.gender(), second.gender()} == {"f", "m"} or _is_heading(copy, mention):
            continue
        given, other = (given_names.fold(person.words[0]) for person in (first, second))
        if given.startswith(other) or other.startswith(given):
            continue
        is_heading = one.doc is not mention.doc or _is_heading(copy, one)
        same_title = name.title and name.title == Name(one.text, one).title
        if is_heading:
            yield _finding(copy, one, first.name, second)
        elif name.acts and not name.is_told_of and (same_title or not name.is_introduced):
            yield _finding(copy, mention, second.name, first)


def _is_kin_above(copy: Copy, person: Person) -> bool:
    """True for whom the text has called by the given name, as a relative: "His brother, Karl" before "Karl Lund".

    So too shortly behind words on a relative without a name: "Her husband swore by it. … Karl Lund".
    """
    mention, gender = person.mentions[0], person.gender()
    for noun in mention.doc[max(0, mention.start - _SOON) : mention.start]:
        is_kin = noun.lemma_.lower() in KIN and all(gender in (None, told) for told in noun_gender(noun))
        if is_kin and any(t.lower_ in GENDER_OF_PRONOUN for t in grammar.related(noun, "nmod:poss")):
            return True
    above = [token for token in copy.words.tokens if token.text == person.words[0] and token.i < mention.start]
    return any(Name(token.text, mention.doc[token.i : token.i + 1]).is_kin for token in above)


def _is_heading(copy: Copy, mention: DocSpan) -> bool:
    """True for a mention in a line that is no sentence, as a standfirst, or in a caption."""
    paragraph = copy.paragraphs[copy.paragraph_number(mention.start_char)].text
    return paragraph[-1].isalnum() or CAPTION.fullmatch(paragraph) is not None


def _narrated(copy: Copy, mention: DocSpan) -> str:
    """The sentence of a mention and the one before, quotations left out."""
    start = mention.sent.start
    first = mention.doc[start - 1].sent.start if start else 0
    return " ".join(token.text for token in mention.doc[first : mention.sent.end] if not copy.is_quoted(token.idx))
