"""Slack as a rig once more: the same people, with events as signed HTTP requests to the bot's own web server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.chat.local.adapter import LocalChat
from bot.settings import SlackSettings, StoreSettings
from bot.web.app import build
from tests.fakes.slack.people import from_manifest
from tests.fakes.slack.server import SECRET, TEAM, TOKEN
from tests.parity import slack_rig
from tests.parity.rig import secret, settings
from tests.parity.slack_rig import SlackRig, hurry

SKILLS = slack_rig.SKILLS - {"outage"}
"""An outage of the bot's own server is a restart here; Slack's retries bridge it."""


class SlackHttpRig(SlackRig):
    """People in one Slack workspace whose app listens over HTTP."""

    skills = SKILLS

    def platform(self) -> SlackSettings:
        return SlackSettings(
            bot_token=secret(TOKEN), signing_secret=secret(SECRET), api_url=self.slack.api_url, pace=0.0
        )

    async def connect(self) -> None:
        application = build(settings(self.store), self.desk, LocalChat(self.desk.database), self.clients)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.slack.events_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        self._stack.push_async_callback(runner.cleanup)
        await super().connect()

    async def _is_heard(self) -> bool | None:
        return True


@asynccontextmanager
async def open_rig(store: StoreSettings) -> AsyncIterator[SlackHttpRig]:
    """A workspace over HTTP."""
    hurry()
    async with from_manifest().running() as slack:
        slack.world.install(TEAM, TOKEN, slack.scopes)
        rig = SlackHttpRig(store, slack)
        await rig.start()
        try:
            yield rig
        finally:
            await asyncio.wait_for(rig.stop(), 20)
