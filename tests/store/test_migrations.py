from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, select, text

from bot.settings import StoreSettings
from bot.store.database import database_url
from bot.store.migrate import alembic_config, upgrade
from bot.store.tables import metadata, workspaces

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


def test_verdicts_and_settings_given_before_stay_in_force(store_settings: StoreSettings) -> None:
    upgrade(store_settings, "0004")
    engine = create_engine(database_url(store_settings, "sync"))
    with engine.begin() as connection:
        for statement in BEFORE:
            connection.execute(text(statement))
    upgrade(store_settings)
    with engine.connect() as connection:
        verdicts = connection.execute(
            text("SELECT channel, check_name, words, is_right FROM feedback ORDER BY id")
        ).all()
        changed, untouched = connection.execute(select(workspaces.c.settings).order_by(workspaces.c.id)).scalars()
    engine.dispose()
    assert [tuple(row) for row in verdicts] == [("C-FIRST", "a.b", "", False), ("", "c.d", "", True)]
    assert changed == {
        "min_confidence": 0.7,
        "min_confidence_minor": 0.7,
        "min_confidence_major": 0.7,
        "min_confidence_critical": 0.7,
    }
    assert untouched == {"mode": "command"}


def test_going_back_keeps_the_verdict_that_was_given_last(store_settings: StoreSettings) -> None:
    upgrade(store_settings, "0004")
    engine = create_engine(database_url(store_settings, "sync"))
    with engine.begin() as connection:
        for statement in BEFORE:
            connection.execute(text(statement))
    upgrade(store_settings)
    with engine.begin() as connection:
        connection.execute(text(ELSEWHERE))
        command.downgrade(alembic_config(connection), "0004")
    with engine.connect() as connection:
        left = connection.execute(text("SELECT item, author, reason FROM feedback ORDER BY item, author")).all()
    upgrade(store_settings)
    engine.dispose()
    assert [tuple(row) for row in left] == [("a.b@12", "U", "said last"), ("a.b@12", "V", ""), ("c.d@", "U", "")]


WORKSPACE = "INSERT INTO workspaces (id, platform, external_id, settings) VALUES"
ARTICLE = "INSERT INTO articles (id, canonical_url, title, site, text, brief, read_at) VALUES"
SHARE = (
    "INSERT INTO shares (id, workspace_id, channel, message, author, url, shown_url, sections, state, attempt,"
    " article_id, shared_at) VALUES"
)
VERDICT = "INSERT INTO feedback (id, workspace_id, article_id, item, author, is_right, reason, given_at) VALUES"
BEFORE = (
    WORKSPACE + """ (1, 'slack', 'T1', '{"min_confidence": 0.7}'), (2, 'slack', 'T2', '{"mode": "command"}')""",
    f"{ARTICLE} (1, 'u', '', '', '', '', 0), (2, 'v', '', '', '', '', 0)",
    f"{SHARE} ('late', 1, 'C-LATER', 'm', 'U', 'u', 'u', '[]', 'answered', 1, 1, 9)",
    f"{SHARE} ('soon', 1, 'C-FIRST', 'm', 'U', 'u', 'u', '[]', 'answered', 1, 1, 3)",
    f"{VERDICT} (1, 1, 1, 'a.b@12', 'U', false, '', 0), (2, 1, 2, 'c.d@', 'U', true, '', 0)",
)
ELSEWHERE = """
INSERT INTO feedback
 (id, workspace_id, channel, article_id, item, author, is_right, reason, given_at, check_name, words) VALUES
 (3, 1, 'C-LATER', 1, 'a.b@12', 'U', true, 'said last', 9, 'a.b', ''),
 (4, 1, 'C-THIRD', 1, 'a.b@12', 'U', true, 'said before', 5, 'a.b', ''),
 (5, 1, 'C-THIRD', 1, 'a.b@12', 'V', true, '', 5, 'a.b', '')
"""
