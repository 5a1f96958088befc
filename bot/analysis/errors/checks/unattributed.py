"""Claims in the passive of hearsay: "it is believed", "critics say"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_HEARSAY = re.compile(
    r"\b(?:[Ii]t is (?:widely |generally |commonly )?(?:believed|thought|understood|said|claimed|rumou?red"
    r"|alleged|expected|feared|reported|assumed)\b(?: that)?|[Ii]t has been (?:suggested|claimed|alleged"
    r"|reported|said) that"
    r"|(?:is|are|was|were) (?:widely |reportedly )?rumou?red to|[Aa]ccording to (?:some )?(?:reports"
    r"|sources|rumou?rs)\b"
    r"|(?:[Oo]bservers|[Aa]nalysts|[Oo]pponents|[Ss]ome people|[Ii]nsiders) (?:say|believe|claim|argue|think|fear)"
    r"|reportedly|allegedly|[Cc]ritics (?:say|said|argue|claim)|[Ss]ome (?:say|argue|believe)|[Ee]xperts (?:say"
    r"|believe)"
    r"|[Mm]any (?:say|believe)|[Ss]ources say|is said to|are said to)\b"
)
_PLAIN = re.compile(
    r"\b(?:[Ii]t (?:is|was) (?:widely |generally |commonly |also |now )?(?:believed|thought|understood|claimed"
    r"|rumou?red|alleged|feared|assumed)(?: that)? (?=(?:the|a|an|he|she|they|it|his|her|their|its|some|many|most|no"
    r"|more|at|[A-Z]\w+)\b)|(?:Rumou?r has it|Word has it|Some say|Many (?:say|believe)|Some believe|Insiders (?:say"
    r"|believe)|Critics (?:say|claim)|Observers (?:say|believe)|It is an open secret)\b)"
)
_SOURCED = re.compile(
    r"\baccording to\b|\b(?:said|says|told|wrote|added|reported)\b(?! (?:to|that the))|“|\"", re.IGNORECASE
)


@check("claim.hearsay", "Claim as hearsay", severity="minor", confidence=0.6)
def hearsay(copy: Copy) -> Iterator[Finding]:
    """A sentence whose main clause is "it is thought" or "some say", with no source anywhere in the sentence."""
    for match in _PLAIN.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        if span is None or span.start - span.sent.start > 1 or copy.is_quoted(match.start()):
            continue
        if not _SOURCED.search(copy.text[match.end() : span.sent.end_char]):
            yield Finding(
                copy.trimmed(*match.span()),
                f"Possible gap: “{match.group().strip()}” names nobody who says so. Check for a source.",
            )


@check("claim.unattributed", "Claims without a source", severity="minor", confidence=0.55, default=False)
def unattributed(copy: Copy) -> Iterator[Finding]:
    """One finding an article: the first hearsay with no source in its sentence or the next, and how many there are."""
    open_claims = [match for match in _HEARSAY.finditer(copy.text) if not _has_source(copy, match)]
    if open_claims:
        first = open_claims[0]
        count = len(open_claims)
        yield Finding(
            copy.span(*first.span()),
            f"Possible gap: {count} claim{'s' if count > 1 else ''} of hearsay without a source near. Check who "
            f"says so.",
            evidence=tuple(copy.span(*match.span()) for match in open_claims[1:]),
        )


def _has_source(copy: Copy, match: re.Match[str]) -> bool:
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    if span is None or copy.is_quoted(match.start()):
        return True
    sentence = span.sent
    following = copy.body[sentence.end].sent.text if sentence.end < len(copy.body) else ""
    before = copy.text[sentence.start_char : match.start()]
    after = copy.text[match.end() : sentence.end_char]
    return bool(_SOURCED.search(before + " | " + after + " " + following))
