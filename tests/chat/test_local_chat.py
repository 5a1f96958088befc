"""The local desk as a chat platform."""

import asyncio

from bot.chat.local import messages
from bot.chat.local.adapter import LocalChat
from bot.chat.local.messages import LocalEvent, LocalMessage
from bot.ports import Document, MessageRef, Platform, Stage
from bot.store import documents
from bot.store.database import Database


def ref(message: LocalMessage) -> MessageRef:
    return MessageRef(platform=Platform.LOCAL, workspace="local", channel=message.channel, message=str(message.id))


async def take(chat: LocalChat, number: int, after: int | None = 0) -> list[LocalEvent]:
    """The first events of a subscription."""
    taken: list[LocalEvent] = []
    async with asyncio.timeout(10):
        async for event in chat.subscribe(after):
            taken.append(event)
            if len(taken) == number:
                break
    return taken


async def heard(chat: LocalChat) -> None:
    """Waits until somebody listens."""
    while not chat.is_heard:  # noqa: ASYNC110 - the loop's next turn is all that is waited for
        await asyncio.sleep(0)


async def test_a_reply_is_posted_once_however_often_it_is_tried(database: Database) -> None:
    chat = LocalChat(database)
    message = await chat.post_message("news", "ann", "a link")
    assert await chat.find(ref(message), "k1") is None
    posted = [await chat.post(ref(message), {"text": "a brief"}, "k1") for _ in range(3)]
    assert len(set(posted)) == 1
    assert await chat.find(ref(message), "k1") == posted[0]
    (reply,) = await chat.replies(message.id)
    assert (reply.payload, reply.thread, str(reply.id)) == ({"text": "a brief"}, message.id, posted[0])


async def test_a_reply_to_a_message_in_a_thread_stays_in_that_thread(database: Database) -> None:
    chat = LocalChat(database)
    top = await chat.post_message("news", "ann", "look")
    inside = await chat.post_message("news", "bob", "a link", thread=top.id)
    await chat.post(ref(inside).model_copy(update={"thread": str(top.id)}), {"text": "a brief"}, "k1")
    assert [one.author for one in await chat.replies(top.id)] == ["bob", "newsroom-bot"]
    assert [one.id for one in await chat.messages("news")] == [top.id]


async def test_pages_of_messages_go_back_in_time(database: Database) -> None:
    chat = LocalChat(database)
    said = [await chat.post_message("news", "ann", str(number)) for number in range(5)]
    await chat.post_message("other", "ann", "elsewhere")
    latest = await chat.messages("news", limit=2)
    earlier = await chat.messages("news", before=latest[0].id, limit=2)
    assert [one.id for one in earlier + latest] == [one.id for one in said[1:]]


async def test_channels_are_there_before_anything_is_said(database: Database) -> None:
    chat = LocalChat(database)
    assert await chat.channels() == ["newsroom"]
    await chat.add_channel("foreign desk")
    await chat.add_channel("foreign desk")
    assert await chat.channels() == ["newsroom", "foreign desk"]


async def test_files_are_kept_with_their_message(database: Database) -> None:
    chat = LocalChat(database)
    file = Document(name="draft.txt", body=b"text")
    message = await chat.post_message("news", "ann", "", files=[file])
    assert message.documents == ("draft.txt",)
    async with database.read() as connection:
        (row,) = await messages.unhandled(connection)
        assert await documents.load(connection, row.documents[0]["id"]) == file


async def test_progress_is_kept_and_told(database: Database) -> None:
    chat = LocalChat(database)
    message = await chat.post_message("news", "ann", "a link")
    listening = asyncio.create_task(take(chat, 2))
    await heard(chat)
    await chat.progress(ref(message), "https://news.example/a", Stage.FETCHING)
    await chat.progress(ref(message), "https://news.example/a", Stage.READING)
    first, second = await listening
    assert (first.kind, first.message) == ("message", message.id)
    assert (second.kind, second.message, second.stage) in [
        ("progress", message.id, Stage.FETCHING),
        ("progress", message.id, Stage.READING),
    ]
    (shown,) = await chat.messages("news")
    assert shown.progress == {"https://news.example/a": Stage.READING}


async def test_a_page_that_comes_back_is_told_what_it_missed(database: Database) -> None:
    chat = LocalChat(database)
    first = await chat.post_message("news", "ann", "seen")
    missed = [await chat.post_message("news", "ann", str(number)) for number in range(3)]
    assert [event.message for event in await take(chat, 3, after=first.id)] == [one.id for one in missed]


async def test_what_another_process_writes_arrives_too(database: Database) -> None:
    here, there = LocalChat(database), LocalChat(database)
    listening = asyncio.create_task(take(here, 1))
    await heard(here)
    written = await there.post_message("news", "ann", "from elsewhere")
    assert [event.message for event in await listening] == [written.id]


async def test_closing_ends_every_subscription(database: Database) -> None:
    chat = LocalChat(database)

    async def listen() -> list[LocalEvent]:
        return [event async for event in chat.subscribe()]

    listening = asyncio.create_task(listen())
    await heard(chat)
    chat.close()
    assert await asyncio.wait_for(listening, 10) == []
