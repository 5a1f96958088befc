"""One thing whose kind changes from one mention to the next."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.thing_kinds import two_kinds


@check("fact.changing-kind", "Thing that changes its kind", severity="major", confidence=0.55)
def changing_kind(copy: Copy) -> Iterator[Finding]:
    """ "The destroyer Kestrel … the submarine", where the text has told of no submarine."""
    for first, later in two_kinds(copy):
        yield Finding(
            later,
            f"Possible mix-up: “{later.text}” stands where the text has told of “{first.text}”, and of no other. "
            "Check which it is.",
            evidence=(first,),
        )
