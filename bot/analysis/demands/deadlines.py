"""By when something is demanded: the words, and the date they mean."""

import re

from spacy.tokens import Token

from bot.language.reading import Reading
from bot.model import Deadline

_BEFORE_TRIGGER = 40
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_NAMED = "noon|midnight|dawn|dusk|tonight|tomorrow|spring|summer|autumn|fall|winter|year(?:-end)?|month|week|day"
_CLOCK = r"\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)"
_TIME = (
    rf"(?:(?:early |late |mid-?|next |this |the end of |the )*(?:{_WEEKDAYS}|{_MONTHS}|{_NAMED}|20\d\d|{_CLOCK})\b"
    r"(?: (?:morning|evening|night|afternoon|midnight|noon))?"
    r"(?:,? ?\d{1,2}(?:st|nd|rd|th)?(?! ?(?:per|%))\b)?(?:,? (?:of )?20\d\d)?)"
)
_DATE = rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_TIME}|{_TIME})"
_COUNT = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+ty(?:-\w+)?|a few|the|several|coming"
_UNITS = "(?:hours?|days?|weeks?|months?|years?|minutes?)"
_PERIOD = rf"(?:(?:the next )?(?:{_COUNT})(?: \w+)? ?[- ]?{_UNITS})"
_DEADLINE = re.compile(
    rf"\b(?:(?:by|before|until|till|no later than|not later than|prior to|on or before) {_DATE}(?: (?:on|in) {_DATE})?"
    r"|(?:by|before|until) (?:the )?(?:end|close|start|beginning) of (?:the |this |next )?(?:\w+ )?\w+"
    rf"|(?:within|in) (?:a matter of {_UNITS}|{_PERIOD})|within {_UNITS}"
    rf"|{_DATE} (?=deadline)|\w+-(?:hour|day|week|month)(?= (?:deadline|ultimatum)))",
    re.IGNORECASE,
)


def deadline_of(reading: Reading, trigger: Token) -> Deadline | None:
    """The deadline that the sentence of a trigger gives, at or after it or right before it; None without one."""
    start = trigger.sent.start_char
    for found in _DEADLINE.finditer(trigger.sent.text):
        if start + found.start() >= trigger.idx - _BEFORE_TRIGGER:
            text = found.group().rstrip()
            span = reading.article.span(
                start + found.start(), start + found.start() + len(text), reading.field_of(trigger)
            )
            return Deadline(text=text, iso=None, span=span)
    return None
