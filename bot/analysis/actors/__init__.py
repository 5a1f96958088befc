"""Actors: who matters in the article, under which names, in which role."""

from bot.analysis.actors.clusters import Cluster, cluster_names
from bot.analysis.actors.mentions import Candidate, find_nominals, find_pronouns
from bot.analysis.actors.names import is_acronym
from bot.analysis.actors.recognition import find_names
from bot.analysis.actors.resolve import resolve
from bot.analysis.actors.roles import find_roles
from bot.analysis.actors.salience import Prominence, choose_key, count_speeches, weigh
from bot.analysis.actors.states import name_states
from bot.analysis.quotes.utterances import Utterance, find_utterances
from bot.language.reading import Reading
from bot.language.tokens import Span as DocSpan
from bot.model import Actor, Mention

MIN_UNNAMED_MENTIONS = 2
"""An actor without a name is listed when it is mentioned this often, or speaks."""


def find_actors(reading: Reading) -> list[Actor]:
    """The actors of an article, most salient first, their aliases merged."""
    utterances = find_utterances(reading.body)
    clusters = find_clusters(reading, utterances)
    named = _named_tokens(clusters)
    prominence = Prominence(reading, clusters)
    listed = [cluster for cluster in clusters if _is_listed(cluster, utterances)]
    chances = {id(cluster): prominence.of(cluster) for cluster in listed}
    key = {id(cluster) for cluster in choose_key(listed, chances)}
    ranked = sorted(
        ((weigh(chances[id(cluster)], cluster, utterances), cluster) for cluster in listed), key=lambda entry: -entry[0]
    )
    return [
        _actor(reading, cluster, named).model_copy(
            update={"id": f"a{number}", "salience": round(score, 4), "key": id(cluster) in key}
        )
        for number, (score, cluster) in enumerate(ranked, 1)
    ]


def _is_listed(cluster: Cluster, utterances: list[Utterance]) -> bool:
    """True for actors with a name, and for others that are mentioned more than once or speak."""
    if cluster.names or len(cluster.mentions) >= MIN_UNNAMED_MENTIONS:
        return True
    return count_speeches(cluster, utterances) > 0


def find_clusters(reading: Reading, utterances: list[Utterance]) -> list[Cluster]:
    """The clusters of mentions in the body and the title."""
    names = find_names([reading.body, reading.title])
    name_states(names)
    mentions = [*find_nominals(reading.body, names), *find_pronouns(reading.body)]
    return resolve(reading.body, cluster_names(names), mentions, utterances)


def _named_tokens(clusters: list[Cluster]) -> dict[tuple[int, int], Cluster]:
    """Whom each word of a name belongs to, by parse and position."""
    return {(id(t.doc), t.i): cluster for cluster in clusters for name in cluster.names for t in name.span}


def _own_words(mention: Candidate, cluster: Cluster, named: dict[tuple[int, int], Cluster]) -> DocSpan:
    """A mention without the names of others at its start: "ambassador" in "China's ambassador"."""
    others = [t.i for t in mention.span[:-1] if named.get((id(t.doc), t.i), cluster) is not cluster]
    start = max(others, default=mention.span.start - 1) + 1
    while start < mention.head.i and (mention.doc[start].pos_ in ("PART", "PUNCT", "CCONJ")):
        start += 1
    return mention.span if mention.kind == "name" else mention.doc[start : mention.span.end]


def _actor(reading: Reading, cluster: Cluster, named: dict[tuple[int, int], Cluster]) -> Actor:
    """The record of a cluster, not yet ranked."""
    name = display_name(cluster)
    ordered = sorted(cluster.mentions, key=lambda m: (m.doc is reading.body, m.span.start))
    mentions = [Mention(**reading.span(_own_words(m, cluster, named)).model_dump(), kind=m.kind) for m in ordered]
    written = list(dict.fromkeys(m.span.text for m in cluster.names))
    aliases = [text for text in written if text != name and text.removesuffix(".") not in {name, *written} - {text}]
    return Actor(
        id="",
        name=name,
        kind=cluster.kind,
        key=False,
        salience=0.0,
        roles=[reading.span(role) for role in find_roles(cluster)],
        aliases=aliases,
        mentions=mentions,
    )


def display_name(cluster: Cluster) -> str:
    """The name to show: a state's own name, a person's fullest, else the commonest; the first phrase if none."""
    names = cluster.names
    if not names:
        first: Candidate = min(cluster.mentions, key=lambda m: (m.kind == "pronoun", m.span.start))
        return first.span.text
    canonical = next((name.canonical for name in names if name.canonical), None)
    texts = [name.span.text for name in names]
    if canonical:
        return "NATO" if canonical == "NATO" else canonical
    if cluster.kind == "person":
        return max(texts, key=lambda text: (len(text.split()), texts.count(text), -texts.index(text)))
    spelled = [text for text in texts if not is_acronym(text)]
    common = max(texts, key=lambda text: (texts.count(text), len(text)))
    return common if texts.count(common) > 2 * len(spelled) or not spelled else max(spelled, key=texts.count)
