"""What a life tells of its grown-up years: work, offices, marriage, prizes of men and women."""

from collections.abc import Iterator

from bot.analysis.errors.chronology.events import Event, dated_events
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.bearers import whose
from bot.language import grammar
from bot.language.tokens import Token

GROWN_AT = 13
"""The least age at which anybody is taken to work, wed or hold an office."""
_OWN = frozenset(
    {
        "serve",
        "work",
        "join",
        "marry",
        "wed",
        "divorce",
        "graduate",
        "retire",
        "resign",
        "found",
        "lead",
        "run",
        "manage",
    }
    | {"teach", "practise", "practice", "command", "head", "take_over", "enlist", "enter", "publish", "represent"}
    | {"chair", "govern", "emigrate_to", "campaign", "direct", "coach"}
)
_BECOMING = frozenset({"become", "turn", "qualify", "start", "begin"})
_POSTS = frozenset(
    {
        "professional",
        "pro",
        "doctor",
        "lawyer",
        "barrister",
        "teacher",
        "judge",
        "minister",
        "director",
        "manager",
        "member",
    }
    | {"chairman", "chairwoman", "chair", "president", "mayor", "captain", "editor", "landlord", "landlady", "partner"}
    | {
        "officer",
        "engineer",
        "nurse",
        "priest",
        "bishop",
        "coach",
        "councillor",
        "senator",
        "governor",
        "head",
        "chief",
    }
)
_DONE_TO = frozenset({"elect", "appoint", "hire", "promote", "ordain", "marry", "jail", "sack", "knight", "name"})


_ANYBODY = frozenset({"man", "woman", "boy", "girl", "person", "driver", "victim"})
"""Nouns of which a story may tell several."""


def grown_up(copy: Copy) -> Iterator[tuple[tuple[str, str | None], Moment]]:
    """The dates of what only grown-ups do or become, each with the key of the person and the noun for one."""
    for event in copy.once(dated_events):
        if event.moment.dated and event.word.pos_ == "VERB" and _is_grown_up(event):
            subject = grammar.subject(event.word)
            if subject is None or (subject.pos_ == "NOUN" and not _is_told_of(copy, subject)):
                continue
            person = whose(copy, subject.idx, subject.idx + len(subject))
            if person is not None:
                noun = subject.lemma_.lower() if subject.pos_ == "NOUN" else None
                yield (person, None if noun in _ANYBODY else noun), event.moment


def _is_told_of(copy: Copy, noun: Token) -> bool:
    """True for a noun that stands for somebody of the story, not for "her father"."""
    return copy.actors.of(noun) is not None or any(word.lower_ == "the" for word in grammar.dependents(noun))


def _is_grown_up(event: Event) -> bool:
    verb = event.word
    lemma = verb.lemma_.lower()
    if grammar.is_passive(verb):
        return lemma in _DONE_TO
    if event.what in _OWN or lemma in _OWN:
        return True
    return lemma in _BECOMING and any(child.lemma_.lower() in _POSTS for child in grammar.dependents(verb))
