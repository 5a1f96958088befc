"""Shares and fractions of a whole."""

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Figure, Sentence, comparable
from bot.analysis.errors.reckoning.changes import HEDGE, slack
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.questions import are_of_several
from bot.language.quantities import number

_SHARE_OF = re.compile(
    r"^(?: [\w’'-]+){0,4}?,? (?:out )?of "
    r"(?:a possible |the |its |their |all |our |a total of |some |about )?(?:[\w’'-]+ )?$"
)
_OR = re.compile(
    r"^(?: [\w’'-]+){0,4}?(?:,? \(|, or |, |\u2009?— ?| – | - )(?:an? (?:[a-z]+ ){1,2}of )?(?:or |about |almost "
    r"|nearly |roughly |some |around |just over |just under |that is )*$"
)
_WITH = re.compile(r"(?: of [\w’' -]{1,30})?(?:,? (?:with|or|as)| \()(?: [\w’'-]+)? ?")
_OF_THE = re.compile(r"^ of (?:the |its |their |all |all the |our |those |these )?$")
_OF_WHOLE = re.compile(r"(?:^|[,;:] |\b(?:that|and) )[Oo]f (?:the |its |their |all |these |those |a total of )+$")
_IS = re.compile(r"(?:, or | \(|, that is,? |: )(?:about |some |around |roughly |nearly |almost )?$")


def share(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "30 of the 40 members, or 60 percent"; "60 percent of the 40 members, or 30"."""
    for one, two, three in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        if [f.quantity.unit for f in (one, two, three)].count("%") != 1:
            continue
        gaps = sentence.between(one, two), sentence.between(two, three)
        if three.quantity.unit == "%" and _SHARE_OF.match(gaps[0]) and _OR.match(gaps[1]):
            part, whole, percent = one, two, three
        elif one.quantity.unit == "%" and _OF_THE.match(gaps[0]) and _IS.search(gaps[1]) and len(gaps[1]) < 60:
            percent, whole, part = one, two, three
        elif one.quantity.unit == "%" and _WITH.fullmatch(gaps[0]) and _SHARE_OF.match(gaps[1]):
            percent, part, whole = one, two, three
        elif three.quantity.unit == "%" and _OF_WHOLE.search(sentence.before(one)) and _OR.search(gaps[1]):
            whole, part, percent = one, two, three
        else:
            continue
        if not comparable(part, whole) or not 0 < part.value < whole.value or _differ(part, whole):
            continue
        right = 100 * part.value / whole.value
        hedged = any(f.quantity.hedge for f in (percent, part, whole))
        if abs(right - percent.value) > max(1.01, slack(whole, part)) + (3.0 if hedged else 0.0):
            yield mismatch([one, two, three], f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent")


def _differ(part: Figure, whole: Figure) -> bool:
    """True for measures of two kinds; the second may go without ("12bn litres out of a possible 24bn")."""
    return part.measure != whole.measure and (part.measure is None or whole.noun is not None)


_FRACTION = re.compile(
    r"\b(?P<few>a third|one third|one-third|two thirds|two-thirds|half|a quarter|one quarter|three"
    r" quarters|three-quarters|a fifth"
    r"|one in (?P<n>[a-z]+|\d+))(?: of)?\b",
    re.IGNORECASE,
)
_FRACTIONS = {
    "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "half": 0.5, "a quarter": 0.25, "one quarter": 0.25,
    "three quarters": 0.75, "a fifth": 0.2,
}  # fmt: skip


_THEN = re.compile(
    r"(?: [\w’'-]+){1,3}?(?:,| \(| –)(?: or)? (?:(?P<hedge>about|almost|nearly|more than|over|just"
    r" over|roughly|some) )?"
)


def _pair_and_fraction(sentence: Sentence, match: re.Match[str]) -> Iterator[Mismatch]:
    """ "140 of its 560 workers, a third of the workforce"."""
    share_of = _FRACTIONS.get(match.group("few").lower().replace("-", " "))
    before = [f for f in sentence.figures if f.end - sentence.start <= match.start()]
    if share_of is None or len(before) < 2:
        return
    part, whole = before[-2:]
    words = sentence.text[whole.end - sentence.start : match.start()]
    if not _SHARE_OF.match(sentence.between(part, whole)) or _THEN.fullmatch(words) is None:
        return
    if comparable(part, whole) and 0 < part.value < whole.value and abs(part.value / whole.value - share_of) > 0.07:
        right = 100 * part.value / whole.value
        yield Mismatch(
            part.start,
            sentence.start + match.end(),
            f"{shown(part.value)} of {shown(whole.value)} is {right:.0f} percent",
        )


_OF_A_RATE = re.compile(
    r"^ (?:that|this|it|as|what|which)\b"
    r"|^(?: [\w’'-]+){0,4}? (?:(?:rate|average|mean|median|level|figure|pace|speed|target|norm|estimate|forecast"
    r"|projection|yield|margin|tariff)s?|growth|inflation|increase|rise|gain|decline|fall|drop|cut|swing|levy|tax|duty"
    r"|fee)(?= of| for| in|,| \(|$)"
)
"""Behind a fraction, what is told in percent itself: "half that, about 6 per cent", "half the national average"."""


_OF_OTHERS = re.compile(
    r"^ (?:of(?! those (?:asked|polled|surveyed|questioned)\b)"
    r"|more|less|fewer|higher|lower|above|below|up|down|points?|better|worse|bigger|smaller|a|per|each|every)\b"
)
"""Behind percent that are no other word for a fraction before: "half its staff, 12 per cent of the county's nurses"."""


def fraction(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "one in four, or 40 percent"; "two thirds (52 percent)": a fraction against the percentage beside it."""
    for match in _FRACTION.finditer(sentence.text):
        after = sentence.text[match.end() :]
        percent = next(
            (f for f in sentence.figures if f.quantity.unit == "%" and f.start - sentence.start >= match.end()), None
        )
        if match.group("n") is None:
            yield from _fraction_of(sentence, match)
            yield from _pair_and_fraction(sentence, match)
        if percent is None or not re.match(
            r"(?: [\w’'-]+){0,4}?(?: \(|, or |, )(?:about |some |around |roughly |exactly )?$",
            after[: percent.start - sentence.start - match.end()],
        ):
            continue
        if _OF_A_RATE.match(after[: percent.start - sentence.start - match.end()]) or _OF_OTHERS.match(
            sentence.after(percent)
        ):
            continue
        n = number(match.group("n")) if match.group("n") else None
        value = 1 / n if n else _FRACTIONS.get(match.group("few").lower().replace("-", " "))
        if value is not None and abs(100 * value - percent.value) > 5:
            yield Mismatch(
                sentence.start + match.start(), percent.end, f"{match.group().strip()} is {100 * value:.0f} percent"
            )


def _fraction_of(sentence: Sentence, match: re.Match[str]) -> Iterator[Mismatch]:
    """ "half of the 84 schools, 52,"."""
    share_of = _FRACTIONS.get(match.group("few").lower().replace("-", " "), 0.0)
    after = [f for f in sentence.figures if f.start >= sentence.start + match.end()]
    if len(after) < 2 or not re.fullmatch(
        r" (?:of )?(?:the |its |their |all )*", sentence.text[match.end() : after[0].start - sentence.start]
    ):
        return
    whole, part = after[:2]
    if (
        re.fullmatch(rf"(?: [\w’'-]+){{0,3}}?(?:, or|,| \()? ?{HEDGE}", sentence.between(whole, part))
        and re.match(r"[,.)]", sentence.after(part))
        and comparable(part, whole)
        and abs(part.value / whole.value - share_of) > 0.06
    ):
        words = f"{match.group().strip()} {shown(whole.value)} is {shown(round(whole.value * share_of))}"
        yield Mismatch(sentence.start + match.start(), part.end, words)


_VOTE_SHARES = re.compile(
    r"\b(?:vot(?:e|ed|es|ers)|respondents|polled|ballots?|market|electorate|seats|said (?:yes|no)"
    r"|undecided|in favou?r|against"
    r"|oppos\w+|of those (?:asked|surveyed|polled)|sales|shareholders|stake|owns?)\b"
)
_AGAINST = re.compile(r"\bagainst (?:(?:an?|the|its|their) [^,;.%]{0,30})?\d")
"""What parts shares of two times: "38 per cent, against 81 per cent last year"."""

_COMPARED = re.compile(
    r"\b(?:from|compared|than|last (?:year|time|month)|earlier|up|down|previous|ago|turnout"
    r"|including|women|men|increase|rise|fall"
    r"|rose|fell|growth|grew|at least|multiple|more than one|in (?:19|20)\d\d|also|men|aged|over"
    r"|under|whom|while only|inflation|interest)\b",
    re.IGNORECASE,
)


_OF_WHAT = re.compile(r"^ of (?:the|its|their|his|her) ([\w’'-]+)")
_IN_A_PLACE = re.compile(r"^(?: of (?:the|its|their) [\w’'-]+)? in [A-Z]")


def _is_of_several(sentence: Sentence, shares: Sequence[Figure]) -> bool:
    """True for shares of unlike wholes: "of the shares and … of the votes", "of the vote in Lima and … in Cusco"."""
    if are_of_several(sentence.text, [(f.start - sentence.start, f.end - sentence.start) for f in shares]):
        return True
    wholes = {match[1] for f in shares if (match := _OF_WHAT.match(sentence.after(f)))}
    return len(wholes) > 1 or all(_IN_A_PLACE.match(sentence.after(f)) for f in shares)


def shares_of_whole(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """Shares of one whole, in one sentence, that make more than a hundred; or less where the rest is given."""
    shares = [f for f in sentence.figures if f.quantity.unit == "%"]
    shares = [f for f in shares if not _EACH.match(sentence.after(f))]
    if len(shares) < 2 or any(f.value >= 100 for f in shares):
        return
    total = sum(f.value for f in shares)
    stretch = sentence.text[max(0, shares[0].start - sentence.start - 40) : shares[-1].end - sentence.start + 12]
    rest = _REST.search(sentence.before(shares[-1]))
    if _COMPARED.search(stretch) or any(
        _LEADS_OFF.search(sentence.between(a, b)) for a, b in itertools.pairwise(shares)
    ):
        return
    if (
        rest is not None
        and all(f.end <= shares[0].start for f in sentence.figures if f not in shares)
        and abs(total - 100) > 1.5
        and not any(f.quantity.hedge for f in shares)
    ):
        yield mismatch(shares, f"with the rest these shares make {total:g} percent")
    elif _is_of_several(sentence, shares):
        return
    elif total > 101.5 and _VOTE_SHARES.search(sentence.text) and not _AGAINST.search(stretch):
        yield mismatch(shares, f"these shares make {total:g} percent")


_EACH = re.compile(r"^(?: of [a-z ]{1,20})? (?:each|apiece)\b")
"""Behind a share that others in the sentence are made of: "The brothers own 60%, 30% each"."""
_REST = re.compile(r"\b(?:the (?:remaining|other|rest,?|balance,?)|remaining)(?: \w+)? $")
_LEADS_OFF = re.compile(r"\bof (?:them|those|these|whom|which|that|this)\b|\. ")
