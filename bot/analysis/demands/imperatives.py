"""Imperatives in quotations: “Release the crew at once,” she said."""

from bot.analysis.demands.lexicon import Frame, Pattern, lexicon
from bot.analysis.demands.matching import Match
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Quote, Strength

_PATTERN = Pattern(None, "infinitive", "", frozenset())
_CERTAINTY = 0.55
_COMPLEMENTS = frozenset({"obj", "iobj", "obl", "xcomp", "ccomp"})
_MAX_WORDS = 25


def match_imperative(verb: Token, quote: Quote) -> Match | None:
    """The demand of a bare verb that opens a short direct quotation; None for idle ones ("look", "imagine").

    Who is asked is not said, unless a name is called ("Oslo, open the gates").
    """
    if verb.tag_ != "VB" or quote.kind != "direct" or verb.lemma_.lower() in lexicon().words.idle_imperatives:
        return None
    if (
        quote.text[1:].lstrip().startswith(("…", "..."))
        or not _opens(verb, quote)
        or len(quote.text.split()) > _MAX_WORDS
    ):
        return None
    if grammar.own_subject(verb) is not None or grammar.modal(verb) is not None:
        return None
    if not any(grammar.relation(child) in _COMPLEMENTS for child in grammar.dependents(verb)):
        return None
    polite = any(child.lower_ == "please" for child in grammar.dependents(verb))
    strength: Strength = "request" if polite else "demand"
    called = next((c for c in grammar.dependents(verb) if grammar.relation(c) == "vocative"), None)
    return Match(verb, Frame(_PATTERN, strength, _CERTAINTY, personal=True), called, verb)


def _opens(verb: Token, quote: Quote) -> bool:
    """True when only "please", "do not", "now" or a called name stand between the mark and the verb."""
    before = [
        t for t in verb.doc[verb.sent.start : verb.i] if t.idx >= quote.start and not t.is_punct and not t.is_space
    ]
    return all(
        t.lower_ in ("please", "do", "not", "n’t", "n't", "don’t", "never", "just", "now")
        or grammar.relation(t) == "vocative"
        for t in before
    )
