"""What the article has mentioned so far, and who is speaking: the ground that reference is resolved on."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.analysis.actors.clusters import Cluster
from bot.analysis.actors.mentions import Candidate
from bot.analysis.actors.title_spans import is_role_noun, title_span
from bot.analysis.quotes.cues import is_speech
from bot.analysis.quotes.utterances import Utterance
from bot.language import grammar
from bot.language.tokens import Doc, Token

SPEECH_WINDOW = 8
"""Sentences, quotations included, over which the last speaker is remembered."""


class Discourse:
    """One parse, its clusters, and look-ups that cost the same in long articles as in short ones."""

    def __init__(self, doc: Doc, clusters: list[Cluster], utterances: Sequence[Utterance]) -> None:
        self.doc = doc
        self.clusters = clusters
        self.utterances = utterances
        self.titled: dict[int, Cluster] = {}
        self.states: dict[str, Cluster] = {}
        self._sentence = {t.i: n for n, sentence in enumerate(doc.sents) for t in sentence}
        self._home: dict[int, Cluster] = {}
        self._cluster_at: dict[int, Cluster] = {}
        self._in_sentence: dict[int, list[Candidate]] = defaultdict(list)
        self._positions: dict[int, list[int]] = {}
        self._described: dict[str, list[Candidate]] = defaultdict(list)
        self._quote_at = {
            t.i: number
            for number, u in enumerate(utterances)
            if u.kind != "indirect"
            for t in doc.char_span(u.start, u.end, alignment_mode="expand") or ()
        }
        self._said_by = {
            u.speaker.i: (u.start, u.end)
            for u in utterances
            if u.kind != "indirect" and u.speaker is not None and u.speaker.pos_ == "PRON"
        }
        self._speech = sorted(self._speech_outside_quotes(), key=lambda entry: entry[0])
        for cluster in clusters:
            self._positions[id(cluster)] = []
            for mention in cluster.mentions:
                self._note_name(mention, cluster)

    def add(self, mention: Candidate, cluster: Cluster) -> None:
        """Puts a mention into a cluster."""
        cluster.mentions.append(mention)
        if id(cluster) not in self._positions:
            self.clusters.append(cluster)
            self._positions[id(cluster)] = []
        self._note(mention, cluster)
        self._cluster_at[mention.head.i] = cluster
        if mention.kind == "nominal":
            self._described[mention.head.lemma_.lower()].append(mention)

    def adopt(self, earlier: Cluster, named: Cluster) -> None:
        """Gives all mentions of one cluster to another."""
        for mention in earlier.mentions:
            named.mentions.append(mention)
            self._home[id(mention)] = named
            self._cluster_at[mention.head.i] = named
            insort(self._positions[id(named)], mention.head.i)
        earlier.mentions = []
        named.gender += earlier.gender

    def _note_name(self, name: Candidate, cluster: Cluster) -> None:
        if name.canonical:
            self.states.setdefault(name.canonical, cluster)
        if name.doc is not self.doc:
            return
        self._note(name, cluster)
        for token in name.span:
            self._cluster_at.setdefault(token.i, cluster)
        nouns = set(name.words) if cluster.kind == "organization" else set()
        for token in (title_span(name.span) if cluster.kind == "person" else None) or ():
            if is_role_noun(token):
                self.titled[token.i] = cluster
                nouns.add(token.lemma_.lower())
        for noun in nouns:
            self._described[noun].append(name)

    def _note(self, mention: Candidate, cluster: Cluster) -> None:
        self._home[id(mention)] = cluster
        self._in_sentence[self._sentence[mention.head.i]].append(mention)
        insort(self._positions[id(cluster)], mention.head.i)

    # ---- look-ups --------------------------------------------------------------------------

    def at(self, token: Token) -> Cluster | None:
        """The cluster that a token's mention is in."""
        return self._cluster_at.get(token.i) if token.doc is self.doc else None

    def home(self, mention: Candidate) -> Cluster:
        """The cluster of a mention."""
        return self._home[id(mention)]

    def is_named_by(self, pronoun: Token, cluster: Cluster) -> bool:
        """True when a pronoun speaks a quotation in marks that names the cluster: nobody names himself."""
        said = self._said_by.get(pronoun.i)
        return said is not None and any(
            said[0] <= name.span.start_char < said[1] and name.doc is self.doc for name in cluster.names
        )

    def distance(self, earlier: Token, later: Token) -> int:
        """Sentences from one token to another."""
        return self._sentence[later.i] - self._sentence[earlier.i]

    def quote_at(self, token: Token) -> int | None:
        """The number of the utterance in whose quotation a token stands."""
        return self._quote_at.get(token.i)

    def recent(self, token: Token, window: int) -> Iterator[Candidate]:
        """The mentions in the sentence of a token and so many before it."""
        here = self._sentence[token.i]
        for sentence in range(here, here - window - 1, -1):
            yield from self._in_sentence.get(sentence, ())

    def described_as(self, noun: str, before: Token) -> Iterator[Candidate]:
        """The mentions before a token that hold a noun, the latest first."""
        found = [m for m in self._described.get(noun, ()) if m.head.i < before.i]
        yield from sorted(found, key=lambda mention: -mention.head.i)

    def last_before(self, cluster: Cluster, token: Token) -> Token | None:
        """The head of the last mention of a cluster before a token."""
        positions = self._positions.get(id(cluster), [])
        place = bisect_left(positions, token.i)
        return self.doc[positions[place - 1]] if place else None

    # ---- speech ----------------------------------------------------------------------------

    def last_speaker(self, token: Token) -> Token | None:
        """Who spoke last before a token, by the tags and verbs of saying outside quotations."""
        for cue, speaker in reversed(self._speech[: bisect_left(self._speech, (token.i, 0))]):
            if self._sentence[token.i] - self._sentence[cue] > SPEECH_WINDOW:
                return None
            if speaker < token.i:
                return self.doc[speaker]
        return None

    def _speech_outside_quotes(self) -> Iterator[tuple[int, int]]:
        """(position of the cue, position of the speaker) for every verb of saying and every "according to"."""
        for token in self.doc:
            if token.i in self._quote_at:
                continue
            speaker = grammar.subject(token) if is_speech(token) else None
            if token.lower_ == "according":
                speaker = grammar.governor(token)
            if speaker is not None and speaker.pos_ in ("NOUN", "PROPN", "PRON"):
                yield token.i, speaker.i
