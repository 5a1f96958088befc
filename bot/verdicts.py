"""What a channel's readers teach: how their verdicts on likely errors change what is shown there.

The rule is explained with numbers in ``docs/feedback.md``. It is a beta-binomial estimate: the
confidence that the bot states for a finding counts as so many verdicts (:data:`WEIGHT`) given before
anybody judged, and the channel's own verdicts on the same check are added to them.

May use the domain types only; storage counts the verdicts, ``bot/brief.py`` applies the rule.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from bot.model import LikelyError, Record, Severity

WEIGHT: Final[Mapping[Severity, int]] = {"minor": 8, "major": 8, "critical": 16}
"""How many verdicts the bot's own confidence counts for."""
ARTICLES: Final = 3
"""A check keeps its threshold until findings of it were called wrong in so many different articles."""
VOTES: Final[Mapping[Severity, int]] = {"minor": 1, "major": 1, "critical": 2}
"""By how many the verdicts "wrong" must outnumber "right" before the same words are not shown again."""
TELLING: Final = 5
"""Letters from which on a single word is known again by itself."""
LONGEST_WORDS: Final = 200
"""Characters of normalised words that are kept and compared."""

_WORD: Final = re.compile(r"\w+(?:['’.,]\w+)*")


def finding_key(error: LikelyError) -> str:
    """The name of a finding within its article, as in ``style.doubled-word@120``, ``…@title:3``, ``document.spun@``."""
    place = "" if error.start is None else str(error.start)
    return f"{error.check}@{'title:' if error.field == 'title' and place else ''}{place}"


def words_of(error: LikelyError) -> str:
    """The words by which a finding is known again in another article: its own, then those of its evidence.

    Case, spacing and punctuation do not count. Empty when they are too few to tell it from others of its
    check: a mark, or a short word (“he”, “a”) that stands alone.
    """
    own = _words(error.text)
    beside = [word for span in error.evidence if span.text != error.text for word in _words(span.text)]
    if not own or not (beside or len(own) > 1 or len(own[0]) >= TELLING):
        return ""
    return " ".join([*own, "/", *beside] if beside else own)[:LONGEST_WORDS].rstrip()


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'"))


def pattern_id(check: str, words: str) -> str:
    """A short name for the words that one check does not flag any more."""
    return hashlib.sha256(f"{check}\n{words}".encode()).hexdigest()[:16]


class Tally(Record):
    """The verdicts of a channel on one check. ``articles`` is in how many a finding was called wrong."""

    right: int = 0
    wrong: int = 0
    articles: int = 0

    def needed(self, severity: Severity, least: float) -> float:
        """The confidence that a finding of the check needs, where the settings ask for ``least``.

        Above 1 no finding of the check is shown. Never below ``least``: verdicts "right" only weigh
        against those that say "wrong".
        """
        if self.articles < ARTICLES:
            return least
        surplus = least * (self.right + self.wrong) - self.right
        return max(least, least + surplus / WEIGHT[severity])


class Lessons(Record):
    """All that the verdicts of one channel change.

    ``tallies`` are by check; ``votes`` say for a check and the words of its findings by how many
    "wrong" outnumbers "right".
    """

    tallies: Mapping[str, Tally] = {}
    votes: Mapping[tuple[str, str], int] = {}

    def withhold(self, error: LikelyError, least: float) -> bool:
        """Whether a finding that reaches ``least`` is not shown, because of what readers said."""
        if self.votes and self.votes.get((error.check, words_of(error)), 0) >= VOTES[error.severity]:
            return True
        tally = self.tallies.get(error.check)
        return tally is not None and error.confidence < tally.needed(error.severity, least)


NO_LESSONS: Final = Lessons()
