"""What an article says once and denies once."""

import re
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.axes import is_denied, is_open
from bot.analysis.errors.claims import is_earlier, shares_both, stated_claim, verdict
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar


@check("fact.contradiction", "Said and denied", severity="critical", confidence=0.6)
def contradiction(copy: Copy) -> Iterator[Finding]:
    """Two clauses outside quotations with one verb, two shared arguments, and one negation between them."""
    uses: dict[str, list[tuple[Token, bool]]] = defaultdict(list)
    for token in copy.words.of_class("VERB"):
        if not copy.is_quoted(token.idx):
            uses[token.lemma_.lower()].append((token, _denied(token)))
    yield from _taken_back(copy)
    yield from _not_done_so(copy)
    yield from _denied_in_words(copy)
    for match in _HINDERED.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        if span is not None and not any(
            t.lower_ in _NEGATIVE | _NARROWED for t in (*span, *copy.body[max(0, span.start - 2) : span.start])
        ):
            yield Finding(
                copy.of(span[:1]),
                f"Possible lost “not”: “{match.group()}” tells of a hindrance. Check whether they could.",
                evidence=(copy.trimmed(*match.span()),),
            )
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
_FEWEST_BEFORE = 4
_NEGATIVE = word_set("not n't n’t no never nor neither nobody nothing none hardly without refuse refused deny denied")


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


_NOR_WILL = re.compile(
    r"\band (?:(?:he|she|it|they|I|we) )?(?:will|would|do|does|did|could|can)(?:n[’']t| not| never) do (?:so|that|it) ?(?!again|twice|any ?more|any longer|either|lightly|next|this time|for)"
)
_HINDERED = re.compile(
    r"\b(?:could|can|(?:was|were|is|are) able to) (?:reach|land|attend|travel|play|fly|enter|leave|open|return|work|sail|get"
    r"|cross|deliver|continue|compete|race|start|vote|see|find|use|eat|drink|sleep|pay|afford|breathe|walk|move|visit|speak"
    r"|dock|operate|train|go|come|be (?:reached|opened|played|held|used|repaired|delivered|completed|started|seen|identified))\b"
    r"[^.;:“”\"\n]{0,80}? (?:because of|owing to|due to|on account of) (?:(?:the|a|an|its|his|her|their|heavy|thick|bad|strong|high"
    r"|severe|fresh|continued|continuing) )*(?:fighting|war|clashes|shelling|strikes?|storms?|snow|fog|ice|floods?|flooding|rain"
    r"|winds?|gales?|mud|landslides?|damage|shortages?|lack|blockade|mines|curfew|ban|illness|injury|injuries|sickness|smoke"
    r"|ash|drought|debts?|weather|roadblocks?|protests?|power cuts?|closure|cost|currents?|waves|heat)\b"
)
"""What one could do because of what mostly hinders it."""

_NARROWED = word_set("only just still again")
_CONCEDED = word_set("admit confirm acknowledge concede")
_DENYING = re.compile(
    r"[^\S\n]{0,2}[“\"](?:Not (?:a|one|a single)\b|No(?:body|thing|ne)?\b(?! (?:doubt|wonder|comment))|Never\b|(?:I|We|They|He|She|It)"
    r" (?:never|did(?:n[’']t| not)|have(?:n[’']t| not| never)|has(?:n[’']t| not| never)) |(?:That|This|It) is (?:a lie"
    r"|untrue|not true|nonsense|rubbish|false)|(?:It|That)[’']s (?:a lie|untrue|not true|nonsense|rubbish|false))"
)


def _not_done_so(copy: Copy) -> Iterator[Finding]:
    """ "had paid a ransom and would not do so": a first half that the second goes on to deny has lost its "not"."""
    for match in _NOR_WILL.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        before = copy.body[span.sent.start : span.start] if span is not None else None
        if before is None or any(t.lower_ in _NEGATIVE for t in before) or len(before) < _FEWEST_BEFORE:
            continue
        done = [t for t in before if t.pos_ == "VERB" and t.tag_ == "VBN" and _is_perfect(t)]
        if done:
            yield Finding(
                copy.of(copy.body[max(before.start, done[-1].i - 1) : done[-1].i + 1]),
                f"Possible lost “not”: “{done[-1].text}” here, but “{match.group().strip()}” goes on from a denial. "
                "Check which is right.",
                evidence=(copy.trimmed(*match.span()),),
            )


def _is_perfect(verb: Token) -> bool:
    return any(aux.lower_ in ("have", "has", "had", "’ve", "'ve") for aux in grammar.auxiliaries(verb))


def _denied_in_words(copy: Copy) -> Iterator[Finding]:
    """ "admitted that … “Not a penny was spent,” she said": who admits something and denies it in the next breath."""
    for verb in copy.words.of_lemma(_CONCEDED):
        if verb.pos_ != "VERB" or copy.is_quoted(verb.idx) or is_denied(verb) or is_open(verb):
            continue
        sent = verb.sent
        clause = grammar.complement_clause(verb)
        if clause is None or any(t.lower_ in _NEGATIVE for t in sent) or copy.text[sent.start_char] in '“"':
            continue
        if _DENYING.match(copy.text, len(sent.text.rstrip()) + sent.start_char):
            yield Finding(
                copy.of(verb),
                f"Possible contradiction: “{verb.text}” here, and the words quoted next deny it. Check which is right.",
            )
