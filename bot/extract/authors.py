"""Who wrote an article, as its page says: for machines, else in a byline."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lxml import html

from bot.extract.pruning import headline_element
from bot.extract.structured import Node, all_metas, clean, text_of, types_of

MAX_AUTHORS: Final = 12
MAX_AUTHOR_CHARS: Final = 80
MAX_MARKED: Final = 50
"""So many elements marked as bylines are looked at; more of them are a list of something else."""
_LABELS: Final = "by|von|par|por|di|door|text|texte|текст|автор|autora?|auteur|autore|story by|written by|reported by"
_BY: Final = re.compile(rf"^\s*(?:{_LABELS})[:\s]+", re.IGNORECASE)
_AND: Final = re.compile(r"\s{0,9}(?:,|;|\||\band\b|\bund\b|\bet\b|\by\b|&)\s*", re.IGNORECASE)
_DAY: Final = re.compile(r"\s+(?:on\s+\w{3,6}day\b|\w{3,6}day,|published\b|updated\b|posted\b).*$", re.IGNORECASE)
"""Where a line goes on about the day after its names."""
_NOT_A_NAME: Final = re.compile(
    r"https?:|www\.|@|\d{2}|^(?:by|[a-z]{1,2})$"
    r"|\b(?:admin|staff|editor|posted|updated|published|writer|reporter|correspondent|columnist|contributor)\b$",
    re.IGNORECASE,
)
_BYLINE_NAMES: Final = re.compile(r"(?:^|[\s_-])(?:byline|authors?)(?:$|[\s_-]|name)", re.IGNORECASE)
_NAME: Final = r"[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*\.?){1,3}"
_BYLINE: Final = re.compile(
    rf"By {_NAME}(?:(?:, and |, | and ){_NAME})*(?:,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*)?"
)
"""A line that is a byline by its words alone: full names after "By", then the end or a day."""
_FULL_NAME: Final = re.compile(
    r"(?!The )[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|d[aeiou]s?|v[ao]n|der|bin|al|y))*"
)
"""Words with capitals, but for the small ones inside names, or in a script that has none."""
_COMMENT: Final = re.compile(r"\bcomments?\b|comment[-_]|[-_]comment", re.IGNORECASE)
_BLOCKS: Final = frozenset(
    ["address", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "section"]
)
_ELSEWHERE: Final = frozenset(["aside", "nav", "footer", "li"])
_ORGANISATION: Final = re.compile(r"Organi[sz]ation$|^(?:Corporation|Brand|WebSite)$")


def authors_of(tree: html.HtmlElement, nodes: list[Node], node: Node, meta: dict[str, str]) -> list[str]:
    """The authors' names: JSON-LD, else meta tags, else a marked-up byline.

    Where JSON-LD names nobody but the outlet, a byline on the page says more.
    """
    stated = _as_list(node.get("author") or node.get("creator"))
    linked = _names(_resolved(stated, nodes))
    if linked and not _is_vague(stated, linked, node, meta):
        return linked
    printed = _byline(tree)
    if linked:
        return [name for name in printed if _FULL_NAME.fullmatch(name)] or linked
    tagged = all_metas(tree, "author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
    found = [name for text in tagged for name in split_names(text)]
    return _distinct(found) or printed or _bare_byline(tree)


def _is_vague(stated: list[Any], names: list[str], node: Node, meta: dict[str, str]) -> bool:
    """Whether JSON-LD names the outlet, or refers to an account of the publishing system, and so to nobody for sure."""
    outlet = {name.casefold() for name in (text_of(node.get("publisher")), meta.get("og:site_name")) if name}
    return (
        all(name.casefold() in outlet for name in names)
        or all(_is_organisation(one) for one in stated)
        or all(_is_reference(one) for one in stated)
    )


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _resolved(items: list[Any], nodes: list[Node]) -> list[Any]:
    """Each reference replaced by what it refers to."""
    known = {str(node["@id"]): node for node in nodes if node.get("@id") and node.get("name")}
    return [known.get(str(item["@id"]), item) if _is_reference(item) else item for item in items]


def _is_reference(value: Any) -> bool:
    return isinstance(value, dict) and "@id" in value and "name" not in value


def _is_organisation(value: Any) -> bool:
    return isinstance(value, dict) and any(_ORGANISATION.search(kind) for kind in types_of(value))


def _names(items: list[Any]) -> list[str]:
    return _distinct([name for item in items if (text := text_of(item)) for name in split_names(text)])


def split_names(text: str) -> list[str]:
    """The names in a byline, "By", roles and days left off; nothing that cannot be a name."""
    names = [name.strip(" .·-") for name in _AND.split(_DAY.sub("", _BY.sub("", clean(text))))]
    return [
        name
        for name in names
        if 2 <= len(name) <= MAX_AUTHOR_CHARS and len(name.split()) <= 6 and not _NOT_A_NAME.search(name)
    ]


def _distinct(names: list[str]) -> list[str]:
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1][:MAX_AUTHORS]


def _byline(tree: html.HtmlElement) -> list[str]:
    """The names of the first element that is marked up as the byline."""
    for element in islice(filter(_is_marked, _elements(tree)), MAX_MARKED):
        text = _by_blocks(element)
        if len(text) <= 2 * MAX_AUTHOR_CHARS and (names := _names_within(element)) and not _is_of_a_comment(element):
            return names
    return []


def _names_within(element: html.HtmlElement) -> list[str]:
    """The names of a byline: of the parts that are marked themselves, if any; beside full names no other words."""
    marked = list(islice(filter(_is_marked, _elements(element)), MAX_MARKED))
    outer = {above for part in marked for above in part.iterancestors()}
    inner = [part for part in marked if part not in outer]
    names = _distinct([name for part in inner for name in split_names(_by_blocks(part))])
    names = names or _distinct(split_names(_by_blocks(element)))
    return [name for name in names if len(name.split()) > 1 and _FULL_NAME.fullmatch(name)] or names


def _is_marked(element: html.HtmlElement) -> bool:
    marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    return "author" in marks or _BYLINE_NAMES.search(element.get("class") or "") is not None


def _bare_byline(tree: html.HtmlElement) -> list[str]:
    """The names of the first short line after the headline that reads as a byline, though nothing marks it as one."""
    heading = headline_element(tree)
    if heading is None:
        return []
    is_after = False
    for element in _elements(tree):
        is_after = is_after or element is heading
        if not is_after or not (element.text or "").lstrip().startswith("By"):
            continue
        text = clean(" ".join(element.itertext()))
        if len(text) > 2 * MAX_AUTHOR_CHARS or not _BYLINE.fullmatch(re.sub(r" (?=,)", "", text)):
            continue
        if not any(above.tag in _ELSEWHERE for above in (element, *element.iterancestors())):
            return _distinct(split_names(text))
    return []


def _elements(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style", "meta", "body", "html"):
            yield element


def _by_blocks(element: html.HtmlElement) -> str:
    """The text of an element, with a semicolon where a line ends: names and what else a byline holds stand on lines."""
    parts: list[str] = []
    for child in element.iter():
        if not isinstance(child.tag, str):
            continue
        if child is not element and child.tag in _BLOCKS:
            parts.append(";")
        parts.append(child.text or "")
        if child is not element:
            parts.append(f"; {child.tail or ''}" if child.tag in _BLOCKS else (child.tail or ""))
    return clean(" ".join(parts)).strip(" ;")


def _is_of_a_comment(element: html.HtmlElement) -> bool:
    return any(
        _COMMENT.search(f"{above.get('class') or ''} {above.get('id') or ''}") for above in element.iterancestors()
    )
