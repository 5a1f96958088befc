"""Names made of letters and numbers ("Flight 1023", "KL1023"), and one whose digits change places."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.model import Span

_DESIGNATED = (
    r"(?:Routes?|Articles?|Sections?|Propositions?|Prop\.?|Bill|Resolution|Flight|Ward|Platform|Gate|Runway|Channel"
    r"|Line|Highway|Interstate|Road|Room|Courtroom|Bus|Tram|Pier|Dock|Berth|Block|Building|Unit|Apartment|Flat|Plot|Lot|Paragraph"
    r"|Clause|Rule|Regulation|Amendment|Measure|Directive|Order|Protocol|Chapter|Form|File|Case|No\.|Number|Model|Type"
    r"|Mark|Series|Boeing|Airbus|Apollo|Soyuz|Expedition|Precinct|District|Regiment|Battalion|Squadron|Exhibit|Schedule"
    r"|Annex|Kilomet(?:re|er)|Junction|Exit|Stage|Hall|Terminal|Hangar|Locker|Reactor|Decree|Law|Act|Code|Vessel|Buoy"
    r"|Marker|Post|Station|Mine|Shaft|Well|Pump|Container|Sample|Batch|Patient|Operation|Hill|Camp|Sector|Zone|Area"
    r"|[A-Z]{2,5})"
)
_CODE = re.compile(
    rf"(?<![\w/.-])(?:(?P<word>{_DESIGNATED}) (?P<number>\d{{4,6}})"
    r"|(?P<code>(?:[A-Z]/)?(?:19|20)\d\d [A-Z]{1,2}\d+"
    r"|(?=[A-Z0-9/-]*\d)(?=[A-Z0-9/-]*[A-Z])[A-Z0-9]+(?:[/-][A-Z0-9]+)*))"
    r"(?![\w/%°-]|[.,]\d|:\d)"
)
_NO_CODE = re.compile(
    r"(?:\d{1,9}(?:AM|PM|M|K|B|BN|BC|AD|GB|TB|MB|KM|KG|MPH|G|D|P|X|S|TH|ST|ND|RD)|(?:COVID|G|U|Q)-?\d+|[QF]\d|H\d|[A-Z]\d{1,2}[A-Z]?-\d.*)\Z"
)
"""Measures and ages, groups of states and quarters, and ranges."""
_OTHER = re.compile(
    r"\b(?:another|others?|second|third|sister|older|newer|larger|smaller|bigger|earlier|later|former\w*|successors?"
    r"|replac\w+|instead|unlike|both|also|next|previous\w*|alternative|similar|relat\w+|neighbou?r\w*|predecess\w+"
    r"|besides|or|between|from|separate\w*|different|then|again|compar\w+|variants?|either|too|new|old|return\w*|back"
    r"|meanwhile|in (?:19|20)\d\d|renamed|once|diver\w+|followed|respectively|rival|versus|against|mov\w+)\b",
    re.IGNORECASE,
)
"""What brings in a second thing of the kind."""
_SAYS_WHICH = re.compile(r",? (?:which|that|who|\()|, (?:an?|the|another|its|his|her|their)\b")
"""What tells behind a code which thing it is, as is done for what is new to the reader."""
_COMPARED = re.compile(r"\b(?:than|like|as) (?:the )?\Z")
_FEWEST_DIGITS = 4
"""Digits below which two things of a kind often bear the same ones in another order: routes 12 and 21."""


@dataclass(frozen=True, slots=True)
class _Code:
    """One use of a code: its letters and digits, and where it stands."""

    text: str
    start: int
    end: int


def changed_codes(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """A code that differs from the only other one of its form by two digits that changed places.

    Two codes of a form that one sentence names, or more than two in the text, are different things.
    """
    forms: dict[str, list[_Code]] = {}
    for code in _codes(copy):
        forms.setdefault(_form(code.text), []).append(code)
    for codes in forms.values():
        counts = Counter(code.text for code in codes)
        if len(counts) != 2:
            continue
        first = codes[0].text
        other = next(text for text in counts if text != first)
        odd, known = (first, other) if counts[first] == 1 < counts[other] else (other, first)
        if counts[odd] > 1:
            continue
        use = next(code for code in codes if code.text == odd)
        told = next(code for code in codes if code.text == known)
        if _is_another(copy, use, told):
            continue
        if _is_turned(odd, known):
            yield copy.span(use.start, use.end), copy.span(told.start, told.end)


def _codes(copy: Copy) -> Iterator[_Code]:
    for match in find_all(_CODE, copy.text):
        text = match["code"] or f"{match['word']} {match['number']}"
        if match["code"] is not None and (_NO_CODE.match(text) or len(text) < 2):
            continue
        yield _Code(text, match.start(), match.end())


def _form(text: str) -> str:
    """The kind of a code: its letters, and how many digits it has."""
    return re.sub(r"[0-9]", "0", text)


def _is_turned(one: str, other: str) -> bool:
    """True for enough digits of which two have changed places."""
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    digits = sum(char.isdigit() for char in one)
    return digits >= _FEWEST_DIGITS and len(changed) == 2 and changed[0] == changed[1][::-1]


def _is_another(copy: Copy, use: _Code, told: _Code) -> bool:
    """True when the sentence of a code brings it in as another one, or names both."""
    span = copy.body.char_span(use.start, use.end, alignment_mode="expand")
    if span is None:
        return True
    sentence = span.sent
    both = sentence.start_char <= told.start < sentence.end_char
    compared = _COMPARED.search(copy.text, max(0, use.start - 10), use.start)
    which = _SAYS_WHICH.match(copy.text, use.end)
    return both or bool(which or compared or _OTHER.search(sentence.text))
