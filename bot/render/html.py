"""A brief as HTML: a fragment for the local desk, and a page that stands alone. No script, no outside resource."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Protocol

from markupsafe import Markup

from bot.brief import Worth
from bot.model import Brief, Span
from bot.render import wording
from bot.render.card import SECTIONS, Card, lay_out
from bot.render.cleaning import clean, safe_url
from bot.render.evidence import Evidence
from bot.render.picture.drawing import Drawing
from bot.render.templating import environment
from bot.settings import BriefSettings, SectionName

STYLESHEET: Final = Path(__file__).parent / "templates" / "brief.css"
"""The style of a fragment; the page that shows fragments serves it."""

CHANGED: Final = (
    "The article has changed since the reply that you come from, so the words behind its line are not marked. "
    "This is the brief of the article as it was read last."
)
CHIPS: Final = 6
"""The most places that one line links to."""


class Grounded(Protocol):
    """Anything that evidence can be opened for: a line, or a part of the picture."""

    @property
    def evidence(self) -> Sequence[Span]:
        """Where it stands in the article."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """The evidence in one place: where it opens, what the link is called, and its spans as JSON."""

    href: str
    label: str
    spans: str = ""


def render_fragment(brief: Brief, card: Card) -> str:
    """The card alone. Its lines carry their evidence as ``data-spans``, ``[{field, start, end}, …]``.

    ``data-wording`` names the wording of the article that they fit (see :attr:`bot.model.Article.wording`).
    The page around it shows the article in its element ``#evidence`` and needs :data:`STYLESHEET`. A likely
    error carries its key in a ``.verdict``, whose buttons say ``right`` or ``wrong`` in ``data-verdict``.
    """

    def links(item: Grounded) -> list[Link]:
        return [Link("#evidence", place, _data(spans)) for place, spans in _places(brief, item).items()]

    return (
        environment()
        .get_template("fragment.html")
        .render(card=card, links=links, all=_all, more=wording.more, drawing=_drawing(card))
    )


def render_page(
    brief: Brief,
    sections: Sequence[SectionName] = SECTIONS,
    settings: BriefSettings | None = None,
    *,
    worth: Worth | None = None,
    full: bool = False,
    seen: str | None = None,
) -> str:
    """A whole HTML document: the brief beside the article.

    ``seen`` names the wording that the reader comes from. When it is another one by now, the page says so, and
    a link to words of the earlier one marks nothing.
    """
    card = lay_out(brief, sections, settings, worth=worth, full=full)
    has_changed = seen is not None and seen != card.wording
    if has_changed:
        card = replace(card, notes=(CHANGED, *card.notes))
    evidence = Evidence(card, moved=has_changed)

    def links(item: Grounded) -> list[Link]:
        found = [(evidence.anchor(spans[0]), place) for place, spans in _places(brief, item).items()]
        return [Link(f"#{anchor}", place) for anchor, place in found if anchor]

    return (
        environment()
        .get_template("page.html")
        .render(
            card=card,
            links=links,
            all=lambda item: "",
            more=wording.more,
            drawing=_drawing(card),
            title=evidence.marked(brief.article.title or "", "title"),
            text=evidence.marked(brief.article.text, "text"),
            language=brief.article.language or "en",
            style=Markup(_style()),  # noqa: S704 our own file
            style_hash=style_hash(),
        )
    )


@cache
def _style() -> str:
    return STYLESHEET.read_text(encoding="utf-8")


@cache
def style_hash() -> str:
    """The style of :func:`render_page` as a Content-Security-Policy names it: ``sha256-…``."""
    return f"sha256-{b64encode(hashlib.sha256(_style().encode()).digest()).decode()}"


def render_note_fragment(text: str, url: str | None = None) -> str:
    """One or more plain sentences, with the link that they are about."""
    return environment().get_template("note.html").render(text=clean(text), url=safe_url(url))


def _drawing(card: Card) -> Drawing | None:
    return Drawing(card.figure) if card.figure else None


def _spans(item: Grounded) -> list[Span]:
    """The pieces of evidence that a line rests on, each once."""
    spans = {(span.field, span.start, span.end): span for span in item.evidence if span.text.strip()}
    return list(spans.values())


def _places(brief: Brief, item: Grounded) -> dict[str, list[Span]]:
    """The evidence of a line by headline and paragraphs, in the order of the first piece in each."""
    places: dict[str, list[Span]] = {}
    for span in _spans(item):
        place = wording.short_place(brief, span)
        if place in places or len(places) < CHIPS:
            places.setdefault(place, []).append(span)
    return places


def _all(item: Grounded) -> str:
    return _data(_spans(item))


def _data(spans: Sequence[Span]) -> str:
    return json.dumps([span.model_dump(include={"field", "start", "end"}) for span in spans])
