"""Taking other articles off a page before anything reads it."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import html

MIN_OWN_WORDS: Final = 60
_WORD: Final = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def page_titles(tree: html.HtmlElement) -> list[str]:
    """What the page's head says its title is, the longest form last."""
    found = [
        *(meta.get("content", "") for meta in tree.iter("meta") if meta.get("property") == "og:title"),
        *(meta.get("content", "") for meta in tree.iter("meta") if meta.get("name") == "twitter:title"),
        *("".join(title.itertext()) for title in tree.iterfind(".//head/title")),
    ]
    return [title.strip() for title in found if title.strip()]


def headline_element(tree: html.HtmlElement) -> html.HtmlElement | None:
    """The heading that the page's own title repeats; a first-level heading before any other."""
    titles = [" ".join(words_of(title)) for title in page_titles(tree)]
    sites = {" ".join(words_of(m.get("content", ""))) for m in tree.iter("meta") if m.get("property") == "og:site_name"}
    for tag in ("h1", "h2"):
        found: dict[str, html.HtmlElement] = {}
        for heading in tree.iter(tag):
            text = " ".join(words_of("".join(heading.itertext())))
            if len(text) > 3 and text not in sites and any(text in title or title in text for title in titles if title):
                found.setdefault(text, heading)
        if found:
            return found[max(found, key=len)]
    return None


def drop_other_articles(tree: html.HtmlElement) -> None:
    """Removes article elements beside or inside the one that carries the page's headline.

    Endless-scroll pages, teasers and listings put whole other articles on the page, and a scorer of paragraphs
    cannot tell them from the right one. Nothing is removed when the right one would be left nearly empty.
    """
    heading = headline_element(tree)
    own = next((a for a in heading.iterancestors("article")), None) if heading is not None else None
    if own is None:
        return
    keep = {own, *own.iterancestors("article")}
    others = [article for article in tree.iter("article") if article not in keep]
    inside = sum(_count(article) for article in others if own in article.iterancestors("article"))
    if _count(own) - inside < MIN_OWN_WORDS:
        return
    for article in others:
        if article.getparent() is not None:
            article.drop_tree()


def _count(element: html.HtmlElement) -> int:
    return sum(len(text.split()) for text in _texts(element))


def _texts(element: html.HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in ("script", "style", "noscript") and node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail
