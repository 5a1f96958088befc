"""From scores to structures: best trees and best label sequences."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]

_NEVER = np.float32(-1e9)
_FORBIDDEN = np.float32(-1e6)


def best_tree(scores: Scores) -> Indices:
    """Heads of the best dependency tree with exactly one root, the word that scores best as one.

    ``scores`` has shape (n, n + 1): dependant by head, column 0 the root. The answer holds a head
    for each of the n words, 0 for the root, else a 1-based word number.
    """
    n = len(scores)
    square = np.full((n + 1, n + 1), _NEVER, np.float32)
    square[1:] = scores
    np.fill_diagonal(square, _NEVER)
    heads: Indices = square[1:].argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and _reaches_root(heads):
        return heads
    root = int(roots[0]) if len(roots) == 1 else int(scores[:, 0].argmax())
    square[1:, 0] = _FORBIDDEN
    square[root + 1, 0] = -_FORBIDDEN
    return maximum_arborescence(square)[1:]


def _reaches_root(heads: Indices) -> bool:
    """True when following heads leads every word to the root (so there is no cycle)."""
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return not bool(up.any())


def maximum_arborescence(scores: Scores) -> Indices:
    """Chu-Liu-Edmonds: heads of the best arborescence rooted in node 0; ``scores[dependant, head]``.

    McDonald et al. 2005, "Non-projective Dependency Parsing using Spanning Tree Algorithms".
    """
    scores = scores.copy()
    scores[0, :] = _NEVER
    np.fill_diagonal(scores, _NEVER)
    heads: Indices = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    merged = len(outside)
    kept = scores[inside, heads[inside]]
    leaving = scores[np.ix_(outside, inside)]
    entering = scores[np.ix_(inside, outside)] - kept[:, None] + kept.sum()
    contracted = np.full((merged + 1, merged + 1), _NEVER, scores.dtype)
    contracted[:merged, :merged] = scores[np.ix_(outside, outside)]
    contracted[:merged, merged] = leaving.max(1)
    contracted[merged, :merged] = entering.max(0)
    leaves_from, enters_at = inside[leaving.argmax(1)], inside[entering.argmax(0)]
    solved = maximum_arborescence(contracted)
    result = heads.copy()
    from_cycle = solved[1:merged] == merged
    result[outside[1:]] = np.where(from_cycle, leaves_from[1:], outside[np.where(from_cycle, 0, solved[1:merged])])
    into = solved[merged]
    result[enters_at[into]] = outside[into]
    return result


def _find_cycle(heads: Indices) -> list[int]:
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node and not state[node]:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if node and state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return []


class Bio:
    """Best label sequences under the BIO constraint: I-X only after B-X or I-X."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        count = len(labels)
        self._step = np.zeros((count, count), np.float32)
        self._start = np.zeros(count, np.float32)
        for after, label in enumerate(labels):
            if label.startswith("I-"):
                self._start[after] = _NEVER
                for before, previous in enumerate(labels):
                    if previous[2:] != label[2:]:
                        self._step[before, after] = _NEVER

    def best(self, scores: Scores) -> list[int]:
        """Viterbi over ``scores`` of shape (words, labels); the greedy answer when it is already lawful."""
        greedy = scores.argmax(1)
        if not self._start[greedy[0]] and not self._step[greedy[:-1], greedy[1:]].any():
            return [int(label) for label in greedy]
        value = scores[0] + self._start
        back = np.zeros(scores.shape, int)
        for i in range(1, len(scores)):
            paths = value[:, None] + self._step
            back[i] = paths.argmax(0)
            value = paths.max(0) + scores[i]
        path = [int(value.argmax())]
        for i in range(len(scores) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return path[::-1]

    def spans(self, path: Sequence[int]) -> list[tuple[int, int, str]]:
        """(start, end, label) of each entity in a lawful path, end exclusive."""
        found: list[tuple[int, int, str]] = []
        for i, number in enumerate(path):
            label = self.labels[number]
            if label.startswith("B-"):
                found.append((i, i + 1, label[2:]))
            elif label.startswith("I-"):
                start, _, name = found[-1]
                found[-1] = (start, i + 1, name)
        return found
