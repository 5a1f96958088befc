"""The people of a text with the roles that it gives them: a title, a noun in apposition, a predicate.

Roles that words such as "former" or "then" move to another time are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.actors import nouns
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import Person, is_apposed, named_by, relatives
from bot.analysis.errors.role_classes import CLASS_OF
from bot.analysis.errors.role_deeds import DEEDS, verbs_with_deeds
from bot.analysis.errors.role_facts import PARTIES, TRADES, Role, ends_phrase, nation_of, phrase_of, role_of, told_with
from bot.analysis.errors.role_traits import workplace
from bot.language import grammar, titles
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Actor

_WORKING = word_set("work sit speak practise practice earn serve")
_CHANGED = re.compile(
    r"\b(?:former(?:ly)?|ex|then|now|once|later|become|became|becomes|becoming|elected|appointed|promoted|named|previous\w*"
    r"|new|newly|served|until|turned|switched|defected|candidate|hopeful|running|nominee|designate|elect|acting|late"
    r"|retired(?= (?:in|last|from|as|at|this|after|\d))|trained|qualified|worked|studied|started|began|grew|born"
    r"|interim|outgoing|incoming|would-be|future|too|himself|herself|again|aspiring"
    r"|visiting|citizen|as well|also|both|part-time|succeed\w*|after|before|emeritus|honorary|dual|naturali[sz]ed)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:became|becomes|turned(?! (?:down|up|out|away|off|on|over|back|in|to)\b)|elected|appointed|until|before|then"
    r"|once|elect|designate|too|again)\b"
)
_FOR_A_WHILE = re.compile(
    r"\bfor (?:the |an? |\w+ )?(?:minutes?|hours?|days?|nights?|evening|afternoon|weeks?|weekend|months?)\b"
    r"|\bin (?:his|her) (?:youth|day|time|spare|teens|twenties|thirties)\b"
)


@dataclass(slots=True)
class Bearer:
    """A person with the roles that the text joins to the name, in text order."""

    person: Person
    roles: list[tuple[DocSpan, Role]]


def bearers(copy: Copy) -> list[Bearer]:
    """The people named in full whose surname nobody else has, with their roles."""
    mentions: dict[str, list[DocSpan]] = {}
    full: dict[str, list[Person]] = {}
    others = relatives(copy.people)
    for person in copy.people:
        if any(person is other for other in others):
            continue
        given = tuple(word for word in person.words[:-1] if not _is_no_given_name(word))
        mentions.setdefault(person.surname, []).extend(person.mentions)
        if given and given[-1].lower() not in _FIRST_WORDS:
            full.setdefault(person.surname, []).append(person)
    for person in copy.people:
        if person.surname not in full and any(map(_has_courtesy, person.mentions)):
            full[person.surname] = [person]
    found = []
    told = _told_by_deeds(copy)
    for surname, people in full.items():
        if len(people) == 1 and not any(map(_is_of_two, people[0].mentions)):
            own = set(map(id, people[0].mentions))
            also = mentions.get(people[0].words[0], []) if people[0].words[0] not in full else []
            ordered = [m for m in (*mentions[surname], *also) if m.doc is copy.body or id(m) in own]
            ordered += _further(copy, people[0])
            ordered.sort(key=lambda m: (m.doc is copy.body, m.start))
            roles = [(m, role) for m in ordered for role in joined(m)]
            actor = copy.actors.of(people[0].mentions[0].root)
            roles += [(role.phrase, role) for whose, role in told if whose is actor]
            found.append(Bearer(people[0], roles))
    for bearer in found:
        bearer.roles += _repeated(copy, bearer, found)
        bearer.roles.sort(key=lambda one: (one[0].doc is copy.body, one[1].noun.i))
    return found


def _is_of_two(mention: DocSpan) -> bool:
    """True where a name is told apart from the same name: "William Ames, the father, …", "not the James Orr"."""
    before, behind = mention.doc[max(mention.start - 1, 0)], mention.doc[mention.end : mention.end + 4]
    is_apart = behind[:2].text.lower() == ", the" and behind[3:].text in (",", ".") and behind[2].lemma_ in _APART
    return is_apart or (before.lower_ == "the" and len(mention) > 1 and not titles.is_title(mention[0].text))


_APART = word_set("father mother son daughter uncle aunt nephew niece grandfather grandson elder younger older")


def _further(copy: Copy, person: Person) -> Iterator[DocSpan]:
    """The mentions of a person in the body that only the actors of the story have: "Ms Marchetti"."""
    actor = copy.actors.of(person.mentions[0].root)
    if actor is None or actor.kind != "person":
        return
    taken = {mention.start for mention, _ in copy.mentions}
    for mention in actor.mentions:
        if mention.kind == "name" and mention.field == "text":
            span = copy.body.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and span[-1].text == person.surname and taken.isdisjoint(range(span.start, span.end)):
                yield span


def _repeated(copy: Copy, bearer: Bearer, people: list[Bearer]) -> list[tuple[DocSpan, Role]]:
    """The roles of mentions without a name that repeat the noun of one beside it, held by nobody else: "The bishop"."""
    actor = copy.actors.of(bearer.person.mentions[0].root)
    lemmas = {role.noun.lemma_.lower() for _, role in bearer.roles}
    lemmas -= {role.noun.lemma_.lower() for other in people if other is not bearer for _, role in other.roles}
    known = {role.noun.i for _, role in bearer.roles if role.noun.doc is copy.body}
    named = bearer.person.mentions[0]
    found = []
    for mention in actor.mentions if lemmas and actor is not None else []:
        if mention.kind == "name" or mention.field != "text" or not mention.text.lower().startswith("the "):
            continue
        span = copy.body.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or span.root.i in known or (named.doc is copy.body and span.start < named.start):
            continue
        if span.root.lemma_.lower() not in lemmas:
            continue
        role = role_of(span.root)
        facts = {kind: value for kind, value in role.facts.items() if kind.startswith(_OF_ITS_OWN)} if role else {}
        if role is not None and facts and not _is_changed(role, span):
            found.append((span, Role(role.noun, role.phrase, facts)))
    return found


_OF_ITS_OWN = ("faith", "place of", "seat", "team", "club", "workplace")
"""Kinds of fact that tell two holders of one office apart."""


def _told_by_deeds(copy: Copy) -> list[tuple[Actor, Role]]:
    """Whose deeds say what they are: "who keeps goal for Perth", "she took up the cello"."""
    found = []
    for verb, role in verbs_with_deeds(copy.words.of_lemma(DEEDS)):
        subject = grammar.subject(verb) if not copy.is_quoted(verb.idx) else None
        actor = copy.actors.of(subject) if subject is not None and subject.tag_ not in ("NNS", "NNPS") else None
        if _is_part_of_title(verb):
            continue
        if actor is not None and actor.kind == "person" and not _CHANGED.search(_clause(verb).text):
            found.append((actor, role))
    return found


def _is_part_of_title(participle: Token) -> bool:
    """True for "told prosecuting counsel", where a participle says who is told, not what the subject does."""
    before, behind = participle.doc[max(0, participle.i - 1)], participle.doc[participle.i + 1 : participle.i + 2]
    is_close = grammar.relation(participle) == "advcl" and before == grammar.governor(participle)
    return participle.tag_ == "VBG" and is_close and behind.text != "" and behind[0].pos_ in ("NOUN", "PROPN")


def _clause(verb: Token) -> DocSpan:
    """The words right before and behind a verb, in its sentence."""
    return verb.doc[max(verb.sent.start, verb.i - 4) : min(verb.sent.end, verb.i + 6)]


def _is_no_given_name(word: str) -> bool:
    return titles.is_title(word) or titles.is_role(word) or word.lower() in nouns.PARTICLES


def _has_courtesy(mention: DocSpan) -> bool:
    """True for "Mr Hollis", whose given name nothing tells."""
    return _is_courtesy(mention[0]) or (mention.start > 0 and _is_courtesy(mention.doc[mention.start - 1]))


_FIRST_WORDS = word_set("police fire chief band school head deputy vice detective")


def joined(mention: DocSpan) -> Iterator[Role]:
    """The roles that stand beside a name: its title, the nouns in apposition, the predicate."""
    seen: set[int] = set()
    yield from _in_court(mention)
    yield from _party_of(mention)
    if (where := workplace(mention.root)) is not None:
        yield Role(mention.root, mention, {"workplace": where})
    for noun in (*_title(mention), *_set_off(mention), *_named(mention), *_predicates(mention)):
        if noun.i not in seen:
            seen.add(noun.i)
            role = role_of(noun)
            above = grammar.governor(noun)
            if role is not None and above is not None and above.lemma_ in _ELECTING:
                facts = {kind: value for kind, value in role.facts.items() if kind.startswith(_OF_ITS_OWN)}
                if facts:
                    yield Role(noun, role.phrase, facts)
            elif role is not None and not _is_changed(role, mention):
                yield role


_COURT = {
    "defending": "defence", "for the defence": "defence", "for the defense": "defence",
    "prosecuting": "prosecutor", "for the prosecution": "prosecutor", "for the crown": "prosecutor",
}  # fmt: skip


def _in_court(mention: DocSpan) -> Iterator[Role]:
    """The side of counsel: "Ann Lowe, prosecuting, said", "Ms Lowe, for the defence, asked"."""
    behind = mention.doc[mention.end : mention.end + 5]
    for length in (1, 3):
        words = behind[1 : 1 + length]
        after = behind[1 + length : 2 + length]
        name = _COURT.get(words.text.lower()) if behind[:1].text == "," and after.text in (",", ".") else None
        if name is not None:
            yield Role(words[-1], words, {"class": name})


def _party_of(mention: DocSpan) -> Iterator[Role]:
    """The party in "Ms Shah's Conservative group"."""
    owned = grammar.governor(mention.root) if grammar.relation(mention.root) == "nmod:poss" else None
    if owned is None or owned.lower_ not in ("group", "party", "caucus"):
        return
    for word in owned.doc[mention.end : owned.i]:
        if word.lower_ in PARTIES and word.text[0].isupper():
            yield Role(owned, owned.doc[word.i : owned.i + 1], {"party": PARTIES[word.lower_]})


def _title(mention: DocSpan) -> Iterator[Token]:
    """The role noun right before the name, or the titles that the recogniser took into it."""
    doc, start = mention.doc, mention.start
    while start < mention.end - 1 and (_is_title_word(doc[start]) or _is_courtesy(doc[start])):
        start += 1
    while start and _is_courtesy(doc[start - 1]):
        start -= 1
    if start and _is_title_word(doc[start - 1]):
        yield doc[start - 1]


def _is_courtesy(token: Token) -> bool:
    return token.lower_.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr", "professor", "prof")


def _is_title_word(token: Token) -> bool:
    word = token.lower_.rstrip(".").removeprefix("co-")
    if word in TRADES or told_with(token) in CLASS_OF or (token.i and f"{token.nbor(-1).lower_} {word}" in CLASS_OF):
        return True
    return titles.is_title(word) or titles.is_role(word) or word in nouns.PEOPLE or word in CLASS_OF


def _set_off(mention: DocSpan) -> Iterator[Token]:
    """The roles between commas: "the judge, Ada Lund, said", "Lund, 44, a midwife in Oslo, said"."""
    doc, start, end = mention.doc, mention.start, mention.end
    while start and _is_courtesy(doc[start - 1]):
        start -= 1
    if start > 1 and doc[start - 1].text == "," and end < len(doc) and doc[end].text in (",", "."):
        noun = doc[start - 2]
        if (
            noun.pos_ in ("NOUN", "PROPN")
            and _is_definite(phrase_of(noun))
            and (_is_title_word(noun) or any(map(nation_of, phrase_of(noun))))
        ):
            yield noun
        owner = grammar.governor(mention.root)
        if (
            owner is not None
            and grammar.relation(mention.root) == "appos"
            and owner.i < start
            and _is_title_word(owner)
        ):
            yield owner
    if start > 2 and doc[start - 2].text == "," and _is_title_word(doc[start - 1]) and doc[start - 1].text.islower():
        phrase = phrase_of(doc[start - 3])
        closed = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ != "and"
        if closed and phrase[0].is_sent_start and _is_definite(phrase) and _is_title_word(doc[start - 3]):
            yield doc[start - 3]  # "The defendant, judge Ada Lund, was"
    if end + 1 < len(doc) and doc[end].text == ",":
        at = end + 1
        if doc[at].like_num and at + 2 < len(doc) and doc[at + 1].text == ",":
            at += 2
        if doc[at].lower_ in ("the", "a", "an") or (doc[at].pos_ in ("NOUN", "ADJ") and not doc[at].text[0].isupper()):
            noun_at = next((i for i in range(at, min(at + 6, len(doc))) if ends_phrase(doc, i)), None)
            if noun_at is not None and (
                _is_title_word(doc[noun_at])
                or doc[noun_at].lower_ in PARTIES
                or any(map(nation_of, doc[at : noun_at + 1]))
            ):
                yield doc[noun_at]


def _named(mention: DocSpan) -> Iterator[Token]:
    """The nouns that the parse puts beside a name: "The mayor of Modena, Ms Marchetti", "Nowak, the driver's widow"."""
    for noun in grammar.dependents(mention.root):
        is_behind = noun.i >= mention.end and noun.pos_ == "NOUN"
        if is_behind and (grammar.relation(noun) == "appos" or grammar.preposition(noun) == "as"):
            yield noun
    above = named_by(mention.root)
    if above is not None and is_apposed(mention.root) and above.pos_ == "NOUN" and above.i < mention.start:
        yield above


def _predicates(mention: DocSpan) -> Iterator[Token]:
    """The noun of "Lund is a midwife", of "Lund, who works as a midwife", of "Lund, of the Green Party"."""
    root = mention.root
    above = grammar.governor(root)
    clauses = [clause for clause in grammar.dependents(root) if grammar.relation(clause) == "acl:relcl"]
    if above is not None and grammar.relation(root) in ("nsubj", "nsubj:pass"):
        clauses.append(above)
    for clause in clauses:
        copulas = [child for child in grammar.dependents(clause) if grammar.relation(child) == "cop"]
        is_now = any(copula.lower_ in ("is", "’s", "'s") for copula in copulas) or (
            any(copula.lower_ == "been" for copula in copulas)
            and any(word.lower_ in ("has", "have") for word in grammar.auxiliaries(clause))
        )
        if is_now and not grammar.is_negated(clause):
            yield clause
            others = (*grammar.conjuncts(clause), *grammar.related(clause, "appos"))
            yield from (other for other in others if other.tag_ == "NN")
        yield from _in_the_part(clause)
        if clause.lemma_ in _WORKING and not grammar.is_negated(clause):
            yield from (noun for word, noun in grammar.obliques(clause) if word == "as" and noun.tag_ == "NN")
    doc, end = mention.doc, mention.end
    if end + 2 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "of":
        yield from (token for token in doc[end + 3 : end + 8] if token.text == "Party")


_ELECTING = word_set("elect reelect re-elect appoint")
_BEGINNING = word_set(
    "begin start appoint elect name choose return stand run campaign describe see regard know hire train"
)

_IN_ONE_BODY = ("post", "part in", "place of", "seat", "team", "club")
"""Kinds of fact that somebody is in one body or matter, not at one time."""


def _in_the_part(clause: Token) -> Iterator[Token]:
    """The posts and parts in "As treasurer, Lund signed", "Lund resigned as president", no other roles."""
    if clause.lemma_ in _ELECTING and not grammar.is_negated(clause):
        yield from (noun for noun in grammar.related(clause, "xcomp", "obj") if noun.tag_ == "NN" and noun.i > clause.i)
    if clause.lemma_ in _BEGINNING or grammar.is_negated(clause):
        return
    for noun in grammar.related(clause, "obl"):
        is_part = noun.tag_ == "NN" and any(word.lower_ == "as" for word in grammar.related(noun, "case", "mark"))
        role = role_of(noun) if is_part else None
        if role is not None and any(kind.startswith(_IN_ONE_BODY) for kind in role.facts):
            yield noun


def _is_definite(phrase: DocSpan) -> bool:
    return phrase[0].lower_ in ("the", "a", "an", "his", "her", "their", "its") or any(t.tag_ == "POS" for t in phrase)


def _is_changed(role: Role, mention: DocSpan) -> bool:
    """True when the words around say that the role was, or will be, another's or held at another time."""
    doc = mention.doc
    first = max(mention.sent.start, min(role.phrase.start, mention.start) - 2)
    last = max(role.noun.i, mention.end - 1) + 1
    behind = doc[last : min(mention.sent.end, last + 4)]
    if _CHANGED.search(doc[first:last].text) is not None or _CHANGES.search(behind.text) is not None:
        return True
    return _FOR_A_WHILE.search(doc[role.noun.i + 1 : min(mention.sent.end, role.noun.i + 8)].text) is not None
