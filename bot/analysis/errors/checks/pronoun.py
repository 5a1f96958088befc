"""A pronoun that fits none of the people it can stand for."""

from collections.abc import Iterator

from bot.analysis.errors.antecedents import KIN, Antecedents, Candidate, is_human, is_told_by
from bot.analysis.errors.companions import PRONOUNS, is_speech_tag, may_mean_another
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import Gender, Person, courtesy, noun_gender
from bot.analysis.errors.reference import References, is_answer
from bot.analysis.errors.reference_cues import is_of_another
from bot.analysis.errors.registry import DOUBTED, Finding, check
from bot.analysis.errors.same_question import Odd, together
from bot.analysis.errors.ties import SUBJECT, Ties, is_main_subject, is_subject, named_head
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_LOOK_BACK = 3
_OBJECTS = ("obj", "iobj", "obl", "obl:agent")
_DOUBTED = 0.55
_NEAR = 2
"""Paragraphs before its own in which a pronoun often finds whom it stands for."""


@check("person.pronoun", "Pronoun and name do not fit", severity="major", confidence=0.75)
def pronoun(copy: Copy) -> Iterator[Finding]:
    """ "he", "him", "his", "she" or "her" outside quotations, when everyone it may stand for is known by the other.

    Who is named or called by a noun in the paragraph so far counts, else the last paragraph that mentions
    somebody; then everyone mentioned further up. Anyone of unknown gender makes the check abstain.
    """
    found = list(_odd_pronouns(copy, Antecedents(copy)))
    titles = {id(person): (title, person) for person, title in _odd_titles(found)}
    for title, person in titles.values():
        yield Finding(
            copy.of(title),
            f"Possible mix-up: “{title.text}” stands before {person.name}, whom the text calls otherwise throughout. "
            "Check the title.",
            confidence=0.7,
        )
    unusual = {PRONOUNS[odd[0].lower_] for odd in found if _is_used_on(copy, odd)}
    asked = [
        odd
        for odd in found
        if id(odd[1].person) not in titles
        and PRONOUNS[odd[0].lower_] not in unusual
        and not _is_used_throughout(copy, odd, found)
    ]
    for (token, other, confidence), *more in together(copy, asked):
        who = other.person.name if other.person else f"“{other.token.text}”"
        meant = copy.of(other.person.mentions[0] if other.person else other.token)
        yield Finding(
            _stretch(copy, token),
            f"Possible mix-up: “{token.lower_}” stands where {who} seems to be meant. "
            "Check who is meant, and which pronoun that person uses.",
            evidence=(meant, *(copy.of(again) for again, _, _ in more)),
            confidence=confidence,
        )


def _speaks_of_itself(copy: Copy, known: Antecedents, pronoun: Token) -> bool:
    """True for "“Best thing I did,” she said" behind a sentence whose last subject, of whatever clause, is a woman.

    Who tells of what she did need not be whom the sentence is about: "Cole sat there since Lowe had moved him".
    """
    index = copy.paragraph_number(pronoun.idx)
    start = copy.paragraphs[index].start
    if not is_speech_tag(pronoun) or not index or any(c.told for c in known.between(start, pronoun.idx)):
        return False
    above = copy.paragraphs[index - 1]
    near = [c for c in known.between(above.start, above.end) if c.told and is_subject(c.token) and c.person]
    last = near[-1] if len(near) > 1 else None
    return last is not None and last.gender == PRONOUNS[pronoun.lower_] and "“" in copy.text[start : pronoun.idx]


def _odd_titles(found: list[Odd]) -> Iterator[tuple[Person, Token]]:
    """A title that stands once with a name against all the pronouns for its bearer: "Sir Ann Lowe … She … She"."""
    people = {id(other.person): other.person for _, other, _ in found if other.person is not None}
    for person in people.values():
        told = [title for mention in person.mentions if (title := courtesy(mention)) is not None]
        odd = [token for token, other, _ in found if other.person is person]
        is_alone = len(told) == 1 < len(person.mentions) and len(odd) > 1
        if is_alone and all(PRONOUNS[token.lower_] != told[0][1] for token in odd):
            yield person, told[0][0]


def _odd_pronouns(copy: Copy, known: Antecedents) -> Iterator[Odd]:
    ties = Ties(copy, known)
    references = References(copy, known, ties)
    bound: dict[Gender, int] = {}
    """For each gender, the last paragraph in which a pronoun of it was left alone."""
    for token in copy.words.spelt(PRONOUNS):
        gender = PRONOUNS[token.lower_]
        if (
            token.pos_ != "PRON"
            or copy.is_quoted(token.idx)
            or _is_either(copy, known, token)
            or _is_of_first(token, gender)
        ):
            continue
        index = copy.paragraph_number(token.idx)
        if _is_led(known, token, gender) or _is_of_next(known, token, gender):
            bound[gender] = index
            continue
        is_bound = bound.get(gender, -9) >= index - 1
        found = None if is_bound else _misfit(copy, known, token, gender, index) or _changed(copy, known, token, gender)
        is_outlived = found is None and _is_outlived(known, token, gender)
        if (
            found is None
            and not is_outlived
            and not is_of_another(token)
            and (tied := (sure := ties.of(token)) or references.misfit(token))
        ):
            last = bound.get(gender, -9)
            if not (may_mean_another(copy, known, token, tied, index - last) or _speaks_of_itself(copy, known, token)):
                found = tied, _DOUBTED if _is_doubtful(token, is_tied=sure is not None) else 0.65
        if found is not None and _is_met_by(known, token):
            found = None
        if found is None or found[1] < DOUBTED:
            bound[gender] = index
        if found is not None:
            yield token, *found


def _is_doubtful(pronoun: Token, *, is_tied: bool) -> bool:
    """True for "and he left" joined to a clause on Ann Cole, and for objects and owners that nothing ties to her.

    There a story of two people often means the one whom its last sentences did not name.
    """
    above = grammar.governor(pronoun)
    if is_tied:
        return above is not None and is_subject(pronoun) and grammar.relation(above) == "conj"
    is_owner = grammar.relation(pronoun) == "nmod:poss"
    return not is_subject(pronoun) and not (is_owner and above is not None and is_main_subject(above))


def _is_met_by(known: Antecedents, pronoun: Token) -> bool:
    """True for "he asked her" where she is who seems to be meant, and the text has told of somebody he may be.

    Likewise for "he said he would ask her": what follows of him in the sentence sets the two apart.
    """
    verb = grammar.governor(pronoun)
    if verb is None or not is_subject(pronoun):
        return False
    verbs = [verb, *_verbs_of(pronoun)]
    met = (PRONOUNS.get(t.lower_) for v in verbs for t in grammar.dependents(v) if grammar.relation(t) in _OBJECTS)
    if all(gender in (None, PRONOUNS[pronoun.lower_]) for gender in met):
        return False
    return any(c.told and c.fits(PRONOUNS[pronoun.lower_]) for c in known.between(0, pronoun.idx))


def _verbs_of(pronoun: Token) -> list[Token]:
    """The verbs of the rest of the sentence that have the same pronoun for their subject, and what they go on with."""
    behind = pronoun.doc[pronoun.i + 1 : grammar.sentence(pronoun).end]
    subjects = (t for t in behind if t.lower_ == pronoun.lower_ and is_subject(t))
    verbs = [verb for t in subjects if (verb := grammar.governor(t)) is not None]
    return [*verbs, *(clause for verb in verbs for clause in grammar.related(verb, "xcomp"))]


def _is_outlived(known: Antecedents, pronoun: Token, gender: Gender) -> bool:
    """True behind the death of somebody where the story is of another: "Jack died in 2008. She is survived by …"."""
    start = grammar.sentence(pronoun).start
    before = grammar.sentence(pronoun.doc[start - 1]) if start else None
    dead = grammar.subject(before.root) if before is not None and before.root.lemma_.lower() == "die" else None
    first = next((c for c in known.all if c.told and c.person is not None), None)
    if dead is None or first is None or first.gender != gender:
        return False
    return all(c.person is not first.person for c in known.between(dead.idx, dead.idx + 1))


def _is_either(copy: Copy, known: Antecedents, pronoun: Token) -> bool:
    """True for each of "his or her", and where each of several is meant: "gave each of them her own key"."""
    ahead = pronoun.doc[grammar.sentence(pronoun).start : pronoun.i]
    if any(_is_each(t) and not copy.is_quoted(t.idx) for t in ahead) and not _is_of_thanked(known, pronoun):
        return True
    around = pronoun.doc[max(0, pronoun.i - 2) : pronoun.i + 3]
    return sum(t.lower_ in PRONOUNS for t in around) > 1 and any(t.lower_ in ("or", "/") for t in around)


def _is_of_thanked(known: Antecedents, pronoun: Token) -> bool:
    """True for "Each of them thanked Ann Cole for his patience", which is Cole's."""
    owned = grammar.governor(pronoun)
    verb = grammar.governor(owned) if owned is not None and grammar.preposition(owned) == "for" else None
    if verb is None or verb.lemma_.lower() not in _PRAISING:
        return False
    return any(known.between(who.idx, who.idx + 1) for who in grammar.objects(verb))


_PRAISING = frozenset(
    {"thank", "praise", "blame", "admire", "congratulate", "honour", "honor", "criticise", "criticize"}
)


def _is_each(word: Token) -> bool:
    """True for "each of them" and "every nurse", of people; not for "each month" and "each other"."""
    if word.i + 1 < len(word.doc) and word.nbor().lower_ == "other":
        return False
    if word.lower_ == "each" and word.tag_ in ("DT", "PRP") and grammar.relation(word) in (*SUBJECT, "obj", "iobj"):
        return True
    noun = grammar.governor(word) if word.lower_ in ("each", "every") else None
    return noun is not None and (noun.lower_ == "one" or is_human(noun))


def _is_of_first(pronoun: Token, gender: Gender) -> bool:
    """True for "a miller and his wife", who is the miller's."""
    owned = grammar.governor(pronoun)
    if owned is None or owned.lemma_.lower() not in KIN or pronoun.i < pronoun.sent.start + 2:
        return False
    if grammar.relation(owned) != "conj" or pronoun.nbor(-1).lower_ != "and":
        return False
    first = pronoun.nbor(-2)
    is_one = first.pos_ == "NOUN" and first.tag_ == "NN"
    return is_one and all(told == gender for told in noun_gender(first))


def _misfit(
    copy: Copy, known: Antecedents, pronoun: Token, gender: Gender, index: int
) -> tuple[Candidate, float] | None:
    """The nearest one of the other gender and how sure, when nobody can be meant; None to abstain."""
    paragraphs = copy.paragraphs
    for distance in range(min(_LOOK_BACK, index) + 1):
        start = paragraphs[index - distance].start
        near = known.between(start, pronoun.idx if distance == 0 else paragraphs[index - distance].end)
        if any(c.fits(gender) and not _is_outdone(c, near, pronoun) for c in near):
            return None
        told = [c for c in near if c.told and not c.is_thing and not _is_barred(known, c, pronoun)]
        if told:
            break
    else:
        return None
    nearest = told[-1]
    far = [c for c in known.between(0, start) if c.fits(gender) and (c.person or c.gender or c.is_thing)]
    if nearest.person is None and index > distance:
        far += [c for c in known.between(paragraphs[index - distance - 1].start, start) if c.fits(gender)]
    if index < _NEAR and not (distance == 0 and is_subject(nearest.token) and (index or is_subject(pronoun))):
        ahead = known.between(pronoun.idx, paragraphs[min(index + _NEAR, len(paragraphs) - 1)].end)
        far += [c for c in ahead if c.fits(gender) and c.person]
    doubt = 0.05 * distance + (0 if nearest.is_sure else 0.1)
    if not far and not _is_in_headline(copy, gender):
        return nearest, (0.75 if is_speech_tag(pronoun) else 0.7) - doubt
    if is_speech_tag(pronoun) and is_speech_tag(named_head(nearest.token)) and not _is_answered(nearest, pronoun):
        return nearest, 0.7 - doubt  # who spoke last speaks on
    if distance == 0 and pronoun.lower_ in ("he", "she") and _is_carried_on(pronoun, start):
        return nearest, 0.7 - doubt
    is_recent = any(copy.paragraph_number(c.token.idx) >= index - _NEAR for c in far)
    is_open = distance or is_recent or not is_subject(nearest.token) or is_answer(pronoun)
    return None if is_open else (nearest, 0.6 - doubt)


def _is_carried_on(pronoun: Token, start: int) -> bool:
    """True when the subject of the sentence before, in the same paragraph, is the other pronoun: "She left. He"."""
    sentence = grammar.sentence(pronoun)
    if sentence.start_char <= start or not is_subject(pronoun):
        return False
    before = grammar.sentence(pronoun.doc[sentence.start - 1])
    subjects = {t.lower_ for t in before if t.lower_ in ("he", "she") and is_subject(t)}
    return subjects == {"she" if pronoun.lower_ == "he" else "he"}


def _changed(copy: Copy, known: Antecedents, pronoun: Token, gender: Gender) -> tuple[Candidate, float] | None:
    """The one person so far, whom the story has called by the other pronoun before, and oftener; None to abstain."""
    so_far = known.between(0, pronoun.idx)
    if not so_far or any(c.gender is not None or c.is_thing for c in so_far):
        return None
    if len({known.entity(c) for c in so_far}) > 1 or _is_in_headline(copy, gender):
        return None
    told = [t for t in copy.words.spelt(PRONOUNS) if t.pos_ == "PRON" and not copy.is_quoted(t.idx)]
    others = [t for t in told if PRONOUNS[t.lower_] != gender]
    before = [t for t in others if so_far[0].token.i < t.i < pronoun.i]
    if not before or len(others) <= len(told) - len(others):
        return None
    return so_far[-1], 0.65


def _is_outdone(candidate: Candidate, near: list[Candidate], pronoun: Token) -> bool:
    """True for whom a pronoun hardly means though it would fit.

    In a tag behind a quotation that is whoever the quotation speaks of ("my brother", she said), and in a clause
    that hangs on a subject of its own sentence "the doctor" of an earlier one, who was no subject there.
    """
    if not candidate.told and is_speech_tag(pronoun):
        return True
    start = grammar.sentence(pronoun).start
    if candidate.person or candidate.gender or candidate.token.i >= start or is_subject(candidate.token):
        return False
    if pronoun.lower_ not in ("he", "she"):
        return False
    others = [c.token for c in near if c.told and not c.is_thing and c.token.i >= start]
    others += [t for t in pronoun.doc[start : pronoun.i] if t.lower_ in ("he", "she") and t.lower_ != pronoun.lower_]
    return any(_leads(token, pronoun) for token in others)


def _is_led(known: Antecedents, pronoun: Token, gender: Gender) -> bool:
    """True where the pronoun may stand for somebody named after it ("When he left, Cole wept")."""
    later = known.between(pronoun.idx + 1, grammar.sentence(pronoun).end_char)
    return any(candidate.fits(gender) and _leads(candidate.token, pronoun) for candidate in later)


def _is_of_next(known: Antecedents, pronoun: Token, gender: Gender) -> bool:
    """True where a story opens on "Karl Berg called her first novel dull" and then names its author."""
    here = grammar.sentence(pronoun)
    if is_subject(pronoun) or here.start or here.end >= len(pronoun.doc):
        return False
    there = grammar.sentence(pronoun.doc[here.end])
    later = known.between(there.start_char, there.end_char)
    return any(c.told and c.person is not None and c.gender == gender for c in later)


def _leads(token: Token, pronoun: Token) -> bool:
    """True for the subject of a clause that the pronoun's clause depends on."""
    name = named_head(token)
    verb = grammar.governor(name)
    if name in pronoun.ancestors:
        return False
    return grammar.relation(name) in SUBJECT and verb is not None and verb in pronoun.ancestors


def _is_barred(known: Antecedents, candidate: Candidate, pronoun: Token) -> bool:
    """True for whom it never means: Cole for "her" in "Cole met her", for "she" in "Cole, she said, had left"."""
    subject = _subject_beside(pronoun)
    tag = grammar.governor(pronoun)
    if subject is None and tag is not None and (verb := grammar.governor(tag)) is not None:
        told_of = grammar.own_subject(verb)
        subject = told_of if told_of is not None and is_told_by(told_of, pronoun) else None
    if subject is None:
        return False
    if subject in (candidate.token, named_head(candidate.token)) or PRONOUNS.get(subject.lower_) == candidate.gender:
        return True
    here = known.between(subject.idx, subject.idx + 1)
    return candidate.person is not None and any(c.person is candidate.person for c in here)


def _subject_beside(pronoun: Token) -> Token | None:
    """The subject of the verb whose object a pronoun is."""
    if grammar.relation(pronoun) not in _OBJECTS:
        return None
    verb = grammar.governor(pronoun)
    while verb is not None and not grammar.is_predicate(verb):
        verb = grammar.governor(verb)
    return grammar.subject(verb) if verb is not None else None


def _is_in_headline(copy: Copy, gender: Gender) -> bool:
    """True when the headline alone names somebody whom the pronoun fits."""
    return any(p.gender() in (None, gender) for p in copy.people if all(m.doc is not copy.body for m in p.mentions))


def _is_used_throughout(copy: Copy, odd: Odd, found: list[Odd]) -> bool:
    """True when a story says only this pronoun, and twice, of somebody whose given name alone suggests the other."""
    other = odd[1]
    if other.person is None or sum(one[1].person is other.person for one in found) < 2:
        return False
    if any(PRONOUNS[t.lower_] == other.gender for t in copy.words.spelt(PRONOUNS)):
        return False
    return not other.person.is_gender_said


def _is_used_on(copy: Copy, odd: Odd) -> bool:
    """True for somebody whose given name is rather a man's, where the next sentence says "she" of her as well.

    "Francis Bell, a potter who gave up her shop, died on Sunday. She was 79": all that fits her may be said of her.
    """
    pronoun, other, _ = odd
    if other.person is None or other.is_sure or other.person.is_gender_said:
        return False
    end = grammar.sentence(pronoun).end_char
    behind = next((t for t in copy.words.spelt(PRONOUNS) if t.idx >= end and not copy.is_quoted(t.idx)), None)
    if behind is None or grammar.sentence(behind).start_char > end + 2 or not is_main_subject(behind):
        return False
    return PRONOUNS[behind.lower_] == PRONOUNS[pronoun.lower_]


def _is_answered(nearest: Candidate, pronoun: Token) -> bool:
    """True for "He told her", where she is the one who spoke last."""
    verb = grammar.governor(pronoun)
    children = grammar.dependents(verb) if verb is not None else []
    return any(PRONOUNS.get(child.lower_) == nearest.gender for child in children)


def _stretch(copy: Copy, pronoun: Token) -> Span:
    verb = grammar.governor(pronoun)
    if verb is not None and abs(verb.i - pronoun.i) <= 2:
        return copy.of(copy.body[min(verb.i, pronoun.i) : max(verb.i, pronoun.i) + 1])
    return copy.of(pronoun)
