"""Looking actors up by the words that mention them."""

from bot.analysis.index import ActorIndex
from tests.analysis.voices import read

TEXT = "The deputy minister Jan Kos met Kestrel plc. Kos said the firm's owner, Eva Roth, was late."


def test_by_token_span_and_id() -> None:
    found = read(TEXT)
    index = ActorIndex(found.reading, found.actors)
    body = found.reading.body
    kos = found.actor("Jan Kos")
    assert index.of(next(t for t in body if t.text == "Kos")) == kos
    assert index.of(next(t for t in body if t.text == "minister")) == kos
    assert index.of(next(t for t in body if t.text == "met")) is None
    start = TEXT.index("Eva Roth")
    assert index.of_span(found.reading.article.span(start, start + len("Eva Roth"))) == found.actor("Eva Roth")
    assert index.by_id(kos.id) == kos
    assert index.by_id("nobody") is None
    assert index.by_id(None) is None


def test_the_kind_of_mention_is_known() -> None:
    found = read(TEXT)
    mention = ActorIndex(found.reading, found.actors).mention_of(next(t for t in found.reading.body if t.text == "Kos"))
    assert mention is not None
    assert mention.kind == "name"
