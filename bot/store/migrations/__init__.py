"""Migrations, run by :mod:`bot.store.migrate`."""
