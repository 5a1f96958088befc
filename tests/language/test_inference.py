"""Networks answer alike on every processor."""

from pathlib import Path

import numpy as np
import pytest

from bot.language.inference import names_vnni, session

PRODUCTS = Path(__file__).parents[1] / "data" / "products.onnx"
"""One product of bytes: rows of 16 with a matrix of 16 × 8 that holds 127 everywhere."""


@pytest.mark.parametrize("as_bytes", [False, True])
def test_sums_of_large_products_are_exact(as_bytes: bool) -> None:
    network = session(PRODUCTS.read_bytes() if as_bytes else PRODUCTS)
    (sums,) = network.run(None, {"a": np.full((3, 16), 255, np.uint8)})
    assert (sums == 16 * 255 * 127).all()


@pytest.mark.parametrize(
    ("flags", "has_vnni"), [("fpu avx2 avx512_vnni", True), ("avx2 avx_vnni sha_ni", True), ("fpu avx2 avx512f", False)]
)
def test_only_processors_without_vnni_need_the_slower_way(flags: str, has_vnni: bool) -> None:
    assert names_vnni(f"processor\t: 0\nflags\t\t: {flags}\n\nprocessor\t: 1\nflags\t\t: {flags}\n") is has_vnni
