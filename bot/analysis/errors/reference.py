"""How readily a reader takes a pronoun for each one mentioned so far.

Every mention, by name, noun or pronoun, has cues: how far back it stands, as what, whether it spoke, what the pronoun's own
clause shows. Their weights give each mention its share in what the pronoun may mean, as in a log-linear model. They were
fitted by ``training/fit_reference.py`` on right copy, where the gender of whoever is meant is known, though not who it is.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter

from spacy.tokens import Token

from bot.analysis.actors.nouns import GROUPS, ORGANIZATIONS, PLACES
from bot.analysis.errors.antecedents import Antecedents, Candidate, is_human, says_who
from bot.analysis.errors.clauses import SPEECH
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Gender
from bot.analysis.errors.things import is_thing
from bot.analysis.errors.ties import SPEECH_VERBS, SUBJECT, Ties, is_main_subject, is_told, named_head, single_quoted
from bot.language import grammar, titles

_LEAST = 0.05
"""Share of all whom a pronoun fits below which it hardly means any of them."""
_DOUBT = 3
"""How many times its share a noun such as "the farmer" counts that a sentence is about."""
_TELLING = SPEECH | SPEECH_VERBS | {"call", "describe", "accuse", "object", "propose", "want"}
_BODIES = ORGANIZATIONS | GROUPS | PLACES
_ANSWERING = frozenset({"reply", "answer", "retort", "counter", "respond"})
_MARKS = frozenset("“”‘’\"'")
_FAR = 3
"""Sentences and paragraphs from which it no longer matters how far away a mention is."""
WEIGHTS = {
    "outside": -0.4,
    "same paragraph": 2.1, "1 paragraph above": 0.4, "2 paragraphs above": -0.8, "further up": -1.2,
    "same sentence": 0.8, "1 sentence before": 1.2, "2 sentences before": 0.7, "nearest": 0.7, "begins a paragraph": 0.7,
    "subject": 0.6, "object": 0.6, "owner": 0.4, "noun": -1.3, "noun of a kind": -0.4, "quoted": -0.1, "first of all": 0.3,
    "last main subject": 0.3, "last main subject, for a tag": 0.5,
    "main subject near, for a tag": 0.8, "main subject near, for one": 0.6,
    "spoke, for a tag": 0.7, "spoke, for another": -0.3, "in the quotation": -1.0, "aside, for a tag": -0.6,
    "leads": 0.2, "leads, for an owner": 0.8, "leads, for a subject": 0.3,
    "same sentence, for an owner": 0.5, "same sentence, for a subject": 0.6, "joined to what is owned": 2.0,
    "subject of owner's clause": 0.4, "is owner beside": 0.8, "is object beside": -1.5,
}  # fmt: skip
"""What each cue counts; "outside" is that of somebody whom no mention is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned at ``token``; ``candidate`` is None for a pronoun, and ``head`` what the word stands beside.

    ``sentence`` counts those that are no quotations.
    """

    token: Token
    head: Token
    gender: Gender | None
    candidate: Candidate | None
    who: object
    told: bool
    sentence: int
    paragraph: int
    role: str
    speaks: bool

    @property
    def is_pronoun(self) -> bool:
        """True for "he", "her" and the like."""
        return self.candidate is None

    @property
    def is_told_by_noun(self) -> bool:
        """True for "the farmer"."""
        return self.candidate is not None and self.candidate.person is None

    def is_word_of(self, subject: Token | None) -> bool:
        """True when a word is this mention or what it stands beside."""
        return subject is not None and subject.i in (self.token.i, self.head.i)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A pronoun, and what its place shows of whom it may mean."""

    mention: Mention
    kind: str
    """ "tag" where it says who spoke, "main" and "inner" for other subjects, "owner" and "owner of the subject"; else
    "object"."""
    above: frozenset[int]
    """The words on which it depends."""
    subject: Token | None
    """The subject of its clause."""
    begins: bool
    """Nothing stands before it in its paragraph, quotations aside."""
    quoted: frozenset[Gender | None]
    """The genders of pronouns in the quotations of its paragraph."""
    hearers: frozenset[object]
    """Who is spoken to in these."""
    beside: dict[str, set[Gender | None]]
    """The genders of other pronouns of its clause, by role."""


class References:
    """Everyone whom the pronouns of a story may mean."""

    def __init__(self, copy: Copy, known: Antecedents, ties: Ties) -> None:
        self._copy, self._known, self._ties = copy, known, ties
        self._ends = {r.end for r in copy.regions} | {end for _, end in copy.once(single_quoted)}
        self.mentions = sorted(self._mentions(), key=attrgetter("token.i"))
        names = (m.who for m in self.mentions if m.candidate is not None and m.candidate.person)
        self._first = next(names, None)

    def misfit(self, pronoun: Token) -> Candidate | None:
        """Whom a pronoun seems to mean though it does not fit; None unless hardly any other is left."""
        gender = GENDER_OF_PRONOUN.get(pronoun.lower_)
        if gender is None or not is_told(self._copy, pronoun):
            return None
        fitting, others = math.exp(WEIGHTS["outside"]), []
        for mention, cues in self.cues(pronoun):
            share = math.exp(sum(map(WEIGHTS.__getitem__, cues)))
            if mention.gender is None or mention.gender == gender:
                fitting += share * (_DOUBT if mention.is_told_by_noun and mention.role == "main subject" else 1)
            else:
                others.append((share, mention.candidate))
        if fitting >= _LEAST * (fitting + sum(share for share, _ in others)):
            return None
        return max(((share, one) for share, one in others if one is not None), key=itemgetter(0), default=(0, None))[1]

    def cues(self, pronoun: Token) -> Iterator[tuple[Mention, list[str]]]:
        """The mentions before a pronoun that it may mean, each with its cues."""
        asked = self._asked(pronoun)
        before = self.mentions[: bisect_left(self.mentions, pronoun.i, key=attrgetter("token.i"))]
        told = [m for m in reversed(before) if m.told]
        nearest = told[0] if told else None
        last_main = next((m for m in told if m.role == "main subject"), None)
        answered = last_main if asked.kind == "tag" and _is_answer(pronoun) else None
        for mention in before:
            if mention is answered or _is_barred(mention, asked):
                continue
            cues = list(_of_distance(mention, asked))
            if not mention.told:
                yield mention, cues
                continue
            if mention.is_told_by_noun:
                cues += ["noun"] if _is_surely_person(mention.token) else ["noun", "noun of a kind"]
            cues += [mention.role] if mention.role in WEIGHTS else []
            cues += ["first of all"] if mention.who == self._first and mention.who is not None else []
            cues += ["nearest"] if mention is nearest else []
            cues += _of_place(mention, asked)
            if mention is last_main:
                cues += ["last main subject"] + (["last main subject, for a tag"] if asked.kind == "tag" else [])
            yield mention, cues

    @cached_property
    def _sentences(self) -> list[int]:
        """For each token of the body, the number of its sentence; those that are quotations count as the one before."""
        numbers: list[int] = []
        number = 0
        for sentence in self._copy.sentences:
            number += is_told(self._copy, sentence.root)
            numbers += [number] * len(sentence)
        return numbers

    def _mentions(self) -> Iterator[Mention]:
        copy = self._copy
        named = {i for mention, _ in copy.mentions for i in range(mention.start, mention.end)}
        for candidate in self._known.all:
            named.add(candidate.token.i)
            person = candidate.person
            if person is None and _is_no_person(candidate):
                continue
            gender = candidate.gender if person is None or candidate.gender else self._ties.gender(candidate)
            yield self._mention(
                candidate.token, gender, candidate, id(person) if person else self._known.entity(candidate)
            )
        for noun in copy.words.of_class("NOUN"):
            if noun.i not in named and noun not in copy.role_nouns and _is_teller(noun):
                yield self._mention(noun, None, Candidate(noun, None, None, not copy.is_quoted(noun.idx)), noun.lemma_)
        for pronoun in copy.words.spelt(GENDER_OF_PRONOUN):
            if pronoun.pos_ == "PRON":
                tied = self._ties.anchor(pronoun)
                who = id(tied.person) if tied is not None and tied.person is not None else None
                yield self._mention(pronoun, GENDER_OF_PRONOUN[pronoun.lower_], None, who)

    def _mention(self, token: Token, gender: Gender | None, candidate: Candidate | None, who: object) -> Mention:
        head = named_head(token)
        how, verb = grammar.relation(head), grammar.governor(head)
        role = "main subject" if is_main_subject(token) else "subject" if how in SUBJECT else _ROLES.get(how, "")
        return Mention(
            token, head, gender, candidate, who,
            told=is_told(self._copy, token),
            sentence=self._sentences[token.i],
            paragraph=self._copy.paragraph_number(token.idx),
            role=role,
            speaks=how == "nsubj" and verb is not None and verb.lemma_.lower() in _TELLING,
        )  # fmt: skip

    def _asked(self, pronoun: Token) -> _Asked:
        mention = self._mention(pronoun, None, None, None)
        clause = _clause(pronoun)
        here = [m for m in self.mentions if m.paragraph == mention.paragraph]
        quoted = [m for m in here if not m.told]
        beside: dict[str, set[Gender | None]] = {"object": set(), "owner": set()}
        for m in here:
            if m.is_pronoun and m.told and m.role in beside and m.token != pronoun and _clause(m.token) == clause:
                beside[m.role].add(m.gender)
        return _Asked(
            mention,
            self._kind(mention),
            above=frozenset(word.i for word in pronoun.ancestors),
            subject=grammar.subject(clause) if clause is not None else None,
            begins=self._begins(mention),
            quoted=frozenset(m.gender for m in quoted if m.is_pronoun),
            hearers=frozenset(m.who for m in quoted if m.candidate is not None and m.candidate.person and _is_called(m)),
            beside=beside,
        )

    def _kind(self, asked: Mention) -> str:
        verb = grammar.governor(asked.token)
        if asked.role in ("main subject", "subject") and verb is not None:
            if asked.speaks and (self._is_behind_quotation(asked.token, verb) or _is_parenthesis(asked.token, verb)):
                return "tag"
            return "main" if asked.role == "main subject" else "inner"
        if asked.role == "owner" and verb is not None:
            return "owner of the subject" if is_main_subject(verb) else "owner"
        return "object"

    def _is_behind_quotation(self, pronoun: Token, verb: Token) -> bool:
        at = min(pronoun.idx, verb.idx)
        return not self._ends.isdisjoint(range(at - 2, at + 1))

    def _begins(self, asked: Mention) -> bool:
        start = self._copy.paragraphs[asked.paragraph].start
        for i in range(asked.token.i - 1, -1, -1):
            word = asked.token.doc[i]
            if word.idx < start:
                return True
            if word.is_alpha and is_told(self._copy, word):
                return False
        return True


_ROLES = {"nmod:poss": "owner", "obj": "object", "iobj": "object"}


def _is_teller(noun: Token) -> bool:
    """True for "the mason said": who tells something is somebody, unless the noun is known for something else."""
    verb = grammar.governor(noun)
    if noun.tag_ != "NN" or grammar.relation(noun) != "nsubj" or verb is None or verb.lemma_.lower() not in SPEECH_VERBS:
        return False
    return noun.lemma_.lower() not in _BODIES and not is_thing(noun)


def _is_surely_person(noun: Token) -> bool:
    return is_human(noun) or titles.is_role(noun.lemma_)


def _is_no_person(candidate: Candidate) -> bool:
    """True for several people, and for a noun that only what it does makes look like somebody."""
    noun = candidate.token
    if noun.tag_ == "NNS":
        return True
    if candidate.gender is not None or candidate.is_thing or is_human(noun):
        return False
    return noun.lemma_.lower() in _BODIES or is_thing(noun)


def _is_called(mention: Mention) -> bool:
    """True for "Mr Lowe" in "“It was dark, Mr Lowe,”" and in "“Mr Lowe, it was dark”"."""
    doc = mention.token.doc
    name = next((e for e in mention.token.sent.ents if e.start <= mention.token.i < e.end), None)
    if name is None:
        return False
    start = name.start
    while start and titles.is_title(doc[start - 1].text):
        start -= 1
    before = doc[start - 1].text if start else ""
    behind = [word.text for word in doc[name.end : name.end + 2]]
    return (before in _MARKS and behind[:1] == [","]) or (before == "," and len(behind) == 2 and behind[1] in _MARKS)


def _is_answer(pronoun: Token) -> bool:
    """True for "he replied", which is not said of who spoke last."""
    verb = grammar.governor(pronoun)
    return verb is not None and verb.lemma_.lower() in _ANSWERING


def _is_parenthesis(pronoun: Token, verb: Token) -> bool:
    """True for a tag without marks: "Staff, she said, had left"."""
    if grammar.relation(verb) == "parataxis":
        return True
    before = pronoun.doc[grammar.sentence(pronoun).start : max(0, pronoun.i - 1)]
    return grammar.relation(verb) == "root" and any(word.pos_ in ("VERB", "AUX") for word in before)


def _clause(word: Token) -> Token | None:
    """The predicate of the clause in which a word stands."""
    above = grammar.governor(word)
    while above is not None and not grammar.is_predicate(above):
        above = grammar.governor(above)
    return above


def _is_barred(mention: Mention, asked: _Asked) -> bool:
    """True for whom grammar lets no pronoun in this place mean: "her coach" is not she, nor is she in "she met her"."""
    pronoun = asked.mention.token
    if asked.kind == "tag" and mention.who is not None and mention.who in asked.hearers:
        return True
    if asked.kind == "object" and asked.subject is not None:
        other = GENDER_OF_PRONOUN.get(asked.subject.lower_)
        is_taken = other == mention.gender is not None and other != GENDER_OF_PRONOUN[pronoun.lower_]
        return is_taken or mention.is_word_of(asked.subject)
    if asked.mention.role != "owner":
        return False
    above = grammar.governor(pronoun)
    if above is not None and is_human(above) and says_who(above) and mention.is_word_of(asked.subject):
        return True
    if above is not None and grammar.relation(above) == "appos" and grammar.governor(above) == mention.head:
        return True
    while above is not None and above != mention.head and not grammar.is_predicate(above):
        above = grammar.governor(above) if grammar.relation(above) != "conj" else None
    return above == mention.head


def _of_distance(mention: Mention, asked: _Asked) -> Iterator[str]:
    paragraphs = asked.mention.paragraph - mention.paragraph
    if paragraphs >= _FAR:
        yield "further up"
    if not mention.told:
        yield "quoted"
        return
    sentences = asked.mention.sentence - mention.sentence
    if paragraphs < _FAR:
        yield ("same paragraph", "1 paragraph above", "2 paragraphs above")[paragraphs]
    if sentences < _FAR:
        yield ("same sentence", "1 sentence before", "2 sentences before")[sentences]
    if paragraphs == 1 and asked.begins:
        yield "begins a paragraph"


def _of_place(mention: Mention, asked: _Asked) -> Iterator[str]:
    """What the grammar of the two places says."""
    kind = asked.kind
    sentences = asked.mention.sentence - mention.sentence
    if mention.speaks and asked.mention.paragraph - mention.paragraph <= 1:
        yield "spoke, for a tag" if kind == "tag" else "spoke, for another"
    if mention.role == "main subject" and sentences <= 1 and kind in ("tag", "main", "owner of the subject"):
        yield "main subject near, for a tag" if kind == "tag" else "main subject near, for one"
    if mention.role != "main subject" and not mention.speaks and kind == "tag":
        yield "aside, for a tag"
    if kind == "tag" and mention.gender in asked.quoted:
        yield "in the quotation"
    if kind in ("tag", "main", "inner") and mention.gender is not None:
        yield from (f"is {role} beside" for role, genders in asked.beside.items() if mention.gender in genders)
    if sentences:
        return
    if kind in ("owner", "inner"):
        yield "same sentence, for an owner" if kind == "owner" else "same sentence, for a subject"
    owned = grammar.governor(asked.mention.token) if asked.mention.role == "owner" else None
    if owned is not None and grammar.relation(owned) == "conj" and mention.is_word_of(grammar.governor(owned)):
        yield "joined to what is owned"
    if mention.role not in ("main subject", "subject"):
        return
    verb = grammar.governor(mention.head)
    if verb is not None and verb.i in asked.above:
        yield "leads"
        if kind in ("owner", "inner"):
            yield "leads, for an owner" if kind == "owner" else "leads, for a subject"
    if owned is not None and mention.is_word_of(asked.subject) and not is_human(owned):
        yield "subject of owner's clause"
