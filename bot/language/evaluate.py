"""How well a pipeline reads: scores from raw text against a treebank and its named entities.

Words, sentences, tags and trees are scored as in the CoNLL 2018 shared task (Zeman et al. 2018): the
text is given raw, predicted and gold words are aligned by their letters, and every figure is an F1
over words. ``uas`` and ``las`` leave punctuation out and compare full relations, as spaCy's scorer
does; ``conll_las`` counts every word and compares relations without subtypes, as the shared task
did. Names count when extent and type are right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from bot.language.conllu import Document, read_conllu

NAME_LABELS = ("PERSON", "ORG", "LOC")
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}

Range = tuple[int, int]
"""Start and end of a stretch, counted in characters that are not white space."""

Name = tuple[int, int, str]


@dataclass(slots=True)
class Count:
    """True positives, and how many were gold and predicted."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        """Counts another document in."""
        self.right += right
        self.gold += gold
        self.predicted += predicted

    @property
    def f1(self) -> float:
        """F1 in per cent; 0 when there is nothing."""
        total = self.gold + self.predicted
        return 200 * self.right / total if total else 0.0


@dataclass(slots=True)
class Scores:
    """Counts of every measure: words, sentences, pos, tags, lemmas, uas, las, conll_las, names and one per label."""

    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, measure: str, right: int, gold: int, predicted: int) -> None:
        """Counts another document in, for one measure."""
        self.counts.setdefault(measure, Count()).add(right, gold, predicted)

    def merge(self, other: "Scores") -> None:
        """Counts everything that another scoring counted in."""
        for measure, count in other.counts.items():
            self.add(measure, count.right, count.gold, count.predicted)

    def summary(self) -> dict[str, float]:
        """F1 in per cent by measure, rounded to two places."""
        return {measure: round(count.f1, 2) for measure, count in self.counts.items()}


def evaluate(nlp: Language, treebank: Path, names: Path | None = None, documents: str = "") -> Scores:
    """Scores a pipeline on a CoNLL-U file and, where given, on names in UNER's IOB2 for the same sentences.

    ``documents`` keeps those whose name starts with it ("n" for the news half of PUD).
    """
    gold_names = _read_names(names) if names else None
    scores = Scores()
    for document in read_conllu(treebank):
        if document.name.startswith(documents):
            doc = nlp(raw_text(document))
            _score_parse(scores, document, doc)
            if gold_names is not None:
                _score_names(scores, list(_placed_names(gold_names[document.name])), doc)
    return scores


def raw_text(document: Document) -> str:
    """The text of a treebank document: paragraphs set apart by blank lines."""
    parts: list[str] = []
    for number, sentence in enumerate(document.sentences):
        if number and sentence.paragraph:
            parts[-1] = parts[-1].rstrip()
            parts.append("\n\n")
        parts.append("".join(token.form + (" " if token.space else "") for token in sentence.tokens))
    return "".join(parts).rstrip()


def _score_parse(scores: Scores, document: Document, doc: Doc) -> None:
    gold_ranges = list(_ranges([t.form for s in document.sentences for t in s.tokens]))
    words = [token for token in doc if not token.is_space]
    found_ranges = list(_ranges([token.text for token in words]))
    gold_place = {place: number for number, place in enumerate(gold_ranges)}
    gold_tokens = [token for sentence in document.sentences for token in sentence.tokens]
    gold_heads = list(_heads(document))
    totals = (len(gold_ranges), len(found_ranges))
    solid = (sum(t.pos != "PUNCT" for t in gold_tokens), sum(t.pos_ != "PUNCT" for t in words))
    place_of = {token.i: place for token, place in zip(words, found_ranges, strict=True)}
    right = dict.fromkeys(("words", "pos", "tags", "lemmas", "conll_las", "uas", "las"), 0)
    for token, place in zip(words, found_ranges, strict=True):
        number = gold_place.get(place)
        if number is None:
            continue
        gold = gold_tokens[number]
        right["words"] += 1
        right["pos"] += token.pos_ == gold.pos
        right["tags"] += token.tag_ == gold.tag
        right["lemmas"] += gold.lemma in (token.lemma_, "_")
        head = None if token.head.i == token.i else place_of[token.head.i]
        gold_head = None if gold_heads[number] is None else gold_ranges[gold_heads[number] or 0]
        if head == gold_head:
            relation = "root" if token.dep_ == "ROOT" else token.dep_
            right["conll_las"] += relation.partition(":")[0] == gold.relation.partition(":")[0]
            if gold.pos != "PUNCT":
                right["uas"] += 1
                right["las"] += relation == gold.relation
    for measure, hits in right.items():
        scores.add(measure, hits, *(solid if measure in ("uas", "las") else totals))
    _score_sentences(scores, document, doc)


def _heads(document: Document) -> Iterator[int | None]:
    """The head of each word as a word number of the document, None for roots."""
    offset = 0
    for sentence in document.sentences:
        for token in sentence.tokens:
            yield token.head - 1 + offset if token.head else None
        offset += len(sentence.tokens)


def _score_sentences(scores: Scores, document: Document, doc: Doc) -> None:
    gold = set(_ranges(["".join(t.form for t in sentence.tokens) for sentence in document.sentences]))
    texts = ["".join(t.text for t in sentence if not t.is_space) for sentence in doc.sents]
    found = set(_ranges([text for text in texts if text]))
    scores.add("sentences", len(gold & found), len(gold), len(found))


def _score_names(scores: Scores, gold: Sequence[Name], doc: Doc) -> None:
    found = []
    solid = _solid_positions(doc.text)
    for ent in doc.ents:
        if ent.label_ in NAME_LABELS:
            found.append((solid[ent.start_char], solid[ent.end_char], ent.label_))
    for label in ("names", *NAME_LABELS):
        one = {name for name in gold if label in ("names", name[2])}
        two = {name for name in found if label in ("names", name[2])}
        scores.add(label, len(one & two), len(one), len(two))


def _ranges(words: Sequence[str]) -> Iterator[Range]:
    at = 0
    for word in words:
        end = at + len("".join(word.split()))
        yield at, end
        at = end


def _solid_positions(text: str) -> list[int]:
    """For each character offset, how many characters before it are not white space."""
    positions = [0]
    for character in text:
        positions.append(positions[-1] + (not character.isspace()))
    return positions


def _read_names(path: Path) -> dict[str, list[tuple[list[str], list[str]]]]:
    """(words, tags) of each sentence of an IOB2 file, by document."""
    documents: dict[str, list[tuple[list[str], list[str]]]] = {}
    name = ""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# newdoc")), name)
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        documents.setdefault(name, []).append(([row[1] for row in rows], [row[2] for row in rows]))
    return documents


def _placed_names(sentences: Sequence[tuple[list[str], list[str]]]) -> Iterator[Name]:
    """The names of a run of sentences, placed in its letters."""
    words = [word for sentence, _ in sentences for word in sentence]
    tags = [tag for _, sentence in sentences for tag in sentence]
    places = list(_ranges(words))
    start, current = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        side, _, label = tag.partition("-")
        if current and (side != "I" or label != current):
            if current in _UNER:
                yield places[start][0], places[i - 1][1], _UNER[current]
            current = ""
        if side == "B":
            start, current = i, label
