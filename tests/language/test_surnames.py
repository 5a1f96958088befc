"""Surnames that tell the gender of who bears them."""

import pytest

from bot.language.surnames import gender


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Katla Jónsdóttir", "f"), ("Jana Nováková", "f"), ("Aigul Nazarova", "f"), ("Olga Tokarskaya", "f"),
        ("Rasa Petrauskienė", "f"), ("Eleni Papadopoulou", "f"), ("Mara Kowalska", "f"), ("Simran Kaur", "f"),
        ("Noor binti Hassan", "f"), ("Saidmurod Nazarov", "m"), ("Salem bin Rashid", "m"),
    ],
)  # fmt: skip
def test_told(name: str, told: str) -> None:
    assert gender(tuple(name.split())) == told


@pytest.mark.parametrize(
    "name",
    ["Rui Villanova", "Lola Villanueva", "Ana Córdova", "Toni Kafka", "Jo Hruska", "Tal Shalev", "Kim Andersson"],
)
def test_open(name: str) -> None:
    assert gender(tuple(name.split())) is None
