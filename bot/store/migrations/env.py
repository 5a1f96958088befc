"""Alembic's entry point: runs the migrations on the connection that ``bot.store.migrate`` opened."""

from alembic import context

from bot.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
