"""Scenes that bring people along: who may come with "the" before anybody has introduced them."""

from bot.analysis.lexicon import read_words

_WORDS = read_words("bot.analysis.errors", "scenes.toml")
_SCENE_OF = {
    **dict.fromkeys(("judge", "prosecutor", "defence", "defendant", "juror", "bailiff", "law"), "court"),
    **dict.fromkeys(("medicine", "nursing", "paramedic"), "illness"),
    **dict.fromkeys(("referee", "goal", "coach"), "match"),
    **dict.fromkeys(("school", "pupil", "principal"), "school"),
    **dict.fromkeys(("landlord", "tenant"), "rent"),
    **dict.fromkeys(("coroner", "undertaker"), "death"),
    **dict.fromkeys(("flying", "cabin"), "flight"),
    "church": "church", "mosque": "mosque", "synagogue": "synagogue", "temple": "temple", "monastery": "monastery",
    "rail": "rail", "driving": "road", "sailing": "water", "music": "music", "service": "table", "soldier": "army",
}  # fmt: skip


def scene_of(name: str) -> frozenset[str]:
    """The words, as lemmas, that bring along somebody of a class; none where no such scene is known."""
    return _WORDS[_SCENE_OF[name]] if name in _SCENE_OF else frozenset()
