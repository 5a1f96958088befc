from datetime import UTC, datetime

import pytest

from bot.desk.intake import is_quiet
from bot.jobs.domains import is_allowed
from bot.links import canonicalise
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


@pytest.mark.parametrize("domain", ["bücher.example.org", "xn--bcher-kva.example.org", "www.bücher.example.org"])
@pytest.mark.parametrize("host", ["bücher.example.org", "xn--bcher-kva.example.org", "m.news.BÜCHER.example.org"])
def test_a_domain_may_be_written_as_people_write_it(domain: str, host: str) -> None:
    url = canonicalise(f"https://{host}/politics/story")
    assert not is_allowed(url, DeskSettings(skip_domains=[domain]))
    assert is_allowed(url, DeskSettings(allow_domains=[domain]))
    assert not is_allowed(url, DeskSettings(allow_domains=["buecher.example.org"]))


@pytest.mark.parametrize(
    ("instant", "quiet"),
    [
        # On the last Sunday of March 2024 the clocks of Berlin went from 2 to 3; on that of October from 3 to 2.
        ("2024-03-31T00:59", True),
        ("2024-03-31T01:00", False),
        ("2024-10-27T00:30", True),
        ("2024-10-27T01:30", True),
        ("2024-10-27T02:00", False),
    ],
)
def test_quiet_hours_follow_the_clocks_of_their_zone_when_they_change(instant: str, quiet: bool) -> None:
    settings = DeskSettings(quiet_hours="22:00-03:00", time_zone="Europe/Berlin")
    assert is_quiet(settings, datetime.fromisoformat(instant).replace(tzinfo=UTC)) is quiet
