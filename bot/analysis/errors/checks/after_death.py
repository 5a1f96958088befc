"""What somebody is said to have done after dying."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.chronology.events import Event, events
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_DEATHS = frozenset({"die", "drown"})

_OF_THE_DEAD = word_set(
    "be have leave win receive get become gain earn go come return lie rest appear enter turn remain live stay last"
    " give cost lead mean make bring take cause predecease join celebrate mark survive inspire follow reach fall rise"
    " sell fetch see find need owe deserve belong stand continue feature star haunt die drown pass begin"
)
"""Verbs of which a dead person may be the subject: "left a widow", "became a legend", "returned to the village"."""

_LIVING = word_set("question interview sentence jail convict arrest treat elect appoint interrogate operate")
"""What is done to the living only."""


@check("date.after-death", "Somebody acts after dying", severity="major", confidence=0.65)
def after_death(copy: Copy) -> Iterator[Finding]:
    """ "Rastrick, who died in 1961, … and in 1974 he corrected the proofs"."""
    found = list(events(copy, copy.moments))
    for death in found:
        if death.what in _DEATHS and death.moment.grain != "weekday" and not _is_supposed(death.word):
            for act in found:
                if _is_later(death, act) and _is_his(copy, death, act) and _is_act(act.word):
                    yield Finding(
                        copy.of(act.word),
                        f"Possible wrong date: “{death.word.text}” is dated {_time(copy, death)}, and of the same "
                        f"person “{act.word.text}” {_time(copy, act)}. Check the dates.",
                        evidence=(copy.span(death.moment.start, death.moment.end),),
                    )


def _time(copy: Copy, event: Event) -> str:
    return copy.text[event.moment.start : event.moment.end]


def _is_later(death: Event, act: Event) -> bool:
    """True when an act is dated after a death; a bare weekday lies after every year that is named."""
    if act.moment.grain == "weekday":
        return death.moment.dated and death.moment.grain == "year"
    return death.moment.is_before(act.moment)


def _is_his(copy: Copy, death: Event, act: Event) -> bool:
    """True when the subject of the act is who died."""
    dead, who = grammar.subject(death.word), grammar.subject(act.word)
    if dead is None or who is None:
        return False
    if death.actor is not None:
        return act.actor == death.actor
    return who == dead or (who.pos_ == "PRON" and dead.sent == who.sent and who.lower_ in ("he", "she"))


def _is_act(verb: Token) -> bool:
    """True for what only the living do, told as fact."""
    if grammar.modal(verb) is not None or grammar.is_negated(verb):
        return False
    if grammar.is_passive(verb):
        return verb.lemma_.lower() in _LIVING
    return verb.tag_ == "VBD" and verb.lemma_.lower() not in _OF_THE_DEAD


def _is_supposed(verb: Token) -> bool:
    """True for a death that somebody only plays or fears: "would have died", "nearly died"."""
    return any(child.lower_ in ("nearly", "almost", "reportedly") for child in verb.children)
