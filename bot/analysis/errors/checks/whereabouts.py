"""A headline that is set in another country than the story."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import DateLine, date_line
from bot.analysis.errors.headings import story_start
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.whereabouts import places
from bot.language import grammar
from bot.language.places import Place, lookup
from bot.language.tokens import Token

_OWN = ("country", "capital", "city", "region", "demonym")
_LEAD = 900
_LEAD_SENTENCES = 2
_FROM = re.compile(r"\b(?:from|born in|raised in|grew up in|native of) \Z")
_FROM_REACH = 16
_SHORTEST = 4
_CALLED = frozenset({"city", "capital", "town", "port", "resort", "island"})
_TOWNS = ("city", "capital")
_PARTS_OF_TOWNS = frozenset(
    {"district", "quarter", "suburb", "street", "outskirt", "outskirts", "part", "centre", "center", "resident"}
    | {"city", "town", "port", "island", "village", "neighbourhood", "neighborhood", "inhabitant", "people", "north"}
    | {"south", "east", "west", "edge", "coast", "harbour", "harbor", "resort", "capital", "downtown", "area"}
)
_PREPOSITIONS = frozenset({"in", "on", "at", "near", "off"})

_LANDSCAPE = re.compile(
    r" (?:Straits?|Sea|Bay|Gulf|River|Valley|Canal|Channel|Islands?|Peninsula|Mountains|Basin|Derby|Road|Street|Airport"
    r"|Falls|Lakes?|Hills|Desert|Plateau|Coast|Fault|Pass|Glacier|Reef|Delta|Range"
    r"|Accords?|Declaration|Treaty|Convention|Protocol)\b"
)
"""What makes a name in a headline one of something else: "Malacca Strait"."""


@check("headline.place", "Place in the headline, another in the text", severity="critical", confidence=0.7)
def headline_place(copy: Copy) -> Iterator[Finding]:
    """A country, city or people of the headline that the text never touches, where its lead names another."""
    if not copy.title:
        return
    towns = list(_another_town(copy))
    yield from towns
    if len(copy.text) < 400:
        return
    if not towns:
        yield from _never_named(copy)
    in_text = copy.places
    countries = {w.place.country for w in in_text if w.place.country}
    names = {w.place.name for w in in_text}
    for where in places(copy.docs[0]):
        place = where.place
        if place.kind not in _OWN or place.country is None or place.country in countries or place.name in names:
            continue
        shown = copy.title[where.start : where.end]
        if _LANDSCAPE.match(copy.title, where.end) or re.search(rf"\b{re.escape(shown.removesuffix('s'))}", copy.text):
            continue
        rivals = [w for w in in_text if w.start < _LEAD and w.place.country and w.place.kind in _OWN]
        main = Counter(w.place.country for w in rivals).most_common(1)
        if not main or main[0][1] < 2:
            continue
        first = next(w for w in rivals if w.place.country == main[0][0])
        evidence = copy.span(first.start, first.end)
        yield Finding(
            copy.span(where.start, where.end, "title"),
            f"Possible contradiction: the headline says {shown}, the text speaks of {evidence.text}"
            f" and never of {shown}. "
            "Check the place.",
            suggestion=evidence.text,
            evidence=(evidence,),
        )


def _another_town(copy: Copy) -> Iterator[Finding]:
    """A town or island that only the headline has, of something that the lead sets in another: "Osaka talks"."""
    start = story_start(copy)
    lead = [t for s in [s for s in copy.sentences if s.end_char > start][:_LEAD_SENTENCES] for t in s]
    for name in copy.docs[0]:
        if name.ent_type_ != "LOC" or name.pos_ != "PROPN" or name.text.isupper() or len(name.text) < _SHORTEST:
            continue
        place, above = lookup(name.text), grammar.governor(name)
        if place is None or place.kind not in (*_TOWNS, "region"):
            continue
        if (
            above is None
            or above.pos_ not in ("NOUN", "VERB", "ADJ")
            or re.search(rf"\b{re.escape(name.text)}", copy.text)
        ):
            continue
        if any(
            c.dep_.startswith(("compound", "flat")) for c in (*name.children, name) if c.ent_type_ and c.head.ent_type_
        ):
            continue
        if _is_told_of(copy, place):
            continue
        same = next((t for t in lead if t.lemma_.lower() == above.lemma_.lower()), None)
        rival = _town_near(copy, same, place) if same is not None else None
        if rival is not None:
            yield Finding(
                copy.of(name),
                f"Possible contradiction: the headline says {name.text}, the text sets it in {rival.text} and never"
                f" names {name.text}. Check the place.",
                suggestion=rival.text,
                evidence=(copy.of(rival),),
            )


def _never_named(copy: Copy) -> Iterator[Finding]:
    """A city, or a part of a country, that only the headline names while its text names another of the kind."""
    for where in places(copy.docs[0]):
        place, shown = where.place, copy.title[where.start : where.end]
        span = copy.docs[0].char_span(where.start, where.end, alignment_mode="expand")
        if place.kind not in ("city", "region") or span is None or not span[0].ent_type_ or _is_told_of(copy, place):
            continue
        if _LANDSCAPE.match(copy.title, where.end) or re.search(rf"\b{re.escape(shown)}", copy.text, re.IGNORECASE):
            continue
        rivals = [
            w for w in copy.places if w.place.kind == place.kind or (place.kind, w.place.kind) == ("city", "capital")
        ]
        if place.kind == "region":
            rivals = [w for w in rivals if w.place.country == place.country]
        early = [w for w in rivals if w.start < _LEAD and not _is_origin(copy, w.start)]
        if early:
            evidence = copy.span(early[0].start, early[0].end)
            yield Finding(
                copy.span(where.start, where.end, "title"),
                f"Possible contradiction: the headline says {shown}, which the text never names; it speaks of "
                f"{evidence.text}. Check the place.",
                suggestion=evidence.text,
                evidence=(evidence,),
                confidence=0.55,
            )


def _is_often_named(copy: Copy, town: Token, line: DateLine | None) -> bool:
    """True for a town that is unknown to the gazetteer where the story was written or that it names again."""
    return len(copy.words.by_form[town.lower_]) > 1 or (line is not None and line.name == town.text)


def _is_origin(copy: Copy, at: int) -> bool:
    """True for where somebody is from, which is not where the story plays: "the pharmacist's daughter from Fergana"."""
    return _FROM.search(copy.text, max(0, at - _FROM_REACH), at) is not None


def _is_told_of(copy: Copy, town: Place) -> bool:
    """True when the text may speak of a town without its name: "the French capital", "the Swiss city"."""
    for noun in copy.words.of_lemma(_CALLED):
        if any(child.tag_ == "JJS" or child.text.endswith(("nd", "rd")) for child in noun.children):
            continue  # "the country's largest city" is one that is named beside it
        words = [lookup(child.text) for child in noun.children]
        is_named = any(child.pos_ == "PROPN" and child.i > noun.i for child in noun.subtree)
        if not is_named and any(place is not None and place.country == town.country for place in words):
            return True
        if town.kind == "capital" and noun.lemma_ == "capital":
            return True
    return False


def _is_in(town: Token) -> bool:
    """True for "in Douala" and for "four districts of Douala", not for "the mayor of Douala"."""
    how, above = grammar.preposition(town), grammar.governor(town)
    return how in _PREPOSITIONS or (how == "of" and above is not None and above.lemma_.lower() in _PARTS_OF_TOWNS)


def _town_near(copy: Copy, noun: Token, other: Place) -> Token | None:
    """The town of the sentence of a noun, or of the date line; none that may hold or lie in the other place."""
    named = [(t, lookup(t.text)) for t in noun.sent if t.ent_type_ == "LOC" and t.pos_ == "PROPN"]
    line = copy.once(date_line)
    for town, place in named:
        if not _is_in(town) or any(c.pos_ == "PROPN" for c in town.children):
            continue
        known = place is not None and place.kind in _TOWNS
        if known and other.kind == "region":
            continue  # which may lie in it
        if known or (place is None and _is_often_named(copy, town, line)):
            return town
    if named or line is None or line.city is None or other.kind not in _TOWNS:
        return None
    return next((t for t in copy.words.tokens if t.idx >= line.end and t.text == line.name), None)
