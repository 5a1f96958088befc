"""Wrongdoing told of someone as a fact, with nobody who says so."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_CRIMES = word_set(
    "bribe embezzle launder forge falsify defraud extort blackmail rig siphon pocket plagiarise plagiarize molest rape"
    " smuggle loot pilfer swindle fleece doctor misappropriate fiddle"
    " sabotage harass bully grope blackmail threaten intimidate overcharge evade skim torture"
)
_KEEPING = word_set(
    "hide conceal suppress bury cover destroy shred withhold falsify doctor fake fabricate invent forge"
)
_KEPT = word_set(
    "death evidence report loss complaint document record file result figure account invoice receipt debt warning fault"
    " defect test risk data email payment accident leak injury sample signature qualification degree truth cause crime"
    " letter diagnosis expense receipt invoice certificate"
)
_TAKING = word_set("take accept receive demand pocket pay offer hand give buy sell steal skim divert use spend")
_TAKEN = word_set("bribe kickback backhander vote bung payoff hush steroid drug")
_MONEY = word_set("money cash sum fund payment gift donation envelope fund pension")
_IN_RETURN = re.compile(r"\bin (?:return|exchange) for\b|\bfor (?:places|favou?rs|contracts|votes|permits|silence)\b")
_PRIVATE = re.compile(
    r"\b(?:to|on) (?:himself|herself|themselves)\b|\b(?:his|her|their) (?:own )?(?:holidays?|house|villa|debts)\b"
)
_WITNESSED = re.compile(
    r"\b(?:according to|accus\w+|alleg\w+|charge[sd]?|convict\w+|guilty|admit\w*|confess\w*|plead\w*|pled|court"
    r"|judges?|jury|trial|sentenced|jailed|prison|prosecut\w+|inquiry|investigat\w+|audit\w*|suspect\w*|claim\w*|said|says|told|found"
    r"|testif\w+|indict\w+|report\w*|evidence|ruled (?:that|in|on)|police|novel|film|book|play|character)\b|[“\"]",
    re.IGNORECASE,
)


@check("claim.accusation", "Wrongdoing told as a fact", severity="major", confidence=0.6)
def accusation(copy: Copy) -> Iterator[Finding]:
    """A named person who hid, bribed, embezzled or took money in return, in a paragraph that has no source at all."""
    for verb in copy.words.of_lemma(_CRIMES | _KEEPING | _TAKING):
        if verb.pos_ != "VERB" or not _is_told(verb) or not _is_wrong(verb) or not _is_somebody(verb):
            continue
        if _is_polled(verb):
            continue
        if not _WITNESSED.search(copy.paragraphs[copy.paragraph_number(verb.idx)].text):
            yield Finding(
                copy.of(verb),
                f"Possible gap: “{verb.text}” is told as a fact, and nobody says so. Check for a source.",
            )


def _is_polled(verb: Token) -> bool:
    """True for "took 13,482 votes", as candidates do."""
    return any(
        noun.lemma_.lower() == "vote" and any(c.tag_ == "CD" for c in noun.children) for noun in grammar.objects(verb)
    )


def _is_told(verb: Token) -> bool:
    """True for what was done: no condition, no denial, no intention."""
    return verb.tag_ in ("VBD", "VBN") and not grammar.is_negated(verb) and grammar.modal(verb) is None


def _is_wrong(verb: Token) -> bool:
    lemma, things = verb.lemma_.lower(), {noun.lemma_.lower() for noun in grammar.objects(verb)}
    things |= {noun.lemma_.lower() for noun in grammar.subjects(verb)} if grammar.is_passive(verb) else set()
    if not things:
        return False
    if lemma in _CRIMES or (lemma in _KEEPING and things & _KEPT) or (lemma in _TAKING and things & _TAKEN):
        return True
    rest = verb.doc[verb.i : verb.sent.end].text
    return lemma in _TAKING and bool(things & _MONEY) and bool(_IN_RETURN.search(rest) or _PRIVATE.search(rest))


def _is_somebody(verb: Token) -> bool:
    """True when the doer is named, with a role or without, or a pronoun for someone."""
    doer = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if doer is None:
        return False
    named = [doer, *grammar.dependents(doer)]
    return doer.lower_ in ("he", "she", "they") or any(word.ent_type_ in ("PERSON", "ORG") for word in named)
