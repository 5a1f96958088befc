"""Demands: who wants whom to do, stop or not do what."""

from bot.analysis.demands.finding import find_demands

__all__ = ["find_demands"]
