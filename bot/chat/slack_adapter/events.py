"""What happens in a workspace: messages, reactions, visits to App Home, and our removal.

Each handler returns once everything it promises is on disk, and only then Slack gets its
acknowledgement; when one raises, Slack delivers the event again.
"""

import asyncio
import logging
from typing import Final
from weakref import WeakValueDictionary

from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter.errors import Refusal, classify, code_of
from bot.chat.slack_adapter.incoming import Json, read_change, read_message
from bot.chat.slack_adapter.people import is_admin, may_change
from bot.chat.slack_adapter.teams import Teams
from bot.chat.slack_adapter.views import home_view
from bot.desk import Desk
from bot.ports import Incoming, Platform, Workspace

log = logging.getLogger(__name__)

NEIGHBOURS: Final = 10
"""So many messages are asked for to find the one that a reaction marks: a thread's first always comes along."""


def home_of(args: AsyncArgs) -> Workspace:
    """The workspace whose installation a request was sent to."""
    authorized = args.context.authorize_result
    return Workspace(platform=Platform.SLACK, id=str(authorized.team_id if authorized else args.context.team_id))


class Events:
    """Handlers of the Events API."""

    def __init__(self, desk: Desk, teams: Teams) -> None:
        self._desk = desk
        self._teams = teams
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def message(self, args: AsyncArgs) -> None:
        """``message``, of every subtype."""
        change = read_change(args.body["event"], home_of(args).id)
        if change is None:
            return
        # What happens to one message is handled in the order in which it arrives, a deletion after its message.
        turn = self._turns.setdefault(f"{change.ref.channel}:{change.ref.message}", asyncio.Lock())
        async with turn:
            if change.message is None:
                await self._desk.handle_deletion(change.ref)
            else:
                await self._desk.handle_message(change.message)

    async def reaction_added(self, args: AsyncArgs) -> None:
        """``reaction_added``: somebody may have asked for a brief."""
        event = args.body["event"]
        item, reaction = event.get("item") or {}, str(event.get("reaction") or "").partition("::")[0]
        if item.get("type") != "message" or event.get("user") == args.context.bot_user_id:
            return
        team, channel = home_of(args), str(item.get("channel") or "")
        settings = await self._desk.settings_for(team, channel)
        if settings.mode == "command" or reaction != settings.reaction:
            return
        marked = await fetch_message(args.client, team.id, channel, str(item.get("ts") or ""))
        if marked is not None:
            await self._desk.handle_reaction(marked, reaction)

    async def app_home_opened(self, args: AsyncArgs) -> None:
        """``app_home_opened``: shows App Home to one person."""
        event = args.body["event"]
        user = str(event.get("user") or "")
        if event.get("tab") not in (None, "home") or not user:
            return
        team = home_of(args)
        settings = await self._desk.settings_for(team, None)
        allowed = await may_change(self._desk, team, user, is_admin=await is_admin(args.client, user))
        await args.client.views_publish(user_id=user, view=home_view(settings, may_change=allowed))

    async def access_lost(self, args: AsyncArgs) -> None:
        """``app_uninstalled`` and ``tokens_revoked``: the workspace has to install the bot again."""
        event = args.body["event"]
        bots = (event.get("tokens") or {}).get("bot")
        if event.get("type") == "tokens_revoked" and not bots:
            return
        await self._teams.forget(str(args.context.team_id), str(event.get("type")))

    async def anything(self, args: AsyncArgs) -> None:
        """Every other event: acknowledged, so that Slack does not count it as a failure of ours."""
        log.debug("an event that nothing is done about: %s", args.body["event"].get("type"))


async def fetch_message(client: AsyncWebClient, team: str, channel: str, ts: str) -> Incoming | None:
    """One message, in a thread or not; None when it is gone or not ours to read.

    Raises :class:`slack_sdk.errors.SlackApiError` when asking again may help.
    """
    try:
        found = await client.conversations_replies(
            channel=channel, ts=ts, oldest=ts, latest=ts, inclusive=True, limit=NEIGHBOURS
        )
    except SlackApiError as error:
        if classify(error) is not Refusal.FINAL:
            raise
        log.warning("a marked message cannot be read: %s", code_of(error), extra={"channel": channel})
        return None
    messages: list[Json] = found.get("messages") or []
    marked = next((message for message in messages if message.get("ts") == ts), None)
    return read_message(marked, channel, team)
