from pathlib import Path

from tests import load


async def test_links_that_come_faster_than_their_channels_may_be_answered_in_are_all_answered(tmp_path: Path) -> None:
    """A small run of ``python -m tests.load``."""
    figures = await load.run(tmp_path / "data", links=8, channels=2, speed=100.0, readers=1, pace=0.2)
    assert (figures.lost, figures.doubled, figures.briefs) == (0, 0, 8)
    assert figures.memory_start > 0
