"""What became of a demand: rejected, accepted, withdrawn — and by whom."""

from dataclasses import dataclass

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.parties import asker
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Status

_POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "would"})
_PARTLY = frozenset({"partly", "partially", "some"})
_SUPPOSING = frozenset({"if", "unless", "until", "whether"})


@dataclass(frozen=True, slots=True)
class Answer:
    """How the demand that a noun names was answered.

    ``responder`` is the word for who answered; ``accuser`` for who says so in "accused Oslo of
    ignoring calls". An answer only supposed ("unless the city agrees to …") has the status "made".
    """

    status: Status
    responder: Token | None
    accuser: Token | None = None


def answer_to(noun: Token) -> Answer | None:
    """The answer that the clause around a nominal demand gives it ("rejected a U.S. request"); None without one."""
    phrase = noun
    verb = grammar.governor(noun)
    while verb is not None and not grammar.is_predicate(verb) and grammar.relation(phrase) == "conj":
        phrase, verb = verb, grammar.governor(verb)
    how = grammar.relation(phrase)
    if verb is None or how not in ("obj", "obl", "nsubj:pass", "iobj"):
        return None
    particles = lexicon().responses.particles.get(verb.lemma_.lower(), [])
    if how == "obl" and not (particles and set(grammar.preposition(phrase).split()) & {*particles, "to", "with"}):
        return None
    status = _status(verb)
    if status is None:
        return None
    accusation = _accusation(verb)
    if accusation is None:
        open_ = _is_supposed(verb) or grammar.is_question(verb)
        return Answer("made" if open_ else status, asker(verb))
    accused = next((noun for noun in grammar.objects(accusation) if noun.i < verb.i), None)
    return Answer(status, accused or grammar.indirect_object(accusation), asker(accusation))


def relative_answer(noun: Token) -> Answer | None:
    """The answer in a clause that modifies the noun: "a request that Oslo rejected", "a call rejected by Oslo"."""
    for child in grammar.dependents(noun):
        if grammar.relation(child) in ("acl:relcl", "acl") and (status := _status(child)) is not None:
            if any(found.i > child.i for found in grammar.objects(child)):
                continue
            responder = grammar.agent(child) if grammar.is_passive(child) else grammar.own_subject(child)
            if responder is not None and grammar.antecedent(responder) is None:
                return Answer(status, responder)
    return None


def answer_in_aside(word: Token) -> Answer | None:
    """The answer in an aside on the whole demand: ", which the judge allowed", ", a plea that Oslo rejected"."""
    how = grammar.relation(word)
    if how == "appos" and word.lemma_.lower() in lexicon().nouns:
        return relative_answer(word)
    first = min((t for t in word.subtree if not t.is_punct), key=lambda t: t.i, default=word)
    opens = first.lower_ == "which" and first.i > 0 and word.doc[first.i - 1].text == ","
    if how not in ("acl:relcl", "advcl") or not opens:
        return None
    status = _status(word)
    if status is None or any(found.i > word.i for found in grammar.objects(word)):
        return None
    return Answer(status, grammar.agent(word) if grammar.is_passive(word) else grammar.own_subject(word))


def _accusation(verb: Token) -> Token | None:
    """ "accused" in "accused the ministry of ignoring its request"."""
    above = grammar.governor(verb)
    while above is not None and not grammar.is_predicate(above):
        above = grammar.governor(above)
    if above is None or verb.tag_ != "VBG" or above.lemma_.lower() not in lexicon().words.accusing:
        return None
    return above if grammar.objects(above) or grammar.indirect_object(above) is not None else None


def _is_supposed(verb: Token) -> bool:
    return any(c.lower_ in _SUPPOSING and grammar.relation(c) == "mark" for c in grammar.dependents(verb))


def _status(verb: Token) -> Status | None:
    """What a verb makes of the demand that is its object; None for verbs that answer nothing."""
    kind = _kind(verb)
    if kind is None:
        return None
    helper = grammar.modal(verb)
    if _is_undone(verb):
        return "rejected" if kind == "accepted" else None
    if helper is not None and helper.lower_ in _POSSIBLE:
        return "made"
    if kind == "accepted" and any(child.lower_ in _PARTLY for child in _near(verb)):
        return "partly"
    return kind


def _kind(verb: Token) -> Status | None:
    """The answer that a verb gives when nothing turns it around, with the particle it may need ("turned down")."""
    responses, lemma = lexicon().responses, verb.lemma_.lower()
    needed = responses.particles.get(lemma)
    if needed and not any(child.lower_ in needed and child.i > verb.i for child in _near(verb)):
        return None
    kinds: dict[Status, frozenset[str]] = {
        "rejected": responses.rejected,
        "accepted": responses.accepted,
        "withdrawn": responses.withdrawn,
    }
    return next((kind for kind, lemmas in kinds.items() if lemma in lemmas), None)


def _is_undone(verb: Token) -> bool:
    """True for "did not accept", "refused to accept", "ruled out accepting"."""
    if grammar.is_negated(verb):
        return True
    above = grammar.governor(verb)
    if above is None or grammar.relation(verb) not in ("xcomp", "ccomp"):
        return False
    return above.lemma_.lower() in lexicon().words.undoing | lexicon().responses.rejected


def _near(verb: Token) -> list[Token]:
    """The words of a verb's own clause down to its prepositions."""
    return [word for child in grammar.dependents(verb) for word in (child, *grammar.dependents(child))]
