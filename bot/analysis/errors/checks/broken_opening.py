"""A sentence whose first word was lost, so that its opening belongs to nothing."""

import re
from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.clauses import (
    FINITE,
    SPEECH,
    breaks_off_relative,
    has_finite_verb,
    is_aside,
    is_finite,
    is_tag,
    is_whole,
    opening,
)
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_ALONE = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|\A)(?:According|Judging|Depending|Owing|Thanks|Compared|Contrary|Prior|Due|Based"
    r"|Regardless|Apart|Aside|Together|Irrespective|Coupled|Faced|Armed|Speaking|Referring|Next|Ahead)"
    r" (?=(?:the|a|an|his|her|its|their|our|this|these|those)\b)"
)
"""Words that open a sentence with a preposition, without it."""
_SHORT = 4


@check("grammar.broken-opening", "Sentence whose opening is broken", severity="major", confidence=0.75)
def broken_opening(copy: Copy) -> Iterator[Finding]:
    """A first phrase that is neither subject nor adverb of the sentence that follows it."""
    for match in find_all(_ALONE, copy.text):
        if not copy.is_quoted(match.start()) and not _is_adverb(copy, match):
            yield _finding(copy, match.start(), match.end())
    is_diary = any(token.text == "I" and not copy.is_quoted(token.idx) for token in copy.words.spelt(("i",)))
    for tokens in copy.sentence_words:
        if is_diary and tokens and tokens[0].tag_ == "VBD":
            continue  # "Got a seat by the window", as writers of diaries leave out the "I"
        if len(tokens) < _SHORT + 2 or not tokens[0].text[0].isupper() or copy.is_quoted(tokens[0].idx):
            continue
        if (pronoun := _second_pronoun(tokens)) is not None:
            yield Finding(
                copy.of(copy.body[pronoun.i : pronoun.i + 2]),
                f"Possibly a lost or extra word: “{pronoun.text}” is a second subject behind “{tokens[0].text}”. "
                "Check whether a verb is missing before it.",
            )
            continue
        end = _end_of_broken(tokens) or _end_of_also_phrase(tokens)
        if end is not None and not grammar.is_question(tokens[0]):
            yield _finding(copy, tokens[0].idx, end)


def _is_adverb(copy: Copy, match: re.Match[str]) -> bool:
    """True for "Together the parties command 63 seats", where a subject and its verb follow without a comma."""
    word = copy.body.char_span(match.start(), match.end() - 1)
    if word is None or grammar.relation(word[0]) != "advmod" or not is_whole(word[0].head):
        return False
    return not any(token.is_punct for token in word.doc[word.start : word[0].head.i])


def _finding(copy: Copy, start: int, end: int) -> Finding:
    return Finding(
        copy.trimmed(start, end),
        "Possibly a lost word at the start: this opening does not fit the sentence behind it. "
        "Check it; a word such as “at”, “after”, “of” or “besides” may be missing.",
    )


def _end_of_broken(tokens: list[Token]) -> int | None:
    """Where an opening ends that belongs to nothing; None for a sound sentence."""
    first = tokens[0]
    if first.tag_ in ("VBD", "VBN") and first.pos_ == "VERB":
        return _end_of_verb(first)
    if first.tag_ == "WRB" or first.lower_ == "whether":
        return _end_of_question(first)
    if first.tag_ in ("IN", "TO", "RB", "CC") or first.lower_ in ("whichever", "whatever", "whoever"):
        return None
    return _end_of_second_subject(tokens) or _end_of_possessed_time(tokens)


def _end_of_verb(verb: Token) -> int | None:
    """ "Took crews an hour to …", "Won her first title, the player had …": a past with an object and no subject."""
    thing = next((c for c in verb.children if grammar.relation(c) == "obj" and c.i > verb.i), None)
    if thing is None or verb.lemma_.lower() in _TWO_OBJECTS or any(c.dep_.startswith("nsubj") for c in verb.children):
        return None
    if verb.tag_ == "VBN" and (grammar.relation(verb) == "root" or thing.tag_ not in ("NN", "NNS", "NNP")):
        return None
    return thing.idx + len(thing)


def _end_of_question(word: Token) -> int | None:
    """ "Why it had been kept, a spokesman said that nobody …": an indirect question that nobody was asked."""
    clause = word.head
    above = clause.head
    if grammar.relation(clause) not in ("advcl", "ccomp") or word.lower_ not in ("why", "whether", "how"):
        return None
    said = [c for c in above.children if grammar.relation(c) == "ccomp" and c.i > above.i]
    whole = above.i > clause.i and is_whole(above) and any(c.dep_ == "mark" for child in said for c in child.children)
    return clause.idx + len(clause) if whole else None


def _end_of_second_subject(tokens: list[Token]) -> int | None:
    """ "The agreement, drivers will be paid …": where a noun phrase ends that a sentence of its own follows."""
    if (dislocated := _end_of_dislocated(tokens)) is not None:
        return dislocated
    second = _second_subject(tokens)
    if tokens[0].tag_ == "CD":
        return None  # "Two goals up at half-time, the team contrived to lose"
    if second is not None and second.tag_ == "PRP" and _may_be_fronted(tokens[0], second):
        return None
    return None if second is None else opening(second).nbor(-1).idx


def _end_of_dislocated(tokens: list[Token]) -> int | None:
    """ "The deal, Uzbekistan will have …": where a noun phrase ends that is no part of the clause behind it."""
    noun = next((t for t in tokens[:_NEAR] if t.dep_ in ("dislocated", "discourse") and t.tag_ in ("NN", "NNS")), None)
    if noun is None or tokens[0].tag_ not in ("DT", "PRP$") or noun.subtree[0].i != tokens[0].i:
        return None
    if noun.lemma_.lower() in _LAPSES or noun.lemma_.lower() in PEOPLE or not is_whole(noun.head):
        return None
    end = max(token.i for token in noun.subtree if not token.is_punct)
    comma = noun.doc[end + 1]
    subject = next(c for c in noun.head.children if c.dep_.startswith(("nsubj", "expl")))
    behind = comma.text == "," and opening(subject).i == comma.i + 1 and noun.head.i > subject.i
    taken_up = any(t.tag_ in ("PRP", "PRP$", "WP") or t.lemma_ == noun.lemma_ for t in noun.head.subtree if t.i > end)
    closed = any(t.text == "," for t in noun.doc[comma.i + 1 : noun.head.i])
    said = noun.head.lemma_.lower() in SPEECH and is_tag(noun.head)
    return None if not behind or taken_up or closed or said else comma.idx


_NEAR = 8
_LAPSES = word_set("day night morning evening afternoon week month year moment time instant minute hour summer winter")


def _may_be_fronted(first: Token, second: Token) -> bool:
    """True for "The final one, from the left-back, she deflected": the first noun is the object of the verb."""
    verb = second.head
    return not first.ent_type_ and not any(
        grammar.relation(c) in ("obj", "xcomp", "cop", "aux:pass") for c in verb.children
    )


def _second_pronoun(tokens: list[Token]) -> Token | None:
    """ "Ana Ruiz, 38, who has two sons, she had waited": the pronoun that is one subject too many behind a person."""
    second = _second_subject(tokens) if tokens[0].ent_type_ == "PERSON" else None
    return second if second is not None and second.lower_ in ("he", "she", "they", "it") else None


def _second_subject(tokens: list[Token]) -> Token | None:
    """The subject behind a comma of a sentence that begins with another."""
    for verb in tokens:
        if grammar.relation(verb) not in ("root", "ccomp", "parataxis") or not is_finite(verb):
            continue
        subjects = [c for c in verb.children if grammar.relation(c) in ("nsubj", "nsubj:pass") and c.i < verb.i]
        if not subjects or subjects[0].dep_.endswith("outer") or subjects[0].subtree[0].i != tokens[0].i:
            continue
        first = subjects[0]
        second = subjects[1] if len(subjects) == 2 else _closing_apposition(first, verb)
        if (
            second is None
            or second.tag_ in ("WP", "WDT")
            or first.lower_ in _PRONOUNS
            or first.pos_ == "NUM"
            or _is_share(second, first)
        ):
            continue
        start, last = opening(second), max(token.i for token in second.subtree)
        front = min((aux.i for aux in grammar.auxiliaries(verb) if aux.i > last), default=verb.i)
        if verb.doc[front - 1].text == "," or (verb.lemma_.lower() in SPEECH and is_tag(verb)):
            continue
        if start.nbor(-1).text != "," or (len(subjects) == 1 and _may_rename(first, second)):
            continue
        if breaks_off_relative(first.doc[first.i : start.i]):
            continue
        if second.doc[last + 1].text == "," or _is_short_aside(second) or is_aside(second):
            continue
        if _has_main_verb(second.doc[tokens[0].i : start.i]) or _may_have_verb(first, start):
            continue
        return second
    return None


def _is_share(second: Token, first: Token) -> bool:
    """True for "each", "both of them" and the like, which sum up the noun before them."""
    if second.pos_ not in ("DET", "PRON") or second.tag_ not in ("DT", "PDT"):
        return False
    of = next((c for c in second.children if grammar.relation(c) == "nmod"), None)
    return of is None or of.pos_ == "PRON" or of.lemma_ == first.lemma_


def _is_short_aside(pronoun: Token) -> bool:
    """True for "he found," between commas, whatever the verb."""
    behind = pronoun.doc[pronoun.i + 1 : pronoun.i + 3]
    return pronoun.tag_ == "PRP" and len(behind) == 2 and behind[0].pos_ != "AUX" and behind[1].text == ","


def _has_main_verb(stretch: DocSpan) -> bool:
    """True when a noun phrase has a finite verb that is no relative clause's, as a sentence misread has."""
    inside = {t.i for c in stretch if grammar.relation(c) == "acl:relcl" for t in c.subtree}
    return any(token.tag_ in FINITE and token.i not in inside for token in stretch)


def _may_have_verb(first: Token, start: Token) -> bool:
    """True for "The herd now numbers 240, the debts are paid": a verb of its own that the parse takes for a noun."""
    inside = {token.i for token in first.subtree}
    after = (token for token in first.doc[first.i + 1 : start.i] if token.tag_ != "RB" and token.i not in inside)
    verb = next(after, None)
    return first.tag_ == "NN" and verb is not None and verb.tag_ == "NNS" and verb.lower_ in forms().thirds


def _closing_apposition(first: Token, verb: Token) -> Token | None:
    """A noun that a parse calls an apposition though no comma parts it from the verb: "the deal, drivers will"."""
    found = [c for c in first.children if grammar.relation(c) == "appos"]
    if len(found) != 1 or any(c.dep_ in ("conj", "cc", "appos") for c in first.children if c.i != found[0].i):
        return None
    start, end = found[0].subtree[0].i, max(token.i for token in found[0].subtree)
    after = min((aux.i for aux in grammar.auxiliaries(verb)), default=verb.i)
    between = verb.doc[end + 1 : after]
    commas = sum(token.text == "," for token in verb.doc[first.i : verb.i])
    return found[0] if commas == 1 and start > first.i and all(t.pos_ == "ADV" for t in between) else None


def _may_rename(first: Token, second: Token) -> bool:
    """True when the second noun can say who or what the first is: the same number, both people or a name."""
    if second.tag_ == "CD" and any(child.tag_ == "CD" for child in first.children):
        return False  # "The 47 families burnt out, 19 have moved"
    if first.ent_type_ or first.pos_ in ("PROPN", "NUM") or second.pos_ == "PROPN" or second.ent_type_:
        return True
    return first.lemma_.lower() in PEOPLE or second.lemma_.lower() not in PEOPLE


def _end_of_possessed_time(tokens: list[Token]) -> int | None:
    """ "His 26 years on the island, the keeper rescued …": a span of time with "in" or "during" lost."""
    noun = tokens[0].head
    if tokens[0].tag_ != "PRP$" or noun.dep_ not in ("obl:unmarked", "obl:npmod", "obl:tmod") or noun.i >= noun.head.i:
        return None
    return noun.idx + len(noun) if is_whole(noun.head) else None


def _end_of_also_phrase(tokens: list[Token]) -> int | None:
    """Where "Also the fire in Leeds, …" ends: a noun phrase without a finite verb before a comma."""
    if tokens[0].text != "Also" or tokens[1].tag_ not in ("DT", "PRP$"):
        return None
    comma = next((i for i, t in enumerate(tokens[:18]) if t.text == ","), None)
    if comma is None or comma < 3 or has_finite_verb(tokens[:comma]) or comma + 1 == len(tokens):
        return None
    rest = tokens[comma + 1 :]
    return (
        tokens[comma].idx if any(t.tag_ in FINITE for t in rest) and rest[0].tag_ not in ("CC", "WDT", "WP") else None
    )


_PRONOUNS = frozenset({"all", "both", "each", "i", "he", "she", "they", "we", "it", "you", "some", "many", "most"})
_TWO_OBJECTS = word_set(
    "give offer call name ask tell pay teach show send lend grant award hand deny elect appoint dub promise owe bring "
    "feed serve allow guarantee cost save spare charge fine consider deem label brand crown declare leave make deal"
)
