"""Which nouns stand for animals and things.

The list is made by ``training/build_things.py`` from WordNet 3.1 (WordNet licence).
"""

from functools import cache
from pathlib import Path

from bot.analysis.actors.nouns import FEMALE, GROUPS, MALE, ORGANIZATIONS, PEOPLE, PLACES
from bot.language.tokens import Token

_LIST = Path(__file__).parent / "data" / "things.txt"


def is_thing(noun: Token) -> bool:
    """True for a common noun in the singular that is said of animals or things and never of somebody."""
    return noun.pos_ == "NOUN" and noun.tag_ == "NN" and not noun.ent_type_ and noun.lemma_.lower() in _things()


@cache
def _things() -> frozenset[str]:
    return (
        frozenset(_LIST.read_text(encoding="utf-8").split()) - PEOPLE - MALE - FEMALE - ORGANIZATIONS - GROUPS - PLACES
    )
