"""Sentences that a stop ends too early, and the rest of them that it leaves behind."""

from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.clauses import (
    FINITE,
    RELATIVE,
    SPEECH,
    has_finite_verb,
    has_free_verb,
    is_demonstrative,
    is_finite,
    is_whole,
    subject_before,
)
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Token

_TIMES = word_set("year month week morning evening night afternoon spring summer autumn winter")


@check("punctuation.broken-sentence", "Sentence that lacks a part", severity="minor", confidence=0.7)
def broken_sentence(copy: Copy) -> Iterator[Finding]:
    """A sentence that a stop ends too early, or one that is only the rest of the sentence before it."""
    for first, second in pairwise(copy.sentence_words):
        if len(first) < 3 or len(second) < 2 or first[-1].text != "." or not second[0].text[:1].isalnum():
            continue
        gap = copy.text[first[-1].idx : second[0].idx]
        if "\n" in gap or copy.is_quoted(second[0].idx) or copy.is_quoted(first[-1].idx) or second[-1].text[-1] != ".":
            continue
        opens = copy.text[: first[0].idx].rstrip(" ").endswith("\n") or not first[0].idx
        if not second[0].text[:1].isupper() and not (second[0].text[:1].isdigit() and _hangs(first[:-1], second)):
            continue
        broken = _breaks_off(first[:-1], second) or _hangs(first[:-1], second) or _goes_on(first, second)
        if broken or (opens and _is_half(first[:-1], second)):
            last = first[-2]
            yield Finding(
                copy.span(last.idx, second[0].idx + len(second[0])),
                "Possible stray full stop: what stands around it reads like one sentence. Check for a lost word.",
            )


_LEAST, _SHORT = 6, 4


def _is_half(first: list[Token], second: list[Token]) -> bool:
    """True for the first sentence of a paragraph that is only a phrase or a side clause of what follows it."""
    root = next((token for token in first if token.dep_ == "ROOT"), None)
    opener, last = first[0], first[-1]
    if root is None or last.is_punct or any(token.text in _MARKS or token.is_quote for token in first):
        return False
    if last.pos_ == "AUX" and last.tag_ in FINITE and opener.tag_ in ("DT", "PRP$"):
        return second[0].tag_ in ("VBN", "VBD", "VBG")
    opens = opener.head.i == root.i and opener.lower_ in _OPENS_SIDE and opener.dep_ in ("mark", "advmod")
    is_subject = opener.lower_ in ("when", "where") and has_free_verb(first)  # "Where it is, is no secret"
    if opens and is_finite(root) and not is_subject:
        return second[-1].text == "." and len(second) > _LEAST
    if any(token.tag_ in FINITE and not _is_in_side(token, root) for token in first):
        return False
    if root.tag_ == "VBN" and root.lower_ in forms().pasts and subject_before(root) is not None:
        return False  # "In the village, hail punched through the roof"
    return _is_phrase(first, second, root)


def _is_phrase(first: list[Token], second: list[Token], root: Token) -> bool:
    """True for a phrase without a verb whose sentence goes on behind the stop."""
    opener = first[0]
    if any(token.tag_ == "NNS" and token.lower_ in forms().thirds and token.dep_ != "obl" for token in first[3:]):
        return False  # "For the islands, little changes for now"
    if opener.tag_ in ("IN", "JJ", "VBN") or opener.text == "According" or _is_time(root):
        return len(first) > 2 and second[-1].text == "." and len(second) > _LEAST
    carries_on = second[0].tag_ in ("IN", "TO", "VBG", "VBN", "VBD", "VBZ", "WDT", "WP", "WP$")
    if second[0].tag_ in ("IN", "VBN", "VBG") and any(token.dep_ in _MAIN and is_whole(token) for token in second):
        return False  # "By noon airlines had …", "Born in Leeds, she read …" after a verb taken for a participle
    named = opener.tag_ in ("DT", "PRP$", "NNP") or first[1].text in ("'s", "’s") or first[1].lower_ == "of"
    return carries_on and named and root.pos_ in ("NOUN", "PROPN") and len(second) >= _LEAST


def _is_time(root: Token) -> bool:
    """True for "A day after the vote"."""
    follows = any(child.dep_ in ("advcl", "nmod", "acl") and child.i > root.i for child in root.children)
    return root.lemma_.lower() in _TIMES | {"day", "hour", "minute", "decade"} and follows


_OPENS_SIDE = word_set("when while after before although though if as since unless until because where once")


def _is_in_side(verb: Token, root: Token) -> bool:
    """True for a verb of a clause that hangs on a noun.

    One with a subject of its own and no "and" that a parse joins to such a clause is the main one ("In the hall, where
    they slept, a nurse was handing out tea").
    """
    for token in (verb, *verb.ancestors):
        if (
            token.dep_ == "conj"
            and subject_before(token) is not None
            and not any(c.dep_ == "cc" for c in token.children)
        ):
            return False
        if token.dep_ in ("acl:relcl", "acl") and token.i != root.i and not _is_bare_past(token):
            return True
    return False


def _is_bare_past(clause: Token) -> bool:
    """True for a finite verb without a subject or "that" of its own: "By six a ferry with 80 aboard left Calais"."""
    if clause.tag_ not in ("VBD", "VBZ") or clause.head.i > clause.i or subject_before(clause) is not None:
        return False
    return not any(t.tag_ in RELATIVE or t.lower_ == "that" for t in clause.subtree)


def _breaks_off(first: list[Token], second: list[Token]) -> bool:
    """True for words that want more: "in a", "none of its 14", "could not", "because its heating"."""
    last = first[-1]
    if len(first) < _LEAST - 1:
        return False
    if last.tag_ in ("DT", "PRP$") and last.lower_ in _WANTS_NOUN and last.text.islower():
        return True
    if (
        last.tag_ in ("MD", "RB")
        and second[0].tag_ == "VB"
        and any(t.tag_ == "MD" or t.lemma_ == "do" for t in first[-2:])
    ):
        return True
    if last.tag_ == "TO" and second[0].tag_ == "VB" and first[-2].pos_ in ("NOUN", "PROPN"):
        return True  # "asked the jury to. Return on Friday"
    counted = last.pos_ == "NUM" and len(first) > 1 and first[-2].tag_ == "PRP$"
    if counted and second[0].tag_ in ("NNS", "NN") and not second[0].ent_type_:
        return True
    adrift = last.tag_ == "IN" and first[0].tag_ == "DT" and not has_finite_verb(first)
    return adrift or _lacks_verb(first)


def _hangs(first: list[Token], second: list[Token]) -> bool:
    """True for "returned in. Lyon on Friday", "the last metre of. 42 runners" and "a dog named. Rex barked"."""
    last = first[-1]
    if len(first) < _SHORT or grammar.is_question(first[0]):
        return False
    if last.lower_ in _NAMING:
        return last.nbor(-1).pos_ == "NOUN" and _is_new(last.nbor(-1)) and second[0].tag_ == "NNP"
    if second[0].pos_ not in _NAMES_OR_FIGURES or any(token.dep_ in _MAIN and is_whole(token) for token in second):
        return False
    if _counts(last, first[-2]) and second[0].tag_ in ("NN", "NNS") and not second[0].ent_type_:
        return True
    return last.lower_ in _WANT_NOUN and last.nbor(-1).pos_ not in ("ADP", "ADV") and not _may_strand(first)


def _is_new(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an") for child in noun.children)


def _counts(last: Token, before: Token) -> bool:
    """True for "its first", "the last five", "both": words that a noun follows."""
    ordinal = last.tag_ == "JJ" and last.lower_ in _ORDINALS and before.tag_ in ("DT", "PRP$")
    number = last.tag_ == "CD" and last.pos_ == "NUM" and last.is_alpha and last.is_lower and before.tag_ != "CD"
    return ordinal or number or last.lower_ == "both"


_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth two")


def _may_strand(first: list[Token]) -> bool:
    """True when a word in the sentence may be what its last preposition belongs to: "what it was for"."""
    return any(token.tag_ in ("WP", "WDT", "WRB") or token.dep_ == "acl:relcl" for token in first)


_NAMING = frozenset({"named", "nicknamed", "dubbed", "titled", "entitled", "christened"})
_WANT_NOUN = word_set("of in on at for from with to by into until during after before near since between over under")
_MAIN = ("ROOT", "parataxis", "conj", "ccomp")
_NAMES_OR_FIGURES = ("PROPN", "NUM", "SYM", "NOUN")


def _lacks_verb(first: list[Token]) -> bool:
    """True when a clause that "because" or the like opens at the end of a sentence has no verb."""
    opened = next((i for i in range(len(first) - 2, 2, -1) if first[i].lower_ in _OPENS_CLAUSE), None)
    if opened is None or first[opened + 1].lower_ in ("of", "not"):
        return False
    rest = first[opened + 1 :]
    return rest[0].tag_ in ("DT", "PRP$", "PRP", "NNP", "NNS") and not any(t.tag_[:2] in ("VB", "MD") for t in rest)


def _goes_on(first: list[Token], second: list[Token]) -> bool:
    """True for a sentence without a main clause that begins as the rest of another does."""
    if len(first) < _LEAST or not has_finite_verb(first) or second[0].lower_ in _STYLE or _is_list(first):
        return False
    if second[0].tag_ == "TO" and len(second) > _LEAST - 1:
        return second[1].tag_ == "VB" and second[1].dep_ == "ROOT" and second[1].lower_ != "be"
    opened = second[0].tag_ in ("IN", "TO", "VBN", "VBG", "RP", "VB") or second[0].lower_ in _REST
    head = _main(second)
    if head is None or any(token.text in _MARKS for token in second) or has_free_verb(second):
        return False
    if any(_is_main_clause(token) for token in second if token.i != head.i):
        return False
    if head.lemma_.lower() in SPEECH and is_finite(head):
        return _says_nothing_whole(head, opened)
    told = head.lower_ in forms().pasts and subject_before(head) is not None  # "On Tuesday a committee set about it"
    told = told or any(is_demonstrative(token) for token in second)
    return opened and not is_finite(head) and not told and not _is_command(second, head) and len(second) > 2


def _is_main_clause(verb: Token) -> bool:
    """True for a verb with a subject that no relative pronoun and no conjunction makes part of something else."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    predicates = [verb, *verb.ancestors]
    if any(grammar.relation(p) == "acl:relcl" or any(c.dep_ == "mark" for c in p.children) for p in predicates):
        return False
    return subject_before(verb) is not None or is_finite(verb)


def _main(second: list[Token]) -> Token | None:
    return next((token for token in second if token.dep_ == "ROOT"), None)


def _says_nothing_whole(speech: Token, opened: bool) -> bool:
    """True for "Until the harvest, officials said" and "The digger, a court ruled": what is said is no clause."""
    if sum(c.dep_.startswith("nsubj") for c in speech.children) != 1:
        return False
    if any(token.tag_ == "WP" for token in speech.doc[speech.i + 1 : speech.i + 3]):
        return False  # "He said what the village needed was dry weather"
    said = [c for c in speech.children if grammar.relation(c) in ("ccomp", "obj", "xcomp", "parataxis")]
    ends = not any(c.i > speech.i and not c.is_punct and c.pos_ not in ("ADV", "PROPN") for c in speech.children)
    if not said:
        places = [c for c in speech.children if grammar.relation(c) in ("obl", "advcl") and c.i < speech.i]
        return opened and ends and bool(places) and subject_before(speech) is not None
    whole = [c for c in said if c.pos_ in ("VERB", "AUX") or grammar.auxiliaries(c)]
    return not whole and all(c.i < speech.i and c.pos_ in ("NOUN", "PROPN") for c in said)


def _is_command(second: list[Token], head: Token) -> bool:
    return second[0].tag_ == "VB" or head.tag_ == "VB"


def _is_list(first: list[Token]) -> bool:
    return any(token.text == ":" for token in first)


_MARKS = frozenset({"—", "–", ":", ";", "(", "?", "!"})
_WANTS_NOUN = frozenset({"a", "an", "the", "its", "their", "our", "every", "my", "your"})
_OPENS_CLAUSE = frozenset({"because", "although", "unless"})
_REST = frozenset({"out", "which", "who", "whose", "up", "down", "off", "back", "away"})
_STYLE = word_set(
    "like especially just only even not from for in with of as if than because so but and or nor about once unlike via "
    "besides per as despite except plus including"
) - frozenset({"for", "with", "in", "from", "of", "than", "because", "if", "once", "about"})
