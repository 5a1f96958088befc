"""What a relation that does not come out is handed on as, and what several relations ask of figures."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod

from bot.analysis.errors.figures import Figure, Sentence, close, comparable

PEOPLE = frozenset(
    {"people", "person", "man", "woman", "child", "boy", "girl", "adult", "student", "pupil", "passenger", "crew"}
    | {"resident", "victim", "patient", "civilian", "migrant", "guest", "juvenile", "casualty", "relative"}
    | {"teenager", "pensioner", "delegate", "member", "soldier", "monk", "nun", "guard", "national", "citizen"}
    | {"pilgrim", "refugee", "athlete", "candidate", "cadet", "individual", "local", "youth", "staff", "hostage"}
)
_PERSON_ENDING = re.compile(r"(?:er|or|ist|ian|ee|ant|ent|man|woman|men)$")
_NOT_PERSONS = frozenset(
    {"order", "letter", "number", "paper", "centre", "center", "tower", "shelter", "container", "theatre", "quarter"}
    | {
        "tent",
        "event",
        "apartment",
        "plant",
        "restaurant",
        "sector",
        "tractor",
        "motor",
        "poster",
        "helicopter",
        "river",
    }
    | {
        "amendment",
        "settlement",
        "department",
        "agreement",
        "accident",
        "incident",
        "cent",
        "chapter",
        "corner",
        "tanker",
    }
    | {
        "freighter",
        "boiler",
        "water",
        "layer",
        "fever",
        "cluster",
        "meter",
        "computer",
        "trailer",
        "statement",
        "percent",
    }
    | {"parliament", "government", "monument", "instrument", "payment", "document", "experiment", "tree", "committee"}
)


_COLLECTIVE = re.compile(
    r"\b(?:jury|panel|class|crew|squad|team|bench|board|cast|staff|party|group|choir|band|committee|council|cabinet|field|fleet"
    r"|flock|herd|force|pool|list|family|orchestra|troupe|gang|bloc|side|delegation|convoy|peloton) of (?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Figures between two offsets of the field that do not come out, and what does."""

    start: int
    end: int
    message: str
    confidence: float | None = None
    """Where it differs from that of the check."""


Relation = Callable[[Sentence, Sentence | None], Iterator[Mismatch]]


_GAPPED = re.compile(
    r"(?:,|;|\band|\bwhile) (?:(?:the|its|their|his|her|a|an) (?:(?!rest |other |remain)[\w’'-]+ ){1,4}"
    r"|(?:[A-Z][\w’'-]*\.? (?:of |and |the )?){1,5}(?:by |with |on )?)$"
)


TOGETHER = re.compile(r"\b(?:together|combined|along) with\b|\bplus\b")
"""Between two figures that no gap is the difference of: "its three seats together with their 16"."""


def is_gapped(between: str) -> bool:
    """True between figures of two holders: "had 41 members, Leeds 28", "Leeds by 28"."""
    return _GAPPED.search(between) is not None


_MORE = re.compile(r"^(?: [\w’'-]+){0,2}? more\b(?![^,;.]{0,60} than\b)")
_AND = re.compile(r"(?:\b(?:and|but|while|with|although|though|as|before|plus)\b|;)[^,;.]{0,60}$")


def is_further(sentence: Sentence, figure: Figure) -> bool:
    """True for more that is told for itself: "from 14 to 19, and three more are to come", no difference of the two."""
    ahead = [f for f in sentence.figures if f.end <= figure.start]
    is_more = bool(ahead) and _MORE.match(sentence.after(figure)) is not None
    return is_more and _AND.search(sentence.between(ahead[-1], figure)) is not None


def mismatch(figures: Sequence[Figure], message: str) -> Mismatch:
    """A mismatch that runs from the first of some figures to the last."""
    return Mismatch(min(f.start for f in figures), max(f.end for f in figures), message)


def is_person(lemma: str) -> bool:
    """True for a noun that most likely names people."""
    return lemma in PEOPLE or (lemma not in _NOT_PERSONS and _PERSON_ENDING.search(lemma) is not None)


_ANYBODY = frozenset({"people", "person", "man", "woman", "adult", "child", "individual", "resident", "victim"})


def are_of_two_kinds(one: Figure, other: Figure) -> bool:
    """True for people of two kinds, "50 applicants" and "80 singers"; guests and people may be the same."""
    both = [figure.lemma for figure in (one, other) if figure.lemma is not None and is_person(figure.lemma)]
    return len(set(both)) > 1 and not _ANYBODY.intersection(both)


def is_group(sentence: Sentence, figure: Figure) -> bool:
    """True for a count that tells how many there are of something: "48 schools", "a jury of 12"."""
    named = figure.lemma is not None and figure.noun is not figure.token
    return named or _COLLECTIVE.search(sentence.before(figure)) is not None


def same_kind(part: Figure, whole: Figure) -> bool:
    """True when a part may be of a whole: one noun, a noun left out, or people of two descriptions."""
    if not comparable(part, whole) or (part.lemma == "time" and whole.lemma != "time"):
        return False  # "at 31 times their earnings" counts nothing
    if not part.is_plain or part.lemma is None or whole.lemma is None or part.lemma == whole.lemma:
        return True
    return is_person(part.lemma) and is_person(whole.lemma)


_MOST_PARTS = 10
"""Of more parts than these some nearly always add up, and trying them all takes time that doubles with each."""


def comes_out(total: float, parts: Sequence[float], slack: float = 0.0) -> bool:
    """True when some of the parts, two or more, add up or multiply to the total, or there are too many to tell."""
    return len(parts) > _MOST_PARTS or any(
        close(sum(some), total, slack) or (size == 2 and close(prod(some), total, slack))
        for size in range(2, len(parts) + 1)
        for some in combinations(parts, size)
    )


def shown(value: float) -> str:
    """A number as an editor writes it: 1,250 or 3.4 million."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"
