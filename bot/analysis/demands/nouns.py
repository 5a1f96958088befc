"""Demands named by a noun: "rejected a U.S. request to …", "renewed its appeal to …", "calls by unions for …"."""

from dataclasses import dataclass

from bot.analysis.demands.around import phrase_after
from bot.analysis.demands.lexicon import Frame, Pattern, lexicon
from bot.analysis.demands.matching import Match, can_be_asked_for, match_noun
from bot.analysis.demands.parties import asker, is_owner, owner_of
from bot.analysis.demands.people import can_ask, may_ask
from bot.analysis.demands.responses import Answer, answer_to, relative_answer
from bot.language import grammar
from bot.language.tokens import Token

_BARE = Pattern(None, "thing", "", frozenset())
_BARE_CERTAINTY = 0.7
_HEARER_CASES = ("to", "on", "in")
_CARRYING = frozenset({"on", "with", "by", "for"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal demand: its frame, who asks (None when unnamed), and the answer it got."""

    match: Match
    asks: Token | None
    answer: Answer | None


def nominal_demand(noun: Token) -> Nominal | None:
    """The demand that a noun names; None for nouns that only share the word ("in order to", "steel demand")."""
    if (grammar.preposition(noun) == "in" and noun.lemma_ == "order") or _is_denied(noun):
        return None
    outer = _outermost(noun)
    answer = answer_to(outer) or relative_answer(noun)
    carrier = _carrier(outer) if answer is None else None
    bearer = _bearer(noun) if answer is None else None
    owner = owner_of(noun) or owner_of(outer)
    match = match_noun(noun)
    if match is None:
        match = _without_action(noun, carrier, owner, answer)
    elif bearer is None and not _counts(match, carrier, owner, answer):
        return None
    if match is None:
        return None
    hearer = match.hearer or bearer or _hearer(carrier, answer)
    found = Match(noun, match.frame, hearer, match.action, match.clause_subject)
    return Nominal(found, _asks(owner, carrier, answer), answer)


def _asks(owner: Token | None, carrier: Token | None, answer: Answer | None) -> Token | None:
    """Who asks: the owner of the demand, the subject of "renewed its appeal", who accuses in "accused of ignoring"."""
    if carrier is not None and (owner is None or owner.pos_ == "PRON"):
        return asker(carrier) or owner
    if owner is not None or answer is None:
        return owner
    return answer.responder if answer.status == "withdrawn" else answer.accuser


def _hearer(carrier: Token | None, answer: Answer | None) -> Token | None:
    if carrier is not None:
        return _receiver(carrier)
    return answer.responder if answer is not None and answer.status != "withdrawn" else None


def _counts(match: Match, carrier: Token | None, owner: Token | None, answer: Answer | None) -> bool:
    """False for proposals nobody answers and for "Chile's demand for copper"."""
    if "answered" in match.frame.pattern.flags and answer is None and match.hearer is None:
        return False
    if answer is not None or carrier is not None:
        return True
    if not match.is_thing:
        return match.frame.personal or match.hearer is not None
    if owner is None or not is_owner(owner) or match.action is None:
        return False
    plural = match.trigger.tag_ == "NNS"
    return can_be_asked_for(match.action, narrow="things" in match.frame.pattern.flags and not plural)


def _without_action(noun: Token, carrier: Token | None, owner: Token | None, answer: Answer | None) -> Match | None:
    """ "handed the palace a petition", "rejected the union's demand": a demand although its action is not said."""
    frames = lexicon().nouns[noun.lemma_.lower()]
    frame = Frame(_BARE, frames[0].strength if frames else "demand", _BARE_CERTAINTY, personal=True)
    if frames and not frames[0].personal:
        return None
    if answer is not None and owner is not None and frames:
        return Match(noun, frame, None, None)
    handed = carrier is not None and carrier.lemma_.lower() in lexicon().words.handing
    if handed and carrier is not None and _receiver(carrier) is not None:
        return Match(noun, frame, None, noun)
    return None


def _is_denied(noun: Token) -> bool:
    return any(c.lower_ == "no" and grammar.relation(c) == "det" for c in grammar.dependents(noun))


def _outermost(noun: Token) -> Token:
    """ "list" in "a list of demands"."""
    while grammar.relation(noun) == "nmod" and grammar.preposition(noun) in ("of", "in"):
        above = grammar.governor(noun)
        if above is None or above.lemma_.lower() not in lexicon().words.collections:
            return noun
        noun = above
    return noun


def _carrier(noun: Token) -> Token | None:
    """The verb by which somebody makes the demand: "issued an appeal", "went on strike", "insisted on its demand"."""
    verb, how = grammar.governor(noun), grammar.relation(noun)
    if verb is None or verb.lemma_.lower() not in lexicon().words.support:
        return None
    carries = how in ("obj", "nsubj:pass") or (how == "obl" and grammar.preposition(noun) in _CARRYING)
    # "sent the king a list": beside a receiver, a parse may take what is sent for a predicate.
    carries = carries or (how == "xcomp" and noun.i > verb.i and grammar.indirect_object(verb) is not None)
    return verb if carries else None


def _bearer(noun: Token) -> Token | None:
    """Oslo in "under pressure from lenders to sell, Oslo …"."""
    verb = grammar.governor(noun)
    if verb is None or grammar.preposition(noun) != "under":
        return None
    who = grammar.subject(verb) if grammar.is_predicate(verb) else verb
    return who if who is not None and may_ask(who) else None


def _receiver(verb: Token) -> Token | None:
    """Who is handed the demand: "sent Oslo a list", "submitted a petition to the palace"."""
    receiver = grammar.indirect_object(verb)
    if receiver is not None and may_ask(receiver):
        return receiver
    objects = grammar.objects(verb)
    bare = [c for noun in objects for c in grammar.dependents(noun) if _is_bare_receiver(c)]
    if bare:
        return bare[0]
    for preposition in _HEARER_CASES:
        found = phrase_after([verb, *objects], preposition)
        if found is not None and can_ask(found) and (preposition != "in" or found.pos_ == "PROPN"):
            return found
    return None


def _is_bare_receiver(word: Token) -> bool:
    """ "set the ministry a deadline": a receiver that the parse takes for a possessor, though it has no 's."""
    return grammar.relation(word) == "nmod:poss" and word.pos_ != "PRON" and not is_owner(word) and can_ask(word)
