"""One record for one demand: what the headline, the lead and a later paragraph repeat is told once."""

import re

from bot.language import places
from bot.model import Demand, Party

_ALIKE = 0.6
_SMALL = frozenset(
    {"the", "a", "an", "of", "in", "at", "on", "and", "for", "to", "its", "his", "her", "their", "be", "by", "with"}
)


def merged(demands: list[Demand]) -> list[Demand]:
    """The demands without near-duplicates: of two alike the surer stays, and takes over what became of the other."""
    kept: list[Demand] = []
    for demand in demands:
        place = next((i for i, other in enumerate(kept) if _alike(demand, other)), None)
        if place is None:
            kept.append(demand)
        else:
            kept[place] = _joined(kept[place], demand)
    return kept


def _joined(first: Demand, second: Demand) -> Demand:
    surer, other = (second, first) if _rank(second) > _rank(first) else (first, second)
    if surer.status == "made" and other.status != "made":
        return surer.model_copy(update={"status": other.status, "responder": other.responder})
    return surer


def _rank(demand: Demand) -> tuple[bool, bool, bool, float]:
    """The body before the headline, then what says more, then what is surer."""
    return demand.field == "text", demand.action is not None, demand.addressee is not None, demand.confidence


def _alike(one: Demand, other: Demand) -> bool:
    if not _same(one.demander, other.demander):
        return False
    if one.addressee is not None and other.addressee is not None and not _same(one.addressee, other.addressee):
        return False
    return _same_action(one, other)


def _same_action(one: Demand, other: Demand) -> bool:
    """True when most words of the shorter action are in the other; without an action, in one sentence or a headline."""
    if one.action is None or other.action is None:
        return one.field != other.field or one.start == other.start
    first, second = _stems(one.action.text), _stems(other.action.text)
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second)))


def _same(one: Party, other: Party) -> bool:
    if one.actor_id and other.actor_id:
        return one.actor_id == other.actor_id
    return bool(_stems(one.text) & _stems(other.text)) or places.same_state(one.text, other.text)


def _stems(text: str) -> set[str]:
    """Content words, cut to six letters so that "resign" and "resignation" are one."""
    return {word[:6] for word in re.findall(r"\w+", text.lower()) if word not in _SMALL}
