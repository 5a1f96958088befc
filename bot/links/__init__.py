"""Finding links in chat messages, and the one form under which a link is known.

Pure functions, no network. May import ``bot.model`` and ``bot.ports`` only.
"""

from bot.links.canonical import canonicalise, is_home_page, merge_canonical, same_site, without_tracking
from bot.links.finding import MAX_LINKS, FoundLinks, Link, find_links, scan_links
from bot.links.skipping import never_article

__all__ = [
    "MAX_LINKS",
    "FoundLinks",
    "Link",
    "canonicalise",
    "find_links",
    "is_home_page",
    "merge_canonical",
    "never_article",
    "same_site",
    "scan_links",
    "without_tracking",
]
