"""A detail that turns into another of its kind: "a trumpeter", "the cello"."""

from collections import defaultdict
from collections.abc import Iterator

from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.siblings import groups
from bot.language import grammar
from bot.language.tokens import Token

_POINTING = word_set("the his her their its this that these those")
_LIGHT = word_set("be have do say make take get go come see use include year day man woman people one time")
_COMPASS = word_set("north south east west northeast northwest southeast southwest")
_LINKS = ("nmod", "compound", "amod", "nmod:poss", "nmod:desc")
_COMPARED = word_set("than unlike both between instead rather not or versus")


@check("fact.other-kind", "A detail that changes its kind", severity="major", confidence=0.55, default=False)
def other_kind(copy: Copy) -> Iterator[Finding]:
    """A thing named once, in whose place the text speaks of one other thing of its kind."""
    by_kind: dict[int, dict[int, list[Token]]] = defaultdict(lambda: defaultdict(list))
    for words in copy.all_words:
        for word in words.of_class("NOUN", "ADJ", "PROPN"):
            if not word.ent_type_:
                for kind, group in groups(word.lemma_.lower()):
                    by_kind[kind][group].append(word)
    heads = {word.i for caption in captions(copy) for word in caption}
    for named in by_kind.values():
        if len(named) != 2:
            continue
        one, other = named.values()
        for alone, rest in ((one, other), (other, one)):
            if len(alone) == 1 and _replaces(copy, alone[0], rest, heads):
                yield _finding(copy, alone[0], rest[0])
                break


def _finding(copy: Copy, word: Token, rival: Token) -> Finding:
    return Finding(
        copy.of(word),
        f"Possible contradiction: “{word.text}” here, “{rival.text}” in what seems the same place of the story. "
        "Check which is right.",
        evidence=(copy.of(rival),),
    )


def _replaces(copy: Copy, word: Token, rest: list[Token], heads: set[int]) -> bool:
    """True when others of a kind stand where a word is to be expected: in its slot, or pointed to untold."""
    if any(other.sent.start == word.sent.start and other.doc is word.doc for other in rest):
        return False
    if any(token.lower_ in _COMPARED for token in word.sent):
        return False
    in_head = word.doc is copy.docs[0] or word.i in heads
    if grammar.relation(word) == "compound" and not in_head:
        return False
    if any(_slot(word) & _slot(other) for other in rest):
        return in_head or _is_pointed_to(rest[0])
    if not in_head and any(_is_said_of_one(other) and other.i > word.i for other in rest if other.doc is word.doc):
        return True
    first = next((other for other in rest if other.doc is word.doc), None)
    return first is not None and first.i > word.i and not in_head and _is_pointed_to(first) and _is_introduced(word)


def _is_pointed_to(word: Token) -> bool:
    """True for "the cello", said as of what is known, when nothing behind it says which ("the roof of the church")."""
    if word.lemma_.lower() in _COMPASS:
        return False
    behind = [child for child in grammar.dependents(word) if child.i > word.i]
    return any(child.lower_ in _POINTING for child in grammar.dependents(word)) and not behind


def _is_said_of_one(word: Token) -> bool:
    """True for "a defender" in "I'm a defender"."""
    subject = grammar.subject(word) if grammar.related(word, "cop") and not grammar.is_negated(word) else None
    return subject is not None and subject.lower_ in ("i", "he", "she")


def _is_introduced(word: Token) -> bool:
    """True for what is new: "a trumpeter", "mosquitoes"."""
    determiners = [child.lower_ for child in grammar.dependents(word) if child.pos_ in ("DET", "PRON")]
    return not set(determiners) & _POINTING


def _slot(word: Token) -> set[str]:
    """What a word depends on and what depends on it, common words left out."""
    above = grammar.governor(word)
    near = [child for child in grammar.dependents(word) if grammar.relation(child) in _LINKS]
    near += [above] if above is not None else []
    return {token.lemma_.lower() for token in near} - _LIGHT
