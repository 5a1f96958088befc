"""The aiohttp application: local desk, reports, health."""
