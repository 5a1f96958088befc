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
_SOURCED = re.compile(
    r"\baccording to\b|\b(?:said|says|told|wrote|added|reported)\b(?! (?:to|that the))|“|\"", re.IGNORECASE
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
