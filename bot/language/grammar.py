"""One view of the parse, whichever model made it.

The analysis looks at parses through these functions only. They speak Universal Dependencies (UD),
the scheme of the shipped model; parses of ``en_core_web_*`` pipelines are rewritten into it by
``bot/language/universal.py`` before they come here.

Words that the functions take and give are content words: a prepositional phrase is its noun, a
copular clause its predicate ("president" in "she is president").
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer")
_CLAUSES = ("ccomp", "xcomp")
_PREDICATES = frozenset({"VERB", "AUX"})
_NAME_RELATIONS = ("flat", "compound", "nmod:desc")
_SUBTYPES_KEPT = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "nmod:desc", "acl:relcl", "compound:prt"}
)
_NEGATIONS = frozenset({"not", "never", "no", "n't", "n’t", "neither", "nor", "hardly", "nt"})
_SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "swear"})
_TRAILING = frozenset({"acl:relcl", "appos"})
_NOT_IN_PHRASE = frozenset(
    {"case", "cop", "mark", "nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "discourse", "vocative", "expl"}
    | {"conj", "cc", "parataxis", "list", "dislocated", "advcl", "ccomp", "orphan", "reparandum"}
)
_INSIDE_CHUNK = frozenset({"compound", "flat", "fixed", "nmod:desc", "nmod:poss", "det", "goeswith", "amod"})
_CHUNK_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "advmod", "nmod"})


def relation(token: Token) -> str:
    """The UD relation of a word to its governor, most subtypes cut off ("obl:unmarked" is "obl").

    One of nsubj, nsubj:pass, csubj, csubj:pass, obj, iobj, obl, obl:agent, nmod, nmod:poss,
    nmod:desc (a title before a name), ccomp, xcomp, advcl, acl, acl:relcl, appos, conj, cc,
    compound, compound:prt, flat, case, mark, cop, aux, aux:pass, det, amod, advmod, nummod,
    parataxis, vocative, punct, root …
    """
    if token.dep_ == "ROOT":
        return "root"
    return token.dep_ if token.dep_ in _SUBTYPES_KEPT else token.dep_.partition(":")[0]


def governor(token: Token) -> Token | None:
    """The word that a word depends on; None for the root of a sentence."""
    return None if token.head.i == token.i else token.head


def dependents(token: Token) -> list[Token]:
    """The words that depend on a word, in text order."""
    return list(token.children)


def _children(token: Token, *relations: str) -> list[Token]:
    return [child for child in dependents(token) if relation(child) in relations]


def _first(tokens: list[Token]) -> Token | None:
    return tokens[0] if tokens else None


# ---- clauses -----------------------------------------------------------------------------------


def is_predicate(token: Token) -> bool:
    """True for the head of a clause: a full verb, or the predicate of a copula."""
    return relation(token) not in ("aux", "aux:pass", "cop") and (
        token.pos_ in _PREDICATES or bool(_children(token, "cop"))
    )


def own_subject(predicate: Token) -> Token | None:
    """The subject that the predicate's own clause states; None when it shares another's."""
    return _first(_children(predicate, *_SUBJECTS))


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
    return any(child.lower_ == word for child in _children(predicate, "mark", "case"))


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
    direct = _children(predicate, "obj") or _children(predicate, "iobj")
    return [noun for head in direct for noun in (head, *conjuncts(head))]


def indirect_object(predicate: Token) -> Token | None:
    """The receiver in "gave them a week"."""
    return _first(_children(predicate, "iobj"))


def obliques(predicate: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of the prepositional phrases of a predicate, in text order.

    The preposition is lower-cased, its words joined by spaces ("because of"), or empty ("last week").
    """
    return [(preposition(noun), noun) for noun in _children(predicate, "obl", "obl:agent")]


def modifiers(noun: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of the phrases that modify a noun; possessors come as ``("'s", noun)``."""
    return [
        ("'s" if relation(child) == "nmod:poss" else preposition(child), child)
        for child in _children(noun, "nmod", "nmod:poss")
    ]


def preposition(noun: Token) -> str:
    """The preposition of a noun, lower-cased, its words joined by spaces; empty when it has none."""
    words: list[str] = []
    for case in _children(noun, "case"):
        if case.tag_ != "POS" and case.i < noun.i:
            words += [case.lower_, *(part.lower_ for part in _children(case, "fixed"))]
    return " ".join(words)


def complement_clause(predicate: Token) -> Token | None:
    """The predicate of the clause that completes a predicate ("said that X left": left; "urged to leave": leave)."""
    return _first(_children(predicate, *_CLAUSES))


def adverbial_clauses(predicate: Token) -> list[tuple[str, Token]]:
    """(conjunction, predicate) of the adverbial clauses: ("if", …), ("to", …), ("", …) without one."""
    return [(" ".join(m.lower_ for m in _children(clause, "mark")), clause) for clause in _children(predicate, "advcl")]


def is_passive(predicate: Token) -> bool:
    """True for a passive ("was asked") and for a passive participle after a noun ("troops sent by Moscow")."""
    if _children(predicate, "aux:pass"):
        return True
    if _children(predicate, "nsubj:pass", "csubj:pass") and not _is_active_form(predicate):
        return True
    if relation(predicate) == "conj" and predicate.tag_ == "VBN" and own_subject(predicate) is None:
        above = governor(predicate)
        return above is not None and not _children(predicate, "aux") and above.tag_ == "VBN" and is_passive(above)
    return predicate.tag_ == "VBN" and relation(predicate) == "acl"


def _is_active_form(predicate: Token) -> bool:
    """True for "called" and "had called", which stay active although a parse may give them a passive subject."""
    if predicate.tag_ in ("VBD", "VBZ", "VBP", "VB"):
        return True
    return predicate.tag_ == "VBN" and any(aux.lemma_ == "have" for aux in _children(predicate, "aux"))


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
    return _children(predicate, "aux", "aux:pass", "cop")


def modal(predicate: Token) -> Token | None:
    """The modal auxiliary ("must", "should", "will") of a predicate."""
    return next((aux for aux in auxiliaries(predicate) if aux.tag_ == "MD"), None)


def is_question(token: Token) -> bool:
    """True when the sentence around a token ends in a question mark."""
    for word in reversed(sentence(token)):
        if word.is_space or word.is_quote or word.text in ")]”’'\"":
            continue
        return "?" in word.text
    return False


# ---- noun phrases and names --------------------------------------------------------------------


def conjuncts(token: Token) -> list[Token]:
    """The words coordinated with a word, itself left out, in text order; from the first conjunct only those after."""
    found: list[Token] = []
    for child in _children(token, "conj"):
        found += [child, *conjuncts(child)]
    return found


def coordination(token: Token) -> list[Token]:
    """All members of the coordination that a word is in, itself included, in text order."""
    head = token
    while relation(head) == "conj" and (above := governor(head)) is not None:
        head = above
    return [head, *conjuncts(head)]


def appositions(token: Token) -> list[Token]:
    """The nouns in apposition to a noun ("Jones, the mayor": mayor)."""
    return _children(token, "appos")


def noun_phrase(head: Token, *, full: bool = False) -> Span:
    """The contiguous phrase around a noun: determiners, adjectives, compounds, complements.

    Prepositions before it, coordinated phrases, and what trails behind (relative clauses,
    appositions) are left out; ``full`` keeps relative clauses and appositions. For a predicate
    noun, the rest of its clause is left out.
    """
    left = right = head.i
    stops = _NOT_IN_PHRASE if full else _NOT_IN_PHRASE | _TRAILING
    for child in reversed([c for c in dependents(head) if c.i < head.i and relation(c) != "punct"]):
        if relation(child) in stops:
            break
        left = min(left, subtree(child)[0].i)
    for child in [c for c in dependents(head) if c.i > head.i and relation(c) not in ("punct", "case")]:
        if relation(child) in stops:
            break
        right = max(right, subtree(child)[-1].i)
    return head.doc[left : right + 1]


def subtree(token: Token) -> Span:
    """The stretch of text from the first to the last word below a word, without punctuation or space at its ends."""
    doc, left, right = token.doc, token.left_edge.i, token.right_edge.i
    while left < token.i and (doc[left].is_space or doc[left].is_punct):
        left += 1
    while right > token.i and (doc[right].is_space or doc[right].is_punct):
        right -= 1
    return doc[left : right + 1]


def name_span(token: Token) -> Span:
    """The full proper name around a token: the entity it is in, else the run of proper nouns joined to it."""
    for ent in token.doc.ents:
        if ent.start <= token.i < ent.end:
            return ent
    left = right = token.i
    doc = token.doc
    while left > 0 and doc[left - 1].pos_ == "PROPN" and _one_name(doc[left - 1], doc[left]):
        left -= 1
    while right + 1 < len(doc) and doc[right + 1].pos_ == "PROPN" and _one_name(doc[right], doc[right + 1]):
        right += 1
    return doc[left : right + 1]


def _one_name(left: Token, right: Token) -> bool:
    """True when two neighbouring proper nouns belong to one name."""
    if left.sent.start != right.sent.start:
        return False
    linked = (governor(left), governor(right))
    return (
        linked[0] == right
        or linked[1] == left
        or (linked[0] is not None and linked[0] == linked[1] and relation(left) in _NAME_RELATIONS)
    )


def sentence(token: Token) -> Span:
    """The sentence that a token stands in."""
    return token.sent


def noun_chunks(doc: Doc) -> Iterator[Span]:
    """Base noun phrases in text order, none inside another: a noun, name or pronoun and what stands before it.

    Possessors are inside ("Kyiv's mayor"); prepositional phrases, clauses and conjuncts are not.
    """
    end = 0
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN", "PRON") or relation(token) in _INSIDE_CHUNK:
            continue
        before = [c for c in dependents(token) if c.i < token.i and relation(c) in _CHUNK_LEFT]
        start = max(end, min((subtree(c)[0].i for c in before), default=token.i))
        stop = token.i + 1
        while stop < len(doc) and relation(doc[stop]) in ("flat", "compound") and doc[stop].head.i == token.i:
            stop += 1
        if start < stop:
            yield doc[start:stop]
            end = stop


def chunk_bounds(doc: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """:func:`noun_chunks` as spaCy's ``doc.noun_chunks`` wants it: (start, end, label)."""
    whole = doc if isinstance(doc, Doc) else doc.doc
    label = whole.vocab.strings.add("NP")
    for chunk in noun_chunks(whole):
        yield chunk.start, chunk.end, label
