"""Numbers, money and percentages in running text, as values with their units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Hedge = Literal["about", "at least", "at most", "more than", "less than"]
QuantityKind = Literal["number", "money", "percent", "ordinal"]

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
_CURRENCY_SIGNS = {
    **{"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₦": "NGN"},
    **{"₱": "PHP", "₫": "VND", "฿": "THB", "₺": "TRY", "₪": "ILS", "₵": "GHS"},
}
_LETTERS = {
    **{"N": "NGN", "R": "ZAR", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "KSh": "KES", "Ksh": "KES"},
    **{"Sh": "KES", "USh": "UGX", "TSh": "TZS", "GH¢": "GHS", "Tk": "BDT", "MK": "MWK", "KES": "KES", "PKR": "PKR"},
    **{code: code for code in ("CHF", "EUR", "USD", "GBP", "SEK", "NOK", "DKK", "AED", "ZMW", "CZK", "PLN", "HUF")},
}
"""Letters that stand before a big sum: "N2.8bn", "Rs 40,000", "CHF 1.2 million"."""
_DOLLARS = {"US": "USD", "C": "CAD", "CA": "CAD", "A": "AUD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "S": "SGD"}
_CURRENCY_WORDS = {
    "dollar": "USD",
    "buck": "USD",
    "pound": "GBP",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "hryvnia": "UAH",
    "won": "KRW",
    "franc": "CHF",
    "peso": "MXN",
    "real": "BRL",
    "reais": "BRL",
    "rand": "ZAR",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "zloty": "PLN",
    "forint": "HUF",
    "lira": "TRY",
    "shekel": "ILS",
    "dirham": "AED",
    "riyal": "SAR",
    "naira": "NGN",
    "cedi": "GHS",
    "shilling": "KES",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht": "THB",
    "dong": "VND",
    "taka": "BDT",
    "dinar": "IQD",
    "leu": "RON",
    "lei": "RON",
    "lev": "BGN",
    "leva": "BGN",
    "koruna": "CZK",
    "tenge": "KZT",
    "lari": "GEL",
    "birr": "ETB",
    "kwacha": "ZMW",
    "kwanza": "AOA",
}
_HEDGES: dict[str, Hedge] = {
    "about": "about",
    "around": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "nearly": "less than",
    "almost": "less than",
    "close to": "about",
    "an estimated": "about",
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "a minimum of": "at least",
    "up to": "at most",
    "as many as": "at most",
    "as much as": "at most",
    "at most": "at most",
    "no more than": "at most",
    "a maximum of": "at most",
    "more than": "more than",
    "over": "more than",
    "upwards of": "more than",
    "less than": "less than",
    "fewer than": "less than",
    "under": "less than",
    "below": "less than",
}
_ORDINAL_WORDS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)

_WORD = "|".join([*sorted(_SMALL, key=len, reverse=True), *(m for m in _MAGNITUDES if len(m) > 3)])
_ARTICLE = r"(?:half\s+an?\s+|an?\s+)(?=hundred|thousand|million|billion|trillion|dozen)"
_SPOKEN = rf"(?P<spoken>(?<![\w-])(?:{_ARTICLE})?(?:{_WORD})(?:(?:[\s-]+|\s+and\s+)(?:{_WORD}))*)(?!\w)"
_DIGITS = r"(?P<digits>(?<![\w.,/])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?))"
_MAGNITUDE = (
    r"(?:\s?(?P<short>bn|tn|trn|mn|m|b|k)\b"
    r"|[\s-](?P<long>hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?\b)"
)
_SIGN = (
    rf"(?:(?<!\w)(?P<dollars>US|CA|C|AU|A|NZ|HK|S)?(?P<sign>[{''.join(_CURRENCY_SIGNS)}])\s?"
    rf"|(?<![\w-])(?-i:(?P<letters>{'|'.join(map(re.escape, sorted(_LETTERS, key=len, reverse=True)))}))\s?"
    r"(?=\d+(?:\.\d+)?(?:,\d{3}|\s?(?:bn|tn|trn|mn|m|k)\b|[\s-](?:thousand|million|billion|trillion|lakh|crore)\b))"
    r"|(?<![\w-])(?-i:(?P<rupees>Rs\.?))\s?(?=\d))"
)
_PERCENT = (
    r"\s?(?P<percent>%)|\s(?P<percent_word>per\s?cent|percent|percentage\s(?=points?\b))(?:\s?(?P<points>points?))?\b"
)
_UNIT = rf"(?:{_PERCENT}|\s(?P<currency>{'|'.join(_CURRENCY_WORDS)})s?\b)"
_HEDGE = rf"(?:\b(?P<hedge>{'|'.join(sorted(_HEDGES, key=len, reverse=True))})\s+)?"
_NOT_AFTER = r"(?!\d|,\d{3}(?:st|nd|rd|th)\b|[/:]\d|(?:s|st|nd|rd|th|\s?[ap]\.?m)\b)"
_NUMBER = re.compile(
    rf"{_HEDGE}(?:{_SIGN}(?P<sum>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)|{_DIGITS}|{_SPOKEN})(?:{_MAGNITUDE})?"
    rf"{_NOT_AFTER}{_UNIT}?",
    re.IGNORECASE,
)
_HANDED_OVER = re.compile(
    r"\b(?:(?:hand|turn|sign|carry|carri)(?:s|ed|ing)?|t[ao]kes?|took|taken|taking|pa(?:ys?|id|ying)|w[io]n"
    r"|laid down|left|rolled|ran|run|knocked) over$"
)
"""The "over" of a verb, which makes a number no less sure: "hand over £4.5 million"."""
_LARGEST = 1e18
"""What no count, sum or place reaches; digits without end would be infinite, which has no whole number."""

_ORDINAL = re.compile(
    r"(?<![\w-])(?:(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)"
    rf"|(?P<word>{'|'.join(_ORDINAL_WORDS)}))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text: ``text[start:end]`` is the number with its sign, magnitude and unit, without the hedge.

    ``unit`` is an ISO 4217 code for money, "%" or "points" for percentages, else None. ``value`` is
    the number times its magnitude; ``hedge`` what the words before it make of it.
    """

    start: int
    end: int
    value: float
    kind: QuantityKind
    unit: str | None = None
    hedge: Hedge | None = None


@lru_cache(maxsize=256)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The cardinal numbers, sums of money and percentages of a text, in order; several readers ask for one text's."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None:
            continue
        told = (
            match["hedge"]
            if match["hedge"]
            and not _HANDED_OVER.search(text[max(0, match.start() - 12) : match.start()] + match["hedge"])
            else None
        )
        start = match.end("hedge") + _spaces(text, match.end("hedge")) if match["hedge"] else match.start()
        kind, unit = _kind(match)
        hedge = _HEDGES[" ".join(told.lower().split())] if told else None
        yield Quantity(start, match.end(), value, kind, unit, hedge)


@lru_cache(maxsize=4)
def ordinals(text: str) -> tuple[Quantity, ...]:
    """The ordinal numbers of a text: "third", "21st"."""
    return tuple(_ordinals(text))


def _ordinals(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        digits, word = match["digits"], match["word"]
        value = float(digits.replace(",", "")) if digits else _ORDINAL_WORDS.index(word.lower()) + 1.0
        if value < _LARGEST:
            yield Quantity(match.start(), match.end(), value, "ordinal")


def number(words: str) -> float | None:
    """The value of a number in words or digits ("twenty-one", "3.5 million"), or None when it is none."""
    match = _NUMBER.fullmatch(words.strip())
    return _value(match) if match else None


def _spaces(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())


def _value(match: re.Match[str]) -> float | None:
    if match["spoken"]:
        return _spoken_value(match["spoken"])
    value = float((match["sum"] or match["digits"]).replace(",", ""))
    magnitude = match["short"] or match["long"]
    value *= _MAGNITUDES[magnitude.lower()] if magnitude else 1
    return value if value < _LARGEST else None


def _spoken_value(words: str) -> float | None:
    """The value of a number in words; None for a run that is no number ("two three")."""
    total, current, share = 0, 0, 1.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "half":
            share = 0.5
        elif word in ("a", "an"):
            current = 1
        elif word in _SMALL:
            if current % 10 or (0 < current % 100 < 20) or (current and _SMALL[word] >= 10 and current % 100):
                return None
            current += _SMALL[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _MAGNITUDES[word]
        elif word in _MAGNITUDES:
            total += max(current, 1) * _MAGNITUDES[word]
            current = 0
    return share * (total + current)


def _kind(match: re.Match[str]) -> tuple[QuantityKind, str | None]:
    if match["percent"] or match["percent_word"]:
        return "percent", "points" if match["points"] else "%"
    if match["rupees"]:
        return "money", "INR"
    if match["letters"]:
        return "money", _LETTERS[match["letters"]]
    if match["sign"]:
        dollars = _DOLLARS.get((match["dollars"] or "").upper())
        return "money", dollars or _CURRENCY_SIGNS[match["sign"]]
    if match["currency"]:
        return "money", _CURRENCY_WORDS[match["currency"].lower()]
    return "number", None
