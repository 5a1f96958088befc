"""Numbers and years of a caption that the article has otherwise."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import Figure
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar
from bot.model import Span

CAPTION = re.compile(
    r"\[?(?:File )?(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]aption|[Pp]ictured|PHOTO|PICTURE)(?:graph)?(?: caption)?:? "
)
_MOST = 10
"""Captions of one page that are looked at."""

_ANYBODY = frozenset({"people", "person", "man", "woman", "child", "adult", "member"})
_GROUPS = {"pair": 2.0, "couple": 2.0, "trio": 3.0, "quartet": 4.0, "dozen": 12.0}
_YEAR = re.compile(r"(?<![\d.,£$€-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")

_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"\b(?:{_MONTH}(?: \d{{1,2}},)?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter),? ((?:1[5-9]|20)\d\d)\b")
"""The year of a month or date, which is that of the picture."""


@check("caption.number", "Number in the caption, another in the text", severity="critical", confidence=0.65)
def caption_number(copy: Copy) -> Iterator[Finding]:
    """Counts of one thing, and years that are one slip apart, in a caption and outside it."""
    captions = [p for p in copy.paragraphs if CAPTION.match(p.text) is not None]
    for paragraph in captions[:_MOST]:
        inside = [f for s in copy.figures for f in s.figures if paragraph.start <= f.start < paragraph.end]
        outside = [f for s in copy.figures for f in s.figures if not paragraph.start <= f.start < paragraph.end]
        for figure in inside:
            rival = _rival(copy, figure, outside, paragraph)
            if rival is not None:
                yield _finding(copy.span(figure.start, figure.end), rival)
        dated = [m.span(1) for m in _DATED.finditer(copy.text, paragraph.start, paragraph.end)]
        years = [m for m in find_all(_YEAR, copy.text) if not paragraph.start <= m.start() < paragraph.end]
        known = {match.group() for match in years}
        yield from _beyond_its_time(copy, paragraph, known)
        for match in _YEAR.finditer(copy.text, paragraph.start, paragraph.end):
            slips = [m for m in years if is_slip(float(m.group()), float(match.group()))]
            if _may_be_year_of_picture(copy, match, years):
                continue
            if match.group() not in known and slips and match.span() not in dated:
                yield _finding(copy.span(*match.span()), copy.span(*slips[0].span()))


_ENDED = re.compile(
    r"\b(?:until|till|to|retir\w+|left|closed|shut|automated|demolished|ended|gave up|last)\b"
    r"(?: [\w’',]+){0,6}? (?:in )?((?:1[5-9]|20)\d\d)\b"
)
_BEGAN = re.compile(
    r"\b(?:from|opened|joined|since|founded|built|began|started|took over|born|came)\b"
    r"(?: [\w’',]+){0,6}? (?:in )?((?:1[5-9]|20)\d\d)\b"
)


def _may_be_year_of_picture(copy: Copy, year: re.Match[str], years: list[re.Match[str]]) -> bool:
    """True for a year between two of the text, and before one in which something ended."""
    told = [int(m.group()) for m in years]
    if len(told) > 1 and min(told) < int(year.group()) < max(told):
        return True
    return any(int(year.group()) < int(m[1]) for m in find_all(_ENDED, copy.text))


def _beyond_its_time(copy: Copy, paragraph: Span, known: set[str]) -> Iterator[Finding]:
    """A picture of 1994 at a light that was automated in 1988, or of a painter in a house that he bought later.

    The sentence with the bound names the thing or the person of the caption.
    """
    inside = [t for t in copy.body if paragraph.start <= t.idx < paragraph.end]
    named = {t.lemma_.lower() for t in inside if t.pos_ in ("NOUN", "PROPN") and len(t.text) > 2}
    for year in _YEAR.finditer(copy.text, paragraph.start, paragraph.end):
        for pattern, sign in ((_ENDED, 1), (_BEGAN, -1)):
            bounds = [
                m
                for m in find_all(pattern, copy.text)
                if not paragraph.start <= m.start() < paragraph.end and _is_of(copy, m, named, sign)
            ]
            if year.group() in known or not bounds:
                continue
            last = max(bounds, key=lambda m: sign * int(m[1]))
            if sign * (int(year.group()) - int(last[1])) > 0:
                yield _finding(copy.span(*year.span()), copy.span(*last.span(1)))
                break


def _is_of(copy: Copy, bound: re.Match[str], named: set[str], sign: int) -> bool:
    """True when the sentence of a bound names two things of the caption, or one and is of somebody's birth."""
    sentence = next((s for s in copy.sentences if s.start_char <= bound.start() < s.end_char), None)
    shared = {t.lemma_.lower() for t in sentence if t.lemma_.lower() in named} if sentence is not None else set()
    return len(shared) >= _SHARED or (bool(shared) and sign < 0 and bound.group().startswith("born"))


_SHARED = 2


def _rival(copy: Copy, figure: Figure, outside: list[Figure], paragraph: Span) -> Span | None:
    """The one other count of the same thing in the text."""
    if figure.measure:
        return _other_measure(copy, figure, outside)
    if not figure.is_plain or figure.lemma is None:
        return None
    if any(f.value == figure.value and _may_be_of_them(f, figure.lemma) for f in outside):
        return None
    same = [f for f in outside if f.lemma == figure.lemma and f.is_plain and not f.measure]
    places = [(f.value, copy.span(f.start, f.end)) for f in same] + list(_groups(copy, figure.lemma, paragraph))
    values = {value for value, _ in places}
    return places[0][1] if len(values) == 1 and figure.value not in values else None


def _may_be_of_them(other: Figure, lemma: str) -> bool:
    """True for the caption's number of the same thing or of something unnamed: not for "three years"."""
    if other.measure or not other.is_plain:
        return False
    if other.lemma is None:
        return grammar.relation(other.token).split(":")[0] in ("nsubj", "obj", "root", "ROOT")
    return other.lemma == lemma or (is_person(lemma) and other.lemma in _ANYBODY)


def _other_measure(copy: Copy, figure: Figure, outside: list[Figure]) -> Span | None:
    """The only weight, length or distance of the text in the unit of the caption, which has the caption's nowhere."""
    same = [f for f in outside if f.measure == figure.measure and f.is_plain]
    if len(same) != 1 or any(f.value == figure.value for f in outside) or not is_slip(same[0].value, figure.value):
        return None
    return copy.span(same[0].start, same[0].end)


def _groups(copy: Copy, lemma: str, paragraph: Span) -> Iterator[tuple[float, Span]]:
    """ "a pair of lions" outside the caption."""
    for token in copy.words.spelt(_GROUPS):
        value = _GROUPS[token.lower_]
        if not paragraph.start <= token.idx < paragraph.end:
            for how, noun in grammar.modifiers(token):
                if how == "of" and noun.lemma_.lower() == lemma:
                    yield value, copy.span(token.idx, noun.idx + len(noun))


def _finding(here: Span, there: Span) -> Finding:
    return Finding(
        here,
        f"Possible contradiction: the caption says {here.text}, the text {there.text}. Check the number.",
        suggestion=there.text,
        evidence=(there,),
    )
