"""What was still to come when the text told of it, and need not have come: "was to shut", "faced being shut"."""

from bot.analysis.errors.clauses import SPEECH
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.dates import WEEKDAYS
from bot.language.tokens import Token

_DUE = word_set("about due set likely certain bound ready go expect mean schedule suppose earmark face")
_BELOW = frozenset({"xcomp", "advcl", "acl"})
_THREATS = word_set("threaten risk danger brink verge")
_PAST = frozenset({"was", "were", "had"})


def was_to_come(verb: Token) -> bool:
    """True for "was to shut on Sunday", "was about to be shut" and "faced being shut": what then need not have come."""
    if _is_announced(verb):
        return False
    to = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "mark"), None)
    if to is not None and any(aux.lower_ in _PAST and aux.i < to.i for aux in grammar.auxiliaries(verb)):
        return True
    above, how = grammar.governor(verb), grammar.relation(verb)
    if above is not None and above.lemma_.lower() in _THREATS and verb.tag_ != "VB" and how in _BELOW:
        is_so_now = any(aux.lower_ in ("is", "are") for aux in grammar.auxiliaries(above))
        return not is_so_now  # "threatened with being shut"
    if above is None or how != "xcomp" or above.lemma_.lower() not in _DUE:
        return False
    return above.tag_ == "VBD" or any(child.lower_ in _PAST for child in above.children)


def _is_announced(verb: Token) -> bool:
    """True for "The pool was to shut in May, the council said on Monday", which is the news told in the past tense."""
    helpers = {aux.lower_ for aux in grammar.auxiliaries(verb)}
    above = grammar.governor(verb) if grammar.relation(verb) == "xcomp" else verb
    tags = grammar.related(above, "parataxis") if above is not None and "have" not in helpers else []
    return any(tag.lemma_.lower() in _ANNOUNCING and any(t.lower_ in WEEKDAYS for t in tag.subtree) for tag in tags)


_ANNOUNCING = SPEECH | {"rule", "decide", "tell", "hear", "learn"}
