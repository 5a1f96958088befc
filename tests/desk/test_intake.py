from datetime import UTC, datetime

import pytest

from bot.desk.intake import is_quiet
from bot.settings import DeskSettings


@pytest.mark.parametrize(
    ("hours", "clock", "quiet"),
    [
        ("", "03:00", False),
        ("22:00-07:00", "21:59", False),
        ("22:00-07:00", "22:00", True),
        ("22:00-07:00", "06:59", True),
        ("22:00-07:00", "07:00", False),
        ("12:00-13:00", "12:30", True),
        ("12:00-13:00", "13:00", False),
    ],
)
def test_quiet_hours_may_run_over_midnight(hours: str, clock: str, quiet: bool) -> None:
    now = datetime.fromisoformat(f"2024-06-01T{clock}").replace(tzinfo=UTC)
    assert is_quiet(DeskSettings(quiet_hours=hours), now) is quiet


def test_quiet_hours_follow_their_time_zone() -> None:
    settings = DeskSettings(quiet_hours="22:00-07:00", time_zone="Asia/Tokyo")
    assert is_quiet(settings, datetime(2024, 6, 1, 14, 0, tzinfo=UTC))
    assert not is_quiet(settings, datetime(2024, 6, 1, 23, 0, tzinfo=UTC))
