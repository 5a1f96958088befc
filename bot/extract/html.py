"""The article of an HTML page: parse once, take other articles off, choose the blocks, read the metadata."""

import re
import time
from typing import Final

from lxml import html as lxml_html

from bot.extract import dates, metadata
from bot.extract.access import access_of, is_live_blog
from bot.extract.authors import authors_of
from bot.extract.blocks import Block, blocks_of, parse
from bot.extract.candidates import candidates
from bot.extract.choose import choose, plain_blocks
from bot.extract.errors import EmptyPage, LiveBlog, NoArticle, TooLong
from bot.extract.features import PageFacts
from bot.extract.leftovers import leftovers, without_boilerplate
from bot.extract.plain import count_words
from bot.extract.pruning import drop_other_articles, page_titles, words_of
from bot.extract.structured import article_node, linked_data, metas, text_of
from bot.model import Article
from bot.settings import ExtractSettings

MIN_WORDS: Final = 20
MIN_CHARS: Final = 120
MAX_FRONT_WORDS: Final = 10
_FRONT_MATTER: Final = re.compile(
    r"^\W*(?:by|published|updated|posted|last (?:updated|modified))\b[^.!?]*(?:\d\.\d+)?$", re.IGNORECASE
)
PAGE_FACTOR: Final = 2
"""A page with more words than this many articles of the greatest length is not taken apart."""
_HEADINGS: Final = frozenset(["h2", "h3", "h4"])
_SCRIPT_ONLY: Final = re.compile(
    r"(?:enable|requires?|need[s]?|turn on|without)\b.{0,30}\bjavascript", re.IGNORECASE | re.DOTALL
)


def extract_html(html: str, url: str | None, settings: ExtractSettings) -> Article:
    """The article of an HTML page. Raises a subclass of :class:`bot.failures.Failure` when there is none."""
    tree = parse(html)
    if tree is None:
        raise EmptyPage
    nodes, meta = linked_data(tree), metas(tree)
    if is_live_blog(nodes):
        raise LiveBlog
    node = article_node(nodes)
    title = metadata.title_of(tree, node, meta)
    published, modified = dates.published(tree, node, meta, url), dates.modified(tree, node, meta)
    authors = authors_of(tree, nodes, node, meta)
    facts = PageFacts((*page_titles(tree), title or ""), metadata.description_of(node, meta) or "")
    _refuse_hopeless(tree, blocks_of(tree), text_of(node.get("articleBody")), settings)
    drop_other_articles(tree)
    blocks = blocks_of(tree)
    votes = candidates(tree, deadline=time.monotonic() + settings.time_limit)
    kept = cleaned(choose(blocks, votes, facts), title)
    text = _body(kept, votes, node.get("articleBody"))
    if count_words(text) < MIN_WORDS and len(text) < MIN_CHARS:
        raise NoArticle
    words = count_words(text)
    if words > settings.max_words:
        raise TooLong(words, settings.max_words)
    return Article(
        title=title,
        authors=authors,
        published=published[0],
        published_source=published[1],
        modified=modified[0],
        modified_source=modified[1],
        site=metadata.site_of(node, meta, url),
        language=metadata.language_of(tree, meta, text),
        text=text,
        words=words,
        access=access_of(tree, nodes, node, words),
        url=url,
        canonical_url=metadata.canonical_of(tree, meta, url),
        description=metadata.description_of(node, meta),
        sections=[block.text for block in kept if block.place.tag in _HEADINGS],
        leftovers=leftovers(blocks, kept),
    )


def _refuse_hopeless(
    tree: lxml_html.HtmlElement, blocks: list[Block], embedded: str | None, settings: ExtractSettings
) -> None:
    """Ends early on pages with no text, with text for browsers only, or with far too much of it."""
    words = sum(len(block.words) for block in blocks)
    if words > PAGE_FACTOR * settings.max_words:
        raise TooLong(words, settings.max_words)
    if embedded and len(embedded) >= MIN_CHARS:
        return
    scripted = any(True for _ in tree.iter("script"))
    hint = " ".join("".join(e.itertext()) for e in tree.iter("noscript"))
    text = " ".join(block.text for block in blocks[:20])
    if words < MIN_WORDS and sum(len(block.text) for block in blocks) < MIN_CHARS:
        if scripted and (_SCRIPT_ONLY.search(hint) or _SCRIPT_ONLY.search(text) or words == 0):
            raise EmptyPage(needs_script=True)
        raise EmptyPage if words == 0 else NoArticle


def cleaned(kept: list[Block], title: str | None) -> list[Block]:
    """The chosen blocks less front matter and short boilerplate lines."""
    return without_boilerplate(_without_front_matter(kept, title))


def _without_front_matter(kept: list[Block], title: str | None) -> list[Block]:
    """Drops what stands between the top and the text: headings that repeat the title, byline and date lines."""
    headline = words_of(title or "")
    start = next((i for i, b in enumerate(kept) if words_of(b.text) != headline and not _is_dateline(b)), 0)
    return kept[start:]


def _is_dateline(block: Block) -> bool:
    return len(block.words) <= MAX_FRONT_WORDS and _FRONT_MATTER.search(block.text) is not None


def _body(kept: list[Block], votes: dict[str, str], embedded: object) -> str:
    """The chosen blocks as paragraphs; where the page holds much less than its JSON-LD body or than an extractor
    found, that one instead."""
    text = "\n\n".join(block.text for block in kept)
    if isinstance(embedded, str) and count_words(embedded) > 2 * count_words(text) and "<" not in embedded:
        return "\n\n".join(plain_blocks(embedded))
    if count_words(text) < MIN_WORDS and len(text) < MIN_CHARS:
        return max([text, *("\n\n".join(plain_blocks(vote)) for vote in votes.values())], key=len)
    return text
