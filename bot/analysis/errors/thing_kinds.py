"""A thing that the text calls by another kind: a destroyer that is "the submarine" further down.

The families of kinds are in ``thing_kinds.toml``. "The" makes a thing known that was told of; where nothing told of is
of the kind that a noun names, and one thing of its family is, that thing is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.lexicon import read_words
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

Kind = tuple[str, frozenset[str]]
"""The family of a noun, and every word for what is of its kind."""

_STILL_ONE = word_set("old former stricken damaged sunken historic ancient whole same crippled disused abandoned")
"""What may stand between "the" and the noun without telling of another one."""


_AT_ONCE = word_set(
    "river stream creek lake sea car van bus coach train tram lorry truck wagon bike bicycle machine church "
    "chapel cathedral library castle palace bridge zoo storm shock drought spring book show story life work mass fish "
    "bird tree dog cat horse lifeboat boat ship satellite probe"
)
"""What "the" may speak of before the text has told of it: what every place has, and words for many things."""


@cache
def _kinds() -> dict[str, list[Kind]]:
    found: dict[str, list[Kind]] = defaultdict(list)
    for family, groups in read_words("bot.analysis.errors", "thing_kinds.toml").items():
        for group in groups:
            words = frozenset(group.split("="))
            for word in words:
                found[word].append((family, words))
    return dict(found)


def _own_kind(lemma: str, family: str) -> frozenset[str] | None:
    """The kind that a word names; one that stands in several groups ("ship") names none of its own."""
    kinds = [words for name, words in _kinds().get(lemma, []) if name == family]
    return kinds[0] if len(kinds) == 1 else None


def two_kinds(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """A thing with the kind that it has above, and the words that call it something else."""
    yield from _bodies(copy)
    named: dict[str, list[Token]] = defaultdict(list)
    for words in copy.all_words:
        for noun in words.of_lemma(_kinds()):
            for family, _ in _kinds()[noun.lemma_.lower()]:
                named[family].append(noun)
    for family, nouns in named.items():
        for noun in nouns:
            first = _meant(copy, noun, family, nouns) if noun.doc is copy.body else None
            if first is not None:
                yield copy.of(first), copy.of(noun)
                break


def _bodies(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """A named body whose later mentions call it what it is not: "Open Door, a charity … the company"."""
    for actor in copy.story.actors:
        if actor.kind not in ("organization", "place") or all(mention.kind == "name" for mention in actor.mentions):
            continue
        told: dict[str, tuple[str, Span]] = {}
        for mention in sorted(actor.mentions, key=lambda one: (one.field != "title", one.start)):
            if mention.field != "text" or copy.is_quoted(mention.start):
                continue
            for family, value in _told_kinds(mention.text):
                first, place = told.setdefault(family, (value, mention))
                if first != value and mention.kind != "name" and _is_alone(copy, mention, value):
                    yield place, mention
                    return


_FURTHER = re.compile(r" (?:that|which|who|whose|of|at|in|for|from|with|to|on)\b")


_FIRM = re.compile(
    r"\b(?:AG|plc|PLC|Inc|Ltd|LLC|LLP|GmbH|SA|S\.A|SE|Corp|Corporation|NV|N\.V|AB|ASA|Oyj|SpA|Holdings|Group|Industries)\b"
    r"|\b(?:[a-z]*maker|producer|operator|developer|start-?up|giant|chain|subsidiary|conglomerate|shareholder)s?\b"
)
"""Words for companies, and parts of their names."""


def _is_alone(copy: Copy, mention: Span, kind: str) -> bool:
    """True for "the company" with nothing behind that says which, where no company stands before."""
    is_bare = mention.text.lower().startswith("the ") and not _FURTHER.match(copy.text, mention.end)
    if kind == "company" and _FIRM.search(copy.text, 0, mention.start):
        return False
    before = (word for word in re.findall(r"[a-z]+", copy.text[: mention.start].lower()))
    return is_bare and not any(kind in (_BODIES.get(word.removesuffix("s")), _LEVELS.get(word)) for word in before)


def _told_kinds(text: str) -> Iterator[tuple[str, str]]:
    """What the words of a mention say that a body is: its kind, the level of a school."""
    words = [word.rstrip(".,'’").lower() for word in text.split()]
    if words[-1] in _BODIES:
        yield "body", _BODIES[words[-1]]
    level = next((_LEVELS[word] for word in words if word in _LEVELS), None)
    if level is not None and (words[-1] in _LEVELS or words[-1] in ("school", "academy")):
        yield "level", level


_BODIES = {
    word: kind
    for kind, words in {
        "charity": "charity",
        "company": "company firm manufacturer retailer insurer airline brewer supplier",
        "school": "school",
        "college": "college",
        "university": "university",
        "hospital": "hospital infirmary",
        "hotel": "hotel",
        "museum": "museum",
        "union": "union",
        "bank": "bank",
        "newspaper": "newspaper paper daily weekly",
        "party": "party",
        "church": "church",
        "mosque": "mosque",
        "prison": "prison jail",
        "council": "council",
        "ministry": "ministry",
        "theatre": "theatre theater",
        "library": "library",
    }.items()
    for word in words.split()
}
_LEVELS = {
    **dict.fromkeys(("primary", "elementary", "infant", "infants"), "primary"),
    **dict.fromkeys(("secondary",), "secondary"),
    **dict.fromkeys(("nursery", "kindergarten"), "nursery"),
}


def _meant(copy: Copy, noun: Token, family: str, nouns: list[Token]) -> Token | None:
    """The first noun for the thing that is meant by a noun that cannot be said of it."""
    words = _own_kind(noun.lemma_.lower(), family)
    if words is None or noun.lemma_.lower() in _AT_ONCE or not _is_known(noun) or copy.is_quoted(noun.idx):
        return None
    before = [one for one in nouns if one.doc is not copy.body or one.i < noun.i]
    sure = [(one, kind) for one in before if (kind := _own_kind(one.lemma_.lower(), family)) is not None]
    kinds = {kind for _, kind in sure}
    if len(kinds) != 1 or words in kinds or any(one.tag_ in ("NNS", "NNPS") for one in before):
        return None
    first = sure[0][0]
    is_told_again = sum(1 for one in nouns if one.lemma_ == noun.lemma_) > 1
    if is_told_again or not _is_introduced(first) or first.sent.start == noun.sent.start:
        return None
    own = {word for word in words if _own_kind(word, family) is not None}
    return None if _is_spoken_of(copy, noun, own) else first


def _is_known(noun: Token) -> bool:
    """True for "the submarine", with nothing that says which one."""
    children = grammar.dependents(noun)
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if (
        noun.tag_ != "NN"
        or grammar.relation(noun) == "compound"
        or after is None
        or after.pos_ in ("NOUN", "PROPN", "NUM")
    ):
        return False
    if after.text == "," and noun.doc[min(noun.i + 2, len(noun.doc) - 1)].text[:1].isupper():
        return False
    rest = [
        child
        for child in children
        if grammar.relation(child) not in ("case", "punct", "cop", "nsubj")
        and not (grammar.relation(child) == "acl" and after.text == ",")
    ]
    return any(child.lower_ == "the" for child in children) and all(
        child.lower_ == "the" or child.lower_ in _STILL_ONE for child in rest
    )


def _is_introduced(noun: Token) -> bool:
    """True for one thing of which the text tells as new or by name: "a destroyer", "the destroyer Kestrel"."""
    if any(child.lower_ in ("a", "an") for child in grammar.dependents(noun)):
        return True
    if any(how in ("at", "in", "near", "of") and other.pos_ == "PROPN" for how, other in grammar.modifiers(noun)):
        return True
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    before = noun.doc[noun.i - 1] if noun.i else None
    return (after is not None and after.text[:1].isupper()) or (before is not None and before.pos_ == "PROPN")


def _is_spoken_of(copy: Copy, noun: Token, own: set[str]) -> bool:
    """True when headline or body has a word of the kind before, be it in a name or as part of another."""
    told = [*(token.lower_ for token in copy.docs[0]), *(token.lower_ for token in copy.body[: noun.i])]
    return any(word.removesuffix("s") in own or word.removesuffix("es") in own for word in told)
