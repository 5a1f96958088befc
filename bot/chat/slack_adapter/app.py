"""The Bolt app: which handler answers what, and what becomes of everything else."""

import json
import logging
import re
from typing import Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.chat.slack_adapter import answers
from bot.chat.slack_adapter.events import Events
from bot.chat.slack_adapter.feedback_form import FLAG_AGAIN, RESET_ALL, RESET_CHECK
from bot.chat.slack_adapter.interactions import COMMAND, SHORTCUT, Interactions
from bot.chat.slack_adapter.judging import Judging
from bot.chat.slack_adapter.settings_form import CALLBACK
from bot.chat.slack_adapter.teams import Teams
from bot.chat.slack_adapter.views import CHANNEL_ACTION, FEEDBACK_ACTION, REASON_CALLBACK, SETTINGS_ACTION
from bot.desk import Desk
from bot.render.slack import MORE_ACTION, VERDICT_ACTION
from bot.settings import SlackSettings

log = logging.getLogger(__name__)

ANYTHING: Final = re.compile("")
HANDLED_EVENTS: Final = ("message", "reaction_added", "app_home_opened", "app_uninstalled", "tokens_revoked")
"""The events that something is done about; the manifest subscribes to these and no others."""


def build_app(settings: SlackSettings, desk: Desk, teams: Teams) -> AsyncApp:
    """The app over an open desk. Handlers run before Slack is answered, so that nothing acknowledged is lost."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        return await teams.authorize(enterprise_id, team_id)

    app = AsyncApp(
        name="newsroom-bot",
        logger=log,
        client=teams.client(),
        authorize=authorize,  # type: ignore[arg-type]  # None tells that the bot is not installed
        # Over Socket Mode nothing is signed; over HTTP the client refuses to start without a secret.
        signing_secret=settings.signing_secret.get_secret_value() or "unused",
        process_before_response=True,
    )
    events, judging = Events(desk, teams), Judging(desk)
    interactions = Interactions(desk, judging)
    for name in HANDLED_EVENTS:
        handler = events.access_lost if name in ("app_uninstalled", "tokens_revoked") else getattr(events, name)
        app.event(name)(handler)
    app.command(COMMAND)(interactions.command)
    app.message_shortcut(SHORTCUT)(interactions.shortcut)
    app.action(MORE_ACTION)(judging.more)
    app.action(VERDICT_ACTION)(judging.verdict)
    app.action(SETTINGS_ACTION)(interactions.workspace_settings)
    app.action(CHANNEL_ACTION)(interactions.channel_settings)
    app.action(FEEDBACK_ACTION)(judging.channel_feedback)
    for action in (RESET_CHECK, RESET_ALL, FLAG_AGAIN):
        app.action(action)(judging.undo)
    app.view_submission(CALLBACK)(interactions.save_settings)
    app.view_submission(REASON_CALLBACK)(judging.reason)
    _catch_all(app, events)
    app.error(_failed)
    return app


def _catch_all(app: AsyncApp, events: Events) -> None:
    app.event(ANYTHING)(events.anything)
    for listen in (app.command, app.shortcut, app.action, app.view_submission, app.view_closed, app.options):
        listen(ANYTHING)(_acknowledge)


async def _acknowledge(ack: AsyncAck) -> None:
    """An interaction that nothing is done about, a menu of an earlier version for example."""
    await ack()


async def _failed(error: Exception, request: AsyncBoltRequest) -> BoltResponse | None:
    """A handler failed. Events are not acknowledged and come again; who typed a command is told."""
    log.error("a Slack request failed: %r", error, extra={"request": request.body.get("type") or "command"})
    if "command" not in request.body:
        return None
    said = {"response_type": "ephemeral", **answers.message(answers.TROUBLE)}
    return BoltResponse(status=200, body=json.dumps(said), headers={"content-type": ["application/json"]})
