"""The service behind every chat adapter: links, commands, settings, search."""
