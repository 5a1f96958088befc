"""Networks answer alike on every processor."""

from pathlib import Path

import numpy as np
import pytest

from bot.language.inference import session

PRODUCTS = Path(__file__).parents[1] / "data" / "products.onnx"
"""One product of bytes: rows of 16 with a matrix of 16 × 8 that holds 127 everywhere."""


@pytest.mark.parametrize("as_bytes", [False, True])
def test_sums_of_large_products_are_exact(as_bytes: bool) -> None:
    network = session(PRODUCTS.read_bytes() if as_bytes else PRODUCTS)
    (sums,) = network.run(None, {"a": np.full((3, 16), 255, np.uint8)})
    assert (sums == 16 * 255 * 127).all()
