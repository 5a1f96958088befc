"""The cues of a mention as what a pronoun may mean, and their weights.

The weights were fitted by ``training/fit_reference.py`` on right copy, where the gender of whoever is meant is known,
though not who it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.antecedents import Candidate, is_human, says_who
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Gender
from bot.language import grammar, titles
from bot.language.tokens import Token

_FAR = 3
"""Sentences and paragraphs from which it no longer matters how far away a mention is."""
WEIGHTS = {
    "outside": -0.4,
    "same paragraph": 2.1, "1 paragraph above": 0.4, "2 paragraphs above": -0.8, "further up": -1.2,
    "same sentence": 0.8, "1 sentence before": 1.2, "2 sentences before": 0.7, "nearest": 0.7,
    "begins a paragraph": 0.7, "subject": 0.6, "object": 0.6, "owner": 0.4, "noun": -1.3, "noun of a kind": -0.4,
    "quoted": -0.1, "first of all": 0.3,
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
    def is_named(self) -> bool:
        """True for a name."""
        return self.candidate is not None and self.candidate.person is not None

    @property
    def is_told_by_noun(self) -> bool:
        """True for "the farmer"."""
        return self.candidate is not None and self.candidate.person is None

    def is_word_of(self, subject: Token | None) -> bool:
        """True when a word is this mention or what it stands beside."""
        return subject is not None and subject.i in (self.token.i, self.head.i)


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun, and what its place shows of whom it may mean."""

    mention: Mention
    kind: str
    """ "tag" where it says who spoke, "main" and "inner" for other subjects, "owner" and "owner of the subject"; else
    "object"."""
    above: frozenset[int]
    """The words on which it depends."""
    subject: Token | None
    """The subject of its clause."""
    barred: frozenset[int]
    """The words that whoever is meant does not stand beside: "coach" for "her coach"."""
    begins: bool
    """Nothing stands before it in its paragraph, quotations aside."""
    quoted: frozenset[Gender | None]
    """The genders of pronouns in the quotations of its paragraph."""
    quoted_subjects: frozenset[Gender | None]
    """The genders of those that are subjects there."""
    hearers: frozenset[object]
    """Who is spoken to in these."""
    beside: dict[str, set[Gender | None]]
    """The genders of other pronouns of its clause, by role."""


def cues_of(mention: Mention, asked: Asked) -> list[str]:
    """What speaks for a mention or against it, wherever the others stand."""
    cues = list(_of_distance(mention, asked))
    if not mention.told:
        return cues
    if mention.is_told_by_noun:
        is_sure = is_human(mention.token) or titles.is_role(mention.token.lemma_)
        cues += ["noun"] if is_sure else ["noun", "noun of a kind"]
    cues += [mention.role] if mention.role in WEIGHTS else []
    return [*cues, *_of_place(mention, asked)]


def is_barred(mention: Mention, asked: Asked) -> bool:
    """True for whom grammar lets no pronoun in this place mean: "her coach" is not she, nor is she in "she met her"."""
    pronoun = asked.mention.token
    if asked.kind == "tag":
        return (mention.who is not None and mention.who in asked.hearers) or _is_spoken_of(mention, asked)
    if asked.kind == "object" and asked.subject is not None:
        other = GENDER_OF_PRONOUN.get(asked.subject.lower_)
        is_taken = other == mention.gender is not None and other != GENDER_OF_PRONOUN[pronoun.lower_]
        return is_taken or mention.is_word_of(asked.subject)
    return mention.head.i in asked.barred or mention.token.i in asked.barred


def barred_words(pronoun: Token, subject: Token | None) -> frozenset[int]:
    """The words that an owner, told by a pronoun, does not stand beside; the subject too in "she is her mother"."""
    above = grammar.governor(pronoun)
    if above is None:
        return frozenset()
    barred = {subject.i} if subject is not None and is_human(above) and says_who(above) else set()
    if grammar.relation(above) == "appos" and (named := grammar.governor(above)) is not None:
        barred.add(named.i)
    owned: Token | None = above
    while owned is not None:
        barred.add(owned.i)
        ends = grammar.is_predicate(owned) or grammar.relation(owned) == "conj"
        ends |= grammar.relation(owned) == "appos" and owned != above  # "Lowe, the best player of his time"
        ends |= grammar.preposition(owned) == "with"  # "a man with his dog" is he
        owned = None if ends else grammar.governor(owned)
    return frozenset(barred)


_ANSWERED = frozenset(
    {"accept", "reject", "refuse", "decline", "dispute", "dismiss", "doubt", "believe", "contradict", "contest"}
    | {"grant", "welcome", "ignore", "receive", "hear", "corroborate", "support", "back", "endorse", "echo", "share"}
)
_ADDRESSED = frozenset(
    {"resignation", "apology", "offer", "invitation", "proposal", "request", "plea", "claim", "account", "version"}
    | {"explanation", "argument", "criticism", "complaint", "appeal", "allegation", "accusation", "advice", "demand"}
    | {"suggestion", "testimony", "statement", "thanks", "application", "bid", "assertion", "assessment", "warning"}
    | {"view", "concern", "frustration", "anger", "worry", "fear", "opinion", "enthusiasm", "optimism"}
)


def is_of_another(owner: Token) -> bool:
    """True for "She had accepted his resignation": what somebody says or feels, to which another answers."""
    owned = grammar.governor(owner)
    verb = grammar.governor(owned) if owned is not None and grammar.relation(owned) == "obj" else None
    if owned is None or verb is None or grammar.relation(owner) != "nmod:poss":
        return False
    return owned.lemma_.lower() in _ADDRESSED and verb.lemma_.lower() in _ANSWERED


def _is_spoken_of(mention: Mention, asked: Asked) -> bool:
    """True for whom the quotation calls by the other pronoun: "Ann Lowe came. “She found none,” he said"."""
    is_other = mention.gender is not None and mention.gender != GENDER_OF_PRONOUN[asked.mention.token.lower_]
    return is_other and not mention.speaks and mention.gender in asked.quoted_subjects


def _of_distance(mention: Mention, asked: Asked) -> Iterator[str]:
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


def _of_place(mention: Mention, asked: Asked) -> Iterator[str]:
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
