"""What stands around a trigger in the parse: clauses, prepositional phrases, what opens them.

Forgiving on purpose: a parse hangs "to act" on the verb, its object or the noun before, and the
functions here look at all of these places.
"""

from bot.language import grammar
from bot.language.tokens import Token

_QUESTION_WORDS = frozenset({"how", "why", "when", "where", "what", "who", "whom", "which", "whether", "if"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "parataxis"})
_DUTY = frozenset({"must", "should", "need", "ought"})
_ABILITIES = frozenset({"able", "available", "possible", "visible", "enough", "sufficient"})
"""What "should be" only expects."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})


def bases(trigger: Token, hearer: Token | None) -> list[Token]:
    """The words that an action may hang on: the trigger, its hearer, and for a noun what carries or owns it."""
    found = [trigger] if hearer is None else [trigger, hearer]
    if trigger.pos_ != "NOUN":
        return found
    found += [noun for word, noun in grammar.modifiers(trigger) if word in ("by", "from", "to", "on")]
    above = grammar.governor(trigger)
    carries = above is not None and above.pos_ == "VERB" and above.i < trigger.i
    return [*found, above] if above is not None and carries and grammar.relation(trigger) in ("obj", "obl") else found


def clauses(base: Token) -> list[Token]:
    """The clauses after a word that may be what it asks for."""
    return [child for child in grammar.dependents(base) if child.i > base.i and _is_complement(child)]


def _is_complement(child: Token) -> bool:
    """True for a clause that may be asked for; "demands that Oslo pay" may be parsed as a relative clause."""
    how = grammar.relation(child)
    if how != "acl:relcl":
        return how in _CLAUSES
    opener = next((c for c in grammar.dependents(child) if c.lower_ == "that" and c.i < child.i), None)
    if opener is None or grammar.own_subject(child) in (None, opener):
        return False
    if grammar.relation(opener) == "mark" or any(noun != opener for noun in grammar.objects(child)):
        return True
    return wishes(child, strict=True)


def is_content(clause: Token) -> bool:
    """True for a clause with its own subject that says what is wanted, not when or why."""
    if grammar.own_subject(clause) is None or opened_by(clause, "to"):
        return False
    return grammar.relation(clause) not in ("advcl", "parataxis") or opened_by(clause, "that")


def opened_by(clause: Token, word: str) -> bool:
    """True when a conjunction or preposition opens a clause ("to", "for", "against")."""
    return any(c.lower_ == word and grammar.relation(c) in ("mark", "case") for c in grammar.dependents(clause))


def in_new_quote(clause: Token, trigger: Token) -> bool:
    """True for a clause that goes on in a new quotation: told reporters, “to show them …”."""
    between = clause.doc[trigger.i + 1 : clause.i]
    return any(word.is_quote and word.i > 0 and clause.doc[word.i - 1].text == "," for word in between)


def asks_something(clause: Token) -> bool:
    """True for an embedded question: "asked how", "asked whether"."""
    return any(
        c.lower_ in _QUESTION_WORDS
        and c.i < clause.i
        and grammar.relation(c) in ("mark", "advmod", "obj", "nsubj", "det")
        for c in grammar.dependents(clause)
    )


def wishes(clause: Token, *, strict: bool) -> bool:
    """True when a that-clause may be a wish; strictly, only in the subjunctive or with a modal of duty."""
    helpers = grammar.auxiliaries(clause)
    if clause.lemma_ in _ABILITIES:
        return False
    if any(word.lower_ in _DUTY for word in helpers) or clause.lemma_ in ("need", "have"):
        return True
    first = helpers[0] if helpers else clause
    if not strict:
        return first.tag_ != "VBD" or first.lower_ == "be"
    doer = grammar.own_subject(clause)
    one = doer is not None and (doer.tag_ in ("NN", "NNP") or doer.lower_ in ("it", "he", "she"))
    singular = doer is not None and one and not grammar.conjuncts(doer)
    if first.tag_ == "VB" or first.lower_ == "be":
        return True
    return singular and first.tag_ != "MD" and first.lower_ == first.lemma_ != "have"


def has_case(noun: Token, preposition: str) -> bool:
    """True when a preposition stands before a noun, also where the parse takes it for a conjunction."""
    return grammar.preposition(noun) == preposition or opened_by(noun, preposition)


def phrase_after(heads: list[Token], preposition: str) -> Token | None:
    """The noun after a preposition among the dependents of some words, those of the first word first."""
    for head in heads:
        for child in grammar.dependents(head):
            if child.i > head.i and child.pos_ in _NOMINAL and has_case(child, preposition):
                return child
    return None


def after_opener(trigger: Token, clause: Token, word: str) -> Token | None:
    """ "called for the owner to sell", where the parse opens the clause with "for" but leaves the owner outside it."""
    opener = next((c for c in grammar.related(clause, "mark", "case") if c.lower_ == word), None)
    if opener is None:
        return None
    between = grammar.related(trigger, "obl", "obj", "iobj")
    return next((noun for noun in between if opener.i < noun.i < clause.i and noun.pos_ in _NOMINAL), None)


def is_passive(verb: Token) -> bool:
    """True for a passive verb, unless a parse made "called" the modifier of what is really its subject."""
    if not grammar.is_passive(verb):
        return False
    above = grammar.governor(verb)
    verbless = above is not None and grammar.relation(above) == "root" and not grammar.is_predicate(above)
    return not (verbless and grammar.relation(verb) == "acl" and not grammar.related(verb, "aux:pass"))


def stranded(trigger: Token, preposition: str) -> bool:
    """True for the "on" of "was called on to act"."""
    return any(
        child.lower_ == preposition and child.i > trigger.i and not grammar.dependents(child)
        for child in grammar.dependents(trigger)
    )


def particles(verb: Token) -> set[str]:
    """The particles that make another verb of it: "urged on", "called off"."""
    return {c.lower_ for c in grammar.dependents(verb) if grammar.relation(c) == "compound:prt"}
