"""“the” that is lost before a name or a superlative: "in United States", "is youngest member of the council"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_NAMES = re.compile(
    r"\b(?:United (?:States|Kingdom|Nations|Arab Emirates)|Netherlands|Philippines|Maldives|Bahamas|Seychelles|Gambia"
    r"|European (?:Union|Commission|Parliament)|(?:Solomon|Marshall|Faroe|Canary|Balearic|Falkland|Cook) Islands"
    r"|West Bank|Gaza Strip|(?:Middle|Far) East|Soviet Union|(?:Czech|Dominican|Central African) Republic"
    r"|Ivory Coast|Isle of (?:Man|Wight|Skye|Mull)|Alps|Andes|Himalayas|Balkans|Caribbean|Mediterranean|Arctic|Baltic"
    r"|White House|Bronx|House of (?:Commons|Lords|Representatives)|Supreme Court|High Court|Court of Appeal"
    r"|Bank of England|International Monetary Fund)\b(?![’'-])"
)
"""Names of countries, regions and bodies that have an article in running text."""
_NO_ARTICLE = frozenset({"Ivory Coast", "High Court", "Supreme Court"})
"""Names that local usage leaves bare."""


@check("grammar.lost-article", "Lost article", severity="minor", confidence=0.75)
def lost_article(copy: Copy) -> Iterator[Finding]:
    """A name that takes "the" right behind a preposition, and a superlative of one thing without "the"."""
    for match in find_all(_NAMES, copy.text):
        name = copy.body.char_span(*match.span(), alignment_mode="expand")
        if name is None or match[0] in _NO_ARTICLE or copy.is_quoted(match.start()) or not name.start:
            continue
        before, after = copy.body[name.start - 1], copy.body[min(name.end, len(copy.body) - 1)]
        led = (before.lower_ in _PREPOSITIONS and before.tag_ in ("IN", "TO")) or (
            before.lemma_ in _REACHING and before.pos_ == "VERB" and before.text.islower()
        )
        if led and before.whitespace_ and after.tag_ in _ENDS and not _is_modifier(name.root):
            yield _finding(copy, before, name[-1])
    for rank in copy.words.tagged("JJS"):
        noun = rank.head
        if noun.tag_ != "NN" or not rank.text.islower() or noun.i != rank.i + 1 or copy.is_quoted(rank.idx):
            continue
        told = any(c.dep_ == "cop" and c.i == rank.i - 1 for c in noun.children)
        bare = not any(c.dep_ in ("det", "nmod:poss", "nummod") for c in noun.children)
        goes_on = noun.i + 1 < len(copy.body) and noun.nbor().lower_ in _BEHIND
        if told and bare and goes_on and rank.lower_ not in ("most", "least") and noun.lower_ not in _COMPANIONS:
            yield _finding(copy, rank.nbor(-1), noun)


_PREPOSITIONS = word_set(
    "in from to of across around through throughout outside with between for by at on into against"
)
_REACHING = frozenset({"leave", "visit", "reach", "enter", "tour", "join", "quit", "represent", "sue"})
_ENDS = (
    "IN",
    "TO",
    "CC",
    ".",
    ",",
    "VBD",
    "VBZ",
    "VBP",
    "MD",
    "WDT",
    "WP",
    "WRB",
    "DT",
    "VBN",
    "VBG",
    "RB",
    "PRP",
    "_SP",
)
_BEHIND = word_set("of in since for on at to among")
_COMPANIONS = word_set("man friend practice mate part value interest condition quality")


def _is_modifier(name: Token) -> bool:
    """True for a name that tells another noun apart: "by United States officials"."""
    joined = grammar.relation(name) in ("compound", "amod", "nmod:poss", "flat", "nmod:desc")
    return joined and name.head.i > name.i


def _finding(copy: Copy, first: Token, last: Token) -> Finding:
    stretch = copy.body[first.i : last.i + 1]
    return Finding(copy.of(stretch), f"Possibly a lost word: “the” is missing in “{stretch.text}”. Check the phrase.")
