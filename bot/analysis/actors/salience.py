"""How much an article is about an actor."""

from collections.abc import Sequence
from math import sqrt

from bot.analysis.actors.clusters import Cluster
from bot.analysis.quotes.utterances import Utterance
from bot.language import grammar

MAX_KEY = 5
"""More actors than this are not all key to one article."""
KEY_SHARE = 0.5
"""A key actor has at least this share of the highest salience."""

_KIND_WEIGHT = {"person": 1.0, "organization": 0.9, "place": 0.75, "group": 0.6}


def salience(cluster: Cluster, length: int, in_title: bool, speeches: int) -> float:
    """An unscaled measure: frequency, early mention, being a subject, speech, being in the headline.

    ``length`` is the number of tokens of the body.
    """
    body = [mention for mention in cluster.mentions if not mention.doc.user_data.get("is_title")]
    if not body:
        return 0.5 if in_title else 0.1
    first = min(mention.head.i for mention in body) / max(1, length)
    subjects = sum(grammar.relation(grammar.coordination(m.head)[0]).startswith("nsubj") for m in body)
    score = sqrt(len(body)) + 1.5 * (1 - first) ** 2 + 0.5 * sqrt(subjects) + 0.3 * sqrt(speeches) + 1.5 * in_title
    return score * _KIND_WEIGHT[cluster.kind]


def choose_key(scores: Sequence[float], named: Sequence[bool]) -> list[bool]:
    """Which of the actors, given in falling order of salience, are key."""
    best = max(scores, default=0.0)
    chosen: list[bool] = []
    for score, has_name in zip(scores, named, strict=True):
        chosen.append(has_name and score >= KEY_SHARE * best and sum(chosen) < MAX_KEY)
    return chosen


def count_speeches(cluster: Cluster, utterances: Sequence[Utterance]) -> int:
    """How many quotations have one of the cluster's mentions in their tag."""
    heads = {(id(mention.doc), token.i) for mention in cluster.mentions for token in mention.span}
    return sum(u.speaker is not None and (id(u.speaker.doc), u.speaker.i) in heads for u in utterances)
