"""Outlets by name and by host."""

import pytest

from bot.language.outlets import outlet, outlet_of_host, outlets
from bot.language.tables import fold


@pytest.mark.parametrize(
    ("surface", "name"),
    [("AP", "Associated Press"), ("the Associated Press", "Associated Press"), ("Al-Jazeera’s", "Al Jazeera"),
     ("nyt", "The New York Times"), ("the Guardian", "The Guardian"), ("TIME", "Time"), ("El Pais", "El País")],
)  # fmt: skip
def test_an_outlet_is_known_by_its_aliases(surface: str, name: str) -> None:
    found = outlet(surface)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", ["guardian", "Time", "Sun", "sky", "ap", "Focus", "Metro", "", "Acme"])
def test_ordinary_words_are_no_outlets(word: str) -> None:
    assert outlet(word) is None


def test_a_host_or_subdomain_leads_to_its_outlet() -> None:
    for host in ("bbc.co.uk", "www.bbc.co.uk", "news.bbc.co.uk."):
        found = outlet_of_host(host)
        assert found is not None
        assert found.name == "BBC"
    assert outlet_of_host("notbbc.co.uk") is None
    assert outlet_of_host("co.uk") is None


def test_hosts_and_names_are_unambiguous() -> None:
    hosts = [host for entry in outlets() for host in entry.hosts]
    assert len(hosts) == len(set(hosts))
    names = [fold(entry.name) for entry in outlets()]
    assert len(names) == len(set(names))
    assert len(names) >= 250
