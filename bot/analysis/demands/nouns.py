"""Demands named by a noun: "rejected a U.S. request to …", "renewed its appeal to …", "calls by unions for …"."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.demands.lexicon import Frame, Pattern, lexicon
from bot.analysis.demands.matching import Match, match_noun, phrase_after
from bot.analysis.demands.parties import asker, owner_of
from bot.analysis.demands.people import can_ask
from bot.analysis.demands.responses import Answer, answer_to, relative_answer
from bot.language import grammar

_BARE = Pattern(None, "thing", "", frozenset())
_HEARER_CASES = ("to", "on", "in")
_ANSWERED_ONLY = "answered"


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
    verb, how = grammar.governor(outer), grammar.relation(outer)
    answer = answer_to(outer) or relative_answer(noun)
    supported = verb is not None and answer is None and _supports(verb, outer, how)
    owner = owner_of(noun) or (owner_of(outer) if outer != noun else None)
    asks = owner or (asker(verb) if supported and verb is not None else None)
    if asks is None and answer is not None and answer.status == "withdrawn":
        asks = answer.responder
    match = match_noun(noun)
    hearer = match.hearer if match else None
    if hearer is None and verb is not None and supported:
        hearer = _receiver(verb)
    if hearer is None and answer is not None and answer.status != "withdrawn":
        hearer = answer.responder
    if match is None:
        handed = supported and verb is not None and verb.lemma_ in lexicon().words.handing
        if not (handed and hearer is not None and asks is not None) and not (answer and owner):
            return None
        frames = lexicon().nouns[noun.lemma_.lower()]
        certainty = frames[0] if frames else Frame(_BARE, "demand", 0.7)
        return Nominal(Match(noun, Frame(_BARE, certainty.strength, 0.7), hearer, None), asks, answer)
    if _ANSWERED_ONLY in match.frame.pattern.flags and answer is None and match.hearer is None:
        return None
    if match.is_thing and answer is None and not supported and not _voiced(noun, owner):
        return None
    return Nominal(Match(noun, match.frame, hearer, match.action, match.clause_subject), asks, answer)


def _is_denied(noun: Token) -> bool:
    return any(c.lower_ == "no" and grammar.relation(c) == "det" for c in grammar.dependents(noun))


def _outermost(noun: Token) -> Token:
    """ "list" in "a list of demands"."""
    while grammar.relation(noun) == "nmod" and grammar.preposition(noun) == "of":
        above = grammar.governor(noun)
        if above is None or above.lemma_.lower() not in lexicon().words.collections:
            return noun
        noun = above
    return noun


def _supports(verb: Token, noun: Token, how: str) -> bool:
    if verb.lemma_.lower() not in lexicon().words.support:
        return False
    return how in ("obj", "nsubj:pass") or (how == "obl" and grammar.preposition(noun) in ("on", "with", "by", "for"))


def _voiced(noun: Token, owner: Token | None) -> bool:
    """True when a possessor or by-phrase says whose demand it is; "Chinese demand for oil" is no demand."""
    return owner is not None and (
        grammar.relation(owner) in ("nmod:poss", "nmod", "obl:agent", "obl")
        and (owner.i > noun.i or grammar.relation(owner) == "nmod:poss")
    )


def _receiver(verb: Token) -> Token | None:
    receiver = grammar.indirect_object(verb)
    if receiver is not None and can_ask(receiver):
        return receiver
    bases = [verb, *grammar.objects(verb)]
    for preposition in _HEARER_CASES:
        found = phrase_after(bases, preposition)
        if found is not None and can_ask(found) and (preposition != "in" or found.pos_ == "PROPN"):
            return found
    return None
