from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.extract import extract, extract_html
from bot.extract.errors import EmptyPage, NoArticle, NotText, TooLong, TooSlow
from bot.failures import Failure
from bot.model import Article, Page
from bot.settings import ExtractSettings
from tests.extract.pages import BODY, PARAGRAPHS, STORY, TITLE, og, page, plain

SETTINGS = ExtractSettings()
TAG_NAMES = """
<p> </p> <div class='article'> </div> <article> </article> <h1> </h1> <br><br> <table><tr><td> <li> <svg> <body <!--
"""
TAGS = TAG_NAMES.split()
ODDITIES = [
    "<script type='application/ld+json'>",
    "</script>",
    '{"@type":"NewsArticle","headline":[',
    '"datePublished":',
    "]}",
    "<meta property='og:title' content='",
    "'>",
    "<time datetime='2024-13-45'>",
    "<title>",
    "\0",
    "&#x0;",
    "<a href='http://[x'>",
    "<link rel=canonical href='http://[::1'>",
    "<html lang=x>",
    "<base href='http://['>",
]
PIECES = st.sampled_from([*TAGS, *ODDITIES, *STORY])


def fetched(body: bytes, charset: str | None = None, kind: str = "text/html") -> Page:
    url = "https://news.example/a"
    return Page(url=url, final_url=url, body=body, charset=charset, content_type=kind, fetched_at=datetime.now(UTC))


def checked(article: Article) -> None:
    assert article.text.strip()
    assert all(article.span(0, end).text == article.text[:end] for end in (1, len(article.text)))
    assert all(part.strip() == part and part for part in article.text.split("\n\n"))


def refused(failure: Failure) -> None:
    assert failure.kind != "failure"
    assert failure.sentence().endswith(".")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join)))
def test_any_string_gives_an_article_or_a_typed_failure(source: str):
    try:
        article = extract_html(source, "https://news.example/a", SETTINGS)
    except Failure as failure:
        refused(failure)
    else:
        checked(article)


@settings(deadline=None, max_examples=40)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "no-such-charset"]))
def test_any_bytes_give_an_article_or_a_typed_failure(body: bytes, charset: str | None):
    try:
        checked(extract(fetched(body, charset), SETTINGS))
    except Failure as failure:
        refused(failure)


@pytest.mark.parametrize("source", ["", " \n ", "<html><body></body></html>", "\0\0", "<svg>" * 5000])
def test_empty_pages(source: str):
    with pytest.raises(EmptyPage, match="no text"):
        extract_html(source, None, SETTINGS)


def test_script_only_page_says_what_it_needs():
    source = (
        "<body><div id=root></div><noscript>You need to enable JavaScript to run this.</noscript><script>go()</script>"
    )
    with pytest.raises(EmptyPage, match="JavaScript"):
        extract_html(source, None, SETTINGS)


def test_page_without_an_article():
    with pytest.raises(NoArticle):
        extract_html(page(og(), "<nav><a href=/a>Home</a> <a href=/b>Sport</a></nav><p>Welcome.</p>"), None, SETTINGS)


def test_very_long_page_is_refused_with_its_length():
    source = page(
        og(), "<article>" + "".join(f"<p>{n} {text}</p>" for n in range(1200) for text in STORY) + "</article>"
    )
    with pytest.raises(TooLong, match="50,000"):
        extract_html(source, None, SETTINGS)


def test_a_tag_or_word_of_any_length_is_read_once():
    source = page(og(), plain() + f"<{'a' * 1_000_000}<p>{'a.' * 40_000}</p>")
    assert STORY[0] in extract_html(source, None, SETTINGS).text


def test_json_of_any_size_and_depth_is_only_looked_into_so_far():
    nested, many = "[" * 900 + '"x"' + "]" * 900, ",".join(["0"] * 1_000_000)
    data = f'{{"@type": "NewsArticle", "headline": {nested}, "author": {nested}, "keywords": [{many}]}}'
    source = page(og() + f"<script type='application/ld+json'>{data}</script>", plain())
    article = extract_html(source, None, SETTINGS)
    assert (article.title, article.authors) == (TITLE, [])


def test_characters_that_no_database_keeps_are_replaced():
    data = '{"@type": "NewsArticle", "headline": "Ferry\\u0000 sails\\ud83d", "author": ["Jan\\u0000 Vos"]}'
    source = page(f"<script type='application/ld+json'>{data}</script>", f"<article>{BODY}</article>")
    article = extract(fetched(source.encode()), SETTINGS)
    assert (article.title, article.authors) == ("Ferry\ufffd sails\ufffd", ["Jan\ufffd Vos"])
    late = extract(fetched(("The ferry sailed. " * 300 + "\x00").encode(), kind="text/plain"), SETTINGS)
    assert late.text.endswith("sailed. \ufffd")


def test_time_cap():
    with pytest.raises(TooSlow):
        extract_html(page(og(), plain()), None, ExtractSettings(time_limit=1e-9))


@pytest.mark.parametrize(
    "source",
    [
        page(og(), plain()).replace("the", "t\0he"),
        f"<div class='{'x ' * 300_000}'>" + plain(),
        "<div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + plain(),
        f"<title>{TITLE}</title><h1>{TITLE}<table><tr><td>{PARAGRAPHS}<b><i>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + plain(),
        '<?xml version="1.0" encoding="utf-16"?>' + page(og(), plain()),
    ],
    ids=["null bytes", "huge attribute", "many attributes", "unclosed", "deep json", "wrong xml declaration"],
)
def test_malformed_pages_still_give_the_article(source: str):
    assert extract_html(source, None, SETTINGS).text == BODY


@pytest.mark.parametrize("tag", ["div", "span", "article", "blockquote", "li"])
def test_deep_nesting_ends_without_a_crash(tag: str):
    with suppress(Failure):
        checked(extract_html(f"<{tag}>" * 100_000 + PARAGRAPHS, None, SETTINGS))


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7\n" + b"text " * 200, b"\x89PNG\r\n\x1a\n" + bytes(500), bytes(range(32)) * 50]
)
def test_binary_sent_as_a_page(body: bytes):
    with pytest.raises(NotText):
        extract(fetched(body), SETTINGS)


@pytest.mark.parametrize(("charset", "codec"), [("windows-1252", "cp1252"), ("utf-8", "utf-8"), (None, "utf-16")])
def test_declared_charset_is_used(charset: str | None, codec: str):
    source = page(og(), plain()).replace("<meta charset=utf-8>", "")
    assert extract(fetched(source.encode(codec), charset), SETTINGS).text == BODY


def test_plain_text_by_content_type():
    article = extract(fetched(f"{TITLE}\n\n{BODY}".encode(), "utf-8", "text/plain; charset=utf-8"), SETTINGS)
    assert (article.title, article.text) == (TITLE, BODY)
