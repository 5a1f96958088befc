"""A gap where counts of words side by side want a small word: "had no plans build", "of the 40 members it one the"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.slips.fit import place
from bot.analysis.errors.verbs import forms
from bot.language import grammar

_DOUBTED = -2.0
"""Log-odds of a slip, as the parser sees it, from which a word is looked at; one in twenty has them."""


@dataclass(frozen=True, slots=True)
class _Small:
    """A kind of small word: the words, the tags of what stands behind, and how much doubt and counts must say."""

    words: tuple[str, ...]
    behind: frozenset[str]
    likelier: float
    """Log10 of how much likelier the text is with the word than without."""

    together: float
    """What that and the log-odds of a slip make at least when added."""


_KINDS = (
    _Small(("to",), word_set("VB VBP"), 1.4, -1.5),
    _Small(("to",), word_set("NN JJ"), 1.7, 0.5),
    _Small(("be",), word_set("VBN VBD"), 1.4, -0.5),
    _Small(("of",), word_set("DT PRP$ CD"), 1.2, -0.5),
    _Small(("of",), word_set("NN NNS"), 1.2, 0.5),
    _Small(("the", "a"), word_set("NN JJ"), 2.0, 1.0),
    _Small(("in", "on", "at", "for", "with", "from", "by"), word_set("DT PRP$ NNP CD"), 1.4, 1.0),
)


@check("grammar.likely-gap", "Gap where a small word is usual", severity="major", confidence=0.7)
def likely_gap(copy: Copy) -> Iterator[Finding]:
    """A word that the parser doubts, where a small word before it makes the text much likelier."""
    doubts = copy.body._.doubts
    if doubts is None:
        return
    for token in copy.words.tokens:
        if doubts[token.i] < _DOUBTED or token.i == 0 or token.is_sent_start or copy.is_quoted(token.idx):
            continue
        lost = _lost_before(token, float(doubts[token.i]))
        if lost is not None:
            stretch = copy.body[token.i - 1 : token.i + 1]
            yield Finding(
                copy.of(stretch),
                f"Possibly a lost word: “{lost}” is usual in “{stretch.text}”. Check the sentence.",
            )


def _lost_before(token: Token, doubt: float) -> str | None:
    """The small word that is likeliest lost right before a word; None where none is likely enough."""
    kinds = [kind for kind in _KINDS if token.tag_ in kind.behind and _can_follow(kind, token)]
    if not kinds or not token.nbor(-1).is_alpha or not token.nbor(-1).whitespace_ or _opens_relative(token):
        return None
    here = place(token)
    smalls = [(kind, word) for kind in kinds for word in kind.words]
    gains = here.with_words([(word, here.word) for _, word in smalls]) - here.with_words([(here.word,)])
    likely = [
        (float(gain), word)
        for (kind, word), gain in zip(smalls, gains, strict=True)
        if gain >= kind.likelier and gain + doubt >= kind.together
    ]
    return max(likely)[1] if likely else None


def _opens_relative(token: Token) -> bool:
    """True for "the" of "one the critics loved"."""
    noun = token.head if grammar.relation(token) in ("det", "nmod:poss", "nummod") else token
    return noun.dep_.startswith("nsubj") and noun.head.dep_.startswith("acl")


def _can_follow(kind: _Small, token: Token) -> bool:
    """True where grammar lets the word stand: "to" before a base, "be" behind a modal verb, "of" behind a noun."""
    before = token.nbor(-1)
    if kind.words[0] == "to":
        return token.lower_ in forms().bases
    if kind.words[0] == "be":
        return before.tag_ in ("MD", "TO")
    if kind.words[0] == "of":
        listed = before.lower_ in ("one", "some", "all")
        return before.lower_ == "out" if "NN" in kind.behind else listed or before.tag_ in ("NN", "NNS", "CD", "JJS")
    return True
