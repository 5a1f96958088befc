"""When the people of a story died, as far as it tells: their ages told plainly are those of that day."""

from bot.analysis.errors.chronology.events import dated_events
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.bearers import whose
from bot.analysis.errors.lives.times import Time
from bot.language import grammar

_DIES = frozenset({"die", "pass_away"})


def deaths(copy: Copy) -> dict[str, Time]:
    """The year in which each person died whose death the story tells; none named for one of these days."""
    found: dict[str, Time] = {}
    for event in copy.once(dated_events):
        subject = grammar.subject(event.word) if event.what in _DIES else None
        person = whose(copy, subject.idx, subject.idx + len(subject)) if subject is not None else None
        if person is not None and (event.moment.dated or event.moment.grain == "weekday"):
            time = Time(event.moment.year) if event.moment.dated else Time(None)
            found[person] = time if person not in found or event.moment.dated else found[person]
    return found
