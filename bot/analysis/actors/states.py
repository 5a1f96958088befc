"""Countries, capitals and seats of government: when a place name stands for the state."""

from collections.abc import Iterable

from bot.analysis.actors.mentions import LOC, ORG, Candidate
from bot.language import grammar, places
from bot.language.places import Place
from bot.language.tables import fold
from bot.language.tokens import Token

_POLITICAL = frozenset({"with", "between", "against", "by", "towards", "toward"})
_STATIC = frozenset(
    {"be", "have", "lie", "sit", "host", "see", "become", "remain", "feature", "include", "boast", "witness", "stage"}
)
_FIRM_WORDS = frozenset({"airline", "airlines", "airways", "bank", "group", "holdings", "motors", "steel", "telecom"})
_RECEIVING = frozenset(
    {"urge", "ask", "tell", "accuse", "warn", "press", "blame", "criticise", "criticize", "praise", "condemn"}
)
_SEATS = frozenset(
    {"kremlin", "white house", "downing street", "10 downing street", "number 10", "no 10", "whitehall", "elysee"}
    | {"elysee palace", "matignon", "chancellery", "blue house", "zhongnanhai", "palazzo chigi", "moncloa"}
    | {"la moncloa", "planalto", "casa rosada", "miraflores", "malacanang", "malacanang palace", "kantei"}
    | {"south block", "aso rock", "union buildings", "beehive", "bankova"}
)
"""Metonyms of a whole government; parliaments and ministries are actors of their own."""


def name_states(names: Iterable[Candidate]) -> None:
    """Gives countries and blocs, and capitals and seats of government that act, their canonical name.

    Not where a byname is a company's in the article ("Emirates" of Emirates Airline).
    """
    listed = list(names)
    firms = {n.words[0] for n in listed if n.label == ORG and len(n.words) == 2 and n.words[1] in _FIRM_WORDS}
    found: list[tuple[Candidate, Place]] = []
    for name in listed:
        place = places.lookup(name.span.text) if name.label in (LOC, ORG) else None
        is_byname = place is not None and fold(name.span.text) != fold(place.name)
        if is_byname and len(name.words) == 1 and name.words[0] in firms:
            name.label = ORG
        elif place is not None:
            found.append((name, place))
    acting = {fold(name.span.text) for name, _ in found if fold(name.span.text) in _SEATS and acts(name.head)}
    for name, place in found:
        if place.kind in ("country", "bloc", "continent"):
            name.canonical = place.name
        elif place.country and (fold(name.span.text) in acting or _acts_as_capital(name, place)):
            name.canonical = places.country_name(place.country)
        if name.canonical and place.kind not in ("bloc", "continent"):
            name.label = LOC


def _acts_as_capital(name: Candidate, place: Place) -> bool:
    """A capital that acts; Brussels stands for more than Belgium, and "Lima, Peru –" is a dateline."""
    after = name.doc[name.span.end] if name.span.end < len(name.doc) else None
    if (
        place.kind != "capital"
        or place.name == "Brussels"
        or (after is not None and after.text in (",", "–", "—", "("))
    ):
        return False
    return acts(name.head)


def acts(head: Token) -> bool:
    """True when a place does or suffers what only a government can ("Moscow denied", "talks with Moscow")."""
    head = grammar.coordination(head)[0]
    how, above = grammar.relation(head), grammar.governor(head)
    if above is None:
        return False
    if how == "nsubj":
        return above.pos_ == "VERB" and above.lemma_ not in _STATIC
    if how in ("nsubj:pass", "obj"):
        return above.lemma_ in _RECEIVING
    return how == "obl:agent" or grammar.preposition(head) in _POLITICAL
