"""Names of people that stand alone, as later mentions do: which of them nothing introduces, and what they do."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.role_classes import CLASS_OF
from bot.language import given_names, grammar, places, titles
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_SAYING = word_set(
    "say tell add ask reply explain warn note recall continue insist argue state claim admit deny agree "
    "suggest joke complain announce declare promise acknowledge concede stress confirm testify predict quip "
    "write think believe"
)
_COURTESIES = word_set("mr mrs ms miss madame monsieur mme frau herr señor señora signor signora")
_KIN = word_set(
    "wife husband widow widower partner mother father son daughter brother sister mum dad mom uncle aunt cousin niece "
    "nephew grandson granddaughter grandmother grandfather twin child girlfriend boyfriend fiancé fiancée"
)
_INTRODUCING = frozenset({"named", "called", "nicknamed", "dubbed", "surnamed", "as"})
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
_TIMES = word_set("today yesterday week month year night weekend morning afternoon evening now season")
"""Words before a name that do not say whose it is: "Last week Lund"."""
_FEWEST_WORDS = 30
_PARTICLES = word_set("Mac Mc O De Van Von Al El Bin Ben Di Da Le La St Abu")
_TRUNCATED = re.compile(r"^\W*(?:[a-z]|\.\.\.|…)")
_SCORE = re.compile(r",? \d+(?:[-–]\d+)?(?=[,.;\n]|$)")
_INTERVIEW = re.compile(r"^(?:Q|A|[A-Z][\w .’-]{2,30}): ?\S", re.M)


@dataclass(frozen=True, slots=True)
class Name:
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

    @property
    def has_courtesy(self) -> bool:
        """True for "Ms Lund"."""
        return self.before is not None and self.before.lower_.rstrip(".") in _COURTESIES

    @property
    def title(self) -> str:
        """The title right before it, as "dr"; empty for a courtesy or none."""
        before = self.before
        if before is None or self.has_courtesy or not titles.is_title(before.text):
            return ""
        return before.lower_.rstrip(".")

    @property
    def speaks(self) -> bool:
        """True for the subject of a verb of speech."""
        if self.before is not None and self.before.is_quote and any(word.is_quote for word in self.behind[:2]):
            return False  # the title of a work: So will “Tosca.”
        head = grammar.governor(self.piece.root)
        return head is not None and grammar.relation(self.piece.root) == "nsubj" and head.lemma_.lower() in _SAYING

    @property
    def acts(self) -> bool:
        """True for subjects and owners."""
        return grammar.relation(self.piece.root) in ("nsubj", "nsubj:pass", "nmod:poss")

    @property
    def is_thing(self) -> bool:
        """True for what the text calls "it": a company or a ship; for a side that has a score or "their" captain."""
        if self.has_courtesy or self.title:
            return False
        words = [word.lower_ for word in self.behind]
        if _SCORE.match(self.piece.doc.text, self.piece.end_char) or "Their" in [word.text for word in self.behind]:
            return True
        if words[:2] == [",", "its"]:
            return False  # "Lund, its founder"
        told = takewhile(lambda word: word not in ("“", "”", '"'), words)
        return next((word for word in told if word in _PRONOUNS), "") in ("it", "its")

    @property
    def is_told_of(self) -> bool:
        """True for "Lund, a baker", "Lund, 44", "Lund (left)", "Lund, from Oslo"."""
        if len(self.behind) < 3 or self.behind[0].text not in (",", "("):
            return False
        first, rest = self.behind[1], self.behind[1:]
        if first.like_num or first.lower_ in ("who", "whose", "from", "of", "formerly", "left", "right"):
            return True
        end = next((n for n, word in enumerate(rest) if word.text in (",", ".", ")")), len(rest))
        return first.pos_ in ("DET", "NOUN", "ADJ", "PROPN", "PRON") and any(
            titles.is_role(word.text) or word.lower_ in CLASS_OF for word in rest[:end]
        )

    @property
    def goes_on(self) -> bool:
        """True where more of the name follows."""
        after = next(iter(self.behind), None)
        return after is not None and (
            after.pos_ == "PROPN" or (after.text[:1].isupper() and after.ent_type_ == "PERSON")
        )

    @property
    def is_kin(self) -> bool:
        """True for "his wife, Ann," and "Ann, his wife,"."""
        name = self.piece.root
        beside = grammar.relation(name) in ("appos", "vocative")  # "Ann’s husband, Karl." may be read as a call
        noun = grammar.governor(name) if beside else None
        if noun is not None and noun.i < self.piece.start and noun.lemma_.lower() in _KIN:
            return True
        return any(kin.lemma_.lower() in _KIN and kin.i > name.i for kin in grammar.related(name, "appos"))

    @property
    def _shares_surname(self) -> bool:
        """True for the first of "Ann and Karl Lowe", as couples and kin are introduced."""
        joint, words = [word.lower_ for word in self.behind[:1]], self.behind[1:3]
        if joint not in (["and"], ["&"]) or len(words) < 2 or not all(word.text[:1].isupper() for word in words):
            return False
        return all(given_names.gender(name) is not None for name in (self.text, words[0].text)) and words[1].is_alpha

    @property
    def is_introduced(self) -> bool:
        """True when the words before a name, or right behind it, are more of it or say who this is."""
        if self.goes_on or self.is_kin or self._shares_surname:
            return True
        before = self.before
        if before is None or before.is_punct or before.is_space or self.has_courtesy or before.lower_ in _TIMES:
            return False
        if before.ent_type_ == "DATE":
            return False
        if before.pos_ in ("PROPN", "NOUN", "NUM") or before.ent_type_ == "PERSON" or before.lower_ in _INTRODUCING:
            return True
        is_adjective = before.text[0].isupper() and not before.is_sent_start and before.pos_ == "ADJ"
        return is_adjective or titles.is_title(before.text) or titles.is_role(before.text)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A single name that no given name introduces, with where it stands in the body.

    ``is_titled`` marks one that a title introduces ("Dr Lund"), and ``is_private`` what can only be the surname of
    someone whom readers do not know.
    """

    text: str
    names: tuple[Name, ...]
    is_titled: bool
    is_private: bool


def unknown_names(copy: Copy) -> list[Unknown]:
    """The single names of people in the body that nothing but a title introduces."""
    if len(copy.body) < _FEWEST_WORDS or _TRUNCATED.match(copy.text) or len(_INTERVIEW.findall(copy.text)) > 2:
        return []
    known: set[str] = set()
    alone: dict[str, list[Name]] = defaultdict(list)
    for words in copy.all_words:
        for name in _names(words):
            is_single = words is copy.words and name.piece[0].ent_type_ == "PERSON"
            if not name.is_introduced or (is_single and name.title and not name.goes_on):
                if is_single:
                    alone[name.text].append(name)
            else:
                known.update((name.text, *re.split(r"[-’'\s]", name.text)))
    return [
        Unknown(text, tuple(names), any(name.title for name in names), _is_private(text, names, copy))
        for text, names in alone.items()
        if known.isdisjoint((text, text.rpartition(" ")[2]))
        and not _is_other_thing(text, copy)
        and not _is_word_of_text(text, names, copy)
    ]


def _names(words: Concordance) -> Iterator[Name]:
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
            yield Name(text, doc[at:end])
        at = end


def _is_other_thing(text: str, copy: Copy) -> bool:
    """True for what is, or may be, no person: places, outlets and names that readers know."""
    if text in _PUBLIC or text in copy.outlets or text.isupper() or not text[-1].isalpha():
        return True
    if re.search(r"-[a-z]", text):
        return True  # "Lund-era"
    if places.lookup(text) is not None:
        return True
    return any(text in actor.name.split() and actor.kind != "person" for actor in copy.story.actors)


def _is_word_of_text(text: str, names: list[Name], copy: Copy) -> bool:
    """True for a word that has its capital from the sentence it begins, and is written small elsewhere: "Mpox"."""
    if not all(name.piece[0].is_sent_start for name in names):
        return False
    lower = text.lower()
    return any(t.text == lower for words in copy.all_words for t in words.spelt((lower,)))


def _is_private(text: str, names: list[Name], copy: Copy) -> bool:
    if any(name.has_courtesy for name in names):
        return True
    if commonness(text.lower()) > _PUBLIC_NAME and not any(name.speaks for name in names):
        return False
    borne = given_names.gender(text)
    if borne is not None and borne[1] >= _GIVEN:
        return False
    return not any(name.is_thing for name in names)
