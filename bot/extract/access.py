"""Whether the whole article was there, and whether the page is a running live blog."""

import re
from typing import Any, Final

from lxml import html

from bot.extract.structured import Node, text_of, types_of
from bot.model import Access

_PROMPT: Final = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep reading)|subscri(?:be|bers?) to (?:unlock|access)"
    r"|(?:this|the) (?:article|content|story) is (?:only |exclusively )?(?:for"
    r"|available to) (?:\w+ )?(?:subscribers|members)"
    r"|(?:already a|become a) (?:subscriber|member)|to (?:continue|keep) reading|sign in to (?:continue|read)"
    r"|log in to (?:continue|read)|you(?:'|’)?ve (?:reached|read) your (?:free )?(?:article )?limit"
    r"|subscriber[- ](?:only|exclusive)|unlock (?:this|the) (?:article|story)"
    r"|create (?:a free )?account to (?:read|continue)",
    re.IGNORECASE,
)
SHORT_BODY: Final = 250
"""Words; a body shorter than this next to a prompt to subscribe is taken as cut off."""
LIVE_TYPE: Final = "LiveBlogPosting"


def access_of(tree: html.HtmlElement, nodes: list[Node], article: Node, words: int) -> Access:
    """``paywalled``: the text is cut off; ``partial``: the publisher says that part of it is closed; else ``full``.

    ``nodes`` are the page's objects of JSON-LD, and ``article`` the one of them that describes its article.
    """
    closed = _is_closed(nodes, article)
    if words >= SHORT_BODY:
        return "partial" if closed else "full"
    prompt = any(
        _PROMPT.search(text)
        for element in tree.iter("p", "div", "h2", "h3", "span", "a", "button", "strong")
        if (text := element.text) and len(text) < 400
    )
    return "paywalled" if prompt or closed else "full"


def _is_closed(nodes: list[Node], article: Node) -> bool:
    """True when the article or a part of it is declared closed; those of teasers tell nothing of this page.

    Some pages describe their article twice, under the same headline.
    """
    headline = text_of(article.get("headline"))
    own = [node for node in nodes if headline and text_of(node.get("headline")) == headline] or [article]
    parts = [part for node in own for part in _listed(node.get("hasPart")) if isinstance(part, dict)]
    return any(str(node.get("isAccessibleForFree")).lower() == "false" for node in (*own, *parts))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_live_blog(nodes: list[Node]) -> bool:
    """True when the page declares itself a live blog with several updates."""
    return any(
        LIVE_TYPE in types_of(node) and len(updates) > 1
        for node in nodes
        if isinstance(updates := node.get("liveBlogUpdate"), list)
    )
