"""One quotation given twice, in other words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_families import same_family
from bot.model import Span

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?! )([^‘’']{4,400}(?:[’'](?=\w)[^‘’']{1,400}){0,20})[’'](?!\w)")
_DOUBLE = re.compile(r"[“\"](?! )([^“”\"]{4,})[”\"]")
_AFTER_COLON = re.compile(r"^[^:“”\"‘]{3,40}: ((?:I|We|My|Our|It|You|They|Don[’']t)\b[^:“”\"]{8,})$")
"""A quotation without marks: "Actor: I owe it all to my teacher"."""
_CITING = re.compile(
    r"\b(?:words?|phrase|term|line|remark|message|slogan|motto|sentence|description|boast|joke|quip|claim|comment|warning"
    r"|promise|pledge|vow|refrain|mantra|talk|suggestion|notion|accusation|charge|label|verdict|complaint|view|quote|cry"
    r"|chant|plea|threat|assertion|insistence)s?(?: [\w’'%-]+){0,7}[,:]? \Z"
    r"|\b(?:meant by|(?:refer|spoke|speak|talk)\w* (?:to|of)|wr(?:o|i)t(?:e|es|ten|ing)|chalk\w*|paint\w*|print\w*"
    r"|stitch\w*|carv\w*)(?: [\w’'%-]+){0,2}[,:]? \Z"
    r"|\b(?i:asked|pressed)(?: [\w’'%-]+){0,4} (?:whether|if|about)(?: [\w’'%-]+){0,4}[,:]? \Z"
)
"""What stands before words that were said or written before: "the phrase “…”", "her line that it was “…”"."""
_CITED = re.compile(r"[^.“\"‘\n]{0,40}?\b(?:repeat|echo|borrow|quot|mimic)(?:s|es|ed|ing|ked|king)?\b")
"""What stands behind them: "“…,” she repeats", "borrowing a phrase"."""
_CALLED = re.compile(r"\b(?:call|describ|brand|label|dub|dismiss|denounc|hail)\w* (?:[^.;“”\"]{0,50} )?\Z")
"""What gives words of somebody's own: "called the verdict “…”"."""
_FEWEST, _LONGEST = 3, 60
_SHARE, _SHARE_IN_BODY = 0.6, 0.7
"""The share of a quotation's words that must stand in the other, in their order."""
_REACH = 80
_MOST_CHANGES, _FEWEST_HEAVY = 2, 2
_MANY_KEPT, _RARE = 5, 25
"""Words that two speakers share, and the commonness of one of them, when one must be quoting the other."""
_AUXILIARIES = word_set(
    "will would can could shall should may might must has have had do does did i'll we'll i'm we're it's"
)
_LIGHT = word_set(
    "a an the and or but of to in on at for by with is are was were be been it its this that these those"
    " as we i he she they you our their his her my your"
)


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What stands in one pair of marks: its words with their places, who says it, whether a speaker cites it."""

    span: Span
    words: list[tuple[str, int, int]]
    speaker: str | None = None
    cited: bool = False

    @property
    def plain(self) -> list[str]:
        """The words alone."""
        return [word for word, _, _ in self.words]

    def is_set_apart(self, at: int) -> bool:
        """True where a comma stands before a word, as before the person spoken to: "Mind the step, Tom"."""
        start = self.span.start
        return at > 0 and "," in self.span.text[self.words[at - 1][2] - start : self.words[at][1] - start]

    def holds(self, other: "_Quotation") -> bool:
        """True when the other stands inside this one."""
        return self.span.start <= other.span.start and other.span.end <= self.span.end


@dataclass(frozen=True, slots=True)
class _Change:
    """Where two quotations differ, and the share of the words of the shorter one that they have in common."""

    share: float
    here: Span
    there: Span


@check("quote.altered", "Quotation given in two wordings", severity="major", confidence=0.75)
def altered_quote(copy: Copy) -> Iterator[Finding]:
    """A quotation of the headline, or one that is repeated in the body, that another one has with a word changed."""
    quotations = list(_quotations(copy))
    for pattern in (_SINGLE, _DOUBLE, _AFTER_COLON):
        for match in pattern.finditer(copy.title):
            quoted = _read(copy.span(*match.span(1), "title"))
            if (change := _best(copy, quoted, quotations) or _half(copy, quoted, quotations)) is not None:
                yield _finding(*_suspect_first(copy, change))
    found: set[tuple[int, int]] = set()
    for quoted in quotations:
        if _FEWEST <= len(quoted.words) <= _LONGEST:
            others = [other for other in quotations if _may_repeat(quoted, other)]
            change = _best(copy, quoted, others)
            if change is not None and (place := (change.here.start, change.there.start)) not in found:
                found |= {place, place[::-1]}
                earlier, later = sorted((change.here, change.there), key=lambda span: span.start)
                yield _finding(later, earlier)  # who repeats words is likelier to alter them


def _finding(here: Span, there: Span) -> Finding:
    return Finding(
        here,
        f"Possible altered quotation: “{here.text}” here, “{there.text}” where the same words are quoted again. "
        "Check what was said.",
        evidence=(there,),
    )


def _quotations(copy: Copy) -> Iterator[_Quotation]:
    """The quotations of the body, each followed by those in single marks inside it."""
    speakers = {quote.start: quote.speaker_id for quote in copy.story.quotes if quote.field == "text"}
    for region in copy.regions:
        start, end = region.start + 1, region.end - (1 if region.closed else 0)
        if not copy.text[start : max(start, end)].strip():
            continue
        yield _read(copy.trimmed(start, end), speakers.get(region.start), _is_cited(copy, region.start, region.end))
        for match in _SINGLE.finditer(copy.text, start - 1, end):
            yield _read(copy.span(*match.span(1)), cited=True)
    for quote in copy.story.quotes:
        if (
            quote.kind != "indirect"
            and quote.field == "text"
            and quote.text[0] == "‘"
            and not copy.is_quoted(quote.start)
        ):
            inside = copy.trimmed(quote.start + 1, max(quote.start + 2, quote.end - 1))
            yield _read(inside, quote.speaker_id, _is_cited(copy, quote.start, quote.end))


def _is_cited(copy: Copy, start: int, end: int) -> bool:
    """True for words in marks that the text says were said or written before."""
    before = copy.text[max(0, start - _REACH) : start]
    if _CALLED.search(before) is not None:
        return False
    return _CITING.search(before) is not None or _CITED.match(copy.text, end, end + _REACH) is not None


def _read(span: Span, speaker: str | None = None, cited: bool = False) -> _Quotation:
    # what stands in brackets is the editor's
    text = _BRACKETS.sub(lambda match: " " * len(match.group()), span.text)
    words = [
        (m.group().lower().replace("’", "'"), span.start + m.start(), span.start + m.end())
        for m in _WORD.finditer(text)
    ]
    return _Quotation(span, words, speaker, cited)


def _may_repeat(shorter: _Quotation, longer: _Quotation) -> bool:
    """True for a quotation as long or longer that is no part of the other."""
    return len(longer.words) >= len(shorter.words) and not (longer.holds(shorter) or shorter.holds(longer))


def _best(copy: Copy, quoted: _Quotation, others: list[_Quotation]) -> _Change | None:
    """The change that leaves most of a quotation; None when another one has all of it."""
    if len(quoted.words) < _FEWEST:
        return None
    best: _Change | None = None
    for other in others:
        if _contains(other.plain, quoted.plain):
            return None
        change = _change(copy, quoted, other)
        if change is not None and (best is None or change.share > best.share):
            best = change
    return best


def _half(copy: Copy, quoted: _Quotation, others: list[_Quotation]) -> _Change | None:
    """Two words of the headline of which the quotations have one beside another: "walking wall" for "a moving wall"."""
    if len(quoted.words) != 2 or " ".join(quoted.plain) in copy.text.lower() or set(quoted.plain) & _LIGHT:
        return None
    for kept, step in ((1, -1), (0, 1)):
        beside = [
            (other, at + step)
            for other in others
            for at, word in enumerate(other.plain)
            if word == quoted.plain[kept] and 0 <= at + step < len(other.plain)
        ]
        heavy = [(other, at) for other, at in beside if other.plain[at] not in _LIGHT]
        if len(heavy) == 1:
            other, at = heavy[0]
            here, there = quoted.words[1 - kept], other.words[at]
            return _Change(0.5, copy.span(here[1], here[2], "title"), copy.span(there[1], there[2]))
    return None


def _change(copy: Copy, quoted: _Quotation, other: _Quotation) -> _Change | None:
    cited = quoted.cited or other.cited
    found = _aligned(quoted.plain, other.plain, _MOST_CHANGES + cited)
    if found is None and (quoted.cited or quoted.span.field == "title"):
        found = _with_one_word_changed(quoted.plain, other.plain)
    if found is None and cited:
        found = _turned(quoted.plain, other.plain) or _continued(quoted.plain, other.plain)
    if found is None or _is_address(quoted, other, found):
        return None
    kept, (a, b), (c, d) = found
    share = len(kept) / len(quoted.words)
    cited = cited or _goes_on(copy, quoted, other, (a, c))
    if len(quoted.words) == _FEWEST and quoted.span.field == "text" and not (cited or _is_framed(quoted, other, kept)):
        return None
    if not cited and _is_one_turn(copy, quoted, other) and not _is_echoed(quoted, other):
        return None
    if quoted.span.field == "text" and (
        (share < _SHARE_IN_BODY and not cited) or not (cited or _is_repeated(quoted, other, kept))
    ):
        return None
    if (_is_titled(quoted) and _is_titled(other)) or (not cited and _is_later(copy, quoted, other)):
        return None
    here = copy.span(quoted.words[a][1], quoted.words[b - 1][2], quoted.span.field)
    return _Change(share, here, copy.span(other.words[c][1], other.words[d - 1][2], other.span.field))


def _is_address(quoted: _Quotation, other: _Quotation, found: "Alignment") -> bool:
    """True for "Mind the step, Tom" taken up as "told him to mind the step himself": only who is spoken to is left."""
    _, (a, b), (c, _) = found
    return b == len(quoted.words) and quoted.is_set_apart(a) and not other.is_set_apart(c)


def _goes_on(copy: Copy, quoted: _Quotation, other: _Quotation, at: tuple[int, int]) -> bool:
    """True when the word before the mark also stands before the same words: "to stop “selling seats”"."""
    if quoted.span.field != "text" or at[1] - at[0] < 1:
        return False
    before = _WORD.findall(copy.text[max(0, quoted.span.start - _REACH) : quoted.span.start])
    word = other.words[at[1] - at[0] - 1][0]
    return bool(before) and word not in _LIGHT and same_family(before[-1].lower(), word)


def _is_later(copy: Copy, one: _Quotation, other: _Quotation) -> bool:
    """True when the later of two quotations is said to be of another time, at which one may say otherwise."""
    if other.span.field == "title" or one.span.field == "title":
        return False
    at = max(one.span.start, other.span.start)
    return (
        re.search(r"\b(?:later|now|today|this time|by then|ago|once)\b[^.]*\Z", copy.text[max(0, at - _REACH) : at])
        is not None
    )


def _is_echoed(one: _Quotation, other: _Quotation) -> bool:
    """True when the later of two quotations opens with a question: "“A plaster on a broken kiln? She should …”"."""
    later = max((one, other), key=lambda quotation: quotation.span.start)
    return re.match(r"[^.!?]{3,80}\?", later.span.text) is not None


def _is_one_turn(copy: Copy, quoted: _Quotation, other: _Quotation) -> bool:
    """True for two quotations of one paragraph: "I came with a blanket," she said. "I leave with a blanket.\""""
    first, last = sorted((quoted.span, other.span), key=lambda span: span.start)
    return quoted.span.field == other.span.field == "text" and "\n" not in copy.text[first.end : last.start]


def _is_framed(quoted: _Quotation, other: _Quotation, kept: list[str]) -> bool:
    """True for three words of one speaker of which the middle one differs: "boring, patient work"."""
    ends = [quoted.plain[0], quoted.plain[-1]]
    return kept == ends and not set(ends) & _LIGHT and quoted.speaker is not None and quoted.speaker == other.speaker


def _is_repeated(one: _Quotation, other: _Quotation, kept: list[str]) -> bool:
    """True when what two quotations share is said by one speaker or cited by one, or too much for a coincidence."""
    if one.cited or other.cited or (one.speaker is not None and one.speaker == other.speaker):
        return True
    if one.speaker is not None and other.speaker is not None and not _is_echoed(one, other):
        return False  # who answers another plays upon their words
    heavy = [word for word in kept if word not in _LIGHT]
    return len(kept) >= _MANY_KEPT and len(heavy) > 1 and any(commonness(word) < _RARE for word in heavy)


def _suspect_first(copy: Copy, change: _Change) -> tuple[Span, Span]:
    """The place in the headline first, unless only its wording is borne out by the rest of the text."""
    here, there = change.here, change.there
    return (there, here) if _is_said(copy, here, there) and not _is_said(copy, there, there) else (here, there)


def _is_said(copy: Copy, words: Span, place: Span) -> bool:
    """True when the words stand in the body elsewhere than at a place, in the plural or the singular."""
    pattern = re.compile(rf"\b{re.escape(words.text)}s?\b", re.IGNORECASE)
    return any(match.start() != place.start for match in pattern.finditer(copy.text))


def _is_titled(quotation: _Quotation) -> bool:
    """True for the title of a work ("The Lord of the Rings"): no heavy word begins small."""
    text, start = quotation.span.text, quotation.span.start
    return all(text[at - start].isupper() for word, at, _ in quotation.words if word not in _LIGHT)


def _contains(words: list[str], some: list[str]) -> bool:
    return any(words[i : i + len(some)] == some for i in range(len(words) - len(some) + 1))


Alignment = tuple[list[str], tuple[int, int], tuple[int, int]]
"""The words kept, and where one quotation and the other have the first change."""


def _turned(some: list[str], words: list[str]) -> Alignment | None:
    """The words of a quotation in another order: "law is not sympathy" for "sympathy is not law"."""
    if len(set(some) - _LIGHT) < _FEWEST_HEAVY:
        return None
    size, all_of_them = len(some), Counter(some)
    at = next((i for i in range(len(words) - size + 1) if Counter(words[i : i + size]) == all_of_them), None)
    return None if at is None else (some, (0, size), (at, at + size))


def _with_one_word_changed(some: list[str], words: list[str]) -> Alignment | None:
    """Three words of which a heavy one differs, where the other quotation has them once: "a violent theft"."""
    if len(some) != _FEWEST or not {some[0], some[1]} & _LIGHT:
        return None
    found = []
    for i in range(len(words) - len(some) + 1):
        changed = [k for k in range(len(some)) if some[k] != words[i + k]]
        if len(changed) == 1 and not {some[changed[0]], words[i + changed[0]]} & _LIGHT:
            found.append((i, changed[0]))
    if len(found) != 1 or (found[0][1] == 0) or some[found[0][1]] in words:
        return None
    i, k = found[0]
    return [w for n, w in enumerate(some) if n != k], (k, k + 1), (i + k, i + k + 1)


def _continued(some: list[str], words: list[str]) -> Alignment | None:
    """The last word changed of a long stretch that both share, whatever stands before it."""
    block = SequenceMatcher(None, some, words, autojunk=False).find_longest_match()
    shared, a, b = some[block.a : block.a + block.size], block.a + block.size, block.b + block.size
    if len(shared) <= _FEWEST or len(set(shared) - _LIGHT) < _FEWEST_HEAVY or a != len(some) - 1 or b >= len(words):
        return None
    return None if {some[a], words[b]} & _LIGHT else (some[:a], (a, a + 1), (b, b + 1))


def _aligned(some: list[str], words: list[str], most: int) -> Alignment | None:
    """Where a quotation stands in another with few words changed: the words kept, and the changed stretches."""
    if (Counter(some) & Counter(words)).total() < _SHARE * len(some):
        return None  # asked first, as the blocks of two long quotations take long to find
    blocks = [b for b in SequenceMatcher(None, some, words, autojunk=False).get_matching_blocks() if b.size]
    kept = sum(block.size for block in blocks)
    heavy = {w for b in blocks for w in some[b.a : b.a + b.size]} - _LIGHT
    first, last = blocks[0], blocks[-1]
    # the quotation must begin and end in the other, but for one changed word at either end
    if (
        first.a > (2 if some[0] in ("a", "an") else 1)
        or last.a + last.size < len(some) - 1
        or kept < _SHARE * len(some)
        or not (heavy or len(words) == len(some))
    ):
        return None
    start, end = max(0, first.b - first.a), min(len(words), last.b + last.size + (len(some) - last.a - last.size))
    if end - start - len(some) not in (-1, 0, 1) or kept == len(some):
        return None
    if kept < 3 and len(some) - kept > 0 and len(heavy) < 2 and len(words) != len(some):
        return None
    pieces = SequenceMatcher(None, some, words[start:end], autojunk=False).get_opcodes()
    changes = [(a, b, c + start, d + start) for tag, a, b, c, d in pieces if tag != "equal"]
    changed = {w for a, b, _, _ in changes for w in some[a:b]} | {w for _, _, c, d in changes for w in words[c:d]}
    if not changes or len(changes) > most or not changed - _LIGHT - _AUXILIARIES:
        return None
    a, b, c, d = changes[0]
    if a == b:
        a, b = max(0, a - 1), min(len(some), a + 1)
    if c == d:
        c, d = max(start, c - 1), min(end, c + 1)
    return [w for block in blocks for w in some[block.a : block.a + block.size]], (a, b), (c, d)
