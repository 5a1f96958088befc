"""Best trees and label sequences, against searches that try everything."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.decoding import Bio, best_tree

scores = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.integers(-1000, 1000), min_size=n * (n + 1), max_size=n * (n + 1), unique=True).map(
        lambda values: np.array(values, np.float32).reshape(n, n + 1)
    )
)


def is_tree(heads: tuple[int, ...]) -> bool:
    def reaches_root(word: int) -> bool:
        for _ in heads:
            if heads[word - 1] == 0:
                return True
            word = heads[word - 1]
        return False

    return heads.count(0) == 1 and all(reaches_root(word) for word in range(1, len(heads) + 1))


@settings(max_examples=150, deadline=None)
@given(scores=scores)
def test_the_answer_is_always_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(tuple(int(head) for head in best_tree(scores)))


@settings(max_examples=150, deadline=None)
@given(scores=scores)
def test_no_tree_with_the_same_root_scores_higher(scores: np.ndarray) -> None:
    n = len(scores)
    found = best_tree(scores)
    root = list(found).index(0)
    candidates = [h for h in product(range(n + 1), repeat=n) if is_tree(h) and h.index(0) == root]
    best = max(sum(scores[d, h[d]] for d in range(n)) for h in candidates)
    assert sum(scores[d, found[d]] for d in range(n)) == best


LABELS = ("O", "B-A", "I-A", "B-B", "I-B")


@settings(max_examples=100, deadline=None)
@given(values=st.lists(st.lists(st.integers(-50, 50), min_size=5, max_size=5), min_size=1, max_size=4))
def test_labels_are_lawful_and_the_best_of_the_lawful(values: list[list[int]]) -> None:
    table = np.array(values, np.float32)

    def lawful(path: tuple[int, ...]) -> bool:
        pairs = zip(("O", *(LABELS[i] for i in path)), (LABELS[i] for i in path), strict=False)
        return all(not new.startswith("I-") or old[2:] == new[2:] for old, new in pairs)

    found = Bio(LABELS).best(table)
    paths = [path for path in product(range(5), repeat=len(values)) if lawful(path)]
    best = max(sum(table[i, label] for i, label in enumerate(path)) for path in paths)
    assert lawful(tuple(found))
    assert sum(table[i, label] for i, label in enumerate(found)) == best


def test_a_path_becomes_spans() -> None:
    assert Bio(LABELS).spans([1, 2, 0, 3, 1, 2]) == [(0, 2, "A"), (3, 4, "B"), (4, 6, "A")]
