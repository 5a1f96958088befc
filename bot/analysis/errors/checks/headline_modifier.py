"""A name of two words of which the headline has another first word than the text: "Gull Ledge" over Gannet Ledge."""

from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.checks.headline_name import is_sentence_case
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.headings import in_marks
from bot.analysis.errors.registry import Finding, check
from bot.language import titles
from bot.language.given_names import is_given_name
from bot.language.places import lookup
from bot.language.tokens import Token

_TWICE = 2
_LEAST_LETTERS = 3


@check(
    "headline.modifier",
    "First word of a name in the headline, another in the text",
    severity="critical",
    confidence=0.7,
)
def headline_modifier(copy: Copy) -> Iterator[Finding]:
    """A word before a name that the text never has, where it has the name behind one other word each time, twice.

    A surname may stand alone too, as people are named in full but once.
    """
    title = copy.docs[0]
    if not is_sentence_case(title) or "?" in copy.title:
        return
    for word, name in pairwise(title):
        if (
            not (_is_name(word) and _is_name(name))
            or word.lower_ in copy.words.by_form
            or in_marks(copy.title, word.idx)
        ):
            continue
        rival = _only_word_before(copy, word, name)
        if rival is not None and not _is_same(word.text, rival.text) and word.text not in copy.text:
            yield Finding(
                copy.of(word),
                f"Possible contradiction: the headline says “{word.text} {name.text}”, the text “{rival.text} "
                f"{name.text}”. Check which is right.",
                suggestion=rival.text,
                evidence=(copy.of(rival),),
            )


def _is_name(word: Token) -> bool:
    return word.text.istitle() and word.is_alpha and len(word.text) >= _LEAST_LETTERS


def _only_word_before(copy: Copy, word: Token, name: Token) -> Token | None:
    """The capitalised word that the text has before a name wherever it has it."""
    uses = [t for t in copy.words.spelt({name.lower_}) if t.text == name.text]
    before = [t.nbor(-1) for t in uses if t.i and _is_name(t.nbor(-1)) and not _opens(t.nbor(-1))]
    if not before or len({t.text for t in before}) > 1 or len(uses) < _TWICE:
        return None
    person = all(map(is_given_name, (word.text, before[0].text))) and not titles.is_title(before[0].text)
    if len(before) < len(uses) and not (person and lookup(name.text) is None and name.pos_ == "PROPN"):
        return None
    return before[0]


def _opens(word: Token) -> bool:
    """True for a word with which a sentence begins, whose capital tells nothing: "Old Harwich was", "But Harwich"."""
    return bool(word.is_sent_start) and word.pos_ not in ("PROPN", "NOUN", "ADJ")


def _is_same(word: str, other: str) -> bool:
    """True for two forms of one word, a people and its country, and a title beside a name."""
    if titles.is_title(word) != titles.is_title(other):
        return True
    here, there = lookup(word), lookup(other)
    if here is not None and there is not None and here.country == there.country and here.country is not None:
        return True
    return word[:2].lower() == other[:2].lower()
