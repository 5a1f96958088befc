"""A brief as a Discord message: one embed of escaped markdown."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from bot.render import escaping, wording
from bot.render.card import Card, Group, Item, Tone
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.evidence import evidence_link
from bot.render.fitting import Lines, fit, lines_of, pack
from bot.render.limits import (
    DISCORD_ALL_EMBEDS,
    DISCORD_CONTENT,
    DISCORD_EMBED_DESCRIPTION,
    DISCORD_EMBED_FIELDS,
    DISCORD_EMBED_TITLE,
    DISCORD_FIELD_VALUE,
    length,
)
from bot.render.picture import picture_url
from bot.render.runs import Run, Style

Embed = dict[str, Any]

_BULLETS: Final = {"plain": "•", "minor": "⚪", "major": "🟠", "critical": "🔴"}
_COLOURS: Final[dict[Tone, int]] = {"plain": 0x3B82C4, "minor": 0x8A94A6, "major": 0xD98324, "critical": 0xC8372D}
_TONES: Final[tuple[Tone, ...]] = ("plain", "minor", "major", "critical")
# A backslash, and for @ one more character, so what is not dropped whole stays well below the limits.
_ESCAPED: Final = 3
_FACTS: Final = 200
_NOTE: Final = 300
_CONTINUED: Final = "\u200b"  # a field must have a name; this one shows as none


def render_discord(card: Card, report_url: str | None = None) -> dict[str, Any]:
    """The body of a create-message request. Nothing in it pings or links by itself."""

    def fits(sections: Sequence[Lines]) -> bool:
        embed = _embed(card, sections, report_url)
        return (
            length(embed["description"]) <= DISCORD_EMBED_DESCRIPTION
            and len(embed["fields"]) <= DISCORD_EMBED_FIELDS
            and all(length(field["value"]) <= DISCORD_FIELD_VALUE for field in embed["fields"])
            and embed_length(embed) <= DISCORD_ALL_EMBEDS
        )

    sections = fit(
        lines_of(card, _line, partial(_evidence, safe_url(report_url), card.wording), DISCORD_FIELD_VALUE), fits
    )
    return message(embeds=[_embed(card, sections, report_url)])


def render_discord_note(text: str, url: str | None = None) -> dict[str, Any]:
    """One or more plain sentences, with the link that they are about."""
    words = escaping.discord(shorten(clean(text), DISCORD_CONTENT // _ESCAPED // 2)) or "…"
    address = safe_url(url)
    return message(content=f"{words}\n<{address}>" if address and len(address) < DISCORD_CONTENT // 2 else words)


def message(*, content: str = "", embeds: Sequence[Embed] = ()) -> dict[str, Any]:
    """A message that mentions nobody."""
    return {"content": content, "embeds": list(embeds), "allowed_mentions": {"parse": []}}


def embed_length(embed: Embed) -> int:
    """What Discord counts against the limit over all embeds."""
    texts = [embed["title"], embed["description"], embed["footer"]["text"]]
    texts += [text for field in embed["fields"] for text in (field["name"], field["value"])]
    return sum(length(text) for text in texts)


def _embed(card: Card, sections: Sequence[Lines], report_url: str | None) -> Embed:
    head = [escaping.discord(shorten(" · ".join(card.facts), _FACTS))]
    head += [f"⚠️ {escaping.discord(shorten(note, _NOTE))}" for note in card.notes]
    head += [line for section in sections if section.group.name == "gist" for line in section.lines]
    report = safe_url(report_url)
    if report:
        head.append(_link(report, "Full report with the evidence"))
    embed: Embed = {
        "title": escaping.discord(shorten(card.title, DISCORD_EMBED_TITLE // _ESCAPED)) or "Article",
        "description": "\n".join(line for line in head if line),
        "fields": [field for section in sections if section.group.name != "gist" for field in _fields(section, report)],
        "footer": {"text": " ".join(line for line in (card.missing, card.footer) if line)},
        "color": _COLOURS[_gravest(card)],
    }
    if card.figure and report:
        embed["image"] = {"url": picture_url(report)}
    return embed | ({"url": card.url} if card.url else {})


def _gravest(card: Card) -> Tone:
    tones = [item.tone for group in card.groups for item in group.items[: group.count]]
    return max(tones, key=_TONES.index, default="plain")


def _fields(section: Lines, report: str | None) -> list[dict[str, Any]]:
    group, lines = section.group, list(section.lines)
    if section.hidden:
        more = wording.more(section.hidden, section.group.below)
        way = escaping.discord_code(group.command)
        linked = report and length(_link(report, more)) <= DISCORD_FIELD_VALUE
        lines.append(_link(report, more) if report and linked else f"{more}: `{way}`")
    values = pack(lines, DISCORD_FIELD_VALUE)
    names = [f"{group.title} ({group.count})", *[_CONTINUED] * (len(values) - 1)]
    return [{"name": name, "value": value} for name, value in zip(names, values, strict=True)]


def _line(group: Group, item: Item) -> str:
    bullet = ">" if group.name == "gist" else _BULLETS[item.tone]
    return f"{bullet} {''.join(_run(run, quoted=group.name != 'gist') for run in item.runs)}"


def _link(url: str, label: str) -> str:
    return f"[{label}]({url.replace('(', '%28').replace(')', '%29')})"


def _evidence(report: str | None, of: str, item: Item) -> str:
    """A link to the words that a line rests on, in the report; empty without a report."""
    if not report or not item.place:
        return ""
    return _link(evidence_link(report, of, item.evidence[0]), item.place)


def _run(run: Run, *, quoted: bool) -> str:
    inner = run.text.strip()
    if not inner:
        return run.text
    words = escaping.discord(inner)
    match run.style:
        case Style.STRONG:
            words = f"**{words}**"
        case Style.EXCERPT if quoted:
            words = escaping.discord(wording.quoted(inner))
        case Style.FOCUS:
            words = f"`{escaping.discord_code(inner)}`"
        case _:
            pass
    lead, tail = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    return f"{lead}{words}{tail}"
