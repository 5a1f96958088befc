"""A real browser on the local desk when answers come late, in another order, or not at all."""

import asyncio

import pytest
from aiohttp import ClientSession
from playwright.async_api import Page, Route, expect

from bot.chat.local.adapter import PAGE_SIZE
from tests.web.conftest import say_many
from tests.web.desk_page import READ, ask_and_wait, new_channel, say

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_what_happens_while_a_channel_is_opened_is_shown(page: Page, client: ClientSession, site: str) -> None:
    async with client.post("/api/channels", json={"name": "busy"}):
        pass
    await page.reload()

    async def answer_late(route: Route) -> None:
        old = await route.fetch()
        await ask_and_wait(client, "busy", f"{site}/nowhere.html")
        await route.fulfill(response=old)

    await page.route("**/api/channels/busy/messages", answer_late, times=1)
    await page.get_by_role("button", name="# busy").click()
    await expect(page.locator(".message .reply .brief-note")).to_have_count(1)
    await expect(page.locator(".message")).to_have_count(1)


async def test_what_happens_before_the_page_listens_is_shown(page: Page, client: ClientSession, site: str) -> None:
    await new_channel(page, "early")

    async def listen_late(route: Route) -> None:
        await ask_and_wait(client, "early", f"{site}/nowhere.html")
        await route.continue_()

    await page.route("**/api/events*", listen_late, times=1)
    await page.reload()
    await expect(page.locator(".message .reply .brief-note")).to_have_count(1)


async def test_the_next_message_is_written_while_the_last_is_being_sent(page: Page) -> None:
    box = page.get_by_label("Message", exact=True)
    await new_channel(page, "hasty")

    async def send_late(route: Route) -> None:
        await box.fill("second")
        await route.continue_()

    await page.route("**/api/channels/hasty/messages", send_late, times=1)
    await say(page, "first")
    await expect(page.locator(".message")).to_have_count(1)
    await expect(box).to_have_value("second")


async def test_a_message_that_cannot_be_sent_comes_back(page: Page) -> None:
    await new_channel(page, "offline")
    await page.route("**/api/channels/offline/messages", lambda route: route.abort(), times=1)
    await say(page, "not lost")
    await expect(page.locator("#notice")).to_contain_text("does not answer")
    await expect(page.get_by_label("Message", exact=True)).to_have_value("not lost")


async def test_nothing_can_be_written_before_the_page_is_ready(page: Page) -> None:
    async def load_late(route: Route) -> None:
        await expect(page.get_by_label("New channel")).to_be_disabled()
        await expect(page.get_by_label("Message", exact=True)).to_be_disabled()
        await route.continue_()

    await page.route("**/static/desk.js", load_late, times=1)
    await page.reload(wait_until="commit")
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()


async def test_settings_are_saved_for_the_channel_that_the_form_shows(page: Page, client: ClientSession) -> None:
    await new_channel(page, "slow")
    await new_channel(page, "swift")
    await page.get_by_role("button", name="Settings").click()
    dialog = page.get_by_role("dialog")
    held = asyncio.Event()

    async def answer_late(route: Route) -> None:
        await held.wait()
        await route.continue_()

    await page.route("**/api/settings?channel=slow", answer_late, times=1)
    await dialog.get_by_label("These settings are for").select_option("slow")
    await expect(dialog.get_by_role("button", name="Save")).to_be_disabled()
    await dialog.get_by_label("These settings are for").select_option("swift")
    await expect(dialog.get_by_role("button", name="Save")).to_be_enabled()
    held.set()
    await dialog.get_by_label("Links per message").fill("7")
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    assert await links_per_message(client, "swift") == (7, True)
    assert await links_per_message(client, "slow") == (5, False)

    await page.get_by_role("button", name="Settings").click()
    await dialog.get_by_label("take it over from the configuration file again").check()
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    assert await links_per_message(client, "swift") == (5, False)


async def links_per_message(client: ClientSession, channel: str) -> tuple[int, bool]:
    """How many links a channel answers, and whether that was set for itself."""
    async with client.get("/api/settings", params={"channel": channel}) as response:
        fields = {field["name"]: field for field in (await response.json())["fields"]}
    return fields["links_per_message"]["value"], fields["links_per_message"]["own"]


async def test_only_the_evidence_that_was_asked_for_last_is_shown(page: Page, client: ClientSession, site: str) -> None:
    await new_channel(page, "evidence")
    await say(page, f"{site}/harbour.html {site}/attack.html")
    await expect(page.locator(".reply")).to_have_count(2, timeout=READ)
    late, other = page.locator(".reply a.line").first, page.locator(".reply").last.locator("a.line").first
    held = asyncio.Event()

    async def answer_late(route: Route) -> None:
        await held.wait()
        await route.continue_()

    reply = await page.locator(".reply").first.get_attribute("data-reply")
    await page.route(f"**/api/replies/{reply}/article", answer_late, times=1)
    await late.click()
    await other.click()
    title = page.locator("#evidence-title")
    await expect(title).not_to_be_empty()
    shown = await title.text_content()
    async with page.expect_response(f"**/api/replies/{reply}/article"):
        held.set()
    await page.get_by_label("Message", exact=True).focus()
    await expect(title).to_have_text(shown or "")
    await page.keyboard.press("Escape")
    await expect(page.locator("#evidence")).to_be_hidden()


async def test_an_article_that_has_changed_since_is_shown_without_marks(page: Page, site: str) -> None:
    await new_channel(page, "changed")
    await say(page, f"{site}/harbour.html")
    line = page.locator(".reply a.line").first
    await expect(line).to_be_visible(timeout=READ)

    async def newer(route: Route) -> None:
        answer = await route.fetch()
        await route.fulfill(json={**await answer.json(), "text": "Quite other words.", "wording": "0123456789ab"})

    await page.route("**/api/replies/*/article", newer, times=1)
    await line.click()
    await expect(page.locator("#evidence-changed")).to_be_visible()
    await expect(page.locator("#evidence-text")).to_have_text("Quite other words.")
    await expect(page.locator("#evidence mark")).to_have_count(0)


async def test_earlier_messages_are_shown_by_keyboard_and_what_was_in_sight_stays(
    page: Page, client: ClientSession, desk: str
) -> None:
    await say_many(client, "archive", PAGE_SIZE + 5)
    await page.goto(f"{desk}#archive")
    await page.reload()
    await expect(page.locator(".message")).to_have_count(PAGE_SIZE)
    button, first = page.get_by_role("button", name="Show earlier"), page.locator(".message").first
    held = f"#{await first.get_attribute('id')}"
    await button.focus()
    top = await page.locator(held).evaluate("one => one.getBoundingClientRect().top")
    await page.keyboard.press("Enter")
    await expect(page.locator(".message")).to_have_count(PAGE_SIZE + 5)
    await expect(page.locator(".message").first).to_contain_text("note 0")
    await expect(button).to_have_count(0)
    assert abs(await page.locator(held).evaluate("one => one.getBoundingClientRect().top") - top) < 2
    await page.keyboard.press("k")
    await expect(page.locator(".message").nth(3)).to_be_focused()


async def test_the_page_shows_at_once_that_everything_is_forgotten(page: Page) -> None:
    await new_channel(page, "bygones")
    await say(page, "an old note")
    await expect(page.locator(".message")).to_have_count(1)
    await say(page, "/brief forget everything")
    await expect(page.locator(".reply")).to_contain_text("is forgotten")
    await expect(page.get_by_text("an old note")).to_have_count(0)
    await page.reload()
    await expect(page.locator(".message")).to_have_count(1)


async def test_the_page_listens_again_after_an_answer_that_is_no_stream(page: Page, client: ClientSession) -> None:
    await new_channel(page, "restart")
    await page.route("**/api/events*", lambda route: route.fulfill(status=502), times=1)
    await page.reload()
    await expect(page.locator("#link-state")).to_have_text("reconnecting …")
    await expect(page.locator("#link-state")).to_have_text("live")
    async with client.post("/api/channels/restart/messages", json={"text": "still there?"}):
        pass
    await expect(page.locator(".message")).to_contain_text("still there?")


async def test_a_mistyped_channel_in_the_address_opens_the_first(page: Page, desk: str) -> None:
    await page.goto(f"{desk}#%")
    await page.reload()
    await expect(page.locator("#channel-title")).to_have_text("# newsroom")
