"""A real browser on the local desk: paste a link, read the reply, open its evidence."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.web.desk_page import READ, new_channel, picture, say

pytestmark = pytest.mark.asyncio(loop_scope="session")


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
    folded = again.locator("details li")
    await expect(folded.filter(has_text="the the")).to_have_count(1, timeout=READ)
    await expect(again.locator("summary")).to_have_text(f"{await folded.count()} more")
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
