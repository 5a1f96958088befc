"""Shares, parts and what is left of a whole that is counted sentences away."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.crossing import OF_THEM, is_rest_of_part
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_person, mismatch, shown
from bot.language.quantities import number

_WORDS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "sixth": 1 / 6, "eighth": 0.125}
FRACTION = re.compile(
    r"\b(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<part>third|quarter|fifth|sixth|eighth|tenth)s?"
    r"|(?P<half>half)(?! (?:an?|past)\b)"
    r"|(?P<few>one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of)(?: every)? (?P<many>[a-z]+|\d{1,3})"
    r"|(?P<percent>\d{1,2}(?:\.\d{1,6})?) ?(?:%|per cent|percent))",
    re.IGNORECASE,
)
_THAT_IS = re.compile(rf"^(?: [\w’'-]+){{0,6}}?(?:,? or|,| \(| –| —)(?: or)? {HEDGE}$|^(?: [\w’'-]+){{0,4}} \({HEDGE}$")
_CLOSES = re.compile(r"^(?: [\w’'-]+){0,2}(?:[,.;)]| —| –)")


@lru_cache(maxsize=1024)
def fractions(sentence: str) -> tuple[re.Match[str], ...]:
    """The shares that a sentence tells; several checks ask for them, sentence by sentence."""
    return tuple(FRACTION.finditer(sentence))


def share_of_whole(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "320 nurses left … One in four, or 64 nurses, said": a share and how many it is, of a whole counted anywhere."""
    for match in fractions(sentence.text):
        share = fraction(match)
        at = sentence.start + match.end()
        counts = [f for f in sentence.figures if f.start >= at and f.is_plain and not f.measure]
        is_whole = len(counts) > 1 and _OF.match(sentence.text[match.end() : counts[0].start - sentence.start])
        part = counts[1] if is_whole else counts[0] if counts else None
        words = sentence.text[match.end() : part.start - sentence.start] if part is not None else ""
        if share is None or part is None or not (0 < share < 1) or _MORE.match(sentence.text, match.end()):
            continue
        inside = [f for f in sentence.figures if at <= f.start < part.start and f.is_plain and f.value > part.value]
        if not inside and (not _THAT_IS.match(words) or not _CLOSES.match(sentence.after(part))):
            continue
        if inside and not re.search(rf"(?:,|, or| or) {HEDGE}$|\({HEDGE}$", sentence.between(inside[-1], part)):
            continue
        if OF_THEM.match(sentence.after(part)) and (not inside or part.value <= share * inside[-1].value):
            continue  # "A third of the 90 homes have been sold, 20 of them to people from here"
        wholes = inside or [
            f for s in sentences for f in s.figures
            if f is not part and f.is_plain and not f.measure and f.value > part.value and _is_of(part, f)
        ]  # fmt: skip
        hedged = bool(match.string[max(0, match.start() - 12) : match.start()].rstrip().endswith(_ABOUT)) or bool(
            part.quantity.hedge
        )
        room = (0.05 if hedged else 0.02) + (0.5 / min((w.value for w in wholes), default=1))
        low, high = _bounds(match, room)
        shares = [part.value / w.value - share for w in (*wholes, *_totals(part, sentences))]
        if wholes and not any(low <= apart <= high for apart in shares):
            whole = wholes[0]
            yield Mismatch(
                sentence.start + match.start(),
                part.end,
                f"{match.group()} of {shown(whole.value)} is {shown(round(share * whole.value))}",
            )


_MORE = re.compile(r" (?:more|fewer|less|higher|lower|bigger|larger|smaller)\b")
"""Behind a share that something has grown by: "25% more than the previous peak, 2,240"."""


def _totals(part: Figure, sentences: Sequence[Sentence]) -> Iterator[Figure]:
    """Counts of the story that name nothing, and may so be of anything: "visits rose to 500,000"."""
    for figure in (f for s in sentences for f in s.figures):
        if figure.is_plain and not figure.measure and figure.noun in (None, figure.token) and figure.value > part.value:
            yield figure


def _bounds(match: re.Match[str], room: float) -> tuple[float, float]:
    """How far from a share a part may be: "more than half" is said of three in five as well."""
    hedge = _THAN.search(match.string[: match.start()])
    if hedge is None:
        return -room, room
    return (-_FAR_OFF, room) if hedge["less"] else (-room, _FAR_OFF)


_THAN = re.compile(
    r"\b(?:(?P<less>(?:no|not) (?:more than|over)|at most|up to|nearly|(?<!no )(?:less|fewer) than|under)"
    r"|more than|over|at least|(?:no|not) (?:less|fewer) than) $",
    re.IGNORECASE,
)
_FAR_OFF = 0.15

_THE_SUM = re.compile(
    r"^ (?:of )?(?:the|that|this|its|their) (?:sum|amount|money|total|award|bill|price|fee|fine|cost|budget|grant|loan"
    r"|fund|prize|compensation|damages|debt)(?:,(?: or)?| \(| [—–]) ?$"
)
_OF_IT = re.compile(r"\bof (?:which|this|that),? (?:about |some )?$")
_OR = re.compile(r"^,? (?:or|\() ?$|^ \($")


def share_of_sum(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "ordered to pay £18.54m. … which had deposited half the sum, £7.29m": a share of the one sum of money before."""
    for match in fractions(sentence.text):
        at, share = sentence.start + match.end(), fraction(match)
        part = next((f for f in sentence.figures if f.start >= at), None)
        if part is None or share is None or part.quantity.kind != "money" or part.quantity.hedge:
            continue
        words = sentence.text[match.end() : part.start - sentence.start]
        of_it = _OF_IT.search(sentence.text[: match.start()]) and _OR.match(words)
        if not (of_it or _THE_SUM.match(words)):
            continue
        sums = [f for s in (*before, sentence) for f in s.figures if f.end < at and comparable(f, part)]
        sums = [f for f in sums if f.value > part.value]
        alike = [f for f in sums if 0.6 < share * f.value / part.value < 1.6]
        if len({f.value for f in alike}) == 1 and not any(close(share * f.value, part.value, 0.03) for f in sums):
            right = share * alike[0].value
            yield Mismatch(
                sentence.start + match.start(),
                part.end,
                f"{match.group()} of {shown(alike[0].value)} is {shown(right)}",
            )


_OF = re.compile(r"^ of (?:[\w’'-]+ ){0,3}$")
_ABOUT = ("about", "almost", "nearly", "roughly", "around", "some", "over", "than", "just", "under")


def fraction(match: re.Match[str]) -> float | None:
    """What a match of :data:`FRACTION` is of a whole."""
    if match["half"]:
        return 0.5
    if match["percent"]:
        return float(match["percent"]) / 100
    if match["part"]:
        n = 1.0 if match["n"].lower() in ("a", "an") else number(match["n"])
        return n * _WORDS[match["part"].lower()] if n else None
    few, many = number(match["few"]), number(match["many"])
    return few / many if few and many else None


def _is_of(part: Figure, whole: Figure) -> bool:
    """True when a count may be of a bigger one: the same noun, one left out, or people of two descriptions."""
    if part.lemma is None or part.noun is part.token:
        return True
    return whole.lemma == part.lemma or (is_person(part.lemma) and is_person(whole.lemma or ""))


_OPPOSITES = tuple(
    (re.compile(rf"^[^,;]{{0,40}}?\b(?:{one})\b"), re.compile(rf"^[^,;]{{0,40}}?\b(?:{other})\b"))
    for one, other in (
        ("for|in favou?r", "against|opposed"),
        ("yes", "no"),
        ("hurt|injured|wounded", "unhurt|unharmed|uninjured|unscathed"),
        ("passed", "failed"),
        ("men", "women"),
        ("boys", "girls"),
        ("survived|alive|lived", "died|dead|killed|lost"),
        ("sold|taken|occupied|full", "unsold|free|empty|vacant"),
        ("found", "missing|lost"),
        ("won", "lost"),
    )
)


def opposites(sentence: Sentence) -> Iterator[Mismatch]:
    """ "Of the 54 passengers, 22 were hurt and 42 were unharmed": two parts that leave nothing over."""
    if any(f.quantity.hedge for f in sentence.figures):
        return
    counts = [f for f in sentence.figures if f.is_plain and f.measure in (None, "seat", "vote")]
    if len(counts) != len(sentence.figures) or len(counts) != 3:
        return
    whole, *parts = counts
    of = OF_WHOLE.search(sentence.before(whole)) or re.search(
        r"^[^,;]{0,30}, of which $", sentence.between(*counts[:2])
    )
    if of is None or sum(f.value for f in parts) == whole.value:
        return
    words = [sentence.between(*parts), sentence.after(parts[1])]
    for one, other in _OPPOSITES:
        if (one.match(words[0]) and other.match(words[1])) or (other.match(words[0]) and one.match(words[1])):
            total = sum(f.value for f in parts)
            yield mismatch(parts, f"these make {shown(total)}, not {shown(whole.value)}")
            return


OF_WHOLE = re.compile(r"(?:^|[\s(])[Oo]f (?:the |its |their |about |some |all )*$")
OUT_OF = re.compile(r"^(?: [\w’'-]+)? (?:out )?of (?:the |its |their |all |these |those )+$")
_LEFT_BEFORE = re.compile(
    r"\b(?:other|remaining|last|rest,?|for|missing|to find) (?:some |about )?$|\blooking for (?:some |about )?$"
)
_LEFT_AFTER = re.compile(
    r"^(?: [\w’'-]+){0,3}? (?:are|were|is|was|remain(?:s|ed)?|have|had|has)?(?: (?:still|yet|also|now|been))* ?"
    r"(?:missing|unaccounted|left|outstanding|to be found|unsold|empty|unaffected|unharmed|unhurt)\b"
    r"|^(?: [\w’'-]+){0,2}? remain"
)
_OTHER = re.compile(r"\b[Tt]he (?:other|remaining|rest,?)(?: some| about)? $")


_SELDOM_RIGHT = 0.55
"""As often as not: on unseen text what was left was that of another whole."""


def rest(sentence: Sentence, around: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "Of the 60 boats, 44 had been found … searchers were looking for 26": a part, and what is left of the whole."""
    for whole, part in _of_whole(sentence):
        if part.quantity.hedge or whole.quantity.hedge or whole.value <= part.value:
            continue
        for near in around:
            for left_over in near.figures:
                if (
                    left_over in (whole, part)
                    or not left_over.is_plain
                    or left_over.measure
                    or left_over.quantity.hedge
                    or is_person(left_over.lemma or "") != is_person(whole.lemma or "")
                ):
                    continue
                is_other = _OTHER.search(near.before(left_over)) is not None and near.start >= sentence.start
                left = _LEFT_BEFORE.search(near.before(left_over)) or _LEFT_AFTER.match(near.after(left_over))
                if not is_other and left is None:
                    continue
                others = [
                    f
                    for s in around
                    for f in s.figures
                    if f not in (whole, part, left_over) and f.is_plain and not f.measure
                ]
                total = part.value + left_over.value
                explained = any(close(total + f.value, whole.value) or close(total, f.value) for f in others) or any(
                    abs(a.value - b.value) == left_over.value for a, b in combinations(others, 2)
                )
                if is_rest_of_part(whole.value, part.value, left_over.value, {f.value for f in others}):
                    continue
                if (is_other and total != whole.value and not explained) or (
                    left and total > whole.value and left_over.value < whole.value
                ):
                    what = f"{shown(whole.value)} less {shown(part.value)} is {shown(whole.value - part.value)}"
                    yield replace(mismatch([left_over], what), confidence=_SELDOM_RIGHT)


def _of_whole(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """(whole, part) of "Of the 60 boats, 44 …" and "31 of the 38 sheep"."""
    figures = [f for f in sentence.figures if f.is_plain and not f.measure]
    for one, two in pairwise(figures):
        if (
            OF_WHOLE.search(sentence.before(one))
            and "," in sentence.between(one, two)
            and two.lemma in (None, one.lemma)
        ):
            yield one, two
        elif OUT_OF.match(sentence.between(one, two)):
            yield two, one
