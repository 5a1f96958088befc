"""What the bot says to one person, as Slack blocks."""

from typing import Any, Final

from bot.desk import Answer
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.escaping import slack as escaped
from bot.render.slack import Block
from bot.store.search import Hit

PLAIN_TEXT: Final = 3_000
HIT_TITLE: Final = 200
HIT_EXCERPT: Final = 300
NOT_HERE: Final = "I am not in this channel. Invite me with /invite, and ask again."
NO_LINK: Final = "There is no link to read in that message, or it is answered already."
READING: Final = "Reading; the brief comes in the thread of the message."
FORGOTTEN: Final = "That article is no longer kept here."
CONFIG_HELP: Final = """\
/brief config – how I behave in this channel (admins)
/brief feedback – what readers said about likely errors here, and what it changed (admins)"""
TROUBLE: Final = "Something that I need does not answer just now. Please try again in a minute."


def answer_blocks(answer: Answer) -> list[Block]:
    """An answer in plain text, and what a search found as links."""
    return [plain(answer.text), *(_hit(hit) for hit in answer.hits)]


def plain(text: str) -> Block:
    """Text in which nothing is markup."""
    return {"type": "section", "text": {"type": "plain_text", "text": shorten(text, PLAIN_TEXT) or "…", "emoji": False}}


def message(text: str) -> dict[str, Any]:
    """A message that says one thing to one person."""
    return {"text": escaped(clean(text)), "blocks": [plain(text)]}


def _hit(hit: Hit) -> Block:
    title = escaped(shorten(clean(hit.title) or "Article", HIT_TITLE)).replace("|", "¦")
    url = safe_url(hit.url)
    head = f"*<{url.replace('&', '&amp;')}|{title}>*" if url else f"*{title}*"
    excerpt = escaped(shorten(clean(hit.excerpt), HIT_EXCERPT))
    body = f"{head}\n{excerpt}" if excerpt else head
    return {"type": "section", "text": {"type": "mrkdwn", "text": body, "verbatim": True}}
