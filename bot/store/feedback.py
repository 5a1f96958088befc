"""What readers said about the findings, and what their verdicts come to in each channel."""

import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, delete, distinct, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record, Severity
from bot.store.tables import feedback, outbox, shares
from bot.store.upsert import insert
from bot.verdicts import Lessons, Tally

_SEVERITIES: tuple[Severity, ...] = ("minor", "major", "critical")
_GRAVITY: Any = case(*((feedback.c.severity == severity, place) for place, severity in enumerate(_SEVERITIES)), else_=0)
_IS_WRONG = case((feedback.c.is_right, 0), else_=1)
_BALANCE = func.sum(case((feedback.c.is_right, -1), else_=1))
_ARTICLES_WITH_WRONG = func.count(distinct(case((feedback.c.is_right, None), else_=feedback.c.article_id)))


class Finding(Record):
    """A finding that is judged. ``severity`` and ``confidence`` are None when the brief no longer holds it."""

    article: int
    item: str
    check: str
    words: str = ""
    severity: Severity | None = None
    confidence: float | None = None


class CheckCount(Record):
    """The verdicts of a channel on one check, and the gravest and surest of the findings judged."""

    check: str
    tally: Tally
    severity: Severity
    confidence: float | None


class Reason(Record):
    """Why a reader called a finding of a check wrong."""

    check: str
    text: str


class WordsCount(Record):
    """The verdicts of a channel on findings of one check with the same words."""

    check: str
    words: str
    right: int
    wrong: int
    severity: Severity


class OwnVerdict(Record):
    """What one reader said about a finding."""

    is_right: bool
    reason: str


async def give(
    connection: AsyncConnection, owner: int, channel: str, finding: Finding, author: str, *, is_right: bool, reason: str
) -> None:
    """Keeps one reader's verdict on one finding in a channel; a later verdict replaces the earlier one."""
    judged = {
        "is_right": is_right,
        "reason": reason,
        "given_at": time.time(),
        "words": finding.words,
        "severity": finding.severity,
        "confidence": finding.confidence,
    }
    fresh = insert(connection, feedback).values(
        workspace_id=owner,
        channel=channel,
        article_id=finding.article,
        item=finding.item,
        author=author,
        check_name=finding.check,
        **judged,
    )
    same = ["workspace_id", "channel", "article_id", "item", "author"]
    await connection.execute(fresh.on_conflict_do_update(index_elements=same, set_=judged))


async def take_back(
    connection: AsyncConnection, owner: int, channel: str, *, article: int, item: str, author: str
) -> bool:
    """Deletes one reader's verdict on a finding; False when there was none."""
    one = (feedback.c.article_id == article) & (feedback.c.item == item) & (feedback.c.author == author)
    return (await connection.execute(delete(feedback).where(_in(owner, channel), one))).rowcount > 0


async def own(
    connection: AsyncConnection, owner: int, channel: str, author: str
) -> Mapping[str, dict[str, OwnVerdict]]:
    """What one reader said about the findings of the replies in a channel: by the id of the reply, then by finding."""
    query = (
        select(outbox.c.posted_id, feedback.c.item, feedback.c.is_right, feedback.c.reason)
        .join(shares, (shares.c.article_id == feedback.c.article_id) & (shares.c.workspace_id == owner))
        .join(outbox, outbox.c.share_id == shares.c.id)
        .where(_in(owner, channel), feedback.c.author == author, shares.c.channel == channel)
        .where(outbox.c.posted_id.is_not(None))
    )
    said: dict[str, dict[str, OwnVerdict]] = {}
    for row in await connection.execute(query):
        said.setdefault(row.posted_id, {})[row.item] = OwnVerdict(is_right=row.is_right, reason=row.reason)
    return said


async def lessons(connection: AsyncConnection, owner: int, channel: str) -> Lessons:
    """What the verdicts of a channel come to."""
    return Lessons(
        tallies={one.check: one.tally for one in await by_check(connection, owner, channel)},
        votes={(one.check, one.words): one.wrong - one.right for one in await by_words(connection, owner, channel)},
    )


async def by_check(connection: AsyncConnection, owner: int, channel: str) -> list[CheckCount]:
    """The verdicts of a channel, counted for each check, by name."""
    query = (
        select(
            feedback.c.check_name,
            func.count().label("all"),
            func.sum(_IS_WRONG).label("wrong"),
            _ARTICLES_WITH_WRONG.label("articles"),
            func.max(_GRAVITY).label("gravity"),
            func.max(feedback.c.confidence).label("confidence"),
        )
        .where(_in(owner, channel))
        .group_by(feedback.c.check_name)
        .order_by(feedback.c.check_name)
    )
    return [
        CheckCount(
            check=row.check_name,
            tally=Tally(right=row.all - row.wrong, wrong=row.wrong, articles=row.articles),
            severity=_SEVERITIES[row.gravity],
            confidence=row.confidence,
        )
        for row in await connection.execute(query)
    ]


async def by_words(connection: AsyncConnection, owner: int, channel: str) -> list[WordsCount]:
    """The words that more readers of a channel called wrong than right, by check and words."""
    query = (
        select(
            feedback.c.check_name,
            feedback.c.words,
            func.count().label("all"),
            func.sum(_IS_WRONG).label("wrong"),
            func.max(_GRAVITY).label("gravity"),
        )
        .where(_in(owner, channel), feedback.c.words != "")
        .group_by(feedback.c.check_name, feedback.c.words)
        .having(_BALANCE > 0)
        .order_by(feedback.c.check_name, feedback.c.words)
    )
    return [
        WordsCount(
            check=row.check_name,
            words=row.words,
            right=row.all - row.wrong,
            wrong=row.wrong,
            severity=_SEVERITIES[row.gravity],
        )
        for row in await connection.execute(query)
    ]


async def reasons(connection: AsyncConnection, owner: int, channel: str, limit: int) -> list[Reason]:
    """Why findings were called wrong in a channel, the latest first."""
    query = (
        select(feedback.c.check_name, feedback.c.reason)
        .where(_in(owner, channel), feedback.c.reason != "")
        .order_by(feedback.c.given_at.desc(), feedback.c.id.desc())
        .limit(limit)
    )
    return [Reason(check=row.check_name, text=row.reason) for row in await connection.execute(query)]


async def forget_words(connection: AsyncConnection, owner: int, channel: str, check: str, words: str) -> bool:
    """Lets words be flagged again. The verdicts on them go on counting for their check; False when there were none."""
    same = (feedback.c.check_name == check) & (feedback.c.words == words)
    return (await connection.execute(update(feedback).where(_in(owner, channel), same).values(words=""))).rowcount > 0


async def reset(connection: AsyncConnection, owner: int, channel: str, check: str | None = None) -> int:
    """Deletes the verdicts of a channel, on one check or on all; returns how many there were."""
    chosen = delete(feedback).where(_in(owner, channel))
    if check is not None:
        chosen = chosen.where(feedback.c.check_name == check)
    return (await connection.execute(chosen)).rowcount


def _in(owner: int, channel: str) -> ColumnElement[bool]:
    return (feedback.c.workspace_id == owner) & (feedback.c.channel == channel)
