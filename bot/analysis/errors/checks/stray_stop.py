"""A full stop in the middle of a sentence, and the fragment that it leaves behind."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from bot.analysis.errors.clauses import FINITE, SPEECH, has_finite_verb, is_finite, subject_before
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_NEVER_NOUNS = word_set(
    "earlier later former new big large small larger bigger smaller huge major minor higher lower recent previous "
    "separate similar wider further strong stronger weak long longer short shorter certain different serious "
    "possible full fuller special severe significant latest early late heavy clear broad local national "
    "international political economic financial"
)
"""Adjectives that are no nouns, so that one behind "a" wants a noun of its own."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_FRAGMENT = re.compile(
    rf"(?<![\w.])([a-z]+)\. (?:{_MONTHS}|{_DAYS})(?: \d{{1,2}}(?:, \d{{4}})?| \d{{4}})?(?:\.|$)", re.MULTILINE
)
_UNFINISHED = re.compile(
    r"(?<![\w’'.&-])(the|an|and|or|nor|than|their|our|my|your|because|although|into|during)\. ?(?=[A-Z])"
)
_HEADLESS = re.compile(
    r"\b\w+\. (?:(?:Was|Were|Has been|Have been|Had been|Will be|Would be) [a-z]"
    r"|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:to|for|in) [a-z])"
    r"|\b(?:was|were|been|has|have|had|will|would|is|are)\. (?:[A-Z][a-z]+(?:ed|en|ing)|Born|Held|Built"
    r"|Found|Made|Told) (?:in|on|at|by|to|for|from|with)\b"
    r"|\b(?:said|announced|believes?|argued|warned|added) that\. (?=[A-Z])"
)
_WHICH = re.compile(r"(?<=[a-z]{3}\. )Which (?:[a-z]+ed|was|were|had|began|took)\b[^?\n]{0,120}?[.,]")
_LOWER = re.compile(r"(?:(?<=[A-Za-z0-9][a-z0-9][a-z0-9])|(?<=\d%))\. ([a-z]{2,})(?![\w.’])")
_ABBREVIATED = re.compile(
    r"\b(?:Mrs|Rev|Hon|Gen|Col|Sen|Gov|Rep|Sgt|Cpl|Capt|Prof|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Tues?|Thurs?|Ave|Blvd|Bros|Sat|Sun|Mon|Wed|Fri|Messrs|approx|tbsp|etc|vs|inc|ltd|corp|est|dept|fig|vol|min|max|incl|esp|viz|eds?|pp|art|para|no)\.$",
    re.I,
)


@check("punctuation.stray-stop", "Full stop inside a sentence", severity="minor", confidence=0.85)
def stray_stop(copy: Copy) -> Iterator[Finding]:
    """A date cut off as a sentence of its own; a sentence that ends in "the"; a stop before a small letter."""
    found: list[tuple[int, int]] = []
    for adjective in copy.words.spelt(_NEVER_NOUNS):
        if _lacks_noun(adjective) and not copy.is_quoted(adjective.idx):
            following = copy.body[adjective.i + 2]
            found.append((adjective.idx, following.idx + len(following)))
            yield Finding(
                copy.span(*found[-1]),
                f"Possible stray full stop: no noun follows “{adjective.text}”. Check the two sentences.",
            )
    small_letters_are_style = len(_LOWER.findall(copy.text)) > 2
    for pattern, confidence in (
        (_FRAGMENT, 0.85),
        (_UNFINISHED, 0.85),
        (_HEADLESS, 0.75),
        (_WHICH, 0.7),
        (_LOWER, 0.6),
    ):
        for match in pattern.finditer(copy.text):
            if any(match.start() < end and start < match.end() for start, end in found):
                continue
            if pattern in (_HEADLESS, _WHICH) and _is_question_or_quoted(copy, match):
                continue
            if pattern is _LOWER and (small_letters_are_style or _is_allowed(copy, match)):
                continue
            found.append(match.span())
            yield Finding(
                copy.span(*match.span()),
                "Possible stray full stop: what stands around it reads like one sentence. Check for a lost word.",
                confidence=confidence,
            )


_HANGING = frozenset(
    {
        "of",
        "the",
        "with",
        "from",
        "for",
        "at",
        "by",
        "to",
        "in",
        "on",
        "during",
        "before",
        "after",
        "until",
        "since",
        "next",
    }
    | {
        "last",
        "this",
        "that",
        "each",
        "every",
        "earlier",
        "later",
        "shortly",
        "than",
        "and",
        "or",
        "a",
        "an",
        "his",
        "her",
    }
)
_NEVER_LAST = frozenset({"of", "the", "to", "with", "from", "and", "a", "an", "his", "her", "their", "during", "by"})
_PLACING = frozenset({"in", "on", "at", "near", "under", "behind", "inside", "beside", "outside", "above", "below"})
_TIMES = frozenset(
    {"year", "month", "week", "morning", "evening", "night", "afternoon", "spring", "summer", "autumn", "winter"}
)


@check("punctuation.fragment", "Sentence cut in two", severity="minor", confidence=0.8)
def fragment(copy: Copy) -> Iterator[Finding]:
    """Up to three words without a verb as a sentence, after one that ends in the air or before "year" alone."""
    sentences = copy.sentences
    for before, sentence in pairwise(sentences):
        words = [token for token in sentence if token.is_alpha]
        if not 1 <= len(words) <= 7 or len(words) < len([token for token in sentence if not token.is_space]) - 1:
            continue
        earlier = [token for token in before if token.is_alpha]
        gap = copy.text[before.end_char - 1 : sentence.start_char]
        if not earlier or "\n" in gap or "\n" in before.text[-2:]:
            continue
        if (
            copy.is_quoted(sentence.start_char)
            or not before.text.rstrip().endswith(".")
            or not sentence.text.rstrip().endswith(".")
        ):
            continue
        if any(token.tag_.startswith("V") or token.tag_ == "MD" for token in words):
            continue
        adrift = len(words) <= 5 and words[0].pos_ == "ADP" and words[0].lower_ in _PLACING
        in_the_air = adrift or earlier[-1].lower_ in (_HANGING if len(words) <= 3 else _NEVER_LAST)
        bare_time = words[-1].lower_ in _TIMES and words[0].lower_ in (
            "this",
            "last",
            "next",
            "the",
            "that",
            "month",
            "year",
            "week",
        )
        if in_the_air or bare_time:
            yield Finding(
                copy.trimmed(earlier[-1].idx, sentence.end_char),
                "Possible stray full stop: it cuts off a fragment without a verb. Check the two sentences.",
            )


def _lacks_noun(adjective: Token) -> bool:
    """True for "down from an earlier. Forecast of 85": an article and an adjective before the stop."""
    if adjective.i + 2 >= len(adjective.doc):
        return False
    stop, following = adjective.nbor(), adjective.nbor(2)
    opened = adjective.i > 1 and adjective.nbor(-1).lower_ in ("a", "an")
    return opened and stop.text == "." and following.text[0].isupper()


def _is_question_or_quoted(copy: Copy, match: re.Match[str]) -> bool:
    following = re.search(r"[.?!]", copy.text[match.end() : match.end() + 200])
    return copy.is_quoted(match.start()) or (following is not None and following.group() == "?")


def _is_allowed(copy: Copy, match: re.Match[str]) -> bool:
    """Abbreviations, names that begin with a small letter, and quoted text."""
    before = copy.text[max(0, match.start() - 12) : match.start() + 1]
    return bool(_ABBREVIATED.search(before)) or not commonness(match.group(1)) or copy.is_quoted(match.start())


@check("punctuation.broken-sentence", "Sentence that lacks a part", severity="minor", confidence=0.7)
def broken_sentence(copy: Copy) -> Iterator[Finding]:
    """A sentence that a stop ends too early, or one that is only the rest of the sentence before it."""
    for first, second in pairwise(copy.sentence_words):
        if len(first) < 3 or len(second) < 2 or first[-1].text != "." or not second[0].text[:1].isupper():
            continue
        gap = copy.text[first[-1].idx : second[0].idx]
        if "\n" in gap or copy.is_quoted(second[0].idx) or copy.is_quoted(first[-1].idx) or second[-1].text[-1] != ".":
            continue
        opens = copy.text[: first[0].idx].rstrip(" ").endswith("\n") or not first[0].idx
        if _breaks_off(first[:-1], second) or _goes_on(first, second) or (opens and _is_half(first[:-1], second)):
            last = first[-2]
            yield Finding(
                copy.span(last.idx, second[0].idx + len(second[0])),
                "Possible stray full stop: what stands around it reads like one sentence. Check for a lost word.",
            )


_LEAST = 6


def _is_half(first: list[Token], second: list[Token]) -> bool:
    """True for the first sentence of a paragraph that is only a phrase or a side clause of what follows it."""
    root = next((token for token in first if token.dep_ == "ROOT"), None)
    opener, last = first[0], first[-1]
    if root is None or last.is_punct or any(token.text in _MARKS or token.is_quote for token in first):
        return False
    if last.pos_ == "AUX" and last.tag_ in FINITE and opener.tag_ in ("DT", "PRP$"):
        return second[0].tag_ in ("VBN", "VBD", "VBG")
    opens = opener.head.i == root.i and opener.lower_ in _OPENS_SIDE and opener.dep_ in ("mark", "advmod")
    if opens and is_finite(root):
        return second[-1].text == "." and len(second) > _LEAST
    if any(token.tag_ in FINITE and not _is_in_side(token, root) for token in first):
        return False
    return _is_phrase(first, second, root)


def _is_phrase(first: list[Token], second: list[Token], root: Token) -> bool:
    """True for a phrase without a verb whose sentence goes on behind the stop."""
    opener = first[0]
    if opener.tag_ in ("IN", "JJ", "VBN") or opener.text == "According" or _is_time(root):
        return len(first) > 2 and second[-1].text == "." and len(second) > _LEAST
    carries_on = second[0].tag_ in ("IN", "TO", "VBG", "VBN", "VBD", "VBZ", "WDT", "WP", "WP$")
    named = opener.tag_ in ("DT", "PRP$", "NNP") or first[1].text in ("'s", "’s") or first[1].lower_ == "of"
    return carries_on and named and root.pos_ in ("NOUN", "PROPN") and len(second) >= _LEAST


def _is_time(root: Token) -> bool:
    """True for "A day after the vote"."""
    follows = any(child.dep_ in ("advcl", "nmod", "acl") and child.i > root.i for child in root.children)
    return root.lemma_.lower() in _TIMES | {"day", "hour", "minute", "decade"} and follows


_OPENS_SIDE = word_set("when while after before although though if as since unless until because where once")


def _is_in_side(verb: Token, root: Token) -> bool:
    """True for a verb of a clause that hangs on a noun."""
    chain = [verb, *verb.ancestors]
    return any(token.dep_ in ("acl:relcl", "acl") and token.i != root.i for token in chain)


def _breaks_off(first: list[Token], second: list[Token]) -> bool:
    """True for words that want more: "in a", "none of its 14", "could not", "because its heating"."""
    last = first[-1]
    if len(first) < _LEAST - 1:
        return False
    if last.tag_ in ("DT", "PRP$") and last.lower_ in _WANTS_NOUN and last.text.islower():
        return True
    if (
        last.tag_ in ("MD", "RB")
        and second[0].tag_ == "VB"
        and any(t.tag_ == "MD" or t.lemma_ == "do" for t in first[-2:])
    ):
        return True
    counted = last.pos_ == "NUM" and len(first) > 1 and first[-2].tag_ == "PRP$"
    if counted and second[0].tag_ in ("NNS", "NN") and not second[0].ent_type_:
        return True
    adrift = last.tag_ == "IN" and first[0].tag_ == "DT" and not has_finite_verb(first)
    return adrift or _lacks_verb(first)


def _lacks_verb(first: list[Token]) -> bool:
    """True when a clause that "because" or the like opens at the end of a sentence has no verb."""
    opened = next((i for i in range(len(first) - 2, 2, -1) if first[i].lower_ in _OPENS_CLAUSE), None)
    if opened is None or first[opened + 1].lower_ in ("of", "not"):
        return False
    rest = first[opened + 1 :]
    return rest[0].tag_ in ("DT", "PRP$", "PRP", "NNP", "NNS") and not any(t.tag_[:2] in ("VB", "MD") for t in rest)


def _goes_on(first: list[Token], second: list[Token]) -> bool:
    """True for a sentence without a main clause that begins as the rest of another does."""
    if len(first) < _LEAST or not has_finite_verb(first) or second[0].lower_ in _STYLE or _is_list(first):
        return False
    if second[0].tag_ == "TO" and len(second) > _LEAST - 1:
        return second[1].tag_ == "VB" and second[1].dep_ == "ROOT" and second[1].lower_ != "be"
    opened = second[0].tag_ in ("IN", "TO", "VBN", "VBG", "RP", "VB") or second[0].lower_ in _REST
    head = _main(second)
    if head is None or any(token.text in _MARKS for token in second):
        return False
    if any(_is_main_clause(token) for token in second if token.i != head.i):
        return False
    if head.lemma_.lower() in SPEECH and is_finite(head):
        return _says_nothing_whole(head, opened)
    return opened and not is_finite(head) and not _is_command(second, head) and len(second) > 2


def _is_main_clause(verb: Token) -> bool:
    """True for a verb with a subject that no relative pronoun and no conjunction makes part of something else."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    predicates = [verb, *verb.ancestors]
    if any(grammar.relation(p) == "acl:relcl" or any(c.dep_ == "mark" for c in p.children) for p in predicates):
        return False
    return subject_before(verb) is not None or is_finite(verb)


def _main(second: list[Token]) -> Token | None:
    return next((token for token in second if token.dep_ == "ROOT"), None)


def _says_nothing_whole(speech: Token, opened: bool) -> bool:
    """True for "Until the harvest, officials said" and "The digger, a court ruled": what is said is no clause."""
    if sum(c.dep_.startswith("nsubj") for c in speech.children) != 1:
        return False
    said = [c for c in speech.children if grammar.relation(c) in ("ccomp", "obj", "xcomp", "parataxis")]
    ends = not any(c.i > speech.i and not c.is_punct and c.pos_ not in ("ADV", "PROPN") for c in speech.children)
    if not said:
        places = [c for c in speech.children if grammar.relation(c) in ("obl", "advcl") and c.i < speech.i]
        return opened and ends and bool(places) and subject_before(speech) is not None
    whole = [c for c in said if c.pos_ in ("VERB", "AUX") or grammar.auxiliaries(c)]
    return not whole and all(c.i < speech.i and c.pos_ in ("NOUN", "PROPN") for c in said)


def _is_command(second: list[Token], head: Token) -> bool:
    return second[0].tag_ == "VB" or head.tag_ == "VB"


def _is_list(first: list[Token]) -> bool:
    return any(token.text == ":" for token in first)


_MARKS = frozenset({"—", "–", ":", ";", "(", "?", "!"})
_WANTS_NOUN = frozenset({"a", "an", "the", "its", "their", "our", "every", "my", "your"})
_OPENS_CLAUSE = frozenset({"because", "although", "unless"})
_REST = frozenset({"out", "which", "who", "whose", "up", "down", "off", "back", "away"})
_STYLE = word_set(
    "like especially just only even not from for in with of as if than because so but and or nor about once unlike via "
    "besides per as despite except plus including"
) - frozenset({"for", "with", "in", "from", "of", "than", "because", "if", "once", "about"})
