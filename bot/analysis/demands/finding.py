"""Finds the demands of an article: triggers, their frames, their parties, and what became of them."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from bot.analysis.demands import around
from bot.analysis.demands.deadlines import deadline_of
from bot.analysis.demands.details import action_of, condition_of
from bot.analysis.demands.gates import is_unmade
from bot.analysis.demands.hearers import implied_hearer
from bot.analysis.demands.imperatives import match_imperative
from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import Match, match_verb
from bot.analysis.demands.merging import merged
from bot.analysis.demands.modals import match_modal
from bot.analysis.demands.nouns import nominal_demand
from bot.analysis.demands.outcome import update_outcomes
from bot.analysis.demands.parties import UNNAMED, Parties, asker, first_person, owner_of, speaker_above
from bot.analysis.demands.people import can_ask, is_court, may_ask
from bot.analysis.demands.responses import Answer
from bot.analysis.index import ActorIndex
from bot.language import grammar
from bot.language.reading import Reading
from bot.model import Actor, Demand, Directness, Party, Quote

_ANYONE = frozenset({"you", "your", "one", "who"})
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
_UNNAMED_COST = 0.75
_UNHEARD_COST = 0.95
_LEAST = 0.3


def find_demands(reading: Reading, actors: list[Actor], quotes: list[Quote]) -> list[Demand]:
    """The demands that the article reports, near-duplicates told once; those only in the headline come last."""
    finder = _Finder(Parties(reading, ActorIndex(reading, actors)), reading, quotes)
    told = update_outcomes(finder.parties, finder.find(reading.body))
    return merged([*told, *finder.find(reading.title)])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A demand before its words are cut out: tokens only. ``asks`` is None when a party is ``asks_as`` or unnamed."""

    match: Match
    asks: Token | None
    asks_as: Party | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class _Finder:
    parties: Parties
    reading: Reading
    quotes: list[Quote]

    def find(self, doc: Doc) -> list[Demand]:
        """The demands of one parse."""
        candidates = [found for word in doc if (found := self._candidate(word)) is not None]
        kept = [one for one in candidates if not any(_within(one, other) for other in candidates)]
        return [self._demand(one) for one in kept]

    # ---- triggers ------------------------------------------------------------------------------

    def _candidate(self, word: Token) -> _Candidate | None:
        lemma = word.lemma_.lower()
        if word.pos_ == "VERB" and lemma in lexicon().verbs and grammar.relation(word) not in ("amod", "compound"):
            found = self._verbal(word)
            if found is not None:
                return found
        if word.pos_ == "NOUN" and lemma in lexicon().nouns:
            return self._nominal(word)
        return self._modal(word) or self._imperative(word)

    def _imperative(self, word: Token) -> _Candidate | None:
        quote = self._quote_at(word) if word.tag_ == "VB" else None
        speaker = _speaker(quote)
        match = match_imperative(word, quote) if quote is not None and speaker is not None else None
        return None if match is None else _Candidate(match, None, speaker)

    def _verbal(self, verb: Token) -> _Candidate | None:
        match = match_verb(verb)
        if match is None or is_unmade(verb):
            return None
        if match.is_thing and match.action is not None and match.action.lemma_.lower() in lexicon().nouns:
            return None
        return self._with_asker(match, asker(verb), passive=around.is_passive(verb))

    def _with_asker(self, match: Match, asks: Token | None, *, passive: bool) -> _Candidate | None:
        if asks is None:
            quote = self._quote_at(match.trigger)
            if passive and match.hearer is not None:
                return _Candidate(match, None) if match.frame.personal and not _is_to_come(match.trigger) else None
            return _Candidate(match, None, _speaker(quote)) if quote and not passive and _speaker(quote) else None
        if asks.lower_ in _ANYONE or _is_nobody(asks) or ("court" in match.frame.pattern.flags and not is_court(asks)):
            return None
        if first_person(asks):
            speaker = self._speaker_of(match.trigger)
            return None if speaker is None else _Candidate(match, None, speaker)
        if not (may_ask(asks) if match.frame.personal else can_ask(asks)):
            asks = self._behind(asks)
            if asks is None:
                return None
        return _Candidate(match, asks)

    def _behind(self, thing: Token) -> Token | None:
        """Who speaks through a letter, statement or resolution; the paper itself when nobody is named."""
        if thing.lemma_.lower() not in lexicon().words.papers:
            return None
        return owner_of(thing) or thing

    def _nominal(self, noun: Token) -> _Candidate | None:
        found = nominal_demand(noun)
        if found is None or (found.answer is None and is_unmade(noun)):
            return None
        asks = found.asks
        if asks is not None and asks.lower_ in _ANYONE:
            return None
        if asks is None or (not may_ask(asks) and not first_person(asks)):
            asks = None if asks is None else self._behind(asks)
            worth = found.answer is not None or (found.match.hearer is not None and found.match.frame.personal)
            return _Candidate(found.match, asks, None, found.answer) if worth or asks is not None else None
        if first_person(asks):
            speaker = self._speaker_of(noun)
            return None if speaker is None else _Candidate(found.match, None, speaker, found.answer)
        return _Candidate(found.match, asks, None, found.answer)

    def _modal(self, word: Token) -> _Candidate | None:
        match = match_modal(word)
        if match is None or grammar.is_question(word) or is_unmade(match.action or word, modal=True):
            return None
        quote = self._quote_at(word)
        if quote is not None:
            speaker = _speaker(quote)
            return _Candidate(match, None, speaker) if speaker and not self._is_self(match, speaker) else None
        asks = speaker_above(match.action or word)
        if asks is None or not can_ask(asks):
            return None
        said = self.parties.party(asks)
        if is_court(asks):
            match = replace(match, frame=replace(match.frame, strength="order"))
        return None if asks == match.hearer or self._is_self(match, said) else _Candidate(match, asks)

    def _is_self(self, match: Match, speaker: Party) -> bool:
        """True when the speaker talks of a duty of their own."""
        if match.hearer is None:
            return False
        hears = self.parties.party(match.hearer)
        if match.hearer.pos_ == "PRON" and hears.actor_id is None:
            return True
        return hears.actor_id == speaker.actor_id if hears.actor_id and speaker.actor_id else hears.text == speaker.text

    # ---- speech --------------------------------------------------------------------------------

    def _quote_at(self, word: Token) -> Quote | None:
        field = self.reading.field_of(word)
        inside = [q for q in self.quotes if q.field == field and q.start <= word.idx < q.end and q.kind != "indirect"]
        return min(inside, key=lambda quote: quote.end - quote.start, default=None)

    def _speaker_of(self, word: Token) -> Party | None:
        """Who says "I" or "we" at a word."""
        quote = self._quote_at(word)
        if quote is not None:
            return _speaker(quote)
        asks = speaker_above(word)
        return None if asks is None or first_person(asks) else self.parties.party(asks)

    # ---- records -------------------------------------------------------------------------------

    def _demand(self, found: _Candidate) -> Demand:
        match, sentence = found.match, found.match.trigger.sent
        demander = found.asks_as or self._demander(found)
        hears = match.hearer or implied_hearer(match)
        addressee = self._addressee(hears, demander)
        affected = match.clause_subject if match.clause_subject != match.hearer else None
        scope = self._scope_end(match)
        responder = (
            found.answer.responder if found.answer and found.answer.status not in ("made", "withdrawn") else None
        )
        return Demand(
            **self.reading.span(sentence).model_dump(),
            trigger=self.reading.span(match.trigger),
            demander=demander,
            addressee=addressee,
            affected=self.parties.party(affected) if affected is not None else None,
            action=action_of(self.reading, match, scope),
            deadline=deadline_of(self.reading, match, scope),
            condition=condition_of(self.reading, match, scope),
            strength=match.frame.strength,
            directness=self._directness(match.trigger, demander),
            status=found.answer.status if found.answer else "made",
            responder=self.parties.party(responder) if responder is not None else None,
            confidence=_confidence(match, demander, addressee),
        )

    def _demander(self, found: _Candidate) -> Party:
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
        quote = self._quote_at(match.trigger)
        ends = [match.trigger.sent.end_char, *following, *([quote.end - 1] if quote is not None else [])]
        return max(min(ends), match.trigger.idx + len(match.trigger))

    def _addressee(self, hears: Token | None, demander: Party) -> Party | None:
        if hears is None:
            return None
        if first_person(hears):
            return self._speaker_of(hears)
        party = self.parties.party(hears)
        return None if party.text == demander.text else party

    def _directness(self, trigger: Token, demander: Party) -> Directness:
        if self._quote_at(trigger) is not None:
            return "quoted"
        return "narrated" if demander is UNNAMED else "reported"


def _is_nobody(word: Token) -> bool:
    """ "neither side", "no government": nobody asks."""
    return word.lower_ in _NOBODY or any(
        c.lower_ in _NOBODY for c in grammar.dependents(word) if grammar.relation(c) == "det"
    )


def _is_to_come(verb: Token) -> bool:
    """ "visitors will be asked to sign in": nobody has asked yet, and nobody is named."""
    helper = grammar.modal(verb)
    return helper is not None and helper.lower_ in ("will", "'ll", "would", "shall")


def _speaker(quote: Quote | None) -> Party | None:
    if quote is None or quote.speaker is None:
        return None
    return Party(text=quote.speaker, actor_id=quote.speaker_id, span=quote.speaker_span)


def _confidence(match: Match, demander: Party, addressee: Party | None) -> float:
    value = match.frame.certainty
    value *= _UNNAMED_COST if demander is UNNAMED else 1.0
    value *= _UNHEARD_COST if addressee is None else 1.0
    return round(max(_LEAST, value), 2)


def _within(one: _Candidate, other: _Candidate) -> bool:
    """True for a trigger inside what another demand asks for: "urged Oslo to call on Rome to …" is one demand."""
    action = other.match.action
    if one is other or action is None or one.match.trigger == other.match.trigger:
        return False
    if other.match.is_thing or one.match.trigger.i < other.match.trigger.i:
        return False
    return one.match.trigger in list(action.subtree) and one.match.trigger != action
