"""The desk: one service behind Slack, Discord and the local desk."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import metrics
from bot.brief import Selection, select, with_comparisons
from bot.desk.answers import Answer, Report
from bot.desk.commands import EVERYTHING, HELP, markup_of, understand
from bot.desk.configure import change, check_may_change
from bot.desk.intake import choose_links, is_late_edit, is_quiet, only_new, said_at
from bot.desk.verdicts import Verdicts
from bot.jobs import Engine
from bot.jobs.replies import withdraw
from bot.links import canonicalise, find_links
from bot.model import Brief
from bot.ports import Command, Incoming, MessageRef, Platform, Workspace
from bot.settings import DeskSettings, SectionName
from bot.store import articles, documents, feedback, outbox, pages, reports, retention, shares, versions
from bot.store import search as search_store
from bot.store.configuration import effective
from bot.store.database import Database
from bot.store.documents import DOCUMENT_SCHEME
from bot.store.search import Hit
from bot.store.shares import NewLink
from bot.store.workspaces import Patch, known_id, workspace_id

log = logging.getLogger(__name__)

MAX_DOCUMENT_BYTES = 5_000_000
SEARCH_LIMIT = 10


class Desk:
    """What people can ask of the bot. Opened with :func:`bot.desk.open_desk`.

    When a method returns, what it promised is on disk. Every method raises
    :class:`bot.store.errors.StorageUnavailable` when it cannot promise; the caller then does not
    acknowledge the event, so that the platform delivers it again.
    """

    def __init__(self, database: Database, engine: Engine, defaults: DeskSettings) -> None:
        self.database = database
        self._engine = engine
        self._defaults = defaults
        self.verdicts = Verdicts(database, defaults)

    @property
    def works(self) -> bool:
        """Whether this process reads and posts itself, rather than leave that to others."""
        return self._engine.works

    @property
    def is_running(self) -> bool:
        """Whether the jobs behind the desk run."""
        return self._engine.is_running

    # ---- links -----------------------------------------------------------------------------------

    async def handle_message(self, incoming: Incoming) -> int:
        """Takes over the links and files of a message; returns how many are new and will be answered.

        Bots are ignored. A message that is delivered again brings nothing, an edited one only its new links.
        What is ignored, for the mode or the quiet hours when it was said, stays so until somebody asks for it.
        """
        now = datetime.now(UTC)
        if incoming.is_bot or is_late_edit(incoming, now):
            return 0
        settings = await self.settings_for(incoming.ref.home, incoming.ref.channel)
        links = only_new(choose_links(incoming.markup, incoming.ref.platform, settings), incoming)
        is_ignored = settings.mode != "automatic" or is_quiet(settings, said_at(incoming) or now)
        return await self._accept(incoming, links, state="ignored" if is_ignored else "waiting")

    async def handle_reaction(self, incoming: Incoming, reaction: str) -> int:
        """Takes over the links of a message that somebody marked with a reaction; counts as :meth:`handle_message`."""
        settings = await self.settings_for(incoming.ref.home, incoming.ref.channel)
        if settings.mode == "command" or reaction.strip(":") != settings.reaction:
            return 0
        return await self.brief_message(incoming)

    async def brief_message(self, incoming: Incoming) -> int:
        """Takes over the links of a message that somebody asked to have briefed, whatever the mode."""
        settings = await self.settings_for(incoming.ref.home, incoming.ref.channel)
        links = choose_links(incoming.markup, incoming.ref.platform, settings, explicit=True)
        return await self._accept(incoming, links, explicit=True)

    async def handle_deletion(self, ref: MessageRef) -> int:
        """Withdraws the replies to a message that was deleted, unless the settings keep them; returns how many stood.

        Raises what the platform's adapter raises; the event should be delivered again then.
        """
        settings = await self.settings_for(ref.home, ref.channel)
        if settings.when_deleted == "keep":
            return 0
        async with self.database.write() as connection:
            ended = await shares.withdraw(connection, ref)
        return await withdraw(self._engine.parts, ref, ended)

    async def _accept(
        self,
        incoming: Incoming,
        links: Sequence[NewLink],
        *,
        explicit: bool = False,
        sections: Sequence[SectionName] = (),
        whole: bool = False,
        state: Literal["waiting", "ignored"] = "waiting",
    ) -> int:
        files = [file for file in incoming.documents if 0 < len(file.body) <= MAX_DOCUMENT_BYTES]
        if not links and not files:
            return 0
        async with self.database.write() as connection:
            is_new = await shares.note_message(connection, incoming.ref, incoming.author)
            if not explicit and await _is_past(connection, incoming, is_new=is_new):
                return 0
            owner = await workspace_id(connection, incoming.ref.home)
            handed_in = [
                NewLink(url=DOCUMENT_SCHEME + await documents.keep(connection, owner, file), shown_url=file.name)
                for file in files
            ]
            added = await shares.accept(
                connection,
                incoming.ref,
                incoming.author,
                [*links, *handed_in],
                explicit=explicit or bool(files),
                sections=sections,
                whole=whole,
                state=state,
            )
        if state == "ignored":
            return 0
        metrics.LINKS_SEEN.labels(incoming.ref.platform).inc(len(added))
        await self._engine.submit(added)
        return len(added)

    # ---- commands --------------------------------------------------------------------------------

    async def handle_command(self, command: Command) -> Answer:
        """Answers ``/brief …`` at once; a brief it asks for follows as a reply to the command."""
        instruction = understand(command)
        if instruction.verb == "search":
            return await self._answer_search(command, instruction.rest)
        if instruction.verb == "forget":
            return await self._answer_forget(command, instruction.rest)
        if instruction.verb == "help":
            return Answer(text=HELP)
        settings = await self.settings_for(command.ref.home, command.ref.channel)
        links = choose_links(instruction.rest, markup_of(command.ref.platform), settings, explicit=True)
        if not links and find_links(instruction.rest, markup_of(command.ref.platform)):
            return Answer(
                text="That link is not read here: the settings rule its site out, or its address is too long."
            )
        if not links:
            return Answer(text=f"There is no link to read in “{instruction.rest[:200]}”.\n{HELP}")
        incoming = Incoming(ref=command.ref, author=command.author, markup=instruction.rest)
        await self._accept(incoming, links, explicit=True, sections=instruction.sections, whole=instruction.whole)
        return Answer(text="Reading " + ", ".join(link.shown_url for link in links) + " …")

    async def _answer_search(self, command: Command, words: str) -> Answer:
        if not words:
            return Answer(text="Say what to search for, as in: /brief search sanctions grain")
        hits = await self.search(command.ref.home, words)
        if not hits:
            return Answer(text=f"Nothing that was read here holds “{words[:200]}”.")
        return Answer(text=f"Read here before, on “{words[:200]}”:", hits=tuple(hits))

    async def _answer_forget(self, command: Command, link: str) -> Answer:
        await self.check_may_change(command.ref.home, command.author, command.is_admin)
        if link.lower() == EVERYTHING:
            await self.forget(command.ref.home)
            return Answer(text="All that was read here is forgotten, and so are the settings and verdicts.")
        found = await self.find_article(command.ref.home, link)
        if found is None or not await self.forget(command.ref.home, found):
            return Answer(text="That article was not read here.")
        return Answer(text="The article is forgotten.")

    # ---- what was read ---------------------------------------------------------------------------

    async def search(self, workspace: Workspace, words: str, limit: int = SEARCH_LIMIT) -> list[Hit]:
        """What a workspace has read that holds every word, best first."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            return await search_store.search(connection, owner, words, limit)

    async def brief(self, workspace: Workspace, article: int) -> Brief | None:
        """The brief of an article that a workspace has read."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            known = await articles.load_brief_for(connection, owner, article)
            shown = await versions.known_comparisons(connection, owner, article)
        return with_comparisons(known, shown, self._engine.parts.settings.brief) if known else None

    async def selection(self, workspace: Workspace, channel: str, article: int) -> Selection | None:
        """The brief of an article that a workspace has read, as one of its channels wants it."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            known = await articles.load_brief_for(connection, owner, article)
            shown = await versions.known_comparisons(connection, owner, article)
            settings = await effective(connection, workspace, channel, self._defaults)
            lessons = await feedback.lessons(connection, owner, channel)
        if known is None:
            return None
        return select(with_comparisons(known, shown, self._engine.parts.settings.brief), settings, lessons)

    async def report(self, token: str) -> Report | None:
        """What the link to a report shows, as its workspace wants it; None for a wrong link and a forgotten article."""
        async with self.database.read() as connection:
            found = await reports.find(connection, token)
            if found is None:
                return None
            settings = await effective(connection, found.workspace, None, self._defaults)
        brief = with_comparisons(found.brief, found.comparisons, self._engine.parts.settings.brief)
        selection = select(brief, settings)
        return Report(brief=selection.brief, worth=selection.worth, sections=tuple(settings.sections))

    async def report_url(self, workspace: Workspace, article: int) -> str | None:
        """The link to the report of an article that a workspace has read; None when there are no such links."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            return await reports.link(connection, self._engine.parts.settings.web.public_url, owner, article)

    async def article_of_reply(self, workspace: Workspace, posted: str) -> int | None:
        """The id of the article that one of our own messages is about."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            return await outbox.article_of(connection, owner, posted)

    async def find_article(self, workspace: Workspace, link: str) -> int | None:
        """The id of an article that a workspace has read, by any address it was shared under."""
        async with self.database.read() as connection:
            owner = await known_id(connection, workspace)
            outcome = await pages.outcome(connection, _address_in(link, workspace.platform))
            if outcome.article_id is None:
                return None
            seen = await articles.has_read(connection, owner, outcome.article_id)
        return outcome.article_id if seen else None

    async def forget(self, workspace: Workspace, article: int | None = None) -> bool:
        """Removes one article from a workspace, or everything when ``article`` is None."""
        async with self.database.write() as connection:
            owner = await workspace_id(connection, workspace)
            if article is not None:
                return await retention.forget_article(connection, owner, article)
            await retention.forget_workspace(connection, owner)
            await retention.note_forgotten(connection, workspace)
        return True

    # ---- settings --------------------------------------------------------------------------------

    async def settings_for(self, workspace: Workspace, channel: str | None) -> DeskSettings:
        """The settings in force in a channel, or in the workspace when ``channel`` is None."""
        async with self.database.read() as connection:
            return await effective(connection, workspace, channel, self._defaults)

    async def check_may_change(self, workspace: Workspace, author: str, is_admin: bool) -> None:
        """Raises :class:`bot.desk.NotAllowed` unless somebody may change settings and forget articles."""
        await check_may_change(self.database, workspace, self._defaults, author, is_admin)

    async def change_settings(
        self, workspace: Workspace, channel: str | None, changes: Patch, *, author: str, is_admin: bool
    ) -> DeskSettings:
        """Changes settings by name and returns those in force; None gives a setting back to what it inherits.

        Raises :class:`bot.desk.NotAllowed` and :class:`bot.desk.SettingsRefused`.
        """
        await self.check_may_change(workspace, author, is_admin)
        return await change(self.database, workspace, channel, self._defaults, changes)


async def _is_past(connection: AsyncConnection, incoming: Incoming, *, is_new: bool) -> bool:
    """Whether a message was dealt with already, or is of a time of which everything was to be forgotten."""
    if not is_new and not incoming.edited:
        return True
    return incoming.written_at is not None and incoming.written_at.timestamp() <= await retention.forgotten_at(
        connection, incoming.ref.home
    )


def _address_in(words: str, platform: Platform) -> str:
    """The canonical form of the first link in some words, in the platform's markup or plain."""
    found = find_links(words, platform) or find_links(words)
    return found[0].canonical if found else canonicalise(words)
