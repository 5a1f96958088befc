"""The article's text with its evidence marked: properly nested HTML marks that links can open."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from bot.model import FieldName, Span
from bot.render.card import Card, Tone
from bot.render.cleaning import visible

MAX_MARKS = 400
"""More marks than this help nobody, and keep a hostile page from nesting them without end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one field. ``anchors`` are the ids that links name; the rest of a divided mark has none."""

    start: int
    end: int
    anchors: tuple[str, ...]
    tone: Tone


def anchor_of(span: Span) -> str:
    """The name of a span in the report, as in ``text-120-131``: the same while the article keeps its wording."""
    return f"{span.field}-{span.start}-{span.end}"


def evidence_link(report_url: str, wording: str, span: Span) -> str:
    """Where a report shows a span. It names the wording that the span is of, so that the report can tell
    when the article has changed since."""
    return f"{report_url}?of={wording}#{anchor_of(span)}"


class Evidence:
    """Anchors for every piece of evidence on a card.

    With ``moved`` they have names that no earlier link leads to, whose span may hold other words by now.
    """

    def __init__(self, card: Card, *, moved: bool = False) -> None:
        prefix = "now-" if moved else ""
        self._anchors: dict[tuple[str, int, int], str] = {}
        self._tones: dict[tuple[str, int, int], Tone] = {}
        for group in card.groups:
            for item in group.items:
                for span in item.evidence:
                    key = (span.field, span.start, span.end)
                    if span.end > span.start and len(self._anchors) < MAX_MARKS:
                        self._anchors.setdefault(key, prefix + anchor_of(span))
                        self._tones.setdefault(key, item.tone)

    def anchor(self, span: Span) -> str | None:
        """The id of the mark of a span, if it has one."""
        return self._anchors.get((span.field, span.start, span.end))

    def marked(self, text: str, field: FieldName) -> Markup:
        """The field as HTML, escaped, with its marks."""
        marks = [
            Mark(start, min(end, len(text)), (anchor,), self._tones[name, start, end])
            for (name, start, end), anchor in self._anchors.items()
            if name == field and start < len(text)
        ]
        return _nested(text, 0, len(text), marks)


def _nested(text: str, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """``text[start:end]`` with marks that lie inside it. One that crosses another is divided at the border."""
    waiting = sorted(marks, key=_outermost_first)
    pieces: list[Markup] = []
    at = start
    while waiting:
        mark = waiting.pop(0)
        inside = [other for other in waiting if other.start < mark.end]
        waiting = [other for other in waiting if other.start >= mark.end]
        for other in [one for one in inside if one.end > mark.end]:
            inside[inside.index(other)] = Mark(other.start, mark.end, other.anchors, other.tone)
            waiting.append(Mark(mark.end, other.end, (), other.tone))
        waiting.sort(key=_outermost_first)
        pieces += [_escaped(text[at : mark.start]), _tagged(mark, _nested(text, mark.start, mark.end, inside))]
        at = mark.end
    pieces.append(_escaped(text[at:end]))
    return Markup("").join(pieces)


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return (mark.start, -mark.end)


def _tagged(mark: Mark, inner: Markup) -> Markup:
    identity = Markup(' id="{}"').format(mark.anchors[0]) if mark.anchors else ""
    return Markup('<mark{} class="{}">{}</mark>').format(identity, mark.tone, inner)


def _escaped(text: str) -> Markup:
    return escape(visible(text, keep_breaks=True))
