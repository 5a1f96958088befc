"""A sentence with two subjects, as when its first preposition was lost."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_VERBS = ("VBD", "VBZ", "VBP", "MD")
_OPENERS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "CD", "PDT"})
_SPEECH = frozenset(
    {"say", "tell", "add", "report", "note", "write", "announce", "explain", "believe", "think", "argue"}
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@check("grammar.broken-opening", "Sentence with two subjects", severity="major", confidence=0.75)
def broken_opening(copy: Copy) -> Iterator[Finding]:
    """A noun phrase with a relative clause and no verb of its own, followed by a whole sentence."""
    for sentence in copy.body.sents:
        end = _end_of_also_phrase(sentence) or _end_of_lost_phrase(sentence)
        if end is not None and not copy.is_quoted(sentence.start_char):
            yield _finding(copy, sentence.start_char, end)


def _finding(copy: Copy, start: int, end: int) -> Finding:
    return Finding(
        copy.trimmed(start, end),
        "Possibly a lost word at the start: this phrase has no verb, and a whole sentence follows it. "
        "Check the opening; a word such as “at”, “after” or “besides” may be missing.",
    )


def _end_of_also_phrase(sentence: DocSpan) -> int | None:
    """Where "Also the fire in Leeds, …" ends: a noun phrase without a finite verb before a comma."""
    words = [token for token in sentence if not token.is_space]
    if (
        len(words) < 8
        or words[0].text != "Also"
        or words[1].lower_ not in ("the", "a", "an", "this", "his", "her", "their", "its")
    ):
        return None
    comma = next((i for i, t in enumerate(words[:18]) if t.text == ","), None)
    if comma is None or comma < 3 or any(t.tag_ in _VERBS and t.tag_ != "VBD" for t in words[:comma]):
        return None
    if any(t.tag_ == "VBD" and grammar.relation(t) not in ("acl", "amod", "acl:relcl") for t in words[:comma]):
        return None
    return (
        words[comma].idx
        if _has_verb(words[comma + 1 :]) and words[comma + 1].lower_ not in ("and", "which", "who")
        else None
    )


def _end_of_lost_phrase(sentence: DocSpan) -> int | None:
    """Where the opening phrase "The strike, which lasted a day, …" ends when its verb never comes."""
    words = [token for token in sentence if not token.is_space]
    if len(words) < 8 or not words[0].text[0].isupper() or words[0].tag_ not in _OPENERS:
        return None
    weekday = words[0].text in _WEEKDAYS
    relative = next((i for i, t in enumerate(words[:14]) if t.lower_ in ("which", "who", "whose") and i > 1), None)
    if relative is None or (not weekday and _has_verb(words[:relative])) or words[1].text == ",":
        return None
    if sum(t.text == "," for t in words[:relative]) > 1:
        return None
    comma = next((i for i, t in enumerate(words) if i > relative + 2 and t.text == ","), None)
    if comma is None or comma + 3 >= len(words):
        return None
    rest = words[comma + 1 :]
    if words[relative - 1].text != "," and rest[0].ent_type_ == "PERSON":
        named = next((i for i, t in enumerate(rest) if t.ent_type_ != "PERSON"), 0)
        if rest[named].text == "," and rest[named + 1 : named + 2] and rest[named + 1].tag_ in _VERBS:
            return None  # "A neighbour who kept the key, Ann Berg, said"
    return words[comma].idx if _is_clause(rest) else None


def _is_clause(rest: list[Token]) -> bool:
    """True for a subject and its verb. "officials said," is a tag, "Paris and Rome" more subjects of one verb."""
    verb = next((i for i, t in enumerate(rest) if t.tag_ in _VERBS), None)
    if (
        verb is None
        or verb == 0
        or verb > 14
        or rest[0].tag_ not in (_OPENERS | {"PRP"})
        or rest[0].lower_ in ("and", "or")
    ):
        return False
    subject = rest[:verb]
    if subject[0].lower_ == "the" and len(subject) > 1 and subject[1].lower_ in ("one", "ones"):
        return False
    named = rest[0].ent_type_ == "PERSON" and any(t.text == "," for t in subject[1:4])
    if any(t.text in (",", "—", "–", "(") for t in subject) and not named:
        return False
    if rest[verb].lemma_.lower() in _SPEECH and verb + 1 < len(rest) and rest[verb + 1].text in (",", "."):
        return False
    return named or any(t.dep_.startswith("nsubj") for t in subject)


def _has_verb(words: list[Token]) -> bool:
    return any(t.tag_ in _VERBS for t in words)
