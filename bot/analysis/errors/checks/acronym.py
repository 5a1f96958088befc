"""An abbreviation whose letters are not those of the name it stands for."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "at", "a", "an", "de", "la", "des", "du", "und", "del"}
)
_WORD = r"[A-Z][\w’&.-]*"
_PART = r"(?>[A-Z][\w’&.]{0,40}(?:-(?![A-Z])[\w’&.]{0,40}){0,4})"
"""A word that ends at a hyphen before a capital. Read in one way only, and so in linear time."""
_NAMED = re.compile(
    rf"({_PART}(?:[ -](?:{_PART}|of|the|and|for|in|on|to|at|de|la|&)){{1,9}}) \(([A-Z][A-Za-z&-]{{1,9}})\)"
)
_REVERSED = re.compile(
    rf"\b([A-Z]{{3,8}})(?: [\w]+){{0,2}} \(((?:{_WORD})(?: (?:{_WORD}|of|the|and|for|in|on|to|at|&)){{1,9}})\)"
)
_KNOWN: dict[str, tuple[str, ...]] = {
    "UNHCR": ("High Commissioner for Refugees", "Refugee Agency", "refugee agency"), "UNRWA": ("Relief and Works",),
    "UNICEF": ("Children",), "UNESCO": ("Educational", "Education"), "WHO": ("Health Organi",),
    "WTO": ("Trade Organi",),
    "IAEA": ("Atomic Energy Agency",), "IMF": ("Monetary Fund",), "OSCE": ("Security and Co",),
    "NATO": ("Atlantic Treaty",),
    "OPEC": ("Petroleum Exporting",), "ICC": ("Criminal Court", "Chamber of Commerce", "Cricket Council"),
    "ICJ": ("Court of Justice", "Commission of Jurists"), "WFP": ("Food Programme", "Food Program"),
    "ILO": ("Labour", "Labor"),
    "FAO": ("Food and Agriculture",), "FBI": ("Bureau of Investigation",), "CIA": ("Intelligence Agency",),
    "NSA": ("Security A",), "NASA": ("Aeronautics",), "ESA": ("Space Agency",),
    "ECB": ("Central Bank", "Cricket Board"),
    "ASEAN": ("Southeast Asian", "South-East Asian"),
    "OECD": ("Co-operation and Development", "Cooperation and Development"),
    "UNDP": ("Development Programme", "Development Program"), "UNEP": ("Environment Programme",),
    "IPCC": ("Climate Change",),
    "CDC": ("Disease Control",), "FDA": ("Drug Administration",), "EPA": ("Environmental Protection",),
}  # fmt: skip


@check("fact.acronym", "Abbreviation and name do not fit", severity="major", confidence=0.75)
def acronym(copy: Copy) -> Iterator[Finding]:
    """Abbreviations one letter away from the initials of the name beside them, and known ones beside another name.

    Abbreviations that differ in more letters mostly come from another language and are left alone.
    """
    yield from _of_small_words(copy)
    for pattern, name_group, short_group in ((_NAMED, 1, 2), (_REVERSED, 2, 1)):
        for match, field in copy.matches(pattern):
            name, short = match.group(name_group), match.group(short_group)
            known = _contradicts_known(name, short)
            if not known and ((short.rstrip("s") != short and short[-1] == "s") or not _is_slip(name, short)):
                continue
            yield Finding(
                copy.span(*match.span(short_group if pattern is _NAMED else name_group), field),
                f"Possible slip: the letters of “{short}” do not fit “{name}”. Check both.",
                evidence=(copy.span(*match.span(name_group), field),),
                confidence=0.85 if known else None,
            )


_SMALL_WORDS = re.compile(r"\b((?:[a-z]+[ -]){2,5}[a-z]+) \(([A-Z]{3,5})\)")


def _of_small_words(copy: Copy) -> Iterator[Finding]:
    """ "gross domestic product (GPD)": the right letters in another order."""
    for match, field in copy.matches(_SMALL_WORDS):
        words = re.split(r"[ -]", match.group(1))[-len(match.group(2)) :]
        initials = "".join(word[0] for word in words).upper()
        if initials != match.group(2) and sorted(initials) == sorted(match.group(2)):
            yield Finding(
                copy.span(*match.span(2), field),
                f"Possible slip: the letters of “{match.group(2)}” do not fit “{' '.join(words)}”. Check both.",
                suggestion=initials,
            )


def _contradicts_known(name: str, short: str) -> bool:
    """True when the abbreviation is a known one of another name, and the name has a known one as well."""
    wanted = _KNOWN.get(short)
    if wanted is None or any(part in name for part in wanted):
        return False
    return any(part in name for other, parts in _KNOWN.items() if other != short for part in parts if len(part) > 7)


def _is_slip(name: str, short: str) -> bool:
    letters = [c for c in short.upper() if c.isalpha()]
    if len(letters) < 3 or not short.isupper():
        return False
    forms = {tuple(form) for form in _initials(name)}
    wanted = tuple(letters)
    if any(_fits(form, wanted) for form in forms) or _is_hidden_in(name, wanted):
        return False
    return any(_one_apart(form, wanted) for form in forms)


def _initials(name: str) -> Iterator[list[str]]:
    """Initials of the name and of its endings, small words left out or kept."""
    words = [word for word in re.split(r"[ -]", name) if word]
    for skip in range(min(4, len(words) - 1)):
        rest = words[skip:]
        yield [word[0].upper() for word in rest if word.lower() not in _SMALL or word[0].isupper()]
        yield [word[0].upper() for word in rest if word[0] != "&"]


def _fits(form: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return form == wanted


def _is_hidden_in(name: str, wanted: tuple[str, ...]) -> bool:
    """True when every letter is a capital of the name or the letter after a hyphen, in order ("BioNTech")."""
    capitals = iter([c.upper() for i, c in enumerate(name) if c.isupper() or (i and name[i - 1] in "- ")])
    return all(letter in capitals for letter in wanted)


def _one_apart(form: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """True when one letter is replaced, lost, or swapped with its neighbour."""
    if form[:1] != wanted[:1]:
        return False
    if len(form) == len(wanted):
        differing = [i for i, (a, b) in enumerate(zip(form, wanted, strict=True)) if a != b]
        return len(differing) == 1 or (len(differing) == 2 and sorted(form) == sorted(wanted))
    if len(form) + 1 == len(wanted) and len(wanted) >= 4:
        return any(wanted[:i] + wanted[i + 1 :] == form for i in range(1, len(wanted)))
    return False
