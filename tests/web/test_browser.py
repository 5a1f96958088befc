"""A real browser on the local desk: paste a link, read the reply, open its evidence."""

import asyncio
import os
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import Page, Route, expect

from bot.chat.local.adapter import PAGE_SIZE
from tests.jobs.running import until
from tests.web.conftest import say_many

pytestmark = pytest.mark.asyncio(loop_scope="session")

READ = 60_000
"""Milliseconds until the first reply; the language model is loaded meanwhile."""


async def say(page: Page, text: str) -> None:
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def new_channel(page: Page, name: str) -> None:
    await page.get_by_label("New channel").fill(name)
    await page.keyboard.press("Enter")
    await expect(page.locator("#channel-title")).to_have_text(f"# {name}")


async def test_a_pasted_link_is_answered_in_its_thread(page: Page, site: str) -> None:
    await new_channel(page, "harbour")
    await say(page, f"Worth a piece? {site}/harbour.html")
    reply = page.locator(".message .thread .reply")
    await expect(reply).to_have_count(1, timeout=READ)
    await expect(reply.locator(".actors")).to_contain_text("Henrike Osei — president of Quayside United")
    await expect(reply.locator(".demands")).to_contain_text("Valmere Port Authority")
    await expect(reply.locator(".errors")).to_contain_text("the the")
    await expect(page.locator(".progress")).to_have_count(0)

    await reply.locator(".errors a.line", has_text="the the").click()
    panel = page.get_by_role("complementary", name="Evidence")
    await expect(panel).to_be_visible()
    await expect(panel.locator("mark.here")).to_have_text("the the")
    await page.locator(".message").scroll_into_view_if_needed()
    await page.locator("#messages").evaluate("list => list.scrollTo(0, 0)")
    await picture(page, "desk.png")
    await page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()

    drawing = reply.get_by_role("group", name="Who demands what of whom")
    await drawing.get_by_role("link", name="Henrike Osei → Valmere Port Authority").click()
    await expect(panel.locator("mark.here")).to_contain_text("put a new offer on the table")
    await page.keyboard.press("Escape")
    await drawing.get_by_role("link", name="Jonas Ekwall — Transport Minister").focus()
    await page.keyboard.press("Enter")
    await expect(panel.locator("mark.here")).to_contain_text("Transport Minister")
    await page.keyboard.press("Escape")


async def test_the_reply_is_still_there_after_a_reload(page: Page, site: str) -> None:
    await new_channel(page, "reload")
    await say(page, f"{site}/harbour.html")
    await expect(page.locator(".reply")).to_have_count(1, timeout=READ)
    await page.reload()
    await expect(page.locator(".message .thread .reply h2")).to_have_text(
        "Dockers give port of Valmere until Friday to reopen pay talks"
    )


async def test_a_file_dropped_on_the_page_is_read(page: Page, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "Teachers in Norhaven call off strike\n\nThe teachers’ union of Norhaven called off its strike on Monday after "
        "the city agreed to hire forty teachers.\n\n“We asked for forty, and forty we got,” said union leader Marek "
        "Dvorsky.\n\nThe city council had urged the union to wait for the the new budget.\n",
        encoding="utf-8",
    )
    await new_channel(page, "files")
    await page.set_input_files("#file", story)
    reply = page.locator(".reply")
    await expect(reply).to_have_count(1, timeout=READ)
    await expect(reply.locator("h2")).to_have_text("Teachers in Norhaven call off strike")
    await expect(reply.locator(".errors")).to_contain_text("the the")


async def test_words_of_a_page_never_become_part_of_the_desk(page: Page, site: str) -> None:
    await new_channel(page, "attack")
    await say(page, f"<img src=x onerror=\"document.title='owned'\"> {site}/attack.html")
    reply = page.locator(".reply")
    await expect(reply.locator("h2")).to_contain_text("<img src=x", timeout=READ)
    await reply.locator("a.line").first.click()
    await expect(page.locator("#evidence-text")).to_contain_text("<script>")
    assert await page.title() == "Newsroom desk"
    assert await page.locator("#messages img, #evidence img, #messages script").count() == 0


async def test_a_link_that_cannot_be_read_gets_one_sentence(page: Page, site: str) -> None:
    await new_channel(page, "gone")
    await say(page, f"{site}/nowhere.html")
    await expect(page.locator(".reply .brief-note")).to_have_count(1, timeout=READ)
    await expect(page.locator(".progress")).to_have_count(0)


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


async def ask_and_wait(client: ClientSession, channel: str, text: str) -> None:
    """Says something in a channel from another window, and waits until it is answered."""
    path = f"/api/channels/{channel}/messages"
    async with client.post(path, json={"text": text}):
        pass

    async def answered() -> bool:
        async with client.get(path) as response:
            return any(message["replies"] for message in (await response.json())["messages"])

    await until(answered)


async def test_commands_answer_in_the_thread(page: Page, site: str) -> None:
    await new_channel(page, "commands")
    await say(page, "/brief help")
    await expect(page.locator(".reply")).to_contain_text("/brief search WORDS")
    await say(page, f"/brief actors {site}/harbour.html")
    await expect(page.locator(".reply .actors")).to_have_count(1, timeout=READ)
    await expect(page.locator(".reply .errors")).to_have_count(0)
    await say(page, "/brief search Lindgaard")
    await expect(page.locator(".reply .hit")).to_contain_text("Dockers give port of Valmere")


async def test_settings_of_a_channel_are_kept_and_obeyed(page: Page, site: str) -> None:
    await new_channel(page, "quiet")
    await page.get_by_role("button", name="Settings").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Quiet hours").fill("late")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_contain_text("22:00-07:00, or leave them empty")
    await dialog.get_by_label("Quiet hours").fill("")
    await dialog.get_by_label("When to answer").select_option("command")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    await expect(page.locator("#channel-mode")).to_have_text("answered on /brief only")
    await say(page, f"{site}/harbour.html")
    await say(page, f"/brief {site}/harbour.html")
    await expect(page.locator(".reply h2")).to_have_count(1, timeout=READ)
    await expect(page.locator(".message").first.locator(".reply")).to_have_count(0)


async def test_a_finding_is_judged_by_keyboard_and_what_that_changed_is_undone(page: Page, site: str) -> None:
    await new_channel(page, "verdicts")
    await say(page, f"{site}/harbour.html")
    finding = page.locator(".reply .errors li", has_text="the the")
    await expect(finding).to_have_count(1, timeout=READ)
    wrong = finding.get_by_role("button", name="Wrong")
    await finding.get_by_role("button", name="Right").focus()
    await page.keyboard.press("Tab")
    await expect(wrong).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(finding).to_contain_text("does not flag these words here any more")
    await page.keyboard.type("<b>A band</b> of that name.")
    await page.keyboard.press("Enter")
    await expect(finding.get_by_label("Why is it wrong?")).to_have_count(0)
    await page.reload()
    await expect(wrong).to_have_attribute("aria-pressed", "true")

    await say(page, f"/brief {site}/harbour.html")
    again = page.locator(".reply .errors").nth(1)
    await expect(again.locator("summary")).to_have_text("1 more", timeout=READ)
    await expect(again.locator("li", has_text="the the")).to_be_hidden()
    await again.locator("summary").click()
    await expect(again.locator("li", has_text="the the")).to_be_visible()

    await page.get_by_role("button", name="Settings").click()
    learnt = page.locator("#feedback")
    await expect(learnt).to_contain_text("“the the”")
    await expect(learnt).to_contain_text("<b>A band</b> of that name.")
    await learnt.get_by_role("button", name="Flag again: the the").click()
    await expect(learnt).not_to_contain_text("“the the”")
    await learnt.get_by_role("button", name="Reset: typo.doubled-word").click()
    await expect(learnt).to_contain_text("Nobody has judged")
    await page.get_by_role("button", name="Cancel").click()
    await page.reload()
    await expect(wrong.first).to_have_attribute("aria-pressed", "false")


async def test_a_verdict_is_taken_back_by_pressing_it_again(page: Page, site: str) -> None:
    await new_channel(page, "second-thoughts")
    await say(page, f"{site}/harbour.html")
    right = page.locator(".reply .errors li").first.get_by_role("button", name="Right")
    await right.click(timeout=READ)
    await expect(right).to_have_attribute("aria-pressed", "true")
    await right.click()
    await expect(page.locator(".verdict-said")).to_have_text("Your verdict is taken back.")
    await expect(right).to_have_attribute("aria-pressed", "false")


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


async def test_the_desk_can_be_used_by_keyboard_alone(page: Page) -> None:
    await new_channel(page, "keys")
    await say(page, "first")
    await say(page, "second")
    await expect(page.locator(".message")).to_have_count(2)
    await page.get_by_label("Message", exact=True).blur()
    await page.keyboard.press("k")
    await page.keyboard.press("k")
    await expect(page.locator(".message").first).to_be_focused()
    await page.keyboard.press("/")
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()
    await page.get_by_label("Message", exact=True).blur()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("How to use the desk")


async def picture(page: Page, name: str) -> None:
    """Takes the README's picture when NEWSROOM_PICTURES names the folder for it."""
    if folder := os.environ.get("NEWSROOM_PICTURES"):
        await page.screenshot(path=Path(folder) / name)
