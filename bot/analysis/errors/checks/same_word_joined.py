"""One word joined to itself: "a clear and clear timetable"."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.tokens import Token
from bot.model import FieldName

_JOINED = re.compile(r"(?<![\w’'-])([a-z]{4,}) (?:and|or) (\1)(?![\w’'-])")
_LISTED = re.compile(r"(?<![\w’'-])(?<!, )([a-z][a-z-]{3,}s), (\1)(?=,? (?:and|or) [a-zA-Z]|, [a-z]+s,? and )")
_COUNT = r"(?:(?:two|three|four|five|six|a|an|the) )?"
_OPENS_LIST = re.compile(
    rf"(?<![\w’'-])({_COUNT}[a-z]{{4,}}), (\1)(?:,? and|,? or|, [a-z]+,? and) {_COUNT}[a-z]", re.IGNORECASE
)
"""The first member of a list twice: "heating, heating and insurance"; nouns alone, as "a long, long road" is long."""

_NAMES_JOINED = re.compile(r"(?<![\w’'.-])((?!The )[A-Z][\w’'-]+ [A-Z][\w’'-]+) and (\1)(?![\w’'-]| [A-Z])")
"""One person named twice: "Ann Lowe and Ann Lowe"."""

_PHRASES_JOINED = re.compile(
    r"(?<![\w’'-])(?:to |the |a |an )?((?:[a-z]{2,} ){1,3}[a-z]{3,}) (?:and|or) (?:to |the |a |an )?(\1)(?=[.,;:])"
)
"""Two to four words that are joined to themselves."""

_LAPSE = frozenset(
    {"ago", "after", "before", "again", "over", "through", "round", "around", "more", "less", "such", "time"}
)
_QUANTITIES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|centurie|age|generation|mile|metre|meter|inche|acre"
    r"|page|row|line|layer|load|lot|ton|tonne|pile|heap|stack|dozen|score|hundred|thousand|million|billion|time|rep)s"
)


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your"})
_JOINS = frozenset({"and", "or", "nor"})
_CLASSES = frozenset({"NN", "NNS", "JJ", "NNP", "NNPS"})
_MODIFIERS = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "NNP", "NNPS", "CD", "VBN", "VBG", "POS", "HYPH"})
"""Tags of a word that tells what follows it apart from its like."""

_GOES_ON = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "MD", "RB", ".", ",", ":", "''", "-RRB-", ";"})
"""Tags behind a joined word that end its phrase, so that nothing told it apart there."""

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_LEAST_LETTERS = 3
_MEMBERS = 4
"""Members of a list that are looked back over."""


def _bare_twins(sentence: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Two members of a list that are one word, neither told apart: "the cook and the cook", "fuel, food and fuel".

    By the words alone, as no parse of such a list can be relied on.
    """
    for i, join in enumerate(sentence[:-1]):
        if join.lower_ not in _JOINS or join.ent_type_:
            continue
        last = i + 1
        while last < len(sentence) - 1 and _opens(sentence[last]):
            last += 1
        second, opening = sentence[last], [token.lower_ for token in sentence[i + 1 : last]]
        behind = sentence[last + 1 :]
        if not _can_be_twin(second, join) or not _ends(second, behind) or _opens_clause(sentence[:i], behind):
            continue
        for first in _members(sentence[:i]):
            if first.lower_ == second.lower_ and _is_bare(sentence, first, opening):
                yield first, second
                break


def _members(before: Sequence[Token]) -> Iterator[Token]:
    """The last words of the members of a list, backwards from its "and"; each has at most three words."""
    end = len(before) - 1
    for _ in range(_MEMBERS):
        if end >= 0 and before[end].text == ",":
            end -= 1
        if end < 0 or not before[end].is_alpha:
            return
        yield before[end]
        comma = next((i for i in range(end - 1, max(end - 4, -1), -1) if before[i].text == ","), None)
        if comma is None:
            return
        end = comma


def _is_bare(sentence: Sequence[Token], first: Token, opening: Sequence[str]) -> bool:
    """Whether nothing before the first twin tells it apart, and no other preposition or article opens the second."""
    start = at = first.i - sentence[0].i
    while start and _opens(sentence[start - 1]):
        start -= 1
    own = [token.lower_ for token in sentence[start:at]]
    if start == at and at and sentence[at - 1].tag_ in _MODIFIERS:
        return False
    return not opening or own[-len(opening) :] == opening


def _opens_clause(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether the word may be the subject of a second clause: "They met Iran, and Iran said"."""
    return bool(behind) and behind[0].tag_ in _FINITE and any(token.tag_ in _FINITE for token in before)


def _ends(word: Token, behind: Sequence[Token]) -> bool:
    """Whether nothing behind the word tells it apart; of a name "of" would, and hardly another preposition."""
    if not behind or behind[0].tag_ in _GOES_ON or behind[0].lower_ in ("each", "both"):
        return True
    return word.tag_ == "NNP" and behind[0].tag_ in ("IN", "WDT", "WP") and behind[0].lower_ not in ("of", "to", "from")


def _opens(token: Token) -> bool:
    return token.lower_ in _DETERMINERS or (token.tag_ in ("IN", "TO") and token.pos_ in ("ADP", "PART"))


def _can_be_twin(word: Token, join: Token) -> bool:
    """Whether the word is of a class in which a twin says nothing new; verbs are where "nor" parts them."""
    if len(word) < _LEAST_LETTERS or not word.is_alpha or _is_quantity(word.lower_):
        return False
    if word.tag_ in ("NNP", "NNPS") and places.lookup(word.text) is None:
        return False  # "Johnson and Johnson"
    return word.tag_ in _CLASSES or (join.lower_ == "nor" and word.tag_ == "VB")


def _is_quantity(word: str) -> bool:
    return word in _LAPSE or _QUANTITIES.fullmatch(word) is not None


@check("wording.same-word-joined", "Same word on both sides of “and”", severity="minor", confidence=0.88)
def same_word_joined(copy: Copy) -> Iterator[Finding]:
    """Two different words that became the same one, as synonym replacement does."""
    for doc in copy.docs:
        for sentence in doc.sents:
            for first, second in _bare_twins(list(sentence)):
                yield Finding(
                    copy.of(doc[first.i : second.i + 1]),
                    f"Possibly two different words that became one: “{second.text}” is joined to itself. "
                    "Check the original wording.",
                )
    for match, field in copy.matches(_LISTED):
        if not _is_quantity(match.group(1)):
            yield Finding(
                copy.span(match.start(), match.end(), field),
                f"Possibly two different words that became one: “{match.group(1)}” stands twice in a list. "
                "Check the original wording.",
            )
    for match, field in (*copy.matches(_OPENS_LIST), *copy.matches(_NAMES_JOINED)):
        if _is_noun_alone(copy, match, field):
            yield Finding(
                copy.span(match.start(1), match.end(2), field),
                f"Possibly two different things that became one: “{match.group(1)}” stands twice. "
                "Check the original wording.",
            )
    for match, field in copy.matches(_PHRASES_JOINED):
        words = match.group(1).split()
        draws_out = _LAPSE.issuperset(words) or _QUANTITIES.fullmatch(words[-1]) is not None
        if not draws_out and not copy.is_quoted(match.start()):
            yield Finding(
                copy.span(match.start(), match.end(), field),
                f"Possibly two different things that became one: “{match.group(1)}” is joined to itself. "
                "Check the original wording.",
            )
    for match, field in copy.matches(_JOINED):
        word = match.group(1)
        if word in _LAPSE or _QUANTITIES.fullmatch(word):
            continue
        doc = copy.docs[0 if field == "title" else 1]
        other = doc.char_span(*match.span(2))
        if other is not None and _is_drawn_out(other[0], match[0].split()[1]):
            continue
        yield Finding(
            copy.span(match.start(), match.end(), field),
            f"Possibly two different words that became one: “{word}” is joined to itself. Check the original wording.",
        )


def _is_noun_alone(copy: Copy, match: re.Match[str], field: FieldName) -> bool:
    """True where both words are nouns, outside quotations, and none of them is a stretch of time or a number."""
    doc = copy.docs[0 if field == "title" else 1]
    pieces = [doc.char_span(match.end(group) - 1, match.end(group), alignment_mode="expand") for group in (1, 2)]
    if field == "text" and copy.is_quoted(match.start()):
        return False
    return all(p is not None and p[0].tag_[:2] == "NN" and not _is_quantity(p[0].lower_) for p in pieces)


def _is_drawn_out(word: Token, join: str) -> bool:
    """True for repetition that paints length or degree: "they waited and waited", "taller and taller".

    Nothing is drawn out with "or" ("sink or sink").
    """
    if word.tag_ in ("JJR", "RBR") or (word.tag_ == "RB" and not word.lower_.endswith("ly")):
        return True
    if word.tag_ in ("RP", "IN"):
        return word.dep_ != "amod"
    return join == "and" and word.tag_ in ("VBD", "VB", "VBP", "VBZ", "VBG") and word.dep_ != "amod"
