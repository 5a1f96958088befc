import pytest

from bot.jobs import slots
from bot.settings import JobsSettings, Settings, StoreSettings
from bot.store.database import open_database
from bot.store.errors import StorageUnavailable
from tests import postgres


async def test_processes_on_one_server_get_different_names_and_free_them(
    postgres_server: postgres.Server, files: StoreSettings
) -> None:
    with postgres_server.database() as url:
        settings = Settings(store=files.model_copy(update={"url": url}))
        async with open_database(settings.store) as one, open_database(settings.store) as two:
            async with slots.claim(settings, one) as first, slots.claim(settings, two) as second:
                assert first != second
            async with slots.claim(settings, two) as again:
                assert again == first


async def test_a_name_that_was_set_is_used(postgres_server: postgres.Server, files: StoreSettings) -> None:
    with postgres_server.database() as url:
        store = files.model_copy(update={"url": url})
        settings = Settings(store=store, jobs=JobsSettings(executor="press-room"))
        async with open_database(store) as database, slots.claim(settings, database) as name:
            assert name == "press-room"


async def test_only_one_process_works_on_files(files: StoreSettings) -> None:
    settings = Settings(store=files)
    async with open_database(files) as database:
        async with slots.claim(settings, database):
            with pytest.raises(StorageUnavailable, match="another bot works on the files"):
                async with slots.claim(settings, database):
                    pass
        async with slots.claim(settings, database) as name:
            assert name == "main"
