"""The only code that opens outbound page connections.

:class:`Fetcher` fetches one page safely and politely; :func:`decode` turns its bytes into text.
May import ``bot.links``, ``bot.model``, ``bot.settings`` and ``bot.failures``.
"""

from bot.fetch.charset import decode
from bot.fetch.errors import (
    BadAddress,
    BadResponse,
    Blocked,
    ConnectionLost,
    DeadLink,
    EmptyAnswer,
    FetchFailure,
    Forbidden,
    NotAnArticle,
    NotModified,
    PaywallBlocked,
    RateLimited,
    RobotsDisallowed,
    ServerError,
    Timeout,
    TlsError,
    TooLarge,
    TooManyRedirects,
)
from bot.fetch.fetcher import Fetcher
from bot.model import Validators

__all__ = [
    "BadAddress",
    "BadResponse",
    "Blocked",
    "ConnectionLost",
    "DeadLink",
    "EmptyAnswer",
    "FetchFailure",
    "Fetcher",
    "Forbidden",
    "NotAnArticle",
    "NotModified",
    "PaywallBlocked",
    "RateLimited",
    "RobotsDisallowed",
    "ServerError",
    "Timeout",
    "TlsError",
    "TooLarge",
    "TooManyRedirects",
    "Validators",
    "decode",
]
