"""Whom a role noun means: "the minister", "the company", "Russian officials", "a lawyer" in apposition."""

from bot.analysis.actors import nouns
from bot.analysis.actors.clusters import KINDS, Cluster
from bot.analysis.actors.discourse import Discourse
from bot.analysis.actors.mentions import ORG, PERSON, Candidate, is_plural
from bot.language import grammar, places

MAX_DISTANCE = 30
"""Sentences after which a bare noun no longer goes back to the actor that it described."""
GENERIC_WINDOW = 2
"""Sentences back in which "the company" or "the woman" finds its actor."""

_FIRMS = frozenset({"company", "firm", "group", "organisation", "organization", "agency"})
_NOT_FIRMS = frozenset(
    {"union", "party", "ministry", "department", "court", "police", "government", "council", "commission", "parliament"}
    | {"senate", "congress", "university", "school", "church", "nato", "tribunal", "workers"}
)
"""Words in the names of organisations that are no company."""


def resolve_role_noun(mention: Candidate, discourse: Discourse) -> Cluster:
    """The cluster of a role noun, a new one when nobody mentioned before fits."""
    named = _named_beside(mention, discourse)
    cluster = named or _described(mention, discourse) or _state(mention, discourse) or _repeated(mention, discourse)
    if cluster is None:
        kind = KINDS[mention.label]
        plural = is_plural(mention.head)
        cluster = Cluster("group" if plural and kind == "person" else kind, plural=plural)
    elif named is not None:
        _adopt(mention, named, discourse)
    if cluster.kind == "person" and not is_plural(mention.head):
        lemma = mention.head.lemma_.lower()
        cluster.gender += 2.0 * ((lemma in nouns.MALE) - (lemma in nouns.FEMALE))
    return cluster


def _named_beside(mention: Candidate, discourse: Discourse) -> Cluster | None:
    """The name that a role noun is in apposition with, or the title of."""
    head = mention.head
    if head.i in discourse.titled:
        return discourse.titled[head.i]
    near = [t for t in grammar.dependents(head) if grammar.relation(t) in ("appos", "flat", "nmod:desc")]
    above = grammar.governor(head)
    if above is not None and grammar.relation(head) in ("appos", "flat", "nmod:desc", "compound"):
        near.append(above)
    found = (discourse.at(token) for token in near)
    return next((c for c in found if c is not None and c.names and c.kind == KINDS[mention.label]), None)


def _adopt(mention: Candidate, named: Cluster, discourse: Discourse) -> None:
    """Joins the earlier mentions of "the coroner" to the one that is now named: "The coroner, Jan Kos, …"."""
    if mention.span[0].lower_ != "the" or is_plural(mention.head):
        return
    earlier = _repeated(mention, discourse)
    if earlier is not None and earlier is not named and not earlier.names and earlier.kind == named.kind:
        discourse.adopt(earlier, named)


def _described(mention: Candidate, discourse: Discourse) -> Cluster | None:
    """The subject of "X is a lawyer"."""
    if not any(grammar.relation(t) == "cop" for t in grammar.dependents(mention.head)):
        return None
    subject = grammar.own_subject(mention.head)
    cluster = discourse.at(subject) if subject is not None else None
    return cluster if cluster is not None and cluster.kind == KINDS[mention.label] else None


def _state(mention: Candidate, discourse: Discourse) -> Cluster | None:
    """The state that "Russian officials" or "the Chinese government" act for, when the article names it."""
    several = is_plural(mention.head)
    if mention.head.lemma_.lower() not in nouns.OF_STATE or (mention.label == PERSON and not several):
        return None
    before = [t for t in mention.span if t.i < mention.head.i and t.text[0].isupper()]
    state = places.stands_for_state(before[-1].text) if len(before) == 1 else None
    return discourse.states.get(state.name) if state is not None else None


def _repeated(mention: Candidate, discourse: Discourse) -> Cluster | None:
    """An earlier actor that the same noun described, for a definite phrase."""
    if not _is_definite(mention):
        return None
    head = mention.head
    for earlier in discourse.described_as(head.lemma_.lower(), head):
        if discourse.distance(earlier.head, head) >= MAX_DISTANCE:
            break
        cluster = discourse.home(earlier)
        if cluster.plural == is_plural(head) and _compatible(mention, earlier):
            return cluster
    return _generic(mention, discourse)


def _generic(mention: Candidate, discourse: Discourse) -> Cluster | None:
    """The latest actor that "the company" or "the woman" can stand for."""
    lemma = mention.head.lemma_.lower()
    gender = (lemma in ("man", "boy")) - (lemma in ("woman", "girl"))
    is_firm = mention.label == ORG and lemma in _FIRMS
    if len(mention.span) != 2 or is_plural(mention.head) or not (gender or is_firm):
        return None
    fitting = [
        earlier
        for earlier in discourse.recent(mention.head, GENERIC_WINDOW)
        if earlier.head.i < mention.head.i and _fits_generic(discourse.home(earlier), gender)
    ]
    latest = max(fitting, key=lambda earlier: earlier.head.i, default=None)
    return discourse.home(latest) if latest is not None else None


def _fits_generic(cluster: Cluster, gender: int) -> bool:
    if not cluster.names:
        return False
    if gender:
        return cluster.kind == "person" and cluster.gender * gender >= 0
    return cluster.kind == "organization" and not any(_NOT_FIRMS.intersection(form) for form in cluster.forms)


def _is_definite(mention: Candidate) -> bool:
    return mention.span[0].lower_ in ("the", "this", "that", "these", "those") or not any(
        grammar.relation(t) in ("det", "nmod:poss") for t in grammar.dependents(mention.head)
    )


def _compatible(mention: Candidate, earlier: Candidate) -> bool:
    """False when the two phrases say different things: "the finance minister", "the foreign minister"."""
    mine, theirs = _modifiers(mention), _modifiers(earlier)
    if len(_states(mention) | _states(earlier)) > 1:
        return False
    return not mine or not theirs or bool(mine & theirs)


def _states(mention: Candidate) -> set[str | None]:
    """The states in a phrase: "the Ugandan health ministry", "Kenya's health ministry"."""
    found = (places.stands_for_state(token.text) for token in mention.span if token.text[0].isupper())
    return {place.country for place in found if place is not None}


def _modifiers(mention: Candidate) -> set[str]:
    if mention.kind != "nominal":
        return set()
    return {
        t.lemma_.lower()
        for t in grammar.dependents(mention.head)
        if grammar.relation(t) in ("amod", "compound") and t.i < mention.head.i
    }
