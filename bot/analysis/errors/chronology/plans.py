"""Verbs and adjectives that point from the past to what was then still to come."""

from bot.analysis.errors.lexicon import word_set

PLANNING = word_set("agree announce delay expect fix move plan postpone say schedule set")
"""Words that announce: their time is that of what they announce."""

PLANS = PLANNING | word_set(
    "adjourn aim arrange ask begin book call decide defer due go have hope intend invite leave likely list need "
    "offer order promise propose push reschedule reserve summon target tell think urge vow want"
)
"""Those and all others behind which a time may lie ahead: "was to meet on Friday", "urged them to vote on Monday"."""
