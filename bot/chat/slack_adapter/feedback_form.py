"""What readers' verdicts changed in a channel, as a Slack modal in which it can be undone."""

import json
from typing import Any, Final

from bot.desk.verdicts import CheckLine, Overview, WordsLine
from bot.render.cleaning import clean, shorten
from bot.render.escaping import slack as escaped
from bot.render.slack import Block

CALLBACK: Final = "feedback"
RESET_CHECK: Final = "feedback_reset_check"
RESET_ALL: Final = "feedback_reset_all"
FLAG_AGAIN: Final = "feedback_flag_again"
MOST_LINES: Final = 40
"""Lines of each kind; a modal takes 100 blocks."""
WORDS_LENGTH: Final = 200
REASON_LENGTH: Final = 150
NONE: Final = "Nobody has judged a likely error in this channel yet. The menu beside a likely error takes verdicts."


def feedback_view(overview: Overview, channel: str) -> dict[str, Any]:
    """The modal of one channel."""
    blocks = [_context(f"What readers of <#{channel}> said about likely errors, and what it changes there.")]
    blocks += _listed([_check(line) for line in overview.checks])
    if overview.words:
        blocks.append({"type": "header", "text": _plain("Words called wrong")})
    blocks += _listed([_words(line) for line in overview.words])
    if overview.checks:
        blocks.append({"type": "actions", "elements": [_button("Reset everything", RESET_ALL, "all", style="danger")]})
    else:
        blocks.append(_context(NONE))
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": json.dumps({"channel": channel}),
        "title": _plain("Feedback"),
        "close": _plain("Close"),
        "blocks": blocks,
    }


def _listed(lines: list[Block]) -> list[Block]:
    more = len(lines) - MOST_LINES
    return [
        *lines[:MOST_LINES],
        *([_context(f"{more} more; they show as soon as others are reset.")] if more > 0 else []),
    ]


def _check(line: CheckLine) -> Block:
    text = f"*{escaped(line.check)}*: {line.right} right, {line.wrong} wrong\n{escaped(line.described)}"
    for reason in line.reasons:
        text += f"\n> {escaped(shorten(clean(reason), REASON_LENGTH))}"
    return _section(text) | {"accessory": _button("Reset", RESET_CHECK, line.check)}


def _words(line: WordsLine) -> Block:
    words = escaped(shorten(clean(line.words), WORDS_LENGTH))
    text = f"“{words}”\n{escaped(line.check)}: {escaped(line.described)}"
    return _section(text) | {"accessory": _button("Flag again", FLAG_AGAIN, line.id)}


def _button(label: str, action: str, value: str, **more: str) -> Block:
    return {"type": "button", "action_id": action, "text": _plain(label), "value": value, **more}


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}
