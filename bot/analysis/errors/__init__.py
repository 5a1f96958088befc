"""One check a file, found through the registry."""
