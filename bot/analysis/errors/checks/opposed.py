"""A text that says one thing and the opposite in other words: "is unsafe to drink", "could use the tap again"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.stances import Stance, stances
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_LEAD, _OPENING = 1000, 250
_REASONS = word_set("because since as")
_TURNS = word_set(
    "but however yet although though despite while whereas instead still nevertheless later earlier then until"
)
_LIGHT = word_set("man woman people year day week month time one thing way number part percent cent")
_SENTENCES_APART = 2
_MOMENT = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.)|January"
    r"|February|March|April|June|July|August|September|October|November|December|(?:19|20)\d\d)\b"
)
_BEFORE = re.compile(r"\b(?:last year|years? ago|previously|formerly|again|in the past)\b")
_NOUNS = frozenset({"NOUN", "PROPN"})
_BY_WHOM = frozenset({"support", "attitude", "plea", "offer", "interest", "regret", "forgiveness", "accord", "vote"})
"""Axes on which one may stand here and another there."""
_AMBIENT = frozenset({"weather"})
"""What is the same for everything in a picture and in the scene that the story tells."""
_MANY_SUBJECTS = frozenset({"movement", "life", "winning"})
"""What sentences on one thing often say of different figures and people; only headlines and captions tell."""


@check("fact.opposed", "Opposites said of one thing", severity="major", confidence=0.55, default=False)
def opposed(copy: Copy) -> Iterator[Finding]:
    """What headline, caption or opening says on an axis and all the rest excludes; reasons that do not fit."""
    title, body = (stances(doc) for doc in copy.docs)
    by_axis: dict[str, list[Stance]] = defaultdict(list)
    for stance in body:
        by_axis[stance.axis].append(stance)
    pictures = captions(copy)
    heads = [copy.docs[0][:], *pictures]
    first = next(iter(copy.body.sents), None)
    if first is not None and first not in heads:
        heads.append(first)
    marked: set[int] = set()
    for head in heads:
        inside = [
            stance
            for stance in (title if head.doc is copy.docs[0] else body)
            if head.start <= stance.first.i < head.end
        ]
        if head is first:
            inside = [stance for stance in inside if stance.axis not in _MANY_SUBJECTS]
        for one, other in _not_borne_out(inside, by_axis, head, is_caption=head in pictures):
            marked |= {one.first.i, other.first.i}
            yield _finding(copy, one, other)
    for said in list(by_axis.values()):
        for one, other in (*_in_sentence(copy, said, by_axis), *_next_to(copy, said, title)):
            if one.first.i not in marked:
                marked |= {one.first.i, other.first.i}
                yield _finding(copy, one, other)


def _finding(copy: Copy, one: Stance, other: Stance) -> Finding:
    here, there = (copy.of(stance.first.doc[stance.first.i : stance.last.i + 1]) for stance in (one, other))
    return Finding(
        here,
        f"Possible contradiction: “{here.text}” here, “{there.text}” elsewhere, of what seems the same. Check which is"
        " right.",
        evidence=(there,),
    )


Pair = tuple[Stance, Stance]


def _not_borne_out(
    inside: list[Stance], by_axis: dict[str, list[Stance]], head: DocSpan, *, is_caption: bool
) -> Iterator[Pair]:
    """What headline, caption or first sentence says and no word of the rest does, while that says the opposite."""
    if "?" in head.text:
        return
    for stance in inside:
        if _is_of_some(stance) or any(other.axis == stance.axis and other.sign != stance.sign for other in inside):
            continue
        said = [
            other
            for other in by_axis[stance.axis]
            if other.first.doc is not head.doc or not head.start <= other.first.i < head.end
        ]
        against = [other for other in said if other.sign != stance.sign and other.is_sure and other.first.idx < _LEAD]
        if not against or any(other.sign == stance.sign and other.is_sure for other in said):
            continue
        for other in filter(partial(_is_other_word, stance), against):
            if (is_caption and stance.axis in _AMBIENT) or _shares(stance, other) or _is_on_it(stance, other):
                yield stance, other
                break


def _is_of_some(stance: Stance) -> bool:
    """True for what befalls a number of people or things ("Two die"), and not others."""
    subject = grammar.subject(stance.clause)
    return subject is not None and (subject.pos_ == "NUM" or bool(grammar.related(subject, "nummod")))


def _is_on_it(stance: Stance, other: Stance) -> bool:
    """True when a sentence of the lead goes on about what the headline is about: its subject is a pronoun."""
    return (
        not _are_apart(stance, other)
        and stance.first.doc is not other.first.doc
        and other.first.idx < _LEAD // 2
        and _is_pronoun(other)
    )


def _in_sentence(copy: Copy, said: list[Stance], by_axis: dict[str, list[Stance]]) -> Iterator[Pair]:
    """A clause and what explains it, a participle or a reason, on opposite ends."""
    troubles = by_axis["trouble"]
    for one in said:
        near = [
            other
            for other in (*said, *(troubles if one.axis == "success" else ()))
            if other.first.sent.start == one.first.sent.start
        ]
        for other in near:
            if other.sign == one.sign or not (one.is_sure and other.is_sure) or copy.is_quoted(one.first.idx):
                continue
            if _explains(other, one):
                yield other, one


def _explains(other: Stance, one: Stance) -> bool:
    """True when the clause of one stance is a reason for that of another, or a participle behind it."""
    clause = other.clause
    above = grammar.governor(clause)
    if above is not None and grammar.relation(clause) == "ccomp":
        clause, above = above, grammar.governor(above)  # "saying they had asked for it"
    if grammar.relation(clause) != "advcl" or above is None or one.first in clause.subtree:
        return False
    chain = {above.i, *(word.i for word in above.ancestors)}
    mine = {one.clause.i, *(word.i for word in one.clause.ancestors)}
    if one.clause.i not in chain and above.i not in mine:
        return False
    marks = {mark.lower_ for mark in grammar.related(clause, "mark", "advmod", "case")}
    return bool(marks & _REASONS) or (
        not marks and clause.tag_ == "VBG" and clause.i > 0 and clause.nbor(-1).text == ","
    )


def _next_to(copy: Copy, said: list[Stance], title: list[Stance]) -> Iterator[Pair]:
    """A stance that stands alone in the text, against one of the next sentences on the same thing."""
    for sign in (1, -1):
        alone = [stance for stance in said if stance.sign == sign]
        against = [stance for stance in said if stance.sign != sign]
        if not alone or len({stance.first.sent.start for stance in alone}) != 1 or not against:
            continue
        one = alone[0]
        if one.axis in _MANY_SUBJECTS or not one.is_sure or copy.is_quoted(one.first.idx):
            continue
        if any(stance.axis == one.axis and stance.sign == sign for stance in title):
            continue
        in_title = one.first.idx < _OPENING and any(stance.axis == one.axis for stance in title)
        for other in against:
            if (
                other.is_sure
                and _is_other_word(one, other)
                and not _are_apart(one, other)
                and (in_title or _is_near(copy, one, other))
            ):
                yield one, other
                break


def _is_other_word(one: Stance, other: Stance) -> bool:
    """False for a word and its own negation, which ``fact.contradiction`` compares by subject and object."""
    return one.first.lemma_.lower() != other.first.lemma_.lower()


def _is_near(copy: Copy, one: Stance, other: Stance) -> bool:
    first, second = sorted((one, other), key=lambda stance: stance.first.i)
    if first.first.sent.start == second.first.sent.start:
        return False
    sentences = [sent for sent in first.first.doc.sents if first.first.sent.start <= sent.start <= second.last.i]
    if len(sentences) > _SENTENCES_APART + 1 or any(word.lower_ in _TURNS for sent in sentences for word in sent):
        return False
    return _shares(one, other) or (len(sentences) == 2 and _is_pronoun(second)) or _via_title(copy, one, other)


def _are_apart(one: Stance, other: Stance) -> bool:
    """True for two stances of other doers, to other things or at other moments."""
    if one.axis in _BY_WHOM and _are_others([grammar.subject(one.clause)], [grammar.subject(other.clause)]):
        return True
    if {one.clause, other.clause} == {one.first, other.first} and _are_others(
        grammar.objects(one.first), grammar.objects(other.first)
    ):
        return True
    return _are_moments_apart(one, other)


def _are_others(some: Sequence[Token | None], others: Sequence[Token | None]) -> bool:
    """True when both are nouns and none is the same."""
    nouns = [
        {word.lemma_.lower() for word in words if word is not None and word.pos_ in _NOUNS} for words in (some, others)
    ]
    return all(nouns) and not nouns[0] & nouns[1]


def _are_moments_apart(one: Stance, other: Stance) -> bool:
    if any(_BEFORE.search(stance.first.sent.text) for stance in (one, other)):
        return True
    days = [set(_MOMENT.findall(stance.first.sent.text)) for stance in (one, other)]
    return all(days) and not days[0] & days[1]


def _is_pronoun(stance: Stance) -> bool:
    """True when the subject of a stance stands for one of the sentence before."""
    subject = grammar.subject(stance.clause)
    return subject is not None and subject.lower_ in ("he", "she", "it", "they")


def _via_title(copy: Copy, one: Stance, other: Stance) -> bool:
    """True when both sentences are on what the headline names."""
    named = {word.lemma_.lower() for word in copy.docs[0] if word.pos_ in ("NOUN", "PROPN")}
    return bool(named & _things(one)) and bool(named & _things(other))


def _shares(one: Stance, other: Stance) -> bool:
    """True when the sentences of two stances name one thing, their own words aside, and no other moment."""
    return not _are_apart(one, other) and bool(_things(one) & _things(other))


def _things(stance: Stance) -> set[str]:
    own = range(stance.first.i, stance.last.i + 1)
    return {word.lemma_.lower() for word in stance.first.sent if _is_thing(word) and word.i not in own}


def _is_thing(word: Token) -> bool:
    return word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() not in _LIGHT
