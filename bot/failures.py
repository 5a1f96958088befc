"""What can go wrong with one link, as types.

Every stage raises a subclass of :class:`Failure`; nothing else stops a link. A failure carries
attributes, and one sentence written for the reader in the channel.
"""

from typing import ClassVar


class Failure(Exception):
    """A link that cannot be answered with a brief.

    ``kind`` is the stable machine name (batch output, metrics). ``retryable`` says whether trying
    again later may help. ``silent`` failures are not answered in a channel (an image, a chat
    permalink), only on explicit request.
    """

    kind: ClassVar[str] = "failure"
    retryable: ClassVar[bool] = False
    silent: ClassVar[bool] = False

    def sentence(self) -> str:
        """One sentence for the reader, plain text, no markup."""
        return "This link could not be read."

    def __str__(self) -> str:
        return self.sentence()
