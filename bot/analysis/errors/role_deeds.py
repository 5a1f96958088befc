"""What somebody does that says what somebody is: who keeps goal is a goalkeeper, who plays the cello a cellist."""

from collections.abc import Iterator

from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF, CONTRASTS
from bot.analysis.errors.role_facts import Role
from bot.language import grammar, places
from bot.language.tokens import Token

_PLAYERS_OF = {
    "piano": "pianist", "violin": "violinist", "fiddle": "fiddler", "viola": "violist", "cello": "cellist",
    "flute": "flautist", "oboe": "oboist", "clarinet": "clarinettist", "bassoon": "bassoonist",
    "trumpet": "trumpeter", "trombone": "trombonist", "saxophone": "saxophonist", "guitar": "guitarist",
    "bass": "bassist", "harp": "harpist", "organ": "organist", "accordion": "accordionist", "drum": "drummer",
    "lute": "lutenist", "bagpipe": "bagpiper", "harpsichord": "harpsichordist", "sitar": "sitarist",
}  # fmt: skip
_DRIVERS_OF = {
    "bus": "bus-driver", "coach": "coach-driver", "lorry": "lorry-driver", "truck": "truck-driver",
    "train": "train-driver", "taxi": "taxi-driver", "cab": "cab-driver",
}  # fmt: skip
_SUBJECTS_TAUGHT = word_set(
    "chemistry physics biology history geography mathematics maths english french german spanish latin music art "
    "drama science economics philosophy botany geology astronomy law medicine engineering architecture divinity "
    "theology psychology sociology linguistics anthropology woodwork cookery dance"
)
_BY_OBJECT: dict[str, dict[str, str]] = {
    "play": _PLAYERS_OF,
    "drive": _DRIVERS_OF,
    "keep": {"goal": "goalkeeper", "wicket": "wicketkeeper", "bee": "beekeeper"},
}
"""By verb, what those are who do it to a thing."""

_BY_VERB = {
    "drum": "drummer", "prosecute": "prosecutor", "referee": "referee", "umpire": "umpire",
    "choreograph": "choreographer",
}  # fmt: skip
DEEDS = frozenset({*_BY_OBJECT, *_BY_VERB, "teach", "take", "captain", "skipper"})
"""The lemmas of the verbs that tell something."""
_TIMES_GONE = word_set("once formerly previously later also briefly originally then sometimes first both instead")


def deeds(verb: Token) -> Role | None:
    """What a verb with its object says of who does it; None when that is nothing."""
    if verb.tag_ == "VBN" and grammar.is_passive(verb):
        return None
    if grammar.is_negated(verb) or grammar.modal(verb) is not None or _is_of_another_time(verb):
        return None
    lemma, things = verb.lemma_.lower(), grammar.objects(verb)
    if lemma in _BY_VERB:
        return None if things and lemma == "drum" else _role(verb, verb, _BY_VERB[lemma])
    if len(things) != 1 or things[0].i < verb.i:
        return None
    return _captain(verb, things[0]) if lemma in ("captain", "skipper") else _by_object(verb, lemma, things[0])


def _captain(verb: Token, team: Token) -> Role | None:
    """Who "captains Norway" today."""
    place = places.lookup(team.text) if verb.tag_ == "VBZ" else None
    if place is None or place.kind != "country" or place.country is None:
        return None
    return Role(verb, verb.doc[verb.i : team.i + 1], {"team": place.country})


def _by_object(verb: Token, lemma: str, thing: Token) -> Role | None:
    """Who teaches a subject, plays an instrument, drives a bus."""
    word = thing.lemma_.lower()
    if lemma == "teach" and word in _SUBJECTS_TAUGHT:
        return Role(thing, verb.doc[verb.i : thing.i + 1], {"kind of teacher": word})
    if lemma == "play" and any(how in ("on", "in") for how, _ in grammar.obliques(verb)):
        return None  # "plays the piano on one song"
    named = _PLAYERS_OF if lemma == "take" and _is_taken_up(verb) else _BY_OBJECT.get(lemma, {})
    return _role(thing, verb, named[word]) if word in named else None


def _is_taken_up(verb: Token) -> bool:
    return any(child.lower_ == "up" for child in grammar.dependents(verb))


def _is_of_another_time(verb: Token) -> bool:
    return any(child.lower_ in _TIMES_GONE for child in grammar.dependents(verb))


def _role(thing: Token, verb: Token, noun: str) -> Role:
    """What somebody is by a deed; who plays an instrument may have any other trade."""
    name = CLASS_OF[noun]
    which = CONTRASTS.get(name, {}).get(noun)
    facts = {} if name == "instrument" else {"class": name}
    facts |= {f"which {name}": which} if which is not None else {}
    return Role(thing, verb.doc[verb.i : thing.i + 1], facts)


def verbs_with_deeds(tokens: list[Token]) -> Iterator[tuple[Token, Role]]:
    """The verbs of a text that tell what somebody is, each with that."""
    for verb in tokens:
        if (role := deeds(verb)) is not None:
            yield verb, role
