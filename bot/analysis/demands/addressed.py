"""Tells the reader from the writer: "wrote to Oslo asking it to pay", wherever the parse hangs the participle."""

from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.people import agrees, can_ask
from bot.language import grammar
from bot.language.tokens import Token

OBJECTIVE = frozenset({"obj", "iobj", "obl"})
_TOLD = ("to", "with")


def addressed_above(pronoun: Token) -> Token | None:
    """Oslo in "wrote to Oslo asking it to pay"."""
    verb = grammar.governor(pronoun)
    above = None if verb is None else grammar.governor(verb)
    if verb is None or above is None or grammar.relation(pronoun) not in OBJECTIVE or verb.tag_ != "VBG":
        return None
    if clause_above_reader(verb) is not None:
        return above
    told = [*grammar.objects(above), *(noun for word, noun in grammar.obliques(above) if word in _TOLD)]
    return next((noun for noun in told if noun.i < verb.i and can_ask(noun) and noun.pos_ != "PRON"), None)


def clause_above_reader(participle: Token) -> Token | None:
    """The verb "wrote" in "wrote to Oslo asking it to pay", parsed as an Oslo that asks; None where the noun asks.

    The noun is the reader when it is written to, or when the participle's own object stands for it:
    "spoke to residents urging them to leave", but not "spoke to residents urging him to leave".
    """
    noun = grammar.governor(participle)
    if noun is None or participle.tag_ != "VBG" or grammar.relation(participle) != "acl" or not can_ask(noun):
        return None
    verb = _telling(noun)
    if verb is None:
        return None
    words, lemma = lexicon().words, verb.lemma_.lower()
    asked = next((c for c in grammar.dependents(participle) if c.pos_ == "PRON" and c.i > participle.i), None)
    if asked is None or grammar.relation(asked) not in OBJECTIVE:
        return verb if lemma in words.writing else None
    if not agrees(asked, noun):
        return None
    teller = grammar.own_subject(verb)
    addresses = lemma in words.writing or lemma in words.speaking
    return verb if addresses or (teller is not None and not agrees(asked, teller)) else None


def _telling(noun: Token) -> Token | None:
    """The verb that a noun is the object or hearer of, also through a paper ("sent a letter to Oslo")."""
    above, how = grammar.governor(noun), grammar.relation(noun)
    if above is not None and how == "nmod" and grammar.preposition(noun) == "to":
        if above.lemma_.lower() not in lexicon().words.papers:
            return None
        above, how = grammar.governor(above), "iobj"
    told = how in ("obj", "iobj") or (how == "obl" and grammar.preposition(noun) in _TOLD)
    return above if above is not None and told and grammar.is_predicate(above) else None
