"""One request, one answer: aiohttp's exceptions and status codes become our failures."""

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp

from bot.fetch.addresses import AddressRefused
from bot.fetch.errors import (
    BadAddress,
    BadResponse,
    Blocked,
    ConnectionLost,
    DeadLink,
    FetchFailure,
    Forbidden,
    PaywallBlocked,
    RateLimited,
    ServerError,
    Timeout,
    TlsError,
)

REDIRECTS = frozenset({301, 302, 303, 307, 308})


def from_exception(url: str, error: Exception) -> FetchFailure:  # noqa: PLR0911 - one line for each kind of trouble
    """The failure that stands for an exception of the client."""
    match error:
        case FetchFailure():
            return error
        case TimeoutError():
            return Timeout(url)
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return TlsError(url)
        case aiohttp.ClientConnectorError() if isinstance(error.os_error, AddressRefused):
            return Blocked(url)
        case aiohttp.ClientConnectorError() if isinstance(error.os_error, ConnectionResetError | BrokenPipeError):
            return ConnectionLost(url)
        case aiohttp.ClientConnectorError():
            return DeadLink(url)
        case aiohttp.InvalidURL():
            return BadAddress(url)
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientOSError() | ConnectionError():
            return ConnectionLost(url)
        case aiohttp.ClientPayloadError() if not isinstance(
            error.__cause__, aiohttp.http_exceptions.TransferEncodingError
        ):
            return ConnectionLost(url)
        case UnicodeError():
            return BadAddress(url)
        case _:
            return BadResponse(url, type(error).__name__)


def from_status(url: str, status: int, retry_after: str | None) -> FetchFailure | None:  # noqa: PLR0911 - as above
    """The failure that stands for a status code, or None for one that brings a page."""
    patience = seconds_of(retry_after)
    match status:
        case _ if 200 <= status < 300:
            return None
        case 404 | 410:
            return DeadLink(url, status)
        case 401 | 403 | 451:
            return Forbidden(url, status)
        case 402:
            return PaywallBlocked(url)
        case 408:
            return Timeout(url)
        case 429:
            return RateLimited(url, patience)
        case _ if 500 <= status < 600:
            return ServerError(url, status, patience)
        case _:
            return BadResponse(url, f"status {status}")


def seconds_of(retry_after: str | None) -> float | None:
    """A Retry-After header in seconds from now (RFC 9110 section 10.2.3), or None when it says nothing."""
    value = (retry_after or "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
