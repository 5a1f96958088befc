"""Counts that look like parts of one whole and are none: of something nearer, or of one group in two respects."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token

OF_THEM = re.compile(r"^ of (?:them|whom|which|these|those)\b")
_TIME = (
    r"(?:[a-z]+ ){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|noon|midnight|dawn|dusk|morning|afternoon|evening|night|lunchtime|weekend"
    r"|end|start|week|month|year|(?:19|20)\d\d|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)\b"
)
_BY_TIME = re.compile(rf"^[^,;.]{{0,60}}? (?:by {_TIME}|within )")
_AGAIN = re.compile(r"^ (?:[a-z]+ )?d(?:id|oes|o|one) (?:so|the same)\b")
_SAYING = frozenset({"say", "tell", "report", "think", "believe", "answer"})


def is_nearer(whole: Figure, part: Figure) -> bool:
    """True when "of them" behind a part most likely means what was named last: "two dogs got at some ewes, 19 of them".

    No part is more than its whole, so that of two plurals the one that the part does not exceed is meant. What
    something is done for or in is not meant: "13 people were treated for injuries, 22 of them police officers".
    """
    first = whole.noun if whole.noun is not None else whole.token
    doc, at = whole.token.doc, part.token.i
    is_thing = doc[at + 1 : at + 3].text == "of which"  # of people it is "whom"
    return any(
        _is_plural(word) and (is_thing or not (_is_circumstance(word) or _hangs_on(word, first)))
        for word in doc[first.i + 1 : at]
    )


def _hangs_on(word: Token, whole: Token) -> bool:
    """True for "scarves" in "six fans with scarves"."""
    return grammar.relation(word) == "nmod" and grammar.governor(word) == whole


def _is_circumstance(noun: Token) -> bool:
    return grammar.relation(noun) == "obl" and grammar.preposition(noun) in _CIRCUMSTANCES


_CIRCUMSTANCES = frozenset({"for", "in", "on", "by", "during", "since", "under", "from", "over", "within"})


def _is_plural(noun: Token) -> bool:
    """True for a noun of several things, also one that is rare enough to be taken for one thing: "ewes"."""
    ends = noun.text.endswith("s") and not noun.text.endswith(("ss", "us", "is"))
    return noun.tag_ == "NNS" or (noun.tag_ == "NN" and ends and not grammar.related(noun, "det"))


_NEXT = re.compile(r"[^,;:()—–]+, ")


def are_peers(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """True for subjects of clauses of one rank: "Six tenants moved away, four sold their flats and three died"."""
    verbs = [_predicate(one), _predicate(other)]
    if verbs[0] is None or verbs[1] is None or _is_kind(verbs[1]) or verbs[0].pos_ in ("ADV", "ADP"):
        return False
    return _NEXT.fullmatch(sentence.between(one, other)) is not None


_AT = re.compile(r" (at|by|after) [^,;:]{1,40}, $")


def are_stages(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """True for how many there were in turn: "28 riders at the start, 25 at the bridge and 19 at the finish"."""
    at = _AT.search(sentence.between(one, other))
    return at is not None and sentence.after(other).startswith(f" {at[1]} ")


def is_rest_of_part(whole: float, part: float, rest: float, told: Collection[float]) -> bool:
    """True for "of the 34, five have been found, the other four of them in Vienna": the five without one told before.

    ``told`` has the other counts around. What could be meant for the rest of the whole is none.
    """
    return (part - rest == 1 or part - rest in told) and rest > 0 and part + rest < _FAR_FROM_ALL * whole


_FAR_FROM_ALL = 2 / 3


def own_parts(sentence: Sentence, parts: Sequence[Figure]) -> list[Figure]:
    """The parts of a whole up to the first that is of another part: "60 will move and 40 of those will get help"."""
    of_them = [OF_THEM.match(sentence.after(part)) is not None for part in parts]
    nested = of_them.index(True) if True in of_them[1:] and not of_them[0] else len(parts)
    if nested < len(parts) and parts[nested].value > parts[nested - 1].value:
        return list(parts)
    return list(parts[:nested])


def may_overlap(sentence: Sentence, parts: Sequence[Figure]) -> bool:
    """True for parts that tell of their whole in two respects, at two times, or of what people answered twice.

    "30 are oaks and 40 were planted by children"; "six had power by Friday and nine by Sunday"; "150 said they walked
    to school and 90 said they would rather cycle".
    """
    if len(parts) < 2:
        return False
    ends = [*(part.start for part in parts[1:]), sentence.start + len(sentence.text)]
    tails = [sentence.text[a.end - sentence.start : b - sentence.start] for a, b in zip(parts, ends, strict=True)]
    if all(_BY_TIME.match(tail) for tail in tails) or any(_AGAIN.match(tail) for tail in tails[1:]):
        return True
    return any(_differ(one, other) for one, other in pairwise(map(_predicate, parts)))


def _predicate(part: Figure) -> Token | None:
    """The head of the clause whose subject a part is: "are oaks" of "30 are oaks"."""
    word = part.noun if part.noun is not None else part.token
    if not grammar.relation(word).startswith("nsubj"):
        return None
    return grammar.governor(word)


def _differ(one: Token | None, other: Token | None) -> bool:
    """True for two predicates that leave each other open: what some are, and what is done to some."""
    if one is None or other is None or one == other:
        return False
    if _is_kind(one) != _is_kind(other):
        deed = other if _is_kind(one) else one
        return deed.pos_ == "VERB" and not grammar.related(deed, "cop")
    said = [grammar.related(verb, "ccomp") for verb in (one, other) if verb.lemma_.lower() in _SAYING]
    if len(said) != 2 or not all(said) or any(clause[0].lemma_.lower() in _STANCES for clause in said):
        return False
    return said[0][0].lemma_ != said[1][0].lemma_


_STANCES = word_set("back support favour favor approve oppose reject vote object agree disagree")
"""Of those who say that they do so, nobody is on both sides."""


def _is_kind(predicate: Token) -> bool:
    """True for "are oaks", "were from Hull" and "are under 40"; "in hospital" tells how somebody fares."""
    cases = {case.lower_ for case in grammar.related(predicate, "case")}
    is_noun = predicate.pos_ in ("NOUN", "PROPN", "NUM") and bool(grammar.related(predicate, "cop"))
    return is_noun and cases <= {"from", "under", "over"}
