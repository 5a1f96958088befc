"""Handing the local desk's messages over to the desk, once each.

A message is kept first and handed over after; what a crash left in between is handed over at the
next start, and the desk recognises what it has taken already.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Row

from bot.chat.local import messages
from bot.chat.local.adapter import WORKSPACE, LocalChat
from bot.desk import Answer, Desk, NotAllowed
from bot.desk.commands import understand
from bot.ports import Command, Document, Incoming, MessageRef, Payload, Platform
from bot.store import documents
from bot.store.errors import StorageUnavailable

log = logging.getLogger(__name__)

COMMAND: Final = "/brief"
ARTICLE_WORDS: Final = 120
"""A message with so many words is read as an article that was pasted."""
STUMBLED: Final = "This message could not be read because of a mistake in the bot; it has been logged."


class Intake:
    """What people write in the local desk, on its way to the desk."""

    def __init__(self, chat: LocalChat, desk: Desk) -> None:
        self._chat = chat
        self._desk = desk
        self._one_at_a_time = asyncio.Lock()

    async def take_over(self) -> None:
        """Hands over every message that the desk has not seen, oldest first.

        Raises :class:`bot.store.errors.StorageUnavailable`; the message waits then. One that stumbles over
        a mistake of ours is answered with a sentence, and does not hold up those behind it.
        """
        async with self._one_at_a_time:
            async with self._desk.database.read() as connection:
                waiting = await messages.unhandled(connection)
            for row in waiting:
                try:
                    await self._hand_over(row)
                except StorageUnavailable:
                    raise
                except Exception:
                    log.exception("a message could not be handed over", extra={"row": row.id})
                    await self._chat.post(_ref(row), answer_payload(Answer(text=STUMBLED)), key=f"answer:{row.id}")
                async with self._desk.database.write() as connection:
                    await messages.mark_handled(connection, row.id)

    async def _hand_over(self, row: Row[Any]) -> None:
        ref = _ref(row)
        word, argument = [*row.markup.split(maxsplit=1), "", ""][:2]
        if word == COMMAND:
            command = Command(ref=ref, author=row.author, name="brief", argument=argument)
            answer = await self._answer(command)
            await self._chat.post(ref, answer_payload(answer), key=f"answer:{row.id}")
            if understand(command).verb == "forget":
                self._chat.tell_forgotten()
            return
        files = await self._documents(row) or pasted(row.markup)
        incoming = Incoming(
            ref=ref,
            author=row.author,
            markup="" if files else row.markup,
            documents=files,
            written_at=datetime.fromtimestamp(row.posted_at, UTC),
        )
        await (self._desk.brief_message(incoming) if incoming.documents else self._desk.handle_message(incoming))

    async def _answer(self, command: Command) -> Answer:
        # Whoever may open the local desk runs it, and so is its admin.
        try:
            return await self._desk.handle_command(command.model_copy(update={"is_admin": True}))
        except NotAllowed as refused:
            return Answer(text=str(refused))

    async def _documents(self, row: Row[Any]) -> tuple[Document, ...]:
        async with self._desk.database.read() as connection:
            found = [await documents.load(connection, kept["id"]) for kept in row.documents]
        return tuple(document for document in found if document is not None)


def _ref(row: Row[Any]) -> MessageRef:
    return MessageRef(
        platform=Platform.LOCAL,
        workspace=WORKSPACE.id,
        channel=row.channel,
        message=str(row.id),
        thread=str(row.thread) if row.thread else None,
    )


def pasted(markup: str) -> tuple[Document, ...]:
    """A message that is itself an article, as the document to read; nothing for a message of usual length.

    Links inside a pasted article belong to it and are not answered.
    """
    if len(markup.split()) < ARTICLE_WORDS:
        return ()
    return (Document(name="pasted text", body=markup.encode()),)


def answer_payload(answer: Answer) -> Payload:
    """An answer as a message of the local desk: plain text and what a search found."""
    return {"text": answer.text, "hits": [hit.model_dump() for hit in answer.hits]}
