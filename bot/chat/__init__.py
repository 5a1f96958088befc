"""Thin adapters, one per platform."""
