"""Quotations with the words of the article that say who speaks, before anyone is identified."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.analysis.quotes import scare, tags
from bot.analysis.quotes.indirect import find_indirect
from bot.analysis.quotes.marks import Quotation, find_quotations
from bot.analysis.quotes.stage import QuotedText
from bot.language.tokens import Doc, Token
from bot.model import QuoteKind

MIN_LONE_WORDS = 4
"""A shorter quotation without any speaker is not taken for speech."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that is speech. ``speaker`` is the head of the words that name the speaker."""

    start: int
    end: int
    kind: QuoteKind
    speaker: Token | None
    cue: Token | None
    carried: bool = False


def find_utterances(doc: Doc) -> list[Utterance]:
    """The quotations of a parsed text that are speech, in order, each with its tag when it has one."""
    places = [(p.start_char, p.end_char) for p in doc.paragraphs]
    text = QuotedText(doc, find_quotations(doc.text, places), places)
    found: list[Utterance] = []
    for number, quotation in enumerate(text.quotations):
        utterance = _utterance(text, number, quotation)
        if utterance is not None:
            found.append(utterance)
    found = [u for u in _carry(text, found) if u.speaker is not None or _word_count(text, u) >= MIN_LONE_WORDS]
    reported = [
        Utterance(said.start_char, said.end_char, "indirect", tag.speaker, tag.cue) for said, tag in find_indirect(text)
    ]
    return sorted(found + reported, key=lambda utterance: (utterance.start, utterance.end))


def _utterance(text: QuotedText, number: int, quotation: Quotation) -> Utterance | None:
    tag = tags.find_tag(text, number)
    alone = text.stands_alone(number)
    if scare.is_title(text, number) or (tag is None and not alone):
        return None
    kind: QuoteKind = "mixed" if text.continues_clause(number) and not alone else "direct"
    speaker, cue = (tag.speaker, tag.cue) if tag is not None else (None, None)
    return Utterance(quotation.start, quotation.end, kind, speaker, cue)


def _word_count(text: QuotedText, utterance: Utterance) -> int:
    return len(text.characters[utterance.start : utterance.end].split())


def _carry(text: QuotedText, utterances: list[Utterance]) -> Iterator[Utterance]:
    """Gives quotations without a tag the speaker before them: in the same paragraph, or one paragraph back."""
    last: Utterance | None = None
    turns: list[Utterance] = []
    for this, following in zip_longest(utterances, utterances[1:]):
        spoken = this
        if this.speaker is None:
            spoken = _in_turn(text, this, turns) or _with_speaker(text, this, last, following)
        if spoken.speaker is not None:
            last = spoken
        turns = [*turns[-3:], spoken]
        yield spoken


def _in_turn(text: QuotedText, this: Utterance, turns: list[Utterance]) -> Utterance | None:
    """The other of two speakers, where a question and its answer stand in paragraphs of their own.

    A paragraph that ends its quotation and is followed by another without a tag may go on with the
    same speaker; a question mark tells that it does not.
    """
    here = text.paragraph(this.start)
    before = [turn for turn in turns if text.paragraph(turn.end - 1) == here - 1]
    if not before or before[-1].speaker is None or not text.fills_paragraph(this.start, this.end):
        return None
    asks, asked = (text.characters[end - 3 : end].find("?") >= 0 for end in (this.end, before[-1].end))
    if asks == asked:
        return None
    earlier = next(
        (t for t in reversed(turns) if text.paragraph(t.end - 1) == here - 2 and t.speaker is not None), None
    )
    other = tags.Tag(earlier.speaker, earlier.cue) if earlier and earlier.speaker else tags.last_speaker(text, here - 2)
    if other is None or other.speaker.text == before[-1].speaker.text:
        return None
    return replace(this, speaker=other.speaker, cue=other.cue, carried=True)


def _with_speaker(text: QuotedText, this: Utterance, last: Utterance | None, following: Utterance | None) -> Utterance:
    here = text.paragraph(this.start)
    between = text.characters[this.end : following.start] if following is not None else "none"
    if following is not None and following.speaker is not None and not between.strip(" "):
        return replace(this, speaker=following.speaker, cue=following.cue)
    if last is not None and text.paragraph(last.end - 1) == here:
        return replace(this, speaker=last.speaker, cue=last.cue, carried=last.carried)
    if text.characters[: this.start].rstrip(" ").endswith(":"):
        return this
    source = tags.last_speaker(text, here - 1)
    if last is not None and text.paragraph(last.end - 1) == here - 1:
        if last.carried:
            return this
        if source is None and last.speaker is not None:
            source = tags.Tag(last.speaker, last.cue)
    return replace(this, speaker=source.speaker, cue=source.cue, carried=True) if source else this
