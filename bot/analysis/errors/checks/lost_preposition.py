"""A preposition that is lost: "was heard a judge", "seated row nine", "took part the work", "asked a refund"."""

from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_TIMES = word_set(
    "time day night week month year morning afternoon evening weekend moment second minute hour season summer winter "
    "spring autumn decade century while way lot bit deal mile kilometre kilometer metre meter inch foot yard percent "
    "number distance length instant term round game match period half quarter generation fortnight stage degree"
)
"""Nouns that say when, how far or how much beside any verb."""


@check("grammar.lost-preposition", "Lost preposition", severity="major", confidence=0.75)
def lost_preposition(copy: Copy) -> Iterator[Finding]:
    """An object where the verb can have none: of a passive, of a verb of posture, behind a phrase like "took part"."""
    for verb in copy.words.of_class("VERB"):
        if verb.i + 2 >= len(copy.body) or copy.is_quoted(verb.idx) or not verb.text.islower():
            continue
        thing = _object(verb)
        if thing is not None:
            wanted = _of_passive(verb, thing) or _of_posture(verb, thing) or _of_verb(verb, thing)
            if wanted is not None:
                yield _finding(copy, verb, thing, wanted)
        if verb.lemma_ == "sentence" and _is_term(verb):
            yield _finding(copy, verb, verb.nbor(2), "to")
    for noun in copy.words.tagged("NNS"):
        if _is_followed_by_its_whole(noun) and not copy.is_quoted(noun.idx):
            yield _finding(copy, noun, noun.nbor(), "of")
    for noun in copy.words.of_lemma(_PHRASES):
        wanted = _of_phrase(noun)
        if wanted is not None and not copy.is_quoted(noun.idx):
            yield _finding(copy, noun, noun.nbor(2), wanted)


def _finding(copy: Copy, first: Token, last: Token, wanted: str) -> Finding:
    stretch = copy.body[first.i : last.i + 1]
    return Finding(
        copy.of(stretch),
        f"Possibly a lost word: a preposition such as “{wanted}” is missing in “{stretch.text}”. Check the sentence.",
    )


def _is_followed_by_its_whole(noun: Token) -> bool:
    """True for "lay on the hoods pickups": a plural with a preposition, and another right behind it with none."""
    if noun.i + 2 >= len(noun.doc) or grammar.relation(noun) != "obl" or not noun.whitespace_:
        return False
    after = noun.nbor()
    led = any(c.dep_ == "case" for c in noun.children) and any(c.dep_ in ("det", "nmod:poss") for c in noun.children)
    bare = after.dep_ in ("obl", "obl:unmarked", "nmod", "appos", "nmod:unmarked") and not list(after.lefts)
    plain = after.tag_ == "NNS" and after.text.islower() and after.head.i in (noun.i, noun.head.i)
    return led and bare and plain and _TIMES.isdisjoint((noun.lemma_.lower(), after.lemma_.lower()))


def _object(verb: Token) -> Token | None:
    """The only noun right behind a verb, with its article, that is no time and no measure."""
    things = [c for c in verb.children if c.i > verb.i and grammar.relation(c) in ("obj", "xcomp", "obl:unmarked")]
    others = any(grammar.relation(c) in ("iobj", "ccomp", "compound:prt") for c in verb.children)
    if len(things) != 1 or others or things[0].tag_ not in ("NN", "NNS") or things[0].ent_type_ in ("DATE", "TIME"):
        return None
    thing, start = things[0], things[0].subtree[0]
    beside = start.i == verb.i + 1 and thing.i - verb.i <= _NEAR and thing.text.islower()
    if not beside or any(c.dep_ == "case" for c in thing.children) or thing.lemma_.lower() in _TIMES:
        return None
    return thing


_NEAR = 4


def _of_passive(verb: Token, thing: Token) -> str | None:
    """ "by" in "was heard a judge": the passive of a verb that never has two objects."""
    if verb.tag_ != "VBN" or not grammar.is_passive(verb) or grammar.relation(thing) == "obl:unmarked":
        return None
    if verb.lemma_.lower() in _WITH_OF:
        return "of"
    doer = thing.lemma_.lower() in PEOPLE | _DOERS and thing.subtree[0].tag_ in ("DT", "PRP$")
    subject = next((c for c in verb.children if grammar.relation(c) == "nsubj:pass" and c.i < verb.i), None)
    if subject is None or subject.tag_ in ("WP", "WDT") or verb.lemma_.lower() not in _ONE_OBJECT:
        return None
    return "by" if doer else None


_WITH_OF = word_set("accuse acquit deprive suspect convict")
_DOERS = word_set(
    "group team committee panel court jury council board company firm bank party club union tribunal commission "
    "agency army police crowd gang mob family band couple crew consortium court storm flood fire earthquake car bus "
    "lorry truck train van explosion majority charity ministry institute university"
)
_ONE_OBJECT = word_set(
    "hear found arrest approve build write kill injure attack hit strike design open close lead run own buy publish "
    "sign reject adopt pass examine search stop question visit rescue save criticise criticize praise welcome "
    "condemn support oppose back destroy damage flood hurt wound shoot stab beat rob steal discover invent develop "
    "produce direct compose paint record film watch see attend follow guard patrol escort translate edit review "
    "release detain capture occupy seize control manage organise organize sponsor finance fund commission block"
)


def _of_posture(verb: Token, thing: Token) -> str | None:
    """ "on" in "sitting a plastic chair": verbs of being somewhere, and what few things they have as objects."""
    lemma = "seat" if verb.lower_ == "seated" else verb.lemma_.lower()
    usual = _POSTURES.get(lemma)
    if usual is None or (lemma == "seat" and not grammar.is_passive(verb)):
        return None
    wanted, allowed = usual
    if thing.lemma_.lower() in allowed or (lemma != "wait" and thing.lemma_.lower() in PEOPLE - {"chair"}):
        return None
    start = thing.subtree[0]
    if (lemma != "seat" and start.tag_ not in ("DT", "PRP$")) or (lemma == "arrive" and start.lower_ in ("a", "an")):
        return None  # "sitting first-class", "arrived a stranger"
    counted = any(c.tag_ == "CD" and c.i < thing.i for c in thing.children)
    return None if counted else wanted


_POSTURES: dict[str, tuple[str, frozenset[str]]] = {
    "sit": ("on", word_set("exam test paper examination final a-level mock gcse entrance course bar scholarship")),
    "seat": ("in", word_set("")),
    "wait": ("for", word_set("turn table tide chance beat")),
    "arrive": ("at", word_set("hero winner champion favourite favorite")),
    "sleep": ("on", word_set("sleep dozen people guest night")),
    "kneel": ("on", word_set("")),
    "reside": ("in", word_set("")),
    "linger": ("in", word_set("")),
}


def _of_verb(verb: Token, thing: Token) -> str | None:
    """What is lost behind a single verb before things of one sort: "asked a refund", "died a stroke", "born a farm"."""
    lemma, noun = verb.lemma_.lower(), thing.lemma_.lower()
    if lemma == "ask" and noun in _REQUESTED and verb.tag_ != "VBN":
        return "for" if thing.subtree[0].lower_ in ("a", "an", "more", "their", "his", "her") else None
    if lemma == "die" and noun in _CAUSES:
        return "of"
    if lemma in ("win", "lose", "fail", "pass", "lead", "prevail", "triumph", "carry") and noun == "margin":
        return "by"
    if lemma in ("pass", "fail", "approve", "prevail") and noun == "vote" and _has_figures(thing):
        return "by"
    if verb.lower_ == "born" and noun in _BIRTHPLACES:
        return "in"
    return None


_REQUESTED = word_set(
    "glass cup bottle drink meal refund extension recess adjournment postponement reprieve ceasefire truce recount "
    "rematch donation loan raise delay break copy apology divorce transfer receipt lawyer pardon bailout subsidy"
)
_CAUSES = word_set(
    "attack cancer stroke pneumonia injury wound complication disease fever infection heart leukaemia leukemia virus "
    "overdose illness haemorrhage hemorrhage tumour tumor thirst hunger cold exposure poisoning embolism aneurysm"
)
_BIRTHPLACES = word_set(
    "farm town village city house hospital cabin camp suburb hamlet cottage flat port region province county island "
    "district country prison shelter car taxi"
)


def _has_figures(thing: Token) -> bool:
    return any(token.tag_ == "CD" for token in thing.subtree)


def _is_term(verb: Token) -> bool:
    """True for "was sentenced five years in prison"; not for "was sentenced two years ago"."""
    number, unit = verb.nbor(), verb.nbor(2)
    if number.tag_ != "CD" or unit.lower_ not in ("years", "months", "weeks", "days"):
        return False
    after = unit.nbor() if unit.i + 1 < len(unit.doc) else unit
    return verb.tag_ == "VBN" and after.lower_ in ("in", "and", "for", ".", ",", "of", "hard")


_PHRASES = {
    "part": ("take play", "in"), "advantage": ("take", "of"), "use": ("make", "of"), "sight": ("lose catch", "of"),
    "track": ("keep lose", "of"), "care": ("take", "of"), "hold": ("take get", "of"), "attention": ("pay", "to"),
    "note": ("take", "of"), "stock": ("take", "of"), "aim": ("take", "at"), "charge": ("take", "of"),
    "control": ("take lose seize regain", "of"), "possession": ("take", "of"), "custody": ("take", "of"),
    "responsibility": ("take claim accept", "for"), "touch": ("lose", "with"), "pride": ("take", "in"),
    "interest": ("take show", "in"), "issue": ("take", "with"), "exception": ("take", "to"), "fun": ("make poke", "of"),
    "credit": ("take claim", "for"), "contact": ("make lose", "with"), "room": ("make", "for"), "way": ("make", "for"),
    "command": ("take", "of"), "ownership": ("take", "of"), "heed": ("take", "of"), "rid": ("get", "of"),
    "effect": ("take", "in"),
}  # fmt: skip
"""Nouns of phrases such as "take part": the verbs, and what follows before a thing."""
_LIGHT = word_set("no any little great active a an such more full some much further")


def _of_phrase(noun: Token) -> str | None:
    """The preposition lost behind "took no part" and its like, right before an article and a noun."""
    verbs, wanted = _PHRASES.get(noun.lower_, ("", ""))
    if noun.i < 2 or noun.i + 3 >= len(noun.doc) or not noun.text.islower() or noun.lower_ != noun.lemma_:
        return None
    before = noun.nbor(-2) if noun.nbor(-1).lower_ in _LIGHT else noun.nbor(-1)
    article, thing = noun.nbor(), noun.nbor(2)
    if before.lemma_ not in verbs.split() or before.pos_ != "VERB" or not noun.whitespace_:
        return None
    if article.lower_ not in ("the", "his", "her", "its", "their", "a", "an", "this", "these", "those"):
        return None
    near = noun.doc[article.i : article.i + 4]
    timed = any(token.lemma_.lower() in _TIMES or token.ent_type_ in ("DATE", "TIME") for token in near)
    stays = any(token.dep_.startswith("nsubj") for token in near)
    return None if timed or stays or thing.tag_ not in ("NN", "NNS", "JJ", "NNP") else wanted
