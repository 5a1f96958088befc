"""Full-text search over what a workspace has read."""

import re

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record

MAX_WORDS = 16

_SQLITE = text(
    """
    SELECT articles.id, articles.canonical_url, articles.title, articles.site, readings.read_at,
           snippet(article_search, 1, '', '', '…', 24) AS excerpt
    FROM article_search
    JOIN articles ON articles.id = article_search.rowid
    JOIN readings ON readings.article_id = articles.id AND readings.workspace_id = :owner
    WHERE article_search MATCH :words
    ORDER BY bm25(article_search, 5.0, 1.0), readings.read_at DESC
    LIMIT :limit
    """
)
_POSTGRESQL = text(
    """
    SELECT articles.id, articles.canonical_url, articles.title, articles.site, readings.read_at,
           ts_headline('english', left(articles.text, 20000), query,
                       'StartSel="", StopSel="", MaxWords=24, MinWords=12') AS excerpt
    FROM articles
    JOIN readings ON readings.article_id = articles.id AND readings.workspace_id = :owner,
    plainto_tsquery('english', :words) AS query
    WHERE articles.search @@ query
    ORDER BY ts_rank(articles.search, query) DESC, readings.read_at DESC
    LIMIT :limit
    """
)


class Hit(Record):
    """One article that was found. ``read_at`` is when the workspace read it last; ``excerpt`` is plain text."""

    article_id: int
    url: str
    title: str
    site: str
    read_at: float
    excerpt: str


async def search(connection: AsyncConnection, owner: int, words: str, limit: int) -> list[Hit]:
    """The articles of a workspace that hold every word, best first."""
    terms = re.findall(r"\w+", words)[:MAX_WORDS]
    if not terms:
        return []
    is_sqlite = connection.dialect.name == "sqlite"
    # Quoted, every term is a plain word to FTS5 and never one of its operators.
    query = " ".join(f'"{term}"' for term in terms) if is_sqlite else " ".join(terms)
    rows = await connection.execute(
        _SQLITE if is_sqlite else _POSTGRESQL, {"owner": owner, "words": query, "limit": limit}
    )
    return [
        Hit(
            article_id=row.id,
            url=row.canonical_url,
            title=row.title,
            site=row.site,
            read_at=row.read_at,
            excerpt=" ".join(row.excerpt.split()),
        )
        for row in rows
    ]
