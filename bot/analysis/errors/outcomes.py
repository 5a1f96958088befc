"""Outcomes that the words beside them exclude: a plan carried "which would have" helped."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.language.quantities import number
from bot.model import Span

Clash = tuple[Span, Span]
"""What is suspect, and what excludes it."""

_COUNT = r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
_UNREAL = re.compile(
    r"\b(?:amendment|motion|bill|proposal|plan|measure|clause|appeal|bid|request|petition|resolution|budget"
    r"|deal|change"
    r"|application|rule|law|offer|scheme|ban|tax|levy|suit|lawsuit)\b[^.;“”\"]{0,60}?, (?P<unreal>which would have) "
    r"(?!to\b|been (?:un|im))[^.;“”\"]{4,120}?, (?:was|were) "
    r"(?P<won>carried|approved|passed|adopted|accepted|upheld|granted|agreed)\b(?! (?:only|then|but|in (?:19"
    r"|20)\d\d))"
)
_WON_BY = re.compile(
    rf"\b(?P<won>passed|carried|approved|adopted|confirmed|ratified|endorsed)\b(?: [\w’'-]+){{0,6}}? by "
    rf"(?P<votes>(?P<more>{_COUNT})(?: votes)? to (?P<less>{_COUNT}))\b(?! (?:per ?cent|percent|%|one\b))"
)
_LOST_BUT = re.compile(
    r"\b(?:motion|bill|amendment|proposal|measure|budget|resolution)\b (?:was |were )?(?P<lost>rejected|defeated"
    r"|failed|voted down|thrown out)(?: by)? [^.;“”\"]{0,40}?(?: and|\. (?=It|The (?:law|new|bill|measure)))"
    r"[^.;“”\"]{0,30}? (?P<law>takes? effect|comes? into force|now goes to the (?:president|king|senate|governor)"
    r"|becomes? law)\b"
)
_ONLY = re.compile(
    r"\b(?P<told>(?P<who>We|I|They|He|She) (?P<verb>(?!only|did|do|can|could|have|had|will|would|must|were|was"
    r"|are|am)"
    r"[a-z]+) (?:that|the|his|her|their|its|this|these|your|how)\b)"
    r"[^.;?!]{3,120}[.,][”\"]?(?: [^.“”\"]{2,40}\.)? [“\"]?"
    r"(?P<only>(?P=who) only (?P=verb)|(?P=who) (?P=verb) only)\b"
)
_PLEA = re.compile(
    r"\b(?P<denied>denied|denies|pleaded not guilty to) (?!(?:one|another|a|two|some|other"
    r"|further)\b)(?:[a-z]+ ){0,3}"
    r"(?:charges?|counts?|accusations?)\b[^.;“”\"]{0,80}?\b(?P<guilty>pleading guilty|(?:his|her"
    r"|their) guilty pleas?)\b"
)
_DISMISS = re.compile(
    r"\b(?P<said>(?:does|do|did) not deny|admits?|admitted) [^.;“”\"]{4,80}? and (?:has "
    r"|have )?(?P<asks>ask(?:s|ed)? "
    r"(?:a|the) (?:judge|court) to (?:dismiss|throw out))\b"
)
_DENIES = re.compile(r"\b(?:not|never|no|nor|neither|if|unless|nearly|almost)\b|n[’']t\b", re.IGNORECASE)


def outcomes(copy: Copy) -> Iterator[Clash]:
    """Every outcome, plea or position that its own sentence or the next one excludes."""
    for pattern, here, there in (
        (_UNREAL, "won", "unreal"),
        (_LOST_BUT, "lost", "law"),
        (_ONLY, "told", "only"),
        (_PLEA, "denied", "guilty"),
        (_DISMISS, "said", "asks"),
    ):
        for match in pattern.finditer(copy.text):
            if "\n" not in match.group() and not _is_denied(copy, match.start(here), pattern is _DISMISS):
                yield copy.span(*match.span(here)), copy.span(*match.span(there))
    for match in _WON_BY.finditer(copy.text):
        more, less = (number(match[name].replace(",", "")) for name in ("more", "less"))
        if more is not None and less is not None and more < less and not _is_denied(copy, match.start(), False):
            yield copy.span(*match.span("won")), copy.span(*match.span("votes"))


def _is_denied(copy: Copy, at: int, has_own: bool) -> bool:
    """True when a denial or a condition stands right before; a pattern may have one of its own."""
    before = copy.text[max(0, at - _REACH) : at].rpartition(". ")[2]
    return not has_own and _DENIES.search(before) is not None


_REACH = 40
