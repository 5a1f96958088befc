"""Age, year of birth and the year of what happened, told of one person in one sentence."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.ages import N, writing
from bot.analysis.errors.lives.bearers import is_of_another, named_in
from bot.analysis.errors.lives.births import BORN
from bot.analysis.errors.openings import find_all
from bot.language.quantities import number
from bot.model import Span

_BORN = re.compile(r"\bborn\b", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\w$€£-])(?:1[89]|20)\d\d(?![\w-]|[.,]\d)"
    r"(?P<tied>(?=[,.;:)”\"]|$| (?:and|when|after|with|as|to|at|for|but|from|before|in|on|while|by|he|she|until)\b))?"
)
_SOME_MONTH = re.compile(r" (?:in (?=[A-Z])|on |last|this|next)(?![^.;]{0,24}\b(?:1[89]|20)\d\d)")
_AGE = re.compile(
    rf"\b{N}-year-old\b|(?<=[A-Za-z’]), (?:now |then )?{N}(?=[,)])"
    rf"|\b(?:aged?|[Aa]t(?: the age of| age)?) {N}(?=[,.;)”\"]|$| in\b| when\b)"
    rf"|\b(?:was|turned|turns|am|is)(?: just| only| then| now)? {N}(?=[,.;)”\"]| in\b| on\b| when\b| years old\b)"
    r"|\b(\d{1,3})(?:st|nd|rd|th) birthday\b"
)
_OTHERS = re.compile(
    r"\b(?:father|mother|parents?|sons?|daughters?|wife|husband|brothers?|sisters?|children|child|twins?|bab(?:y|ies)"
    r"|grand\w+|uncle|aunt|cousin|niece|nephew|couple|widow|both|they|them|their)\b|\b(?:he|she|his|her)\b.{0,200}\bwho\b",
    re.IGNORECASE,
)
_OWN_CHILD = re.compile(r"\b(?:first|second|third|last|eldest|only|youngest) (?:child|son|daughter|baby)\b")
_ROUGH = re.compile(r"\b(?:about|around|circa|nearly|almost|years? (?:later|earlier|after|before|ago))\b")


def sums(copy: Copy) -> Iterator[tuple[Span, int, int, int]]:
    """Sentences on one person with one age and two years, the first of birth, that do not make the age.

    "He came to the throne in 1975, aged 37, having been born in 1948". The age may be that of the year told of or of
    the day of writing. Each with the age, the year of birth and the other year.
    """
    for match in find_all(BORN, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if span is None or len(_BORN.findall(span.sent.text)) != 1 or span[-1].i >= span.sent.end:
            continue
        start, end = span.sent.start_char, span.sent.end_char
        sentence = copy.text[start:end]
        birth = int(match.group(1) or match.group(2))
        dates = {int(year.group()): year["tied"] is not None for year in _YEAR.finditer(sentence)}
        years = dates.keys() - {birth}
        ages = list(_AGE.finditer(sentence))
        if len(years) != 1 or len(ages) != 1 or _ROUGH.search(sentence) or not all(dates[year] for year in years):
            continue
        if _SOME_MONTH.match(sentence, ages[0].end()):
            continue  # "turned 44 in February"
        if _OTHERS.search(_OWN_CHILD.sub("", sentence)) or len(named_in(copy, start, end)) > 1:
            continue
        stated = number(next(group for group in ages[0].groups() if group is not None))
        (then,) = years
        written = copy.once(writing)
        at_most = {then - birth, then - birth - 1}
        if written.is_sure and not ages[0].group().lower().startswith(("at", "was", "turned")):
            at_most |= set(range(written.first - birth - 1, written.last - birth + 1))
        if stated is None or stated in at_most or then < birth or is_of_another(copy, match):
            continue
        first, last = min(match.start(), start + ages[0].start()), max(match.end(), start + ages[0].end())
        yield copy.span(first, last), int(stated), birth, then
