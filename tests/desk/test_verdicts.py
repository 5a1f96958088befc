"""Verdicts through the desk: what they change and where, who may see it, and what nobody can break with them."""

import pytest

from bot.desk import Desk, NotAllowed
from bot.jobs import Engine, Parts
from bot.model import Article, Brief, LikelyError, ModelInfo, Validators
from bot.ports import Platform, Workspace
from bot.settings import DeskSettings, Settings
from bot.store import articles
from bot.store.database import Database
from bot.store.workspaces import workspace_id
from tests.jobs.parts import Copyist, Library, Quoter

HERE = Workspace(platform=Platform.SLACK, id="T1")
ELSEWHERE = Workspace(platform=Platform.DISCORD, id="77")
ADMIN = {"author": "boss", "is_admin": True}
TITLE, TEXT = "Kim Kim resigns", "The the quay is shut. No one no one knows why."
DOUBLED, IN_TITLE = "typo.doubled-word@0", "typo.doubled-word@title:0"
NEGATED, SPUN = "fact.negated@22", "document.spun@"
SURE = {"confidence": 0.9, "message": "Possible."}


@pytest.fixture
def desk(database: Database) -> Desk:
    parts = Parts(Settings(), database, Library(), Copyist(), Quoter(), {})
    return Desk(database, Engine(parts, "never started", works=False), DeskSettings())


async def read(desk: Desk, number: int = 0, *workspaces: Workspace, text: str = TEXT) -> int:
    """An article with up to four likely errors, as some workspaces have read it."""
    article = Article(title=TITLE, text=text, url=f"https://news.example/{number}")
    known = [
        LikelyError(**article.span(0, 7).model_dump(), check="typo.doubled-word", severity="minor", **SURE),
        LikelyError(**article.span(0, 7, "title").model_dump(), check="typo.doubled-word", severity="minor", **SURE),
        LikelyError(check="document.spun", severity="major", **SURE),
    ]
    if text == TEXT:
        span = article.span(22, 35).model_dump()
        known.append(LikelyError(**span, check="fact.negated", severity="critical", **SURE))
    brief = Brief(id="1", url=article.url, article=article, errors=known, model=ModelInfo(name="none", version="1"))
    async with desk.database.write() as connection:
        kept = await articles.save(connection, article.url or "", brief, Validators())
        owners = [await workspace_id(connection, workspace) for workspace in workspaces or (HERE,)]
        await articles.note_reading(connection, owners, kept)
    return kept


async def shown(desk: Desk, article: int, channel: str = "C1", workspace: Workspace = HERE) -> set[str]:
    """The findings that a channel is shown unasked, by check and field."""
    selection = await desk.selection(workspace, channel, article)
    assert selection is not None
    return {f"{error.check}:{error.text}" for error in selection.brief.errors[: selection.worth.errors]}


async def wrong(desk: Desk, article: int, item: str, author: str = "ann", channel: str = "C1") -> str | None:
    return await desk.verdicts.give(HERE, channel, article, item, author, is_right=False)


async def test_a_channel_learns_alone(desk: Desk) -> None:
    article = await read(desk, 0, HERE, ELSEWHERE)
    everything = await shown(desk, article)
    assert len(everything) == 4
    assert "any more" in (await wrong(desk, article, DOUBLED) or "")
    assert await shown(desk, article) == everything - {"typo.doubled-word:The the"}
    assert await shown(desk, article, "C2") == everything
    assert await shown(desk, article, "C1", ELSEWHERE) == everything
    assert (await desk.verdicts.overview(HERE, "C2", **ADMIN)).checks == ()
    assert (await desk.verdicts.overview(ELSEWHERE, "C1", **ADMIN)).checks == ()
    assert await desk.verdicts.reset(ELSEWHERE, "C1", **ADMIN) == 0
    assert await desk.verdicts.own(ELSEWHERE, "C1", "ann") == {}


async def test_findings_of_the_headline_are_told_apart(desk: Desk) -> None:
    article = await read(desk)
    await wrong(desk, article, IN_TITLE)
    assert {"typo.doubled-word:The the"} <= await shown(desk, article)
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).words
    assert line.words == "kim kim"


async def test_a_critical_finding_stays_until_two_say_wrong(desk: Desk) -> None:
    article = await read(desk)
    assert "After 1 more verdict" in (await wrong(desk, article, NEGATED) or "")
    assert "After 1 more verdict" in (await wrong(desk, article, NEGATED) or ""), "the same person counts once"
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).words
    assert line.described == "flagged until 1 more verdict “wrong”"
    assert "fact.negated:No one no one" in await shown(desk, article)
    await wrong(desk, article, NEGATED, "bob")
    selection = await desk.selection(HERE, "C1", article)
    assert selection is not None
    assert selection.worth.withheld == 1
    assert "fact.negated" in [error.check for error in selection.brief.errors], "still there for who asks for all"


async def test_one_person_changes_a_check_only_by_coming_back(desk: Desk) -> None:
    for number in range(2):
        article = await read(desk, number)
        for author in ("ann", "bob", "cy", "di"):
            await wrong(desk, article, SPUN, author)
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).checks
    assert (line.wrong, line.effect) == (8, "shown")
    assert "so far 2" in line.described
    third = await read(desk, 2)
    await wrong(desk, third, SPUN)
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).checks
    assert (line.effect, line.confidence) == ("hidden", 0.9)
    assert "document.spun:" not in await shown(desk, third)
    assert await desk.verdicts.reset(HERE, "C1", "document.spun", **ADMIN) == 9
    assert "document.spun:" in await shown(desk, third)


async def test_a_verdict_on_what_a_new_reading_lacks_counts_for_the_check(desk: Desk) -> None:
    article = await read(desk)
    assert await read(desk, text="The the quay is open.") == article
    assert await wrong(desk, article, NEGATED)
    overview = await desk.verdicts.overview(HERE, "C1", **ADMIN)
    assert [(line.check, line.wrong) for line in overview.checks] == [("fact.negated", 1)]
    assert overview.words == ()


@pytest.mark.parametrize(
    "item",
    ["", "typo", "@1", "typo.x", "Typo.X@1", "typo.x@1; DROP TABLE", "typo.x@1\x00", "a.b@" + "1" * 5000, "a.b@-1"],
)
async def test_what_names_no_finding_is_refused(desk: Desk, item: str) -> None:
    article = await read(desk)
    assert await wrong(desk, article, item) is None
    assert (await desk.verdicts.overview(HERE, "C1", **ADMIN)).checks == ()


@pytest.mark.parametrize(
    "reason", ["\x00\x1b[31m", "half \ud800", "\u202eturned", "x" * 100_000, "'); DROP TABLE feedback; --"]
)
async def test_no_reason_breaks_anything(desk: Desk, reason: str) -> None:
    article = await read(desk)
    await desk.verdicts.give(HERE, "C1", article, SPUN, "ann", is_right=False, reason=f"It is fine. {reason}")
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).checks
    (kept,) = line.reasons
    assert kept.startswith("It is fine. ")
    assert len(kept) <= 2_000
    assert kept.isprintable()


async def test_only_who_may_configure_sees_and_resets(desk: Desk) -> None:
    article = await read(desk)
    await wrong(desk, article, DOUBLED)
    eve = {"author": "eve", "is_admin": False}
    with pytest.raises(NotAllowed):
        await desk.verdicts.overview(HERE, "C1", **eve)
    with pytest.raises(NotAllowed):
        await desk.verdicts.reset(HERE, "C1", **eve)
    (line,) = (await desk.verdicts.overview(HERE, "C1", **ADMIN)).words
    with pytest.raises(NotAllowed):
        await desk.verdicts.flag_again(HERE, "C1", line.id, **eve)
    assert not await desk.verdicts.flag_again(HERE, "C2", line.id, **ADMIN)
    assert await desk.verdicts.flag_again(HERE, "C1", line.id, **ADMIN)
    assert not await desk.verdicts.flag_again(HERE, "C1", line.id, **ADMIN)


async def test_a_forgotten_article_takes_the_verdicts_on_it_along(desk: Desk) -> None:
    article = await read(desk)
    await wrong(desk, article, DOUBLED)
    await desk.forget(HERE, article)
    assert await wrong(desk, article, DOUBLED) is None
    assert (await desk.verdicts.overview(HERE, "C1", **ADMIN)).checks == ()


async def test_thresholds_are_inherited_and_all_else_is_left_for_who_asks(desk: Desk) -> None:
    article = await read(desk)
    for changes, channel in (({"min_confidence_minor": 0.95}, None), ({"min_confidence_major": 0.95}, "C1")):
        await desk.change_settings(HERE, channel, changes, **ADMIN)
    assert await shown(desk, article) == {"fact.negated:No one no one"}
    assert await shown(desk, article, "C2") == {"fact.negated:No one no one", "document.spun:"}
    selection = await desk.selection(HERE, "C1", article)
    assert selection is not None
    assert len(selection.brief.errors) == 4
