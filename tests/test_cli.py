"""The command line as a newcomer and as a program calls it."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NoReturn

import jsonschema
import pytest
import spacy
from typer.testing import CliRunner

from bot.cli.config import hide_password
from bot.cli.doctor import examine
from bot.cli.main import app
from bot.cli.model import with_model
from bot.cli.schema import schema_text
from bot.fetch import Fetcher
from bot.settings import load

STORY = (
    "Teachers in Marlow Bay told the school board on Tuesday that they want smaller classes.\n\n"
    "“We cannot teach forty children in one room,” said Lena Ortiz, who leads the teachers’ union. "
    "She urged the the board to hire ten teachers before September.\n\n"
    "The board said it would answer next week."
)
runner = CliRunner()


@pytest.fixture(autouse=True)
def _away_from_any_settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text("Teachers want smaller classes\n\n" + STORY, encoding="utf-8")
    return file


# ---- help and errors ---------------------------------------------------------------------------


def test_help_is_instant_because_nothing_heavy_is_imported() -> None:
    heavy = {"spacy", "aiohttp", "sqlalchemy", "trafilatura", "numpy", "dbos", "rich.markdown"}
    code = f"import sys, bot.cli; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    "command",
    [
        *("brief", "batch", "schema", "run", "web", "worker", "doctor", "config show", "config path", "db upgrade"),
        *("model info", "model evaluate", "model use"),
    ],
)
def test_every_command_explains_itself(command: str) -> None:
    done = runner.invoke(app, [*command.split(), "--help"])
    assert done.exit_code == 0
    assert "Usage" in done.output


def test_the_version_is_shown() -> None:
    done = runner.invoke(app, ["--version"])
    assert done.exit_code == 0
    assert done.output.startswith("newsroom-bot ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief", "no-such-file.txt"], "There is no such file"),
        (["--config", "nowhere.toml", "config", "show"], "There is no configuration file nowhere.toml"),
        (["worker"], "PostgreSQL"),
    ],
)
def test_a_mistake_is_named_with_what_to_do_next(arguments: list[str], words: str) -> None:
    done = runner.invoke(app, arguments)
    assert done.exit_code == 2
    assert words in done.output
    assert len(done.output.strip().splitlines()) == 2


def test_settings_that_are_not_valid_are_named_without_their_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_WORKERS__PROCESSES", "many-secret")
    done = runner.invoke(app, ["config", "show"])
    assert done.exit_code == 2
    assert "workers.processes" in done.output
    assert "many-secret" not in done.output


# ---- brief -------------------------------------------------------------------------------------


def test_a_text_file_is_briefed_in_every_form(story: Path) -> None:
    text, data, slack, discord, page = (
        runner.invoke(app, ["brief", str(story), "--format", form])
        for form in ("text", "json", "slack", "discord", "html")
    )
    assert {text.exit_code, data.exit_code, slack.exit_code, discord.exit_code, page.exit_code} == {0}
    assert text.stdout.startswith("Teachers want smaller classes\n")
    brief = json.loads(data.stdout)
    jsonschema.validate(brief, json.loads(schema_text()))
    assert brief["article"]["text"] == STORY
    assert json.loads(slack.stdout)["blocks"]
    assert json.loads(discord.stdout)["embeds"]
    assert page.stdout.lstrip().startswith("<!doctype html>")


def test_all_shows_what_is_not_worth_it_unasked_and_json_always_holds_it(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_DESK__MIN_CONFIDENCE_MINOR", "1")
    usual, everything, data = (
        runner.invoke(app, ["brief", str(story), *more]).stdout for more in ((), ("--all",), ("--format", "json"))
    )
    assert "stands twice" not in usual
    assert "1 more; --all shows them" in usual
    assert "stands twice" in everything
    assert [error["check"] for error in json.loads(data)["errors"]] == ["typo.doubled-word"]


def test_standard_input_and_one_section_alone(story: Path) -> None:
    done = runner.invoke(app, ["brief", "-", "--section", "errors"], input=STORY)
    assert done.exit_code == 0
    assert "Who matters" not in done.stdout
    assert "the the" in done.stdout


def test_an_address_that_is_not_open_is_refused_with_the_way_to_open_it() -> None:
    done = runner.invoke(app, ["brief", "http://127.0.0.1:9/"])
    assert done.exit_code == 1
    assert "not open to the bot" in done.output
    assert "fetch.allow_hosts" in done.output


def test_an_article_in_another_language_says_so_and_gives_what_is_safe(tmp_path: Path) -> None:
    (tmp_path / "hafen.txt").write_text(
        "Der Hafen soll wieder öffnen\n\n"
        "Die Hafenarbeiter von Ellis fordern von der Stadt, dass die nördliche Mole bis Freitag wieder geöffnet wird. "
        "Die Bürgermeisterin lehnte das am Montag vor dem Rathaus der Stadt noch einmal ab.\n\n"
        "Ein Sprecher der Gewerkschaft sagte, die Familien könnten von Versprechen nicht leben.",
        encoding="utf-8",
    )
    done = runner.invoke(app, ["brief", "hafen.txt", "--format", "json"])
    brief = json.loads(done.stdout)
    assert brief["article"]["language"] == "de"
    assert [span["text"][:18] for span in brief["gist"]] == ["Die Hafenarbeiter "]
    assert brief["demands"] == brief["errors"] == brief["actors"] == []
    assert "This article is in German" in runner.invoke(app, ["brief", "hafen.txt"]).stdout


def test_an_empty_file_is_a_failure_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n")
    done = runner.invoke(app, ["brief", "empty.txt"])
    assert done.exit_code == 1
    assert done.output.strip() == "This page holds no text."


# ---- batch -------------------------------------------------------------------------------------


def batch(tmp_path: Path, lines: list[str], *options: str) -> list[dict[str, Any]]:
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = runner.invoke(app, ["batch", "in.jsonl", "-o", "out.jsonl", *options])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_batch_answers_every_line_in_order(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = f"<html><body><article><h1>Classes</h1>{paragraphs}</article></body></html>"
    lines = [
        json.dumps({"id": "text", "text": STORY, "title": "Classes", "published": "2024-05-01", "more": "ignored"}),
        "{not json",
        "",
        json.dumps({"id": "html", "html": page, "url": "https://news.example/classes"}),
        json.dumps({"id": 7, "text": STORY, "title": None}),
        json.dumps({"id": "text", "text": "Again."}),
        json.dumps({"text": "No id."}),
        json.dumps({"id": "none"}),
        json.dumps({"id": "both", "text": "a", "html": "b"}),
        json.dumps({"id": "empty", "text": " "}),
        json.dumps({"id": "long", "text": "word " * 60_000}),
        '{"id": "half", "text": "a \\ud800 b"}',
        json.dumps([1, 2]),
        json.dumps({"id": "local", "url": "http://127.0.0.1:9/"}),
    ]
    answers = batch(tmp_path, lines, "--workers", "2")
    ids = [answer["id"] for answer in answers]
    assert ids == ["text", None, "html", 7, "text", None, "none", "both", "empty", "long", "half", None, "local"]
    schema = json.loads(schema_text())
    briefs = [answer for answer in answers if "failure" not in answer]
    assert [brief["id"] for brief in briefs] == ["text", "html", 7]
    for brief in briefs:
        jsonschema.validate(brief, schema)
        check_offsets(brief)
    text, html, _ = briefs
    assert text["article"]["text"] == STORY
    assert (text["article"]["title"], text["article"]["published"]) == ("Classes", "2024-05-01")
    assert html["url"] == "https://news.example/classes"
    assert "forty children" in html["article"]["text"]
    kinds = {str(answer["id"]): answer["failure"]["kind"] for answer in answers if "failure" in answer and answer["id"]}
    assert kinds["text"] == kinds["none"] == kinds["both"] == kinds["half"] == "bad-line"
    assert (kinds["empty"], kinds["long"]) == ("empty-page", "too-long")
    assert all(answer["failure"]["message"].endswith(".") for answer in answers if "failure" in answer)
    assert answers[11]["failure"]["message"] == "This line is no JSON object."


def test_batch_compares_with_the_versions_of_a_line(tmp_path: Path) -> None:
    copy = STORY.replace("forty children", "fifty children")
    version = {"text": STORY, "title": "Classes", "url": "https://news.example/1", "published": "2024-05-01"}
    lines = [
        json.dumps({"id": "with", "text": copy, "published": "2024-05-01", "versions": [version]}),
        json.dumps({"id": "without", "text": copy, "published": "2024-05-01"}),
        json.dumps({"id": "empty", "text": copy, "versions": [{"text": " "}]}),
        json.dumps({"id": "bad", "text": copy, "versions": [{"title": "no text"}]}),
    ]
    with_one, without, empty, bad = batch(tmp_path, lines)
    jsonschema.validate(with_one, json.loads(schema_text()))
    check_offsets(with_one)
    (told,) = with_one["document"]["versions"]
    assert (told["url"], told["published"], told["is_likely_original"]) == (version["url"], "2024-05-01", False)
    (found,) = [error for error in with_one["errors"] if error["check"].startswith("version.")]
    assert (found["text"], found["suggestion"]) == ("fifty", "forty")
    assert without["document"]["versions"] == []
    assert (empty["failure"]["kind"], bad["failure"]["kind"]) == ("empty-page", "bad-line")


def test_a_brief_is_compared_with_the_version_it_is_set_against(tmp_path: Path, story: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(story.read_text(encoding="utf-8").replace("forty children", "fifty children"), encoding="utf-8")
    done = runner.invoke(app, ["brief", "copy.txt", "--against", "story.txt", "-s", "errors"])
    assert done.exit_code == 0, done.output
    assert "Another version was read here: “Teachers want smaller classes”" in " ".join(done.output.split())
    assert "“fifty” here, “forty” in another version" in " ".join(done.output.split())
    twice = runner.invoke(app, ["brief", "-", "--against", "-"])
    assert twice.exit_code == 2


def test_batch_gives_an_id_back_as_it_was_given(tmp_path: Path) -> None:
    given = [7, "7", 7, -1, 10**20, True, 1.5, None, [1]]
    answers = batch(tmp_path, [json.dumps({"id": one, "text": "A ferry ran aground."}) for one in given])
    assert [(type(answer["id"]), answer["id"]) for answer in answers] == [
        *((type(one), one) for one in given[:5]),
        *[(type(None), None)] * 4,
    ]
    problems = [answer["failure"]["message"] if "failure" in answer else "" for answer in answers]
    used, unusable = (
        "This line has an id that an earlier line has already.",
        "This line has no id that is a text or a whole number.",
    )
    assert problems == ["", "", used, "", "", *[unusable] * 4]


def check_offsets(brief: dict[str, Any]) -> None:
    """Every span of a brief is what its field says at its place."""
    pending: list[Any] = [value for key, value in brief.items() if key != "article"]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending += one
        elif isinstance(one, dict):
            pending += one.values()
            if one.get("end") is not None and "field" in one:
                assert brief["article"][one["field"]][one["start"] : one["end"]] == one["text"]


def test_batch_goes_on_after_what_nobody_foresaw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def stumble(_fetcher: Fetcher, _url: str) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(Fetcher, "fetch", stumble)
    lines = [json.dumps({"id": "odd", "url": "https://news.example/"}), json.dumps({"id": "good", "text": STORY})]
    odd, good = batch(tmp_path, lines)
    assert odd["failure"]["kind"] == "analysis-crashed"
    assert good["article"]["text"] == STORY


def test_batch_does_not_write_over_its_input(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": "1", "text": "x"}\n')
    done = runner.invoke(app, ["batch", str(file), "-o", str(file)])
    assert done.exit_code == 2
    assert file.read_text() == '{"id": "1", "text": "x"}\n'


def test_a_missing_input_is_named(tmp_path: Path) -> None:
    done = runner.invoke(app, ["batch", "none.jsonl", "-o", "out.jsonl"])
    assert done.exit_code == 1
    assert "none.jsonl cannot be opened" in done.output


# ---- config, database, doctor --------------------------------------------------------------------


def test_config_show_is_toml_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WEB__PASSWORD", "open-sesame")
    monkeypatch.setenv("NEWSROOM_STORE__URL", "postgresql://bot:sesame@db.example/news")
    done = runner.invoke(app, ["config", "show"])
    assert "sesame" not in done.output
    shown = tomllib.loads(done.output)
    assert shown["store"]["url"] == "postgresql://bot:**********@db.example/news"
    assert shown["workers"]["processes"] == 1


@pytest.mark.parametrize("text", ["plain", "https://host/path", "postgresql://user@host/db", ""])
def test_an_address_without_a_password_is_shown_as_it_is(text: str) -> None:
    assert hide_password(text) == text


def test_config_path_says_which_file_is_read(tmp_path: Path) -> None:
    assert "No settings file" in runner.invoke(app, ["config", "path"]).output
    (tmp_path / "newsroom.toml").write_text("[web]\nport = 9000\n")
    assert runner.invoke(app, ["config", "path"]).output.strip() == str(tmp_path / "newsroom.toml")
    assert tomllib.loads(runner.invoke(app, ["config", "show"]).output)["web"]["port"] == 9000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[web]\nport = 9000",
        "[language]",
        "language.threads = 2\n",
        "language = { threads = 2 }\n",
        '# ours\n[language] # which model\nthreads = 2\nmodel = "en_old" # slow\n\n[web]\nmodel_like = 1\n',
    ],
)
def test_another_model_is_written_into_a_settings_file_and_the_rest_of_it_stays(text: str) -> None:
    changed = with_model(text, 'en_"new"')
    kept = tomllib.loads(text)
    assert tomllib.loads(changed) == {**kept, "language": {**kept.get("language", {}), "model": 'en_"new"'}}
    assert set(re.findall("#.*", text)) - {"# slow"} <= set(re.findall("#.*", changed))


@pytest.mark.parametrize("text", ["language = 2\n", "[language\n"])
def test_what_is_no_settings_file_is_not_spoilt(text: str) -> None:
    with pytest.raises(ValueError, match=r"no table|Unexpected"):
        with_model(text, "builtin")


def test_the_model_in_use_is_chosen_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spacy.blank("en").to_disk(tmp_path / "own")
    assert runner.invoke(app, ["model", "use", "own"]).exit_code == 0
    assert runner.invoke(app, ["model", "info"]).stdout.startswith("en_pipeline 0.0.0\n")
    unknown = runner.invoke(app, ["model", "use", "no_such_pipeline"])
    assert (unknown.exit_code, "no_such_pipeline" in unknown.output) == (1, True)
    assert load().language.model == "own"
    monkeypatch.setenv("NEWSROOM_LANGUAGE__MODEL", "own")
    assert "NEWSROOM_LANGUAGE__MODEL" in runner.invoke(app, ["model", "use", "builtin"]).output


def test_doctor_looks_without_touching_and_sees_what_upgrade_did(tmp_path: Path) -> None:
    def states() -> dict[str, str]:
        return {one.part: one.state for one in examine(load())}

    before = states()
    assert (before["settings"], before["language model"], before["database"]) == ("good", "good", "hint")
    assert list(tmp_path.iterdir()) == []
    assert runner.invoke(app, ["db", "upgrade"]).exit_code == 0
    assert states()["database"] == "good"


def test_doctor_says_what_is_broken_and_exits_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_SLACK__BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("NEWSROOM_LANGUAGE__MODEL", "no_such_pipeline")
    done = runner.invoke(app, ["doctor"])
    assert done.exit_code == 1
    assert "NEWSROOM_SLACK__APP_TOKEN" in done.output
    assert "no_such_pipeline" in done.output
    assert "xoxb-1" not in done.output


def test_doctor_names_variables_that_are_no_settings_and_what_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("NEWSROOM_FETCH__MAX_BYTES", "1000000")
    (found,) = [one for one in examine(load()) if one.part == "environment"]
    assert found.state == "hint"
    assert "NEWSROOM_SLACK_BOT_TOKEN" in found.finding
    assert "NEWSROOM_SLACK__BOT_TOKEN" in found.advice
    assert "MAX_BYTES" not in found.finding + found.advice


def test_doctor_sees_that_the_desk_would_not_start_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_WEB__HOST", "0.0.0.0")
    (found,) = [one for one in examine(load()) if one.part == "port"]
    assert (found.state, "NEWSROOM_WEB__PASSWORD" in found.advice) == ("broken", True)


def test_what_has_no_token_is_a_hint_and_not_broken() -> None:
    broken = [one.part for one in examine(load(web={"port": 0})) if one.state == "broken"]
    assert broken == []
