"""The text of a page cut into blocks: paragraphs, headings, list items, cells, captions, in reading order.

One walk over the tree, without recursion, in time linear in its size.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

_BLOCK_NAMES: Final = """
    address amp-list article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre
    section summary table tbody td tfoot th thead tr ul
"""
_BLOCK_TAGS: Final = frozenset(_BLOCK_NAMES.split())
_SKIPPED_NAMES: Final = """
    applet area audio base button canvas datalist embed iframe img input link map math meta noembed
    noframes noscript object optgroup option param picture progress script select source style svg template
    textarea title track video amp-ad amp-analytics amp-iframe
"""
_SKIPPED_TAGS: Final = frozenset(_SKIPPED_NAMES.split())
_SPACE: Final = re.compile(r"\s+")
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUGE_TAG: Final = re.compile(r"<([a-zA-Z][\w:-]*+)[^<>]{20000,}+>")
"""A start tag with attributes beyond any use; parsers take quadratic time over them, and so would a pattern that
gives back what it took."""
MAX_NAME_CHARS: Final = 300


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a block-level element stands. ``names`` are its class, id and role words, lower case."""

    tag: str
    names: str
    parent: "Place | None"
    depth: int
    hidden: bool

    def ancestors(self) -> Iterator["Place"]:
        """This place, its parent, and so on up to the body."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


@dataclass(slots=True)
class Block:
    """One run of text between two block boundaries, white space collapsed; lengths are in characters."""

    text: str
    place: Place
    link_chars: int = 0
    strong_chars: int = 0
    order: int = 0
    words: list[str] = field(default_factory=list)


def parse(source: str) -> html.HtmlElement | None:
    """The tree of an HTML text, or None when there is nothing in it."""
    cleaned = _HUGE_TAG.sub(r"<\1>", source.replace("\x00", ""))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return html.document_fromstring(cleaned.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def blocks_of(tree: html.HtmlElement) -> list[Block]:
    """The blocks of a page in reading order, empty ones left out."""
    return list(_Walk(tree).blocks())


class _Walk:
    """The state of one walk: the open block-level elements and the text gathered since the last boundary."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree = tree
        self.place = Place("html", "", None, 0, False)
        self.pieces: list[tuple[str, bool, bool]] = []
        self.links = 0
        self.strong = 0
        self.count = 0
        self.in_row = False

    def blocks(self) -> Iterator[Block]:
        places = [self.place]
        walker = etree.iterwalk(self.tree, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _SKIPPED_TAGS or not tag:
                    walker.skip_subtree()
                    continue
                if tag in ("td", "th") and self.in_row:
                    self.add(" ")
                elif tag in _BLOCK_TAGS:
                    yield from self.flush()
                    self.in_row = tag == "tr" and _is_data_row(element)
                    self.place = _place(element, tag, self.place)
                    places.append(self.place)
                elif tag == "br":
                    self.add("\n")
                self.links += tag == "a"
                self.strong += tag in ("b", "strong", "em", "i")
                self.add(element.text)
            else:
                if tag in ("td", "th") and self.in_row:
                    self.add(" ")
                elif tag in _BLOCK_TAGS:
                    yield from self.flush()
                    self.in_row = False
                    places.pop()
                    self.place = places[-1]
                self.links -= tag == "a"
                self.strong -= tag in ("b", "strong", "em", "i")
                if element is not self.tree:
                    self.add(element.tail)
        yield from self.flush()

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append((text, self.links > 0, self.strong > 0))

    def flush(self) -> Iterator[Block]:
        """Ends the current run of text; an empty line (two line breaks) splits it."""
        run: list[tuple[str, bool, bool]] = []
        breaks = 0
        for piece in [*self.pieces, ("\n", False, False), ("\n", False, False)]:
            if piece[0] == "\n":
                breaks += 1
                run.append((" ", False, False))
                if breaks == 2:
                    yield from self.block(run)
                    run = []
            else:
                if piece[0].strip():
                    breaks = 0
                run.append(piece)
        self.pieces = []

    def block(self, run: list[tuple[str, bool, bool]]) -> Iterator[Block]:
        text = _SPACE.sub(" ", "".join(piece for piece, _, _ in run)).strip()
        if not text:
            return
        yield Block(
            text=text,
            place=self.place,
            link_chars=sum(len(piece.strip()) for piece, link, _ in run if link),
            strong_chars=sum(len(piece.strip()) for piece, _, strong in run if strong),
            order=self.count,
            words=re.findall(r"\w+", text),
        )
        self.count += 1


def _is_data_row(row: html.HtmlElement) -> bool:
    """True for a row of a data table: several cells, none of which holds block-level markup."""
    return len(row) > 1 and not any(
        inner.tag in _BLOCK_TAGS for cell in row for inner in cell.iterdescendants(etree.Element)
    )


def _place(element: html.HtmlElement, tag: str, parent: Place) -> Place:
    get = element.get
    names = " ".join(v for a in ("class", "id", "role", "itemprop") if (v := get(a)))[:MAX_NAME_CHARS].lower()
    hidden = (
        parent.hidden
        or get("hidden") is not None
        or get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(get("style", "")))
    )
    return Place(tag, names, parent, parent.depth + 1, hidden)
