"""Commas, semicolons and colons that part what belongs together, or leave an aside open at one end."""

from collections.abc import Iterator

from bot.analysis.errors.clauses import FINITE, SPEECH, opens_credit
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import is_past_only
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")
_NEVER_STRANDED = word_set("of with from without into during among between at")
_SURE = word_set("is are was were has have had will would can could does did")
_CAPITALS = word_set("But And The This That It He She They We There His Her Their Its When While If Because So Or")
_NEAR = 9


@check("punctuation.stray-comma", "Comma that parts what belongs together", severity="minor", confidence=0.7)
def stray_comma(copy: Copy) -> Iterator[Finding]:
    """A mark between subject and verb, behind "who" or "of", before "that"; an aside that only one comma sets off."""
    for sentence in copy.sentences:
        if len(sentence) < _LEAST or grammar.is_question(sentence[0]):
            continue
        for mark in sentence:
            if mark.text not in (",", ";", ":") or not sentence.start + 1 < mark.i < sentence.end - 3:
                continue
            if copy.is_quoted(mark.idx) or mark.nbor(-1).is_punct:
                continue
            why = _fault(mark, sentence)
            if why is not None:
                yield _finding(copy, mark.nbor(-1), mark.nbor(), why)
        unclosed = _unclosed(sentence)
        if unclosed is not None and not copy.is_quoted(unclosed.idx):
            yield _finding(copy, unclosed.nbor(-1), unclosed, f"no comma closes what is told before “{unclosed.text}”")


_LEAST = 7


def _finding(copy: Copy, first: Token, last: Token, why: str) -> Finding:
    return Finding(copy.of(first.doc[first.i : last.i + 1]), f"Possible slip of punctuation: {why}. Check the marks.")


def _fault(mark: Token, sentence: DocSpan) -> str | None:
    """What is wrong with one mark."""
    before, after = mark.nbor(-1), mark.nbor()
    if (verb := _verb_behind(mark, sentence)) is not None:
        return f"“{mark.text}” stands between the verb “{verb.text}” and its subject"
    if mark.text == ";":
        return "what stands before the semicolon is no whole clause" if _is_side_clause(sentence, mark) else None
    if mark.text == ":":
        opens = after.lower_ in ("when", "because", "although", "that", "which", "who") and before.tag_ == "VBN"
        told = after.lower_ == "that" and before.dep_ == "acl:relcl"  # "the demand for which they met: that it stop"
        opens = opens and not told
        return f"a colon stands before “{after.text}”" if opens else None
    if after.text in _CAPITALS and after.tag_ in _SMALL and not after.nbor().text[0].isupper():
        return f"a capital letter follows the comma before “{after.text}”"
    closes = any(token.text == "," for token in sentence.doc[mark.i + 2 : min(mark.i + _NEAR, sentence.end)])
    parts = _parts_from_verb(before, after) or (not closes and _opens_no_aside(before, after))
    return f"a comma parts “{before.text}” from “{after.text}”" if parts else None


_SMALL = ("CC", "DT", "PRP", "PRP$", "IN", "EX", "WRB", "RB")


def _parts_from_verb(before: Token, after: Token) -> bool:
    """True for "who, had" and "says, that"."""
    if before.tag_ in ("WP", "WDT") and before.lower_ in ("who", "which"):
        return after.tag_ in FINITE
    said = before.lemma_.lower() in SPEECH and before.tag_ in FINITE and after.lower_ == "that" and after.tag_ == "IN"
    return said and not _is_aside(before)


def _opens_no_aside(before: Token, after: Token) -> bool:
    """True for "of, the", ", was, the" and ", and, both", where no second comma follows."""
    earlier = before.nbor(-1)
    if before.dep_ != "case" and before.head.dep_ == "acl:relcl":
        return False  # "the play it opened with, a farce"
    if before.lower_ in _NEVER_STRANDED and before.tag_ == "IN" and before.text.islower():
        return after.tag_ in ("DT", "PRP$", "NNP") and earlier.tag_ not in ("VB", "VBG", "RB", "RP", "VBP")
    if before.pos_ == "AUX" and before.lower_ in ("is", "are", "was", "were"):
        return after.tag_ == "DT" and earlier.text == ","
    return before.text in ("and", "but") and earlier.text == ","


def _verb_behind(mark: Token, sentence: DocSpan) -> Token | None:
    """The verb right behind a mark whose subject ends right before it, with no other mark in between."""
    front = mark.nbor()
    if front.tag_ not in FINITE or front.pos_ not in ("VERB", "AUX") or mark.nbor(-1).pos_ in ("VERB", "AUX"):
        return None
    predicate = front.head if front.dep_ in ("aux", "aux:pass", "cop") else front
    subject = next((c for c in predicate.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.i >= mark.i or predicate.dep_ == "parataxis" or _is_in_parts(subject, mark):
        return None
    if _is_doubtful(subject, predicate, mark):
        return None
    doubtful = front.lower_ not in _SURE and front.tag_ == "VBD" and not is_past_only(front.lower_)
    later = any(t.text == "," for t in sentence.doc[mark.i + 1 : sentence.end])
    if doubtful and (later or predicate.dep_ != "ROOT"):
        return None  # "the mayor, pictured on the left, …"
    is_tag = front.lemma_.lower() in SPEECH and not any(c.dep_ == "ccomp" and c.i > front.i for c in front.children)
    return None if is_tag or opens_credit(front) else front


def _is_doubtful(subject: Token, predicate: Token, mark: Token) -> bool:
    """True where another verb has the better claim to the subject, or the verb to another subject.

    "Demand from makers, which once made up half of the book, has yet …" has a verb in between that is not the
    subject's own; in "She walks out on to a shelf the size of a tray, looks up and waves" the verb is one of a row.
    """
    own = {token.i for token in subject.subtree}
    if any(t.tag_ in FINITE and t.pos_ in ("VERB", "AUX") and t.i not in own for t in mark.doc[subject.i : mark.i]):
        return True
    first = predicate.head
    later = [c for c in predicate.children if c.dep_ == "conj" and c.tag_ == predicate.tag_]
    return predicate.dep_ == "conj" and first.i < subject.i and first.tag_ == predicate.tag_ and bool(later)


def _is_in_parts(subject: Token, mark: Token) -> bool:
    """True for a list, an apposition, an aside, and a speaker behind a verb of saying ("was, said Lund, dry")."""
    start = subject.subtree[0].i
    inside = subject.doc[start : mark.i]
    if len(inside) < _SHORTEST or any(t.text in _PARTING or t.tag_ == "CC" for t in inside):
        return True
    if start > subject.sent.start and subject.doc[start - 1].pos_ == "VERB":
        return True
    if start > subject.sent.start + 1 and subject.doc[start - 1].text == "," and subject.doc[start - 2].pos_ == "PROPN":
        return True  # "For now Lund, head of the largest school in Oslo, has"
    if any(_stands_alone(token) for token in subject.doc[subject.sent.start : start]):
        return True  # "By noon the barn behind it, a shed built of oak, was gone"
    return any(c.dep_ in ("conj", "appos", "parataxis") and c.i < mark.i for c in subject.subtree)


def _stands_alone(noun: Token) -> bool:
    """True for a noun with an article and no preposition that the parse hangs on another."""
    led = {grammar.relation(child) for child in noun.children if child.i < noun.i}
    return noun.dep_ in ("appos", "nmod") and "det" in led and "case" not in led


_SHORTEST = 2
_PARTING = frozenset({",", ";", ":", "(", "—", "–", "“", '"'})


def _is_aside(speech: Token) -> bool:
    """True for "felt, she said, that": a comma before the speaker as well."""
    subject = next((c for c in speech.children if c.dep_ in _SUBJECTS), speech)
    start = subject.subtree[0].i
    return start > speech.sent.start and speech.doc[start - 1].text == ","


def _is_side_clause(sentence: DocSpan, mark: Token) -> bool:
    """True when all before a semicolon is a clause behind "as" or "when"."""
    first = sentence[0]
    opens = first.lower_ in ("as", "when", "while", "although", "if", "because", "after", "before", "since", "once")
    before = sentence.doc[sentence.start : mark.i]
    side = opens and first.dep_ in ("mark", "advmod") and first.head.i < mark.i and first.head.dep_ == "advcl"
    return side and first.head.head.i > mark.i and not any(token.is_punct for token in before)


def _unclosed(sentence: DocSpan) -> Token | None:
    """ "The accused, who gave his name as Lund entered no plea": the main verb behind a relative clause left open."""
    root = sentence.root
    front = min([root, *grammar.auxiliaries(root)], key=lambda token: token.i)
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS and c.i < root.i), None)
    if subject is None or front.tag_ not in FINITE:
        return None
    if not any(t.is_punct or t.pos_ == "ADV" for t in front.doc[front.i - 1 : front.i]):
        aside = next((c for c in subject.children if c.dep_ == "appos" and c.i < front.i and c.pos_ != "NUM"), None)
        if aside is not None and _is_open(aside, subject, front):
            return front
    clause = next((c for c in subject.children if c.dep_ == "acl:relcl" and c.i < front.i), None)
    if clause is None:
        return None
    who = next((t for t in clause.subtree if t.tag_ in ("WP", "WDT", "WP$")), None)
    if who is None or who.nbor(-1).text != "," or who.i > clause.i:
        return None
    between = sentence.doc[who.i : front.i]
    return None if any(t.is_punct or t.tag_ == "CC" or t.pos_ == "ADV" for t in between) else front


def _is_open(aside: Token, subject: Token, front: Token) -> bool:
    """True for "the coroner, Ada Lund said": an apposition behind a comma that ends right before the verb."""
    start, end = aside.subtree[0].i, max(token.i for token in aside.subtree)
    commas = sum(token.text == "," for token in front.doc[subject.i : front.i])
    listed = any(c.dep_ in ("conj", "cc") for c in (*subject.children, *aside.children))
    return commas == 1 and front.doc[start - 1].text == "," and end == front.i - 1 and not listed
