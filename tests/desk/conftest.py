from tests.databases import database, postgres_server, store_settings

__all__ = ["database", "postgres_server", "store_settings"]
