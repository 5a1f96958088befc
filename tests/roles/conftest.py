from tests.databases import files, postgres_server

__all__ = ["files", "postgres_server"]
