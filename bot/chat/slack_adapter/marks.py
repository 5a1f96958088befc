"""The reaction on a message, which shows how far the work on all its links has come."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from bot.ports import MessageRef, Stage

WORKING: Final = "eyes"
DONE: Final = "white_check_mark"
ENDED: Final = frozenset({Stage.POSTED, Stage.FAILED})
MOST: Final = 1_000
"""So many messages are remembered; the mark of an older one is left as it is."""


@dataclass(frozen=True)
class Change:
    """What to do with the reactions on a message."""

    remove: str | None = None
    add: str | None = None


@dataclass
class _Work:
    stages: dict[str, Stage] = field(default_factory=dict)
    is_marked: bool = False


class Marks:
    """What every message is marked with. Kept in memory: after a restart a stale mark is replaced when work ends."""

    def __init__(self) -> None:
        self._work: OrderedDict[tuple[str, str, str], _Work] = OrderedDict()

    def change(self, ref: MessageRef, url: str, stage: Stage) -> Change | None:
        """How the reactions on a message change now that the work on one link has come so far; None for not at all."""
        place = (ref.workspace, ref.channel, ref.message)
        work = self._work.setdefault(place, _Work(is_marked=stage in ENDED))
        work.stages[url] = stage
        while len(self._work) > MOST:
            self._work.popitem(last=False)
        if not ENDED.issuperset(work.stages.values()):
            change = None if work.is_marked else Change(add=WORKING)
            work.is_marked = True
            return change
        del self._work[place]
        answered = Stage.POSTED in work.stages.values()
        return Change(remove=WORKING, add=DONE if answered else None)
