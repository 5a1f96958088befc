"""Names in GUM, derived from its nested mentions of entities and its trees."""

import re
from collections.abc import Iterator

from bot.language.conllu import Sentence, Token

_TYPES = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_OTHER = frozenset({"event", "object", "abstract", "animal", "plant", "substance"})
_LINKS = frozenset(
    {"of", "the", "and", "for", "de", "del", "la", "von", "van", "der", "al", "bin", "-", "&", "'s", "’s"}
)
_PERSON_RELATIONS = frozenset({"flat", "compound", "nmod", "punct"})


def names_of(sentence: Sentence) -> list[tuple[int, int, str]]:
    """(start, end, label) of the flat names of a sentence, the longest first where they nest."""
    tokens = sentence.tokens
    found: list[tuple[int, int, str]] = []
    for start, end, kind in _mentions(tokens):
        name = _name(tokens, start, end, kind)
        if name is not None:
            found.append(name)
    taken: set[int] = set()
    flat = []
    for name in sorted(set(found), key=lambda n: (n[0] - n[1], n[0])):
        if taken.isdisjoint(range(name[0], name[1])):
            taken.update(range(name[0], name[1]))
            flat.append(name)
    return sorted(flat)


def _mentions(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """(start, end, kind) of the mentions that open and close within the sentence."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for i, token in enumerate(tokens):
        for match in re.finditer(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>[^()]+)\)", token.misc.get("Entity", "")):
            if match["open"]:
                name, kind = match["open"].split("-")[:2]
                if match["shut"]:
                    yield i, i + 1, kind
                else:
                    opened.setdefault(name, []).append((i, kind))
            elif opened.get(match["close"]):
                start, kind = opened[match["close"]].pop()
                yield start, i + 1, kind


def _name(tokens: list[Token], start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    label = _TYPES.get(kind) or ("MISC" if kind in _OTHER else None)
    head = next((i for i in range(start, end) if not start < tokens[i].head <= end), start)
    if label is None or tokens[head].pos != "PROPN":
        return None
    if label == "PERSON" and tokens[head].tag == "NNPS":
        label = "MISC"
    left, right = head, head + 1
    while left > start and _belongs(tokens, left - 1, head, label):
        left -= 1
    while right < end and _belongs(tokens, right, head, label):
        right += 1
    while left < head and not tokens[left].form[:1].isupper():
        left += 1
    while right - 1 > head and tokens[right - 1].pos != "PROPN" and not tokens[right - 1].form[:1].isdigit():
        right -= 1
    return (left, right, label) if any(token.form[:1].isupper() for token in tokens[left:right]) else None


def _belongs(tokens: list[Token], i: int, head: int, label: str) -> bool:
    """Whether a word next to a name is part of it: titles and other people's names are not."""
    token = tokens[i]
    if label == "PERSON":
        if i < head and token.relation in ("nmod:desc", "amod", "nmod:poss", "det"):
            return False
        own = token.head - 1 == head or token.relation.partition(":")[0] in _PERSON_RELATIONS
        return own and (token.pos in ("PROPN", "PUNCT") and token.form not in (",", ";", "(", ")", "/", '"', "“"))
    if token.form.lower() in _LINKS:
        return label != "LOC" or token.form.lower() in ("of", "the", "-", "and")
    return token.pos == "PROPN" or (token.form[:1].isupper() and token.pos in ("ADJ", "NOUN", "NUM", "VERB"))
