"""Every check there is. The order is that of the documentation."""

from bot.analysis.errors.checks.article_number import a_or_an, article_plural
from bot.analysis.errors.checks.boilerplate import boilerplate, title_suffix
from bot.analysis.errors.checks.doubled_word import doubled_word
from bot.analysis.errors.checks.function_words import function_words
from bot.analysis.errors.checks.misplaced_mark import misplaced_mark
from bot.analysis.errors.checks.same_word_joined import same_word_joined
from bot.analysis.errors.checks.stray_stop import stray_stop
from bot.analysis.errors.checks.unbalanced_mark import unbalanced_mark
from bot.analysis.errors.checks.weekday_date import impossible_date, weekday_date
from bot.analysis.errors.registry import Check

CHECKS: tuple[Check, ...] = (
    misplaced_mark,
    unbalanced_mark,
    boilerplate,
    title_suffix,
    doubled_word,
    same_word_joined,
    function_words,
    article_plural,
    a_or_an,
    stray_stop,
    weekday_date,
    impossible_date,
)
"""All checks, those that are off by default included. Ids are unique."""
