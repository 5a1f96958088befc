import subprocess
import sys
from pathlib import Path


def test_links_survive_kills_and_are_answered_once() -> None:
    """A small run of ``make chaos``: the process is killed between its steps and started again, four times."""
    command = [sys.executable, "-m", "tests.chaos", "--links", "5", "--kills", "4", "--seed", "3"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, check=False, cwd=root, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills, 5 links" in done.stderr
