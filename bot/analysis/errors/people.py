"""The people whom an article names, as the checks need them: every name form apart, with what shows gender.

The actors of a story merge name forms generously; a check that looks for two spellings of one name
must see the forms as they are printed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.analysis.actors.nouns import FEMALE, MALE, PARTICLES, PEOPLE
from bot.language import given_names, grammar, surnames, titles
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

Gender = Literal["f", "m"]

GENDER_OF_PRONOUN: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}

_TITLES: dict[str, Gender | None] = {
    **dict.fromkeys(("mr", "sir", "lord", "mister", "herr", "monsieur", "señor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "madam", "madame", "baroness", "señora", "frau"), "f"),
    **dict.fromkeys(("dr", "prof", "rev", "gen", "col", "sgt", "lt", "capt", "sen", "rep", "gov", "hon", "st")),
    **dict.fromkeys(("cllr", "coun", "supt", "cmdr", "maj", "pte", "cpl", "fr", "amb", "det", "insp")),
    **dict.fromkeys(("cr", "ald", "revd", "cdr", "const", "pcso", "ds", "msgr")),
}
_SURE_SHARE, _SURE_BEARERS = 0.95, 256
_FEW_BEARERS = 30
"""Bearers that will do when every one of them has the same gender."""
_MANY_BEARERS, _ALONE_SHARE = 1 << 13, 0.98
_LIKELY_SHARE, _SOME_BEARERS = 0.92, 8
_PERSONS = PEOPLE | MALE | FEMALE
_ONE = re.compile(r"[a-z]{3,}(?:man|woman|person)")
"""What else is somebody: "signalman"."""
# "chairman" and "actor" are said of women too.
_NOT_TELLING = frozenset({"chairman", "actor", "guy", "star", "hero", "model", "lad", "bloke"})


@dataclass(slots=True)
class Person:
    """One person by name. ``words`` are those of the fullest form; the last is taken for the surname."""

    words: tuple[str, ...]
    mentions: list[DocSpan] = field(default_factory=list)
    _told: set[Gender] = field(default_factory=set, init=False, repr=False, compare=False)
    _read: int = field(default=0, init=False, repr=False, compare=False)

    def _genders_said(self) -> set[Gender]:
        """What titles and nouns beside the name say; each mention is read once, as names are asked about often."""
        for mention in self.mentions[self._read :]:
            self._told.update(_said(mention))
        self._read = len(self.mentions)
        return self._told

    @property
    def name(self) -> str:
        """The fullest form."""
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word of the fullest form."""
        return self.words[-1]

    @property
    def is_full(self) -> bool:
        """True when a given name is known as well."""
        return len(self.words) > 1

    @property
    def is_gender_said(self) -> bool:
        """True when a title or a noun beside the name tells the gender, not the given name alone."""
        return bool(self._genders_said())

    def gender(self) -> Gender | None:
        """What titles and nouns beside the name say, else what the given name says; None when unsure or torn."""
        said = self._genders_said()
        if said:
            return next(iter(said)) if len(said) == 1 and not self._is_said_amiss() else None
        # A name that stands alone may be a surname that is a given name as well ("Mayor Cole").
        few = _FEW_BEARERS if self.share_of_women() in (0.0, 1.0) else _SURE_BEARERS
        return self._by_name(_SURE_SHARE, few)

    @property
    def is_torn(self) -> bool:
        """True for a name said of both: "Roy and Ann Lowe … Mr Lowe … Mrs Lowe"."""
        return len(self._genders_said()) > 1

    def _is_said_amiss(self) -> bool:
        """True where only a relative behind the name speaks against it: "Callum, his mother said, did not sing"."""
        if any(courtesy(mention) for mention in self.mentions):
            return False
        told = [
            (mention, noun) for mention in self.mentions for noun in joined_nouns(mention) if any(noun_gender(noun))
        ]
        if len(told) != 1 or told[0][1].i < told[0][0].end or not any(grammar.related(told[0][1], "nmod:poss")):
            return False
        named = self._by_name(_SURE_SHARE, _SURE_BEARERS) or self._by_given_name_alone()
        return named is not None and all(found != named for found in noun_gender(told[0][1]))

    def likely_gender(self) -> Gender | None:
        """As :meth:`gender`, with what the given name of most of its bearers says where nothing surer is known."""
        if self._genders_said():
            return self.gender()
        if not self.is_full:
            return self._by_given_name_alone()
        return self._by_name(_LIKELY_SHARE, _SOME_BEARERS) or self._by_surname()

    def _by_surname(self) -> Gender | None:
        """What a surname tells where the given name does not, unless most of its bearers are of the other gender."""
        told, women = surnames.gender(self.words), self.share_of_women()
        return told if women is None or (women > 1 / 2) == (told == "f") else None

    def _by_given_name_alone(self) -> Gender | None:
        """What a widely borne given name says of somebody called by nothing else, and by no title."""
        known = given_names.gender(self.words[0])
        if known is None or known[1] < _MANY_BEARERS or any(_title_before(mention) for mention in self.mentions):
            return None
        return "f" if known[0] >= _ALONE_SHARE else "m" if known[0] <= 1 - _ALONE_SHARE else None

    def _given(self) -> tuple[float, int] | None:
        """Share of women among the bearers of the given name, and how many they are; initials and titles are none."""
        names = [word for word in self.words[:-1] if len(word) > 1]
        while len(names) > 1 and titles.is_title(names[0]):
            names.pop(0)
        return given_names.gender(names[0]) if names else None

    def share_of_women(self) -> float | None:
        """Among the bearers of the given name."""
        known = self._given()
        return known[0] if known is not None else None

    def _by_name(self, least: float, bearers: int) -> Gender | None:
        known = self._given()
        if known is None or known[1] < bearers:
            return None
        return "f" if known[0] >= least else "m" if known[0] <= 1 - least else None


def name_words(mention: DocSpan) -> tuple[str, ...]:
    """The words of a name without titles, initials' dots and possessive endings."""
    words = [re.sub(r"[’']s?$", "", token.text).rstrip(".") for token in mention if token.tag_ != "POS"]
    words = [word for word in words if any(c.isalpha() for c in word)]
    while words and words[0].lower() in _TITLES:
        words.pop(0)
    return tuple(words)


def _holds_verb(words: tuple[str, ...]) -> bool:
    """True for "Quins pip Sarries", which a headline gives for one name: what is small in a name are particles."""
    return any(word.islower() and word not in PARTICLES and word not in _IN_NAMES for word in words[1:-1])


_IN_NAMES = frozenset({"the", "of", "and", "i", "y", "e"})


def people(
    docs: tuple[Doc, ...], not_people: frozenset[str], is_quoted: Callable[[Token], bool] = lambda _: False
) -> list[Person]:
    """The people named in some parses, in order of first mention. ``not_people`` are names known to be of outlets."""
    found: list[Person] = []
    for doc in docs:
        for ent in doc.ents:
            words = name_words(ent) if ent.label_ == "PERSON" else ()
            if not words or " ".join(words) in not_people or not words[-1][0].isupper():
                continue
            if doc is docs[0] and _holds_verb(words):
                continue
            person = _titled_owner(words, ent, found)
            person = person or _unnamed_relative(words, ent, found, is_quoted=is_quoted(ent[0])) or _owner(words, found)
            if person is None:
                person = Person(words)
                found.append(person)
            elif len(words) > len(person.words) and words[-1] == person.words[-1]:
                person.words = words
            person.mentions.append(ent)
    return found


def _titled_owner(words: tuple[str, ...], mention: DocSpan, found: list[Person]) -> Person | None:
    """Which of several with a surname a title means: "Ms Lowe" is Ann, though Karl Lowe was named last."""
    sharing = [person for person in reversed(found) if person.is_full and words == (person.surname,)]
    title = courtesy(mention) if sharing else None
    if title is None:
        return None
    genders = [person.likely_gender() for person in sharing]
    if len(sharing) == 1:
        kin = (person for person in reversed(found) if any(map(_is_named_as_kin, person.mentions)))
        is_other = genders[0] not in (None, title[1])
        return next((one for one in kin if one.likely_gender() in (None, title[1])), None) if is_other else None
    return next((sharing[genders.index(gender)] for gender in (title[1], None) if gender in genders), None)


_SHARING_A_NAME = frozenset(
    {"wife", "husband", "widow", "widower", "mother", "father", "son", "daughter", "brother", "sister", "uncle", "aunt"}
    | {"grandmother", "grandfather", "grandson", "granddaughter", "nephew", "niece"}
)


def _is_named_as_kin(mention: DocSpan) -> bool:
    """True for "his wife, Ann," whom a text may go on to call by the surname of the one who was named: "Mrs Lowe"."""
    if len(name_words(mention)) > 1:
        return False
    return any(noun.lemma_.lower() in _SHARING_A_NAME for noun in joined_nouns(mention))


def _unnamed_relative(
    words: tuple[str, ...], mention: DocSpan, found: list[Person], *, is_quoted: bool
) -> Person | None:
    """A person of her own for "Mrs Lowe" where Karl and Tom Lowe are known, ahead of them as whom "Lowe" means.

    Also where only Karl is, and the text has told of his wife or of "Ada and Karl Lowe", or somebody says it who may
    know her.
    """
    sharing = [person for person in found if words == (person.surname,)]
    full = [person for person in sharing if person.is_full]
    title = courtesy(mention) if full else None
    if title is None or any(person.likely_gender() in (None, title[1]) for person in full):
        return None
    is_married = title[0].lower_.rstrip(".") == "mrs"
    if len(full) == 1 and not is_quoted and not _is_told_of_kin(full[0], mention, title[1], is_married=is_married):
        return None
    known = next((p for p in sharing if not p.is_full and p.gender() == title[1]), None)
    if known is None:
        known = Person(words)
        found.insert(found.index(full[0]), known)
    return known


def relatives(found: list[Person]) -> list[Person]:
    """Those called by a title and a surname that somebody else bears in full: "Mr Lowe", the husband of Ann Lowe."""
    full = {person.surname for person in found if person.is_full}
    return [person for person in found if not person.is_full and person.surname in full]


_OF_OTHER_NAME = frozenset({"sister", "daughter", "niece", "granddaughter"})
"""Who of them is no "Mrs Lowe", as she has the name of her husband."""


def _is_told_of_kin(person: Person, mention: DocSpan, gender: Gender, *, is_married: bool) -> bool:
    """True where somebody of that gender may share the surname: "her husband", "Tom and Ann Lowe"."""
    sharing = _SHARING_A_NAME - _OF_OTHER_NAME if is_married else _SHARING_A_NAME
    if any(_is_second_of_two(one) for one in person.mentions):
        return True
    return any(
        word.lemma_.lower() in sharing and gender in noun_gender(word) and _is_of_other(word, gender)
        for word in mention.doc[: mention.start]
    )


def _is_second_of_two(mention: DocSpan) -> bool:
    """True for the name behind a given name that it is joined to: "Ann Lowe" in "Tom and Ann Lowe"."""
    before = mention.doc[max(0, mention.start - 3) : mention.start]
    if len(name_words(mention)) < 2 or [word.lower_ for word in before[-1:]] not in (["and"], ["&"]):
        return False
    first = before[-2:-1]
    is_given = len(first) == 1 and given_names.gender(first.text) is not None
    return is_given and not any(word.pos_ == "PROPN" for word in before[:-2])


def _is_of_other(noun: Token, gender: Gender) -> bool:
    """True for a relative who is left unnamed, and not that of somebody of the same gender: "his brother"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    owners = {GENDER_OF_PRONOUN.get(owner.lower_) for owner in grammar.related(noun, "nmod:poss")}
    is_named = any(word.ent_type_ == "PERSON" for word in behind) and behind[0].lower_ != "of"
    return gender not in owners and not is_named


def _owner(words: tuple[str, ...], found: list[Person]) -> Person | None:
    for person in reversed(found):
        if words == person.words:
            return person
        if len(words) == 1 and words[0] in (person.words[0], person.surname, *person.words[1:]):
            return person
        if len(words) > 1 and words[-1] == person.surname and (len(person.words) == 1 or words[0] == person.words[0]):
            return person
        if 1 < len(words) < len(person.words) and person.words[-len(words) :] == words:
            return person
    return None


def _said(mention: DocSpan) -> Iterator[Gender]:
    """Genders that titles before a name and nouns joined to it state."""
    before = mention[0].nbor(-1) if mention.start else None
    if _is_form_of_address(mention):
        return
    if (husband := _of_couple(mention)) is not None:
        yield husband
    for word in [*mention, *([before] if before is not None else [])]:
        gender = _TITLES.get(word.lower_.rstrip("."))
        if gender is not None:
            yield gender
    for noun in joined_nouns(mention):
        yield from noun_gender(noun)


def _of_couple(mention: DocSpan) -> Gender | None:
    """The gender of the other title in "Mr. and Mrs. Lowe"."""
    title = mention.start if mention[0].lower_.rstrip(".") in _TITLES else mention.start - 1
    before = [word.lower_.rstrip(".") for word in mention.doc[max(0, title - 2) : max(0, title)]]
    return _TITLES.get(before[0]) if before[1:] in (["and"], ["&"]) else None


def _is_form_of_address(mention: DocSpan) -> bool:
    """True for a title and a name alone in quotation marks, which is what others called somebody: as “Mr Lowe”."""
    doc, start, end = mention.doc, mention.start, mention.end
    if start and doc[start - 1].lower_.rstrip(".") in _TITLES:
        start -= 1
    return start > 0 and end < len(doc) and doc[start - 1].is_quote and doc[end].is_quote


def courtesy(mention: DocSpan) -> tuple[Token, Gender] | None:
    """The title in front of a name that says the gender of its bearer: "Sir"."""
    if _of_couple(mention) is not None:
        return None
    before = [mention[0].nbor(-1)] if mention.start else []
    told = ((word, _TITLES.get(word.lower_.rstrip("."))) for word in (*before, *mention))
    return next(((word, gender) for word, gender in told if gender is not None), None)


def _title_before(mention: DocSpan) -> bool:
    """True for a name behind a title or a noun for a role, as surnames are: "Mayor Cole"."""
    before = mention[0].nbor(-1) if mention.start else None
    return before is not None and (before.pos_ in ("NOUN", "PROPN") or before.lower_.rstrip(".") in _TITLES)


def joined_nouns(mention: DocSpan) -> Iterator[Token]:
    """The nouns that say what the person is: title before the name, apposition after it, predicate."""
    head = mention.root
    for child in grammar.dependents(head):
        if child.pos_ == "NOUN" and grammar.relation(child) in ("appos", "nmod:desc", "compound"):
            yield child
    if any(grammar.relation(child) == "cop" for child in grammar.dependents(head)):
        yield from (child for child in grammar.related(head, "nsubj") if _is_of_person(child))
    above = named_by(head)
    if above is None or above.pos_ != "NOUN":
        return
    how = grammar.relation(head)
    if how == "nsubj" and any(grammar.relation(child) == "cop" for child in grammar.dependents(above)):
        yield above
    elif how in ("flat", "nmod:desc") or is_apposed(head):
        yield above
        further = named_by(above) if grammar.relation(above) == "appos" else None
        if further is not None and further.pos_ == "NOUN":
            yield further  # "the candidate, dentist Ann Lowe,"


def is_apposed(name: Token) -> bool:
    """True for an apposition, also one that the parse takes for an attribute: "the candidate for mayor, Ann Lowe".

    What it belongs to stands before it: in "the champion Ann Lowe has married a man" Lowe is no man.
    """
    above = grammar.governor(name)
    if grammar.relation(name) != "nmod":
        return grammar.relation(name) == "appos" and above is not None and above.i < name.i
    return name.ent_type_ == "PERSON" and not grammar.related(name, "case")


def named_by(name: Token) -> Token | None:
    """What stands above a name; beside which noun an apposition stands is seen where the parse takes a nearer one.

    "The head of the delegation, Ann Lowe," names no delegation, and "the candidate for mayor, Ann Lowe," no mayor.
    Without a comma a name goes with the noun right before it: "the widow of the explorer Karl Lowe".
    """
    above = grammar.governor(name)
    if above is None or not is_apposed(name):
        return above
    if all(t.text != "," for t in name.doc[above.i : name.i]):
        before = name.nbor(-1) if name.i else above
        is_nearer = before != above and {above.i} == {a.i for a in before.ancestors} & {above.i, name.i}
        is_nearer = is_nearer and _is_of_person(before)
        return before if is_nearer and grammar.related(before, "det") else above
    if _is_of_person(above) and any(grammar.relation(child) == "det" for child in grammar.dependents(above)):
        return above
    noun = above
    while grammar.relation(noun) in ("nmod", "flat", "compound") and (further := grammar.governor(noun)) is not None:
        noun = further
        if _is_of_person(noun):
            return noun if grammar.relation(noun) not in ("appos", "nmod", "conj") else above
    return above


def _is_of_person(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and (noun.lemma_.lower() in _PERSONS or _ONE.fullmatch(noun.lemma_.lower()) is not None)


def noun_gender(noun: Token) -> Iterator[Gender]:
    """The gender that a noun for a person states."""
    lemma = noun.lemma_.lower()
    if lemma in _NOT_TELLING or noun.tag_ == "NNS":
        return
    if lemma in FEMALE:
        yield "f"
    elif lemma in MALE:
        yield "m"
