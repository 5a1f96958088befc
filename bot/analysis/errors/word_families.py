"""Words of one family: two words made of one stem, such as "decide" and "decision", "ban" and "banned"."""

from functools import lru_cache

from bot.analysis.errors.lexicon import word_set

SHORTEST = 3
"""Letters that all words of a family begin with."""

_MAY_CHANGE = 3
"""Last letters of the shorter word that may be another's: "publish", "publication"."""

_TOO_LONG = 6
"""Letters of a word of which a beginning of three says little: "planet" and "plane"."""

_ENDINGS = word_set(
    "e ed es s d ing ings er ers or ors y ies ied al als ation ations ion ions ment ments ance ances ence "
    "ences ant ants ent ents est iest ee ees ure ures age ages ity ities ness th our ous ive ives ic ical ly "
    "ily able ible ary aries ery ory ories ist ists ful en ens ened ening less t ts ting ted tion tions sion "
    "sions ssion ssions se ses sed sing ve ves ved ving de des ded ding ce ces ced cing ration rations ption "
    "ptions cation cations ication ications sh shes shed shing ner ners ned ning mer mers med ming ger gers "
    "sive sives sively ying yingly ingly "
    "ged ging ber bers bed bing per pers ped ping ter ters ler lers led ling le les rer rers red ring ator "
    "ators ative atory ential ial ual ier iers ish n ns hood ship dom ency encies ancy ancies "
    "iety man men eur ress ician icians ise ize ised ized ising izing isation ization ition itions iness iage"
) | {""}
"""What may follow the common beginning, with the last letters of the stem where they change."""


_SHORT = 4
"""Letters up to which a common beginning says little: "part" and "party", "plan" and "plant"."""

_SHORT_WORD = 5
"""Letters of a word up to which this is so: "heard" and "heart", but "decided" and "decision"."""

_PLAIN = word_set("e s es ed ing ings er ers iest ment ments ion ions") | {""}
"""What may follow so short a beginning."""


@lru_cache(maxsize=20_000)
def same_family(one: str, other: str) -> bool:
    """True for two lower-case words that begin alike and go on with endings; also for one word twice."""
    shorter, longer = sorted((len(one), len(other)))
    common = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    if common < max(SHORTEST, shorter - _MAY_CHANGE):
        return False
    if common == SHORTEST < shorter - 1 and longer > _TOO_LONG:
        return False
    stem, endings = one[:common], (one[common:], other[common:])
    if common > _SHORT or shorter > _SHORT_WORD:
        return all(ending in _ENDINGS for ending in endings)
    return set(endings) == {"e", "y"} or all(_is_plain(stem, ending) for ending in endings)


def _is_plain(stem: str, ending: str) -> bool:
    """True for an ending that a short stem takes: "ban", "banned", but not "see", "seed" and "act", "action"."""
    if stem[-1] == "e":
        return ending in ("", "s") or (ending == "d" and len(stem) == _SHORT)
    if len(stem) == SHORTEST and ending[:1] in ("i", "m") and ending[:3] != "ing" and ending[:1] != stem[-1]:
        return False
    return ending in _PLAIN or (ending[:1] == stem[-1] and ending[1:] in ("ed", "ing", "ings"))
