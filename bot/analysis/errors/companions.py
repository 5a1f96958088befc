"""Whether a pronoun that does not fit whom its place ties it to may mean another of the people a story is about.

A story of two people goes from one to the other without a name: "They met in Leeds. He was a mason. She …". Whom the
story has only just named is meant all the same, as a reader has nobody else in mind yet.
"""

import re

from bot.analysis.errors.antecedents import KIN, Antecedents, Candidate
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import GENDER_OF_PRONOUN, Gender, Person, courtesy, joined_nouns, noun_gender
from bot.analysis.errors.ties import (
    REPRESENTED,
    SPEECH_VERBS,
    SUBJECT,
    has_like_object,
    is_main_subject,
    is_subject,
    named_head,
)
from bot.language import grammar
from bot.language.tokens import Token

PRONOUNS: dict[str, Gender] = GENDER_OF_PRONOUN | {"hers": "f"}
_NEAR = 2
"""Paragraphs in which the people of a story are still in mind."""
_PAIR = frozenset({"they", "both", "couple", "pair", "two"})
_FAR = 300
"""Words before a pronoun that are looked at."""


def may_mean_another(copy: Copy, known: Antecedents, pronoun: Token, tied: Candidate, since: int) -> bool:
    """True where a story of two people may mean the other one.

    ``since`` says how many paragraphs ago a pronoun like it was last said of somebody whom it fits. Whom the story
    names first here is meant whatever was told before, unless the words are on two.
    """
    if tied.person is not None and _is_titled_amiss(tied.person, PRONOUNS[pronoun.lower_]):
        return False
    if (
        _asks_back(copy, known, pronoun, tied)
        or _is_met(known, pronoun)
        or _has_partner(copy, known, pronoun)
        or _is_contrasted(pronoun)
        or _is_of_pair(copy, pronoun)
        or _is_reported_of(copy, known, pronoun)
    ):
        return True
    if not _is_new(copy, pronoun, tied):
        return since <= _NEAR or _is_beside_name(copy, known, pronoun)
    if (since <= 1 or _is_beside_name(copy, known, pronoun, 1)) and _is_of_another(pronoun):
        return True
    if _is_beside_name(copy, known, pronoun) and not (_speaks(pronoun) or has_like_object(pronoun)):
        return True
    is_live = since <= _NEAR or _is_beside_name(copy, known, pronoun, _NEAR)
    return is_live and (_is_aside(pronoun) or _is_kin(copy, tied, pronoun) or _is_of_both(copy, known, pronoun))


def _is_titled_amiss(person: Person, gender: Gender) -> bool:
    """True for "Sir Ann Lowe", whom only a title makes a man."""
    women = person.share_of_women()
    if women is None or all(courtesy(mention) is None for mention in person.mentions):
        return False
    return (women > 1 / 2) == (gender == "f")


def _is_new(copy: Copy, pronoun: Token, tied: Candidate) -> bool:
    """True for whom the pronoun's paragraph or the one before names first, and no relative further up."""
    if tied.person is None or tied.person.mentions[0].doc is not copy.body:
        return False
    above = copy.text[: copy.paragraphs[max(0, copy.paragraph_number(pronoun.idx) - 1)].start]
    return not any(re.search(rf"\b{re.escape(name)}\b", above) for name in tied.person.words)


def _is_met(known: Antecedents, pronoun: Token) -> bool:
    """True where the sentence has somebody whom the pronoun fits: "he told the producer, when she complained"."""
    here = known.between(grammar.sentence(pronoun).start_char, pronoun.idx)
    return any(candidate.told and candidate.fits(PRONOUNS[pronoun.lower_]) for candidate in here)


def _is_beside_name(copy: Copy, known: Antecedents, pronoun: Token, above: int = 0) -> bool:
    """True where the paragraph, or some above, names another whom the pronoun fits."""
    start = copy.paragraphs[max(0, copy.paragraph_number(pronoun.idx) - above)].start
    gender = PRONOUNS[pronoun.lower_]
    return any(c.told and c.person is not None and c.gender == gender for c in known.between(start, pronoun.idx))


def _asks_back(copy: Copy, known: Antecedents, pronoun: Token, tied: Candidate) -> bool:
    """True for "Ann Lowe asked Karl Berg why. He was busy, Berg said. “All day?” she asked": the first asks on."""
    verb = grammar.governor(pronoun)
    if not _speaks(pronoun) or verb is None or tied.person is None:
        return False
    quoted = copy.text[: min(pronoun.idx, verb.idx)].rstrip().rstrip("”\"’'")
    if verb.lemma_.lower() != "ask" and not quoted.endswith("?"):
        return False
    above = copy.paragraphs[max(0, copy.paragraph_number(pronoun.idx) - 1)]
    gender = PRONOUNS[pronoun.lower_]
    asking = [c for c in known.between(above.start, pronoun.idx) if c.told and c.person is not None]
    for one in asking:
        here = grammar.sentence(one.token)
        if one.fits(gender) and is_main_subject(one.token) and one.person is not tied.person:
            met = any(c.person is tied.person for c in known.between(here.start_char, here.end_char))
            if met or any(PRONOUNS.get(t.lower_, gender) != gender for t in here):
                return True
    return False


def _has_partner(copy: Copy, known: Antecedents, pronoun: Token) -> bool:
    """True behind "his wife" and "a woman", for all but who speaks a quotation: a story of two."""
    if _speaks(pronoun):
        return False
    gender = PRONOUNS[pronoun.lower_]
    start = copy.paragraphs[max(0, copy.paragraph_number(pronoun.idx) - _NEAR)].start
    if any(_is_one_by_noun(c) and c.gender == gender for c in known.between(start, pronoun.idx)):
        return True
    before = pronoun.doc[max(0, pronoun.i - _FAR) : pronoun.i]
    kin = (t for t in before if t.lemma_.lower() in KIN and t.idx >= start and not copy.is_quoted(t.idx))
    owners = (t for noun in kin if gender in noun_gender(noun) for t in grammar.related(noun, "nmod:poss"))
    return any(PRONOUNS.get(owner.lower_) != gender for owner in owners)


def _is_one_by_noun(candidate: Candidate) -> bool:
    is_noun = candidate.person is None and not candidate.is_thing
    return candidate.told and is_noun and candidate.token.tag_ in ("NN", "NNP")


def _is_contrasted(pronoun: Token) -> bool:
    """True for "He digs, and she keeps the books"."""
    verb = grammar.governor(pronoun)
    above = grammar.governor(verb) if verb is not None and grammar.relation(verb) == "conj" else None
    other = grammar.subject(above) if above is not None else None
    gender = PRONOUNS.get(other.lower_) if other is not None else None
    return is_subject(pronoun) and gender is not None and gender != PRONOUNS[pronoun.lower_]


def _is_of_pair(copy: Copy, pronoun: Token) -> bool:
    """True for "They met when Ann Lowe ran into his bicycle": what two do, one does to the other."""
    if _speaks(pronoun):
        return False
    before = pronoun.doc[grammar.sentence(pronoun).start : pronoun.i]
    return any(t.lower_ in _PAIR and is_main_subject(t) and not copy.is_quoted(t.idx) for t in before)


def _is_aside(pronoun: Token) -> bool:
    """True for "he wept as she spoke" and "he had found that she lied": whom one finds out is another."""
    verb = grammar.governor(pronoun)
    above = grammar.governor(verb) if verb is not None else None
    if verb is None or above is None:
        return False
    is_found_out = grammar.relation(verb) == "ccomp" and above.lemma_.lower() in _FINDING_OUT
    return is_found_out or grammar.relation(verb) in ("advcl", "acl:relcl")


_FINDING_OUT = frozenset({"discover", "find", "hear", "learn", "notice", "see", "suspect"})


def _is_reported_of(copy: Copy, known: Antecedents, pronoun: Token) -> bool:
    """True for "Karl Berg says that she …" behind a sentence on a woman, and for "He says that she …" near one.

    Two who differ tell of each other; both are told apart by their pronouns.
    """
    verb = grammar.governor(pronoun)
    main = grammar.governor(verb) if verb is not None and grammar.relation(verb) == "ccomp" else None
    if main is None or not is_subject(pronoun):
        return False
    speaker, here = grammar.subject(main), grammar.sentence(pronoun)
    start = grammar.sentence(pronoun.doc[here.start - 1]).start_char if here.start else 0
    if speaker is not None and speaker.lower_ in PRONOUNS:
        start = copy.paragraphs[max(0, copy.paragraph_number(pronoun.idx) - _NEAR)].start
    near = (c for c in known.between(start, here.start_char) if c.told and c.gender == PRONOUNS[pronoun.lower_])
    return any(c.person is not None and is_main_subject(c.token) for c in near)


def _is_of_another(pronoun: Token) -> bool:
    """True for "Karl Berg has edited her novels", not for "Karl Berg said her members", for whom a speaker speaks."""
    owned = grammar.governor(pronoun)
    return grammar.relation(pronoun) not in SUBJECT and (owned is None or owned.lemma_.lower() not in REPRESENTED)


def _is_kin(copy: Copy, tied: Candidate, pronoun: Token) -> bool:
    """True for "her husband, Karl Berg", who has just come in beside the one whose husband he is.

    Not where he tells something, or where a quotation in the paragraph speaks of her.
    """
    gender = PRONOUNS[pronoun.lower_]
    nouns = (
        [*joined_nouns(tied.person.mentions[0]), *_before(copy, tied.person, gender)] if tied.person is not None else []
    )
    owners = (t for noun in nouns if noun.lemma_.lower() in KIN for t in grammar.related(noun, "nmod:poss"))
    if all(PRONOUNS.get(owner.lower_, gender) != gender for owner in owners):
        return False
    verb = grammar.governor(named_head(tied.token))
    if _speaks(pronoun) and is_subject(tied.token) and verb is not None and verb.lemma_.lower() in SPEECH_VERBS:
        return False
    here = copy.paragraphs[copy.paragraph_number(pronoun.idx)]
    spoken_of = (t for t in copy.words.spelt(PRONOUNS) if here.start <= t.idx < here.end and copy.is_quoted(t.idx))
    return all(PRONOUNS[t.lower_] != gender for t in spoken_of)


def _before(copy: Copy, person: Person, gender: Gender) -> list[Token]:
    """The nouns of the sentence before somebody is named that may be for him: "fell on her husband. Karl Berg"."""
    here = grammar.sentence(person.mentions[0][0])
    if not here.start:
        return []
    there = grammar.sentence(here.doc[here.start - 1])
    told = (noun for noun in there if noun.pos_ == "NOUN" and not copy.is_quoted(noun.idx))
    return [noun for noun in told if any(own != gender for own in noun_gender(noun))]


def _is_of_both(copy: Copy, known: Antecedents, pronoun: Token) -> bool:
    """True for "They met in Leeds. He was a mason. She …" and "They met in Leeds. “It was raining,” she said"."""
    if not is_main_subject(pronoun):
        return False
    number = copy.paragraph_number(pronoun.idx)
    start = copy.paragraphs[max(0, number - 1) if _speaks(pronoun) else number].start
    before = pronoun.doc[max(0, pronoun.i - _FAR) : pronoun.i]
    both = [t for t in before if t.lower_ == "they" and t.idx >= start and not copy.is_quoted(t.idx)]
    both = [t for t in both if is_main_subject(t)]
    if not both or not _speaks(pronoun):
        return bool(both)
    since = known.between(both[-1].idx, pronoun.idx)
    return not any(c.told and is_main_subject(c.token) for c in since)


def is_speech_tag(pronoun: Token) -> bool:
    """True for words of a verb of speech: "she" in "she said"."""
    verb = grammar.governor(pronoun)
    return verb is not None and verb.lemma_.lower() in SPEECH_VERBS


def _speaks(pronoun: Token) -> bool:
    return grammar.relation(pronoun) == "nsubj" and is_speech_tag(pronoun)
