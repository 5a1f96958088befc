"""Reported speech without quotation marks: "she said that …", "…, he said", "according to …"."""

from collections.abc import Iterator

from bot.analysis.quotes import cues, tags
from bot.analysis.quotes.stage import QuotedText
from bot.language import grammar
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

MIN_WORDS = 3
"""A shorter clause says nothing worth quoting."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})


def find_indirect(text: QuotedText) -> Iterator[tuple[DocSpan, tags.Tag]]:
    """What is reported and by whom, in text order; nothing that touches a quotation in marks."""
    for token in text.doc:
        if text.quotation_at(token) is not None:
            continue
        if token.lower_ == "according":
            tag, said = tags.according(text, token), _rest_of_sentence(token)
        elif cues.is_speech(token) and _asserts(token):
            tag, said = tags.speaker_of(text, token), _complement(token)
        else:
            continue
        if tag is not None and said is not None and not any(text.quotation_at(t) is not None for t in said):
            yield said, tag


def _asserts(verb: Token) -> bool:
    """False for speech that did not take place or only may: "did not say", "would say", "asked to say"."""
    if verb.tag_ not in _FINITE or grammar.is_negated(verb) or grammar.modal(verb) is not None:
        return False
    return not grammar.is_question(verb)


def _complement(verb: Token) -> DocSpan | None:
    """The clause that a verb of saying introduces, or that stands before ", he said"."""
    clause = next((t for t in grammar.dependents(verb) if grammar.relation(t) == "ccomp"), None)
    if clause is not None:
        return _extent(clause)
    above = grammar.governor(verb)
    if grammar.relation(verb) == "parataxis" and above is not None and grammar.own_subject(above) is not None:
        own = {t.i for t in verb.subtree}
        return _trim(verb.doc, [t.i for t in above.subtree if t.i not in own and t.i < min(own)])
    return None


def _extent(clause: Token) -> DocSpan | None:
    if grammar.own_subject(clause) is None and not any(grammar.relation(t) == "expl" for t in clause.children):
        return None
    return _trim(clause.doc, [t.i for t in clause.subtree])


def _rest_of_sentence(according: Token) -> DocSpan | None:
    """The sentence around "according to …" when that stands at its start or end."""
    above = grammar.governor(according)
    phrase = {according.i} | ({t.i for t in above.subtree} if above is not None and above.i > according.i else set())
    sentence = grammar.sentence(according)
    if not any(t.pos_ in ("VERB", "AUX") and t.i not in phrase for t in sentence):
        return None
    before = [t.i for t in sentence if t.i < min(phrase)]
    after = [t.i for t in sentence if t.i > max(phrase)]
    return _trim(according.doc, max(before, after, key=len))


def _trim(doc: Doc, tokens: list[int]) -> DocSpan | None:
    """The stretch of some tokens without "that" and punctuation at its ends; None when hardly a word is left."""
    if not tokens:
        return None
    start, end = min(tokens), max(tokens) + 1
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("that", "and", "but")):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if end - start >= MIN_WORDS else None
