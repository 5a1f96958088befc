"""Clauses as a copy editor sees them: which are whole, where they begin, and which only name a speaker."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
SPEECH = word_set(
    "say tell add report note write announce explain believe think argue rule decide promise warn claim insist "
    "admit deny confirm suggest hear show find learn declare predict estimate conclude acknowledge recall state "
    "reveal testify stress establish maintain contend allege emphasise emphasize underline caution continue "
    "concede observe remark tweet joke quip reply respond agree know hope fear feel see ask wonder guess suppose "
    "mean imagine complain remind disclose point inform assure boast"
)
_TELLING = SPEECH | {"confess"}
_SEEMING = word_set("seem appear turn happen transpire emerge follow realise realize discover understand")
"""What "it" does in an aside beside what verbs of saying tell: "it emerged", "it should be understood"."""

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
SHARES = word_set("all most some many few each both half several none one two three")
"""What sums up a noun before it: "most of them", "each of whom"."""


def is_finite(predicate: Token) -> bool:
    """True for a predicate with a form that can be the verb of a sentence, its own or an auxiliary's."""
    if predicate.tag_ in FINITE:
        return True
    return any(aux.tag_ in FINITE for aux in grammar.auxiliaries(predicate))


def subject_before(predicate: Token) -> Token | None:
    """The subject that a predicate's own clause states before it."""
    return next(
        (c for c in predicate.children if c.i < predicate.i and (grammar.relation(c) in _SUBJECTS or c.dep_ == "expl")),
        None,
    )


def is_whole(predicate: Token) -> bool:
    """True for a clause with a subject and a finite verb."""
    return is_finite(predicate) and subject_before(predicate) is not None


def opening(predicate: Token) -> Token:
    """The first word of a clause, marks left out."""
    return next((token for token in predicate.subtree if not token.is_punct and not token.is_space), predicate)


def has_complement(predicate: Token) -> bool:
    """True when a verb of saying has what is said beside it."""
    return any(grammar.relation(child) in ("ccomp", "obj", "xcomp", "parataxis") for child in predicate.children)


def is_tag(predicate: Token) -> bool:
    """True for "officials said": a verb of saying whose words stand elsewhere."""
    if has_complement(predicate):
        return False
    ends = not any(child.i > predicate.i and not child.is_punct for child in predicate.children)
    return predicate.lemma_.lower() in SPEECH or (
        ends and predicate.pos_ == "VERB" and not grammar.is_passive(predicate)
    )


def opens_credit(verb: Token) -> bool:
    """True for "Costs kept down, says minister" in a line: who says so stands behind, however it is parsed."""
    before, after = (
        verb.doc[verb.sent.start : verb.i],
        [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_space],
    )
    alone = len(before) > 1 and before[-1].text == "," and sum(token.text == "," for token in before) == 1
    short = 0 < len(after) <= _CREDIT and not any(token.is_punct for token in after)
    return alone and short and verb.lemma_.lower() in SPEECH


_CREDIT = 5
"""Words in which a headline or standfirst says whose words it gives."""


def is_aside(pronoun: Token) -> bool:
    """True for "it emerged later," and "it should be added,": words about a sentence, which a mark ends.

    In "the treaty, it was announced, has lapsed" the mark precedes the main verb; in "the bridge, it was announced on
    Monday will be shut" there is none.
    """
    if pronoun.tag_ != "PRP":
        return False
    verb = _told_by(pronoun)
    if verb is None:
        return False
    if verb.lemma_.lower() not in _TELLING and not (pronoun.lower_ == "it" and verb.lemma_.lower() in _SEEMING):
        return False
    after = pronoun.doc[verb.i + 1 : pronoun.sent.end]
    return next((token.is_punct for token in after if token.tag_ in FINITE or token.text in _ENDS_ASIDE), False)


_ENDS_ASIDE = frozenset({",", "—", "–"})


def _told_by(pronoun: Token) -> Token | None:
    """The verb of saying that a pronoun opens, else the first verb: "she said", "she liked to point out"."""
    rest = pronoun.doc[pronoun.i + 1 : pronoun.sent.end]
    row = list(takewhile(lambda token: token.tag_ in _PREDICATE, rest))
    telling = (token for token in row if token.pos_ != "AUX" and token.lemma_.lower() in _TELLING)
    return next(telling, None) or next((token for token in rest if token.pos_ != "AUX"), None)


_PREDICATE = FINITE | {"VB", "VBN", "VBG", "TO", "IN", "RB", "RBR", "JJ"}
"""What a predicate without a noun is made of: "was never tired of saying", "was proud to report"."""


def has_finite_verb(tokens: list[Token]) -> bool:
    """True when any of some words is a finite verb that heads or helps a clause."""
    return any(token.tag_ in FINITE and token.pos_ in ("VERB", "AUX") for token in tokens)


def has_free_verb(tokens: list[Token]) -> bool:
    """True when more finite verbs stand among some words than words that open a clause or join two of them.

    That says where a sentence has a main verb though the parse puts it into a side clause.
    """
    openers = sum(t.tag_ in RELATIVE or t.tag_ == "CC" or t.lower_ in _CONJUNCTIONS for t in tokens)
    return sum(token.tag_ in FINITE and token.pos_ in ("VERB", "AUX") for token in tokens) > openers


_CONJUNCTIONS = word_set("that because if although though while unless whether")


def is_inverted_condition(first: Token) -> bool:
    """True for "Were the price to fall, …" and "Were it not for the mill, …": inversion opens it in place of "if".

    The main clause says what would be, and so is told from "Were the first to arrive, the crew began".
    """
    if first.lower_ != "were" or first.i + 1 >= len(first.doc) or first.nbor().tag_ not in _OPENS_NOUN_PHRASE:
        return False
    rest = list(first.doc[first.i + 1 : first.sent.end])
    comma = next((i for i, token in enumerate(rest) if token.text == ","), len(rest))
    return any(two.tag_ == "MD" and one.tag_ != "CC" for one, two in pairwise(rest[comma:]))


_OPENS_NOUN_PHRASE = frozenset({"DT", "PDT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})


def breaks_off_relative(tokens: Iterable[Token]) -> bool:
    """True for "an hour at which, as the firm admits, …": a relative word from which an aside parts its clause.

    With a third comma the clause is over: "The mayor, who, as he admits, knew of it, the council …".
    """
    row = list(tokens)
    at = next((i for i, (one, two) in enumerate(pairwise(row)) if one.tag_ in RELATIVE and two.text == ","), None)
    return at is not None and sum(token.text == "," for token in row[at:]) <= _COMMAS_OF_ASIDE


_COMMAS_OF_ASIDE = 2


def is_demonstrative(that: Token) -> bool:
    """True for "At current prices that comes to a fortune", where a parse has "that" for a relative word.

    A preposition opens the sentence, a plural ends its phrase, and no other verb is the main one.
    """
    noun = that.nbor(-1) if that.i > that.sent.start else that
    opens = that.sent[0].tag_ == "IN" and noun.dep_ == "ROOT" and noun.tag_ == "NNS"
    return that.lower_ == "that" and opens and that.i + 1 < len(that.doc) and that.nbor().tag_ in ("VBZ", "VBD")


def opens_inverted(verb: Token) -> bool:
    """True for "have" in "Not since the flood have all of them met": a subject and the verb it helps stand behind it.

    "Only the owner of the barges have the right to sell" has neither.
    """
    if verb.sent[0].lower_ not in _INVERTING or verb.lemma_.lower() not in _HELPING:
        return False
    front = next((token for token in verb.doc[verb.sent.start + 1 : verb.i + 1] if token.tag_ != "RB"), verb)
    rest = list(verb.doc[verb.i + 1 : verb.sent.end])
    helped = any(two.tag_ in _HELPED and one.lower_ != "to" for one, two in pairwise(rest))
    return helped and front.tag_ in _FRONTED and (rest[0].tag_ in _OPENS_NOUN_PHRASE or rest[0].lower_ == "all")


_HELPING = frozenset({"be", "have", "do"})
_HELPED = frozenset({"VB", "VBN", "VBG", "VBD"})
_FRONTED = frozenset({"IN", "WRB", "VB", "VBP", "VBZ", "VBD"})
"""What follows "not", "never" or "only" where the verb stands before its subject; "Only the owner" is one itself."""
_INVERTING = word_set("not never only rarely seldom hardly scarcely barely nowhere nor neither little")


def ends_whether(modal: Token) -> bool:
    """True for the modal of "Whether it will is anybody's guess": only a short subject stands between the two."""
    before = list(modal.doc[max(modal.sent.start, modal.i - _ELLIPSIS_OF_WHETHER) : modal.i])
    at = next((i for i, token in enumerate(before) if token.lower_ == "whether"), None)
    if at is None or at + 1 == len(before):
        return False
    return all(token.tag_ in _OPENS_NOUN_PHRASE for token in before[at + 1 :])


_ELLIPSIS_OF_WHETHER = 3


def ends_ellipsis(modal: Token) -> bool:
    """True for the modal of "did all they could to avoid it" and "as fast as she can to catch up"."""
    before = modal.doc[max(modal.sent.start, modal.i - _ELLIPSIS) : modal.i]
    return any(token.lower_ in _OPENS_ELLIPSIS for token in before)


_ELLIPSIS = 5
_OPENS_ELLIPSIS = word_set(
    "all everything anything what whatever best most much more as than if when wherever however little"
)


def _is_question(clause: Token) -> bool:
    """True for "which oak it shows": an indirect question, in which nothing is missing."""
    return opening(clause).tag_ in RELATIVE


def has_own_object(pronoun: Token, verb: Token) -> bool:
    """True when the clause of the pronoun lacks nothing that the noun before it could stand for."""
    predicate = grammar.governor(pronoun) if grammar.relation(pronoun).startswith("nsubj") else verb
    if predicate is None:
        return False
    last = predicate.sent[-2] if predicate.sent[-1].is_punct and len(predicate.sent) > 1 else predicate.sent[-1]
    if last.pos_ == "ADP":
        return False
    chain = [predicate]
    while (below := next((c for c in chain[-1].children if grammar.relation(c) == "xcomp"), None)) is not None:
        chain.append(below)
    own = [c for word in chain for c in word.children if grammar.relation(c) == "obj" and c.i > word.i]
    own = [c for c in own if c.tag_ != "WDT"]  # "the medal he won in Rome that August"
    own = [c for c in own if c.head.nbor().tag_ != "VBG" or c.head.nbor().head != c]  # "earned plucking chickens"
    asked = [c for c in predicate.children if grammar.relation(c) == "ccomp" and c.i > predicate.i and _is_question(c)]
    if asked:
        return True
    copular = any(grammar.relation(c) == "cop" for c in predicate.children) and predicate.pos_ in ("NOUN", "ADJ")
    return bool(own) or copular


def is_spelt_out(verb: Token, behind: Token) -> bool:
    """True for what a colon opens behind a clause: "Her sons left: Karl is a vet, and Peter teaches", all on her."""
    is_full = grammar.relation(behind) == "parataxis" and grammar.own_subject(verb) is not None
    return is_full and any(word.text == ":" for word in verb.doc[verb.i : behind.i])
