"""Fits the patterns of the lexicon onto the parse around a trigger word."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.demands.lexicon import SUBJECT, Frame, Pattern, lexicon
from bot.analysis.demands.people import can_ask
from bot.language import grammar

_QUESTION_WORDS = frozenset({"how", "why", "when", "where", "what", "who", "whom", "which", "whether", "if"})
_DOING = ("tion", "sion", "ment", "ance", "ence", "ancy", "ency", "al", "ure", "ization", "isation")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "csubj", "parataxis")
_NOMINALS = ("obl", "nmod", "obj", "obl:agent")
_STRICT_MODALS = frozenset({"must", "should", "need", "ought"})
_NOUN = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found: the word that makes the demand, who hears it, and the head of what is asked.

    ``clause_subject`` is the subject of the clause asked for, where it has one.
    """

    trigger: Token
    frame: Frame
    hearer: Token | None
    action: Token | None
    clause_subject: Token | None = None

    @property
    def is_thing(self) -> bool:
        """True when a noun says what is asked for."""
        return self.frame.pattern.action == "thing"


def match_verb(trigger: Token) -> Match | None:
    """The first pattern that fits a verb; None when it makes no demand."""
    return _first(trigger, lexicon().verbs.get(trigger.lemma_.lower(), []))


def match_noun(trigger: Token) -> Match | None:
    """The first pattern that fits a noun; None when none does."""
    return _first(trigger, lexicon().nouns.get(trigger.lemma_.lower(), []))


def _first(trigger: Token, frames: list[Frame]) -> Match | None:
    for frame in frames:
        found = _fit(trigger, frame)
        if found is not None:
            return found
    return None


def _fit(trigger: Token, frame: Frame) -> Match | None:
    pattern = frame.pattern
    if pattern.hearer == SUBJECT:
        return _fit_clause_with_subject(trigger, frame)
    hearer = None
    if pattern.hearer is not None:
        hearer = _hearer(trigger, pattern)
        if hearer is None or not can_ask(hearer):
            return None
    action = _action(trigger, pattern, hearer)
    if action is None:
        return None
    return Match(trigger, frame, hearer, action)


def _fit_clause_with_subject(trigger: Token, frame: Frame) -> Match | None:
    """ "that Oslo pay", "for Oslo to pay": the hearer is the clause's subject, if it can act."""
    infinitive = frame.pattern.action == "infinitive"
    for clause in _clauses(trigger):
        doer = grammar.own_subject(clause)
        if doer is None and infinitive:
            doer = phrase_after([trigger], "for")
        if doer is None or not trigger.i < doer.i < clause.i or _opened_by(clause, "to") != infinitive:
            continue
        if infinitive and not (_opened_by(clause, "for") or _has_case(doer, "for")):
            continue
        if not infinitive and (_asks_something(clause) or not _wishes(clause, strict="strict" in frame.pattern.flags)):
            continue
        acts = can_ask(doer) and not grammar.is_passive(clause)
        return Match(trigger, frame, doer if acts else None, clause, doer)
    return None


def _wishes(clause: Token, *, strict: bool) -> bool:
    """True when a that-clause may be a wish; strictly, only in the subjunctive or with a modal of duty."""
    helpers = grammar.auxiliaries(clause)
    if any(word.lower_ in _STRICT_MODALS for word in helpers) or clause.lemma_ in ("need", "have"):
        return True
    first = helpers[0] if helpers else clause
    if strict:
        return first.tag_ == "VB" or (first.lower_ == "be")
    return first.tag_ not in ("VBD",) or first.lower_ == "be"


def _hearer(trigger: Token, pattern: Pattern) -> Token | None:
    preposition = pattern.hearer or ""
    if grammar.is_passive(trigger):
        if preposition and not _stranded(trigger, preposition):
            return phrase_after([trigger], preposition)
        found = grammar.subject(trigger)
        return None if found is None or found.i > trigger.i else found
    if preposition:
        bases = [trigger, *grammar.objects(trigger)]
        bases += [noun for _, noun in (*grammar.obliques(trigger), *grammar.modifiers(trigger))]
        return phrase_after(bases, preposition)
    receiver = grammar.indirect_object(trigger)
    direct = [noun for noun in grammar.objects(trigger) if grammar.relation(noun) != "conj"]
    found = receiver or next(iter(direct), None) or _raised(trigger)
    if found is None:
        return None
    return grammar.antecedent(found) or found


def _raised(trigger: Token) -> Token | None:
    """The object of "urged Oslo to pay" where the parse makes it the subject of "pay"."""
    for clause in _clauses(trigger):
        early = [noun for noun in grammar.objects(clause) if noun.i < clause.i]
        doer = grammar.own_subject(clause) or next(iter(early), None)
        if doer is not None and _opened_by(clause, "to") and not _opened_by(clause, "for"):
            return doer
    return None


def _stranded(trigger: Token, preposition: str) -> bool:
    """True for the "on" of "was called on to act"."""
    return any(
        child.lower_ == preposition and child.i > trigger.i and not grammar.dependents(child)
        for child in grammar.dependents(trigger)
    )


def _action(trigger: Token, pattern: Pattern, hearer: Token | None) -> Token | None:
    if pattern.action == "infinitive":
        after = hearer.i if hearer is not None and not grammar.is_passive(trigger) else trigger.i
        after = max(after, trigger.i) if hearer is None or hearer.i > trigger.i else trigger.i
        bases = _bases(trigger, hearer)
        found = next((c for base in bases for c in _clauses(base) if c.i > after and _opened_by(c, "to")), None)
        return None if "own" in pattern.flags and grammar.objects(trigger) else found
    if pattern.action == "that":
        clauses = [c for c in _clauses(trigger) if c.i > trigger.i and _is_finite(c)]
        return next((c for c in clauses if not _asks_something(c) and not _opened_by(c, "to")), None)
    if pattern.action == "gerund":
        bases = [trigger] if hearer is None else [trigger, hearer]
        opened = [c for base in bases for c in _clauses(base) if _opened_by(c, pattern.preposition)]
        return next((c for c in opened if c.tag_ == "VBG"), None)
    return _thing(trigger, pattern, hearer)


def _bases(trigger: Token, hearer: Token | None) -> list[Token]:
    """The words that an action may hang on: the trigger, its hearer, and for a noun the verb that carries it."""
    bases = [trigger] if hearer is None else [trigger, hearer]
    above = grammar.governor(trigger)
    carried = trigger.pos_ == "NOUN" and above is not None and above.pos_ == "VERB" and above.i < trigger.i
    return [*bases, above] if carried and above is not None and grammar.relation(trigger) == "obj" else bases


def _thing(trigger: Token, pattern: Pattern, hearer: Token | None) -> Token | None:
    if pattern.preposition:
        found = phrase_after([trigger] if hearer is None else [trigger, hearer], pattern.preposition)
    elif trigger.pos_ == "NOUN":
        return None
    elif grammar.is_passive(trigger):
        found = grammar.subject(trigger)
    else:
        found = next((noun for noun in grammar.objects(trigger) if noun is not hearer and noun != hearer), None)
    if found is None or found == hearer or not _can_be_asked_for(found, narrow="things" in pattern.flags):
        return None
    return found


def _can_be_asked_for(thing: Token, *, narrow: bool) -> bool:
    words = lexicon().words
    lemma = thing.lemma_.lower()
    if thing.pos_ == "PRON" or lemma in words.never_asked or thing.ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    return (
        not narrow
        or lemma in words.acts
        or lemma in words.self_acts
        or lemma in words.done_to
        or (thing.pos_ == "NOUN" and len(lemma) > 6 and lemma.endswith(_DOING))
    )


def phrase_after(bases: list[Token], preposition: str) -> Token | None:
    """The noun after a preposition among the dependents of some words, the first base's first."""
    for base in bases:
        for child in grammar.dependents(base):
            if child.i > base.i and child.pos_ in _NOUN | {"ADJ", "NUM"} and _has_case(child, preposition):
                return child
    return None


def _has_case(noun: Token, preposition: str) -> bool:
    return grammar.preposition(noun) == preposition or any(
        child.lower_ == preposition and grammar.relation(child) in ("case", "mark")
        for child in grammar.dependents(noun)
    )


def _clauses(base: Token) -> list[Token]:
    return [child for child in grammar.dependents(base) if child.i > base.i and _is_clause_of(child)]


def _is_clause_of(child: Token) -> bool:
    """True for a clause that may be an action; "demands that Oslo pay more" may be parsed as a relative clause."""
    how = grammar.relation(child)
    if how == "acl:relcl":
        return _opened_by(child, "that") and grammar.own_subject(child) is not None and bool(grammar.objects(child))
    return how in _CLAUSES


def _opened_by(clause: Token, word: str) -> bool:
    return any(c.lower_ == word and grammar.relation(c) in ("mark", "case") for c in grammar.dependents(clause))


def _is_finite(clause: Token) -> bool:
    return grammar.own_subject(clause) is not None


def _asks_something(clause: Token) -> bool:
    """True for an embedded question: "asked how", "demanded to know whether" is left to the caller."""
    return any(
        c.lower_ in _QUESTION_WORDS
        and c.i < clause.i
        and grammar.relation(c) in ("mark", "advmod", "obj", "nsubj", "det")
        for c in grammar.dependents(clause)
    )
