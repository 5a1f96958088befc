"""A brief as HTML: a fragment for the local desk, and a page that stands alone. No script, no outside resource."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.model import Brief, Span
from bot.render import wording
from bot.render.card import SECTIONS, Card, Item, lay_out
from bot.render.cleaning import clean, safe_url
from bot.render.evidence import Evidence
from bot.settings import BriefSettings, SectionName

STYLESHEET: Final = Path(__file__).parent / "templates" / "brief.css"
"""The style of a fragment; the page that shows fragments serves it."""

CHIPS: Final = 6
"""The most pieces of evidence that one line links to."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render_fragment(brief: Brief, card: Card) -> str:
    """The card with the article below it, folded, and every line opening its evidence in it."""
    return _environment().get_template("fragment.html").render(**_context(brief, card))


def render_page(
    brief: Brief,
    sections: Sequence[SectionName] = SECTIONS,
    settings: BriefSettings | None = None,
    *,
    full: bool = False,
) -> str:
    """A whole HTML document: the brief beside the article."""
    context = _context(brief, lay_out(brief, sections, settings, full=full))
    style = STYLESHEET.read_text(encoding="utf-8")
    return _environment().get_template("page.html").render(**context, style=style)


def render_note_fragment(text: str, url: str | None = None) -> str:
    """One or more plain sentences, with the link that they are about."""
    return _environment().get_template("note.html").render(text=clean(text), url=safe_url(url))


def _context(brief: Brief, card: Card) -> dict[str, object]:
    shape = "|".join([brief.id, *(f"{group.name}{group.shown}" for group in card.groups)])
    evidence = Evidence(card, "b" + hashlib.sha256(shape.encode("utf-8", "replace")).hexdigest()[:8])

    def chips(item: Item) -> list[tuple[str, str]]:
        """Anchor and label of each piece of evidence of a line."""
        links = {anchor: _label(brief, span) for span in item.evidence if (anchor := evidence.anchor(span))}
        return list(links.items())[:CHIPS]

    return {
        "card": card,
        "chips": chips,
        "more": wording.more,
        "title": evidence.marked(brief.article.title or "", "title"),
        "text": evidence.marked(brief.article.text, "text"),
        "language": brief.article.language or "en",
    }


def _label(brief: Brief, span: Span) -> str:
    return wording.place(brief, span).replace("paragraph", "¶")
