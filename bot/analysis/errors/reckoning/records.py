"""Games won, drawn and lost against the games played; scores against the margin told beside them."""

import re
from collections.abc import Iterator

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.language.quantities import number

_GAMES = frozenset(
    {"game", "match", "fixture", "bout", "fight", "meeting", "test", "contest", "start", "outing", "race"}
)
_OUTCOMES = (
    (
        re.compile(r"\b(?:won|winning|wins?)(?: only| just| all)? $"),
        re.compile(r"^(?: [a-z]+)? (?:wins|victories|win|victory)\b"),
    ),
    (
        re.compile(r"\b(?:drew|drawn|drawing|draws?|tied|tying) $"),
        re.compile(r"^(?: [a-z]+)? (?:draws?|ties|stalemates?)\b"),
    ),
    (
        re.compile(r"\b(?:lost|losing|loses?)(?: only| just)? $"),
        re.compile(r"^(?: [a-z]+)? (?:defeats?|loss(?:es)?)\b"),
    ),
)
_ONE = tuple(
    re.compile(rf"\b(?:an?|the only) (?:[a-z]+ )?(?:{words})\b")
    for words in ("win|victory", "draw|stalemate", "defeat|loss")
)
_RESULT = re.compile(r"\b(?:w[io]n|lo(?:st|s[es])|dr[ae]w|defeat|victor)")
_UNPLAYED = re.compile(
    r"\b(?:abandon|postpon|no result|washed out|rained off|cancel|void|forfeit|more than|consecutive|in a row)"
)
_STRETCH = re.compile(r"\b(?:first|opening|last|final|previous|past) (?:[\w’'-]+ )?$")
_OTHER_GAMES = re.compile(
    r"\b(?:since(?=[.,;]|$| then\b)|(?:has|have|had) since|(?:before|after) that|then|thereafter|afterwards?|earlier"
    r"|(?:the|their|its|his|her) (?:next|following)(?! (?:match|game|test|fixture|race|bout)\b))\b"
)
"""Beside some games of a season, what tells how others went: "won three of their first five and lost six since"."""
_PLAYED = re.compile(
    r"\b(?:play\w*|after|from|in|fought|of)(?: (?:the|their|his|her|its|a total of|all))?(?: [a-z]+)? $"
)


def records(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "won five of her nine games, drew four and lost one"; "played 14: six wins, four draws, three defeats"."""
    yield from _margin(sentence)
    if len(sentence.figures) < 2 or not _RESULT.search(sentence.text) or _UNPLAYED.search(sentence.text):
        return
    told: dict[int, Figure] = {}
    for figure in sentence.figures:
        kind = _outcome(sentence, figure)
        if kind is None or not figure.is_plain or figure.measure_of_time:
            continue
        if kind in told or figure.quantity.hedge:
            return
        told[kind] = figure
    played = [f for f in sentence.figures if f.lemma in _GAMES and f not in told.values()]
    if not played and previous is not None and len(told) == len(_OUTCOMES):
        played = [f for f in previous.figures if f.lemma in _GAMES and _PLAYED.search(previous.before(f))]
    others = [
        f
        for f in sentence.figures
        if f not in played and f not in told.values() and sentence.before(f).endswith(" of ")
    ]
    if len(told) < 2 or len(played) != 1 or played[0].quantity.hedge or others:
        return
    if (
        played[0] in sentence.figures
        and _STRETCH.search(sentence.before(played[0]))
        and _OTHER_GAMES.search(sentence.text)
    ):
        return
    lone = sum(1 for kind, one in enumerate(_ONE) if kind not in told and one.search(sentence.text))
    total, games = sum(f.value for f in told.values()) + lone, played[0].value
    if total > games or (total < games and len(told) + lone == len(_OUTCOMES)):
        values = " and ".join(shown(f.value) for f in sorted(told.values(), key=lambda f: f.start))
        where = [*told.values(), *(f for f in played if f in sentence.figures)]
        yield mismatch(where, f"{values}{' and 1' * lone} make {shown(total)}, not {shown(games)}")


def _outcome(sentence: Sentence, figure: Figure) -> int | None:
    """0 for games won, 1 for games drawn, 2 for games lost."""
    before, after = sentence.before(figure), sentence.after(figure)
    return next((i for i, (verb, noun) in enumerate(_OUTCOMES) if verb.search(before) or noun.match(after)), None)


_N = r"(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
_SCORE = re.compile(r"(?<![\d.,:–-])(\d{1,3})[-–](\d{1,3})(?![\d.,:–-]*\d)")
_MARGIN = re.compile(
    rf"^(?: [\w’'-]+){{0,3}}(?:,| with| by) an? (?:[a-z]+ )?(?:(?:margin|lead|advantage|majority"
    rf"|deficit|gap|difference|win|victory|defeat) of ({_N})\b"
    rf"|({_N})[- ](?:point|goal|run|shot|vote|pin|seat)s? (?:margin|lead|advantage|majority|deficit"
    rf"|gap|win|victory|defeat|loss)\b)"
)


def _margin(sentence: Sentence) -> Iterator[Mismatch]:
    """ "beat York 78-66, a margin of 14 points": how far apart the two sides of a score are."""
    scores = list(_SCORE.finditer(sentence.text))
    told = _MARGIN.match(sentence.text[scores[0].end() :]) if len(scores) == 1 else None
    gap = number(next(filter(None, told.groups()))) if told is not None else None
    if told is None or gap is None:
        return
    one, two = (int(side) for side in scores[0].groups())
    if abs(one - two) != gap:
        start, end = scores[0].start(), scores[0].end() + told.end()
        message = f"between {one} and {two} it is {abs(one - two)}"
        yield Mismatch(sentence.start + start, sentence.start + end, message)
