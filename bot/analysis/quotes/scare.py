"""Tells speech from quotation marks that mean something else: titles, names, nicknames."""

from bot.analysis.quotes import cues
from bot.analysis.quotes.stage import QuotedText

_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "with", "by", "as", "but"}
)


def is_title(text: QuotedText, number: int) -> bool:
    """True for the title of a work or a name in quotation marks."""
    words = [t for t in text.spans[number] if t.is_alpha]
    if not words:
        return True
    large = [w for w in words if w.text[0].isupper() or w.lower_ in _SMALL]
    if len(large) < len(words) or (len(words) > 1 and all(w.lower_ in _SMALL for w in words[1:])):
        return False
    if any(t.text in "!?" for t in text.spans[number]):
        return False
    before = [t for t in text.before(number) if not t.is_punct]
    named = any(t.lemma_.lower() in cues.NAMING for t in before[-3:])
    return len(words) > 2 or named
