"""What the picture shows of a brief: actors, and between two of them one arrow for all demands of one on the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.brief import Worth
from bot.model import Actor, Brief, Demand, Span, Status, Strength
from bot.render import grounds, wording
from bot.render.cleaning import clean

MAX_ACTORS: Final = 12
MAX_ARROWS: Final = 12
"""What stays readable; further demands are in the list beside the picture."""

_STRENGTHS: Final[tuple[Strength, ...]] = ("request", "demand", "order", "ultimatum")


@dataclass(frozen=True, slots=True)
class Node:
    """An actor. ``title`` says in full what the name in the picture may have to cut short."""

    id: str
    name: str
    key: bool
    title: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """The demands of ``source`` on ``target``, nodes by their ids.

    ``action`` is what the first of them asks for, ``notes`` what is known beside that, the weightiest first.
    ``status`` is None when the demands fared differently; ``strength`` is that of the strongest.
    """

    source: str
    target: str
    action: str
    notes: tuple[str, ...]
    status: Status | None
    strength: Strength
    titles: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Nodes in the order of the brief's actors, arrows in that of its demands. ``total`` counts the brief's demands."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    total: int

    @property
    def caption(self) -> str:
        """That some demands are missing; empty when none is."""
        shown = sum(len(arrow.titles) for arrow in self.arrows)
        if shown == self.total:
            return ""
        return f"{shown} of {wording.count(self.total, 'demand')}; the list has them all."

    @property
    def description(self) -> str:
        """The picture in words, for those who cannot see it."""
        return "Who demands what of whom. " + "; ".join(title for arrow in self.arrows for title in arrow.titles)


def figure_of(brief: Brief, worth: Worth | None = None) -> Figure | None:
    """What to draw of the demands that are worth showing; None when no named actor demands anything of another."""
    shown = brief.demands[: worth.demands if worth else None]
    actors = {actor.id: actor for actor in brief.actors}
    pairs: dict[tuple[str, str], list[Demand]] = {}
    drawn: set[str] = set()
    for demand in shown:
        pair = _pair(demand)
        if pair is None or not set(pair) <= set(actors):
            continue
        if pair not in pairs and (len(pairs) == MAX_ARROWS or len(drawn | set(pair)) > MAX_ACTORS):
            continue
        pairs.setdefault(pair, []).append(demand)
        drawn |= set(pair)
    if not pairs:
        return None
    return Figure(
        nodes=tuple(_node(brief, actor) for actor in brief.actors if actor.id in drawn),
        arrows=tuple(_arrow(brief, pair, demands) for pair, demands in pairs.items()),
        total=len(shown),
    )


def _pair(demand: Demand) -> tuple[str, str] | None:
    source, target = demand.demander.actor_id, demand.addressee.actor_id if demand.addressee else None
    return (source, target) if source and target and source != target else None


def _node(brief: Brief, actor: Actor) -> Node:
    title = "".join(run.text for run in wording.actor_line(actor))
    return Node(actor.id, clean(actor.name) or "Unnamed", actor.key, title, grounds.of_actor(brief, actor))


def _arrow(brief: Brief, pair: tuple[str, str], demands: Sequence[Demand]) -> Arrow:
    first = demands[0]
    statuses = {demand.status for demand in demands}
    action = wording.action(first)
    return Arrow(
        *pair,
        action=action.text if action else clean((first.action or first).text) or "…",
        notes=tuple(_notes(brief, demands)),
        status=first.status if len(statuses) == 1 else None,
        strength=max((demand.strength for demand in demands), key=_STRENGTHS.index),
        titles=tuple("".join(run.text for run in wording.demand_line(brief, demand)) for demand in demands),
        evidence=tuple(demands),
    )


def _notes(brief: Brief, demands: Sequence[Demand]) -> Iterator[str]:
    first = demands[0]
    if len(demands) > 1:
        yield wording.count(len(demands), "demand")
    if len({demand.status for demand in demands}) > 1:
        yield "answers differ"
    elif answer := wording.STATUS.get(first.status):
        by_other = first.responder and first.addressee and first.responder.actor_id != first.addressee.actor_id
        yield f"{answer} by {wording.party(brief, first.responder)}" if by_other and first.responder else answer
    if len(demands) > 1:
        return
    if strength := wording.STRENGTH.get(first.strength):
        yield strength
    if due := wording.deadline(first, dated=False):
        yield due
    if first.confidence < wording.HEDGE_DEMAND:
        yield "probably"
