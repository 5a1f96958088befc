import json
import logging
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, SecretStr

from bot import logs
from bot.settings import LogSettings, Settings, WebSettings


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_json_line_carries_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Settings(log=LogSettings(json_lines=True)))
    logging.getLogger("bot.somewhere").info("page %s", "read", extra={"url": "https://news.example/é"})
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["message"]) == ("info", "bot.somewhere", "page read")
    assert line["url"] == "https://news.example/é"


def test_a_plain_line_names_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Settings())
    logging.getLogger("bot.somewhere").warning("page %s", "read", extra={"url": "https://news.example/"})
    assert capsys.readouterr().err.endswith("WARNING page read url=https://news.example/\n")


def test_a_traceback_stays_on_its_json_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Settings(log=LogSettings(json_lines=True)))
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError:
        logging.getLogger("bot").exception("failed")
    (line,) = capsys.readouterr().err.splitlines()
    assert "ZeroDivisionError: by zero" in json.loads(line)["traceback"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("token xoxb-123456789012-abcdefABCDEF in use", "token [secret] in use"),
        ("app xapp-1-A0000000000-12345", "app [secret]"),
        ("postgresql://bot:hunter2@db/news", "postgresql://bot:[secret]@db/news"),
        ("Authorization: Bearer abcdefghijklmnop", "Authorization: Bearer [secret]"),
        ("https://news.example:8080/a@b", "https://news.example:8080/a@b"),
        ("a Bot that reads", "a Bot that reads"),
    ],
)
def test_what_looks_like_a_secret_is_blotted_out(said: str, shown: str) -> None:
    formatter = logs.Redacting(logging.Formatter("%(message)s"), [])
    assert formatter.format(logging.makeLogRecord({"msg": said})) == shown


class Inner(BaseModel):
    password: SecretStr = SecretStr("correct horse")


class Outer(BaseModel):
    inner: Inner = Inner()
    name: str = "desk"


def test_known_secrets_are_blotted_out_wherever_they_stand() -> None:
    formatter = logs.Redacting(logging.Formatter("%(message)s"), logs.secrets_of(Outer()))
    assert formatter.format(logging.makeLogRecord({"msg": "with correct horse inside"})) == "with [secret] inside"


def test_a_secret_is_blotted_out_of_a_json_line_also_when_json_writes_it_otherwise(
    capsys: pytest.CaptureFixture[str],
) -> None:
    password = 'se"cr\\et'
    logs.configure(Settings(log=LogSettings(json_lines=True), web=WebSettings(password=SecretStr(password))))
    logging.getLogger("bot").info("the password is %s", password)
    assert json.loads(capsys.readouterr().err)["message"] == "the password is [secret]"
