"""Sums, shares, changes and conversions that do not come out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count, counts
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number, quantities
from bot.model import Span

_NUM = (
    r"(?:[$£€¥] ?)?(?:\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)"
    r"(?: (?:million|billion|thousand|trillion|hundred)| ?(?:bn|m|k)\b)?"
)
_UNIT = r"(?: ?(?:euros?|dollars?|pounds?|percent|per cent|%|tonnes?|people|points?|cents?|[a-z]{3,12}))??"


@check("number.arithmetic", "Sum that does not come out", severity="critical", confidence=0.75)
def arithmetic(copy: Copy) -> Iterator[Finding]:
    """Each rule recomputes one figure from two others of the same sentence, or of one event."""
    for sentence in copy.body.sents:
        span = copy.trimmed(sentence.start_char, sentence.end_char)
        for rule in (_parts_of_total, _change, _sum, _margin, _share, _shares_of_whole, _conversion, _two_halves):
            yield from rule(copy, span)
    yield from _direction(copy)
    yield from _fates(copy)
    yield from _yearly_steps(copy)


def _at(copy: Copy, sentence: Span, start: int, end: int) -> Span:
    """The stretch of a sentence between two offsets in it."""
    return copy.trimmed(sentence.start + start, sentence.start + end)


def _finding(place: Span, message: str) -> Finding:
    return Finding(place, f"Possible miscalculation: {message}. Check the figures.")


_OF_THE = re.compile(
    rf"\b[Oo]f (?:the|its|their|his|her|all|these|those|some|more than|about) ({_NUM}) [\w’ -]{{2,40}}?, (?:only "
    rf"|some |about )?({_NUM}) "
    rf"[^.;]{{2,60}}?(?:,| and| while| but)(?: and| while| but)? (?:only |the other |another |some )?({_NUM}) [a-z]"
)


def _parts_of_total(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "Of the 40 students, 25 passed and 20 failed"."""
    for match in _OF_THE.finditer(span.text):
        total, one, two = (number(_plain(g)) for g in match.groups())
        if (
            total
            and one
            and two
            and one + two > total
            and two < total
            and "also" not in match.group()
            and "both" not in match.group()
        ):
            yield _finding(
                _at(copy, span, match.start(1), match.end(3)), f"{one:g} and {two:g} are more than {total:g}"
            )


_CHANGE = re.compile(
    rf"\bfrom ({_NUM}){_UNIT} (?:[a-z0-9 ]{{0,30}}?)?to ({_NUM}){_UNIT}(?: [a-z0-9 ]{{0,30}}?)?,? ?(?:\(|—|–|- )?"
    rf"(?:(?:an?|the) )?(?:[a-z]+ )?(?:(increase|rise|jump|gain|growth|surge|hike|decrease|fall|drop|decline|cut"
    rf"|loss|reduction) of "
    rf"(?:about |almost |nearly |roughly |some |around |more than |just over |just under )?({_NUM}) ?(percent"
    rf"|per cent|%)?|"
    rf"({_NUM})[ -]?(percent|per cent|%) (increase|rise|jump|gain|growth|surge|hike|decrease|fall|drop|decline"
    rf"|cut|loss|reduction))"
)


def _change(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "from 200 to 300, a rise of 40 percent"."""
    for match in _CHANGE.finditer(span.text):
        old, new = number(_plain(match.group(1))), number(_plain(match.group(2)))
        stated = number(_plain(match.group(4) or match.group(6)))
        if not old or not new or stated is None:
            continue
        if match.group(5) or match.group(7):
            right = abs(new - old) / old * 100
            points = abs(new - old)
            if (
                "%" in match.group(1) + match.group(2) + span.text[match.end(1) : match.end(1) + 9]
                and abs(points - stated) < 0.6
            ):
                continue
            if abs(right - stated) > max(1.0, 0.06 * right):
                yield _finding(
                    _at(copy, span, match.start(), match.end()),
                    f"from {old:g} to {new:g} is a change of {right:.0f} percent",
                )
        elif abs(abs(new - old) - stated) > 0.06 * abs(new - old) + 1e-9:
            yield _finding(
                _at(copy, span, match.start(), match.end()),
                f"from {old:g} to {new:g} is a difference of {abs(new - old):g}",
            )


_SUM = re.compile(
    rf"\b({_NUM}) [^.,;]{{2,40}}? and ({_NUM}) [^.;]{{2,40}}?,? (?:for|making|giving|bringing|or)(?: a| the"
    rf"| in)*(?: grand| combined)? "
    rf"(?:total|sum)(?: of| to|,)? ({_NUM})"
)


def _sum(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "12 men and 15 women, a total of 30"."""
    for match in re.finditer(_SUM.pattern.replace("(?:for|making", "(?:for|a|making"), span.text):
        values = [number(_plain(g)) for g in match.groups()]
        inside = [q for q in quantities(span.text[match.start() : match.end()]) if q.kind != "percent"]
        one, two, total = values
        if one and two and total and len(inside) == 3 and abs(one + two - total) > 0.011 * total:
            yield _finding(_at(copy, span, match.start(), match.end()), f"{one:g} and {two:g} make {one + two:g}")


_VOTE = re.compile(
    rf"\b(?:by|of) ({_NUM})(?: votes)?(?: to |–|-| votes to )({_NUM})(?: votes)?[^.;]{{0,40}}?\b(?:majority"
    rf"|margin|lead) of (?:just |only )?({_NUM})"
    rf"|\b(?:majority|margin|lead) of (?:just |only )?({_NUM})(?: votes)?[^.;]{{0,20}}?\b({_NUM})(?: to |–)({_NUM})"
)


def _margin(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "by 52 votes to 45, a majority of nine"."""
    for match in _VOTE.finditer(span.text):
        groups = [number(_plain(g)) for g in match.groups() if g]
        if len(groups) != 3 or None in groups:
            continue
        a, b, margin = groups if match.group(1) else (groups[1], groups[2], groups[0])
        if a is not None and b is not None and margin is not None and abs(abs(a - b) - margin) > 0.011 * max(a, b):
            yield _finding(_at(copy, span, match.start(), match.end()), f"{a:g} to {b:g} is a margin of {abs(a - b):g}")


_SHARE = re.compile(
    rf"\b({_NUM})(?: [\w’-]+)?(?: out)? of (?:the |its |their |all "
    rf"|a total of )?({_NUM})(?: [\w’-]+){{0,3}} ?(?:\(|, or |, |—|– ?)"
    rf"(?:or )?(?:about |almost |nearly |roughly |some |around |just over "
    rf"|just under )?(\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)
_FRACTIONS = {
    "half": 0.5,
    "a third": 1 / 3,
    "one third": 1 / 3,
    "a quarter": 0.25,
    "two thirds": 2 / 3,
    "three quarters": 0.75,
}


def _share(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "30 of the 40 members, or 60 percent"."""
    for match in _SHARE.finditer(span.text):
        part, whole, percent = (number(_plain(g)) for g in match.groups())
        if part and whole and percent and part < whole and abs(100 * part / whole - percent) > 1.01:
            yield _finding(
                _at(copy, span, match.start(), match.end()),
                f"{part:g} of {whole:g} is {100 * part / whole:.0f} percent",
            )


def _shares_of_whole(copy: Copy, span: Span) -> Iterator[Finding]:
    """Votes or answers whose shares make more than a hundred percent."""
    if not re.search(r"\b(?:against|while|compared with|and|followed by)\b", span.text) or not re.search(
        r"\b(?:vot\w+|respondents|poll\w*|in favou?r|against|opposed|undecided|abstain\w*)\b", span.text
    ):
        return
    shares = [q for q in quantities(span.text) if q.kind == "percent" and q.unit == "%"]
    joined = [span.text[a.end : b.start] for a, b in pairwise(shares)]
    if len(shares) >= 2 and sum(q.value for q in shares) > 101.5 and all(q.value < 100 for q in shares):
        opposed = re.search(r"\b(?:against|opposed|no|rejected|oppose)\b", span.text) and re.search(
            r"\b(?:for|in favou?r|yes|backed|supported|approve\w*|support)\b", span.text
        )
        if opposed and not any(
            re.search(r"\b(?:turnout|up from|down from|from|last|of those|of them|women|men)\b", j) for j in joined
        ):
            total = sum(q.value for q in shares)
            yield _finding(_at(copy, span, shares[0].start, shares[-1].end), f"the shares make {total:g} percent")


_UNITS_PER: dict[tuple[str, str], tuple[float, float]] = {
    ("mile", "km"): (1.609, 0), ("km", "mile"): (0.6214, 0), ("foot", "metre"): (0.3048, 0),
    ("metre", "foot"): (3.281, 0),
    ("inch", "cm"): (2.54, 0), ("cm", "inch"): (0.3937, 0), ("pound", "kg"): (0.4536, 0), ("kg", "pound"): (2.205, 0),
    ("acre", "hectare"): (0.4047, 0), ("hectare", "acre"): (2.471, 0), ("yard", "metre"): (0.9144, 0),
    ("metre", "yard"): (1.094, 0),
    ("gallon", "litre"): (3.785, 0), ("litre", "gallon"): (0.2642, 0), ("c", "f"): (1.8, 32),
    ("f", "c"): (1 / 1.8, -32 / 1.8),
    ("mph", "km/h"): (1.609, 0), ("km/h", "mph"): (0.6214, 0),
}  # fmt: skip
_NAMES_OF_UNITS = {
    "miles": "mile", "mile": "mile", "mi": "mile", "km": "km", "kilometres": "km", "kilometers": "km",
    "kilometre": "km",
    "kilometer": "km", "feet": "foot", "foot": "foot", "ft": "foot", "metres": "metre", "meters": "metre",
    "metre": "metre",
    "meter": "metre", "m": "metre", "inches": "inch", "inch": "inch", "in": "inch", "cm": "cm", "centimetres": "cm",
    "centimeters": "cm", "pounds": "pound", "lbs": "pound", "lb": "pound", "kg": "kg", "kilograms": "kg", "kilos": "kg",
    "acres": "acre", "hectares": "hectare", "ha": "hectare", "yards": "yard", "gallons": "gallon", "litres": "litre",
    "liters": "litre", "°c": "c", "°f": "f", "c": "c", "f": "f", "mph": "mph", "km/h": "km/h", "kph": "km/h",
    "kmh": "km/h",
    "degrees celsius": "c", "degrees fahrenheit": "f",
}  # fmt: skip
_CONVERSION = re.compile(
    r"(-?\d[\d,]{0,20}(?:\.\d{1,9})?)[ -]?([A-Za-z°/]{1,12}(?: (?:Celsius|Fahrenheit))?)"
    r"(?: [a-z]{1,20})? ?\((?:about |around "
    r"|roughly |some |nearly |almost |more than )?"
    r"(-?\d[\d,]{0,20}(?:\.\d{1,9})?)[ -]?([A-Za-z°/]{1,12}(?: (?:Celsius|Fahrenheit))?)\)"
)


def _conversion(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "500 miles (600 km)"."""
    for match in _CONVERSION.finditer(span.text):
        units = tuple(_NAMES_OF_UNITS.get(match.group(i).lower(), "") for i in (2, 4))
        if units not in _UNITS_PER:
            continue
        factor, offset = _UNITS_PER[units[0], units[1]]
        given, stated = float(match.group(1).replace(",", "")), float(match.group(3).replace(",", ""))
        right = given * factor + offset
        if abs(right - stated) > max(0.12 * abs(right), 1.0 if units[0] not in ("foot", "inch") else 0.6):
            yield _finding(
                _at(copy, span, match.start(), match.end()),
                f"{match.group(1)} {match.group(2)} is about {right:.3g} {match.group(4)}",
            )


_MULTIPLIED = re.compile(
    rf"\b({_NUM}) [\w -]{{2,30}}?,? (?:at|costing|worth|of) ({_NUM}){_UNIT} (?:each"
    rf"|apiece)[^.;]{{0,40}}?\b(?:total|altogether|in all)(?: of| to)? ({_NUM})"
)


def _two_halves(copy: Copy, span: Span) -> Iterator[Finding]:
    """ "12 buses at 2 million each, a total of 30 million"."""
    for match in _MULTIPLIED.finditer(span.text):
        many, each, total = (number(_plain(g)) for g in match.groups())
        if many and each and total and abs(many * each - total) > 0.05 * total:
            yield _finding(_at(copy, span, match.start(), match.end()), f"{many:g} times {each:g} is {many * each:g}")


_MOVE = re.compile(
    r"\b(?:(?P<down>drop|fell|fall|declin|decreas|slump|plung|plummet|slip|shr[aiu]nk|sank|cut|lower|reduc|tumbl)|(?P<up>rose|rise|climb|increas"
    r"|jump|surg|grew|grow|soar|rais))[a-z]*(?: [a-z]+)?? to (?:about |almost |nearly |roughly |some |around "
    r"|approximately |just |only )?"
)


def _direction(copy: Copy) -> Iterator[Finding]:
    """ "from 70 percent … it has dropped to 76 percent": a figure that moves the other way than its verb."""
    found = [q for q in quantities(copy.text) if q.kind in ("percent", "money")]
    for match in _MOVE.finditer(copy.text):
        new = next((q for q in found if abs(q.start - match.end()) <= 2), None)
        if new is None:
            continue
        sentence = copy.body.char_span(new.start, new.end, alignment_mode="expand")
        earlier = [q for q in found if q.end < match.start() and q.unit == new.unit and match.start() - q.end < 110]
        if sentence is None or not earlier or earlier[-1].start < sentence.sent.start_char:
            continue
        old = earlier[-1]
        between = copy.text[old.end : match.start()]
        if re.search(
            r"\b(?:by|of which|while|whereas|but the|compared|and the)\b|;",
            copy.text[old.start - 4 : old.start] + between,
        ):
            continue
        if (match.group("down") and new.value > old.value) or (match.group("up") and new.value < old.value):
            yield Finding(
                copy.span(match.start(), new.end),
                f"Possible contradiction: from {copy.text[old.start : old.end]} this moves the other way. Check "
                f"the figures.",
                evidence=(copy.span(old.start, old.end),),
            )


_ABOARD = re.compile(
    rf"\b({_NUM})(?: other)? (?:people|passengers|crew|men|migrants|pilgrims"
    rf"|tourists)?(?: and crew)? ?(?:were )?(?:on board|aboard)\b"
)


def _fates(copy: Copy) -> Iterator[Finding]:
    """The dead, rescued and missing of one vehicle against those on board."""
    aboard = [m for m in _ABOARD.finditer(copy.text) if number(_plain(m.group(1)))]
    totals = {number(_plain(m.group(1))) for m in aboard}
    if len(totals) != 1:
        return
    total = totals.pop() or 0.0
    sentence_of: dict[int, dict[str, Count]] = {}
    for count in counts(copy.body, "text"):
        if count.outcome in ("killed", "rescued", "missing"):
            span = copy.body.char_span(count.quantity.start, count.quantity.end, alignment_mode="expand")
            if span is not None:
                sentence_of.setdefault(span.sent.start, {}).setdefault(count.outcome, count)
    for fates in sentence_of.values():
        whole = sum(count.value for count in fates.values())
        if len(fates) >= 2 and whole > total:
            first, last = sorted(fates.values(), key=lambda c: c.quantity.start)[:: len(fates) - 1]
            yield Finding(
                copy.span(first.quantity.start, last.quantity.end),
                f"Possible miscalculation: these make {whole:g}, and {total:g} were on board. Check the figures.",
                evidence=(copy.span(*aboard[0].span()),),
            )


_OVER_YEARS = re.compile(
    r"(\d{1,9}(?:\.\d{1,9})?) ?(?:percent|per cent|%)(?: [\w’-]{1,40}){0,4} (?:over|in|across) (?:the next )?(two"
    r"|three) (?:years|stages|steps)"
)
_STEP = re.compile(
    r"by (\d+(?:\.\d+)?) ?(?:percent|per cent|%)(?: [\w’-]+){0,5}?,? (?:and|then)(?: by)?(?: a)?(?: further"
    r"| another)? (\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)


def _yearly_steps(copy: Copy) -> Iterator[Finding]:
    """A rise stated as a whole and again by its steps; compounding is allowed for."""
    wholes = list(_OVER_YEARS.finditer(copy.text))
    steps = [m for m in _STEP.finditer(copy.text) if re.search(r"further|another|then", m.group())]
    if len(wholes) != 1 or len(steps) != 1 or wholes[0].group(2) != "two":
        return
    whole, (one, two) = float(wholes[0].group(1)), (float(g) for g in steps[0].groups())
    if min(abs(one + two - whole), abs(((1 + one / 100) * (1 + two / 100) - 1) * 100 - whole)) > 0.6:
        yield Finding(
            copy.span(*steps[0].span()),
            f"Possible miscalculation: the steps make {one + two:g} percent, the whole is given as {whole:g}. "
            f"Check the figures.",
            evidence=(copy.span(*wholes[0].span()),),
        )


def _plain(text: str) -> str:
    return text.strip().lstrip("$£€¥ ")
