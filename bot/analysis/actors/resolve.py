"""Which actor a pronoun or a role noun stands for: deterministic, by salience, agreement and syntax.

The score of an antecedent follows Lappin and Leass 1994 ("An Algorithm for Pronominal Anaphora
Resolution"): recency by sentence, grammatical role, and what must not corefer is ruled out first.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from bot.analysis.actors import nouns
from bot.analysis.actors.clusters import Cluster, title_gender
from bot.analysis.actors.mentions import LOC, ORG, PERSON, Candidate, is_plural
from bot.analysis.actors.title_spans import is_role_noun, title_span
from bot.analysis.quotes.cues import is_speech
from bot.analysis.quotes.utterances import Utterance
from bot.language import given_names, grammar, places

MALE = frozenset(["he", "him", "his", "himself"])
FEMALE = frozenset(["she", "her", "hers", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves", "themself"])
FIRST = frozenset(["i", "me", "my", "mine", "myself"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves", "themself"])
_NOT_FIRMS = frozenset(
    {"union", "party", "ministry", "department", "court", "police", "government", "council", "commission", "parliament"}
    | {"senate", "congress", "university", "school", "church", "nato", "tribunal", "workers"}
)
"""Words in the names of organisations that are no company."""
_IMPERSONAL = frozenset(
    {"seem", "appear", "happen", "take", "turn", "depend", "mean", "matter", "look", "feel", "rain"}
)
_POSSESSIVE = frozenset(["his", "her", "its", "their"])

WINDOW = 6
"""Sentences back in which an antecedent is looked for."""
DECAY = 0.75
"""How much less a mention counts for each sentence further back."""
ROLE_WEIGHT = {"nsubj": 1.0, "nsubj:pass": 0.95, "obj": 0.6, "iobj": 0.6, "obl": 0.5, "nmod:poss": 0.55, "appos": 0.5}
OTHER_ROLE = 0.45
SPEECH_WINDOW = 8
"""Sentences, quotations included, over which the last speaker is remembered."""
SPEAKS_ON = 2.0
FADES = 0.4
THRESHOLD = 0.12
GIVEN_NAME_WEIGHT = 1.2


class Resolver:
    """Works through one parse in text order; clusters grow as it goes."""

    def __init__(self, doc: Doc, clusters: list[Cluster], utterances: Sequence[Utterance]) -> None:
        self.doc = doc
        self.clusters = clusters
        self._sentence = {t.i: n for n, sentence in enumerate(doc.sents) for t in sentence}
        self._cluster_at: dict[int, Cluster] = {}
        for cluster in clusters:
            for mention in cluster.mentions:
                self._note(mention, cluster)
        self._titled = {
            token.i: cluster
            for cluster in clusters
            if cluster.kind == "person"
            for name in cluster.names
            if name.doc is doc
            for token in title_span(name.span) or ()
            if is_role_noun(token)
        }
        self._utterances = utterances
        self._quote_at = {
            t.i: number
            for number, u in enumerate(utterances)
            if u.kind != "indirect"
            for t in doc.char_span(u.start, u.end, alignment_mode="expand") or ()
        }
        self._tags = {u.speaker.i for u in utterances if u.speaker is not None}
        self._speech = self._speech_outside_quotes()

    def _speech_outside_quotes(self) -> list[tuple[int, Token]]:
        """(position of the cue, speaker) for every verb of saying and "according to", in text order."""
        found: list[tuple[int, Token]] = []
        for token in self.doc:
            if token.i in self._quote_at:
                continue
            speaker = grammar.subject(token) if is_speech(token) else None
            if token.lower_ == "according" and token.i + 2 < len(self.doc):
                speaker = grammar.governor(token)
            if speaker is not None and speaker.pos_ in ("NOUN", "PROPN", "PRON"):
                found.append((token.i, speaker))
        return found

    def _last_speaker(self, token: Token) -> Token | None:
        """Who spoke last before a token, at most two sentences back."""
        before = [(cue, speaker) for cue, speaker in self._speech if cue < token.i and speaker.i < token.i]
        if not before or self._sentence[token.i] - self._sentence[before[-1][0]] > SPEECH_WINDOW:
            return None
        return before[-1][1]

    def _note(self, mention: Candidate, cluster: Cluster) -> None:
        if mention.doc is self.doc:
            for token in mention.span:
                self._cluster_at.setdefault(token.i, cluster)

    def add(self, mention: Candidate, cluster: Cluster) -> None:
        """Puts a mention into a cluster."""
        cluster.mentions.append(mention)
        if cluster not in self.clusters:
            self.clusters.append(cluster)
        if mention.doc is self.doc:
            self._cluster_at[mention.head.i] = cluster

    def at(self, token: Token) -> Cluster | None:
        """The cluster that a token's mention is in."""
        return self._cluster_at.get(token.i) if token.doc is self.doc else None

    def run(self, mentions: Iterable[Candidate]) -> None:
        """Resolves role nouns and third-person pronouns in text order, then "I" by who speaks."""
        ordered = sorted(mentions, key=lambda mention: mention.head.i)
        for mention in ordered:
            if mention.kind == "nominal":
                self._nominal(mention)
            elif mention.head.lower_ not in FIRST:
                self._pronoun(mention)
        for mention in ordered:
            if mention.head.lower_ in FIRST:
                self._first_person(mention)

    # ---- role nouns ------------------------------------------------------------------------

    def _nominal(self, mention: Candidate) -> None:
        cluster = self._named_beside(mention) or self._described(mention) or self._state(mention)
        cluster = cluster or self._repeated(mention)
        if cluster is None:
            kind = {PERSON: "person", ORG: "organization", LOC: "place"}[mention.label]
            cluster = Cluster("group" if is_plural(mention.head) and kind == "person" else kind)  # type: ignore[arg-type]
            cluster.plural = is_plural(mention.head)
        elif cluster.names:
            self._adopt(mention, cluster)
        self._learn_gender(mention, cluster)
        self.add(mention, cluster)

    def _adopt(self, mention: Candidate, named: Cluster) -> None:
        """Joins the earlier mentions of "the coroner" to the one that is now named: "The coroner, Jan Kos, …"."""
        if mention.span[0].lower_ != "the" or is_plural(mention.head):
            return
        earlier = self._repeated(mention)
        if earlier is None or earlier is named or earlier.names or earlier.kind != named.kind:
            return
        for old in list(earlier.mentions):
            self.add(old, named)
        earlier.mentions = []
        named.gender += earlier.gender

    def _named_beside(self, mention: Candidate) -> Cluster | None:
        """The name that a role noun is in apposition with, or the title of."""
        head = mention.head
        if head.i in self._titled:
            return self._titled[head.i]
        near = [t for t in grammar.dependents(head) if grammar.relation(t) in ("appos", "flat", "nmod:desc")]
        above = grammar.governor(head)
        if above is not None and grammar.relation(head) in ("appos", "flat", "nmod:desc", "compound"):
            near.append(above)
        for token in near:
            cluster = self.at(token)
            if cluster is not None and cluster.names and _kind_agrees(mention, cluster):
                return cluster
        return None

    def _state(self, mention: Candidate) -> Cluster | None:
        """The state that "Russian officials" or "the Chinese government" act for, when the article names it."""
        if mention.head.lemma_.lower() not in nouns.OF_STATE or (
            mention.label == PERSON and not is_plural(mention.head)
        ):
            return None
        before = [t for t in mention.span if t.i < mention.head.i and t.text[0].isupper()]
        state = places.stands_for_state(before[-1].text) if len(before) == 1 else None
        if state is None:
            return None
        return next((c for c in self.clusters if any(name.canonical == state.name for name in c.names)), None)

    def _described(self, mention: Candidate) -> Cluster | None:
        """The subject of "X is a lawyer"."""
        head = mention.head
        if not any(grammar.relation(t) == "cop" for t in grammar.dependents(head)):
            return None
        subject = grammar.own_subject(head)
        cluster = self.at(subject) if subject is not None else None
        return cluster if cluster is not None and _kind_agrees(mention, cluster) else None

    def _repeated(self, mention: Candidate) -> Cluster | None:
        """An earlier actor that the same noun described, for a definite phrase."""
        if not _is_definite(mention):
            return None
        lemma = mention.head.lemma_.lower()
        here = self._sentence[mention.head.i]
        best: Cluster | None = None
        nearest = -1
        for cluster in self.clusters:
            for earlier in cluster.mentions:
                if earlier.doc is not self.doc or earlier.head.i >= mention.head.i or earlier.kind == "pronoun":
                    continue
                same = earlier.kind == "nominal" and earlier.head.lemma_.lower() == lemma
                same = same or (earlier.kind == "name" and lemma in self._title_words(earlier))
                inside = earlier.kind == "name" and cluster.kind == "organization" and lemma in earlier.words
                if (same or inside) and _compatible(mention, earlier) and is_plural(mention.head) == cluster.plural:
                    last = self._last_before(cluster, mention.head)
                    if last > nearest and here - self._sentence[earlier.head.i] < 30:
                        best, nearest = cluster, last
        return best or self._generic(mention)

    def _title_words(self, name: Candidate) -> set[str]:
        title = title_span(name.span) if name.label == PERSON else None
        return {token.lemma_.lower() for token in title or () if is_role_noun(token)}

    def _generic(self, mention: Candidate) -> Cluster | None:
        """The latest actor that "the company", "the man" or "the country" can stand for."""
        lemma = mention.head.lemma_.lower()
        if len(mention.span) != 2 or is_plural(mention.head):
            return None
        if mention.label == ORG and lemma in ("company", "firm", "group", "organisation", "organization", "agency"):
            return self._latest("organization", mention.head, 0)
        gender = 1 if lemma in ("man", "boy") else -1 if lemma in ("woman", "girl") else 0
        return self._latest("person", mention.head, gender) if gender else None

    def _latest(self, kind: str, token: Token, gender: int) -> Cluster | None:
        here = self._sentence[token.i]
        found: Cluster | None = None
        latest = -1
        for cluster in self.clusters:
            if cluster.kind != kind or not cluster.names or cluster.gender * gender < 0:
                continue
            if kind == "organization" and any(set(form) & _NOT_FIRMS for form in cluster.forms):
                continue
            last = self._last_before(cluster, token)
            if last > latest and here - self._sentence[last] <= 2:
                found, latest = cluster, last
        return found

    def _last_before(self, cluster: Cluster, token: Token) -> int:
        return max((m.head.i for m in cluster.mentions if m.doc is self.doc and m.head.i < token.i), default=-1)

    def _learn_gender(self, mention: Candidate, cluster: Cluster) -> None:
        lemma = mention.head.lemma_.lower()
        if cluster.kind == "person" and not is_plural(mention.head):
            cluster.gender += 2.0 * ((lemma in nouns.MALE) - (lemma in nouns.FEMALE))

    # ---- pronouns --------------------------------------------------------------------------

    def _pronoun(self, mention: Candidate) -> None:
        word = mention.head.lower_
        if word in MALE | FEMALE:
            cluster = self._best_person(mention.head)
            if cluster is not None:
                cluster.gender += 0.5 if word in MALE else -0.5
        else:
            cluster = self._parallel(mention.head) if word in NEUTER | PLURAL else None
        if cluster is not None:
            self.add(mention, cluster)

    def _best_person(self, pronoun: Token) -> Cluster | None:
        """Whom "he" or "she" means: the actor with the highest score."""
        best = max(self.clusters, key=lambda cluster: self._score(pronoun, cluster), default=None)
        return best if best is not None and self._score(pronoun, best) >= THRESHOLD else None

    def _parallel(self, pronoun: Token) -> Cluster | None:
        """What "it" or "they" means, where syntax tells: a subject above it, or the one of the sentence before.

        Most uses of "it" mean no actor, so a subject that is no actor ends the search.
        """
        for subject in self._subjects_above(pronoun):
            if pronoun.lower_ in PLURAL and grammar.conjuncts(subject):
                return None
            cluster = self.at(subject)
            if cluster is not None and _agreement(pronoun.lower_, cluster) > 0:
                return None if self._is_ruled_out(pronoun, cluster) else cluster
            if cluster is None and subject.pos_ == "NOUN" and is_plural(subject) == (pronoun.lower_ in PLURAL):
                return None
        return None

    def _subjects_above(self, pronoun: Token) -> Iterator[Token]:
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
        opens = grammar.relation(pronoun).startswith("nsubj") and grammar.governor(pronoun) == outermost
        before = self._main_subject_before(outermost) if opens else None
        if before is not None:
            yield before

    def _main_subject_before(self, root: Token) -> Token | None:
        """The subject of the sentence before, when that is no quotation."""
        start = root.sent.start
        while start > 0 and root.doc[start - 1].is_space:
            start -= 1
        if start == 0 or (start - 1) in self._quote_at:
            return None
        sentence = root.doc[start - 1].sent
        return grammar.subject(sentence.root)

    def _score(self, pronoun: Token, cluster: Cluster) -> float:
        word = pronoun.lower_
        agreement = _agreement(word, cluster)
        if agreement <= 0 or self._is_ruled_out(pronoun, cluster):
            return 0.0
        here = self._sentence[pronoun.i]
        scores = sorted((self._weight(m, pronoun, here) for m in cluster.mentions if m.doc is self.doc), reverse=True)
        if not scores or scores[0] <= 0:
            return 0.0
        score = agreement * (scores[0] + 0.3 * sum(scores[1:4]))
        return score * self._continuity(pronoun, cluster)

    def _continuity(self, pronoun: Token, cluster: Cluster) -> float:
        """A factor for the subject of a tag ("he said"): who spoke last goes on, who was mentioned before fades."""
        verb = grammar.governor(pronoun)
        if verb is None or not is_speech(verb) or not grammar.relation(pronoun).startswith("nsubj"):
            return 1.0
        speaker = self._last_speaker(pronoun)
        if speaker is None:
            return 1.0
        if self.at(speaker) is cluster:
            return 1.0 if self._is_superseded(speaker, pronoun) else SPEAKS_ON
        last = self._last_before(cluster, pronoun)
        return FADES if last >= 0 and self._sentence[last] < self._sentence[speaker.i] else 1.0

    def _is_superseded(self, speaker: Token, pronoun: Token) -> bool:
        """True when somebody else became the subject, outside quotations, since a speaker spoke."""
        spoke = self.at(speaker)
        return any(
            cluster is not spoke and cluster.kind == "person" and mention.doc is self.doc and mention.kind != "pronoun"
            and self._sentence[speaker.i] < self._sentence[mention.head.i] and mention.head.i < pronoun.i
            and mention.head.i not in self._quote_at and grammar.relation(mention.head).startswith("nsubj")
            for cluster in self.clusters
            for mention in cluster.mentions
        )  # fmt: skip

    def _weight(self, mention: Candidate, pronoun: Token, here: int) -> float:
        """How strongly one earlier mention offers itself as antecedent."""
        distance = here - self._sentence[mention.head.i]
        if distance < 0 or distance > WINDOW:
            return 0.0
        if mention.head.i > pronoun.i and not (distance == 0 and _is_cataphoric(pronoun)):
            return 0.0
        role = grammar.relation(grammar.coordination(mention.head)[0])
        weight = ROLE_WEIGHT.get(role, OTHER_ROLE) * DECAY**distance
        if self._quote_at.get(mention.head.i) != self._quote_at.get(pronoun.i):
            weight *= 0.5
        return weight

    def _is_ruled_out(self, pronoun: Token, cluster: Cluster) -> bool:
        """Binding, and who speaks: a third-person pronoun in a quotation is not the speaker."""
        quote = self._quote_at.get(pronoun.i)
        if quote is not None:
            speaker = self._utterances[quote].speaker
            if speaker is not None and self.at(speaker) is cluster:
                return True
        above = grammar.governor(pronoun)
        if above is None:
            return False
        if pronoun.lower_ in _POSSESSIVE and grammar.relation(pronoun) == "nmod:poss":
            around = grammar.governor(above) if grammar.relation(above) == "appos" else None
            return self.at(above) is cluster or (around is not None and self.at(around) is cluster)
        if pronoun.lower_ in _REFLEXIVE:
            return False
        arguments = [t for t in grammar.dependents(above) if t.i != pronoun.i]
        return any(
            self.at(t) is cluster and grammar.relation(t) in ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
            for head in arguments
            for t in (head, *grammar.conjuncts(head))
        )

    def _first_person(self, mention: Candidate) -> None:
        quote = self._quote_at.get(mention.head.i)
        speaker = self._utterances[quote].speaker if quote is not None else None
        cluster = self.at(speaker) if speaker is not None else None
        if cluster is not None:
            self.add(mention, cluster)


def _agreement(word: str, cluster: Cluster) -> float:
    """From 0 (cannot be) to 1: number, kind and gender of the pronoun against the cluster's."""
    if word in MALE | FEMALE:
        if cluster.kind != "person" or cluster.plural:
            return 0.0
        told = cluster.gender if word in MALE else -cluster.gender
        return 0.02 if told <= -1.5 else 0.3 if told < 0 else 1.0 if told == 0 else 1.3
    if word in NEUTER:
        return 1.0 if cluster.kind in ("organization", "place") and not cluster.plural else 0.0
    if cluster.plural or cluster.kind == "group":
        return 1.0
    is_anybody = cluster.kind == "person" and not cluster.names and cluster.gender == 0
    return 1.0 if is_anybody or cluster.kind == "organization" else 0.0


def _is_full(predicate: Token) -> bool:
    """True for an active verb that needs somebody to do it, so that its "it" means something."""
    is_copular = any(grammar.relation(t) in ("cop", "expl") for t in grammar.dependents(predicate))
    if is_copular and grammar.relation(predicate) == "ccomp" and predicate.pos_ in ("ADJ", "VERB"):
        return True
    return predicate.pos_ == "VERB" and not is_copular and predicate.lemma_ not in _IMPERSONAL


def _is_cataphoric(pronoun: Token) -> bool:
    """True for a pronoun in an adverbial clause or phrase before its main clause ("Before he left, Smith …")."""
    above = grammar.governor(pronoun)
    while above is not None:
        if grammar.relation(above) == "advcl":
            main = grammar.governor(above)
            return main is not None and above.i < main.i
        above = grammar.governor(above)
    return False


def _is_definite(mention: Candidate) -> bool:
    return mention.span[0].lower_ in ("the", "this", "that", "these", "those") or not any(
        grammar.relation(t) in ("det", "nmod:poss") for t in grammar.dependents(mention.head)
    )


def _compatible(mention: Candidate, earlier: Candidate) -> bool:
    """False when the two phrases say different things: "the finance minister", "the foreign minister"."""
    mine, theirs = _modifiers(mention), _modifiers(earlier)
    return not mine or not theirs or bool(mine & theirs)


def _modifiers(mention: Candidate) -> set[str]:
    if mention.kind != "nominal":
        return set()
    return {
        t.lemma_.lower()
        for t in grammar.dependents(mention.head)
        if grammar.relation(t) in ("amod", "compound") and t.i < mention.head.i
    }


def _kind_agrees(mention: Candidate, cluster: Cluster) -> bool:
    return {PERSON: "person", ORG: "organization", LOC: "place"}[mention.label] == cluster.kind


def seed_gender(clusters: Iterable[Cluster]) -> None:
    """Starts the gender evidence: titles before names, and softly, the usual gender of a given name."""
    for cluster in clusters:
        if cluster.kind != "person":
            continue
        told = [title_gender(name) for name in cluster.names]
        cluster.gender = 2.0 * ((told.count("male") > 0) - (told.count("female") > 0))
        full = next((form for form in cluster.forms if len(form) > 1), ())
        if full and (known := given_names.gender(full[0])):
            cluster.gender += 2.0 * GIVEN_NAME_WEIGHT * (0.5 - known[0])
