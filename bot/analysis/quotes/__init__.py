"""Quotations: who said what, in whose words."""

from bot.analysis.actors.title_spans import title_span
from bot.analysis.index import ActorIndex
from bot.analysis.quotes.utterances import Utterance, find_utterances
from bot.language import grammar
from bot.language.reading import Reading
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import Actor, Quote


def find_quotes(reading: Reading, actors: list[Actor]) -> list[Quote]:
    """The quotations of an article in text order, their speakers resolved to actors where known."""
    index = ActorIndex(reading, actors)
    found = [(doc, utterance) for doc in (reading.title, reading.body) for utterance in find_utterances(doc)]
    return [_quote(reading, doc, index, utterance) for doc, utterance in found]


def _quote(reading: Reading, doc: Doc, index: ActorIndex, utterance: Utterance) -> Quote:
    speaker = utterance.speaker
    actor = index.of(speaker) if speaker is not None else None
    words = reading.span(_speaker_words(reading, index, speaker)) if speaker is not None else None
    return Quote(
        **reading.article.span(utterance.start, utterance.end, reading.field_of(doc)).model_dump(),
        kind=utterance.kind,
        speaker=actor.name if actor else words.text if words else None,
        speaker_id=actor.id if actor else None,
        speaker_span=words,
        cue=reading.span(utterance.cue) if utterance.cue is not None else None,
        carried=utterance.carried,
    )


def _speaker_words(reading: Reading, index: ActorIndex, speaker: Token) -> DocSpan:
    """The words in the tag that name the speaker: the phrase, and for a title the name behind it."""
    phrase = grammar.noun_phrase(speaker)
    start, end = phrase.start, phrase.end
    if (title := next((t for t in speaker.doc[start:end] if t.pos_ != "ADP" and not t.is_space), None)) is not None:
        start = title.i
    mention = index.mention_of(speaker)
    actor = index.of(speaker)
    if mention is not None and mention.kind == "nominal" and actor is not None and actor.kind == "person":
        for name in actor.mentions:
            span = speaker.doc.char_span(name.start, name.end) if name.kind == "name" else None
            if span is not None and name.field == mention.field and span.start > speaker.i:
                title_words = title_span(span)
                if title_words is not None and title_words.start <= speaker.i:
                    end = max(end, span.end)
                    start = min(start, title_words.start)
                    break
    return speaker.doc[start:end]
