"""Fits the patterns of the lexicon onto the parse around a trigger word."""

from dataclasses import dataclass

from bot.analysis.demands import around
from bot.analysis.demands.lexicon import SUBJECT, Frame, Pattern, lexicon
from bot.analysis.demands.people import can_ask, may_ask
from bot.language import grammar
from bot.language.tokens import Token

_AMOUNTS = frozenset({"more", "much", "less", "little", "better", "enough"})
_DOING = ("tion", "sion", "ment", "ance", "ence", "ancy", "ency", "al", "ure")
_TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "time", "deadline"})


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
    frames = lexicon().verbs.get(trigger.lemma_.lower(), [])
    added = around.particles(trigger)
    if added:
        frames = [frame for frame in frames if frame.pattern.hearer in added or frame.pattern.preposition in added]
    return _first(trigger, frames)


def match_noun(trigger: Token) -> Match | None:
    """The first pattern that fits a noun; None when none does."""
    return _first(trigger, lexicon().nouns.get(trigger.lemma_.lower(), []))


def _first(trigger: Token, frames: list[Frame]) -> Match | None:
    return next((found for frame in frames if (found := _fit(trigger, frame)) is not None), None)


def _fit(trigger: Token, frame: Frame) -> Match | None:
    pattern = frame.pattern
    if pattern.hearer == SUBJECT:
        return _fit_clause_with_subject(trigger, frame)
    hearer = None
    if pattern.hearer is not None:
        hearer = _hearer(trigger, pattern)
        if hearer is None:
            return None
        if not _is_party(hearer, frame):
            return _fit_passive_infinitive(trigger, frame, hearer)
    action = _action(trigger, pattern, hearer)
    if action is None or ("timed" in pattern.flags and not _is_timed(trigger, action)):
        return None
    if hearer is not None and not _may_stand_there(hearer, action, pattern):
        return None
    return Match(trigger, frame, hearer, action)


def _may_stand_there(hearer: Token, action: Token, pattern: Pattern) -> bool:
    """False for a party inside what is asked for: "an end to the raids", "the extradition of two men from Lima"."""
    if pattern.hearer in ("from", "by"):
        words, lemma = lexicon().words, action.lemma_.lower()
        moved = lemma in words.self_acts and any(word == "of" for word, _ in grammar.modifiers(action))
        return not moved and lemma not in words.done_to
    return hearer.i < action.i or hearer not in action.subtree


def _fit_passive_infinitive(trigger: Token, frame: Frame, thing: Token) -> Match | None:
    """ "ordered the match to be replayed": somebody unnamed is to act on the thing."""
    if frame.pattern.hearer != "" or frame.pattern.action != "infinitive" or around.is_passive(trigger):
        return None
    clause = _action(trigger, frame.pattern, thing)
    if clause is None or not around.is_passive(clause):
        return None
    return Match(trigger, frame, None, clause, thing)


def _is_party(word: Token, frame: Frame) -> bool:
    return may_ask(word) if frame.personal else can_ask(word)


def _is_timed(trigger: Token, action: Token) -> bool:
    """True when a time is given along: "gave Oslo two weeks to pay", "gave Oslo until May to pay"."""
    between = trigger.doc[trigger.i + 1 : action.i]
    return any(word.lemma_.lower() in _TIME_UNITS or word.lower_ == "until" for word in between)


def _fit_clause_with_subject(trigger: Token, frame: Frame) -> Match | None:
    """ "that Oslo pay", "for Oslo to pay": the hearer is the clause's subject, if it can act."""
    infinitive = frame.pattern.action == "infinitive"
    for base in around.bases(trigger, None):
        for clause in around.clauses(base):
            doer = grammar.own_subject(clause)
            if doer is None and infinitive:
                doer = around.phrase_after([trigger], "for") or around.after_opener(trigger, clause, "for")
            raised = _object_that_acts(trigger, clause) if doer is None and not infinitive else None
            doer = doer or raised
            if doer is None or not trigger.i < doer.i < clause.i or around.opened_by(clause, "to") != infinitive:
                continue
            if not infinitive and raised is None and not around.is_content(clause):
                continue
            if _is_wanted(clause, doer, frame, infinitive=infinitive):
                acts = _is_party(doer, frame) and not around.is_passive(clause)
                return Match(trigger, frame, doer if acts else None, clause, doer)
    return None


def _object_that_acts(trigger: Token, clause: Token) -> Token | None:
    """ "demanded Oslo pay", "wants the fee cut", where the parse makes the clause's subject the verb's object."""
    if (grammar.relation(clause), clause.tag_) not in (("ccomp", "VB"), ("xcomp", "VB"), ("xcomp", "VBN")):
        return None
    return next((noun for noun in grammar.related(trigger, "obj") if trigger.i < noun.i < clause.i), None)


def _is_wanted(clause: Token, doer: Token, frame: Frame, *, infinitive: bool) -> bool:
    if infinitive:
        return around.opened_by(clause, "for") or around.has_case(doer, "for")
    flags = frame.pattern.flags
    if "done" in flags:
        return clause.tag_ == "VBN"
    return not around.asks_something(clause) and around.wishes(clause, strict="strict" in flags)


def _hearer(trigger: Token, pattern: Pattern) -> Token | None:
    preposition = pattern.hearer or ""
    if around.is_passive(trigger):
        if preposition and not around.stranded(trigger, preposition):
            return around.phrase_after([trigger], preposition)
        found = grammar.subject(trigger)
        return None if found is None or found.i > trigger.i else found
    if preposition:
        heads = [trigger, *grammar.objects(trigger)]
        heads += [noun for _, noun in (*grammar.obliques(trigger), *grammar.modifiers(trigger))]
        heads += [inner for noun in grammar.objects(trigger) for _, inner in grammar.modifiers(noun)]
        return around.phrase_after(heads, preposition)
    objects = [*grammar.related(trigger, "iobj"), *grammar.related(trigger, "obj")]
    placed = [noun for noun in objects if noun.i > trigger.i or noun.tag_ in ("WP", "WDT")]
    found = next(iter(placed), None) or _raised(trigger)
    return None if found is None else grammar.antecedent(found) or found


def _raised(trigger: Token) -> Token | None:
    """The object of "urged Oslo to pay" where the parse makes it the subject of "pay"."""
    for clause in around.clauses(trigger):
        early = [noun for noun in grammar.objects(clause) if noun.i < clause.i]
        doer = grammar.own_subject(clause) or next(iter(early), None)
        if doer is not None and around.opened_by(clause, "to") and not around.opened_by(clause, "for"):
            return doer
    return None


def _action(trigger: Token, pattern: Pattern, hearer: Token | None) -> Token | None:
    if pattern.action == "thing":
        return _thing(trigger, pattern, hearer)
    heads = around.bases(trigger, hearer)
    if "timed" in pattern.flags:
        heads += [noun for noun in grammar.objects(trigger) if noun.lemma_.lower() in _TIME_UNITS]
    after = max(trigger.i, hearer.i) if hearer is not None else trigger.i
    found = [clause for head in heads for clause in around.clauses(head) if clause.i > after]
    if pattern.action == "infinitive":
        clause = next((c for c in found if around.opened_by(c, "to") and not around.in_new_quote(c, trigger)), None)
        if clause is not None and trigger.pos_ == "NOUN" and grammar.own_subject(clause) is not None:
            return None
        return None if "own" in pattern.flags and grammar.objects(trigger) else clause
    if pattern.action == "that":
        stated = [c for c in found if around.is_content(c)]
        return next((c for c in stated if not around.asks_something(c)), None)
    opened = [c for c in found if around.opened_by(c, pattern.preposition)]
    return next((c for c in opened if c.tag_ == "VBG"), None)


def _thing(trigger: Token, pattern: Pattern, hearer: Token | None) -> Token | None:
    if pattern.preposition:
        found = around.phrase_after(around.bases(trigger, hearer), pattern.preposition)
    elif around.is_passive(trigger):
        found = grammar.subject(trigger)
    else:
        found = next((noun for noun in grammar.objects(trigger) if noun.i > trigger.i and noun != hearer), None)
    narrow = "things" in pattern.flags and trigger.pos_ != "NOUN"
    return None if found is None or found == hearer or not can_be_asked_for(found, narrow=narrow) else found


def _is_stretch_of_time(thing: Token) -> bool:
    """True for "three days", but not for "a four-day week" and "more time"."""
    parts = grammar.dependents(thing)
    described = any(grammar.relation(c) == "compound" or "-" in c.text or c.lower_ == "more" for c in parts)
    return thing.lemma_.lower() in _TIME_UNITS and not described


def can_be_asked_for(thing: Token, *, narrow: bool) -> bool:
    """True for what one can ask for; narrowly, only for nouns of doing ("reform", "withdrawal", "talks")."""
    words = lexicon().words
    lemma = thing.lemma_.lower()
    if (
        thing.pos_ == "PRON"
        or (lemma in _AMOUNTS and not grammar.modifiers(thing))
        or lemma in words.never_asked
        or _is_stretch_of_time(thing)
    ):
        return False
    if thing.ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    if not narrow or lemma in words.acts or lemma in words.self_acts or lemma in words.done_to:
        return True
    return thing.pos_ == "NOUN" and len(lemma) > 6 and lemma.endswith(_DOING)
