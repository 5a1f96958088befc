"""Names and roles that punctuation or a stray "and" has put out of joint."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.bare_roles import bare_roles
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.cut_names import (
    ARTICLES,
    cut_adjective,
    cut_name,
    is_finite_form,
    is_given,
    is_role,
    joined_name,
)
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import is_past_only
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

_WORD = r"[A-Z][\w.’-]{1,40}"
_NO_DETERMINER = (
    r"(?!(?:the|an?|his|her|their|its|our|my|your|one|two|three|another|some|other|every|each|this|that|any|no"
    r"|former|fellow|then|current|new)\b)"
)
_APPOSITION = re.compile(
    rf"(?<![Tt]he )\b({_WORD}(?: {_WORD}){{1,7}}) and {_NO_DETERMINER}"
    r"((?:[a-z]+(?:s’)?|[A-Z]{2,6}|[A-Z][a-z]+)(?: [a-z]+)? )"
    r"((?:deputy |vice )?(?:chair(?:man|woman|person)?|director|president|secretary|minister|head|chief|leader"
    r"|ambassador|commissioner|spokes(?:man|woman|person)|envoy|coach|captain|manager|governor|mayor|lawyer|boss"
    r"|founder|editor|expert|analyst|economist|engineer|professor|historian|negotiator|inspector|prosecutor)) "
    r"(?=(?:[a-z]+ed|said|told|led|met|held|opened|took|went|made|gave|spoke|began|left|came|were|was|have"
    r"|has|will|are|is|wrote|found|saw|knew|thought|won|lost|put|set)\b)"
)


_SAYING = word_set("say add ask write reply explain warn note recall argue insist")
_LONGEST = 14


@check("person.broken-apposition", "Name and role that do not join", severity="major", confidence=0.7)
def broken_apposition(copy: Copy) -> Iterator[Finding]:
    """ "Jan Rau and OSCE chairman opened"; "The manager and Jan Rau, was first"; "The coroner, Ada Lund said"."""
    yield from _without_article(copy)
    for sentence in copy.sentences:
        words = _narrated(copy, sentence)
        tokens = copy.words.tokens[words.start : words.end]
        found = next(iter(_in_sentence(words, tokens)), None) if len(tokens) > 3 else None
        if found is not None:
            piece, why = found
            yield Finding(copy.of(piece), f"Possibly broken: {why}. Check who acts, and the commas.")


def _narrated(copy: Copy, sentence: DocSpan) -> DocSpan:
    """What a sentence tells, without a dateline or the quotation that it begins with."""
    doc, start, end = sentence.doc, sentence.start, sentence.end
    while start < end and (doc[start].is_space or doc[start].is_punct or copy.is_quoted(doc[start].idx)):
        start += 1
    dash = next((i for i in range(start, min(start + 6, end)) if doc[i].text in ("—", "–")), None)
    return doc[dash + 1 if dash is not None and doc[start].text.isupper() else start : end]


def _in_sentence(words: DocSpan, tokens: list[Token]) -> Iterator[tuple[DocSpan, str]]:
    """What is out of joint in one sentence, with why."""
    for start in _clause_starts(tokens):
        yield from _opening(words.doc[start : words.end])
    yield from _relative(words)
    yield from bare_roles(words, tokens)
    for token in tokens[1:-2]:
        word = token.lower_
        if word == "," and not token.nbor(-1).is_punct:
            yield from cut_name(words, token)
            yield from cut_adjective(token)
        elif word == "and":
            yield from joined_name(words, token)
            yield from _bare_role(words, token)
        elif word == "of":
            yield from _role_of_person(words, token)
        elif word in ARTICLES:
            yield from _missing_comma(words, token)


def _clause_starts(tokens: list[Token]) -> Iterator[int]:
    """Where a subject may begin: the sentence, and clauses behind "that", "but" and the like."""
    yield tokens[0].i
    yield from (t.i + 1 for t in tokens[1:-3] if t.lower_ in _OPENERS and t.tag_ != "WDT")


_OPENERS = word_set("that but because when while if whether")


def _relative(words: DocSpan) -> Iterator[tuple[DocSpan, str]]:
    """ "Ada Lund who bakes, said", "Ada Lund, who bakes said": one comma of the two around what is told of a name."""
    doc, start = words.doc, words.start
    end = next((t.i for t in words if t.ent_type_ != "PERSON"), words.end)
    comma = end < words.end and doc[end].text == ","
    who = end + comma
    if end - start < 2 or who + 3 >= words.end or doc[who].lower_ != "who":
        return
    verbs = [t for t in doc[who + 1 : min(who + 18, words.end - 1)] if is_finite_form(t)]
    close = next((t.i for t in doc[who + 1 : words.end] if t.text == ","), words.end)
    said = next((t for t in verbs[1:] if t.lemma_ in _SAYING or t.lemma_ == "tell"), None)
    if said is None or any(t.lower_ in _JOINTS for t in doc[who + 1 : said.i]):
        return
    if (not comma and close == said.i - 1) or (comma and close > said.i and doc[said.i - 1].pos_ in ("NOUN", "PROPN")):
        yield doc[start : said.i + 1], "what is told of the name has a comma on one side only"


_JOINTS = word_set("and but or that which what who as than whose")


def _opening(words: DocSpan) -> Iterator[tuple[DocSpan, str]]:
    """Subjects at the beginning: a lone comma before the verb, a comma missing behind a name or role."""
    doc, start = words.doc, words.start
    end = next((t.i for t in words[:_LONGEST] if is_finite_form(t) or t.pos_ in ("VERB", "AUX")), None)
    if (
        end is None
        or end - start < 2
        or doc[start].pos_ not in ("DET", "PROPN", "NOUN", "PRON")
        or not is_finite_form(doc[end])
    ):
        return
    subject = doc[start:end]
    if any(t.tag_ in ("WDT", "WP", "WP$") for t in doc[max(start, end - 3) : end]):
        return  # the verb of a clause within the apposition: "a worker whose brother was among the dead"
    if any(t.pos_ in ("SCONJ", "ADV") or t.is_quote or t.text in (":", ";", "(", "—", "–") for t in subject):
        return
    commas = [t.i for t in subject if t.text == ","]
    names = [ent for ent in subject.ents if ent.label_ == "PERSON"]
    if not names or doc[start].lower_ in ("there", "it", "this", "that", "what"):
        return
    if commas == [end - 1] and not _is_inverted(doc, end) and not _closes_later(doc, end, words.end):
        yield doc[start : end + 1], "a comma stands alone between subject and verb"
    elif (
        len(commas) == 2
        and doc[commas[0] + 1].like_num
        and commas[1] == commas[0] + 2
        and (_is_unclosed(doc, start, commas[0], end, commas[1]))
    ):
        yield doc[start : end + 1], "a role in apposition has a comma on one side only"
    elif len(commas) == 1 and _is_unclosed(doc, start, commas[0], end):
        yield doc[start : end + 1], "a name in apposition has a comma on one side only"
    elif len(commas) == 2 and doc[end - 1].lower_ == "and" and commas[1] == end - 2 and doc[end].tag_ in ("VBD", "VBZ"):
        yield doc[start : end + 1], "“and” stands before the only verb"
    elif len(commas) in (0, 2) and _is_two_with_one_verb(doc, start, end):
        yield doc[start : end + 1], "the subject looks like two people, and what follows like one"


def _bare_role(words: DocSpan, joint: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "Ada Lund and coroner said", "Ada Lund, a nurse, and mayor’s deputy said"; "the coroner and, Ada Lund, said"."""
    doc, at = words.doc, joint.i
    if doc[at + 1].text == "," and is_role(doc[at - 1]) and doc[at + 2].ent_type_ == "PERSON":
        yield doc[at - 1 : at + 3], "a comma stands behind “and”"
    name = _closed_apposition(words, at) if doc[at - 1].text == "," else at - 1
    if doc[name].ent_type_ != "PERSON" or doc[name].pos_ != "PROPN":
        return
    end = at + 1
    while (
        end < words.end - 1
        and (doc[end].pos_ in ("NOUN", "ADJ", "PROPN") or doc[end].tag_ == "POS")
        and doc[end].ent_type_ != "PERSON"
    ):
        end += 1
    role = doc[at + 1 : end]
    if not len(role) or role[-1].tag_ != "NN" or not is_role(role[-1]) or role[0].lower_ in _NOT_BARE:
        return
    if doc[end].lower_ in ("of", "at", "for"):
        end = next((t.i for t in doc[end : min(end + 7, words.end)] if t.pos_ in ("VERB", "AUX") or t.is_punct), end)
    before = next(ent.start for ent in doc.ents if ent.start <= name < ent.end)
    if is_finite_form(doc[end]) and (before == words.start or doc[before - 1].pos_ not in ("ADP", "NOUN", "CCONJ")):
        yield doc[before:end], "the role behind “and” has neither a name nor an article"


def _closed_apposition(words: DocSpan, joint: int) -> int:
    """The end of the name before an apposition that a comma closes: "Ada Lund, a nurse, and"; itself without one."""
    doc = words.doc
    comma = next((i for i in range(joint - 2, max(words.start, joint - 8), -1) if doc[i].text == ","), None)
    if comma is None or doc[comma + 1].lower_ not in ("a", "an", "the"):
        return joint
    return comma - 1


_NOT_BARE = word_set("fellow former other co-founder wife husband")


def _role_of_person(words: DocSpan, joint: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "The mayor of Ada Lund said", "the mayor of, Vadstad"."""
    doc, at = words.doc, joint.i
    if not is_role(doc[at - 1]):
        return
    if doc[at + 1].text == "," and doc[at + 2].text[0].isupper():
        yield doc[at - 1 : at + 3], "a comma stands behind “of”"
    end = at + 1
    while end < words.end and doc[end].ent_type_ == "PERSON":
        end += 1
    leads = doc[at - 1].lower_ in _LEADING and at - 2 >= words.start
    if leads and end - at > 2 and end < words.end and is_finite_form(doc[end]) and is_given(doc[at + 1]):
        yield doc[at - 1 : end], "a person has been made the body that the role belongs to"


_LEADING = word_set(
    "mayor president coach chief head minister chairman chairwoman captain manager principal headteacher "
    "coroner dean governor commissioner treasurer secretary spokesman spokeswoman curator judge"
)


def _is_inverted(doc: Doc, verb: int) -> bool:
    """True for "The first, said Lund, is dry"."""
    after = doc[verb + 1] if verb + 1 < len(doc) else None
    goes_on = any(token.text == "," for token in doc[verb + 2 : verb + 8])
    if after is not None and not goes_on:
        rest = [token for token in doc[verb + 2 : verb + 20] if token.sent == doc[verb].sent]
        goes_on = any(one.text == "," and is_finite_form(two) for one, two in pairwise(rest))
    who = ("PROPN", "PRON", "DET", "NOUN", "NUM")
    return doc[verb].lemma_ in _SAYING and after is not None and after.pos_ in who and goes_on


def _closes_later(doc: Doc, verb: int, end: int) -> bool:
    """True when what looks like the verb may be a participle: "Lund, told of the fire, ran", "Lund, pictured above"."""
    word = doc[verb]
    if word.tag_ in ("VBZ", "MD", "VBP") or word.lower_ in _SURE_PASTS or is_past_only(word.lower_):
        return False
    later = range(verb + 1, end - 1)
    return word.lower_ != "told" or any(
        doc[i].text == "," and any(map(is_finite_form, doc[i + 1 : i + 3])) for i in later
    )


_SURE_PASTS = word_set("was were had did said")


def _is_unclosed(doc: Doc, start: int, comma: int, verb: int, last: int | None = None) -> bool:
    """True for "The coroner, Ada Lund said" and "Ada Lund, the coroner of Vadstad said"."""
    one, other = doc[start:comma], doc[(last or comma) + 1 : verb]
    if not len(one) or not len(other) or other[0].tag_ in ("WP", "WP$", "WDT", "WRB"):
        return False
    if _is_full_name(other):
        return one[0].lower_ == "the" and _is_role_phrase(one)
    return _is_full_name(one) and _is_role_phrase(other) and (other[0].lower_ in ARTICLES or other[0].text.islower())


def _is_role_phrase(piece: DocSpan) -> bool:
    """True for "the coroner", "its managing director", "mayor of the city of Vadstad": one role, nobody named."""
    core = next((t for t in piece if t.lower_ in ("of", "for", "at", "in", "from", "on", "with")), None)
    head = piece[-1] if core is None else core.nbor(-1)
    joined = any(t.lower_ in _JOINING or t.ent_type_ == "PERSON" for t in piece)
    return len(piece) < 8 and head.i >= piece.start and is_role(head) and not joined


_JOINING = word_set("and or who whose that which")


def _is_full_name(piece: DocSpan) -> bool:
    return len(piece) > 1 and all(t.ent_type_ == "PERSON" for t in piece)


def _is_two_with_one_verb(doc: Doc, start: int, verb: int) -> bool:
    """True for "Ada Lund and the baker says", "The baker and Ada Lund said she"."""
    end = verb - 3 if verb - 3 > start and doc[verb - 1].text == "," and doc[verb - 2].like_num else verb
    middle = next((i for i in range(start, end) if doc[i].lower_ == "and"), None)
    singular = doc[verb].tag_ == "VBZ" or doc[verb].lower_ == "was" or _is_one_person(doc, verb)
    if middle is None or not singular:
        return False
    one, other = doc[start:middle], doc[middle + 1 : end]
    return any(_is_full_name(name) and _is_definite_role(role) for name, role in ((one, other), (other, one)))


def _is_definite_role(role: DocSpan) -> bool:
    return (
        len(role) > 1
        and role[0].lower_ == "the"
        and len(role) < 5
        and is_role(role[-1])
        and "of" not in role.text.split()
    )


def _is_one_person(doc: Doc, verb: int) -> bool:
    """True when "he" or "she" follows at once: "said that she would", "had her"."""
    words = [token.lower_ for token in doc[verb + 1 : verb + 3]]
    return words[:1] in (["he"], ["she"], ["his"], ["her"]) or words in (["that", "he"], ["that", "she"])


def _missing_comma(words: DocSpan, article: Token) -> Iterator[tuple[DocSpan, str]]:
    """ "said Ada Lund the mayor": no comma between name and role."""
    doc, at = words.doc, article.i
    name = at - 1
    while name >= words.start and doc[name].ent_type_ == "PERSON":
        name -= 1
    if at - name <= 2 or name < words.start or doc[name].lower_ != "said":
        return
    end = next((i for i in range(at + 1, min(at + 5, words.end)) if is_role(doc[i])), None)
    if end is not None:
        yield doc[name : end + 1], "a comma is missing between name and role"


def _without_article(copy: Copy) -> Iterator[Finding]:
    """ "Jan Rau and OSCE chairman opened": a role without name or article after "and"."""
    for match, field in copy.matches(_APPOSITION):
        if match.group(2)[0].isupper() and not _is_person(copy, match.start(1)):
            continue  # "Leeds United and England captain" names two sides
        yield Finding(
            copy.trimmed(match.start(), match.end(), field),
            f"Possibly broken: “{match.group(3)}” has neither a name nor an article, so it is unclear whether "
            f"this is one "
            "person or two. Check who acts.",
        )


def _is_person(copy: Copy, offset: int) -> bool:
    """True when a full name of a person of the text starts here."""
    return any(
        person.is_full and any(m.doc is copy.body and m.start_char <= offset < m.end_char for m in person.mentions)
        for person in copy.people
    )
