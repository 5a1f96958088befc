"""Offices of towns, firms and courts; what is left of bodies of old; labels and hearsay that need no source."""

import pytest

from tests.analysis.errors.examples import Check


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("office.wrong-body", "Katla Rask, the foreign minister of Akureyri, welcomed the money."),
        (
            "office.wrong-body",
            "The lorry stood near the town of Chilvik. The prime minister of Chilvik, Ann Lund, spoke.",
        ),
        ("office.wrong-body", "The deputy minister of the Labour Court, Ann Lund, welcomed the ruling."),
        ("office.mangled-title", "Transport Secretary-General Ann Lund opened the road."),
        ("person.incompatible-roles", "Kofi Annor, a Ghanaian chemist and Swedish finance minister, spoke."),
        ("fact.defunct-entity", "The West Indies Federation will send two boats next week."),
    ],
)
def test_seen(errors: Check, check: str, text: str) -> None:
    assert check in {error.check for error in errors(text)}


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("office.wrong-body", "The chief minister of Gilgit-Baltistan, Usman Tareen, said so."),
        ("office.wrong-body", "He plays in the Barclays Premier League."),
        ("office.wrong-body", "The American minister, Ann Lund, met the health minister of Mendoza."),
        ("claim.unsourced-label", "He has often been called “the Pelé of the north”. He scored 40 goals last year."),
        ("claim.unsourced-label", "The deal has been described as “a shotgun wedding”, a phrase she dislikes."),
        (
            "claim.hearsay",
            "It is understood that talks will go on. A person close to the firm said both sides wanted a deal.",
        ),
        ("fact.defunct-entity", "She won gold for East Germany in Moscow, and will be buried on Friday."),
        ("fact.defunct-entity", "The administrators of Lehman Brothers will pay creditors another £40m next year."),
        ("fact.acronym", "The National Rivers Authority (NRA) was set up in 1989."),
    ],
)
def test_let_be(errors: Check, check: str, text: str) -> None:
    assert check not in {error.check for error in errors(text)}
