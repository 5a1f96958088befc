"""Slack as the desk sees it: posts, finds, withdraws, and shows how far the work has come."""

import logging
import re
from collections.abc import Awaitable
from typing import Any, Final, TypeVar

from slack_sdk.errors import SlackApiError

from bot.chat.slack_adapter.errors import (
    OF_MESSAGE,
    PASSING,
    Refusal,
    classify,
    code_of,
    never_connected,
    retry_after,
)
from bot.chat.slack_adapter.marks import Marks
from bot.chat.slack_adapter.teams import Teams
from bot.ports import MessageRef, Payload, Platform, PostLater, PostRefused, Stage
from bot.render.slack import IMAGE

log = logging.getLogger(__name__)

EVENT_TYPE: Final = "newsroom_reply"
"""The type of the metadata that carries a reply's key."""
UNREACHABLE_SECONDS: Final = 10.0
PAGE: Final = 200
PAGES: Final = 5
"""How many pages of a thread or a channel are searched for one of our messages."""
TIMESTAMP: Final = re.compile(r"\d{10}\.\d{6}")

Result = TypeVar("Result")


def is_message(identity: str) -> bool:
    """Whether an id is that of a message; the use of a command has another form, and no thread."""
    return TIMESTAMP.fullmatch(identity) is not None


def thread_of(ref: MessageRef) -> str | None:
    """The thread that replies to ``ref`` stand in; None is the channel itself."""
    return (ref.thread or ref.message) if is_message(ref.message) else None


class SlackChat:
    """The :class:`~bot.ports.ChatAdapter` of Slack."""

    platform = Platform.SLACK

    def __init__(self, teams: Teams, pace: float) -> None:
        self.pace = pace
        self._teams = teams
        self._marks = Marks()

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        """Posts into the thread; the key travels as metadata, by which :meth:`find` knows the message again."""
        client = await self._client(ref)
        body: dict[str, Any] = {
            **payload,
            "channel": ref.channel,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
        }
        if thread := thread_of(ref):
            body["thread_ts"] = thread
        try:
            posted = await self._post(ref.workspace, client, body)
        except Exception as error:
            if never_connected(error):
                raise PostLater(UNREACHABLE_SECONDS) from error
            raise
        return str(posted["ts"])

    async def _post(self, team: str, client: Any, body: dict[str, Any]) -> Any:
        """Posts a message; without its picture when Slack refuses it, as it does when it cannot fetch the picture."""
        try:
            return await self._ask(team, client.chat_postMessage(**body))
        except PostRefused as refused:
            blocks = body.get("blocks", [])
            worded = [block for block in blocks if block["type"] != IMAGE]
            if refused.reason != "invalid_blocks" or len(worded) == len(blocks):
                raise
            log.warning("Slack refuses a message with a picture; can it reach web.public_url from the internet?")
        return await self._ask(team, client.chat_postMessage(**body | {"blocks": worded}))

    async def find(self, ref: MessageRef, key: str) -> str | None:
        """Reads the thread (or what was posted last in the channel) for our message with ``key``."""
        try:
            return await self._search(ref, key)
        except PASSING as error:
            raise PostLater(UNREACHABLE_SECONDS) from error

    async def _search(self, ref: MessageRef, key: str) -> str | None:
        client = await self._client(ref)
        thread, cursor = thread_of(ref), None
        for _page in range(PAGES):
            page: dict[str, Any] = {"limit": PAGE, "include_all_metadata": True, "cursor": cursor}
            if thread:
                # Oldest first, and a reply is younger than what it answers: a long thread before it is not read.
                asked = client.conversations_replies(channel=ref.channel, ts=thread, oldest=ref.message, **page)
            else:
                asked = client.conversations_history(channel=ref.channel, **page)
            try:
                answer = await self._ask(ref.workspace, asked)
            except PostRefused as refused:
                if refused.reason == "thread_not_found":
                    return None
                raise
            for message in answer["messages"]:
                metadata = message.get("metadata") or {}
                if metadata.get("event_payload", {}).get("key") == key:
                    return str(message["ts"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                break
        return None

    async def withdraw(self, ref: MessageRef, posted: str) -> None:
        """Deletes one of our replies."""
        client = await self._client(ref)
        try:
            await self._ask(ref.workspace, client.chat_delete(channel=ref.channel, ts=posted))
        except PostRefused as refused:
            log.info("a reply could not be withdrawn: %s", refused.reason, extra={"channel": ref.channel})

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        """Marks the message with a reaction while we work on it, and with another when a brief stands below."""
        change = self._marks.change(ref, url, stage)
        if change is None or not is_message(ref.message):
            return
        where = {"channel": ref.channel, "timestamp": ref.message}
        for name, method in ((change.add, "reactions_add"), (change.remove, "reactions_remove")):
            try:
                if name:
                    await getattr(await self._client(ref), method)(name=name, **where)
            except (*PASSING, PostLater, PostRefused) as error:  # one may be there, or gone, already
                log.debug("a reaction could not be changed: %s", error, extra={"channel": ref.channel})

    async def _client(self, ref: MessageRef) -> Any:
        try:
            return await self._teams.of(ref.workspace)
        except PASSING as error:
            refused = self._translated(ref.workspace, error) if isinstance(error, SlackApiError) else error
            raise PostLater(UNREACHABLE_SECONDS) if refused is error else refused from error

    async def _ask(self, team: str, request: Awaitable[Result]) -> Result:
        """The answer to a request, with Slack's refusals in our own terms."""
        try:
            answer = await request
        except SlackApiError as error:
            raise self._translated(team, error) from error
        self._teams.resume(team)
        return answer

    def _translated(self, team: str, error: SlackApiError) -> Exception:
        match classify(error):
            case Refusal.LATER:
                return PostLater(retry_after(error))
            case Refusal.ACCESS:
                return self._teams.pause(team, code_of(error), getattr(error.response, "data", None))
            case Refusal.FINAL:
                return PostRefused(code_of(error), of_message=code_of(error) in OF_MESSAGE)
            case Refusal.UNSETTLED:
                return error
