"""Votes for and against, and those who did not vote, against the number of members that the text gives."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning.mismatch import Mismatch, shown
from bot.analysis.errors.taken_up import is_slip
from bot.language.quantities import number

_N = r"(?:\d{1,3}(?:,\d{3})?|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)"
_BODY = re.compile(rf"\b({_N})[- ](?:member|seat|strong|person)\b")
_TALLY = re.compile(
    r"\b(?:(\d{1,3}|[a-z]+(?:-[a-z]+)?) votes? to (\d{1,3}|[a-z]+(?:-[a-z]+)?)\b"
    r"|(?:by|of|was|voted?|(?:motion|bill|measure|resolution|amendment|ordinance|proposal|plan|budget|[Ii]t)"
    r" (?:was )?(?:passed|failed|carried|approved|adopted|rejected|defeated|lost)) (\d{1,3}"
    r"|[a-z]+)(?: to |[–-])(\d{1,3}|[a-z]+)\b"
    r"|(\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: members?| councillors?)? (?:voted )?(?:for|in favou?r)(?: (?:of )?"
    r"[a-z ]{3,30}?)?,? (?:and |with )?"
    r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: voted)? (?:against|opposed))"
)
_NOT_CAST = (
    r"(?:abst|not voting|absent|did not (?:vote|cast|take part)|(?:were|was) (?:absent|away|missing)|stayed away)"
)
_ASIDE = re.compile(
    rf"(?:,? (?:and|with|while)|[.;,])\s{{0,2}}(?:[Aa]nother |a further )?({_N})"
    rf"(?: (?:members?|others?|councillors?|senators?|deputies|lawmakers)"
    rf"(?: of (?:the|its) (?:[\w’'-]+ ){{1,2}}?(?=[a-z]+ {_NOT_CAST}))?"
    rf"| of (?:the|its) {_N} [a-z]+(?: of (?:the |its )?[\w’'-]+)?)?(?: [a-z]+)? {_NOT_CAST}"
)
_SEATED = frozenset(
    {"member", "seat", "councillor", "senator", "lawmaker", "deputy", "delegate", "mp", "legislator", "alderman"}
    | {"judge", "justice", "juror", "commissioner", "trustee", "governor", "director", "magistrate", "supervisor"}
)
_OTHERS = re.compile(r"^ (?:other|fellow)\b")
"""Behind a number of members that leaves one out: "the mayor votes along with the eight other members"."""
_STANDS_FOR = re.compile(r"\b(?:represent(?:s|ing)|has|with|of (?:the|its)) (?:all |some )?$")
_REACH = 200
"""Characters behind a vote in which the text says who did not take part."""


def ballots(text: str, sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """More votes than the body has members; or more than the electors named beside the vote, by one slip."""
    sizes = [number(m.group(1)) or 0.0 for m in find_all(_BODY, text)]
    seated = [(s, f) for s in sentences for f in s.figures if f.is_plain and f.lemma in _SEATED]
    sizes += [f.value + (_OTHERS.match(s.after(f)) is not None) for s, f in seated]
    yield from _presences(text)
    yield from _valid(sentences)
    for match in find_all(_TALLY, text):
        cast = [number(group) for group in match.groups() if group]
        end, total = match.end(), sum(vote for vote in cast if vote is not None)
        if None in cast:
            continue
        asides = _asides(text, match.end())
        absent = [number(told.group(1).lower()) or 0.0 for told in asides]
        others = sum(absent)
        joined = asides and text[match.end() : asides[0].start(1)].strip(", ") in ("and", "with", "while")
        start, end = match.start(), asides[-1].end() if joined else end
        if len(asides) > 1 and not joined:
            start, end = asides[0].start(1), asides[-1].end()
        known = max((size for size in sizes if size not in absent), default=0.0)
        votes = max(vote or 0.0 for vote in cast)
        every = total + others
        if votes < known < every:
            yield Mismatch(start, end, f"these are {shown(every)} votes, and the text counts {shown(known)} members")
        elif others:
            yield from _electors(match, sentences, every)


_AND_ASIDE = re.compile(rf"\w*(?:,? and|,|;)\s({_N})(?: (?:others?|members?|more))? {_NOT_CAST}")


def _asides(text: str, start: int) -> list[re.Match[str]]:
    """What is told, behind a vote, of those who took no part in it."""
    first = _ASIDE.search(text, start, start + _REACH)
    again = _AND_ASIDE.match(text, first.end()) if first is not None else None
    return [told for told in (first, again) if told is not None and number(told.group(1).lower())]


_FOR = re.compile(r"^[^,;.]{0,40}?\b(?:for|in favou?r(?: of)?|yes)\b")
_AGAINST = re.compile(r"^[^,;.]{0,40}?\b(?:against|opposed|no)\b")
_VALID = re.compile(r"\b(?:out )?of (?:the |a total of |all )?$")
_CAST = frozenset({"ballot", "vote", "voter", "paper"})


def _valid(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "52,340 people voted against and 38,115 in favour, out of 84,155 valid ballots"."""
    for sentence in sentences:
        for one, two, whole in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
            words = sentence.between(one, two), sentence.between(two, whole)
            sides = (_FOR.match(words[0]) and _AGAINST.match(words[1])) or (
                _AGAINST.match(words[0]) and _FOR.match(words[1])
            )
            plain = all(f.is_plain and not f.quantity.hedge for f in (one, two, whole))
            cast = _CAST & {whole.lemma or "", whole.measure or ""} and _VALID.search(sentence.before(whole))
            total = one.value + two.value
            slips = [(total, whole.value), (one.value, whole.value - two.value), (two.value, whole.value - one.value)]
            wrong = total > whole.value or (total != whole.value and any(b > 0 and is_slip(a, b) for a, b in slips))
            if sides and plain and cast and wrong:
                yield Mismatch(one.start, whole.end, f"these are {shown(total)} votes, not {shown(whole.value)}")


_PRESENT = re.compile(
    rf"\b[Aa]ll (?:of )?(?:the |its )?({_N}) (?:[a-z]+ )?(?:of them|[a-z]+s|MPs) (?:were |was "
    rf"|had )?(?:present|there\b|in the (?:room|chamber)"
    rf"|in attendance|took part|voted|cast|sat\b|turned (?:up|out)|attended)"
    rf"|({_N}) (?:[a-z]+ )?[a-z]+s (?:were|had) all (?:present|there|voted|turned (?:up|out)|attended|taken part)"
)
_ABSTAINED = re.compile(rf"\b(no|{_N}) (?:members? |councillors? )?(?:abst(?:entions?|ain(?:ed|ing)))\b")
_DECIDES = re.compile(
    r"\b(?:vot|ballot|motion|bill|judge|justice|commission|council|senat|board|panel|jur|court)", re.I
)
_VOTED = re.compile(r"\b(?:voted|cast)\b")


_SCORE = re.compile(r"(?<![\d.,:–-])(\d{1,3})[-–](\d{1,3})(?![\d.,:–-]*\d)")


def _presences(text: str) -> Iterator[Mismatch]:
    """ "by six votes to two, with no abstentions. … All nine members were present": all of them, and their votes."""
    for here in find_all(_PRESENT, text):
        start, end = max(0, here.start() - _ROUND), here.end() + _ROUND
        votes = list(_TALLY.finditer(text, start, end)) or list(_SCORE.finditer(text, start, end))
        members = number(here.group(1) or here.group(2)) or 0.0
        if len(votes) != 1 or not members or not _DECIDES.search(text, start, end):
            continue
        told = _ABSTAINED.search(text, start, end)
        abstained = 0.0 if told is None or told.group(1).lower() == "no" else number(told.group(1)) or 0.0
        cast = sum(number(vote) or 0.0 for vote in votes[0].groups() if vote) + abstained
        known = told is not None or _VOTED.search(here.group()) is not None
        if 0.4 < cast / members < 2.5 and (cast > members or (known and cast < members)):
            near = min(here.start(), votes[0].start()), max(here.end(), votes[0].end())
            at = near if near[1] - near[0] < _ROUND else here.span()
            yield Mismatch(*at, f"these are {shown(cast)} votes, and {shown(members)} are said to have been there")


_ROUND = 240
"""Characters around a vote in which the text says how many were there."""


_VACANT = re.compile(
    r"\b(?:(?:seats?|posts?|places?) (?:is|are|was|were|stands?|stood|remain\w*) (?:vacant|empty)"
    r"|(?:vacant|empty) (?:seat|post|place)s?|vacanc(?:y|ies))\b"
)


def _electors(tally: re.Match[str], sentences: Sequence[Sentence], every: float) -> Iterator[Mismatch]:
    """ "The vote was 300 to 120, said the union, which represents 540 nurses. Thirty did not vote"."""
    for sentence in sentences:
        if sentence.start <= tally.start() < sentence.start + len(sentence.text):
            for size in sentence.figures:
                if _VACANT.search(sentence.text):
                    continue
                named = size.start > tally.end() and size.lemma is not None and size.is_plain
                if named and _STANDS_FOR.search(sentence.before(size)) and is_slip(size.value, every):
                    message = f"those who voted and those who did not make {shown(every)}, not {shown(size.value)}"
                    yield Mismatch(tally.start(), size.end, message)
