"""Quotations: who said what, in whose words."""

from bot.analysis.index import ActorIndex
from bot.analysis.quotes.utterances import Utterance, find_utterances
from bot.language import grammar
from bot.language.reading import Reading
from bot.model import Actor, Quote, Span


def find_quotes(reading: Reading, actors: list[Actor]) -> list[Quote]:
    """The quotations of an article in text order, their speakers resolved to actors where known."""
    index = ActorIndex(reading, actors)
    return [_quote(reading, index, utterance) for utterance in find_utterances(reading.body)]


def _quote(reading: Reading, index: ActorIndex, utterance: Utterance) -> Quote:
    actor, words = None, None
    if utterance.speaker is not None:
        actor = index.of(utterance.speaker)
        words = _speaker_span(reading, utterance)
    return Quote(
        **reading.article.span(utterance.start, utterance.end).model_dump(),
        kind=utterance.kind,
        speaker=actor.name if actor else words.text if words else None,
        speaker_id=actor.id if actor else None,
        speaker_span=words,
        cue=reading.span(utterance.cue) if utterance.cue is not None else None,
        carried=utterance.carried,
    )


def _speaker_span(reading: Reading, utterance: Utterance) -> Span | None:
    assert utterance.speaker is not None
    return reading.span(grammar.noun_phrase(utterance.speaker))
