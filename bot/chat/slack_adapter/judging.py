"""Verdicts on likely errors: given below a brief, and what they changed, for admins to see and undo."""

from typing import Any

from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.events import home_of
from bot.chat.slack_adapter.feedback_form import FLAG_AGAIN, RESET_CHECK, feedback_view
from bot.chat.slack_adapter.incoming import Json
from bot.chat.slack_adapter.people import is_admin
from bot.chat.slack_adapter.views import REASON, brief_view, metadata_of, note_view, reason_view
from bot.chat.slack_adapter.whispers import tell
from bot.desk import Desk, NotAllowed
from bot.ports import Workspace


class Judging:
    """Handlers of what stands below a brief, and of the modal of feedback."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def more(self, args: AsyncArgs) -> None:
        """The button for the full brief."""
        await args.ack()
        team, channel = home_of(args), channel_of(args.body)
        article = await self._article(team, args.body)
        chosen = await self._desk.selection(team, channel, article) if article else None
        if chosen and article:
            view = brief_view(chosen.brief, article, channel)
        else:
            view = note_view("Full brief", answers.FORGOTTEN)
        await args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    async def verdict(self, args: AsyncArgs) -> None:
        """The menu beside a likely error."""
        team, channel, author = home_of(args), channel_of(args.body), str(args.body["user"]["id"])
        verdict, _, key = str(args.body["actions"][0]["selected_option"]["value"]).partition(":")
        article = await self._article(team, args.body)
        if article is None:
            said: str | None = None
        elif verdict == "reason":
            await args.ack()
            opens = args.client.views_push if "view" in args.body else args.client.views_open
            await opens(trigger_id=args.body["trigger_id"], view=reason_view(article, key, channel))
            return
        elif verdict == "none":
            said = await self._desk.verdicts.take_back(team, channel, article, key, author)
        else:
            said = await self._desk.verdicts.give(team, channel, article, key, author, is_right=verdict == "right")
        await args.ack()
        await tell(args, said or answers.FORGOTTEN)

    async def reason(self, args: AsyncArgs) -> None:
        """The form that says why a likely error is none."""
        about = metadata_of(args.body["view"])
        said = args.body["view"]["state"]["values"][REASON][REASON].get("value") or ""
        await self._desk.verdicts.give(
            home_of(args),
            str(about.get("channel") or ""),
            int(about["article"]),
            str(about["key"]),
            str(args.body["user"]["id"]),
            is_right=False,
            reason=said,
        )
        await args.ack()

    async def _article(self, team: Workspace, body: Json) -> int | None:
        """The article that a button stands under: what its view carries, or what its message is about."""
        if view := body.get("view"):
            carried = metadata_of(view).get("article")
            return carried if isinstance(carried, int) else None
        posted = (body.get("container") or {}).get("message_ts")
        return await self._desk.article_of_reply(team, str(posted)) if posted else None

    # ---- what the verdicts changed ---------------------------------------------------------------

    async def open_feedback(
        self, client: AsyncWebClient, team: Workspace, user: str, channel: str, trigger: str
    ) -> dict[str, Any]:
        """Opens the modal for somebody who may use it; returns what to say instead to anybody else."""
        try:
            admin = await is_admin(client, user)
            overview = await self._desk.verdicts.overview(team, channel, author=user, is_admin=admin)
        except NotAllowed as refused:
            return answers.message(str(refused))
        await client.views_open(trigger_id=trigger, view=feedback_view(overview, channel))
        return {}

    async def channel_feedback(self, args: AsyncArgs) -> None:
        """The choice of a channel in App Home."""
        await args.ack()
        if channel := args.body["actions"][0].get("selected_conversation"):
            user, trigger = str(args.body["user"]["id"]), str(args.body["trigger_id"])
            await self.open_feedback(args.client, home_of(args), user, str(channel), trigger)

    async def undo(self, args: AsyncArgs) -> None:
        """A button in the modal. Who pressed it is checked again: opening it once is no right for ever."""
        await args.ack()
        team, channel, user = home_of(args), channel_of(args.body), str(args.body["user"]["id"])
        action, view = args.body["actions"][0], args.body["view"]
        who: dict[str, Any] = {"author": user, "is_admin": await is_admin(args.client, user)}
        try:
            if action["action_id"] == FLAG_AGAIN:
                await self._desk.verdicts.flag_again(team, channel, str(action["value"]), **who)
            else:
                check = str(action["value"]) if action["action_id"] == RESET_CHECK else None
                await self._desk.verdicts.reset(team, channel, check, **who)
            shown = feedback_view(await self._desk.verdicts.overview(team, channel, **who), channel)
        except NotAllowed as refused:
            shown = note_view("Feedback", str(refused))
        await args.client.views_update(view_id=view["id"], view=shown)


def channel_of(body: Json) -> str:
    """The channel that something stands in: what its view carries, or where its message is."""
    if view := body.get("view"):
        return str(metadata_of(view).get("channel") or "")
    return str((body.get("container") or {}).get("channel_id") or "")
