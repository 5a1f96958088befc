"""Whom a pronoun of a story can stand for: everyone who was mentioned, by name or by a noun, with what shows gender."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from bot.analysis.actors.nouns import FEMALE, MALE, ORGANIZATIONS, PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness
from bot.analysis.errors.people import (
    GENDER_OF_PRONOUN,
    Gender,
    Person,
    courtesy,
    joined_nouns,
    name_words,
    noun_gender,
)
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.index import ActorIndex
from bot.analysis.lexicon import read_words
from bot.language import given_names, grammar, places, titles
from bot.language.dates import MONTHS, WEEKDAYS
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_HUMAN_ENDING = re.compile(
    r"(?!wrist|twist|shortlist|checklist|playlist)[a-z]{2,}(?:ist|ian|eer|man|woman|person|mate|keeper|worker|maker)"
)
_AGENT_ENDING = re.compile(r"[a-z]{3,}(?:er|or|(?<!m)ent|ant|eur|ster|ite)")
_WORDS = read_words(__package__, "antecedents.toml")
SHIPS, _EITHER, _PLURAL_TELLS, _THINGS = (_WORDS[kind] for kind in ("ship", "either", "plural", "thing"))
_HUMAN = PEOPLE | MALE | FEMALE | _WORDS["human"]
_BEARERS = 1 << 10
_ALIKE = 0.8
"""Likeness of two surnames from which one is taken for the other misspelt."""
_COMMON = 23
"""Commonness from which a capitalised word that is no usual given name is taken for a noun: "the Church"."""
_DONE_TO_PEOPLE = frozenset(
    {"arrest", "catch", "charge", "jail", "convict", "acquit", "sentence", "detain", "fine", "kill", "injure", "hurt"}
    | {"elect", "appoint", "sack", "dismiss", "rescue", "shoot", "stab", "bail", "question", "extradite", "deport"}
)
_ROLE_OF_TITLE = {
    "justice": "judge", "judge": "judge", "dr": "doctor", "prof": "professor", "professor": "professor",
    "sen": "senator", "senator": "senator", "gov": "governor", "governor": "governor", "mayor": "mayor",
    "cllr": "councillor", "coun": "councillor", "cr": "councillor", "councillor": "councillor", "sgt": "sergeant",
    "sergeant": "sergeant",
    "capt": "captain", "captain": "captain", "gen": "general", "col": "colonel", "insp": "inspector",
    "inspector": "inspector", "sheriff": "sheriff", "rev": "minister", "minister": "minister", "president": "president",
    "bishop": "bishop", "archbishop": "archbishop", "ambassador": "ambassador", "amb": "ambassador",
}  # fmt: skip
"""What somebody with a title before the name is called later on."""
KIN = frozenset(
    {"widow", "widower", "wife", "husband", "mother", "father", "brother", "sister", "son", "daughter", "partner"}
    | {"mum", "mom", "dad", "uncle", "aunt", "grandmother", "grandfather", "grandson", "granddaughter", "nephew"}
    | {"niece", "parent", "cousin", "fiancé", "fiancée", "girlfriend", "boyfriend", "stepfather", "stepmother"}
)
_FIRMS = frozenset({"brokerage", "bank", "insurer", "retailer", "manufacturer", "airline", "consultancy", "firm"})
_YET_TO_COME = frozenset({"new", "next", "incoming", "future"})
"""What sets "the new mayor" apart from the mayor whom the text names."""
_BECOMING = frozenset({"become", "remain", "name", "appoint", "elect", "crown", "make", "call"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody mentioned at ``token``. ``gender`` is None when the mention fits either pronoun.

    ``person`` is None for a noun; ``told`` is False inside quotation marks. ``is_thing`` marks ships and animals.
    """

    token: Token
    gender: Gender | None
    person: Person | None
    told: bool
    is_thing: bool = False
    is_sure: bool = True
    """False where only most bearers of a given name have the gender."""

    def fits(self, gender: Gender) -> bool:
        """True when a pronoun of this gender can stand for the mention."""
        return self.gender in (None, gender)


class Antecedents:
    """The candidates of the body of a story, in text order."""

    def __init__(self, copy: Copy) -> None:
        self._copy = copy
        self._index = ActorIndex(copy.reading, copy.story.actors)
        self._genders = {id(person): person.likely_gender() for person in copy.people}
        self._sure = {id(person) for person in copy.people if person.gender() is not None}
        self.all = sorted(self._candidates(), key=lambda candidate: candidate.token.idx)

    def between(self, start: int, end: int) -> list[Candidate]:
        """Who is mentioned from one character of the body to another."""
        return self.all[self._at(start) : self._at(end)]

    def entity(self, candidate: Candidate) -> str:
        """A key that the mentions of one person share, as far as the actors tell."""
        actor = self._index.of(candidate.token)
        if actor is not None:
            return actor.id
        return candidate.person.name if candidate.person is not None else candidate.token.lemma_

    def _at(self, offset: int) -> int:
        return bisect_left(self.all, offset, key=lambda candidate: candidate.token.idx)

    def _candidates(self) -> Iterator[Candidate]:
        copy = self._copy
        named: set[int] = set()
        owners: dict[str, Person] = {}
        misspelt = dict(_misspelt(copy.people))
        for mention, person in copy.mentions:
            named.update(range(mention.start, mention.end))
            if (
                _is_of_place(mention, person)
                or _is_of_firm(mention)
                or (not person.is_full and places.is_place_name(person.name) and not any(joined_nouns(mention)))
            ):
                continue
            if (actor := self._index.of(mention.root)) is not None and actor.kind == "person":
                owners.setdefault(actor.id, person)
            title = courtesy(mention)  # which tells Mr Lowe and Mrs Lowe apart
            meant = self._meant(person, misspelt.get(id(person), person), title)
            gender = self._genders[id(meant)] or (title[1] if title is not None else None)
            told = not copy.is_quoted(mention.start_char)
            is_open = title is None and self._is_shared(mention)
            known = Candidate(mention.root, gender, meant, told, is_sure=id(meant) in self._sure)
            yield Candidate(mention.root, None, None, told) if is_open else known
        for token in copy.words.spelt(("one",)):
            if _is_one_of_people(token):
                yield Candidate(token, None, None, not copy.is_quoted(token.idx))
        nouns = {*copy.words.of_class("PROPN", "NOUN"), *copy.words.tagged("NNS")}
        for token in nouns:
            if token.i in named:
                continue
            told = not copy.is_quoted(token.idx)
            of = _gender_of_title(token)
            if of is not None or self._is_family(token):
                yield Candidate(token, of, None, told)
            elif token.pos_ == "PROPN" and _may_be_person(token) and not any(c.i in named for c in token.children):
                whose = self._by_part.get(token.text)
                gender = self._genders[id(whose)] if whose is not None else None
                yield Candidate(token, gender, whose, told, is_sure=whose is None or id(whose) in self._sure)
            elif token.tag_ == "NNS":
                if (lemma := token.lemma_.lower()) in _PLURAL_TELLS:
                    yield Candidate(token, "f" if lemma in FEMALE else "m", None, told)
            elif token.pos_ == "NOUN" and token.tag_ == "NN":
                yield from self._noun(token, owners, told)

    def _meant(self, person: Person, other: Person, title: tuple[Token, Gender] | None) -> Person:
        """The other one for whom a name may be misspelt, but where the title fits none: Ms Zielona, Adam Zielony."""
        return person if title is not None and self._genders[id(other)] not in (None, title[1]) else other

    def _is_shared(self, mention: DocSpan) -> bool:
        """True for "Lowe" where the story names Ann and Karl Lowe, and for "the Lowes"."""
        words = name_words(mention)
        is_open = len(words) == 1 and len(self._families.get(words[0], ())) > 1
        return is_open or self._is_family(mention.root)

    def _is_family(self, name: Token) -> bool:
        """True for "the Lowes"."""
        if name.i == 0 or name.nbor(-1).lower_ != "the" or not name.text.endswith("s"):
            return False
        return any(name.text.removesuffix(ending) in self._families for ending in ("s", "es"))

    @cached_property
    def _families(self) -> dict[str, set[Gender | None]]:
        """The surnames of those with a given name, with the genders of their bearers."""
        found: dict[str, set[Gender | None]] = defaultdict(set)
        for person in self._copy.people:
            if person.is_full:
                found[person.surname].add(self._genders[id(person)])
        return found

    def _bearer(self, noun: Token) -> Person | None:
        """Whom "the judge" means where one person alone has that title or role: Justice Ann Lowe."""
        if noun.i == 0 or noun.nbor(-1).lower_ != "the":
            return None
        bearers = self._bearers.get(noun.lemma_.lower(), [])
        first = bearers[0].mentions[0] if len(bearers) == 1 else None
        return bearers[0] if first is not None and (first.doc is not noun.doc or first.start < noun.i) else None

    @cached_property
    def _bearers(self) -> dict[str, list[Person]]:
        """Who has each role, as the nouns and titles beside the names say."""
        found: dict[str, list[Person]] = defaultdict(list)
        for mention, person in self._copy.mentions:
            before = mention.doc[max(0, mention.start - 1) : mention.start + 1]
            roles = {_ROLE_OF_TITLE.get(word.lower_.rstrip("."), "") for word in before} - {""}
            for role in roles | {noun.lemma_.lower() for noun in joined_nouns(mention)}:
                if person not in found[role]:
                    found[role].append(person)
        return found

    @cached_property
    def _by_part(self) -> dict[str, Person]:
        """The people with a given name, by each part of their surnames ("Ben" and "Shalev" of "Tamar Ben-Shalev")."""
        full = [person for person in self._copy.people if person.is_full]
        return {part: person for person in full for part in re.split("[-’']", person.surname) if len(part) > 1}

    def _noun(self, token: Token, owners: dict[str, Person], told: bool) -> Iterator[Candidate]:
        """A noun for one person, animal or ship. What says who a named person is counts as that person."""
        lemma = token.lemma_.lower().removeprefix("ex-")
        if lemma in _EITHER or lemma in SHIPS:
            yield Candidate(token, "f" if lemma in SHIPS else None, None, told, is_thing=True)
            return
        if not is_human(token) and not _acts_like_a_person(token) and not _has_kin(token):
            return
        if grammar.relation(token) in ("compound", "nmod:desc", "amod"):
            return
        gender = next(noun_gender(token), None)
        if token in self._copy.role_nouns:
            return
        if gender is None:
            if not told or says_who(token) or _belongs_to_name(self._copy, token):
                return
            owner = self._owner(token, owners)
            if owner is not None:
                yield Candidate(token, self._genders[id(owner)], owner, told, is_sure=id(owner) in self._sure)
                return
        yield Candidate(token, gender, None, told)

    def _owner(self, noun: Token, owners: dict[str, Person]) -> Person | None:
        """Who is meant by a noun, of those whom the text names; nobody by "the new mayor"."""
        if any(child.lower_ in _YET_TO_COME for child in noun.children):
            return None
        actor = self._index.of(noun) if not _is_owner_of_role(self._copy, noun) else None
        owner = (owners.get(actor.id) if actor is not None else None) or self._bearer(noun)
        return owner if not self._meets_himself(noun, owner) else None

    def _meets_himself(self, noun: Token, owner: Person | None) -> bool:
        """True for "the producer" in "he told the producer", who is not the producer Karl Berg."""
        verb = grammar.governor(noun)
        if owner is None or verb is None or grammar.relation(noun) not in ("obj", "iobj", "obl"):
            return False
        subject = grammar.subject(verb)
        meant = GENDER_OF_PRONOUN.get(subject.lower_) if subject is not None else None
        return meant is not None and self._genders[id(owner)] in (None, meant)


def is_human(noun: Token) -> bool:
    """True for a noun that says what somebody is, by the lists or by its ending."""
    lemma = noun.lemma_.lower().removeprefix("ex-")
    return lemma in _HUMAN or _HUMAN_ENDING.fullmatch(lemma) is not None


def _is_one_of_people(one: Token) -> bool:
    """True for "one of them" and "one of her clients" who does something."""
    if grammar.relation(one) not in ("nsubj", "nsubj:pass", "dislocated"):
        return False
    if one.doc[one.i + 1 : one.i + 3].text.lower() in ("of them", "of us", "of whom"):
        return True
    kinds = (noun for how, noun in grammar.modifiers(one) if how == "of" and noun.tag_ == "NNS")
    return any(is_human(noun) or is_person(noun.lemma_.lower()) for noun in kinds)


def _is_of_place(mention: DocSpan, person: Person) -> bool:
    """True for "the Duke of Ambleside" and "Kirkton of Ambleside"."""
    if mention[0].lower_ == "of":
        return True
    after = mention.doc[mention.end : mention.end + 2]
    return not person.is_full and len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ == "PROPN"


def _is_of_firm(mention: DocSpan) -> bool:
    """True for "the brokerage Holt Pemberton"."""
    before = mention.doc[max(0, mention.start - 2) : mention.start]
    return len(before) == 2 and before[0].lower_ in ("the", "a") and before[1].lemma_.lower() in ORGANIZATIONS | _FIRMS


def _misspelt(people: list[Person]) -> Iterator[tuple[int, Person]]:
    """Surnames that stand alone and differ in a letter or two from that of somebody with a given name, with whose."""
    full = [person for person in people if person.is_full]
    for person in people:
        alike = (other for other in full if not person.is_full and _is_alike(person.name, other.surname))
        if (other := next(alike, None)) is not None:
            yield id(person), other


def _is_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() > _ALIKE


def _may_be_person(token: Token) -> bool:
    """True for the head of a name that the parse does not take for a person's, though it may be one."""
    if token.ent_type_ == "LOC" or not token.text[:1].isupper() or token.text.isupper() or len(token) < 3:
        return False
    if titles.is_role(token.text) and token.i and token.nbor(-1).lower_ == "the":
        return True  # "taught the Taoiseach Latin"
    if token.lower_.removesuffix("s") in WEEKDAYS or token.lower_ in MONTHS:
        return False
    if (token.ent_type_ in ("ORG", "MISC") or commonness(token.lower_) >= _COMMON) and not _is_widely_borne(token.text):
        return False
    return grammar.relation(token) not in ("compound", "flat", "nmod:desc") and places.lookup(token.text) is None


def _gender_of_title(token: Token) -> Gender | None:
    """What "the Duchess of Ambleside" tells."""
    if token.pos_ != "PROPN" or token.i == 0 or token.nbor(-1).lower_ != "the":
        return None
    if grammar.relation(token) in ("compound", "flat", "nmod:desc"):
        return None
    return next(noun_gender(token), None)


def _is_widely_borne(word: str) -> bool:
    """True for a usual given name; nearly every word is somebody's name."""
    known = given_names.gender(word)
    return known is not None and known[1] >= _BEARERS


def _acts_like_a_person(noun: Token) -> bool:
    """True for "the opponent" that does something or is told something, and for any noun described with "who"."""
    verb = grammar.governor(noun)
    suffers = grammar.relation(noun) == "nsubj:pass" and verb is not None and verb.lemma_.lower() in _DONE_TO_PEOPLE
    if (
        (suffers or grammar.relation(noun) in ("nsubj", "iobj"))
        and _AGENT_ENDING.fullmatch(noun.lower_)
        and (noun.lemma_.lower() not in _THINGS)
    ):
        return True
    clauses = grammar.related(noun, "acl:relcl")
    return any(child.lower_ in ("who", "whom", "whose") for clause in clauses for child in clause.subtree)


def _has_kin(noun: Token) -> bool:
    """True for "the shortstop's widow": who has kin is somebody."""
    kin = grammar.governor(noun)
    return grammar.relation(noun) == "nmod:poss" and kin is not None and kin.lemma_.lower() in KIN


def _is_owner_of_role(copy: Copy, noun: Token) -> bool:
    """True for "pianist" in "the pianist's husband, Karl Berg", who is not Berg."""
    return grammar.relation(noun) == "nmod:poss" and grammar.governor(noun) in copy.role_nouns


def is_told_by(subject: Token, pronoun: Token) -> bool:
    """True for Lowe in "Lowe, he said, had left", of whom another tells."""
    tag, verb = grammar.governor(pronoun), grammar.governor(subject)
    is_aside = tag is not None and grammar.relation(tag) == "parataxis" and grammar.governor(tag) == verb
    return is_aside and subject.i < pronoun.i and grammar.relation(subject) in ("nsubj", "nsubj:pass")


def says_who(noun: Token) -> bool:
    """True for a predicate, "as a teenager", "became champion": words on somebody mentioned already."""
    if grammar.related(noun, "cop") or grammar.preposition(noun) == "as":
        return True
    above = grammar.governor(noun)
    return above is not None and above.lemma_.lower() in _BECOMING and grammar.relation(noun) in ("xcomp", "obj")


def _belongs_to_name(copy: Copy, noun: Token) -> bool:
    """True for a noun beside a name, and for the first of two joined under one article ("her uncle and mentor, …")."""
    roles = [noun, *(n for n in grammar.conjuncts(noun) if not {"det", "nmod:poss"} & {c.dep_ for c in n.children})]
    return not copy.role_nouns.isdisjoint(roles)
