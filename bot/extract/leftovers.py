"""Boilerplate inside the article's own container: taken out of the text, kept as evidence.

A stray "Source link" or comment form tells an editor that the copy was lifted by a program.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.extract.blocks import Block
from bot.model import Leftover

MAX_LEFTOVERS: Final = 40
MAX_LINE_WORDS: Final = 20
MAX_CHARS: Final = 300
_REASONS: Final[dict[str, str]] = {
    "source link": r"^\W*source(?: link)?\W*$|^\W*(?:original source|read the original|via|source)\s*:",
    "comment form": r"^\W*leave a (?:reply|comment)|^\W*(?:post a comment|cancel reply|save my name, email)"
    r"|email address will not be published|^\W*\d* ?comments?\W*$",
    "share prompt": r"^\W*(?:share (?:this|on|via)|tweet|pin it|follow us|like us|click to share|share\W*$)"
    r"|like this story\?",
    "newsletter prompt": r"^\W*(?:sign up (?:for|to|here|now)|subscribe|get|join"
    r"|click here to subscribe|download (?:our|the) app)\b.*"
    r"(?:newsletters?|inbox|e-?mails?|updates|alerts|app|channel|subscribe)\b|^\W*(?:sign up"
    r"|subscribe)(?: now| here| today)?\W*$",
    "related links": r"^\W*(?:read (?:more|also|next)|see (?:also|more)|also (?:read|on|see)"
    r"|more (?:on|from)|don'?t miss"
    r"|you may also like|(?:related|recommended)(?= (?:stories|articles|posts?|links|reading)|\s*:|\W*$))(?!\w)",
    "rights notice": r"©|all rights reserved|may not be (?:published|reproduced|republished)",
    "advertisement": r"^\W*(?:advertisement|sponsored|promoted)\b",
}
_PATTERNS: Final = {reason: re.compile(pattern, re.IGNORECASE) for reason, pattern in _REASONS.items()}


def reason_for(text: str) -> str | None:
    """Why a block of text reads as boilerplate, or None."""
    if len(text) > MAX_CHARS:
        return None
    return next((reason for reason, pattern in _PATTERNS.items() if pattern.search(text)), None)


def without_boilerplate(kept: Sequence[Block]) -> list[Block]:
    """The chosen blocks less the short lines that are plainly boilerplate wherever they stand."""
    return [block for block in kept if len(block.words) > MAX_LINE_WORDS or reason_for(block.text) is None]


def leftovers(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Leftover]:
    """The boilerplate among the blocks from the first kept one to shortly after the last, in reading order."""
    if not kept:
        return []
    chosen = {id(block) for block in kept}
    home = {place for block in kept for place in (block.place, block.place.parent) if place and place.tag != "body"}
    found = [
        Leftover(text=block.text, reason=reason)
        for block in blocks
        if id(block) not in chosen
        and kept[0].order < block.order
        and any(place in home for place in block.place.ancestors())
        and (reason := reason_for(block.text))
    ]
    return found[:MAX_LEFTOVERS]
