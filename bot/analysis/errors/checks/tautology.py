"""A word that is said twice in other words: "the war-torn wars", "discovered a discovery", "returned back"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import is_listed, word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_families import SHORTEST, same_family
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_HYPHENATED = re.compile(
    r"\b([A-Za-z]{3,})-((?:[a-z]+(?:ed|en|n|ing)|wide|prone|torn|hit|struck|free|rich|heavy|led"
    r"|based))(?: [a-z]+)?? ([a-z]{3,})\b"
)
_TABLES = Path(__file__).parents[1] / "data"


@check("wording.tautology", "Thing said twice", severity="major", confidence=0.8)
def tautology(copy: Copy) -> Iterator[Finding]:
    """A modifier or a verb beside a noun of its own stem, and pairs of a table of which one says the other."""
    for match, field in copy.matches(_HYPHENATED):
        first, participle, noun = (group.lower() for group in match.groups())
        if same_family(first, noun) and first != participle:
            yield _finding(copy.span(*match.span(), field), first)
    for words in copy.all_words:
        doc = words.doc
        for word, after in pairwise(words.tokens):
            if (said := _says(word, after)) is not None:
                yield Finding(
                    copy.of(doc[word.i : after.i + 1]),
                    f"Possibly said twice: “{after.text if said else word.text}” is in "
                    f"“{word.text if said else after.text}”. Check whether one of them should go.",
                )
        for first, noun in _inside_modifier(words):
            yield Finding(
                copy.of(doc[first.i : noun.i + 1]),
                f"Possibly said twice: “{noun.text}” is in “{first.text}” already. Check which word was meant.",
            )
        for first, second in _of_one_family(words):
            yield Finding(
                copy.of(doc[first.i : second.i + 1]),
                f"Possibly said twice: “{first.text}” and “{second.text}” are made of one word. Check which was meant.",
            )


_KINDS = {
    **dict.fromkeys(("VB", "VBD", "VBN", "VBP", "VBZ"), "verb"),
    **dict.fromkeys(("NN", "NNS"), "noun"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "adjective"),
    **{"VBG": "gerund", "RB": "adverb"},
}
"""Penn tags of the words that may say a thing, and what the patterns call them."""

_DETERMINERS = word_set("a an the his her its their my our your")
_PREPOSITIONS = word_set("in by with to as at under through into from down over about against")
_MODIFIED = ("", "determiner", "preposition", "preposition determiner")
_SAID_TWICE = frozenset(
    {("verb", link, said) for link in _MODIFIED for said in ("noun", "gerund")}
    - {("verb", link, "gerund") for link in ("", "preposition determiner")}
    | {("gerund", "", "noun"), ("adjective", "", "noun"), ("adjective", "preposition", "noun")}
    | {("adverb", "", "adjective"), ("adverb", "", "verb"), ("gerund", "preposition", "noun")}
    | {("noun", link, "verb") for link in ("", "to", "that", "modal")}
    | {("noun", link, "gerund") for link in ("", "of", "preposition")}
    | {("noun", "", "noun"), ("noun", "of", "noun"), ("noun", "preposition", "modifier")}
)
"""Two words of one family with nothing but this between them: in a million words of published copy hardly ten."""

_FARTHEST = 3


def _of_one_family(words: Concordance) -> Iterator[tuple[Token, Token]]:
    """Two neighbouring words of which the second says the first again: "predicted a prediction", "silent silence"."""
    seen: dict[str, Token] = {}
    for token in words.tagged(*_KINDS):
        word = token.lower_
        first = seen.get(word[:SHORTEST])
        if len(word) < SHORTEST or token.pos_ == "AUX":
            continue
        seen[word[:SHORTEST]] = token
        if (
            first is not None
            and token.i - first.i <= _FARTHEST
            and (same_family(first.lower_, word) or _is_made_of(first.lower_, token.lemma_.lower()))
        ):
            between = words.tokens[first.i + 1 : token.i]
            said = _is_said_twice(first, between, token) and not _is_usual(first, token)
            if said or _is_its_own(first, between, token):
                yield first, token


def _inside_modifier(words: Concordance) -> Iterator[tuple[Token, Token]]:
    """A noun whose modifier holds it already: "a handwritten hand", "the rush-hour rush"."""
    for before, noun in pairwise(words.tokens):
        word = noun.lower_
        if noun.tag_ not in ("NN", "NNS") or len(word) < SHORTEST or word in _ENDINGS:
            continue
        if not before.whitespace_ or before.head.i != noun.i:
            continue
        if before.i > 1 and before.nbor(-1).text == "-" and before.nbor(-2).lower_ == word:
            yield before.nbor(-2), noun
        compound = before.lower_ != word and before.text.islower() and before.tag_ in ("NN", "JJ", "VBN")
        rest = before.lower_.removeprefix(word) if before.lower_.startswith(word) else before.lower_.removesuffix(word)
        if compound and rest != before.lower_ and len(rest) >= SHORTEST and is_listed(rest):
            yield before, noun


_ENDINGS = frozenset({"age", "hood", "ward"})
"""Nouns that other words end in by chance: "average age"."""


def _is_its_own(first: Token, between: list[Token], second: Token) -> bool:
    """True for "his firm's firm"; people do have people of their kind ("a friend's friend")."""
    same = first.lower_ == second.lower_ and {first.tag_, second.tag_} <= {"NN", "NNS"}
    after = second.nbor() if second.i + 1 < len(second.doc) else second
    return (
        same
        and after.tag_ not in ("NN", "NNS")
        and [token.tag_ for token in between] == ["POS"]
        and first.lemma_.lower() not in PEOPLE
    )


def _is_said_twice(first: Token, between: list[Token], second: Token) -> bool:
    """Whether two words of a family stand where good copy has none: side by side, or linked as in the patterns."""
    beside = not between and first.lower_ != second.lower_
    if beside and first.tag_ == "JJ" and _is_made_of(first.lower_, second.lemma_.lower()):
        return True
    return beside or (_KINDS[first.tag_], _link(between), _kind(second)) in _SAID_TWICE


def _is_made_of(adjective: str, noun: str) -> bool:
    """True for "snowy" and "snow", "sunny" and "sun", "windswept" and "wind"."""
    rest = adjective.removeprefix(noun)
    return len(noun) >= SHORTEST and rest != adjective and (rest in ("y", noun[-1] + "y") or rest in _MADE)


_MADE = word_set("swept bound torn struck hit driven stricken proof fed borne ridden beaten lashed blown less")


def _kind(token: Token) -> str:
    """The kind of a second word; a participle before its noun is a modifier ("disputes over disputed art")."""
    modifies = token.tag_ == "VBN" and grammar.relation(token) == "amod" and token.head.i > token.i
    return "modifier" if modifies else _KINDS[token.tag_]


def _link(between: list[Token]) -> str:
    """What stands between two words, as the patterns call it."""
    return " ".join(_class_of(token) for token in between)


def _class_of(token: Token) -> str:
    if token.lower_ in _DETERMINERS:
        return "determiner"
    if token.tag_ in ("IN", "TO") and token.lower_ in _PREPOSITIONS:
        return "to" if token.tag_ == "TO" else "preposition"
    if token.tag_ in ("WDT", "WP"):
        return "that"
    return "modal" if token.tag_ == "MD" else token.lower_


_COGNATE = word_set("dream dance live sing sleep fight smile grow design")
"""Verbs whose own noun may be their object in good prose: "dreamed a dream"."""

_DOERS = ("er", "or", "ers", "ors")


def _is_usual(first: Token, second: Token) -> bool:
    """True for two forms of one noun, as headings have them, "side by side", doers who do what they are named for."""
    kinds = _KINDS[first.tag_], _KINDS[second.tag_]
    if first.lemma_.lower() in _COGNATE:
        return True
    if first.lower_ == second.lower_:
        return kinds[0] != "verb"
    if kinds == ("noun", "noun"):
        return first.lemma_ == second.lemma_
    return kinds == ("noun", "verb") and first.lower_.endswith(_DOERS)


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


def _finding(span: Span, stem: str) -> Finding:
    return Finding(span, f"Possible slip: “{span.text}” says “{stem}” twice. Check which word was meant.")
