"""A headline that says the right thing of the wrong one: doer and done-to stand in each other’s place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from bot.analysis.errors.axes import is_denied, is_open, meaning, on_axes
from bot.analysis.errors.claims import verb_lemma, word_keys
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.places import lookup

_LEAD = 900
_NOUNS = ("NOUN", "PROPN")
_MUTUAL = frozenset({"meet", "join", "fight", "marry", "divorce", "face", "play", "merge", "agree", "talk"})
"""Verbs whose subject and object may change places."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who does something, to what, and whatever else the phrases of the two name."""

    verb: Token
    doer: frozenset[str]
    done: frozenset[str]
    around: frozenset[str]
    beside: frozenset[str]


@check("headline.doer", "Headline has another do it", severity="critical", confidence=0.65)
def headline_doer(copy: Copy) -> Iterator[Finding]:
    """The lead has the verb of the headline done by its object or to its subject, and never by its subject."""
    title = copy.docs[0]
    if "?" in copy.title or len(title) < 4:
        return
    claims = [claim for word in title if (claim := _claim(word)) is not None]
    if not claims:
        return
    verbs = [t for t in copy.words.of_class("VERB") if not copy.is_quoted(t.idx) and not is_open(t)]
    for claim in claims:
        lemma = meaning(claim.verb)
        same = [t for t in verbs if _is_same(lemma, meaning(t)) and not is_denied(t)]
        deeds = [_deed(verb) for verb in takewhile(lambda t: t.idx < _LEAD, same)]
        if any(claim.doer & deed.beside for deed in deeds):
            continue
        rival = next((deed for deed in deeds if _is_swapped(claim, deed)), None) or _namesake(copy, claim, same)
        if rival is not None:
            yield _finding(copy, claim, rival)


def _finding(copy: Copy, claim: _Deed, rival: _Deed) -> Finding:
    subject = grammar.subject(claim.verb)
    shown = claim.verb.doc[subject.i : claim.verb.i + 1] if subject is not None else claim.verb.doc[claim.verb.i :]
    return Finding(
        copy.of(shown),
        f"Possible mix-up: the headline says “{shown.text}”, but in the text another one does so. Check who did what.",
        evidence=(copy.of(rival.verb),),
    )


def _claim(word: Token) -> _Deed | None:
    """An active verb of the headline with a noun as subject and another as object."""
    if word.pos_ != "VERB" or word.tag_ not in ("VBZ", "VBP") or verb_lemma(word) is None or is_denied(word):
        return None
    subject, objects = grammar.subject(word), grammar.objects(word)
    if subject is None or subject.pos_ not in _NOUNS or subject.i > word.i or not objects:
        return None
    if grammar.is_passive(word) or meaning(word) in _MUTUAL:
        return None
    return _Deed(word, word_keys(_heads(subject)), word_keys(objects), _all_of(objects), _all_of([subject]))


def _deed(verb: Token) -> _Deed:
    """The same of a verb of the text; of "voted to reject" and "said that it would buy" whoever voted and said."""
    passive = grammar.is_passive(verb)
    subject = grammar.subject(verb)
    doer = grammar.agent(verb) if passive else subject
    if doer is not None and doer.pos_ == "PRON":
        above = grammar.governor(verb)
        told = grammar.antecedent(doer) or (
            grammar.subject(above) if above is not None and grammar.relation(verb) == "ccomp" else None
        )
        doer = told
    done = ([subject] if subject is not None else []) if passive else grammar.objects(verb)
    doers = [doer] if doer is not None else []
    return _Deed(verb, _heads_of(doers), _heads_of(done), _all_of(done), _all_of(doers))


def _heads_of(nouns: list[Token]) -> frozenset[str]:
    return word_keys([word for noun in nouns for word in _heads(noun)])


def _heads(noun: Token) -> list[Token]:
    """A noun with the words of its name, those that it is coordinated with and what it is said to be."""
    near = [c for c in noun.children if c.dep_.split(":")[0] in ("flat", "appos", "conj")]
    names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and noun.pos_ == "PROPN"]
    return [t for t in (noun, *near, *names) if t.pos_ in _NOUNS]


def _all_of(nouns: list[Token]) -> frozenset[str]:
    return word_keys([t for noun in nouns for t in noun.subtree if t.pos_ in _NOUNS])


def _is_same(lemma: str, other: str) -> bool:
    """True for one verb, and for two that mean the same end of an axis and exclude each other on none."""
    if lemma == other:
        return True
    one, two = on_axes(lemma), on_axes(other)
    shared = [one[axis] * two[axis] for axis in one if axis in two]
    return bool(shared) and min(shared) > 0


def _is_swapped(claim: _Deed, deed: _Deed) -> bool:
    """True when the headline's subject undergoes it in the text, or its object, or whose object it is, does it."""
    if claim.doer & deed.done:
        return not claim.doer & claim.done
    if deed.doer & claim.around:
        return not deed.doer & claim.doer and bool(deed.done & claim.done)
    return bool(deed.doer and claim.doer & deed.around) and bool(claim.around & deed.around)


def _namesake(copy: Copy, claim: _Deed, verbs: list[Token]) -> _Deed | None:
    """The deed of another name, with the verb and the object of the headline, which the headline's name never does."""
    subject = grammar.subject(claim.verb)
    if subject is None or subject.pos_ != "PROPN" or not _is_own_name(copy, subject):
        return None
    deeds = [_deed(verb) for verb in verbs if verb.lemma_ == claim.verb.lemma_]
    alike = [deed for deed in deeds if claim.done & deed.done]
    if not alike or any(claim.doer & deed.beside for deed in deeds):
        return None
    return next((deed for deed in alike if _is_named(copy, deed)), None)


def _is_named(copy: Copy, deed: _Deed) -> bool:
    subject = grammar.agent(deed.verb) if grammar.is_passive(deed.verb) else grammar.subject(deed.verb)
    return subject is not None and subject.pos_ == "PROPN" and _is_own_name(copy, subject)


def _is_own_name(copy: Copy, name: Token) -> bool:
    """True for the name of a person; places and bodies go by several."""
    return lookup(name.text) is None and any(
        m.start <= name.i < m.end for person in copy.people for m in person.mentions if m.doc is name.doc
    )
