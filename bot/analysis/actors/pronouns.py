"""Whom a pronoun means: deterministic, by salience, agreement, syntax and who is speaking.

The score of an antecedent of "he" or "she" follows Lappin and Leass 1994 ("An Algorithm for Pronominal
Anaphora Resolution"): recency by sentence, grammatical role, and what must not corefer is ruled out
first. "It" and "they" mostly mean no actor, so they are resolved only where syntax tells.
"""

from collections.abc import Iterator

from bot.analysis.actors.clusters import Cluster
from bot.analysis.actors.discourse import Discourse
from bot.analysis.actors.mentions import Candidate, is_plural
from bot.analysis.quotes.cues import is_speech
from bot.language import grammar
from bot.language.tokens import Token

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})

WINDOW = 6
"""Sentences back in which an antecedent is looked for."""
DECAY = 0.75
"""How much less a mention counts for each sentence further back."""
ROLE_WEIGHT = {"nsubj": 1.0, "nsubj:pass": 0.95, "obj": 0.6, "iobj": 0.6, "obl": 0.5, "nmod:poss": 0.55, "appos": 0.5}
OTHER_ROLE = 0.45
ACROSS_QUOTE = 0.5
"""What a mention on the other side of a quotation mark still counts."""
SPEAKS_ON = 2.0
FADES = 0.4
THRESHOLD = 0.12

_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "themself"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_IMPERSONAL = frozenset(
    {"seem", "appear", "happen", "take", "turn", "depend", "mean", "matter", "look", "feel", "rain"}
)
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})


def resolve_pronoun(pronoun: Token, discourse: Discourse) -> Cluster | None:
    """The cluster of a third-person pronoun; None when it means nobody or nobody can tell."""
    word = pronoun.lower_
    if word in NEUTER | PLURAL:
        return _by_syntax(pronoun, discourse)
    if word not in MALE | FEMALE:
        return None
    cluster = _best_person(pronoun, discourse)
    if cluster is not None:
        cluster.gender += 0.5 if word in MALE else -0.5
    return cluster


def resolve_first_person(pronoun: Token, discourse: Discourse) -> Cluster | None:
    """The speaker of the quotation that an "I" stands in."""
    quote = discourse.quote_at(pronoun)
    speaker = discourse.utterances[quote].speaker if quote is not None else None
    return discourse.at(speaker) if speaker is not None else None


# ---- he and she --------------------------------------------------------------------------------


def _best_person(pronoun: Token, discourse: Discourse) -> Cluster | None:
    """The actor with the highest score; among equals the one mentioned first."""
    weights: dict[int, list[float]] = {}
    clusters: dict[int, Cluster] = {}
    for mention in discourse.recent(pronoun, WINDOW):
        cluster = discourse.home(mention)
        clusters[id(cluster)] = cluster
        weights.setdefault(id(cluster), []).append(_weight(mention, pronoun, discourse))
    best, highest = None, THRESHOLD
    for key, cluster in clusters.items():
        strongest = sorted(weights[key], reverse=True)
        score = _agreement(pronoun.lower_, cluster) * (strongest[0] + 0.3 * sum(strongest[1:4]))
        if not score or _is_ruled_out(pronoun, cluster, discourse):
            continue
        score *= _continuity(pronoun, cluster, discourse)
        score *= SPEAKS_ON if _is_reported_by(pronoun, cluster, discourse) else 1.0
        if score > highest:
            best, highest = cluster, score
    return best


def _weight(mention: Candidate, pronoun: Token, discourse: Discourse) -> float:
    """How strongly one earlier mention offers itself as antecedent."""
    distance = discourse.distance(mention.head, pronoun)
    if mention.head.i >= pronoun.i and not (distance == 0 and _is_cataphoric(pronoun)):
        return 0.0
    role = grammar.relation(grammar.coordination(mention.head)[0])
    same_side = discourse.quote_at(mention.head) == discourse.quote_at(pronoun)
    return ROLE_WEIGHT.get(role, OTHER_ROLE) * DECAY**distance * (1.0 if same_side else ACROSS_QUOTE)


def _continuity(pronoun: Token, cluster: Cluster, discourse: Discourse) -> float:
    """A factor for the subject of a tag ("he said"): who spoke last goes on, who was mentioned before fades."""
    verb = grammar.governor(pronoun)
    if verb is None or not is_speech(verb) or not grammar.relation(pronoun).startswith("nsubj"):
        return 1.0
    speaker = discourse.last_speaker(pronoun)
    if speaker is None:
        return 1.0
    if discourse.at(speaker) is cluster:
        return 1.0 if _is_superseded(speaker, pronoun, discourse) else SPEAKS_ON
    last = discourse.last_before(cluster, pronoun)
    return FADES if last is not None and discourse.distance(last, speaker) > 0 else 1.0


def _is_reported_by(pronoun: Token, cluster: Cluster, discourse: Discourse) -> bool:
    """True for the subject of what the cluster is said to say: "Lind said he had paid"."""
    clause = grammar.governor(pronoun)
    verb = grammar.governor(clause) if clause is not None else None
    if clause is None or verb is None or not grammar.relation(pronoun).startswith("nsubj"):
        return False
    if grammar.relation(clause) != "ccomp" or not is_speech(verb) or discourse.quote_at(pronoun) is not None:
        return False
    subject = grammar.subject(verb)
    return subject is not None and discourse.at(subject) is cluster


def _is_superseded(speaker: Token, pronoun: Token, discourse: Discourse) -> bool:
    """True when somebody else became the subject, outside quotations, since a speaker spoke."""
    spoke = discourse.at(speaker)
    since = discourse.recent(pronoun, max(0, discourse.distance(speaker, pronoun) - 1))
    return any(
        mention.kind != "pronoun"
        and mention.head.i < pronoun.i
        and discourse.quote_at(mention.head) is None
        and grammar.relation(mention.head).startswith("nsubj")
        and (other := discourse.home(mention)) is not spoke
        and other.kind == "person"
        for mention in since
    )


def _is_cataphoric(pronoun: Token) -> bool:
    """True for a pronoun in an adverbial clause or phrase before its main clause ("Before he left, Smith …")."""
    above = grammar.governor(pronoun)
    while above is not None:
        if grammar.relation(above) == "advcl":
            main = grammar.governor(above)
            return main is not None and above.i < main.i
        above = grammar.governor(above)
    return False


# ---- it and they -------------------------------------------------------------------------------


def _by_syntax(pronoun: Token, discourse: Discourse) -> Cluster | None:
    """A subject above the pronoun, or that of the sentence before; a subject that is no actor ends the search."""
    plural = pronoun.lower_ in PLURAL
    for subject in _subjects_above(pronoun, discourse):
        if plural and grammar.conjuncts(subject):
            return None
        cluster = discourse.at(subject)
        if cluster is not None and _agreement(pronoun.lower_, cluster) > 0:
            return None if _is_ruled_out(pronoun, cluster, discourse) else cluster
        if cluster is None and subject.pos_ == "NOUN" and is_plural(subject) == plural:
            return None
    return None


def _subjects_above(pronoun: Token, discourse: Discourse) -> Iterator[Token]:
    """The subjects before a pronoun: of its own clause, of the clauses above it, of the sentence before."""
    clause: Token | None = grammar.governor(pronoun)
    outermost = pronoun
    while clause is not None:
        subject = grammar.own_subject(clause)
        if subject is not None and subject.i < pronoun.i:
            yield subject
        elif subject == pronoun and not _is_full(clause):
            return
        outermost, clause = clause, grammar.governor(clause)
    if grammar.relation(pronoun).startswith("nsubj") and grammar.governor(pronoun) == outermost:
        before = _main_subject_before(outermost, discourse)
        if before is not None:
            yield before


def _main_subject_before(root: Token, discourse: Discourse) -> Token | None:
    """The subject of the sentence before, when that is no quotation."""
    start = root.sent.start
    while start > 0 and root.doc[start - 1].is_space:
        start -= 1
    if start == 0 or discourse.quote_at(root.doc[start - 1]) is not None:
        return None
    return grammar.subject(root.doc[start - 1].sent.root)


def _is_full(predicate: Token) -> bool:
    """True for an active verb that needs somebody to do it, so that its "it" means something."""
    is_copular = any(grammar.relation(t) in ("cop", "expl") for t in grammar.dependents(predicate))
    if is_copular and grammar.relation(predicate) == "ccomp" and predicate.pos_ in ("ADJ", "VERB"):
        return True
    return predicate.pos_ == "VERB" and not is_copular and predicate.lemma_ not in _IMPERSONAL


# ---- agreement and binding ---------------------------------------------------------------------


def _agreement(word: str, cluster: Cluster) -> float:
    """From 0 (cannot be) up: number, kind and gender of the pronoun against the cluster's."""
    if word in MALE | FEMALE:
        if cluster.kind != "person" or cluster.plural:
            return 0.0
        told = cluster.gender if word in MALE else -cluster.gender
        return 0.02 if told <= -1.5 else 0.3 if told < 0 else 1.0 if told == 0 else 1.3
    if word in NEUTER:
        return float(cluster.kind in ("organization", "place") and not cluster.plural)
    is_anybody = cluster.kind == "person" and not cluster.names and cluster.gender == 0
    return float(cluster.plural or cluster.kind in ("group", "organization") or is_anybody)


def _is_ruled_out(pronoun: Token, cluster: Cluster, discourse: Discourse) -> bool:
    """Binding, and who speaks: a third-person pronoun in a quotation is not the speaker."""
    quote = discourse.quote_at(pronoun)
    speaker = discourse.utterances[quote].speaker if quote is not None else None
    if speaker is not None and discourse.at(speaker) is cluster:
        return True
    if discourse.is_named_by(pronoun, cluster):
        return True
    above = grammar.governor(pronoun)
    if above is None or pronoun.lower_ in _REFLEXIVE:
        return False
    if pronoun.lower_ in _POSSESSIVE and grammar.relation(pronoun) == "nmod:poss":
        around = grammar.governor(above) if grammar.relation(above) == "appos" else None
        return discourse.at(above) is cluster or (around is not None and discourse.at(around) is cluster)
    arguments = [t for t in grammar.dependents(above) if t.i != pronoun.i and grammar.relation(t) in _ARGUMENTS]
    meant = (grammar.antecedent(t) or t for head in arguments for t in (head, *grammar.conjuncts(head)))
    return any(discourse.at(t) is cluster for t in meant)
