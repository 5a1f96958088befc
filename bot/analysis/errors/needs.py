"""Where a regular expression may match: what words a match starts with, and what must stand in it.

Most patterns of the checks look for words that most articles lack. Where a match starts with one of few words, or has
one of few pieces of text not far from its start, the rest of an article need not be searched. The idea is that of
prefilters (Cox 2012, "Regular Expression Matching with a Trigram Index"), here with the places of what is looked for.
"""

import re
import re._casefix as casefix  # type: ignore[import-not-found]
import re._constants as op  # type: ignore[import-not-found]  # the older names "sre_…" are deprecated
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

KEY = 4
"""Letters of a word by which it is looked up."""

_WAYS = 120
"""Alternatives of a pattern that are looked at one by one."""

_LISTED = 400
"""Texts of something that are listed one by one."""

_PIECES = 16
"""Pieces that are looked for; with more, searching the whole text is as quick."""

_SHORTENED = (40, 8, 5, 4)
_LETTERS = 6
"""Letters of a class ("[Aa]") that are listed one by one."""

_EDGE = "\0"
"""Stands for the edge of a word in a listed text."""

_WORD = re.compile(r"\0?(\w+)(.?)", re.S)
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
NO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)

_WORD_LETTERS = (op.CATEGORY, op.CATEGORY_WORD)
_NEGATED = (op.NEGATE, None)

Item = tuple[Any, Any]
"""An operation of a parsed pattern and what it works on."""

Texts = frozenset[str] | None
"""All that something matches, in small letters; None where that is too much to list."""

_NOTHING: frozenset[str] = frozenset({""})
_UNKNOWN = _NOTHING
"""What a match starts with when that is no known word."""


@dataclass(frozen=True, slots=True)
class Need:
    """One of the ``pieces``, in small letters, begins within ``reach`` characters of the start of every match.

    ``reach`` is None where it may stand anywhere behind the start.
    """

    pieces: frozenset[str]
    reach: int | None

    @property
    def frequency(self) -> float:
        """How often its pieces stand in a text, roughly: the fewer and longer they are, the seldomer."""
        return sum(20.0 ** -min(len(piece), 6) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative of a pattern.

    With ``keys`` its matches start at the start of a word with one of these openings, of :data:`KEY` letters or the
    whole word; ``at_edge`` is true where they start at the start or end of a word at least.
    """

    keys: frozenset[str] | None
    needs: tuple[Need, ...]
    at_edge: bool


def ways(pattern: re.Pattern[str]) -> tuple[Way, ...] | None:
    """The alternatives of a pattern; None when one of them may match anywhere, or nothing at all."""
    return _known_ways(pattern.pattern, pattern.flags)  # a string keeps its hash, a pattern makes it anew


@lru_cache(maxsize=4096)
def _known_ways(pattern: str, flags: int) -> tuple[Way, ...] | None:
    items = parser.parse(pattern, flags)
    if not items.getwidth()[0] or flags & re.ASCII:
        return None
    found = _ways(list(items))
    if len(found) > _WAYS or not all(way.keys is not None or way.needs for way in found):
        return None
    keys = frozenset[str]().union(*(way.keys for way in found if way.keys is not None))
    return (Way(keys, (), at_edge=True), *(way for way in found if way.keys is None))


def _ways(items: list[Item]) -> list[Way]:
    """A pattern, taken apart where it opens with alternatives and more is known of each than of all together."""
    start, needs = _Sequence.of(items).found()
    at_edge = _starts_at_edge(items)
    keys = frozenset(map(_key, start)) if at_edge else _UNKNOWN
    if not keys & _UNKNOWN:
        return [Way(keys, tuple(needs), at_edge)]
    at = next((at for at, (what, _) in enumerate(items) if what not in NO_WIDTH), len(items))
    inside = options(items[at]) if at < len(items) else []
    apart = [way for option in inside for way in _ways([*items[:at], *option, *items[at + 1 :]])]
    is_bounded = any(need.reach is not None for need in needs)
    if apart and (not is_bounded or all(way.keys is not None for way in apart)):
        return apart
    return [Way(None, tuple(needs), at_edge)]


def _key(text: str) -> str:
    """The opening of the first word of a listed text; empty when it begins with none, or with a part of one."""
    word = _WORD.match(text)
    return word[1][:KEY] if word is not None and (word[2] or len(word[1]) >= KEY) else ""


class _Sequence:
    """Items read one after the other; a run of those whose texts can be listed is a need."""

    def __init__(self) -> None:
        self.texts: Texts = _NOTHING
        self.needs: list[Need] = []
        self.start: frozenset[str] | None = None
        self._run = _NOTHING
        self._before_run: int | None = 0
        self._before: int | None = 0

    @classmethod
    def of(cls, items: Iterable[Item]) -> "_Sequence":
        """The items read."""
        sequence = cls()
        for item in items:
            sequence._read(item)
        sequence._close()
        return sequence

    def found(self) -> tuple[frozenset[str], list[Need]]:
        """What all matches start with, and what they need."""
        return self.start or _NOTHING, self.needs

    def _read(self, item: Item) -> None:
        own, inner = _item(item)
        self.texts = _joined(self.texts, own)
        longer = _joined(self._run, own)
        if longer is None:
            self._close()
            self.needs += [Need(need.pieces, _sum(self._before, need.reach)) for need in inner]
            self._run, self._before_run = own or _NOTHING, self._before
        else:
            self._run = longer
        self._before = _sum(self._before, _width(item))
        if own is None:
            self._before_run = self._before

    def _close(self) -> None:
        if self.start is None:
            self.start = self._run
        need = _need(self._run)
        if need is not None:
            self.needs.append(Need(need.pieces, _sum(self._before_run, need.reach)))


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _joined(before: Texts, behind: Texts) -> Texts:
    if before is None or behind is None or len(before) * len(behind) > max(_LISTED, len(before), len(behind)):
        return None
    return frozenset(one + other for one in before for other in behind)


def _need(texts: frozenset[str]) -> Need | None:
    """What a run of letters needs: its texts, without those that another is a part of."""
    plain = {text.replace(_EDGE, "") for text in texts}
    return _of_few(plain, max(map(len, plain))) if all(map(str.strip, plain)) else None


def _of_few(texts: set[str], reach: int | None) -> Need | None:
    """The need of one of some texts, which are shortened where they are many; None where they are still too many."""
    for letters in _SHORTENED:
        short = {text[:letters] for text in texts}
        if len(short) <= _PIECES:
            return Need(frozenset(s for s in short if not any(o != s and o in s for o in short)), reach)
    return None


def _item(item: Item) -> tuple[Texts, list[Need]]:
    what, of = item
    found: tuple[Texts, list[Need]] = None, []
    if what in NO_WIDTH:
        found = frozenset({_EDGE}) if _is_edge(item) else _NOTHING, []
    elif what is op.LITERAL:
        found = _letters([chr(of)]), []
    elif what is op.IN:
        found = _class(of), []
    elif what in REPEATS:
        found = _repeat(*of)
    elif inside := options(item):
        found = _branch([_Sequence.of(way) for way in inside])
    return found


def _is_edge(item: Item) -> bool:
    """True for "\\b", and for "(?![\\w-])" behind a letter."""
    what, of = item
    return (what is op.AT and of is op.AT_BOUNDARY) or (what is op.ASSERT_NOT and of[0] > 0 and _holds_letters(of[1]))


def _holds_letters(items: Iterable[Item]) -> bool:
    """True for "\\w" and classes that have it."""
    kinds = [of for what, of in items if what is op.IN]
    return len(kinds) == len(list(items)) == 1 and _WORD_LETTERS in kinds[0] and _NEGATED not in kinds[0]


def _letters(letters: Sequence[str]) -> Texts:
    kinds = frozenset(map(small, letters))
    return kinds if len(kinds) <= _LETTERS else None


_SMALL = {ord("İ"): "i"} | {
    code: min(filter(str.isalpha, map(chr, (code, *others)))) for code, others in casefix._EXTRA_CASES.items()
}
"""For small letters that ``re.IGNORECASE`` takes for each other the first of them: "ς" also for "σ"."""


def small(text: str) -> str:
    """A text in small letters, one for one, and one for all that ``re.IGNORECASE`` takes for the same."""
    return text.translate(_SMALL).lower().translate(_SMALL)


def _class(members: list[Item]) -> Texts:
    letters: list[str] = []
    for what, of in members:
        if what is op.LITERAL:
            letters.append(chr(of))
        elif what is op.RANGE and of[1] - of[0] < _LETTERS:
            letters += map(chr, range(of[0], of[1] + 1))
        else:
            return None
    return _letters(letters)


def options(item: Item) -> list[list[Item]]:
    """What a group or an alternation consists of, one list for each way to match it.

    None for a group of "(?a:…)", where letters and edges of words are others.
    """
    what, of = item
    if what is op.SUBPATTERN:
        return [list(of[3])] if not of[1] & re.ASCII else []
    if what is op.ATOMIC_GROUP:
        return [list(of)]
    return [list(way) for way in of[1]] if what is op.BRANCH else []


def _branch(branches: list[_Sequence]) -> tuple[Texts, list[Need]]:
    """What one of several has: of each what is seldomest; nothing when one of them needs nothing."""
    if len(branches) == 1:
        return branches[0].texts, branches[0].needs
    known = [branch.texts for branch in branches if branch.texts is not None]
    texts = frozenset[str]().union(*known)
    if len(known) == len(branches):
        return texts, []
    if not all(branch.needs for branch in branches):
        return None, []
    chosen = [min(branch.needs, key=lambda need: (need.reach is None, need.frequency)) for branch in branches]
    pieces = set[str]().union(*(need.pieces for need in chosen))
    bounded = [need.reach for need in chosen if need.reach is not None]
    reach = max(bounded) if len(bounded) == len(chosen) else None
    need = _of_few(pieces, reach)
    return None, [need] if need is not None else []


def _repeat(least: int, most: int, items: Iterable[Item]) -> tuple[Texts, list[Need]]:
    inside = _Sequence.of(items)
    if most == 1 and inside.texts is not None:
        return (inside.texts if least else inside.texts | _NOTHING), []
    return None, inside.needs if least else []


def _width(item: Item) -> int | None:
    """The most characters that an item matches; None without a limit."""
    if item[0] in (op.GROUPREF, op.GROUPREF_EXISTS):
        return None
    width = parser.SubPattern(parser.State(), [item]).getwidth()[1]
    return int(width) if width < op.MAXREPEAT else None


def _starts_at_edge(items: Iterable[Item]) -> bool:
    """True when every match starts where a word starts or ends."""
    after_no_letter = False
    for what, of in items:
        if what is op.AT and of is op.AT_BOUNDARY:
            return True
        if what is op.ASSERT_NOT and of[0] < 0:
            after_no_letter = after_no_letter or _holds_letters(of[1])
        elif what not in NO_WIDTH:
            return _is_at_edge((what, of), after_no_letter)
    return False


def _is_at_edge(item: Item, after_no_letter: bool) -> bool:
    if after_no_letter:
        return _begins_with_letter(item)
    inside = options(item)
    return bool(inside) and all(map(_starts_at_edge, inside))


def _begins_with_letter(item: Item) -> bool:
    what, of = item
    if what is op.LITERAL:
        return chr(of).isalnum()
    if what is op.IN:
        return all(map(_is_of_letters, of))
    inside = [list(of[2])] if what in REPEATS and of[0] else options(item)
    return bool(inside) and all(bool(way) and _begins_with_letter(way[0]) for way in inside)


def _is_of_letters(member: Item) -> bool:
    what, of = member
    return (what is op.LITERAL and chr(of).isalnum()) or (
        what is op.RANGE and of[1] < 128 and all(chr(code).isalnum() for code in range(of[0], of[1] + 1))
    )


def near(places: Iterable[int], reach: int) -> Iterator[int]:
    """Every offset within ``reach`` characters before one of some places, in order and once; places come in order."""
    done = 0
    for place in places:
        yield from range(max(done, place - reach), place + 1)
        done = max(done, place + 1)
