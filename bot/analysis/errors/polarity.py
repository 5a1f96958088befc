"""Words that live on a negation ("any evidence", "sure of that yet", "a shred of"), where nothing denies or asks."""

import re
from collections.abc import Iterator

_DONE = (
    r"(?:seen|found|received|heard|shown|given|offered|taken|paid|made|signed|reached|used|met|noticed|felt|done|broken"
    r"|committed|admitted|known|got|accepted|agreed|changed|read|had|caused|produced|provided|played|suffered|lost|been)"
)
_CUES = re.compile(
    r"(?P<yet>\b(?:has|have|had|is|are|am|was|were|can|could)\b(?: \w+){0,2}? (?:sure|certain|clear|known|ready"
    r"|available|decided|agreed|begun|started|finished|settled|signed|found|named|identified|confirmed|published|set|received|seen|made"
    r"|given|paid|replied|responded|commented|arrived|happened|reached)(?: [\w’'-]+){0,5} yet(?=[.,;!”\"]))"
    rf"|(?P<any>\b(?:has|have|had) {_DONE} any(?:one|body|thing)?\b(?! (?:more|longer|time|and all)\b))"
    r"|(?P<there>\bthere (?:is|was|are|were|has been|have been|had been) any(?:one|body|thing)?\b)"
    r"|(?P<ever>\b(?:has|have|had|was|were) ever (?:been|again|[a-z]+(?:ed|en))\b)"
    r"|(?P<would>\b(?:would|will|could|can) ever (?!so\b|since\b|more\b|after\b)[a-z]{2,}\b)"
    r"|(?P<longer>\b[a-z]+ (?:[\w’'-]+ ){0,3}any ?(?:more|longer)(?=[.;!”\"]))"
    r"|(?P<until>\b(?:will|would|could|can) (?:begin|start|resume|reopen|know|happen|decide|take effect|come into force"
    r"|be (?:decided|completed|finished|known|named|ready))(?: [\w’'-]+){0,2} until\b)"
    r"|(?P<least>\b(?:lift(?:ed|s)? a finger|bat(?:ted|s)? an eye(?:lid)?|(?:sleep|slept) a wink|budged? an inch"
    r"|minced? (?:his |her |their )?words|pull(?:ed|s)? (?:any|his|her|their) punches|ha(?:s|ve|d) the slightest"
    r"|(?:is|was|were|found|saw|ha[ds]|have|offered|produced) (?:a|one) (?:shred|scrap|iota|whit) of)\b)"
)
"""What shows that a negation was lost."""

_LICENSED = re.compile(
    r"\b(?:not|n[’']t|no|nor|never|neither|nobody|nothing|none|nowhere|cannot|without|hardly|scarcely|barely|rarely"
    r"|seldom|few|fewer|little|less|only|if|whether|unless|before|than|too|as|all|every\w*|each|any\w+ who|who\w*"
    r"|what\w*|how\w*|when\w*|why|most|first|second|third|last|next|best|worst|another|lest|against|free|ahead"
    r"|den(?:y|ie[sd]|ying)|dispute\w*|contest\w*|contradict\w*|ask\w*|question\w*|inquir\w*|enquir\w*|doubt\w*|wonder\w*|investigat\w*"
    r"|unlikely|refus\w*|reject\w*|fail\w*|forb\w*|ban(?:s|ned)?|bar(?:s|red)?|unable|impossible|stop\w*|prevent\w*|avoid\w*|lack\w*"
    r"|fear\w*|surpris\w*|luck\w*|amaz\w*|regret\w*|sceptic\w*|skeptic\w*|hard|difficult|absen\w*|omit\w*|exclud\w*"
    r"|le(?:ft|aves?) out|ignor\w*|skip\w*|miss\w*|silent|drop\w*|check\w*|see|unclear|unsure|unaware|far from|instead"
    r"|rather than|\w+less|\w{3,}est)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
_APART = re.compile(r",? but |; |: |, and (?=(?:I|we|he|she|it|they|the)\b)|[“\"]")
_LONG = frozenset({"any", "there", "ever", "would", "until", "least"})
"""Cues that what stands behind them may license: "has any, if at all"."""


def unlicensed(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a sentence has such words, with nothing in their clause that denies, asks, doubts or compares."""
    for match in _CUES.finditer(sentence):
        cue = match.lastgroup
        apart = [m.end() for m in _APART.finditer(sentence, 0, match.start())]
        start = apart[-1] if apart else 0
        scope = sentence[start : len(sentence) if cue in _LONG else match.end()]
        if not _LICENSED.search(scope):
            yield match.span()
