"""Roles that stand where a person must: with neither an article nor a name, or two of them before one name."""

from collections.abc import Iterator

from bot.analysis.errors.clauses import FINITE
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF, may_be_both
from bot.language import grammar, places
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

_OFFICE_HOLDERS = word_set(
    "mayor minister premier president chancellor governor ambassador senator bishop archbishop prosecutor judge "
    "commissioner spokesman spokeswoman spokesperson chairman chairwoman director treasurer councillor sheriff "
    "magistrate coroner headteacher envoy diplomat lawmaker congressman congresswoman undersecretary rector dean "
    "superintendent inspector economist historian lawyer surgeon professor composer novelist architect biologist"
)
"""Those of whom one is told of with an article, a name or a word such as "our" before it."""
_MET = word_set("by with from met told asked thanked joined praised accused were")
"""Words behind which "Bishop of Leeds" is a person and no post that somebody is given."""
_TOGETHER = word_set(
    "elect designate emeritus general candidate nominee hopeful delegate laureate major chief minister secretary"
)
_LEFT_OF = ("nsubj", "nsubj:pass", "obl", "obl:agent")


def bare_roles(words: DocSpan, tokens: list[Token]) -> Iterator[tuple[DocSpan, str]]:
    """ "Mayor told the council", "led by Swiss diplomat and", "met Bishop of Leeds and", "Mayor prosecutor Lund"."""
    for token in tokens[:-2]:
        word = token.lower_
        if token.tag_ not in ("NN", "NNP"):
            continue
        if word in _OFFICE_HOLDERS:
            if _is_bare_subject(words, token) or _is_bare_foreigner(token):
                yield (
                    words.doc[token.i - (token.i > words.start) : token.i + 2],
                    f"“{token.text}” has neither a name nor an article",
                )
            elif token.text[0].isupper() and _is_bare_title(words, token):
                yield words.doc[token.i - 1 : token.i + 3], f"“{token.text}” has neither a name nor an article"
        if word in CLASS_OF and _is_before_another_role(token):
            yield words.doc[token.i : token.i + 2], "two roles stand before one name"


def _is_bare_subject(words: DocSpan, noun: Token) -> bool:
    """True for "Mayor told" and "Trade Minister told", at the beginning of a whole sentence."""
    verb = noun.nbor()
    if noun.dep_ != "nsubj" or verb.tag_ not in ("VBD", "VBZ", "MD") or noun.i - words.start > 2:
        return False
    if verb.text.istitle():
        return False  # "Professor Will opposed it": his name
    if any(token.head != noun or token.dep_ not in ("amod", "compound") for token in words.doc[words.start : noun.i]):
        return False
    end = next((t for t in reversed(words) if not t.is_space), noun)
    return end.text in (".", "”", '"', "’") and len(words) > _SHORTEST and noun.nbor().pos_ in ("VERB", "AUX")


_SHORTEST = 7
"""Words from which a line is hardly a caption or a heading."""


def _is_bare_foreigner(noun: Token) -> bool:
    """True for "led by Swiss diplomat and", "signed by bishop and by": a role behind a preposition, and no name."""
    doc, at = noun.doc, noun.i
    if doc[at - 1].lower_ in ("by", "with") and doc[at + 1].lower_ == "and" and doc[at + 2].pos_ in ("ADP", "DET"):
        return noun.text.islower()
    if at < 2 or not noun.text.islower() or doc[at - 2].lower_ not in ("by", "with", "from", "that", "when"):
        return False
    place = places.lookup(doc[at - 1].text) if doc[at - 1].text[0].isupper() else None
    if place is None or place.kind != "demonym" or grammar.relation(noun) not in _LEFT_OF:
        return False
    after = doc[at + 1]
    is_joined = after.lower_ == "and" and at + 2 < len(doc) and doc[at + 2].tag_ in FINITE
    return is_joined or (after.tag_ in FINITE and after.pos_ in ("VERB", "AUX"))


def _is_bare_title(words: DocSpan, noun: Token) -> bool:
    """True for "met Bishop of Leeds and", where no name follows."""
    doc, at = noun.doc, noun.i
    if at <= words.start or doc[at - 1].lower_ not in _MET or at + 2 >= words.end or doc[at + 1].lower_ != "of":
        return False
    end = at + 2
    while end < words.end and (doc[end].text[0].isupper() or doc[end].lower_ in ("the", "of")):
        end += 1
    return end > at + 2 and end < words.end and not _goes_on(doc, end) and doc[end - 1].ent_type_ != "PERSON"


def _goes_on(doc: Doc, at: int) -> bool:
    """True where a name in apposition follows: "met Bishop of Leeds, Ada Lund"."""
    return doc[at].text == "," and at + 1 < len(doc) and doc[at + 1].text[0].isupper()


def _is_before_another_role(noun: Token) -> bool:
    """True for "Interior Minister prosecutor Ada Lund"."""
    other = noun.nbor()
    if other.lower_ in _TOGETHER or other.tag_ not in ("NN", "NNP"):
        return False
    after = other.nbor() if other.i + 1 < len(noun.doc) else other
    one, two = CLASS_OF.get(noun.lower_), CLASS_OF.get(other.lower_)
    return (
        after.ent_type_ == "PERSON" and one is not None and two is not None and one != two and not may_be_both(one, two)
    )
