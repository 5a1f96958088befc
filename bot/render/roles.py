"""What somebody is, in about five words of the article."""

from typing import Final

WORDS: Final = 5
"""Words that say something; those that only join others are not counted."""
_JOINING: Final = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}
)


def short_role(role: str) -> str:
    """The role when it is short, else its beginning and "…": up to a comma if there is one, never half a name.

    ``role`` is cleaned, on one line.
    """
    words = role.split()
    telling = [at for at, word in enumerate(words) if word.casefold() not in _JOINING]
    if len(telling) <= WORDS:
        return role
    cut = telling[WORDS]
    commas = [at + 1 for at in range(1, cut) if words[at].endswith((",", ";"))]
    cut = commas[-1] if commas else _before_name(words, cut)
    while words[cut - 1].casefold() in _JOINING:
        cut -= 1
    return " ".join(words[:cut]).rstrip(" ,;:–—-") + "…"


def _before_name(words: list[str], cut: int) -> int:
    """Where to cut instead when that would divide a name of several words; the same place when it is all one name."""
    start = cut
    while start and words[start][:1].isupper() and words[start - 1][:1].isupper():
        start -= 1
    return start if start > 1 else cut
