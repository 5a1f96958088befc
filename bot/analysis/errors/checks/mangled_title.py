"""Titles of offices with a word replaced, as synonym spinners leave them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import titles

_POLICY = (
    r"Foreign|Prime|Home|Finance|Defen[cs]e|Interior|Health|Justice|Education|Trade|Energy|Transport|Environment"
    r"|Agriculture|Labour|Labor|Infrastructure|Housing|Culture|Economy|Industry|Shadow|Treasury|Immigration|Tourism"
    r"|Transportation|Commerce"
)
_FIELD = _POLICY.replace("|Prime", "").replace("|Labour|Labor", "").replace("|Shadow", "") + "|Mines|Fisheries"
_NO_FIELD = re.compile(
    rf"(?<![\w-])((?:{_FIELD})(?:,? (?:and |& )?(?:{_FIELD}|[A-Z][a-z]+s))? "
    r"(?:(?:Consul|Secretary)[- ]General|Mayor|Governor|Sheriff"
    r"|Premier|Archbishop|Bishop|Attorney[- ]General|Chief Justice|Surgeon[- ]General|Admiral|Headmaster|Coroner"
    r"|Magistrate|First Minister))(?= [A-Z][a-z]+)"
)
"""A field of policy before an office that has none: "Energy and Mines Consul General"."""
_NOT_PRIME = re.compile(
    r"(?<![\w-])((?:Head|Main|Leading|Primary|Top|Principal|Foremost) (?:Minister|Clergyman|Priest|Pastor|Cleric))"
    r"(?= [A-Z][a-z]|\b)"
)
_CLERGY = "Priest|Clergyman|Clergywoman|Pastor|Cleric|Vicar|Parson|Preacher|Reverend|Typist|Clerk|Stenographer"


@check("office.mangled-title", "Title with a word replaced", severity="critical", confidence=0.85)
def mangled_title(copy: Copy) -> Iterator[Finding]:
    """A ministry's field of policy before a noun that is no office ("Finance Priest"), and bodies built alike."""
    clergy = re.compile(rf"(?<![\w-])((?:{_POLICY}|State|Head|Chief) (?:{_CLERGY}))\b")
    union = re.compile(r"\b[Ss]pokes(?:man|woman|person) (?:for|of) the (Union for (?:[A-Z]\w+|and|,| )+Policy)\b")
    yield from _replaced(copy)
    for pattern in (clergy, _NOT_PRIME, _NO_FIELD, union):
        for match, field in copy.matches(pattern):
            if pattern in (_NOT_PRIME, union) and titles.is_office(match.group(1)):
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible mangled title: “{match.group(1)}” looks like an office with a word replaced. "
                "Check the title of the office.",
            )


_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_TITLES = Path(__file__).parents[1] / "data" / "titles.tsv"


@cache
def _titles() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """The two-word titles of the table, the words put for theirs, and what matches one or both of these."""
    found = []
    for line in _TITLES.read_text(encoding="utf-8").splitlines():
        right, firsts, seconds = line.split("\t")
        first, second = right.split(" ")
        either = rf"(?:{firsts}) (?:{second}|{seconds})|{first} (?:{seconds})"
        put = frozenset(_CAPITALISED.findall(f"{firsts} {seconds}"))
        found.append((right, put, re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")))
    return tuple(found)


def _replaced(copy: Copy) -> Iterator[Finding]:
    """Names of offices and bodies with a word replaced by a synonym, capitals and all: "Evil President"."""
    present = frozenset(_CAPITALISED.findall(copy.title + "\n" + copy.text))
    for right, put, pattern in _titles():
        if not put & present:
            continue
        for match, field in copy.matches(pattern):
            before = (copy.title if field == "title" else copy.text)[: match.start()].split()[-1:]
            if match.group() == "Minister General" and before and before[0].istitle():
                continue  # "Defence Minister General Ada Lund", a soldier
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible mangled title: “{match.group()}” may stand for “{right}”. Check the name.",
                suggestion=right,
            )
