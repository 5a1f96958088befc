"""What the tests of the workers have them do. Each takes the reader and the settings last, as the pipeline does."""

import os
import signal
import threading
from typing import Any, NoReturn

from bot.failures import Failure


class Unlucky(Failure):
    """A failure that cannot be made without its own keyword, as the stages' failures may be."""

    kind = "unlucky"

    def __init__(self, *, number: int) -> None:
        super().__init__()
        self.number = number


def hang(_reader: Any, _settings: Any) -> None:
    threading.Event().wait()


def die(_reader: Any, _settings: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def stumble(_reader: Any, _settings: Any) -> NoReturn:
    raise ZeroDivisionError("by nothing")


def fail(_reader: Any, _settings: Any) -> NoReturn:
    raise Unlucky(number=7)


def pid(_reader: Any, _settings: Any) -> int:
    return os.getpid()


def secrets(_reader: Any, settings: Any) -> str:
    return repr(settings)
