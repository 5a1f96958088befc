"""Measures quotations, speakers, reference and key actors on the news items of ``tests/data/voices``.

    python evals/voices.py [FOLDER] [--worst N]

The items' README says how they are annotated. A quotation is found when it shares at least four
fifths of what it and the gold cover; its speaker is right when the names agree.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.analysis.actors import find_actors
from bot.analysis.quotes import find_quotes
from bot.language.reader import Reader
from bot.model import Actor, Article, Quote
from bot.settings import LanguageSettings

FOLDER = Path(__file__).parent.parent / "tests" / "data" / "voices"
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")
_OPENERS = "“‘\"'«„"
_CLOSERS = "”’\"'»"
_SMALL = frozenset({"the", "a", "an", "of", "and", "for"})


@dataclass(frozen=True)
class Gold:
    """A marked stretch and the name it belongs to; "?" for nobody."""

    start: int
    end: int
    name: str


@dataclass
class Item:
    """One news item without its markup, and what the markup said."""

    name: str
    title: str
    text: str
    key: list[str]
    quotes: list[Gold] = field(default_factory=list)
    mentions: list[Gold] = field(default_factory=list)


def read_item(path: Path) -> Item:
    """Takes the markup off an annotated item."""
    head, title, _, body = path.read_text(encoding="utf-8").rstrip().split("\n", 3)
    item = Item(path.stem, title, "", [name.strip() for name in head.removeprefix("key:").split(",")])
    text, at = "", 0
    for link in _LINK.finditer(body):
        text += body[at : link.start()]
        gold = Gold(len(text), len(text) + len(link[1]), link[2])
        text += link[1]
        at = link.end()
        if link[1][0] not in _OPENERS:
            item.mentions.append(gold)
        elif item.quotes and text[item.quotes[-1].end - 1] not in _CLOSERS:
            item.quotes[-1] = Gold(item.quotes[-1].start, gold.end, gold.name)
        else:
            item.quotes.append(gold)
    item.text = text + body[at:]
    return item


def read_items(folder: Path = FOLDER) -> list[Item]:
    """The items of a folder in order of name."""
    return [read_item(path) for path in sorted(folder.glob("*.md")) if path.name != "README.md"]


def same(name: str | None, other: str) -> bool:
    """True when one name's words are among the other's."""
    one, two = (
        {word for word in re.findall(r"[\w'’-]+", (n or "").casefold().replace("'s", "")) if word not in _SMALL}
        for n in (name, other)
    )
    return bool(one) and bool(two) and (one <= two or two <= one)


def is_actor(actor: Actor, name: str) -> bool:
    """True when an actor goes by a name."""
    return any(same(known, name) for known in (actor.name, *actor.aliases))


def judge(item: Item, actors: list[Actor], quotes: list[Quote]) -> Iterator[tuple[str, bool, str]]:
    """(what, right, description) for every decision: quote, speaker, invented, mention, key, not_key."""
    free = [quote for quote in quotes if quote.kind != "indirect" and quote.field == "text"]
    for gold in item.quotes:
        found = max(free, key=lambda quote: _shared(gold, quote), default=None)
        text = item.text[gold.start : gold.end]
        if found is None or _shared(gold, found) < 0.8:
            yield "quote", False, f"missed {text!r}"
            continue
        free.remove(found)
        by_id = next((actor for actor in actors if actor.id == found.speaker_id), None)
        right = found.speaker is None if gold.name == "?" else same(found.speaker, gold.name) or (
            by_id is not None and is_actor(by_id, gold.name)
        )  # fmt: skip
        yield "quote", True, text
        yield "speaker", right, f"{found.speaker!r} for {gold.name!r}: {text!r}"
    for quote in free:
        yield "invented", False, f"{quote.speaker!r}: {quote.text!r}"
    for gold in item.mentions:
        holders = [(len(m.text), a) for a in actors for m in a.mentions if m.field == "text" and _covers(m, gold)]
        holder = min(holders, key=lambda entry: entry[0])[1] if holders else None
        right = holder is None if gold.name == "?" else holder is not None and is_actor(holder, gold.name)
        place = item.text[max(0, gold.start - 40) : gold.end + 20].replace("\n", " ")
        yield "mention", right, f"{holder.name if holder else None!r} for {gold.name!r}: …{place}…"
    chosen = [actor for actor in actors if actor.key]
    for name in item.key:
        yield "key", any(is_actor(actor, name) for actor in chosen), f"missed {name!r}"
    for actor in chosen:
        if not any(is_actor(actor, name) for name in item.key):
            yield "not_key", False, f"{actor.name!r}"


def _shared(gold: Gold, quote: Quote) -> float:
    shared = min(gold.end, quote.end) - max(gold.start, quote.start)
    return max(0, shared) / (max(gold.end, quote.end) - min(gold.start, quote.start))


def _covers(mention: object, gold: Gold) -> bool:
    start, end = getattr(mention, "start", 0), getattr(mention, "end", 0)
    return start < gold.end and gold.start < end and end - start < 2 * (gold.end - gold.start) + 12


def f1(right: int, invented: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return round(2 * right / (2 * right + invented + missed), 4) if right else 0.0


def measure(items: list[Item], reader: Reader) -> tuple[dict[str, float], list[str]]:
    """The figures over some items, and what was wrong."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for item in items:
        reading = reader.read(Article(title=item.title, text=item.text))
        actors = find_actors(reading)
        for what, right, description in judge(item, actors, find_quotes(reading, actors)):
            count[what] += 1
            count[what + "+"] += right
            if not right:
                wrong.append(f"{item.name} {what}: {description}")
    found = count["speaker"] + count["invented"]
    return {
        "quotes": count["quote"],
        "span_f1": f1(count["quote+"], count["invented"], count["quote"] - count["quote+"]),
        "speaker_precision": round(count["speaker+"] / max(1, found), 4),
        "speaker_f1": f1(count["speaker+"], found - count["speaker+"], count["quote"] - count["speaker+"]),
        "mentions": count["mention"],
        "mention_accuracy": round(count["mention+"] / max(1, count["mention"]), 4),
        "key_f1": f1(count["key+"], count["not_key"], count["key"] - count["key+"]),
    }, wrong


def main() -> None:
    """Prints one line of JSON; with --worst what was wrong before it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--worst", type=int, default=0)
    args = parser.parse_args()
    figures, wrong = measure(read_items(args.folder), Reader(LanguageSettings()))
    for line in wrong[: args.worst]:
        print(line)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
