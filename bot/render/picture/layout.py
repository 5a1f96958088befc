"""Where the parts of the picture stand: actors in two columns, and between them the demands, one label an arrow.

A line runs from an actor to its label and on to the other actor, through the gaps beside the column of
labels, where nothing else stands. So no line can cross a name or a label, whatever the figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from bot.model import Strength
from bot.render.picture.figure import Arrow, Figure, Node
from bot.render.picture.measuring import wrap
from bot.render.picture.ordering import Order, order

WIDTH: Final = 600
NAME_COLUMN: Final = 142
LABEL_COLUMN: Final = 222
NAME_SIZE: Final = 14
ACTION_SIZE: Final = 13
NOTE_SIZE: Final = 12
LINE: Final = 17
"""From one baseline to the next."""
PADDING: Final = 9
NAME_LINES: Final = 3
SIGN: Final = 15
"""Room for the sign of an answer, before the notes."""
GAP: Final = 10
"""Between two boxes of one column."""
FEW: Final = 4
"""With so many arrows or fewer there is room for three lines of what is asked, else for two."""
PORTS: Final = 9
"""Between two lines that end at one box."""
HEAD: Final = 9
"""The length of an arrow's head."""

_LABELS: Final = (WIDTH - LABEL_COLUMN) / 2
_WEIGHTS: Final[dict[Strength, float]] = {"request": 1.4, "demand": 2.2, "order": 3.2, "ultimatum": 4.2}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The y of its centre."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Name:
    """An actor in its place."""

    node: Node
    box: Box
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """An end of a line."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """An arrow in its place: the box of its words, the line to it and the line on from it, and how thick they are."""

    arrow: Arrow
    box: Box
    action: tuple[str, ...]
    note: str
    arriving: tuple[Point, Point]
    leaving: tuple[Point, Point]
    weight: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture, :data:`WIDTH` wide."""

    figure: Figure
    height: float
    names: tuple[Name, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    action: tuple[str, ...]
    note: str

    @property
    def height(self) -> float:
        return LINE * (len(self.action) + bool(self.note)) + 2 * PADDING - 4


def lay(figure: Figure) -> Layout:
    """The figure with everything in its place."""
    drawn = order(figure)
    words = [_words(figure.arrows[index], len(figure.arrows)) for index in drawn.arrows]
    lines = {node.id: _lines(node) for node in figure.nodes}
    ends = _ends(figure, drawn)
    sizes = {one: max(LINE * len(lines[one]) + 2 * PADDING, PORTS * (len(ends[one]) + 1)) for one in lines}

    stack = [one.height for one in words]
    columns = [[sizes[one] for one in column] for column in (drawn.left, drawn.right)]
    height = max(_total(stack), *map(_total, columns))
    labels = _stacked(_LABELS, LABEL_COLUMN, stack, height)
    boxes: dict[str, Box] = {}
    for column, heights, x in zip((drawn.left, drawn.right), columns, (0.0, WIDTH - NAME_COLUMN), strict=True):
        wanted = [fmean(labels[place].middle for place, _ in ends[one]) for one in column]
        boxes |= zip(column, _near(x, NAME_COLUMN, heights, wanted, height), strict=True)
    ports = {end: _port(boxes[one], number, len(ends[one])) for one in ends for number, end in enumerate(ends[one])}
    return Layout(
        figure=figure,
        height=height,
        names=tuple(Name(node, boxes[node.id], lines[node.id]) for node in figure.nodes),
        labels=tuple(
            _label(figure.arrows[index], words[place], labels[place], ports[place, True], ports[place, False])
            for place, index in enumerate(drawn.arrows)
        ),
    )


def _words(arrow: Arrow, arrows: int) -> _Words:
    """What the label says: the more arrows there are, the shorter."""
    lines = 3 if arrows <= FEW else 2
    room = LABEL_COLUMN - 2 * PADDING
    notes = wrap(" · ".join(arrow.notes), room - SIGN, 1, NOTE_SIZE)
    return _Words(wrap(arrow.action, room, lines, ACTION_SIZE), "".join(notes))


def _lines(node: Node) -> tuple[str, ...]:
    return wrap(node.name, NAME_COLUMN - 2 * PADDING, NAME_LINES, NAME_SIZE, bold=node.key)


def _ends(figure: Figure, drawn: Order) -> dict[str, list[tuple[int, bool]]]:
    """By actor, its ends of lines from top to bottom: the place of the label, and whether the line goes out."""
    ends: dict[str, list[tuple[int, bool]]] = {node.id: [] for node in figure.nodes}
    for place, index in enumerate(drawn.arrows):
        ends[figure.arrows[index].source].append((place, True))
        ends[figure.arrows[index].target].append((place, False))
    return ends


def _total(heights: Sequence[float]) -> float:
    """The height of boxes one below the other."""
    return sum(heights) + GAP * (len(heights) - 1)


def _stacked(x: float, width: float, heights: Sequence[float], room: float) -> list[Box]:
    """Boxes one below the other, in the middle of the room."""
    y = (room - _total(heights)) / 2
    boxes = []
    for height in heights:
        boxes.append(Box(x, y, width, height))
        y += height + GAP
    return boxes


def _near(x: float, width: float, heights: Sequence[float], wanted: Sequence[float], room: float) -> list[Box]:
    """Boxes one below the other, each with its middle as near to where it is wanted as the others let it."""
    tops: list[float] = []
    at = 0.0
    for height, middle in zip(heights, wanted, strict=True):
        tops.append(max(at, middle - height / 2))
        at = tops[-1] + height + GAP
    below = room
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], below - heights[index])
        below = tops[index] - GAP
    return [Box(x, top, width, height) for top, height in zip(tops, heights, strict=True)]


def _label(arrow: Arrow, words: _Words, box: Box, source: Point, target: Point) -> Label:
    into, out = _side(box, source), _side(box, target)
    if into.x == out.x:
        apart = PORTS if source.y <= target.y else -PORTS
        into, out = Point(into.x, into.y - apart / 2), Point(out.x, out.y + apart / 2)
    return Label(arrow, box, words.action, words.note, (source, into), (out, target), _WEIGHTS[arrow.strength])


def _port(box: Box, number: int, of: int) -> Point:
    """One of the points of an actor where lines end, on the edge towards the labels."""
    return Point(box.right if box.x < _LABELS else box.x, box.middle + (number - (of - 1) / 2) * PORTS)


def _side(box: Box, other: Point) -> Point:
    """The middle of the edge that is nearer to a point."""
    return Point(box.x if other.x < box.x else box.right, box.middle)
