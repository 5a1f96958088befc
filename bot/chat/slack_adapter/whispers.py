"""Saying something to the one person who used a button or a shortcut."""

import logging

from slack_bolt.kwargs_injection.async_args import AsyncArgs

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.errors import PASSING

log = logging.getLogger(__name__)


async def tell(args: AsyncArgs, said: str) -> None:
    """Says something to the person who asked, where Slack gives us a way to. What was asked is done already."""
    if not args.context.response_url:
        return
    try:
        await args.respond(response_type="ephemeral", replace_original=False, **answers.message(said))
    except PASSING as error:
        log.warning("an answer did not reach its asker: %r", error)
