"""How readily a reader takes a pronoun for each one mentioned so far.

Every mention, by name, noun or pronoun, has cues: how far back it stands, as what, whether it spoke, what the
pronoun's own clause shows (``reference_cues.py``). Their weights give each mention its share in what the pronoun may
mean, as in a log-linear model.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter, itemgetter

from bot.analysis.actors.nouns import GROUPS, ORGANIZATIONS, PLACES
from bot.analysis.errors.antecedents import SHIPS, Antecedents, Candidate, is_human, is_told_by
from bot.analysis.errors.clauses import SPEECH
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Gender
from bot.analysis.errors.reference_cues import WEIGHTS, Asked, Mention, barred_words, cues_of, is_barred
from bot.analysis.errors.things import is_thing
from bot.analysis.errors.ties import SPEECH_VERBS, SUBJECT, Ties, is_main_subject, is_told, named_head, single_quoted
from bot.language import grammar, titles
from bot.language.tokens import Token

_LEAST = 0.05
"""Share of all whom a pronoun fits below which it hardly means any of them."""
_LEAST_IN_TAG, _LEAST_IN_PARENTHESIS = 0.27, 0.12
"""The same for who speaks behind a quotation, and without one: the words before mostly name who that is."""
_LEAST_IN_INNER = 0.06
_LEAST_BESIDE_NAME = 0.24
"""The same for the subject of a sentence, where a name of its own paragraph has most of what is left."""
_DOUBT = 3
"""How many times its share a noun such as "the farmer" counts that a sentence is about, and whose kin it is about."""
_NEAR = 40
"""Mentions before a pronoun, and behind it, that are looked at: a reader takes it for none further off."""
_TELLING = SPEECH | SPEECH_VERBS | {"call", "describe", "accuse", "object", "propose", "want"}
_BODIES = ORGANIZATIONS | GROUPS | PLACES
_ANSWERING = frozenset({"reply", "answer", "retort", "counter", "respond"})
_CONSENTING = frozenset({"agree", "disagree", "nod", "concur", "demur"})
_MARKS = frozenset("“”‘’\"'")
_LEADING = (*SUBJECT, "dislocated")
"""Subjects, also such as a tag cuts off: "One of her clients, she said, had left"."""
_ROLES = {"nmod:poss": "owner", "obj": "object", "iobj": "object"}


class References:
    """Everyone whom the pronouns of a story may mean."""

    def __init__(self, copy: Copy, known: Antecedents, ties: Ties) -> None:
        self._copy, self._known, self._ties = copy, known, ties
        self._ends = {r.end for r in copy.regions} | {end for _, end in copy.once(single_quoted)}
        self.mentions = sorted(self._mentions(), key=attrgetter("token.i"))
        self._numbers = [m.token.i for m in self.mentions]
        self._pronouns = {m.token.i: m for m in self.mentions if m.is_pronoun}
        self._clauses: dict[int, Token | None] = {}
        self._called: dict[int, bool] = {}
        self._subjects: dict[int, bool] = {}
        self._first = next((m.who for m in self.mentions if m.is_named), None)

    def misfit(self, pronoun: Token) -> Candidate | None:
        """Whom a pronoun seems to mean though it does not fit; None unless hardly any other is left."""
        gender = GENDER_OF_PRONOUN.get(pronoun.lower_)
        if gender is None or not is_told(self._copy, pronoun):
            return None
        before = self._before(pronoun)
        if not any(m.candidate is not None and m.gender not in (None, gender) for m in before):
            return None
        asked = self._mention_of(pronoun)
        if self._kind(asked) != "tag" and any(_is_quoted_noun(m, asked, gender) for m in before):
            return None
        if self._kind(asked) == "tag" and (
            any(_is_like_pronoun(m, asked, gender) for m in before) or self._answers_tag(asked, before)
        ):
            return None
        fitting, others = math.exp(WEIGHTS["outside"]), list[tuple[float, Mention]]()
        for mention, cues in self.cues(pronoun):
            share = math.exp(sum(map(WEIGHTS.__getitem__, cues)))
            if mention.gender is None or mention.gender == gender:
                fitting += share * (_DOUBT if self._is_subject(mention) else 1)
            else:
                others.append((share, mention))
        if fitting >= self._least(asked, others) * (fitting + sum(share for share, _ in others)):
            return None
        told = ((share, one.candidate) for share, one in others if one.candidate is not None)
        return max(told, key=itemgetter(0), default=(0, None))[1]

    def _least(self, asked: Mention, others: list[tuple[float, Mention]]) -> float:
        """Up to which share of those whom a pronoun fits it is taken for another."""
        kind = self._kind(asked)
        if kind == "main" and others and not is_answer(asked.token) and not self._fits_noun(asked):
            likeliest = max(others, key=itemgetter(0))[1]
            is_beside = likeliest.is_named and likeliest.paragraph == asked.paragraph
            if is_beside and not self._fits_name(asked) and not self._meets_other(asked):
                return _LEAST_BESIDE_NAME
        if kind == "tag":
            if self._may_be_brother(asked) or self._fits_name(asked):
                return _LEAST
            verb = grammar.governor(asked.token)
            is_behind = verb is not None and self._is_behind_quotation(asked.token, verb)
            return _LEAST_IN_TAG if is_behind else _LEAST_IN_PARENTHESIS
        return _LEAST_IN_INNER if kind == "inner" else _LEAST

    def _fits_name(self, asked: Mention) -> bool:
        """True where the paragraph names another whom the pronoun fits: "He left all to Mrs Dunn. She sold it"."""
        gender = GENDER_OF_PRONOUN[asked.token.lower_]
        before = self._before(asked.token)
        near = [m for m in before if m.is_named and m.told and m.paragraph == asked.paragraph]
        return any(m.gender == gender or (m.gender is None and m.role.endswith("subject")) for m in near)

    def _meets_other(self, asked: Mention) -> bool:
        """True for "He told her", where "her" is whom the text has named."""
        at = bisect_left(self._numbers, asked.token.i)
        behind = self.mentions[at : at + _NEAR]
        return any(m.is_pronoun and m.gender != asked.gender and m.sentence == asked.sentence for m in behind)

    def _answers_tag(self, asked: Mention, before: list[Mention]) -> bool:
        """True for "she said" behind "he said", as where two talk, if the text has named one whom it fits."""
        gender = GENDER_OF_PRONOUN[asked.token.lower_]
        last = next((m for m in reversed(before) if m.told and m.speaks), None)
        if last is None or not last.is_pronoun or last.gender == gender or asked.sentence - last.sentence > 1:
            return False
        verb = grammar.governor(last.token)
        if verb is None or not self._is_behind_quotation(last.token, verb):
            return False
        return any(m.is_named and m.told and m.gender == gender for m in before)

    def _before(self, pronoun: Token) -> list[Mention]:
        at = bisect_left(self._numbers, pronoun.i)
        return self.mentions[max(0, at - _NEAR) : at]

    def cues(self, pronoun: Token) -> Iterator[tuple[Mention, list[str]]]:
        """The mentions before a pronoun that it may mean, each with its cues."""
        asked = self._asked(pronoun)
        before = self._before(pronoun)
        told = [m for m in reversed(before) if m.told]
        nearest = told[0] if told else None
        last_main = next((m for m in told if m.role == "main subject"), None)
        is_answered = last_main is not None and (asked.kind == "tag" or last_main.speaks) and is_answer(pronoun)
        answered = last_main if is_answered else None
        told_of = {m.who for m in before if m.told and is_told_by(m.head, pronoun)} - {None}
        for mention in before:
            if mention is answered or mention.who in told_of or is_barred(mention, asked):
                continue
            cues = cues_of(mention, asked)
            cues += ["first of all"] if mention.told and mention.who == self._first and mention.who is not None else []
            cues += ["nearest"] if mention is nearest else []
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
        role = "main subject" if is_main_subject(token) else "subject" if how in _LEADING else _ROLES.get(how, "")
        return Mention(
            token, head, gender, candidate, who,
            told=is_told(self._copy, token),
            sentence=self._sentences[token.i],
            paragraph=self._copy.paragraph_number(token.idx),
            role=role,
            speaks=_is_source(head) or (how == "nsubj" and verb is not None and verb.lemma_.lower() in _TELLING),
        )  # fmt: skip

    def _fits_noun(self, asked: Mention) -> bool:
        """True where a noun of the paragraph is one that a pronoun fits: "a burglar", "the ship"."""
        near = (m for m in self._before(asked.token) if m.paragraph == asked.paragraph and m.is_told_by_noun)
        return any(
            m.token.lemma_.lower() in SHIPS or (m.gender in (None, asked.gender) and is_human(m.token)) for m in near
        )

    def _may_be_brother(self, asked: Mention) -> bool:
        """True where a noun, here or in the paragraph above, is for somebody whom a tag fits: "with a brother"."""
        near = (m for m in self._before(asked.token) if m.told and m.is_told_by_noun and m.gender == asked.gender)
        return any(
            m.paragraph >= asked.paragraph - 1
            and m.token.tag_ == "NN"
            and not (grammar.related(m.token, "nmod:poss") or grammar.relation(m.token) == "nmod:poss")
            for m in near
        )

    def _mention_of(self, pronoun: Token) -> Mention:
        return self._pronouns.get(pronoun.i) or self._mention(pronoun, None, None, None)

    def _asked(self, pronoun: Token) -> Asked:
        mention = self._mention_of(pronoun)
        clause = self._clause(pronoun)
        subject = grammar.subject(clause) if clause is not None else None
        at = bisect_left(self._numbers, pronoun.i)
        near = self.mentions[max(0, at - _NEAR) : at + _NEAR]
        here = [m for m in near if m.paragraph == mention.paragraph]
        quoted = [m for m in here if not m.told]
        beside: dict[str, set[Gender | None]] = {"object": set(), "owner": set()}
        for m in here:
            if m.is_pronoun and m.told and m.role in beside and m is not mention and self._clause(m.token) == clause:
                beside[m.role].add(m.gender)
        return Asked(
            mention,
            self._kind(mention),
            above=frozenset(word.i for word in pronoun.ancestors),
            subject=subject,
            barred=barred_words(pronoun, subject) if mention.role == "owner" else frozenset(),
            begins=self._begins(mention),
            quoted=frozenset(m.gender for m in quoted if m.is_pronoun),
            quoted_subjects=frozenset(_spoken_of(quoted)),
            hearers=frozenset(m.who for m in quoted if m.is_named and self._is_called(m)),
            beside=beside,
        )

    def _clause(self, word: Token) -> Token | None:
        """:func:`_clause`, asked once of each word."""
        if word.i not in self._clauses:
            self._clauses[word.i] = _clause(word)
        return self._clauses[word.i]

    def _is_subject(self, mention: Mention) -> bool:
        """:func:`_is_subject_told`, asked once of each mention."""
        if mention.token.i not in self._subjects:
            is_source = mention.told and mention.is_named and _is_source(mention.head)
            self._subjects[mention.token.i] = is_source or _is_subject_told(mention) or _has_main_subject(mention)
        return self._subjects[mention.token.i]

    def _is_called(self, mention: Mention) -> bool:
        """:func:`_is_called`, asked once of each mention."""
        if mention.token.i not in self._called:
            self._called[mention.token.i] = _is_called(mention)
        return self._called[mention.token.i]

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


def _has_main_subject(mention: Mention) -> bool:
    """True for Ann Lowe in "Ann Lowe's brother died", who is as likely as he to tell of it."""
    owned = grammar.governor(mention.head)
    if not (mention.told and mention.is_named) or owned is None or grammar.relation(mention.head) != "nmod:poss":
        return False
    return is_human(owned) and is_main_subject(owned)


def _is_source(head: Token) -> bool:
    """True for "according to her lawyer" and "the lawyer, who said"."""
    if any(case.lower_ == "according" for case in grammar.related(head, "case")):
        return True
    clauses = grammar.related(head, "acl:relcl")
    telling = (clause for clause in clauses if clause.lemma_.lower() in SPEECH_VERBS)
    return any(child.lower_ == "who" for clause in telling for child in grammar.dependents(clause))


def _is_quoted_noun(mention: Mention, asked: Mention, gender: Gender) -> bool:
    """True for "my husband" in a quotation of the paragraph, whom "he" behind it may mean."""
    return (
        not mention.told
        and mention.is_told_by_noun
        and (mention.gender, mention.paragraph) == (gender, asked.paragraph)
    )


def _is_like_pronoun(mention: Mention, asked: Mention, gender: Gender) -> bool:
    """True for "her" in "He gave her boots. “They pinch,” she said": the sentence before a tag has whom it means."""
    is_like = mention.is_pronoun and mention.told and mention.gender == gender and mention.role != "owner"
    return is_like and asked.sentence - mention.sentence <= 1


def _spoken_of(quoted: list[Mention]) -> Iterator[Gender | None]:
    """The genders of the pronouns that are subjects in quotations, unless a noun before them says who that is.

    "My mom asked me when she was going home" speaks of nobody whom the text has named.
    """
    named: set[Gender | None] = set()
    for mention in quoted:
        if not mention.is_pronoun:
            named.add(mention.gender)
        elif mention.role.endswith("subject") and mention.gender not in named:
            yield mention.gender


def _is_subject_told(mention: Mention) -> bool:
    """True for "the farmer" and "the farmer's wife" that a sentence is about, unless one tells it (", she said")."""
    if not mention.told or not mention.is_told_by_noun:
        return False
    head = mention.head if mention.role != "owner" else grammar.governor(mention.head)
    if head is None or not is_main_subject(head):
        return False
    verb = grammar.governor(named_head(head))
    return verb is None or all(tag.lemma_.lower() not in SPEECH_VERBS for tag in grammar.related(verb, "parataxis"))


def _is_teller(noun: Token) -> bool:
    """True for "the mason said": who tells something is somebody, unless the noun is known for something else."""
    verb = grammar.governor(noun)
    if noun.tag_ != "NN" or grammar.relation(noun) != "nsubj" or verb is None:
        return False
    tells = verb.lemma_.lower() in SPEECH_VERBS
    return tells and noun.lemma_.lower() not in _BODIES and not is_thing(noun)


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


def is_answer(pronoun: Token) -> bool:
    """True for "he replied" and a bare "he agreed", which are not said of who spoke last."""
    verb = grammar.governor(pronoun)
    if verb is None or grammar.relation(pronoun) != "nsubj":
        return False
    if verb.lemma_.lower() in _CONSENTING:
        return not any(grammar.related(verb, how) for how in ("obj", "obl", "ccomp", "xcomp"))
    return verb.lemma_.lower() in _ANSWERING


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
