"""Two grammatical words that cannot meet: "opened the session with to say"."""

import re
from collections.abc import Iterator
from itertools import product

from bot.analysis.errors.clauses import ends_whether
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_ARTICLES = ("a", "an", "the")
_POSSESSIVES = ("my", "your", "his", "its", "our", "their")
_BE = ("is", "are", "was", "were")
_MODALS = ("will", "would", "can", "could", "shall", "should", "must", "might")
_BARE_PREPOSITIONS = ("of", "at", "with", "for", "from", "into", "to", "than")


def _pairs() -> frozenset[tuple[str, str]]:
    determiners = _ARTICLES + _POSSESSIVES
    after_article = (
        "of",
        "to",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "has",
        "with",
        "from",
        "at",
        "for",
        "by",
        "in",
        "had",
        "did",
        "does",
        "could",
        "been",
    )
    groups = (
        product(("the", "a", "an"), ("he", "she", "they", "we")),
        product(("of",), ("in", "on", "by")),
        product(_ARTICLES, determiners),
        product([p for p in _POSSESSIVES if p != "his"], _ARTICLES),
        product(_ARTICLES, after_article),
        product(_BE, ("are", "were", "has", "have", "does", "will")),
        product(("are", "were", "has", "have"), _BE),
        product(_MODALS, [*_MODALS, "is", "are", "was", "were", "has", "had"]),
        product(_BARE_PREPOSITIONS, _BARE_PREPOSITIONS),
        product(("since", "during", "despite"), ("at", "of", "to", "with")),
        [("in", "of")],
        [("and", "but"), ("but", "and"), ("or", "and"), ("but", "or"), ("because", "but"), ("although", "but")],
    )
    clear = {("from", "at"), ("from", "than"), ("can", "can"), ("must", "have"), ("than", "to"), ("than", "at")}
    legitimate = {
        ("than", "with"),
        ("than", "for"),
        ("than", "from"),
        ("than", "into"),
        ("for", "from"),
        ("from", "for"),
    }
    legitimate |= {("will", "is"), ("will", "was"), ("will", "has"), ("a", "is"), ("might", "is"), ("might", "was")}
    return frozenset((a, b) for group in groups for a, b in group if a != b) - clear - legitimate


_CLASHES = _pairs()
_MEETING = re.compile(
    r"(?<![\w’'.&/-])(?=([a-z]+)[ \u00a0]([a-z]+)(?![\w’'.&/-])"
    r"(?! (?:least|most|best|worst|last|first|once|all|times|length)\b))"
)
_WH = frozenset({"which", "who", "whom", "what", "that", "where", "whatever", "whoever", "how"})
_PREPOSITIONAL = frozenset(
    {
        ("speak", "to"),
        ("refer", "to"),
        ("agree", "to"),
        ("listen", "to"),
        ("look", "at"),
        ("look", "for"),
        ("deal", "with"),
    }
    | {
        ("ask", "for"),
        ("account", "for"),
        ("pay", "for"),
        ("call", "for"),
        ("care", "for"),
        ("laugh", "at"),
        ("shoot", "at"),
    }
    | {
        ("hear", "of"),
        ("hear", "from"),
        ("think", "of"),
        ("dispose", "of"),
        ("dream", "of"),
        ("talk", "to"),
        ("turn", "to"),
    }
    | {("send", "for"), ("wait", "for"), ("hope", "for"), ("apply", "for"), ("interfere", "with"), ("tamper", "with")}
    | {("cope", "with"), ("do", "with"), ("part", "with"), ("object", "to"), ("respond", "to"), ("allude", "to")}
)
"""Verbs whose passive leaves the preposition behind: "was spoken to with contempt"."""
_BEFORE_OF = frozenset({"out", "ahead", "short", "clear", "rid", "instead", "inside", "outside", "because"})
"""Particles and adverbs that "of" may follow; behind "down" or "up" it belongs to nothing."""


@check("grammar.function-words", "Grammatical words that clash", severity="major", confidence=0.85)
def function_words(copy: Copy) -> Iterator[Finding]:
    """A closed list of pairs, save where a preposition may be stranded ("the aunt he turned to for help")."""
    for match, field in copy.matches(_MEETING):
        first, second = match.groups()
        if (first, second) not in _CLASHES:
            continue
        doc = copy.docs[0 if field == "title" else 1]
        words = doc.char_span(match.start(1), match.end(2), alignment_mode="expand")
        if words is None or (first in _BARE_PREPOSITIONS and _may_be_stranded(words[0])):
            continue
        if _is_testament(words[0]) or _opens_reason(words[0]) or _compares_phrases(words[0], second):
            continue
        if ends_whether(words[0]):
            continue
        if first in (*_BE, "have", "has") and _ends_free_relative(words[0]):
            continue
        yield Finding(
            copy.span(match.start(1), match.end(2), field),
            f"Possibly a lost or extra word: “{first} {second}” do not go together. Check the sentence.",
        )


def _may_be_stranded(preposition: Token) -> bool:
    """True when the noun of a preposition can stand before it: relative clause, question, prepositional passive."""
    before = [
        token.lower_ for token in preposition.doc[max(preposition.sent.start, preposition.i - 14) : preposition.i]
    ]
    if _WH.intersection(before) and not _is_led_by_preposition(preposition):
        return True
    verb = preposition.nbor(-1) if preposition.i else preposition
    if verb.pos_ not in ("VERB", "AUX", "ADP", "ADV", "ADJ"):
        return False
    if preposition.lower_ == "of" and (verb.pos_ in ("ADP", "ADV") or verb.lower_ in _BEFORE_OF):
        return verb.lower_ in _BEFORE_OF
    if (verb.lemma_.lower(), preposition.lower_) in _PREPOSITIONAL or verb.pos_ in ("ADP", "ADV"):
        return True
    clause: Token | None = verb
    while clause is not None and clause.pos_ in ("VERB", "AUX", "ADJ"):
        if grammar.relation(clause) in ("acl", "acl:relcl"):
            return True
        clause = grammar.governor(clause)
    return False


def _is_testament(word: Token) -> bool:
    """True for the noun of "the solicitor who opened his will had to read it twice"."""
    return word.lower_ == "will" and word.tag_ == "NN" and word.i > 0 and word.nbor(-1).tag_ in ("PRP$", "DT", "POS")


def _opens_reason(word: Token) -> bool:
    """True for the "for" of "it was no small honour, for at tea one was expected to have opinions"."""
    behind_comma = word.i > word.sent.start and word.nbor(-1).text == ","
    return word.lower_ == "for" and behind_comma and grammar.relation(word) in ("cc", "mark")


def _compares_phrases(than: Token, second: str) -> bool:
    """True for "more afraid of being wrong than of being late": the preposition is that of what is compared."""
    before = list(than.doc[than.sent.start : than.i])
    degree = next((i for i, token in enumerate(before) if token.tag_ in ("JJR", "RBR")), len(before))
    return than.lower_ == "than" and any(token.lower_ == second for token in before[degree:])


def _is_led_by_preposition(word: Token) -> bool:
    """True when the only word for a clause before has its preposition with it: "a scheme under which farmers pay"."""
    asking = [token for token in word.doc[max(word.sent.start, word.i - 14) : word.i] if token.lower_ in _WH]
    return all(token.tag_ == "WDT" and token.i > 0 and token.nbor(-1).tag_ == "IN" for token in asking)


def _ends_free_relative(word: Token) -> bool:
    """True for the first verb of "what they are is …", which ends a clause that is itself a subject."""
    return any(token.tag_ in ("WP", "WDT", "WRB") for token in word.doc[max(0, word.i - 6) : word.i])
