"""An article that does not fit its noun: "a officials", "a hour"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.first_sound import takes_an
from bot.analysis.errors.lexicon import commonness, is_listed, is_word, word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Token

_PLURAL_AND_SINGULAR = frozenset(
    {"series", "species", "means", "crossroads", "headquarters", "barracks", "works", "gallows", "news", "people"}
    | {"lens", "bus", "gas", "plus", "minus", "bonus", "virus", "campus", "chassis", "corps", "innings", "sweepstakes"}
    | {"savings", "shambles", "dozens", "damages", "times", "police", "summons", "data", "media", "woods", "links"}
    | {"pancreas", "atlas", "canvas", "bellows", "mews", "premises", "thanks", "yes", "kudos", "bathers", "scissors"}
)
_COUNTING = frozenset({"few", "many", "couple", "dozen", "hundred", "thousand", "million", "billion", "great", "good"})


@check("grammar.article-plural", "“a” before a plural", severity="minor", confidence=0.8)
def article_plural(copy: Copy) -> Iterator[Finding]:
    """ "a" or "an" that determines a plural noun which is the last word of its phrase."""
    for words in copy.all_words:
        doc = words.doc
        for article in words.spelt(("a", "an")):
            if article.tag_ != "DT":
                continue
            noun = grammar.governor(article)
            if noun is None or not 0 < noun.i - article.i <= _FARTHEST or not _is_plain_plural(noun):
                continue
            between = [token for token in doc[article.i + 1 : noun.i] if not _is_in_chain(token)]
            if len(between) > _MODIFIERS:
                continue
            if between and between[0].i == article.i + 1 and _is_plain_count(between[0], noun):
                span = doc[article.i : noun.i + 1]
                yield Finding(
                    copy.of(span),
                    f"Possible slip: “{article.text}” before “{between[0].text} {noun.text}”. Check the article.",
                    suggestion=doc[article.i + 1 : noun.i + 1].text,
                )
                continue
            if any(_counts(word) or word.is_punct for word in between) or _goes_on(noun):
                continue
            if _may_be_verb(article, noun):
                continue
            # A common noun in between may be the one that the article belongs to ("a sign small firms …").
            unsure = any((word.tag_ == "NN" and word.text.islower()) or word.head.i != noun.i for word in between)
            span = doc[article.i : noun.i + 1]
            yield Finding(
                copy.of(span),
                f"Possible slip: “{article.text}” with the plural “{noun.text}”. Check number and article.",
                suggestion=doc[article.i + 1 : noun.i + 1].text,
                confidence=0.4 if unsure else None,
            )


_FARTHEST, _MODIFIERS = 11, 4
"""Tokens between an article and its noun, and those among them that no hyphen joins."""


def _is_in_chain(token: Token) -> bool:
    """True for a piece of "19-year-old leg-" and the hyphens in it."""
    hyphens = (token, token.nbor(-1), token.nbor())
    return any(hyphen.text == "-" for hyphen in hyphens)


_PLANTS = word_set("steelworks ironworks brickworks glassworks")
"""Works of which the table has the singular for something else: the "steelwork" of a bridge."""


def _is_plain_plural(noun: Token) -> bool:
    if noun.lower_ in _PLURAL_AND_SINGULAR or noun.lower_.endswith(("ics", "ss")):
        return False
    if noun.lower_ in _PLANTS or (noun.lower_.endswith("works") and not is_listed(noun.lower_[:-1])):
        return False  # "a waterworks"; a "network" is a word
    if noun.tag_ not in ("NNS", "NNPS"):
        return noun.tag_ == "NN" and noun.text.islower() and (_is_many_men(noun.lower_) or _looks_plural(noun.lower_))
    if not noun.lower_.endswith("s"):
        return noun.lower_.endswith("men") or noun.lower_ in _IRREGULAR
    if commonness(noun.lower_) > 0 and not any(is_word(single) for single in _singulars(noun)):
        return False  # "thermos", "cosmos"
    named = noun.tag_ == "NNPS" or noun.text[0].isupper()
    return not named or noun.lower_ in _NAMED_PLURALS


def _singulars(noun: Token) -> set[str]:
    """What may be the singular of "officials", "inquiries" and "matches"."""
    word = noun.lower_
    return {word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""} - {""}


_NAMED_PLURALS = word_set(
    "forces ministers troops officials members leaders workers departments ministries councils committees agencies "
    "authorities institutes universities offices bureaus secretaries"
)
_IRREGULAR = frozenset({"children", "grandchildren", "feet", "teeth", "mice", "geese"})


def _is_many_men(word: str) -> bool:
    """True for "spokeswomen" and "children", which a tagger that has seen "a" before them may take for singulars."""
    made = word.endswith("men") and len(word) > _SHORT + 1 and word != "dolmen" and is_listed(f"{word[:-2]}an")
    return made or word == "women" or word in _IRREGULAR


def _looks_plural(word: str) -> bool:
    """True for "teachers", which a tagger that has seen the article before it may take for a singular."""
    counted = len(word) > _SHORT and word.endswith("s") and not word.endswith(("us", "is"))
    return counted and commonness(word[:-1]) >= _COMMON and commonness(word) >= _COMMON - 2


_SHORT, _COMMON = 4, 20


def _is_plain_count(number: Token, noun: Token) -> bool:
    """True for "a two drunks" and "a 140,000 metric tons": a number right behind the article that counts things."""
    large = _LARGE.fullmatch(number.text) is not None and noun.lemma_.lower() not in _DISTANCES
    counted = number.head.i == noun.i and (large or (number.lower_ in _NUMBER_WORDS and number.i + 1 == noun.i))
    return counted and noun.tag_ == "NNS" and noun.ent_type_ not in ("DATE", "TIME") and not _goes_on(noun)


_LARGE = re.compile(r"\d{2,3}|\d{1,3}(?:,\d{3})+")
_DISTANCES = word_set("metre meter yard hurdle mile kilometre kilometer degree euro dollar franc point")
"""What a race, a note or a lead may be called after: "won a 400 metres"."""


_NUMBER_WORDS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})


def _counts(word: Token) -> bool:
    return word.tag_ == "CD" or word.like_num or word.lower_ in _COUNTING or word.tag_ in ("POS", "NNPS")


def _goes_on(noun: Token) -> bool:
    """True when the noun is only a modifier: "a forces-sponsored pilot", "a boys’ school", "a sports hall"."""
    if noun.i + 1 == len(noun.doc):
        return False
    after = noun.nbor()
    joined = after.text[0] in "-–’'/" and not noun.whitespace_
    return joined or after.tag_ in ("POS", "NN", "NNP", "NNS", "NNPS") or grammar.relation(noun) == "compound"


def _may_be_verb(article: Token, noun: Token) -> bool:
    """True for "until an independent review reports in spring": a verb's form behind a noun that can be its subject."""
    opens = article.is_sent_start or article.nbor(-1).lower_ in _CONJUNCTIONS
    goes_on = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ not in ("VERB", "AUX", "PUNCT")
    return opens and goes_on and noun.nbor(-1).tag_ == "NN" and noun.lower_ in forms().thirds


_CONJUNCTIONS = word_set("until before after since as when while if because that than once unless and but")


_ARTICLE = re.compile(r"(?<![\w’'.&/-])([Aa]n?)[ \u00a0](\w[\w,-]*+)(?![’'.&/]\w{2}|[ \u00a0][A-Z]\b)")
_OPENS = re.compile(r"(?:^|[.!?:“\"‘—–-]\s?|\n)$")
_NO_NOUN = word_set("a an and or in is of at as on if it its are al el am et ex ad id e i o u")
"""Words that stand behind a letter, or behind an “a” of another language."""


@check("grammar.a-an", "“a” or “an” before the wrong sound", severity="minor", confidence=0.85)
def a_or_an(copy: Copy) -> Iterator[Finding]:
    """Words, names, abbreviations and figures whose first sound is beyond doubt."""
    for match, field in copy.matches(_ARTICLE):
        article, word = match[1], match[2].rstrip(",-")
        if word.lower() in _NO_NOUN or (article[0] == "A" and not _OPENS.search(match.string[: match.start()][-3:])):
            continue
        right = takes_an(word)
        if right is not None and right != (len(article) == 2):
            yield Finding(
                copy.span(match.start(), match.start(2) + len(word), field),
                f"Possible slip: “{article}” before “{word}”. Check the article, or whether another word was meant.",
                suggestion=f"{article[0]}{'n' if right else ''} {word}",
            )
