"""A thing that can be counted as an object without an article: "showed the president coat", "started petition"."""

from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_COUNTED = word_set(
    "petition letter statement report proposal decision treaty contract document book novel magazine "
    "article photograph photo picture portrait painting statue sculpture poem album hut tent villa cottage "
    "apartment barn shed garage hotel restaurant shop supermarket warehouse factory hospital clinic museum "
    "library stadium airport bridge tunnel tower dam road motorway highway railway pipeline cable ship boat ferry "
    "vessel tanker lorry truck car van bicycle motorcycle helicopter plane drone satellite rocket missile bomb "
    "grenade rifle pistol gun knife sword hammer ladder bucket basket bottle jar box bag suitcase rucksack wallet "
    "purse envelope parcel ticket passport coat jacket shirt dress skirt hat helmet scarf uniform mask blanket "
    "mattress chair sofa bench table desk shelf wardrobe lamp candle torch mirror clock telephone camera computer "
    "laptop tablet keyboard printer screen website app device machine turbine pump generator battery "
    "sensor telescope microscope laboratory ambulance wheelchair coffin grave flag banner placard poster medal "
    "trophy committee commission panel inquiry tribunal jury lawsuit complaint amendment referendum lecture "
    "interview survey poll questionnaire experiment project programme program scheme campaign rally demonstration "
    "ceremony festival concert exhibition conference summit meeting banquet firm charity foundation federation "
    "association village district province island mountain hill valley lake river dog cat man woman boy girl "
    "child baby nurse doctor teacher farmer lawyer soldier officer driver pilot sailor witness suspect prisoner "
    "hostage journalist reporter neighbour neighbor stranger bystander passenger "
    "daughter son house fee salary pension loan grant subsidy budget list bullet fracture tumour tumor injection "
    "situation"
)
"""Nouns of which one alone has an article or another word before it, except in the phrases below."""

_PHRASES = frozenset(
    {("abandon", "ship"), ("jump", "ship"), ("leave", "ship"), ("board", "ship"), ("wear", "ship"), ("hit", "road")}
    | {("leave", "hospital"), ("enter", "hospital"), ("play", "nurse"), ("play", "doctor")}
    | {(verb, "house") for verb in ("keep", "move", "play", "set", "clean", "share", "change", "pack", "swap", "hunt")}
)
"""Verbs and nouns that go together without an article."""

_SIZES = word_set("big small large long short little huge tiny young old new tall")
"""Adjectives of which none makes a phrase that stands without an article."""
_TELLING_APART = frozenset({"det", "nmod:poss", "nummod", "case", "amod", "compound", "flat", "conj", "cc", "appos"})


@check("grammar.bare-noun", "Thing without an article", severity="minor", confidence=0.7)
def bare_noun(copy: Copy) -> Iterator[Finding]:
    """A singular of a list of things that are counted, right behind its verb or the person it goes to."""
    for noun in copy.words.of_lemma(_COUNTED | PEOPLE):
        verb = noun.head
        if noun.tag_ != "NN" or grammar.relation(noun) != "obj" or not noun.text.islower() or verb.pos_ != "VERB":
            continue
        if not 0 < noun.i - verb.i <= _FARTHEST or copy.is_quoted(noun.idx) or _goes_on(noun):
            continue
        apart = [c for c in noun.children if grammar.relation(c) in _TELLING_APART and c.i < noun.i]
        thing = noun.lemma_.lower() in _COUNTED and all(child.lower_ in _SIZES for child in apart)
        if not thing and not _is_person(noun, apart):
            continue
        if any(grammar.relation(child) in ("conj", "cc") for child in noun.children):
            continue
        if (verb.lemma_.lower(), noun.lemma_.lower()) in _PHRASES or not _is_sentence(noun):
            continue
        stretch = copy.body[noun.i - 1 : noun.i + 1]
        yield Finding(
            copy.of(stretch),
            f"Possibly a lost word: “{noun.text}” has no article here. Check the phrase.",
        )


_FARTHEST = 5


_NAMING = word_set(
    "become elect name appoint play make remain call turn declare crown choose select consider deem brand dub feel "
    "have nominate proclaim stay be vote say portray hire recruit star represent re-elect include need"
)
"""Verbs behind which a post or a part stands bare: "elected mayor of Lyon"."""
_CROWDS = word_set(
    "staff crew public youth personnel police press audience clergy nobility infantry cavalry army family company "
    "prey labor labour management opposition government parliament congress council mankind humanity god society "
    "talent support world folk elite cast"
)
"""Nouns for people of which one needs no article."""


def _is_person(noun: Token, apart: list[Token]) -> bool:
    """True for "accused former minister of fraud": a person who is neither named nor given a post."""
    described = all(c.dep_ in ("amod", "compound") and c.tag_ in ("JJ", "NN") for c in apart)
    person = noun.lemma_.lower() in PEOPLE - _CROWDS and noun.head.lemma_.lower() not in _NAMING
    after = noun.nbor().tag_ if noun.i + 1 < len(noun.doc) else ""
    return described and person and after in ("IN", "TO", "WP", ".") and all(c.text.islower() for c in apart)


def _goes_on(noun: Token) -> bool:
    """True when the noun may be the first half of a longer word or phrase."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if any(token.lemma_ == noun.lemma_ for token in noun.doc[noun.i + 1 : noun.i + 3]):
        return True  # "carried bucket after bucket"
    joined = not noun.whitespace_ and after.text[0] in "-–’'/"
    return joined or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "JJ", "VBG", "HYPH", "CC")


def _is_sentence(noun: Token) -> bool:
    """True in a whole sentence; headings and captions leave articles out."""
    root = noun.sent.root
    finite = any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in (root, *grammar.auxiliaries(root)))
    end = next((token for token in reversed(noun.sent) if not token.is_space), noun)
    return finite and (end.is_punct or end.is_quote) and noun.nbor(-1).text not in (",", "-", "–")
