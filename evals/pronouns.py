"""How many of "he", "she" and their forms are resolved to the right actor.

    python evals/pronouns.py FOLDER [--worst N]

FOLDER holds documents as JSON: ``text``, ``title`` and ``coref_clusters`` with ``mentions`` (start, end, text).
A pronoun counts when its gold cluster has a mention that is no pronoun before or after it. It is right when
most of the other mentions of the actor it was given to lie in that cluster. ``named`` counts only pronouns
whose cluster is named in the text.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.analysis.actors import find_actors
from bot.language.reader import Reader
from bot.model import Actor, Article
from bot.settings import LanguageSettings

GENDERED = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
PRONOUNS = (
    GENDERED
    | {"i", "me", "my", "mine", "myself", "you", "your", "we", "us", "our", "it", "its", "they", "them", "their"}
    | {"who", "whom", "whose"}
)

Interval = tuple[int, int]


def gold_clusters(document: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The mentions of each cluster, pronouns included."""
    return [cluster["mentions"] for cluster in document["coref_clusters"]]


def home_of(span: Interval, clusters: list[list[dict[str, Any]]]) -> int | None:
    """The cluster whose mention fits a span best, by shared over covered characters."""
    best, home = 0.0, None
    for number, mentions in enumerate(clusters):
        for mention in mentions:
            shared = min(span[1], mention["end"]) - max(span[0], mention["start"])
            covered = max(span[1], mention["end"]) - min(span[0], mention["start"])
            if shared > 0 and shared / covered > best:
                best, home = shared / covered, number
    return home


def judge(document: dict[str, Any], actors: list[Actor]) -> Iterator[tuple[bool, bool, bool, str]]:
    """(named, resolved, right, description) for every gendered pronoun of a document."""
    clusters = gold_clusters(document)
    text = document["text"]
    names = [(entity["start"], entity["end"]) for entity in document.get("entities", [])]
    for number, mentions in enumerate(clusters):
        others = [m for m in mentions if m["text"].lower() not in PRONOUNS]
        named = any(m["start"] <= start and end <= m["end"] for m in others for start, end in names)
        for pronoun in mentions:
            if pronoun["text"].lower() not in GENDERED or not others:
                continue
            actor = next(
                (a for a in actors for m in a.mentions if m.field == "text" and m.start == pronoun["start"]
                 and m.kind == "pronoun"), None
            )  # fmt: skip
            votes: Counter[int | None] = Counter()
            for mention in actor.mentions if actor else []:
                if mention.kind != "pronoun" and mention.field == "text":
                    votes[home_of((mention.start, mention.end), clusters)] += 2 if mention.kind == "name" else 1
            right = bool(votes) and votes.most_common(1)[0][0] == number
            context = text[max(0, pronoun["start"] - 60) : pronoun["end"] + 20].replace("\n", " ")
            got = actor.name if actor else "nobody"
            yield named, actor is not None, right, f"{got!r} for {others[0]['text'][:40]!r} in …{context}…"


def main() -> None:
    """Prints one line of JSON; with --worst the wrong ones before it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0)
    args = parser.parse_args()
    reader = Reader(LanguageSettings())
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for path in sorted(args.folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if not document.get("coref_clusters"):
            continue
        article = Article(title=document.get("title"), text=document["text"])
        actors = find_actors(reader.read(article))
        for named, resolved, right, description in judge(document, actors):
            count.update(
                {"all": 1, "resolved": resolved, "right": right, "named": named, "named_right": named and right}
            )
            if not right:
                wrong.append(f"{path.stem}{'' if named else ' (unnamed)'}: {description}")
    for line in wrong[: args.worst]:
        print(line)
    print(
        json.dumps(
            {
                "pronouns": count["all"],
                "accuracy": round(count["right"] / max(1, count["all"]), 4),
                "precision": round(count["right"] / max(1, count["resolved"]), 4),
                "named": count["named"],
                "named_accuracy": round(count["named_right"] / max(1, count["named"]), 4),
            }
        )
    )


if __name__ == "__main__":
    main()
