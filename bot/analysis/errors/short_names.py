"""How an abbreviation goes with the name that it stands for: by its letters, and by a table of well-known ones."""

import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path

from bot.language import places

TABLE = Path(__file__).parent / "data" / "acronyms.tsv"
_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "at", "a", "an", "de", "la", "des", "du", "und", "del", "&", "with"}
)
_SPELT_ALIKE = (
    ("isation", "ization"), ("programme", "program"), ("labour", "labor"), ("defence", "defense"), ("centre", "center"),
    ("centers", "center"), ("co operation", "cooperation"), ("u.n. ", "united nations "),
    ("u.s. ", "united states "), ("u.k. ", "united kingdom "), ("un ", "united nations "), ("us ", "united states "),
)  # fmt: skip


def fits(name: str, short: str) -> bool:
    """True when the letters are initials of the name or of its end, or letters inside it, in order ("BioNTech")."""
    wanted = [c for c in short.upper() if c.isalpha()]
    return wanted in list(initials(name)) or _is_hidden_in(name, wanted)


def initials(name: str) -> Iterator[list[str]]:
    """Initials of the name and of its endings, small words left out or kept."""
    words = [word for word in re.split(r"[ -]", name.replace("Thousand", "Mille")) if word and word[0].isalpha()]
    for skip in range(max(1, min(4, len(words) - 1))):
        rest = words[skip:]
        yield [word[0].upper() for word in rest if word.lower() not in _SMALL or word[0].isupper()]
        yield [word[0].upper() for word in rest]


def _is_hidden_in(name: str, wanted: list[str]) -> bool:
    capitals = iter([c.upper() for i, c in enumerate(name) if c.isupper() or (i and name[i - 1] in "- ")])
    return all(letter in capitals for letter in wanted)


def may_come_from(name: str, short: str) -> bool:
    """True when the letters stand in the name at all, in this order and from the initial of a word on."""
    letters = iter(name.upper())
    wanted = [c for c in short.upper() if c.isalpha()]
    starts = {word[0].upper() for word in re.split(r"[ -]", name) if word}
    return wanted[0] in starts and all(letter in letters for letter in wanted)


def is_slip(name: str, short: str) -> bool:
    """True when the letters are one apart from the initials of the name: one replaced, added or two swapped."""
    letters = [c for c in short.upper() if c.isalpha()]
    if len(letters) < 3 or not short.isupper() or fits(name, short):
        return False
    return any(one_apart(form, letters) for form in initials(name))


def one_apart(one: list[str], other: list[str]) -> bool:
    """True for lists with the same first letter, one letter replaced or added to the second, or letters swapped."""
    if one[:1] != other[:1]:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        return len(differing) == 1 or (len(differing) == 2 and sorted(one) == sorted(other))
    if len(one) + 1 == len(other) and len(other) >= 4:
        return any(other[:i] + other[i + 1 :] == one for i in range(1, len(other)))
    return False


def known_names(short: str) -> tuple[str, ...]:
    """The names that a well-known abbreviation stands for."""
    return _known().get(short, ())


def contradicts_known(name: str, short: str) -> bool:
    """True for a well-known abbreviation beside the known name of another, or beside its own with a word replaced."""
    own = [_words(known) for known in known_names(short)]
    words = _words(name)
    if any(_within(known, words) for known in own):
        return False
    if any(_is_almost(known, words, is_long=len(short) >= _LONG, is_short=len(short) < 3) for known in own):
        return True
    if len(short) >= _LONG and not fits(name, short) and any(_is_half(known, words) for known in own):
        return True
    is_other = any(tuple(words[start:]) in _known_words() for start in range(len(words) - 2))
    return is_other and (bool(own) or (short.isupper() and not fits(name, short)))


def _within(known: list[str], words: list[str]) -> bool:
    return any(words[i : i + len(known)] == known for i in range(len(words)))


_LONG = 4
"""Letters of an abbreviation that hardly stands for the like of another country as well."""


def _is_almost(known: list[str], words: list[str], *, is_long: bool, is_short: bool = False) -> bool:
    """True for as many words, of which one is another: "World Hospital Organization"; of two the second."""
    if len(known) < (2 if is_short else 3) or len(words) < len(known) or (is_short and words[:1] != known[:1]):
        return False
    return any(_differ_in_a_word(known, one, is_long) for one in (words[-len(known) :], words[: len(known)]))


def _differ_in_a_word(known: list[str], words: list[str], is_long: bool) -> bool:
    differing = [(a, b) for a, b in zip(known, words, strict=True) if a != b]
    return len(differing) == 1 and _is_other_word(*differing[0], or_place=is_long)


def with_commas(before: str, short: str) -> str | None:
    """The end of some text where it is the known name of an abbreviation, with commas in it, but for one word.

    "the United Nations Educational, Scientific and Climate Organization" before "(UNESCO)".
    """
    for known in known_names(short):
        size = len(known.split())
        name = " ".join(before.split()[-size:])
        if "," in known and "," in name and _is_almost(_words(known), _words(name), is_long=True):
            return name
    return None


def _is_half(known: list[str], words: list[str]) -> bool:
    """True for as many words, of which half are the same: "Competition and Trade Board of Singapore"."""
    return len(known) == len(words) >= _TELLING and 2 * len({*known} & {*words}) >= len(known)


def _is_other_word(one: str, other: str, *, or_place: bool = False) -> bool:
    """True for words of two stems; mostly those of places do not count, as what is of another country has the same
    name else.
    """
    stem = max(5, -(-3 * min(len(one), len(other)) // 4))
    is_other = one[:stem] != other[:stem] or {one, other} == {"institute", "institution"}
    return is_other and (or_place or not any(places.lookup(word.title()) for word in (one, other)))


_TELLING = 4
"""Words of a name of which all but one say which body is meant; of a shorter one the text says the abbreviation."""


def almost_known(name: str, used: Container[str]) -> str | None:
    """The known name that a name would be but for one word behind the first: "Federal Deposit Assurance Corporation".

    ``used`` are the abbreviations of the text.
    """
    words = tuple(_words(name))
    for length in range(len(words), 2, -1):
        tail = words[-length:]
        if tail in _known_words():
            return None
        for gap in range(1, length):
            for known, short, right in _gapped().get((*tail[:gap], "", *tail[gap + 1 :]), ()):
                if (length >= _TELLING or short in used) and _is_other_word(right, tail[gap]):
                    return known
    return None


@cache
def _known_words() -> dict[tuple[str, ...], tuple[str, str]]:
    """The known names by their words, each as it is written and with its abbreviation."""
    return {tuple(_words(name)): (name, short) for short, names in _known().items() for name in names}


@cache
def _gapped() -> dict[tuple[str, ...], list[tuple[str, str, str]]]:
    """The known names with a word left out, each with its abbreviation and that word."""
    found: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for words, (name, short) in _known_words().items():
        for gap in range(1, len(words)):
            found.setdefault((*words[:gap], "", *words[gap + 1 :]), []).append((name, short, words[gap]))
    return found


def _words(name: str) -> list[str]:
    plain = name.lower().replace("’", "'").replace("-", " ").removeprefix("the ")
    for one, other in _SPELT_ALIKE:
        plain = plain.replace(one, other)
    return [word.removesuffix("'s") for word in plain.replace(",", "").split() if word not in _SMALL]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return {short: tuple(names.split("|")) for short, names in (line.split("\t") for line in lines)}
