"""The report page: open to whoever has its link, and to nobody else."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect
from pydantic import SecretStr

from bot.chat.local.adapter import LocalChat
from bot.desk import Desk
from bot.jobs import Engine, Parts
from bot.model import Action, Actor, Article, Brief, Demand, LikelyError, ModelInfo, Party, Validators
from bot.ports import Platform, Workspace
from bot.settings import Settings, StoreSettings, WebSettings
from bot.store import articles
from bot.store.database import open_database
from bot.store.workspaces import workspace_id
from bot.web.app import CannotServe, build, check_exposure
from tests.jobs.parts import Copyist, Library, Quoter

pytestmark = pytest.mark.asyncio(loop_scope="session")

NORTH = Workspace(platform=Platform.SLACK, id="T-NORTH")
SOUTH = Workspace(platform=Platform.DISCORD, id="77")
TITLE = "The <script>alert(1)</script> quay"
TEXT = "The the quay is shut.\n\nNobody knows when it opens.\n\nThe keepers urged the port to open it."


class Newsroom:
    """A server with a password and a public address, and what was read in two workspaces."""

    def __init__(self, desk: Desk, address: str) -> None:
        self.desk = desk
        self.address = address

    async def read(self, workspace: Workspace, url: str = "https://news.example/quay") -> int:
        article = Article(title=TITLE, text=TEXT, url=url, words=11)
        error = LikelyError(
            **article.span(0, 7).model_dump(),
            check="style.doubled-word",
            severity="major",
            confidence=0.9,
            message="The word stands twice.",
        )
        asked = TEXT.index("The keepers")
        demand = Demand(
            **article.span(asked, len(TEXT)).model_dump(),
            trigger=article.span(asked + 12, asked + 17),
            demander=Party(text="The keepers", actor_id="a1"),
            addressee=Party(text="the port", actor_id="a2"),
            action=Action(**article.span(len(TEXT) - 8, len(TEXT) - 1).model_dump()),
            confidence=0.6,
        )
        brief = Brief(
            id="1",
            url=url,
            article=article,
            actors=[Actor(id="a1", name="Keepers", kind="group"), Actor(id="a2", name="Port", kind="organization")],
            demands=[demand],
            errors=[error],
            model=ModelInfo(name="none", version="1"),
        )
        async with self.desk.database.write() as connection:
            owner = await workspace_id(connection, workspace)
            kept = await articles.save(connection, url, brief, Validators())
            await articles.note_reading(connection, [owner], kept)
        return kept

    async def link(self, workspace: Workspace, article: int) -> str:
        """The path of a report."""
        url = await self.desk.report_url(workspace, article)
        assert url is not None
        assert url.startswith("https://desk.example.org/r/")
        return url.removeprefix("https://desk.example.org")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def newsroom(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Newsroom]:
    settings = Settings(
        store=StoreSettings(folder=tmp_path_factory.mktemp("reports")),
        web=WebSettings(public_url="https://desk.example.org/", password=SecretStr("open sesame")),
    )
    async with open_database(settings.store) as database:
        parts = Parts(settings, database, Library(), Copyist(), Quoter(), {})
        desk = Desk(database, Engine(parts, "never started", works=False), settings.desk)
        async with TestServer(build(settings, desk, LocalChat(database))) as server:
            yield Newsroom(desk, str(server.make_url("")).rstrip("/"))


@pytest_asyncio.fixture(loop_scope="session")
async def stranger(newsroom: Newsroom) -> AsyncIterator[ClientSession]:
    """Somebody without the desk's password, who comes by its public name."""
    async with ClientSession(newsroom.address, headers={"Host": "desk.example.org"}) as session:
        yield session


async def test_whoever_has_the_link_reads_the_report_without_a_password(
    newsroom: Newsroom, stranger: ClientSession
) -> None:
    link = await newsroom.link(NORTH, await newsroom.read(NORTH))
    async with stranger.get(link) as response:
        page = await response.text()
        assert response.status == 200
        headers = response.headers
    assert "The word stands twice." in page
    assert "Nobody knows when it opens." in page
    assert "<script>" not in page
    assert "noindex" in headers["X-Robots-Tag"]
    assert "no-store" in headers["Cache-Control"]
    assert headers["Referrer-Policy"] == "no-referrer"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy + page
    async with stranger.get("/") as response:
        assert response.status == 401


async def test_a_link_into_an_earlier_wording_of_the_article_says_that_it_has_changed(
    newsroom: Newsroom, stranger: ClientSession
) -> None:
    article = await newsroom.read(NORTH)
    link, brief = await newsroom.link(NORTH, article), await newsroom.desk.brief(NORTH, article)
    assert brief is not None
    for seen, has_changed in ((brief.article.wording, False), ("0123456789ab", True), ("<script>", True)):
        async with stranger.get(link, params={"of": seen}) as response:
            page = await response.text()
        assert ("The article has changed since the reply" in page) is has_changed
        assert ('<mark id="text-0-7"' in page) is not has_changed
        assert "<script>" not in page


async def test_every_wrong_link_is_answered_alike(newsroom: Newsroom, stranger: ClientSession) -> None:
    mine, theirs = await newsroom.read(NORTH), await newsroom.read(SOUTH, "https://news.example/south")
    link, forgotten = await newsroom.link(NORTH, mine), await newsroom.link(SOUTH, theirs)
    await newsroom.desk.forget(SOUTH, theirs)
    owner, article, signature = re.fullmatch(r"/r/(\d+)-(\d+)-(.+)", link).groups()  # type: ignore[union-attr]
    wrong = [
        forgotten,
        f"/r/{owner}-{int(article) + 1}-{signature}",
        f"/r/{int(owner) + 1}-{article}-{signature}",
        f"/r/{owner}-{article}-{'A' * 43}",
        f"/r/{owner}-{article}",
        f"{link}/",
        f"{forgotten}/picture.png",
        f"/r/{owner}-{article}-{'A' * 43}/picture.png",
        f"/r/{owner}-{int(article) + 1}-{signature}/picture.png",
        f"/r/{int(owner) + 1}-{article}-{signature}/picture.png",
        f"{link}/picture.svg",
        f"{link}/x/picture.png",
        "/r/picture.png",
        "/r//picture.png",
        "/r/",
    ]
    answers = set()
    for path in wrong:
        async with stranger.get(path) as response:
            answers.add((response.status, await response.text(), response.headers["Cache-Control"]))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404
    async with stranger.get("/r/../api/channels") as response:
        assert response.status == 401


async def test_one_workspaces_link_never_shows_what_another_read(newsroom: Newsroom, stranger: ClientSession) -> None:
    article = await newsroom.read(NORTH)
    assert await newsroom.read(SOUTH) == article, "one page, read twice"
    await newsroom.desk.change_settings(
        SOUTH, None, {"disabled_checks": ["style.doubled-word"]}, author="", is_admin=True
    )
    north, south = await newsroom.link(NORTH, article), await newsroom.link(SOUTH, article)
    async with stranger.get(north) as response:
        assert "The word stands twice." in await response.text()
    async with stranger.get(south) as response:
        assert "The word stands twice." not in await response.text()
    await newsroom.desk.forget(NORTH, article)
    async with stranger.get(north) as response:
        assert response.status == 404
    async with stranger.get(south) as response:
        assert response.status == 200
    await newsroom.desk.forget(SOUTH)
    async with stranger.get(south) as response:
        assert response.status == 404
    assert await newsroom.desk.report_url(SOUTH, article) is None


async def test_the_picture_is_open_to_whoever_has_the_link_and_is_kept_nowhere(
    newsroom: Newsroom, stranger: ClientSession
) -> None:
    link = await newsroom.link(NORTH, await newsroom.read(NORTH))
    async with stranger.get(f"{link}/picture.png") as response:
        image = await response.read()
        assert response.status == 200
        assert response.content_type == "image/png"
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert "no-store" in response.headers["Cache-Control"]
    assert image.startswith(b"\x89PNG")


async def test_the_picture_shows_only_what_its_workspace_wants_to_see(
    newsroom: Newsroom, stranger: ClientSession
) -> None:
    article = await newsroom.read(NORTH)
    assert await newsroom.read(SOUTH) == article
    north, south = await newsroom.link(NORTH, article), await newsroom.link(SOUTH, article)
    for changes in ({"min_confidence": 0.8}, {"min_confidence": None, "sections": ["errors"]}):
        await newsroom.desk.change_settings(SOUTH, None, changes, author="", is_admin=True)
        async with stranger.get(f"{south}/picture.png") as response:
            assert response.status == 404
        async with stranger.get(f"{north}/picture.png") as response:
            assert response.status == 200
    await newsroom.desk.forget(NORTH, article)
    async with stranger.get(f"{north}/picture.png") as response:
        assert response.status == 404


async def test_the_picture_stands_in_the_report_and_opens_its_evidence(newsroom: Newsroom, browser: Browser) -> None:
    link = await newsroom.link(NORTH, await newsroom.read(NORTH))
    for scheme in ("light", "dark"):
        page = await browser.new_page(color_scheme=scheme)
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        await page.goto(newsroom.address + link)
        drawing = page.get_by_role("group", name="Who demands what of whom")
        await expect(drawing).to_be_visible()
        await expect(drawing.locator(".actor text")).to_have_text(["Keepers", "Port"])
        boxes = await drawing.locator(".actor, .arrow").evaluate_all(
            """parts => parts.map(part => {
                const box = part.querySelector("rect").getBBox();
                return [...part.querySelectorAll("text")].map(text => text.getBBox()).every(words =>
                    words.x >= box.x && words.x + words.width <= box.x + box.width
                    && words.y >= box.y && words.y + words.height <= box.y + box.height);
            })"""
        )
        assert boxes == [True, True, True]
        colours = await drawing.evaluate(
            """root => {
                const fill = (name) => getComputedStyle(root.querySelector(name)).fill;
                return [fill(".action"), fill(".label"), fill(".head")];
            }"""
        )
        assert len(set(colours)) == 3
        await drawing.get_by_role("link", name="Keepers → Port: open it").click()
        await expect(page.locator("mark:target")).to_contain_text("The keepers urged the port to open it.")
        assert said == []
        await page.close()


async def test_the_style_is_let_through_by_its_hash(newsroom: Newsroom, browser: Browser) -> None:
    link = await newsroom.link(NORTH, await newsroom.read(NORTH))
    page = await browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    await page.goto(newsroom.address + link)
    assert await page.locator("main").evaluate("element => getComputedStyle(element).display") == "grid"
    assert said == []
    await page.close()


async def test_a_public_address_asks_for_a_password() -> None:
    with pytest.raises(CannotServe, match="NEWSROOM_WEB__PASSWORD"):
        check_exposure(Settings(web=WebSettings(public_url="https://desk.example.org")))
