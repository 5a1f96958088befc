"""Surnames and patronymics that tell the gender of who bears them, in the languages that bend them."""

import re
from typing import Literal

from bot.language.given_names import fold

_OF_WOMEN = re.compile(
    r".{2,}(?:dottir|sdotter)|.{2,}[oe]va|.{3,}(?:skaya|skaia|skaja|ckaya|tskaya)|.{2,}(?:[lnrw]s|dz)ka"
    r"|.{2,}(?:iene|aite|yte|opoulou|iadou|idou|ovna|evna|qizi|kyzy)"
)
_OF_MEN = re.compile(r".{3,}(?:ov|yev|[cs]hev|[nt]ev|[oe]vich|skiy|skii|opoulos)")
_NO_WOMEN = re.compile(r".*(?:nueva|cueva|dova|(?:villa|casa|terra|geno|bella|.ca|\bca)nova)")
"""Ends of Romance names, and of places: "Villanova", "Córdova"."""
_ACCENTED = re.compile(r".{2,}(?:ov|k)á|.{2,}(?:nová|dová)")
_PARTICLES: dict[str, Literal["f", "m"]] = {
    **dict.fromkeys(("bint", "binti", "binte", "walet"), "f"),
    **dict.fromkeys(("bin", "ibn", "ag"), "m"),
}
_OF_SIKH_WOMEN = "kaur"


def gender(words: tuple[str, ...]) -> Literal["f", "m"] | None:
    """What the words behind the given name say; None where they are like those of anybody."""
    told = {_PARTICLES[word] for word in words[1:-1] if word in _PARTICLES}
    if told:
        return told.pop() if len(told) == 1 else None
    last = words[-1].lower()
    plain = fold(last)
    if _ACCENTED.fullmatch(last) or plain == _OF_SIKH_WOMEN:
        return "f"
    if _OF_WOMEN.fullmatch(plain):
        return None if _NO_WOMEN.fullmatch(plain) else "f"
    return "m" if _OF_MEN.fullmatch(plain) else None
