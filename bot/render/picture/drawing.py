"""The picture as SVG: drawn into a page, whose style it takes over, or as a document of its own."""

from functools import cache
from pathlib import Path
from typing import Final

from markupsafe import Markup

from bot.render.picture import layout
from bot.render.picture.figure import Figure
from bot.render.picture.layout import HEAD, Box, Label, Layout, Point
from bot.render.templating import environment

STYLE: Final = Path(__file__).parent.parent / "templates" / "picture.css"
"""The look of a document of its own: light on its own background, so that it can be read on any other."""
MARGIN: Final = 20
SIGNS: Final = {
    "accepted": "M0 0l3.5 4 6-8",
    "partly": "M0 0l3.5 4 6-8",
    "rejected": "M0-4l8 8m0-8l-8 8",
    "withdrawn": "M0 0h9",
}
"""By status, a sign 9 pixels wide around half the height of the words that it stands before."""


class Drawing:
    """A figure laid out, with the shapes that the template ``picture.html`` puts together."""

    at = layout

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.layout: Layout = layout.lay(figure)

    @staticmethod
    def unlinked(_shape: object) -> tuple[()]:
        """The links of a shape in a picture that has none."""
        return ()

    def line(self, start: Point, end: Point) -> str:
        """A line that leaves and arrives level."""
        middle = _number((start.x + end.x) / 2)
        return (
            f"M{_number(start.x)} {_number(start.y)}"
            f"C{middle} {_number(start.y)} {middle} {_number(end.y)} {_number(end.x)} {_number(end.y)}"
        )

    def last_line(self, label: Label) -> str:
        """The line from a label to the actor who is asked, as far as its head."""
        start, tip = label.leaving
        return self.line(start, Point(tip.x - _forth(label) * HEAD, tip.y))

    def head(self, label: Label) -> str:
        """The head of an arrow."""
        tip, back = label.leaving[1], -_forth(label) * (HEAD + 1)
        return f"M{_number(tip.x)} {_number(tip.y)}l{_number(back)} -5.5v11z"

    def sign(self, label: Label) -> str:
        """What shows the answer to a demand beside colour and words; empty when there was none."""
        return SIGNS.get(label.arrow.status or "made", "")

    def baseline(self, box: Box, line: int, lines: int, size: int) -> str:
        """The y of a line of words, when ``lines`` of them stand in the middle of a box."""
        return _number(box.middle + (line - (lines - 1) / 2) * layout.LINE + size * 0.35)


def _forth(label: Label) -> int:
    """1 when the arrow points to the right, -1 when to the left."""
    return 1 if label.leaving[1].x > label.leaving[0].x else -1


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def svg(figure: Figure) -> str:
    """The picture as an SVG document that needs nothing else but fonts."""
    drawing = Drawing(figure)
    template = environment().get_template("picture.svg")
    return template.render(drawing=drawing, margin=MARGIN, style=Markup(_style()))  # noqa: S704 our own file


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")
