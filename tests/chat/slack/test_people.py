"""App Home, forms, menus and who may use them."""

import json

import pytest

from bot.ports import Platform, Workspace
from tests.fakes.slack.blocks import strings
from tests.fakes.slack.people import fill
from tests.fakes.slack.server import TEAM
from tests.fakes.slack.world import ADMIN, ANN, BOB, ELSEWHERE, NEWS
from tests.parity.newsstand import FERRY, FIRST_ERROR, HARBOUR, MESSAGE
from tests.parity.slack_rig import SlackRig

HERE = Workspace(platform=Platform.SLACK, id=TEAM)


async def home(slack: SlackRig, user: str) -> dict:
    slack.slack.event(TEAM, {"type": "app_home_opened", "user": user, "tab": "home", "channel": "D0HOME"})
    await slack.slack.idle()
    return slack.slack.world.homes[user]


def action_ids(view: dict) -> list[str]:
    return [one["action_id"] for block in view["blocks"] for one in block.get("elements", []) if "action_id" in one]


async def test_app_home_shows_the_settings_and_lets_admins_change_them(slack: SlackRig) -> None:
    seen = await home(slack, ANN)
    assert "When to answer: *automatic*" in "\n".join(strings(seen))
    assert action_ids(seen) == []
    assert action_ids(await home(slack, ADMIN)) == [
        "open_settings",
        "open_channel_settings",
        "open_channel_feedback",
    ]


async def test_an_admin_sets_the_workspace_from_app_home_and_starts_over(slack: SlackRig) -> None:
    view = await home(slack, ADMIN)
    await slack.people.press_in_view(view, {"type": "button", "action_id": "open_settings"}, user=ADMIN)
    form = slack.slack.world.views[-1]
    changes = {"mode": fill(form, "mode", "command"), "configurers": fill(form, "configurers", [BOB])}
    assert await slack.people.submit(form, changes, user=ADMIN) == {}
    settings = await slack.desk.settings_for(HERE, NEWS)
    assert (settings.mode, settings.configurers) == ("command", [BOB])

    # Bob was named, so he may start over.
    await slack.people.press_in_view(await home(slack, BOB), {"type": "button", "action_id": "open_settings"}, user=BOB)
    form = slack.slack.world.views[-1]
    box = next(block for block in form["blocks"] if block.get("block_id") == "inherit")
    everything = {"inherit": {"selected_options": box["element"]["options"]}}
    assert await slack.people.submit(form, everything, user=BOB) == {}
    assert (await slack.desk.settings_for(HERE, NEWS)).mode == "automatic"


async def test_a_channel_is_chosen_in_app_home(slack: SlackRig) -> None:
    view = await home(slack, ADMIN)
    chosen = {"type": "conversations_select", "action_id": "open_channel_settings", "selected_conversation": NEWS}
    await slack.people.press_in_view(view, chosen, user=ADMIN)
    form = slack.slack.world.views[-1]
    assert json.loads(form["private_metadata"]) == {"channel": NEWS}
    assert "configurers" not in [block.get("block_id") for block in form["blocks"]]
    assert await slack.people.submit(form, {"links_per_message": {"value": "2"}}, user=ADMIN) == {}
    assert (await slack.desk.settings_for(HERE, NEWS)).links_per_message == 2
    assert (await slack.desk.settings_for(HERE, None)).links_per_message == 5


async def test_a_form_sent_by_somebody_who_may_not_changes_nothing(slack: SlackRig) -> None:
    await slack.people.command("config", user=ADMIN)
    form = slack.slack.world.views[-1]
    answer = await slack.people.submit(form, {"mode": fill(form, "mode", "command")}, user=ANN)
    assert "admin" in "\n".join(strings(answer["view"]))
    assert (await slack.desk.settings_for(HERE, NEWS)).mode == "automatic"


async def test_pressing_a_button_that_is_not_shown_opens_nothing(slack: SlackRig) -> None:
    await slack.people.press_in_view(
        {"type": "home", "blocks": []}, {"type": "button", "action_id": "open_settings"}, user=ANN
    )
    assert slack.slack.world.views == []


async def test_only_what_was_changed_stops_following_the_workspace(slack: SlackRig) -> None:
    await slack.configure({"mode": "reaction"})
    await slack.desk.change_settings(HERE, None, {"min_severity": "critical"}, author=ADMIN, is_admin=True)
    settings = await slack.desk.settings_for(HERE, NEWS)
    assert (settings.mode, settings.min_severity) == ("reaction", "critical")


async def test_where_the_bot_is_no_member_it_says_so(slack: SlackRig) -> None:
    answer = await slack.people.command(HARBOUR, channel=ELSEWHERE)
    assert "/invite" in "\n".join(strings(answer))
    message = slack.people.write(HARBOUR, channel=ELSEWHERE)
    said = await slack.people.shortcut(message, "brief_this", channel=ELSEWHERE)
    assert "/invite" in "\n".join(strings(said))
    await slack.settled()
    assert slack.newsstand.fetched == []


async def test_a_role_that_slack_does_not_tell_is_no_admin(slack: SlackRig) -> None:
    answer = await slack.people.command("config", user="U0STRANGER")
    assert "admin" in "\n".join(strings(answer))


async def test_verdicts_are_thanked_for_and_can_be_given_in_the_full_brief(slack: SlackRig) -> None:
    (reply,) = await slack.replies(await slack.share(HARBOUR))
    await slack.settled()
    assert MESSAGE in await slack.read_more(reply)
    full = slack.slack.world.views[-1]
    menu = next(block["accessory"] for block in full["blocks"] if "accessory" in block)
    for verdict in (f"right:{FIRST_ERROR}", f"reason:{FIRST_ERROR}"):
        chosen = next(option for option in menu["options"] if option["value"] == verdict)
        action = {"type": "overflow", "action_id": menu["action_id"], "selected_option": chosen}
        await slack.people.press_in_view(full, action)
    assert list(await slack.verdicts()) == [(FIRST_ERROR, True, "")]
    assert slack.slack.world.views[-1]["callback_id"] == "verdict_reason"


async def test_a_button_under_a_forgotten_article_says_so(slack: SlackRig) -> None:
    (reply,) = await slack.replies(await slack.share(HARBOUR))
    await slack.settled()
    await slack.desk.forget(HERE)
    assert "no longer kept" in await slack.read_more(reply)


async def test_the_name_of_an_emoji_may_be_written_with_its_colons(slack: SlackRig) -> None:
    await slack.configure({"mode": "reaction", "reaction": ":rolled_up_newspaper:"})
    message = await slack.share(FERRY)
    await slack.react(message, "rolled_up_newspaper")
    assert await slack.replies(message)


@pytest.mark.parametrize("times", [1, 2])
async def test_one_reaction_or_two_are_one_answer(slack: SlackRig, times: int) -> None:
    await slack.configure({"mode": "reaction"})
    top = await slack.share("About the ferry:")
    message = await slack.share(FERRY, thread=top)
    for _ in range(times):
        await slack.react(message)
    (reply,) = await slack.replies(message)
    await slack.settled()
    assert len(await slack.replies(message)) == 1
    assert reply.thread == top
