"""Who can ask and be asked: people, groups, bodies and places."""

import calendar

from bot.analysis.actors.nouns import ORGANIZATIONS, PEOPLE, PLACES
from bot.analysis.demands.lexicon import lexicon
from bot.language import grammar
from bot.language.tokens import Token

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
    | {"some", "others", "one", "my", "our", "your", "his", "its", "their"}
)
_NAMED = frozenset({"PERSON", "PER", "ORG", "LOC", "GPE", "NORP", "FAC", "MISC"})
_TIMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "EVENT"})
_ENDINGS = ("ist", "ian", "eer", "ee", "man", "woman", "er", "or", "people")
_ABSTRACT = ("tion", "sion", "ness", "ity", "ance", "ence", "ism", "ment", "ure", "age")
_CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name) if name)
_QUANTITIES = frozenset({"dozen", "hundred", "thousand", "million", "ten", "score", "number", "lot", "ton"})


def can_ask(word: Token) -> bool:
    """True when a noun or pronoun names someone who can want, ask or be asked."""
    lemma = word.lemma_.lower()
    if word.pos_ == "PRON" or word.tag_ in ("WP", "WDT"):
        return word.lower_ in _PERSONAL
    words = lexicon().words
    if lemma in _CALENDAR or word.ent_type_ in _TIMED or lemma in words.never_ask or _is_money(word):
        return False
    if word.ent_type_ in _NAMED or word.pos_ == "PROPN" or _is_known(lemma):
        return True
    if word.pos_ in ("NUM", "ADJ", "DET") or lemma in _QUANTITIES:
        return _counts_people(word)
    return word.pos_ == "NOUN" and lemma.endswith(_ENDINGS) and lemma not in lexicon().words.not_people


def may_ask(word: Token) -> bool:
    """True unless a word plainly names a thing; for places where the verb itself says that it names someone."""
    if can_ask(word):
        return True
    lemma = word.lemma_.lower()
    words = lexicon().words
    if word.pos_ == "ADJ":
        return any(c.lower_ == "the" for c in grammar.dependents(word))
    if (
        word.pos_ != "NOUN"
        or _is_money(word)
        or lemma in words.never_ask
        or lemma in words.not_people
        or lemma in words.acts
    ):
        return False
    return word.ent_type_ not in _TIMED and lemma not in words.never_asked and not lemma.endswith(_ABSTRACT)


def _is_money(word: Token) -> bool:
    """ "funds" for a project, but not "pension funds"."""
    return word.lower_ == "funds" and not any(grammar.relation(c) == "compound" for c in grammar.dependents(word))


def is_court(word: Token) -> bool:
    """True for a court or a judge."""
    words = {word.lemma_.lower(), *(c.lemma_.lower() for c in grammar.dependents(word))}
    return bool(words & {"court", "judge", "tribunal", "magistrate", "justice"})


def is_one_person(word: Token) -> bool:
    """True for a common noun that names a person rather than a group or place ("minister", not "ministry")."""
    lemma = word.lemma_.lower()
    if lemma in PEOPLE or lemma in lexicon().words.persons:
        return True
    return lemma.endswith(_ENDINGS) and lemma not in lexicon().words.not_people and lemma not in ORGANIZATIONS


def agrees(pronoun: Token, noun: Token) -> bool:
    """True when a third-person pronoun may stand for a noun, by number and by what the noun names."""
    if noun.pos_ not in ("NOUN", "PROPN") or not may_ask(noun):
        return False
    plural = noun.tag_ in ("NNS", "NNPS") or bool(grammar.conjuncts(noun))
    person = noun.ent_type_ in ("PERSON", "PER")
    if pronoun.lower_ in ("they", "them", "their"):
        return plural or not person
    if pronoun.lower_ in ("it", "its"):
        return not plural and not person
    return not plural and (person or (noun.pos_ == "NOUN" and is_one_person(noun)))


def _is_known(lemma: str) -> bool:
    """True for a listed noun; "policy-maker", "vice-president", "shipowner" are known by their last part."""
    words = lexicon().words
    last = lemma.rpartition("-")[2]
    listed = (PEOPLE, ORGANIZATIONS, PLACES, words.people, words.persons)
    return any(last in some for some in listed) or lemma.endswith(("worker", "owner", "member", "leader"))


def _counts_people(word: Token) -> bool:
    """ "thousands of nurses", "two said": a number stands for the people it counts."""
    counted = [c for c in grammar.dependents(word) if grammar.relation(c) == "nmod"]
    if counted:
        return any(can_ask(child) for child in counted)
    return word.pos_ in ("NUM", "ADJ", "DET")
