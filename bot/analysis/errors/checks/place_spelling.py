"""Countries, capitals and peoples misspelt or written small: "Malayisa", "Phillipines", "caribbean clinics"."""

from collections.abc import Iterator
from functools import cache

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, is_listed, word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.given_names import is_given_name
from bot.language.tokens import Token

_LEAST_LETTERS = 6


@check("typo.place-spelling", "Misspelt country, capital or people", severity="minor", confidence=0.8)
def place_spelling(copy: Copy) -> Iterator[Finding]:
    """A name that nobody and nothing has, one slip of the fingers from the name of a state, its capital or its people.

    The slips are two neighbours that changed places, a letter left out, and a letter typed twice.
    """
    for words in copy.all_words:
        for word, uses in words.by_form.items():
            token = uses[0]
            if len(word) < _LEAST_LETTERS or len(uses) > 1 or not token.text.istitle() or not token.is_alpha:
                continue
            if token.ent_type_ in ("PERSON", "ORG") or (meant := _slips().get(word)) is None or _is_known(token):
                continue
            yield Finding(
                copy.of(token),
                f"Possible misspelling: “{token.text}” is close to “{meant}”. Check the name.",
                suggestion=meant,
            )


def _is_known(token: Token) -> bool:
    return places.lookup(token.text) is not None or is_given_name(token.text) or is_listed(token.lower_)


@cache
def _slips() -> dict[str, str]:
    """Misspellings of the names, in small letters, each with the name."""
    found: dict[str, str] = {}
    for name in places.names("country", "capital", "demonym"):
        if len(name) < _LEAST_LETTERS or not name.isalpha() or not name.isascii():
            continue
        for i in range(1, len(name)):
            head, tail = name[:i], name[i:]
            slips = {head + tail[1:], head + tail[0] + tail, head + tail[1:2] + tail[0] + tail[2:]}
            found.update((slip, name.title()) for slip in slips - {name, name[:-1], name + name[-1]})
    return found


_ALSO_WORDS = word_set(
    "china turkey japan jersey polish german swiss chad chile guinea brazil panama java cuba jordan georgia niger "
    "french dutch roman latin arabic venetian indian scotch welsh malt morocco bologna cologne damask english "
    "danish turkish cyprus champagne india georgian victorian mali oman togo congo pole poles finn finns lima "
    "catholic catholics orthodox protestant protestants aboriginal aboriginals berber basque nordic philippine "
    "hispanic celtic baltic swede swedes portuguese spanish siamese persian afghan afghans angola bermuda panama "
    "martinique jordanian creole guernsey burma holland paris lima hamilton kingston douglas victoria reunion stanley "
    "moroni wellington"
)
"""Names that are words of other things when written small."""


_ALWAYS_LARGE = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february april june july september october november december christmas ramadan hanukkah diwali "
    "muslim muslims christian christians jewish hindu hindus buddhist buddhists sikh sikhs anglican anglicans "
    "lutheran lutherans methodist methodists presbyterian mormon mormons islamic christianity judaism hinduism "
    "buddhism quran koran"
)
"""Days, months, feasts and creeds, which no style writes small."""


@check("typo.small-name", "Name written small", severity="minor", confidence=0.8)
def small_name(copy: Copy) -> Iterator[Finding]:
    """ "caribbean clinics", "the russian embassy": a name in small letters that no common word is spelt like."""
    for words in copy.all_words:
        for word, uses in words.by_form.items():
            small = [token for token in uses if token.text.islower()]
            if not small or word in _ALSO_WORDS or not (_is_people_or_state(word) or _is_named_elsewhere(word, uses)):
                continue
            if len(small) > 1 or _is_in_address(small[0]) or small[0].tag_.startswith("V"):
                continue
            yield Finding(
                copy.of(small[0]),
                f"Possible slip: “{word}” is a name. Check the capital.",
                suggestion=word.title(),
            )


def _is_named_elsewhere(word: str, uses: list[Token]) -> bool:
    """True for a word that is no other than a name, and has its capital inside sentences elsewhere in the text."""
    large = [token for token in uses if _stands_alone(token)]
    if (
        len(word) < _LEAST_LETTERS - 1
        or not large
        or len(large) + 1 < len(uses) - sum(bool(t.is_sent_start) for t in uses)
    ):
        return False
    seen = commonness(word)
    return len(large) > 1 and (seen < _RARE or (seen < _PLAIN and places.is_place_name(word.title())))


def _stands_alone(token: Token) -> bool:
    """True for a name of one word inside a sentence; in longer names ordinary words have capitals too."""
    if not token.text.istitle() or token.is_sent_start or token.tag_ != "NNP" or token.i + 1 == len(token.doc):
        return False
    return not (token.nbor(-1).text[0].isupper() or token.nbor().text[0].isupper())


_RARE, _PLAIN = 14, 24
"""Commonness up to which a word is hardly one but a name, and from which a place's name is also a plain word."""


def _is_people_or_state(word: str) -> bool:
    if word in _ALWAYS_LARGE:
        return True
    if len(word) < _LEAST_LETTERS - 1 or not word.isalpha():
        return False
    place = places.lookup(word.title())
    return place is not None and place.kind in ("country", "demonym", "continent", "capital")


def _is_in_address(token: Token) -> bool:
    """True inside web addresses, tags and chains such as "anglo-indian"."""
    before = token.i and not token.nbor(-1).whitespace_ and token.nbor(-1).text[-1] in "-/@#._"
    after = token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor().text[0] in "-/@_."
    return bool(before) or (bool(after) and token.nbor().text != ".")
