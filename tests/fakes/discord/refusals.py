"""What Discord refuses in a request's body, with the numbers of its documentation."""

import re
from collections.abc import Iterator
from typing import Any

from aiohttp import web

Json = dict[str, Any]

ACTION_ROW, BUTTON, SELECT, TEXT_INPUT, USER_SELECT, LABEL = 1, 2, 3, 4, 5, 18


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message

    def response(self) -> web.Response:
        """The error as Discord sends it."""
        return web.json_response({"code": self.code, "message": self.message}, status=self.status)


def invalid(reason: str) -> Refused:
    """50035: the body does not fit the form."""
    return Refused(400, 50035, f"Invalid Form Body: {reason}")


def check_message(body: Json) -> None:
    """Refuses a message that is empty or too large."""
    content, embeds, rows = body.get("content") or "", body.get("embeds") or [], body.get("components") or []
    if not content and not embeds:
        raise Refused(400, 50006, "Cannot send an empty message")
    _at_most(content, 2000, "content")
    if len(embeds) > 10:
        raise invalid("embeds: Must be 10 or fewer in length.")
    total = sum(len(text) for embed in embeds for text in _embed_texts(embed))
    if total > 6000:
        raise invalid("embeds: Embed size exceeds maximum size of 6000")
    if len(str(body.get("nonce", ""))) > 25:
        raise invalid("nonce: Must be 25 or fewer in length.")
    _check_rows(rows)


def _embed_texts(embed: Json) -> Iterator[str]:
    limits = {"title": 256, "description": 4096}
    for name, limit in limits.items():
        yield _at_most(embed.get(name) or "", limit, name)
    yield _at_most((embed.get("footer") or {}).get("text", ""), 2048, "footer")
    url = embed.get("url")
    if url and not re.match(r"https?://[^\s]+$", url):
        raise invalid("url: Not a well formed URL.")
    image = embed.get("image")
    if image and not re.match(r"https?://[^\s]+$", image["url"]):
        raise invalid("image: Not a well formed URL.")
    fields = embed.get("fields") or []
    if len(fields) > 25:
        raise invalid("fields: Must be 25 or fewer in length.")
    for one in fields:
        for name, limit in {"name": 256, "value": 1024}.items():
            yield _at_most(one.get(name) or "", limit, name, least=1)


def _check_rows(rows: list[Json]) -> None:
    if len(rows) > 5:
        raise invalid("components: Must be between 1 and 5 in length.")
    names: list[str] = []
    for row in rows:
        children = row.get("components") or []
        if row["type"] != ACTION_ROW or not 1 <= len(children) <= 5:
            raise invalid("components: an action row holds 1 to 5 components")
        if any(child["type"] in (SELECT, USER_SELECT) for child in children) and len(children) > 1:
            raise invalid("components: a select menu fills its row")
        for child in children:
            _check_component(child)
            names.append(child["custom_id"])
    if len(set(names)) < len(names):
        raise invalid("custom_id: Component custom id cannot be duplicated")


def _check_component(component: Json) -> None:
    _at_most(component["custom_id"], 100, "custom_id", least=1)
    if component["type"] == BUTTON:
        _at_most(component.get("label") or "", 80, "label", least=0 if component.get("emoji") else 1)
        return
    _at_most(component.get("placeholder") or "", 150, "placeholder")
    if component["type"] == USER_SELECT:
        return
    options = component.get("options") or []
    least, most = component.get("min_values", 1), component.get("max_values", 1)
    if not 1 <= len(options) <= 25 or not 0 <= least <= most <= len(options):
        raise invalid("options: Must be between 1 and 25 in length.")
    if sum(bool(option.get("default")) for option in options) > most:
        raise invalid("options: more defaults than may be chosen")
    for option in options:
        for name, limit in {"label": 100, "value": 100, "description": 100}.items():
            _at_most(option.get(name) or "", limit, name, least=0 if name == "description" else 1)
    if len({option["value"] for option in options}) < len(options):
        raise invalid("options: values must be unique")


def check_form(form: Json) -> None:
    """Refuses a modal that is too large."""
    _at_most(form["title"], 45, "title", least=1)
    _at_most(form["custom_id"], 100, "custom_id", least=1)
    if not 1 <= len(form["components"]) <= 5:
        raise invalid("components: Must be between 1 and 5 in length.")
    for row in form["components"]:
        if row["type"] != LABEL:
            raise invalid("components: a modal holds labels")
        _at_most(row["label"], 45, "label", least=1)
        _at_most(row.get("description") or "", 100, "description")
        field = row["component"]
        if field["type"] != TEXT_INPUT or not 1 <= field.get("max_length", 4000) <= 4000:
            raise invalid("components: not a text input")
        _at_most(field.get("value") or "", field.get("max_length", 4000), "value")


def check_commands(commands: list[Json]) -> None:
    """Refuses commands that are named badly or too many."""
    for command in commands:
        kind = command.get("type", 1)
        if kind == 1 and not re.fullmatch(r"[-_'\w]{1,32}", command["name"]):
            raise invalid("name: Command name is invalid")
        if kind != 1 and (not 1 <= len(command["name"]) <= 32 or command.get("description")):
            raise invalid("a context menu has a name and no description")
        if kind == 1:
            _check_option(command)


def _check_option(option: Json) -> None:
    _at_most(option["description"], 100, "description", least=1)
    for inner in option.get("options") or []:
        _check_option(inner)
    if len(option.get("choices") or []) > 25:
        raise invalid("choices: Must be 25 or fewer in length.")


def _at_most(text: str, limit: int, name: str, least: int = 0) -> str:
    if not least <= len(text) <= limit:
        raise invalid(f"{name}: Must be between {least} and {limit} in length.")
    return text
