"""A reflexive pronoun that does not go with its subject: "Nancy Drummond thanked himself"."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import Gender, noun_gender
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_REFLEXIVES: dict[str, Gender] = {"himself": "m", "herself": "f"}
_SUBJECTS: dict[str, Gender] = {"he": "m", "she": "f"}


@check("person.reflexive", "Reflexive and subject do not fit", severity="major", confidence=0.75)
def reflexive(copy: Copy) -> Iterator[Finding]:
    """ "himself" or "herself" as an object, when the subject is known by the other pronoun.

    Behind a noun ("the queen herself") it stresses that noun and is left alone, and so it is when
    anybody it may fit stands in between.
    """
    for token in copy.body:
        gender = _REFLEXIVES.get(token.lower_)
        if gender is None or not token.i or token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON", "PUNCT"):
            continue
        predicate = _predicate(token)
        subject = grammar.subject(predicate) if predicate is not None else None
        if subject is None or subject.i >= token.i:
            continue
        known = _gender(copy, subject)
        if known is None or known == gender or _somebody_between(copy, subject, token, gender):
            continue
        yield Finding(
            copy.of(token),
            f"Possible mix-up: “{token.text}” does not seem to go with “{subject.text}”, the subject. Check who is "
            "meant, and which pronoun that person uses.",
            evidence=(copy.of(subject),),
        )


def _predicate(token: Token) -> Token | None:
    above = grammar.governor(token)
    while above is not None and not grammar.is_predicate(above):
        above = grammar.governor(above)
    return above


def _gender(copy: Copy, word: Token) -> Gender | None:
    if word.lower_ in _SUBJECTS:
        return _SUBJECTS[word.lower_]
    for person in copy.people:
        if any(m.doc is word.doc and m.start <= word.i < m.end for m in person.mentions):
            return person.gender()
    return next(noun_gender(word), None) if word.pos_ == "NOUN" else None


def _somebody_between(copy: Copy, subject: Token, token: Token, gender: Gender) -> bool:
    between = subject.doc[subject.i + 1 : token.i]
    named = [p for p in copy.people for m in p.mentions if m.doc is token.doc and subject.i < m.start < token.i]
    others = [p for p in named if not any(m.start <= subject.i < m.end for m in p.mentions)]
    fitting = {"m": ("him", "he"), "f": ("her", "she")}[gender]
    return bool(others) or any(word.lower_ in fitting or next(noun_gender(word), None) == gender for word in between)
