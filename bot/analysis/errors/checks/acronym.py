"""An abbreviation whose letters are not those of the name it stands for."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.short_names import (
    almost_known,
    contradicts_known,
    fits,
    initials,
    is_slip,
    known_names,
    may_come_from,
    one_apart,
    with_commas,
)
from bot.model import Span

_PART = r"(?>[A-Z][\w’'&.]{0,40}(?:-(?![A-Z])[\w’'&.]{0,40}){0,4})"
"""A word that ends at a hyphen before a capital. Read in one way only, and so in linear time."""
_FULL = rf"(?P<name>{_PART}(?:[ -](?:{_PART}|of|the|and|for|in|on|to|at|de|la|&)){{1,9}})"
_SHORT = r"(?P<short>[A-Z][A-Za-z&-]{1,9})"
_KNOWN_AS = (
    r",? or(?: the)?|,? (?:better |also |commonly |usually |widely )?(?:known|abbreviated|shortened|referred to)"
    r" (?:as|to|by)(?: the| its)?(?: (?:initials|acronym|abbreviation|letters))?|, called the| [–—](?: the)?"
)
_CASED = r"(?:[A-Z]{3,8}|[A-Z][a-z]{3,7})"
"""Letters, or a word of them: "Unicef"."""
_NAMED = re.compile(
    rf"{_FULL} \({_SHORT}\)|{_FULL.replace('name', 'name2')}(?:{_KNOWN_AS}) (?P<short2>{_CASED})(?=[,.;:)]| [–—])"
)
_REVERSED = re.compile(
    rf"\b(?P<short>{_CASED})(?: [\w]+){{0,2}} \((?P<name>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|the|and|for|in|on|to"
    r"|at|&)){1,9})\)"
)
_LETTERS_FIRST = re.compile(
    r"\b(?P<short>[A-Z]{3,8}),? (?:or|(?:which )?(?:is )?(?:short|stands) for|an? (?:acronym|abbreviation) (?:of|for))"
    rf" (?:the )?{_FULL}(?=[,.;:)”\"])"
    rf"|\b(?P<short2>[A-Z]{{3,8}}), the {_FULL.replace('name', 'name2')}(?=[,.;:)”\"])"
    rf"|{_FULL.replace('name', 'name3')}, (?:the )?(?P<short3>{_CASED})(?=[,.;])"
)
"""The letters before the name: "ILO, the International Labour Organization,"."""
_REACH = 100
"""Characters before a name in which it may have begun, for commas in it."""
_SENTENCE_END = re.compile(r"(?<=[a-z]{2}\.) (?:The )?|\AThe ")
_USED = re.compile(r"(?<![\w.&/-])([A-Z]{3,8})(?![\w&/-]|\.\w)")
_ENGLISH_SPEAKING = frozenset(
    {"US", "GB", "IE", "CA", "AU", "NZ", "NG", "GH", "KE", "UG", "ZA", "ZW", "ZM", "IN", "JM", "TT", "SG", "BB", "SL"}
)

_WITH_ENGLISH_NAMES = frozenset(
    {"JP", "KR", "TW", "TH", "PK", "BD", "LK", "NP", "MV", "MM", "AE", "QA", "KW", "OM", "BH", "SA", "JO", "ET", "HK"}
)
"""States that write otherwise than in Latin letters, and so abbreviate the English names of their bodies."""
_JOINED = re.compile(r"([A-Z][\w-]+) and ([A-Z][\w-]+)")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name and the abbreviation beside it. ``place`` is that of the abbreviation, ``full`` that of the name."""

    name: str
    short: str
    place: Span
    full: Span


@check("fact.acronym", "Abbreviation and name do not fit", severity="major", confidence=0.75)
def acronym(copy: Copy) -> Iterator[Finding]:
    """Abbreviations beside names whose letters do not give them, and abbreviations that change within the text.

    Letters that differ altogether mostly come from another language. They are questioned where the text uses
    another abbreviation that fits, and in news of English-speaking countries alone.
    """
    yield from _of_small_words(copy)
    pairs = list(_pairs(copy))
    used = Counter(_USED.findall(copy.text))
    for pair in pairs:
        confidence = _doubt(copy, pair, pairs, used)
        if confidence is not None and not pair.name.casefold().endswith(_known_as(pair.short)):
            yield Finding(
                _together(copy, pair),
                _why(pair.short, pair.name),
                evidence=(pair.place,),
                confidence=confidence,
            )
    yield from _changed(copy, pairs, used)
    yield from _almost_known(copy, pairs, used)
    yield from _swapped(copy, pairs, used)


def _known_as(short: str) -> tuple[str, ...]:
    return tuple(name.casefold() for name in known_names(short))


def _pairs(copy: Copy) -> Iterator[_Pair]:
    for pattern in (_NAMED, _REVERSED, _LETTERS_FIRST):
        for match, field in copy.matches(pattern):
            end = next(end for end in ("", "2", "3") if match.groupdict().get(f"name{end}"))
            if pattern is _LETTERS_FIRST and not _is_one_body(match.group(f"name{end}"), match.group(f"short{end}")):
                continue
            name, short = f"name{end}", f"short{end}"
            letters = match.group(short)
            if letters[1:].islower() and known_names(letters.upper()):
                letters = letters.upper()  # "Unicef", "Ofsted"
            if not letters.removesuffix("s").isupper():
                continue
            start, stop = match.span(name)
            if ends := list(_SENTENCE_END.finditer(match.group(name))):
                start += ends[-1].end()
            if (copy.text if field == "text" else copy.title)[:stop].casefold().endswith(_known_as(letters)):
                continue  # "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF)"
            full = copy.span(start, stop, field)
            place = copy.span(*match.span(short), field)
            before = copy.text[max(0, start - _REACH) : stop] if field == "text" else ""
            if (longer := with_commas(before, letters)) is not None:
                full = copy.span(stop - len(longer), stop, field)
            yield _Pair(full.text, letters, place, full)


def _is_one_body(name: str, short: str) -> bool:
    """True for letters that are those of the name but for their order, or that stand for nearly that name.

    Others stand side by side for two bodies: "the WHO, the World Bank".
    """
    return _is_reordered(name, short) or contradicts_known(name, short)


def _why(short: str, name: str) -> str:
    known = known_names(short)
    if known:
        return f"Possible slip: “{short}” mostly stands for “{known[0]}”, not for “{name}”. Check both."
    return f"Possible slip: the letters of “{short}” do not fit “{name}”. Check both."


def _together(copy: Copy, pair: _Pair) -> Span:
    """Both, as a slip may be in either: "the World Health Programme (WFP"."""
    start, end = min(pair.full.start, pair.place.start), max(pair.full.end, pair.place.end)
    return copy.span(start, end, pair.full.field)


def _doubt(copy: Copy, pair: _Pair, pairs: list[_Pair], used: Counter[str]) -> float | None:
    """How sure it is that an abbreviation and its name do not go together; None when they may."""
    name, short = pair.name, pair.short
    if contradicts_known(name, short):
        return 0.85
    if fits(name, short.removesuffix("s")) or fits(name, short) or len(short) < 3 or short.endswith("s"):
        return None
    reordered = _is_reordered(name, short) and not _swaps_joined(name, short)
    if is_slip(name, short) and not (reordered and _is_abroad(copy)):
        return 0.8
    defined = {other.short for other in pairs}
    if used[short] <= 1 and any(_is_rival(other, pair) for other in used if other not in defined):
        return 0.8
    if not may_come_from(name, short) and _is_english_story(copy) and len(short) <= len(name.split()):
        return 0.6
    return None


def _is_rival(other: str, pair: _Pair) -> bool:
    """True for an abbreviation that fits the name better, or that is a letter away from the one beside it."""
    return (len(other) >= 3 and fits(pair.name, other)) or one_apart(list(other), list(pair.short))


def _is_reordered(name: str, short: str) -> bool:
    """True for the letters of the name in another order, as in a translated one: Social Democratic Party (SPD)."""
    return any(sorted(form) == sorted(short) for form in initials(name))


def _swaps_joined(name: str, short: str) -> bool:
    """True for the letters of two joined words in each other's place, which no translation does: Bread and Pastry."""
    match = _JOINED.search(name)
    return match is not None and fits(f"{name[: match.start()]}{match[2]} and {match[1]}{name[match.end() :]}", short)


def _is_abroad(copy: Copy, until: int | None = None) -> bool:
    """True when the first country that the text touches speaks another language, so a name may be a translation."""
    nearby = (where for where in copy.places if until is None or where.start < until)
    first = next((where.place.country for where in nearby if where.place.country), None)
    return first is not None and first not in _ENGLISH_SPEAKING | _WITH_ENGLISH_NAMES


def _is_english_story(copy: Copy) -> bool:
    """True when all countries that the text touches speak English, so that no name is a translation."""
    countries = {where.place.country for where in copy.places if where.place.country}
    return bool(countries) and countries <= _ENGLISH_SPEAKING


_SOLE_NAME = re.compile(rf"(?<![\w’'-]){_FULL}")
_BODIES = word_set(
    "Administration Agency Alliance Assembly Association Authority Bank Board Bureau Center Centre Club Coalition "
    "College Commission Committee Confederation Congress Consortium Corporation Corps Council Court "
    "Department Directorate Division Executive Federation Fellowship Force Forum Foundation Front Fund "
    "Group Guild Initiative Inspectorate Institute Institution Laboratory League Ministry Mission "
    "Movement Network Office Organisation Organization Panel Partnership Party Program Programme Project "
    "Secretariat Service Services Society Staff Syndicate Team Tribunal Trust Union Unit United "
    "University Watch"
)
"""Last words of the names of bodies."""


def _changed(copy: Copy, pairs: list[_Pair], used: Counter[str]) -> Iterator[Finding]:
    """An abbreviation that nothing explains, a slip away from one that the text explains or from a name in it."""
    if not used:
        return
    explained = {pair.short for pair in pairs}
    names = [pair.full for pair in pairs if len(pair.short) >= 3 and fits(pair.name, pair.short)]
    for match in find_all(_SOLE_NAME, copy.text):
        name = match["name"].removesuffix(".")
        name = next((piece for piece in name.split(". ") if piece), name)
        if name.rpartition(" ")[2] in _BODIES:
            names.append(copy.span(match.start() + 4 * name.startswith("The "), match.start() + len(name)))
    if not names:
        return
    seen: set[str] = set()
    for match, field in copy.matches(_USED):
        word, at = match.group(), match.start() if field == "text" else len(copy.text)
        if word in seen or word in explained or word in _UNEXPLAINED or any(fits(n.text, word) for n in names):
            continue
        if copy.title.isupper() if field == "title" else copy.is_quoted(at):
            continue
        seen.add(word)
        if any(known in copy.text for known in known_names(word)):
            continue
        full = next((name for name in names if name.start < at and _is_near(name.text, word, pairs)), None)
        if full is not None and _is_known_otherwise(word, full.text) and not _is_abroad(copy, at):
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip: “{word}” is explained nowhere, and its letters are close to those of “{full.text}”. "
                "Check both.",
                evidence=(full,),
                confidence=0.7,
            )


_UNEXPLAINED = word_set(
    "MBA NDA NGL UBS PSD SPD PSG CEO CFO COO CTO COE GPS ETF ESG DVD SUV PDF IPO VAT GPA USD AUD PNP TSB SAS SAP ITV"
    " LSE SME ACF AFC CDU UDC"
)
"""Degrees, posts, firms and parties that no text explains, and that are others with two letters swapped."""


def _swapped(copy: Copy, pairs: list[_Pair], used: Counter[str]) -> Iterator[Finding]:
    """An abbreviation used once, and explained nowhere, that is another of the text with two letters swapped."""
    explained = {pair.short for pair in pairs}
    for match, field in copy.matches(_USED):
        word = match.group()
        if used[word] > (field == "text") or word in explained or word in _UNEXPLAINED or known_names(word):
            continue
        if any(fits(pair.name, word) for pair in pairs):
            continue
        turned = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}
        other = next(
            (one for one in turned if one in explained or used[one] > 1 or _is_used_and_known(one, used)), None
        )
        if other is not None:
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip: “{word}” stands only here, and the text has “{other}”. Check both.",
                suggestion=other,
                confidence=0.7,
            )


def _is_used_and_known(short: str, used: Counter[str]) -> bool:
    return used[short] > 0 and bool(known_names(short))


def _sole_names(copy: Copy) -> Iterator[tuple[int, str, int]]:
    """The names of several words, each with its start and end; a full stop before a capital parts two sentences."""
    for match in find_all(_SOLE_NAME, copy.text):
        start = match.start()
        for piece in _STOP.split(match["name"]):
            name = piece.removesuffix(".")
            yield start, name, start + len(name)
            start += len(piece) + 1


_STOP = re.compile(r"(?<=[a-z]{3}\.) ")


def _almost_known(copy: Copy, pairs: list[_Pair], used: Counter[str]) -> Iterator[Finding]:
    """A name that nothing abbreviates and that is one word away from a well-known one."""
    abbreviated = {pair.full.start for pair in pairs}
    for start, name, end in _sole_names(copy):
        known = almost_known(name, used) if len(name) > _SHORTEST_NAME and start not in abbreviated else None
        if known is not None and copy.text[end : end + 2] != " (":
            yield Finding(
                copy.span(start, end),
                f"Possible wrong name: “{name}” is one word away from “{known}”. Check the name.",
                suggestion=known,
                confidence=0.7,
            )


_SHORTEST_NAME = 20
"""Letters of a name below which none of the table has three words."""


def _is_near(name: str, word: str, pairs: list[_Pair]) -> bool:
    """True for the initials of a name in another order, with one of them another, or one more or less."""
    letters = list(word)
    forms = [next(initials(name), []), *(list(pair.short) for pair in pairs if pair.name == name)]
    for form in (form for form in forms if len(form) >= 3):
        if sorted(form) == sorted(letters) or (len(form) == len(letters) and one_apart(form, letters)):
            return True
        shared = (Counter(form) & Counter(letters)).total()
        if len(letters) >= 4 and shared >= len(letters) - 1 and abs(len(form) - len(letters)) <= 1:
            return True
    return False


def _is_known_otherwise(word: str, name: str) -> bool:
    """True unless a well-known abbreviation, of other letters, stands for what the name has too little of."""
    known = known_names(word)
    if sorted(next(initials(name))) == sorted(word):
        return True
    return not known or any(len(set(other.split()) & set(name.split())) >= 2 for other in known)


_SMALL_WORDS = re.compile(r"\b([A-Z]?(?:[a-z]{1,24}[ -]){2,5}[a-z]{1,24}) \(([A-Z]{3,5})\)")


def _of_small_words(copy: Copy) -> Iterator[Finding]:
    """ "gross domestic product (GPD)", "gross national product (GDP)": letters in another order, or another word."""
    for match, field in copy.matches(_SMALL_WORDS):
        short = match.group(2)
        words = re.split(r"[ -]", match.group(1))[-len(short) :]
        initials = "".join(word[0] for word in words).upper()
        is_other = contradicts_known(match.group(1), short)
        if is_other or (len(words) == len(short) and initials != short and _may_be_slip(words, initials, short)):
            size = len(" ".join(words))
            yield Finding(
                copy.span(match.end(1) - size, match.end(2), field),
                _why(short, match.group(1)[-size:]),
            )


def _may_be_slip(words: list[str], initials: str, short: str) -> bool:
    """True for initials in another order, and for one that its word has no letter of, between others that fit."""
    differing = [i for i, (one, other) in enumerate(zip(initials, short, strict=True)) if one != other]
    if sorted(initials) == sorted(short):
        return True
    return len(differing) == 1 and differing[0] > 0 and short[differing[0]].lower() not in words[differing[0]]
