"""Which preposition a verb, an adjective or a noun takes, and which phrases may stand anywhere.

The table was written by hand: words, their word class, the prepositions they take, and prepositions that
are mistaken for those and never go with them. A phrase that says when, where or how much is no
complement, so that "he suffered at home" is no slip.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token

TABLE = Path(__file__).parent / "data" / "prepositions.tsv"
PREPOSITIONS = word_set(
    "of at with for from into to in on by about against over under through upon between among after towards toward than"
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one word takes."""

    right: tuple[str, ...]
    wrong: frozenset[str]


@cache
def rows() -> dict[tuple[str, str], Row]:
    """The table, read once: by word class and word."""
    found: dict[tuple[str, str], Row] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words, word_class, right, wrong = line.split("\t")
        row = Row(tuple(right.split()), frozenset(wrong.split()))
        found.update(((word_class, word), row) for word in words.split())
    return found


def row(word: Token) -> Row | None:
    """What a word takes; participles that are listed as adjectives ("married") count as those."""
    table = rows()
    if word.pos_ == "VERB":
        return (table.get(("ADJ", word.lower_)) if word.tag_ == "VBN" and _is_predicate(word) else None) or table.get(
            ("VERB", word.lemma_.lower())
        )
    return table.get((word.pos_, word.lower_ if word.pos_ == "ADJ" else word.lemma_.lower()))


def _is_predicate(participle: Token) -> bool:
    return any(child.dep_.startswith(("cop", "aux")) and child.lemma_ != "have" for child in participle.children)


def phrases(word: Token) -> Iterator[tuple[Token, Token]]:
    """(preposition, its noun or verb) of the phrases behind a word, those a parse hangs on its object included."""
    heads = [word, *(child for child in word.children if child.i > word.i and grammar.relation(child) == "obj")]
    for head in heads:
        for child in head.children:
            if child.i < word.i or grammar.relation(child) not in ("obl", "nmod", "advcl", "acl"):
                continue
            if head is not word and child.tag_ != "VBG":
                continue  # "accused the head of a school" is no phrase of the verb
            mark = next((c for c in child.children if grammar.relation(c) in ("case", "mark")), None)
            if mark is None or not word.i < mark.i < child.i or any(True for _ in mark.children):
                continue
            if not _has_rival(head, mark):
                yield mark, child


def _has_rival(head: Token, mark: Token) -> bool:
    """True when a particle or another verb right before a preposition is likelier to take it."""
    if head.lemma_.lower() in _TAKE_OF or (
        mark.i - 1 > head.i and mark.nbor(-1).pos_ in ("ADP", "PART", "ADV", "SCONJ")
    ):
        return True
    return any(token.pos_ == "VERB" for token in mark.doc[head.i + 1 : mark.i])


_TAKE_OF = word_set(
    "possibility idea chance risk way likelihood prospect option danger threat cost practice habit method means "
    "process task job act aim goal purpose point hope intention fear thought plan dream sense feeling effect "
    "result benefit advantage problem difficulty experience importance impact business policy kind form crime "
    "charge offence offense"
)
"""Nouns that take "of …ing" for themselves."""


_TIMES = word_set(
    "time moment once least most best worst first last all times length now then noon midnight night dawn dusk "
    "sunset sunrise christmas easter lunch dinner breakfast stage point end start beginning close age year month "
    "week day hour minute second decade century morning evening afternoon today yesterday season weekend period "
    "while long ever good years months weeks days hours minutes seconds decades centuries more instance example "
    "part addition turn case half-time halftime interval speed rate pace level cost price expense risk height "
    "distance temperature discretion request behest invitation hand mercy average percent cent face whim will "
    "pleasure worth premium discount loss present outset glance sight"
)
_PLACES = word_set(
    "home work school university college hospital clinic court station airport port scene site house hotel office "
    "club church mosque temple synagogue border beach stadium meeting conference event rally ceremony hearing "
    "trial match game tournament festival summit talks session briefing interview party funeral service concert "
    "show exhibition fair market shop store supermarket plant factory base camp table desk door gate window "
    "entrance exit keyhole top bottom edge front back side corner crossing junction roundabout museum gallery "
    "theatre theater cinema restaurant cafe pub bar bank embassy parliament senate council congress assembly "
    "polls poll ballot inquest inquiry tribunal championship championships cup games olympics race final finals "
    "world stage farm mine sea lake river bridge depot warehouse headquarters centre center institute laboratory "
    "lab academy checkpoint prison jail barracks dinner place street road television radio tv phone screen "
    "internet facebook twitter social media website online pitch field track course circuit area region country "
    "city town village capital north south east west coast island workshop seminar forum convention gathering "
    "protest demonstration vigil reception wedding auction statement letter email post tweet report ruling "
    "article column essay book memo message affidavit filing document note speech address remarks call private "
    "public vain person evidence letters response reply full level works yard line stop stand wheel"
)
_SURFACES = word_set(
    "site campus farm beach island coast border street road stage screen television radio tv phone internet "
    "facebook twitter media website web online pitch field track course circuit board bus train plane ship boat "
    "ferry way side top bottom edge front back ground grounds behalf basis occasion charge charges suspicion "
    "condition foot land page map list line river lake sea bridge wing roof floor corner visit tour trip holiday "
    "bail strike trial"
)
_CIRCUMSTANTIAL = frozenset({"at", "in", "on", "by", "for", "from", "to", "with", "about", "over"})


def is_circumstance(preposition: Token, noun: Token, *, of_place: bool = True) -> bool:
    """True when a phrase may say when, where, how long or how much rather than complete a word.

    ``of_place`` is False where a place cannot stand for the complement.
    """
    share = noun.lower_ == "one" and any(grammar.relation(child) == "nmod" for child in noun.children)
    if share or preposition.lower_ not in _CIRCUMSTANTIAL:
        return False
    near = {noun.lower_, noun.lemma_.lower(), *(c.lower_ for c in noun.children if preposition.i < c.i < noun.i)}
    if near & _TIMES or noun.pos_ in ("NUM", "SYM", "ADV") or noun.tag_ in ("JJS", "RB", "CD"):
        return True
    if preposition.lower_ == "for" and any(child.pos_ in ("NUM", "SYM") for child in noun.children):
        return True
    if not of_place or preposition.lower_ not in ("at", "in", "on", "from", "to", "over"):
        return False
    if noun.ent_type_ in ("DATE", "TIME", "MONEY", "LOC", "GPE", "FAC", "PERCENT", "CARDINAL"):
        return True
    places = {"on": _SURFACES, "at": _PLACES, "in": _PLACES}.get(preposition.lower_)
    return places is not None and (noun.pos_ == "PROPN" or bool(near & places))
