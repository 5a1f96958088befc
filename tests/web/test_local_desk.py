"""What the local desk's JSON interface refuses, and how it says so."""

import json

import pytest
from aiohttp import ClientSession, FormData

from bot.chat.local.adapter import PAGE_SIZE
from bot.desk import MAX_DOCUMENT_BYTES
from bot.settings import Settings, WebSettings
from bot.web.app import CannotServe, serving
from tests.jobs.running import until
from tests.web.conftest import say_many

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "not a JSON object"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not a JSON object"),
        ('{"text": "half a character: \\ud800"}', "not a JSON object"),
        ('{"text": 5}', "“text” is missing"),
        ('{"text": "  "}', "empty"),
        (json.dumps({"text": "x" * 200_001}), "too long"),
    ],
)
async def test_messages_that_are_refused(client: ClientSession, body: str, message: str) -> None:
    async with client.post("/api/channels/newsroom/messages", data=body) as response:
        assert response.status == 400
        assert message in (await response.json())["error"]


async def test_a_message_in_no_known_charset(client: ClientSession) -> None:
    kind = {"Content-Type": "application/json; charset=klingon"}
    async with client.post("/api/channels/newsroom/messages", data=b'{"text": "x"}', headers=kind) as response:
        assert response.status == 400


async def test_a_channel_whose_name_hides_something(client: ClientSession) -> None:
    async with client.post("/api/channels", json={"name": "news\u202eroom"}) as response:
        assert response.status == 400
        assert "cannot be seen" in (await response.json())["error"]


@pytest.mark.parametrize("last", ["²", "9" * 400, "-1"])
async def test_an_impossible_last_event_is_as_good_as_none(client: ClientSession, last: str) -> None:
    async with client.get("/api/events", headers={"Last-Event-ID": last}) as stream:
        await stream.content.readuntil(b"\n\n")
        async with client.post("/api/channels/newsroom/messages", json={"text": "still there?"}) as sent:
            identity = (await sent.json())["id"]
        assert f"id: {identity}\n".encode() in await stream.content.readuntil(b"\n\n")


async def test_an_unknown_channel(client: ClientSession) -> None:
    async with client.post("/api/channels/nowhere/messages", json={"text": "hello"}) as response:
        assert response.status == 404
        assert "#nowhere" in (await response.json())["error"]


@pytest.mark.parametrize(
    ("name", "body", "status", "message"),
    [
        ("tool.exe", b"MZ", 415, "Only text and HTML"),
        ("empty.txt", b" \n ", 400, "empty"),
        ("large.txt", b"x" * (MAX_DOCUMENT_BYTES + 1), 400, "too large"),
    ],
)
async def test_files_that_are_refused(client: ClientSession, name: str, body: bytes, status: int, message: str) -> None:
    form = FormData()
    form.add_field("file", body, filename=name)
    async with client.post("/api/channels/newsroom/files", data=form) as response:
        assert response.status == status
        assert message in (await response.json())["error"]


async def test_a_request_without_a_file(client: ClientSession) -> None:
    async with client.post("/api/channels/newsroom/files", data=b"x") as response:
        assert response.status == 415


async def test_a_message_reaches_every_open_page(client: ClientSession) -> None:
    async with client.get("/api/events") as stream:
        async with client.post("/api/channels/newsroom/messages", json={"text": "no link here"}) as response:
            sent = (await response.json())["id"]
        async for line in stream.content:
            if line.startswith(b"data: "):
                event = json.loads(line[6:])
                break
    assert event["type"] == "message"
    assert (event["message"]["id"], event["message"]["text"]) == (sent, "no link here")


async def test_a_page_that_comes_back_gets_what_it_missed(client: ClientSession) -> None:
    sent = []
    for text in ("one", "two"):
        async with client.post("/api/channels/newsroom/messages", json={"text": text}) as response:
            sent.append((await response.json())["id"])
    async with client.get("/api/events", headers={"Last-Event-ID": str(sent[0])}) as stream:
        async for line in stream.content:
            if line.startswith(b"data: "):
                assert json.loads(line[6:])["message"]["id"] == sent[1]
                break


async def test_events_go_on_from_where_the_list_of_messages_ended(client: ClientSession) -> None:
    async with client.get("/api/channels/newsroom/messages") as response:
        newest = (await response.json())["newest"]
    async with client.post("/api/channels/newsroom/messages", json={"text": "between list and stream"}) as response:
        sent = (await response.json())["id"]
    async with client.get(f"/api/events?after={newest}") as stream:
        async for line in stream.content:
            if line.startswith(b"data: "):
                assert json.loads(line[6:])["message"]["id"] == sent
                break


async def test_earlier_messages_come_page_by_page(client: ClientSession) -> None:
    await say_many(client, "long", PAGE_SIZE + 2)
    async with client.get("/api/channels/long/messages") as response:
        newest = await response.json()
    assert (newest["messages"][0]["text"], newest["earlier"]) == ("note 2", True)
    async with client.get(f"/api/channels/long/messages?before={newest['messages'][0]['id']}") as response:
        earlier = await response.json()
    assert ([one["text"] for one in earlier["messages"]], earlier["earlier"]) == (["note 0", "note 1"], False)
    async with client.get("/api/channels/long/messages?before=x") as response:
        assert (await response.json())["messages"] == newest["messages"]


async def test_settings_that_are_refused_change_nothing(client: ClientSession) -> None:
    changes = {"links_per_message": 0, "time_zone": "Middle/Earth", "no_such_setting": 1}
    async with client.put("/api/settings?channel=newsroom", json=changes) as response:
        assert response.status == 422
        assert set((await response.json())["fields"]) == set(changes)
    async with client.get("/api/settings?channel=newsroom") as response:
        fields = {field["name"]: field for field in (await response.json())["fields"]}
    assert fields["links_per_message"]["value"] == 5
    assert not fields["links_per_message"]["own"]


async def test_a_channel_that_is_not_there_has_no_settings(client: ClientSession) -> None:
    async with client.put("/api/settings?channel=nosuch", json={"links_per_message": 3}) as response:
        assert response.status == 404
    async with client.get("/api/settings?channel=nosuch") as response:
        assert response.status == 404
    async with client.get("/api/channels") as response:
        assert "nosuch" not in await response.text()


@pytest.mark.parametrize("reply", ["0", "999999", "x", "9" * 30, "-1"])
async def test_a_verdict_on_nothing_is_refused(client: ClientSession, reply: str) -> None:
    body = {"item": "typo.doubled-word@1", "verdict": "wrong"}
    async with client.put(f"/api/replies/{reply}/verdicts", json=body) as response:
        assert response.status == 404
        assert "not kept" in (await response.json())["error"]


@pytest.mark.parametrize(
    "body", [{}, {"item": 5}, {"item": "a.b@1", "verdict": "maybe"}, {"item": "a.b@1", "verdict": ["right"]}]
)
async def test_a_verdict_that_is_none_is_refused(client: ClientSession, body: dict[str, object]) -> None:
    async with client.put("/api/replies/1/verdicts", json=body) as response:
        assert response.status == 400


async def test_a_channel_that_is_not_there_has_no_feedback(client: ClientSession) -> None:
    for method, path in (
        ("GET", "verdicts"),
        ("GET", "feedback"),
        ("DELETE", "feedback"),
        ("DELETE", "feedback/words/x"),
    ):
        async with client.request(method, f"/api/channels/nosuch/{path}") as response:
            assert response.status == 404


async def test_the_process_says_that_it_is_well(client: ClientSession) -> None:
    async with client.get("/healthz") as response:
        assert await response.json() == {"status": "ok"}


async def test_a_second_bot_on_the_same_port_leaves_the_first_alone(desk: str, settings: Settings) -> None:
    port = int(desk.rstrip("/").rpartition(":")[2])
    second = settings.model_copy(update={"web": WebSettings(port=port)})
    with pytest.raises(CannotServe, match="running already"):
        async with serving(second):
            pass


async def test_the_whole_bot_is_healthy(client: ClientSession) -> None:
    async def ready() -> bool | None:
        async with client.get("/readyz") as response:
            return True if response.status == 200 else None

    assert await until(ready), "it is once the language model is loaded"
    for path in ("/healthz", "/metrics"):
        async with client.get(path) as response:
            assert response.status == 200
