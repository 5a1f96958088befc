"""A word that modifies itself: "the war-torn wars"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.model import Span

_HYPHENATED = re.compile(
    r"\b([A-Za-z]{3,})-((?:[a-z]+(?:ed|en|n|ing)|wide|prone|torn|hit|struck|free|rich|heavy|led"
    r"|based))(?: [a-z]+)?? ([a-z]{3,})\b"
)
_ENDINGS = re.compile(r"(?:iest|est|ies|es|s|ing|ed|ous|al|ful|y|ly|er|ers)$")


@check("wording.tautology", "Word that modifies itself", severity="major", confidence=0.85)
def tautology(copy: Copy) -> Iterator[Finding]:
    """A compound modifier before a noun of its own stem, and an adjective before the noun that it is made of."""
    for match, field in copy.matches(_HYPHENATED):
        if _stem(match.group(1)) == _stem(match.group(3)) and match.group(1).lower() != match.group(2):
            yield _finding(copy.span(*match.span(), field), match.group(1).lower())
    for doc in copy.docs:
        for word in doc[:-1] if len(doc) else ():
            noun = word.nbor()
            if noun.pos_ != "NOUN" or not word.whitespace_ or not (_is_adjective(word) or _is_doing(word, noun)):
                continue
            if word.lower_ != noun.lower_ and len(noun.lemma_) > 3 and _stem(word.lower_) == _stem(noun.lower_):
                yield _finding(copy.of(doc[word.i : noun.i + 1]), _stem(noun.lower_))


def _is_adjective(word: Token) -> bool:
    return word.pos_ == "ADJ" and grammar.relation(word) == "amod"


def _is_doing(word: Token, noun: Token) -> bool:
    """True for a present participle before one who does it: "riding rider"."""
    return word.lower_.endswith("ing") and noun.lower_.endswith(("er", "ers")) and word.head.i == noun.i


def _stem(word: str) -> str:
    bare = _ENDINGS.sub("", word.lower())
    return bare.rstrip("e") if len(bare) > 2 else word.lower()


def _finding(span: Span, stem: str) -> Finding:
    return Finding(span, f"Possible slip: “{span.text}” says “{stem}” twice. Check which word was meant.")
