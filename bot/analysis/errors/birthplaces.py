"""Where somebody was born, told in two ways: "born in Trieste … Udine, the city of her birth"."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar, places
from bot.language.tokens import Token
from bot.model import Span

_TOWNS = word_set("city town village port birthplace home-town hometown")
_OWN = word_set("his her")

Clash = tuple[str, Span, Span]
"""Of whom, what is told first and what does not go with it."""


def birthplaces(copy: Copy) -> Iterator[Clash]:
    """One person with two towns, or two countries, of birth."""
    told: dict[tuple[str, str], Token] = {}
    for who, place, slot in sorted(_told(copy), key=lambda one: one[1].i):
        actor = copy.actors.of(who)
        if actor is None or actor.kind != "person" or copy.is_quoted(place.idx):
            continue
        name = grammar.name_span(place)
        known = places.lookup(name.text)
        kind = "country" if known is not None and known.kind == "country" else "town"
        if known is not None and known.kind in ("region", "continent", "bloc"):
            continue
        first = told.setdefault((actor.id, f"{slot} {kind}"), place)
        if not {*grammar.name_span(first).text.split()} & {*name.text.split()}:
            yield actor.name, copy.of(grammar.name_span(first)), copy.of(name)


def _told(copy: Copy) -> Iterator[tuple[Token, Token, str]]:
    """Who was born or grew up, with where and which of the two."""
    for verb in copy.words.spelt(("born",)):
        subject = grammar.subject(verb)
        for how, place in grammar.obliques(verb):
            if how == "in" and place.pos_ == "PROPN" and place.ent_type_ != "DATE" and subject is not None:
                yield subject, place, "birth"
    for verb in copy.words.spelt(("grew",)):
        subject = grammar.subject(verb)
        is_up = any(child.lower_ == "up" for child in grammar.dependents(verb))
        for how, place in grammar.obliques(verb) if is_up else []:
            if how == "in" and place.pos_ == "PROPN" and subject is not None:
                yield subject, place, "home"
    for birth in copy.words.spelt(("birth", *_TOWNS)):
        owner = next((child for child in grammar.dependents(birth) if child.lower_ in _OWN), None)
        town = grammar.governor(birth) if birth.lower_ == "birth" else birth
        if owner is None or town is None or town.lower_ not in _TOWNS:
            continue
        is_home = town.lower_ in ("home-town", "hometown") or town.nbor(-1 if town.i else 0).lower_ == "home"
        if birth.lower_ == "birth" or town.lower_ == "birthplace" or is_home:
            named = [child for child in grammar.dependents(town) if grammar.relation(child) == "appos"]
            above = grammar.governor(town)
            if above is not None and grammar.relation(town) == "appos":
                named.append(above)
            slot = "home" if is_home else "birth"
            yield from ((owner, place, slot) for place in named if place.pos_ == "PROPN")
