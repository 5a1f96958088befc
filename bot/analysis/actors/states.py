"""Countries, capitals and seats of government: when a place name stands for the state."""

from collections.abc import Iterable

from spacy.tokens import Token

from bot.analysis.actors.mentions import LOC, ORG, Candidate
from bot.language import grammar, places

_LOCATIVE = frozenset(["in", "at", "near", "outside", "inside", "around", "from", "to", "into", "through", "across", "over", "of", "on"])
_POLITICAL = frozenset(["with", "between", "against", "by", "towards", "toward"])
_STATIC = frozenset(["be", "have", "lie", "sit", "host", "see", "become", "remain", "feature", "include", "boast", "witness", "experience", "stage"])
_RECEIVING = frozenset(["urge", "ask", "tell", "accuse", "warn", "call", "press", "blame", "criticise", "criticize", "praise", "condemn", "pressure"])


def name_states(names: Iterable[Candidate]) -> None:
    """Gives names of countries and blocs, and of capitals and metonyms that act, their canonical name."""
    for name in names:
        if name.label not in (LOC, ORG):
            continue
        place = places.lookup(name.span.text)
        if place is None:
            continue
        if place.kind in ("country", "bloc", "continent"):
            name.canonical = place.name
        elif place.country and (
            (place.kind == "capital" and acts(name.head)) or (place.kind == "metonym" and not _is_located(name.head))
        ):
            name.canonical = places.country_name(place.country)


def acts(head: Token) -> bool:
    """True when a place does or suffers what only a government can ("Moscow denied", "talks with Moscow")."""
    head = grammar.coordination(head)[0]
    how, above = grammar.relation(head), grammar.governor(head)
    if above is None:
        return False
    if how == "nsubj":
        return above.pos_ == "VERB" and above.lemma_ not in _STATIC
    if how == "nsubj:pass" or how == "obj":
        return above.lemma_ in _RECEIVING
    return how == "obl:agent" or grammar.preposition(head) in _POLITICAL


def _is_located(head: Token) -> bool:
    return grammar.preposition(head) in _LOCATIVE - {"from", "to", "of", "on"}
