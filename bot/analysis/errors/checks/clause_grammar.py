"""Rules of the clause beyond number: case, comparison, relative pronouns, tense with a time, verbs after verbs."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.clauses import FINITE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
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
    for word in copy.words.tokens:
        found = _slip(word) if word.text.islower() else None
        if found is not None and not copy.is_quoted(word.idx):
            last, why = found
            first, end = sorted((word.i, last.i))
            stretch = copy.body[first : end + 1] if end - first <= _LONGEST else copy.body[word.i : word.i + 1]
            yield Finding(copy.of(stretch), f"Possible slip in “{stretch.text}”: {why}. Check the sentence.")


_LONGEST = 7


def _slip(word: Token) -> tuple[Token, str] | None:
    """The word that another one does not go with, and why."""
    if word.lower_ in _REFLEXIVES:
        return word, f"the word is “{_REFLEXIVES[word.lower_]}”"
    if word.lower_ in _PLAIN and grammar.relation(word) == "advmod":
        return _plain_adverb(word)
    if word.lower_ in ("much", "many"):
        return _quantity(word)
    rule = _BY_TAG.get(word.tag_) or _BY_CLASS.get(word.pos_)
    return rule(word) if rule is not None else None


def _preposition(word: Token) -> tuple[Token, str] | None:
    """ "by close the road", "since two years", "as large than"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    before = word.nbor(-1) if word.i else word
    object_follows = after.i + 1 < len(after.doc) and after.nbor().tag_ in ("DT", "PRP$", "PRP")
    bare = after.tag_ == "VB" and after.text in forms().bases and object_follows
    if word.lower_ in _BEFORE_GERUND and bare:
        return after, "behind a preposition a verb ends in “-ing”"
    noun = word.head
    if word.lower_ == "since" and noun.lower_ in _SPANS and any(c.tag_ == "CD" for c in noun.children):
        ago = noun.i + 1 < len(noun.doc) and noun.nbor().lower_ in ("ago", "before", "earlier")
        return (noun, "a span of time takes “for”") if noun.i - word.i <= 3 and not ago else None
    if word.lower_ == "than" and before.tag_ in ("JJ", "RB") and before.i and before.nbor(-1).lower_ == "as":
        return before, "“as” goes with “as”"
    return None


_BEFORE_GERUND = word_set("by of for without after before from in at despite about with")
_SPANS = word_set("years months weeks days hours minutes decades centuries")


def _plain_adverb(word: Token) -> tuple[Token, str] | None:
    """ "played good", "walked careful": an adjective where the verb wants an adverb."""
    verb = word.head
    beside = verb.pos_ == "VERB" and word.i > verb.i and verb.lemma_.lower() not in _LINKING
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    alone = after.is_punct or after.tag_ in ("IN", "CC", "TO")
    return (verb, f"the adverb of “{word.text}” belongs here") if beside and alone else None


_PLAIN = word_set(
    "good bad careful quiet rapid serious sudden gradual immediate frequent regular quick perfect brave angry"
)
_LINKING = word_set(
    "look feel seem taste smell sound appear stay remain keep become get go turn come prove grow stand do"
)


def _quantity(word: Token) -> tuple[Token, str] | None:
    """ "much people", "many money"."""
    noun = word.head
    if grammar.relation(word) != "amod" or noun.i != word.i + 1:
        return None
    if word.lower_ == "many" and noun.lower_ in _NO_PLURAL and noun.tag_ == "NN" and not _is_joined_on(noun):
        return noun, "it is “much” of what is not counted"
    counted = noun.tag_ == "NNS" and (noun.lemma_.lower() in PEOPLE or noun.lower_ == "people")
    return (noun, "it is “many” of what is counted") if word.lower_ == "much" and counted else None


def _is_joined_on(noun: Token) -> bool:
    return noun.i + 1 < len(noun.doc) and noun.nbor().tag_ in ("NN", "NNS", "NNP", "HYPH")


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


def _is_compared(verb: Token, when: Token) -> bool:
    """True for a time that is only compared with: "have brought in 45 tonnes, down from 60 last year"."""
    between = verb.doc[verb.i : when.i]
    return any(
        token.lower_ in ("than", "compared") or (token.lower_ == "from" and token.nbor(-1).lower_ in ("up", "down"))
        for token in between
    )


def _tense(auxiliary: Token) -> tuple[Token, str] | None:
    """ "has erupted last night", "if the offer would have been"."""
    verb = auxiliary.head
    if grammar.relation(auxiliary) != "aux":
        return None
    if auxiliary.lower_ == "will" and grammar.relation(verb) == "advcl":
        mark = next((c for c in verb.children if c.lower_ in _OPENS_FUTURE and c.dep_ in ("mark", "advmod")), None)
        plain = mark is not None and mark.is_sent_start and not any(c.lower_ == "you" for c in verb.children)
        return (mark, f"behind “{mark.text}” it is the present") if mark is not None and plain else None
    if verb.lemma_.lower() in _STATES and verb.tag_ == "VBG" and auxiliary.lower_ in ("is", "are", "was", "were"):
        return (verb, "the verb has no “-ing” form here") if verb.i == auxiliary.i + 1 else None
    if auxiliary.lower_ in ("has", "have") and not any(aux.tag_ == "MD" for aux in grammar.auxiliaries(verb)):
        when = next((c for c in verb.children if c.i > verb.i and _is_past(c) and not _is_compared(verb, c)), None)
        return (when, "with a time in the past it is the simple past") if when is not None else None
    if (
        auxiliary.lower_ == "would"
        and grammar.relation(verb) == "advcl"
        and "have" in {aux.lower_ for aux in grammar.auxiliaries(verb)}
    ):
        mark = next((c for c in verb.children if c.lower_ == "if" and grammar.relation(c) == "mark"), None)
        return (mark, "an “if” clause takes “had”") if mark is not None else None
    return None


_OPENS_FUTURE = word_set("if unless until once")
_STATES = word_set("know believe belong consist contain own prefer resemble deserve")


def _is_past(word: Token) -> bool:
    """True for "yesterday", "two days ago" and "last night" as the time of a verb."""
    if grammar.relation(word) not in ("obl", "advmod"):
        return False
    if word.lower_ in _PAST:
        return not any(child.lower_ == "since" for child in word.children)
    opens = [child.lower_ for child in word.children if child.i < word.i]
    return word.lower_ in ("night", "week", "month", "year", "summer", "winter") and opens == ["last"]


def _denied_twice(verb: Token) -> Token | None:
    """The second negation of "did not see nothing", "could not hardly walk"."""
    if verb.lemma_ == "do" or not any(
        c.lower_ in ("not", "n't", "n’t") and grammar.relation(c) == "advmod" for c in verb.children
    ):
        return None
    wrong = (c for c in verb.children if c.i > verb.i - 2)
    return next((c for c in wrong if c.lower_ in _NOTHING and grammar.relation(c) in ("obj", "obl", "advmod")), None)


_NOTHING = word_set("nothing nobody nowhere none hardly scarcely barely")


def _verb(verb: Token) -> tuple[Token, str] | None:
    """ "enjoys to swim", "made him to go", "is consisted of"."""
    below = next((c for c in verb.children if grammar.relation(c) in ("xcomp", "ccomp") and c.i > verb.i), None)
    to = next((c for c in below.children if c.lower_ == "to" and c.tag_ == "TO"), None) if below is not None else None
    lemma = verb.lemma_.lower()
    if (twice := _denied_twice(verb)) is not None:
        return twice, "it is denied twice"
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


_BY_TAG = {"WDT": _relative, "WP": _relative, "JJR": _comparison, "RBR": _comparison, "IN": _preposition}
_BY_CLASS = {"AUX": _tense, "VERB": _verb}
