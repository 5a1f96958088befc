"""The words of a brief, shared by all renderers. What is not certain says so."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from bot.model import Actor, Brief, Demand, LikelyError, Party, Span, Version
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.limits import EXCERPT
from bot.render.roles import short_role
from bot.render.runs import Run, Style

SURE: Final = 0.8
"""From this confidence on a finding is called likely; below it is called possible."""
HEDGE_DEMAND: Final = 0.65
SPUN: Final = 0.5
"""From this score on the reader is told that the copy looks machine-rewritten."""
SHORT: Final = 30
"""Spans up to this length are shown in context."""
CONTEXT: Final = 36
REASONS: Final = 3
ALIASES: Final = 3
NAME: Final = 100
VERSIONS: Final = 2
"""The most other versions that are named."""

STATUS: Final = {
    "accepted": "accepted",
    "partly": "partly accepted",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
}
STRENGTH: Final = {"order": "an order", "ultimatum": "an ultimatum"}
_WHEN: Final = frozenset(
    {"at", "before", "by", "during", "from", "immediately", "in", "now", "on", "today", "tomorrow", "until", "within"}
)
"""Words that say when by themselves; a bare day is called due."""
_HEDGES: Final = ("possib", "likely", "perhaps", "probabl", "may ", "looks ", "seems ", "this may ", "this looks ")
_NOUNS: Final = {"gist": "summary sentence", "errors": "likely errors", "demands": "demands", "actors": "key actors"}


def count(number: int, noun: str) -> str:
    """``1 quote``, ``2 quotes``, ``1,200 words``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


# ---- head --------------------------------------------------------------------------------------


def untitled(brief: Brief) -> str:
    """What stands for a missing headline: the site, or plain words."""
    host = _host(brief.url)
    return f"Article on {host}" if host else "Article without a headline"


def _host(url: str | None) -> str:
    """The host of an address, as it is shown; empty when there is none."""
    address = safe_url(url)
    return clean(urlsplit(address).hostname or "") if address else ""


def facts(brief: Brief) -> Iterator[str]:
    """Site, authors, date, length."""
    article = brief.article
    if site := clean(article.site or ""):
        yield shorten(site, NAME)
    if authors := [clean(author) for author in article.authors if clean(author)]:
        shown = ", ".join(shorten(author, NAME) for author in authors[:3])
        yield f"by {shown}" + (f" and {len(authors) - 3} more" if len(authors) > 3 else "")
    if article.published:
        yield date(article.published)
    if article.modified and article.published and date(article.modified) != date(article.published):
        yield f"updated {date(article.modified)}"
    yield count(article.words, "word")


def date(value: str) -> str:
    """``19 January 2022`` from ISO 8601, ``January 2022`` from a month; anything else is shown as it is."""
    try:
        if re.fullmatch(r"\d{4}-\d\d", value):
            return f"{datetime.fromisoformat(value + '-01'):%B %Y}"
        moment = datetime.fromisoformat(value)
    except ValueError:
        return shorten(clean(value), NAME)
    return f"{moment.day} {moment:%B %Y}"


def language_name(code: str) -> str:
    """``German`` for ``de``; the code itself when it is unknown."""
    from babel import Locale

    return Locale("en").languages.get(code.lower().partition("-")[0]) or clean(code)


def foreign_language(brief: Brief) -> str | None:
    """The name of the article's language, when that is not English."""
    code = brief.article.language
    return None if not code or code.lower().partition("-")[0] == "en" else language_name(code)


def notes(brief: Brief) -> Iterator[str]:
    """What the reader must know before trusting the brief."""
    if language := foreign_language(brief):
        yield f"This article is in {language}. Only English is analysed, so this is its opening and nothing more."
    if brief.article.access == "paywalled":
        yield "This article is behind a paywall. Only the part that is free to read was read."
    elif brief.article.access == "partial":
        yield "Only a part of this article could be read."
    spun, republished = brief.document.spun, brief.document.republished
    if spun.score >= SPUN:
        yield _because("This copy looks machine-rewritten", spun.reasons)
    if republished:
        yield _because(
            f"It seems to be republished from {shorten(clean(republished.source), NAME)}", republished.reasons
        )
    yield from (version_line(version) for version in brief.document.versions[:VERSIONS])
    if not brief.document.dated and not brief.article.published:
        yield "No publication date was found."


def withheld(number: int) -> Iterator[str]:
    """That critical findings are kept back because of what readers said; nothing is kept back in silence."""
    if number:
        findings = "A critical finding is" if number == 1 else f"{number} critical findings are"
        yield f"{findings} not shown below, because readers here called such findings wrong; “/brief all” shows them."


def version_line(version: Version) -> str:
    """``Another version was read here: TITLE (SITE, 19 January 2022) — likely the original.``"""
    title = shorten(clean(version.title or ""), NAME)
    site = clean(version.site or "") or _host(version.url)
    known = [shorten(site, NAME) if site else "", date(version.published) if version.published else ""]
    where = ", ".join(part for part in known if part)
    named = f"“{title}” ({where})" if title and where else f"“{title}”" if title else where or "without a headline"
    verdict = " — likely the original" if version.is_likely_original else ""
    return f"Another version was read here: {named}{verdict}."


def _because(claim: str, reasons: Sequence[str]) -> str:
    shown = [clean(reason).rstrip(".") for reason in reasons if len(reason) <= EXCERPT][:REASONS]
    return f"{claim}: {'; '.join(shown)}." if shown else f"{claim}."


def missing(names: Sequence[str]) -> str | None:
    """One line on the sections that came out empty."""
    found = [_NOUNS[name] for name in names]
    if not found:
        return None
    listed = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"
    return f"No {listed} found."


def footer(brief: Brief) -> str:
    """Where the brief comes from."""
    return "Found by rules and a small language model. Check before you rely on it."


def quoted(words: str) -> str:
    """Words of the article in quotation marks that differ from those inside."""
    return f'"{words}"' if any(mark in words for mark in "“”") else f"“{words}”"


def marked(run: Run) -> str:
    """A run with the marks that stand in for its style where there is none."""
    if run.style is Style.EXCERPT:
        return quoted(run.text)
    return f"‹{run.text}›" if run.style is Style.FOCUS else run.text


def more(number: int, below: int = 0) -> str:
    """``4 more``, of which so many are ``below`` what is shown unasked; a heading counts the others only."""
    return f"{number} more, {below} of them below what is shown unasked" if 0 < below < number else f"{number} more"


def command(section: str, url: str | None, *, full: bool) -> str:
    """What shows the rest of a section: in the channel, or where there is room for everything."""
    address = url if url and len(url) <= EXCERPT else "URL"
    return f"newsroom-bot brief {address} --all" if full else f"/brief all {section} {address}"


# ---- items -------------------------------------------------------------------------------------


def excerpt(brief: Brief, span: Span) -> Run:
    """The words of a span in full, or its place when they are too many for one line."""
    words = clean(span.text)
    return Run.excerpt(words) if 0 < len(words) <= EXCERPT else Run.muted(place(brief, span))


def place(brief: Brief, span: Span) -> str:
    """``headline``, or ``paragraph 4``."""
    if span.field == "title":
        return "headline"
    before = brief.article.text[: span.start].split("\n\n")[:-1]
    return f"paragraph {sum(1 for part in before if part.strip()) + 1}"


def short_place(brief: Brief, span: Span) -> str:
    """``headline``, or ``¶ 4``."""
    return place(brief, span).replace("paragraph", "¶")


def actor_line(actor: Actor) -> tuple[Run, ...]:
    """``Jens Stoltenberg — NATO Secretary-General · 2 quotes``."""
    runs = [Run.strong(shorten(clean(actor.name), NAME) or "Unnamed")]
    role = next((clean(role.text) for role in actor.roles if 0 < len(role.text) <= NAME), None)
    if role and role.casefold() not in clean(actor.name).casefold():
        runs.append(Run(f" — {short_role(role)}"))
    numbers = [
        count(actor.quotes, "quote") if actor.quotes else "",
        f"makes {count(actor.demands_made, 'demand')}" if actor.demands_made else "",
        f"faces {count(actor.demands_received, 'demand')}" if actor.demands_received else "",
        aliases(actor),
    ]
    runs.extend(Run.muted(f" · {number}") for number in numbers if number)
    return tuple(runs)


def aliases(actor: Actor) -> str:
    """``also the Kremlin, Moscow``; empty without other names."""
    own = clean(actor.name).casefold()
    others = {clean(alias).casefold(): clean(alias) for alias in actor.aliases}
    shown = [name for key, name in others.items() if name and key not in own and len(name) <= NAME][:ALIASES]
    return f"also {', '.join(shown)}" if shown else ""


def _is_nameless(actor: Actor) -> bool:
    kinds = {mention.kind for mention in actor.mentions}
    return bool(kinds) and "name" not in kinds


def party(brief: Brief, one: Party) -> str:
    """The actor's name when it has one, else the words of the article ("mayor", not "The mayor")."""
    actor = next((actor for actor in brief.actors if one.actor_id and actor.id == one.actor_id), None)
    name = actor.name if actor is not None and not _is_nameless(actor) else one.text
    return shorten(clean(name).removesuffix("’s").removesuffix("'s"), NAME) or "someone"


def demand_line(brief: Brief, demand: Demand) -> tuple[Run, ...]:
    """``Russia → NATO: reduce operations in Eastern Europe — rejected by NATO, by Friday``."""
    heads = [Run.strong(party(brief, demand.demander))]
    if demand.addressee:
        heads += [Run(" → "), Run.strong(party(brief, demand.addressee))]
    body = action(demand)
    tail = list(_circumstances(brief, demand))
    runs = [*heads, Run(": "), body or excerpt(brief, demand)]
    if tail:
        runs.append(Run.muted(f" — {', '.join(tail)}"))
    return tuple(runs)


def action(demand: Demand) -> Run | None:
    """What is asked for, with its negation; None when it is unknown or too long for one line."""
    words = clean(demand.action.text) if demand.action else ""
    if not demand.action or not 0 < len(words) <= EXCERPT:
        return None
    negated = words.lower().startswith(("not ", "no ", "never ", "stop ", "refrain ", "end ", "cease "))
    prefix = {"do": "", "stop": "stop ", "not": "not "}[demand.action.polarity]
    return Run(words if negated else prefix + words)


def _circumstances(brief: Brief, demand: Demand) -> Iterator[str]:
    if demand.confidence < HEDGE_DEMAND:
        yield "probably"
    if strength := STRENGTH.get(demand.strength):
        yield strength
    if status := STATUS.get(demand.status):
        yield f"{status} by {party(brief, demand.responder)}" if demand.responder else status
    if due := deadline(demand):
        yield due
    condition = clean(demand.condition.text) if demand.condition else ""
    if 0 < len(condition) <= NAME and not _said(demand, condition):
        yield condition


def deadline(demand: Demand, *, dated: bool = True) -> str:
    """``by Friday (3 May 2024)``; ``due 3 May 2024`` when the action says the words already.

    Without ``dated`` words that stand there are enough.
    """
    if not demand.deadline:
        return ""
    words = clean(demand.deadline.text)
    known = date(demand.deadline.iso) if demand.deadline.iso else ""
    if not words or len(words) > NAME or _said(demand, words):
        return f"due {known}" if known else ""
    due = words if words.partition(" ")[0].lower() in _WHEN else f"due {words}"
    return f"{due} ({known})" if known and dated else due


def _said(demand: Demand, words: str) -> bool:
    """Whether what is asked for says the words already."""
    return demand.action is not None and words in clean(demand.action.text)


def error_line(brief: Brief, error: LikelyError) -> tuple[Run, ...]:
    """``“the words” Possible slip: why it looks wrong. → suggestion``, the words with a little context."""
    message = _sentence(shorten(clean(error.message), 2 * EXCERPT) or clean(error.check))
    if not message.lower().startswith(_HEDGES):
        message = f"{'Likely' if error.confidence >= SURE else 'Possible'}: {message}"
    runs: list[Run] = []
    if error.start is not None and error.end is not None:
        span = Span(field=error.field, start=error.start, end=error.end, text=error.text)
        runs = [*in_context(brief, span), Run(" — ")]
    runs.append(Run(message))
    suggestion = clean(error.suggestion or "")
    if 0 < len(suggestion) <= EXCERPT:
        runs += [Run.muted(" Try: "), Run(suggestion)]
    return tuple(runs)


def in_context(brief: Brief, span: Span) -> list[Run]:
    """The words of a span; a short one with a few whole words of its paragraph on both sides."""
    run = excerpt(brief, span)
    if run.style is not Style.EXCERPT or len(run.text) > SHORT:
        return [run]
    source = brief.article.text if span.field == "text" else brief.article.title or ""
    before = source[max(0, span.start - CONTEXT) : span.start].rpartition("\n")[2]
    after = source[span.end : span.end + CONTEXT].partition("\n")[0]
    if len(before) == CONTEXT:
        before = "…" + before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    lead, tail = _edge(before), _edge(after)
    return [Run.muted(lead), Run.focus(run.text), Run.muted(tail)] if lead.strip() or tail.strip() else [run]


def _edge(text: str) -> str:
    """Cleaned, with the blanks at its ends kept as one."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "”", ":")) else f"{text}."
