"""Who speaks: the tag beside a quotation, else the cue verb that governs it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.quotes import cues
from bot.analysis.quotes.stage import QuotedText
from bot.language import grammar
from bot.language.tokens import Token

MAX_TAG = 45
"""A tag with its appositions is not longer than this, in tokens."""

MAX_BARE_TAG = 6
"""A tag with a verb that is no verb of saying is not longer than this."""
MAX_GAP = 12
"""How far a cue verb may be from a comma before the quotation, in tokens."""

_SPEAKER_POS = frozenset({"NOUN", "PROPN", "PRON"})
_NOT_SPEAKERS = frozenset(["it", "that", "this", "which", "what", "there", "who", "whom", "here"])
_COUNTED = frozenset({"one", "some", "many", "others", "most", "both", "two", "another"})
_DETACHED = frozenset({",", ".", "?", "!", "…", "...", "—", "–", "-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SKIPPED = frozenset({",", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Tag:
    """Who speaks, and the word that says that they speak ("said", "according"); None in "Mayor: …"."""

    speaker: Token
    cue: Token | None


def find_tag(text: QuotedText, number: int) -> Tag | None:
    """The tag of a quotation: behind it, before it, around it, or in the line before."""
    for finder in (_behind, _in_commas, _in_front, _between, _governing, _line_before):
        tag = finder(text, number)
        if tag is not None:
            return tag
    return None


def last_speaker(text: QuotedText, paragraph: int) -> Tag | None:
    """The last speaker of a paragraph, by its last cue verb outside quotations."""
    words = text.words_of_paragraph(paragraph)
    for token in reversed(words):
        if text.quotation_at(token) is None and cues.is_speech(token):
            tag = speaker_of(text, token)
            if tag is not None:
                return tag
        if (tag := according(text, token)) is not None:
            return tag
    return None


# ---- tags next to the quotation ----------------------------------------------------------------


def _behind(text: QuotedText, number: int) -> Tag | None:
    """``“…,” said Jones`` and ``“…,” Jones, the mayor, told reporters``."""
    words = text.after(number)[:MAX_TAG]
    comma = bool(words) and words[0].text == ","
    while words and words[0].text in _SKIPPED:
        words = words[1:]
    if words and words[0].lower_ == "according":
        return according(text, words[0])
    if [word.lower_ for word in words[:2]] == ["in", "the"] and (
        tag := _by_noun(text, words[:MAX_BARE_TAG])
    ) is not None:
        return tag
    cue = next((word for word in words if cues.is_beside_quote(word)), None) or _any_verb(words)
    if cue is None:
        return None
    inverted = all(word.pos_ == "ADV" for word in words[: cue.i - words[0].i])
    speaker = _inverted_subject(cue, words) if inverted else _tag_subject(text, cue, words)
    inside = [t for t in text.spans[number] if not t.is_space and not t.is_quote]
    detached = comma or inverted or (bool(inside) and inside[-1].text in _DETACHED)
    if speaker is None or not detached:
        return None
    if inside and inside[-1].text == "." and not inverted and _says_more(cue, words):
        return None
    return Tag(speaker, cue)


def _any_verb(words: list[Token]) -> Token | None:
    """The verb of a tag as short as ``Oláh fumed``, whatever it means."""
    verbs = [word for word in words if word.pos_ == "VERB"]
    if len(verbs) != 1 or verbs[0].tag_ not in ("VBD", "VBZ") or len(words) > MAX_BARE_TAG:
        return None
    subject = grammar.own_subject(verbs[0])
    return verbs[0] if subject is not None and subject.i == verbs[0].i - 1 and _may_speak(subject) else None


def _inverted_subject(cue: Token, words: list[Token]) -> Token | None:
    """The subject behind a cue verb: ``said the minister``."""
    behind = [t for t in grammar.subjects(cue) if t.i > cue.i and t.i <= words[-1].i]
    if behind:
        return behind[0]
    rest = [word for word in words if word.i > cue.i]
    if not rest or rest[0].pos_ not in _SPEAKER_POS | {"DET", "ADJ"} or cue.lower_ in ("saying", "adding"):
        return None
    return _head_of_first_phrase(rest)


def _tag_subject(text: QuotedText, cue: Token, words: list[Token]) -> Token | None:
    """The subject between a quotation and its cue verb, when the tag begins with it."""
    subject = grammar.subject(cue)
    if subject is None or text.quotation_at(subject) is not None or not words[0].i <= subject.i < cue.i:
        before = [word for word in words if word.i < cue.i]
        subject = _head_of_first_phrase(before)
    if subject is None or not _may_speak(subject) or cue.tag_ in ("VBG", "VB"):
        return None
    begins = min(grammar.noun_phrase(subject).start, subject.i)
    return subject if begins <= words[0].i + 1 else None


def _head_of_first_phrase(words: list[Token]) -> Token | None:
    """The head of the noun phrase at the start of some words."""
    phrase: list[Token] = []
    for word in words:
        if word.is_punct or word.pos_ in ("VERB", "AUX", "ADP"):
            break
        phrase.append(word)
    nouns = [word for word in phrase if word.pos_ in _SPEAKER_POS]
    if not nouns:
        return None
    head = phrase[0].doc[phrase[0].i : phrase[-1].i + 1].root
    return head if head.pos_ in _SPEAKER_POS else nouns[-1]


def _says_more(cue: Token, words: list[Token]) -> bool:
    """True when the cue verb has something else to introduce than the quotation before it."""
    behind = [word for word in words if word.i > cue.i and not word.is_punct]
    return any(word.pos_ in ("VERB", "AUX") or word.lower_ == "that" for word in behind)


def _in_front(text: QuotedText, number: int) -> Tag | None:
    """``Jones said: “…”``, ``he replied “…”``, ``Jones told reporters that “…”``."""
    words = text.before(number)[-MAX_TAG:]
    bare = [word for word in words if word.text not in (",", ":", "that", "-", "–", "—")]
    if not bare:
        return None
    if cues.is_beside_quote(bare[-1]) and (tag := speaker_of(text, bare[-1])) is not None:
        return tag
    return _across_comma(text, words) if words[-1].text in (",", ":") else None


def _across_comma(text: QuotedText, words: list[Token]) -> Tag | None:
    """A tag that a colon or comma sets apart from the quotation behind it."""
    colon = words[-1].text == ":"
    for word in reversed(words):
        tag = speaker_of(text, word) if cues.is_beside_quote(word) else None
        if tag is None and not colon:
            tag = according(text, word)
        if tag is not None and (colon or word.i >= words[-1].i - MAX_GAP):
            return tag
    return _by_noun(text, words) or _label(words)


def _in_commas(text: QuotedText, number: int) -> Tag | None:
    """A tag between commas in the clause that the quotation ends: ``The river, says Jones, “does not hate you”``."""
    words = text.before(number)
    commas = [n for n, word in enumerate(words) if word.text == ","]
    for start, end in pairwise(commas):
        inside = words[start + 1 : end]
        cue = next((word for word in inside if cues.is_beside_quote(word) and word.tag_ in _FINITE), None)
        if cue is None or not 2 <= len(inside) <= MAX_BARE_TAG:
            continue
        rest = [word for word in inside if word.i > cue.i] if cue.i == inside[0].i else inside[: cue.i - inside[0].i]
        speaker = _head_of_first_phrase(rest)
        if speaker is not None and _may_speak(speaker):
            return Tag(speaker, cue)
    return None


def _label(words: list[Token]) -> Tag | None:
    """``Mayor Jones: “…”``, and the subject of a sentence that ends in a colon."""
    if words[-1].text != ":" or len(words) < 2:
        return None
    root = words[0].doc[words[0].i : words[-1].i].root
    if root.pos_ == "PROPN" and len(words) <= 8:
        return Tag(root, None)
    subject = grammar.subject(root) if grammar.is_predicate(root) else None
    return (
        Tag(subject, None)
        if subject is not None and subject.pos_ in ("PROPN", "PRON") and _may_speak(subject)
        else None
    )


def _by_noun(text: QuotedText, words: list[Token]) -> Tag | None:
    """``in the words of Jones, “…”``, ``a statement from the ministry: “…”``."""
    for word in reversed(words):
        if word.pos_ != "NOUN" or word.lemma_.lower() not in cues.NOMINAL:
            continue
        for how, noun in grammar.modifiers(word):
            if how in ("'s", "of", "by", "from") and _may_speak(noun) and text.quotation_at(noun) is None:
                return Tag(noun, word)
    return None


def _between(text: QuotedText, number: int) -> Tag | None:
    """The second half of ``“…,” she said, “…”``: the words since the last quotation are a tag of that one."""
    if number == 0:
        return None
    here = text.paragraph(text.quotations[number].start)
    if text.paragraph(text.quotations[number - 1].end - 1) != here:
        return None
    words = [word for word in text.doc[text.spans[number - 1].end : text.spans[number].start] if not word.is_space]
    stops = sum(word.text in (".", "!", "?") for word in words)
    if len(words) > MAX_TAG or stops > 1 or (words and words[-1].text not in (",", ".", "-", "–", "—", ":", "…")):
        return None
    return _behind(text, number - 1)


def _line_before(text: QuotedText, number: int) -> Tag | None:
    """A tag that ends the paragraph before, with a colon or comma."""
    if not text.opens_paragraph(number):
        return None
    words = text.words_of_paragraph(text.paragraph(text.quotations[number].start) - 1)
    if not words or words[-1].text not in (":", ","):
        return None
    for word in reversed(words[-MAX_TAG:]):
        if word.text in (".", "!", "?"):
            break
        if text.quotation_at(word) is None and cues.is_beside_quote(word):
            return speaker_of(text, word)
    return _label(words)


# ---- tags around the quotation -----------------------------------------------------------------


def _governing(text: QuotedText, number: int) -> Tag | None:
    """The nearest cue verb above a quotation in the tree; not when the quotation is in the verb's subject."""
    root = text.root(number)
    for token in _climb(root):
        if text.quotation_at(token) == number:
            continue
        if cues.is_beside_quote(token):
            tag = speaker_of(text, token)
            if tag is not None:
                return tag
    for token in text.before(number) + text.after(number):
        if token.sent.start == root.sent.start and (tag := according(text, token)) is not None:
            return tag
    return None


def _climb(token: Token) -> Iterator[Token]:
    """The governors of a token up to the root, stopping at a subject."""
    while (above := grammar.governor(token)) is not None:
        if grammar.relation(token).startswith(("nsubj", "csubj")):
            return
        yield above
        token = above


def speaker_of(text: QuotedText, cue: Token) -> Tag | None:
    """The subject of a cue verb (the agent of a passive one), when it can speak and stands outside quotations."""
    subject = grammar.agent(cue) if grammar.is_passive(cue) else grammar.subject(cue) or _name_before(cue)
    if subject is None or text.quotation_at(subject) is not None or not _may_speak(subject):
        return None
    return Tag(_behind_paper(subject), cue)


def _behind_paper(subject: Token) -> Token:
    """The ministry of "a statement from the ministry said"; the subject itself when it is no paper or nobody's."""
    if subject.pos_ != "NOUN" or subject.lemma_.lower() not in cues.NOMINAL:
        return subject
    owners = (noun for how, noun in grammar.modifiers(subject) if how in ("'s", "by", "from") and _may_speak(noun))
    return next(owners, subject)


def _name_before(cue: Token) -> Token | None:
    """The person named before a cue verb that the parse leaves without a subject."""
    if cue.tag_ not in _FINITE:
        return None
    names = [e for e in cue.sent.ents if e.label_ in ("PERSON", "PER") and e.end <= cue.i]
    between: list[Token] = list(cue.doc[names[-1].end : cue.i]) if names else []
    return None if not names or any(t.pos_ == "VERB" for t in between) else names[-1].root


def according(text: QuotedText, token: Token) -> Tag | None:
    """``according to Jones``."""
    if token.lower_ != "according" or text.quotation_at(token) is not None:
        return None
    rest = [t for t in token.doc[token.i + 1 : token.i + 12] if not t.is_space]
    if not rest or rest[0].lower_ != "to":
        return None
    governed = grammar.governor(token)
    if governed is not None and governed.i > token.i and governed.pos_ in _SPEAKER_POS:
        return Tag(governed, token)
    speaker = _head_of_first_phrase(rest[1:])
    return Tag(speaker, token) if speaker is not None else None


def _may_speak(token: Token) -> bool:
    return token.lower_ in _COUNTED or (token.pos_ in _SPEAKER_POS and token.lower_ not in _NOT_SPEAKERS)
