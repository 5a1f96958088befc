from tests.databases import database, files, postgres_server, store_settings

__all__ = ["database", "files", "postgres_server", "store_settings"]
