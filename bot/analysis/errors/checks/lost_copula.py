"""A form of "be" that is lost: "The gymnasium empty when its roof fell", "had able to treat", "the water too high"."""

from collections.abc import Iterator

from bot.analysis.errors.clauses import FINITE, has_finite_verb, is_tag, subject_before
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_participle_only
from bot.language import grammar
from bot.language.tokens import Token

_OPENS_CLAUSE = word_set("because although though while when if since unless until that whereas")
_ABLE = word_set(
    "able unable likely unlikely ready willing unwilling wrong due keen eager reluctant glad proud sorry afraid "
    "certain sure bound happy prepared supposed careful quick slow free"
)
"""Adjectives that "to" follows and that "have" never has for an object."""
_SAYING = word_set("say add warn argue insist claim admit state explain note")
_LEAST = 4


@check("grammar.lost-be", "Lost form of “be”", severity="major", confidence=0.75)
def lost_be(copy: Copy) -> Iterator[Finding]:
    """An adjective or a phrase that is told of a subject, in a clause without any finite verb."""
    sentences = copy.sentence_words
    for before, tokens, behind in zip([[], *sentences], sentences, [*sentences[1:], []], strict=False):
        if len(tokens) < _LEAST or tokens[-1].text != "." or not tokens[0].text[0].isupper():
            continue
        if not copy.is_quoted(tokens[0].idx) and not any(token.text in _MARKS for token in tokens):
            verbless = not has_finite_verb(tokens) and (_is_note(before) or _is_note(behind))
            for subject, predicate in () if verbless else _told_without_verb(tokens):
                yield _finding(copy, subject, predicate)
    for participle in copy.words.tagged("VBN", "VBD"):
        whose = _of_lone_participle(participle)
        if whose is not None and not copy.is_quoted(participle.idx):
            yield _finding(copy, whose, participle)
    for adjective in copy.words.spelt(_ABLE):
        if adjective.i < 2 or adjective.i + 2 >= len(copy.body) or adjective.tag_ not in ("JJ", "VBN"):
            continue
        have, after = adjective.nbor(-1), adjective.nbor()
        if (
            have.lower_ in ("has", "have", "had")
            and after.tag_ == "TO"
            and after.nbor().tag_ == "VB"
            and not _names_food(after)
        ):
            yield _finding(copy, have, adjective)


_MARKS = frozenset({":", "?", "!", "—", "–", "-", ";", "(", "…", "|"})


def _of_lone_participle(verb: Token) -> Token | None:
    """The subject of "The runner, who had led, overtaken on the bend": the root is only a participle.

    Captions and notes have such ("Ann Reed, seen here in 2019.", "A car stolen."), but hardly with another verb.
    """
    if not is_participle_only(verb.lower_) or grammar.auxiliaries(verb):
        return None
    subject = subject_before(verb)
    end = next((token for token in reversed(verb.sent) if not token.is_space), verb)
    if subject is None or grammar.relation(verb) != "root" or end.text != "." or not verb.sent[0].text[0].isupper():
        return None
    others = [token for token in verb.sent if token.tag_ in FINITE and token.i != verb.i]
    within = bool(others) and all(token.head.i != verb.i for token in others)
    plain = subject.tag_ in ("NN", "NNS", "PRP", "NNP") and not any(t.text in _MARKS for t in verb.sent)
    return subject if plain and within and subject.subtree[0].tag_ in ("DT", "PRP$", "PRP", "NNP") else None


def _is_note(sentence: list[Token]) -> bool:
    """True for a sentence without a finite verb, as notes, captions and live reports have them one after another."""
    return bool(sentence) and not has_finite_verb(sentence)


def _finding(copy: Copy, first: Token, last: Token) -> Finding:
    stretch = copy.body[first.i : last.i + 1]
    return Finding(
        copy.of(stretch),
        f"Possibly a lost word: a form of “be” is missing between “{first.text}” and “{last.text}”. Check it.",
    )


def _names_food(to: Token) -> bool:
    """True for "have ready to eat meals"."""
    behind = to.doc[to.i + 2 : to.i + 3]
    return to.nbor(-1).lower_ == "ready" and bool(behind) and behind[0].tag_ in ("NN", "NNS")


def _told_without_verb(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Subjects and what is told of them, where the clause lacks a verb."""
    for word in tokens:
        if word.tag_ not in ("JJ", "NN", "NNS") or any(c.dep_ in ("cop", "aux", "expl") for c in word.children):
            continue
        subject = subject_before(word)
        if subject is None or subject.tag_ in ("WP", "WDT", "CD", "DT") or grammar.auxiliaries(word):
            continue
        before = word.doc[subject.subtree[0].i : word.i]
        if any(token.tag_ in (*FINITE, "VBN") or token.is_punct for token in before):
            continue  # a verb that the parse gives to another word, or an aside
        plural = subject.tag_ in ("NNS", "NNPS", "PRP")
        if plural and word.lower_ in forms().bases - _ABLE:
            continue  # "Applications open on Monday"
        if word.tag_ == "JJ" and word.lower_ in forms().pasts and word.nbor().tag_ not in _AFTER_ADJECTIVE:
            continue  # "most of them concerned late opening"
        if subject.i == tokens[0].i and subject.tag_ in ("NN", "NNS") and grammar.relation(word) == "root":
            continue  # "Rescuers still at the scene"
        if _is_bare(word, tokens) and _is_predicate(word, subject):
            yield subject, word


_AFTER_ADJECTIVE = ("IN", "TO", "CC", ".", ",")


def _is_bare(word: Token, tokens: list[Token]) -> bool:
    """True for the predicate of a whole sentence, of a clause behind a conjunction or of what is said to be."""
    relation = grammar.relation(word)
    marks = {c.lower_ for c in word.children if c.dep_ in ("mark", "advmod")}
    if relation == "root":
        if any(c.dep_ in ("parataxis", "conj") and c.i > word.i and not is_tag(c) for c in word.children):
            return False  # "The door open, she called the police"
        side = ("advcl", "acl", "acl:relcl", "ccomp", "parataxis")
        return not any(
            token.tag_ in FINITE
            and not any(grammar.relation(above) in side for above in (token, *token.ancestors) if above.i != word.i)
            for token in tokens
        )
    if relation == "advcl":
        return not marks.isdisjoint(_OPENS_CLAUSE) and word.subtree[0].lower_ in _OPENS_CLAUSE - {"with", "if"}
    return relation == "ccomp" and word.head.lemma_.lower() in _SAYING and not marks & {"how", "what"}


def _is_predicate(word: Token, subject: Token) -> bool:
    """True for an adjective, or a noun with a preposition: "the plane already in the air"."""
    last = max(token.i for token in subject.subtree)
    between = word.doc[last + 1 : word.i]
    if any(token.is_punct for token in between) or word.text[0].isupper():
        return False
    if word.tag_ == "JJ":
        return all(token.pos_ in ("ADV", "PART", "DET") for token in between)
    return any(c.dep_ == "case" and c.i > last for c in word.children)
