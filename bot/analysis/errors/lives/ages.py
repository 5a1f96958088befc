"""The ages that an article states, each as the years of birth that it leaves possible."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.chronology.plans import PLANS
from bot.analysis.errors.chronology.weekdays import fitting_years, named_years
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import date_line
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.lives.bearers import gone_on_about, named_in, whose
from bot.analysis.errors.lives.births import BORN, LIFE, Birth
from bot.analysis.errors.lives.deaths import deaths
from bot.analysis.errors.lives.times import Time, Times, clause_of
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.quantities import number
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Span

_Y = r"((?:18|19|20)\d\d)"
N = (
    r"(\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|ten|eleven|twelve"
    r"|[a-z]{3,5}teen|two|three|four|five|six|seven|eight|nine)(?![.,]\d)"
)
_BESIDE = re.compile(
    rf"\b{N}-year-old\b|(?<=[A-Za-z’]), (?:now |(?P<aged>aged |age ))?{N}(?=[,.;)])|\({N}\)|\b[Nn]ow(?: aged)? {N}"
)
_IN_CLAUSE = re.compile(
    rf"\b(?:[Aa]t(?: the age of| age)?|[Bb]y the age of|[Aa]ged?|[Tt]urn(?:s|ed|ing)?|reach(?:es|ed)"
    rf"|(?:is|was|’s|'s|’d be|'d be|will be|’ll be|'ll be)(?: now| then| just| only| still| barely| already)?"
    rf"|as an?|(?:a|an|the) (?:[a-z]+ )?[a-z]+ of) {N}"
    r"(?=$|[,.;]|-year-old"
    r"| (?:years? (?:old|and)|when|in|during|and|but|after|on|with|at|as|from|who|has|had|now|this|last|earlier"
    r"|then|next|today|yesterday|tomorrow|he|she)\b)"
    rf"|, then(?: aged| age)? {N}(?=[,.;)])"
    r"|\b(?:his|her) (\d{1,3})(?:st|nd|rd|th) birthday\b|\ba baby of (?:[a-z]+) (?:weeks|months)\b"
)
_NOUN_BEFORE = re.compile(r"(?:(?<=[.”\"’'] )|(?<=\n))(?P<the>The )(?:[a-z-]+ ){0,2}(?:[A-Za-z-]+)?$")
_THEN = re.compile(r"\b(?:as an?|then an?|the then|when an?) $")
_SHORT_OF = re.compile(
    r"\b(?:before|short of|ahead of) (?:what would have been )?(?:his|her) (\d{1,3})(?:st|nd|rd|th) birthday\b"
)
_AT_THAT_TIME = re.compile(r" (?:then|at the time|at that time|that year)\b")
_SAID_THEN = re.compile(r", then\b|(?:is|was) then\b")
_NEXT_BIRTHDAY = re.compile(r"[^.;]{0,20}\bnext birthday\b")
_DECADE = re.compile(
    r"\bin (?:his|her) (?:early |mid-|mid |late )?"
    r"(?:(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<teens>teens)|(?P<figure>[2-9]0)s)\b"
)
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_SINCE_THEN = re.compile(rf"\b(?:for|over) ([\w-]+) years,? (?:ever )?since (?:he|she) was {N}\b")
_DIED = re.compile(r"\b(?:died|dies|death|dead|killed|passed away|has died)\b")
_STARTED = re.compile(r"\b(?:began|started|joined|entered|took up|left school|was hired|was apprenticed)\b")
_SINCE = re.compile(rf"\bsince {_Y}\b")
_OTHER_YEAR = re.compile(r"(?<![Bb]orn in )(?<!birth in )\b((?:19|20)\d\d)\b(?!-)")
_BEFORE = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Oo]n|of) (?:\d{{1,2}} )?(?:[A-Z][a-z]+ (?:\d{{1,2}}, )?)?{_Y},?"
    r"(?:(?!\b(?:and|but|then)\b)[^.;\d]){0,40}$"
)
_COMING = re.compile(r"\b(?:will|next|plans?|expected|due|target)\b|\b(?:by|until|till) (?:[A-Z][a-z]+ )?$")
_GENERATION = 25
"""An article that names no year since so long ago is taken for one of late, not for an old one."""
_RECENT = 6
"""Years within which an article was written, as it seems, that no date places."""
_LONG_AGO = 1500
_YOUNGEST, _OLDEST, _GROWN = 2, 112, 12


@dataclass(frozen=True, slots=True)
class Writing:
    """The first and the last year in which the article may have been written, and whether the first is sure.

    ``earliest`` is the one that is sure, as the article names it: it may lie long before what is likely.
    """

    first: int
    last: int
    is_sure: bool
    earliest: int

    def of_age(self, years: int, place: Span) -> Birth:
        """The birth of somebody who is of an age on the day of writing."""
        return Birth(
            self.first - years - 1, self.last - years, place, False, years, self.is_sure, self.earliest - years - 1
        )

    def of_rough_age(self, years: int, place: Span) -> Birth:
        """As :meth:`of_age`, for an age that is a sum of two full numbers of years."""
        return Birth(
            self.first - years - 2, self.last - years + 1, place, False, years, self.is_sure, self.earliest - years - 2
        )


def ages(copy: Copy, only: str | None) -> Iterator[tuple[str, Birth]]:
    """The years of birth that ages give; ``only`` is the one person whose birth is told, who is meant where unclear."""
    written = copy.once(writing)
    for pattern in (_BESIDE, _IN_CLAUSE):
        for match in find_all(pattern, copy.text):
            years = _years(match)
            if years is None or copy.is_quoted(match.start()) or (pattern is _BESIDE and _is_of_clause(copy, match)):
                continue
            if pattern is _IN_CLAUSE and (_is_clock(copy, match, years) or not _is_of_somebody(copy, match)):
                continue
            sentence = _sentence(copy, match.start())
            person = _taken_up(copy, match) or whose(copy, *match.span()) or _only_one(copy, sentence, only)
            if person is None:
                continue
            if pattern is _BESIDE:
                birth = _beside(copy, match, years, sentence, written)
            else:
                birth = _in_clause(copy, match, years, sentence)
            if birth is not None:
                yield person, birth


_HOURS = 12
_BY_THE_CLOCK = word_set("get rise wake open close shut start begin finish leave arrive meet eat set")
"""What is done at an hour of the day: "gets up at four"."""


def _is_clock(copy: Copy, match: re.Match[str], years: int) -> bool:
    """True for "at four" where it is rather an hour."""
    if years > _HOURS or re.fullmatch(r"[Aa]t \w+", match.group()) is None:
        return False
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    verb = grammar.governor(span.root) if span is not None else None
    return verb is not None and (verb.lemma_.lower() in _BY_THE_CLOCK or verb.tag_ in ("VBZ", "VBP"))


def _is_of_somebody(copy: Copy, match: re.Match[str]) -> bool:
    """False for "a crowd of 40", which is no age; "Petrova, a chemist of 34," is one."""
    noun, _, _ = match.group().partition(" of ")
    is_beside = copy.text.endswith(", ", 0, match.start()) and copy.text.startswith(",", match.end())
    return not noun.startswith(("a ", "an ", "the ")) or is_beside or noun.split()[-1] in PEOPLE


def _is_of_clause(copy: Copy, match: re.Match[str]) -> bool:
    """True for "joined from school, aged 18": no name stands before it; the clause tells the time."""
    if not match["aged"]:
        return False
    before = copy.body.char_span(match.start() - 1, match.start(), alignment_mode="expand")
    return before is None or not any(token.pos_ == "PROPN" for token in before)


def _years(match: re.Match[str]) -> int | None:
    if match.lastindex is None:
        return 0
    stated = number(match.group(match.lastindex))
    return int(stated) if stated is not None and _YOUNGEST <= stated <= _OLDEST else None


def _beside(copy: Copy, match: re.Match[str], years: int, sentence: Span, written: Writing) -> Birth | None:
    """ "Smith, 34": of the day of writing, unless a year stands before it."""
    if _THEN.search(copy.text[max(0, match.start() - 10) : match.start()]):
        return None
    place = copy.span(*match.span())
    if (before := _year_before(copy, match)) is not None:
        year, start, end = before
        return Birth(year - years - 1, year - years, copy.span(min(start, match.start()), max(end, match.end())), False)
    told = (
        year.group()
        for year in _OTHER_YEAR.finditer(copy.text, sentence.start, match.start())
        if not copy.is_quoted(year.start())
    )
    stated = set(told) - {str(written.first)}
    if stated and not re.search(r"\bnow\b", match.group()):
        return None
    return written.of_age(years, place)


def _before_birthday(copy: Copy, match: re.Match[str], years: int, sentence: Span) -> Birth | None:
    """ "died in 1990, a week before her 60th birthday"; of today where the sentence names no other year."""
    place, written = copy.span(*match.span()), copy.once(writing)
    found = copy.once(Times).of(span.root) if (span := _piece(copy, match)) is not None else None
    if found is not None and found.year is not None:
        return Birth(found.year - years, found.year - years + 1, place, stated=False)
    if _OTHER_YEAR.search(sentence.text):
        return None
    return Birth(written.first - years, written.last - years + 1, place, False, years - 1, written.is_sure)


def _in_clause(copy: Copy, match: re.Match[str], years: int, sentence: Span) -> Birth | None:
    """ "at 34", "was 34", "as a girl of nine": of the time of its clause."""
    written, times = copy.once(writing), copy.once(Times)
    place = copy.span(*match.span())
    if "birthday" in match.group() and _SHORT_OF.search(sentence.text):
        return _before_birthday(copy, match, years, sentence)
    is_point = "birthday" in match.group() or match.group().lower().startswith(("turn", "reach"))
    if _NEXT_BIRTHDAY.match(copy.text, match.end()):
        return written.of_age(years - 1, place)
    then = _SAID_THEN.match(match.group()) is not None
    time = _time_then(copy, match, times) if then else _time(copy, match, sentence, written, times)
    beside = _IN_PASSING.search(copy.text, sentence.start, match.start()) and not _DIED.search(sentence.text)
    if time is None and not beside and _PLAINLY_WAS.match(copy.text, match.start()):
        time = copy.once(deaths).get(whose(copy, *match.span()) or "")
    if time is None:
        return _no_younger(match, years, place, written)
    if match.group().lower() == f"turn {match.group(1)}" and time.year is None:
        place = copy.span(*match.span())
        return Birth(written.first - years - 1, written.last - years + 1, place, False, is_sure=written.is_sure)
    if time.year is None:
        return written.of_rough_age(years + time.ago, place) if time.ago else written.of_age(years, place)
    start, end = time.place or match.span()
    if end - match.end() < 120 and match.start() - end < 120:
        place = copy.span(min(start, match.start()), max(end, match.end()))
    return Birth(time.year - years - (0 if is_point else 1), time.year - years, place, stated=False)


_PLAINLY_WAS = re.compile(rf"was {N}(?=[.,;]|$| years old[.,;])")


_IN_PASSING = re.compile(r"\b(?:when|since|until|till|before|after|while|because|although|though) [\w’'-]+ $")
"""What opens a clause that gives an age as the time of something else: "won a place when she was 17"."""


def _no_younger(match: re.Match[str], years: int, place: Span, written: Writing) -> Birth | None:
    """ "was 58", whenever that was: born so many years before the day of writing at the latest."""
    if not match.group().startswith("was ") or years < _GROWN:
        return None
    return Birth(_LONG_AGO, written.last - years, place, stated=False, is_sure=False)


def _time_then(copy: Copy, match: re.Match[str], times: Times) -> Time | None:
    """ "In 2022 Smith, then 16, …": the year of its clause, else the one that the sentence before names."""
    span = _piece(copy, match)
    found = times.of(span.root) if span is not None else None
    if span is not None and (found is None or found.year is None):
        found = times.told_then(span)
    return found


def _time(copy: Copy, match: re.Match[str], sentence: Span, written: Writing, times: Times) -> Time | None:
    span = _piece(copy, match)
    if span is None or _is_ahead(span.root):
        return None
    is_now = re.match(r"(?:is|’s|'s)\b", match.group()) is not None
    is_then = _AT_THAT_TIME.match(copy.text, match.end()) is not None
    found = None if is_now else times.beside(*match.span(), copy.text)
    found = found or times.told_again(span) or (times.told_then(span) if is_then else times.of(span.root))
    if found is not None and (found.year is not None or not _is_before_death(match, sentence)):
        return None if found.is_rough and not match.group().lower().startswith("turn") else found
    if match.group().startswith("was") and not re.match(r"[.,;]|$", copy.text[match.end() : match.end() + 1]):
        return None
    is_death = _DIED.search(sentence.text) is not None and not _is_before_death(match, sentence)
    life = LIFE.search(sentence.text) if is_death else None
    if life is not None and life.group(2):
        return Time(int(life.group(2)), 0, match.span())
    since = list(find_all(_SINCE, copy.text))
    if len(since) == 1 and _STARTED.search(sentence.text):
        return Time(int(since[0].group(1)), 0, match.span())
    return Time(None) if is_death and set(_OTHER_YEAR.findall(sentence.text)) <= {str(written.first)} else None


_DIED_AT = re.compile(
    rf"\b(?:died|dies|dead|death|passed away)\b(?: [\w’'-]+){{0,3}}?,? (?:at|aged)(?: the age of)? {N}"
)


def _is_before_death(match: re.Match[str], sentence: Span) -> bool:
    """True for "Lund, who has died at 79, wrote a song at 26": the age of the death stands beside it."""
    at_death = _DIED_AT.search(sentence.text)
    return at_death is not None and not at_death.start() <= match.start() - sentence.start < at_death.end()


_AHEAD = PLANS | word_set("allow dream able eligible entitle free old please prepare refuse ready young")
"""Words behind which an age may lie ahead: "plans to retire at 70", "is entitled to a pension at 65"."""


def _is_ahead(age: Token) -> bool:
    """True for an age in an infinitive, or a clause with "will" or "should", of what has yet to be."""
    clause = clause_of(age)
    if clause is None:
        return False
    helpers = {t.lower_ for t in grammar.auxiliaries(clause)}
    if helpers & {"should", "must", "can", "could", "may", "might"}:
        return True
    above = grammar.governor(clause)
    return clause.tag_ == "VB" and not helpers and above is not None and above.lemma_.lower() in _AHEAD


def rough_ages(copy: Copy) -> Iterator[tuple[str, Birth]]:
    """ "in her seventies", and "for 50 years, since she was 16", which tell the age of the day of writing."""
    written = copy.once(writing)
    for match in find_all(_DECADE, copy.text):
        sentence = _sentence(copy, match.start())
        person = whose(copy, *match.span())
        if person is not None and not _OTHER_YEAR.search(sentence.text) and not copy.is_quoted(match.start()):
            tens = 10 if match["teens"] else _TENS.get(match["word"] or "", 0) or int(match["figure"] or 0)
            place = copy.span(*match.span())
            yield person, Birth(written.first - tens - 10, written.last - tens, place, False, is_sure=written.is_sure)
    for match in find_all(_SINCE_THEN, copy.text):
        span, start = number(match.group(1)), number(match.group(2))
        person = whose(copy, *match.span())
        if person is not None and span is not None and start is not None and not copy.is_quoted(match.start()):
            yield person, written.of_rough_age(int(span + start), copy.span(*match.span()))


def writing(copy: Copy) -> Writing:
    """When the article was written, as far as it tells.

    A date line with its year says so.
    Without a date it is no older than the latest year that it names as past, and not of the future;
    where it names none but years of birth, it is taken for one of late: of the one year in which its days fall on the
    weekdays that it names, if there is but one.
    """
    if copy.published is not None:
        return Writing(copy.published.year - 1, copy.published.year, True, copy.published.year - 1)
    line = date_line(copy)
    if line is not None and line.year is not None:
        return Writing(line.year, line.year, True, line.year)
    named = [
        int(match.group())
        for match in re.finditer(r"\b(?:19|20)\d\d\b", copy.text)
        if not _COMING.search(copy.text[max(0, match.start() - 40) : match.start()])
    ]
    today = datetime.now(UTC).year
    last = max((year for year in named if year <= today), default=0)
    stated = {int(year) for found in BORN.findall(copy.text) for year in found if year}
    fitting = fitting_years(copy.text, last, today) if last > today - _GENERATION else []
    if len(fitting) == 1:
        return Writing(max(last, fitting[0] - 1), fitting[0], True, last)
    if last > today - _GENERATION and (copy.year is not None or last not in stated):
        return Writing(last, min(last + 1, today) if last in named_years(copy.text) else today, True, last)
    fitting = fitting_years(copy.text, max(last, today - _RECENT), today)
    if len(fitting) == 1:
        return Writing(fitting[0], fitting[0] + 1, True, fitting[0])
    return Writing(today - _RECENT, today, False, last or _LONG_AGO)


def _year_before(copy: Copy, match: re.Match[str]) -> tuple[int, int, int] | None:
    """The year before an age and where it stands: "in 1999 Smith, 34"."""
    text = copy.text
    start = max(0, match.start() - 70)
    before = _BEFORE.search(text[start : match.start()])
    if before is None or re.search(r"\b(?:[Bb]orn|birth)\b", text[max(0, start + before.start() - 30) : match.start()]):
        return None
    if copy.is_quoted(start + before.start(1)):
        return None  # "“I came in 1999,” said Smith, 34"
    return int(before.group(1)), start + before.start(1), start + before.end(1)


def _only_one(copy: Copy, sentence: Span, only: str | None) -> str | None:
    """The person whose birth is told, where the sentence names that person and nobody else."""
    return only if only is not None and named_in(copy, sentence.start, sentence.end) == {only} else None


_NAME_BEHIND = re.compile(r" (?:(?!from\b|of\b|in\b|who\b)[a-z]+ ){0,2}[A-Z]")
"""Behind "The 23-year-old", whose age it is; "The 23-year-old from Riga" has none."""
_REACH = 600


def _taken_up(copy: Copy, match: re.Match[str]) -> str | None:
    """The person of "The 23-year-old", "The Dane, 23," or "The singer, now 38", who has been told of before."""
    noun = _NOUN_BEFORE.search(copy.text, max(0, match.start() - 40), match.start())
    if noun is None or match.group().startswith("("):
        return None
    if _NAME_BEHIND.match(copy.text, match.end()):
        return None
    above = copy.text[max(0, noun.start() - _REACH) : noun.start()]
    if any(f" {years.group()}" in above for years in re.finditer(r"\d+", match.group())):
        return None  # the age of somebody told of above, who may be taken up
    is_bare = noun.end() == noun.end("the")
    opens = copy.text[: noun.start("the")].endswith("\n")
    return gone_on_about(copy, noun.start("the"), paragraphs=2 if is_bare or opens else 1)


def _piece(copy: Copy, match: re.Match[str]) -> DocSpan | None:
    return copy.body.char_span(*match.span(), alignment_mode="expand")


def _sentence(copy: Copy, at: int) -> Span:
    found = copy.body.char_span(at, at + 1, alignment_mode="expand")
    return copy.of(found.sent) if found is not None else copy.span(0, 0)
