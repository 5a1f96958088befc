"""A brief as a Slack message: Block Kit sections of escaped mrkdwn."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from bot.render import escaping, wording
from bot.render.card import Card, Group, Item
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.evidence import evidence_link
from bot.render.fitting import Lines, fit, lines_of, pack
from bot.render.limits import (
    SLACK_ALL_TEXT,
    SLACK_ALT_TEXT,
    SLACK_BLOCKS,
    SLACK_MESSAGE_TEXT,
    SLACK_SECTION_TEXT,
    length,
)
from bot.render.picture import picture_url
from bot.render.runs import Run, Style

Block = dict[str, Any]

_BULLETS: Final = {"plain": "•", "minor": "⚪", "major": "🟠", "critical": "🔴"}
# Escaping makes an ampersand five characters long, so what is not dropped whole stays well below the limits.
_TITLE: Final = 200
_FACTS: Final = 200
_NOTE: Final = 400
_ADDRESS: Final = 900
_SHOWN_ADDRESS: Final = 200
_ESCAPED: Final = 5


IMAGE: Final = "image"
"""The type of a block that Slack must be able to fetch something for."""
MORE_ACTION: Final = "brief_more"
"""The button that opens the full brief."""
VERDICT_ACTION: Final = "brief_verdict"
"""The menu beside a likely error. The value of a choice is one of :data:`_VERDICTS`, ``:``, and the key."""
_VERDICTS: Final = {
    "right": "Right, well spotted",
    "wrong": "Wrong",
    "reason": "Wrong, because …",
    "none": "Take my verdict back",
}
_OPTION_VALUE: Final = 150


def render_slack(card: Card, report_url: str | None = None, *, full: bool = False) -> dict[str, Any]:
    """The body of ``chat.postMessage`` without its channel. Nothing in it pings, links or unfurls by itself.

    Likely errors carry a menu for the reader's verdict, and the message a button for the ``full`` brief.
    """

    def fits(sections: Sequence[Lines]) -> bool:
        blocks = _blocks(card, sections, report_url, full=full)
        lengths = [length(_text(block)) for block in blocks]
        return max(lengths) <= SLACK_SECTION_TEXT and len(blocks) <= SLACK_BLOCKS and sum(lengths) <= SLACK_ALL_TEXT

    sections = fit(
        lines_of(card, _line, partial(_evidence, safe_url(report_url), card.wording), SLACK_SECTION_TEXT), fits
    )
    return message(f"Brief: {card.title}", _blocks(card, sections, report_url, full=full))


def render_slack_note(text: str, url: str | None = None) -> dict[str, Any]:
    """One or more plain sentences, with the link that they are about."""
    words = escaping.slack(shorten(clean(text), _NOTE)) or "…"
    address = safe_url(url)
    shown = escaping.slack(address or "")
    link = _link(address, shown if length(shown) <= _SHOWN_ADDRESS else "The link") if address else ""
    return message(text, [_section(f"{words}\n{link}" if link else words)])


def message(fallback: str, blocks: list[Block]) -> dict[str, Any]:
    """Blocks with the text that notifications show."""
    text = escaping.slack(shorten(clean(fallback), SLACK_MESSAGE_TEXT // _ESCAPED))
    return {"text": text, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def _blocks(card: Card, sections: Sequence[Lines], report_url: str | None, *, full: bool) -> list[Block]:
    title = escaping.slack(shorten(card.title, _TITLE) or "Article")
    head = f"*{_link(card.url, title)}*" if card.url else f"*{title}*"
    facts = escaping.slack(shorten(" · ".join(card.facts), _FACTS))
    report = safe_url(report_url)
    last = [escaping.slack(line) for line in (card.missing, card.footer) if line]
    if report:
        last.insert(0, _link(report, "Full report with the evidence"))
    return [
        _section(f"{head}\n{facts}" if facts else head),
        *(_context(f"⚠️ {escaping.slack(shorten(note, _NOTE))}") for note in card.notes),
        *(
            block
            for section in sections
            for block in (*_section_blocks(section, report), *_picture(card, section, report))
        ),
        _context(" · ".join(last)),
        *([] if full or not card.groups else [_more_button()]),
    ]


def _section_blocks(section: Lines, report: str | None) -> list[Block]:
    group = section.group
    head = [f"*{group.title}* ({group.count})"] if group.name != "gist" else []
    more = wording.more(section.hidden, group.below)
    tail = (
        [_link(report, more) if report else f"{more}: `{escaping.slack_code(group.command)}`"] if section.hidden else []
    )
    if group.name != "errors":
        return [_section(text) for text in pack([*head, *section.lines, *tail], SLACK_SECTION_TEXT)]
    judged = [_section(line) | _verdict_menu(key) for key, line in zip(section.keys, section.lines, strict=True)]
    return [*map(_section, head), *judged, *map(_section, tail)]


def _picture(card: Card, section: Lines, report: str | None) -> list[Block]:
    """The picture below the demands; Slack fetches it when it gets the message, and refuses that if it cannot."""
    if not (section.group.name == "demands" and card.figure and report):
        return []
    words = shorten(card.figure.description, SLACK_ALT_TEXT)
    return [{"type": IMAGE, "image_url": picture_url(report), "alt_text": words or "Who demands what of whom"}]


def _verdict_menu(key: str) -> Block:
    options = [
        {"text": {"type": "plain_text", "text": label}, "value": f"{verdict}:{key}"}
        for verdict, label in _VERDICTS.items()
    ]
    if any(len(option["value"]) > _OPTION_VALUE for option in options):
        return {}
    return {"accessory": {"type": "overflow", "action_id": VERDICT_ACTION, "options": options}}


def _more_button() -> Block:
    label = {"type": "plain_text", "text": "Full brief"}
    return {"type": "actions", "elements": [{"type": "button", "action_id": MORE_ACTION, "text": label}]}


def _line(group: Group, item: Item) -> str:
    bullet = ">" if group.name == "gist" else _BULLETS[item.tone]
    return f"{bullet} {''.join(_run(run, quoted=group.name != 'gist') for run in item.runs)}"


def _evidence(report: str | None, of: str, item: Item) -> str:
    """A link to the words that a line rests on, in the report; empty without a report."""
    if not report or not item.place:
        return ""
    return _link(evidence_link(report, of, item.evidence[0]), item.place)


def _run(run: Run, *, quoted: bool) -> str:
    inner = run.text.strip()
    if not inner:
        return run.text
    words = escaping.slack(inner)
    match run.style:
        case Style.STRONG:
            words = f"*{words}*"
        case Style.EXCERPT if quoted:
            words = escaping.slack(wording.quoted(inner))
        case Style.FOCUS:
            words = f"`{escaping.slack_code(inner)}`"
        case _:
            pass
    lead, tail = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    return f"{lead}{words}{tail}"


def _link(url: str, label: str) -> str:
    """A link with an escaped label; the label alone when the address would fill a section."""
    address = url.replace("&", "&amp;")
    return f"<{address}|{label.replace('|', '¦')}>" if length(address) <= _ADDRESS else label


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": True}]}


def _text(block: Block) -> str:
    if block["type"] == IMAGE:
        return str(block["alt_text"])
    part = block["text"] if block["type"] == "section" else block["elements"][0]
    body: str = part["text"] if part["type"] == "mrkdwn" else part["text"]["text"]
    return body
