"""Gist: the sentences that say what the article is about."""

import heapq
import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from bot.language import grammar
from bot.language.datelines import end_of_dateline
from bot.language.reading import Reading
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Actor, Span

MAX_SENTENCES = 3

_MIN_WORDS, _MAX_WORDS = 8, 60
_LEAD_SENTENCES = 4.0  # the lead's pull falls to 1/e over this many sentences
_WEIGHTS = {"lead": 1.0, "actors": 0.8, "centrality": 0.8}
_DEPENDENT_COST = 0.6
_QUOTED_COST = 0.5
_REDUNDANT = 0.5
_ENDS = (".", "!", "…", ".”", '."', ".’", "!”", ")")
_CLOSERS = "\n.!?…:”\"’')]–—-"
_LEANING = frozenset(
    {"he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "such", "there"}
    | {"but", "and", "also", "however", "meanwhile", "so", "yet", "then", "instead", "still", "or", "if", "i", "we"}
)
_BOILERPLATE = re.compile(
    r"\b(?:subscribe|sign up|newsletter|read more|click here|cookies?|all rights reserved|copyright|getty images"
    r"|photo(?:graph)?:|image:|file photo|source link|leave a reply|required fields|advertisement|follow us)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r", (?:left|right|cent(?:er|re)|top|bottom|seen here|pictured)\b|\b(?:in this|is seen in|file) photo"
)
_QUOTE_MARKS = re.compile(r"[“\"«][^”\"»]*[”\"»]?")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One candidate: its place among the candidates, its characters, its words without the small ones."""

    place: int
    start: int
    end: int
    tokens: DocSpan
    lemmas: frozenset[str]


def find_gist(reading: Reading, actors: list[Actor]) -> list[Span]:
    """Up to three whole sentences of the body, most telling first; fewer when fewer stand on their own.

    Extractive: a sentence scores by how early it stands, how salient the actors in it are, and how
    many of the article's recurring words it has; sentences that lean on others (pronouns, "but"),
    questions, bare quotations, captions and left-over page furniture are passed over.
    """
    sentences = _candidates(reading)
    weights = _word_weights(sentences, reading)
    named = _salience_named(sentences, actors)
    ranked = sorted(sentences, key=lambda one: (-_score(one, weights, named[one.place]), one.place))
    chosen: list[_Sentence] = []
    for one in ranked:
        if len(chosen) < MAX_SENTENCES and not any(_repeats(one, other) for other in chosen):
            chosen.append(one)
    return [reading.article.span(one.start, one.end) for one in chosen]


def _candidates(reading: Reading) -> list[_Sentence]:
    found: list[_Sentence] = []
    for sentence in reading.body.sents:
        start, end = _trimmed(reading.article.text, sentence)
        text = reading.article.text[start:end]
        if not _stands_alone(text, sentence) or not _starts_clean(reading.article.text, start):
            continue
        lemmas = frozenset(word.lemma_.lower() for word in sentence if word.is_alpha and not word.is_stop)
        found.append(_Sentence(len(found), start, end, sentence, lemmas))
    return found


def _trimmed(text: str, sentence: DocSpan) -> tuple[int, int]:
    """The characters of a sentence without white space around it and without a dateline before it."""
    start, end = sentence.start_char, sentence.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start + end_of_dateline(text[start:end]), end


def _stands_alone(text: str, sentence: DocSpan) -> bool:
    """True for a statement of usual length with a finite verb, its marks balanced, in one paragraph."""
    if not _MIN_WORDS <= len(text.split()) <= _MAX_WORDS or "\n" in text:
        return False
    if not text.endswith(_ENDS) or not (text[0].isupper() or text[0] in '“"‘'):
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return False
    if _BOILERPLATE.search(text) or _CAPTION.search(text) or text.isupper():
        return False
    return any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") and not word.is_punct for word in sentence)


def _starts_clean(text: str, start: int) -> bool:
    """False where the text before a sentence has not ended: the sentence was cut out of a longer one."""
    while start and text[start - 1] == " ":
        start -= 1
    return not start or text[start - 1] in _CLOSERS


def _word_weights(sentences: list[_Sentence], reading: Reading) -> dict[str, float]:
    """How much each content word says about the article: its recurrence, and once more when the title has it.

    The ten that say most weigh 1 together.
    """
    counts: Counter[str] = Counter(lemma for one in sentences for lemma in one.lemmas)
    titled = {word.lemma_.lower() for word in reading.title if word.is_alpha and not word.is_stop}
    weights = {lemma: math.log(count) + (lemma in titled) for lemma, count in counts.items()}
    total = sum(heapq.nlargest(10, weights.values())) or 1.0
    return {lemma: weight / total for lemma, weight in weights.items()}


def _salience_named(sentences: list[_Sentence], actors: list[Actor]) -> list[float]:
    """For each sentence, how salient the actors that it names are together."""
    ends = [one.end for one in sentences]
    total = [0.0] * len(sentences)
    for actor in actors:
        places: set[int] = set()
        for mention in actor.mentions:
            if mention.kind == "name" and mention.field == "text":
                place = bisect_right(ends, mention.start)
                if place < len(sentences) and sentences[place].start < mention.end:
                    places.add(place)
        for place in places:
            total[place] += actor.salience
    return total


def _score(one: _Sentence, weights: dict[str, float], named: float) -> float:
    lead = math.exp(-one.place / _LEAD_SENTENCES)
    centrality = min(1.0, sum(weights[lemma] for lemma in one.lemmas))
    value = _WEIGHTS["lead"] * lead + _WEIGHTS["actors"] * math.tanh(named / 2) + _WEIGHTS["centrality"] * centrality
    if _leans(one.tokens):
        value *= _DEPENDENT_COST
    return value * (_QUOTED_COST if _is_mostly_quoted(one.tokens.text) else 1.0)


def _leans(sentence: DocSpan) -> bool:
    """True when a sentence opens by pointing back to another, or asks."""
    first: Token = next((word for word in sentence if word.is_alpha), sentence[0])
    return first.lower_ in _LEANING or grammar.is_question(first)


def _is_mostly_quoted(text: str) -> bool:
    quoted = sum(len(match.group()) for match in _QUOTE_MARKS.finditer(text))
    return quoted > 0.5 * len(text)


def _repeats(one: _Sentence, other: _Sentence) -> bool:
    smaller = min(len(one.lemmas), len(other.lemmas)) or 1
    return len(one.lemmas & other.lemmas) / smaller > _REDUNDANT
