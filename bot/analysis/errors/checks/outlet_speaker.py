"""Words of a person credited to the outlet that a person told them to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.outlets import bare_name, is_outlet, is_titled_abroad
from bot.analysis.errors.quotation import Region
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.ties import single_quoted
from bot.language import given_names
from bot.language.outlets import outlet
from bot.model import Span

_PART = r"[A-Z](?:[\w’&-]|\.(?=\w))*"
_NAME = rf"(?:[Tt]he )?{_PART}(?: (?:(?:of|de|del|la|della|du|des|do|da)(?: the)? )?{_PART}| \d{{1,3}}){{0,4}}"
_KIND = (
    r"newspaper|paper|news agency|agency|broadcaster|radio station|station|television channel|channel|magazine|website"
    r"|news site|tabloid|broadsheet|daily|weekly|journal|news network|news conference|press conference|programme"
    r"|program|podcast|press|breakfast show|talk show|radio|television|(?:news )?outlet|(?:news|wire) service|wire"
    r"|(?:news )?portal|publication|periodical|monthly|fortnightly|news channel|news desk|newsroom"
)
_OF_NATION = r"[A-Z][a-z]+(?:an|ish|ese|ch|sh|ic|ek|li|aqi)"
"""Most demonyms: "Norwegian broadcaster NRK"."""

_SAID = (
    "said|says|added|stated|told|explained|noted|continued|insisted|warned|argued|claimed|recalled|stressed|reported"
    "|wrote|commented|declared|announced|asserted|maintained|revealed|concluded|observed|remarked|replied|answered"
    "|responded|suggested|predicted|recounted|testified|disclosed|acknowledged|emphasised|emphasized|pointed out"
    "|cautioned|urged|asked|went on|adds|explains|recalls|notes|insists|argues|warns|admits"
)
_FELT = (
    "confided|confessed|admitted|joked|quipped|laughed|sighed|whispered|shouted|cried|sobbed|wept|lamented|complained"
    "|grumbled|boasted|protested|promised|vowed|mused|reflected|reminisced|exclaimed|pleaded|begged|conceded|smiled"
    "|retorted|countered|murmured|muttered|grinned|marvelled|enthused|gushed|fumed|raged|apologised|apologized|swore"
)
"""Only a person does these."""


def _media(number: int) -> str:
    """A name, with or without "the newspaper" before it or "newspaper" after it, or "the newspaper" alone."""
    kind = (
        rf"(?:(?:[Tt]he|[Tt]his|[Aa]|[Ll]ocal|[Hh]er|[Hh]is|{_OF_NATION}|[A-Z]\w+[’']s)"
        r" (?:[a-z]+ |[A-Z][a-z]+ ){0,2}?"
        rf"(?P<kind{number}>{_KIND})\b|(?P<crowd{number}>[Rr]eporters|[Jj]ournalists))"
    )
    name = r"(?:(?:[A-Z][a-z]+ ){1,2}[’']s? |[A-Z]\w+(?:[’']s|-based) )?"
    name += rf"(?P<name{number}>{_NAME}(?: newspaper| magazine| news agency| radio| television)?)"
    name += rf"(?:[’']s (?:[a-z]+ )?(?:{_KIND}))?"
    return (
        rf"(?:{kind},? {name}|{name.replace('name', 'only')}|{kind.replace('kind', 'bare').replace('crowd', 'herd')})"
    )


def _verb(number: int) -> str:
    return rf"(?:(?:also|then|later|once|has|had|now) )?(?:{_SAID}|(?P<felt{number}>{_FELT}))"


_END = (
    r"(?=[.,;:\n]|$| (?:in|on|at|when|after|as|from|who|which|outside|inside|before|during|by|with|last|this|earlier"
    r"|later|yesterday|while|over|afterwards)\b)"
)
_AFTER = re.compile(
    rf"(?<!\w) ?(?:(?:(?:an?|the) (?:article|story|report|piece|dispatch|feature) (?:in|by|from"
    rf"|on) )?{_media(1)},? {_verb(1)}\b|{_verb(2)} {_media(2)}{_END}|according to {_media(3)}{_END}"
    rf"|\s?[—–-]{{1,2}} ?{_media(5)}(?=[.\n]|$)"
    rf"|[a-z, ]{{0,40}}\b(?P<felt4>written|penned|spoken|uttered) by {_media(4)}{_END})"
)
_BEFORE = re.compile(
    rf"(?:^|(?<=[.!?”\",\n] )|(?<=\n))(?:{_media(1)},? {_verb(1)}(?: that)?[:,]? |[Aa]ccording to {_media(2)}[:,]? "
    rf"|[Aa]s {_media(4)} (?:put it|{_SAID})[:,] "
    rf"|{_media(3)}: )$"
)
_REACH = 160
_OWN_VOICE = re.compile(
    r"\b(?:editorial|leader|statement|spokes\w+|tweet|op-ed|column(?:ist)?|headline|report|apolog\w+|press release"
    r"|reviews?|reviewer|critic|critics|correspondent|reporter|editor|e-?mail|reply|filing|letter)\b",
    re.IGNORECASE,
)
_STOPS, _STARTS = re.compile(r"[.!?](?=\s)|[\n“\"‘]"), re.compile(r"[\n”\"“]|[,.!?…][’'](?=\s)")
"""What ends the words around a tag: the sentence, and quotations beside it, whose words are no voice of the outlet."""
_OWN_WORK = re.compile(
    r"\b[Oo]ur (?:report\w*|coverage|journalis\w+|stor(?:y|ies)|readers|viewers|listeners|audiences?|newsroom|editor\w*"
    r"|correspondents?|programmes?|broadcasts?|website|front page)\b"
)
"""What only an outlet calls its own."""
_WRITTEN = re.compile(r"\b(?:wrote|reported)\b")
"""What an outlet does in its own words."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|myself|ourselves)\b|\b(?:I|[Ww]e)[’']")
_ONE_PERSON = re.compile(r"\b(?:I|[Mm]y|me|myself)\b|\bI[’']")
_AUTHORS = word_set(
    "paper journal website agency station channel press radio television podcast newspaper magazine broadcaster tabloid"
    " broadsheet network outlet portal publication newsroom reporters Reporters journalists Journalists"
)
"""Kinds of body whose own "we" may be quoted."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """Who is named beside a quotation: by name, by what it is, and whether only a person does the verb."""

    name: str | None
    kind: str | None
    felt: bool
    place: Span


@check("quote.outlet-as-speaker", "Quotation credited to the outlet", severity="critical", confidence=0.9)
def outlet_speaker(copy: Copy) -> Iterator[Finding]:
    """ "…,” Reuters said" where the words are somebody's: first person, or others here "told Reuters"."""
    for region in _quoted(copy):
        words = copy.text[region.start : region.end].strip('“”"‘’')
        for tag in (_tag_after(copy, region), _tag_before(copy, region)):
            if tag is None or len(words.split()) < 3 or _speaks_itself(copy, tag, words):
                continue
            confidence = _confidence(copy, tag, words)
            if confidence is not None:
                told = tag.name is not None and _is_told(copy, tag.name)
                credited = bare_name(tag.name) if tag.name else tag.kind or ""
                yield Finding(
                    tag.place,
                    f"Possible wrong attribution: a person’s words are credited to “{credited}”"
                    + (", to whom others here speak. " if told else ", a news outlet. ")
                    + "Check who said this; it may have been said to the outlet.",
                    suggestion="name the speaker",
                    confidence=confidence,
                )


def _quoted(copy: Copy) -> Iterator[Region]:
    """What stands in quotation marks, also in single ones where the story has none other."""
    yield from copy.regions
    for quote in copy.story.quotes:
        if (
            quote.kind != "indirect"
            and quote.field == "text"
            and quote.text[0] in "‘'"
            and not copy.is_quoted(quote.start)
        ):
            yield Region(quote.start, quote.end, closed=True)
    known = {quote.end for quote in copy.story.quotes}
    for start, end in copy.once(single_quoted):
        if end not in known and not copy.is_quoted(start):
            yield Region(start, end, closed=True)


def _tag_after(copy: Copy, region: Region) -> _Tag | None:
    match = _AFTER.match(copy.text, region.end, region.end + _REACH)
    return None if match is None else _read(copy, match, copy.trimmed(*match.span()))


def _tag_before(copy: Copy, region: Region) -> _Tag | None:
    match = _BEFORE.search(copy.text[max(0, region.start - _REACH) : region.start])
    if match is None:
        return None
    at = max(0, region.start - _REACH)
    return _read(copy, match, copy.trimmed(at + match.start(), at + match.end() - 2))


def _read(copy: Copy, match: re.Match[str], place: Span) -> _Tag | None:
    """The tag of a match; None where it names a person."""
    groups = {key.rstrip("12345"): value for key, value in match.groupdict().items() if value}
    name = groups.get("name") or groups.get("only")
    kinds = [groups[key] for key in ("kind", "crowd", "bare", "herd") if key in groups]
    if (
        name is not None
        and not kinds
        and not (is_titled_abroad(name) or _is_told_abroad(copy.text, name))
        and not _is_told(copy, name)
        and _is_person(copy, place.start + place.text.index(name))
    ):
        return None
    return _Tag(name, next(iter(kinds), None), "felt" in groups, place)


def _confidence(copy: Copy, tag: _Tag, words: str) -> float | None:
    """How sure it is that a person said the words; None where the outlet may have."""
    first_person = bool(_FIRST_PERSON.search(words))
    one_person = bool(_ONE_PERSON.search(words))
    if tag.name is not None and (
        _is_outlet(copy, tag.name) or (one_person and (_is_paper(tag.name) or _is_told_abroad(copy.text, tag.name)))
    ):
        if tag.felt or first_person:
            return 0.95
        return None if len(words.split()) < 4 else 0.9 if _is_told(copy, tag.name) else 0.65
    if tag.kind is None or not first_person:
        return None
    if tag.kind in _AUTHORS and not one_person and not any(copy.hearers.values()):
        return None
    return 0.85 if one_person else 0.75


def _speaks_itself(copy: Copy, tag: _Tag, words: str) -> bool:
    """True where the text says that the outlet's own words are given, or the quotation names the outlet first."""
    start, end = tag.place.start, tag.place.end
    after = _STOPS.split(copy.text[end : end + 60])[0]
    before = _STARTS.split(copy.text[max(0, start - 60) : start])[-1]
    written = _WRITTEN.search(copy.text, start, end)
    if written and not _ONE_PERSON.search(words) and not (tag.name and _is_told(copy, tag.name)):
        return True
    if _OWN_VOICE.search(after) or _OWN_VOICE.search(before) or _OWN_WORK.search(words):
        return True
    return tag.name is not None and bare_name(tag.name).lower() in words.lower()[: len(tag.name) + 8]


def _is_told(copy: Copy, name: str) -> bool:
    """True when the article says that somebody told something to the bearer of this name."""
    return copy.hearers.get(bare_name(name), False)


def _is_told_abroad(text: str, name: str) -> bool:
    """True for "Le Planteur" where somebody "told Le Planteur" and no given name stands before it."""
    if not name.startswith(("Le ", "La ", "El ", "Il ", "Der ", "Die ", "Das ")) or f"told {name}" not in text:
        return False
    return re.search(rf"[A-Z][\w’-]+ {re.escape(name)}\b", text) is None


def _is_paper(name: str) -> bool:
    """True for half of the name of a paper: "the Sentinel"."""
    bare = bare_name(name)
    return bare != name and " " not in bare and is_outlet(f"A {bare}")


def _is_outlet(copy: Copy, name: str) -> bool:
    return is_outlet(name) or bare_name(name) in copy.hearers


def _is_person(copy: Copy, offset: int) -> bool:
    """True when the parse takes the name for a person's, or it is a given name and one word ("Jordan Times said")."""
    words = copy.text[offset : offset + 40].split()
    if (
        len(words) > 2
        and words[0].lower() not in ("the", "daily", "sunday", "evening", "morning", "radio")
        and given_names.gender(words[0]) is not None
        and words[2].rstrip(".,:;") in _SAID.split("|")
        and not outlet(" ".join(words[:2]))
    ):
        return True
    return any(
        person.is_full and any(m.doc is copy.body and m.start_char <= offset < m.end_char for m in person.mentions)
        for person in copy.people
    )
