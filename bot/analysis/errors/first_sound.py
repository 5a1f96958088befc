"""The first sound of a word, which says whether “a” or “an” stands before it.

The rules were checked against the CMU Pronouncing Dictionary; where it or usage knows two ways, none is taken.
"""

import re

from bot.analysis.errors.lexicon import word_set

_VOWEL_NAMES = "AEFILMNORSX"
"""Letters whose names begin with a vowel in all of English: "an X-ray", "an MP"."""

_SPELT = word_set("MP MPS MEP MEPS UN EU UK US USA USB UV UFO UFOS SUV SUVS LED NHS FBI IMF AI ID IQ UAE USDA ULEZ")
"""Abbreviations that could be read as words and are not, in capitals."""

_EIGHTS = re.compile(r"8\d{0,2}(?:,\d{3})*|8\d{3,}|1[18](?:,?\d{3})*")
"""Figures that are read with a vowel first: eight, eighty, eight thousand, eleven, eighteen."""

_HUNDREDS = re.compile(r"1,?[18]\d\d")
"""Eleven hundred for some, one thousand one hundred for others."""

_ONSET = re.compile(
    r"(?:[bcfgkps]l|[bcdfgkpt]r|[dst]w|s[ckmnpqt]u?|[cpstw]h|qu|sc[hr]|s[pt]r|thr|shr|[kg]n|wr|ps|[bcdfghjklmnprstvwyz])"
    r"[aeiouy]"
)
"""What a word may begin with that begins with a consonant."""

_YOU = re.compile(r"eu|ew[aei]|unesc|uefa|u(?:[bcdfghjklqrst][aeiou]|ni(?![mndg]|ss|sol)|nan[iy]|kr)|u$")
"""Vowel letters that are read with a consonant first: "European", "useful", "university"."""

_UNSURE = re.compile(
    r"unid|ubu|uz|ud[io]|ul[aiy]|u[iy]gh|uber|utr|unir|uvu|uis|oax|oj|euler|ug[lo]|oui|ouag"
    r"|h(?:erb|omag|ist|otel|abit|al|yster|yp|ilar|is$|i$)|x|y[^aeiou]"
)
_ONE = word_set("one ones oneself oneness once onetime")
_SILENT = re.compile(r"hors$|hours?$|hours?(?:ly|glass|long)|honest|hono(?!lul)|heir")


def takes_an(word: str) -> bool | None:
    """Whether “an” stands before a word or figure, as far as its first hyphen; None when that is not sure."""
    first = re.split(r"[-–’']", word, maxsplit=1)[0]
    if first[:1].isdigit():
        return _figure(first)
    if not first.isascii() or not first.isalpha():
        return None
    if len(first) == 1:
        return None if first in "Hh" or (first.islower() and "-" not in word) else first.upper() in _VOWEL_NAMES
    if first.isupper():
        return _abbreviation(first)
    return _read(first)


def _figure(figure: str) -> bool | None:
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d+", figure) or _HUNDREDS.fullmatch(figure):
        return None
    return bool(_EIGHTS.fullmatch(figure))


def _abbreviation(letters: str) -> bool | None:
    """An abbreviation is spelt, or read as a word where it can be; None where that makes a difference."""
    spelt = None if letters[0] == "H" else letters[0] in _VOWEL_NAMES
    word = letters.lower()
    if letters in _SPELT or not re.search(r"[aeiouy]", word) or not (_ONSET.match(word) or word[0] in "aeiou"):
        return spelt
    return spelt if spelt == _read(word) else None


def _read(word: str) -> bool | None:
    """A word that is read as one."""
    low = word.lower()
    if low in _ONE:
        return False
    if _UNSURE.match(low) or word[0] == "H" or (word != low and word[1:] != low[1:]):
        return None
    if low[0] in "aeiou":
        return not _YOU.match(low)
    if _SILENT.match(low):
        return True
    return False if _ONSET.match(low) else None
