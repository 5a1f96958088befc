"""What people ask for directly: the command, "Brief this", and the settings."""

import logging
from typing import Any, Final

from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.events import home_of
from bot.chat.slack_adapter.incoming import read_command, read_message
from bot.chat.slack_adapter.judging import Judging
from bot.chat.slack_adapter.people import can_post, is_admin
from bot.chat.slack_adapter.settings_form import CALLBACK, channel_of, fields_for, read_changes, settings_view
from bot.chat.slack_adapter.views import note_view
from bot.chat.slack_adapter.whispers import tell
from bot.desk import Answer, Desk, NotAllowed, SettingsRefused
from bot.desk.commands import HELP, understand
from bot.ports import Workspace

log = logging.getLogger(__name__)

COMMAND: Final = "/brief"
SHORTCUT: Final = "brief_this"
CONFIG_WORDS: Final = frozenset({"config", "settings"})
FEEDBACK_WORD: Final = "feedback"


class Interactions:
    """Handlers of commands, shortcuts, actions and submitted views. Each keeps what it promises, then acknowledges."""

    def __init__(self, desk: Desk, judging: Judging) -> None:
        self._desk = desk
        self._judging = judging

    # ---- asking for a brief ----------------------------------------------------------------------

    async def command(self, args: AsyncArgs) -> None:
        """``/brief …``"""
        team, user, channel = home_of(args), str(args.body["user_id"]), str(args.body["channel_id"])
        word, trigger = str(args.body.get("text") or "").strip().lower(), str(args.body["trigger_id"])
        if word in CONFIG_WORDS:
            await args.ack(**await self._open_settings(args.client, team, user, channel, trigger))
            return
        if word == FEEDBACK_WORD:
            await args.ack(**await self._judging.open_feedback(args.client, team, user, channel, trigger))
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
        await tell(args, said)

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
