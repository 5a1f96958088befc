"""What people can ask of the desk, through the running service."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.desk import Desk, NotAllowed, SettingsRefused
from bot.jobs import replies
from bot.links import canonicalise
from bot.ports import Command, Document, Incoming, MessageRef, Platform, PostLater, Workspace
from bot.settings import StoreSettings
from bot.store import outbox, shares
from bot.store.tables import documents
from tests.jobs.running import Running, incoming, quick, running, until

PAGE = "https://news.example.com/harbour"
HERE = Workspace(platform=Platform.LOCAL, id="local")
EVERY_SECTION = ["gist", "errors", "demands", "actors"]
ELSEWHERE = Workspace(platform=Platform.SLACK, id="T2")


@pytest.fixture
async def bot(files: StoreSettings):
    async with running(quick(files)) as opened:
        yield opened


async def brief_command(bot: Running, argument: str, **more):
    message = await bot.chat.post_message("news", "ann", f"/brief {argument}")
    command = Command(ref=incoming(message).ref, author="ann", name="brief", argument=argument, **more)
    return message, await bot.desk.handle_command(command)


async def configure(desk: Desk, changes, channel: str | None = None):
    return await desk.change_settings(HERE, channel, changes, author="boss", is_admin=True)


async def test_bots_are_not_answered(bot: Running) -> None:
    message = await bot.chat.post_message("news", "robot", PAGE)
    assert await bot.desk.handle_message(incoming(message).model_copy(update={"is_bot": True})) == 0


async def test_an_edit_brings_only_its_new_links(bot: Running) -> None:
    message = await bot.say(PAGE)
    edited = incoming(message).model_copy(update={"markup": f"{PAGE} and {PAGE}/2", "edited": True})
    assert await bot.desk.handle_message(edited) == 1
    assert len(await bot.replies(message, 2)) == 2


async def test_a_message_brings_no_more_links_than_the_channel_wants(bot: Running) -> None:
    await configure(bot.desk, {"links_per_message": 3})
    message = await bot.chat.post_message("news", "ann", " ".join(f"{PAGE}/{number}" for number in range(10_000)))
    assert await bot.desk.handle_message(incoming(message)) == 3


async def test_skipped_and_allowed_domains(bot: Running) -> None:
    await configure(bot.desk, {"skip_domains": ["bad.example.com"], "allow_domains": ["example.com"]})
    markup = "https://bad.example.com/first https://example.org/second https://notexample.com/third https://www.example.com/fourth"
    message = await bot.say(markup)
    assert len(await bot.replies(message)) == 1
    assert len(bot.library.fetched) == 1
    assert bot.library.fetched[0].endswith("example.com/fourth")


async def test_a_shortened_link_does_not_lead_to_a_site_that_is_skipped(bot: Running) -> None:
    await configure(bot.desk, {"skip_domains": ["bad.example.com"]})
    short = "https://short.example.org/x?to=https://bad.example.com/story"
    message = await bot.say(short)
    assert await bot.state(message, canonicalise(short)) == "silent"
    command, _ = await brief_command(bot, short)
    assert await bot.replies(command) == ["This link leads to a site that the settings here rule out."]
    assert await bot.chat.replies(message.id) == []


async def test_a_channel_on_reaction_answers_when_marked(bot: Running) -> None:
    await configure(bot.desk, {"mode": "reaction"}, "news")
    message = await bot.say(PAGE)
    assert await bot.chat.replies(message.id) == []
    assert await bot.desk.handle_reaction(incoming(message), "tada") == 0
    assert await bot.desk.handle_reaction(incoming(message), ":newspaper:") == 1
    assert len(await bot.replies(message)) == 1


async def test_quiet_hours_are_silent_but_not_deaf(bot: Running) -> None:
    await configure(bot.desk, {"quiet_hours": "00:00-23:59"})
    message = await bot.chat.post_message("news", "ann", PAGE)
    assert await bot.desk.handle_message(incoming(message)) == 0
    assert await bot.desk.brief_message(incoming(message)) == 1


async def test_quiet_hours_are_judged_by_the_time_of_the_message(bot: Running) -> None:
    hour = timedelta(hours=1)
    now = datetime.now(UTC)
    await configure(bot.desk, {"quiet_hours": f"{now - 3 * hour:%H:%M}-{now - hour:%H:%M}"})
    at_night, by_day = incoming(await bot.chat.post_message("news", "ann", PAGE)), now - 5 * hour
    edit = {"edited": True, "edited_at": now, "markup": f"{PAGE}/2", "written_at": now - 2 * hour}
    assert await bot.desk.handle_message(at_night.model_copy(update={"written_at": now - 2 * hour})) == 0
    assert await bot.desk.handle_message(at_night.model_copy(update=edit)) == 1
    other = incoming(await bot.chat.post_message("news", "ann", PAGE))
    assert await bot.desk.handle_message(other.model_copy(update={"written_at": by_day})) == 1


@pytest.mark.parametrize("changes", [{"mode": "command"}, {"quiet_hours": "00:00-23:59"}])
async def test_what_was_ignored_stays_so_until_somebody_asks(bot: Running, changes: dict[str, str]) -> None:
    await configure(bot.desk, changes)
    message = incoming(await bot.chat.post_message("news", "ann", PAGE))
    assert await bot.desk.handle_message(message) == 0
    await configure(bot.desk, dict.fromkeys(changes))
    assert await bot.desk.handle_message(message) == 0
    edited = message.model_copy(update={"edited": True, "markup": f"{PAGE}, sorry, and {PAGE}/2"})
    assert await bot.desk.handle_message(edited) == 1
    assert await bot.desk.brief_message(message) == 1
    assert await bot.desk.brief_message(message) == 0


async def test_what_was_forgotten_does_not_come_back_with_the_history(bot: Running) -> None:
    said = await bot.chat.post_message("news", "ann", PAGE)
    message = incoming(said).model_copy(update={"written_at": datetime.now(UTC)})
    assert await bot.desk.handle_message(message) == 1
    assert await bot.state(said, PAGE) == "answered"
    found = await bot.desk.find_article(HERE, PAGE)
    assert found is not None
    await bot.desk.forget(HERE, found)
    assert await bot.desk.handle_message(message) == 0
    await bot.desk.forget(HERE)
    assert await bot.desk.handle_message(message) == 0
    later = incoming(await bot.chat.post_message("news", "ann", PAGE))
    assert await bot.desk.handle_message(later.model_copy(update={"written_at": datetime.now(UTC)})) == 1


async def test_an_edit_of_a_message_that_was_never_seen_brings_only_its_new_links(bot: Running) -> None:
    message = incoming(await bot.chat.post_message("news", "ann", ""))
    edit = {"edited": True, "before": PAGE, "markup": f"{PAGE} and {PAGE}/2"}
    assert await bot.desk.handle_message(message.model_copy(update=edit)) == 1


async def test_an_edit_of_an_old_message_brings_nothing(bot: Running) -> None:
    message = incoming(await bot.chat.post_message("news", "ann", PAGE))
    now = datetime.now(UTC)
    for days, taken in ((2, 0), (0, 1)):
        edit = {"edited": True, "edited_at": now, "written_at": now - timedelta(days=days)}
        assert await bot.desk.handle_message(message.model_copy(update=edit)) == taken


async def test_the_command_briefs_one_section_in_reply_to_itself(bot: Running) -> None:
    message, answer = await brief_command(bot, f"actors {PAGE}")
    assert PAGE in answer.text
    await bot.replies(message)
    (reply,) = await bot.chat.replies(message.id)
    assert reply.payload is not None
    assert reply.payload["sections"] == ["actors"]


@pytest.mark.parametrize(
    ("argument", "sections", "whole"),
    [
        (PAGE, [], False),
        (f"errors {PAGE}", ["errors"], False),
        (f"all {PAGE}", [], True),
        (f"ALL  Errors\n{PAGE}", ["errors"], True),
    ],
)
async def test_all_is_asked_for_with_or_without_a_section(
    bot: Running, argument: str, sections: list[str], whole: bool
) -> None:
    message, answer = await brief_command(bot, argument)
    assert answer.text == f"Reading {PAGE} …"
    await bot.replies(message)
    (reply,) = await bot.chat.replies(message.id)
    assert reply.payload is not None
    assert (reply.payload["sections"], reply.payload["full"]) == (sections or EVERY_SECTION, whole)


@pytest.mark.parametrize("argument", ["", "all", "all errors", "help", "tell me about boats"])
async def test_a_command_without_a_link_explains_itself(bot: Running, argument: str) -> None:
    _, answer = await brief_command(bot, argument)
    assert "/brief search WORDS" in answer.text


async def test_search_finds_what_was_read_here_and_nothing_elsewhere(bot: Running) -> None:
    await bot.replies(await bot.say(PAGE))
    _, answer = await brief_command(bot, "search harbour says")
    assert [hit.url for hit in answer.hits] == [PAGE]
    assert await bot.desk.search(ELSEWHERE, "harbour") == []
    assert await bot.desk.brief(ELSEWHERE, answer.hits[0].article_id) is None
    _, nothing = await brief_command(bot, "search zeppelin")
    assert nothing.hits == ()


async def test_feedback_is_taken_for_what_was_read_here_only(bot: Running) -> None:
    await bot.replies(await bot.say(PAGE))
    article = await bot.desk.find_article(HERE, PAGE)
    assert article is not None
    item = "copy.doubled-word@3"
    assert await bot.desk.verdicts.give(HERE, "news", article, item, "ann", is_right=False, reason="a name")
    assert not await bot.desk.verdicts.give(ELSEWHERE, "news", article, item, "eve", is_right=True)


@pytest.mark.parametrize("words", [f"<{PAGE}>", f"<{PAGE}|the harbour>", f"{PAGE}?utm_source=chat please"])
async def test_an_article_is_found_by_its_link_as_chats_write_it(bot: Running, words: str) -> None:
    await bot.replies(await bot.say(PAGE))
    assert await bot.desk.find_article(HERE, words) is not None


async def test_forgetting_is_for_admins_and_is_thorough(bot: Running) -> None:
    await bot.replies(await bot.say(PAGE))
    with pytest.raises(NotAllowed):
        await brief_command(bot, f"forget {PAGE}")
    _, answer = await brief_command(bot, f"forget {PAGE}", is_admin=True)
    assert answer.text == "The article is forgotten."
    assert await bot.desk.search(HERE, "harbour") == []
    _, again = await brief_command(bot, f"forget {PAGE}", is_admin=True)
    assert again.text == "That article was not read here."


async def test_settings_are_inherited_from_workspace_and_file(bot: Running) -> None:
    await configure(bot.desk, {"min_confidence": 0.7, "links_per_message": 2})
    await configure(bot.desk, {"links_per_message": 9}, "news")
    news, other = [await bot.desk.settings_for(HERE, channel) for channel in ("news", "other")]
    assert (news.min_confidence, news.links_per_message, news.mode) == (0.7, 9, "automatic")
    assert (other.min_confidence, other.links_per_message) == (0.7, 2)
    given_back = await configure(bot.desk, {"links_per_message": None}, "news")
    assert given_back.links_per_message == 2
    assert (await bot.desk.settings_for(ELSEWHERE, "news")).min_confidence == 0.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mode", "sometimes"),
        ("links_per_message", 0),
        ("min_confidence", 1.5),
        ("skip_domains", ["not a domain"]),
        ("quiet_hours", "22-7"),
        ("time_zone", "Middle/Earth"),
        ("sections", ["horoscope"]),
        ("colour", "blue"),
    ],
)
async def test_a_wrong_setting_is_refused_by_name_and_changes_nothing(bot: Running, name: str, value: object) -> None:
    before = await bot.desk.settings_for(HERE, None)
    with pytest.raises(SettingsRefused) as refused:
        await configure(bot.desk, {"retention_days": 3, name: value})
    assert set(refused.value.fields) == {name}
    assert refused.value.fields[name].endswith(".")
    assert await bot.desk.settings_for(HERE, None) == before


async def test_only_admins_and_those_they_name_may_configure(bot: Running) -> None:
    with pytest.raises(NotAllowed):
        await bot.desk.change_settings(HERE, None, {"mode": "command"}, author="eve", is_admin=False)
    await configure(bot.desk, {"configurers": ["eve"]})
    changed = await bot.desk.change_settings(HERE, "news", {"mode": "command"}, author="eve", is_admin=False)
    assert changed.mode == "command"
    with pytest.raises(SettingsRefused):
        await configure(bot.desk, {"configurers": ["mallory"]}, "news")


async def test_the_command_may_come_twice(bot: Running) -> None:
    message, _ = await brief_command(bot, PAGE)
    command = Command(ref=incoming(message).ref, author="ann", name="brief", argument=PAGE)
    await bot.desk.handle_command(command)
    await bot.replies(message)
    assert bot.chat.posts == 1


async def test_a_deleted_message_takes_its_replies_with_it(bot: Running) -> None:
    message = await bot.say(f"{PAGE} {PAGE}/2")
    await bot.replies(message, 2)
    await bot.state(message, PAGE)
    await bot.state(message, f"{PAGE}/2")
    assert await bot.desk.handle_deletion(incoming(message).ref) == 2
    assert await bot.chat.replies(message.id) == []
    assert await bot.desk.handle_deletion(incoming(message).ref) == 0


async def test_a_message_deleted_before_its_answer_gets_none(bot: Running) -> None:
    bot.library.gate.clear()
    message = await bot.say(PAGE)
    assert await bot.desk.handle_deletion(incoming(message).ref) == 0
    bot.library.gate.set()
    later = await bot.say(PAGE)
    await bot.replies(later)
    assert await bot.state(message, PAGE) == "withdrawn"
    assert await bot.chat.replies(message.id) == []


async def test_a_message_deleted_while_its_answer_is_posted_loses_it_also_when_the_platform_wants_patience(
    bot: Running, monkeypatch
) -> None:
    deleting, refusals = bot.chat.withdraw, [PostLater(0.01), PostLater(0.01)]

    async def impatient(ref: MessageRef, posted: str) -> None:
        if refusals:
            raise refusals.pop()
        await deleting(ref, posted)

    async def delete() -> None:
        assert await bot.desk.handle_deletion(incoming(message).ref) == 0

    monkeypatch.setattr(bot.chat, "withdraw", impatient)
    bot.library.gate.clear()
    message = await bot.say(PAGE)
    bot.chat.before_post = delete
    bot.library.gate.set()

    async def gone() -> bool | None:
        return True if not refusals and not await bot.chat.replies(message.id) else None

    assert await until(gone)
    assert bot.chat.posts == 1


async def test_what_a_stop_left_standing_under_a_deleted_message_is_withdrawn_on_the_next_try(bot: Running) -> None:
    message = await bot.say(PAGE)
    await bot.replies(message)
    await bot.state(message, PAGE)
    ref = incoming(message).ref
    async with bot.desk.database.write() as connection:
        (share,) = await shares.withdraw(connection, ref)
    assert await replies.deliver(bot.desk._engine.parts, share) is None
    assert await bot.chat.replies(message.id) == []


async def test_a_reply_to_a_deleted_message_is_not_posted_at_all(bot: Running) -> None:
    bot.library.gate.clear()
    message = await bot.say(PAGE)
    ref = incoming(message).ref
    async with bot.desk.database.write() as connection:
        share = await shares.load(connection, shares.share_id(ref, PAGE))
        assert share
        await outbox.put(connection, share, {"text": "too late"})
        await shares.withdraw(connection, ref)
    assert await replies.deliver(bot.desk._engine.parts, share.id) is None
    assert (bot.chat.posts, await bot.chat.replies(message.id)) == (0, [])


async def test_replies_stay_where_the_settings_say_so(bot: Running) -> None:
    await configure(bot.desk, {"when_deleted": "keep"})
    message = await bot.say(PAGE)
    await bot.replies(message)
    assert await bot.desk.handle_deletion(incoming(message).ref) == 0
    assert len(await bot.chat.replies(message.id)) == 1


@pytest.mark.parametrize("argument", [f"actors\n{PAGE}", f"actors\t{PAGE}", f" actors  {PAGE}"])
async def test_a_command_may_be_typed_on_several_lines(bot: Running, argument: str) -> None:
    message, _ = await brief_command(bot, argument)
    await bot.replies(message)
    (reply,) = await bot.chat.replies(message.id)
    assert (reply.payload or {})["sections"] == ["actors"]


async def test_a_link_without_preview_counts_in_a_command_on_discord(bot: Running) -> None:
    ref = MessageRef(platform=Platform.DISCORD, workspace="G1", channel="C1", message="M1")
    answer = await bot.desk.handle_command(Command(ref=ref, author="ann", name="brief", argument=f"<{PAGE}>"))
    assert answer.text == f"Reading {PAGE} …"
    unasked = Incoming(ref=ref, author="ann", markup=f"<{PAGE}/2>")
    assert await bot.desk.handle_message(unasked) == 0


async def test_an_admin_can_have_everything_forgotten(bot: Running) -> None:
    await configure(bot.desk, {"links_per_message": 3})
    elsewhere = await bot.say(PAGE, "sports")
    await bot.replies(elsewhere)
    with pytest.raises(NotAllowed):
        await brief_command(bot, "forget everything")
    _, answer = await brief_command(bot, "forget Everything", is_admin=True)
    assert answer.text.startswith("All that was read here is forgotten")
    assert await bot.desk.search(HERE, "harbour") == []
    assert (await bot.desk.settings_for(HERE, None)).links_per_message == 5
    assert "sports" in await bot.chat.channels()


async def test_a_command_says_when_the_settings_rule_a_site_out(bot: Running) -> None:
    await configure(bot.desk, {"skip_domains": ["example.com"]})
    _, answer = await brief_command(bot, PAGE)
    assert answer.text.startswith("That link is not read here")


async def test_a_forgotten_file_is_gone_altogether(bot: Running) -> None:
    message = await bot.say("", "news", Document(name="draft.txt", body=b"The quay is shut."))
    await bot.replies(message)
    await bot.replies(await bot.say("", "news", Document(name="other.txt", body=b"The pier is open.")))
    (hit,) = await bot.desk.search(HERE, "quay")
    await bot.desk.forget(HERE, hit.article_id)
    async with bot.desk.database.read() as connection:
        kept = list((await connection.execute(select(documents.c.name))).scalars())
    assert kept == ["other.txt"]
