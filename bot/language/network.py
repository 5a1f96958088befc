"""The shipped model: an ONNX encoder with tagging and biaffine heads, run over windows of words."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bot.language.decoding import Bio, Scores, best_tree
from bot.language.features import Features, Inputs, Word, pad
from bot.language.inference import session

MODEL_FILES = ("model.int8.onnx", "rel.npz", "tokenizer.json", "labels.json")
MAX_PIECES = 126
"""Word pieces in one window; the model was trained on windows of this length."""

CHUNK = 1024
"""Words whose relations are scored at once, which takes 20 MB."""

FORMAT = 2
MIN_CUT = 40
"""A window with no sentence start in it is cut at a likely one only when it holds at least this many words."""

_SURE_NOT = -4.0

Run = Callable[[Inputs], Sequence[Scores]]


@dataclass(slots=True)
class Parse:
    """The parse of one stretch of words. ``heads`` are word numbers in the stretch; a root is its own head.

    ``doubts`` are the log-odds that a word is a slip, as a small network beside the encoder sees it.
    """

    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    doubts: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _Job:
    """A stretch of words on its way through the model, window by window."""

    words: list[Word]
    parse: Parse = field(default_factory=Parse)
    pairs: list[tuple[Scores, Scores]] = field(default_factory=list)
    done: int = 0

    def window(self) -> list[Word]:
        """The next window: as many whole words as fit, at least one."""
        pieces = 0
        end = self.done
        while end < len(self.words):
            pieces += len(self.words[end].pieces)
            if pieces > MAX_PIECES and end > self.done:
                break
            end += 1
        return self.words[self.done : end]

    @property
    def finished(self) -> bool:
        return self.done >= len(self.words)


class Network:
    """Parses stretches of words. Deterministic for the same stretches in the same order."""

    def __init__(self, labels: Mapping[str, Any], relations: Scores, features: Features, run: Run) -> None:
        self.features = features
        self.name: str = labels["name"]
        self.version: str = labels["version"]
        self._run = run
        self._entities = Bio(labels["entities"])
        self._pos: list[str] = labels["pos"]
        self._tags: list[str] = labels["tags"]
        self._relations: list[str] = labels["relations"]
        self._root = self._relations.index("ROOT")
        sizes = [len(labels["entities"]), len(self._pos), len(self._tags), labels["unused"]]
        self._cuts = np.cumsum(sizes)
        self._bilinear = relations

    @classmethod
    def load(cls, folder: Path, threads: int = 1) -> "Network":
        """Reads the four files of a model folder. Raises ``FileNotFoundError`` or ``ValueError``."""
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        if labels["format"] != FORMAT:
            raise ValueError(f"model format {labels['format']}, expected {FORMAT}")
        with np.load(folder / "rel.npz") as arrays:
            relations = arrays["U"].astype(np.float32)
        network = session(folder / "model.int8.onnx", threads)

        def run(inputs: Inputs) -> Sequence[Scores]:
            outputs: Sequence[Scores] = network.run(
                None, {"ids": inputs.ids, "types": inputs.types, "widx": inputs.words}
            )
            return outputs

        features = Features((folder / "tokenizer.json").read_text(encoding="utf-8"))
        return cls(labels, relations, features, run)

    def parse(self, stretches: Sequence[Sequence[Word]], rows: int = 8) -> list[Parse]:
        """Parses every stretch, ``rows`` windows at a time, windows of like length together."""
        jobs = [_Job(list(words)) for words in stretches]
        waiting = [job for job in jobs if not job.finished]
        while waiting:
            windows = [(job, job.window()) for job in waiting]
            windows.sort(key=lambda entry: sum(len(word.pieces) for word in entry[1]))
            for first in range(0, len(windows), rows):
                group = windows[first : first + rows]
                outputs = self._run(pad([window for _, window in group]))
                for row, (job, window) in enumerate(group):
                    self._take(job, len(window), [output[row] for output in outputs])
            waiting = [job for job in waiting if not job.finished]
        self._label(jobs)
        return [job.parse for job in jobs]

    def _take(self, job: _Job, length: int, outputs: Sequence[Scores]) -> None:
        """Decodes the sure part of one window's scores into the job's parse."""
        tags, arcs, dependants, governors, doubts = outputs
        entity, pos, tag, _, start = np.split(tags[1 : length + 1], self._cuts, axis=1)
        last = job.done + length >= len(job.words)
        inside = [word.inside for word in job.words[job.done : job.done + length]]
        starts, end = self._sentences(np.where(inside, -np.inf, start[:, 0]), last)
        heads = np.zeros(end, int)
        for first, stop in zip(starts, [*starts[1:], end], strict=True):
            columns = [0, *range(first + 1, stop + 1)]
            local = best_tree(arcs[first + 1 : stop + 1][:, columns])
            heads[first:stop] = np.where(local == 0, np.arange(first, stop), local - 1 + first)
        is_root = heads == np.arange(end)
        job.pairs.append((dependants[1 : end + 1], governors[np.where(is_root, 0, heads + 1)]))
        offset, parse = job.done, job.parse
        parse.pos += [self._pos[i] for i in pos[:end].argmax(1)]
        parse.tags += [self._tags[i] for i in tag[:end].argmax(1)]
        parse.heads += [int(head) + offset for head in heads]
        parse.starts += [first + offset for first in starts]
        spans = self._entities.spans(self._entities.best(entity[:end]))
        parse.entities += [(first + offset, stop + offset, label) for first, stop, label in spans]
        parse.doubts += doubts[1 : end + 1].tolist()
        job.done += end

    def _sentences(self, scores: Scores, last: bool) -> tuple[list[int], int]:
        """Sentence starts in a window and where the part ends that can be trusted.

        The sentence at the end of a window that is not the last may go on, so it is left for the
        next window; a window without any start is cut where one is likeliest.
        """
        length = len(scores)
        starts = [0, *(i for i in range(1, length) if scores[i] > 0)]
        if last:
            return starts, length
        if len(starts) > 1:
            return starts[:-1], starts[-1]
        if length > MIN_CUT:
            likeliest = length // 2 + int(scores[length // 2 :].argmax())
            if scores[likeliest] > _SURE_NOT:
                return starts, likeliest
        return starts, length

    def _label(self, jobs: Sequence[_Job]) -> None:
        """Relations of all words to their heads, in few products: many small ones cost ten times as much."""
        pairs = [pair for job in jobs for pair in job.pairs]
        if not pairs:
            return
        left = np.concatenate([dependants for dependants, _ in pairs])
        right = np.concatenate([governors for _, governors in pairs])
        best = [
            name
            for first in range(0, len(left), CHUNK)
            for name in self._best_relations(left[first : first + CHUNK], right[first : first + CHUNK])
        ]
        at = 0
        for job in jobs:
            for word, head in enumerate(job.parse.heads):
                job.parse.relations.append("ROOT" if word == head else best[at + word])
            at += len(job.parse.heads)

    def _best_relations(self, dependants: Scores, governors: Scores) -> list[str]:
        """The best relation but the root's for aligned vectors of words and their heads."""
        one = np.ones((len(dependants), 1), np.float32)
        depth, labels, _ = self._bilinear.shape
        halves = np.concatenate([dependants, one], 1) @ self._bilinear.reshape(depth, -1)
        right = np.concatenate([governors, one], 1)[:, :, None]
        scores = np.matmul(halves.reshape(len(dependants), labels, -1), right)[..., 0]
        scores[:, self._root] = -np.inf
        return [self._relations[i] for i in scores.argmax(1)]
