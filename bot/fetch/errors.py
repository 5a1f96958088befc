"""What can go wrong between a link and its page.

Each failure carries what is needed to log it and says one sentence to the reader. No sentence names
an address that a host resolves to: a channel must not become a way to look around in our network.
"""

from typing import ClassVar

from bot.failures import Failure


class FetchFailure(Failure):
    """Base of everything that :class:`bot.fetch.Fetcher` raises. ``url`` is the address that was asked for."""

    kind: ClassVar[str] = "fetch"
    text: ClassVar[str] = "This page could not be loaded."

    def __init__(self, url: str = "") -> None:
        self.url = url
        super().__init__(url)

    def sentence(self) -> str:
        """One sentence for the reader."""
        return self.text


class NotModified(FetchFailure):
    """The page is still what the given validators describe (304). ``fetch`` raises it only when given some."""

    kind = "not-modified"
    silent = True
    text = "This page has not changed."


class BadAddress(FetchFailure):
    """The link is no usable web address."""

    kind = "bad-address"
    text = "This link is not a web address that can be read."


class Blocked(FetchFailure):
    """The address may not be fetched: its scheme, its port, or where its host points."""

    kind = "blocked"
    text = "This address is not open to the bot, for safety."


class DeadLink(FetchFailure):
    """Nothing is there. ``status`` is 404 or 410, or None when the site itself cannot be reached."""

    kind = "dead-link"

    def __init__(self, url: str = "", status: int | None = None) -> None:
        super().__init__(url)
        self.status = status

    def sentence(self) -> str:
        """One sentence for the reader."""
        if self.status is None:
            return "The site of this link could not be reached; the address may be wrong or the site down."
        return f"This page does not exist (any more): the site answered {self.status}."


class Forbidden(FetchFailure):
    """The site refuses to show the page to the bot (401, 403, 451)."""

    kind = "forbidden"

    def __init__(self, url: str = "", status: int = 403) -> None:
        super().__init__(url)
        self.status = status

    def sentence(self) -> str:
        """One sentence for the reader."""
        if self.status == 451:
            return "The site may not show this page here for legal reasons."
        return "The site does not let the bot see this page."


class PaywallBlocked(FetchFailure):
    """The site asks for payment before it shows anything (402)."""

    kind = "paywall"
    text = "This page is behind a paywall."


class RobotsDisallowed(FetchFailure):
    """The site's robots.txt asks automatic readers to stay away from this page."""

    kind = "robots"
    text = "The site asks automatic readers not to open this page, so it was left alone."


class TooLarge(FetchFailure):
    """The page is larger than ``limit`` bytes, as sent or unpacked."""

    kind = "too-large"

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url)
        self.limit = limit

    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"This page is larger than the {self.limit / 1_000_000:.3g} MB that are read at once."


class NotAnArticle(FetchFailure):
    """The link leads to something else than a text page. ``content_type`` is what the site called it."""

    kind = "not-an-article"

    def __init__(self, url: str, content_type: str) -> None:
        super().__init__(url)
        self.content_type = content_type

    def sentence(self) -> str:
        """One sentence for the reader."""
        family = self.content_type.partition("/")[0]
        what = {"image": "an image", "video": "a video", "audio": "a sound recording"}.get(family, "a file")
        return f"This link leads to {what}, not to an article."


class EmptyAnswer(FetchFailure):
    """The site answered with no content at all."""

    kind = "empty-page"
    text = "The site answered with an empty page."


class Timeout(FetchFailure):
    """The site did not answer, or did not finish, in time."""

    kind = "timeout"
    retryable = True
    text = "The site took too long to answer."


class TlsError(FetchFailure):
    """No trustworthy encrypted connection: a wrong, expired or self-made certificate."""

    kind = "tls"
    text = "No secure connection to this site is possible: its certificate or encryption is not valid."


class ConnectionLost(FetchFailure):
    """The connection broke before the page was complete."""

    kind = "connection-lost"
    retryable = True
    text = "The site broke off the connection."


class TooManyRedirects(FetchFailure):
    """The address is passed on in a circle, or more than ``limit`` times."""

    kind = "too-many-redirects"

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url)
        self.limit = limit

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "This address is passed on and on without ever leading to a page."


class RateLimited(FetchFailure):
    """The site wants no more requests for now (429). ``retry_after`` is in seconds, when it said so."""

    kind = "rate-limited"
    retryable = True
    text = "The site asks for fewer requests at the moment; try again later."

    def __init__(self, url: str, retry_after: float | None = None) -> None:
        super().__init__(url)
        self.retry_after = retry_after


class ServerError(FetchFailure):
    """The site has trouble of its own (5xx)."""

    kind = "server-error"
    retryable = True

    def __init__(self, url: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(url)
        self.status = status
        self.retry_after = retry_after

    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"The site has a problem at the moment (error {self.status}); try again later."


class BadResponse(FetchFailure):
    """The answer does not follow the protocol, or has a status that means no page."""

    kind = "bad-response"

    def __init__(self, url: str, reason: str = "") -> None:
        super().__init__(url)
        self.reason = reason

    text = "The site sent an answer that makes no sense."
