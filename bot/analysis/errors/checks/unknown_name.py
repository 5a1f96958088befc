"""Somebody speaks who was never introduced."""

from collections.abc import Iterator

from bot.analysis.errors.antecedents import KIN
from bot.analysis.errors.checks.changed_name import likeness
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.single_names import Name, unknown_names
from bot.language import grammar, titles


@check("person.unintroduced", "Speaker who is never introduced", severity="major", confidence=0.65)
def unintroduced(copy: Copy) -> Iterator[Finding]:
    """ "Lund said": a surname that speaks, with no given name, title, age or role anywhere."""
    for unknown in copy.once(unknown_names):
        if unknown.is_titled or not unknown.is_private or unknown.text.lower() in _KIN:
            continue
        names = unknown.names
        if (
            not any(name.speaks for name in names)
            or any(name.is_told_of or _is_hearer(name) for name in names)
            or _is_role_before(names[0])
        ):
            continue
        if any(likeness(unknown.text, person) for person in copy.people if person.is_full):
            continue
        yield Finding(
            copy.of(names[0].piece),
            f"Possible missing introduction: “{unknown.text}” speaks in the article, and nothing says who that is. "
            "Check the name, or introduce the speaker.",
        )


_KIN = KIN | word_set("gran nan nana granny grandma grandpa grandad granddad papa mama mummy daddy auntie pop pops")
"""What those quoted call their own instead of by name: "Gran said she had been told no such thing"."""


def _is_hearer(name: Name) -> bool:
    """True for "told Lund", which may be an outlet."""
    return name.before is not None and name.before.lower_ in ("told", "tells", "telling")


def _is_role_before(name: Name) -> bool:
    """True for "Ms Lund" where the sentences before have somebody without a name act: "The transport chief told"."""
    before = name.piece.doc[max(0, name.piece.start - 45) : name.piece.start - 1]
    subjects = (token for token in before if grammar.relation(token) == "nsubj" and token.tag_ == "NN")
    return name.has_courtesy and any(
        titles.is_role(token.text) and not any(child.pos_ == "PROPN" for child in token.children) for token in subjects
    )
