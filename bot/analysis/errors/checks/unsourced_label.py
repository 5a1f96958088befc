"""A quoted judgement that nobody is said to have made."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.model import FieldName

_LABEL = re.compile(
    r"\b(?:has|have|had|was|were|been|being)(?: (?:also|been|previously|often|widely|variously|recently|repeatedly"
    r"|sometimes|since|already|once|long|even|now))* (?:described|(?P<naming>dubbed|nicknamed|termed)|called"
    r"|branded|labell?ed|hailed|slammed|denounced|condemned"
    r"|dismissed|characteri[sz]ed|criticised|criticized|derided|praised|decried|blasted|billed|portrayed)"
    r"(?: (?:as|a|an|the))* (?P<label>[“\"‘][^”\"’]{2,60}[”\"’])"
)
_SEEN_AS = re.compile(
    r"(?:\b(?:is|are|was|were|been) (?:widely |often |generally |commonly |already )?(?:seen|regarded"
    r"|viewed|perceived|considered"
    r"|known|spoken of) as|, (?:widely |often )?(?:described|hailed|slammed|denounced|derided|branded|dismissed) as)"
    r"(?: (?:a|an|the))? (?P<label>[“\"‘][^”\"’]{2,60}[”\"’])"
)
_SOURCE = re.compile(
    r"\bby\b|\baccording to\b|\bsa(?:id|ys?|ying)\b|\btold\b|\bwrote\b|\badded\b|\bin (?:a|an|the) (?:report|statement"
    r"|editorial|letter|review|article|interview|ruling|speech|tweet|post)\b",
    re.IGNORECASE,
)


@check("claim.unsourced-label", "Quoted label without a source", severity="major", confidence=0.7)
def unsourced_label(copy: Copy) -> Iterator[Finding]:
    """ "has been described as “…”" with no "by" and no speaker in the sentence or at the start of the next."""
    for match, field in (*copy.matches(_LABEL), *copy.matches(_SEEN_AS)):
        label = match.group("label").strip('“”"‘’')
        if copy.is_quoted(match.start()) or label[:1].isupper():
            continue
        if match.re is _LABEL and match.group("naming") and not _is_judgement(label):
            continue
        if _SOURCE.search(_around(copy, match, field)):
            continue
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible gap: {match.group('label')} is quoted, but nobody is named who said it. Check the source "
            f"of the label.",
        )


def _is_judgement(label: str) -> bool:
    """True for one word, as judgements mostly are, and for "a …"; names given to things are longer, or "the …"."""
    return " " not in label.strip() or label.startswith(("a ", "an ", "no "))


def _around(copy: Copy, match: re.Match[str], field: FieldName) -> str:
    """The sentence of a match, and the start of the next one when that belongs to the same paragraph."""
    doc, text = (copy.docs[0], copy.title) if field == "title" else (copy.body, copy.text)
    span = doc.char_span(*match.span(), alignment_mode="expand")
    if span is None:
        return ""
    sentence = span.sent
    behind = text[sentence.end_char : sentence.end_char + 60]
    return text[sentence.start_char : sentence.end_char] + behind.partition("\n\n")[0]
