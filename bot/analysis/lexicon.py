"""Reads the word lists that stand beside the code: TOML files of white-space separated words."""

import tomllib
from importlib.resources import files


def read_words(package: str, name: str) -> dict[str, frozenset[str]]:
    """The lists in one file of a package, by key."""
    tables = tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in tables.items()}
