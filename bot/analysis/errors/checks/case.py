"""One modifier with and without a capital, a capital inside a hyphenated chain."""

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check

_CHAIN = re.compile(r"\b[a-z]+-[a-z]+-([A-Z][a-z]+)\b(?!-)")
_MODIFIERS = frozenset(
    {"western", "eastern", "northern", "southern", "internet", "parliament", "congress", "web", "cabinet"}
)
_PLACE_NOUNS = frozenset(
    {"slope", "side", "coast", "shore", "bank", "end", "edge", "border", "wall", "gate", "part", "half", "district"}
)


@check("wording.stray-capital", "Inconsistent capital", severity="minor", confidence=0.75)
def stray_capital(copy: Copy) -> Iterator[Finding]:
    """Words for regions and institutions in two cases before like nouns; a capital that ends a small-letter chain."""
    for match, field in copy.matches(_CHAIN):
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible slip: a capital in the middle of “{match.group()}”. Check the compound.",
            suggestion=match.group().lower(),
        )
    used: dict[str, list[Token]] = defaultdict(list)
    for token in copy.words.spelt(_MODIFIERS):
        if _modifies_common_noun(token):
            used[token.lower_].append(token)
    for tokens in used.values():
        small = [token for token in tokens if token.text.islower()]
        large = [token for token in tokens if not token.text.islower()]
        rare, usual = (small, large) if len(small) < len(large) else (large, small)
        if len(rare) == 1 and len(usual) >= 2:
            yield Finding(
                copy.of(rare[0]),
                f"Possible inconsistency: “{rare[0].text}” here, “{usual[0].text}” elsewhere. Check the capital.",
                suggestion=usual[0].text,
                evidence=(copy.of(usual[0]),),
            )


def _modifies_common_noun(word: Token) -> bool:
    """True before a small-letter noun that is no part of a landscape; the start of a sentence tells nothing."""
    if word.is_sent_start or word.i + 1 == len(word.doc):
        return False
    noun = word.nbor()
    return noun.pos_ == "NOUN" and noun.text.islower() and noun.lemma_.lower() not in _PLACE_NOUNS


@check("wording.body-capital", "Body with and without a capital", severity="minor", confidence=0.7)
def body_capital(copy: Copy) -> Iterator[Finding]:
    """ "The Union" once in a sentence where the text elsewhere has "the union" at least twice."""
    used: dict[str, list[Token]] = defaultdict(list)
    for token in copy.words.spelt(_BODIES):
        if not 0 < token.i < len(copy.body) - 1:
            continue
        before = token.nbor(-1)
        alone = before.text == "the" and not token.nbor().text[0].isupper() and token.nbor().lower_ != "of"
        if alone and not copy.is_quoted(token.idx):
            used[token.lower_].append(token)
    for tokens in used.values():
        large = [token for token in tokens if token.text.istitle()]
        small = [token for token in tokens if token.text.islower()]
        if len(large) == 1 and len(small) >= 2:
            yield Finding(
                copy.of(large[0]),
                f"Possible inconsistency: “{large[0].text}” here, “{small[0].text}” elsewhere. Check the capital.",
                suggestion=small[0].text,
                evidence=(copy.of(small[0]),),
            )


_BODIES = word_set(
    "union company council committee commission court ministry government club board university party bank agency "
    "school hospital museum library college station harbour bridge stadium team group firm charity society church "
    "mosque temple embassy senate assembly parliament police army navy fund trust orchestra association federation "
    "authority department institute tribunal federation league alliance coalition treaty festival theatre port"
)


@check("wording.name-capital", "Name with a small letter", severity="minor", confidence=0.75)
def name_capital(copy: Copy) -> Iterator[Finding]:
    """ "Supreme court" where the text elsewhere has "Supreme Court" at least twice."""
    forms: dict[str, dict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
    for token in copy.words.tokens:
        if (
            token.i + 1 == len(copy.body)
            or not token.text[:1].isupper()
            or token.is_sent_start
            or token.whitespace_ != " "
        ):
            continue
        following = token.nbor()
        if following.is_alpha and len(following) > 3 and not token.text.isupper():
            forms[f"{token.text} {following.lower_}"][following.text].append(following)
    for uses in forms.values():
        small = [t for text, tokens in uses.items() if text.islower() for t in tokens]
        large = [t for text, tokens in uses.items() if text[0].isupper() and not text.isupper() for t in tokens]
        if len(small) == 1 and len(large) >= 2:
            here = copy.body[small[0].i - 1 : small[0].i + 1]
            yield Finding(
                copy.of(here),
                f"Possible slip: “{here.text}” here, “{here[0].text} {large[0].text}” elsewhere. Check the capital.",
                suggestion=f"{here[0].text} {large[0].text}",
            )


_NAMED = re.compile(r"\b[Tt]he ([A-Za-z]{4,} [A-Za-z]{4,})\b(?! [A-Z]|[-–’'])")

_KINDS_TOO = frozenset({"street", "house", "road", "court", "secretary", "minister", "council", "president", "office"})
"""Nouns whose phrases are names of one thing and words for many: "the White House", "the white house"."""


@check("wording.phrase-capital", "Phrase with and without capitals", severity="minor", confidence=0.7)
def phrase_capital(copy: Copy) -> Iterator[Finding]:
    """ "the Trial Census" once where the text elsewhere has "the trial census" at least twice, and the reverse."""
    uses: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _NAMED.finditer(copy.text):
        if match[1].lower().split()[1] in _KINDS_TOO or copy.is_quoted(match.start()):
            continue
        if (match[1].islower() or match[1].istitle()) and _ends_phrase(copy, match):
            uses[match[1].lower()].append(match)
    for matches in uses.values():
        small = [match for match in matches if match[1].islower()]
        large = [match for match in matches if not match[1].islower()]
        rare, usual = (small, large) if len(small) < len(large) else (large, small)
        if len(rare) == 1 and len(usual) >= 2:
            yield Finding(
                copy.span(*rare[0].span(1)),
                f"Possible inconsistency: “{rare[0][1]}” here, “{usual[0][1]}” elsewhere. Check the capitals.",
                suggestion=usual[0][1],
                evidence=(copy.span(*usual[0].span(1)),),
            )


def _ends_phrase(copy: Copy, match: re.Match[str]) -> bool:
    """True when nothing behind makes the phrase longer or tells it apart ("the Town Council chamber", "… of Ohio")."""
    span = copy.body.char_span(*match.span(1))
    if span is None or span.end >= len(copy.body):
        return False
    after = copy.body[span.end]
    return (
        after.is_punct or after.pos_ in ("VERB", "AUX", "ADV", "CCONJ") or (after.pos_ == "ADP" and after.text != "of")
    )
