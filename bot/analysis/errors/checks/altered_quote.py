"""One quotation given twice, in other words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.model import FieldName, Span

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?! )([^‘’']{4,}(?:[’'](?=\w)[^‘’']+)*)[’'](?!\w)")
_DOUBLE = re.compile(r"[“\"](?! )([^“”\"]{4,})[”\"]")
_AFTER_COLON = re.compile(r"^[^:“”\"‘]{3,40}: ((?:I|We|My|Our|It|You|They|Don[’']t)\b[^:“”\"]{8,})$")
"""A quotation without marks: "Actor: I owe it all to my teacher"."""
_FEWEST, _LONGEST = 3, 60
_SHARE, _SHARE_IN_BODY = 0.6, 0.7
"""The share of a quotation's words that must stand in the other, in their order."""
_AUXILIARIES = frozenset(
    [
        "will",
        "would",
        "can",
        "could",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "i'll",
        "we'll",
        "i'm",
        "we're",
        "it's",
    ]
)
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "by",
        "with",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "as",
        "we",
        "i",
        "he",
        "she",
        "they",
        "you",
        "our",
        "their",
        "his",
        "her",
        "my",
        "your",
    ]
)


@check("quote.altered", "Quotation given in two wordings", severity="major", confidence=0.75)
def altered_quote(copy: Copy) -> Iterator[Finding]:
    """A quotation of the headline, or a short one of the body, that another quotation has with a word changed."""
    quotations = [_trim(copy, region.start + 1, region.end - (1 if region.closed else 0)) for region in copy.regions]
    words = [(span, _words(span)) for span in quotations]
    for pattern in (_SINGLE, _DOUBLE, _AFTER_COLON):
        for match in pattern.finditer(copy.title):
            span = copy.span(*match.span(1), "title")
            yield from _changed(copy, span, [w for w in words if w[1]])
    speakers = {quote.start: quote.speaker_id for quote in copy.story.quotes if quote.field == "text"}
    for i, (span, said) in enumerate(words):
        if _FEWEST < len(said) <= _LONGEST:
            speaker = speakers.get(copy.regions[i].start)
            others = [
                other
                for k, other in enumerate(words)
                if (k < i and len(other[1]) >= len(said)) or (k > i and len(other[1]) > len(said))
                if _one_speaker(speaker, speakers.get(copy.regions[k].start))
            ]
            yield from _changed(copy, span, others)


def _one_speaker(one: str | None, other: str | None) -> bool:
    """True when two quotations have one speaker, as far as is known of at least one."""
    return one == other if one and other else bool(one or other)


def _trim(copy: Copy, start: int, end: int) -> Span:
    return copy.trimmed(start, max(start, end))


def _words(span: Span) -> list[tuple[str, int, int]]:
    # what stands in brackets is the editor's
    text = _BRACKETS.sub(lambda match: " " * len(match.group()), span.text)
    return [
        (m.group().lower().replace("’", "'"), span.start + m.start(), span.start + m.end())
        for m in _WORD.finditer(text)
    ]


def _changed(copy: Copy, quoted: Span, others: list[tuple[Span, list[tuple[str, int, int]]]]) -> Iterator[Finding]:
    said = _words(quoted)
    if len(said) < _FEWEST:
        return
    plain = [word for word, _, _ in said]
    best: tuple[float, Span, Span] | None = None
    for other, theirs in others:
        their = [word for word, _, _ in theirs]
        if _contains(their, plain):
            return
        found = _aligned(plain, their)
        if found is None or (quoted.field == "text" and found[0] < _SHARE_IN_BODY):
            continue
        share, (a, b), (c, d) = found
        here = copy.span(said[a][1], said[b - 1][2], quoted.field)
        there = copy.span(theirs[c][1], theirs[d - 1][2], _field(other))
        if best is None or share > best[0]:
            best = share, here, there
    if best is not None:
        _, here, there = best
        yield Finding(
            here,
            f"Possible altered quotation: “{here.text}” here, “{there.text}” where the same words are quoted again. "
            "Check what was said.",
            evidence=(there,),
        )


def _field(span: Span) -> FieldName:
    return span.field


def _contains(words: list[str], some: list[str]) -> bool:
    return any(words[i : i + len(some)] == some for i in range(len(words) - len(some) + 1))


def _aligned(some: list[str], words: list[str]) -> tuple[float, tuple[int, int], tuple[int, int]] | None:
    """Where a quotation stands in another with few words changed: share of words kept, and the changed stretches."""
    if not set(some) & set(words):
        return None
    blocks = [b for b in SequenceMatcher(None, some, words, autojunk=False).get_matching_blocks() if b.size]
    kept = sum(block.size for block in blocks)
    heavy = {w for b in blocks for w in some[b.a : b.a + b.size]} - _LIGHT
    first, last = blocks[0], blocks[-1]
    # the quotation must begin and end in the other, but for one changed word at either end
    if (
        first.a > 1
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
    if not changes or len(changes) > 2 or not changed - _LIGHT - _AUXILIARIES:
        return None
    a, b, c, d = changes[0]
    if a == b:
        a, b = max(0, a - 1), min(len(some), a + 1)
    if c == d:
        c, d = max(start, c - 1), min(end, c + 1)
    return kept / len(some), (a, b), (c, d)
