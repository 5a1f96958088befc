"""What is told again of an event, at a time that the event does not allow."""

from collections.abc import Iterator

from bot.analysis.errors.chronology.events import ENDLESS, Event, counted_events
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_families import same_family
from bot.language import grammar
from bot.language.tokens import Token

_REACH = 6
"""Dated events before one that may be told of again in it."""

_SENTENCES = 2
"""How far behind an event what is said of it again may stand."""

_GONE = word_set(
    "resign retire leave quit step_down stand_down step_aside oust dismiss sack fire remove depose depart axe drop"
)
_CAME = word_set("take_over succeed take_office swear_in install")
"""How one comes into an office that is free; who is appointed may wait for the other to go."""
_OVER = word_set(
    "die close collapse fold demolish dissolve disband sink perish burn_down go_bankrupt fail liquidate abolish raze"
    " burn vanish disappear wreck scrap shut"
)
"""What ends a thing or a life, after which nobody can have dealings with it."""

_WITH_WHAT_IS = word_set(
    "have face join marry wed meet hire appoint employ engage befriend sue challenge consult fight beat coach teach"
    " train treat"
)
"""What is done only to what still is; a ship that sank may be found, and a cinema that closed may be bought."""

_JUDGES = word_set(
    "rule find say conclude hold declare report complain argue claim write note criticise criticize state acknowledge"
    " admit"
)
"""What is done with regard to something that has happened."""


@check("date.retold", "Event told again before it happened", severity="major", confidence=0.7)
def retold(copy: Copy) -> Iterator[Finding]:
    """Predecessors that go too late, things that ended before they were met, verdicts on what is yet to happen."""
    found = copy.once(counted_events)
    for i, other in enumerate(found):
        for one in reversed(found[max(0, i - _REACH) : i]):
            if _sentences_between(one, other) > _SENTENCES or one.moment.last >= ENDLESS or one.word == other.word:
                continue
            reason = _reason(one, other)
            if reason is not None:
                place, before = (
                    copy.span(other.moment.start, other.moment.end),
                    copy.span(one.moment.start, one.moment.end),
                )
                yield Finding(
                    place,
                    f"Possible wrong date: {reason} ({before.text}, {place.text}). Check the order of the two.",
                    evidence=(before,),
                )
                break


def _sentences_between(one: Event, other: Event) -> int:
    return (
        sum(1 for token in other.word.doc[one.word.i : other.word.i + 1] if token.is_sent_start)
        if (one.word.sent.start != other.word.sent.start)
        else 0
    )


def _reason(one: Event, other: Event) -> str | None:
    """Why the second of two events, in text order, cannot have its date beside the first; None when it can."""
    if _is_had(other.word):
        return None
    if one.moment.is_before(other.moment):
        return "a predecessor goes before the next one comes" if _is_succession(one, other) else None
    if not other.moment.is_before(one.moment):
        return None
    if _is_met_after_end(one, other):
        return f"“{other.word.text}” ends what “{one.word.text}” tells of later"
    if _is_judged(one, other):
        return f"“{other.word.text}” looks back at what “{one.word.text}” tells of"
    return None


_REMEMBERED = word_set(
    "honour honor commemorate rebuild restore remember mourn praise research study write portray play"
)


def _names(verb: Token) -> set[str]:
    """A verb by its lemma, and with each word below it: "take", "take_over"."""
    lemma = verb.lemma_.lower()
    return {lemma, *(f"{lemma}_{child.lower_}" for child in verb.children)}


def _is_had(verb: Token) -> bool:
    return any(aux.lower_ in ("had", "’d", "'d") for aux in grammar.auxiliaries(verb))


def _is_succession(one: Event, other: Event) -> bool:
    """ "took over in March … Her predecessor resigned in June"."""
    if not (_names(one.word) & _CAME and _names(other.word) & _GONE) or one.word.tag_ not in ("VBD", "VBN"):
        return False
    subject = grammar.subject(other.word)
    if subject is None or subject.lemma_.lower() != "predecessor" or one.word.i > subject.i:
        return False
    return any(child.lower_ in ("his", "her", "their", "its") for child in subject.children)


def _is_met_after_end(one: Event, other: Event) -> bool:
    """ "In 1998 it had a rival. The rival went bankrupt in 1991": what is told of at a time had not ended before."""
    if not _names(other.word) & _OVER:
        return False
    subject = grammar.subject(other.word)
    if subject is None or _names(one.word) & (_OVER | _REMEMBERED):
        return False
    lemmas = {noun.lemma_.lower() for noun in _met(one.word)}
    if subject.pos_ == "NOUN":
        return subject.lemma_.lower() in lemmas and any(child.lower_ == "the" for child in subject.children)
    is_person = subject.lower_ in ("he", "she") and one.what in ("marry", "hire", "appoint", "meet", "wed")
    owner = grammar.subject(one.word)
    return is_person and owner is not None and owner.lower_ in ("he", "she") and owner.lower_ != subject.lower_


def _met(verb: Token) -> Iterator[Token]:
    """What a sentence brings up as in being: the objects of a verb, and of the clauses beside it."""
    above = grammar.governor(verb) if grammar.relation(verb) == "advcl" else None
    verbs = (verb, *grammar.conjuncts(verb), *(clause for _, clause in grammar.adverbial_clauses(verb)))
    for one in (*verbs, above) if above is not None else verbs:
        for noun in grammar.objects(one) if one.lemma_.lower() in _WITH_WHAT_IS else ():
            yield from (each for each in (noun, *grammar.conjuncts(noun)) if _is_new(each))


def _is_new(noun: Token) -> bool:
    """True for what an article brings up for the first time."""
    return any(child.lower_ in ("a", "an") for child in noun.children)


def _is_judged(one: Event, other: Event) -> bool:
    """ "In June police cleared the market, and in May a court ruled that the clearance had been unlawful"."""
    if other.word.lemma_.lower() not in _JUDGES or one.word.pos_ != "VERB":
        return False
    clause = grammar.complement_clause(other.word)
    what = grammar.subject(clause) if clause is not None else None
    if clause is None or what is None or what.pos_ != "NOUN" or not _is_had(clause):
        return False
    is_taken_up = any(child.lower_ in ("the", "this", "that") for child in what.children)
    noun, verb = what.lemma_.lower(), one.word.lemma_.lower()
    return is_taken_up and (_IRREGULAR.get(noun) == verb or same_family(noun, verb))


_IRREGULAR = {
    "sale": "sell", "theft": "steal", "death": "die", "flight": "flee", "loss": "lose", "choice": "choose",
    "gift": "give", "shot": "shoot", "breach": "break", "purchase": "buy", "takeover": "buy", "killing": "shoot",
    "move": "relocate", "pullout": "withdraw", "sacking": "dismiss", "felling": "cut", "verdict": "convict",
}  # fmt: skip
"""Nouns for what a verb tells that do not begin like it."""
