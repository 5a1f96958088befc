"""A name that nobody bears in the article: someone speaks who was never introduced, or a name that changed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.people import Person
from bot.analysis.errors.registry import Finding, check
from bot.language import given_names, grammar, places, titles

_SAYING = word_set(
    "say tell add ask reply explain warn note recall continue insist argue state claim admit deny agree "
    "suggest joke complain announce declare promise acknowledge concede stress confirm testify predict quip "
    "write think believe"
)
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})
_INTRODUCING = frozenset({"named", "called", "nicknamed", "dubbed", "surnamed", "as"})
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|siblings?|wife|husband|widow(?:er)?|sons?|daughters?|father|mother|parents?|uncle|aunt"
    r"|cousins?|nephew|niece|twins?|couple|family|families|relatives?|grand\w+|spouse|married|no relation|namesake|late"
    r"|children|dynasty)\b",
    re.I,
)
_PUBLIC_NAME = 18
"""Commonness above which a word may be the name of a firm or of somebody long dead, unless it speaks."""

_PUBLIC = word_set(
    "Trump Putin Biden Obama Clinton Bush Macron Merkel Scholz Netanyahu Zelensky Zelenskiy Zelenskyy Modi "
    "Musk Erdogan Erdoğan Johnson Sunak Starmer Thatcher Reagan Blair Churchill Kennedy Nixon Trudeau "
    "Bolsonaro Lula Sanders Harris Vance Merz Meloni Orbán Orban Assad Gaddafi Castro Chávez Maduro Milei "
    "Bezos Gates Zuckerberg Jobs Messi Ronaldo Neymar Guardiola Mourinho Federer Nadal Djokovic Beyoncé Bono "
    "Rihanna Madonna Adele Shakespeare Einstein Darwin Freud Marx Aristotle Plato Socrates Voltaire Homer "
    "Jesus Buddha Confucius Gandhi Mandela Stalin Lenin Hitler Mao"
)
"""People whom papers name by surname alone."""

_GIVEN = 1 << 14
"""Bearers from which a single name may well be a given one, as papers use for children."""

_PRONOUNS = frozenset({"it", "its", "he", "she", "his", "her", "they"})
_JOINING = frozenset({"and", "&", "or", "both", "to"})
_FEWEST_WORDS = 30
_PARTICLES = word_set("Mac Mc O De Van Von Al El Bin Ben Di Da Le La St Abu")
_TRUNCATED = re.compile(r"^\W*(?:[a-z]|\.\.\.|…)")
_INTERVIEW = re.compile(r"^(?:Q|A|[A-Z][\w .’-]{2,30}): ?\S", re.M)


@dataclass(frozen=True, slots=True)
class _Name:
    """A capitalised word with what hyphens and particles join to it, and the tokens it runs over."""

    text: str
    piece: DocSpan

    @property
    def before(self) -> Token | None:
        """The token before."""
        return self.piece.doc[self.piece.start - 1] if self.piece.start else None

    @property
    def behind(self) -> DocSpan:
        """The next nine tokens."""
        return self.piece.doc[self.piece.end : self.piece.end + 9]


@check("person.unintroduced", "Speaker who is never introduced", severity="major", confidence=0.65)
def unintroduced(copy: Copy) -> Iterator[Finding]:
    """ "Lund said": a surname alone in a speech tag, which has no given name, title, age or role anywhere."""
    for text, names in _unknown(copy).items():
        speaking = next((name for name in names if _relation(name) == "speaks"), None)
        if speaking is None or any(_tells(name) for name in names) or _is_role_before(names[0]):
            continue
        if any(_is_like(text, person) for person in _introduced(copy)):
            continue
        yield Finding(
            copy.of(speaking.piece),
            f"Possible missing introduction: “{text}” speaks here, and nothing in the article says who that is. "
            "Check the name, or introduce the speaker.",
        )


@check("person.changed-name", "Name that changes", severity="major", confidence=0.65)
def changed_name(copy: Copy) -> Iterator[Finding]:
    """One person under two names: "Rhian Prosser … Parfitt", "Carol Vandermeer … Karen Vandermeer"."""
    people = _introduced(copy)
    for text, names in _unknown(copy).items():
        first = names[0].piece
        owner = next((person for person in people if _is_like(text, person) and _is_before(person, first)), None)
        if owner is not None and any(_relation(name) for name in names):
            yield _finding(copy, first, text, owner)
    yield from _other_given_name(copy, people)


def _finding(copy: Copy, piece: DocSpan, name: str, owner: Person) -> Finding:
    return Finding(
        copy.of(piece),
        f"Possible mix-up: {owner.name} is introduced above, “{name}” is not. Check whether this is one person.",
        evidence=(copy.of(owner.mentions[0]),),
    )


def _introduced(copy: Copy) -> list[Person]:
    return [person for person in copy.people if person.is_full]


def _is_before(person: Person, piece: DocSpan) -> bool:
    return any(mention.doc is not piece.doc or mention.start < piece.start for mention in person.mentions)


def _unknown(copy: Copy) -> dict[str, list[_Name]]:
    return copy.once(_single_names)


def _single_names(copy: Copy) -> dict[str, list[_Name]]:
    """The single names of people that no given name, title or role before them introduces, with where they stand."""
    if len(copy.body) < _FEWEST_WORDS or _TRUNCATED.match(copy.text) or len(_INTERVIEW.findall(copy.text)) > 2:
        return {}
    known: set[str] = set()
    alone: dict[str, list[_Name]] = defaultdict(list)
    for words in copy.all_words:
        for name in _names(words):
            if _is_introduced(name):
                known.update((name.text, *re.split(r"[-’'\s]", name.text)))
            elif words is copy.words and name.piece[0].ent_type_ == "PERSON":
                alone[name.text].append(name)
    return {text: names for text, names in alone.items() if text not in known and _is_private(text, names, copy)}


def _names(words: Concordance) -> Iterator[_Name]:
    """Every capitalised word, hyphenated words and particles with what follows them as one."""
    doc, at = words.doc, 0
    for token in words.tokens:
        if token.i < at or not token.text[0].isupper():
            continue
        at, end = token.i, token.i + 1
        while end + 1 < len(doc) and doc[end].text in ("-", "’", "'") and not doc[end].whitespace_:
            end += 2
        if doc[at].text in _PARTICLES and end < len(doc) and doc[end].text[0].isupper():
            end += 1
        text = re.sub(r"[’']s?$", "", doc[at:end].text)
        if len(text) > 2:
            yield _Name(text, doc[at:end])
        at = end


def _is_private(text: str, names: list[_Name], copy: Copy) -> bool:
    """True for what can only be the surname of someone whom readers do not know."""
    speaks = any(_has_courtesy(name) or _relation(name) == "speaks" for name in names)
    if (commonness(text.lower()) > _PUBLIC_NAME and not speaks) or text in _PUBLIC or text in copy.outlets:
        return False
    if text.isupper() or places.lookup(text) is not None or not text[-1].isalpha():
        return False
    borne = given_names.gender(text)
    if borne is not None and borne[1] >= _GIVEN:
        return False
    if any(text in actor.name.split() and actor.kind != "person" for actor in copy.story.actors):
        return False
    return not any(_is_thing(name) for name in names)


def _has_courtesy(name: _Name) -> bool:
    return name.before is not None and name.before.lower_.rstrip(".") in _COURTESIES


def _is_role_before(name: _Name) -> bool:
    """True for "Ms Lund" where the sentences before have somebody without a name act: "The transport chief told"."""
    before = name.piece.doc[max(0, name.piece.start - 45) : name.piece.start - 1]
    subjects = (token for token in before if grammar.relation(token) == "nsubj" and token.tag_ == "NN")
    return _has_courtesy(name) and any(titles.is_role(token.text) for token in subjects)


def _is_thing(name: _Name) -> bool:
    """True for what the text calls "it": a company or a ship."""
    pronouns = (word.lower_ for word in name.behind if word.lower_ in _PRONOUNS)
    return next(pronouns, "") in ("it", "its")


def _is_introduced(name: _Name) -> bool:
    """True when the words before a name, or right behind it, are more of it or say who this is."""
    after, before = next(iter(name.behind), None), name.before
    if after is not None and (after.pos_ == "PROPN" or (after.text[:1].isupper() and after.ent_type_ == "PERSON")):
        return True
    if before is None or before.is_punct or before.is_space or _has_courtesy(name):
        return False
    if before.pos_ in ("PROPN", "NOUN", "NUM") or before.ent_type_ == "PERSON" or before.lower_ in _INTRODUCING:
        return True
    is_adjective = before.text[0].isupper() and not before.is_sent_start and before.pos_ == "ADJ"
    return is_adjective or titles.is_title(before.text) or titles.is_role(before.text)


def _tells(name: _Name) -> bool:
    """True for "Lund, a baker", "Lund, 44", "Lund (left)", "Lund, from Oslo"."""
    if len(name.behind) < 3 or name.behind[0].text not in (",", "("):
        return False
    first, rest = name.behind[1], name.behind[1:]
    if first.like_num or first.lower_ in ("who", "whose", "from", "of", "formerly", "left", "right"):
        return True
    end = next((n for n, word in enumerate(rest) if word.text in (",", ".", ")")), len(rest))
    return first.pos_ in ("DET", "NOUN", "ADJ", "PROPN", "PRON") and any(
        titles.is_role(word.text) for word in rest[:end]
    )


def _relation(name: _Name) -> str:
    """ "speaks" for the subject of a verb of speech, "acts" for other subjects and owners, else empty."""
    token = name.piece.root
    head, how = grammar.governor(token), grammar.relation(token)
    if head is not None and how == "nsubj" and head.lemma_.lower() in _SAYING:
        return "speaks"
    return "acts" if how in ("nsubj", "nsubj:pass", "nmod:poss") else ""


def _is_like(name: str, person: Person) -> bool:
    """True for names that a tired writer mixes up: of one beginning, or with a part in common."""
    one, words = given_names.fold(name), given_names.fold(person.name).split()
    if set(one.split()) & set(words):
        return not set(one.split()) <= set(words)
    return one[:1] == words[-1][:1] and min(len(one), len(words[-1])) >= 4


def _other_given_name(copy: Copy, people: list[Person]) -> Iterator[Finding]:
    """Two given names before one surname, the second without a word on who that is."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        bearers[person.surname].append(person)
    for sharing in bearers.values():
        if len(sharing) != 2:
            continue
        first, second = sharing
        one, mention = first.mentions[0], second.mentions[0]
        if one.doc is not mention.doc or len(first.words) != len(second.words) or len(second.mentions) > 1:
            continue
        name = _Name(mention.text, mention)
        if _tells(name) or _is_introduced(name) or (name.before is not None and name.before.lower_ in _JOINING):
            continue
        if _KIN.search(_narrated(copy, mention)):
            continue
        given, other = (given_names.fold(person.words[0]) for person in (first, second))
        if _relation(name) and not given.startswith(other) and not other.startswith(given):
            yield _finding(copy, mention, second.name, first)


def _narrated(copy: Copy, mention: DocSpan) -> str:
    """The sentence of a mention and the one before, quotations left out."""
    start = mention.sent.start
    first = mention.doc[start - 1].sent.start if start else 0
    return " ".join(token.text for token in mention.doc[first : mention.sent.end] if not copy.is_quoted(token.idx))
