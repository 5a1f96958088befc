"""Finds the demands of an article: candidates, their records, what became of them, each told once."""

from bot.analysis.demands.candidates import Candidates, within
from bot.analysis.demands.merging import merged
from bot.analysis.demands.outcome import update_outcomes
from bot.analysis.demands.parties import Parties
from bot.analysis.demands.records import Records
from bot.analysis.demands.speech import Speech
from bot.analysis.index import ActorIndex
from bot.language.reading import Reading
from bot.language.tokens import Doc
from bot.model import Actor, Demand, Quote


def find_demands(reading: Reading, actors: list[Actor], quotes: list[Quote]) -> list[Demand]:
    """The demands that the article reports, near-duplicates told once; those only in the headline come last."""
    parties = Parties(reading, ActorIndex(reading, actors))
    speech = Speech(parties, quotes)
    told = update_outcomes(parties, _in_parse(reading.body, parties, speech))
    return merged([*told, *_in_parse(reading.title, parties, speech)])


def _in_parse(doc: Doc, parties: Parties, speech: Speech) -> list[Demand]:
    """The demands of the body or the headline, in text order."""
    candidates, records = Candidates(parties, speech), Records(parties, speech)
    found = [candidate for word in doc if (candidate := candidates.at(word)) is not None]
    return [records.of(one) for one in found if not any(within(one, other) for other in found)]
