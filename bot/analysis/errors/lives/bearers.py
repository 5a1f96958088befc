"""Whose age or birth a phrase states."""

import re
from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.antecedents import Antecedents
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import GENDER_OF_PRONOUN, relatives
from bot.analysis.errors.ties import SUBJECT, is_subject
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import FieldName


def whose(copy: Copy, start: int, end: int, field: FieldName = "text") -> str | None:
    """The person named just before, whom the phrase modifies, or the subject of its clause, by a key for the story."""
    doc, text = (copy.body, copy.text) if field == "text" else (copy.docs[0], copy.title)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    described = _described_by(span, text[start:end])
    if described is not None and _is_another(described):
        return f"#{described.i}"
    return _bearer(copy, span, text[start:end])


def _bearer(copy: Copy, span: DocSpan, text: str) -> str | None:
    before = _just_before(span, text[:1])
    if before and _is_of_unknown(copy, before[0]):
        return None
    candidates = [token for token in before if token.pos_ != "PRON"]  # "her husband, 87": not her
    above: Token | None = span.root
    for _ in range(5):
        if above is None:
            break
        if above.pos_ != "NOUN" or grammar.own_subject(above) is None:
            candidates.append(above)  # "at 19 she is the baby of the side": she, whoever that is
        own = grammar.own_subject(above) if grammar.relation(above) == "acl:relcl" else None
        if own is not None and (own.lower_ in GENDER_OF_PRONOUN or _is_known(copy, own)):
            candidates.append(own)  # "the town where he was born", "Lowe, whose son was born in 2001"
            break
        if grammar.relation(above) == "acl:relcl":
            candidates += _described(above)
            break
        if grammar.is_predicate(above) and (subject := _subject(above)) is not None:
            candidates.append(subject)
            if grammar.own_subject(above) is not None:
                break  # "the score stood at 19, said Brown": not Brown
        above = grammar.governor(above)
    for token in candidates:
        person = _key(copy, token)
        if person is not None and _is_shared(copy, token):
            return f"{person}, by surname"  # told apart from those of full names, as it may be either
        if person is not None or token.lower_ in GENDER_OF_PRONOUN:
            return _meant(copy, token, person)
    return next((f"#{token.i}" for token in candidates if _is_somebody(token)), None)


def _described_by(age: DocSpan, text: str) -> Token | None:
    """The word right before ", 19"; the piper of "a 19-year-old piper", or the one of 19 himself."""
    if text.startswith((",", "(")):
        return age.doc[age.start - 1] if age.start else None
    if not text.endswith("-old"):
        return None
    return age.root if age.root.tag_ == "NN" else grammar.governor(age.root)


def _is_another(noun: Token) -> bool:
    """True for the piper of "a dancer and a piper, 19": somebody whom no name or pronoun is said to be."""
    first = noun
    while grammar.relation(first) == "conj" and (above := grammar.governor(first)) is not None:
        first = above
    if noun.tag_ != "NN" or not any(child.lower_ in ("a", "an") for child in grammar.dependents(noun)):
        return False
    if grammar.related(first, "cop") or grammar.preposition(first) in _LIKENED:
        return False
    beside = grammar.governor(first) if grammar.relation(first) in _NAMING else None
    return grammar.relation(first) not in _NAMING or (beside is not None and beside.tag_ == "NNS")


_NAMING = frozenset({"appos", "flat", "nmod:desc", "xcomp", "root", "dislocated", "parataxis"})
"""Where a noun says what somebody named is: "Cole, a piper, 19", "He became a piper"."""


def _is_shared(copy: Copy, name: Token) -> bool:
    """True for "Lowe" alone in a story of Ann and Karl Lowe, and for "Mr Lowe" in one of Ann Lowe and her husband."""
    if _is_of_relative(copy, name):
        return True
    if name.pos_ != "PROPN" or (name.i and name.nbor(-1).pos_ == "PROPN") or grammar.related(name, "flat"):
        return False
    return sum(person.is_full and person.surname == name.text for person in copy.people) > 1


def _is_of_relative(copy: Copy, name: Token) -> bool:
    mentions = (mention for person in relatives(copy.people) for mention in person.mentions)
    return any(mention.doc is name.doc and mention.start <= name.i < mention.end for mention in mentions)


def _subject(predicate: Token) -> Token | None:
    """The subject of a predicate, its own or shared."""
    own = _own_subject(predicate)
    return own if len(grammar.related(predicate, *SUBJECT)) > 1 else grammar.subject(predicate)


def _own_subject(predicate: Token) -> Token | None:
    """The nearest where a parse gives a predicate two subjects: "Lowe, whose son was born in 2001, left"."""
    stated = [word for word in grammar.related(predicate, *SUBJECT) if word.i < predicate.i]
    return stated[-1] if stated else grammar.own_subject(predicate)


def _just_before(phrase: DocSpan, mark: str) -> list[Token]:
    """The two words before a phrase that a comma or a bracket opens, the nearest first."""
    return [phrase.doc[i] for i in range(max(0, phrase.start - 2), phrase.start)][::-1] if mark in (",", "(") else []


def _is_of_unknown(copy: Copy, name: Token) -> bool:
    """True for "Karl" of "Ann Lowe was given four years, and Karl, 31, three": somebody, and not who came before."""
    is_second = name.pos_ == "PROPN" and grammar.relation(name) in ("conj", "nsubj", "nsubj:pass")
    return is_second and _key(copy, name) is None


_LIKENED = frozenset({"like", "as", "than"})


def gone_on_about(copy: Copy, start: int, *, paragraphs: int) -> str | None:
    """The only person mentioned in so many paragraphs so far, whom "the 23-year-old" takes up."""
    first = copy.paragraphs[max(0, copy.paragraph_number(start) - paragraphs + 1)].start
    around = copy.once(Antecedents).between(first, start)
    people = {_key(copy, one.token) for one in around if grammar.preposition(one.token) not in _LIKENED}
    people |= named_in(copy, first, start)
    return next(iter(people)) if len(people) == 1 else None


def is_of_another(copy: Copy, match: re.Match[str]) -> bool:
    """True for the birth of somebody who is no person of the story: "when her first child was born in 1978"."""
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    born = next((token for token in span or () if token.lower_ == "born"), None)
    subject = _own_subject(born) if born is not None else None
    if subject is None or subject.pos_ != "NOUN" or _is_taken_up(subject):
        return False
    actor = copy.actors.of(subject)
    return actor is None or actor.kind != "person"


def _is_taken_up(noun: Token) -> bool:
    """True for "the former goalkeeper", who has been told of before."""
    return _is_somebody(noun) and any(child.lower_ == "the" for child in grammar.dependents(noun))


def named_in(copy: Copy, start: int, end: int) -> set[str]:
    """The people that a stretch of the body names."""
    span = copy.body.char_span(start, end, alignment_mode="contract")
    return {key for token in span or () if (key := _key(copy, token)) is not None}


def _key(copy: Copy, token: Token) -> str | None:
    actor = copy.actors.of(token)
    return actor.id if actor is not None and actor.kind == "person" else None


def _meant(copy: Copy, token: Token, person: str | None) -> str | None:
    """The one whom a mention stands for; of a pronoun the only one that this sentence and the one before leave."""
    gender = GENDER_OF_PRONOUN.get(token.lower_)
    if gender is None or token.sent.doc is not copy.body:
        return person
    start = token.doc[max(0, token.sent.start - 1)].sent.start_char
    around = [one for one in copy.once(Antecedents).between(start, token.idx) if one.fits(gender) and not one.is_thing]
    tokens = {one.token for one in around}
    near = {
        _key(copy, token)
        for token in tokens
        if grammar.relation(token) != "appos" or grammar.governor(token) not in tokens
    }
    others = near - {person, None}
    if not others:
        is_led = near == {None} and any(is_subject(one.token) for one in around)
        return None if is_led else person  # "The other, a winger, is younger. At 19 she"
    return others.pop() if len(near) == 1 else None


def _is_known(copy: Copy, noun: Token) -> bool:
    """True for a name or noun for one person."""
    return _is_somebody(noun) or (noun.pos_ in ("NOUN", "PROPN") and _key(copy, noun) is not None)


def _is_somebody(token: Token) -> bool:
    """True for a noun for one person: "the boy, who was born in 2018"."""
    return token.tag_ == "NN" and token.lemma_.lower() in PEOPLE


def _described(clause: Token) -> Iterator[Token]:
    """The noun that a relative clause describes and the name that the noun stands beside, never the subject above."""
    noun = grammar.governor(clause)
    while noun is not None:
        yield noun
        noun = grammar.governor(noun) if grammar.relation(noun) in ("appos", "flat", "nmod:desc") else None
