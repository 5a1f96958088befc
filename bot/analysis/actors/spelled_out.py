"""Acronyms and the names that they stand for, where the article has both."""

from collections.abc import Iterable, Iterator

from bot.analysis.actors.mentions import ORG, Candidate
from bot.analysis.actors.names import SMALL_WORDS, fold, initials, is_acronym, words
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

MIN_APART = 3
"""Letters that an acronym must have when it does not stand beside the name in brackets."""


def with_expansions(names: Iterable[Candidate], doc: Doc) -> list[Candidate]:
    """The names, and those that an acronym spells, in order.

    Before a bracketed acronym, after Schwartz and Hearst 2003, "A Simple Algorithm for Identifying
    Abbreviation Definitions in Biomedical Text": the long form stands right before the bracket and
    begins with the first letter. Elsewhere, capitalised words that nothing else names ("the World
    Food Programme … WFP").
    """
    kept = list(names)
    for token in doc[1:-1]:
        if not is_acronym(token.text) or doc[token.i - 1].text != "(" or doc[token.i + 1].text not in (")", ","):
            continue
        long = _long_form(doc, token.i - 1, token.text)
        if long is not None:
            inside = {t.i for t in long} | {token.i}
            kept = [name for name in kept if not inside & {t.i for t in name.span}]
            kept += [Candidate(long, long.root, "name", ORG), _name(token)]
    kept += _apart(kept, doc)
    return sorted(kept, key=lambda name: name.span.start)


def _name(token: Token) -> Candidate:
    return Candidate(token.doc[token.i : token.i + 1], token, "name", ORG)


def _long_form(doc: Doc, bracket: int, acronym: str) -> DocSpan | None:
    """The capitalised words before a bracket whose initials spell the acronym in it."""
    for start in range(bracket - 2, max(-1, bracket - 2 * len(acronym) - 4), -1):
        first = doc[start]
        if first.is_sent_start and first.i < start:
            return None
        if first.text[:1].isupper() and fold(acronym) in initials(words(doc[start:bracket].text)):
            return doc[start:bracket]
    return None


def _apart(names: list[Candidate], doc: Doc) -> Iterator[Candidate]:
    """The acronyms, and the words that they spell somewhere else, as far as neither is named."""
    taken = {token.i for name in names for token in name.span}
    short: dict[str, list[Token]] = {}
    for token in doc:
        if is_acronym(token.text) and len(token) >= MIN_APART and token.text.isalpha():
            short.setdefault(fold(token.text), []).append(token)
    for run in _capitalised(doc) if short else ():
        spelled = short.keys() & initials(words(run.text)) if taken.isdisjoint(t.i for t in run) else set()
        if not spelled:
            continue
        yield Candidate(run, run.root, "name", ORG)
        for acronym in spelled:
            yield from (_name(token) for token in short.pop(acronym) if token.i not in taken)


def _capitalised(doc: Doc) -> Iterator[DocSpan]:
    """Runs of capitalised words with small words between them, inside one sentence."""
    start: int | None = None
    last = 0
    for token in doc:
        if token.text[:1].isupper() and token.is_alpha and not (token.is_sent_start and token.lower_ in SMALL_WORDS):
            if start is None or token.is_sent_start:
                if start is not None:
                    yield doc[start : last + 1]
                start = token.i
            last = token.i
        elif start is not None and (token.lower_ not in SMALL_WORDS or token.is_sent_start):
            yield doc[start : last + 1]
            start = None
    if start is not None:
        yield doc[start : last + 1]
