"""News organisations: their names, aliases and hosts, from a table of our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.language.tables import fold, is_capitals, listed, rows

OutletKind = Literal["agency", "newspaper", "broadcaster", "magazine", "online"]

_NEED_CUE = frozenset(
    {
        "time",
        "focus",
        "metro",
        "sky",
        "times",
        "nation",
        "independent",
        "insider",
        "vice",
        "fortune",
        "inquirer",
        "star",
    }
    | {"sun", "mirror", "express", "standard", "observer", "i", "age", "australian", "national", "herald", "variety"}
    | {"dawn", "public", "publico", "stuff", "wired", "vanguard", "slate", "salon", "tempo", "punch", "ms now", "crux"}
    | {"spectator", "economist", "wire", "hill", "scroll", "sputnik", "insider", "daily news", "kan", "vox", "metro"}
    | {"diplomat", "conversation", "atlantic", "intercept", "abc", "apa", "spa", "pa", "mena", "channel one", "reforma"}
    | {"panorama", "guardian", "channel 4", "globo", "asahi", "folha", "dw", "ani", "ap", "pap", "aa", "sana", "stuff"}
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation. ``hosts`` are registrable hosts without "www."."""

    name: str
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]
    kind: OutletKind


def outlet(surface: str) -> Outlet | None:
    """The outlet of that name or alias; case, accents, "the" and hyphens do not matter, except that

    a name that is an ordinary word or a short abbreviation must be written as outlets write theirs:
    "AP" and "the Guardian" are outlets, "ap", "guardian" and "Time after time" are not.
    """
    found = _by_name().get(fold(surface))
    if found is None or (fold(surface) in _NEED_CUE and not _looks_named(surface, found)):
        return None
    return found


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet that publishes at a host or one of its subdomains: "edition.cnn.com" is CNN."""
    labels = host.lower().rstrip(".").split(".")
    for first in range(len(labels) - 1):
        found = _by_host().get(".".join(labels[first:]))
        if found is not None:
            return found
    return None


def outlets() -> Iterator[Outlet]:
    """Every outlet of the table."""
    yield from _all()


def _looks_named(surface: str, found: Outlet) -> bool:
    """True when an ambiguous name is spelt exactly as the outlet or an alias, "the" in either case."""
    spelt = surface.strip().removesuffix("'s").removesuffix("’s")
    forms = (found.name, *found.aliases)
    if spelt in forms or spelt.replace("the ", "The ", 1) in forms:
        return " " in spelt or is_capitals(spelt)
    return False


@cache
def _all() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(row["name"], tuple(listed(row["aliases"])), tuple(listed(row["hosts"])), _kind(row["kind"]))
        for row in rows("outlets.tsv")
    )


def _kind(cell: str) -> OutletKind:
    kinds: dict[str, OutletKind] = {
        "agency": "agency",
        "newspaper": "newspaper",
        "broadcaster": "broadcaster",
        "magazine": "magazine",
        "online": "online",
    }
    return kinds[cell]


@cache
def _by_name() -> dict[str, Outlet]:
    names: dict[str, Outlet] = {}
    for entry in _all():
        for name in (entry.name, *entry.aliases):
            names.setdefault(fold(name), entry)
    return names


@cache
def _by_host() -> dict[str, Outlet]:
    return {host: entry for entry in _all() for host in entry.hosts}
