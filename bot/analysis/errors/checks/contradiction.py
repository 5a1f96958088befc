"""What an article says once and denies once."""

from collections import defaultdict
from collections.abc import Iterator

from bot.analysis.errors.axes import is_denied, is_open
from bot.analysis.errors.claims import is_earlier, shares_both, stated_claim, verdict
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lots import lots
from bot.analysis.errors.outcomes import outcomes
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token


@check("fact.contradiction", "Said and denied", severity="critical", confidence=0.6)
def contradiction(copy: Copy) -> Iterator[Finding]:
    """Two clauses outside quotations with one verb, two shared arguments, and one negation between them."""
    uses: dict[str, list[tuple[Token, bool]]] = defaultdict(list)
    for token in copy.words.of_class("VERB"):
        if not copy.is_quoted(token.idx):
            uses[token.lemma_.lower()].append((token, _denied(token)))
    yield from _taken_back(copy)
    yield from _of_lives(copy)
    for found in uses.values():
        if len({denied for _, denied in found}) < 2:
            continue
        stated = [(verb, denied, _clause_words(verb)) for verb, denied in found if not _is_hypothetical(verb)]
        same = [clause for clause in stated if len(clause[2]) >= 2]
        for i, (one, no, words) in enumerate(same):
            for other, other_no, other_words in same[i + 1 :]:
                if no == other_no:
                    continue
                shared = words & other_words
                if len(shared) >= 3 and any(w[0].isupper() for w in shared):
                    yield Finding(
                        copy.of(other.doc[max(other.sent.start, other.i - 3) : other.i + 3]),
                        f"Possible contradiction: “{one.text}” is said of {', '.join(sorted(shared))} once and "
                        f"denied once. Check which is right.",
                        evidence=(copy.of(one),),
                    )


def _of_lives(copy: Copy) -> Iterator[Finding]:
    """ "The fourth of three children"; an only child whose brother drowned; votes."""
    for here, there in (*lots(copy), *outcomes(copy)):
        yield Finding(
            here,
            f"Possible contradiction: “{here.text}” does not go with “{there.text}”. Check which is right.",
            evidence=(there,),
        )


def _denied(verb: Token) -> bool:
    if grammar.is_negated(verb):
        return True
    above = verb.head
    return (
        above.i != verb.i
        and verb.dep_.startswith("acl")
        and any(c.lower_ in ("not", "n’t", "n't") for h in (above, above.head) for c in h.children)
    )


def _is_hypothetical(verb: Token) -> bool:
    return any(
        t.lower_ in ("if", "whether", "would", "could", "should", "may", "might", "unless", "until", "can", "to")
        for t in (*verb.children, *verb.head.children)
        if t.dep_ in ("mark", "aux")
    )


def _clause_words(verb: Token) -> frozenset[str]:
    """Nouns of the clause: arguments, modifiers, what a relative clause modifies. Names keep their capital."""
    roots = [c for c in verb.children if c.dep_.split(":")[0] in ("nsubj", "obj", "obl", "nmod")]
    if verb.dep_.startswith("acl"):
        roots += [verb.head, *(c for c in verb.head.children if c.pos_ in ("NOUN", "PROPN"))]
        roots += [c for c in verb.head.head.children if c.dep_.startswith("nsubj")]
    return frozenset(
        t.text if t.pos_ == "PROPN" else t.lemma_.lower()
        for root in roots
        for t in (root, *root.children)
        if t.pos_ in ("NOUN", "PROPN") and t.tag_ != "POS"
    )


_LEAD_SENTENCES = 3


def _taken_back(copy: Copy) -> Iterator[Finding]:
    """What a sentence of the lead says of its subject and object, excluded by a later sentence on both."""
    verbs = [
        t
        for t in copy.words.of_class("VERB")
        if (t.tag_ != "VB" or grammar.auxiliaries(t)) and t.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        if not copy.is_quoted(t.idx) and not is_open(t)
    ]
    opening = {sent.start for _, sent in zip(range(_LEAD_SENTENCES), copy.sentences, strict=False)}
    for verb in verbs:
        if verb.sent.start not in opening:
            break
        claim = stated_claim(verb)
        if claim is None or is_earlier(verb):
            continue
        for other in verbs:
            if other.sent.start > verb.sent.start and verdict(claim, other) < 0 and shares_both(claim, other):
                yield Finding(
                    copy.of(other),
                    f"Possible contradiction: the lead says “{verb.text}”, this"
                    f" “{'not ' if is_denied(other) else ''}{other.text}”. "
                    "Check which is right.",
                    evidence=(copy.of(verb),),
                )
                break
