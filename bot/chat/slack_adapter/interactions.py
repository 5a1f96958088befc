"""What people ask for directly: the command, "Brief this", buttons, menus and forms."""

import logging
from typing import Any, Final

from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.errors import PASSING
from bot.chat.slack_adapter.events import home_of
from bot.chat.slack_adapter.incoming import Json, read_command, read_message
from bot.chat.slack_adapter.people import can_post, is_admin
from bot.chat.slack_adapter.settings_form import CALLBACK, channel_of, fields_for, read_changes, settings_view
from bot.chat.slack_adapter.views import REASON, brief_view, metadata_of, note_view, reason_view
from bot.desk import Answer, Desk, NotAllowed, SettingsRefused
from bot.desk.commands import HELP, understand
from bot.ports import Workspace

log = logging.getLogger(__name__)

COMMAND: Final = "/brief"
SHORTCUT: Final = "brief_this"
CONFIG_WORDS: Final = frozenset({"config", "settings"})


class Interactions:
    """Handlers of commands, shortcuts, actions and submitted views. Each keeps what it promises, then acknowledges."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- asking for a brief ----------------------------------------------------------------------

    async def command(self, args: AsyncArgs) -> None:
        """``/brief …``"""
        team, user, channel = home_of(args), str(args.body["user_id"]), str(args.body["channel_id"])
        if str(args.body.get("text") or "").strip().lower() in CONFIG_WORDS:
            await args.ack(**await self._open_settings(args.client, team, user, channel, str(args.body["trigger_id"])))
            return
        command = read_command(args.body, team.id, is_admin=False)
        verb = understand(command).verb
        if verb == "forget":
            command = command.model_copy(update={"is_admin": await is_admin(args.client, user)})
        if verb == "brief" and not await can_post(args.client, channel):
            await args.ack(**answers.message(answers.NOT_HERE))
            return
        try:
            answer = await self._desk.handle_command(command)
        except NotAllowed as refused:
            answer = Answer(text=str(refused))
        if answer.text.endswith(HELP):
            answer = answer.model_copy(update={"text": f"{answer.text}\n{answers.CONFIG_HELP}"})
        await args.ack(text=answers.message(answer.text)["text"], blocks=answers.answer_blocks(answer))

    async def shortcut(self, args: AsyncArgs) -> None:
        """ "Brief this" on a message."""
        channel = str((args.body.get("channel") or {}).get("id") or "")
        message = read_message(args.body.get("message"), channel, home_of(args).id)
        if not await can_post(args.client, channel):
            said = answers.NOT_HERE
        else:
            added = await self._desk.brief_message(message) if message else 0
            said = answers.READING if added else answers.NO_LINK
        await args.ack()
        await _tell(args, said)

    # ---- under a brief ---------------------------------------------------------------------------

    async def more(self, args: AsyncArgs) -> None:
        """The button for the full brief."""
        await args.ack()
        team = home_of(args)
        article = await self._article(team, args.body)
        brief = await self._desk.brief(team, article) if article else None
        view = brief_view(brief, article) if brief and article else note_view("Full brief", answers.FORGOTTEN)
        await args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    async def verdict(self, args: AsyncArgs) -> None:
        """The menu beside a likely error."""
        team = home_of(args)
        verdict, _, key = str(args.body["actions"][0]["selected_option"]["value"]).partition(":")
        article = await self._article(team, args.body)
        if article and verdict == "reason":
            await args.ack()
            opens = args.client.views_push if "view" in args.body else args.client.views_open
            await opens(trigger_id=args.body["trigger_id"], view=reason_view(article, key))
            return
        kept = article is not None and await self._desk.feedback(
            team, article, key, str(args.body["user"]["id"]), is_right=verdict == "right"
        )
        await args.ack()
        await _tell(args, answers.THANKS if kept else answers.FORGOTTEN)

    async def reason(self, args: AsyncArgs) -> None:
        """The form that says why a likely error is none."""
        about = metadata_of(args.body["view"])
        said = args.body["view"]["state"]["values"][REASON][REASON].get("value") or ""
        await self._desk.feedback(
            home_of(args),
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

    # ---- settings --------------------------------------------------------------------------------

    async def workspace_settings(self, args: AsyncArgs) -> None:
        """The button in App Home."""
        await args.ack()
        await self._open_settings(
            args.client, home_of(args), str(args.body["user"]["id"]), None, str(args.body["trigger_id"])
        )

    async def channel_settings(self, args: AsyncArgs) -> None:
        """The choice of a channel in App Home."""
        await args.ack()
        channel = args.body["actions"][0].get("selected_conversation")
        if channel:
            user, trigger = str(args.body["user"]["id"]), str(args.body["trigger_id"])
            await self._open_settings(args.client, home_of(args), user, str(channel), trigger)

    async def _open_settings(
        self, client: AsyncWebClient, team: Workspace, user: str, channel: str | None, trigger: str
    ) -> dict[str, Any]:
        """Opens the form for somebody who may use it; returns what to say instead to anybody else."""
        try:
            await self._desk.check_may_change(team, user, await is_admin(client, user))
        except NotAllowed as refused:
            return answers.message(str(refused))
        settings = await self._desk.settings_for(team, channel)
        await client.views_open(trigger_id=trigger, view=settings_view(settings, channel))
        return {}

    async def save_settings(self, args: AsyncArgs) -> None:
        """The form, filled in. Who sent it is checked again: opening it once is no right for ever."""
        team, user, channel = home_of(args), str(args.body["user"]["id"]), channel_of(args.body["view"])
        admin = await is_admin(args.client, user)
        try:
            await self._desk.check_may_change(team, user, admin)
            changes = read_changes(args.body["view"], await self._desk.settings_for(team, channel))
            await self._desk.change_settings(team, channel, changes, author=user, is_admin=admin)
        except NotAllowed as refused:
            await args.ack(response_action="update", view=note_view("Settings", str(refused)))
        except SettingsRefused as refused:
            names = {field.name for field in fields_for(channel)}
            first = fields_for(channel)[0].name
            errors = {name if name in names else first: said for name, said in refused.fields.items()}
            await args.ack(response_action="errors", errors=errors)
        else:
            log.info("settings changed", extra={"team": team.id, "channel": channel, "form": CALLBACK})
            await args.ack()


async def _tell(args: AsyncArgs, said: str) -> None:
    """Says something to the person who asked, where Slack gives us a way to. What was asked is done already."""
    if not args.context.response_url:
        return
    try:
        await args.respond(response_type="ephemeral", replace_original=False, **answers.message(said))
    except PASSING as error:
        log.warning("an answer did not reach its asker: %r", error)
