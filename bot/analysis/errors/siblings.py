"""Things of one kind: a detail is a cello or a trumpet, the roof or the cellar. The table is ``siblings.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _groups() -> dict[str, list[tuple[int, int]]]:
    table = tomllib.loads(files("bot.analysis.errors").joinpath("siblings.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, line in enumerate(table["kinds"].strip().splitlines()):
        for group, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(word, []).append((kind, group))
    return found


def groups(lemma: str) -> list[tuple[int, int]]:
    """The (kind, group) pairs of a lemma: words of one kind and different groups name different things."""
    return _groups().get(lemma, [])
