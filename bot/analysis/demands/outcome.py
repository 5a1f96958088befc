"""Follows a demand through the rest of the article: a later "rejected the request" answers an earlier demand."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import match_noun
from bot.analysis.demands.parties import Parties, asker
from bot.analysis.demands.responses import Answer, answer_to
from bot.language import grammar, places
from bot.language.tokens import Token
from bot.model import Demand, Party, Status

_REACH = 4
_ANSWERING_VERBS: dict[str, Status] = {
    "refuse": "rejected",
    "decline": "rejected",
    "agree": "accepted",
    "comply": "accepted",
    "relent": "accepted",
    "cave": "accepted",
    "give": "accepted",
}
_WITH = {"cave": "in", "give": "in"}
"""Verbs that answer only together with a particle."""


@dataclass(frozen=True, slots=True)
class _Later:
    """An answer that names no action: at which word, and whether it names the demand ("the request")."""

    word: Token
    answer: Answer
    names_demand: bool


def update_outcomes(parties: Parties, demands: list[Demand]) -> list[Demand]:
    """The demands with the status and responder that later sentences give them.

    "rejected the request for talks", where nobody is said to request, answers the demand before it
    and is no other.
    """
    starts = [sentence.start_char for sentence in parties.reading.body.sents]
    found: list[Demand] = []
    for demand in demands:
        place = _asked_before(parties, demand, found, starts)
        if place is None:
            found.append(demand)
        else:
            found[place] = found[place].model_copy(update={"status": demand.status, "responder": demand.responder})
    for later in _later_answers(parties):
        responder = parties.party(later.answer.responder) if later.answer.responder is not None else None
        place = _answered(found, starts, later.word.idx, responder, named=later.names_demand)
        if place is not None:
            found[place] = found[place].model_copy(update={"status": later.answer.status, "responder": responder})
    return found


def _asked_before(parties: Parties, demand: Demand, earlier: list[Demand], starts: list[int]) -> int | None:
    """The place of the demand that an unnamed, answered one repeats; None for a demand of its own."""
    if demand.status == "made" or demand.demander.span is not None or demand.responder is None:
        return None
    words = parties.reading.body.char_span(demand.trigger.start, demand.trigger.end, alignment_mode="expand")
    if words is None or not _is_definite(words.root):
        return None
    return _answered(earlier, starts, demand.trigger.start, demand.responder, named=False)


def _later_answers(parties: Parties) -> Iterator[_Later]:
    for word in parties.reading.body:
        lemma = word.lemma_.lower()
        if word.pos_ == "NOUN" and lemma in lexicon().nouns and match_noun(word) is None:
            answer = answer_to(word)
            if answer is not None and answer.status != "made" and _is_definite(word):
                yield _Later(word, answer, names_demand=True)
        elif word.pos_ == "VERB" and lemma in _ANSWERING_VERBS and _stands_alone(word):
            status = "rejected" if grammar.is_negated(word) else _ANSWERING_VERBS[lemma]
            responder = asker(word)
            if responder is not None and not grammar.is_passive(word):
                yield _Later(word, Answer(status, responder), names_demand=False)


def _is_definite(noun: Token) -> bool:
    """ "the request", "that call", "its demands": one spoken of before."""
    return any(
        child.lower_ in ("the", "that", "this", "those", "these") or grammar.relation(child) == "nmod:poss"
        for child in grammar.dependents(noun)
    )


def _stands_alone(verb: Token) -> bool:
    """ "Oslo refused.", "refused to do so": the act refused is the one asked for before."""
    clause = grammar.complement_clause(verb)
    needed = _WITH.get(verb.lemma_.lower())
    if needed is not None and needed not in [child.lower_ for child in grammar.dependents(verb)]:
        return False
    if grammar.objects(verb) or (grammar.is_negated(verb) and _ANSWERING_VERBS[verb.lemma_.lower()] == "rejected"):
        return False
    if clause is None:
        return all(noun.ent_type_ in ("DATE", "TIME") for _, noun in grammar.obliques(verb))
    return clause.lemma_ in ("do", "comply") and not grammar.objects(clause)


def _answered(demands: list[Demand], starts: list[int], at: int, responder: Party | None, *, named: bool) -> int | None:
    """The place of the demand that an answer most likely speaks of: the nearest before it that fits."""
    here = bisect_right(starts, at)
    for place in range(len(demands) - 1, -1, -1):
        demand = demands[place]
        if demand.field != "text" or demand.trigger.end > at or demand.status != "made":
            continue
        if here - bisect_right(starts, demand.trigger.start) > _REACH:
            return None
        if responder is None or _may_answer(responder, demand, named=named):
            return place
    return None


def _may_answer(responder: Party, demand: Demand, *, named: bool) -> bool:
    """True when the one who answers may be the one that was asked, and is not the one who asked."""
    if _same(responder, demand.demander):
        return False
    return named or demand.addressee is None or _same(responder, demand.addressee)


def _same(one: Party, other: Party) -> bool:
    if one.actor_id and one.actor_id == other.actor_id:
        return True
    shared = set(one.text.lower().split()) & set(other.text.lower().split()) - {"the", "of", "and", "a"}
    return bool(shared) or places.same_state(one.text, other.text)
