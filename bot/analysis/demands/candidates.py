"""Finds the words that make a demand, and who makes it."""

from dataclasses import dataclass, replace

from bot.analysis.demands import around
from bot.analysis.demands.gates import is_idle, is_unmade
from bot.analysis.demands.imperatives import match_imperative
from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import Match, match_verb
from bot.analysis.demands.modals import match_modal
from bot.analysis.demands.nouns import nominal_demand
from bot.analysis.demands.parties import Parties, asker, first_person, owner_of, speaker_above
from bot.analysis.demands.people import can_ask, is_court, may_ask
from bot.analysis.demands.responses import Answer, answer_in_aside
from bot.analysis.demands.speech import Speech, speaker
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Party

_ANYONE = frozenset({"you", "your", "one", "who"})
_NOBODY = frozenset({"no", "neither", "none", "nobody"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A demand before its words are cut out: tokens only.

    ``asks`` is None when the demander is ``asks_as`` (a speaker), or unnamed.
    """

    match: Match
    asks: Token | None
    asks_as: Party | None = None
    answer: Answer | None = None


def _answer_below(match: Match) -> Answer | None:
    """The answer in an aside behind the action."""
    head = match.action
    if head is None:
        return None
    return next((answer for t in head.subtree if t.i > head.i and (answer := answer_in_aside(t)) is not None), None)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Looks for demands word by word."""

    parties: Parties
    speech: Speech

    def at(self, word: Token) -> Candidate | None:
        """The demand that a word makes; None when it makes none, or only denies, supposes or asks about one."""
        lemma = word.lemma_.lower()
        if word.pos_ == "VERB" and lemma in lexicon().verbs and grammar.relation(word) not in ("amod", "compound"):
            found = self._verbal(word)
            if found is not None:
                return replace(found, answer=found.answer or _answer_below(found.match))
        if word.pos_ == "NOUN" and lemma in lexicon().nouns:
            return self._nominal(word)
        return self._modal(word) or self._imperative(word)

    def _imperative(self, word: Token) -> Candidate | None:
        quote = self.speech.quote_at(word) if word.tag_ == "VB" else None
        says = speaker(quote)
        match = match_imperative(word, quote) if quote is not None and says is not None else None
        if match is None or quote is None:
            return None
        return Candidate(replace(match, hearer=match.hearer or self.speech.told(quote)), None, says)

    def _verbal(self, verb: Token) -> Candidate | None:
        match = match_verb(verb)
        if match is None or is_unmade(verb) or is_idle(match) or self._is_to_reader(match):
            return None
        if match.is_thing and match.action is not None and match.action.lemma_.lower() in lexicon().nouns:
            return None
        return self._with_asker(match, asker(verb), passive=around.is_passive(verb))

    def _is_to_reader(self, match: Match) -> bool:
        """True when the article talks to its reader or of its writer: "people will ask you", "I was asked"."""
        if match.hearer is None or self.speech.quote_at(match.trigger) is not None:
            return False
        return match.hearer.lower_ == "you" or (first_person(match.hearer) and around.is_passive(match.trigger))

    def _with_asker(self, match: Match, asks: Token | None, *, passive: bool) -> Candidate | None:
        if asks is None:
            quote = self.speech.quote_at(match.trigger)
            if passive and match.hearer is not None:
                return Candidate(match, None) if match.frame.personal and not _is_to_come(match.trigger) else None
            return Candidate(match, None, speaker(quote)) if quote and not passive and speaker(quote) else None
        if asks.lower_ in _ANYONE or _is_nobody(asks) or ("court" in match.frame.pattern.flags and not is_court(asks)):
            return None
        if first_person(asks):
            says = self.speech.speaker_at(match.trigger)
            return None if says is None else Candidate(match, None, says)
        if not (may_ask(asks) if match.frame.personal else can_ask(asks)):
            asks = self._behind(asks)
            if asks is None:
                return None
        return Candidate(match, asks)

    def _behind(self, thing: Token) -> Token | None:
        """Who speaks through a letter, statement or resolution; the paper itself when nobody is named."""
        if thing.lemma_.lower() not in lexicon().words.papers:
            return None
        return owner_of(thing) or thing

    def _nominal(self, noun: Token) -> Candidate | None:
        found = nominal_demand(noun)
        if found is None or is_idle(found.match) or (found.answer is None and is_unmade(noun)):
            return None
        asks = found.asks
        if asks is not None and asks.lower_ in _ANYONE:
            return None
        if asks is None or (not may_ask(asks) and not first_person(asks)):
            asks = None if asks is None else self._behind(asks)
            worth = found.answer is not None or (found.match.hearer is not None and found.match.frame.personal)
            return Candidate(found.match, asks, None, found.answer) if worth or asks is not None else None
        if first_person(asks):
            says = self.speech.speaker_at(noun)
            return None if says is None else Candidate(found.match, None, says, found.answer)
        return Candidate(found.match, asks, None, found.answer)

    def _modal(self, word: Token) -> Candidate | None:
        match = match_modal(word)
        if match is None or grammar.is_question(word) or is_unmade(match.action or word, modal=True):
            return None
        quote = self.speech.quote_at(word)
        if quote is not None:
            says = speaker(quote)
            return Candidate(match, None, says) if says and not self._is_self(match, says) else None
        asks = speaker_above(match.action or word)
        if asks is None or not can_ask(asks) or first_person(asks):
            return None
        said = self.parties.party(asks)
        if is_court(asks):
            match = replace(match, frame=replace(match.frame, strength="order"))
        return None if asks == match.hearer or self._is_self(match, said) else Candidate(match, asks)

    def _is_self(self, match: Match, says: Party) -> bool:
        """True when the speaker talks of a duty of their own."""
        if match.hearer is None:
            return False
        hears = self.parties.party(match.hearer)
        if match.hearer.pos_ == "PRON" and hears.actor_id is None:
            return True
        return hears.actor_id == says.actor_id if hears.actor_id and says.actor_id else hears.text == says.text


def _is_nobody(word: Token) -> bool:
    """ "neither side", "no government": nobody asks."""
    return word.lower_ in _NOBODY or any(
        c.lower_ in _NOBODY for c in grammar.dependents(word) if grammar.relation(c) == "det"
    )


def _is_to_come(verb: Token) -> bool:
    """ "visitors will be asked to sign in": nobody has asked yet, and nobody is named."""
    helper = grammar.modal(verb)
    return helper is not None and helper.lower_ in ("will", "'ll", "would", "shall")


def within(one: Candidate, other: Candidate) -> bool:
    """True for a trigger inside what another demand asks for: "urged Oslo to call on Rome to …" is one demand."""
    action = other.match.action
    if one is other or action is None or one.match.trigger == other.match.trigger:
        return False
    if other.match.is_thing or one.match.trigger.i < other.match.trigger.i:
        return False
    return bool(action.is_ancestor(one.match.trigger))
