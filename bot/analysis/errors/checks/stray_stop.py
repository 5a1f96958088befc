"""A full stop in the middle of a sentence, and the fragment that it leaves behind."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.clauses import is_inverted_condition
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.outlets import is_outlet
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar, places, titles
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_NEVER_NOUNS = word_set(
    "earlier later former new big large small larger bigger smaller huge major minor higher lower recent previous "
    "separate similar wider further strong stronger weak long longer short shorter certain different serious "
    "possible full fuller special severe significant latest early late heavy clear broad local national "
    "international political economic financial"
)
"""Adjectives that are no nouns, so that one behind "a" wants a noun of its own."""
_ALSO_NOUNS = word_set("minor major local national international short special heavy")
"""Those of them that name somebody or something: a child, an officer, a neighbour, a citizen, a film."""
_NOUN_PHRASE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "VBG", "VBN")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_FRAGMENT = re.compile(
    rf"(?<![\w.])([a-z]+)\. (?:{_MONTHS}|{_DAYS})(?: \d{{1,2}}(?:, \d{{4}})?| \d{{4}})?(?:\.|$)", re.MULTILINE
)
_UNFINISHED = re.compile(
    r"(?<![\w’'.&-])(the|a|an|and|or|but|nor|than|their|our|my|your|its|whose|every|because|although|unless|whether"
    r"|into|onto|during"
    r"|amid|despite|via|very)\. ?(?=[A-Z])"
)
_HEADLESS = re.compile(
    r"\b\w{1,40}\. (?:(?P<opener>Was|Were|Has been|Have been|Had been|Will be|Would be) [a-z]"
    r"|(?:Should|Had) (?:be|been|have)\b|(?:Would|Could|Must|Has)"
    r" (?!(?:the|it|he|she|they|you|we|that|this|these|those|a|an|any|anyone"
    r"|there|his|her|their"
    r"|its|our|your|my|all|some|one|no|not|enough|nobody|people)\b)[a-z]{2,}(?! he| she| they| it)"
    r"|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:to|for|in) [a-z])"
    r"|\b(?:was|were|been|has|have|had|will|would|is|are)\. (?:[A-Z][a-z]+(?:ed|en|ing)|Born|Held|Built"
    r"|Found|Made|Told) (?:in|on|at|by|to|for|from|with)\b"
    r"|(?:(?<=\n)|(?<=[a-z]\. )|^)(?:The|His|Her|Their|Its) \w+[’']s\. (?=[A-Z])"
    r"|\b(?:said|announced|believes?|argued|warned|added) that\. (?=[A-Z])"
)
_CLAUSE = (
    r"(?:is|was|were|are|be|been|has|had|have|will|would|could|can|may|brought|saw|came|I|we|he|she|they|it|the)\b"
)
"""What follows a month, a year or a figure with which a new sentence begins."""
_EARLY = re.compile(
    rf"\b(?:in|since|until|from|by|before|during|of|for|to) (?:early|mid|late)\. (?:{_MONTHS}|{_DAYS}|(?:19|20)\d\d)\b"
    rf"(?! {_CLAUSE})"
    rf"|\b(?:in|on|since|until|during)\. (?:{_MONTHS}|{_DAYS})(?= (?:this|last|next|\d)|,(?! (?:though|however)\b)"
    r"| and (?!the\b|a\b)[a-z])"
    rf"|\b(?:(?:since|until|during|from|of|by|between|with|than|at|to)\. \$?\d[\d,.]*|in\. (?:19|20)\d\d)\b"
    rf"(?! {_CLAUSE}| (?!and\b|but\b)[a-z]+ {_CLAUSE})"
    rf"|\b(?:for|of|from|by|before|after|with)\. (?:{_MONTHS}|{_DAYS})(?=[.;]|,(?! (?:though|however)\b)"
    r"| (?:this|last|next|\d)| (?:morning|afternoon|evening|night)[.,;])"
    rf"|\b[Oo]n (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\. (?:{_MONTHS})\b|\b[Oo]n (?:{_MONTHS})\. \d{{1,2}}\b"
    rf"|\b(?:last|next)\. (?:(?:Month|Year|Week|Night|Weekend|Spring|Summer|Autumn|Winter)\b(?! {_CLAUSE})"
    rf"|(?:{_DAYS}), (?:{_MONTHS})\b)"
    rf"|\b(?:{_DAYS})\. (?:Morning|Afternoon|Evening|Night)\b"
    r"|(?<![\w.,])\d{1,3}\. \d{1,3} ?(?:%|(?:per ?cent|million|billion|trillion|[ap]\.?m|km|kg|miles)\b)"
    r"|\b(?:and|or|but) (?:in(?=\. \d)|since|until|during|from|of|by|between|with|at|to|for)\. (?=[A-Z\d])"
)
_NAMES = re.compile(
    r"\bEaster\. (?:Monday|Sunday|Saturday|weekend)\b|\bGood\. Friday\b|\bChristmas\. (?:Eve|Day)\b"
    r"|\bNew\. (?:York|Year|Zealand|Jersey|Delhi|Orleans|Hampshire|Mexico)"
    r"|\b(?:Deputy|Vice|Acting|Interim|Lieutenant|Assistant|Associate|Managing|Executive|Chief"
    r"|Attorney)\. (?:President|Prime|Minister"
    r"|Governor|Mayor|General|Justice|Director|Secretary|Commissioner|Speaker|Chairman|Inspector|Executive|Editor"
    r"|Professor|Colonel|Foreign|Finance|Health)\b"
    r"|\b(?:(?:San|Los|El)\. (?=[A-Z])|Prime\. Minister|Supreme\. (?:Court|Leader)"
    r"|Santa\. (?:Fe|Cruz|Monica|Barbara|Clara))"
    r"|\b(?:the|The) (?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+\. (?:[A-Z][a-z]+ )?(?:Estuary|River|Bay|Valley|Bridge|Street"
    r"|Canal"
    r"|Ocean|Sea|Gulf|Strait|Mountains|Desert|Peninsula|Museum|Hospital|University|Hotel|Stadium|Theatre|Theater"
    r"|Airport|Institute|Council|Authority|Agency|Commission|Board|Committee|Court|Ministry|Party|Union|Office|Service"
    r"|Association|Federation|Bank|Fund|Trust|Society|Centre|Center|Foundation|Corporation|Company|Department"
    r"|Directorate|Organi[sz]ation|Assembly|Senate|Chamber|Tribunal|Inspectorate|Network|Alliance"
    r"|League|Cup|Prize|Awards?|Festival|Treaty|Act|Republic|Empire|Cathedral|Library|Gallery|Railway)"
    r"(?=[.,;]| (?:and (?:was|is|were|are|had|has)|in|on|at|of|where|which|that|to|for|by|with|near)\b)"
)
_SET_OFF = re.compile(r"(?<=[A-Za-z]{2}) \.(?= [A-Z0-9][a-z0-9])")
_WHICH = re.compile(r"(?<=[a-z]{3}\. )Which (?:[a-z]+ed|was|were|had|began|took)\b[^?\n]{0,120}?[.,]")
_HALVES = re.compile(r"(?<![.\w’-])(?P<one>[A-Z][a-z]{2,})\. (?P<other>[A-Z][a-z]{2,})(?![\w’]|\. [A-Z])")
_BEFORE_COMMA = re.compile(r"(?<![.\w-])([a-z]{4,})\.[,;](?= )")
_LOWER = re.compile(
    r"(?:(?<=[A-Za-z0-9][a-z0-9][a-z0-9])|(?<=\d%)|(?<= (?:of|in|on|at|to|by|as|is|or|be|an)))"
    r"\. ([a-z]{2,})(?![\w’]|\.\w)"
)
_ABBREVIATED = re.compile(
    r"\b(?:Mrs|Rev|Hon|Gen|Col|Sen|Gov|Rep|Sgt|Cpl|Capt|Prof|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Tues?|Thurs?|Ave"
    r"|Blvd|Bros|Sat|Sun|Mon|Wed|Fri|Messrs|approx|tbsp|etc|vs|inc|ltd|corp|est|dept|fig|vol|min|max|incl|esp|viz"
    r"|eds?|pp|art|para|no)\.$",
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
    blanks_are_style = sum(1 for _ in find_all(_SET_OFF, copy.text)) > _FEW
    small_letters_are_style = sum(1 for _ in find_all(_LOWER, copy.text)) > _FEW
    for pattern, confidence in (
        (_FRAGMENT, 0.85),
        (_UNFINISHED, 0.85),
        (_EARLY, 0.85),
        (_NAMES, 0.85),
        (_SET_OFF, 0.85),
        (_HEADLESS, 0.75),
        (_WHICH, 0.7),
        (_LOWER, 0.6),
        (_HALVES, 0.8),
        (_BEFORE_COMMA, 0.7),
    ):
        for match in find_all(pattern, copy.text):
            if any(match.start() < end and start < match.end() for start, end in found):
                continue
            if pattern in (_HEADLESS, _WHICH) and (_is_question_or_quoted(copy, match) or _is_condition(copy, match)):
                continue
            if pattern is _SET_OFF and blanks_are_style:
                continue
            if pattern is _LOWER and (small_letters_are_style or _is_allowed(copy, match)):
                continue
            if pattern is _NAMES and _is_whole(match.group()):
                continue
            if (pattern is _HALVES and not _is_one_name(copy, match)) or (
                pattern is _BEFORE_COMMA and (not commonness(match[1]) or _ABBREVIATED.search(match.group()[:-1]))
            ):
                continue
            found.append(match.span())
            yield Finding(
                copy.span(*match.span()),
                "Possible stray full stop: what stands around it reads like one sentence. Check for a lost word.",
                confidence=confidence,
            )


_FEW = 2
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
_NEVER_FIRST = frozenset({"of", "until", "since", "between", "during"})
"""Words that open a fragment, but hardly ever a short last sentence for effect."""
_LONGEST = 12
_BREAKS = ',:;—–?!“”"()'
_LINKING = _PLACING | {
    "from",
    "to",
    "of",
    "after",
    "before",
    "by",
    "with",
    "since",
    "until",
    "during",
    "between",
    "under",
}
_TIMES = frozenset(
    {"year", "month", "week", "morning", "evening", "night", "afternoon", "spring", "summer", "autumn", "winter"}
)


@check("punctuation.fragment", "Sentence cut in two", severity="minor", confidence=0.8)
def fragment(copy: Copy) -> Iterator[Finding]:
    """A few words without a verb as a sentence, after one that ends in the air, before "year" or behind "with"."""
    sentences = copy.sentences
    for before, sentence in pairwise(sentences):
        words = [token for token in sentence if token.is_alpha]
        if not 1 <= len(words) <= _LONGEST:
            continue
        is_plain = len(words) >= len([token for token in sentence if not (token.is_space or token.like_num)]) - 1
        if not is_plain and words[0].lower_ not in _LINKING:
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
        adrift = is_plain and len(words) <= 5 and words[0].pos_ == "ADP" and words[0].lower_ in _PLACING
        in_the_air = adrift or (is_plain and earlier[-1].lower_ in (_HANGING if len(words) <= 3 else _NEVER_LAST))
        bare_time = (
            is_plain
            and words[-1].lower_ in _TIMES
            and words[0].lower_
            in (
                "this",
                "last",
                "next",
                "the",
                "that",
                "month",
                "year",
                "week",
            )
        )
        loose = (
            words[0].lower_ in _LINKING
            and not set(sentence.text) & set(_BREAKS)
            and len(earlier) > len(words)
            and (words[0].lower_ in _NEVER_FIRST or _places_exactly(sentence))
            and (
                words[0].lower_ in _NEVER_FIRST
                or sentence.end_char < copy.paragraphs[copy.paragraph_number(sentence.start_char)].end
            )
        )
        if in_the_air or bare_time or loose:
            yield Finding(
                copy.trimmed(earlier[-1].idx, sentence.end_char),
                "Possible stray full stop: it cuts off a fragment without a verb. Check the two sentences.",
            )


def _places_exactly(sentence: DocSpan) -> bool:
    """True for a name or a number in three words or more; "With no map." is a short sentence for effect."""
    words = [token for token in sentence if token.is_alpha or token.like_num]
    return len(words) >= 3 and any(token.text[0].isupper() or token.text[0].isdigit() for token in words[1:])


def _lacks_noun(adjective: Token) -> bool:
    """True for "down from an earlier. Forecast of 85": an article and an adjective before the stop."""
    if adjective.i + 2 >= len(adjective.doc):
        return False
    stop, following = adjective.nbor(), adjective.nbor(2)
    opened = adjective.i > 1 and adjective.nbor(-1).lower_ in ("a", "an")
    return opened and stop.text == "." and following.text[0].isupper() and not _is_noun(adjective, following)


def _is_noun(adjective: Token, following: Token) -> bool:
    """True for "as long as he was a minor. She applied": what follows begins a sentence of its own."""
    if adjective.lower_ not in _ALSO_NOUNS:
        return False
    return following.tag_ not in _NOUN_PHRASE or grammar.relation(following).startswith("nsubj")


def _is_whole(words: str) -> bool:
    """True for a name that ends at the stop: "moved to the Netherlands. Court papers"."""
    name = words.partition(".")[0]
    last = name.split()[-1]
    if not name.lower().startswith("the ") or words.endswith(("Estuary", "River", "Bay", "Valley")):
        return False
    return last.endswith("s") or places.lookup(last) is not None or is_outlet(last) or is_outlet(f"A {last}")


def _is_one_name(copy: Copy, match: re.Match[str]) -> bool:
    """True for halves of a name that stands whole elsewhere ("Ines. Falcão"), or of a place ("Costa. Rica").

    What goes on with a verb behind a place is a sentence of its own: "in New York. City officials said".
    """
    whole, other = f"{match['one']} {match['other']}", match["other"]
    if re.search(rf"(?<![\w’-]){whole}(?![\w-])", f"{copy.title}\n{copy.text}"):
        is_called_so = re.search(rf"(?<![\w’-]){match['one']}\b(?!\.? {other}\b|[’'-])", copy.text)
        return is_called_so is None and not titles.is_title(match["one"])
    first = places.lookup(match["one"])
    place = places.lookup(whole)
    return place is not None and first is None and not commonness(other.lower()) >= _PLAIN


_PLAIN = 22
"""Commonness of words that open sentences as well as end names: "City", "State"."""


def _is_question_or_quoted(copy: Copy, match: re.Match[str]) -> bool:
    following = re.search(r"[.?!]", copy.text[match.end() : match.end() + 200])
    return copy.is_quoted(match.start()) or (following is not None and following.group() == "?")


def _is_condition(copy: Copy, match: re.Match[str]) -> bool:
    """True for "… in a row. Were the summer to turn out hot, …"."""
    opener = copy.body.char_span(*match.span("opener")) if match.groupdict().get("opener") else None
    return opener is not None and is_inverted_condition(opener[0])


def _is_allowed(copy: Copy, match: re.Match[str]) -> bool:
    """Abbreviations, names that begin with a small letter, and quoted text."""
    before = copy.text[max(0, match.start() - 12) : match.start() + 1]
    return bool(_ABBREVIATED.search(before)) or not commonness(match.group(1)) or copy.is_quoted(match.start())
