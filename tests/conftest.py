"""How property tests draw, and what every test leaves behind as it found it."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LOGGERS = ("", "dbos")
WEB = Path(__file__).parent / "web"

# Tests never time, Hypothesis's own included; continuous integration draws the same examples every time.
settings.register_profile(
    "suite",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
    database=None,
)
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The desk of ``tests/web`` runs from its first test to the end of all, and a process has room for one only."""
    items.sort(key=lambda item: WEB in item.path.parents)


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """A command under test makes the log write to its own streams, which end with it."""
    before = {name: (list(logging.getLogger(name).handlers), logging.getLogger(name).level) for name in LOGGERS}
    yield
    for name, (handlers, level) in before.items():
        logger = logging.getLogger(name)
        for handler in list(logger.handlers):
            if type(handler) is logging.StreamHandler and handler not in handlers:
                logger.removeHandler(handler)
        logger.setLevel(level)
