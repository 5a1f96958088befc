"""A brief for the terminal: colours where there are some, plain lines where there are none."""

import io
from collections.abc import Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.brief import Worth
from bot.model import Brief
from bot.render import card as cards
from bot.render import wording
from bot.render.runs import Run, Style
from bot.settings import BriefSettings, SectionName

PLAIN_WIDTH: Final = 100

_STYLES: Final = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.EXCERPT: "italic",
    Style.FOCUS: "bold cyan",
    Style.MUTED: "dim",
}
_BULLETS: Final[dict[cards.Tone, tuple[str, str]]] = {
    "plain": ("•", "dim"),
    "minor": ("○", "yellow"),
    "major": ("●", "yellow"),
    "critical": ("●", "bold red"),
}


def render_text(
    brief: Brief,
    sections: Sequence[SectionName] = cards.SECTIONS,
    settings: BriefSettings | None = None,
    *,
    worth: Worth | None = None,
    full: bool = False,
) -> str:
    """The brief as plain text, wrapped."""
    console = Console(file=io.StringIO(), width=PLAIN_WIDTH, no_color=True, color_system=None, emoji=False)
    with console.capture() as capture:
        console.print(renderable(cards.lay_out(brief, sections, settings, worth=worth, full=full)))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def renderable(card: cards.Card) -> RenderableType:
    """The card for a rich console. Outside text goes in as :class:`Text`, never as console markup."""
    parts: list[RenderableType] = [Text(card.title, style="bold"), Text(" · ".join(card.facts), style="dim")]
    if card.url:
        parts.append(Text(card.url, style="dim underline", overflow="fold"))
    parts += [Text(f"! {note}", style="yellow") for note in card.notes]
    for group in card.groups:
        parts += ["", _heading(group), _items(group)]
        if hidden := len(group.items) - group.shown:
            parts.append(Text(f"  {wording.more(hidden, group.below)}; --all shows them", style="dim"))
    if card.missing:
        parts += ["", Text(card.missing, style="dim")]
    parts += ["", Text(card.footer, style="dim")]
    return Group(*parts)


def _heading(group: cards.Group) -> Text:
    heading = Text(group.title, style="bold")
    return heading if group.name == "gist" else heading.append(f" ({group.count})", style="dim")


def _items(group: cards.Group) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for item in group.items[: group.shown]:
        bullet, style = _BULLETS[item.tone]
        table.add_row(Text(bullet, style=style), styled(item.runs))
    return Padding(table, (0, 0, 0, 2))


def styled(runs: Sequence[Run]) -> Text:
    """Runs as rich text; excerpts and what is in focus carry marks too, for terminals without colours."""
    text = Text()
    for run in runs:
        text.append(wording.marked(run), style=_STYLES[run.style])
    return text
