"""A noun that never stands bare in the singular, without its article: "said that outbreak had begun in kitchen"."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_COUNTED = word_set(
    "man woman boy girl kid teenager pensioner toddler neighbour neighbor colleague tourist motorist pedestrian "
    "policeman policewoman gunman fisherman fireman postman businessman businesswoman journalist reporter passenger "
    "shopkeeper soldier officer villager worker teacher pupil patient nurse surgeon lawyer solicitor barrister "
    "suspect victim defendant burglar robber thief smuggler hostage refugee migrant liar "
    "city neighborhood neighbourhood suburb region valley building house apartment flat hotel "
    "restaurant bathroom kitchen bedroom corridor lobby warehouse garage barn factory museum gallery cathedral "
    "mosque temple castle palace stadium airport embassy clinic shop supermarket pub cafe bakery "
    "car truck lorry van vehicle taxi tractor motorcycle bicycle helicopter bridge tunnel tower pier lane "
    "newspaper magazine website book movie song letter document statement "
    "manuscript diary interview ticket card passport gun rifle pistol knife bomb grenade laptop "
    "photograph painting statue fence wall roof gap hole crack box bag suitcase bottle jar basket "
    "chair sofa dog cat cow goat sheepdog lion elephant leopard bird snake tree "
    "situation decision idea proposal suggestion method outbreak epidemic earthquake explosion hurricane crash "
    "rally referendum ceremony meeting verdict ruling treaty project programme probe "
    "amount tournament medal trophy ministry agency organisation "
    "organization committee"
)
"""Nouns that an article, a possessive or a number goes with in the singular, in any construction but a few."""

_FREE = word_set("by without per as than like no")
"""Words behind which such a noun may stand bare: "by car", "without ceremony", "as suspect"."""
_FIXED = frozenset({("of", "man"), ("to", "man"), ("of", "bird"), ("from", "house"), ("to", "house"), ("at", "gun")})
"""Words before a noun that make a fixed phrase of it: "from house to house"."""


@check("grammar.lost-article", "Noun without its article", severity="minor", confidence=0.7)
def lost_article(copy: Copy) -> Iterator[Finding]:
    """A singular that can be counted, bare behind a verb or a preposition, outside headlines and quotations."""
    for noun in copy.words.spelt(_COUNTED):
        if noun.tag_ == "NN" and 1 < noun.i < len(copy.body) - 1 and not copy.is_quoted(noun.idx) and _is_bare(noun):
            yield Finding(
                copy.of(copy.body[noun.i - 1 : noun.i + 1]),
                f"Possibly a lost word: “{noun.text}” has no article here. Check for a lost “the”, “a” or “his”.",
            )


def _is_bare(noun: Token) -> bool:
    """True for a noun that hangs on a verb or a preposition right before it, alone."""
    before = noun.nbor(-1)
    if not noun.text.islower() or noun.ent_type_ or not before.text.islower() or _goes_on(noun):
        return False
    if (before.lower_, noun.lower_) in _FIXED or before.lower_ in _FREE:
        return False
    if before.pos_ == "VERB":
        return grammar.relation(noun) == "obj" and before.i == noun.head.i
    return before.tag_ in ("IN", "TO") and before.head.i == noun.i and grammar.relation(noun) in ("obl", "nmod")


def _goes_on(noun: Token) -> bool:
    """True for the first part of a compound or of a pair: "car park", "man and wife", "house to house"."""
    after = noun.nbor()
    compound = after.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH", "VBG") or after.text in _MARKS
    return compound or after.lower_ in ("and", "or", "to", "by", "after", "for")


_MARKS = ("-", "–", "/", "’", "'", "&", ",")
