"""Sentences that never get to their main clause: "Although the coroner recorded a verdict of misadventure."."""

from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.clauses import SPEECH, has_free_verb, is_aside, is_finite, is_inverted_condition
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.dates import MONTHS, WEEKDAYS
from bot.language.tokens import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
_LEAST = 7
_OPEN_CLAUSES = word_set(
    "although though while after before since until unless when where whereas that whether with once as"
)
_AS_PREPOSITIONS = word_set("with without despite during by for of under because")
_UNFINISHED_MARKS = frozenset({":", "?", "!", "“", '"', "—", "–", ";", "(", "‘", "…", "|"})
_OF_QUANTITY = word_set("of about around over under between nearly up at from than")


@check("grammar.main-clause", "Sentence without a main clause", severity="minor", confidence=0.7)
def main_clause(copy: Copy) -> Iterator[Finding]:
    """A conjunction before the only clause, a preposition before the subject, a clause without subject or verb."""
    for tokens in copy.sentence_words:
        if len(tokens) < _LEAST or tokens[-1].text != "." or not tokens[0].text[0].isupper():
            continue
        if copy.is_quoted(tokens[0].idx) or any(token.text in _UNFINISHED_MARKS for token in tokens):
            continue
        found = _fault(tokens, opens=copy.text[: tokens[0].idx].rstrip(" ").endswith("\n") or not tokens[0].idx)
        if found is not None:
            first, last, why = found
            yield Finding(
                copy.of(copy.body[first.i : last.i + 1]), f"Possibly an incomplete sentence: {why}. Check it."
            )


Fault = tuple[Token, Token, str]
"""The words where a sentence is broken, and what is wrong."""


def _fault(tokens: list[Token], *, opens: bool) -> Fault | None:
    """What is wrong with a sentence; None for a sound one. ``opens`` says that it is the first of its paragraph."""
    first, second = tokens[0], tokens[1]
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None:
        return None
    if first.tag_ == "IN" and second.tag_ == "WDT" and second.lower_ == "which":
        return first, second, f"“{first.text} {second.text}” opens a clause that belongs to nothing"
    if first.tag_ in ("VBD", "VBZ") and first.pos_ == "AUX" and _is_headless(first):
        return first, second, f"“{first.text} {second.text}” has no subject"
    if (pronoun := _doubled_subject(tokens)) is not None:
        return pronoun, pronoun.nbor(), f"“{pronoun.text}” is a second subject"
    main = _broken_main_clause(tokens, root) if is_finite(root) else None
    return main or _broken_side_clause(tokens) or (_without_verb(tokens, root) if opens else None)


def _is_for_some(tokens: list[Token]) -> bool:
    """True for an opening that stands before a subject without a comma: "For some the matter is settled"."""
    return tokens[0].lower_ == "for" and tokens[1].lower_ in _SOME and tokens[2].tag_ in ("DT", "PRP$", "NNP", "NNS")


_SOME = frozenset({"some", "many", "most", "others", "all", "them", "him", "her", "us"})


def _broken_main_clause(tokens: list[Token], root: Token) -> Fault | None:
    """A main clause that a word before it makes part of another, or that has no subject."""
    first, second = tokens[0], tokens[1]
    joint = _late_that(root, first) or _joined_to_nothing(root, first)
    if joint is not None:
        return joint, joint.nbor(), f"“{joint.text}” makes a side clause of what should be the main one"
    if _is_marked(root, first) or _said_in_side_clause(root, first):
        return first, second, f"“{first.text}” makes a side clause of all that follows"
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    if subject is None:
        return _without_subject(tokens, root)
    if _is_for_some(tokens) or (first.lower_ in _ALSO_PREPOSITIONS and _has_bare_subject(root)):
        return None
    if subject.i < root.i and _has_preposition(subject, first) and not _is_number(subject):
        return first, second, f"“{first.text}” leaves the verb “{root.text}” without a subject"
    return None


def _is_number(subject: Token) -> bool:
    """True for "60" and "about 300 houses", which the parse gives to the phrase before: "On the first day 60 came"."""
    return any(token.tag_ == "CD" for token in (subject, *subject.children))


def _late_that(root: Token, first: Token) -> Token | None:
    """ "To the surprise of all, that the firm raised its prices": "that" before the main clause."""
    mark = next((c for c in root.children if c.dep_ == "mark" and c.lower_ == "that" and c.i < root.i), None)
    return mark if mark is not None and mark.i > first.i and mark.nbor(-1).text == "," else None


def _is_marked(root: Token, first: Token) -> bool:
    if first.head.i != root.i or first.lower_ not in _OPEN_CLAUSES or first.dep_ not in ("mark", "advmod", "case"):
        return False
    if _opens_subject(first):
        return False
    if first.lower_ in _ALSO_PREPOSITIONS and (_is_preposition(first, root) or _has_bare_subject(root)):
        return False
    if first.tag_ == "WRB" and root.lemma_.lower() in _ANSWERING and root.nbor().is_punct:
        return False  # "Where that is, nobody will say"
    if first.lower_ == "as" or any(c.dep_ in ("parataxis", "ccomp") and c.i < root.i for c in root.children):
        return False
    return any(c.dep_ in _SUBJECTS and c.i < root.i for c in root.children)


def _opens_subject(first: Token) -> bool:
    """True for "Whether to run is for her to say", "Whether they will is in doubt" and "That somebody was his son"."""
    if first.lower_ == "that":
        return first.nbor().lower_ in _SOMEBODY
    return first.lower_ == "whether" and (first.nbor().lower_ == "to" or has_free_verb(list(first.sent)))


_SOMEBODY = word_set("somebody someone something nobody one")
_ANSWERING = word_set("say tell know guess explain remember see understand recall disclose reveal ask care decide")
_ALSO_PREPOSITIONS = frozenset({"since", "after", "before", "until"})
_MONTHS_AND_DAYS = frozenset((*MONTHS, *WEEKDAYS))


def _is_preposition(first: Token, root: Token) -> bool:
    """True for "Since the flood they moor at the pier" and "Since May every pensioner has been paid more"."""
    behind_time = first.nbor().lower_ in _MONTHS_AND_DAYS
    if behind_time and any(c.dep_ in _SUBJECTS and first.i + 1 < c.i < root.i for c in root.children):
        return True
    has_pronoun = any(c.dep_ in _SUBJECTS and c.tag_ == "PRP" and c.i < root.i for c in root.children)
    return has_pronoun and first.nbor().tag_ != "PRP"


def _has_bare_subject(root: Token) -> bool:
    """True for "Before the war both helped": the subject is such a word alone, which a parse joins to the verb."""
    front = min((root, *grammar.auxiliaries(root)), key=lambda token: token.i)
    word = front.nbor(-1) if front.i else front
    return word.lower_ in _BARE_SUBJECTS and word.nbor(-1).pos_ in ("NOUN", "PROPN")


_BARE_SUBJECTS = word_set("both all each most many few some several none neither either others")


def _joined_to_nothing(root: Token, first: Token) -> Token | None:
    """ "Pressed by reporters, and the spokesman said": "and" between a phrase at the front and the main clause."""
    joint = next((c for c in root.children if c.dep_ == "cc" and first.i < c.i < root.i), None)
    if joint is None or joint.lower_ not in ("and", "but") or joint.nbor(-1).text != ",":
        return None
    before = [c for c in root.children if c.i < joint.i and not c.is_punct]
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    side = before and all(c.dep_ in ("advcl", "obl", "obl:unmarked", "advmod") for c in before)
    if not side or subject is None or subject.i < joint.i or any(is_finite(c) and not _has_mark(c) for c in before):
        return None
    return joint


def _has_mark(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") for c in clause.children)


def _doubled_subject(tokens: list[Token]) -> Token | None:
    """ "The treaty, it was ratified by Denmark, has lapsed": a pronoun behind the comma that ends a bare subject.

    What "a" opens tells what somebody is: "A former welder, he was in for a hip".
    """
    comma = next((i for i, token in enumerate(tokens) if token.is_punct), 0)
    if not 1 <= comma <= _LONGEST_NAME or comma + 3 >= len(tokens) or tokens[comma].text != ",":
        return None
    pronoun, verb = tokens[comma + 1], tokens[comma + 2]
    if pronoun.text not in ("he", "she", "it", "they") or verb.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    after, name = tokens[comma + 3], tokens[:comma]
    aside = after.text in (",", "—") or is_aside(pronoun)
    if aside or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "RB", "CC", "WRB", "EX", "UH") for t in name):
        return None
    bare = name[0].tag_ in ("DT", "NNP", "PRP$", "NN", "NNS", "JJ") and not any(t.lower_ in _TIMES for t in name)
    bare = bare and name[0].lower_ not in ("a", "an") and not (pronoun.text != "it" and _is_kin(name))
    return pronoun if bare and name[-1].tag_ in ("NN", "NNS", "NNP", "CD") else None


def _is_kin(name: list[Token]) -> bool:
    """True for "The son of a miner", which tells who the subject behind it is as "A former welder" does.

    "The leader of the party" and "The mayor of Derby" are somebody known, and a pronoun behind repeats them.
    """
    if len(name) > 2 and name[1].tag_ == "JJS" and name[2].lower_ == "of":
        return True  # "The oldest of five"
    noun = next((token for token in name if token.tag_ == "NN"), name[0])
    if noun.lemma_.lower() not in PEOPLE or noun.nbor().lower_ != "of":
        return False
    whose = noun.nbor(2)
    return noun.lemma_.lower() in _CHILDREN or whose.lower_ in ("a", "an") or whose.tag_ == "CD"


_CHILDREN = word_set("son daughter child grandson granddaughter grandchild nephew niece heir descendant native veteran")


_LONGEST_NAME = 9
_TIMES = word_set(
    "year years month months week weeks day days hour hours minute minutes night nights morning evening afternoon "
    "summer winter spring autumn decade century time times moment season weekend later ago today yesterday tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december way end fact truth result chance thing no matter case all whatever more less"
)


def _has_preposition(subject: Token, first: Token) -> bool:
    """True when the preposition that opens the sentence belongs to its subject: "With a tunnel has been found"."""
    plain = first.head.i == subject.i and first.dep_ == "case" and first.lower_ not in _OF_QUANTITY
    if any(c.dep_ == "cop" and c.i > subject.i for c in subject.head.children) and subject.head.pos_ == "NOUN":
        return False  # "In it were 212 slips"
    if first.nbor().tag_ == "NNP" and subject.tag_ == "NNS" and first.lower_ in _OF_PLACE:
        return False  # "In Leeds wardens seized 640 nets": the name may end the phrase
    return plain and not any(token.text == "," for token in first.doc[first.i : subject.head.i])


_OF_PLACE = word_set("in at near around outside across from inside")


def _without_subject(tokens: list[Token], root: Token) -> Fault | None:
    """ "According to the union said that": a phrase with a preposition where the subject should be."""
    front = next((aux for aux in grammar.auxiliaries(root) if aux.tag_ in ("VBD", "VBZ", "VBP", "MD")), root)
    if root.pos_ != "VERB" or root.tag_ == "VB" or tokens[0].tag_ not in ("IN", "VBG"):
        return None
    in_all = [token.lower_ for token in tokens[:2]] == ["in", "all"] and tokens[2].tag_ == "CD"
    of_many = tokens[0].lower_ == "of" and any(token.tag_ == "CD" and token.i < front.i for token in tokens[3:])
    if of_many or in_all:
        return None  # "Of the 4,200 people, about 2,900 are staying"; "In all 31 farms were searched"
    if root.lemma_.lower() in SPEECH and root.nbor(-1).text == "," and root.nbor().tag_ in _NAMES_SPEAKER:
        return None  # "Of the men for whom it was brought, said their attorney, …"
    before = [c for c in root.children if c.i < front.i and not c.is_punct]
    if len(before) != 1 or before[0].dep_ != "obl" or any(c.dep_ == "obj" for c in root.children):
        return None
    is_apart = front.nbor(-1).text == "," and not any(c.dep_ == "acl:relcl" for c in before[0].children)
    if is_apart or _is_apposed_by_mistake(front.nbor(-1)):
        return None
    return tokens[0], tokens[1], f"“{root.text}” has no subject"


def _is_apposed_by_mistake(noun: Token) -> bool:
    """True for "people" in "By the time he met the officer, Ann Lowe, about 30 people had come": the subject."""
    first = noun.subtree[0]
    if noun.dep_ == "appos" and _is_number(noun):
        return True  # "On one day alone 61mm was measured"
    return noun.dep_ == "appos" and first.i > noun.sent.start and "," in (first.text, first.nbor(-1).text)


_NAMES_SPEAKER = ("DT", "PRP$", "PRP", "NNP", "NN", "NNS")


def _said_in_side_clause(root: Token, first: Token) -> bool:
    """ "As many had been warned, the nurse said.": all that is said is a side clause."""
    if root.lemma_.lower() not in SPEECH or first.lower_ not in _OPEN_CLAUSES or first.dep_ != "mark":
        return False
    clause = first.head
    whole = clause.head.i == root.i and clause.dep_ in ("ccomp", "parataxis") and clause.i < root.i
    ends = not any(c.i > root.i and not c.is_punct for c in root.children)
    return whole and ends and is_finite(clause)


def _is_headless(first: Token) -> bool:
    """True for "Was trained as a plumber, Mr Lund joined": the first of two clauses lacks a subject."""
    predicate = first.head
    if is_inverted_condition(first) or first.i > predicate.i or any(c.dep_ in _SUBJECTS for c in predicate.children):
        return False
    others = [predicate.head, *predicate.children]
    return any(o.i > predicate.i and o.dep_ in ("parataxis", "ROOT") and _has_subject_before(o) for o in others)


def _has_subject_before(predicate: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.i < predicate.i for c in predicate.children)


def _broken_side_clause(tokens: list[Token]) -> Fault | None:
    """ "Without there was a head", "By it was nightfall", "a ship which carrying": a side clause of the wrong make."""
    for word in tokens:
        if word.dep_ in ("advcl", "obl") and word.head.dep_ == "ROOT" and word.i < word.head.i:
            lead = next((c for c in word.children if c.dep_ in ("mark", "case") and c.i == tokens[0].i), None)
            subject = next((c for c in word.children if c.dep_ in _SUBJECTS), None)
            odd = lead is not None and lead.lower_ in _AS_PREPOSITIONS and is_finite(word) and subject is not None
            if odd and lead is not None and lead.lower_ == "because" and lead.nbor().lower_ != "of":
                continue
            if odd and lead is not None and lead.lower_ in ("with", "without") and _may_be_participle(word):
                continue  # "With all precincts counted, the measure had drawn 49 percent"
            if odd and lead is not None and subject is not None and lead.i < subject.i:
                return lead, lead.nbor(), f"“{lead.text}” opens no clause with a verb of its own"
        if word.dep_ == "acl:relcl" and not is_finite(word) and word.lower_ not in forms().pasts:
            who = next((c for c in word.children if c.dep_.startswith("nsubj") and c.tag_ in ("WP", "WDT")), None)
            if who is not None and who.i < word.i and who.lower_ in ("who", "which") and _is_plain(who, word):
                return who, word, f"the clause behind “{who.text}” has no finite verb"
    return None


def _may_be_participle(word: Token) -> bool:
    """True for a form that "with" may open; hardly with an object: "With police closed the road"."""
    may_be = word.tag_ == "VBD" and word.lower_ in forms().participles and not grammar.auxiliaries(word)
    return may_be and not any(grammar.relation(child) == "obj" for child in word.children)


def _is_plain(who: Token, verb: Token) -> bool:
    """True when all between a relative word and its verb is parsed as part of the clause, without a finite form."""
    between = verb.doc[who.i + 1 : verb.i + 1]
    finite = ("VBD", "VBZ", "VBP", "MD", "NNS")  # "which dates from 1672": a verb may be taken for a plural.
    return len(between) < 8 and not any(t.tag_ in finite or t.is_punct for t in between)


def _without_verb(tokens: list[Token], root: Token) -> Fault | None:
    """ "The report which praises the crews but says …": a noun and what is told of it, without a verb."""
    aux = grammar.auxiliaries(root)
    if root.tag_ == "VBN" and aux and aux[0].lower_ == "having" and any(c.dep_ in _SUBJECTS for c in root.children):
        return aux[0], root, f"“{aux[0].text} … {root.text}” is no finite verb"
    if root.pos_ not in ("NOUN", "PROPN") or len(tokens) < _LONG or tokens[0].tag_ not in ("DT", "NNP", "PRP$"):
        return None
    if any(c.dep_ in (*_SUBJECTS, "parataxis", "cop", "cc", "conj") for c in root.children):
        return None
    return _participle_for_verb(tokens, root) or _only_relative(tokens, root)


def _participle_for_verb(tokens: list[Token], root: Token) -> Fault | None:
    last = max((c for c in root.children if c.dep_ == "acl" and c.tag_ == "VBG"), default=root, key=lambda c: c.i)
    if last.i > root.i and last.nbor(-1).text == "," and not any(_is_free(token, root) for token in tokens):
        return last.nbor(-2), last, f"“{root.text}” has no finite verb of its own"
    return None


def _only_relative(tokens: list[Token], root: Token) -> Fault | None:
    clauses = [c for c in root.children if c.dep_ == "acl:relcl" and c.i > root.i and is_finite(c)]
    if len(clauses) != 1 or root.subtree[0].i != tokens[0].i:
        return None
    who = next((c for c in clauses[0].children if c.tag_ in ("WP", "WDT") and c.dep_.startswith("nsubj")), None)
    if who is None or _has_verb_behind(clauses[0]) or has_free_verb(tokens):
        return None
    return tokens[0], clauses[0], f"“{root.text}” has no verb of its own"


def _has_verb_behind(clause: Token) -> bool:
    """True when a past form follows the comma that closes a clause, which the parse may have misread."""
    end = max(token.i for token in clause.subtree)
    return any(t.nbor(-1).text == "," and t.tag_ in ("VBD", "VBN") for t in clause.doc[clause.i + 1 : end + 3])


_LONG = 10


def _is_free(verb: Token, root: Token) -> bool:
    """True for a finite verb that no relative clause and no complement holds."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "MD") or verb.pos_ not in ("VERB", "AUX"):
        return False
    return not any(
        token.dep_ in ("acl:relcl", "ccomp", "advcl") for token in (verb, *verb.ancestors) if token.i != root.i
    )
