"""A word that is said twice in other words: "the war-torn wars", "discovered a discovery", "returned back"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Token

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.model import Span

_HYPHENATED = re.compile(
    r"\b([A-Za-z]{3,})-((?:[a-z]+(?:ed|en|n|ing)|wide|prone|torn|hit|struck|free|rich|heavy|led"
    r"|based))(?: [a-z]+)?? ([a-z]{3,})\b"
)
_ENDINGS = re.compile(r"(?:iest|est|ies|es|s|ing|ed|ous|al|ful|y|ly|er|ers)$")
_TABLES = Path(__file__).parents[1] / "data"


@check("wording.tautology", "Thing said twice", severity="major", confidence=0.8)
def tautology(copy: Copy) -> Iterator[Finding]:
    """A modifier or a verb beside a noun of its own stem, and pairs of a table of which one says the other."""
    for match, field in copy.matches(_HYPHENATED):
        if _stem(match.group(1)) == _stem(match.group(3)) and match.group(1).lower() != match.group(2):
            yield _finding(copy.span(*match.span(), field), match.group(1).lower())
    for words in copy.all_words:
        doc = words.doc
        for word, after in pairwise(words.tokens):
            if _is_same_stem(word, after):
                yield _finding(copy.of(doc[word.i : after.i + 1]), _stem(after.lower_))
            if (said := _says(word, after)) is not None:
                yield Finding(
                    copy.of(doc[word.i : after.i + 1]),
                    f"Possibly said twice: “{after.text if said else word.text}” is in "
                    f"“{word.text if said else after.text}”. Check whether one of them should go.",
                )
        for verb in words.of_class("VERB"):
            if (partner := _of_own_stem(verb)) is not None:
                start, end = sorted((verb.i, partner.i))
                yield Finding(
                    copy.of(doc[start : end + 1] if end - start <= _NEAR else verb),
                    f"Possibly said twice: “{verb.text}” and “{partner.text}” say the same. Check which was meant.",
                    evidence=(copy.of(partner),) if end - start > _NEAR else (),
                )


_NEAR = 7


def _is_same_stem(word: Token, noun: Token) -> bool:
    """True for a modifier and a noun that are two forms of one word."""
    modifies = noun.pos_ == "NOUN" and word.whitespace_ and (_is_adjective(word) or _is_doing(word, noun))
    if not modifies or word.lower_ == noun.lower_ or len(noun.lemma_) <= _LEAST_LETTERS:
        return False
    return _stem(word.lower_) == _stem(noun.lower_)


_LEAST_LETTERS = 3


def _is_adjective(word: Token) -> bool:
    return (word.pos_ == "ADJ" or word.tag_ in ("VBN", "VBG")) and grammar.relation(word) == "amod"


def _is_doing(word: Token, noun: Token) -> bool:
    """True for a present participle before one who does it: "riding rider"."""
    return word.lower_.endswith("ing") and noun.lower_.endswith(("er", "ers")) and word.head.i == noun.i


@cache
def _pairs(name: str) -> frozenset[tuple[str, str]]:
    """The pairs of a table, each a word and one that it says already."""
    rows = (line.split("\t") for line in (_TABLES / name).read_text(encoding="utf-8").splitlines())
    return frozenset((one, other) for ones, others in rows for one in ones.split() for other in others.split())


def _says(word: Token, after: Token) -> bool | None:
    """True for "returned back" and False for "canine dogs", where the other word is the one too many; else None."""
    if word.pos_ == "VERB" and after.pos_ in ("ADV", "ADP") and after.head.i == word.i and after.dep_ != "case":
        return True if (word.lemma_.lower(), after.lower_) in _pairs("pleonasms.tsv") and _ends_there(after) else None
    if word.lower_ in ("first", "initial") and after.lower_ in ("first", "initial") and word.lower_ != after.lower_:
        return False
    if (word.lower_, after.lemma_.lower()) not in _pairs("pleonasms_nouns.tsv"):
        return None
    return False if grammar.relation(word) in ("amod", "compound") and word.head.i == after.i else None


def _ends_there(particle: Token) -> bool:
    """True when no place follows that the particle may belong to ("fell back to the river", "joined together in")."""
    return particle.i + 1 == len(particle.doc) or particle.nbor().tag_ not in ("IN", "TO") or particle.lower_ != "in"


_LASTING = word_set(
    "building painting drawing writing recording meeting opening saying being feeling meaning setting earning "
    "dealing holding finding teaching offering listing posting reading killing hearing training shooting sitting "
    "serving life death song film story product investment payment settlement production competition election "
    "operation education government management department equipment development information organisation "
    "organization population generation collection station position section portion fashion mission session "
    "permission business service reservation collection exhibition publication legislation translation donation "
    "subscription prescription infection infestation addition"
)
"""Nouns of a verb that name a thing which stays, so that it can be built, served or collected."""


def _of_own_stem(verb: Token) -> Token | None:
    """The noun of a verb's own stem that is its subject, object or means: "ruled in his ruling"."""
    if verb.i + 1 == len(verb.doc) or len(verb.lemma_) <= _LEAST_LETTERS:
        return None
    if grammar.relation(verb) == "acl" and verb.tag_ == "VBG" and _is_deed(verb, verb.head):
        return verb.head
    for child in verb.children:
        how = grammar.relation(child)
        if how not in ("nsubj", "nsubj:pass", "obj", "obl") or child.pos_ != "NOUN" or not _is_deed(verb, child):
            continue
        before = child.nbor(-1).lower_ if child.i else ""
        if how == "obl" and not {grammar.preposition(child), before} & {"by", "in", "with"}:
            continue
        # "fought a fierce fight" says something new, "fought a fight" does not.
        own = [c for c in child.children if grammar.relation(c) not in ("det", "case", "nmod:poss", "punct", "acl")]
        if not own:
            return child
    return None


def _is_deed(verb: Token, noun: Token) -> bool:
    """True for the noun that names what a verb does: "discover", "discovery"."""
    lemma, word = verb.lemma_.lower(), noun.lemma_.lower()
    if word.endswith(("er", "or", "ee", "ist", "ant", "ent")) and not word.endswith("ment"):
        return False
    if word in _LASTING or noun.lower_ in _LASTING or word in PEOPLE or noun.ent_type_ or lemma[:3] != word[:3]:
        return False
    shorter, longer = sorted((_root(word), _root(lemma)), key=len)
    if word == lemma:
        return grammar.relation(noun) in ("nsubj:pass", "obj") or grammar.relation(verb) == "acl"
    shared = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    same = shared >= max(4, len(shorter) - 1) if len(shorter) > _LEAST_LETTERS else longer == shorter
    return same and word.endswith(_NOUN_ENDINGS)


_NOUN_ENDINGS = ("ion", "ment", "al", "ance", "ence", "y", "ing", "ings", "ure", "ation", "our", "th")


def _root(word: str) -> str:
    """What is left of a verb, or of the noun that is made of it, without endings: "discover" for "discovery"."""
    bare = re.sub(r"(?:ations?|itions?|ptions?|tions?|sions?|ments?|ings?|als?|ances?|ences?|y|e|ve|pt)$", "", word)
    return bare if len(bare) >= _LEAST_LETTERS else word


def _stem(word: str) -> str:
    bare = _ENDINGS.sub("", word.lower())
    return bare.rstrip("e") if len(bare) > 2 else word.lower()


def _finding(span: Span, stem: str) -> Finding:
    return Finding(span, f"Possible slip: “{span.text}” says “{stem}” twice. Check which word was meant.")
