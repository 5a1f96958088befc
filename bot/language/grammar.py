"""One view of the parse, whichever model made it.

The analysis looks at parses through these functions only. They speak Universal Dependencies (UD),
the scheme of the shipped model; parses of ``en_core_web_*`` pipelines are rewritten into it by
``bot/language/universal.py`` before they come here.

Words that the functions take and give are content words: a prepositional phrase is its noun, a
copular clause its predicate ("president" in "she is president").
"""

from bot.language.dependencies import dependents, governor, related, relation
from bot.language.phrases import (
    appositions,
    conjuncts,
    coordination,
    name_span,
    noun_phrase,
    subtree,
)
from bot.language.tokens import Span, Token

__all__ = [
    "adverbial_clauses",
    "agent",
    "antecedent",
    "appositions",
    "auxiliaries",
    "complement_clause",
    "conjuncts",
    "coordination",
    "dependents",
    "governor",
    "indirect_object",
    "is_negated",
    "is_passive",
    "is_predicate",
    "is_question",
    "modal",
    "modifiers",
    "name_span",
    "noun_phrase",
    "objects",
    "obliques",
    "own_subject",
    "preposition",
    "related",
    "relation",
    "sentence",
    "subject",
    "subjects",
    "subtree",
]

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer")
_CLAUSES = ("ccomp", "xcomp")
_PREDICATES = frozenset({"VERB", "AUX"})
_NEGATIONS = frozenset({"not", "never", "no", "n't", "n’t", "neither", "nor", "hardly", "nt"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "swear"})


def is_predicate(token: Token) -> bool:
    """True for the head of a clause: a full verb, or the predicate of a copula."""
    return relation(token) not in ("aux", "aux:pass", "cop") and (
        token.pos_ in _PREDICATES or bool(related(token, "cop"))
    )


def own_subject(predicate: Token) -> Token | None:
    """The subject that the predicate's own clause states; None when it shares another's."""
    return _first(related(predicate, *_SUBJECTS))


def subject(predicate: Token) -> Token | None:
    """The word that is the subject of a predicate, its own or shared.

    Shared subjects come through coordination ("came and said"), through control ("urged X to
    leave": X leaves), and from the noun that a relative or participial clause modifies ("the
    minister, who resigned": minister). A relative pronoun is replaced by its noun. In the passive
    it is the grammatical subject; see :func:`agent`.
    """
    return _subject(predicate, set())


def _subject(predicate: Token, seen: set[int]) -> Token | None:
    if predicate.i in seen:
        return None
    seen.add(predicate.i)
    own = own_subject(predicate)
    if own is not None:
        return antecedent(own) or own
    above, how = governor(predicate), relation(predicate)
    if above is None:
        return None
    if how in ("acl:relcl", "acl"):
        return above if above.pos_ in ("NOUN", "PROPN", "PRON") else None
    if how == "xcomp" and above.lemma_ not in _SUBJECT_CONTROL:
        receivers = [noun for noun in objects(above) if noun.i < predicate.i]
        if receivers:
            return receivers[0]
    shares = how in ("conj", "xcomp") or (how == "advcl" and not _has_mark(predicate, "for"))
    return _subject(above, seen) if shares else None


def _has_mark(predicate: Token, word: str) -> bool:
    return any(child.lower_ == word for child in related(predicate, "mark", "case"))


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for; None for any other word."""
    if pronoun.tag_ not in ("WDT", "WP", "WP$") and pronoun.lower_ not in ("who", "which", "whom"):
        return None
    clause: Token | None = governor(pronoun)
    while clause is not None:
        how, above = relation(clause), governor(clause)
        if how == "acl:relcl":
            return above
        if how not in ("conj", "xcomp", "ccomp", "nmod", "obl", "obj"):
            return None
        clause = above
    return None


def subjects(predicate: Token) -> list[Token]:
    """The subject and what is coordinated with it ("Jones and Smith said"); empty when there is none."""
    head = subject(predicate)
    return [] if head is None else [head, *conjuncts(head)]


def objects(predicate: Token) -> list[Token]:
    """The direct objects, coordinated ones included. "asked Iran and Iraq to stop": Iran, Iraq.

    A receiver counts when there is no other object, as UD annotators call the hearer either.
    """
    direct = related(predicate, "obj") or related(predicate, "iobj")
    return [noun for head in direct for noun in (head, *conjuncts(head))]


def indirect_object(predicate: Token) -> Token | None:
    """The receiver in "gave them a week"."""
    return _first(related(predicate, "iobj"))


def obliques(predicate: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of the prepositional phrases of a predicate, in text order.

    The preposition is lower-cased, its words joined by spaces ("because of"), or empty ("last week").
    """
    return [(preposition(noun), noun) for noun in related(predicate, "obl", "obl:agent")]


def modifiers(noun: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of the phrases that modify a noun; possessors come as ``("'s", noun)``."""
    return [
        ("'s" if relation(child) == "nmod:poss" else preposition(child), child)
        for child in related(noun, "nmod", "nmod:poss")
    ]


def preposition(noun: Token) -> str:
    """The preposition of a noun, lower-cased, its words joined by spaces; empty when it has none."""
    words: list[str] = []
    for case in related(noun, "case"):
        if case.tag_ != "POS" and case.i < noun.i:
            words += [case.lower_, *(part.lower_ for part in related(case, "fixed"))]
    return " ".join(words)


def complement_clause(predicate: Token) -> Token | None:
    """The predicate of the clause that completes a predicate ("said that X left": left; "urged to leave": leave)."""
    return _first(related(predicate, *_CLAUSES))


def adverbial_clauses(predicate: Token) -> list[tuple[str, Token]]:
    """(conjunction, predicate) of the adverbial clauses: ("if", …), ("to", …), ("", …) without one."""
    return [(" ".join(m.lower_ for m in related(clause, "mark")), clause) for clause in related(predicate, "advcl")]


def is_passive(predicate: Token) -> bool:
    """True for a passive ("was asked") and for a passive participle after a noun ("troops sent by Moscow")."""
    if related(predicate, "aux:pass"):
        return True
    if related(predicate, "nsubj:pass", "csubj:pass") and not _is_active_form(predicate):
        return True
    if relation(predicate) == "conj" and predicate.tag_ == "VBN" and own_subject(predicate) is None:
        above = governor(predicate)
        return above is not None and not related(predicate, "aux") and above.tag_ == "VBN" and is_passive(above)
    return predicate.tag_ == "VBN" and relation(predicate) == "acl"


def _is_active_form(predicate: Token) -> bool:
    """True for "called" and "had called", which stay active although a parse may give them a passive subject."""
    if predicate.tag_ in ("VBD", "VBZ", "VBP", "VB"):
        return True
    return predicate.tag_ == "VBN" and any(aux.lemma_ == "have" for aux in related(predicate, "aux"))


def agent(predicate: Token) -> Token | None:
    """Who does it in a passive: the noun of the by-phrase."""
    if not is_passive(predicate):
        return None
    by = [noun for word, noun in obliques(predicate) if word == "by"]
    return next((noun for noun in by if relation(noun) == "obl:agent"), _first(by))


def is_negated(predicate: Token) -> bool:
    """True when a negation stands in the predicate's own clause ("did not ask", "never asked")."""
    return any(
        child.lower_ in _NEGATIONS and relation(child) in ("advmod", "neg", "cc:preconj", "det", "mark")
        for child in dependents(predicate)
    ) or any(below.lower_ in _NEGATIONS for aux in auxiliaries(predicate) for below in dependents(aux))


def auxiliaries(predicate: Token) -> list[Token]:
    """The auxiliaries of a predicate, the copula included, in text order ("must", "have", "been")."""
    return related(predicate, "aux", "aux:pass", "cop")


def modal(predicate: Token) -> Token | None:
    """The modal auxiliary ("must", "should", "will") of a predicate."""
    return next((aux for aux in auxiliaries(predicate) if aux.tag_ == "MD"), None)


def is_question(token: Token) -> bool:
    """True when a question mark is the next mark that ends something behind a token, in its own sentence.

    What stands in quotation marks that open behind the token is passed over. A headline keeps its
    question mark though a page may add its name behind it ("Will they pay? | Daily News").
    """
    quoted = False
    for word in token.doc[token.i : sentence(token).end]:
        if word.is_quote:
            quoted = not quoted
        elif not quoted and "?" in word.text:
            return True
        elif not quoted and word.text in (".", "!"):
            return False
    return False


def sentence(token: Token) -> Span:
    """The sentence that a token stands in."""
    return token.sent


def _first(tokens: list[Token]) -> Token | None:
    return tokens[0] if tokens else None
