from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bot.settings import StoreSettings
from bot.store.database import database_url
from bot.store.migrate import alembic_config, upgrade
from bot.store.tables import metadata

OUTSIDE_THE_METADATA = {"search", "ix_articles_search"}


def _name(difference):
    return getattr(difference[-1], "name", None)


def test_migrated_tables_are_the_declared_ones(store_settings: StoreSettings) -> None:
    upgrade(store_settings)
    engine = create_engine(database_url(store_settings, "sync"))
    with engine.connect() as connection:

        def ours(_object, name, kind, _reflected, _other):
            return not (kind == "table" and name.startswith("article_search"))

        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        differences = [one for one in compare_metadata(context, metadata) if _name(one) not in OUTSIDE_THE_METADATA]
    engine.dispose()
    assert differences == []


def test_upgrading_twice_changes_nothing(store_settings: StoreSettings) -> None:
    upgrade(store_settings)
    upgrade(store_settings)
    engine = create_engine(database_url(store_settings, "sync"))
    assert inspect(engine).has_table("shares")
    engine.dispose()


def test_every_migration_can_be_taken_back(store_settings: StoreSettings) -> None:
    upgrade(store_settings)
    engine = create_engine(database_url(store_settings, "sync"))
    with engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")
    left = set(inspect(engine).get_table_names())
    engine.dispose()
    assert left == {"alembic_version"}
