"""What became of a demand: rejected, accepted, withdrawn — and by whom."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.parties import asker
from bot.language import grammar
from bot.model import Status

_PARTLY = frozenset({"partly", "partially", "some"})


@dataclass(frozen=True, slots=True)
class Answer:
    """How the demand that a noun names was answered, and the word for who answered."""

    status: Status
    responder: Token | None


def answer_to(noun: Token) -> Answer | None:
    """The answer that the clause around a nominal demand gives it ("rejected a U.S. request"); None without one."""
    verb, phrase = grammar.governor(noun), noun
    while verb is not None and not grammar.is_predicate(verb) and grammar.relation(phrase) in ("conj", "nmod"):
        phrase, verb = verb, grammar.governor(verb)
    if verb is None:
        return None
    how = grammar.relation(phrase)
    if how == "acl:relcl":
        return None
    if how not in ("obj", "obl", "nsubj:pass", "iobj") and verb != grammar.governor(noun):
        return None
    if how == "nsubj" or (
        how == "obl" and grammar.preposition(phrase) not in ("to", "with", "down", "in", "off", "aside")
    ):
        return None
    status = _status(verb)
    return None if status is None else Answer(status, asker(verb))


def relative_answer(noun: Token) -> Answer | None:
    """The answer in a clause that modifies the noun: "a request that Oslo rejected", "a call rejected by Oslo"."""
    for child in grammar.dependents(noun):
        if grammar.relation(child) in ("acl:relcl", "acl") and (status := _status(child)) is not None:
            if grammar.objects(child):
                continue
            responder = grammar.agent(child) if grammar.is_passive(child) else grammar.own_subject(child)
            if responder is not None and grammar.antecedent(responder) is None:
                return Answer(status, responder)
    return None


def _status(verb: Token) -> Status | None:
    responses = lexicon().responses
    lemma = verb.lemma_.lower()
    needed = responses.particles.get(lemma)
    if needed and not any(child.lower_ in needed for child in _near(verb)):
        return None
    above = grammar.governor(verb)
    undone = grammar.is_negated(verb) or (
        above is not None and grammar.relation(verb) == "xcomp" and above.lemma_ in lexicon().words.undoing
    )
    if lemma in responses.rejected:
        return None if undone else "rejected"
    if lemma in responses.accepted:
        if undone:
            return "rejected"
        return "partly" if any(child.lower_ in _PARTLY for child in _near(verb)) else "accepted"
    if lemma in responses.withdrawn and not undone:
        return "withdrawn"
    return None


def _near(verb: Token) -> list[Token]:
    """The words of a verb's own clause down to its prepositions."""
    return [word for child in grammar.dependents(verb) for word in (child, *grammar.dependents(child))]
