"""The people of a text with the roles that it gives them: a title, a noun in apposition, a predicate.

Roles that words such as "former" or "then" move to another time are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.actors import nouns
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import Person
from bot.analysis.errors.role_classes import CLASS_OF
from bot.analysis.errors.role_facts import PARTIES, TRADES, Role, ends_phrase, nation_of, phrase_of, role_of, told_with
from bot.language import grammar, titles

_WORKING = word_set("work sit speak practise practice earn serve")
_CHANGED = re.compile(
    r"\b(?:former(?:ly)?|ex|then|now|once|later|become|became|becomes|becoming|elected|appointed|promoted|named|previous\w*"
    r"|new|newly|served|until|turned|switched|defected|candidate|hopeful|running|nominee|designate|elect|acting|late"
    r"|retired|trained|qualified|worked|studied|started|began|grew|born|interim|outgoing|incoming|would-be|future"
    r"|aspiring|as well|also|both|part-time|succeed\w*|after|before|since|emeritus|honorary|dual|naturali[sz]ed)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:became|becomes|turned(?! (?:down|up|out|away|off|on|over|back|in|to)\b)|elected|appointed|until|before|then"
    r"|once|elect|designate)\b"
)


@dataclass(slots=True)
class Bearer:
    """A person with the roles that the text joins to the name, in text order."""

    person: Person
    roles: list[tuple[DocSpan, Role]]


def bearers(copy: Copy) -> list[Bearer]:
    """The people named in full whose surname nobody else has, with their roles."""
    mentions: dict[str, list[DocSpan]] = {}
    full: dict[str, list[Person]] = {}
    for person in copy.people:
        given = tuple(word for word in person.words[:-1] if not (titles.is_title(word) or titles.is_role(word)))
        mentions.setdefault(person.surname, []).extend(person.mentions)
        if given and given[-1].lower() not in _FIRST_WORDS:
            full.setdefault(person.surname, []).append(person)
    found = []
    for surname, people in full.items():
        if len(people) == 1:
            own = set(map(id, people[0].mentions))
            also = mentions.get(people[0].words[0], []) if people[0].words[0] not in full else []
            ordered = [m for m in (*mentions[surname], *also) if m.doc is copy.body or id(m) in own]
            ordered.sort(key=lambda m: (m.doc is copy.body, m.start))
            found.append(Bearer(people[0], [(m, role) for m in ordered for role in joined(m)]))
    return found


_FIRST_WORDS = word_set("police fire chief band school head deputy vice detective")


def joined(mention: DocSpan) -> Iterator[Role]:
    """The roles that stand beside a name: its title, the nouns in apposition, the predicate."""
    seen: set[int] = set()
    for noun in (*_title(mention), *_set_off(mention), *_predicates(mention)):
        if noun.i not in seen:
            seen.add(noun.i)
            role = role_of(noun)
            if role is not None and not _is_changed(role, mention):
                yield role


def _title(mention: DocSpan) -> Iterator[Token]:
    """The role noun right before the name, or the titles that the recogniser took into it."""
    doc, start = mention.doc, mention.start
    while start < mention.end - 1 and (_is_title_word(doc[start]) or _is_courtesy(doc[start])):
        start += 1
    while start and _is_courtesy(doc[start - 1]):
        start -= 1
    if start and _is_title_word(doc[start - 1]):
        yield doc[start - 1]


def _is_courtesy(token: Token) -> bool:
    return token.lower_.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr", "professor", "prof")


def _is_title_word(token: Token) -> bool:
    word = token.lower_.rstrip(".").removeprefix("co-")
    if word in TRADES or told_with(token) in CLASS_OF or (token.i and f"{token.nbor(-1).lower_} {word}" in CLASS_OF):
        return True
    return titles.is_title(word) or titles.is_role(word) or word in nouns.PEOPLE or word in CLASS_OF


def _set_off(mention: DocSpan) -> Iterator[Token]:
    """The roles between commas: "the judge, Ada Lund, said", "Lund, 44, a midwife in Oslo, said"."""
    doc, start, end = mention.doc, mention.start, mention.end
    while start and _is_courtesy(doc[start - 1]):
        start -= 1
    if start > 1 and doc[start - 1].text == "," and end < len(doc) and doc[end].text in (",", "."):
        noun = doc[start - 2]
        if (
            noun.pos_ in ("NOUN", "PROPN")
            and _is_definite(phrase_of(noun))
            and (_is_title_word(noun) or any(map(nation_of, phrase_of(noun))))
        ):
            yield noun
        owner = grammar.governor(mention.root)
        if (
            owner is not None
            and grammar.relation(mention.root) == "appos"
            and owner.i < start
            and _is_title_word(owner)
        ):
            yield owner
    if end + 1 < len(doc) and doc[end].text == ",":
        at = end + 1
        if doc[at].like_num and at + 2 < len(doc) and doc[at + 1].text == ",":
            at += 2
        if doc[at].lower_ in ("the", "a", "an") or (doc[at].pos_ in ("NOUN", "ADJ") and not doc[at].text[0].isupper()):
            noun_at = next((i for i in range(at, min(at + 6, len(doc))) if ends_phrase(doc, i)), None)
            if noun_at is not None and (
                _is_title_word(doc[noun_at])
                or doc[noun_at].lower_ in PARTIES
                or any(map(nation_of, doc[at : noun_at + 1]))
            ):
                yield doc[noun_at]


def _predicates(mention: DocSpan) -> Iterator[Token]:
    """The noun of "Lund is a midwife", of "Lund, who works as a midwife", of "Lund, of the Green Party"."""
    root = mention.root
    above = grammar.governor(root)
    clauses = [clause for clause in grammar.dependents(root) if grammar.relation(clause) == "acl:relcl"]
    if above is not None and grammar.relation(root) == "nsubj":
        clauses.append(above)
    for clause in clauses:
        copulas = [child for child in grammar.dependents(clause) if grammar.relation(child) == "cop"]
        if any(copula.lower_ in ("is", "’s", "'s") for copula in copulas) and not grammar.is_negated(clause):
            yield clause
        if clause.lemma_ in _WORKING and not grammar.is_negated(clause):
            yield from (noun for word, noun in grammar.obliques(clause) if word == "as" and noun.tag_ == "NN")
    doc, end = mention.doc, mention.end
    if end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "of":
        yield from (token for token in doc[end + 3 : end + 8] if token.text == "Party")


def _is_definite(phrase: DocSpan) -> bool:
    return phrase[0].lower_ in ("the", "a", "an", "his", "her", "their", "its") or any(t.tag_ == "POS" for t in phrase)


def _is_changed(role: Role, mention: DocSpan) -> bool:
    """True when the words around say that the role was, or will be, another's or held at another time."""
    doc = mention.doc
    first = max(mention.sent.start, min(role.phrase.start, mention.start) - 2)
    last = max(role.noun.i, mention.end - 1) + 1
    behind = doc[last : min(mention.sent.end, last + 4)]
    return _CHANGED.search(doc[first:last].text) is not None or _CHANGES.search(behind.text) is not None
