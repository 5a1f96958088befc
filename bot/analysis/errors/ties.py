"""Whom the place of a pronoun ties it to: the speaker of a quotation, the subject before, that of its own clause.

In these places a reader looks no further back than the paragraph, so that somebody of whom the pronoun could be said
further up does not matter, as it does elsewhere.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Any

from bot.analysis.errors.antecedents import Antecedents, Candidate, is_told_by
from bot.analysis.errors.clauses import is_spelt_out
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Gender, Person, is_apposed, named_by
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

SPEECH_VERBS = frozenset(
    {"say", "tell", "add", "ask", "note", "explain", "continue", "write", "warn", "argue", "insist", "recall", "reply"}
    | {"state", "announce", "claim", "comment", "lament", "admit", "conclude", "deny", "joke", "report", "urge"}
)
_OFFSET, _PLACE = attrgetter("idx"), attrgetter("token.idx")
_TELLING = 0.75
"""Share of women or men among the bearers of a name that decides where the story says both."""
SUBJECT = ("nsubj", "nsubj:pass")
REPRESENTED = frozenset(
    {"client", "member", "organisation", "organization", "team", "staff", "colleague", "firm", "office", "department"}
    | {"officer", "group", "union", "company", "customer", "patient", "pupil", "student", "employee", "worker"}
)
"""What those whom papers ask speak for as theirs."""
_SINGLE_QUOTED = re.compile(r"(?<!\w)‘(?=[A-Z])(?:[^‘’\n]|’(?=\w)){3,}[.,?!…]’(?!\w)")


def single_quoted(copy: Copy) -> list[tuple[int, int]]:
    """Where the body holds quotations in single marks, as British papers print them."""
    return [m.span() for m in find_all(_SINGLE_QUOTED, copy.text)]


def is_told(copy: Copy, token: Token) -> bool:
    """True outside quotations, those in single marks as well."""
    quoted = copy.once(single_quoted)
    at = bisect_right(quoted, token.idx, key=itemgetter(0)) - 1
    return not copy.is_quoted(token.idx) and (at < 0 or token.idx >= quoted[at][1])


def named_head(name: Token) -> Token:
    """The word that a name or noun stands beside: "uncle" for "Berg" in "her uncle, Karl Berg, had run the firm"."""
    while (is_apposed(name) or grammar.relation(name) in ("flat", "nmod:desc", "compound", "conj")) and (
        above := named_by(name)
    ):
        name = above
    return name


def is_subject(name: Token) -> bool:
    """True for a subject and for what names it."""
    return grammar.relation(named_head(name)) in SUBJECT


class Ties:
    """The ties of the pronouns of a story."""

    def __init__(self, copy: Copy, known: Antecedents) -> None:
        self._copy = copy
        self._known = known
        self._pronouns = [t for t in copy.words.spelt(GENDER_OF_PRONOUN) if t.pos_ == "PRON" and is_told(copy, t)]
        self._spelt = copy.words.spelt(GENDER_OF_PRONOUN)
        self._quoted = sorted([*((r.start, r.end) for r in copy.regions), *copy.once(single_quoted)], key=itemgetter(1))
        self._anchors: dict[Token, Candidate] = {}
        self._said: dict[int, bool] = {}
        for pronoun in self._pronouns:  # in text order, as one pronoun may lead to the next
            if (anchor := self._anchor(pronoun)) is not None:
                self._anchors[pronoun] = anchor

    def anchor(self, pronoun: Token) -> Candidate | None:
        """Who a pronoun is tied to."""
        return self._anchors.get(pronoun)

    def of(self, pronoun: Token) -> Candidate | None:
        """Who a pronoun is tied to though the story knows that person by the other pronoun; None when that is open."""
        anchor = self._anchors.get(pronoun)
        if anchor is None:
            return None
        known = self.gender(anchor)
        return anchor if known is not None and known != GENDER_OF_PRONOUN[pronoun.lower_] else None

    @cached_property
    def _votes(self) -> dict[int, Counter[Gender]]:
        """How often each pronoun is tied to each person."""
        votes: dict[int, Counter[Gender]] = defaultdict(Counter)
        for pronoun, anchor in self._anchors.items():
            if anchor.person is not None:
                votes[id(anchor.person)][GENDER_OF_PRONOUN[pronoun.lower_]] += 1
        return votes

    def gender(self, anchor: Candidate) -> Gender | None:
        """What is known of somebody: by name or noun unless the story says otherwise, else by the story's pronouns."""
        votes = self._votes[id(anchor.person)] if anchor.person is not None else Counter[Gender]()
        if anchor.gender is not None:
            is_believed = anchor.person is None or self._is_said(anchor.person)
            against = votes["m" if anchor.gender == "f" else "f"]
            if votes[anchor.gender] or is_believed:
                return anchor.gender
            return anchor.gender if against < 2 and anchor.is_sure else None
        if anchor.person is not None and anchor.person.is_torn:
            return None
        if votes["f"] != votes["m"]:
            return "f" if votes["f"] > votes["m"] else "m"
        borne = anchor.person.share_of_women() if anchor.person is not None and votes else None
        if borne is None or _TELLING > borne > 1 - _TELLING:
            return self._first_said(anchor)
        return "f" if borne > _TELLING else "m"

    def _is_said(self, person: Person) -> bool:
        """:attr:`Person.is_gender_said`, asked once of each person."""
        if id(person) not in self._said:
            self._said[id(person)] = person.is_gender_said
        return self._said[id(person)]

    def _first_said(self, anchor: Candidate) -> Gender | None:
        """The gender of the first pronoun tied to somebody of whom nothing else tells it."""
        if anchor.person is None or self._is_said(anchor.person):
            return None
        first = (p for p, one in self._anchors.items() if one.person is anchor.person)
        return next((GENDER_OF_PRONOUN[pronoun.lower_] for pronoun in first), None)

    def _anchor(self, pronoun: Token) -> Candidate | None:
        """Who is meant, whatever is known of that person."""
        number = self._copy.paragraph_number(pronoun.idx)
        start = self._copy.paragraphs[number].start
        above = self._copy.paragraphs[max(0, number - 1)].start
        if pronoun.lower_ in ("he", "she") and grammar.relation(pronoun) in SUBJECT:
            opened = self._quotation_before(pronoun)
            if opened is not None:
                return self._speaker(pronoun, start, above, opened)
            return (
                self._continued(pronoun, start)
                or self._of_main_clause(pronoun, start, above)
                or self._of_joined_clause(pronoun, start)
                or self._of_relative(pronoun, start)
            )
        if grammar.relation(pronoun) != "nmod:poss":
            return None
        return self._continued(pronoun, start) or self._owner(pronoun, start) or self._represented(pronoun, start)

    @cached_property
    def _told(self) -> list[Candidate]:
        """Everyone told of outside quotations, in text order."""
        return [c for c in self._known.all if is_told(self._copy, c.token)]

    @cached_property
    def _told_by_gender(self) -> dict[Gender, tuple[list[Candidate], list[Token]]]:
        """For each gender who may have it and the pronouns of it, in text order."""
        genders: tuple[Gender, ...] = ("f", "m")
        return {
            gender: (
                [c for c in self._told if c.fits(gender)],
                [t for t in self._pronouns if GENDER_OF_PRONOUN[t.lower_] == gender],
            )
            for gender in genders
        }

    def _people(self, start: int, end: int) -> list[Candidate]:
        return [self._told[i] for i in _between(self._told, start, end, _PLACE)]

    def _rivals(self, start: int, end: int, pronoun: Token, anchor: Candidate) -> Iterator[Token]:
        """Everyone told of from one place to another whom the pronoun may mean, and pronouns like it."""
        people, pronouns = self._told_by_gender[GENDER_OF_PRONOUN[pronoun.lower_]]
        yield from (pronouns[i] for i in _between(pronouns, start, end, _OFFSET))
        near = (people[i] for i in _between(people, start, end, _PLACE))
        yield from (c.token for c in near if c.token.tag_ != "NNS" and not _is_same(c, anchor))

    def _is_alone(self, start: int, end: int, pronoun: Token, anchor: Candidate) -> bool:
        """True where nobody else may be meant."""
        return next(self._rivals(start, end, pronoun, anchor), None) is None

    def _quotation_before(self, pronoun: Token) -> int | None:
        """Where the quotation begins whose tag the pronoun speaks in: "“…,” he said"."""
        verb = grammar.governor(pronoun)
        if verb is None or verb.lemma_.lower() not in SPEECH_VERBS:
            return None
        at = min(pronoun.idx, verb.idx)
        return next((self._quoted[i][0] for i in _between(self._quoted, at - 2, at + 1, itemgetter(1))), None)

    def _speaker(self, pronoun: Token, start: int, above: int, opened: int) -> Candidate | None:
        """The subject of the last sentence before a quotation."""
        before = next(self._told_before(pronoun, opened, above), None)
        if before is None:
            return None
        lead = grammar.sentence(before)
        is_here = lead.start_char >= start
        if lead.start_char < above:
            return None
        anchor = self._subject_of(lead)
        if anchor is None or _is_spoken_to(anchor, pronoun):
            return None
        since = start if is_here else above
        if anchor.token.i < lead.start:  # "he said" goes before "she said", as where two talk
            since = self._copy.paragraphs[max(0, self._copy.paragraph_number(start) - 2)].start
        rivals = [*self._rivals(since, opened, pronoun, anchor)]
        head = named_head(anchor.token)
        rivals = [t for t in rivals if not (_is_owner_of(t, head) or self._is_thing(t))]
        if lead.root.lemma_.lower() not in SPEECH_VERBS and (rivals or self._is_spoken_of(anchor, opened, pronoun)):
            return None
        if not rivals:
            return anchor
        is_clear = is_here and all(t.i > anchor.token.i and not is_main_subject(t) for t in rivals)
        return anchor if is_clear or self._speaks_of(pronoun, start) else None

    def _told_before(self, pronoun: Token, opened: int, above: int) -> Iterator[Token]:
        """The words outside quotations before one that opens, back to a place, the last first."""
        for i in range(pronoun.i - 1, -1, -1):
            token = pronoun.doc[i]
            if token.idx < above:
                return
            if token.idx < opened and not token.is_space and not token.is_punct and is_told(self._copy, token):
                yield token

    def _spelt_between(self, start: int, end: int) -> Iterator[Token]:
        """The pronouns of a stretch of the body, also in quotations."""
        return (self._spelt[i] for i in _between(self._spelt, start, end, _OFFSET))

    def _is_thing(self, token: Token) -> bool:
        return any(c.is_thing for c in self._known.between(token.idx, token.idx + 1))

    def _speaks_of(self, pronoun: Token, start: int) -> bool:
        """True when the quotations of the pronoun's paragraph speak of somebody by the pronoun itself."""
        end = self._copy.paragraphs[self._copy.paragraph_number(start)].end
        gender = GENDER_OF_PRONOUN[pronoun.lower_]
        return any(
            GENDER_OF_PRONOUN[t.lower_] == gender and not is_told(self._copy, t)
            for t in self._spelt_between(start, end)
        )

    def _is_spoken_of(self, anchor: Candidate, opened: int, pronoun: Token) -> bool:
        """True when a quotation speaks of somebody of the anchor's gender, and another may have said it."""
        words = self._spelt_between(opened, pronoun.idx)
        genders = {GENDER_OF_PRONOUN[t.lower_] for t in words if is_subject(t)}
        return anchor.gender in genders and anchor.gender != GENDER_OF_PRONOUN[pronoun.lower_]

    def _subject_of(self, sentence: DocSpan) -> Candidate | None:
        """The person who is the subject of a sentence, by name, noun or pronoun."""
        people = self._people(sentence.start_char, sentence.end_char)
        found = next(
            (c for c in people if not c.is_thing and (c.person or c.gender) and is_main_subject(c.token)), None
        )
        if found is None:
            return next((self._anchors[t] for t in sentence if t in self._anchors and is_main_subject(t)), None)
        return found

    def _continued(self, pronoun: Token, start: int) -> Candidate | None:
        """The subject of the sentence before, where nobody else stands in the paragraph: "Lowe spoke. He left"."""
        sentence = grammar.sentence(pronoun)
        if grammar.relation(pronoun) == "nmod:poss":
            owned = grammar.governor(pronoun)
            if owned is None or not is_main_subject(owned):
                return None
        elif not is_main_subject(pronoun):
            return None
        before = grammar.sentence(pronoun.doc[sentence.start - 1]) if sentence.start_char > start else None
        if before is None or before.start_char < start:
            return None
        opening = before.doc[before.start : before.root.i + 1]  # quoted words behind the verb do not matter
        anchor = self._subject_of(before) if all(is_told(self._copy, t) for t in opening) else None
        if anchor is None:
            return None
        here = self._people(sentence.start_char, pronoun.idx)
        if any(is_told_by(named_head(c.token), pronoun) and _is_same(c, anchor) for c in here):
            return None
        rivals = [*islice(self._rivals(start, pronoun.idx, pronoun, anchor), 2)]
        return anchor if not rivals or (len(rivals) == 1 and has_like_object(pronoun)) else None

    def _of_main_clause(self, pronoun: Token, start: int, above: int) -> Candidate | None:
        """The subject of the main clause on which the pronoun's clause hangs: "Lowe said that he …"."""
        verb = grammar.governor(pronoun)
        if verb is None or grammar.relation(verb) not in ("ccomp", "advcl"):
            return None
        main, sentence = grammar.governor(verb), grammar.sentence(pronoun)
        if main != sentence.root or (grammar.relation(verb) == "ccomp" and main.lemma_.lower() not in SPEECH_VERBS):
            return None
        anchor = self._subject_of(sentence)
        if anchor is None or anchor.token.i > pronoun.i or not self._is_alone(start, pronoun.idx, pronoun, anchor):
            return None
        if any(is_main_subject(c.token) for c in self._people(start, sentence.start_char)):
            return anchor
        return anchor if self._is_alone(above, start, pronoun, anchor) else None

    def _of_joined_clause(self, pronoun: Token, start: int) -> Candidate | None:
        """Who is newly introduced by full name and role in the clause before: "The coach Ann Lowe wept, but she …"."""
        verb, sentence = grammar.governor(pronoun), grammar.sentence(pronoun)
        if verb is None or grammar.relation(verb) != "conj" or grammar.governor(verb) != sentence.root:
            return None
        anchor = self._subject_of(sentence)
        if anchor is None or anchor.person is None or anchor.token.i > pronoun.i:
            return None
        is_new = anchor.person.is_full and anchor.person.mentions[0].root == anchor.token
        return anchor if is_new and self._is_alone(start, pronoun.idx, pronoun, anchor) else None

    def _of_relative(self, pronoun: Token, start: int) -> Candidate | None:
        """Who speaks in a clause with "who": "by Ann Lowe, who said that she …"."""
        verb = grammar.governor(pronoun)
        above = grammar.governor(verb) if verb is not None and grammar.relation(verb) == "ccomp" else None
        if above is None or grammar.relation(above) != "acl:relcl" or above.lemma_.lower() not in SPEECH_VERBS:
            return None
        name = grammar.governor(above)
        if name is None or all(child.lower_ != "who" for child in grammar.dependents(above)):
            return None
        people = self._people(grammar.sentence(name).start_char, above.idx)
        anchor = next((c for c in people if c.person and name in (c.token, named_head(c.token))), None)
        if anchor is None or self._speaks_of(pronoun, start):
            return None
        return anchor if self._is_alone(start, pronoun.idx, pronoun, anchor) else None

    def _represented(self, pronoun: Token, start: int) -> Candidate | None:
        """Who speaks for somebody: "Lowe said her client …"."""
        owned = grammar.governor(pronoun)
        verb = grammar.governor(owned) if owned is not None and is_subject(owned) else None
        if owned is None or verb is None or owned.lemma_.lower() not in REPRESENTED:
            return None
        if grammar.relation(verb) != "ccomp" or (main := grammar.governor(verb)) != grammar.sentence(pronoun).root:
            return None
        anchor = self._subject_of(grammar.sentence(pronoun))
        if main.lemma_.lower() not in SPEECH_VERBS or anchor is None or anchor.token.i > pronoun.i:
            return None
        return anchor if self._is_alone(start, pronoun.idx, pronoun, anchor) else None

    def _owner(self, pronoun: Token, start: int) -> Candidate | None:
        """The subject of the clause in which a possessive stands."""
        anchor = self._subject_of(grammar.sentence(pronoun))
        if anchor is None or anchor.token.i > pronoun.i or named_head(anchor.token) in pronoun.ancestors:
            return None
        verb = grammar.governor(pronoun)
        while verb is not None and not grammar.is_predicate(verb):
            verb = grammar.governor(verb)
        subject = grammar.subject(verb) if verb is not None else None
        is_own = subject is not None and subject in (anchor.token, named_head(anchor.token))
        is_shared = any(self._anchors.get(t) == anchor for t in pronoun.doc[anchor.token.i : pronoun.i])
        if not (is_own or is_shared) or not self._is_alone(start, pronoun.idx, pronoun, anchor):
            return None
        return anchor


def _between(items: Sequence[Any], start: int, end: int, place: Callable[[Any], int]) -> range:
    """The numbers of the items from one character to another, which stand in text order."""
    return range(bisect_left(items, start, key=place), bisect_left(items, end, key=place))


def has_like_object(pronoun: Token) -> bool:
    """True for "She watched her", which is about two women: one mentioned before leaves another to be meant."""
    verb, gender = grammar.governor(pronoun), GENDER_OF_PRONOUN[pronoun.lower_]
    children = grammar.dependents(verb) if verb is not None else []
    return any(grammar.relation(t) == "obj" and GENDER_OF_PRONOUN.get(t.lower_) == gender for t in children)


def _is_same(one: Candidate, other: Candidate) -> bool:
    """True for one person, and for a noun and the name beside it: "its author, the economist Ann Lowe"."""
    if one.token == other.token or (one.person is not None and one.person is other.person):
        return True
    return one.person is None and _is_beside(one.token, other.token)


def _is_beside(noun: Token, name: Token) -> bool:
    while (is_apposed(name) or grammar.relation(name) in ("flat", "nmod:desc")) and (above := named_by(name)):
        name = above
        if name == noun:
            return True
    return False


def _is_spoken_to(anchor: Candidate, pronoun: Token) -> bool:
    """True for "She told him", where he is the subject before."""
    verb = grammar.governor(pronoun)
    children = grammar.dependents(verb) if verb is not None else []
    return any(GENDER_OF_PRONOUN.get(t.lower_) == anchor.gender is not None for t in children if t != pronoun)


def _is_owner_of(token: Token, head: Token) -> bool:
    """True for whom the words for somebody else name as well: "her coach", "Lowe's coach"."""
    return grammar.relation(token) == "nmod:poss" and head in token.ancestors


def is_main_subject(name: Token) -> bool:
    """True for the subject of a sentence as a whole, and of what is joined to its predicate."""
    verb = grammar.governor(named_head(name))
    if not is_subject(name) or verb is None:
        return False
    while grammar.relation(verb) in ("conj", "parataxis") and (above := grammar.governor(verb)):
        if is_spelt_out(above, verb):
            return False
        verb = above
    return grammar.sentence(name).root == verb
