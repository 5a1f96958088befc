"""What nobody in a role does: a judge has no client, a prosecutor does not plead for the accused.

Roles of a court, of sport and of politics, each with words for what the other side does.
"""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.role_facts import Role
from bot.analysis.errors.roles import joined
from bot.model import Span

_CLIENT = r"\b(?:his|her|their) clients?\b"
_MERCY = (
    r"\b(?:plead(?:ed|s)?|pled|ask(?:ed|s)?|call(?:ed|s)?|beg(?:ged|s)?|appeal(?:ed|s)?) for (?:leniency|mercy|clemency"
    r"|a lighter (?:sentence|term)|(?:his|her|their) acquittal)\b(?! for\b)"
    r"|\basked (?:the (?:court|judge|jury)|jurors) to (?:acquit|show (?:mercy|leniency)|spare)\b"
)
_DEMAND = (
    r"\b(?:(?:asked|asks|called|calls|pushed|pressed) for|sought|seeks|demanded|demands|requested) (?:(?:a|an|the) )?"
    r"(?:(?:prison|jail|custodial|tough\w*|long\w*|stiff\w*|heav\w+|maximum|life) (?:\w+ )?(?:terms?|sentences?"
    r"|imprisonment|penalt\w+)|death penalty)\b"
)
_YEARS = (
    r"\b(?:(?:asked|asks|called|calls) for|sought|demanded|requested) (?:sentences?(?! reports?)|imprisonment"
    r"|[\w-]+(?: and a half)? years?(?:[’'] (?:in prison|imprisonment)| in prison))\b"
)
_CONVICT = (
    r"\b(?:asked|urged|told|called on) (?:the )?(?:jurors?|jury|court) to (?:convict|find \w+ guilty|jail)\b"
    r"(?! [^.;]*\b(?:rather|instead|lesser|only|manslaughter)\b)"
)
_APPEAL = r"\bsaid (?:he|she) (?:would|will) appeal(?! (?:to|for))\b"
_INDICT = r"(?<!was )(?<!were )(?<!been )(?<!the )(?<!an )\bindicted\b|\b(?:brought|filed) charges against\b"
_HE = r"\A(?:, [^,]{2,40})?,? (?:who )?"
_RULED = rf"{_HE}(?:sentenced|acquitted|jailed|presided)\b(?! (?:since|for|in|on|to|of|last|by|after)\b)"
_PLEADED = (
    rf"{_HE}(?:cross-examined|prosecuted"
    r"(?![^.;]{0,60}\b(?:as an?|before|until|career|early|earlier|once|in (?:19|20)\d\d)\b)"
    r"|defended (?:him|her|the (?:accused|defendant|suspect))"
    r"|was (?:acquitted|jailed|sentenced))\b"
)
_PLAYED = (
    rf"{_HE}(?:scored|netted|headed (?:in|home)|converted|missed (?:a|the) penalty|saved|was (?:booked"
    r"|sent off|substituted))\b"
)
_REFEREED = rf"{_HE}(?:showed \w+ (?:a|the) (?:red|yellow) card|awarded (?:a|the) penalty|blew)\b"
_NOT_DONE = {
    "judge": (_CLIENT, _MERCY, _DEMAND, _YEARS, _CONVICT, _APPEAL, _PLEADED),
    "prosecutor": (_CLIENT, _MERCY, _RULED),
    "defence": (_DEMAND, _CONVICT, _INDICT, _RULED),
    "law": (_RULED,),
    "coroner": (_CLIENT, _MERCY),
    "juror": (_CLIENT,),
    "police": (_CLIENT, _MERCY, _RULED),
    "referee": (_PLAYED,),
    "goal": (_REFEREED,),
}
_SAID_OF_OWN = frozenset({"judge", "prosecutor", "coroner", "juror"})
"""Those who do not speak of a client of theirs."""
_PATTERNS = {name: re.compile("|".join(patterns)) for name, patterns in _NOT_DONE.items()}
_OWN_CLIENT = re.compile(r"\b(?:my|our) clients?\b", re.IGNORECASE)
_ANY = re.compile(
    r"\bclients?\b|\b(?:leniency|mercy|clemency|acquit\w*|sentence\w*|imprisonment|in prison|penalt\w+|convict|find"
    r"|indicted|charges against|appeal|jailed|presided|cross-examined|prosecuted"
    r"|defended|scored|sent off|card)\b"
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:whose|whom|who|lawyers?|attorneys?|counsel|barristers?|solicitors?|defen[cs]e|prosecut\w+|defender|defendants?"
    r"|after|when|while|because|before|if|that (?!(?:his|her|their) client)(?:the|a|an|[A-Z])|cited|quoted|rejected"
    r"|dismissed|refused|accept\w*|den(?:y|ied)|grant\w*|ignored|noting that)\b"
)
"""Words between a role and a deed that let the deed be another’s."""
_GOES_ON = re.compile(r"\A(?:He|She|They)\b")
_TAG = 30
"""Characters between a quotation and the name of who said it: ",” said Ms"."""
_FIRST, _NEXT = 160, 120
"""Characters behind a name, and of the next sentence, in which a deed stands that is its bearer’s own."""

Deed = tuple[str, Role, Span]


def undone(copy: Copy) -> Iterator[Deed]:
    """Whoever does what the role beside the name does not: "the judge, Joost Verbeke, said that his client"."""
    if _ANY.search(copy.text) is None:
        return
    for mention, person in copy.mentions:
        for role in joined(mention):
            pattern = _PATTERNS.get(role.facts.get("class", ""))
            if pattern is None or copy.is_quoted(mention.start_char):
                continue
            name = role.facts["class"]
            place = _deed(copy, mention.end_char, pattern, name) or _own_client_before(copy, mention.start_char, name)
            if place is not None:
                yield person.name, role, place


def _own_client_before(copy: Copy, start: int, name: str) -> Span | None:
    """ "my client" in the quotation right before whoever said it, one of those who have none: "“My client …,” Lowe"."""
    if name not in _SAID_OF_OWN:
        return None
    region = next((one for one in copy.regions if 0 < start - one.end <= _TAG), None)
    if region is not None and re.search(r"[.\n]\s", copy.text[region.end : start].removesuffix("Mr. ")):
        return None
    match = _OWN_CLIENT.search(copy.text, region.start, region.end) if region is not None else None
    return copy.span(*match.span()) if match is not None else None


def _deed(copy: Copy, start: int, pattern: re.Pattern[str], name: str) -> Span | None:
    """The deed that is told behind a name, in its sentence or in the next, where that goes on about the same person."""
    line = copy.text[start : start + _FIRST + _NEXT].partition("\n")[0]
    ends = re.search(r"(?<=[a-z]{2}[.!?])[”’\"']? (?=[A-Z“‘\"])", line)
    first, rest = (line, "") if ends is None else (line[: ends.start()], line[ends.end() :])
    pieces = [(0, first)]
    if ends is not None and _GOES_ON.match(rest):
        pieces.append((ends.end(), rest))
    for at, words in pieces:
        match = pattern.search(words)
        if match is None or copy.is_quoted(start + at + match.start()):
            match = _OWN_CLIENT.search(words) if name in _SAID_OF_OWN else None
            if match is None or not copy.is_quoted(start + at + match.start()):
                continue
        if _OTHER_SUBJECT.search(words[: match.start()]) is None:
            return copy.span(start + at + match.start(), start + at + match.end())
    return None
