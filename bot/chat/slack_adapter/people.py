"""Who somebody is in a workspace, and where the bot is a member. Asked of Slack each time: roles change."""

import asyncio
import logging
from typing import Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter.errors import PASSING, Refusal, classify
from bot.desk import Desk, NotAllowed
from bot.ports import Workspace

log = logging.getLogger(__name__)

PATIENCE: Final = 1.2
"""Seconds for one question: Slack wants its own answer within three."""


async def is_admin(client: AsyncWebClient, user: str) -> bool:
    """Whether somebody is an admin or owner of the workspace; False when Slack does not say."""
    try:
        async with asyncio.timeout(PATIENCE):
            found = (await client.users_info(user=user))["user"]
    except PASSING as error:
        log.warning("the role of a user is not known: %s", error)
        return False
    return any(found.get(role) is True for role in ("is_admin", "is_owner", "is_primary_owner"))


async def may_change(desk: Desk, workspace: Workspace, user: str, *, is_admin: bool) -> bool:
    """Whether somebody may change settings."""
    try:
        await desk.check_may_change(workspace, user, is_admin)
    except NotAllowed:
        return False
    return True


async def can_post(client: AsyncWebClient, channel: str) -> bool:
    """Whether the bot is a member of a channel. When Slack does not say just now, posting will tell."""
    try:
        async with asyncio.timeout(PATIENCE):
            found = (await client.conversations_info(channel=channel))["channel"]
    except PASSING as error:
        return not (isinstance(error, SlackApiError) and classify(error) is Refusal.FINAL)
    return bool(found.get("is_member") or found.get("is_im"))
