"""Tells demands that are made from those that are only denied, asked about, supposed or wished for."""

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import Match
from bot.language import grammar
from bot.language.tokens import Token

_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must"})
_SUPPOSING = frozenset({"if", "unless", "whether", "without", "lest", "than"})
_SAYING_UP = ("ccomp", "parataxis")


def is_unmade(trigger: Token, *, modal: bool = False) -> bool:
    """True for a trigger that is negated, questioned, hypothetical or refused ("declined to ask").

    With ``modal`` the trigger is what "must" or "should" asks for: its own modal and negation are part of that.
    """
    if grammar.is_question(trigger) and not _is_reported(trigger):
        return True
    clause: Token | None = trigger
    while clause is not None:
        carries = trigger.pos_ == "NOUN" and clause == grammar.governor(trigger)
        if _denied_here(clause, asks=clause == trigger or carries, modal=modal):
            return True
        above, how = grammar.governor(clause), grammar.relation(clause)
        if above is None or how in _SAYING_UP:
            return above is not None and how == "ccomp" and _undoes(above)
        if how in ("xcomp", "advcl") and above.lemma_.lower() in lexicon().words.undoing and how == "xcomp":
            return True
        if how not in ("xcomp", "conj", "advcl", "obj", "acl", "obl", "aux"):
            return False
        clause = above
    return False


def is_idle(match: Match) -> bool:
    """True for what is asked of a reporter or out of curiosity: "asked not to be named", "asked, ‘Who is that?’"."""
    action = match.action
    if action is None:
        return False
    if match.frame.pattern.action == "that" and grammar.is_question(action):
        return True
    unnamed = grammar.is_negated(action) and grammar.is_passive(action)
    return unnamed and action.lemma_.lower() in lexicon().words.naming


def _denied_here(clause: Token, *, asks: bool, modal: bool) -> bool:
    marks = {c.lower_ for c in grammar.dependents(clause) if grammar.relation(c) in ("mark", "case")}
    if marks & _SUPPOSING:
        return True
    if asks and modal:
        return False
    if asks:
        return grammar.is_negated(clause) or _is_only_possible(clause)
    return grammar.is_negated(clause) and clause.pos_ == "VERB" and _passes_negation(clause)


def _is_only_possible(clause: Token) -> bool:
    """True for "might ask" and "would have asked"."""
    helpers = [word.lower_ for word in grammar.auxiliaries(clause)]
    return bool(_POSSIBLE & set(helpers)) or {"would", "have"} <= set(helpers)


def _passes_negation(clause: Token) -> bool:
    """ "did not want to ask": the denial reaches the infinitive, not a participle beside it."""
    return clause.lemma_ in ("want", "plan", "intend", "go", "have", "need", "try", "seek", "dare", "wish")


def _undoes(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon().words.undoing


def _is_reported(trigger: Token) -> bool:
    clause: Token | None = trigger
    while clause is not None:
        if grammar.relation(clause) == "ccomp":
            return True
        clause = grammar.governor(clause)
    return False
