"""Slips of single words in copy that is otherwise fine: a wrong form, a lost, added or confused word."""
