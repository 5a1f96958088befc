"""Words of a person credited to an animal, a thing, a paper or a body of people."""

from collections.abc import Iterator

from bot.analysis.actors.nouns import ORGANIZATIONS
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.outlets import bare_name
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.speakers import Said, said
from bot.analysis.errors.things import is_thing
from bot.language import grammar

_MINE = frozenset({"i", "my", "me", "myself", "mine"})
_PAPERS = word_set("report study survey review ruling verdict journal inquiry")
_HEARERS = word_set("meeting hearing conference gathering seminar vigil podcast debate")
"""Where people speak, and to whom they say that they do."""
_BODIES = (ORGANIZATIONS | _PAPERS | _HEARERS) - word_set("office court department tribunal")
"""Papers and bodies with no voice of one person; courts and prosecutors read out what others said."""
_PASSED_ON = word_set("report quote accord read hear")
"""Verbs for handing on what somebody else said."""
_SHOWN = word_set("say read state proclaim declare announce warn")


@check("quote.thing-as-speaker", "Quotation credited to what cannot speak", severity="major", confidence=0.75)
def thing_speaker(copy: Copy) -> Iterator[Finding]:
    """ "…,” the drug added; “I go home late,” the report said."""
    for one in copy.once(said):
        if one.person is not None or _opens_another(copy, one):
            continue
        if is_thing(one.speaker) and not _bears_words(one):
            why = f"“{one.place.text}” cannot speak"
        elif _speaks_as_one(one) and _is_body(copy, one):
            why = f"the words are those of one person, not of “{one.place.text}”"
        else:
            continue
        yield Finding(
            one.place,
            f"Possible wrong attribution: {why}. Check who said this.",
            suggestion="name the speaker",
        )


def _opens_another(copy: Copy, one: Said) -> bool:
    """True for a tag behind a quotation that ends in a colon: it belongs to the next one."""
    return one.place.start >= one.quote.end and ":" in copy.text[one.place.end : one.place.end + _TAG]


_TAG = 25
"""Characters from the speaker to the colon of a tag: "The hospital said: “"."""


def _bears_words(one: Said) -> bool:
    """True for what the words are written on or sound from: "the banner said “…”"."""
    return one.speaker.i < one.words[0].i and one.cue is not None and one.cue.lemma_.lower() in _SHOWN


def _speaks_as_one(one: Said) -> bool:
    return any(token.lower_ in _MINE and token.pos_ == "PRON" for token in one.words)


def _is_body(copy: Copy, one: Said) -> bool:
    """True for an organisation or a paper that says something itself; outlets are another check's."""
    if one.cue is None or one.cue.pos_ != "VERB" or one.cue.lemma_.lower() in _PASSED_ON or grammar.is_passive(one.cue):
        return False
    noun = one.speaker
    if grammar.subject(one.cue) != noun:
        return False  # he “told the meeting”
    if noun.pos_ == "NOUN":
        return noun.tag_ == "NN" and noun.lemma_.lower() in _BODIES
    actor = copy.actors.by_id(one.actor_id)
    is_named = actor is not None and actor.kind == "organization" and noun.ent_type_ == "ORG"
    return is_named and not bare_name(one.place.text).startswith(tuple(copy.hearers))
