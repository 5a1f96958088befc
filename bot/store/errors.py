"""What can go wrong with storage, said clearly."""

from typing import ClassVar, Self

from sqlalchemy.exc import DBAPIError

from bot.failures import Failure

_CAUSES = (
    ("full", ("disk is full", "no space left", "disk full", "could not extend file")),
    ("locked", ("database is locked", "database table is locked", "lock timeout", "deadlock")),
    ("read-only", ("readonly database", "read-only transaction", "attempt to write a readonly")),
    ("missing", ("unable to open database file", "does not exist")),
    ("unreachable", ("connection", "server closed", "terminating")),
)


class StorageUnavailable(Failure):
    """The database did not take or give what was asked; nothing was changed.

    ``cause`` is full, locked, read-only, missing, unreachable or broken. ``detail`` is the driver's
    message, for the log.
    """

    kind: ClassVar[str] = "storage"
    retryable: ClassVar[bool] = True

    def __init__(self, cause: str, detail: str) -> None:
        super().__init__(cause, detail)
        self.cause = cause
        self.detail = detail

    @classmethod
    def because(cls, error: Exception) -> Self:
        """From a driver's error, bare or wrapped. The statement and its values stay out: they are the users'."""
        original = error.orig if isinstance(error, DBAPIError) and error.orig else error
        detail = next(iter(str(original).strip().splitlines()), type(original).__name__)
        lowered = detail.lower()
        cause = next((name for name, signs in _CAUSES if any(sign in lowered for sign in signs)), "broken")
        return cls(cause, detail)

    def sentence(self) -> str:
        """One sentence for the reader."""
        reason = "not responding" if self.cause == "broken" else self.cause
        return f"Nothing can be saved at the moment because the bot's storage is {reason}; please try again later."

    def __str__(self) -> str:
        return f"storage is {self.cause}: {self.detail}"
