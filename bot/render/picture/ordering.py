"""Who stands left and who right, and in which order, so that few lines turn back and few cross."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from statistics import fmean

from bot.render.picture.figure import Figure


@dataclass(frozen=True, slots=True)
class Order:
    """From top to bottom: the arrows by their index in the figure, and the actors of both columns by their ids."""

    arrows: tuple[int, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


def order(figure: Figure) -> Order:
    """The order to draw a figure in; the same figure always gets the same."""
    left = _left(figure)
    best = _around(figure, left, range(len(figure.arrows)))
    fewest = _crossings(figure, best)
    improved = True
    while improved and fewest:
        improved = False
        for first, second in combinations(range(len(best.arrows)), 2):
            arrows = list(best.arrows)
            arrows.insert(first, arrows.pop(second))
            other = _around(figure, left, arrows)
            if (crossings := _crossings(figure, other)) < fewest:
                best, fewest, improved = other, crossings, True
    return best


def _left(figure: Figure) -> frozenset[str]:
    """The actors of the left column: most arrows go across, then most from left to right, the weightier counting more.

    There are at most 4096 ways for twelve actors, so all are tried.
    """
    ids = [node.id for node in figure.nodes]
    number = {one: index for index, one in enumerate(ids)}
    ends = [(number[arrow.source], number[arrow.target]) for arrow in figure.arrows]

    def worth(sides: tuple[bool, ...]) -> tuple[int, int, int]:
        across = sum(sides[source] != sides[target] for source, target in ends)
        forth = sum(len(ends) - rank for rank, (source, target) in enumerate(ends) if sides[source] > sides[target])
        return across, forth, -abs(2 * sum(sides) - len(sides))

    best = max(product((True, False), repeat=len(ids)), key=worth)
    return frozenset(one for one, is_left in zip(ids, best, strict=True) if is_left)


def _around(figure: Figure, left: frozenset[str], arrows: Sequence[int]) -> Order:
    """The order with the arrows as given, and every actor at the height of its arrows."""
    places: dict[str, list[int]] = {node.id: [] for node in figure.nodes}
    for place, index in enumerate(arrows):
        places[figure.arrows[index].source].append(place)
        places[figure.arrows[index].target].append(place)
    ids = sorted(places, key=lambda one: fmean(places[one]))
    return Order(tuple(arrows), tuple(one for one in ids if one in left), tuple(one for one in ids if one not in left))


def _crossings(figure: Figure, drawn: Order) -> int:
    """How many pairs of lines cross in the gaps between the columns."""
    crossings = 0
    for column in (drawn.left, drawn.right):
        height = {one: place for place, one in enumerate(column)}
        lines = [
            (height[end], place)
            for place, index in enumerate(drawn.arrows)
            for end in (figure.arrows[index].source, figure.arrows[index].target)
            if end in height
        ]
        crossings += sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(lines, 2))
    return crossings
