"""Outside text made harmless in each platform's markup. The input is cleaned, on one line."""

import re
from typing import Final

_SLACK_FORMAT: Final = {"*": "∗", "~": "∼", "`": "ˋ"}
_SLACK_UNDERSCORE: Final = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_SLACK_EMOJI: Final = re.compile(r":(?=[A-Za-z0-9_+'-]+:)")
_DISCORD_SPECIAL: Final = re.compile(r"[\\*_~`|<>\[\]()#@]|:(?=//|[A-Za-z0-9_+-]+:)|^(?:[-+]|\d+(?=[.)]))")


def slack(text: str) -> str:
    """For mrkdwn: ``& < >`` as entities, so that nothing is a link or a mention.

    Slack knows no escape for its formatting characters; those that would format become look-alikes.
    """
    text = "".join(_SLACK_FORMAT.get(character, character) for character in text)
    text = _SLACK_UNDERSCORE.sub("ˍ", text)
    text = _SLACK_EMOJI.sub("꞉", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def slack_code(text: str) -> str:
    """Inside a Slack code span, where nothing formats but a backtick would end it."""
    return text.replace("`", "ˋ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def discord(text: str) -> str:
    """For Discord markdown: a backslash before everything that could format, link or mention."""
    return _DISCORD_SPECIAL.sub(_backslash, text)


def _backslash(match: re.Match[str]) -> str:
    found = match[0]
    if found.isdigit():
        return f"{found}\u2060"  # a number and its dot are no list once something invisible stands between
    return f"\\{found}" + ("\u200b" if found == "@" else "")


def discord_code(text: str) -> str:
    """Inside a Discord code span, where only the backtick means something."""
    return text.replace("`", "ˋ")
