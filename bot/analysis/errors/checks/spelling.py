"""Common words misspelt; names, foreign words and rare words are left alone."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, is_listed, is_word, same_skeleton, stems, word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.slips.fit import place
from bot.language import places
from bot.language.given_names import is_given_name
from bot.language.tokens import Token

TABLE = Path(__file__).parents[1] / "data" / "misspellings.tsv"
_COMMON_SLIPS = dict(line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
"""Frequent misspellings, which need no likeness to be found."""
_SURE = 7
"""Letters from which such a word is questioned in names as well."""
_LEAST_LETTERS = 4
_RARE = word_set(
    "arabica arepa arepas bandh bandhs batard boda bridie bridies cappella codec codecs droveway firmus froe "
    "galette gose hied hodl leat leats mairie mela melas pozole raion raions riad riads roughy sarabande "
    "shearling shearlings shieling siciliana stook stooked stooks stovies thobe thobes tradie tradies tups twerk "
    "twerked twerking utes verjus yeet"
)
"""Right words that look like slips of common ones."""
_SHORT, _SHORTEST = 6, 4
_FEW = 3


@check("typo.spelling", "Misspelt common word", severity="minor", confidence=0.85)
def spelling(copy: Copy) -> Iterator[Finding]:
    """An unknown small-letter word one edit away from a common one. Unknown words that recur are terms."""
    for words in copy.all_words:
        for word, uses in words.by_form.items():
            if word in _COMMON_SLIPS:
                sure = len(word) >= _SURE
                yield from (_finding(copy, use, _COMMON_SLIPS[word]) for use in uses if sure or not use.ent_type_)
                continue
            token = uses[0]
            if token.tag_ in ("VBZ", "NNS") and token.is_lower and (right := _meant_by_carried_y(word, token.tag_)):
                yield _finding(copy, token, right)
            if (
                len(uses) > 1
                or len(word) < _LEAST_LETTERS
                or is_listed(word)
                or word in _RARE
                or not _is_candidate(token)
                or _is_introduced(token)
            ):
                continue
            plain = _meant_by_ending(word)
            if plain is None and len(word) >= _SURE and not is_word(word) and not _is_regular(word):
                plain = _meant_by_swap(word, _KNOWN)
            if plain is not None:
                yield _finding(copy, token, plain)
                continue
            meant = _meant_alone(token) or (None if _is_cited(token) else _meant_here(token))
            if meant is not None:
                yield _finding(copy, token, meant)


def _meant_alone(token: Token) -> str | None:
    """What an unknown word may have been meant for, whatever stands around it."""
    word = token.lower_
    if (is_word(word) and not _is_name_with_s(word)) or (token.pos_ == "PROPN" and token.is_lower):
        return None
    return None if _is_regular(word) or _is_compound(word) else _meant_word(word)


def _meant_here(token: Token) -> str | None:
    """The common word one edit away that fits well between its neighbours, of a word that is in no list.

    Words made of a common one of four letters or more, or of two such, are left alone: "influencer", "lambswool".
    """
    word = token.lower_
    if not token.is_lower or _is_regular(word) or any(_is_stem(stem) for stem in stems(word)):
        return None
    if any(_is_stem(word[:i]) and _is_stem(word[i:]) for i in range(_SHORTEST, len(word) - _SHORTEST + 1)):
        return None
    needed = _KNOWN_HERE if len(word) >= _SHORT else _VERY_COMMON
    fits = _SHORT_FITS if len(word) < _SHORT and token.pos_ in ("NOUN", "PROPN", "ADJ") else _FITS
    near = sorted({edit for edit in _edits(word) if commonness(edit) >= needed and not _is_name(edit)})
    best = place(token).best_in(near) if near else None
    return best[0] if best is not None and best[1] >= fits else None


def _is_name(word: str) -> bool:
    return _is_only_a_name(word) or places.lookup(word.capitalize()) is not None


def _is_cited(token: Token) -> bool:
    """True for a word in quotation marks of its own, as new ones are given: the “frunk”."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return any(other.is_quote for other in around)


def _is_introduced(token: Token) -> bool:
    """True for a term that the words before name as one: "called spraint", "known to the learned as spraint"."""
    before = [other.lower_ for other in token.doc[max(token.sent.start, token.i - _FAR) : token.i]]
    return before[-1:] == ["called"] or (before[-1:] == ["as"] and not _NAMED_AS.isdisjoint(before))


_FAR = 7
_NAMED_AS = frozenset({"known", "describe", "described", "labelled", "labeled", "referred"})


def _is_stem(word: str) -> bool:
    return len(word) >= _SHORTEST and commonness(word) >= _KNOWN


_KNOWN_HERE, _FITS, _SHORT_FITS = 22, -4.5, -3.0
"""How common the other word is, and log10 of how well it fits; short nouns may be rare or foreign: "leat", "riad"."""


def _meant_word(word: str) -> str | None:
    """What an unknown word may have been meant for, by its length; a verb of which a form is known is one itself."""
    if len(word) == _SHORTEST:
        return _meant_by_swap(word, _COMMONEST)
    if len(word) < _SHORT:
        return _meant_by_short(word)
    meant = _meant(word) or _meant_by_rarer(word) or _meant_by_longer(word)
    if meant is None or word.removeprefix(meant) in _LATIN:
        return None  # "robusta"
    return None if meant.removeprefix(word) in ("d", "s", "r", "rs") else meant


_LATIN = ("a", "us", "um", "i", "o")
"""Endings that make a Latin or Romance word of a plain one."""


def _meant_by_ending(word: str) -> str | None:
    """ "prosecutors" for "prosecuters", "defendant" for "defendent", "engineering" for "enginering".

    That such a word can be made of a stem and an ending, or of two words, does not make it one.
    """
    if len(word) < _SURE:
        return None
    doubled = same_skeleton(word)
    if doubled is not None and commonness(doubled) >= _VERY_COMMON and not doubled.startswith(word[:-3]):
        return doubled
    for wrong, right in _ENDINGS:
        if word.endswith(wrong) and commonness(meant := word[: -len(wrong)] + right) >= _COMMON:
            return meant
    return None


_SWAPPED = (("er", "or"), ("ent", "ant"), ("ant", "ent"), ("ence", "ance"), ("ance", "ence"), ("ible", "able"))
_ENDINGS = (*_SWAPPED, ("able", "ible"), *((f"{wrong}s", f"{right}s") for wrong, right in _SWAPPED))
"""Endings that sound alike, the wrong and the right one."""


def _is_name_with_s(word: str) -> bool:
    """True for "manuels": a form that only a given name could have, and no name is written small."""
    return word.endswith("s") and len(word) >= _SURE and _is_only_a_name(word[:-1])


def _meant_by_carried_y(word: str, tag: str) -> str | None:
    """ "dries" for "drys": a "y" that an ending leaves as it is; of nouns a few do keep it ("the drys")."""
    surer = commonness(word) + _SURE_BITS + (2 if tag == "NNS" else 0)
    carried = word[:-2] + "ies" if len(word) >= _SHORTEST and word.endswith("ys") and word[-3] not in "aeiou" else ""
    return carried if commonness(carried) >= surer and commonness(carried) >= _KNOWN else None


_SURE_BITS, _KNOWN = 4, 18


def _meant_by_swap(word: str, needed: int) -> str | None:
    """The one word as common as that which two neighbouring letters make when they change places, the first let be."""
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)} - {word}
    common = [edit for edit in swapped if commonness(edit) >= needed]
    return common[0] if len(common) == 1 else None


def _meant_by_rarer(word: str) -> str | None:
    """A less common word, where the slip itself is a usual one: letters swapped, a double one single, a part twice."""
    if len(word) < _SURE:
        return None
    single = {word[:i] + letter + word[i:] for i, letter in enumerate(word) if i} | {_TWICE.sub(r"\1", word)}
    common = [edit for edit in single - {word} if commonness(edit) >= _KNOWN]
    return common[0] if len(common) == 1 else _meant_by_swap(word, _KNOWN)


_TWICE = re.compile(r"([a-z]{2,3})\1")
_COMMONEST = 24


def _is_regular(word: str) -> bool:
    """True for a form that the list of words lacks but its stem has: "warier", "grubbed", "securitise"."""
    changed = _CHANGED_Y.fullmatch(word)
    if changed is not None:
        return commonness(f"{changed[1]}y") > 0
    made = _MADE_VERB.fullmatch(word)
    if made is not None and any(is_listed(made[1] + end) for end in ("", "y", "e")):
        return True
    doubled = _DOUBLED.fullmatch(word)
    return doubled is not None and commonness(doubled[1]) > 0


_CHANGED_Y = re.compile(r"([a-z]{2,}[^aeiou])i(?:er|est|ed|ly|ness)")
_MADE_VERB = re.compile(r"([a-z]{4,})i[sz](?:e|ed|es|ing|ation)")
_DOUBLED = re.compile(r"([^aeiou]{1,3}[aeiou]([bdgklmnprt]))\2(?:ed|ing|er|ers|est)")


def _finding(copy: Copy, token: Token, meant: str) -> Finding:
    right = meant.capitalize() if token.text[0].isupper() else meant
    return Finding(
        copy.of(token),
        f"Possible misspelling: “{token.text}” is close to “{right}”. Check the word.",
        suggestion=right,
    )


def _is_candidate(token: Token) -> bool:
    """A plain word of small letters; a capital may be that of a name ("Arabica"), but for a long plural that opens."""
    plain = token.is_alpha and token.is_ascii and not token.ent_type_ and not _is_joined(token)
    long_opener = token.is_sent_start and token.is_title and token.tag_ == "NNS" and len(token) >= _LONG
    return plain and (token.text.islower() or bool(long_opener))


def _is_joined(token: Token) -> bool:
    """True for a piece of a longer string: a hyphenated compound, a web address, a tag."""
    before = token.i and not token.nbor(-1).whitespace_ and token.nbor(-1).text[-1] in "-–/@#._’'"
    after = (
        token.i + 1 < len(token.doc)
        and not token.whitespace_
        and token.nbor().text[0] in "-–/@_’'"
        and token.nbor().tag_ != "POS"
    )
    return bool(before or after)


def _meant(word: str) -> str | None:
    """The common word that is one edit away; None when there is none that is clearly commoner than the rest."""
    if (doubled := same_skeleton(word)) is not None:
        return doubled
    needed = max(15, 22 - 2 * max(0, len(word) - _SURE))
    near = {edit for edit in _edits(word) if commonness(edit) >= needed and not _is_only_a_name(edit)}
    ranked = sorted(near, key=lambda edit: (-commonness(edit), edit))
    if not ranked or (len(ranked) > _FEW and len(word) < 8):
        return None
    return ranked[0]


def _meant_by_short(word: str) -> str | None:
    """The one common word that five letters make when two neighbours change places or one is doubled or made single."""
    if (doubled := same_skeleton(word)) is not None:
        return doubled
    return _meant_by_swap(word, _VERY_COMMON)


def _meant_by_longer(word: str) -> str | None:
    """The one common word that a long one makes with two letters put in: "preliminary" for "prelimary"."""
    if len(word) < _LONG:
        return None
    pairs = [a + b for a in string.ascii_lowercase for b in string.ascii_lowercase]
    longer = {word[:i] + pair + word[i:] for i in range(2, len(word) - 1) for pair in pairs}
    common = [edit for edit in longer if commonness(edit) >= _COMMON]
    return common[0] if len(common) == 1 else None


_VERY_COMMON, _COMMON = 24, 22
_LONG = 9


def _is_only_a_name(word: str) -> bool:
    return commonness(word) < 24 and is_given_name(word)


def _is_compound(word: str) -> bool:
    """True for two common words in one: "harbourmaster"."""
    halves = ((word[:i], word[i:]) for i in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1))
    return any(min(commonness(half), commonness(other)) >= _HALF_AS_COMMON for half, other in halves)


_LEAST_HALF, _HALF_AS_COMMON = 5, 20


_VOWELS = frozenset("aeiou")


def _edits(word: str) -> Iterator[str]:
    """Every string one edit away, two vowels exchanged ("souviner") among them. The first letter stays."""
    for i in range(1, len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if len(tail) > 2 and tail[0] in _VOWELS and tail[2] in _VOWELS:
            yield head + tail[2] + tail[1] + tail[0] + tail[3:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
