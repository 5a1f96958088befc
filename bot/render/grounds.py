"""What the lines of a brief rest on."""

from bot.model import Actor, Brief, Span


def of_actor(brief: Brief, actor: Actor) -> tuple[Span, ...]:
    """Where the article says what the actor is, or first names it; then what it says."""
    named = [mention for mention in actor.mentions if mention.kind == "name"] or actor.mentions
    quotes = [quote for quote in brief.quotes if quote.speaker_id == actor.id]
    return (*(actor.roles[:1] or named[:1]), *quotes)
