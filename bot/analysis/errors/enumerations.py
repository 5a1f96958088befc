"""How many things a list in running text names: "Solo Ratsimba, 61, a nurse, and Lucien Tovo" are two, or three.

What stands between two commas may be a thing of its own or say more of the one before it ("Maria Lopes, a lawyer"),
so a list has a least and a greatest number.
"""

import re
from dataclasses import dataclass
from itertools import takewhile
from math import inf

from bot.analysis.errors.lexicon import word_set
from bot.language.quantities import number

_AGE = re.compile(
    r", (?:aged )?\d{1,2}(?=,| and\b|[.;:)\n]|$)|,? (?:Jr|Sr|Inc|Ltd|Corp)\.?(?=,| and\b|\.$|$)| ?\([^()]*\)"
)
_END = re.compile(r"[;:\n“”\"?!—()]| [–-] |\.(?=\s+[A-Z“\"]|\s*$)")
_NAME = re.compile(
    r"(?:(?!(?:of|in|from|at|with|on|for|by|near|who|and|or|to|as|under|both|all|than|over)\b)[a-z][\w-]* ){0,4}"
    r"[A-Z][\w’'.&-]*"
    r"(?: (?:[A-Z0-9&][\w’'.&-]*|of|de|da|di|la|van|von|der|the|al|bin|in|from|at|on|for|du|del|y))*"
)
_POST = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:President|Minister|Secretary|Director|Chief|Head|Professor|Chair\w*|Governor|Mayor|Deputy"
    r"|Vice|Captain|Judge|Bishop|Dean|Rector|Coach|Manager|Editor|Lord|Speaker)\b.* (?:of|for|at|in|to) |.*[’']s? [a-z]"
)
_SAYS_MORE = re.compile(
    r"(?:who|which|whose|where|when|of|in|from|with|both|all|each|one|also|then|now|near|at|on|by|formerly|once|aged"
    r"|including|as|not|but|or|plus|for|to|after|before|about|where|and)\b"
)
_UNDER_ONE = re.compile(
    r"(?!(?:an?|the|his|her|its|their|that)\b)(?:[a-z-]+ ){0,3}?(?:in|on|at|to|from|for|with|by|of|near|between|during"
    r"|through|via|after|before|until|since|against|over|under) (?:the )?[A-Z]"
)
"""What names stand under together that are no things of the list: "six schools, on Mondays and Fridays"."""
_ITEM = re.compile(r"(?:(?P<det>an?|the|his|her|its|their|that) )?(?P<rest>[a-zA-Z0-9].*)")
_VERB = re.compile(r"(?:was|were|is|are|had|has|have|will|would|did|could|can|may|said|[a-z]+ed)\b")
_GOES_ON = re.compile(r", (?:was|were|are|have|had|will|would|[a-z]+ed)\b")
_MANY = re.compile(r"(?:couples?|pairs?|twins|family|famil\w+|some|several|many|others?|dozens?|hundreds?|more)\b")
_OWN_NAME = re.compile(r" ((?:[A-Z][\w’'.-]+ )*[A-Z][\w’'.-]+)(?=,|\0|$)")
"""What names the last of a list: "and a former mayor, Colin Webb"."""
_LONGEST = 400
_WORDS = 6
_OF_PEOPLE = word_set(
    "victims passengers people men women boys girls children members suspects defendants candidates others witnesses"
    " sons daughters brothers sisters friends guests survivors dead injured officers players workers teachers"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a list stands, and the fewest and most things that it may be taken to name."""

    start: int
    end: int
    least: float
    most: float


def listing(text: str, start: int, noun: str, by_comma: bool) -> Listing | None:
    """The list that opens here behind a counted noun, by a comma or else by a colon or dash; None where there is none.

    Behind a comma things without names may as well be more of what is told ("two schools, a church and a shop"),
    unless a verb follows them ("both victims, a nurse and a baker, were").
    """
    stop = _END.search(text, start, start + _LONGEST)
    end = stop.start() if stop is not None else min(len(text), start + _LONGEST)
    words = _AGE.sub(lambda m: "\0" * len(m.group()), text[start:end])
    pieces = _pieces(words)
    if pieces is None:
        return None
    items, size, closed = pieces
    if by_comma and not (closed or start + size >= end):
        return None
    named = [item for item in items if _is_name(item)]
    if named:
        return _of_names(start, start + size, items, len(named))
    ends = bool(closed and _GOES_ON.match(text, start + size)) if by_comma else start + size >= end
    return _of_things(start, start + size, items, noun, ends)


def _pieces(words: str) -> tuple[list[str], int, bool] | None:
    """What stands between the commas of a list up to the one behind its "and", its length, whether a comma ends it."""
    items: list[str] = []
    for part in re.finditer(r"[^,]+(?:,|$)", words):
        item = part.group().rstrip(",").replace("\0", "").strip()
        joined = re.match(r"and ", item)
        halves = [item[joined.end() :]] if joined is not None else item.split(" and ")
        if joined is None and (len(halves) < 2 or not (items or _is_pair(item))):
            items.append(item)
            continue
        last, rest = _cut(halves[-1])
        behind = words[part.end() :]
        if not last or len(halves) > 2 or " and " in last or re.match(r" ?and (?!\w+ed\b)", behind):
            return None
        own = None if re.search(r"[A-Z]", last) else _OWN_NAME.match(behind)
        size = part.start() + part.group().rstrip(",").find(last) + len(last)
        closed = not rest and (part.group().endswith(",") or not behind.strip())
        return [*items, *halves[:-1], last if own is None else own[1]], size, closed
    return None


def _is_pair(item: str) -> bool:
    return all(_is_name(half.strip()) for half in item.split(" and "))


def _cut(item: str) -> tuple[str, str]:
    """The last thing of a list, and what goes on behind it: "Ann Hill | were hurt"."""
    name = _NAME.match(item)
    if name is None or re.search(r"[A-Z]", item) is None:
        return item, ""
    return name.group(), item[name.end() :].strip()


def _is_name(item: str) -> bool:
    name = _NAME.fullmatch(item)
    return name is not None and _POST.match(item) is None and re.match(r"The [a-z]", item) is None


def _of_names(start: int, end: int, items: list[str], named: int) -> Listing | None:
    """Names, of which what stands between them may say more."""
    if any(_UNDER_ONE.match(item) for item in takewhile(lambda item: not _is_name(item), items)):
        return None
    others = [item for item in items if not _is_name(item) and _SAYS_MORE.match(item) is None]
    if any(_VERB.search(item) for item in others[:-1]) or len(items) < 2:
        return None
    if not _is_name(items[0]) and len(others) == 1 and len(items) == 2:
        return None
    more = sum(_worth(item) for item in others)
    return Listing(start, end, max(named, len(others)), named + more)


def _worth(item: str) -> float:
    """How many an item may stand for: "three by Corot" for three, "a couple from Bath" for any number."""
    first = item.partition(" ")[0].lower()
    if (value := number(first)) is not None:
        return value
    return inf if _MANY.search(item) or re.match(r"(?:his|her|their|its|the)? ?[a-z-]+s\b", item) else 1


def _of_things(start: int, end: int, items: list[str], noun: str, ends: bool) -> Listing | None:
    """Things without names, which must be alike: all with "a", all with "the", all bare, all of them clauses."""
    found = [_ITEM.fullmatch(item) for item in items]
    if len(items) < 2 or not ends or any(match is None for match in found):
        return None
    kinds = {match["det"] for match in found if match is not None}
    clauses = kinds == {"that"}
    if len({"a" if kind == "an" else kind for kind in kinds}) > 1 or re.search(r"\d|\bor\b", " ".join(items)):
        return None
    if not clauses and any(
        len(item.split()) > _WORDS or _VERB.search(item) or _SAYS_MORE.match(item) or number(item.partition(" ")[0])
        for item in items
    ):
        return None
    if noun in _OF_PEOPLE and any(len(item.split()) > 3 or " of " in item for item in items):
        return None
    return Listing(start, end, len(items), sum(1 if clauses else _worth(item) for item in items))
