"""A headline in which doer and done-to stand in each other’s place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from bot.analysis.errors.axes import is_denied, is_open, meaning, on_axes
from bot.analysis.errors.captions import captions
from bot.analysis.errors.claims import is_earlier, is_lead_clause, verb_lemma, word_keys
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_LEAD = 1200
_NOUNS = ("NOUN", "PROPN")
_MUTUAL = word_set("meet join fight marry divorce face play merge agree talk")
"""Verbs whose subject and object may change places."""
_WINNING = word_set(
    "beat defeat win take snatch clinch claim capture seal lift land edge thrash outpoint topple oust stun"
    " upset outclass overwhelm"
)
_BEATING = word_set("beat defeat thrash edge outpoint topple oust overcome eliminate stun upset outclass overwhelm")
_WHERE = word_set("in at near")
_LOSERS = word_set("over against past")


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who does something, to what, and whatever else the phrases of the two name."""

    verb: Token
    doer: frozenset[str]
    done: frozenset[str]
    around: frozenset[str]


@check("headline.doer", "Headline has another do it", severity="critical", confidence=0.65)
def headline_doer(copy: Copy) -> Iterator[Finding]:
    """The lead has what the headline tells done by its object and to its subject, and never by its subject."""
    title = copy.docs[0]
    claims = [claim for word in title if "?" not in copy.title and (claim := _claim(word)) is not None]
    if not claims:
        return
    pictures = [range(caption.start, caption.end) for caption in captions(copy)]  # which show something else done
    lead = takewhile(lambda t: t.idx < _LEAD, copy.words.of_class("VERB"))
    told = [t for t in lead if not any(t.i in picture for picture in pictures)]
    verbs = [t for t in told if not copy.is_quoted(t.idx) and not is_open(t) and not is_denied(t) and not _is_aside(t)]
    for claim in claims:
        lemma = meaning(claim.verb)
        alike = [t for t in verbs if _is_same(lemma, meaning(t)) or {lemma, meaning(t)} <= _WINNING | _BEATING]
        deeds = [_deed(verb) for verb in alike]
        if any(claim.doer & deed.doer and _bears_out(claim, deed) for deed in deeds):
            continue
        rival = next((deed for deed in deeds if _is_swapped(claim, deed)), None)
        if rival is not None:
            yield _finding(copy, claim, rival)


def _finding(copy: Copy, claim: _Deed, rival: _Deed) -> Finding:
    subject = grammar.subject(claim.verb)
    shown = claim.verb.doc[subject.i : claim.verb.i + 1] if subject is not None else claim.verb.doc[claim.verb.i :]
    return Finding(
        copy.of(shown),
        f"Possible mix-up: the headline says “{shown.text}”, but the text has it done to this one. Check who did what.",
        evidence=(copy.of(rival.verb),),
    )


def _claim(word: Token) -> _Deed | None:
    """An active verb of the headline with a noun as subject and another as object."""
    if word.pos_ == "VERB" and word.tag_ == "VBN" and (undergone := _undergone(word)) is not None:
        return undergone
    if word.pos_ != "VERB" or word.tag_ not in ("VBZ", "VBP", "VB") or verb_lemma(word) is None or is_denied(word):
        return None
    subject, objects = grammar.subject(word), grammar.objects(word)
    if subject is None or subject.pos_ not in _NOUNS or subject.i > word.i or not objects:
        return None
    if grammar.is_passive(word) or meaning(word) in _MUTUAL:
        return None
    return _Deed(word, _heads_of([subject]), _heads_of(objects), _all_of(objects))


def _undergone(word: Token) -> _Deed | None:
    """ "Teenager stunned by top seed": the same of a participle that tells of somebody beaten, by its agent."""
    doer, subject = grammar.agent(word), grammar.subject(word) or grammar.governor(word)
    if doer is None or subject is None or subject.i > word.i or meaning(word) not in _BEATING or is_denied(word):
        return None
    return _Deed(word, _heads_of([doer]), _heads_of([subject]), _all_of([subject]))


def _deed(verb: Token) -> _Deed:
    """The same of a verb of the text; of "won when she beat" and "said that it would buy" whoever won and said."""
    passive = grammar.is_passive(verb)
    subject = grammar.subject(verb)
    doer = grammar.agent(verb) if passive else subject
    clause: Token | None = verb
    while doer is not None and doer.pos_ == "PRON" and clause is not None:
        clause = grammar.governor(clause) if grammar.relation(clause) in ("ccomp", "xcomp", "advcl", "conj") else None
        doer = grammar.antecedent(doer) or (grammar.subject(clause) if clause is not None else None) or doer
    behind = [noun for noun in grammar.objects(verb) if noun.i > verb.i]  # not whom somebody lets do it
    done = ([subject] if subject is not None else []) if passive else behind
    doers = [doer] if doer is not None and doer.pos_ != "PRON" else []
    return _Deed(verb, _heads_of(doers), _heads_of(done, "NOUN"), _all_of(done))


def _is_aside(verb: Token) -> bool:
    """True for what a relative clause adds, and for what was before."""
    return verb.dep_.startswith("acl") or is_earlier(verb)


def _heads_of(nouns: list[Token], *classes: str) -> frozenset[str]:
    return word_keys([word for noun in nouns for word in _heads(noun, *classes)])


def _heads(noun: Token, *classes: str) -> list[Token]:
    """A noun with the words of its name, those that it is coordinated with and what it is said to be."""
    near = [c for c in noun.children if c.dep_.split(":")[0] in ("flat", "appos", "conj")]
    names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ in ("PROPN", *classes)]
    return [
        t for t in (noun, *near, *(c for n in near for c in n.children if c.dep_ == "flat"), *names) if t.pos_ in _NOUNS
    ]


def _all_of(nouns: list[Token]) -> frozenset[str]:
    """The words of noun phrases, but for what relative clauses add and where it was: "two days of talks in Vienna"."""
    asides = {t.i for noun in nouns for c in noun.subtree if c.dep_.startswith("acl") for t in c.subtree}
    inside = [t for noun in nouns for t in noun.subtree if t.pos_ in _NOUNS and t.i not in asides]
    return word_keys([t for t in inside if not (t.pos_ == "PROPN" and grammar.preposition(t) in _WHERE)])


def _is_same(lemma: str, other: str) -> bool:
    """True for one verb, and for two that mean the same end of an axis and exclude each other on none."""
    if lemma == other:
        return True
    one, two = on_axes(lemma), on_axes(other)
    shared = [one[axis] * two[axis] for axis in one if axis in two]
    return bool(shared) and min(shared) > 0


def _bears_out(claim: _Deed, deed: _Deed) -> bool:
    """True for a deed of the headline's doer that is its own: not "took a beating" for "takes the title"."""
    lemma = meaning(deed.verb)
    return meaning(claim.verb) == lemma or lemma in _BEATING or bool(claim.done & deed.done) or not deed.done


def _has_lost(word: Token) -> bool:
    """True for whom a sentence has beaten: "a 28–27 victory over Esbjerg", "after beating Esbjerg"."""
    if word.pos_ != "PROPN":
        return False
    above = grammar.governor(word)
    return grammar.preposition(word) in _LOSERS or (
        above is not None and meaning(above) in _BEATING and word in grammar.objects(above)
    )


def _is_swapped(claim: _Deed, deed: _Deed) -> bool:
    """True when the headline's subject undergoes it: it is beaten, or in the lead it is what others do this to."""
    if claim.doer & claim.around:
        return False
    if meaning(claim.verb) in _WINNING and meaning(deed.verb) in _BEATING and claim.doer & deed.done:
        return True
    if deed.doer & claim.around and claim.doer & deed.around:
        return True
    if {meaning(claim.verb), meaning(deed.verb)} <= _WINNING and claim.done & deed.done and not claim.doer & deed.doer:
        return bool(deed.doer) and any(_has_lost(t) and _heads_of([t]) & claim.doer for t in deed.verb.sent)
    if not is_lead_clause(deed.verb) or deed.doer & claim.doer:
        return False
    of_its_object = deed.doer and claim.doer & deed.around and claim.around & deed.around
    owners = [c for noun in grammar.objects(claim.verb) for c in noun.children if c.dep_ == "nmod:poss"]
    of_whose = claim.done & deed.done and deed.doer & word_keys(owners)
    return bool(claim.doer & deed.done or of_its_object or of_whose)
