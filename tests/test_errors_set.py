"""The evaluation set for likely errors is sound: places fit, kinds are counted, and its score counts right."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.analysis.errors.table import CHECKS
from bot.language.reader import Reader
from bot.settings import Settings
from evals.errors import build, cost, score

README = build.SOURCES.parent / "README.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("errors")
    build.write_set(folder)
    return folder


def golds(folder: Path, kind: str) -> dict[Path, dict[str, Any]]:
    paths = (folder / kind).glob("*.gold.json")
    return {path.parent / path.name.replace(".gold.json", ".txt"): json.loads(path.read_text()) for path in paths}


@pytest.mark.parametrize(("kind", "articles"), [("injected", 16), ("spun", 8)])
def test_places_hold_their_words(folder: Path, kind: str, articles: int) -> None:
    found = golds(folder, kind)
    assert len(found) == articles
    assert sum(len(gold["must_not_flag"]) for gold in found.values()) >= 3 * articles
    for path, gold in found.items():
        text = path.read_text()
        errors, right = gold["errors"], gold["must_not_flag"]
        related = [place for error in errors for place in error.get("related", [])]
        for place in [*errors, *related, *right]:
            assert text[place["start"] : place["end"]] == place["span"] != ""
        marks = [score.place(error) for error in errors]
        assert not [one["span"] for one in right if any(score.touches(score.place(one), mark) for mark in marks)]


@pytest.mark.parametrize(
    ("part", "articles", "least"),
    [("read", 222, 10), ("unread", 42, 10), ("slips", 436, 9), ("fresh", 84, 10), ("right", 450, 0)],
)
def test_later_articles_are_sound(tmp_path: Path, part: str, articles: int, least: int) -> None:
    build.write_set(tmp_path, build.LATER / part)
    found = golds(tmp_path, "injected")
    assert len(found) == articles
    for path, gold in found.items():
        assert len(gold["errors"]) >= least
        for place in [*gold["errors"], *gold["must_not_flag"]]:
            assert path.read_text()[place["start"] : place["end"]] == place["span"] != ""


@pytest.mark.parametrize("kind", ["injected", "spun"])
def test_readme_counts_every_kind(folder: Path, kind: str) -> None:
    counted = Counter(error["category"] for gold in golds(folder, kind).values() for error in gold["errors"])
    line = next(line for line in README.read_text().splitlines() if line.startswith(f"{kind}: "))
    assert dict(re.findall(r"([a-z-]+) (\d+)", line)) == {kind: str(count) for kind, count in counted.items()}


def test_score_of_one_who_finds_everything(folder: Path) -> None:
    found: dict[Path, list[score.Place]] = {path: [] for path in folder.rglob("*.txt")}
    for kind in ("injected", "spun"):
        found.update({path: [score.place(e) for e in gold["errors"]] for path, gold in golds(folder, kind).items()})
    figures = score.score(folder, found)
    assert figures["injected"]["recall"] == figures["spun"]["recall_high"] == 1.0
    assert figures["injected"]["false_alarms_per_article"] == 0


def test_score_counts_false_alarms_and_near_misses(folder: Path) -> None:
    found: dict[Path, list[score.Place]] = {path: [] for path in folder.rglob("*.txt")}
    path, gold = next(iter(golds(folder, "injected").items()))
    found[path] = [score.place(gold["must_not_flag"][0])]
    found[folder / "clean" / path.name] = [(0, 5)]
    figures = score.score(folder, found)
    assert figures["injected"]["recall"] == 0.0
    assert figures["injected"]["near_misses_flagged"] == 1
    assert figures["clean"]["false_alarms_per_article"] == round(1 / 16, 3)


def test_a_finding_as_long_as_a_paragraph_finds_nothing() -> None:
    assert score.is_found([(100, 110)], [(90, 200)])
    assert not score.is_found([(100, 110)], [(0, 400)])


@pytest.mark.parametrize(
    "line",
    [
        "no braces :: misspelling :: high :: Why.",
        "the {word=>wrod} :: misspelling :: high :: Twice in the text.",
        "one {thing=>} :: missing-word :: high :: Nothing left to mark.",
        "one {thing=>thnig} :: misspelling :: sure :: No such confidence.",
    ],
)
def test_a_line_that_does_not_fit_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "one.md"
    path.write_text(f"## clean\nHeadline\n\nthe word, the word, one thing\n## injected\n{line}\n## near misses\n")
    with pytest.raises(build.SourceError):
        build.read_source(path)


def test_the_time_of_every_check_is_measured(tmp_path: Path) -> None:
    body = "Ana Ruiz and the rest of the council met on Monday. " * 40
    gold = {name: {"articleBody": text} for name, text in (("long", body), ("short", "The end of it, and no more."))}
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    chosen = cost.articles(tmp_path, 9)
    assert [article.text for article in chosen] == [body]
    seconds = cost.measure(chosen, Reader(Settings().language), Settings())
    assert set(seconds) == {"language", "analysis", *(c.id for c in CHECKS if c.default and not c.on_spun_copy)}
    assert seconds["language"] > 0
