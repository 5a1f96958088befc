"""One person whose role changes from one mention to the next."""

import re
from collections.abc import Iterator

from bot.analysis.errors.birthplaces import birthplaces
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.families import families
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.role_facts import Role, conflict
from bot.analysis.errors.roles import Bearer, bearers
from bot.analysis.errors.sides import fellows, other_sides
from bot.analysis.errors.strangers import strangers, unlike_headline
from bot.analysis.errors.told_sides import told_sides
from bot.analysis.errors.unnamed_roles import unnamed
from bot.language import grammar
from bot.language.tokens import Span as DocSpan

_WITHOUT_NAME = 0.55
"""Confidence where the later role has no name beside it."""


@check("person.changing-role", "Role that changes", severity="major", confidence=0.65)
def changing_role(copy: Copy) -> Iterator[Finding]:
    """ "Councillor Winters … Judge Winters", "the bishop of Leeds … of York"; a rank, a nation, a party."""
    people = copy.once(bearers)
    marked = set()
    for bearer in people:
        found = _first_change(bearer)
        if found is not None:
            marked.add(found[1].noun)
            yield _finding(copy, bearer.person.name, *found, behind=_name_behind(bearer, found[1]))
    for bearer, earlier, role in (*unnamed(copy, people), *other_sides(people), *fellows(copy, people)):
        marked.add(role.noun)
        yield _finding(copy, bearer.person.name, earlier, role, confidence=_WITHOUT_NAME)
    for who, earlier, role in (*strangers(copy, people), *unlike_headline(copy, people)):
        if role.noun not in marked:
            yield _finding(copy, who, earlier, role, confidence=_WITHOUT_NAME)
    for told in told_sides(copy, people):
        yield Finding(
            told.later,
            f"Possible mix-up: {told.who} is “{told.later.text}” here, which does not go with “{told.earlier.text}” "
            "elsewhere in the text. Check the role, or who this is.",
            evidence=(told.earlier,),
            confidence=_WITHOUT_NAME,
        )
    for who, first, later in (*families(copy), *birthplaces(copy)):
        yield Finding(
            later,
            f"Possible contradiction: “{later.text}” is told of {who} here, and “{first.text}” elsewhere in the text. "
            "Check which is right, or who this is.",
            evidence=(first,),
        )


def _name_behind(bearer: Bearer, role: Role) -> DocSpan | None:
    """The name right behind a role: "Judge Winters"."""
    return next((mention for mention, one in bearer.roles if one is role and mention.start == role.noun.i + 1), None)


def _finding(
    copy: Copy,
    who: str,
    earlier: Role,
    role: Role,
    *,
    confidence: float | None = None,
    behind: DocSpan | None = None,
) -> Finding:
    told = "somebody" if who == earlier.phrase.text else who
    return Finding(
        copy.of(_with_place(role) if behind is None else role.phrase.doc[role.phrase.start : behind.end]),
        f"Possible mix-up: {told} is “{_with_place(earlier).text}” above; here it is “{_with_place(role).text}”. "
        "Check the role, or say what changed or who this is.",
        evidence=(copy.of(earlier.phrase),),
        confidence=confidence,
    )


_OF_A_PLACE = ("place of", "team", "club", "seat", "workplace")


def _with_place(role: Role) -> DocSpan:
    """A role with the name behind it that says where: "mayor of Modena"."""
    if not any(kind.startswith(_OF_A_PLACE) for kind in role.facts):
        return role.phrase
    names = (name for how, name in grammar.modifiers(role.noun) if how in ("of", "for", "at") and name.i > role.noun.i)
    name = next(names, None)
    return role.phrase if name is None else role.phrase.doc[role.phrase.start : grammar.name_span(name).end]


_BOTH = re.compile(
    r"\b(?:(?:is|was|are|been) (?:also|both|too)|also (?:is|the|an?|plays?|teach\w*|works?|serves?|runs?|owns?)"
    r"|once (?:worked|served|was|played|taught|represented|defended)|used to)\b"
)
_MOVED = re.compile(
    r"\b(?:moved (?:to|from)|transferred|join(?:ed|s)|left (?:the|[A-Z]\w+)|on loan|switched|swapped|crossed the"
    r"|defected|signed (?:for|from|by)|resigned from|quit|stood for)\b"
)
_PROMOTED = re.compile(r"\b(?:was|were|been|is) (?:named|appointed|promoted|elected)\b|\bbec(?:ame|omes?)\b")


def _is_told_why(earlier: Role, role: Role, kind: str) -> bool:
    """True where the text says that somebody is both, or went from one place, party or post to the other."""
    first, last = earlier.noun, role.noun
    if _BOTH.search(first.sent.text) or _BOTH.search(last.sent.text):
        return True
    if first.doc is not last.doc:
        return False
    change = _MOVED if kind.startswith((*_OF_A_PLACE, "party")) else _PROMOTED
    return change.search(first.doc[first.sent.start : last.sent.end].text) is not None


def _first_change(bearer: Bearer) -> tuple[Role, Role] | None:
    """The first role that goes with none of those before it."""
    for number, (mention, role) in enumerate(bearer.roles):
        earlier = [one for where, one in bearer.roles[:number] if where != mention]
        kinds = {kind for one in earlier if (kind := conflict(one, role))}
        for kind in kinds:
            alike = [one for one in earlier if kind in one.facts]
            if all(conflict(one, role) for one in alike) and not _is_told_why(alike[0], role, kind):
                return alike[0], role
    return None
