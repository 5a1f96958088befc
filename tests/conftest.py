"""How property tests draw, and what every test leaves behind as it found it."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

LOGGERS = ("", "dbos")

# Tests never time, Hypothesis's own included; continuous integration draws the same examples every time.
settings.register_profile(
    "suite",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
    database=None,
)
settings.load_profile("suite")


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
