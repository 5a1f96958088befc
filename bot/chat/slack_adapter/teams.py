"""The workspaces that the bot is installed in: a client for each, who we are there, and whether it is paused."""

import asyncio
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter.errors import PASSING, Refusal, classify, retry_after
from bot.chat.slack_adapter.notices import tell_admins
from bot.model import Record
from bot.ports import PostLater, PostRefused
from bot.settings import SlackSettings
from bot.store.database import Database

log = logging.getLogger(__name__)

PAUSE_SECONDS: Final = 300.0
"""How long a workspace is left alone after it has taken our access away; then it is asked again."""
TIMEOUT_SECONDS: Final = 15
ROTATE_MINUTES: Final = 120
"""A token that expires within this time is exchanged."""


class Identity(Record):
    """Who the bot is in one workspace."""

    team: str
    token: str
    user: str
    bot: str


class Teams:
    """The tokens of every workspace: one from the settings, or those of the installations in our database."""

    def __init__(self, settings: SlackSettings, database: Database) -> None:
        self._settings = settings
        self._token = settings.bot_token.get_secret_value()
        self._own: Identity | None = None
        self._paused: dict[str, float] = {}
        self._notices: set[asyncio.Task[None]] = set()
        self._rotating = asyncio.Lock()
        self.store = installation_store(settings, database) if self.has_oauth else None

    @property
    def has_oauth(self) -> bool:
        """Whether many workspaces can install the bot."""
        return bool(self._settings.client_id.get_secret_value() and self._settings.client_secret.get_secret_value())

    def client(self, token: str | None = None) -> AsyncWebClient:
        """A client of the Web API; it never repeats a request by itself, for a repeated post is a second message."""
        return AsyncWebClient(
            token=token, base_url=self._settings.api_url, timeout=TIMEOUT_SECONDS, retry_handlers=[], logger=log
        )

    async def of(self, team: str) -> AsyncWebClient:
        """The client of a workspace.

        Raises :class:`PostLater` while the workspace is paused, :class:`PostRefused` when the bot is not installed.
        """
        waits = self._paused.get(team, 0.0) - time.monotonic()
        if waits > 0:
            raise PostLater(waits)
        identity = await self.identity(team)
        if identity is None:
            raise PostRefused(f"not installed in workspace {team}")
        return self.client(identity.token)

    async def identity(self, team: str | None) -> Identity | None:
        """Who we are in a workspace (None: the one of the settings), or None where the bot is not installed.

        The token is fresh. Raises :class:`slack_sdk.errors.SlackApiError`.
        """
        if self._token:
            own = await self._of_the_settings()
            return own if team in (None, own.team) else None
        return await self._installed(team) if self.store and team else None

    async def _of_the_settings(self) -> Identity:
        if self._own is None:
            known = await self.client(self._token).auth_test()
            self._own = Identity(
                team=known["team_id"], token=self._token, user=known["user_id"], bot=known.get("bot_id") or ""
            )
        return self._own

    async def _installed(self, team: str) -> Identity | None:
        assert self.store is not None
        async with self._rotating:
            enterprise = await enterprise_of(self.store, team)
            found = await self.store.async_find_bot(enterprise_id=enterprise, team_id=team)
            if found is None:
                return None
            try:
                rotated = await self._rotator().perform_bot_token_rotation(
                    bot=found, minutes_before_expiration=ROTATE_MINUTES
                )
            except SlackTokenRotationError as error:
                # Another process may have exchanged the token a moment ago, and the old one is good until it expires.
                rotated = await self.store.async_find_bot(enterprise_id=enterprise, team_id=team)
                if rotated is None or (rotated.bot_token_expires_at or 0) <= time.time():
                    raise error.api_error from error
            else:
                if rotated is not None:
                    await self.store.async_save_bot(rotated)
        return _identity(team, rotated or found)

    async def _last_known(self, team: str | None) -> Identity | None:
        """Who we were in a workspace, by an installation whose token may have expired."""
        if self.store is None or team is None:
            return None
        found = await self.store.async_find_bot(enterprise_id=await enterprise_of(self.store, team), team_id=team)
        return _identity(team, found) if found else None

    def _rotator(self) -> AsyncTokenRotator:
        return AsyncTokenRotator(
            client_id=self._settings.client_id.get_secret_value(),
            client_secret=self._settings.client_secret.get_secret_value(),
            client=self.client(),
        )

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Bolt's question whose token answers an event. Raises :class:`PostLater` when Slack does not say now.

        A workspace that refuses a fresh token is answered for with the old one: its events are taken over, its
        removal of the bot among them, and what is to be posted there waits.
        """
        # A token from the settings serves whatever Slack sends: in a shared channel that is another team's event too.
        try:
            identity = await self.identity(None if self._token else team_id)
        except SlackApiError as error:
            identity = await self._last_known(team_id) if classify(error) is Refusal.ACCESS else None
            if identity is None:
                # Bolt would acknowledge the event that it could not authorize, and so lose it.
                raise PostLater(retry_after(error)) from error
        if identity is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=identity.team,
            bot_token=identity.token,
            bot_id=identity.bot,
            bot_user_id=identity.user,
        )

    async def all(self) -> list[str]:
        """The ids of every workspace with an installation. Raises :class:`slack_sdk.errors.SlackApiError`."""
        if self._token:
            return [(await self._of_the_settings()).team]
        return await installed_teams(self.store) if self.store else []

    # ---- pauses ----------------------------------------------------------------------------------

    def pause(self, team: str, reason: str, details: Mapping[str, Any] | None = None) -> PostLater:
        """Leaves a workspace alone for a while and tells its admins; the others go on.

        Returns what the workspace's replies have to do.
        """
        if team not in self._paused:
            needed = (details or {}).get("needed")
            advice = f"add the scope {needed} and install the app again" if needed else "install the app again"
            log.error("Slack workspace %s is paused: %s. To go on, %s.", team, reason, advice, extra={"team": team})
            task = asyncio.create_task(self._tell_admins(team, f"I am paused here: {reason}. To go on, {advice}."))
            self._notices.add(task)
            task.add_done_callback(self._notices.discard)
        self._paused[team] = time.monotonic() + PAUSE_SECONDS
        return PostLater(PAUSE_SECONDS)

    async def _tell_admins(self, team: str, text: str) -> None:
        with suppress(*PASSING):
            identity = await self.identity(team)
            if identity is not None:
                await tell_admins(self.client(identity.token), text)

    def resume(self, team: str) -> None:
        """Notes that a workspace answers as it should."""
        if self._paused.pop(team, None) is not None:
            log.info("Slack workspace %s goes on", team, extra={"team": team})

    async def forget(self, team: str, reason: str) -> None:
        """Deletes the installation of a workspace that has removed the bot."""
        log.error("Slack workspace %s has removed the bot (%s).", team, reason, extra={"team": team})
        if self.store:
            enterprise = await enterprise_of(self.store, team)
            await self.store.async_delete_all(enterprise_id=enterprise, team_id=team)


def _identity(team: str, bot: Bot) -> Identity:
    return Identity(team=team, token=bot.bot_token, user=bot.bot_user_id, bot=bot.bot_id)


def installation_store(settings: SlackSettings, database: Database) -> AsyncSQLAlchemyInstallationStore:
    """Slack's own store of installations, over our database."""
    return AsyncSQLAlchemyInstallationStore(
        client_id=settings.client_id.get_secret_value(), engine=database.engine.execution_options(writes=True)
    )


async def installed_teams(store: AsyncSQLAlchemyInstallationStore) -> list[str]:
    """The ids of every workspace that a store holds a bot for."""
    from sqlalchemy import select

    column = store.bots.c.team_id
    query = select(column).where(store.bots.c.client_id == store.client_id, column.is_not(None)).distinct()
    async with store.engine.begin() as connection:
        return sorted((await connection.execute(query)).scalars())


async def enterprise_of(store: AsyncSQLAlchemyInstallationStore, team: str) -> str | None:
    """The enterprise that a workspace belonged to when it installed the bot last; most belong to none."""
    from sqlalchemy import select

    bots = store.bots.c
    query = select(bots.enterprise_id).where(bots.client_id == store.client_id, bots.team_id == team)
    async with store.engine.connect() as connection:
        return (await connection.execute(query.order_by(bots.installed_at.desc()).limit(1))).scalar()
