"""Classes of what people are, and which of them one person may be of at once.

The classes are in ``roles.toml``, members of one class that exclude each other in ``contrasts.toml``.
"""

from functools import cache

from bot.analysis.errors.lexicon import word_set
from bot.analysis.lexicon import read_words

_CLASSES = read_words("bot.analysis.errors", "roles.toml")
CLASS_OF = {form: name for name, words in _CLASSES.items() for word in words for form in (word, word.replace("-", " "))}
CONTRASTS = {
    name: {
        form: group.split("=")[0]
        for group in groups
        for word in group.split("=")
        for form in (word, word.replace("-", " "))
    }
    for name, groups in read_words("bot.analysis.errors", "contrasts.toml").items()
}
POLITICS = word_set(
    "councillor mayor governor senator congress ambassador president premier chancellor king prince duke earl minister"
)
_HONOURS = word_set(
    "president chair treasurer secretary secretary-general director-general commissioner coach manager "
    "director editor producer speaker principal executive dean rector curator"
)
"""What people are beside their trade, and beside their seat in a parliament."""

_TRADES_OF_OWN = word_set("executive coach curator manager principal")
_NOT_POLITICS = word_set("judge prosecutor police coroner church synagogue mosque temple bailiff")
_APART = (
    word_set("prosecutor defence"),
    word_set("senator congress"),
    word_set("coach referee"),
    word_set("goal referee"),
    word_set("football referee"),
    word_set("treasurer coach"),
    word_set("curator garden"),
    word_set("secretary coach"),
    word_set("space earth"),
    word_set("economics past"),
    word_set("economics mind"),
    word_set("economics thought"),
    word_set("mind past"),
    word_set("vet dentist"),
    word_set("coroner defence"),
)
_ONLY_AGAINST = {
    "defendant": word_set("judge prosecutor defence coroner juror bailiff"),
    "juror": word_set("judge prosecutor defence defendant coroner bailiff"),
    "landlord": word_set("tenant"),
    "tenant": word_set("landlord"),
}
"""Classes that go with any but these."""

_TOGETHER = tuple(
    map(
        word_set,
        (
            "law prosecutor defence coroner",
            "coroner medicine specialty surgery",
            "medicine anaesthesia paramedic",
            "medicine specialty surgery life mind pharmacist therapy",
            "medicine vet dentist",
            "life chemistry vet farming forest zoo photo",
            "life earth farming mountain",
            "physics space mathematics engineering earth astronaut computing",
            "physics chemistry engineering",
            "mathematics economics accounts bank computing",
            "society mind past thought economics",
            "past architecture librarian journalism thought curator letters",
            "journalism thought society economics letters photo translation translator",
            "letters thought translation picture acting music instrument",
            "picture craft architecture design photo",
            "architecture design engineering survey",
            "kitchen inn shop service",
            "flying soldier engineering astronaut",
            "driving rail",
            "church thought music past dean",
            "church instrument",
            "football referee goal",
            "football field",
            "rugby field",
            "refuse cleaning driving",
            "household kitchen service childcare",
            "household driving",
            "drink farming inn executive",
            "customs police guard",
            "canoe sailing rowing",
            "lifeguard swimming surfing",
            "usher bailiff",
            "prison guard",
            "guide mountain skiing forest past fishing sailing",
            "mayor councillor",
            "premier chancellor",
            "king prince",
            "president chair executive speaker",
            "executive director manager commissioner director-general",
            "director producer editor curator choirmaster",
            "manager coach",
            "minister secretary chancellor senator congress premier councillor",
            "principal rector director dean",
            "director-general director commissioner",
            "church monastery",
            "prince duke earl",
            "president rector dean",
            "bank executive chair",
            "estate survey",
            "cleaning guard",
        ),
    )
)
"""Classes of which a text may say one for another. Politicians may be anything but what serves the state otherwise."""

_BESIDE = tuple(
    map(
        word_set,
        (
            "music dance acting instrument circus",
            "farming fishing kitchen garden forest shop inn",
            "athletics cycling skiing rowing swimming mountain golf",
            "fishing sailing rowing swimming",
            "school music instrument past mathematics picture dance church librarian",
            "school football athletics swimming gymnastics rector dean",
        ),
    )
)
"""Classes that one person may well be of at once, but which a text does not change without a word on it."""

UNRANKED = word_set(
    "kitchen service shop inn craft cleaning refuse milk reception household childcare post picture design "
    "letters music instrument dance acting circus hair undertaker zoo judge church synagogue mosque"
)
"""What nobody with a rank, be it of an army, a ship or a team, is as well."""

_WORD_NEEDED = UNRANKED | word_set(
    "sailing rail guard referee football goal field rugby cycling boxing riding swimming athletics archery weights "
    "motor canoe curling luge lifeguard skating tennis chess surfing skiing golf cricket rowing gymnastics fencing "
    "mountain guide cabin nursing paramedic dentist vet therapy anaesthesia space astronaut fishing garden mine"
)
"""What nobody in office is called without a word on it."""


@cache
def may_be_both(one: str, other: str) -> bool:
    """True when one person may be of two classes."""
    if one == other:
        return True
    if {one, other} in _APART:
        return False
    if any({one, other} <= together for together in (*_TOGETHER, *_BESIDE)):
        return True
    if {one, other} <= POLITICS:
        return False
    return _goes_with(one, other) or _goes_with(other, one)


def _goes_with(one: str, other: str) -> bool:
    """True when the first class goes with nearly all, and with the second."""
    if one in _ONLY_AGAINST:
        return other not in _ONLY_AGAINST[one]
    if one in _HONOURS and other not in _HONOURS | _NOT_POLITICS:
        return not (one in _TRADES_OF_OWN and other in POLITICS)
    return one in POLITICS and other not in POLITICS | _NOT_POLITICS | {"fire"}


def face_each_other(one: str, other: str) -> bool:
    """True for classes that meet in one story: a tenant has a landlord, a defendant a judge, a pupil a teacher."""
    if {one, other} == {"school", "pupil"}:
        return True
    return other in _ONLY_AGAINST.get(one, ()) or one in _ONLY_AGAINST.get(other, ())


@cache
def may_be_called(one: str, other: str) -> bool:
    """True when a text may call somebody of one class by another that it has not told before."""
    if any({one, other} <= together for together in _TOGETHER):
        return may_be_both(one, other)
    if "school" in (one, other):
        return may_be_both(one, other)
    if any({one, other} <= together for together in _BESIDE) or (
        other in _WORD_NEEDED and one in POLITICS | _HONOURS - {"coach", "manager", "director", "producer"}
    ):
        return False
    return may_be_both(one, other)
