"""The pages over which other workspaces install the bot, through Bolt's own OAuth flow."""

from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore

from bot.chat.slack_adapter.teams import Teams
from bot.settings import SlackSettings
from bot.store.database import Database

INSTALL_PATH: Final = "/slack/install"
REDIRECT_PATH: Final = "/slack/oauth_redirect"
STATE_SECONDS: Final = 600
SCOPES: Final = (
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "mpim:history",
    "mpim:read",
    "reactions:read",
    "reactions:write",
    "users:read",
)
"""What the bot asks a workspace for; the manifest asks for the same."""


class InstallPages:
    """``/slack/install`` and where Slack sends people back to."""

    def __init__(self, settings: SlackSettings, teams: Teams, database: Database) -> None:
        store = AsyncSQLAlchemyOAuthStateStore(STATE_SECONDS, database.engine.execution_options(writes=True))
        self._flow = AsyncOAuthFlow(
            client=teams.client(),
            settings=AsyncOAuthSettings(
                client_id=settings.client_id.get_secret_value(),
                client_secret=settings.client_secret.get_secret_value(),
                scopes=SCOPES,
                install_path=INSTALL_PATH,
                redirect_uri_path=REDIRECT_PATH,
                installation_store=teams.store,
                state_store=store,
                state_expiration_seconds=STATE_SECONDS,
            ),
        )

    def routes(self) -> list[web.AbstractRouteDef]:
        """The two pages."""
        return [web.get(INSTALL_PATH, self.install), web.get(REDIRECT_PATH, self.come_back)]

    async def install(self, request: web.Request) -> web.Response:
        """Sends an admin to Slack."""
        return await to_aiohttp_response(await self._flow.handle_installation(await to_bolt_request(request)))

    async def come_back(self, request: web.Request) -> web.Response:
        """Keeps the installation that an admin agreed to."""
        return await to_aiohttp_response(await self._flow.handle_callback(await to_bolt_request(request)))
