"""States and unions of states that are no more, as a life of today may tell of them: "who grew up in East Germany"."""

import re

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

STATES = frozenset(
    {"Austria-Hungary", "Ceylon", "Czechoslovakia", "Dahomey", "East Germany", "Federal Republic of Yugoslavia"}
    | {"German Democratic Republic", "Northern Rhodesia", "North Vietnam", "North Yemen", "Rhodesia", "South Vietnam"}
    | {"South Yemen", "Soviet Union", "Tanganyika", "USSR", "United Arab Republic", "Upper Volta", "West Germany"}
    | {"Serbia and Montenegro", "Southern Rhodesia", "Yugoslavia", "Zaire", "Abyssinia", "Transjordan", "Transvaal"}
    | {"Orange Free State", "Bechuanaland", "Basutoland", "Nyasaland", "Swaziland", "Bophuthatswana", "East Pakistan"}
)
UNIONS = frozenset(
    {"European Community", "European Economic Community", "Organization of African Unity", "League of Nations"}
    | {"Organisation of African Unity", "North American Free Trade Agreement", "Warsaw Pact"}
)
_LIVES = word_set(
    "bear grow raise live come emigrate flee leave escape defect serve study make train build produce arrive "
    "bring educate settle spend move fight print mint manufacture deport exile imprison invent publish design "
    "compete play win die"
)
"""What people did, and things were made, in a state that is no more, as a story of today may tell."""
_PAST_OF = word_set(
    "native citizen republic part map people child day time flag partition champion occupation invasion division "
    "end memory story war conflict collapse year ruin remnant secret veteran coin stamp side team hero product "
    "leader hymn anthem childhood youth upbringing exile"
)

MOMENT = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)day|last (?:week|month|night|season)|yesterday)\b"
)


def _is_of_a_life(verb: Token) -> bool:
    """True for what somebody did or what was made, with nothing that says that it was of late or is to come."""
    lemma = verb.lemma_.lower()
    if lemma not in _LIVES or (lemma in ("move", "bring") and grammar.objects(verb) and not grammar.is_passive(verb)):
        return False
    auxiliaries = {word.lower_ for word in grammar.dependents(verb) if word.pos_ == "AUX"}
    is_past = verb.tag_ in ("VBD", "VBN") and not auxiliaries & {"will", "would", "is", "are", "be", "has", "have"}
    own = " ".join(word.text for word in grammar.dependents(verb) for word in word.subtree)
    return (is_past or grammar.relation(verb).startswith(("acl", "advcl"))) and not MOMENT.search(own)


def is_of_a_past(span: DocSpan) -> bool:
    """True for a state beside words for what was long ago in a life: "who moved to Yugoslavia", "a native of Zaire"."""
    above, how = grammar.governor(span.root), grammar.preposition(span.root)
    if span.text not in STATES or above is None:
        return False
    if above.pos_ == "VERB":
        return _is_of_a_life(above) or any(word.lower_ == "had" for word in grammar.dependents(above))
    return bool(how) and above.lemma_.lower() in _PAST_OF


def is_of_old(span: DocSpan) -> bool:
    """True for what somebody did with a state before an act to come: "she won gold for East Germany, and will be"."""
    verb = grammar.governor(span.root)
    if span.text not in STATES or verb is None or verb.tag_ != "VBD" or grammar.relation(span.root) == "nsubj":
        return False
    own = span.doc[min(verb.i, span.start) : max(verb.i, span.end)].text
    later = (one for one in grammar.dependents(verb) if grammar.relation(one) == "conj" and one.i > span.end)
    is_to_come = any(word.lower_ in ("will", "is", "are") for one in later for word in grammar.dependents(one))
    return is_to_come and not MOMENT.search(own)
