"""Names as strings: what is the same name, a shorter form of it, or its initials."""

import re
import unicodedata
from functools import lru_cache

from bot.analysis.actors.nouns import COMPANY_FORMS, PARTICLES
from bot.language import titles

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "md", "phd", "qc", "kc", "sc", "mp", "obe", "mbe", "cbe", "esq"])
_GIVEN_NAMES_TOO = frozenset({"dean", "earl", "rex", "duke"})
SMALL_WORDS = frozenset(
    ["the", "of", "and", "for", "in", "on", "at", "to", "a", "an", "&", "de", "la", "du", "et", "des"]
)
_MAX_SPELLINGS = 16
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w|\s|$)")
_ARTICLE = re.compile(r"^(?:[Tt]he|an?)\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*", re.UNICODE)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word without case, accents, full stops and possessive: "Zoë's" and "zoe" are the same."""
    word = re.sub(r"['’]s?$", "", word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().replace(".", "").replace("’", "'")


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without a leading article and without what stands in brackets."""
    name = _ARTICLE.sub("", re.sub(r"\(.*?\)", " ", name).strip())
    found = [fold(word) for word in _WORD.findall(_DOTS.sub("", name))]
    return tuple(word for word in found if word)


def is_title(word: str) -> bool:
    """True for an honorific, rank or office before a name; not for those that are as often given names."""
    return titles.is_title(word) and fold(word) not in _GIVEN_NAMES_TOO


@lru_cache(maxsize=20_000)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles before and letters behind it."""
    found = list(words(name))
    while len(found) > 1 and is_title(found[0]):
        found = found[1:]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found = found[:-1]
    return tuple(found)


def surname(name: tuple[str, ...]) -> tuple[str, ...]:
    """The surname of a person's words, its particles included."""
    start = len(name) - 1
    while start > 1 and name[start - 1] in PARTICLES:
        start -= 1
    return name[max(start, 0) :]


def is_initial(word: str) -> bool:
    """True for "j" and "kc", the initials of given names with their full stops folded away."""
    return len(word) == 1 or (len(word) == 2 and not set(word) & set("aeiouy"))


def same_person_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True when ``short`` may be a form of the longer (or equal) name ``full``.

    "Lavrov", "S. Lavrov" and "Sergey Lavrov" of "Sergey Viktorovich Lavrov"; "von der Leyen" of "Ursula von
    der Leyen"; "Xi" of "Xi Jinping"; a given name alone.
    """
    if not short or len(short) > len(full):
        return False
    if len(short) == 1 and len(full) > 1:
        return short[0] in (full[0], full[-1]) or short == surname(full) or short[0] in full[-1].split("-")
    if short == full[-len(short) :] and len(short) == len(surname(full)):
        return True
    if short[-1] != full[-1]:
        return short == full[: len(short)] and len(short) > 1 and full[-1] not in PARTICLES
    at = 0
    for word in short[:-1]:
        match = next((i for i in range(at, len(full) - 1) if _agrees(word, full[i])), None)
        if match is None:
            return short == full[-len(short) :]
        at = match + 1
    return True


def _agrees(word: str, full: str) -> bool:
    """Equal given names, an initial of one, or two spellings of a longer one ("Kristin", "Kristen")."""
    if word == full:
        return True
    if min(len(word), len(full)) >= 6 and (word[0], word[-1], len(word)) == (full[0], full[-1], len(full)):
        return _distance(word, full) == 1
    short, long = sorted((word, full), key=len)
    return is_initial(short) and long[0] == short[0]


@lru_cache(maxsize=20_000)
def initials(name: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that a name may have, with or without any of its small words ("co-operation" counts as c or co)."""
    parts = [part for word in name for part in ([word] if word in SMALL_WORDS else word.split("-")[:1])]
    content = [part for part in parts if part not in SMALL_WORDS]
    if len(content) < 2:
        return frozenset()
    split = [piece for word in name if word not in SMALL_WORDS for piece in word.split("-") if piece]
    spelled = {""}
    for part in parts:
        kept = spelled if part in SMALL_WORDS and len(spelled) < _MAX_SPELLINGS else set()
        spelled = kept | {start + part[0] for start in spelled}
    return frozenset({*spelled, "".join(piece[0] for piece in split)}) - {content[0][0]}


def is_acronym(text: str) -> bool:
    """True for "NATO", "U.N.", "WHO", "BaFin" is not one."""
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(c.isupper() for c in letters) >= len(letters) - 1 >= 1


def same_organization_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True when two organisation names are one: equal but for the company's form, or acronym and full name."""
    if short == full:
        return True
    one, other = _without_form(short), _without_form(full)
    if one == other or (len(one) > 1 and one[:-1] == other[:-1] and _is_plural_of(one[-1], other[-1])):
        return True
    if len(one) == 1 and one[0] in initials(other) | initials(full):
        return True
    return len(other) == 1 and other[0] in initials(one) | initials(short)


def _is_plural_of(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


def _without_form(name: tuple[str, ...]) -> tuple[str, ...]:
    kept = list(name)
    while len(kept) > 1 and kept[-1] in COMPANY_FORMS:
        kept.pop()
    return tuple(kept)


def is_misspelling(one: str, other: str) -> bool:
    """True when two long surnames with the same first letter are a letter or two apart."""
    if min(len(one), len(other)) < 5 or one[0] != other[0]:
        return False
    return _distance(one, other) <= (2 if min(len(one), len(other)) >= 8 else 1)


def _distance(one: str, other: str) -> int:
    """Levenshtein's edit distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
