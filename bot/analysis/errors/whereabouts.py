"""Where a story plays: the countries that its places belong to."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.places import Place, lookup
from bot.language.tokens import Doc


@dataclass(frozen=True, slots=True)
class Where:
    """A place named in a field between two offsets. ``place.country`` is the state that it belongs to, if one."""

    start: int
    end: int
    place: Place


def places(doc: Doc) -> list[Where]:
    """The places, demonyms and metonyms of a parse, in text order; names of people are passed over."""
    return list(_places(doc))


def _places(doc: Doc) -> Iterator[Where]:
    text, end = doc.text, 0
    for at, token in enumerate(doc):
        if at < end or not token.text[:1].isupper() or token.ent_type_ == "PERSON":
            continue
        for size in (3, 2, 1):
            if at + size > len(doc):
                continue
            last = doc[at + size - 1]
            until = last.idx + len(last)
            if not text[last.idx].isalpha():
                continue
            found = lookup(text[token.idx : until])
            if found is not None and not _is_part_of_name(doc, at, at + size, found):
                yield Where(token.idx, until, found)
                end = at + size
                break


def _is_part_of_name(doc: Doc, start: int, end: int, place: Place) -> bool:
    """True for "Paris" in "Paris Hilton" when nothing says place; capitals and countries always count."""
    if place.kind in ("country", "capital", "demonym", "metonym", "continent", "bloc"):
        return False
    after = doc[end] if end < len(doc) else None
    return doc[start].ent_type_ not in ("LOC", "GPE", "") or (after is not None and after.ent_type_ == "PERSON")
