"""A name that only the headline has."""

import re
from collections.abc import Iterator

from bot.analysis.errors.checks.name_spelling import edit_distance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import is_word
from bot.analysis.errors.registry import Finding, check
from bot.language import titles
from bot.language.places import lookup
from bot.language.tokens import Doc, Token

_LEAD = 900
_SEAM = re.compile(r"[’'-]")


@check("headline.name", "Name in the headline, another in the text", severity="critical", confidence=0.75)
def headline_name(copy: Copy) -> Iterator[Finding]:
    """A name of the headline that the text never has, one or two letters from one that it has."""
    known = {part for text in {token.text for token in copy.words.tokens} for part in _SEAM.split(text)}
    names = {t.text: t for t in copy.words.of_class("PROPN") if len(t.text) > 3 and t.text.isalpha()}
    for token in copy.docs[0]:
        word = token.text.removesuffix("’s").removesuffix("'s")
        if token.pos_ != "PROPN" or len(word) < 4 or word in known or word.isupper() or not word.isalpha():
            continue
        if titles.is_title(word):
            continue  # "Senator" over a text on the Senate
        if any(word.lower() == k.lower() or k.startswith(word) or word.startswith(k) for k in known if len(k) > 3):
            continue
        near = next(
            (n for n in names if edit_distance(word, n) == 1 or (len(word) > 6 and edit_distance(word, n) == 2)), None
        )
        if near is None and is_sentence_case(copy.docs[0]):
            yield from _unknown(copy, token, word)
        if near is not None and word[0] == near[0] and not _is_of_one_country(token.text, near):
            yield Finding(
                copy.of(token),
                f"Possible misspelt name: “{word}” in the headline, “{near}” in the text. Check the spelling.",
                suggestion=near,
                evidence=(copy.of(names[near]),),
            )


def _is_of_one_country(word: str, other: str) -> bool:
    """True for a country and its people: "the Swedes" over a text on Sweden."""
    here, there = lookup(word), lookup(other)
    return here is not None and there is not None and here.country is not None and here.country == there.country


def is_sentence_case(title: Doc) -> bool:
    """True for a headline that capitalises names only."""
    words = [t for t in title if t.is_alpha and len(t.text) > 3][1:]
    return len(words) >= 3 and sum(t.text[0].islower() for t in words) >= 0.5 * len(words)


def _unknown(copy: Copy, token: Token, word: str) -> Iterator[Finding]:
    """A person or body of the headline that the text never names, where its lead names another of the kind."""
    kind = token.ent_type_
    ent = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
    if (
        kind not in ("PERSON", "ORG")
        or ent is None
        or ent[-1].i != token.i
        or (ent.start == 0 and (kind == "ORG" or is_word(word.lower())))
        or token.text != word
        or not word[0].isupper()
    ):
        return
    if lookup(word) is not None or any(part.text in copy.text for part in ent):
        return
    initials = "".join(t.text[0] for t in ent)
    if re.search(rf"\b{re.escape(initials)}\b", copy.text) or word.lower() in copy.text.lower():
        return
    same = [e for e in copy.body.ents if e.start_char < _LEAD and e.label_ == kind]
    if same:
        yield Finding(
            copy.of(ent),
            f"Possible wrong name: the text never names {ent.text}; its lead names {same[0].text}. Check the headline.",
            evidence=(copy.of(same[0]),),
            confidence=0.55,
        )
