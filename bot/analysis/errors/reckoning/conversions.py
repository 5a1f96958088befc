"""Figures given in two units: lengths, weights, temperatures; sums of money in two currencies."""

import re
from collections.abc import Iterator
from statistics import median

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch
from bot.language.quantities import number

_IN_SI = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "metre": ("length", 1.0), "km": ("length", 1000.0),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144), "mile": ("length", 1609.34),
    "gram": ("mass", 0.001), "kg": ("mass", 1.0), "tonne": ("mass", 1000.0), "ounce": ("mass", 0.02835),
    "pound": ("mass", 0.45359), "stone": ("mass", 6.35), "ton": ("mass", 950.0),
    "hectare": ("area", 10_000.0), "acre": ("area", 4046.86), "square km": ("area", 1e6), "square mile": ("area",
    2.59e6),
    "square metre": ("area", 1.0), "square foot": ("area", 0.0929),
    "litre": ("volume", 1.0), "gallon": ("volume", 4.1), "km/h": ("speed", 1.0), "mph": ("speed", 1.609),
    "knot": ("speed", 1.852), "celsius": ("temperature", 1.0), "fahrenheit": ("temperature", 1.0),
}  # fmt: skip
"""Dimension and size of units. Tons and gallons, which differ between countries, stand in the middle."""
_SPELLINGS = {
    "km": "km|kms|kilomet(?:re|er)s?", "mm": "mm|millimet(?:re|er)s?", "cm": "cm|centimet(?:re|er)s?",
    "metre": "m|met(?:re|er)s?",
    "inch": "in|inch(?:es)?", "foot": "ft|foot|feet", "yard": "yd|yards?", "mile": "mi|miles?", "gram": "g|grams?",
    "kg": "kg|kgs|kilos?|kilogram(?:me)?s?", "tonne": "t|tonnes?|metric tons?", "ounce": "oz|ounces?",
    "pound": "lb|lbs|pounds?",
    "stone": "stone", "ton": "tons?", "hectare": "ha|hectares?", "acre": "acres?", "litre": "lit(?:re|er)s?",
    "gallon": "gallons?", "km/h": "km/h|kph|kmh|kilomet(?:re|er)s (?:per|an) hour",
    "mph": "mph|miles (?:per|an) hour", "knot": "knots?",
    "celsius": "°C|C|degrees Celsius|Celsius", "fahrenheit": "°F|F|degrees Fahrenheit|Fahrenheit",
    "square km": "sq km|square kilomet(?:re|er)s?|km2|km²", "square mile": "sq miles?|square miles?",
    "square metre": "sq m|square met(?:re|er)s?", "square foot": "sq ft|square feet",
}  # fmt: skip
_UNIT = "|".join(_SPELLINGS.values())
_NUMBER = r"(?:-?\d[\d,]{0,12}(?:\.\d{1,4})?(?: (?:million|billion|thousand))?|[a-z]{3,9}(?:[- ][a-z]{3,9})?)"
_PAIR = re.compile(
    rf"(?<![\w.,])(?P<one>{_NUMBER})[ -]?(?P<unit1>{_UNIT})\b(?! per\b)(?:[ -](?!and\b|to\b"
    rf"|per\b)[a-z]{{1,12}}){{0,2}}?"
    rf"(?:,? \(|, or |,? – |,? — |, (?=about |around |roughly ))"
    rf"(?:about |around |roughly |some |nearly |almost |more than |just"
    rf" over |just under |or )?"
    rf"(?P<two>{_NUMBER})[ -]?(?P<unit2>{_UNIT})\b"
)


def units(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "500 miles (600 km)", "40 acres, or 60 hectares"."""
    for match in _PAIR.finditer(sentence.text):
        one, two = number(match.group("one").lstrip("-")), number(match.group("two").lstrip("-"))
        first, second = _unit(match.group("unit1")), _unit(match.group("unit2"))
        if one is None or two is None or first is None or second is None or first == second:
            continue
        (dimension, size), (other, other_size) = _IN_SI[first], _IN_SI[second]
        if dimension != other:
            continue
        if dimension == "temperature":
            sign1, sign2 = (-1 if match.group(g).startswith("-") else 1 for g in ("one", "two"))
            right = one * sign1 * 1.8 + 32 if first == "celsius" else (one * sign1 - 32) / 1.8
            wrong = abs(right - two * sign2) > 2.0
        else:
            right = one * size / other_size
            loose = {first, second} & {"ton", "gallon"}
            wrong = abs(right - two) > max((0.22 if loose else 0.11) * right, 0.6 if two < 20 else 1.0)
        if wrong:
            yield Mismatch(
                sentence.start + match.start(),
                sentence.start + match.end(),
                f"{match.group('one')} {match.group('unit1')} is about {right:.3g} {match.group('unit2')}",
            )


def _unit(words: str) -> str | None:
    return next((unit for unit, forms in _SPELLINGS.items() if re.fullmatch(forms, words)), None)


_RATES = {
    ("EUR", "USD"): (0.8, 1.65), ("GBP", "USD"): (1.0, 2.2), ("GBP", "EUR"): (1.0, 1.8), ("AUD", "USD"): (0.45, 1.15),
    ("CAD", "USD"): (0.58, 1.12), ("NZD", "USD"): (0.38, 0.95), ("JPY", "USD"): (0.005, 0.0145), ("CHF",
    "USD"): (0.55, 1.4),
    ("INR", "USD"): (0.009, 0.03), ("CNY", "USD"): (0.11, 0.18), ("AUD", "GBP"): (0.33, 0.8), ("CAD",
    "GBP"): (0.4, 0.8),
}  # fmt: skip
"""What the first of two currencies has been worth in the second since 1999, at least and at most."""
_BRACKET = re.compile(
    r"^(?: (?!and\b|or\b|to\b)[\w’'-]+){0,2}?(?: \(|, or |,? [–—] )(?:about |around |roughly |some "
    r"|nearly |almost |or )?$"
)


def currencies(text: list[Sentence]) -> Iterator[Mismatch]:
    """Sums given in two currencies: against the rates there have been, and against the other pairs of the article."""
    pairs: dict[tuple[str, str], list[tuple[float, Figure, Figure]]] = {}
    for sentence in text:
        for one, two in zip(sentence.figures, sentence.figures[1:], strict=False):
            a, b = one.quantity, two.quantity
            if (
                a.kind == b.kind == "money"
                and a.unit
                and b.unit
                and a.unit != b.unit
                and a.value
                and b.value
                and _BRACKET.match(sentence.between(one, two))
            ):
                first, second = (
                    (one, two)
                    if (a.unit, b.unit) in _RATES or ((b.unit, a.unit) not in _RATES and a.unit < b.unit)
                    else (two, one)
                )
                key = first.quantity.unit or "", second.quantity.unit or ""
                pairs.setdefault(key, []).append((second.value / first.value, one, two))
    for key, found in pairs.items():
        low, high = _RATES.get(key, (0.0, float("inf")))
        usual = median(rate for rate, _, _ in found)
        for rate, one, two in found:
            if not low <= rate <= high or (len(found) >= 3 and abs(rate / usual - 1) > 0.25):
                yield mismatch(
                    [one, two],
                    f"no rate of {key[0]} to {key[1]} makes these sums equal"
                    if not low <= rate <= high
                    else f"the other sums are converted at {usual:.3g}",
                )
            elif len(found) == 2 and abs(found[1][0] / found[0][0] - 1) > 0.25 and rate == found[1][0]:
                yield mismatch([one, two], f"the sum before is converted at {found[0][0]:.3g}, this one at {rate:.3g}")
