"""A preposition that its verb, adjective or noun does not take: "responsible of", "accused for"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.valency import Row, is_circumstance, phrases, row
from bot.language import grammar
from bot.language.tokens import Token

_PASSIVE_ONLY = frozenset({"charge", "sentence", "suspect", "convict", "acquit", "rid", "involve", "base"})
_CHILDREN = frozenset({"child", "kid", "son", "daughter", "twin", "boy", "girl"})
_WHEN: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:in|at) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= ?[.,;]| (?:and|after|to|for|that|by|when|but)\b)",
        "on",
    ),
    (
        r"\b(?:on|at) (?:January|February|March|April|June|July|August|September|October|November"
        r"|December)(?= ?[.,;]| (?:and|after|to|for|that|by|when|but|(?:19|20)\d\d)\b)",
        "in",
    ),
    (
        r"\b(?:in|at) (?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December) \d{1,2}(?!\d)",
        "on",
    ),
    (r"\b(?:on|at) (?:19|20)\d\d(?= ?[.,;]| (?:and|after|to|for|that|by|when|but)\b)", "in"),
)
_PART_FROM = re.compile(
    r"(?:^|[,;.(] |\b(?:and|but|about|around|nearly|almost|over|with|that) )"
    r"([Hh]alf|[Mm]ost|[Nn]one|[Mm]any|[Ss]everal|[Aa] (?:third|quarter|few|number)) from (?:them|us|whom|which)\b",
    re.MULTILINE,
)
_TIMES = tuple((re.compile(pattern), right) for pattern, right in _WHEN)


@check("grammar.preposition", "Preposition that does not belong", severity="minor", confidence=0.75)
def prepositions(copy: Copy) -> Iterator[Finding]:
    """A table of words and the preposition they take; "on" and "in" before days, months and years."""
    for words in copy.all_words:
        doc = words.doc
        for word in words.of_class("VERB", "ADJ", "NOUN"):
            wanted = row(word) if word.i + 1 < len(doc) and word.lower_ != "barring" else None
            misfit = _misfit(word, wanted) if wanted is not None else None
            if wanted is None or misfit is None:
                continue
            stretch = doc[word.i : misfit.i + 1]
            yield Finding(
                copy.of(stretch if len(stretch) <= 5 else doc[misfit.i : misfit.i + 2]),
                f"Possible slip: “{misfit.text}” with “{word.text}”; the usual preposition is “{wanted.right[0]}”. "
                "Check the phrase.",
            )
        for mark in words.spelt(("of",)):
            if mark.i and _is_without_of(mark.nbor(-1), mark):
                yield Finding(
                    copy.of(doc[mark.i - 1 : mark.i + 1]),
                    f"Possible slip: “{mark.nbor(-1).text}” takes no “of”. Check the phrase.",
                )
    for match, field in copy.matches(_PART_FROM):
        yield Finding(
            copy.span(match.start(1), match.end(), field),
            f"Possible slip: “{match[0]}”; a part is taken “of” its whole. Check the preposition.",
        )
    for pattern, right in _TIMES:
        for match, field in copy.matches(pattern):
            if right == "in" and _is_compared(match):
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip: “{match.group()}”; before this it is “{right}”. Check the preposition.",
            )


_AMOUNT = re.compile(
    r"(?P<level>\b(?:to|at|reach\w*|hit|total\w*) (?:(?:about|around|nearly|almost|over|an?|some|just) )*)?"
    r"[£$€]?\d[\d,.]*(?:m|bn|k|%| (?:million|billion|per cent|percent|points))? $"
)


def _is_compared(match: re.Match[str]) -> bool:
    """True for "down 1,500 on September"; "rose to 1,500 on September" wants another preposition."""
    amount = _AMOUNT.search(match.string, max(0, match.start() - _AHEAD), match.start())
    return match[0].startswith("on ") and match[0][3].isupper() and amount is not None and amount["level"] is None


_AHEAD = 60

_WITH_OF = word_set(
    "accuse acquit admit advise allow approve assure avail be become beg beware boast break build bereave breathe "
    "catch cleanse clear come compose complain conceive consist convict convince cure deprive despair die disapprove "
    "dispose divest do dream drain drink ease eat empty expect fall feel flow forge get go have hear heal inform "
    "inquire enquire judge keep know last learn lose make need notify partake permit persuade plead preach "
    "purge read reek stank stunk relieve remind repent require rid rob run savour savor say see show sing smack "
    "smell smelt speak spring stink strip suspect take talk taste teach tell think tire treat trust vanish want "
    "warn weary whisper "
    "write ask demand beget prove sweat swear bear tend warrant worth sort kind short sense reel"
) - frozenset({"deserve", "merit", "lose", "catch", "do", "go", "keep", "see", "need", "run", "flow", "build"})
"""Verbs that "of" may follow right away."""
_OF_ADVERBS = word_set("course late old necessity age accord own themselves itself himself herself whom which what")


def _is_without_of(verb: Token, mark: Token) -> bool:
    """True for "share of the gains" and "deserved of their win": a verb with a subject of its own right before "of"."""
    if verb.pos_ != "VERB" or verb.tag_ not in _FORMS or not verb.is_lower:
        return False
    if not _WITH_OF.isdisjoint((verb.lower_, verb.lemma_.lower())):
        return False
    listed = row(verb)
    noun = mark.head
    if (listed is not None and "of" in listed.right) or noun.head.i != verb.i or noun.i < mark.i:
        return False
    # A bare form has no subject without an auxiliary: "School wins stay of execution".
    leads = ("aux", "mark") if verb.tag_ == "VB" else ("aux", "mark", "nsubj", "nsubj:pass")
    led = any(c.i < verb.i and c.dep_ in leads for c in verb.children)
    adverb = any(token.lower_ in _OF_ADVERBS for token in mark.doc[mark.i + 1 : noun.i + 1])
    return led and not adverb and grammar.relation(noun) == "obl" and not _is_relative(verb)


_FORMS = ("VB", "VBD", "VBP", "VBZ", "VBG")


def _is_relative(verb: Token) -> bool:
    return any(child.tag_ in ("WP", "WDT", "WRB") and not child.dep_.startswith("nsubj") for child in verb.children)


_ALWAYS = frozenset({"depend", "rely", "hinge", "consist", "belong", "adhere"})
"""Verbs that never stand without their complement, so that a place right behind them is none of their own."""


def _misfit(word: Token, wanted: Row) -> Token | None:
    """The preposition behind a word that the word does not take; None as soon as one stands there that it takes."""
    bound = word.pos_ == "VERB" and word.lemma_.lower() in _ALWAYS
    found = [(mark, noun) for mark, noun in phrases(word) if not is_circumstance(mark, noun, of_place=not bound)]
    if any(mark.lower_ in wanted.right for mark, _ in found):
        return None
    if found and any(token.lower_ in wanted.right for token in word.doc[word.i + 1 : found[0][0].i]):
        return None  # the parse hung the complement on the object
    for mark, noun in found:
        if mark.lower_ in wanted.wrong and not _is_another_sense(word, mark, noun):
            return mark
    return None


def _is_another_sense(word: Token, mark: Token, noun: Token) -> bool:
    """True where the word means something else, or the phrase is no complement of it."""
    if mark.tag_ == "TO" and (noun.tag_ in ("VB", "VBP") or mark.nbor().tag_ == "VB"):
        return True  # "waited to see", "waited five months to be paid"
    if mark.lower_ == "than" and any(child.lower_ in ("more", "less", "rather") for child in word.children):
        return True
    lemma = word.lemma_.lower()
    passive = word.tag_ == "VBN" and grammar.is_passive(word)
    if lemma in _PASSIVE_ONLY and not passive and noun.tag_ != "VBG":
        return True
    to_children = word.lower_ == "married" and noun.lemma_.lower() in _CHILDREN
    if to_children or (mark.lower_ == "by" and word.tag_ == "VBN"):
        return True
    if (
        word.tag_ in ("JJ", "NN")
        and word.lower_ == "equivalent"
        and mark.lower_ == "of"
        and any(child.tag_ == "DT" for child in word.children)
    ):
        return True  # "the equivalent of £2,000": a noun
    before = mark.nbor(-1) if mark.i else word  # or what the phrase hangs on: "does not care which of them it was"
    return before.tag_ in ("WDT", "WP") or before.lower_ in _LEADING_ON


_LEADING_ON = frozenset({"out", "instead", "because", "ahead", "up", "outside", "inside"})
