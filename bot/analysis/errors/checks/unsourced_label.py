"""A quoted judgement that nobody is said to have made."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.tokens import Span as DocSpan
from bot.model import FieldName, Span

_LABEL = re.compile(
    r"\b(?:has|have|had|was|were|been|being)(?: (?:also|been|previously|often|widely|variously|recently|repeatedly"
    r"|sometimes|since|already|once|long|even|now))* (?:described|(?P<naming>dubbed|nicknamed|termed)|called"
    r"|branded|labell?ed|hailed|slammed|denounced|condemned"
    r"|dismissed|characteri[sz]ed|criticised|criticized|derided|praised|decried|blasted|billed|portrayed)"
    r"(?: by (?:some|many|most|others|all|everyone))?(?: (?:as|a|an|the))* (?P<label>“[^”]{2,60}”|\"[^\"]{2,60}\""
    r"|‘[^’]{2,60}’)"
)
_SEEN_AS = re.compile(
    r"(?:\b(?:is|are|was|were|been) (?:widely |often |generally |commonly |already )?(?:seen|regarded"
    r"|viewed|perceived|considered|spoken of)(?: by (?:some|many|most|others|all|everyone))? as"
    r"|, (?:once|long|often|widely) (?:called|branded|labell?ed)|, (?:widely |often )?(?:described|hailed|slammed"
    r"|denounced|derided|branded|dismissed|seen|regarded|viewed)(?: by (?:some|many|most"
    r"|others|all|everyone))? as)"
    r"(?: (?:a|an|the))? (?P<label>“[^”]{2,60}”|\"[^\"]{2,60}\"|‘[^’]{2,60}’)"
)
_SOURCE = re.compile(
    r"\bby (?!some|many|most|others|all|everyone)\b|\baccording to\b|\bsa(?:id|ys?|ying)\b|\btold\b|\bheard\b"
    r"|\bwrote\b|\badded\b"
    r"|\b(?:in|on) (?:a|an|the|his|her|its|their|one|\w+[’']s) (?:[\w-]+ ){0,2}?(?:report|statement|editorial|letter"
    r"|review|article|interview|ruling|speech|tweet|post|study|survey|book|diary|memoir|inquiry|paper|court|parliament"
    r"|verdict|judgment|obituary|guidebook|guide|programme|programs?|e-?mail|message|essay|poem|song|website)s?\b",
    re.IGNORECASE,
)

_SOME_WORDS = re.compile(r"(?: [\w’'-]+){1,3}[.,;]?|[.,;]")
_EPITHET = re.compile(r"the\b.*[A-Z]", re.DOTALL)
"""What a label that somebody goes by looks like: "the Pelé of the north"."""
_BY_ALL = re.compile(r"\b(?:often|widely|variously|sometimes|long|called|known|hailed|billed|dubbed)\b")
_SPOKEN_OF = re.compile(
    r", (?:but|though|although) (?:he|she|it|they)\b|, (?:a|an|the) (?:[a-z]+ )?(?:phrase|term|name|label|title|word"
    r"|nickname|description|tag|comparison|epithet)\b"
)


@check("claim.unsourced-label", "Quoted label without a source", severity="major", confidence=0.7)
def unsourced_label(copy: Copy) -> Iterator[Finding]:
    """ "has been described as “…”" with no "by" and no speaker in the sentence."""
    for match, field in (*copy.matches(_LABEL), *copy.matches(_SEEN_AS)):
        label = match.group("label").strip('“”"‘’')
        if copy.is_quoted(match.start()) or label[:1].isupper() or _is_epithet(match, label):
            continue
        if match.re is _LABEL and match.group("naming") and not _is_judgement(label):
            continue
        sentence = _sentence(copy, match, field)
        if sentence is None or _SOURCE.search(sentence.text) or _SPOKEN_OF.match(_source(copy, field), match.end()):
            continue
        yield Finding(
            _place(copy, match, sentence.end_char, field),
            f"Possible gap: {match.group('label')} is quoted, but nobody is named who said it. Check the source "
            f"of the label.",
        )


def _is_epithet(match: re.Match[str], label: str) -> bool:
    """True for what everybody calls somebody or something: "often called “the Pelé of the north”"."""
    words = match.group().partition(label)[0]
    is_definite = label.startswith("the ") or words.rstrip('“‘"').endswith(" the ")
    return is_definite and (_BY_ALL.search(words) is not None or _EPITHET.match(label) is not None)


def _source(copy: Copy, field: FieldName) -> str:
    return copy.title if field == "title" else copy.text


def _is_judgement(label: str) -> bool:
    """True for one word or one of several such things, as judgements mostly are; names given to things are longer."""
    return " " not in label.strip() or label.startswith(("a ", "an ", "no "))


def _sentence(copy: Copy, match: re.Match[str], field: FieldName) -> DocSpan | None:
    span = copy.docs[0 if field == "title" else 1].char_span(*match.span(), alignment_mode="expand")
    return None if span is None else span.sent


def _place(copy: Copy, match: re.Match[str], until: int, field: FieldName) -> Span:
    """The match, with the words behind the label, where the source should stand."""
    behind = _SOME_WORDS.match(_source(copy, field), match.end(), until)
    return copy.trimmed(match.start(), match.end() if behind is None else behind.end(), field)
