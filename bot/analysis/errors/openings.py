"""A text in which many patterns are looked for: each is tried at those places alone where it may match."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

from bot.analysis.errors.firsts import first_class
from bot.analysis.errors.needs import KEY, Way, near, small, ways

_SHARE = 0.3
"""Of a text; a pattern that must be tried at more offsets than this is looked for in all of it."""

_EDGE = 0.25
"""How much of an offset one counts that is tried only at the edge of a word."""

_LONG = 300
"""Characters of a text that is worth an index."""

_WORD = re.compile(r"\w+")


def find_all(pattern: re.Pattern[str], text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """As ``pattern.finditer(text, start)``, for a headline or body that many patterns are looked for in."""
    return _searched(text).finditer(pattern, start) if len(text) >= _LONG else pattern.finditer(text, start)


class Searched:
    """A text with an index of its words and of the pieces of text that were asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._small = small(text)
        self._by_class: dict[re.Pattern[str], list[int]] = {}

    def finditer(self, pattern: re.Pattern[str], start: int = 0) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer`` finds them from ``start`` on."""
        starts = self._starts(pattern)
        if starts is None:
            yield from pattern.finditer(self._text, start)
            return
        end = start
        for at in starts:
            match = pattern.match(self._text, at) if at >= end else None
            if match is not None:
                end = match.end()
                yield match

    def _starts(self, pattern: re.Pattern[str]) -> list[int] | None:
        """Where a pattern may match, in order; None when that is about anywhere."""
        most = _SHARE * len(self._text)
        known = ways(pattern)
        found = self._starts_of_any(known, most) if known is not None else None
        return self._of_class(first_class(pattern), most) if found is None else found

    def _starts_of_any(self, known: Iterable[Way], most: float) -> list[int] | None:
        found: list[int] = []
        for way in known:
            starts = self._starts_of(way, most - len(found))
            if starts is None:
                return None
            found += starts
        return sorted(set(found)) if found else found

    def _starts_of(self, way: Way, most: float) -> Iterable[int] | None:
        if way.keys is not None:
            return [start for key in self._keys & way.keys for start in self._words[key]]
        found = []
        for need in way.needs:
            places = self._places(need.pieces)
            if not places:
                return ()
            found.append((places, need.reach))
        near_start = [(places, reach) for places, reach in found if reach is not None]
        if not near_start:
            return None
        places, reach = min(near_start, key=lambda one: len(one[0]) * (one[1] + 1))
        if len(places) * (reach + 1) * (_EDGE if way.at_edge else 1) > most:
            return None
        offsets = near(places, reach)
        return filter(self._edges.__contains__, offsets) if way.at_edge else offsets

    def _of_class(self, letters: re.Pattern[str] | None, most: float) -> list[int] | None:
        if letters is None:
            return None
        places = self._by_class.get(letters)
        if places is None:
            places = self._by_class[letters] = [match.start() for match in letters.finditer(self._text)]
        return places if len(places) < most else None

    def _places(self, pieces: frozenset[str]) -> list[int]:
        """Where one of some pieces of text begins."""
        found = [place for piece in pieces for place in self._pieces[piece]]
        found.sort()
        return found

    @cached_property
    def _pieces(self) -> "_Places":
        return _Places(self._small)

    @cached_property
    def _edges(self) -> frozenset[int]:
        return frozenset(chain.from_iterable(map(re.Match.span, _WORD.finditer(self._text))))

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """Where words begin, by their opening."""
        found: dict[str, list[int]] = defaultdict(list)
        for start, end in map(re.Match.span, _WORD.finditer(self._text)):
            found[self._small[start : min(end, start + KEY)]].append(start)
        return dict(found)


@lru_cache(maxsize=4)
def _searched(text: str) -> Searched:
    return Searched(text)


class _Places(dict[str, list[int]]):
    """Where each piece of text begins in a text, looked for when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, piece: str) -> list[int]:
        found, at = [], self._text.find(piece)
        while at >= 0:
            found.append(at)
            at = self._text.find(piece, at + 1)
        self[piece] = found
        return found
