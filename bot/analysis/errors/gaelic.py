"""Irish and Scottish Gaelic names, whose first letter changes with the word before: Mairéad, "Naomh Mhairéad"."""

from bot.language.given_names import fold

_LENITED = frozenset("bcdfgmpst")
_ACCENTS = frozenset("áéíóúàèìòù")


def are_lenited(one: str, other: str) -> bool:
    """True for Bréanainn and Bhréanainn: one name, with an h behind its first letter where grammar wants it.

    An accent shows that a name is one of these; elsewhere a stray h is a slip: "Bhrown".
    """
    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    if not _ACCENTS & set(shorter) or shorter[:1] not in _LENITED:
        return False
    return fold(longer) == fold(f"{shorter[0]}h{shorter[1:]}")
