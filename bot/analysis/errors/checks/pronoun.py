"""A pronoun that fits none of the people it can stand for."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.actors.nouns import FEMALE, MALE, PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import Gender, Person, noun_gender
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.model import Span

_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
_POSSESSIVES: dict[str, Gender] = {"His": "m", "Her": "f"}
_SUBJECT = ("nsubj", "nsubj:pass")
_SPEECH_VERBS = frozenset(
    {"say", "tell", "add", "ask", "note", "explain", "continue", "write", "warn", "argue", "insist", "recall", "reply"}
    | {"state", "announce", "claim", "comment", "lament", "admit", "conclude"}
)
_LOOK_BACK = 3


@check("person.pronoun", "Pronoun and name do not fit", severity="major", confidence=0.75)
def pronoun(copy: Copy) -> Iterator[Finding]:
    """ "he", "she" or an opening "his", "her" outside quotations, when everyone named nearby is known by the other.

    The people of the same paragraph count first, then those of the last paragraph that names any.
    Anyone of unknown gender among them, or an unnamed person in between, makes the check abstain.
    """
    for token in copy.body:
        gender = _gender(token)
        if gender is None or copy.is_quoted(token.idx):
            continue
        unnamed = _unnamed_subject(copy, token, gender)
        if unnamed is not None:
            yield Finding(
                _stretch(copy, token),
                f"Possible mix-up: “{token.lower_}” does not seem to go with “{unnamed.text}”, the only person here. "
                "Check who is meant, and which pronoun that person uses.",
                evidence=(copy.of(unnamed),),
                confidence=0.6,
            )
            continue
        near = _candidates(copy, token)
        if near is None or (_fits_last_speaker(copy, token) and not _is_told_subject(copy, near[0])):
            continue
        person, distance = near
        if person.gender() in (None, gender):
            continue
        speech = _is_speech_tag(token)
        if not speech and (not _is_told_subject(copy, person) or _is_in_relative_clause(token)):
            continue
        if token.tag_ == "PRP$" and distance:
            continue
        yield Finding(
            _stretch(copy, token),
            f"Possible mix-up: “{token.lower_}” does not seem to go with {person.name}, the nearest person named. "
            "Check who is meant, and which pronoun that person uses.",
            evidence=(copy.of(person.mentions[0]),),
            confidence=(0.75 if speech else 0.65) - 0.05 * distance,
        )


def _unnamed_subject(copy: Copy, pronoun: Token, gender: Gender) -> Token | None:
    """The noun of the other gender that a pronoun of its own sentence must stand for, as nobody else is near.

    "A woman was swept from the pier, where he had gone to look for a dog."
    """
    if pronoun.lower_ not in _PRONOUNS or _fitting_name_follows(copy, pronoun):
        return None
    index = copy.paragraph_number(pronoun.idx)
    here = copy.paragraphs[index].start
    before = copy.paragraphs[max(0, index - 1)].start
    people = _unnamed_between(copy, here, pronoun.idx)
    if len(people) != 1 or _named_between(copy, here, pronoun.idx):
        return None
    earlier = {person.gender() for person in _named_between(copy, before, here)}
    earlier |= {next(noun_gender(noun), None) for noun in _unnamed_between(copy, before, here)}
    if earlier & {None, gender}:
        return None
    noun, sentence = people[0], grammar.sentence(pronoun)
    verb = grammar.governor(noun)
    known = next(noun_gender(noun), None)
    if known in (None, gender) or noun.i < sentence.start or not _is_subject(noun):
        return None
    clause = grammar.governor(pronoun)
    below = verb is not None and clause is not None and verb in clause.ancestors
    return noun if below and not any(t.lower_ in _PRONOUNS for t in copy.body[noun.i : pronoun.i]) else None


def _is_in_relative_clause(token: Token) -> bool:
    """True where the pronoun may stand for whoever the whole passage is about ("the studio where he worked")."""
    return any(above.dep_ == "acl:relcl" for above in token.ancestors if above.i >= token.sent.start)


def _gender(token: Token) -> Gender | None:
    """The gender of a subject pronoun, and of "his" or "her" that opens a sentence as part of its subject."""
    if token.lower_ in _PRONOUNS:
        return _PRONOUNS[token.lower_] if grammar.relation(token) in _SUBJECT else None
    if token.text not in _POSSESSIVES or token.tag_ != "PRP$" or not token.is_sent_start:
        return None
    owned = grammar.governor(token)
    return _POSSESSIVES[token.text] if owned is not None and grammar.relation(owned) in _SUBJECT else None


def _candidates(copy: Copy, pronoun: Token) -> tuple[Person, int] | None:
    """The last person whom the pronoun can stand for, and how many paragraphs back; None to abstain.

    All people in reach are of one known gender, else the check abstains.
    """
    paragraphs = copy.paragraphs
    index = copy.paragraph_number(pronoun.idx)
    here = paragraphs[index]
    if _fitting_name_follows(copy, pronoun):
        return None
    speech = _is_speech_tag(pronoun)
    for distance in range(_LOOK_BACK + 1):
        if index - distance < 0 or (distance and not speech and not _starts_paragraph(pronoun, here)):
            return None
        paragraph = paragraphs[index - distance]
        end = pronoun.idx if distance == 0 else paragraph.end
        named = _named_between(copy, paragraph.start, end)
        unnamed = _unnamed_between(copy, paragraph.start, end)
        if not named:
            if unnamed:
                return None
            continue
        genders = {person.gender() for person in named}
        genders |= {next(noun_gender(noun), None) for noun in unnamed}
        if len(genders) != 1:
            return None
        return named[-1], distance
    return None


def _fits_last_speaker(copy: Copy, pronoun: Token) -> bool:
    """True in a speech tag when whoever spoke last before it may be the one, however many were named since."""
    if not _is_speech_tag(pronoun):
        return False
    before = copy.mentions[: _first_mention(copy, pronoun.idx)]
    last = next((person for mention, person in reversed(before) if _speaks(mention.root)), None)
    return last is not None and last.gender() in (None, _gender(pronoun))


def _is_told_subject(copy: Copy, person: Person) -> bool:
    """True for a subject of the article's own words, quotations left out."""
    last = person.mentions[-1]
    return _is_subject(last.root) and not copy.is_quoted(last.start_char)


def _is_subject(name: Token) -> bool:
    """True for a subject and for what names it: "her predecessor and uncle, Karl Berg, had run the firm"."""
    while grammar.relation(name) in ("appos", "flat", "nmod:desc", "compound", "conj") and (
        above := grammar.governor(name)
    ):
        name = above
    return grammar.relation(name) in _SUBJECT


def _speaks(name: Token) -> bool:
    """True for the subject of a verb of speech, and for a name in apposition to it."""
    while grammar.relation(name) in ("appos", "flat", "nmod:desc", "compound") and (above := grammar.governor(name)):
        name = above
    verb = grammar.governor(name)
    return verb is not None and grammar.relation(name) == "nsubj" and verb.lemma_.lower() in _SPEECH_VERBS


def _named_between(copy: Copy, start: int, end: int) -> list[Person]:
    return [person for _, person in copy.mentions[_first_mention(copy, start) : _first_mention(copy, end)]]


def _first_mention(copy: Copy, offset: int) -> int:
    """The number of the first mention of a person that starts at a character of the body or after it."""
    return bisect_left(copy.mentions, offset, key=lambda place: place[0].start_char)


def _unnamed_between(copy: Copy, start: int, end: int) -> list[Token]:
    """Nouns for one person that do not belong to a name, quoted ones left out."""
    span = copy.body.char_span(start, end, alignment_mode="contract")
    return [
        token
        for token in (span or ())
        if token.tag_ == "NN"
        and token.lemma_.lower() in _HUMAN
        and not copy.is_quoted(token.idx)
        and grammar.relation(token) not in ("compound", "nmod:desc", "amod")
        and not _belongs_to_name(copy, token)
    ]


_HUMAN = PEOPLE | MALE | FEMALE


def _belongs_to_name(copy: Copy, noun: Token) -> bool:
    """True for a noun beside a name, and for the first of two joined under one article ("her uncle and mentor, …")."""
    roles = [noun, *(n for n in grammar.conjuncts(noun) if not {"det", "nmod:poss"} & {c.dep_ for c in n.children})]
    return not copy.role_nouns.isdisjoint(roles)


def _fitting_name_follows(copy: Copy, pronoun: Token) -> bool:
    """True when the sentence goes on with a name ("When he left, Cole wept"), which the pronoun may stand for."""
    following = _named_between(copy, pronoun.idx + len(pronoun), grammar.sentence(pronoun).end_char)
    return any(person.gender() in (None, _gender(pronoun)) for person in following)


def _is_speech_tag(pronoun: Token) -> bool:
    verb = grammar.governor(pronoun)
    return verb is not None and verb.lemma_.lower() in _SPEECH_VERBS


def _starts_paragraph(pronoun: Token, paragraph: Span) -> bool:
    return pronoun.idx == paragraph.start


def _stretch(copy: Copy, pronoun: Token) -> Span:
    verb = grammar.governor(pronoun)
    if verb is not None and abs(verb.i - pronoun.i) <= 2:
        return copy.of(copy.body[min(verb.i, pronoun.i) : max(verb.i, pronoun.i) + 1])
    return copy.of(pronoun)
