"""Words of a person credited to the outlet that a person told them to."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.outlets import bare_name, is_outlet
from bot.analysis.errors.registry import Finding, check
from bot.language import given_names
from bot.language.outlets import outlet
from bot.model import Span

_PART = r"[A-Z](?:[\w’&-]|\.(?=\w))*"
_NAME = (
    rf"((?:[Tt]he )?{_PART}(?: (?:(?:of|de|del|la|della|du|des|do|da) )?{_PART}){{0,4}}"
    r"(?: newspaper| magazine| news agency)?)"
)
_VERB = (
    r"(?:said|says|added|stated|told|explained|noted|continued|insisted|warned|argued|claimed|recalled"
    r"|stressed|reported)"
)
_TAG_AFTER = re.compile(rf"[,.!?…’]?[”\"] ?(?:{_NAME} {_VERB}\b|{_VERB} {_NAME}(?=[.,;:\n]|$))")
_TAG_BEFORE = re.compile(rf"(?:^|(?<=[.!?”] )){_NAME} {_VERB}[:,] [“\"]", re.MULTILINE)
_SPOKEN = frozenset({"said", "says", "added", "told", "explained"})
_OWN_VOICE = re.compile(
    r"\b(?:editorial|statement|spokes\w+|tweet|op-ed|column|headline|report|apolog\w+|press release)\b", re.I
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|myself|ourselves)\b|\b(?:I|[Ww]e)[’']")
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|speaking with|interview with|interviewed by)(?: the)? "
)


@check("quote.outlet-as-speaker", "Quotation credited to the outlet", severity="critical", confidence=0.9)
def outlet_speaker(copy: Copy) -> Iterator[Finding]:
    """ "…,” Reuters said" where the words are somebody's: first person, or others here "told Reuters"."""
    yield from _unnamed(copy)
    for pattern in (_TAG_AFTER, _TAG_BEFORE):
        for match in pattern.finditer(copy.text):
            group = next(i for i, name in enumerate(match.groups(), 1) if name)
            name = match.group(group)
            told = _is_told(copy, name)
            if not (told or is_outlet(name)) or _person_of(copy, match.start(group)):
                continue
            words = _quotation(copy, match, before=pattern is _TAG_AFTER)
            if len(words.split()) < 4 or bare_name(name).lower() in words.lower()[: len(name) + 8]:
                continue
            if _OWN_VOICE.search(copy.text[match.end() : match.end() + 60].partition("\n")[0]):
                continue
            first_person = bool(_FIRST_PERSON.search(words))
            end = match.end() - (2 if pattern is _TAG_BEFORE else 0)
            yield Finding(
                copy.trimmed(min(match.start(group), end), end) if pattern is _TAG_BEFORE else _tag(copy, match),
                f"Possible wrong attribution: a person’s words are credited to {bare_name(name)}"
                + (", to whom others here speak. " if told else ", a news outlet. ")
                + "Check who said this; it may have been said to the outlet.",
                suggestion="name the speaker",
                confidence=0.95 if first_person else (0.9 if told else 0.65),
            )


_UNNAMED = re.compile(
    rf"[,.!?…’]?[”\"] ?(?:[Tt]he (newspaper|paper|agency|news agency|broadcaster|station|channel|magazine"
    rf"|website|tabloid"
    rf"|daily|weekly) {_VERB}\b|according to {_NAME})"
)


def _unnamed(copy: Copy) -> Iterator[Finding]:
    """ "…,” the newspaper said" and "…,” according to CNN", where the words are in the first person."""
    for match in _UNNAMED.finditer(copy.text):
        name = match.group(2)
        words = _quotation(copy, match, before=True)
        if not _FIRST_PERSON.search(words) or len(words.split()) < 3 or (name is not None and not is_outlet(name)):
            continue
        if _OWN_VOICE.search(copy.text[match.end() : match.end() + 60].partition("\n")[0]) or "our report" in words:
            continue
        yield Finding(
            _tag(copy, match),
            f"Possible wrong attribution: words in the first person are credited to {name or 'the ' + match.group(1)}. "
            "Check who said this; it may have been said to the outlet.",
            suggestion="name the speaker",
            confidence=0.75,
        )


def _tag(copy: Copy, match: re.Match[str]) -> Span:
    """The words of the tag, behind the closing mark."""
    start = next(i for i in range(match.start(), match.end()) if copy.text[i] in '”"') + 1
    return copy.trimmed(start, match.end())


def _is_told(copy: Copy, name: str) -> bool:
    """True when the article says that somebody told something to the bearer of this name."""
    bare = re.escape(bare_name(name))
    return is_outlet(name) and bool(re.search(_TOLD.pattern + bare, copy.text))


def _person_of(copy: Copy, offset: int) -> bool:
    """True when the parse takes the name for a person's whose given name is known ("Jordan Times said")."""
    words = copy.text[offset : offset + 40].split()
    if (
        len(words) > 2
        and given_names.gender(words[0]) is not None
        and words[2].rstrip(".,:;") in _SPOKEN
        and not outlet(" ".join(words[:2]))
    ):
        return True
    return any(
        person.is_full and any(m.doc is copy.body and m.start_char <= offset < m.end_char for m in person.mentions)
        for person in copy.people
    )


def _quotation(copy: Copy, match: re.Match[str], *, before: bool) -> str:
    at = match.start() if before else match.end() + 1
    region = next((r for r in copy.regions if r.start <= at < r.end), None)
    return copy.text[region.start : region.end].strip('“”"') if region else ""
