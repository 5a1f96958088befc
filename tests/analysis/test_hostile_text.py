"""Nothing that reads outside text may take more than linear time: a page made for it would hold up the bot."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

CPU_SECONDS = 60
LENGTH = 10_000
PACKAGES = ("bot.analysis", "bot.language", "bot.extract", "bot.links", "bot.render")

_SEARCH_ALL = """
import importlib, pkgutil, re, sys

length, unit, *packages = int(sys.argv[1]), *sys.argv[2:]
patterns = {}
for package in map(importlib.import_module, packages):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for part in value if isinstance(value, (tuple, list)) else [value]:
                if isinstance(part, re.Pattern) and isinstance(part.pattern, str):
                    patterns.setdefault(part, f"{module.name}.{name}")
assert len(patterns) > 50, "the patterns are kept somewhere else now"
text = (unit * (length // len(unit) + 1))[:length]
for pattern, name in patterns.items():
    print(name, file=sys.stderr, flush=True)
    for match in pattern.finditer(text):
        pass
"""

PRONOUNS, NAMES = 2_000, 3_000
_READ = """
import sys
from bot.analysis.analyse import analyse
from bot.extract import article_from_text
from bot.pipeline import load_reader, with_language
from bot.settings import AnalysisSettings, Settings

opening, unit, times = *sys.argv[1:3], int(sys.argv[3])
reading = load_reader(Settings()).read(with_language(article_from_text(opening + unit * times, title="")))
analyse(reading, AnalysisSettings())
"""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


@pytest.mark.parametrize(
    "unit", [" ", "\n", "1", "A", "a", "-", ".", "A. ", "a ", "A-", "1,", "1.1,", "one ", "about "]
)
def test_patterns_read_hostile_text_in_bounded_time(unit: str) -> None:
    """A pattern of quadratic time needs minutes for these, a linear one milliseconds."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _SEARCH_ALL, str(LENGTH), unit, *PACKAGES]
    done = subprocess.run(command, cwd=root, preexec_fn=_limit, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"the time was up, or it failed, in {done.stderr.splitlines()[-1:]}"


TOLD = "Her son met his wife and she told him."


@pytest.mark.parametrize(
    ("unit", "times"),
    [(f"{TOLD} ", PRONOUNS // 4), (f"{TOLD}\n\n", PRONOUNS // 4), ("Mr Lowe fell. Ann Lowe left. ", NAMES // 2)],
    ids=["one paragraph", "a paragraph each", "names"],
)
def test_a_page_of_people_is_read_in_bounded_time(unit: str, times: int) -> None:
    """Whoever looks for each pronoun or name among all that stand before it needs minutes for these."""
    opening = "Ann Lowe, the teacher, met a farmer.\n\n"
    command = [sys.executable, "-c", _READ, opening, unit, str(times)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, preexec_fn=_limit, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"the time was up, or it failed: {done.stderr[-300:]}"
