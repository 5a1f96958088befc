"""Two clauses side by side with nothing between them."""

from collections.abc import Iterator

from bot.analysis.errors.clauses import FINITE, has_own_object
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_NOMINATIVE = frozenset({"he", "she", "they", "we"})
_TAKES_CLAUSE = word_set(
    "say tell think believe know hope warn announce add claim suggest fear feel insist admit deny confirm mean "
    "show find ensure wish see hear learn understand realise realize argue promise vow swear note acknowledge "
    "explain complain state report write remember forget guess suppose imagine expect decide agree conclude "
    "discover notice reveal assure inform remind convince persuade bet assume doubt pretend declare stress "
    "testify be become seem prove recall allege estimate predict indicate make let pray tweet ask "
    "reckon calculate maintain contend boast joke quip hint concede confess protest sense judge grumble complain moan "
    "mutter whisper shout figure hold repeat reply respond reiterate observe"
)
_SUBORDINATORS = word_set(
    "when if as after before while since because once although though until whenever that whether unless where "
    "wherever so than which who what how why whose till every time day week year moment way reason only all "
    "everything nothing anything something first last most best worst much ever like place people more such"
)


@check("grammar.run-on", "Two sentences run together", severity="major", confidence=0.7)
def run_on(copy: Copy) -> Iterator[Finding]:
    """A complete clause, then "he", "she", "they" or "we" with a verb and its own object, and nothing in between.

    Behind a figure no object is asked for ("It prints 11,500 it has 9,200 readers").

    A relative clause without "that" ("the hall he had booked") lacks that object, and is left alone.
    """
    for pronoun in copy.words.spelt(_SUBJECTS):
        if not pronoun.text.islower() or pronoun.i < pronoun.sent.start + 3 or pronoun.i + 2 >= pronoun.sent.end:
            continue
        before, verb = pronoun.nbor(-1), pronoun.nbor()
        if copy.is_quoted(pronoun.idx) or verb.tag_ not in FINITE or not before.whitespace_:
            continue
        if not (before.is_alpha or before.tag_ == "CD") or (pronoun.text == "it" and before.tag_ != "CD"):
            continue
        opening = copy.body[pronoun.sent.start : pronoun.i]
        if _leads_on(opening) or not _is_complete(opening):
            continue
        object_of_its_own = before.pos_ == "NOUN" and has_own_object(pronoun, verb) and not _calls_it_so(before, verb)
        if _follows_name_or_verb(before) or _follows_figure(before, verb) or object_of_its_own:
            yield Finding(
                copy.of(copy.body[before.i : verb.i + 1]),
                f"Possibly two sentences in one: nothing joins “{before.text}” and “{pronoun.text} {verb.text}”. "
                "Check for a lost stop or conjunction.",
            )


@check("grammar.run-on-relative", "Clause that belongs to nothing", severity="major", confidence=0.65)
def run_on_relative(copy: Copy) -> Iterator[Finding]:
    """A noun, then "it" or "she" with a verb that has an object of its own, so that the noun is no part of the clause.

    "The fund it raised" is a relative clause; "the fund it raised 410 pesos" wants a stop between "fund" and "it".
    """
    for pronoun in copy.words.spelt(_SUBJECTS):
        verb = pronoun.head
        if not pronoun.text.islower() or verb.i != pronoun.i + 1 or verb.tag_ not in ("VBD", "VBZ"):
            continue
        if (
            grammar.relation(verb) not in ("acl:relcl", "parataxis")
            or copy.is_quoted(pronoun.idx)
            or verb.lemma_.lower() in _TWO_OBJECTS
        ):
            continue
        noun = pronoun.nbor(-1)
        if noun.like_num or noun.lower_.endswith(_ORDINAL):
            continue  # "in the tenth she tried it again"
        beside = noun.tag_ in ("NN", "NNS") and verb.head.i <= noun.i and noun.whitespace_
        if not beside or noun.lemma_.lower() in _SUBORDINATORS | _OCCASIONS or _is_stranding(verb):
            continue
        objects = any(
            grammar.relation(child) == "obj" and child.i > verb.i and child.tag_ != "WDT" for child in verb.children
        )
        if objects and not _has_verb_behind(verb):
            yield Finding(
                copy.of(copy.body[noun.i : verb.i + 1]),
                f"Possibly two sentences in one: “{noun.text}” is no part of “{pronoun.text} {verb.text} …”. "
                "Check for a lost stop or conjunction.",
            )


def _calls_it_so(noun: Token, verb: Token) -> bool:
    """True for "the coach she called a dinosaur", a relative clause whose verb has the noun for a first object."""
    is_relative = grammar.relation(verb) == "acl:relcl" and grammar.governor(verb) == noun
    return is_relative and verb.lemma_.lower() in _TWO_OBJECTS


_SUBJECTS = _NOMINATIVE | {"it"}
_ORDINAL = ("enth", "ighth", "ifth", "ixth", "ourth", "inth", "ieth", "second", "third", "first")
_TWO_OBJECTS = frozenset(
    {"give", "offer", "call", "name", "want", "ask", "tell", "pay", "owe", "cost", "teach", "show", "send", "lend"}
    | {"grant", "award", "sell", "find", "consider", "help", "see", "hear", "watch", "let", "have", "make", "say"}
    | {"think", "believe", "know", "hope", "bring", "hand", "charge", "deny", "label", "dub", "get", "keep", "leave"}
)
_OCCASIONS = frozenset(
    {"night", "morning", "afternoon", "evening", "month", "hour", "minute", "second", "season", "weekend", "summer"}
    | {"winter", "spring", "autumn", "decade", "date", "point", "rate", "extent", "degree", "speed", "manner", "age"}
    | {"fall", "case", "amount", "number", "bit", "instant", "direction", "basis", "chance", "fact", "claim", "belief"}
)
"""Nouns that a clause may follow as the time or the manner of what it tells: "the night it lost its roof"."""


def _has_verb_behind(clause: Token) -> bool:
    """True when the noun before a clause has a verb behind it: "the cheque she received each year was cut"."""
    end = max(token.i for token in clause.subtree) + 1
    after = clause.doc[end] if end < len(clause.doc) else clause
    subjects = [c for c in after.children if grammar.relation(c).startswith("nsubj")]
    if subjects and any(c.tag_ == "PRP" and grammar.relation(c) == "obj" for c in clause.children):
        return False  # "The car he drove it hit a wall"
    return after.tag_ in FINITE and all(c.i == clause.head.i for c in subjects)


def _is_stranding(verb: Token) -> bool:
    """True when a preposition of the clause has no noun of its own: "the school she got her degree from"."""
    return any(token.pos_ == "ADP" and grammar.relation(token) != "case" for token in verb.subtree)


def _leads_on(opening: DocSpan) -> bool:
    """True when a word before can take the clause as its own: a conjunction, a verb of saying or thinking."""
    words = {w for t in opening if t.dep_ != "compound" for w in (t.lower_, t.lemma_.lower())}
    return bool(words & (_SUBORDINATORS | _TAKES_CLAUSE)) or any(token.text in ':;“"—–' for token in opening)


def _is_complete(opening: DocSpan) -> bool:
    """True when the words before have a finite verb with its subject, no comma after it."""
    verbs = [token for token in opening if token.tag_ in FINITE and token.pos_ in ("VERB", "AUX")]
    if not verbs or not any(token.i < verbs[0].i and token.pos_ in ("NOUN", "PROPN", "PRON") for token in opening):
        return False
    return not any(token.text == "," and token.i > verbs[0].i for token in opening)


def _follows_name_or_verb(before: Token) -> bool:
    name = (
        before.pos_ == "PROPN" and before.tag_ == "NNP" and grammar.relation(before) in ("obl", "nmod", "obj", "flat")
    )
    return name or (before.tag_ == "VBD" and before.pos_ == "VERB")


def _follows_figure(before: Token, verb: Token) -> bool:
    """ "It prints 11,500 it has 9,200 readers": a figure ends one clause, and the next has an object.

    "The £100,000 it needs" and "the £90 she gave" are relative clauses.
    """
    earlier = reversed(before.doc[before.sent.start : before.i])
    opened = next((token for token in earlier if token.tag_ not in ("$", "SYM", "CD")), None)
    if not before.text[0].isdigit() or before.tag_ != "CD" or opened is None or opened.tag_ in ("DT", "PRP$", "PDT"):
        return False
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return after.tag_ in ("CD", "DT", "PRP$", "VBN") and verb.pos_ in ("VERB", "AUX")
