"""States and bodies that are no more, acting now."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.old_states import MOMENT, STATES, UNIONS, is_of_a_past, is_of_old
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_DATA = Path(__file__).parents[1] / "data"


def _years(table: str) -> dict[str, int]:
    lines = (_DATA / table).read_text(encoding="utf-8").splitlines()[1:]
    return {name: int(year) for name, year in (line.split("\t") for line in lines)}


_ENDED, _BEGUN = _years("ended.tsv"), _years("begun.tsv")
"""Names of states, bodies, firms and currencies, each with the year when it ended, was renamed or began."""


def _by_first_letter(names: Iterable[str]) -> str:
    """A pattern of names, which tries at each place only those that begin with its letter."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        groups[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


_NAMES = re.compile(rf"(?<!\w)({_by_first_letter(_ENDED | _BEGUN)})(?!\w|-\w)")
_CLEARED = re.compile(
    r"\b(?:former(?:ly)?|ex|old|then|late|post|pre|once|collapse[ds]?|fall"
    r"|(?<!which )(?<!who )fell|break-?up|dissolution"
    r"|dissolved|history|historic"
    r"|historian|era|anniversary|museum|memor\w+|veteran|cold war|revive|restore|rebuild|recreate|nostalgi\w+|legacy"
    r"|heritage|debts?|creditors?|liquidat\w+|administrators?|insolven\w+|bankrupt\w+|palace|patriarch\w*"
    r"|still existed|founders?|defunct|customers|fans|shirts?|jerseys?|gone|miss(?:es|ed)?"
    r"|investors|victims|fraud|scandal|lawsuits?|renamed|rebranded"
    r"|archives?|film|novel|book|born|first known as|successor|world war|like the)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:next (?:week|month|year|spring|summer|autumn|winter)|tomorrow|this (?:spring|summer|autumn|year|week"
    r"|month)|(?:on|since|by|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\ds?\b")
_AN_AGE = 100
"""Years before its start in which a body is hardly meant to act: "carved in 1480 and valued at 900 euros"."""


_NOT_YET_CLEARED = re.compile(
    r"\b(?:now|today|later|present-day|modern|becom\w+|became|found\w*|establish\w*|set up|creat\w*|forerunner"
    r"|long before|predecessor|precursor|future|eventual\w*|histor\w+|named|renamed|join\w*|built|plan\w*|propos\w*"
    r"|idea|equivalent|worth|according|film|book|published|born)\b",
    re.IGNORECASE,
)
"""What lets a year stand beside a body of a later time."""


@check("fact.defunct-entity", "Body that no longer exists", severity="major", confidence=0.75)
def defunct(copy: Copy) -> Iterator[Finding]:
    """A state or body of a table at work after its end, now or in a year that is named, or before its start."""
    years = [int(year[:4]) for year in _YEAR.findall(f"{copy.text} {copy.title}")]
    for match, field in copy.matches(_NAMES):
        name = match.group(1)
        span = copy.docs[0 if field == "title" else 1].char_span(*match.span(1), alignment_mode="expand")
        if span is None or (copy.is_quoted(match.start()) and field == "text" and not _is_said_of_now(span)):
            continue
        text = copy.title if field == "title" else copy.text
        if text.endswith(_KEEP_NAMES, 0, span.end_char) or text.startswith(_KEPT_BEHIND, span.end_char):
            continue
        if not _is_at_home(copy, name):
            continue
        place = copy.span(*match.span(1), field)
        told = [int(year[:4]) for year in _YEAR.findall(_without(span))]
        ended, began = _ENDED.get(name), _BEGUN.get(name)
        if (
            began is not None
            and told
            and began - _AN_AGE < max(told) < began
            and not _NOT_YET_CLEARED.search(_clause(span))
            and _is_told_of_then(span)
        ):
            yield Finding(
                place,
                f"Possible anachronism: {name} began in {began}, and the text tells of {max(told)}. Check who it is.",
                confidence=0.6,
            )
        if ended is None or (copy.published is not None and copy.published.year <= ended):
            continue
        still = _acts_still(span)
        if _CLEARED.search(_clause(span)) or (told and min(told) <= ended and not still):
            continue
        tells_of_it = min(years, default=ended + 1) <= ended
        now = not _names_a_thing(span) and (not tells_of_it or _acts_itself(span))
        if is_of_a_past(span) or is_of_old(span):
            continue
        now = still or (now and _is_now(span, span.sent)) or (not told and _is_of_today(copy, span, ended))
        then = bool(told) and _takes_part(span) and not _CLEARED.search(span.sent.text)
        if now or then or (not told and not tells_of_it and _acts_in_news(copy, span, years)):
            told_of = str(max(told)) if then else "now or later" if now else "these days"
            yield Finding(
                place,
                f"Possible anachronism: {name} ended in {ended}, and the text speaks of {told_of}. Check who is meant.",
                confidence=None if now else 0.65,
            )


def _is_told_of_then(span: DocSpan) -> bool:
    """True unless the clause of the name is of the present: "She graduated in 1965 and runs Google"."""
    verb: Token = span.root
    while verb.pos_ not in ("VERB", "AUX") and (above := grammar.governor(verb)) is not None:
        verb = above
    near = [verb, *(one for one in grammar.dependents(verb) if one.pos_ == "AUX")]
    return not any(word.tag_ in ("VBZ", "VBP", "MD") for word in near)


def _is_said_of_now(span: DocSpan) -> bool:
    """True for a name in what somebody says of a time to come: “I will sign it in the Soviet Union on Friday”."""
    sentence = span.sent
    is_to_come = any(token.lower_ in ("will", "’ll", "'ll", "shall") for token in sentence)
    return is_to_come or _NOW.search(sentence.text) is not None


_KEEP_NAMES = ("Bank of Ceylon", "Lake Tanganyika")
_KEPT_BEHIND = (" Oblast", " oblast", " region", " Region", " Plastics", " Strait")
"""What goes on under an old name."""

_AT_HOME = (
    dict.fromkeys(
        (
            "Audit Commission",
            "Board of Trade",
            "Border Agency",
            "Competition Commission",
            "Financial Services Authority",
            "Highways Agency",
        ),
        "GB",
    )
    | {"Inland Revenue": "GB", "Office of Fair Trading": "GB", "Atomic Energy Commission": "US", "Formosa": "TW"}
    | {
        "escudos": "PT",
        "guilders": "NL",
    }
)
"""Names that others bear as well: where the one that ended had its seat."""


def _is_at_home(copy: Copy, name: str) -> bool:
    """True unless the name is that of a body of other countries too, and the text tells of another one."""
    home = _AT_HOME.get(name)
    told = [where.place.country for where in copy.places if where.place.country]
    return home is None or (home in told and max(set(told), key=told.count) == home)


def _without(span: DocSpan) -> str:
    """The sentence of a name without the name."""
    sentence = span.sent
    return f"{span.doc[sentence.start : span.start].text} {span.doc[span.end : sentence.end].text}"


_PLACED = frozenset({"in", "from", "to", "by", "with", "at", "into", "under", "between", "and"})
_MEMBERS = frozenset(
    {"member", "officer", "official", "head", "chief", "president", "minister", "leader", "spokesman", "spokeswoman"}
    | {"embassy", "consulate", "delegation", "parliament", "army", "navy", "team", "ministry", "company", "firm"}
    | {"court", "flight", "summit", "branch", "spokesperson", "employee", "staff", "share"}
    | {"director", "inspector", "agent", "envoy", "ambassador", "delegate", "government", "police", "troop", "border"}
)


def _names_a_thing(span: DocSpan) -> bool:
    """True for "a Soviet tank", "the Byzantine Empire exhibition": what has the name outlives the body."""
    head = grammar.governor(span.root)
    modifies = grammar.relation(span.root) in ("amod", "compound") and head is not None
    return modifies and head is not None and head.lemma_.lower() not in _MEMBERS


def _is_of_a_kind(span: DocSpan) -> bool:
    """True for "Ceylon tea"."""
    return grammar.relation(span.root) == "compound" and _names_a_thing(span)


def _acts_itself(span: DocSpan) -> bool:
    """True for the name itself as the doer, not for what comes from it ("a Soviet officer")."""
    return grammar.relation(span.root) not in ("amod", "compound") and _is_doing(span.root)


def _takes_part(span: DocSpan) -> bool:
    """True for a name as the subject or agent of an act, as a place of it, or as what those who act belong to."""
    noun = span.root
    if grammar.preposition(noun) == "of" and (head := grammar.governor(noun)) is not None:
        return head.lemma_.lower() in _MEMBERS
    before = span.doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ == "the" and span.start > 1:
        before = span.doc[span.start - 2]
    if (before is not None and before.lower_ in _PLACED) or _is_of_money(span):
        return True
    if any(grammar.relation(clause) == "acl:relcl" and clause.tag_ == "VBD" for clause in grammar.dependents(noun)):
        return True
    return _is_doing(noun)


def _is_of_money(span: DocSpan) -> bool:
    return span.start > 0 and span.doc[span.start - 1].like_num


_THESE_DAYS = re.compile(
    r"\b(?:on|last|next|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:last|next|this) (?:week|month|night|year|season|spring|summer|autumn|winter|weekend)\b"
    r"|\b(?:yesterday|tomorrow|today)\b"
)
_NO_ACT = frozenset(
    {
        "collapse",
        "fall",
        "dissolve",
        "found",
        "exist",
        "end",
        "join",
        "split",
        "abolish",
        "replace",
        "become",
        "succeed",
    }
    | {"break", "rename", "remember", "recall", "emigrate", "flee", "grow", "serve", "occupy", "invade", "annex"}
)
_PART_OF = ("nmod", "nmod:poss", "compound", "amod", "appos", "flat", "nmod:desc", "conj")
_BY = frozenset({"by", "according to", "into", "across"})


def _acts_in_news(copy: Copy, span: DocSpan, years: list[int]) -> bool:
    """True for the name, or what belongs to it, as the subject or agent of an act in news of these days."""
    if not (years or _THESE_DAYS.search(copy.text)) or _CLEARED.search(span.sent.text) or _is_of_a_kind(span):
        return False
    if any(word.lower_ == "had" for word in _auxiliaries(span.root)):
        return False  # "Prosecutors said on Friday that Enron had lent"
    return _is_doing(span.root)


_OVER = frozenset({"under", "out of", "during", "behind", "since", "like", "after", "before", "until"})


def _is_of_today(copy: Copy, span: DocSpan, ended: int) -> bool:
    """True for a state or a union of states in a paragraph that tells of nothing long ago: "a stage in Yugoslavia"."""
    if span.text not in STATES | UNIONS or _names_a_thing(span) or grammar.preposition(span.root) in _OVER:
        return False
    verb = grammar.governor(span.root)
    is_told = verb is not None and verb.tag_ in ("VBD", "VBN") and grammar.relation(span.root) != "nsubj"
    if span.doc is not copy.body or (is_told and not MOMENT.search(span.sent.text)):
        return False
    paragraph = copy.paragraphs[copy.paragraph_number(span.start_char)].text
    if _CLEARED.search(span.sent.text) or any(int(year[:4]) <= ended + _SOON for year in _YEAR.findall(paragraph)):
        return False
    return span.text in UNIONS or not any(word.lower_ == "had" for word in _auxiliaries(span.root))


_SOON = 10
"""Years after an end of which a text may still speak as of it."""


def _auxiliaries(word: Token) -> Iterator[Token]:
    """The auxiliaries of the clause that a word stands in."""
    verb = word
    while verb.pos_ not in ("VERB", "AUX") and (above := grammar.governor(verb)) is not None:
        verb = above
    yield from (one for one in grammar.dependents(verb) if one.pos_ == "AUX")


def _is_doing(noun: Token) -> bool:
    """True for a name, or what belongs to it, as the subject or agent of an act."""
    while grammar.relation(noun) in _PART_OF and (above := grammar.governor(noun)) is not None:
        noun = above
    verb = grammar.governor(noun)
    if verb is None or verb.lemma_.lower() in _NO_ACT:
        return False
    return grammar.relation(noun) in ("nsubj", "nsubj:pass") or (
        grammar.relation(noun) in ("obl:agent", "obl") and grammar.preposition(noun) in _BY
    )


def _acts_still(span: DocSpan) -> bool:
    """True for "the Soviet Union still applies it", whatever years are told of before."""
    verb = grammar.governor(span.root)
    if verb is None or grammar.relation(span.root) != "nsubj" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return any(word.lower_ in ("still", "now", "currently") for word in grammar.dependents(verb))


def _clause(span: DocSpan) -> str:
    """The words around a name that can clear it: up to six before and eight after, in its sentence."""
    sentence = span.sent
    return span.doc[max(sentence.start, span.start - 6) : min(sentence.end, span.end + 6)].text


def _is_now(span: DocSpan, sentence: DocSpan) -> bool:
    """True for a future or present clause around the name, or words for a time to come in its sentence."""
    if _NOW.search(sentence.text) or any(
        token.lower_ == "will" for token in span.doc[span.end : min(sentence.end, span.end + 5)]
    ):
        return True
    verb: Token = span.root
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    if _is_present(verb) or verb.tag_ != "VB":
        return _is_present(verb)
    return _is_present(verb.head) or _is_present(verb.head.head)  # "makes it easier for the KGB to close"


def _is_present(verb: Token) -> bool:
    return any(token.tag_ in ("MD", "VBZ", "VBP") for token in (verb, *verb.children))
