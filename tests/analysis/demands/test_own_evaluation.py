"""The figures on our own annotated sentences hold their floor."""

import importlib.util
from pathlib import Path

EVALS = Path(__file__).parents[3] / "evals" / "demands"


def test_figures_hold() -> None:
    spec = importlib.util.spec_from_file_location("score_own", EVALS / "score_own.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = module.load()
    assert len({row["text"] for row in rows}) == len(rows) >= 150
    total = module.score(rows)
    assert total.detected.f1 >= 0.93, total.failures
    assert total.core.f1 >= 0.88, total.failures
    assert all(right / asked >= 0.93 for right, asked in total.details.values())
