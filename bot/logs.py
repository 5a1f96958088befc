"""Logging: lines for people or JSON lines for machines, secrets blotted out of both.

Modules log through the standard library and name what a line is about in ``extra``; every such
field appears in the JSON line.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import BaseModel, SecretStr

from bot.settings import Settings

BLOT: Final = "[secret]"
_PLAIN: Final = set(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_FOREIGN: Final = {"applicationID", "applicationVersion", "executorID", "operationUUID"}
_PATTERNS: Final = re.compile(
    r"""
    (?P<slack> \b xox[a-z]-[\w-]{10,} | \b xapp-[\w-]{10,} )
  | (?P<discord> \b [\w-]{23,28} \. [\w-]{6,7} \. [\w-]{27,} )
  | (?P<before> ://[^\s/:@]+: ) (?P<password> [^\s/@]+ ) (?=@)
  | (?P<bearer> \b (?:Bearer|Bot|Basic) \s+ ) (?P<token> [\w.~+/=-]{12,} )
    """,
    re.VERBOSE,
)
MIN_SECRET_LENGTH: Final = 6


def configure(settings: Settings) -> None:
    """Sends the log of the whole process to the standard error stream, as the settings want it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(JsonLines() if settings.log.json_lines else PlainLines(), secrets_of(settings)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log.level)
    for noisy in ("alembic", "aiohttp.access", "aiosqlite", "asyncio", "dbos"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    engine = logging.getLogger("dbos")
    engine.handlers[:] = [handler]
    engine.propagate = False


def secrets_of(settings: BaseModel) -> Iterator[str]:
    """Every secret value in a tree of settings."""
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            yield value.get_secret_value()
        elif isinstance(value, BaseModel):
            yield from secrets_of(value)


class Redacting(logging.Formatter):
    """A formatter that blots out known secrets and whatever looks like a token, tracebacks included."""

    def __init__(self, inner: logging.Formatter, secrets: Iterable[str]) -> None:
        super().__init__()
        self._inner = inner
        known = {secret for secret in secrets if len(secret) >= MIN_SECRET_LENGTH}
        # In JSON, quotation marks and backslashes are written in another way.
        written = known | {json.dumps(secret, ensure_ascii=False)[1:-1] for secret in known}
        self._secrets = sorted(written, key=len)[::-1]

    def format(self, record: logging.LogRecord) -> str:
        """The formatted line without secrets."""
        line = self._inner.format(record)
        for secret in self._secrets:
            line = line.replace(secret, BLOT)
        return _PATTERNS.sub(_blot, line)


def _blot(match: re.Match[str]) -> str:
    return (match["before"] or match["bearer"] or "") + BLOT


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    """What a line is about: the ``extra`` that it was logged with."""
    return {name: value for name, value in record.__dict__.items() if name not in _PLAIN | _FOREIGN}


class PlainLines(logging.Formatter):
    """Lines for people: time, level, message, and the fields as ``name=value``."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(message)s", "%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line without its traceback."""
        fields = "".join(f" {name}={value}" for name, value in _fields(record).items())
        return super().formatMessage(record) + fields


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the fields of ``extra``, and the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)
