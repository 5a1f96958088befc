"""States and bodies that are no more, acting now."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_TABLE = Path(__file__).parents[1] / "data" / "ended.tsv"
_ENDED = {
    name: int(year) for name, year in (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
}
"""Names of states, bodies, firms and currencies, each with the year in which it ended or was named otherwise."""
_FIRST = "".join(sorted({name[0] for name in _ENDED}))
_NAMES = re.compile(
    rf"\b(?=[{_FIRST}])(" + "|".join(sorted(map(re.escape, _ENDED), key=len, reverse=True)) + r")\b(?!-)"
)
_CLEARED = re.compile(
    r"\b(?:former(?:ly)?|ex|old|then|late|post|pre|once|collapse[ds]?|fall"
    r"|(?<!which )(?<!who )fell|break-?up|dissolution"
    r"|dissolved|history|historic"
    r"|historian|era|anniversary|museum|memor\w+|veteran|cold war|revive|restore|rebuild|recreate|nostalgi\w+|legacy"
    r"|heritage|archives?|film|novel|book|born|first known as|successor|world war|like the)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:next (?:week|month|year|spring|summer|autumn|winter)|tomorrow|this (?:spring|summer|autumn|year|week"
    r"|month)|(?:on|since|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\ds?\b")


@check("fact.defunct-entity", "Body that no longer exists", severity="major", confidence=0.75)
def defunct(copy: Copy) -> Iterator[Finding]:
    """A present or future act by a state or body whose end is in a table, or a past one in the news of these days."""
    oldest = min((int(year[:4]) for year in _YEAR.findall(copy.text + copy.title)), default=None)
    for match, field in copy.matches(_NAMES):
        name, ended = match.group(1), _ENDED[match.group(1)]
        doc = copy.docs[0 if field == "title" else 1]
        span = doc.char_span(*match.span(1), alignment_mode="expand")
        if span is None or (copy.is_quoted(match.start()) and field == "text"):
            continue
        is_of_then = copy.published is not None and copy.published.year <= ended
        if is_of_then or _CLEARED.search(_clause(span)) or _YEAR.search(span.sent.text):
            continue
        now = _is_now(span, span.sent)
        if not now and not ((oldest is None or oldest > ended) and _acts_in_news(copy, span)):
            continue
        yield Finding(
            copy.span(*match.span(1), field),
            f"Possible anachronism: {name} ended in {ended}, and the text speaks of "
            + ("now or later" if now else "these days")
            + ". Check who is meant.",
            confidence=None if now else 0.65,
        )


_THESE_DAYS = re.compile(
    r"\b(?:on|last|next|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:last|next|this) (?:week|month|night|year|season|spring|summer|autumn|winter|weekend)\b"
    r"|\b(?:yesterday|tomorrow|today)\b"
)
_NO_ACT = frozenset(
    {
        "collapse",
        "fall",
        "dissolve",
        "found",
        "exist",
        "end",
        "join",
        "split",
        "abolish",
        "replace",
        "become",
        "succeed",
    }
    | {"break", "rename", "remember", "recall", "emigrate", "flee", "grow", "serve", "occupy", "invade", "annex"}
)
_PART_OF = ("nmod", "nmod:poss", "compound", "amod", "appos", "flat", "nmod:desc", "conj")
_BY = frozenset({"by", "according to", "into", "across"})


def _acts_in_news(copy: Copy, span: DocSpan) -> bool:
    """True for the name, or what belongs to it, as the subject or agent of an act in news of these days."""
    if not _THESE_DAYS.search(copy.text) or _CLEARED.search(span.sent.text):
        return False
    noun = span.root
    while grammar.relation(noun) in _PART_OF and (above := grammar.governor(noun)) is not None:
        noun = above
    verb = grammar.governor(noun)
    if verb is None or verb.lemma_.lower() in _NO_ACT:
        return False
    return grammar.relation(noun) in ("nsubj", "nsubj:pass") or (
        grammar.relation(noun) in ("obl:agent", "obl") and grammar.preposition(noun) in _BY
    )


def _clause(span: DocSpan) -> str:
    """The words around a name that can clear it: up to six before and eight after, in its sentence."""
    sentence = span.sent
    return span.doc[max(sentence.start, span.start - 6) : min(sentence.end, span.end + 6)].text


def _is_now(span: DocSpan, sentence: DocSpan) -> bool:
    """True for a future or present clause around the name, or words for a time to come in its sentence."""
    if _NOW.search(sentence.text) or any(
        token.lower_ == "will" for token in span.doc[span.end : min(sentence.end, span.end + 5)]
    ):
        return True
    verb: Token = span.root
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    near = [verb, *verb.children]
    return any(token.tag_ == "MD" or token.tag_ in ("VBZ", "VBP") for token in near)
