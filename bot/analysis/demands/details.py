"""The action, deadline and condition of a demand, as words of the article."""

import re

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.matching import Match
from bot.analysis.demands.responses import answer_in_aside
from bot.language import grammar
from bot.language.reading import Reading
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Action, Span

MAX_ACTION_WORDS = 40

_OPENERS = frozenset({"to", "that", "for", ",", "and", "from", "against", "into", "on", ":", "–", "—"})
_MODALS = frozenset({"must", "should", "need", "needs", "needed", "ought", "has", "have", "had", "would", "will"})
_CONDITIONS = re.compile(
    r"\b(?:unless|or (?:else|face|risk|be|lose|it would|they would|it will|they will)|otherwise|as long as|so long as"
    r"|provided(?: that)?"
    r"|on condition that|in exchange for|in return for|(?<!even )(?<!as )if|(?<!at )once)\b",
    re.IGNORECASE,
)


def action_of(reading: Reading, match: Match, scope: int) -> Action | None:
    """The action asked for: its words up to ``scope``, without the party that is to act, and its polarity."""
    if match.action is None:
        return None
    words = _extent(match, scope)
    span = reading.span(words)
    return Action(**span.model_dump(), polarity=_polarity(match))


def _extent(match: Match, scope: int) -> DocSpan:
    head = match.action
    assert head is not None
    doc = head.doc
    if match.is_thing:
        left = grammar.noun_phrase(head, full=True).start
        right = head.i if head == match.trigger else min(_last_thing(head), _before_hearer(match))
    else:
        left, right = _clause_bounds(match, head)
    told_whole = match.clause_subject not in (None, match.hearer) and left < match.trigger.i < head.i
    # "talks must go on": with nobody to act, the action is the clause with its subject and modal.
    left = max(left, match.trigger.i + 1) if match.trigger.i < head.i and not told_whole else left
    while left < head.i and (doc[left].lower_ in _OPENERS or doc[left].is_space or _is_helper(doc[left], head)):
        left += 1
    right = min(right, left + MAX_ACTION_WORDS - 1, match.trigger.sent.end - 1)
    while right > head.i and doc[right].idx >= scope:
        right -= 1
    while right > head.i and (doc[right].is_punct or doc[right].is_space) and doc[right].text not in ")":
        right -= 1
    right = max(right, head.i)
    opened = [word.i for word in doc[left : right + 1] if word.is_quote]
    if len(opened) == 1 and opened[0] < head.i and opened[0] - left <= 1:
        left = opened[0] + 1
    return doc[left : right + 1]


def _last_thing(head: Token) -> int:
    """The last word of what is asked for, "an apology and a refund" as a whole."""
    last = grammar.noun_phrase(head, full=True).end - 1
    for other in grammar.related(head, "conj"):
        if other.pos_ in ("NOUN", "PROPN") and other.i > last and grammar.own_subject(other) is None:
            last = max(last, grammar.noun_phrase(other, full=True).end - 1)
    return last


def _before_hearer(match: Match) -> int:
    """The last word before "from Oslo" in "demanded an apology from Oslo"; the end of the text otherwise."""
    hearer, head = match.hearer, match.action
    if hearer is None or head is None or match.frame.pattern.hearer not in ("from", "by") or hearer.i < head.i:
        return len(match.trigger.doc)
    return max(head.i, min(word.i for word in hearer.subtree if word.i > head.i) - 1)


def _is_helper(word: Token, head: Token) -> bool:
    return word.lower_ in _MODALS and grammar.governor(word) == head and grammar.relation(word) == "aux"


def _clause_bounds(match: Match, head: Token) -> tuple[int, int]:
    """First and last word of the clause, after its acting subject, before what the reporter adds."""
    inside = [head.i]
    for child in grammar.dependents(head):
        if _is_aside(child, head) or (child == match.hearer and child.i < head.i):
            continue
        inside += [t.i for t in child.subtree]
    if match.clause_subject is not None and match.clause_subject != match.hearer:
        inside += [t.i for t in match.clause_subject.subtree if t.i < head.i]
    left, right = min(inside), min([max(inside), *(start - 1 for start in _asides_below(head))])
    if match.hearer is not None and match.hearer == match.clause_subject:
        left = max(left, max(t.i for t in match.hearer.subtree if t.i < head.i or t.i == match.hearer.i) + 1)
        left = min(left, head.i)
    return left, right


def _is_aside(child: Token, head: Token) -> bool:
    """True for what follows the action but is no part of it: ", saying it …", "officials said", "and prices rose"."""
    how = grammar.relation(child)
    if how == "parataxis":
        return True
    if child.i < head.i:
        return False
    if how == "conj":
        return grammar.own_subject(child) is not None or _is_done_beside(child, head)
    if how != "advcl":
        return False
    opener = next((t.lower_ for t in grammar.related(child, "mark")), "")
    return (child.tag_ == "VBG" and _after_comma(child)) or opener in ("so", "because")


def _is_done_beside(child: Token, head: Token) -> bool:
    """True for what was done beside asking: "demanded that the port reopen, and warned of a strike"."""
    return grammar.relation(child) == "conj" and child.tag_ == "VBD" and head.tag_ in ("VB", "VBP")


def _asides_below(head: Token) -> list[int]:
    """Where a reporter's tag starts that the parse hangs deep inside the action."""
    below = [t for t in head.subtree if t.i > head.i]
    tags = [t for t in below if grammar.relation(t) == "parataxis" or answer_in_aside(t) is not None]
    return [first for tag in tags if (first := min(t.i for t in tag.subtree)) > head.i]


def _after_comma(clause: Token) -> bool:
    first = min(t.i for t in clause.subtree)
    return first > 0 and "," in (clause.doc[first].text, clause.doc[first - 1].text)


def _polarity(match: Match) -> str:
    head = match.action
    words = lexicon().words
    assert head is not None
    if grammar.is_negated(head) or match.frame.pattern.preposition == "against" or head.lemma_ in words.refrain:
        return "not"
    return "stop" if head.lemma_.lower() in words.stop else "do"


def condition_of(reading: Reading, match: Match, scope: int) -> Span | None:
    """The clause, begun before ``scope``, that says on what condition or what else follows: "unless …", "or face …"."""
    sentence, action = match.trigger.sent, match.action
    beside = [word.left_edge.idx for word in action.children if _is_done_beside(word, action)] if action else []
    scope = min([scope, *beside])
    for found in _CONDITIONS.finditer(sentence.text):
        start = sentence.start_char + found.start()
        if not match.trigger.idx <= start < scope:
            continue
        end = _clause_end(sentence.text, found.end()) + sentence.start_char
        return _char_span(reading, match.trigger, start, end)
    return None


def _clause_end(text: str, start: int) -> int:
    stop = re.search(r"[,;:.!?”\"](?=\s|$)|\s[–—-]\s", text[start:])
    return start + (stop.start() if stop else len(text[start:].rstrip()))


def _char_span(reading: Reading, near: Token, start: int, end: int) -> Span:
    return reading.article.span(start, end, reading.field_of(near))
