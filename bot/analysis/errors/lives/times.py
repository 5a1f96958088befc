"""The year that a clause tells of: one that it names, so many years ago, or that of the day of writing."""

import re
from collections import defaultdict
from dataclasses import dataclass

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.quantities import number
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

_AT = frozenset({"", "in", "on", "at", "of", "during", "early in", "late in", "for"})
_AGO = re.compile(r"(?<![\w-])([\w-]{1,30}) (?P<unit>years|decades) ago\b")
_RECENT = re.compile(
    r"\b(?:(?i:last) (?:week|month|night|year|weekend|spring|summer|autumn|winter|[A-Z]\w+)"
    r"|[Yy]esterday|[Tt]oday|[Tt]his (?:week|month|morning|weekend|year|spring|summer|autumn|winter)|at the weekend)\b"
)
_ADJACENT = re.compile(r",? ?(?:in|on)? ?(?:the (?:spring|summer|autumn|winter) of )?")
_POINTS = frozenset({"year", "day", "week", "month", "summer", "winter", "spring", "autumn", "season", "time"})
_HOPS = 6


@dataclass(frozen=True, slots=True)
class Time:
    """``year`` of the calendar, or, without one, how many years before the day of writing; ``place`` in the body.

    ``is_rough`` marks a month or day without a year, which is of the last twelve months only if nothing else is told.
    """

    year: int | None
    ago: int = 0
    place: tuple[int, int] | None = None
    is_rough: bool = False


_NOW = Time(None)
_THIS_YEAR = Time(None, is_rough=True)


class Times:
    """The times of the clauses of a body, by the number of the verb or predicate that heads them."""

    def __init__(self, copy: Copy) -> None:
        self._doc, self._index = copy.body, copy.actors
        self._years: dict[int, list[tuple[Moment, str]]] = defaultdict(list)
        self._others: dict[int, Time] = {}
        self._named: dict[int, list[Moment]] = defaultdict(list)
        self._by_sentence: dict[int, list[tuple[int, Moment, str]]] = defaultdict(list)
        for moment in copy.moments:
            span = self._doc.char_span(moment.start, moment.end, alignment_mode="expand")
            if span is None or copy.is_quoted(moment.start):
                continue
            if moment.dated:
                self._named[span.sent.start].append(moment)
            clause, how = _clause_and_preposition(span.root)
            if clause is None:
                continue
            if moment.dated:
                self._years[clause.i].append((moment, how))
                self._by_sentence[clause.sent.start].append((clause.i, moment, how))
            elif how in _AT:
                self._others[clause.i] = _NOW if moment.grain == "weekday" else _THIS_YEAR
        for match in find_all(_AGO, copy.text):
            count = number(match.group(1))
            clause = _clause_at(self._doc, match)
            if count is not None and clause is not None:
                count *= 10 if match["unit"] == "decades" else 1
                self._others[clause.i] = Time(None, int(count), match.span())
        for match in find_all(_RECENT, copy.text):
            clause = _clause_at(self._doc, match)
            if clause is not None:
                self._others.setdefault(clause.i, _NOW)

    def of(self, token: Token) -> Time | None:
        """The time of what a word is said in: that of its clause, else of the clause that this one belongs to."""
        clause, was, hops = clause_of(token), False, 0
        while clause is not None and (hops := hops + 1) <= _HOPS:
            found = self._own(clause, token) or self._dated_by_clause(clause)
            if found is not None:
                return found
            above = _holder(clause)
            if tense(clause) == "present" and (above is None or not is_when(clause)):
                return None if was or _past_between(clause, token) else _NOW
            was = was or tense(clause) == "past"
            if above is None:
                return self._told_before(clause) if grammar.related(clause, "cop") and not _is_dated(clause) else None
            if (named := self._year_of(above) or self._year_before(above)) is not None:
                return named
            if grammar.relation(clause) == "acl:relcl" and (above.lemma_.lower() in _POINTS or _is_dated(clause)):
                return None
            clause = clause_of(above)
        return None

    def beside(self, start: int, end: int, text: str) -> Time | None:
        """The year right before or behind a phrase: "in 1990, at 34", "at 34, in May 1990"; not that of a birth."""
        for clause, moments in self._years.items():
            for moment, how in moments:
                if how not in _AT or self._doc[clause].lower_ == "born":
                    continue
                between = text[moment.end : start] if moment.end <= start else text[end : moment.start]
                if abs(moment.start - start) < 60 and _ADJACENT.fullmatch(between):
                    return Time(moment.year, 0, (moment.start, moment.end))
        return None

    def told_again(self, age: DocSpan) -> Time | None:
        """ "when she was 27, the year it opened": the one year that the text gives an opening elsewhere."""
        for point in self._doc[age.end : age.end + 4]:
            for clause in grammar.related(point, "acl:relcl") if point.lower_ == "year" else ():
                same = (i for i in self._years if self._doc[i].lemma_ == clause.lemma_ and i != clause.i)
                years = {moment.year for i in same for moment, how in self._years[i] if how in _AT}
                if len(years) == 1:
                    return Time(years.pop())
        return None

    def _own(self, clause: Token, near: Token) -> Time | None:
        years = [moment for moment, how in self._years.get(clause.i, []) if how in _AT]
        if years:
            nearest = min(years, key=lambda moment: abs(moment.start - near.idx))
            return Time(nearest.year, 0, (nearest.start, nearest.end))
        return self._others.get(clause.i)

    def _dated_by_clause(self, clause: Token) -> Time | None:
        """ "when she took over, in 1998, she was 27"."""
        for child in grammar.related(clause, "advcl"):
            if is_when(child) and (found := self._own(child, child)) is not None:
                return found
        return None

    def _year_of(self, time: Token) -> Time | None:
        """ "since 1957, when she was 21": the year that a clause is about."""
        for moments in self._years.values():
            for moment, _ in moments:
                if moment.start <= time.idx < moment.end:
                    return Time(moment.year, 0, (moment.start, moment.end))
        return None

    def _year_before(self, point: Token) -> Time | None:
        """ "in 1978, the year she came"."""
        if point.lemma_.lower() not in _POINTS:
            return None
        left = min((child.i for child in (point, *grammar.dependents(point))), default=point.i)
        return next(
            (found for i in range(max(0, left - 3), left) if (found := self._year_of(self._doc[i])) is not None), None
        )

    def told_then(self, age: DocSpan) -> Time | None:
        """The one year of the sentence before: "He remembers the fire of 1979. He was 21 then."."""
        start = age.sent.start
        named = self._named[self._doc[start - 1].sent.start] if start else []
        return Time(named[0].year) if len(named) == 1 else None

    def _told_before(self, clause: Token) -> Time | None:
        """The one year of the main thing of the sentence before, or its weekday: "He opened it in 1979. He was 21."."""
        start = clause.sent.start
        if start == 0 or "\n" in self._doc[start - 1].text_with_ws or clause != clause.sent.root:
            return None
        if any(grammar.relation(child) == "advcl" or grammar.preposition(child) for child in clause.children):
            return None  # "He was 45 when he left", "in the film", which is another time
        main = self._doc[start - 1].sent.root
        before = [told for told in self._by_sentence.get(main.sent.start, []) if self._is_of_main(told[0], main)]
        if len(before) > 1 or tense(main) != "past":
            return None
        one, other = grammar.subject(clause), grammar.subject(main)
        if one is None or other is None or self._index.of(one) != self._index.of(other):
            return None
        if not before:
            return _NOW if self._others.get(main.i) == _NOW else None
        _, moment, how = before[0]
        return Time(moment.year, 0, (moment.start, moment.end)) if how in _AT else None

    def _is_of_main(self, clause: int, main: Token) -> bool:
        """True for a clause that goes on with what a sentence mainly tells, as no relative clause does."""
        head = self._doc[clause]
        goes_on = grammar.relation(head) in ("conj", "advcl", "xcomp", "ccomp", "parataxis")
        return head == main or (goes_on and grammar.governor(head) == main)


def clause_of(token: Token) -> Token | None:
    """The verb or predicate of the clause that a word stands in; "aged" heads none."""
    above: Token | None = token
    while above is not None and (above.lower_ == "aged" or not grammar.is_predicate(above)):
        above = grammar.governor(above)
    return above


def tense(clause: Token) -> str | None:
    """ "present" (perfect included), "past" or "future" of a finite clause."""
    for word in (*grammar.auxiliaries(clause), clause):
        if word.tag_ == "MD":
            return "future" if word.lower_ in ("will", "shall", "’ll", "'ll") else None
        if word.tag_ in ("VBZ", "VBP"):
            return "present"
        if word.tag_ == "VBD":
            return "past"
    return None


def is_when(clause: Token) -> bool:
    """True for a clause that "when" or "as" begins."""
    return any(child.lower_ in ("when", "as", "while") and child.i < clause.i for child in grammar.dependents(clause))


def _past_between(clause: Token, token: Token) -> bool:
    """True where the clause of a word is in doubt: "who was crowned in Riga, at 16, has retired"."""
    between = token.doc[min(clause.i, token.i) + 1 : max(clause.i, token.i)]
    return any(word.tag_ in ("VBD", "VBN") and grammar.is_predicate(word) and tense(word) == "past" for word in between)


def _is_dated(clause: Token) -> bool:
    """True for a clause with a "when" of its own: "was 23 on the day he reached it"."""
    points = any(noun.lemma_.lower() in _POINTS for _, noun in grammar.obliques(clause))
    return points or any(is_when(child) for child in grammar.related(clause, "advcl"))


def _holder(clause: Token) -> Token | None:
    """The word above a clause that happens at the same time; None for one that stands by itself."""
    above, how = grammar.governor(clause), grammar.relation(clause)
    if above is None:
        return None
    if how == "acl:relcl":
        return above
    if how == "advcl" and (is_when(clause) or tense(clause) is None):
        return above
    return above if how in ("acl", "xcomp") else None


def _clause_and_preposition(time: Token) -> tuple[Token | None, str]:
    """The clause of a time and the first of the prepositions on the way: "in" for "in the spring of 1990"."""
    how, above = "", time
    while not grammar.is_predicate(above):
        if (
            grammar.relation(above) == "obj"
            and grammar.preposition(time) == "of"
            and above.lemma_.lower() not in _POINTS
        ):
            return None, how  # "painted the landing of 1944"
        how = grammar.preposition(above) if grammar.preposition(above) else how
        up = grammar.governor(above)
        if up is None:
            return None, how
        above = up
    return above, how


def _clause_at(doc: Doc, match: re.Match[str]) -> Token | None:
    span = doc.char_span(*match.span(), alignment_mode="expand")
    return clause_of(span.root) if span is not None else None
