"""The words and sentences of a text, each word with a key under which spellings of one word meet."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.language.quantities import number
from bot.model import FieldName

LONGEST_WORD: Final = 64
"""What is longer is no word, and not worth a place in the cache."""
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z0-9])|\n")
_OPENING: Final = re.compile(r"[“\"‘(\[:]\Z|[.!?…\n][”\"’)]?\s*\Z")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SPELLINGS: Final = (
    (re.compile(r"(?<=[a-z]{2})our"), "or"),
    (re.compile(r"(?<=[a-z]{2}[btcv])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2})([iy])s(?=(?:e[sdr]?|ers|ing|ations?)$)"), r"\1z"),
    (re.compile(r"(?<=[a-z])ll(?=(?:ed|ing|ers?|ations?)$)"), "l"),
    (re.compile(r"(?<=[a-z])([ao])e(?=[a-z]{3})"), "e"),
    (re.compile(r"(?<=[a-z]{2})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=gra)mme(?=s?$)"), "m"),
    (re.compile(r"(?<=dg)e(?=ment)"), ""),
)
"""British spellings and what they become in American, by their letters. A word that is changed by mistake does no
harm: keys are compared with keys."""
_SINGLE: Final = {
    **{"grey": "gray", "tyre": "tire", "tyres": "tires", "cheque": "check", "cheques": "checks", "kerb": "curb"},
    **{"plough": "plow", "aluminium": "aluminum", "towards": "toward", "amongst": "among", "whilst": "while"},
    **{"learnt": "learned", "ageing": "aging", "sceptical": "skeptical", "enquiry": "inquiry", "ok": "okay"},
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a field: ``field[start:end] == text``.

    ``key`` is the same for "Colour" and "color", for "twelve" and "12"; ``opens`` is True at the start of
    a sentence or quotation, where a capital letter says nothing.
    """

    text: str
    key: str
    start: int
    end: int
    field: FieldName = "text"
    opens: bool = False

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def words(text: str, field: FieldName = "text", start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of ``text[start:end]``, in order; marks are passed over and hyphens divide."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        before = text[max(0, match.start() - 3) : match.start()]
        opens = match.start() == 0 or _OPENING.search(before) is not None
        key = _key(match.group()) if len(match.group()) <= LONGEST_WORD else match.group().lower()
        yield Word(match.group(), key, match.start(), match.end(), field, opens)


def sentences(text: str, field: FieldName = "text") -> Iterator[tuple[Word, ...]]:
    """The sentences of a text as their words, none empty. A line ends a sentence too."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if found := tuple(words(text, field, start, match.start())):
            yield found
        start = match.end()
    if found := tuple(words(text, field, start)):
        yield found


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    """Lower case, one spelling, no accents, no possessive ending; a number by its value."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text).replace("’", "'"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower().replace(".", "")
    if (value := number(text)) is not None:
        return repr(value)
    plain = _SINGLE.get(plain, plain)
    if len(plain) > 4 and plain.isalpha():
        for spelling, other in _SPELLINGS:
            plain = spelling.sub(other, plain)
    return plain
