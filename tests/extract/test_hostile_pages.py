"""Pages made to cost more than they are worth."""

import random
from datetime import UTC, datetime

import pytest
from lxml import html

from bot.extract import extract, extract_html
from bot.extract.errors import NotText
from bot.extract.metadata import MAX_TITLE_CHARS
from bot.extract.structured import MAX_NODES, linked_data
from bot.model import Page
from bot.settings import ExtractSettings
from tests.extract.pages import BODY


def test_noise_without_null_bytes_is_no_text():
    noise = bytes(random.Random(7).choices(range(1, 256), k=50_000))
    page = Page(
        url="https://a.example/b",
        final_url="https://a.example/b",
        body=noise,
        content_type="text/html",
        fetched_at=datetime.now(UTC),
    )
    with pytest.raises(NotText):
        extract(page, ExtractSettings())


@pytest.mark.parametrize("unit", ["ferry ", "ferry"])
def test_a_title_as_long_as_a_book_is_cut(unit: str):
    long = unit * 10_000
    page = f"<title>{long}</title><article><h1>{long}</h1>{BODY}</article>"
    title = extract_html(page, None, ExtractSettings()).title
    assert title
    assert len(title) <= MAX_TITLE_CHARS
    assert long.startswith(title)


def test_a_block_of_a_million_objects_is_read_to_the_limit_only():
    block = "[" + ",".join(["{}"] * 1_000_000) + "]"
    tree = html.fromstring(f'<html><script type="application/ld+json">{block}</script></html>')
    assert len(linked_data(tree)) < MAX_NODES
