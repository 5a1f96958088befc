"""What there is after some have gone and others come: "Five of its 30 routes went, two came; it now flies 27"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_group, mismatch, shown

_LESS = (
    r"(?:dropp(?:ed|ing)|los(?:t|e|es|ing)|clos(?:ed?|es|ing)|shut(?:ting)?|scrapp(?:ed|ing)|cut(?:ting)?|axed|sold|selling"
    r"|died|dead|dying|left|quit|retir(?:ed|ing)|resign(?:ed|ing)|kill(?:ed|ing)|culled|remov(?:ed|ing)|withdr(?:ew|awn|awing)"
    r"|eliminated|abandoned|ended|cancell?ed|dismissed|sacked|laid off|releas(?:ed|ing)|freed|expelled|excluded|excused"
    r"|gave up|g[io]ven? up|pull(?:ed|ing) out|wrecked|destroyed|demolished|shed(?:ding)?|relegated|disqualified|stolen"
    r"|written off|discontinued|suspended|departed|defected|sank|sunk|pulled down|went|gone)"
)
_MORE = (
    r"(?:add(?:ed|ing)?|open(?:ed|ing)?|gain(?:ed|ing)?|bought|buying|hatch(?:ed|ing)?|born"
    r"|join(?:ed|ing)?|t[ao]ke?n? (?:in|on)"
    r"|took (?:in|on|over)|taking (?:in|on)|hir(?:ed|ing)|recruit(?:ed|ing)?|promoted|buil(?:t"
    r"|ding)|acquir(?:ed|ing)|launch(?:ed|ing)"
    r"|arriv(?:ed|ing)|won|winning|appoint(?:ed|ing)|admitt(?:ed|ing)|creat(?:ed|ing)|introduc(?:ed"
    r"|ing)|signed|signing|received|came in|come in)"
)
_BEHIND = re.compile(
    rf"^(?: (?!and\b"
    rf"|but\b)[\w’'-]+){{0,6}}?(?:,[^,;.]{{3,60}},)?(?: [\w’'-]+){{0,3}}? (?:(?P<less>{_LESS})|(?P<more>{_MORE}))\b"
)
_AHEAD = re.compile(
    rf"\b(?:(?P<less>{_LESS})|(?P<more>{_MORE}))(?: (?:another|only|just|a further))?(?: (?!and\b"
    rf"|but\b|while\b)[a-z]+)? $"
)
_NOW = re.compile(
    r"(?:\b(?:now|leaving|which leaves|which left|that leaves|that left|to leave)\b|\b(?:bring"
    r"|tak)(?:s|es|ing)\b[^,;.]{0,25} to\b)"
    r"(?: (?!from\b|of\b|in\b)[\w’'-]+){0,4} $|\bwent from $"
    r"|\b(?:would|will|to|could) (?:then )?(?:make|bring|take|raise|lift)\b(?: (?:it|that"
    r"|the (?:total|number|count|fleet|force|staff|team)))?(?: up)?(?: to)? $"
    r"|, making (?:it |the total )?$"
)
_NOW_AFTER = re.compile(r"^(?: [\w’'-]+){0,2} now\b")
_NEW = re.compile(r"^ (?:more|new|extra|additional|further|others?)\b")
_PRESENT = re.compile(r"\b(?:now|at present|currently|at the moment|today|already|so far|has|have)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"^(?: [\w’'-]+)? of (?:the|its|their|his|her|our) ")
_SOME_MOVE = re.compile(
    r"\b(?:some|others?|several|many|(?:a|the) (?:few|handful|rest|number|lot)|new [a-z]+s)\b", re.IGNORECASE
)
"""Those who come or go without being counted."""
_MOST = 4


def ledgers(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Counts that are not what the comings and goings told just before make of the count before them."""
    for previous, sentence in pairwise([Sentence("", 0, ()), *sentences]):
        if len(sentence.figures) >= 2:
            yield from _after(previous, sentence)


def _after(previous: Sentence, sentence: Sentence) -> Iterator[Mismatch]:
    counted = [f for f in sentence.figures if f.is_plain and not f.measure_of_time]
    result = next(
        (f for f in counted[1:] if _NOW.search(sentence.before(f)) or _NOW_AFTER.match(sentence.after(f))), None
    )
    if result is None or _moves_uncounted(sentence):
        return
    told = [f for f in counted if f.end < result.start]
    whole = _whole(sentence, told)
    parts = [f for f in told if f is not whole]
    if whole is None:
        before = [f for f in previous.figures if f.is_plain and not f.measure_of_time]
        whole = before[0] if len(before) == 1 and _is_whole(previous, before[0]) else None
    if whole is None or not 1 <= len(parts) <= _MOST or any(f.quantity.hedge for f in (whole, result, *parts)):
        return
    if result.lemma not in (None, whole.lemma) and result.noun is not result.token:
        return
    steps = [_step(sentence, f, whole) for f in parts]
    if 0 in steps or whole.value < max(f.value for f in parts):
        return
    right = whole.value + sum(step * f.value for step, f in zip(steps, parts, strict=True))
    if right > 0 and result.value not in (right, whole.value) and 0.5 < result.value / right < 2:
        moves = " ".join(
            f"{'plus' if step > 0 else 'less'} {shown(f.value)}" for step, f in zip(steps, parts, strict=True)
        )
        yield mismatch([result], f"{shown(whole.value)} {moves} is {shown(right)}")


def _moves_uncounted(sentence: Sentence) -> bool:
    """True for "twenty closed and some became flats"; "two others" and "12 new posts" are counted."""
    counted = {f.end - sentence.start + 1 for f in sentence.figures}
    return any(match.start() not in counted for match in _SOME_MOVE.finditer(sentence.text))


def _is_whole(sentence: Sentence, figure: Figure) -> bool:
    """True for "48 schools", and for a bare count of what there is now: "at present six of them"."""
    return is_group(sentence, figure) or _PRESENT.search(sentence.text) is not None


def _whole(sentence: Sentence, told: Sequence[Figure]) -> Figure | None:
    """The count that the others change: "five of its 30 routes", "It had 41 seats, lost six …"."""
    of_all = [two for one, two in pairwise(told) if _OF_ALL.match(sentence.between(one, two))]
    if of_all:
        return of_all[0]
    first = told[0] if told else None
    return first if first is not None and is_group(sentence, first) and not _step(sentence, first, None) else None


def _step(sentence: Sentence, figure: Figure, whole: Figure | None) -> int:
    """-1 for those who have gone, 1 for those who have come, 0 when the words do not tell."""
    ahead = _AHEAD.search(sentence.before(figure))
    after = sentence.after(figure)
    if whole is not None and figure.end < whole.start:
        after = sentence.after(whole) if _OF_ALL.match(sentence.between(figure, whole)) else after
    if ahead is None and _NEW.match(after):
        return 1
    told = ahead or _BEHIND.match(after)
    return 0 if told is None else -1 if told["less"] else 1
