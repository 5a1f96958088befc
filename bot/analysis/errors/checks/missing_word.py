"""Verbs whose company shows that a word was lost: "returned the airport", "which have discussed since 2021"."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.valency import is_place, is_time
from bot.language import grammar

_TAKES_NO_OBJECT = word_set(
    "abstain adhere apologise apologize arrive belong cling coincide collaborate collide complain comply consist "
    "cooperate cope culminate depend differ disappear dwell elaborate elapse embark emerge excel flinch gaze "
    "glance hinge interfere kneel lag languish linger listen loom lurk meddle originate participate persist "
    "proceed prosper react recede recoil refrain rejoice rely reside resort retaliate revolve sneer specialise "
    "specialize strive succumb sympathise sympathize tamper vanish vie wait yearn"
)
"""Verbs that take no noun straight behind them."""
_NEEDS_TO = word_set("return go come commute flock journey migrate hurry arrive belong head")
_NEEDS_OBJECT = word_set(
    "abandon accuse acquit appoint arrange arrest award ban blame condemn damage demolish deport describe destroy "
    "detain discuss dismantle dub elect equip evict exclude expel impose injure install invent jail label "
    "manufacture mention nickname outlaw overturn postpone prescribe publish put rename renovate rescue restore "
    "schedule sentence sponsor suspend tow"
)


@check("grammar.missing-word", "Word that seems to be missing", severity="major", confidence=0.65)
def missing_word(copy: Copy) -> Iterator[Finding]:
    """An object behind a verb that takes none, and none where a verb cannot do without."""
    for verb in copy.words.of_class("VERB"):
        if not verb.text.islower() or copy.is_quoted(verb.idx):
            continue
        thing = _object_without_preposition(verb)
        if thing is not None:
            yield Finding(
                copy.of(copy.body[verb.i : min(thing.i, verb.i + 3) + 1]),
                f"Possibly a lost word: “{verb.text}” takes no object; a preposition may be missing before "
                f"“{thing.text}”. Check the sentence.",
            )
        elif _lacks_auxiliary(verb):
            first = min([verb.i, *(aux.i for aux in grammar.auxiliaries(verb))])
            yield Finding(
                copy.of(copy.body[max(first - 1, verb.sent.start) : verb.i + 1]),
                f"Possibly a lost word: “{verb.text}” has no object here; “been”, “is” or “was” may be missing. "
                "Check the sentence.",
            )


def _object_without_preposition(verb: Token) -> Token | None:
    """The noun that stands straight behind a verb that takes none; a time or a distance is no object."""
    thing = next((c for c in verb.children if grammar.relation(c) == "obj" and c.i > verb.i), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or is_time(thing) or verb.tag_ == "VBN":
        return None
    if any(c.pos_ in ("NUM", "SYM") for c in thing.children) or thing.i - verb.i > 4:
        return None
    if grammar.related(verb, "expl") or (subject := grammar.subject(verb)) is None or subject.lower_ == "there":
        return None
    between = verb.doc[verb.i + 1 : thing.i]
    if any(t.pos_ in ("ADP", "PUNCT", "VERB") or grammar.relation(t) == "compound:prt" for t in between):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _NEEDS_TO:
        placed = between and between[0].lower_ in ("the", "a", "his", "her", "their") and is_place(thing)
        given = any(grammar.preposition(c) == "to" for c in grammar.related(verb, "obl"))  # "a house to its owner"
        return thing if placed and not given else None
    return thing if lemma in _TAKES_NO_OBJECT and thing.lemma_ != "way" else None


def _lacks_auxiliary(verb: Token) -> bool:
    """True for "which have discussed since 2021": a thing that is the subject of a verb that needs an object."""
    if verb.lemma_.lower() not in _NEEDS_OBJECT or verb.tag_ not in ("VBD", "VBN") or grammar.is_passive(verb):
        return False
    subjects = [c for c in verb.children if grammar.relation(c) == "nsubj" and c.i < verb.i]
    if len(subjects) != 1 or any(
        grammar.relation(c) in ("obj", "iobj", "ccomp", "xcomp", "compound:prt", "parataxis", "aux:pass")
        for c in verb.children
    ):
        return False
    relative = subjects[0].tag_ == "WDT" and grammar.relation(verb) == "acl:relcl" and subjects[0].i < verb.i
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return relative and subjects[0].lower_ == "which" and after.pos_ in ("ADP", "ADV", "SCONJ", "PUNCT")
