"""A pronoun bound to its subject that does not go with it: "Nancy Drummond thanked himself", "shook his head"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.antecedents import is_human
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import Gender, noun_gender
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_REFLEXIVES: dict[str, Gender] = {"himself": "m", "herself": "f"}
_SUBJECTS: dict[str, Gender] = {"he": "m", "she": "f"}


_POSSESSIVES: dict[str, Gender] = {"his": "m", "her": "f"}
_OWN_BODY = frozenset(
    {"eye", "head", "arm", "hand", "back", "face", "foot", "leg", "fist", "shoulder", "sleeve", "mouth"}
)
_OWN = {
    "head": "shake nod hang bow scratch", "shoulder": "shrug dislocate", "lip": "bite purse", "throat": "clear",
    "eye": "roll close open", "breath": "hold catch", "mind": "change", "temper": "lose keep", "footing": "lose",
    "nerve": "lose hold", "way": "make pick force", "debut": "make", "best": "do try", "cool": "lose keep",
    "birthday": "celebrate mark", "life": "devote spend risk", "job": "lose quit", "post": "quit", "seat": "lose hold",
    "sight": "lose", "hearing": "lose", "leg": "lose break", "arm": "lose break", "ankle": "break sprain twist",
    "wrist": "break sprain", "hip": "break", "career": "begin start end", "retirement": "announce",
    "innocence": "protest maintain", "resignation": "announce tender", "studies": "finish complete", "vow": "take",
    "balance": "lose", "bid": "launch", "lead": "extend", "title": "defend retain",
}  # fmt: skip
"""Things that one does only with one's own, each with the verbs."""
_ALSO_TO_OTHERS = frozenset({"break", "change", "close", "open", "risk", "dislocate", "hold"})
"""Those of the verbs that leave it open whose thing it is where another stands near: "She broke his arm"."""
_HELD = frozenset({"nerve", "breath"})
"""What one holds is one's own all the same."""
_ACCIDENTS = frozenset({"fall", "training", "crash", "accident", "practice", "tumble"})
"""In which people hurt themselves: "broke her wrist in a fall"."""
_BURDENED = frozenset({"carry", "haul", "lug", "drag", "strap", "bear"})


@check("person.reflexive", "Reflexive and subject do not fit", severity="major", confidence=0.75)
def reflexive(copy: Copy) -> Iterator[Finding]:
    """ "himself" or "herself" as an object, when the subject is known by the other pronoun.

    Behind a noun ("the queen herself") it stresses that noun and is left alone, and so it is when
    anybody it may fit stands in between. "his" and "her" are bound as well where the thing is one's own
    ("shook her head", "with his eyes shut", "carried the child on her back").
    """
    for token in copy.words.spelt(_REFLEXIVES | _POSSESSIVES):
        if (stressed := _stressed(token)) is not None:
            if _gender(copy, stressed) not in (None, _REFLEXIVES[token.lower_]):
                yield _finding(copy, token, stressed)
            continue
        gender = _bound_gender(token)
        if gender is None:
            continue
        predicate = _predicate(token)
        if token.lower_ in _POSSESSIVES and predicate is not None and _is_with(predicate, token):
            predicate = _predicate(predicate)
        subject = _subject(predicate) if predicate is not None else None
        if subject is None or subject.i >= token.i:
            continue
        known = _gender(copy, subject)
        start = (
            subject.i + 1 if token.lower_ in _REFLEXIVES or not _is_also_of_others(token) else _sentence_before(token)
        )
        if known is None or known == gender or _somebody_between(copy, subject, token, gender, start):
            continue
        if _is_of_receiver(token, subject):
            continue
        yield _finding(copy, token, subject)


def _finding(copy: Copy, token: Token, subject: Token) -> Finding:
    return Finding(
        copy.of(token),
        f"Possible mix-up: “{token.text}” does not seem to go with “{subject.text}”. Check who is meant, and which "
        "pronoun that person uses.",
        evidence=(copy.of(subject),),
    )


def _stressed(token: Token) -> Token | None:
    """The name or noun that a reflexive right behind it stresses as a subject: "Hill himself"."""
    before = token.nbor(-1) if token.i else None
    if token.lower_ not in _REFLEXIVES or before is None or before.pos_ not in ("NOUN", "PROPN"):
        return None
    head = before
    while grammar.relation(head) == "flat" and (above := grammar.governor(head)) is not None:
        head = above
    return before if grammar.relation(head) in ("nsubj", "nsubj:pass") else None


def _bound_gender(token: Token) -> Gender | None:
    """The gender of a reflexive object, or of a possessive of what can only be the subject's own."""
    if token.lower_ in _REFLEXIVES:
        stressed = not token.i or token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON", "PUNCT")
        return None if stressed else _REFLEXIVES[token.lower_]
    owned = grammar.governor(token)
    if token.lower_ not in _POSSESSIVES or grammar.relation(token) != "nmod:poss" or owned is None:
        return None
    verb = grammar.governor(owned)
    if verb is None:
        return None
    thing, how = owned.lemma_.lower(), grammar.relation(owned)
    own = token.i + 1 < len(token.doc) and token.nbor().lower_ == "own"
    bound = (
        (how == "obj" and (own or _is_counted(owned, verb)))
        or (how == "obj" and verb.lemma_.lower() in _OWN.get(thing, "").split())
        or (thing in _OWN_BODY and _is_with(verb, token))
        or (thing == "back" and how == "obl" and verb.lemma_.lower() in _BURDENED and bool(grammar.objects(verb)))
    )
    return _POSSESSIVES[token.lower_] if bound else None


_COUNTED = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "debut", "maiden"})
_DONE_BY_ONESELF = word_set(
    "score win make play write publish release record celebrate set serve claim hit sign run begin start lose earn"
)


def _is_counted(owned: Token, verb: Token) -> bool:
    """True for what somebody did once more: "scored her third goal"."""
    if verb.lemma_.lower() not in _DONE_BY_ONESELF:
        return False
    return any(c.lower_ in _COUNTED or re.fullmatch(r"\d+(?:st|nd|rd|th)", c.lower_) for c in owned.children)


def _is_of_receiver(possessive: Token, subject: Token) -> bool:
    """True where the thing may be that of another object: "He gave each of them her own key", "gave the nurse her own".

    What is on one's own back or head stays the subject's ("He carried the child on her back").
    """
    owned = grammar.governor(possessive)
    above = grammar.governor(owned) if owned is not None else None
    if possessive.lower_ not in _POSSESSIVES or owned is None or above is None:
        return False
    between = possessive.doc[subject.i + 1 : possessive.i]
    if grammar.relation(owned) in ("obj", "iobj"):
        verbs = [above]
    else:
        verbs = [verb] if (verb := grammar.governor(above)) is not None and _is_with(above, possessive) else []
    others = (t for t in between if grammar.governor(t) in verbs and grammar.relation(t) in ("obj", "iobj"))
    of_nouns = grammar.relation(owned) == "obj"
    return any(t.lower_ in _ANYONE or (of_nouns and t.pos_ == "NOUN" and _is_somebody(t)) for t in others)


def _is_somebody(noun: Token) -> bool:
    return is_human(noun) or is_person(noun.lemma_.lower())


_ANYONE = frozenset({"each", "one", "everyone", "everybody", "them", "us", "me", "you"})


def _is_with(predicate: Token, possessive: Token) -> bool:
    """True for the predicate of "with his eyes shut"."""
    return grammar.relation(predicate) == "advcl" and possessive.i > 0 and possessive.nbor(-1).lower_ == "with"


def _subject(predicate: Token) -> Token | None:
    """The subject of a clause, by name where it stands beside one ("Ann Hill, a nurse, who carried …": Ann)."""
    subject = grammar.subject(predicate)
    while subject is not None and grammar.relation(subject) == "appos" and (above := grammar.governor(subject)):
        subject = above
    return subject


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


def _is_also_of_others(possessive: Token) -> bool:
    """True for "She tried to change his mind": what is done to another's as well."""
    owned = grammar.governor(possessive)
    verb = grammar.governor(owned) if owned is not None else None
    if owned is None or verb is None or owned.lemma_.lower() in _HELD:
        return False
    is_hurt_so = any(noun.lemma_.lower() in _ACCIDENTS for how, noun in grammar.obliques(verb) if how == "in")
    return verb.lemma_.lower() in _ALSO_TO_OTHERS and not is_hurt_so


def _sentence_before(token: Token) -> int:
    """Where the sentence before that of a word begins."""
    here = grammar.sentence(token)
    return grammar.sentence(token.doc[here.start - 1]).start if here.start else 0


def _somebody_between(copy: Copy, subject: Token, token: Token, gender: Gender, start: int) -> bool:
    between = [word for word in subject.doc[start : token.i] if word != subject]
    named = [p for p in copy.people for m in p.mentions if m.doc is token.doc and start <= m.start < token.i]
    others = [p for p in named if not any(m.start <= subject.i < m.end for m in p.mentions)]
    others = [p for p in others if start > subject.i or p.gender() in (None, gender)]
    fitting = {"m": ("him", "he"), "f": ("her", "she")}[gender]
    return bool(others) or any(word.lower_ in fitting or next(noun_gender(word), None) == gender for word in between)
