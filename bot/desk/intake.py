"""Which links of a message are answered."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.jobs.domains import is_allowed
from bot.jobs.reading import MAX_URL_LENGTH
from bot.links import find_links, never_article
from bot.ports import Incoming, Platform
from bot.settings import DeskSettings
from bot.store.shares import NewLink

LATEST_EDIT: Final = timedelta(days=1)
"""Edits of older messages are corrections, and bring no link that somebody waits for."""


def choose_links(
    markup: str, platform: Platform | None, settings: DeskSettings, *, explicit: bool = False
) -> list[NewLink]:
    """The links of a message to read, each article once, at most ``links_per_message`` of them.

    Links that can hold no article are passed over unless somebody asked for them by name; the
    domains that the settings rule out are passed over always.
    """
    chosen: dict[str, NewLink] = {}
    for link in find_links(markup, platform):
        if len(chosen) == settings.links_per_message:
            break
        url = link.canonical
        if url in chosen or len(url) > MAX_URL_LENGTH or not is_allowed(url, settings):
            continue
        if explicit or never_article(url) is None:
            chosen[url] = NewLink(url=url, shown_url=link.url)
    return list(chosen.values())


def only_new(links: Sequence[NewLink], incoming: Incoming) -> list[NewLink]:
    """Of the links of an edited message, those that were not in it before, as far as the platform tells."""
    earlier = {link.canonical for link in find_links(incoming.before or "", incoming.ref.platform)}
    return [link for link in links if link.url not in earlier]


def is_late_edit(incoming: Incoming, now: datetime) -> bool:
    """Whether a message was edited long after it was written."""
    return incoming.edited and incoming.written_at is not None and now - incoming.written_at > LATEST_EDIT


def said_at(incoming: Incoming) -> datetime | None:
    """When a message got the words that it has, by the platform's clock."""
    return incoming.edited_at if incoming.edited else incoming.written_at


def is_quiet(settings: DeskSettings, now: datetime) -> bool:
    """Whether ``now`` (with a time zone) lies in the quiet hours; they may run over midnight."""
    if not settings.quiet_hours:
        return False
    begin, end = (time.fromisoformat(part) for part in settings.quiet_hours.split("-"))
    clock = now.astimezone(ZoneInfo(settings.time_zone)).time()
    return begin <= clock < end if begin <= end else clock >= begin or clock < end
