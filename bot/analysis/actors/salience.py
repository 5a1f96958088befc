"""How much an article is about an actor.

Salience is the probability that people who sum the article up name the actor: a logistic model of
how often an actor is mentioned, how often beside the one mentioned most, how early, and whether the
headline has it. The weights were fitted by ``training/fit_salience.py`` on the human and machine
summaries of 76 texts of GUM (news weighing three times as much as interviews, speeches, biographies
and court reports). Kind, spread, being a subject or quoted added nothing there; quotations raise the
salience that is shown, not the choice of key actors.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

from bot.analysis.actors.clusters import Cluster
from bot.analysis.quotes.utterances import Utterance
from bot.language.datelines import end_of_dateline
from bot.language.reading import Reading
from bot.language.tokens import Span as DocSpan

MAX_KEY = 5
"""More actors than this are not all key to one article."""
MIN_KEY = 0.3
"""An actor as likely as this to be in a summary is key."""
WEIGHTS = (0.72, 1.27, 1.86, 0.78)
"""Of the features of :meth:`Prominence.features`, in their order."""
BIAS = -2.96
SILENCE = 0.85
"""Every quotation leaves this much of the distance to 1: who speaks is wanted by a reader beyond what sums it up."""
UNNAMED = 0.5

_LEAD_LENGTH = 3.0
"""Sentences after which a first mention counts only a third."""
_MIN_LEAD_WORDS = 8


class Prominence:
    """Measures the clusters of one article against it."""

    def __init__(self, reading: Reading, clusters: Sequence[Cluster]) -> None:
        self._reading = reading
        self._highest = max((self._frequency(cluster) for cluster in clusters if cluster.names), default=0) or 1
        sentences = [sentence for sentence in reading.body.sents if _is_sentence(sentence)]
        self._sentence = {token.i: n for n, sentence in enumerate(sentences) for token in _without_dateline(sentence)}
        self._count = max(1, len(sentences))
        self._lead = _lead(sentences, reading.article.title or "")

    def features(self, cluster: Cluster) -> tuple[float, float, float, float]:
        """Log frequency, headline (0 or 1), nearness to the lead (0–1), frequency beside the highest (0–1).

        Mentions in captions, datelines and other lines without a verb have no place.
        """
        count = self._frequency(cluster)
        places = {
            self._sentence[m.head.i]
            for m in cluster.mentions
            if m.doc is self._reading.body and m.head.i in self._sentence
        }
        in_title = any(mention.doc is self._reading.title for mention in cluster.mentions)
        first = min((place - self._lead for place in places if place >= self._lead), default=self._count)
        return (log(1 + count), float(in_title), exp(-first / _LEAD_LENGTH), count / self._highest)

    def _frequency(self, cluster: Cluster) -> int:
        return sum(mention.doc is self._reading.body for mention in cluster.mentions)

    def of(self, cluster: Cluster) -> float:
        """The salience of a cluster, 0–1."""
        pairs = zip(WEIGHTS, self.features(cluster), strict=True)
        return 1 / (1 + exp(-BIAS - sum(weight * feature for weight, feature in pairs)))


def choose_key(clusters: Sequence[Cluster], chances: Mapping[int, float]) -> list[Cluster]:
    """The named clusters likeliest to be in a summary, at least one; ``chances`` are by ``id`` of the cluster."""
    ranked = sorted((c for c in clusters if c.names), key=lambda cluster: -chances[id(cluster)])
    return [c for number, c in enumerate(ranked[:MAX_KEY]) if not number or chances[id(c)] >= MIN_KEY]


def weigh(chance: float, cluster: Cluster, utterances: Sequence[Utterance]) -> float:
    """The salience shown: the chance raised by every quotation in marks, halved for actors without a name."""
    if not cluster.names:
        chance *= UNNAMED
    return 1 - (1 - chance) * SILENCE ** count_speeches(cluster, [u for u in utterances if u.kind != "indirect"])


def count_speeches(cluster: Cluster, utterances: Sequence[Utterance]) -> int:
    """How many utterances have one of the cluster's mentions in their tag."""
    heads = {(id(mention.doc), token.i) for mention in cluster.mentions for token in mention.span}
    return sum(u.speaker is not None and (id(u.speaker.doc), u.speaker.i) in heads for u in utterances)


def _is_sentence(sentence: DocSpan) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in sentence)


def _without_dateline(sentence: DocSpan) -> DocSpan:
    """A sentence without "Lima, Peru –" or "DUBLIN, Nov 3 (Wire) -" at its start."""
    end = sentence.start_char + end_of_dateline(sentence.text)
    return sentence[sum(token.idx < end for token in sentence) :]


def _lead(sentences: Sequence[DocSpan], title: str) -> int:
    """The number of the first sentence that is neither the repeated headline nor a scrap."""
    for number, sentence in enumerate(sentences):
        repeats = bool(title) and sentence.text.strip().lower().startswith(title[:40].lower())
        if len(sentence) > _MIN_LEAD_WORDS and not repeats:
            return number
    return 0
