"""Who can ask and be asked: people, groups, bodies and places, and nothing else."""

import calendar

from spacy.tokens import Token

from bot.analysis.demands.lexicon import lexicon
from bot.language import grammar

_PERSONAL = frozenset(
    {
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "me",
        "us",
        "him",
        "her",
        "them",
        "who",
        "whom",
        "both",
        "all",
        "many",
    }
    | {"some", "others", "one"}
)
_NAMED = frozenset({"PERSON", "PER", "ORG", "LOC", "GPE", "NORP", "FAC", "MISC"})
_TIMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "EVENT"})
_DOER_ENDINGS = (
    "ist",
    "ists",
    "ian",
    "ians",
    "eer",
    "eers",
    "ee",
    "ees",
    "man",
    "men",
    "woman",
    "women",
    "holder",
    "maker",
    "worker",
)
_CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name) if name)
_QUANTITIES = frozenset(
    {"dozen", "hundred", "thousand", "million", "ten", "score", "number", "group", "majority", "lot"}
)


def can_ask(word: Token) -> bool:
    """True when a noun or pronoun names someone who can want, ask or be asked."""
    lemma = word.lemma_.lower()
    if word.pos_ == "PRON" or word.tag_ in ("WP", "WDT"):
        return word.lower_ in _PERSONAL
    if lemma in _CALENDAR or word.ent_type_ in _TIMED or lemma in lexicon().words.never_ask:
        return False
    if word.ent_type_ in _NAMED or word.pos_ == "PROPN":
        return True
    if lemma in lexicon().words.people or lemma in lexicon().words.persons or _compound_person(lemma):
        return True
    if word.pos_ in ("NUM", "ADJ", "DET") or lemma in _QUANTITIES:
        return any(can_ask(child) for child in grammar.dependents(word) if grammar.relation(child) == "nmod") or (
            word.pos_ in ("NUM", "ADJ", "DET") and word.i + 1 < len(word.doc)
        )
    return word.pos_ == "NOUN" and lemma.endswith(_DOER_ENDINGS)


def is_one_person(word: Token) -> bool:
    """True for a common noun that names a person rather than a group or place ("minister", not "ministry")."""
    lemma = word.lemma_.lower()
    return lemma in lexicon().words.persons or lemma.endswith(_DOER_ENDINGS)


def _compound_person(lemma: str) -> bool:
    """ "shipbuilder", "policy-maker", "vice-president": known by their last part."""
    words = lexicon().words
    last = lemma.rpartition("-")[2]
    return last in words.people or last in words.persons or lemma.endswith(("worker", "owner", "member", "leader"))
