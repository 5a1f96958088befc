"""Cuts a demand out of the article: the record with its parties, action, deadline, condition and confidence."""

from dataclasses import dataclass

from bot.analysis.demands.candidates import Candidate
from bot.analysis.demands.deadlines import deadline_of
from bot.analysis.demands.details import action_of, condition_of
from bot.analysis.demands.hearers import implied_hearer
from bot.analysis.demands.matching import Match
from bot.analysis.demands.parties import UNNAMED, Parties, first_person
from bot.analysis.demands.speech import Speech
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Demand, Directness, Party

_PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_UNNAMED_COST = 0.75
_UNHEARD_COST = 0.95


@dataclass(frozen=True, slots=True)
class Records:
    """Turns candidates into the demands of the brief."""

    parties: Parties
    speech: Speech

    def of(self, found: Candidate) -> Demand:
        """The record of a candidate."""
        match, reading = found.match, self.parties.reading
        demander = found.asks_as or self._demander(found)
        hears = match.hearer or implied_hearer(match)
        addressee = self._addressee(hears, demander)
        affected = match.clause_subject if match.clause_subject != match.hearer else None
        scope = self._scope_end(match)
        answers = found.answer is not None and found.answer.status not in ("made", "withdrawn")
        responder = found.answer.responder if found.answer is not None and answers else None
        return Demand(
            **reading.span(_evidence(match.trigger)).model_dump(),
            trigger=reading.span(match.trigger),
            demander=demander,
            addressee=addressee,
            affected=self.parties.party(affected) if affected is not None else None,
            action=action_of(reading, match, scope),
            deadline=deadline_of(reading, match, scope),
            condition=condition_of(reading, match, scope),
            strength=match.frame.strength,
            directness=self._directness(match.trigger, demander),
            status=found.answer.status if found.answer else "made",
            responder=self.parties.party(responder) if responder is not None else None,
            confidence=_confidence(match, demander, addressee),
        )

    def _demander(self, found: Candidate) -> Party:
        """The party that asks; "its" in "Oslo rejected its request" is never who answers."""
        if found.asks is None:
            return UNNAMED
        party = self.parties.party(found.asks)
        answers = found.answer is not None and found.answer.status != "withdrawn"
        responder = found.answer.responder if found.answer is not None and answers else None
        if found.asks.pos_ == "PRON" and responder is not None and party.text == self.parties.party(responder).text:
            return self.parties.other_than(responder, found.asks)
        return party

    def _scope_end(self, match: Match) -> int:
        """The character where what a trigger asks for must have ended: the next clause, the quotation, the sentence."""
        last = match.action.i if match.action is not None else match.trigger.i
        following = [word.idx for word in grammar.conjuncts(match.trigger) if word.i > last]
        quote = self.speech.quote_at(match.trigger)
        ends = [match.trigger.sent.end_char, *following, *([quote.end - 1] if quote is not None else [])]
        return max(min(ends), match.trigger.idx + len(match.trigger))

    def _addressee(self, hears: Token | None, demander: Party) -> Party | None:
        if hears is None:
            return None
        if first_person(hears):
            return self.speech.speaker_at(hears)
        party = self.parties.party(hears)
        return None if party.text == demander.text else party

    def _directness(self, trigger: Token, demander: Party) -> Directness:
        if self.speech.quote_at(trigger) is not None:
            return "quoted"
        return "narrated" if demander is UNNAMED else "reported"


def _evidence(trigger: Token) -> DocSpan:
    """The sentence of a trigger without the white space around it."""
    words = [word.i for word in trigger.sent if not word.is_space]
    return trigger.doc[words[0] : words[-1] + 1]


def _confidence(match: Match, demander: Party, addressee: Party | None) -> float:
    value = match.frame.certainty
    value *= _UNNAMED_COST if demander is UNNAMED or demander.text.lower() in _PRONOUNS else 1.0
    value *= _UNHEARD_COST if addressee is None else 1.0
    return round(value, 2)
