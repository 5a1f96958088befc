"""Demands by modal: "the minister said Oslo must pay", “Oslo should pay,” she said."""

from bot.analysis.demands import around
from bot.analysis.demands.lexicon import Frame, Pattern, lexicon
from bot.analysis.demands.matching import Match, can_be_asked_for
from bot.analysis.demands.people import can_ask
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Strength

_DUTY = {"must": 0.75, "should": 0.65, "need": 0.65, "ought": 0.6, "have": 0.55}
_PATTERN = Pattern("subject", "that", "", frozenset())
_BEFORE_TO = ("need", "have")
_STATES = frozenset(
    {"have", "know", "expect", "feel", "seem", "remain", "become", "arrive", "happen"}
    | {"able", "available", "possible", "visible", "enough", "sufficient", "familiar", "obvious", "likely"}
)
_OPINION = frozenset({"think", "believe", "feel", "guess", "assume", "suspect", "suppose", "joke"})
_MADE = frozenset({"treaty", "plan", "bill", "policy", "budget", "agreement", "constitution", "resolution", "rule"})
_UNASKED = frozenset({"i", "we", "you", "one", "who", "all", "many", "some"})


def match_modal(word: Token) -> Match | None:
    """The demand that "must", "should", "need to", "ought to" or "has to" makes of its subject.

    The demander is whoever says it; the caller finds out. None for guesses ("should arrive",
    "must have been"), for inanimate or first-person subjects, and for the speaker's own duties.
    """
    lemma = word.lemma_.lower()
    if lemma not in _DUTY or word.tag_ == "VBD":
        return None
    predicate = _predicate(word, lemma)
    if predicate is None or _is_guess(word, predicate):
        return None
    doer = grammar.own_subject(predicate) or grammar.own_subject(word)
    if doer is None and grammar.relation(predicate) == "conj":
        doer = grammar.subject(predicate)
    passive = grammar.is_passive(predicate)
    doer = None if doer is None or doer.i > word.i else grammar.antecedent(doer) or doer
    if doer is None or not _can_be_bound(doer, passive=passive):
        return None
    strength: Strength = "demand" if lemma in ("must", "have") else "request"
    direct = not passive and can_ask(doer)
    frame = Frame(_PATTERN, strength, _DUTY[lemma] - (0.0 if direct else 0.1), personal=False)
    return Match(word, frame, doer if direct else None, predicate, doer)


def _can_be_bound(doer: Token, *, passive: bool) -> bool:
    """True when a duty can be laid on the subject, or on somebody through it ("a deal must include guarantees")."""
    if passive:
        return doer.pos_ != "PRON"
    return doer.lower_ not in _UNASKED and (can_ask(doer) or _is_settled_by_people(doer))


def _is_settled_by_people(doer: Token) -> bool:
    """True for what people make and can be told to make otherwise: talks, deals, laws, reforms."""
    return doer.pos_ == "NOUN" and (doer.lemma_ in _MADE or can_be_asked_for(doer, narrow=True))


def _predicate(word: Token, lemma: str) -> Token | None:
    if lemma in _BEFORE_TO:
        clause = grammar.complement_clause(word)
        if clause is None or grammar.objects(word) or grammar.own_subject(clause) is not None:
            return None
        return clause if clause.i > word.i and around.opened_by(clause, "to") else None
    if lemma == "ought" and grammar.relation(word) not in ("aux",):
        return grammar.complement_clause(word)
    return grammar.governor(word) if grammar.relation(word) == "aux" else None


def _is_guess(word: Token, predicate: Token) -> bool:
    helpers = grammar.auxiliaries(predicate)
    if any(h.lower_ == "have" and h.i > word.i for h in helpers) or (predicate.tag_ == "VBG" and len(helpers) > 1):
        return True
    if word.lower_ == "must" and predicate.pos_ == "NOUN" and _is_opinion(predicate):
        return True
    return predicate.lemma_ in _STATES and predicate.lemma_ != "have"


def _is_opinion(predicate: Token) -> bool:
    """True for "thinks they must be wizards": a conclusion, no duty."""
    says = speech_above(predicate)
    return says is not None and says.lemma_.lower() in _OPINION


def _speech_before(clause: Token) -> Token | None:
    """ "said" for the second clause of "said prices rose and that Oslo must act", however the parse hangs it."""
    before = [w for w in clause.sent if w.i < clause.i and w.lemma_.lower() in lexicon().words.speech]
    return next((w for w in reversed(before) if grammar.complement_clause(w) is not None), None)


def speech_above(word: Token) -> Token | None:
    """The verb of saying whose clause a word stands in, at most a few clauses up; None outside reported speech."""
    clause: Token | None = word
    for _ in range(4):
        if clause is None:
            return None
        above, how = grammar.governor(clause), grammar.relation(clause)
        if how == "conj" and around.opened_by(clause, "that"):
            return _speech_before(clause)
        if above is not None and how in ("ccomp", "parataxis", "xcomp") and _is_speech(above):
            return above
        if how != "parataxis" and (tag := _tag_after(clause)) is not None:
            return tag
        if how not in ("conj", "aux", "xcomp", "ccomp", "parataxis"):
            return None
        clause = above
    return None


def _tag_after(clause: Token) -> Token | None:
    """ "said" in "Oslo must pay, the minister said", where the parse hangs it below the clause."""
    beside = [c for c in grammar.dependents(clause) if grammar.relation(c) == "parataxis"]
    return next((c for c in beside if _is_speech(c) and grammar.own_subject(c) is not None), None)


def _is_speech(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon().words.speech
