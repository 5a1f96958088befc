"""What readers say about likely errors, and what that changes in a channel: given, seen, reset.

Everybody in a channel may judge; only who may change settings may see the sum and reset it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.brief import least_confidence
from bot.desk.configure import check_may_change
from bot.model import Record
from bot.ports import Workspace
from bot.settings import DeskSettings
from bot.store import articles, feedback
from bot.store.configuration import effective
from bot.store.database import Database
from bot.store.feedback import CheckCount, Finding, OwnVerdict, WordsCount
from bot.store.workspaces import known_id, workspace_id
from bot.verdicts import ARTICLES, VOTES, finding_key, pattern_id, words_of

LONGEST_REASON: Final = 2_000
REASONS: Final = 3
"""So many of the latest reasons are shown for a check."""
REASONS_LOOKED_AT: Final = 200
LONGEST_CHANNEL: Final = 128
ITEM: Final = re.compile(r"([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)@(?:title:)?[0-9]{0,9}")
"""The name of a finding, as :func:`bot.verdicts.finding_key` makes it."""
LONGEST_ITEM: Final = 128
NOTED: Final = "Thank you, it is noted."
TAKEN_BACK: Final = "Your verdict is taken back."

Effect = Literal["shown", "raised", "hidden"]


class CheckLine(Record):
    """What a channel's verdicts on one check come to.

    ``least`` is what the settings ask of its findings, ``needed`` what the verdicts make of that, and
    ``confidence`` the highest that a judged finding had. A check is hidden when no such finding is shown.
    ``reasons`` are the latest that readers gave, in their own words.
    """

    check: str
    right: int
    wrong: int
    articles: int
    confidence: float
    least: float
    needed: float
    reasons: tuple[str, ...] = ()

    @property
    def effect(self) -> Effect:
        """Whether its findings are shown as set, only when surer, or not at all."""
        if self.needed <= self.least:
            return "shown"
        return "raised" if self.confidence >= self.needed else "hidden"

    @property
    def described(self) -> str:
        """The effect in words."""
        match self.effect:
            case "shown" if 0 < self.articles < ARTICLES:
                return f"shown; counts once it was called wrong in {ARTICLES} articles, so far {self.articles}"
            case "shown":
                return "shown"
            case "raised":
                return f"raised to {self.needed:.2f}"
            case "hidden":
                return f"hidden: needs {self.needed:.2f}, its findings have at most {self.confidence:.2f}"


class WordsLine(Record):
    """Words that a check flagged and readers called wrong. ``missing`` verdicts more, and they are not flagged."""

    id: str
    check: str
    words: str
    right: int
    wrong: int
    missing: int

    @property
    def described(self) -> str:
        """The effect in words."""
        return f"flagged until {_verdicts(self.missing)} “wrong”" if self.missing else "not flagged any more"


class Overview(Record):
    """All that the verdicts of a channel changed."""

    checks: tuple[CheckLine, ...]
    words: tuple[WordsLine, ...]


class Verdicts:
    """The verdicts of every channel. Methods that name an ``author`` and ``is_admin`` raise
    :class:`bot.desk.NotAllowed` for who may not change settings."""

    def __init__(self, database: Database, defaults: DeskSettings) -> None:
        self._database = database
        self._defaults = defaults

    async def give(
        self,
        workspace: Workspace,
        channel: str,
        article: int,
        item: str,
        author: str,
        *,
        is_right: bool,
        reason: str = "",
    ) -> str | None:
        """Keeps a reader's verdict on one finding, in place of an earlier one; returns what to say about it.

        ``item`` is the finding's key, as in ``style.doubled-word@120``. None when the workspace has not
        read the article, or there can be no such finding.
        """
        async with self._database.write() as connection:
            owner = await workspace_id(connection, workspace)
            finding = await _finding(connection, owner, article, item)
            if finding is None or len(channel) > LONGEST_CHANNEL:
                return None
            said = _printable(reason)[:LONGEST_REASON]
            await feedback.give(connection, owner, channel, finding, author, is_right=is_right, reason=said)
            counted = await feedback.by_words(connection, owner, channel)
        same = [
            line for line in map(_words_line, counted) if (line.check, line.words) == (finding.check, finding.words)
        ]
        return NOTED if is_right or not same else f"{NOTED} {_consequence(same[0])}"

    async def take_back(self, workspace: Workspace, channel: str, article: int, item: str, author: str) -> str:
        """Forgets a reader's verdict on one finding; returns what to say about it."""
        async with self._database.write() as connection:
            owner = await known_id(connection, workspace)
            await feedback.take_back(connection, owner, channel, article=article, item=item, author=author)
        return TAKEN_BACK

    async def own(self, workspace: Workspace, channel: str, author: str) -> Mapping[str, Mapping[str, OwnVerdict]]:
        """What one reader said in a channel: by the id of the reply, then by finding."""
        async with self._database.read() as connection:
            return await feedback.own(connection, await known_id(connection, workspace), channel, author)

    # ---- for who may change settings -------------------------------------------------------------

    async def overview(self, workspace: Workspace, channel: str, *, author: str, is_admin: bool) -> Overview:
        """What the verdicts of a channel changed."""
        await self._check(workspace, author, is_admin)
        async with self._database.read() as connection:
            owner = await known_id(connection, workspace)
            settings = await effective(connection, workspace, channel, self._defaults)
            checks = await feedback.by_check(connection, owner, channel)
            words = await feedback.by_words(connection, owner, channel)
            reasons = await feedback.reasons(connection, owner, channel, REASONS_LOOKED_AT)
        said = {one.check: [other.text for other in reasons if other.check == one.check] for one in checks}
        return Overview(
            checks=tuple(_check_line(one, settings, said[one.check][:REASONS]) for one in checks),
            words=tuple(map(_words_line, words)),
        )

    async def reset(
        self, workspace: Workspace, channel: str, check: str | None = None, *, author: str, is_admin: bool
    ) -> int:
        """Forgets the verdicts of a channel, on one check or on all; returns how many there were."""
        await self._check(workspace, author, is_admin)
        async with self._database.write() as connection:
            owner = await known_id(connection, workspace)
            return await feedback.reset(connection, owner, channel, check)

    async def flag_again(self, workspace: Workspace, channel: str, words: str, *, author: str, is_admin: bool) -> bool:
        """Lets words be flagged again, by the id of their line; the verdicts still count for the check."""
        await self._check(workspace, author, is_admin)
        async with self._database.write() as connection:
            owner = await known_id(connection, workspace)
            for one in await feedback.by_words(connection, owner, channel):
                if pattern_id(one.check, one.words) == words:
                    return await feedback.forget_words(connection, owner, channel, one.check, one.words)
        return False

    async def _check(self, workspace: Workspace, author: str, is_admin: bool) -> None:
        await check_may_change(self._database, workspace, self._defaults, author, is_admin)


async def _finding(connection: AsyncConnection, owner: int, article: int, item: str) -> Finding | None:
    """The finding that a key names. One that a newer reading of the article lacks is known by its check alone."""
    named = ITEM.fullmatch(item)
    brief = await articles.load_brief_for(connection, owner, article) if named and len(item) <= LONGEST_ITEM else None
    if named is None or brief is None:
        return None
    for error in brief.errors:
        if finding_key(error) == item:
            return Finding(
                article=article,
                item=item,
                check=error.check,
                words=words_of(error),
                severity=error.severity,
                confidence=error.confidence,
            )
    return Finding(article=article, item=item, check=named[1])


def _printable(text: str) -> str:
    """Text that every database keeps and no reader is misled by: no control, direction or half characters."""
    return "".join(character for character in text if character.isprintable() or character in "\n\t")


def _check_line(count: CheckCount, settings: DeskSettings, reasons: Sequence[str]) -> CheckLine:
    least = least_confidence(settings, count.severity)
    return CheckLine(
        check=count.check,
        **count.tally.model_dump(),
        confidence=1.0 if count.confidence is None else count.confidence,
        least=least,
        needed=count.tally.needed(count.severity, least),
        reasons=tuple(reasons),
    )


def _words_line(count: WordsCount) -> WordsLine:
    return WordsLine(
        id=pattern_id(count.check, count.words),
        check=count.check,
        words=count.words,
        right=count.right,
        wrong=count.wrong,
        missing=max(0, VOTES[count.severity] - (count.wrong - count.right)),
    )


def _verdicts(number: int) -> str:
    return f"{number} more verdict" if number == 1 else f"{number} more verdicts"


def _consequence(line: WordsLine) -> str:
    if line.missing:
        return f"After {_verdicts(line.missing)} like it, this check does not flag these words here any more."
    return "This check does not flag these words here any more."
