"""Verb forms that cannot stand where they stand: "will voted", "has been approve", "there is many"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_PAST = (
    r"(?:voted|made|took|went|came|gave|said|became|began|saw|knew|held|met|left|lost|won|paid|told|sent|built|spent|rose|fell|grew"
    r"|been|gone|taken|given|approved|signed|opened|closed|announced|decided|asked|allowed|received|reached|agreed|joined|moved"
    r"|started|ended|helped|worked|wanted|needed|used|called|turned|played|raised|passed|returned|continued|increased|reduced)"
)
_BASE = (
    r"(?:approve|sign|expect|elect|appoint|arrest|kill|injure|announce|publish|decide|require|allow|accuse|convict|detain|describe"
    r"|reject|adopt|include|consider|believe|suspect|replace|remove|reduce|introduce|propose|create|destroy|invite|oblige|prevent)"
)
_NOUN = r"(?:[a-z]+ )?[a-z]+s"
_RULES: tuple[tuple[str, str], ...] = (
    (
        rf"(?<![Tt]he )(?<!a )(?<!of )(?<!free )(?<!good )(?<!his )(?<!her )(?<!their )(?<!political )\b(?:will"
        rf"|would|can|could|shall|should"
        rf"|must|might)(?: not| also| never)? {_PAST}\b(?! by\b)",
        "a modal verb takes the infinitive",
    ),
    (rf"\b(?:is|are|was|were|been|being)(?: not| also| now)? {_BASE}\b", "a form of “be” takes the participle here"),
    (
        r"\b(?:[Ee]ach|[Oo]ne) of (?:the|these|those|his|her|their|its) " + _NOUN + r" (?:have|are|were)\b",
        "“one” and “each” are singular",
    ),
    (r"\b[Tt]he number of " + _NOUN + r" (?:have|are|were)\b", "“the number” is singular"),
    (
        r"\b[Tt]here (?:is|was|has been) (?:many|several|few|two|three|four|five|six|numerous|[2-9]|\d\d+)\b",
        "the noun is plural",
    ),
    (
        r"\b(?:is|are|was|were|be|been)(?: also| now)? (?:due|expected|likely|scheduled|able|unable|ready"
        r"|willing) (?:begin|start|cut|meet"
        r"|vote|win|lose|resign|close|open|leave|take|make|pay|announce|decide|rise|fall|sign|build|end|become|have|be)\b",
        "“to” is missing",
    ),
)
_PATTERNS = tuple((re.compile(pattern), why) for pattern, why in _RULES)
_SAID_WOULD = re.compile(r"\b(?:said|announced|warned) (?:would|could|might|will)\b")
_GAP = re.compile(r"\b(?:who|whom|which|that|what|whoever|whatever|where|he|it|they|she)\b|,[^,]*$", re.IGNORECASE)


@check("grammar.verb-form", "Verb form out of place", severity="major", confidence=0.75)
def verb_form(copy: Copy) -> Iterator[Finding]:
    """Closed lists of verbs after modals, forms of "be" and quantifiers; and "said would" without a subject."""
    for pattern, why in _PATTERNS:
        for match, field in copy.matches(pattern):
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip in “{match.group()}”: {why}. Check the sentence.",
            )
    for match in _SAID_WOULD.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        before = copy.text[span.sent.start_char : match.start()] if span is not None else "which"
        if not _GAP.search(before) and not copy.is_quoted(match.start()):
            yield Finding(
                copy.span(*match.span()),
                f"Possibly a lost word: “{match.group()}” lacks a subject. Check who or what.",
                confidence=0.65,
            )
