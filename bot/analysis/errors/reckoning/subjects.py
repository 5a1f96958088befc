"""What two figures of one sentence are told of: of one thing, or each of a thing of its own."""

from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.word_families import same_family
from bot.language import grammar
from bot.language.tokens import Token

COUNTS = word_set(
    "attendance attendances sales deliveries turnout membership enrolment enrollment admissions visits numbers crowds"
    " output production"
)
"""What alone tells how many of what the sentence before counted: "sold 1,200 cars last year. Deliveries rose"."""


_MOVES = word_set("fall rise drop increase decrease decline cut reduction growth jump surge slump")


def are_of_two_things(one: Token, other: Token) -> bool:
    """True for "Output is up by six per cent and accidents are down from 12 to five": two nouns, two clauses."""
    start, end = sorted((one.i, other.i))
    if any(word.text == ":" for word in one.doc[start:end]):
        return False  # "cut its payroll by half: workers fell from 900 to 450"
    first, second = _told_of(one), _told_of(other)
    if first is None or second is None or first == second:
        return False
    if any(noun.pos_ not in ("NOUN", "PROPN") for noun in (first, second)) or second.lower_ in COUNTS:
        return False
    return not any(same_family(a.lemma_.lower(), b.lemma_.lower()) for a in _words(first) for b in _words(second))


def _told_of(word: Token) -> Token | None:
    """The subject of the clause in which a word stands; where a parse shows no clause, the last one before it.

    Of "a fall in costs from £3m to £2m" it is the costs. None for an object: in "the town recorded 36" the figure is
    not the town's.
    """
    below: Token = word
    clause = word if grammar.is_predicate(word) else grammar.governor(word)
    while clause is not None and not grammar.is_predicate(clause):
        if clause.lemma_.lower() in _MOVES and clause.pos_ == "NOUN":
            return next((noun for how, noun in grammar.modifiers(clause) if how in ("in", "of")), None)
        below, clause = clause, grammar.governor(clause)
    if clause is not None:
        return grammar.subject(clause) if grammar.relation(below) != "obj" else None
    before = reversed(word.doc[word.sent.start : word.i])
    return next((token for token in before if grammar.relation(token) in ("nsubj", "nsubj:pass")), None)


def _words(noun: Token) -> list[Token]:
    return [word for word in noun.subtree if word.pos_ in ("NOUN", "PROPN")]
