"""Words that the comparison of two versions asks for, and when other words say the same."""

from functools import lru_cache
from typing import Final

from bot.analysis.comparison import Word
from bot.analysis.lexicon import read_words
from bot.language.lemmas import lexicon

_LISTS = read_words("bot.analysis.errors", "versions.toml")
FUNCTION: Final = _LISTS["function"]
NEGATORS: Final = _LISTS["negators"]
DENIALS: Final = _LISTS["denials"]
HEDGES: Final = _LISTS["hedges"]
ATTRIBUTIONS: Final = _LISTS["attributions"]
COURTESIES: Final = _LISTS["courtesies"]
MASCULINE: Final = _LISTS["masculine"]
FEMININE: Final = _LISTS["feminine"]
DAYS: Final = _LISTS["days"]
MONTHS: Final = _LISTS["months"]
SAYINGS: Final = _LISTS["sayings"]
UPDATING: Final = _LISTS["updating"]
_OPPOSITES: Final = frozenset(frozenset(pair.split(":")) for pair in _LISTS["opposites"])
_TAGS: Final = ("VB", "VBD", "VBN", "VBG", "VBZ", "NN", "NNS", "JJ", "JJR", "JJS")
_WHOLE: Final = {
    **{"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")},
    **{"it's": ("it", "is"), "percent": ("per", "cent"), "i'm": ("i", "am"), "let's": ("let", "us")},
    **{"he's": ("he", "is"), "she's": ("she", "is"), "that's": ("that", "is"), "there's": ("there", "is")},
}
_ENDINGS: Final = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}


def content(words: tuple[Word, ...]) -> list[Word]:
    """The words that are not merely grammatical."""
    return [word for word in words if word.key not in FUNCTION]


def keys(words: tuple[Word, ...]) -> list[str]:
    """The keys of some words, contractions written out."""
    return [key for word in words for key in _written_out(word.key)]


def same_words(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """True when the difference is one of spelling, contraction, joining or article, or of an ending alone."""
    one, other = ([key for key in keys(side) if key not in ("a", "an", "the")] for side in (mine, theirs))
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(same_lemma(a, b) for a, b in zip(one, other, strict=True))


def same_lemma(one: str, other: str) -> bool:
    """True when two keys may be forms of one word."""
    return one == other or bool(_lemmas(one) & _lemmas(other))


def opposite(one: str, other: str) -> bool:
    """True for a listed pair of opposites, and for a word and its negation by prefix: "legal", "illegal"."""
    if frozenset((one, other)) in _OPPOSITES:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 4 and longer in {f"{prefix}{shorter}" for prefix in ("un", "in", "im", "il", "ir", "dis")}


def acronym(short: tuple[Word, ...], long: tuple[Word, ...]) -> bool:
    """True when one word is made of the initials of several others: "KWS", "Kenya Wildlife Service"."""
    if len(short) != 1 or len(long) < 2 or not short[0].text.isupper():
        return False
    initials = "".join(word.text[0] for word in long if word.is_capitalised)
    return initials.upper() == short[0].text.replace(".", "").upper()


@lru_cache(maxsize=4096)
def _lemmas(key: str) -> frozenset[str]:
    return frozenset(lexicon().lemma(key, tag).lower() for tag in _TAGS) if key.isalpha() else frozenset({key})


def _written_out(key: str) -> tuple[str, ...]:
    if key in _WHOLE:
        return _WHOLE[key]
    for ending, full in _ENDINGS.items():
        if key.endswith(ending) and len(key) > len(ending):
            return key.removesuffix(ending), full
    return (key,)
