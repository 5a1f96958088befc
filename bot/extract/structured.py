"""Reading what a page says about itself for machines: JSON-LD, meta tags."""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from lxml import html

ARTICLE_TYPES: Final = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review|ReportageNewsArticle)$")
MAX_NODES: Final = 20_000
MAX_DEPTH: Final = 8

Node = dict[str, Any]


def linked_data(tree: html.HtmlElement) -> list[Node]:
    """Every object of every JSON-LD block, outermost first. Blocks that are not JSON are passed over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            nodes.extend(_objects(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            continue
    return nodes


def _objects(value: Any) -> Iterator[Node]:
    """The objects inside a JSON value, breadth first, at most MAX_NODES steps."""
    queue = deque([value])
    for _ in range(MAX_NODES):
        if not queue:
            return
        item = queue.popleft()
        if isinstance(item, dict):
            yield item
            queue.extend(item.values())
        elif isinstance(item, list):
            queue.extend(item)


def types_of(node: Node) -> list[str]:
    """The node's ``@type`` as a list of strings."""
    kind = node.get("@type")
    return [k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def article_node(nodes: list[Node]) -> Node:
    """The object that describes the page's article: the first of an article type with a headline; empty when none."""
    articles = [node for node in nodes if any(ARTICLE_TYPES.search(kind) for kind in types_of(node))]
    return next((node for node in articles if node.get("headline")), articles[0] if articles else {})


def text_of(value: Any, depth: int = MAX_DEPTH) -> str | None:
    """A string of JSON-LD, from a string, an object with a name or value, or the first of a list.

    Nothing deeper than ``depth`` levels is looked at.
    """
    if isinstance(value, list) and depth:
        return next((text for item in value if (text := text_of(item, depth - 1))), None)
    if isinstance(value, dict) and depth:
        return text_of(value.get("name") or value.get("@value") or value.get("url"), depth - 1)
    if isinstance(value, str):
        return clean(value) or None
    return None


def clean(text: str) -> str:
    """White space collapsed, character references resolved."""
    import html as entities

    return re.sub(r"\s+", " ", entities.unescape(text)).strip()


def metas(tree: html.HtmlElement) -> dict[str, str]:
    """The page's meta tags by lower-case property, name or itemprop; the first of each wins."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = clean(meta.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def all_metas(tree: html.HtmlElement, *names: str) -> list[str]:
    """Every content of the meta tags with one of the names, in order, without repeats."""
    found = [
        clean(meta.get("content") or "")
        for meta in tree.iter("meta")
        if (meta.get("property") or meta.get("name") or "").strip().lower() in names
    ]
    return [content for content in dict.fromkeys(found) if content]
