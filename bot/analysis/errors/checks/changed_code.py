"""A flight, case or bill whose digits change places."""

from collections.abc import Iterator

from bot.analysis.errors.codes import changed_codes
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check


@check("fact.code", "Code given in two forms", severity="major", confidence=0.7)
def changed_code(copy: Copy) -> Iterator[Finding]:
    """ "Flight KL1023" and, later, "KL1032"."""
    for here, there in changed_codes(copy):
        yield Finding(
            here,
            f"Possible slip: “{here.text}” here, “{there.text}” elsewhere. Check whether both are meant.",
            evidence=(there,),
        )
