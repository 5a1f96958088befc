"""One modifier with and without a capital, a capital inside a hyphenated chain."""

import re
from collections import defaultdict
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import places, titles
from bot.language.tokens import Token

_CHAIN = re.compile(r"\b[a-z]+-[a-z]+-([A-Z][a-z]+)\b(?!-)")
_COMPASS = word_set("western eastern northern southern")
_INSTITUTIONS = word_set("internet parliament congress web cabinet")
_EITHER = word_set(
    "francophone anglophone lusophone allophone hispanophone indigenous islamist arctic antarctic midwestern biblical"
    " gaelic alpine"
)
"""Adjectives that one style writes with a capital and another without."""

_ALWAYS = word_set(
    "marxist leninist maoist stalinist trotskyist gothic romanesque victorian georgian edwardian elizabethan tudor"
    " roman orthodox catholic protestant muslim islamic jewish christian hindu buddhist sikh latino latina hispanic"
    " anglican lutheran methodist baptist presbyterian quaker mormon shiite sunni ottoman byzantine celtic viking"
    " nordic slavic arab kurdish balkan baltic keynesian freudian darwinian confucian"
)
"""Adjectives of peoples, creeds and ages, which keep their capital before any noun but a thing called after them."""

_CALLED_AFTER = word_set(
    "fry window door pastry toast oven numeral type alphabet ink summer bread dressing kissing horn leave courage cap"
    " blind pepper roll chocolate cream tape bath delight coffee candle law church view teaching tradition"
)
_PLACE_NOUNS = word_set(
    "slope side coast coastline shore bank end edge border wall gate part half district flank range front desert line"
    " town suburb outskirt region province city village island area sector corner tip fringe reach stretch approach"
    " section route road highway neighbour neighbor county state quarter arm entrance wing plain valley hill mountain"
    " foothill sea sky hemisphere frontier boundary command zone land territory tribe film movie music boot port cape"
    " basin plateau peninsula lowland highland woman blot species lake river forest movie novel hero star saddle light"
    " elevation accent limit extremity perimeter bypass section bay beach cliff cape ridge peak face wind"
)
"""What lies to one side of something else: words before it take a small letter, whatever they are elsewhere."""


@check("wording.stray-capital", "Inconsistent capital", severity="minor", confidence=0.75)
def stray_capital(copy: Copy) -> Iterator[Finding]:
    """Words for regions and institutions in two cases before like nouns; a capital that ends a small-letter chain."""
    for match, field in copy.matches(_CHAIN):
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible slip: a capital in the middle of “{match.group()}”. Check the compound.",
            suggestion=match.group().lower(),
        )
    for word, tokens in copy.words.by_form.items():
        rare, usual = _in_two_cases(word, tokens) if len(tokens) > 1 else (None, None)
        if rare is not None and usual is not None:
            yield Finding(
                copy.of(rare),
                f"Possible inconsistency: “{rare.text}” here, “{usual.text}” elsewhere. Check the capital.",
                suggestion=usual.text,
                evidence=(copy.of(usual),),
            )


def _in_two_cases(word: str, tokens: list[Token]) -> tuple[Token | None, Token | None]:
    """The one use of a modifier that differs in its capital from the others, and one of these.

    Of two uses the second differs, or the small one where the capital is always right.
    """
    small = [token for token in tokens if token.text.islower()]
    if not small or len(small) == len(tokens) or (not (always := _is_always_large(word)) and word not in _VARIABLE):
        return None, None
    fits = _modifies_thing if word in _COMPASS | _INSTITUTIONS else _is_adjective
    large = [token for token in tokens if token.text.istitle()]
    small, large = [t for t in small if fits(t)], [t for t in large if always or fits(t)]
    if word == "western" and not large and len(small) == 1 and _modifies_power(small[0]):
        large = [t for t in tokens if t.is_sent_start and t.i < small[0].i and _modifies_power(t)]
    if always:
        named = small and small[0].i + 1 < len(small[0].doc) and small[0].nbor().lemma_.lower() in _CALLED_AFTER
        return (small[0], large[0]) if len(small) == 1 and large and not named else (None, None)
    rare, usual = (small, large) if len(small) < len(large) else (large, small)
    if len(rare) != 1 or not usual or (len(usual) == 1 and word in _INSTITUTIONS):
        return None, None
    if len(usual) == 1 and usual[0].i > rare[0].i:
        rare, usual = usual, rare
    return rare[0], usual[0]


_VARIABLE = _COMPASS | _INSTITUTIONS | _EITHER


def _modifies_power(word: Token) -> bool:
    """True for "Western" as a word of politics, where it opens a sentence too."""
    return word.i + 1 < len(word.doc) and word.nbor().text.islower() and word.nbor().lemma_.lower() in _POWERS


_POWERS = word_set(
    "diplomat government official envoy ally power country leader capital intelligence sanction donor state nation"
    " politician minister ambassador adviser military troop army weapon aid bank company firm buyer lender creditor"
    " democracy policy proposal idea pressure support backer expert analyst observer agency embassy negotiator"
    " mediator world value journalist delegation partner investor arms mission"
)


def _is_always_large(word: str) -> bool:
    if word in _ALWAYS:
        return True
    place = places.lookup(word.title()) if word.isalpha() and len(word) > 4 else None
    return place is not None and place.kind == "demonym"


def _is_adjective(word: Token) -> bool:
    """True for a modifier or predicate outside names; the start of a sentence tells nothing."""
    if word.is_sent_start or word.i + 1 == len(word.doc) or (word.i and word.nbor(-1).text in '“"‘-–'):
        return False
    after = word.nbor()
    if word.i and word.nbor(-1).text[0].isupper() and not word.nbor(-1).is_sent_start:
        return False
    return (after.pos_ == "NOUN" and after.text.islower()) or (
        (word.pos_ == "ADJ" or word.lower_ in _EITHER) and not after.text[0].isupper()
    )


def _modifies_thing(word: Token) -> bool:
    """True before a small-letter noun that is no part of a landscape; the start of a sentence tells nothing."""
    if word.is_sent_start or word.i + 1 == len(word.doc):
        return False
    noun = word.nbor()
    return noun.pos_ == "NOUN" and noun.text.islower() and noun.lemma_.lower() not in _PLACE_NOUNS


@check("wording.body-capital", "Body with and without a capital", severity="minor", confidence=0.7)
def body_capital(copy: Copy) -> Iterator[Finding]:
    """ "The Union" once where the text elsewhere has "the union" at least twice, and the reverse."""
    used: dict[str, list[Token]] = defaultdict(list)
    for token in copy.words.spelt(_BODIES):
        if not 0 < token.i < len(copy.body) - 1:
            continue
        before = token.nbor(-1)
        alone = before.lower_ == "the" and not token.nbor().text[0].isupper() and token.nbor().lower_ != "of"
        if alone and not copy.is_quoted(token.idx):
            used[token.lower_].append(token)
    for tokens in used.values():
        large = [token for token in tokens if token.text.istitle()]
        small = [token for token in tokens if token.text.islower()]
        rare, usual = (large, small) if len(large) < len(small) else (small, large)
        if rare is small and any(_may_be_another(copy, token) for token in small):
            continue
        if len(rare) == 1 and len(usual) >= 2:
            yield Finding(
                copy.of(rare[0]),
                f"Possible inconsistency: “{rare[0].text}” here, “{usual[0].text}” elsewhere. Check the capital.",
                suggestion=usual[0].text,
                evidence=(copy.of(usual[0]),),
            )


def _may_be_another(copy: Copy, noun: Token) -> bool:
    """True for "Barclays said the bank", and where the text has "a bank" as well: it may be another than "the Bank"."""
    if noun.nbor().lower_ in ("in", "where", "that", "which"):
        return True
    if any(token.pos_ == "PROPN" for token in copy.body[noun.sent.start : noun.i]):
        return True
    return len(re.findall(rf"\b{noun.text}\b", copy.text)) > 1


_BODIES = word_set(
    "union company council committee commission court ministry government club board university party bank agency "
    "school hospital museum library college station harbour bridge stadium team group firm charity society church "
    "mosque temple embassy senate assembly parliament police army navy fund trust orchestra association federation "
    "ombudsman treasury chancellery secretariat directorate inspectorate constitution charter convention synod diocese "
    "palace castle cathedral abbey regatta marathon census "
    "authority department institute tribunal federation league alliance coalition treaty festival theatre port"
)


@check("wording.name-capital", "Name with a small letter", severity="minor", confidence=0.75)
def name_capital(copy: Copy) -> Iterator[Finding]:
    """ "Supreme court" where the text elsewhere has "Supreme Court" at least twice."""
    forms: dict[str, dict[str, list[Token]]] = defaultdict(lambda: defaultdict(list))
    for token in copy.words.tokens:
        if (
            token.i + 1 == len(copy.body)
            or not token.text[:1].isupper()
            or token.is_sent_start
            or token.whitespace_ != " "
        ):
            continue
        following = token.nbor()
        if following.is_alpha and len(following) > 3 and not token.text.isupper():
            forms[f"{token.text} {following.lower_}"][following.text].append(following)
    for uses in forms.values():
        small = [t for text, tokens in uses.items() if text.islower() for t in tokens]
        large = [t for text, tokens in uses.items() if text[0].isupper() and not text.isupper() for t in tokens]
        if len(small) == 1 and len(large) >= 2:
            here = copy.body[small[0].i - 1 : small[0].i + 1]
            yield Finding(
                copy.of(here),
                f"Possible slip: “{here.text}” here, “{here[0].text} {large[0].text}” elsewhere. Check the capital.",
                suggestion=f"{here[0].text} {large[0].text}",
            )


_HALF = re.compile(r"(?<![\w’'-])(?=(([A-Za-z]{4,}) ([A-Za-z]{4,}))\b(?! [A-Z]|[-–’']))")
_POINTS = word_set("north south east west")


@check("wording.half-capital", "Name of two words with one capital", severity="minor", confidence=0.7)
def half_capital(copy: Copy) -> Iterator[Finding]:
    """ "the south West"; "the supreme Court" beside "the Supreme Court"; "the Prime minister"."""
    uses: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in find_all(_HALF, copy.text):
        uses[match[1].lower()].append(match)
    for words, matches in uses.items():
        halves = [m for m in matches if m[2][0].isupper() != m[3][0].isupper()]
        if len(halves) != 1 or (len(matches) == 1 and not set(words.split()) <= _POINTS):
            continue
        half, whole = halves[0], next((m for m in matches if m[2].istitle() == m[3].istitle()), None)
        if _is_slip_of(copy, half, whole):
            right = whole[1] if whole is not None else half[1].title()
            yield Finding(
                copy.span(*half.span(1)),
                f"Possible slip: “{half[1]}” here, “{right}” elsewhere. Check the capitals."
                if whole is not None
                else f"Possible slip: “{half[1]}” has one capital. Check whether it is a name.",
                suggestion=right,
                evidence=(copy.span(*whole.span(1)),) if whole is not None else (),
            )


def _is_slip_of(copy: Copy, half: re.Match[str], whole: re.Match[str] | None) -> bool:
    """True for a phrase inside a sentence that is no role before a person's name nor the end of a longer name."""
    span = copy.body.char_span(*half.span(1))
    if span is None or len(span) != _WORDS or span[0].is_sent_start or not span.start:
        return False
    before = span[0].nbor(-1)
    if before.text[0].isupper() and not before.is_sent_start:
        return False
    if whole is None:
        return True
    if {half[2].lower(), half[3].lower()} <= _POINTS:
        return True
    if half[2].istitle():
        return whole[2].islower() and titles.is_title(half[3].title())
    there = copy.body.char_span(*whole.span(1))
    is_name = whole[2].istitle() and there is not None and not there[0].is_sent_start
    return (
        is_name
        and span[0].pos_ in ("ADJ", "NOUN", "PROPN")
        and span[1].ent_type_ != "PERSON"
        and not titles.is_title(half[2])
    )


_WORDS = 2


_NAMED = re.compile(r"\b[Tt]he ([A-Za-z]{3,} [A-Za-z]{4,})\b(?! [A-Z]|[-–’'])")

_PLACES_TOO = frozenset({"street", "house", "road"})
_KINDS_TOO = _PLACES_TOO | frozenset({"court", "secretary", "minister", "council", "president", "office"})
"""Nouns whose phrases are names of one thing and words for many: "the White House", "the white house"."""


@check("wording.phrase-capital", "Phrase with and without capitals", severity="minor", confidence=0.7)
def phrase_capital(copy: Copy) -> Iterator[Finding]:
    """ "the Trial Census" once where the text elsewhere has "the trial census" at least twice, and the reverse."""
    uses: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in find_all(_NAMED, copy.text):
        if copy.is_quoted(match.start()):
            continue
        if (match[1].islower() or match[1].istitle()) and _ends_phrase(copy, match):
            uses[match[1].lower()].append(match)
    for matches in uses.values():
        small = [match for match in matches if match[1].islower()]
        large = [match for match in matches if not match[1].islower()]
        rare, usual = (small, large) if len(small) < len(large) else (large, small)
        is_kind = rare is large or (bool(rare) and rare[0][1].split()[1] in _PLACES_TOO)
        if len(rare) == 1 and len(usual) >= 2 and not (is_kind and rare[0][1].lower().split()[1] in _KINDS_TOO):
            yield Finding(
                copy.span(*rare[0].span(1)),
                f"Possible inconsistency: “{rare[0][1]}” here, “{usual[0][1]}” elsewhere. Check the capitals.",
                suggestion=usual[0][1],
                evidence=(copy.span(*usual[0].span(1)),),
            )


def _ends_phrase(copy: Copy, match: re.Match[str]) -> bool:
    """True when nothing behind makes the phrase longer or tells it apart ("the Town Council chamber", "… of Ohio")."""
    span = copy.body.char_span(*match.span(1))
    if span is None or span.end >= len(copy.body):
        return False
    after = copy.body[span.end]
    return (
        after.is_punct or after.pos_ in ("VERB", "AUX", "ADV", "CCONJ") or (after.pos_ == "ADP" and after.text != "of")
    )
