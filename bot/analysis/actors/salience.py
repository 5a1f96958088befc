"""How much an article is about an actor.

Salience is the probability that people who sum the article up name the actor: a logistic model of
how often, how early and how widely an actor is mentioned and whether the headline has it. The
weights were fitted by ``training/fit_salience.py`` on the human and machine summaries of GUM's news
and interviews. Being a subject, or quoted, added nothing beyond frequency there.
"""

import re
from collections.abc import Sequence
from math import exp, log

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from bot.analysis.actors.clusters import Cluster
from bot.language.reading import Reading

MAX_KEY = 5
"""More actors than this are not all key to one article."""
MIN_KEY = 0.35
"""An actor as likely as this to be in a summary is key."""
WEIGHTS = (0.74, 1.65, 2.45, 0.34, 0.88)
"""Of the features of :meth:`Prominence.features`, in their order."""
BIAS = -3.39

_LEAD_LENGTH = 3.0
"""Sentences after which a first mention counts only a third."""
_MIN_LEAD_WORDS = 8
_DATELINE = re.compile(r"(?:[A-Z][\w.'’]*[ ,/]+){1,6}(?:\d{1,2}\.? *)?(?:\([^)]{1,30}\) *)?[–—-]+ ")


class Prominence:
    """Measures clusters against one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        sentences = [sentence for sentence in reading.body.sents if _is_sentence(sentence)]
        self._sentence = {token.i: n for n, sentence in enumerate(sentences) for token in _without_dateline(sentence)}
        self._count = max(1, len(sentences))
        self._lead = _lead(sentences, reading.article.title or "")

    def features(self, cluster: Cluster) -> tuple[float, float, float, float, float]:
        """Log frequency, headline (0 or 1), nearness to the lead (0–1), organisation (0 or 1), spread (0–1).

        Mentions in captions, datelines and other lines without a verb have no place.
        """
        body: list[Doc] = [m.doc for m in cluster.mentions if m.doc is self._reading.body]
        places = {
            self._sentence[m.head.i]
            for m in cluster.mentions
            if m.doc is self._reading.body and m.head.i in self._sentence
        }
        in_title = any(mention.doc is self._reading.title for mention in cluster.mentions)
        first = min((place - self._lead for place in places if place >= self._lead), default=self._count)
        return (
            log(1 + len(body)),
            float(in_title),
            exp(-first / _LEAD_LENGTH),
            float(cluster.kind == "organization"),
            len(places) / self._count,
        )

    def of(self, cluster: Cluster) -> float:
        """The salience of a cluster, 0–1."""
        pairs = zip(WEIGHTS, self.features(cluster), strict=True)
        return 1 / (1 + exp(-BIAS - sum(weight * feature for weight, feature in pairs)))


def choose_key(scores: Sequence[float], named: Sequence[bool]) -> list[bool]:
    """Which of the actors, given in falling order of salience, are key: at least the first that has a name."""
    chosen: list[bool] = []
    for score, has_name in zip(scores, named, strict=True):
        enough = score >= MIN_KEY or not any(chosen)
        chosen.append(has_name and enough and sum(chosen) < MAX_KEY)
    return chosen


def _is_sentence(sentence: DocSpan) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in sentence)


def _without_dateline(sentence: DocSpan) -> DocSpan:
    """A sentence without "Lima, Peru –" or "DUBLIN, Nov 3 (Wire) -" at its start."""
    dateline = _DATELINE.match(sentence.text)
    if dateline is None:
        return sentence
    return sentence[sum(token.idx - sentence.start_char < dateline.end() for token in sentence) :]


def _lead(sentences: Sequence[DocSpan], title: str) -> int:
    """The number of the first sentence that is neither the repeated headline nor a scrap."""
    for number, sentence in enumerate(sentences):
        repeats = bool(title) and sentence.text.strip().lower().startswith(title[:40].lower())
        if len(sentence) > _MIN_LEAD_WORDS and not repeats:
            return number
    return 0
