"""Rules of the clause beyond number: case, comparison, relative pronouns, tense with a time, verbs after verbs."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.clauses import FINITE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_REFLEXIVES = {"theirselves": "themselves", "theirself": "themselves", "hisself": "himself", "ourself": "ourselves"}
_TAKES_GERUND = word_set("enjoy avoid finish suggest postpone deny admit risk consider dislike resent miss practise")
_PAST = word_set("yesterday ago")
_PEOPLE_TOO = word_set("people man woman men women child children person officer guy boy girl")
_NO_PLURAL = word_set(
    "money water information equipment traffic furniture evidence advice luggage research rice food work"
)


@check("grammar.clause", "Slip in the build of a clause", severity="minor", confidence=0.7)
def clause_grammar(copy: Copy) -> Iterator[Finding]:
    """One rule a word class; each looks at a word and at what a parse joins to it."""
    for word in copy.body:
        if not word.text.islower() or copy.is_quoted(word.idx):
            continue
        found = _slip(word)
        if found is not None:
            last, why = found
            first, end = sorted((word.i, last.i))
            stretch = copy.body[first : end + 1] if end - first <= _LONGEST else copy.body[word.i : word.i + 1]
            yield Finding(copy.of(stretch), f"Possible slip in “{stretch.text}”: {why}. Check the sentence.")


_LONGEST = 7


def _slip(word: Token) -> tuple[Token, str] | None:
    """The word that another one does not go with, and why."""
    if word.lower_ in _REFLEXIVES:
        return word, f"the word is “{_REFLEXIVES[word.lower_]}”"
    if word.tag_ in ("WDT", "WP"):
        return _relative(word)
    if word.tag_ in ("JJR", "RBR"):
        return _comparison(word)
    if word.pos_ == "AUX":
        return _tense(word)
    return _verb(word) if word.pos_ == "VERB" else None


def _relative(pronoun: Token) -> tuple[Token, str] | None:
    """ "the officer which shot", "whom was on holiday", "the museum, that opened"."""
    verb, noun = pronoun.head, pronoun.nbor(-1) if pronoun.i else pronoun
    if grammar.relation(verb) != "acl:relcl" or grammar.relation(pronoun) not in ("nsubj", "nsubj:pass"):
        return None
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    if pronoun.lower_ == "whom" and after.tag_ in FINITE:
        return after, "a subject is “who”"
    person = noun.lemma_.lower() in _PEOPLE_TOO and verb.head.i == noun.i
    if pronoun.lower_ == "which" and person:
        return noun, "of people it is “who”"
    return None


def _comparison(word: Token) -> tuple[Token, str] | None:
    """ "bigger as the old one", "less people", "fewer money"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    before = word.nbor(-1) if word.i else word
    if after.lower_ == "as" and before.lower_ not in ("as", "so", "earlier") and word.lower_ not in _ALSO_OTHERWISE:
        noun = after.head
        joined = noun.i > after.i and noun.head.i == word.i and grammar.relation(after) == "case"
        joined = (
            joined
            and noun.lower_ not in ("result", "consequence", "whole", "rule", "well")
            and any(grammar.relation(child) == "cop" for child in word.children)
        )
        return (after, "a comparative goes with “than”") if joined else None
    noun = word.head
    if grammar.relation(word) != "amod" or noun.i != word.i + 1:
        return None
    if word.lower_ == "fewer" and noun.lower_ in _NO_PLURAL:
        return noun, "it is “less” of what is not counted"
    return None


_ALSO_OTHERWISE = word_set("later earlier sooner former latter better more less further upper lower inner outer elder")


def _tense(auxiliary: Token) -> tuple[Token, str] | None:
    """ "has erupted last night", "if the offer would have been"."""
    verb = auxiliary.head
    if grammar.relation(auxiliary) != "aux":
        return None
    if auxiliary.lower_ in ("has", "have") and not any(aux.tag_ == "MD" for aux in grammar.auxiliaries(verb)):
        when = next((c for c in verb.children if c.i > verb.i and _is_past(c)), None)
        return (when, "with a time in the past it is the simple past") if when is not None else None
    if (
        auxiliary.lower_ == "would"
        and grammar.relation(verb) == "advcl"
        and "have" in {aux.lower_ for aux in grammar.auxiliaries(verb)}
    ):
        mark = next((c for c in verb.children if c.lower_ == "if" and grammar.relation(c) == "mark"), None)
        return (mark, "an “if” clause takes “had”") if mark is not None else None
    return None


def _is_past(word: Token) -> bool:
    """True for "yesterday", "two days ago" and "last night" as the time of a verb."""
    if grammar.relation(word) not in ("obl", "advmod"):
        return False
    if word.lower_ in _PAST:
        return not any(child.lower_ == "since" for child in word.children)
    opens = [child.lower_ for child in word.children if child.i < word.i]
    return word.lower_ in ("night", "week", "month", "year", "summer", "winter") and opens == ["last"]


def _verb(verb: Token) -> tuple[Token, str] | None:
    """ "enjoys to swim", "made him to go", "is consisted of"."""
    below = next((c for c in verb.children if grammar.relation(c) in ("xcomp", "ccomp") and c.i > verb.i), None)
    to = next((c for c in below.children if c.lower_ == "to" and c.tag_ == "TO"), None) if below is not None else None
    lemma = verb.lemma_.lower()
    if below is not None and to is not None and below.tag_ == "VB" and not grammar.is_passive(verb):
        if lemma in _TAKES_GERUND and to.i == verb.i + 1 and not any(c.dep_ == "nsubj" for c in below.children):
            return to, f"“{lemma}” takes “…ing”"
        thing = verb.doc[verb.i + 1 : to.i]
        if lemma in ("make", "let") and len(thing) == 1 and thing[0].tag_ == "PRP" and thing[0].lower_ != "it":
            return to, f"“{lemma}” takes no “to”"
    if lemma in ("consist", "belong", "occur", "happen", "exist") and any(
        c.dep_ == "aux:pass" or (c.lemma_ == "be" and c.dep_ == "aux") for c in verb.children
    ):
        return (verb.nbor(-1), "the verb has no passive") if verb.tag_ == "VBN" and verb.i else None
    return None
