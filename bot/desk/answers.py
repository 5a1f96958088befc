"""What the desk answers, before any platform's markup."""

from bot.brief import Worth
from bot.model import Brief, Record
from bot.settings import SectionName
from bot.store.search import Hit


class Report(Record):
    """A brief for everybody with its link: the sections that its workspace wants, what is worth showing first."""

    brief: Brief
    worth: Worth
    sections: tuple[SectionName, ...]


class Answer(Record):
    """One sentence or more of plain text, and what a search found. For the asker's eyes only."""

    text: str
    hits: tuple[Hit, ...] = ()
