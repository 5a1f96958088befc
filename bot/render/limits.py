"""What the platforms accept in one message. Sources: Slack Block Kit reference, Discord API reference.

Lengths are counted the way that is safe on both sides: see :func:`length`.
"""

from typing import Final

SLACK_BLOCKS: Final = 50
SLACK_SECTION_TEXT: Final = 3000
SLACK_CONTEXT_ELEMENTS: Final = 10
SLACK_CONTEXT_TEXT: Final = 2000
SLACK_HEADER_TEXT: Final = 150
SLACK_MESSAGE_TEXT: Final = 4000
SLACK_ALT_TEXT: Final = 2000
SLACK_ALL_TEXT: Final = 12_000
"""Not published: Slack refuses messages with ``msg_blocks_too_long`` from about 13,200 characters over all blocks."""

DISCORD_CONTENT: Final = 2000
DISCORD_EMBEDS: Final = 10
DISCORD_EMBED_TITLE: Final = 256
DISCORD_EMBED_DESCRIPTION: Final = 4096
DISCORD_EMBED_FIELDS: Final = 25
DISCORD_FIELD_NAME: Final = 256
DISCORD_FIELD_VALUE: Final = 1024
DISCORD_FOOTER_TEXT: Final = 2048
DISCORD_ALL_EMBEDS: Final = 6000

URL: Final = 2000
"""The longest address that is made clickable; longer ones are left out."""

EXCERPT: Final = 240
"""The longest excerpt that stands in one line; a longer one is not cut but named by its paragraph."""

GIST_SENTENCE: Final = 700
"""The longest sentence that can serve as a gist."""


def length(text: str) -> int:
    """The length in UTF-16 code units: never less than in characters, and what browsers and Discord count."""
    return len(text) + sum(character > "\uffff" for character in text)
