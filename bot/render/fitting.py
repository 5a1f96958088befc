"""How many items go into a message: whole ones, the better first, every section its share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.render.card import Card, Group, Item
from bot.render.limits import length


@dataclass(frozen=True, slots=True)
class Lines:
    """The items of one section in a platform's markup, with their keys, and how many more there are."""

    group: Group
    lines: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def hidden(self) -> int:
        """How many items are not among the lines."""
        return len(self.group.items) - len(self.lines)


def lines_of(
    card: Card, line: Callable[[Group, Item], str], evidence: Callable[[Item], str], limit: int
) -> list[Lines]:
    """The lines that each section may show; an item whose line alone passes ``limit`` is passed over.

    A line ends in the link to its ``evidence`` when there is one and room for it.
    """

    def linked(group: Group, item: Item) -> str:
        words, link = line(group, item), evidence(item)
        return f"{words} {link}" if link and length(f"{words} {link}") <= limit else words

    sections = []
    for group in card.groups:
        lines = [(text, item.key) for item in group.items if length(text := linked(group, item)) <= limit]
        shown = lines[: group.shown]
        sections.append(Lines(group, tuple(text for text, _ in shown), tuple(key for _, key in shown)))
    return sections


def fit(sections: Sequence[Lines], fits: Callable[[Sequence[Lines]], bool]) -> list[Lines]:
    """The sections with the last line of the longest dropped until the message keeps its limits.

    Between equals, the later section gives way first.
    """
    fitting = list(sections)
    while not fits(fitting) and any(section.lines for section in fitting):
        longest = max(range(len(fitting)), key=lambda index: (len(fitting[index].lines), index))
        section = fitting[longest]
        fitting[longest] = Lines(section.group, section.lines[:-1], section.keys[:-1])
    return fitting


def pack(lines: Sequence[str], limit: int) -> list[str]:
    """Lines joined into as few texts as keep the limit. A line is never divided."""
    texts: list[str] = []
    for line in lines:
        joined = f"{texts[-1]}\n{line}" if texts else line
        if texts and length(joined) <= limit:
            texts[-1] = joined
        else:
            texts.append(line)
    return texts
