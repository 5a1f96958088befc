"""A brief laid out for people, before any platform's markup: sections of items, items of styled runs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.brief import Worth
from bot.links import same_site
from bot.model import Actor, Brief, LikelyError, Span
from bot.render import grounds, wording
from bot.render.cleaning import clean, safe_url
from bot.render.limits import GIST_SENTENCE
from bot.render.picture.figure import Figure, figure_of
from bot.render.runs import Run
from bot.settings import BriefSettings, SectionName
from bot.verdicts import finding_key

SECTIONS: Final[tuple[SectionName, ...]] = ("gist", "errors", "demands", "actors")
TITLES: Final[dict[SectionName, str]] = {
    "gist": "In short",
    "errors": "Likely errors",
    "demands": "Who wants what",
    "actors": "Who matters",
}

Tone = Literal["plain", "minor", "major", "critical"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line: an actor, a demand, a finding or a sentence of the gist. ``evidence`` is where it stands.

    ``place`` says in words where the first piece of evidence is; empty without any. ``key`` names a likely
    error for feedback: the check, ``@``, and where it stands (see :func:`bot.verdicts.finding_key`).
    """

    runs: tuple[Run, ...]
    evidence: tuple[Span, ...] = ()
    place: str = ""
    tone: Tone = "plain"
    check: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A section: its items best first, of which ``count`` are worth it, and ``shown`` are shown when there is room.

    ``command`` is what somebody types to see the rest.
    """

    name: SectionName
    title: str
    items: tuple[Item, ...]
    count: int
    shown: int
    command: str

    @property
    def below(self) -> int:
        """How many items are not worth showing unasked."""
        return len(self.items) - self.count


@dataclass(frozen=True, slots=True)
class Card:
    """A whole brief. ``facts`` are site, author, date and length; ``notes`` what the reader must know first.

    ``wording`` names the wording of the article that all evidence is in (see :attr:`bot.model.Article.wording`).
    ``figure`` is what the picture beside the demands shows; None when there is nothing to draw.
    """

    title: str
    url: str | None
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    groups: tuple[Group, ...]
    figure: Figure | None
    missing: str | None
    footer: str
    wording: str


def lay_out(
    brief: Brief,
    sections: Sequence[SectionName] = SECTIONS,
    settings: BriefSettings | None = None,
    *,
    worth: Worth | None = None,
    full: bool = False,
) -> Card:
    """The card of a brief: ``sections`` in that order; ``full`` shows every item of them that is worth it."""
    settings = settings or BriefSettings()
    items: dict[SectionName, tuple[Item, ...]] = {
        "gist": _gist(brief),
        "errors": tuple(_error(brief, error) for error in brief.errors),
        "demands": tuple(_item(brief, wording.demand_line(brief, demand), [demand]) for demand in brief.demands),
        "actors": tuple(
            _item(brief, wording.actor_line(actor), grounds.of_actor(brief, actor)) for actor in _actors(brief)
        ),
    }
    most: dict[SectionName, int] = {
        "gist": settings.gist_sentences,
        "errors": settings.max_errors,
        "demands": settings.max_demands,
        "actors": settings.max_actors,
    }
    counts = {name: len(found) for name, found in items.items()}
    if worth:
        counts |= {"errors": worth.errors, "demands": worth.demands}
    wanted = list(dict.fromkeys(sections))
    url = safe_url(_address(brief))
    groups = tuple(
        Group(
            name,
            TITLES[name],
            items[name],
            count=counts[name],
            shown=counts[name] if full else min(most[name], counts[name]),
            command=wording.command(name, url, full=full),
        )
        for name in wanted
        if items[name]
    )
    withheld = wording.withheld(worth.withheld) if worth and "errors" in wanted else ()
    analysed = wording.foreign_language(brief) is None
    return Card(
        title=clean(brief.article.title or "") or wording.untitled(brief),
        url=url,
        facts=tuple(wording.facts(brief)),
        notes=(*wording.notes(brief), *withheld),
        groups=groups,
        figure=figure_of(brief, worth) if "demands" in wanted else None,
        missing=wording.missing([name for name in wanted if not items[name]]) if analysed else None,
        footer=wording.footer(brief),
        wording=brief.article.wording,
    )


def _address(brief: Brief) -> str | None:
    """What the page calls canonical if that is of the same site: no page may lend its brief another site's name."""
    named, fetched = brief.canonical_url, brief.url
    return named if named and fetched and same_site(named, fetched) else fetched


def _actors(brief: Brief) -> list[Actor]:
    """Those the piece is about, then those who speak or ask in it; everyone when neither is known."""
    key = [actor for actor in brief.actors if actor.key]
    voices = [actor for actor in brief.actors if not actor.key and (actor.quotes or actor.demands_made)]
    return key + voices or brief.actors


def _gist(brief: Brief) -> tuple[Item, ...]:
    sentences = [span for span in brief.gist if len(span.text) <= GIST_SENTENCE]
    return tuple(_item(brief, (Run.excerpt(clean(span.text)),), [span]) for span in sentences)


def _item(brief: Brief, runs: tuple[Run, ...], evidence: Sequence[Span]) -> Item:
    seen = tuple(span for span in evidence if span.text.strip())
    return Item(runs, seen, wording.short_place(brief, seen[0]) if seen else "")


def _error(brief: Brief, error: LikelyError) -> Item:
    own: tuple[Span, ...] = ()
    if error.start is not None and error.end is not None:
        own = (Span(field=error.field, start=error.start, end=error.end, text=error.text),)
    runs = wording.error_line(brief, error)
    item = _item(brief, runs, (*own, *error.evidence))
    return replace(item, tone=error.severity, check=error.check, key=finding_key(error))
