"""Numbers of a headline that count nothing: ages, scores, ranks, days, years and what is called by a number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.headings import Heading
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.taken_up import is_slip
from bot.language.quantities import number, ordinals

_LEAD = 700
_NUMBERED = re.compile(r"\b([A-Z][a-z]+) (\d{1,3})\b(?![,.]\d| ?%| (?:people|dead|killed|hurt|injured))")
_SUCCESSION = re.compile(
    r"\b(?:replac\w+|succe(?:ed|ss)\w*|predecessors?|upgrad\w+|updat\w+|older|newer|newest|latest|previous|next|earlier"
    r"|follow-up|releases?|versions?|generations?)\b"
)
"""Words of a text that tells of one model or release and of another."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Where a heading and its story have two numbers for one thing, as offsets, and how sure that is if not quite."""

    here: tuple[int, int]
    there: tuple[int, int]
    confidence: float | None = None


def clashes(heading: Heading) -> Iterator[Clash]:
    """The labels of a heading that its story gives otherwise."""
    yield from _numbered_names(heading)
    yield from _magnitudes(heading)
    yield from _hyphened(heading)
    yield from _ages(heading)
    yield from _scores(heading)
    yield from _turned_scores(heading)
    yield from _fractions(heading)
    yield from _anniversaries(heading)
    yield from _ranks(heading)
    yield from _calendar(heading)
    yield from _dates(heading)


def _in_heading(pattern: re.Pattern[str], heading: Heading) -> list[re.Match[str]]:
    return list(pattern.finditer(heading.text, heading.start, heading.end))


def _in_story(pattern: re.Pattern[str], heading: Heading) -> list[re.Match[str]]:
    return list(find_all(pattern, heading.story.text, heading.story.start))


def _in_lead(pattern: re.Pattern[str], heading: Heading) -> list[re.Match[str]]:
    return list(pattern.finditer(heading.story.text, heading.story.lead, heading.story.lead + _LEAD))


def _numbered_names(heading: Heading) -> Iterator[Clash]:
    """ "Windows 8" in the headline, "Windows 7" alone in the text, which does not set it against a newer one."""
    for match in _in_heading(_NUMBERED, heading):
        name, given = match.groups()
        if _MONTHS.fullmatch(name):
            continue
        others = _in_story(re.compile(rf"\b{re.escape(name)} (?!{given}\b)\d{{1,3}}\b"), heading)
        if not others or _in_story(re.compile(rf"(?<![\d.]){given}(?![\d.])"), heading):
            continue
        if not _in_story(_SUCCESSION, heading):
            yield Clash(match.span(), others[0].span())


_MAGNITUDE = re.compile(r"\b[Mm]agnitude(?:[- ]of)?[- ](\d(?:\.\d)?)\b|\b(\d(?:\.\d)?)[- ]magnitude\b")


def _magnitudes(heading: Heading) -> Iterator[Clash]:
    """ "magnitude 7.4" over a text that knows magnitude 6.4 alone."""
    told = _in_story(_MAGNITUDE, heading)
    values = {m.group(m.lastindex or 0) for m in told}
    for match in _in_heading(_MAGNITUDE, heading):
        if len(values) == 1 and match.group(match.lastindex or 0) not in values:
            yield Clash(match.span(match.lastindex or 0), told[0].span(told[0].lastindex or 0))


_HYPHENED = re.compile(r"(?<![\w.,])(?P<count>[a-z]+|\d{1,3})-(?P<of>(?:[a-z]+-)?[a-z]{3,}) (?P<noun>[a-z]{3,})", re.I)


def _hyphened(heading: Heading) -> Iterator[Clash]:
    """ "three-term mayor" over a text whose only mayor of so many terms has two."""
    for match in _in_heading(_HYPHENED, heading):
        value = number(match["count"].lower())
        if value is None or value < 2 or re.search(rf"\b(?:{match['count']}|{value:g})\b", heading.story.text, re.I):
            continue
        told = [
            (m, other)
            for m in _in_lead(_HYPHENED, heading)
            if m["of"] == match["of"]
            and m["noun"].lower() == match["noun"].lower()
            and (other := number(m["count"].lower())) is not None
        ]
        if len({other for _, other in told}) == 1 and told[0][1] != value:
            yield Clash(match.span("count"), told[0][0].span("count"))


_TITLE_AGE = re.compile(
    r"\b(?:aged|at) (\d{1,3})(?![,.]\d)(?=$|[,.;:’'”]| (?:after|in|from|following)\b)"
    r"|(?<=[A-Za-z]), (\d{1,3}),(?!\d)"
)
_TEXT_AGE = re.compile(
    r"\b(\d{1,3})[- ]years?[- ]old\b|\b(?:aged|at the age of|is|was|turned) (\d{1,3})(?=[,.;]| when\b)"
    r"|(?<=[A-Za-z]), (\d{1,3})(?=[,.;])"
)


def _ages(heading: Heading) -> Iterator[Clash]:
    """ "dies at 92" over a text in which nobody is 92."""
    for match in _in_heading(_TITLE_AGE, heading):
        age = match.group(1) or match.group(2)
        if _in_story(re.compile(rf"(?<![\d.,]){age}(?![\d%]|[.,]\d)"), heading):
            continue
        rival = next(iter(_in_lead(_TEXT_AGE, heading)), None)
        if rival is not None:
            at = match.start(match.lastindex or 0)
            yield Clash((at, at + len(age)), rival.span(rival.lastindex or 0))


SCORE = re.compile(r"(?<![\d–-])(\d{1,3})[–-](\d{1,3})(?![\d–-])")
_VOTES = re.compile(
    r"\b(\d{1,3})(?: votes)? to (\d{1,3})(?= (?:against|vote|in favou?r|to [a-z]|on |late |last )|[,.])"
)
_CONTEST = re.compile(
    r"\b(?:beat|win|won|wins|draw|drew|lose|loses|lost|defeat|goals?|vote|voted|victory|match|score|final|tie)\w*\b",
    re.I,
)


def _scores(heading: Heading) -> Iterator[Clash]:
    """ "3-1" in the headline, "2-1" in the text."""
    in_text = _in_story(SCORE, heading)
    known = {frozenset(map(int, m.groups())) for m in in_text}
    spelt = re.findall(
        r"\b(\d{1,3}|[a-z]+)(?: votes)? to (\d{1,3}|[a-z]+)\b", heading.story.text[heading.story.start :]
    )
    known |= {
        frozenset((int(a), int(b))) for x, y in spelt if (a := number(x)) is not None and (b := number(y)) is not None
    }
    lead = heading.story.lead
    early = [
        m
        for m in (*in_text, *_in_lead(_VOTES, heading))
        if m.start() < lead + _LEAD and int(m.group(1)) < 200 and not _is_score_on_the_way(heading.story.text, m)
    ]
    for match in _in_heading(SCORE, heading):
        if (
            early
            and _CONTEST.search(heading.shown + " " + heading.story.text[lead : lead + _LEAD])
            and frozenset(map(int, match.groups())) not in known
            and not _is_of_another_moment(match, early[0])
        ):
            yield Clash(match.span(), early[0].span())


def _is_of_another_moment(score: re.Match[str], other: re.Match[str]) -> bool:
    """True for "6-268" and "4-262", wickets and runs, which go on changing: no number of one is in the other."""
    both = [sorted(map(int, one.groups())) for one in (score, other)]
    is_cricket = all(wickets <= _WICKETS < _RUNS <= runs for wickets, runs in both)
    return is_cricket and both[0][0] != both[1][0] and both[0][1] != both[1][1]


_WICKETS, _RUNS = 10, 30


_WINNING = re.compile(r"\b(?:beats?|wins?|defeats?|thrash(?:es)?|edges?|downs?|stuns?|sees? off)\b", re.IGNORECASE)


def _turned_scores(heading: Heading) -> Iterator[Clash]:
    """ "beat rivals 25-27" over a win by 27-25: the winners have the greater number, and the text has it so."""
    for match in _in_heading(SCORE, heading):
        one, other = match.groups()
        turned = re.compile(rf"(?<![\d–-]){other}[–-]{one}(?![\d–-])")
        as_given = re.compile(rf"(?<![\d–-]){one}[–-]{other}(?![\d–-])")
        if int(one) < int(other) and _WINNING.search(heading.text, heading.start, match.start()):
            told = _in_lead(turned, heading)
            if told and not _in_story(as_given, heading):
                yield Clash(match.span(), told[0].span())


_PARTS = {
    "half": 50, "two thirds": 67, "two-thirds": 67, "a third": 33, "one third": 33, "one-third": 33, "a quarter": 25,
    "one quarter": 25, "one in four": 25, "three quarters": 75, "three-quarters": 75, "a fifth": 20, "one in five": 20,
    "two fifths": 40, "three fifths": 60, "four fifths": 80, "a sixth": 17, "an eighth": 12, "a tenth": 10,
    "one in ten": 10, "one in three": 33,
}  # fmt: skip
_PART_OF = re.compile(
    rf"\b(?P<part>{'|'.join(_PARTS)}|(?P<percent>\d{{1,2}}(?:\.\d+)?) ?(?:%|per ?cent))"
    r"(?: of|(?<=half)(?= (?:the|its|their|his|her|all)\b))(?P<whole>(?: [\w’'-]+){1,5})",
    re.IGNORECASE,
)
_OF_TIME = frozenset({"year", "last", "this", "their", "season", "that", "have", "were", "with", "from", "after"})
_ALIKE = 7
"""Points between two shares that may be one."""


def _fractions(heading: Heading) -> Iterator[Clash]:
    """ "lose half of harvest" over "about a third of this year's harvest", where the text halves nothing."""
    told = _in_story(_PART_OF, heading)
    for match in _in_heading(_PART_OF, heading):
        share = _share(match)
        if any(abs(_share(m) - share) <= _ALIKE for m in told) or (
            match["percent"] is None and _in_story(re.compile(rf"\b{match['part'].split()[-1][:4]}", re.I), heading)
        ):
            continue
        first = [m for m in told if m.start() < heading.story.lead + _LEAD and _whole(m) & _whole(match)]
        if len({_share(m) for m in first}) == 1:
            yield Clash(match.span("part"), first[0].span("part"))


def _share(match: re.Match[str]) -> float:
    return float(match["percent"]) if match["percent"] else _PARTS[match["part"].lower()]


def _whole(match: re.Match[str]) -> set[str]:
    """The words of what a part is told of."""
    return set(re.findall(r"[a-z]{4,}", match["whole"].lower())) - _OF_TIME


_KEPT = re.compile(
    r"\b(?:marks?|celebrates?|turns?|toasts?) (?:its |her |his )?(?P<years>\d{1,3}|[a-z]+)(?: years?\b|$|,)"
)
_TURNED = re.compile(
    r"\b(?:turn(?:ed|s)|celebrat\w+|mark\w+) (?:(?:its|her|his|their|the) )?(?P<years>\d{1,3}|[a-z-]+)"
    r"(?:th|st|nd|rd)?(?=[ ,.;]| years?| birthday| anniversary)"
)


def _anniversaries(heading: Heading) -> Iterator[Clash]:
    """ "marks 30 years on the air" over a station that turned 20."""
    for match in _in_heading(_KEPT, heading):
        years = number(match["years"])
        told = [(m, number(m["years"])) for m in _in_lead(_TURNED, heading)]
        told = [(m, value) for m, value in told if value is not None and value >= 2]
        if years is None or years < 2 or len({v for _, v in told}) != 1 or told[0][1] == years:
            continue
        if not _in_story(re.compile(rf"\b(?:{match['years']}|{years:g})(?:th|st|nd|rd)?\b", re.I), heading):
            yield Clash(match.span("years"), told[0][0].span("years"))


_ON_THE_WAY = re.compile(
    r"\b(?:half[- ]?time|the (?:break|interval|turn)|\d (?:up|down|ahead|behind)|leads?|led|leading|trail\w*|levell?ed"
    r"|equalis\w+|(?:first|second) half|last (?:year|season|match|time|meeting)|first leg|earlier|previous\w*)\b"
)
"""What a sentence says of a score that is not the last of the match that the headline tells of."""


def _is_score_on_the_way(text: str, score: re.Match[str]) -> bool:
    """ "They led 2-1 at half-time" under "Villa win 3-1": the text need not give the score of the end."""
    start = max(text.rfind(mark, 0, score.start()) for mark in (". ", "\n", "; ")) + 1
    end = min((at for mark in (". ", "\n", "; ") if (at := text.find(mark, score.end())) >= 0), default=len(text))
    if _ENDED.search(text, start, score.start()):
        return False
    return bool(_ON_THE_WAY.search(text, start, end) or _SCORE_MADE.search(text, start, score.start()))


_SCORE_MADE = re.compile(
    r"\b(?:(?<!finished )(?<!ended )at|from|ma[dk](?:e|ing) it|back to|(?:in)?to make it|levell?ed it at) $", re.I
)
"""What stands before a score that a match comes through: "At 4-4 she broke", "Lund made it 2-1"."""


_ENDED = re.compile(r"\b(?:w[io]ns?|beat(?:en|ing)?|los[et]s?|defeat(?:ed)?|victory|winners?)(?: [\w’'-]+){0,2} $")
"""What stands before the score of the end."""


def _ranks(heading: Heading) -> Iterator[Clash]:
    """ "fifth title" in the headline, "fourth title" alone in the text."""
    story = heading.story
    in_story = [o for o in ordinals(story.text) if o.start >= story.start]
    for rank in (o for o in ordinals(heading.text) if heading.start <= o.start < heading.end):
        noun = re.match(r"(?:[ -][a-z]+)?[ -]([a-z]{3,})\b", heading.text[rank.end : heading.end])
        if noun is None or any(o.value == rank.value for o in in_story):
            continue
        behind = re.compile(rf"(?:[ -][\w’-]+){{0,2}}[ -]{noun.group(1).rstrip('s')}")
        said = [o for o in in_story if behind.match(story.text, o.end, o.end + 40)]
        if len({o.value for o in said}) != 1 or are_counted(noun.group(1), rank.value, story.figures):
            continue
        if said[0].value < rank.value and all(is_of_then(story.text, o.end) for o in said):
            continue  # "at third attempt" over "gave up on her first attempt, in 2022"
        yield Clash((rank.start, rank.end), (said[0].start, said[0].end), 0.65)


def are_counted(noun: str, rank: float, told: Iterable[Sentence]) -> bool:
    """True for "home in third round" over "three rounds of counting", whatever is told of the first of them."""
    figures = (f for s in told for f in s.figures)
    return any(f.value == rank and noun.rstrip("s") in (f.lemma, f.measure) for f in figures)


def is_of_then(text: str, end: int) -> bool:
    """True for a rank that the text gives a time of its own."""
    return _OF_THEN.match(text, end) is not None


_OF_THEN = re.compile(
    r"(?:[ -][\w’]+){1,4}?,? (?:(?:back )?in (?:19|20)\d\d|last (?:year|season|month|spring|summer|autumn|fall|winter)"
    r"|[a-z]+ (?:year|month|week)s? (?:ago|earlier|before)|had (?:[a-z]+ly )?[a-z]+(?:ed|en|t|d|ut))\b"
)
"""What stands behind an earlier one of several: "her second attempt, in 2011", "the first count had put him ahead"."""


_DAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_MONTHS = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
YEARS = re.compile(r"(?<![\d$£€,.])(?:19|20)\d\d(?!\d|%|s\b|[,.]\d)")


def _calendar(heading: Heading) -> Iterator[Clash]:
    """A day, month or year of the headline that the text lacks; its lead has another, one only or "from" one too.

    Years may also be one slip away from one of the lead, and a date from one of the same month.
    """
    for pattern in (_DAYS, _MONTHS, YEARS):
        in_head, in_lead = _in_heading(pattern, heading), _in_lead(pattern, heading)
        if len(in_head) != 1 or not in_lead:
            continue
        shown = in_head[0].group()
        if len({m.group() for m in in_lead}) > 1:
            slips = [m for m in in_lead if pattern is YEARS and is_slip(float(m.group()), float(shown))]
            before = heading.text[heading.start : in_head[0].start()].rpartition(" ")[0].rpartition(" ")[2]
            in_lead = slips or [
                m for m in in_lead if before and heading.story.text[: m.start()].endswith(f" {before} ")
            ]
        in_lead = [m for m in in_lead if not _is_day_of_saying(heading.story.text, m)]
        if pattern is YEARS and _DEADLINE.search(heading.text, heading.start, in_head[0].start()):
            in_lead = [m for m in in_lead if int(shown) - int(m.group()) < _LONG_BEFORE or _is_to_come(heading, m)]
        if in_lead and not _in_story(re.compile(rf"\b{shown if shown.isdigit() else shown[:3]}"), heading):
            yield Clash(in_head[0].span(), in_lead[0].span(), 0.6)


_DEADLINE = re.compile(r"\b(?:by|until|till|before) $")
_TO_COME = re.compile(r"\b(?:will|is to|are to|due to|set to|plans? to)\b[^.;\d]{1,60} (?:in|by|until|before) $")
_LONG_BEFORE = 10
"""Years before a deadline from which on a year is rather one of the past: "by 2027", and "in 2007"."""


def _is_to_come(heading: Heading, year: re.Match[str]) -> bool:
    """True for "will open in 2025", which is none of the past."""
    return _TO_COME.search(heading.story.text, max(0, year.start() - 90), year.start()) is not None


_SAID_ON = re.compile(
    r"\b(?:said|says|saying|told|announced|reported|confirmed|wrote|warned|added|stated|statement|disclosed|revealed"
    r"|declared|argued|claimed|admitted|released|published|posted)\b(?: [\w’'-]+){0,4} $"
)


def _is_day_of_saying(text: str, day: re.Match[str]) -> bool:
    """ "their union said on Friday" under "Strike to begin on Monday": the day on which somebody spoke."""
    return _SAID_ON.search(text, max(0, day.start() - 60), day.start()) is not None


_MOVED = re.compile(
    r"\b(?:moved?|moves|put (?:back|off)|postpon\w+|delay\w*|exten(?:d\w*|sions?)|brought forward|resched\w+|new date"
    r"|push\w* back|adjourn\w*|defer\w*|shift\w*|later|another (?:day|week|fortnight))\b"
)
_INTERVAL = re.compile(r"\b(?P<count>\w+)[ -](?P<unit>day|week|fortnight)s?\b")
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}


def _is_moved(heading: Heading, days: int) -> bool:
    """True when the story tells of a move of the day, or of a span of time as long as lies between the two days."""
    if _MOVED.search(heading.shown) or _in_lead(_MOVED, heading):
        return True
    return any(
        (1 if span["count"] in ("a", "an") else number(span["count"])) == days / _DAYS_OF[span["unit"]]
        for span in _in_lead(_INTERVAL, heading)
    )


_DATE = re.compile(rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month_>{_MONTH}) (?P<day_>\d{{1,2}}))\b")


def _dates(heading: Heading) -> Iterator[Clash]:
    """ "talks resume on 10 December" over a text whose only day of that month is the 12th and that moves none."""
    story = heading.story
    for match in _in_heading(_DATE, heading):
        day, month = _day_and_month(match)
        told = [m for m in _DATE.finditer(story.text, story.lead) if _day_and_month(m)[1] == month]
        if len({_day_and_month(m)[0] for m in told}) != 1:
            continue
        there = _day_and_month(told[0])[0]
        if there != day and not _is_moved(heading, abs(there - day)):
            yield Clash(match.span(), told[0].span(), 0.65)


def _day_and_month(match: re.Match[str]) -> tuple[int, str]:
    return int(match["day"] or match["day_"]), (match["month"] or match["month_"])[:3]
