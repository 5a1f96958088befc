"""Somebody speaks after the text has told of their death."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_SPEECH = word_set("say tell add explain insist reply joke confirm warn testify announce promise deny agree")
_BEFORE = re.compile(
    r"\b(?:had|has|before|earlier|once|often|always|never|last|later|years?|months?|weeks?|days|hours|ago|then|when|while"
    r"|interview|letter|diary|memoirs?|autobiography|book|notes?|will|would|video|messages?|posts?|posted|texted|call"
    r"|recording|recorded|statement|footage|film|wrote|used|until|ghost|spirit|medium|dream|novel|play|character"
    r"|(?:1[0-9]|20)\d\d)\b",
    re.IGNORECASE,
)
"""What lets words have been said in life, or on a stage."""

_OBITUARY = 2
"""Paragraphs at the head of a text that is on the dead person if it tells of the death there."""


@check("person.dead-speaker", "Somebody dead who speaks", severity="critical", confidence=0.7)
def dead_speaker(copy: Copy) -> Iterator[Finding]:
    """ "The driver, Jan Rau, was killed. … Rau told the inquiry that": the speaker is likely somebody else."""
    deaths: dict[int, DocSpan] = {}
    for mention, person in copy.mentions:
        subject = _told(mention.root)
        verb = grammar.governor(subject)
        if verb is None or copy.is_quoted(mention.start_char):
            continue
        if id(person) not in deaths:
            if person.is_full and _dies(subject, verb):
                deaths[id(person)] = mention
            continue
        death = deaths[id(person)]
        if _speaks(subject, verb) and not _BEFORE.search(_frame(verb)) and not _is_obituary(copy, death):
            yield Finding(
                copy.of(mention),
                f"Possible mix-up: {person.name} is dead above and speaks here. Check who says this.",
                evidence=(copy.span(death.start_char, death.sent.end_char),),
            )


def _told(name: Token) -> Token:
    """The noun that a name is beside in "the driver, Jan Rau, said"; else the name."""
    above = grammar.governor(name)
    return above if above is not None and grammar.relation(name) in ("appos", "flat") else name


def _dies(name: Token, verb: Token) -> bool:
    """True for a subject that died or was killed, by the verb or by one that "and" joins to it."""
    for one in (verb, *grammar.conjuncts(verb)):
        if grammar.subject(one) not in (None, name):
            continue
        if one.lower_ == "died" or (one.lower_ == "killed" and grammar.is_passive(one)):
            return grammar.relation(name) in ("nsubj", "nsubj:pass") and not grammar.is_negated(one)
    return False


def _speaks(name: Token, verb: Token) -> bool:
    return (
        grammar.relation(name) == "nsubj"
        and verb.tag_ == "VBD"
        and verb.lemma_.lower() in _SPEECH
        and grammar.relation(verb).upper() in ("ROOT", "CONJ", "CCOMP", "PARATAXIS")
    )


def _frame(verb: Token) -> str:
    """The words of the sentence of a verb of speech without those that are said."""
    said = grammar.complement_clause(verb)
    inside = set() if said is None else set(said.subtree)
    that = next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.lower_ == "that"), verb.sent.end)
    return " ".join(t.text for t in verb.doc[verb.sent.start : that] if t not in inside)


def _is_obituary(copy: Copy, death: DocSpan) -> bool:
    """True where the death is told at the head: such a text quotes what the dead said in life."""
    return copy.paragraph_number(death.start_char) < _OBITUARY
