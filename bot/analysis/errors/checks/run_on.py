"""Two clauses side by side with nothing between them."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.clauses import FINITE, SPEECH, is_finite, is_tag, is_whole, opening, subject_before
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_NOMINATIVE = frozenset({"he", "she", "they", "we"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_TAKES_CLAUSE = frozenset(
    {
        "say",
        "tell",
        "think",
        "believe",
        "know",
        "hope",
        "warn",
        "announce",
        "add",
        "claim",
        "suggest",
        "fear",
        "feel",
        "insist",
    }
    | {
        "admit",
        "deny",
        "confirm",
        "mean",
        "show",
        "find",
        "ensure",
        "wish",
        "see",
        "hear",
        "learn",
        "understand",
        "realise",
    }
    | {
        "realize",
        "argue",
        "promise",
        "vow",
        "swear",
        "note",
        "acknowledge",
        "explain",
        "complain",
        "state",
        "report",
        "write",
    }
    | {
        "remember",
        "forget",
        "guess",
        "suppose",
        "imagine",
        "expect",
        "decide",
        "agree",
        "conclude",
        "discover",
        "notice",
        "reveal",
    }
    | {
        "assure",
        "inform",
        "remind",
        "convince",
        "persuade",
        "bet",
        "assume",
        "doubt",
        "pretend",
        "declare",
        "stress",
        "testify",
    }
    | {
        "be",
        "become",
        "seem",
        "prove",
        "recall",
        "allege",
        "estimate",
        "predict",
        "indicate",
        "make",
        "let",
        "pray",
        "tweet",
        "ask",
    }
)
_SUBORDINATORS = frozenset(
    {
        "when",
        "if",
        "as",
        "after",
        "before",
        "while",
        "since",
        "because",
        "once",
        "although",
        "though",
        "until",
        "whenever",
    }
    | {
        "that",
        "whether",
        "unless",
        "where",
        "wherever",
        "so",
        "than",
        "which",
        "who",
        "what",
        "how",
        "why",
        "whose",
        "till",
    }
    | {
        "every",
        "time",
        "day",
        "week",
        "year",
        "moment",
        "way",
        "reason",
        "only",
        "all",
        "everything",
        "nothing",
        "anything",
    }
    | {"something", "first", "last", "most", "best", "worst", "much", "ever", "like", "place", "people", "more", "such"}
)


@check("grammar.run-on", "Two sentences run together", severity="major", confidence=0.7)
def run_on(copy: Copy) -> Iterator[Finding]:
    """A complete clause, then "he", "she", "they" or "we" with a verb and its own object, and nothing in between.

    A relative clause without "that" ("the hall he had booked") lacks that object, and is left alone.
    """
    for pronoun in copy.words.spelt(_NOMINATIVE):
        if not pronoun.text.islower() or pronoun.i < pronoun.sent.start + 3 or pronoun.i + 2 >= pronoun.sent.end:
            continue
        before, verb = pronoun.nbor(-1), pronoun.nbor()
        if copy.is_quoted(pronoun.idx) or verb.tag_ not in _FINITE or not before.is_alpha or not before.whitespace_:
            continue
        opening = copy.body[pronoun.sent.start : pronoun.i]
        if _leads_on(opening) or not _is_complete(opening):
            continue
        if _follows_name_or_verb(before) or (before.pos_ == "NOUN" and _has_own_object(pronoun, verb)):
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
        beside = noun.tag_ in ("NN", "NNS") and verb.head.i <= noun.i and noun.whitespace_
        if not beside or noun.lemma_.lower() in _SUBORDINATORS | _OCCASIONS or _is_stranding(verb):
            continue
        if any(grammar.relation(child) == "obj" and child.i > verb.i for child in verb.children):
            yield Finding(
                copy.of(copy.body[noun.i : verb.i + 1]),
                f"Possibly two sentences in one: “{noun.text}” is no part of “{pronoun.text} {verb.text} …”. "
                "Check for a lost stop or conjunction.",
            )


_SUBJECTS = _NOMINATIVE | {"it"}
_TWO_OBJECTS = frozenset(
    {"give", "offer", "call", "name", "want", "ask", "tell", "pay", "owe", "cost", "teach", "show", "send", "lend"}
    | {"grant", "award", "sell", "find", "consider", "help", "see", "hear", "watch", "let", "have", "make", "say"}
    | {"think", "believe", "know", "hope", "bring", "hand", "charge", "deny", "label", "dub", "get", "keep", "leave"}
)
_OCCASIONS = frozenset(
    {"night", "morning", "afternoon", "evening", "month", "hour", "minute", "second", "season", "weekend", "summer"}
    | {"winter", "spring", "autumn", "decade", "date", "point", "rate", "extent", "degree", "speed", "manner", "age"}
    | {"case", "amount", "number", "bit", "instant", "direction", "basis", "chance", "fact", "claim", "belief"}
)
"""Nouns that a clause may follow as the time or the manner of what it tells: "the night it lost its roof"."""


def _is_stranding(verb: Token) -> bool:
    """True when a preposition of the clause has no noun of its own: "the school she got her degree from"."""
    return any(token.pos_ == "ADP" and grammar.relation(token) != "case" for token in verb.subtree)


def _leads_on(opening: DocSpan) -> bool:
    """True when a word before can take the clause as its own: a conjunction, a verb of saying or thinking."""
    words = {word for token in opening for word in (token.lower_, token.lemma_.lower())}
    return bool(words & (_SUBORDINATORS | _TAKES_CLAUSE)) or any(token.text in ':;“"—–' for token in opening)


def _is_complete(opening: DocSpan) -> bool:
    """True when the words before have a finite verb with its subject, no comma after it."""
    verbs = [token for token in opening if token.tag_ in _FINITE and token.pos_ in ("VERB", "AUX")]
    if not verbs or not any(token.i < verbs[0].i and token.pos_ in ("NOUN", "PROPN", "PRON") for token in opening):
        return False
    return not any(token.text == "," and token.i > verbs[0].i for token in opening)


def _follows_name_or_verb(before: Token) -> bool:
    name = (
        before.pos_ == "PROPN" and before.tag_ == "NNP" and grammar.relation(before) in ("obl", "nmod", "obj", "flat")
    )
    return name or (before.tag_ == "VBD" and before.pos_ == "VERB")


def _has_own_object(pronoun: Token, verb: Token) -> bool:
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
    copular = any(grammar.relation(c) == "cop" for c in predicate.children) and predicate.pos_ in ("NOUN", "ADJ")
    return bool(own) or copular


@check("grammar.comma-splice", "Two sentences joined by nothing or a mere comma", severity="minor", confidence=0.65)
def comma_splice(copy: Copy) -> Iterator[Finding]:
    """Two whole clauses side by side that no conjunction, mark or verb of saying joins."""
    for verb in copy.words.tokens:
        seam = _seam(verb)
        if seam is None or copy.is_quoted(seam.idx) or copy.is_quoted(verb.idx) or _names_speaker(seam):
            continue
        start = _last_of_first(seam).i if not _is_pronoun_first(verb.head, seam) else seam.sent.start
        yield Finding(
            copy.of(copy.body[start : seam.i + 1]),
            f"Possibly two sentences in one: a new one seems to begin at “{seam.text}”. "
            "Check for a lost stop or conjunction.",
        )


def _names_speaker(seam: Token) -> bool:
    """True for "…, it said on Wednesday" and "…, the ministry reported": words that say whose the sentence is."""
    following = seam.doc[seam.i + 1 : seam.i + 5]
    verb = next((token for token in following if token.tag_ in FINITE), None)
    return seam.nbor(-1).text == "," and verb is not None and verb.lemma_.lower() in SPEECH


def _is_pronoun_first(first: Token, seam: Token) -> bool:
    """True for "She had lost the first set, the Scot won": the slip may be in the opening, which names nobody."""
    mine = subject_before(first)
    opens = mine is not None and mine.tag_ == "PRP" and mine.i == seam.sent.start
    return opens and seam.tag_ != "PRP" and seam.i - seam.sent.start < _SHORT


_SHORT = 22


def _last_of_first(seam: Token) -> Token:
    """The word before the seam, or before the short phrase there that may belong to either clause ("in winter")."""
    last = seam.nbor(-2) if seam.nbor(-1).text == "," else seam.nbor(-1)
    phrase = next(last.subtree)
    is_phrase = grammar.relation(last) == "obl" and seam.nbor(-1) == last and phrase.i > last.sent.start + 1
    return phrase.nbor(-1) if is_phrase else last


def _seam(verb: Token) -> Token | None:
    """The first word of the second of two clauses that nothing joins; None for any other verb."""
    how = grammar.relation(verb)
    if how == "parataxis":
        return _beside(verb)
    if how == "xcomp":
        return _object_as_subject(verb)
    if verb.lemma_.lower() in _SAYING:
        return _told_twice(verb)
    return None


def _beside(verb: Token) -> Token | None:
    """ "They will run it themselves volunteers will open up"; "Some bought vans, plumbers stayed with diesel"."""
    first, seam = verb.head, opening(verb)
    mine = subject_before(verb)
    if mine is None or mine.lower_ == "one" or any(aux.i < mine.i for aux in grammar.auxiliaries(verb)):
        return None
    if any(grammar.relation(child) == "advcl" and child.i < mine.i for child in verb.children):
        seam = next(mine.subtree)
    if not first.i < seam.i or not is_whole(verb) or not is_whole(first) or seam.i < first.sent.start + 3:
        return None
    if _is_aside(verb) or _is_joined(verb, seam) or grammar.is_question(first) or _is_introduced(first):
        return None
    before = seam.nbor(-1)
    spliced = before.text == ","
    if (
        not spliced
        and mine.tag_ == "PRP"
        and before.pos_ in ("NOUN", "PROPN", "PRON")
        and not (_has_own_object(mine, verb) or grammar.is_passive(verb))
    ):
        return None
    if not spliced and (before.is_punct or before.lower_ in _LEADS_ON or first.lemma_.lower() in SPEECH):
        return None
    return None if spliced and _is_balanced(first, verb) else seam


def _is_aside(verb: Token) -> bool:
    """True for "officials said" and "surgeons told a meeting": words that name the speaker of others."""
    if is_tag(verb):
        return True
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    said = any(grammar.relation(child) in ("ccomp", "xcomp") and child.i > verb.i for child in verb.children)
    return verb.lemma_.lower() in SPEECH and (after.is_punct or not said)


def _is_introduced(first: Token) -> bool:
    """True when a conjunction before a clause may make it part of another that the parse has lost."""
    return any((t.lower_ in _INTRODUCING and t.i < first.i) or t.text in ("let's", "let’s") for t in first.sent)


_INTRODUCING = word_set("although though while if when given since because unless until after before once as")


def _is_joined(verb: Token, seam: Token) -> bool:
    """True when a word or a mark joins a clause to what stands before."""
    if any(grammar.relation(child) in ("cc", "mark") for child in verb.children) or seam.lower_ in _JOINING:
        return True
    if any(token.tag_ in ("WDT", "WP", "WP$", "WRB") for token in verb.doc[seam.i : verb.i]):
        return True
    return any(token.text in _MARKS for token in verb.doc[verb.head.i : verb.i])


def _is_balanced(first: Token, second: Token) -> bool:
    """True for clauses that a comma may part: "some left, others stayed"; "it is no rule, it is a habit"."""
    mine, theirs = subject_before(first), subject_before(second)
    if mine is None or theirs is None:
        return True
    start = next(theirs.subtree).i
    negated = grammar.is_negated(first) or any(c.lower_ in _NEGATIVE for c in first.subtree if c.i < start)
    if negated and (theirs.tag_ == "PRP" and (mine.tag_ == "PRP" or grammar.auxiliaries(second)[:1] == [])):
        return True
    pair = {token.lower_ for token in second.subtree} & _CONTRASTS
    if start - first.sent.start > _LONG_CLAUSE:
        return bool(pair)
    more = sum(grammar.relation(child) in ("parataxis", "conj") for child in (*first.children, *second.children)) > 1
    return mine.lower_ == theirs.lower_ or bool(pair) or more or first.lemma_ == second.lemma_


_LONG_CLAUSE = 10


def _object_as_subject(verb: Token) -> Token | None:
    """ "was told to stop the engineer covered his desk": a finite verb that the object before it is the subject of."""
    above = verb.head
    if verb.tag_ != "VBD" or not above.i < verb.i or grammar.auxiliaries(verb) or verb.i + 1 >= len(verb.doc):
        return None
    thing = next((c for c in above.children if grammar.relation(c) == "obj" and above.i < c.i < verb.i), None)
    after = verb.nbor()
    if thing is None or thing.i != verb.i - 1 or after.tag_ not in ("DT", "PRP$", "PRP") or above.lemma_ in _CAUSING:
        return None
    first = next(thing.subtree)
    return first if first.i > above.i else None


def _told_twice(verb: Token) -> Token | None:
    """ "He had won, he said his legs hurt": something said on both sides of a verb of saying."""
    said = [child for child in verb.children if grammar.relation(child) == "ccomp"]
    mine = subject_before(verb)
    if len(said) < 2 or mine is None or not said[0].i < mine.i or not said[-1].i > verb.i:
        return None
    seam = next(mine.subtree)
    whole = is_whole(said[0]) and is_finite(said[-1]) and not any(c.dep_ == "mark" for c in said[0].children)
    if not whole or seam.i == 0 or seam.nbor(-1).text != "," or verb.i + 1 >= len(verb.doc):
        return None
    after = verb.nbor()
    if after.text == "," and is_whole(said[-1]) and not any(c.dep_ in ("mark", "cc") for c in said[-1].children):
        return opening(said[-1])
    return None if after.text in (",", ":", ";") else seam


_SAYING = frozenset({"say", "tell", "add", "announce", "claim", "insist", "admit", "argue", "warn"})
_MARKS = frozenset({":", ";", "—", "–", "-", "(", ")", "“", "”", '"', "‘", "[", "/", "|", "•", "…", "..."})
_JOINING = word_set(
    "so yet then nor only plus thus hence still and but or for because while when if though although as like than "
    "please ok okay yes no well oh let see thank thanks sorry remember that which who where what whether how why the "
    "more less otherwise however whatever whoever whichever"
) - frozenset({"the", "no", "still"})
_LEADS_ON = word_set("that which who whom whose if as than when where why how what whether because so but and or the a")
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nothing", "nobody", "none", "hardly"})
_CONTRASTS = word_set("other others another latter former rest second third remainder instead too either more rather")
_CAUSING = word_set("make let have help see hear watch feel get find keep leave want")
