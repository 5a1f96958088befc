"""Counts of a heading that the first sentences of its story give otherwise, of the same things or the same deed."""

import re
from collections.abc import Iterator

from bot.analysis.errors.axes import meaning, on_axes
from bot.analysis.errors.borne_out import borne_out, in_a_row, joined
from bot.analysis.errors.counts import vague_counts
from bot.analysis.errors.figures import Figure, close
from bot.analysis.errors.headings import Heading
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.role_classes import CLASS_OF
from bot.language import grammar
from bot.language.quantities import ordinals
from bot.language.tokens import Doc, Token

_SENTENCES = 2
_DEEDS = tuple(
    map(
        word_set,
        (
            "jail imprison sentence convict incarcerate",
            "arrest detain seize apprehend round hold",
            "charge indict accuse name prosecute",
            "kill die drown perish dead death",
            "injure hurt wound hospitalise hospitalize",
            "rescue save free pull bring pluck winch recover release",
            "evacuate flee leave displace drive move relocate uproot escape abandon",
            "sack dismiss fire lay cut axe shed lose eliminate redundant",
            "hire recruit employ create",
            "sicken poison infect ill",
            "strand trap stick",
            "vaccinate immunise immunize inoculate",
            "deport expel repatriate",
            "acquit clear exonerate pardon",
        ),
    )
)
"""What befalls people, each in several words."""

_PEOPLE = word_set("official suspect teen sailor child other chief aide coach nurse ally relative native clerk monk")
_OF_A_VERB = ("nsubj", "obj", "root", "ROOT")
_LIGHT = (None, "have", "be", "take", "make", "get", "say", "include")
_PRISON = word_set("prison jail")
_JAIL = 0
_REACH = 3
"""Words between a number of a heading and what befalls so many."""

_PART = re.compile(
    r"\b(?:another|other|further|more|additional|first|last|latest|remaining|next|previous|those|some|all but|than|over"
    r"|least|nearly|almost|about|around|up to|between|a further|including|or|to|of|of the) $",
    re.IGNORECASE,
)
"""What stands before a number that is not all that a headline counts, or not quite."""

_MORE = re.compile(
    r"\b(?:another|(?<!the )others?|more|further|additional|also|separate\w*|elsewhere|plus)\b", re.IGNORECASE
)
_OF_PART = re.compile(r" (?:of|in) (?:the|them|whom|its|those|every|\d|ten|five|four|three)\b")
_RANGES = {"dozens": (20, 250), "hundreds": (100, 2500), "thousands": (900, 100_000)}


def restated(heading: Heading) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of a count of the heading and the other one that the first sentences have in its place."""
    told = [f for f in _first_told(heading) if _is_whole(f, heading.story.text)]
    for sentence in heading.figures:
        for claim in sentence.figures if told else ():
            if not claim.is_plain or claim.measure or claim.value < 2 or claim.quantity.hedge is not None:
                continue
            if is_of_ratio(claim, heading.text) or _PART.search(
                heading.text, max(heading.start, claim.start - 20), claim.start
            ):
                continue
            if _OF_PART.match(heading.text, claim.end) or (claim.token.i and claim.token.nbor(-1).pos_ == "PROPN"):
                continue  # "three of the ships", "a Boeing 787"
            deeds = _deeds_near(claim, heading)
            same = [f for f in told if _is_same(claim, f, deeds)]
            if len({f.value for f in same}) == 1 and not _is_told(claim, same[0], heading, deeds):
                yield claim, same[0]


def is_of_ratio(figure: Figure, text: str) -> bool:
    """True for either number of "two in three trains", which counts none of them."""
    return bool(_ONE_OF_RATIO.search(text, 0, figure.start) or _IN_SO_MANY.match(text, figure.end))


_ONE_OF_RATIO = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2}) (?:in|out of) (?:every )?$", re.I
)
_IN_SO_MANY = re.compile(
    r" (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b"
    r"(?! (?:days?|weeks?|months?|years?))"
)


def said_below(heading: Heading) -> Iterator[tuple[Figure, Figure]]:
    """The counts of a standfirst that the story has once, of the same things by the same verb: "cut in five places"."""
    below = [f for s in heading.story.figures for f in s.figures if f.is_plain and f.lemma and not f.measure]
    for sentence in heading.figures if heading.field == "text" else ():
        for claim in sentence.figures:
            if not claim.is_plain or claim.measure or claim.lemma is None or claim.value < 2:
                continue
            same = [f for f in below if f.lemma == claim.lemma]
            told = [f for f in same if f.value >= 2 and _is_whole(f, heading.story.text)]
            if len({f.value for f in same}) != 1 or not told or told[0].value == claim.value:
                continue
            if _governing(claim) == _governing(told[0]) not in _LIGHT and not _makes(
                claim.value, told[0], heading, frozenset()
            ):
                yield claim, told[0]


def _governing(figure: Figure) -> str | None:
    """The verb of which what is counted is subject, object or circumstance."""
    above = grammar.governor(figure.noun) if figure.noun is not None else None
    return meaning(above) if above is not None and above.pos_ == "VERB" else None


def vaguely_restated(heading: Heading) -> Iterator[tuple[int, int, Figure]]:
    """ "Dozens leave homes" over 4,200 people who were moved, as offsets and the count of the story."""
    first = _first_told(heading)
    for start, end, _, _ in vague_counts(heading.shown):
        word = heading.shown[start:end].lower()
        if word not in _RANGES or word in heading.story.text[heading.story.start :].lower():
            continue
        least, most = _RANGES[word]
        at = heading.start + end
        deeds = _deeds_of([t for t in heading.words if t.idx >= at][:_REACH])
        told = [f for f in first if _is_people(f.lemma) and _deeds_above(f) & deeds]
        if told and not any(least <= f.value <= most for f in first):
            yield heading.start + start, at, told[0]


def _first_told(heading: Heading) -> list[Figure]:
    """The counts of the first sentences of the story, of whatever is no measure."""
    lead = heading.story.lead
    first = [s for s in heading.story.figures if s.start + len(s.text) > lead][:_SENTENCES]
    return [f for s in first for f in s.figures if f.start >= lead and f.is_plain and not f.measure]


def _is_whole(figure: Figure, text: str) -> bool:
    """True for a count that nothing beside it adds to: not "two passengers and a driver", "two more", "two of the"."""
    noun = figure.noun
    if figure.value < 2 or noun is None or figure.quantity.hedge is not None:
        return False
    if noun.dep_ == "conj" or any(c.dep_ == "conj" for c in noun.children):
        return False
    return not (_PART.search(text, max(0, figure.start - 20), figure.start) or _OF_PART.match(text, figure.end))


def _deeds_near(claim: Figure, heading: Heading) -> frozenset[int]:
    """What the heading says befalls those that it counts, by the words next to the number."""
    at = next((i for i, t in enumerate(heading.words) if t.idx >= claim.start), 0)
    before, after = heading.words[max(0, at - _REACH + 1) : at], heading.words[at + 1 : at + 1 + _REACH]
    return _deeds_of(before) or _deeds_of(after)


def _deeds_of(words: list[Token]) -> frozenset[int]:
    lemmas = {form for t in words for form in (t.lemma_.lower(), meaning(t), re.sub(r"(?:es|s)$", "", t.lower_))}
    found = frozenset(i for i, deed in enumerate(_DEEDS) if deed & lemmas)
    return found | {_JAIL} if lemmas & _PRISON else found


def _deeds_above(figure: Figure) -> frozenset[int]:
    """What the story says befalls those that it counts, by the verb of which they are subject or object."""
    noun = figure.noun
    above = grammar.governor(noun) if noun is not None else None
    if above is None or noun is None or grammar.relation(noun).split(":")[0] not in ("nsubj", "obj", "nmod"):
        return frozenset()
    found = _deeds_of([above, *(c for c in noun.children if c.dep_.startswith("acl") and c.tag_ == "VBN")])
    if any(thing.lemma_.lower() in _PRISON and word == "to" for word, thing in grammar.obliques(above)):
        found |= {_JAIL}
    return found


def _is_same(claim: Figure, other: Figure, deeds: frozenset[int]) -> bool:
    """True for counts of one noun, and of people whom the same befalls."""
    mine, theirs = claim.lemma, other.lemma
    if mine is not None and mine == theirs:
        return True
    return _is_people(theirs) and bool(deeds & _deeds_above(other))


def _is_told(claim: Figure, rival: Figure, heading: Heading, deeds: frozenset[int]) -> bool:
    """True when the story has the heading's count too, of such things, or two that make it."""
    story, body = heading.story, rival.token.doc
    people = _is_people(rival.lemma)
    if claim.value in {f.value for f in _first_told(heading)}:
        return True
    like = [
        f
        for s in story.figures
        for f in s.figures
        if f.is_plain
        and not f.measure
        and f.start >= story.start
        and (
            (f.lemma is not None and f.lemma in (claim.lemma, rival.lemma))
            or (people and _is_people(f.lemma))
            or (f.lemma is None and grammar.relation(f.token).split(":")[0] in _OF_A_VERB)
        )
        and not _undoes(_above(f), deeds)
    ]
    if borne_out(claim.quantity, [f.quantity for f in like], ""):
        return True
    if any(
        o.value == claim.value and _is_one_of_them(o.start, body, claim, rival, deeds) for o in ordinals(story.text)
    ):
        return True
    return _makes(claim.value, rival, heading, deeds)


def _makes(value: float, rival: Figure, heading: Heading, deeds: frozenset[int]) -> bool:
    """True when what the story adds to a count makes the other: "and the driver", "two more", "200 in Kent"."""
    story = heading.story
    if close(rival.value + joined(story.text, rival.end), value):
        return True
    for sentence in story.figures:
        inside = sentence.start <= rival.start < sentence.start + len(sentence.text)
        if inside and in_a_row(value, sentence.figures):
            return True
        for other in sentence.figures:
            if other.start <= rival.start or not other.is_plain or other.measure or other.value < 2:
                continue
            more = inside or bool(_MORE.search(story.text, max(0, other.start - 25), other.end + 20))
            more = more or bool(_deeds_above(other) & deeds)  # "arrested three … Two men were detained on Saturday"
            if close(rival.value + other.value, value) and more and not _undoes(_above(other), deeds):
                return True
    return False


def _above(figure: Figure) -> Token | None:
    """The verb or noun on which what is counted depends."""
    return grammar.governor(figure.noun or figure.token)


def _undoes(verb: Token | None, deeds: frozenset[int]) -> bool:
    """True for a verb that ends on the other side of what befalls the heading's people: acquitted, not jailed."""
    ends = {end for i in deeds for lemma in _DEEDS[i] for end in on_axes(lemma).items()}
    return verb is not None and any((axis, -end) in ends for axis, end in on_axes(meaning(verb)).items())


def _is_one_of_them(at: int, body: Doc, claim: Figure, rival: Figure, deeds: frozenset[int]) -> bool:
    """True for "a fourth died in hospital", not for "a fourth defendant was acquitted" and "the fourth violation"."""
    ordinal = body.char_span(at, at + 1, alignment_mode="expand")
    if ordinal is None:
        return False
    words = list(ordinal.sent)
    alike = any(t.lemma_.lower() in (claim.lemma, rival.lemma) or _is_people(t.lemma_.lower()) for t in words)
    return (alike or bool(_deeds_of(words) & deeds)) and not any(_undoes(t, deeds) for t in words)


def _is_people(lemma: str | None) -> bool:
    return lemma is not None and (is_person(lemma) or lemma in CLASS_OF or lemma in _PEOPLE)
