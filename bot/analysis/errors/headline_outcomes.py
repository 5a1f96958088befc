"""How a thing ended: verdicts, results of a year and schedules that a headline and its lead have the other way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEFORE = (
    r"\b(?:after|despite|ending|following|against|compared|from|since|last year|a year earlier|previous\w*|had been)\b"
)
"""What stands before an outcome that was another time's."""

_AT_ANOTHER_TIME = re.compile(
    r"\b(?:in|since) (?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_MOMENT_BEHIND = 10
"""What stands in or right behind an outcome of some month or year, and how far behind: "in May ordered it to stop"."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a headline says an outcome, how a lead says that it came out the other way, what makes both true."""

    title: re.Pattern[str]
    lead: re.Pattern[str]
    both: re.Pattern[str]


def _outcome(title: str, lead: str, both: str) -> _Outcome:
    return _Outcome(*(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (title, lead, both)))


_JUDGES = r"(?:courts?|judges?|tribunals?|regulators?)"
_ACQUITTED = r"acquitted|cleared|exonerated|not guilty|walk(?:s|ed)? free"
_ACQUITTED_OF = _ACQUITTED.replace("cleared", "cleared of")
_CONVICTED = r"sentenced to|jailed|imprisoned|convicted|found guilty|sent to (?:prison|jail)"
_PROFIT = (
    r"(?:return(?:s|ed)|sw[iu]ngs?|back|turn(?:s|ed)|bounc\w+ back) (?:in|to|into)(?: an?| its)?(?: first| net)*"
    r" (?:profits?|the black|surplus)"
)
_LOSS = (
    r"(?:slip(?:s|ped)?|sw[iu]ngs?|f[ae]ll(?:s|en)?|sinks?|sank|plung\w+|turn(?:s|ed)|slid\w*)(?: back)? (?:in)?to"
    r"(?: an?| its)?(?: first| net| heavy| rare| surprise)* (?:loss(?:es)?|the red|deficit)"
)
_MADE = r"(?<!which )(?<!had )(?<!who )(?:made|makes|posted|reported|recorded|booked|earned|swung to|turned)"
_SUM = r"(?: [\w’'$€£.,-]+){0,2}?"
_NOW = r"(?![^,.;]{0,50}(?:last year|year (?:ago|earlier|before)|previous))"
_IN_PROFIT = rf"(?:{_PROFIT}|{_MADE} an?{_SUM} (?:profit|surplus){_NOW})"
_AT_A_LOSS = (
    rf"(?:{_LOSS}|{_MADE} an?{_SUM} (?:loss|deficit){_NOW}|(?<!which )(?<!had )lost [$€£]\d[^,.;]{{0,20}}{_NOW})"
)
_PROFITS = r"(?:sw[iu]ngs?|sinks?|slips?|turns?|returns?|back) (?:in)?to (?:an? )?(?:profits?|surplus)"
_OUTCOMES = (
    _outcome(
        _ACQUITTED_OF, rf"(?:was|were) (?:{_CONVICTED})", rf"{_ACQUITTED}|overturn\w*|quash\w*|appeal\w*|wrongly|once"
    ),
    _outcome(
        r"jailed|convicted|imprisoned|found guilty|sentenced",
        rf"(?:was|were) (?:found )?(?:{_ACQUITTED})",
        rf"{_CONVICTED}|overturn\w*|quash\w*|appeal\w*|conviction|sentences?|guilty of|prison|behind bars",
    ),
    _outcome(_LOSS, _IN_PROFIT, rf"{_LOSS}|lost|losing|loss(?:es)? of"),
    _outcome(_PROFIT, _LOSS, rf"{_PROFIT}|earned|profitable"),
    _outcome(_PROFITS, _AT_A_LOSS, rf"{_IN_PROFIT}|{_MADE} [^.;]{{0,40}}profit"),
    _outcome(r"falls? behind|behind schedule|runs? late", r"ahead of (?:schedule|time)", r"behind|late|delay\w*"),
    _outcome(r"ahead of (?:schedule|time)", r"behind schedule|(?:weeks|months|years|days) late", r"ahead|early"),
    _outcome(
        rf"{_JUDGES} (?:allows?|permits?|lets?|clears?|approves?)",
        rf"{_JUDGES} [^.“”\"]{{0,60}}?(?:ordered|told|instructed) [^.“”\"]{{0,60}}? to"
        r" (?:stop|halt|suspend|cease)",
        r"allow\w*|permit\w*|lets?|clear\w*|approv\w*",
    ),
    _outcome(
        rf"{_JUDGES} (?:halts?|stops?|blocks?|suspends?|bans?|bars?)",
        rf"{_JUDGES} [^.“”\"]{{0,60}}?(?:allowed|permitted|gave permission|cleared the way)",
        r"halt\w*|stop\w*|block\w*|suspen\w*|ban\w*|bar\w*",
    ),
)
"""Pairs of outcomes of which only one can be; a lead that tells of both, or of an appeal, says nothing."""


def outcomes(title: str, lead: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a headline and a lead have opposite outcomes, as offsets in each."""
    for outcome in _OUTCOMES:
        claim, told = outcome.title.search(title), outcome.lead.search(lead)
        if claim is None or told is None or outcome.lead.search(title) or outcome.both.search(lead):
            continue
        if _AT_ANOTHER_TIME.search(lead, told.start(), told.end() + _MOMENT_BEHIND):
            continue
        if not re.search(_BEFORE, lead[max(0, told.start() - 60) : told.start()]):
            yield claim.span(), told.span()
