"""Follows a demand through the rest of the article: a later "rejected the request" answers an earlier demand."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import match_noun
from bot.analysis.demands.parties import Parties, asker
from bot.analysis.demands.responses import Answer, answer_to
from bot.analysis.index import ActorIndex
from bot.language import grammar
from bot.language.reading import Reading
from bot.model import Demand, Party

_REACH = 4
_WORD_ANSWERS = {"refuse": "rejected", "decline": "rejected", "agree": "accepted", "comply": "accepted"}


def update_outcomes(reading: Reading, index: ActorIndex, demands: list[Demand]) -> list[Demand]:
    """The demands with the status and responder that later sentences give them."""
    found = list(demands)
    parties = Parties(reading, index)
    for word, answer in _later_answers(reading):
        responder = parties.party(answer.responder) if answer.responder is not None else None
        place = _answered(reading, found, word, responder)
        if place is not None:
            found[place] = found[place].model_copy(update={"status": answer.status, "responder": responder})
    return found


def _later_answers(reading: Reading) -> Iterator[tuple[Token, Answer]]:
    for word in reading.body:
        lemma = word.lemma_.lower()
        if word.pos_ == "NOUN" and lemma in lexicon().nouns and match_noun(word) is None:
            answer = answer_to(word)
            if answer is not None:
                yield word, answer
        elif word.pos_ == "VERB" and lemma in _WORD_ANSWERS and _stands_alone(word):
            denied = grammar.is_negated(word)
            status = "rejected" if denied else _WORD_ANSWERS[lemma]
            if not (denied and lemma in ("refuse", "decline")):
                yield word, Answer(status, asker(word))  # type: ignore[arg-type]


def _stands_alone(verb: Token) -> bool:
    """ "Oslo refused.", "refused to do so": the act refused is the one asked for before."""
    clause = grammar.complement_clause(verb)
    if grammar.objects(verb):
        return False
    return (clause is None and not grammar.obliques(verb)) or (
        clause is not None and clause.lemma_ in ("do", "comply") and not grammar.objects(clause)
    )


def _answered(reading: Reading, demands: list[Demand], word: Token, responder: Party | None) -> int | None:
    """The place of the demand that the answer at ``word`` most likely speaks of: the nearest before that fits."""
    sentences = [sentence.start_char for sentence in reading.body.sents]
    here = sum(start <= word.idx for start in sentences)
    for place in range(len(demands) - 1, -1, -1):
        demand = demands[place]
        if demand.field != "text" or demand.trigger.end > word.idx or demand.status != "made":
            continue
        there = sum(start <= demand.trigger.start for start in sentences)
        if here - there > _REACH:
            return None
        if responder is None or _may_answer(responder, demand):
            return place
    return None


def _may_answer(responder: Party, demand: Demand) -> bool:
    """True when someone who answers may be the one that was asked, and is not the one who asked."""
    if _same(responder, demand.demander):
        return False
    return demand.addressee is None or _same(responder, demand.addressee)


def _same(one: Party, other: Party) -> bool:
    if one.actor_id and other.actor_id:
        return one.actor_id == other.actor_id
    return bool(set(one.text.lower().split()) & set(other.text.lower().split()) - {"the", "of", "and", "a"})
