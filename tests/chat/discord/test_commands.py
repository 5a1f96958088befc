"""Commands, buttons and settings, where Discord has something of its own."""

from typing import Any

from bot.chat.discord_adapter import buttons
from tests.fakes.discord.server import text_of
from tests.fakes.discord.world import ADMIN, CHANNEL, EPHEMERAL, REPORTER, ROBOT, SEND_MESSAGES, USUAL
from tests.parity.discord_rig import DiscordRig
from tests.parity.newsstand import GONE, HARBOUR

# ---- commands and buttons ------------------------------------------------------------------------


async def test_an_expired_interaction_is_answered_in_the_channel(rig: DiscordRig) -> None:
    await rig.server.use_command("brief", {"request": HARBOUR}, expired=True)
    texts = [reply.text for reply in await rig.command_replies(2)]
    assert sorted("Reading" in text for text in texts) == [False, True]
    assert sorted("News of harbour" in text for text in texts) == [False, True]


async def test_what_is_said_to_one_person_is_seen_by_that_person_alone(rig: DiscordRig) -> None:
    asked = await rig.server.use_command("brief", {"request": "help"})
    assert (await rig.server.answer(asked))["flags"] & EPHEMERAL
    assert rig.server.ours(CHANNEL) == []


async def test_one_part_of_a_brief_can_be_chosen_from_the_menu(rig: DiscordRig) -> None:
    await rig.server.use_command("brief", {"request": HARBOUR, "show": "actors"})
    (reply,) = await rig.command_replies()
    assert "stands twice" not in reply.text


async def test_where_it_may_not_post_the_bot_says_what_it_needs(rig: DiscordRig) -> None:
    rig.server.world.permissions[CHANNEL] = USUAL & ~SEND_MESSAGES
    assert "Send Messages" in await rig.command(HARBOUR)


async def test_a_command_delivered_twice_is_answered_once(rig: DiscordRig) -> None:
    asked = await rig.server.use_command("brief", {"request": HARBOUR})
    await rig.command_replies()
    await rig.server.deliver_again(asked)
    await rig.settled()
    assert len(await rig.command_replies()) == 1


async def test_a_note_can_be_hidden(rig: DiscordRig) -> None:
    message = await rig.share(GONE)
    await rig.replies(message)
    await rig.server.press(rig.server.ours(message)[0], "Hide")
    await rig.server.until(lambda: True if not rig.server.ours(message) else None)


async def test_a_button_may_be_pressed_before_its_reply_is_on_record(rig: DiscordRig, monkeypatch) -> None:
    looks = []
    look = rig.desk.article_of_reply

    async def at_first_nothing(*arguments) -> int | None:
        looks.append(arguments)
        return await look(*arguments) if len(looks) > 1 else None

    (reply,) = await rig.replies(await rig.share(HARBOUR))
    await rig.settled()
    monkeypatch.setattr(buttons, "LOOK_SECONDS", 0.0)
    monkeypatch.setattr(rig.desk, "article_of_reply", at_first_nothing)
    assert "News of harbour" in await rig.read_more(reply)


async def test_an_article_that_is_forgotten_has_no_buttons_any_more(rig: DiscordRig, monkeypatch) -> None:
    monkeypatch.setattr(buttons, "LOOK_SECONDS", 0.0)
    message = await rig.share(HARBOUR)
    (reply,) = await rig.replies(message)
    await rig.settled()
    assert "forgotten" in await rig.command(f"forget {HARBOUR}", admin=True)
    assert "no longer kept" in await rig.read_more(reply)


# ---- settings ------------------------------------------------------------------------------------


async def panel_of(rig: DiscordRig, user: str = ADMIN) -> dict[str, Any]:
    """The settings as somebody opens them."""
    return await rig.server.answer(await rig.server.use_command("config", group="newsroom", user=user))


async def test_the_server_and_its_channel_are_set_apart_and_values_inherited(rig: DiscordRig) -> None:
    server = rig.server
    whole = await server.answer(await server.press(await panel_of(rig), "The whole server", user=ADMIN))
    field = await server.answer(await server.choose(whole, "mode", user=ADMIN))
    await server.answer(await server.choose(field, "command", user=ADMIN))
    here = await panel_of(rig)
    assert "▫️ **When to answer**: command" in text_of(here)
    field = await server.answer(await server.choose(here, "mode", user=ADMIN))
    here = await server.answer(await server.choose(field, "reaction", user=ADMIN))
    assert "🔹 **When to answer**: reaction" in text_of(here)
    field = await server.answer(await server.choose(here, "mode", user=ADMIN))
    here = await server.answer(await server.press(field, "Inherit", user=ADMIN))
    assert "▫️ **When to answer**: command" in text_of(here)


async def test_an_admin_names_others_who_may_configure(rig: DiscordRig) -> None:
    server = rig.server
    assert "admin" in text_of(await panel_of(rig, REPORTER))
    whole = await server.answer(await server.press(await panel_of(rig), "The whole server", user=ADMIN))
    field = await server.answer(await server.choose(whole, "configurers", user=ADMIN))
    await server.answer(await server.choose(field, REPORTER, user=ADMIN))
    assert "Settings of" in text_of(await panel_of(rig, REPORTER))


async def test_somebody_elses_menu_is_no_way_in(rig: DiscordRig) -> None:
    panel = await panel_of(rig)
    answer = await rig.server.answer(await rig.server.choose(panel, "mode", user=REPORTER))
    assert "admin" in text_of(answer)
    assert answer["flags"] & EPHEMERAL


async def test_every_setting_can_be_opened_and_none_exceeds_discords_limits(rig: DiscordRig) -> None:
    server = rig.server
    panel = await panel_of(rig)
    whole = await server.answer(await server.press(panel, "The whole server", user=ADMIN))
    names = [option["value"] for option in whole["components"][0]["components"][0]["options"]]
    for name in names:
        field = await server.answer(await server.choose(whole, name, user=ADMIN))
        if any(child.get("label") == "Change …" for row in field["components"] for child in row["components"]):
            form = await server.press(field, "Change …", user=ADMIN)
            assert await server.until(lambda form=form: form.form)
    assert 50035 not in server.world.refusals


async def test_buttons_of_other_bots_and_other_versions_are_left_alone(rig: DiscordRig) -> None:
    for name in ("someone:else", "newsroom:juggle:1"):
        button = {"type": 2, "custom_id": name, "label": "Go"}
        message = {"id": rig.server.world.snowflake(), "components": [{"type": 1, "components": [button]}]}
        shown = rig.server.world.add_message(CHANNEL, ROBOT, "a button") | message
        asked = await rig.server.press(shown, "Go")
        await rig.settled()
        assert not asked.acknowledged
