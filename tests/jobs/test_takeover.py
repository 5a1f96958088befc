"""Several processes on one PostgreSQL database: the living finish what the dead began."""

from bot.settings import StoreSettings
from bot.store.tables import executors
from tests import postgres
from tests.jobs.parts import Library
from tests.jobs.running import quick, running, until

PAGE = "https://news.example.com/harbour"


async def test_the_work_of_a_dead_process_is_finished_by_another(
    postgres_server: postgres.Server, files: StoreSettings
) -> None:
    library = Library()
    library.gate.clear()
    with postgres_server.database() as url:
        store = files.model_copy(update={"url": url})
        async with running(quick(store, executor="first", shutdown_seconds=0), library) as bot:
            message = await bot.say(PAGE)

            async def fetching() -> bool | None:
                return True if library.fetched else None

            await until(fetching)
        # A process that is killed, unlike one that stops, leaves its last heartbeat behind.
        async with running(quick(store, executor="second")) as other:
            async with other.desk.database.write() as connection:
                await connection.execute(executors.insert().values(name="first", beat_at=1.0))
            assert await other.replies(message) == [f"What {PAGE} says."]
