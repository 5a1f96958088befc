"""Telling the admins of a workspace, as a direct message from the app, what only they can mend."""

import logging
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.errors import PASSING

log = logging.getLogger(__name__)

MOST: Final = 3
PAGE: Final = 200


async def tell_admins(client: AsyncWebClient, text: str) -> int:
    """Writes to at most :data:`MOST` admins; returns how many were reached. Never raises.

    A workspace that took all access away cannot be told; the log has the line too.
    """
    told = 0
    try:
        members = (await client.users_list(limit=PAGE))["members"]
        admins = [one["id"] for one in members if one.get("is_admin") and not one.get("deleted")]
        for admin in admins[:MOST]:
            await client.chat_postMessage(channel=admin, **answers.message(text))
            told += 1
    except PASSING as error:
        log.warning("the admins could not be told: %s", error)
    return told
