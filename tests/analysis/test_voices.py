"""Figures on the project's own news items must not fall."""

import pytest

from evals.voices import measure, read_items
from tests.analysis.voices import reader


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure(read_items(), reader())[0]


@pytest.mark.parametrize(
    ("figure", "floor"),
    [("span_f1", 0.95), ("speaker_f1", 0.9), ("speaker_precision", 0.93), ("mention_accuracy", 0.88), ("key_f1", 0.65)],
)
def test_figures_hold(figures: dict[str, float], figure: str, floor: float) -> None:
    assert figures[figure] >= floor
