"""Pronouns that ask one question: whom several of them in a row seem to mean."""

from collections.abc import Iterator

from bot.analysis.errors.antecedents import Candidate
from bot.analysis.errors.companions import PRONOUNS
from bot.analysis.errors.copy import Copy
from bot.language.tokens import Token

Odd = tuple[Token, Candidate, float]
"""A pronoun, whom it seems to mean and does not fit, and how sure that is."""


def together(copy: Copy, found: list[Odd]) -> Iterator[list[Odd]]:
    """Pronouns of a paragraph or two that seem to mean one person: they are one question, whoever is meant."""
    groups: list[list[Odd]] = []
    for odd in found:
        group = next((group for group in groups if _is_same_question(copy, group[-1], odd)), None)
        if group is None:
            groups.append([odd])
        else:
            group.append(odd)
    for group in groups:
        surest = max(group, key=lambda odd: odd[2])
        yield [surest, *(odd for odd in group if odd is not surest)]


def _is_same_question(copy: Copy, before: Odd, odd: Odd) -> bool:
    (one, meant, _), (other, also, _) = before, odd
    is_one = meant.person is also.person and (meant.person is not None or meant.token is also.token)
    apart = copy.paragraph_number(other.idx) - copy.paragraph_number(one.idx)
    return is_one and PRONOUNS[one.lower_] == PRONOUNS[other.lower_] and apart <= 1
