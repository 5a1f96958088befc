"""Every setting is documented, with its default, in the files that operators copy from."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, SecretStr, ValidationError

from bot.settings import CONFIG_VARIABLE, DeskSettings, Settings, StoreSettings, load

CONFIG = Path(__file__).parent.parent / "config"
DEFAULTS = (CONFIG / "default.toml").read_text(encoding="utf-8")
EXAMPLE_ENV = (CONFIG / "example.env").read_text(encoding="utf-8")


def every_setting() -> Iterator[tuple[str, str, object]]:
    for section, field in Settings.model_fields.items():
        assert isinstance(field.default, BaseModel)
        for name in type(field.default).model_fields:
            yield section, name, getattr(field.default, name)


PUBLIC = [(s, n, v) for s, n, v in every_setting() if not isinstance(v, SecretStr)]
SECRET = [(s, n) for s, n, v in every_setting() if isinstance(v, SecretStr)]


def test_the_file_lists_every_public_setting_with_its_default() -> None:
    expected: dict[str, dict[str, object]] = {}
    for section, name, value in PUBLIC:
        expected.setdefault(section, {})[name] = str(value) if isinstance(value, Path) else value
    assert tomllib.loads(DEFAULTS) == expected


@pytest.mark.parametrize(("section", "name"), [(section, name) for section, name, _ in PUBLIC])
def test_every_setting_has_a_comment_above_it(section: str, name: str) -> None:
    body = re.split(r"^\[", DEFAULTS.partition(f"[{section}]\n")[2], flags=re.MULTILINE)[0].splitlines()
    at = next(number for number, line in enumerate(body) if line.startswith(f"{name} ="))
    assert at > 0
    assert body[at - 1].startswith("# ")


@pytest.mark.parametrize(("section", "name"), SECRET)
def test_every_secret_is_named_in_the_example_environment_and_empty(section: str, name: str) -> None:
    assert re.search(rf"^NEWSROOM_{section}__{name}=$".upper(), EXAMPLE_ENV, re.MULTILINE)


def test_every_name_in_the_example_environment_exists() -> None:
    known = {f"NEWSROOM_{section}__{name}".upper() for section, name, _ in every_setting()} | {CONFIG_VARIABLE}
    assert set(re.findall(r"^(\w+)=", EXAMPLE_ENV, re.MULTILINE)) <= known


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[workers]\nprocesses = 3\ntime_limit = 7\nrecycle_after = 9\n")
    monkeypatch.setenv("NEWSROOM_WORKERS__TIME_LIMIT", "8")
    monkeypatch.setenv("NEWSROOM_WORKERS__RECYCLE_AFTER", "10")
    chosen = load(file, workers={"recycle_after": 11}).workers
    assert (chosen.processes, chosen.time_limit, chosen.recycle_after) == (3, 8.0, 11)


def test_a_misspelt_setting_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[workers]\nproceses = 3\n")
    with pytest.raises(ValidationError, match="proceses"):
        load(file)


@pytest.mark.parametrize(
    "value",
    [
        {"extract": {"time_limit": 0}},
        {"extract": {"max_words": 0}},
        {"language": {"threads": 0}},
        {"web": {"port": -1}},
        {"web": {"port": 65536}},
        {"jobs": {"fresh_minutes": -1}},
        {"jobs": {"failed_fresh_minutes": -1}},
        {"jobs": {"articles_at_once": 0}},
        {"jobs": {"poll_seconds": 0}},
        {"jobs": {"post_attempts": 0}},
        {"jobs": {"post_hours": -1}},
        {"jobs": {"keep_days": -1}},
        {"jobs": {"shutdown_seconds": -1}},
    ],
)
def test_a_number_that_cannot_work_is_refused(value: dict[str, dict[str, int]]) -> None:
    with pytest.raises(ValidationError, match="should be"):
        load(**value)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.toml")


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_SLACK__BOT_TOKEN", "xoxb-very-secret")
    chosen = load()
    assert chosen.slack.bot_token.get_secret_value() == "xoxb-very-secret"
    assert "very-secret" not in repr(chosen) + chosen.model_dump_json()


@pytest.mark.parametrize(
    ("written", "name"),
    [("newspaper", "newspaper"), (" :eyes: ", "eyes"), ("<a:read_this:1234>", "read_this"), ("📰", "📰")],
)
def test_a_reaction_may_be_written_as_the_platforms_write_it(written: str, name: str) -> None:
    assert DeskSettings(reaction=written).reaction == name


@pytest.mark.parametrize("written", ["", "::", "two words"])
def test_what_is_no_reaction_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="newspaper"):
        DeskSettings(reaction=written)


def test_a_database_is_named_as_hosting_services_name_it_or_refused() -> None:
    assert StoreSettings(url="postgres://bot@db/news").url == "postgresql://bot@db/news"
    assert StoreSettings(url="postgresql+psycopg://bot@db/news").url == "postgresql+psycopg://bot@db/news"
    with pytest.raises(ValidationError, match="write the database like postgresql"):
        StoreSettings(url="db.example:5432/news")
