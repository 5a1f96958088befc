"""Clauses that have lost their "not", as what goes on from them shows."""

import re
from collections.abc import Iterator

from bot.analysis.errors.axes import is_denied, is_open, is_perfect
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.polarity import unlicensed
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.vows import pleas, vows
from bot.language import grammar
from bot.language.tokens import Span, Token

_FEWEST_BEFORE = 4
_NEGATIVE = word_set("not n't n’t no never nor neither nobody nothing none hardly without refuse refused deny denied")
_NOR_WILL = re.compile(
    r"\band (?:(?:he|she|it|they|I|we) )?(?:will|would|do|does|did|could|can)(?:n[’']t| not| never) do (?:so|that|it)"
    r"(?=[.;”\"\n]|,(?! (?:again|at least|even|now|unless|until|by|without)\b)|$| until\b)"
)
"""A denial of the whole: what follows it says how or when they will not, and so may be all that is denied."""

_DONE_ALREADY = word_set("twice once before already thrice often times")
"""What has been done so often may well not be done again."""

_HINDERED = re.compile(
    r"\b(?:could|can|(?:was|were|is|are) able to) (?:reach|land|attend|travel|play|fly|enter|leave|open|return|work"
    r"|sail|get|cross|deliver|continue|compete|race|start|vote|see|find|use|eat|drink|sleep|pay|afford|breathe|walk"
    r"|move"
    r"|visit|speak|dock|operate|train|go|come"
    r"|be (?:reached|opened|played|held|used|repaired|delivered|completed|started|seen|identified))\b"
    r"[^.;:“”\"\n]{0,80}? (?:because of|owing to|due to|on account of) (?:(?:the|a|an|its|his|her|their|heavy|thick"
    r"|bad"
    r"|strong|high|severe|fresh|continued|continuing) )*(?:fighting|war|clashes|shelling|strikes?|storms?|snow|fog|ice"
    r"|floods?|flooding|rain|winds?|gales?|mud|landslides?|damage|shortages?|lack|blockade|mines|curfew|illness|injury"
    r"|injuries|sickness|smoke|ash|debts?|weather|roadblocks?|protests?|power cuts?|closure|cost|currents?"
    r"|waves)\b"
)
"""What one could do because of what mostly hinders it."""

_HELPED = re.compile(r"\b(?:early|earlier|indoors|cheaply|cheaper|longer|better|faster|freely)\b")
"""How one may do something thanks to what hinders others."""

_REMOVED = re.compile(r"[^.;\n]*\b(?:being|lifted|eased|end(?:ed|ing)|over|averted|avoided|called off)\b")
"""What a hindrance no longer is."""

_NARROWED = word_set("only just still again")
_CONCEDED = word_set("admit acknowledge concede")
_LIE = re.compile(r"[“\"](?:That|This|It)(?: is|[’']s) (?:a lie|untrue|not true|false)[.,!]")
_DENIAL = re.compile(
    r"[“\"](?:Not (?:a|one|a single)|No(?:body|thing|ne)?|Never|(?:I|We|They|He|She|It) (?:never|did(?:n[’']t| not)"
    r"|have(?:n[’']t| not| never)|has(?:n[’']t| not| never)))\b(?P<rest>[^.,;:!?”\"\n]+)[.,!]"
)
_LEAST = word_set("penny cent pound dollar euro one word single thing ever")
"""Words that make a denial stronger and tell nothing else."""

_HEARD = word_set("rumour rumor claim report allegation story accusation suggestion letter post video picture")
"""What may be called a lie by those who admit that it is told."""


@check("fact.lost-not", "Lost “not”", severity="critical", confidence=0.6)
def lost_not(copy: Copy) -> Iterator[Finding]:
    """ "had paid and would not do so"; "admitted it. “Not a penny was paid”"; "could land because of fog"."""
    yield from _not_done_so(copy)
    yield from _denied_in_words(copy)
    yield from _let_by_a_hindrance(copy)
    yield from _asking_for_a_negation(copy)
    yield from _against_what_is_joined(copy)


def _asking_for_a_negation(copy: Copy) -> Iterator[Finding]:
    """ "has seen any evidence", "can be sure of that yet": words that only denials, questions and doubts have."""
    for sentence in copy.sentences:
        for start, end in unlicensed(sentence):
            place = copy.trimmed(sentence.start_char + start, sentence.start_char + end)
            yield Finding(
                place,
                f"Possible lost “not”: “{place.text}” asks for a negation, and there is none. Check what is meant.",
            )


def _against_what_is_joined(copy: Copy) -> Iterator[Finding]:
    """ "Pleaded guilty … if convicted": what stands beside takes it for denied."""
    for here, there in (*pleas(copy), *vows(copy)):
        yield Finding(
            here,
            f"Possible lost “not”: “{there.text}” does not go with “{here.text}”, unless one of them is denied. "
            "Check what is meant.",
            evidence=(there,),
        )


def _not_done_so(copy: Copy) -> Iterator[Finding]:
    """ "had paid a ransom and would not do so": a first half that the second goes on to deny has lost its "not"."""
    for match in find_all(_NOR_WILL, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        before = copy.body[span.sent.start : span.start] if span is not None else None
        if before is None or any(t.lower_ in _NEGATIVE for t in before) or len(before) < _FEWEST_BEFORE:
            continue
        done = [t for t in before if t.pos_ == "VERB" and t.tag_ == "VBN" and is_perfect(t)]
        if copy.text[match.end() :].startswith(" until") and not (" will " in match.group() and _is_now(done)):
            continue  # "had shut it and would not do so until May"
        often = any(t.lower_ in _DONE_ALREADY for t in before)
        if done and not often and not any(grammar.relation(child) == "xcomp" for child in done[-1].children):
            yield Finding(
                copy.of(copy.body[max(before.start, done[-1].i - 1) : done[-1].i + 1]),
                f"Possible lost “not”: “{done[-1].text}” here, but “{match.group().strip()}” goes on from a denial. "
                "Check which is right.",
                evidence=(copy.trimmed(*match.span()),),
            )


def _is_now(done: list[Token]) -> bool:
    return any(aux.lower_ in ("have", "has", "’ve", "'ve") for verb in done[-1:] for aux in grammar.auxiliaries(verb))


def _denied_in_words(copy: Copy) -> Iterator[Finding]:
    """ "admitted that … “Not a penny was spent,” she said": who admits something and denies it in the next breath."""
    for verb in copy.words.of_lemma(_CONCEDED):
        if verb.pos_ != "VERB" or copy.is_quoted(verb.idx) or is_denied(verb) or is_open(verb):
            continue
        sent = verb.sent
        clause = grammar.complement_clause(verb)
        if clause is None or any(t.lower_ in _NEGATIVE for t in sent) or copy.text[sent.start_char] in '“"':
            continue
        if sent.end < len(copy.body) and _is_denial(copy.body[sent.end].sent, clause):
            yield Finding(
                copy.of(verb),
                f"Possible contradiction: “{verb.text}” here, and the words quoted next deny it. Check which is right.",
            )


def _is_denial(quoted: Span, clause: Token) -> bool:
    """True for "Not a penny was paid" after "had paid": a clause that has the verb denied, and nothing besides.

    A word of its own makes another thing of a denial: "I never meant to keep it" goes well with "had taken it".
    """
    told = {token.lemma_.lower() for token in clause.subtree}
    if _LIE.match(quoted.text):
        return not told & _HEARD
    match = _DENIAL.match(quoted.text)
    start, end = (quoted.start_char + at for at in match.span("rest")) if match is not None else (0, 0)
    words = quoted.doc.char_span(start, end, alignment_mode="contract")
    if words is None or clause.lemma_.lower() not in {t.lemma_.lower() for t in words if t.pos_ == "VERB"}:
        return False
    own = (t for t in words if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "ADP", "SCONJ", "NUM"))
    return all(t.lemma_.lower() in told | _LEAST for t in own)


def _let_by_a_hindrance(copy: Copy) -> Iterator[Finding]:
    """ "could land because of fog"; "could only land" says enough."""
    for match in find_all(_HINDERED, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        if span is None:
            continue
        around = (*span, *copy.body[max(0, span.start - 2) : span.start])
        if _goes_on(span) or _HELPED.search(match.group()) or _REMOVED.match(copy.text, match.end()):
            continue
        if not any(token.lower_ in _NEGATIVE | _NARROWED for token in around):
            yield Finding(
                copy.of(span[:1]),
                f"Possible lost “not”: “{match.group()}” tells of a hindrance. Check whether they could.",
                evidence=(copy.trimmed(*match.span()),),
            )


def _goes_on(hindrance: Span) -> bool:
    """True for "the ice breaker’s work" and "a lack of wind", which are not what hinders."""
    after = hindrance.doc[hindrance.end : hindrance.end + 2]
    if len(after) == 0:
        return False
    last, follows = hindrance[-1].lower_, after[0]
    wanting = last in ("lack", "shortage", "shortages") and follows.lower_ == "of" and after[-1].lower_ in _BAD
    return wanting or follows.tag_.startswith(("NN", "POS")) or follows.text in ("-", "–", "’s", "'s", "’")


_BAD = word_set("wind winds snow ice rain traffic opposition rivals demand fighting bookings visitors")
"""What it helps to have little of."""
