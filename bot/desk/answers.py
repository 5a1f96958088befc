"""What the desk says at once to a command, before any platform's markup."""

from bot.model import Record
from bot.store.search import Hit


class Answer(Record):
    """One sentence or more of plain text, and what a search found. For the asker's eyes only."""

    text: str
    hits: tuple[Hit, ...] = ()
