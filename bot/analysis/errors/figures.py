"""The figures of a text as a copy editor reckons with them: value, unit, the noun counted, and their sentence.

Years, days of the month, clock times, ages, scores and labels ("Article 5") are no figures: nobody adds them up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language import grammar
from bot.language.quantities import Quantity, quantities
from bot.language.tokens import Doc, Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)"
)
_LABEL = re.compile(
    r"(?:\b(?:No\.?|[Nn]umbers?|Articles?|Section|Channel|Chapter|pages?|Flight|Route|Highway|Room|Group|Phase|Class|Act"
    rf"|Resolution|Unit|Platform|Gate|Pier|Ward|District|Bill|clause|{_MONTH}\.?|aged?|at|turned|under|over)|#) ?$"
)
_SENTENCE_END = re.compile(rf"{_MONTH}\. $")
"""What stands before a number of its own: "in July. Eleven are from Europe"."""
_CONTINUES = re.compile(r"(?:\d|\b(?:an?|one|two|three|four|five|six)) (?:hours?|minutes?|feet|foot|stone)(?: and)? $")
"""What stands before the second part of one measure: "1 minute 12 seconds"."""
_NO_COUNT_AFTER = re.compile(
    rf" {_MONTH}\b|,? (?:19|20)\d\d\b| ?(?:am|pm|a\.m|p\.m|o[’']clock|GMT|UTC)\b|[:/]\d|[- ]years?[- ]olds?\b"
    r"|[–-]\d|, (?:of|from|a|an|who)\b(?<=\d, )"
)
_MEASURES = {
    **dict.fromkeys(("second", "sec"), "second"),
    **dict.fromkeys(("minute", "min"), "minute"),
    **dict.fromkeys(("hour", "hr"), "hour"),
    **{unit: unit for unit in ("day", "night", "week", "fortnight", "month", "year", "decade", "acre", "hectare")},
    **dict.fromkeys(("km", "kilometre", "kilometer"), "km"),
    **dict.fromkeys(("m", "metre", "meter"), "metre"),
    **dict.fromkeys(("cm", "centimetre", "centimeter"), "cm"),
    **dict.fromkeys(("kg", "kilo", "kilogram", "kilogramme"), "kg"),
    **dict.fromkeys(("foot", "feet", "ft"), "foot"),
    **dict.fromkeys(("litre", "liter"), "litre"),
    **{
        unit: unit
        for unit in ("mile", "yard", "inch", "pound", "gallon", "tonne", "ton", "barrel", "megawatt", "degree")
    },
    **{unit: unit for unit in ("vote", "seat", "point", "goal", "page", "mph", "kmh")},
}
_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade"})
_MEASURE = re.compile(rf"[ -]({'|'.join(sorted(_MEASURES, key=len, reverse=True))})(?:s|es)?\b|(km|cm|kg|mph|kmh)\b")
"""A measure behind a number, an abbreviation also right behind it: "177km"."""


_ELLIPTIC = re.compile(r"\d[,.]?(?: \w+)? and (?:the )?[A-Z][a-z]+ $|\bRs\.? $|\b[A-Z][a-z]+ing $")
"""What stands before a figure, not the number of a road or a plane: "Jones made 31 and Patel 45", "Rs 610"."""
_TOLD_AT = re.compile(
    r"\b(?:put|puts|figures?|numbers?|totals?|count|toll|estimate[ds]?|valued|stood|stands|remain(?:s|ed)?|set|stuck|reckoned)"
    r"(?: [\w’'-]+){0,3} at $"
)
"""What makes the number behind "at" no age: "put its own figure at 28, …"."""
_AGED = re.compile(r"\b(?:boy|girl|child|baby|son|daughter|man|woman|lad|youth|widow|widower|toddler|teenager) of $")
"""What stands before an age in words: "a boy of two"."""
_TO_AGE = re.compile(r"\b(?:aged?|ages)(?: from| between| of)? \d{1,3} (?:to|and) $")
"""What stands before the second of two ages: "volunteers aged 50 to 90"."""
_BY_AGE = re.compile(r"\b(?:oldest|youngest|eldest)(?: of (?:them|whom|these|those))?,?(?: is| was| being)? $")
"""What stands before an age that may be told without a verb: "the oldest was 61 and the youngest 17"."""
_AGE_ENDS = re.compile(r"[,.;:)”\"]|$| (?:and|who|was|is|had|has|in|at|from|with)\b")

_GAPS = frozenset({"after", "afterwards", "later", "before", "earlier", "ago", "since", "between", "until"})
"""What follows a time that lies between two things."""

_OLDEST = 120
"""What is more than this is nobody's age."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``quantity`` with its offsets in the field, the word it is read from, and the noun it counts."""

    quantity: Quantity
    token: Token
    noun: Token | None
    measure: str | None

    @property
    def value(self) -> float:
        """The number itself."""
        return self.quantity.value

    @property
    def start(self) -> int:
        """Where the number starts in its field."""
        return self.quantity.start

    @property
    def end(self) -> int:
        """Where the number ends in its field."""
        return self.quantity.end

    @property
    def lemma(self) -> str | None:
        """The lemma of the noun that is counted."""
        return self.noun.lemma_.lower() if self.noun is not None else None

    @property
    def measure_of_time(self) -> bool:
        """True for a stretch of time: "three years"."""
        return self.measure in _TIMES

    @property
    def is_gap(self) -> bool:
        """True for the time from one thing to another, in which nothing need go on: "14 months after the raid"."""
        words = self.token.doc[self.token.i + 1 : self.token.i + 3]
        return self.measure_of_time and any(word.lower_ in _GAPS for word in words)

    @property
    def of_what(self) -> frozenset[str]:
        """What a stretch of time is a part of: "14 nights of the festival"."""
        if self.noun is None or not self.measure_of_time:
            return frozenset()
        return frozenset(noun.lemma_.lower() for how, noun in grammar.modifiers(self.noun) if how == "of")

    @property
    def is_of_whole(self) -> bool:
        """True for "14 nights of the festival"; "12 nights of music" may be nights of the same."""
        parts = [noun for how, noun in grammar.modifiers(self.noun) if how == "of"] if self.noun is not None else []
        return bool(self.of_what) and any(grammar.related(noun, "det", "nmod:poss") for noun in parts)

    @property
    def is_plain(self) -> bool:
        """True for a count, False for money and percentages."""
        return self.quantity.kind == "number"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a field and its figures in their order. ``start`` is its offset in the field."""

    text: str
    start: int
    figures: tuple[Figure, ...]

    def before(self, figure: Figure) -> str:
        """The sentence up to a figure."""
        return self.text[: figure.start - self.start]

    def after(self, figure: Figure) -> str:
        """The sentence from the end of a figure."""
        return self.text[figure.end - self.start :]

    def between(self, one: Figure, other: Figure) -> str:
        """The words between two figures."""
        return self.text[one.end - self.start : other.start - self.start]


def sentences(doc: Doc) -> list[Sentence]:
    """The sentences of a parse with their figures."""
    text = doc.text
    found, result, at = _figures(doc, text), [], 0
    for start, end in _bounds(doc, text):
        inside = []
        while at < len(found) and found[at].start < end:
            inside.append(found[at])
            at += 1
        result.append(Sentence(text[start:end], start, tuple(inside)))
    return result


_SUM_ENDS = re.compile(r"[$£€¥]\d[\d.,]*(?:m|bn|tn)\.(?= [A-Z])")
"""A sum that ends a sentence, of which the parse may take the stop for that of an abbreviation: "about C$40m. It"."""


def _bounds(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends."""
    for sent in doc.sents:
        start = sent.start_char
        for match in _SUM_ENDS.finditer(text, sent.start_char, sent.end_char):
            yield start, match.end()
            start = match.end() + 1
        if start < sent.end_char:
            yield start, sent.end_char


def comparable(one: Figure, other: Figure) -> bool:
    """True when two figures may be added up: the same unit, and nouns that do not tell them apart."""
    a, b = one.quantity, other.quantity
    if (a.kind, a.unit) != (b.kind, b.unit):
        return False
    if not one.is_plain:
        return True
    if one.measure or other.measure:
        alike = (one.measure or one.lemma) == (other.measure or other.lemma)  # "9,000 votes", "9,000 valid votes"
        return alike or one.noun is None or other.noun is None
    return True


def close(one: float, other: float, slack: float = 0.0) -> bool:
    """True when two figures agree within rounding: half a unit of the last digit that either shows, or a share."""
    return abs(one - other) <= max(_rounding(one), _rounding(other), slack * max(abs(one), abs(other))) + 1e-9


def _rounding(value: float) -> float:
    """Half a unit of the last digit shown: 0.05 for 3.2, 0.5 for 37, 50 for 1,200, 50,000 for 3.2 million."""
    if value != int(value):
        digits = f"{value:.6f}".rstrip("0").partition(".")[2]
        return 0.5 * 10.0 ** -len(digits)
    whole, step = abs(int(value)), 1
    while whole >= 1000 and whole % 10 == 0:
        whole, step = whole // 10, step * 10
    return 0.5 * step if step > 1 else 0.0


def _figures(doc: Doc, text: str) -> list[Figure]:
    found = []
    for quantity in quantities(text):
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is None or (quantity.kind == "number" and (_is_no_count(text, quantity) or _is_name(span.root))):
            continue
        measure = _MEASURE.match(text, quantity.end) if quantity.kind == "number" else None
        noun = _counted(span.root)
        found.append(Figure(quantity, span.root, noun, _MEASURES[measure[measure.lastindex or 0]] if measure else None))
    return found


def _is_name(number: Token) -> bool:
    """True for "Boat 12", which tells one of its kind from the others; "Leith 12" may leave out a verb."""
    named = grammar.governor(number) if grammar.relation(number) == "flat" else None
    if named is None or named.i + 1 != number.i or not number.text.isdigit():
        return False
    return named.text[0].isupper() and (named.tag_ == "NN" or (named.is_sent_start and named.tag_ == "NNP"))


def _counted(number: Token) -> Token | None:
    """The noun that a number counts ("five nationalities"); the head of a compound for "nine-day strike"."""
    if number.pos_ == "NOUN" and number.tag_ == "NNS" and number.is_alpha:
        return number
    if grammar.relation(number) in ("nummod", "compound", "amod", "det", "advmod"):
        above = grammar.governor(number)
        if above is not None and above.pos_ in ("NOUN", "PROPN") and 0 < above.i - number.i <= 6:
            return None if _counts_nearer(number, above) else above
    return None


def _counts_nearer(number: Token, noun: Token) -> bool:
    """True when a participle and another number stand between: "the 248 recorded five years ago"."""
    between = number.doc[number.i + 1 : noun.i]
    return any(t.tag_ in ("VBN", "VBD") for t in between) and any(grammar.relation(t) == "nummod" for t in between)


def _is_no_count(text: str, quantity: Quantity) -> bool:
    shown = text[quantity.start : quantity.end]
    before, after = text[max(0, quantity.start - 18) : quantity.start], text[quantity.end : quantity.end + 16]
    continues = _CONTINUES.search(before) is not None and _MEASURE.match(after) is not None
    of_age = _BY_AGE.search(text, max(0, quantity.start - 30), quantity.start) and quantity.value <= _OLDEST
    aged = (of_age or _AGED.search(before)) and _AGE_ENDS.match(after)
    aged = aged or _TO_AGE.search(text, max(0, quantity.start - 30), quantity.start)
    if continues or aged or (_YEAR.fullmatch(shown) and not re.match(r" [a-z]+s\b", after)):
        return True
    if _NO_COUNT_AFTER.match(after) and not re.match(r"[–-]\d", after):
        return True
    if re.match(r"[–-]\d", after) or re.search(r"\d[–-]$", before):
        return True
    if (
        re.search(r"\b[A-Z][A-Za-z]* $", before)
        and not _ELLIPTIC.search(before)
        and re.match(r"[,.;)]|$", after)
        and shown.isdigit()
    ):
        return True
    label = _LABEL.search(before)
    if label is not None and _TOLD_AT.search(text, max(0, quantity.start - 40), quantity.start):
        label = None
    if label is not None and _SENTENCE_END.search(label.group()) and not shown[0].isdigit():
        label = None
    if label is None:
        return (
            re.search(r"(?<=[A-Za-z]), $", before) is not None
            and re.match(r"[,.]", after) is not None
            and shown.isdigit()
            and int(shown) <= _OLDEST
        )
    word = label.group().strip().lower()
    return word not in ("at", "under", "over", "age", "aged", "turned") or _is_age(word, shown, after)


def _is_age(word: str, shown: str, after: str) -> bool:
    if word in ("age", "aged", "turned"):
        return True
    if shown.isdigit() and int(shown) > _OLDEST:
        return False
    return word == "at" and "," not in shown and re.match(r"(?:[.,;]| in\b| on\b| and\b)", after) is not None
