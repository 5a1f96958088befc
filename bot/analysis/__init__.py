"""Actors, quotations, demands, gist and likely errors of one article; knows nothing of chat."""
