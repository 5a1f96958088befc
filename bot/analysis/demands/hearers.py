"""Who hears a demand that addresses nobody: "the withdrawal of Serbian forces", "in a letter to the speaker"."""

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import Match
from bot.analysis.demands.parties import is_name_of_party
from bot.analysis.demands.people import can_ask
from bot.language import grammar
from bot.language.tokens import Token

_NATIONAL = frozenset({"NORP", "MISC", "LOC", "GPE"})
_AGENTS = frozenset({"by", "from"})
_OWNERS = frozenset({"of", "'s"})
_OTHER_SIDE = frozenset({"with", "between"})


def implied_hearer(match: Match) -> Token | None:
    """Who must act for a demand to be met, when the sentence says it; None otherwise."""
    action = match.action
    reader = letter_reader(match.trigger)
    if reader is not None or action is None:
        return reader
    if match.is_thing:
        return _doer_of(action)
    if "own" not in match.frame.pattern.flags:
        return None
    return next((who for noun in grammar.objects(action) if (who := _holder(noun)) is not None), None)


def letter_reader(trigger: Token) -> Token | None:
    """Who is written to: "in a letter to the speaker, MPs demanded …"."""
    for _, paper in grammar.obliques(trigger):
        if paper.lemma_.lower() in lexicon().words.papers:
            reader = next((who for word, who in grammar.modifiers(paper) if word == "to" and can_ask(who)), None)
            if reader is not None:
                return reader
    return None


def _doer_of(thing: Token) -> Token | None:
    """Who must act, for a noun of doing: "reforms by the cabinet", "talks with Oslo", "the withdrawal of troops"."""
    parties = [(word, who) for word, who in grammar.modifiers(thing) if can_ask(who)]
    named = _first(parties, _AGENTS) or _first(parties, _OTHER_SIDE)
    lemma = thing.lemma_.lower()
    if lemma in lexicon().words.self_acts:
        before = [c for c in grammar.dependents(thing) if c.i < thing.i and is_name_of_party(c)]
        return _first(parties, _OWNERS) or named or next(iter(before), None)
    if named is not None or lemma in lexicon().words.done_to:
        return named
    return _holder(thing)


def _first(parties: list[tuple[str, Token]], words: frozenset[str]) -> Token | None:
    return next((who for word, who in parties if word in words), None)


def _holder(thing: Token) -> Token | None:
    """Whose thing is to change: "an end to Oslo's bans", "reforms in Swedish politics"; None when nobody's."""
    for word, who in grammar.modifiers(thing):
        if word in ("'s", "in", "of", "to"):
            if word != "of" and can_ask(who) and who.pos_ == "PROPN":
                return who
            deeper = _holder(who)
            if deeper is not None:
                return deeper
    adjectives = [c for c in grammar.dependents(thing) if grammar.relation(c) == "amod"]
    return next((c for c in adjectives if c.ent_type_ in _NATIONAL), None)
