"""Many workspaces: each installs the bot by itself, is rotated, paused and removed by itself."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from sqlalchemy import select, update

from bot.chat.slack_adapter.teams import Teams
from bot.links import canonicalise
from bot.ports import MessageRef, Platform, PostLater
from bot.settings import SlackSettings, StoreSettings
from bot.store import shares, tables
from bot.store.workspaces import known_workspaces
from tests.fakes.slack.people import People, from_manifest
from tests.fakes.slack.server import SECRET
from tests.fakes.slack.world import NEWS
from tests.jobs.running import until
from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.rig import secret
from tests.parity.slack_http_rig import SlackHttpRig
from tests.parity.slack_rig import hurry

EAST, WEST = "T0EAST", "T0WEST"


class OpenRig(SlackHttpRig):
    """A bot that any workspace can install."""

    def platform(self) -> SlackSettings:
        return SlackSettings(
            signing_secret=secret(SECRET),
            client_id=secret("client-id"),
            client_secret=secret("client-secret"),
            api_url=self.slack.api_url,
            pace=0.0,
        )

    async def install(self, team: str, *, state: str | None = None) -> str:
        """An admin installs the bot; returns the page that is shown at the end."""
        assert self.slack.events_url
        home = self.slack.events_url.removesuffix("/events")
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            async with session.get(f"{home}/install") as page:
                text, cookie = await page.text(), page.headers["Set-Cookie"].partition(";")[0]
            given = re.search(r"state=([\w-]+)", text)
            assert given
            query = {"code": self.slack.code_for(team), "state": state or given[1]}
            async with session.get(f"{home}/oauth_redirect", params=query, headers={"Cookie": cookie}) as done:
                return await done.text()

    def among(self, team: str) -> "Room":
        return Room(self, team)


class Room:
    """The news channel of one of the workspaces."""

    def __init__(self, rig: OpenRig, team: str) -> None:
        self.people = People(rig.slack, team)

    async def replies(self, message: str, number: int = 1) -> list[str]:
        async def arrived() -> list[str] | None:
            found = [one["text"] for one in self.people.channel().thread(message) if one.get("bot_id")]
            return found if len(found) >= number else None

        return await until(arrived)


@asynccontextmanager
async def open_rig(store: StoreSettings) -> AsyncIterator[OpenRig]:
    hurry()
    async with from_manifest().running() as slack:
        rig = OpenRig(store, slack)
        await rig.start()
        try:
            yield rig
        finally:
            await rig.stop()


@pytest.fixture
async def rig(files: StoreSettings) -> AsyncIterator[OpenRig]:
    async with open_rig(files) as opened:
        yield opened


async def test_two_workspaces_install_the_bot_and_see_nothing_of_one_another(store_settings: StoreSettings) -> None:
    async with open_rig(store_settings) as rig:
        await check_two_workspaces(rig)


async def check_two_workspaces(rig: OpenRig) -> None:
    for team in (EAST, WEST):
        assert "Thank you" in await rig.install(team)
    east, west = rig.among(EAST), rig.among(WEST)
    assert await east.replies(east.people.write(HARBOUR)) == ["Brief: News of harbour"]
    assert await west.replies(west.people.write(FERRY)) == ["Brief: News of ferry"]
    await rig.settled()
    assert "Nothing" in str(await west.people.command("search harbour"))
    assert "News of harbour" in str(await east.people.command("search harbour"))
    async with rig.desk.database.read() as connection:
        assert {one.id for one in await known_workspaces(connection)} == {EAST, WEST}


async def test_an_installation_that_nobody_began_here_is_refused(rig: OpenRig) -> None:
    assert "Thank you" not in await rig.install(EAST, state="forged")
    async with rig.desk.database.read() as connection:
        assert (await connection.execute(select(tables.metadata.tables["slack_bots"]))).all() == []


async def test_a_token_that_is_about_to_expire_is_exchanged(rig: OpenRig) -> None:
    await rig.install(EAST)
    bots = tables.metadata.tables["slack_bots"]
    async with rig.desk.database.write() as connection:
        before = (await connection.execute(select(bots.c.bot_token))).scalar_one()
        await connection.execute(
            update(bots).values(bot_token_expires_at=select(bots.c.installed_at).scalar_subquery())
        )
    east = rig.among(EAST)
    assert await east.replies(east.people.write(HARBOUR))
    async with rig.desk.database.read() as connection:
        newest = select(bots.c.bot_token).order_by(bots.c.installed_at.desc(), bots.c.id.desc()).limit(1)
        after = (await connection.execute(newest)).scalar_one()
    assert after != before
    assert rig.slack.world.installations[before].is_revoked


async def test_a_workspace_whose_token_cannot_be_exchanged_is_paused_and_the_other_goes_on(
    rig: OpenRig, caplog: pytest.LogCaptureFixture
) -> None:
    for team in (EAST, WEST):
        await rig.install(team)
    west = rig.among(WEST)
    bots = tables.metadata.tables["slack_bots"]
    async with rig.desk.database.write() as connection:
        spent = {"bot_token_expires_at": bots.c.installed_at, "bot_refresh_token": "spent"}
        await connection.execute(update(bots).where(bots.c.team_id == EAST).values(spent))
    ref = MessageRef(platform=Platform.SLACK, workspace=EAST, channel=NEWS, message="1700000000.000100")
    with pytest.raises(PostLater):
        await rig.clients[0].adapter.post(ref, {"text": "Ferry"}, "key")
    assert f"Slack workspace {EAST} is paused: invalid_refresh_token" in caplog.text
    assert await west.replies(west.people.write(HARBOUR))
    # Its events are taken over all the same; the last may be that it removes the bot.
    rig.among(EAST).people.write(FERRY)
    await rig.slack.idle()
    async with rig.desk.database.read() as connection:
        (kept,) = await shares.waiting_for(connection, canonicalise(FERRY))
    assert kept.ref.workspace == EAST
    await rig.slack.event(EAST, {"type": "app_uninstalled"})
    async with rig.desk.database.read() as connection:
        assert EAST not in (await connection.execute(select(bots.c.team_id))).scalars().all()


async def test_an_event_that_cannot_be_authorized_just_now_is_not_acknowledged(rig: OpenRig) -> None:
    await rig.install(EAST)
    bots = tables.metadata.tables["slack_bots"]
    async with rig.desk.database.write() as connection:
        await connection.execute(update(bots).values(bot_token_expires_at=bots.c.installed_at))
    teams = Teams(rig.platform().model_copy(update={"client_secret": secret("wrong")}), rig.desk.database)
    with pytest.raises(PostLater):
        await teams.authorize(None, EAST)


async def test_a_workspace_of_an_enterprise_is_served_and_forgotten_like_any_other(rig: OpenRig) -> None:
    await rig.install(EAST)
    held = [tables.metadata.tables[name] for name in ("slack_bots", "slack_installations")]
    async with rig.desk.database.write() as connection:
        for table in held:
            await connection.execute(update(table).values(enterprise_id="E0GRID"))
    east = rig.among(EAST)
    assert await east.replies(east.people.write(HARBOUR)) == ["Brief: News of harbour"]
    await rig.slack.event(EAST, {"type": "app_uninstalled"})
    async with rig.desk.database.read() as connection:
        for table in held:
            assert (await connection.execute(select(table))).all() == []


async def test_a_workspace_that_revokes_the_token_is_paused_and_the_other_goes_on(
    rig: OpenRig, caplog: pytest.LogCaptureFixture
) -> None:
    for team in (EAST, WEST):
        await rig.install(team)
    rig.slack.world.bot_of(EAST).is_revoked = True
    east, west = rig.among(EAST), rig.among(WEST)
    lost = east.people.write(HARBOUR)
    assert await west.replies(west.people.write(HARBOUR))

    async def paused() -> bool | None:
        return True if f"Slack workspace {EAST} is paused: token_revoked" in caplog.text else None

    await until(paused)
    assert [one for one in east.people.channel().thread(lost) if one.get("bot_id")] == []


async def test_a_workspace_that_removes_the_bot_is_forgotten(rig: OpenRig) -> None:
    await rig.install(EAST)
    await rig.slack.event(EAST, {"type": "app_uninstalled"})
    async with rig.desk.database.read() as connection:
        assert (await connection.execute(select(tables.metadata.tables["slack_bots"]))).all() == []
    east = rig.among(EAST)
    east.people.write(HARBOUR)
    await rig.slack.idle()
    assert rig.newsstand.fetched == []
    assert NEWS in east.people.channel().id


async def test_a_workspace_that_comes_back_goes_on(rig: OpenRig) -> None:
    await rig.install(EAST)
    await rig.slack.event(EAST, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0BOT"]}})
    assert "Thank you" in await rig.install(EAST)
    east = rig.among(EAST)
    assert await east.replies(east.people.write(HARBOUR))
