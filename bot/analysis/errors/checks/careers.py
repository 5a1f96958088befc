"""Events whose stated dates run against the only order they can have."""

from collections.abc import Iterator

from bot.analysis.errors.chronology.events import Event, counted_events
from bot.analysis.errors.chronology.stages import FIRST, leads_to, precedes
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_REACH = 12
"""Events with more dated ones between them are not set against each other, so that time grows with the text only."""

_SENTENCES = 3
"""How far a pronoun, or an event named by its noun alone, is taken to go on about the same person or thing."""

_RECORDS = frozenset(
    {
        "win",
        "lose",
        "finish",
        "place",
        "score",
        "rank",
        "hit",
        "reach",
        "stand",
        "total",
        "average",
        "rise",
        "fall",
        "be",
    }
    | {
        "play",
        "host",
        "serve",
        "hold",
        "have",
        "beat",
        "record",
        "grow",
        "drop",
        "lead",
        "top",
        "average",
        "see",
        "peak",
    }
)
"""Verbs of what is told in any order ("won in 2016 and came second in 2012")."""

_AGAIN = frozenset({"again", "anew", "afresh"})
"""Words for an event that is not the first of its kind, so that it may come after anything."""

_AFTERLIFE = frozenset(
    {"publish", "write", "play", "move", "win", "join", "marry", "found", "open", "retire", "sing", "buy"}
)
"""What nobody does after dying."""


@check("date.career", "Events in an order they cannot have", severity="major", confidence=0.7)
def career(copy: Copy) -> Iterator[Finding]:
    """Pairs of dated events of one person or thing ("joined in 2015 … became its leader in 2011")."""
    found = copy.once(counted_events)
    for i, one in enumerate(found):
        for j, other in enumerate(found[i + 1 : i + 1 + _REACH], i + 1):
            if not precedes(one.what, other.what) and _is_gone_back(one, other, found[i + 1 : j]):
                continue
            if one.word != other.word and (_is_out_of_order(one, other) or _is_linked_against(one, other)):
                place, before = _place(copy, other), _place(copy, one)
                yield Finding(
                    place,
                    f"Possible wrong date: “{one.word.text}” is dated {before.text}, “{other.word.text}” {place.text}. "
                    "Check the order of the two.",
                    evidence=(before,),
                )


def _is_gone_back(one: Event, other: Event, between: list[Event]) -> bool:
    """True where the text went back before: "closed in 2018 … It was built in 1964 and repaired in 1991"."""
    return any(
        event.word.sent.start == other.word.sent.start
        and event.moment.is_before(other.moment)
        and event.moment.is_before(one.moment)
        for event in between
    )


def _is_out_of_order(one: Event, other: Event) -> bool:
    """True when the dates of two events, in text order, run against the order that the events have."""
    if other.moment.is_before(one.moment):
        return _falls_back(one, other)
    return one.moment.is_before(other.moment) and _runs_ahead(one, other)


def _is_linked_against(one: Event, other: Event) -> bool:
    """True when "after" or "before" joins two events of a sentence against their dates."""
    if one.word.sent.start != other.word.sent.start:
        return False
    for main, below in ((one, other), (other, one)):
        link = _link(below.word, main.word)
        if link == "after" and main.moment.is_before(below.moment):
            return True
        if link == "before" and below.moment.is_before(main.moment):
            return True
    return False


def _link(below: Token, main: Token) -> str | None:
    """The "after" or "before" that opens the phrase by which a word depends on another, however deep."""
    word = below
    for _ in range(6):
        above = grammar.governor(word)
        if above is None:
            return None
        words = {
            "after" if child.lower_ == "following" else child.lower_ for child in grammar.related(word, "case", "mark")
        }
        if above == main:
            return next((link for link in ("after", "before") if link in words), None)
        if words & {"after", "before"}:
            return None
        word = above
    return None


def _falls_back(one: Event, other: Event) -> bool:
    """True when the second of two events cannot have the earlier date."""
    if _is_another(other.word) or _is_new_case(one, other):
        return False
    if precedes(one.what, other.what):
        return _is_one_story(one, other)
    if _is_earlier(other.word):
        return False
    follows = one.what in FIRST or _is_narrated(one.word, other.word)
    return (leads_to(one.what, other.what) and _is_one_story(one, other)) or (follows and _is_one_life(one, other))


def _runs_ahead(one: Event, other: Event) -> bool:
    """True when the second of two events cannot have the later date."""
    if any(child.lower_ in _AGAIN for child in other.word.children) or _is_another(other.word):
        return False
    if other.word in grammar.conjuncts(one.word):
        return False  # "restarted in 2011 and shut down in 2016"
    if _is_new_case(one, other):
        return False
    if precedes(other.what, one.what) or (other.what in FIRST and one.what not in FIRST):
        return _is_one_story(one, other)
    if _is_earlier(other.word):
        return _is_anchored(one, other)
    lives_on = one.what == "die" and other.what in _AFTERLIFE and not grammar.is_passive(other.word)
    return lives_on and _is_one_life(one, other)


_ENDED = frozenset(
    {"convict", "acquit", "clear", "sentence", "jail", "imprison", "free", "release", "parole", "appeal"}
)
_OPENED = frozenset({"arrest", "detain", "charge", "indict"})
_PARTED, _JOINED = frozenset({"divorce", "separate"}), frozenset({"marry", "wed", "marriage", "wedding"})
_ANOTHER = frozenset({"another", "new", "second", "third", "further", "fresh", "separate", "other"})
_COUNTS = frozenset({"count", "charge", "offence", "offense", "crime", "suspicion", "year", "month", "day"})


def _is_another(word: Token) -> bool:
    """True for what is said to be one of several: "a second trial began", "found another"."""
    around = (word, grammar.subject(word), *grammar.objects(word))
    return any(
        part.lower_ in _ANOTHER and part.doc[part.i + 1 : part.i + 2].text != "-"  # not "second-hand"
        for noun in around
        if noun is not None
        for part in _phrase(noun)
    )


def _phrase(word: Token) -> Iterator[Token]:
    """What stands beside a word, and beside the nouns that modify it: "negotiations on a second treaty"."""
    for child in word.children:
        yield child
        if word.pos_ in ("NOUN", "PROPN") and grammar.relation(child) == "nmod":
            yield from child.children


def _is_new_case(one: Event, other: Event) -> bool:
    """True for a charge after an old verdict, of another crime: "convicted of theft … charged with fraud"."""
    if _is_earlier(other.word) and other.what in _ENDED | _PARTED:
        return one.what in _OPENED | _JOINED  # "arrested in May … had been convicted a year earlier"
    if one.what in _PARTED and other.what in _JOINED:
        return not _is_earlier(other.word)  # who divorced may marry again
    if one.what not in _ENDED or other.what not in _OPENED or _is_earlier(other.word):
        return False
    sentence = other.word.sent
    before = {token.lemma_.lower() for token in other.word.doc[one.word.sent.start : other.word.i]}
    behind = [token for token in other.word.doc[other.word.i : sentence.end] if token.sent == sentence]
    crimes = {
        t.lemma_.lower() for t in behind if t.pos_ == "NOUN" and grammar.preposition(t) in ("with", "of", "for", "over")
    }
    return any(token.lower_ in _ANOTHER for token in behind) or bool(crimes - before - _COUNTS)


def _is_one_story(one: Event, other: Event) -> bool:
    """True when the two are of one person or thing, as far as the words tell."""
    if one.what == "meet" and not _is_of_both(other.word):
        return False
    if one.whose & other.whose:
        return True
    near = _sentences_between(one.word, other.word) <= _SENTENCES and not _are_others(one, other)
    return near and (other.by_pronoun or not other.whose or not one.whose)


_BOTH = frozenset({"they", "both", "two", "couple", "pair", "duo"})


def _is_of_both(word: Token) -> bool:
    """True for what two people do together, of whom it is told that they met: "they married"."""
    subject = grammar.subject(word)
    words = {subject.lower_, *(child.lower_ for child in subject.children)} if subject is not None else set()
    return bool(words & _BOTH) or any(noun.lower_ in ("him", "her") for noun in grammar.objects(word))


def _is_one_life(one: Event, other: Event) -> bool:
    """True for two events with one subject, in sentences that follow each other."""
    first, second = grammar.subject(one.word), grammar.subject(other.word)
    if first is None or second is None:
        return first is second and other.word in grammar.conjuncts(one.word)  # "built in 1987 and bought in 2001"
    if first == second or one.whose & other.whose:
        return True
    follows = _sentences_between(one.word, other.word) <= 1 and not _are_others(one, other)
    return second.pos_ == "PRON" and follows and (one.word.sent == other.word.sent or _is_first_subject(second))


def _are_others(one: Event, other: Event) -> bool:
    """True for events of two actors."""
    return None not in (one.actor, other.actor) and one.actor != other.actor


def _is_first_subject(subject: Token) -> bool:
    """True when its sentence has no subject before that a pronoun could stand for."""
    before = subject.doc[subject.sent.start : subject.i]
    return not any(grammar.relation(t).startswith("nsubj") and t.pos_ in ("NOUN", "PROPN") for t in before)


_THEM = frozenset({"he", "she", "it", "they", "him", "her", "them"})


def _is_anchored(one: Event, other: Event) -> bool:
    """True when the past perfect of the second event looks back at the first, told right before as the main thing."""
    goes_on = any(child.pos_ == "PRON" and child.lower_ in _THEM for child in other.word.children)
    near = _sentences_between(one.word, other.word) <= 1 and (goes_on or _is_one_life(one, other))
    if not near or one.what in FIRST or _is_earlier(one.word) or grammar.relation(one.word).upper() != "ROOT":
        return False
    reported = any(grammar.relation(above) in ("ccomp", "parataxis") for above in other.word.ancestors)
    looks_back = grammar.relation(other.word).upper() in ("ROOT", "ACL:RELCL") and not reported
    return looks_back and grammar.preposition(_time(other)) in ("", "in", "on", "since")


def _time(event: Event) -> Token:
    span = event.word.doc.char_span(event.moment.start, event.moment.end, alignment_mode="expand")
    return span.root if span is not None else event.word


def _is_narrated(one: Token, other: Token) -> bool:
    """True for two verbs that "and" joins, of what is told in the order in which it happened."""
    if other not in grammar.conjuncts(one) or one.lemma_ == other.lemma_:
        return False
    if grammar.objects(one) and grammar.objects(other):
        return False  # "bought a brewery in 2010 and sold a mill in 2005"
    return not {one.lemma_.lower(), other.lemma_.lower()} & _RECORDS


def _is_earlier(verb: Token) -> bool:
    """True for the past perfect: what was so before."""
    return any(aux.lower_ in ("had", "’d", "'d") for aux in grammar.auxiliaries(verb))


_MARKS = frozenset("“‘\"'")


def _sentences_between(one: Token, other: Token) -> int:
    """The steps from sentence to sentence, those that are somebody's words left out."""
    stretch = one.doc[min(one.i, other.i) : max(one.i, other.i) + 1]
    if one.sent.start == other.sent.start:
        return 0
    return sum(1 for token in stretch if token.is_sent_start and token.text not in _MARKS)


def _place(copy: Copy, event: Event) -> Span:
    return copy.span(event.moment.start, event.moment.end)
