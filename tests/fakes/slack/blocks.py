"""Slack's rules for blocks and views. Source: the Block Kit reference. What it refuses is refused here."""

import re
from collections.abc import Callable, Mapping
from typing import Any

SURFACE_BLOCKS = {"message": 50, "modal": 100, "home": 100}
ALL_TEXT = 13_200
PLAIN = frozenset({"plain_text"})
ANY_TEXT = frozenset({"plain_text", "mrkdwn"})
ACTION_ID = 255


class Refused(Exception):
    """A payload that Slack does not take: ``code`` is its error, ``details`` what it adds."""

    def __init__(self, code: str, *details: str) -> None:
        super().__init__(code, *details)
        self.code = code
        self.details = list(details)


def check(condition: bool, problem: str, code: str = "invalid_blocks") -> None:
    if not condition:
        raise Refused(code, problem)


def only(item: Mapping[str, Any], required: set[str], optional: set[str] = frozenset()) -> None:
    """Unknown and missing properties are refused."""
    check(isinstance(item, dict), "must be an object")
    check(not set(item) - required - optional - {"type", "block_id", "action_id"}, f"unknown: {set(item)} in {item}")
    check(required <= set(item), f"missing: {required - set(item)} in {item}")


def text(item: Any, limit: int, kinds: frozenset[str] = PLAIN) -> None:
    check(isinstance(item, dict) and item.get("type") in kinds, f"must be {kinds}: {item}")
    only(item, {"text"}, {"emoji"} if item["type"] == "plain_text" else {"verbatim"})
    check(isinstance(item["text"], str) and 1 <= len(item["text"]) <= limit, f"must be 1 to {limit} characters")


def option(item: Any) -> None:
    only(item, {"text", "value"}, {"description"})
    text(item["text"], 75, ANY_TEXT)
    check(1 <= len(item["value"]) <= 150, "option value is too long")


def options(item: Mapping[str, Any], most: int) -> None:
    check(1 <= len(item["options"]) <= most, f"must hold 1 to {most} options")
    for one in item["options"]:
        option(one)
    chosen = [item["initial_option"]] if "initial_option" in item else item.get("initial_options", [])
    check("initial_options" not in item or bool(chosen), "initial_options is empty")
    check(all(one in item["options"] for one in chosen), "initial options must be options")


def button(item: Mapping[str, Any]) -> None:
    only(item, {"text"}, {"value", "url", "style"})
    text(item["text"], 75)


def overflow(item: Mapping[str, Any]) -> None:
    only(item, {"options"})
    options(item, 5)


def static_select(item: Mapping[str, Any]) -> None:
    only(item, {"options"}, {"initial_option", "placeholder"})
    options(item, 100)


def multi_static_select(item: Mapping[str, Any]) -> None:
    only(item, {"options"}, {"initial_options", "placeholder", "max_selected_items"})
    options(item, 100)


def checkboxes(item: Mapping[str, Any]) -> None:
    only(item, {"options"}, {"initial_options"})
    options(item, 10)


def multi_users_select(item: Mapping[str, Any]) -> None:
    only(item, set(), {"initial_users", "placeholder", "max_selected_items"})
    check("initial_users" not in item or bool(item["initial_users"]), "initial_users is empty")


def conversations_select(item: Mapping[str, Any]) -> None:
    only(item, set(), {"placeholder", "filter", "initial_conversation"})
    check(set(item.get("filter", {})) <= {"include", "exclude_bot_users", "exclude_external_shared_channels"}, "filter")
    check(set(item.get("filter", {}).get("include", [])) <= {"im", "mpim", "private", "public"}, "filter.include")


def plain_text_input(item: Mapping[str, Any]) -> None:
    only(item, set(), {"initial_value", "multiline", "max_length", "min_length", "placeholder"})
    check(1 <= item.get("max_length", 3000) <= 3000, "max_length")
    check("initial_value" not in item or 1 <= len(item["initial_value"]) <= 3000, "initial_value")


def number_input(item: Mapping[str, Any]) -> None:
    only(item, {"is_decimal_allowed"}, {"initial_value", "min_value", "max_value", "placeholder"})
    low, high = (float(item.get(name, default)) for name, default in (("min_value", "-inf"), ("max_value", "inf")))
    if "initial_value" in item:
        check(isinstance(item["initial_value"], str), "initial_value must be a string")
        check(low <= float(item["initial_value"]) <= high, "initial_value is out of bounds")
        check(item["is_decimal_allowed"] or "." not in item["initial_value"], "no decimals")


ELEMENTS: dict[str, Callable[[Mapping[str, Any]], None]] = {
    "button": button,
    "overflow": overflow,
    "static_select": static_select,
    "multi_static_select": multi_static_select,
    "multi_users_select": multi_users_select,
    "conversations_select": conversations_select,
    "checkboxes": checkboxes,
    "plain_text_input": plain_text_input,
    "number_input": number_input,
}
PLACES = {
    "section": {"button", "overflow", "static_select", "multi_static_select", "checkboxes"},
    "actions": {"button", "overflow", "static_select", "conversations_select", "checkboxes"},
    "input": {
        "plain_text_input",
        "number_input",
        "static_select",
        "multi_static_select",
        "multi_users_select",
        "checkboxes",
    },
}


def element(item: Any, place: str) -> None:
    check(isinstance(item, dict) and item.get("type") in PLACES[place], f"no element of {place}: {item}")
    check(1 <= len(item.get("action_id", "x")) <= ACTION_ID, "action_id")
    ELEMENTS[item["type"]](item)


def section(block: Mapping[str, Any]) -> None:
    only(block, {"text"}, {"accessory", "fields", "expand"})
    text(block["text"], 3000, ANY_TEXT)
    if "accessory" in block:
        element(block["accessory"], "section")


def context(block: Mapping[str, Any]) -> None:
    only(block, {"elements"})
    check(1 <= len(block["elements"]) <= 10, "context holds 1 to 10 elements")
    for one in block["elements"]:
        text(one, 3000, ANY_TEXT)


def header(block: Mapping[str, Any]) -> None:
    only(block, {"text"})
    text(block["text"], 150)


def divider(block: Mapping[str, Any]) -> None:
    only(block, set())


def actions(block: Mapping[str, Any]) -> None:
    only(block, {"elements"})
    check(1 <= len(block["elements"]) <= 25, "actions holds 1 to 25 elements")
    for one in block["elements"]:
        element(one, "actions")
    ids = [one.get("action_id") for one in block["elements"]]
    check(len(ids) == len(set(ids)), "action ids of one block must differ")


def image(block: Mapping[str, Any]) -> None:
    only(block, {"image_url", "alt_text"}, {"title"})
    check(bool(re.match(r"https?://\S{1,2990}$", block["image_url"])), "image_url")
    check(1 <= len(block["alt_text"]) <= 2000, "alt_text")


def input_block(block: Mapping[str, Any]) -> None:
    only(block, {"label", "element"}, {"hint", "optional", "dispatch_action"})
    text(block["label"], 2000)
    if "hint" in block:
        text(block["hint"], 2000)
    element(block["element"], "input")


BLOCKS: dict[str, Callable[[Mapping[str, Any]], None]] = {
    "section": section,
    "context": context,
    "header": header,
    "divider": divider,
    "actions": actions,
    "image": image,
    "input": input_block,
}


def check_blocks(blocks: Any, surface: str) -> None:
    """Raises :class:`Refused` for blocks that Slack would not show on a message, in a modal or in App Home."""
    check(isinstance(blocks, list) and bool(blocks), "no blocks", "invalid_blocks_format")
    check(len(blocks) <= SURFACE_BLOCKS[surface], f"more than {SURFACE_BLOCKS[surface]} blocks")
    for block in blocks:
        check(isinstance(block, dict) and block.get("type") in BLOCKS, f"unsupported block: {block}")
        check(len(block.get("block_id", "x")) <= 255, "block_id")
        check(block["type"] != "input" or surface != "message", "no input blocks in messages")
        BLOCKS[block["type"]](block)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    check(len(ids) == len(set(ids)), "block ids must differ")
    if surface == "message" and sum(map(len, strings(blocks))) > ALL_TEXT:
        raise Refused("msg_blocks_too_long")


def check_view(view: Any) -> None:
    """Raises :class:`Refused` for a view that Slack would not open."""
    check(isinstance(view, dict) and view.get("type") in ("modal", "home"), "no view", "invalid_arguments")
    known = {"type", "blocks", "private_metadata", "callback_id", "title", "submit", "close"}
    known |= {"clear_on_close", "notify_on_close", "external_id"}
    check(not set(view) - known, f"unknown: {set(view) - known}", "invalid_arguments")
    check(len(view.get("private_metadata", "")) <= 3000, "private_metadata", "invalid_arguments")
    check(len(view.get("callback_id", "")) <= 255, "callback_id", "invalid_arguments")
    if view["type"] == "modal":
        for name in {"title", "submit", "close"} & set(view) | {"title"}:
            check(name in view, name, "invalid_arguments")
            text(view[name], 24)
        has_input = any(block.get("type") == "input" for block in view["blocks"])
        check(not has_input or "submit" in view, "a form needs a submit", "invalid_arguments")
    check_blocks(view["blocks"], view["type"])


def strings(item: Any) -> list[str]:
    """Every text that a payload shows."""
    if isinstance(item, list):
        return [found for one in item for found in strings(one)]
    if not isinstance(item, dict):
        return []
    own = [item["text"]] if isinstance(item.get("text"), str) else []
    return own + [found for value in item.values() for found in strings(value)]
