"""Which links of a message are answered."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.jobs.domains import is_allowed
from bot.jobs.reading import MAX_URL_LENGTH
from bot.links import find_links, never_article
from bot.ports import Platform
from bot.settings import DeskSettings
from bot.store.shares import NewLink


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


def is_quiet(settings: DeskSettings, now: datetime) -> bool:
    """Whether ``now`` (with a time zone) lies in the quiet hours; they may run over midnight."""
    if not settings.quiet_hours:
        return False
    begin, end = (time.fromisoformat(part) for part in settings.quiet_hours.split("-"))
    clock = now.astimezone(ZoneInfo(settings.time_zone)).time()
    return begin <= clock < end if begin <= end else clock >= begin or clock < end
