"""Who wrote an article, where pages say it in one way and print it in another."""

import pytest

from bot.extract.authors import authors_of, split_names
from bot.extract.blocks import parse
from bot.extract.structured import article_node, linked_data, metas

TITLE = "<title>Ferry back at sea</title>"
HEAD = "<h1>Ferry back at sea</h1>"


def authors(body: str, data: str = "") -> list[str]:
    block = f'<script type="application/ld+json">{data}</script>' if data else ""
    tree = parse(f"<html><head>{TITLE}{block}</head><body>{HEAD}{body}</body></html>")
    assert tree is not None
    nodes = linked_data(tree)
    return authors_of(tree, nodes, article_node(nodes), metas(tree))


def article(author: str, more: str = "") -> str:
    return f'{{"@graph": [{{"@type": "NewsArticle", "headline": "Ferry", "author": {author}}}{more}]}}'


OUTLET = '{"@type": "NewsMediaOrganization", "name": "Harbour Post"}'
ACCOUNT = ', {"@type": "Person", "@id": "#jv", "name": "Jan Vos"}'


def test_a_person_in_the_byline_says_more_than_the_outlet() -> None:
    byline = '<p class="byline">By <b>Sana Idris</b> and Jan de Vries</p>'
    assert authors(byline, article(OUTLET)) == ["Sana Idris", "Jan de Vries"]
    assert authors("", article(OUTLET)) == ["Harbour Post"]
    assert authors('<p class="byline">All times are local</p>', article(OUTLET)) == ["Harbour Post"]


def test_a_reference_is_followed_unless_the_page_prints_another_name() -> None:
    assert authors("", article('{"@id": "#jv"}', ACCOUNT)) == ["Jan Vos"]
    assert authors('<p class="byline">By Sana Idris</p>', article('{"@id": "#jv"}', ACCOUNT)) == ["Sana Idris"]
    assert authors("", article('{"@id": "#nobody"}', ACCOUNT)) == []


def test_lines_of_a_byline_are_not_run_together() -> None:
    lines = "<div>By ANNA HOLM, PETER RYDER and IDA KROGH</div><div>News Wire</div><div>Print this article</div>"
    assert authors(f'<div class="story-byline">{lines}</div>') == ["ANNA HOLM", "PETER RYDER", "IDA KROGH", "News Wire"]
    parts = '<span class="author">Ida Krogh and Peter Ryder</span> <span>CITY TODAY</span>'
    assert authors(f'<div class="byline-section">{parts}</div>') == ["Ida Krogh", "Peter Ryder"]


def test_who_comments_is_no_author() -> None:
    comment = '<div class="comments"><span itemprop="author">Guest Reader</span></div>'
    assert authors(comment) == []
    assert authors(comment + '<span itemprop="author creator">Текст: Ольга Ким</span>') == ["Ольга Ким"]


@pytest.mark.parametrize(
    "line",
    [
        "By Sana Idris and Jan O’Dowd on Monday, May 13th, 2024 at 11:04 a.m.",
        "By <a>Sana Idris</a>, <a>Jan O’Dowd</a>",
        "By Sana Idris, and Jan O’Dowd",
    ],
)
def test_a_byline_may_go_unmarked(line: str) -> None:
    assert authors(f"<p>{line}</p><p>The ferry sailed.</p>") == ["Sana Idris", "Jan O’Dowd"]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday",
        "By Then It Was Too late",
        "By the sea",
        "By Sana Idris the ferry was lost",
        "BY SEA",
        "By " + "A b" * 99,
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert authors(f"<p>{line}</p>") == []


def test_a_byline_before_the_headline_or_in_a_list_is_of_something_else() -> None:
    assert authors("<p>By Jan Vos</p>") == ["Jan Vos"]
    assert authors("<ul><li><p>By Jan Vos</p></li></ul>") == []
    tree = parse(f"<html><head>{TITLE}</head><body><p>By Jan Vos</p>{HEAD}</body></html>")
    assert tree is not None
    assert authors_of(tree, [], {}, {}) == []


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By SANA IDRIS, AP National Political Writer", ["SANA IDRIS"]),
        ("Rick Monday", ["Rick Monday"]),
        ("by Jan Vos Published 7:07 PM", ["Jan Vos"]),
        ("AS", []),
        ("By", []),
        ("Autor: Ines Falk", ["Ines Falk"]),
    ],
)
def test_roles_days_and_initials_are_no_names(written: str, names: list[str]) -> None:
    assert split_names(written) == names
