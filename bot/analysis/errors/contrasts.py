"""Statements that what is joined to them takes for denied: "had left but would do so", "was closed, merely moved"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.axes import is_perfect
from bot.analysis.errors.copy import Copy
from bot.model import Span

Contrast = tuple[Span, Span]
"""What should be denied, and what shows it."""

_DENIES = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|nothing|none|without|hardly|barely|scarcely|rarely|few|little|yet to"
    r"|cannot"
    r"|refus\w+|declin\w+|fail\w*|den(?:y|ie[sd])|stop\w*|avoid\w*|un[a-z]{3,}|in(?:complete|valid|active)|miss\w*"
    r"|lack\w*"
    r"|omit\w*|exclud\w*|ignor\w*|left out|leaves? out|skip\w*|drop\w*|silent|spare[sd]?|exempt\w*|overlook\w*|say)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_WILL_DO_SO = re.compile(
    r"\bbut (?:(?:he|she|it|they|I|we|[Tt]he [a-z]+) )?(?:(?:hoped|hopes|expected|expects|intended|intends|planned"
    r"|plans"
    r"|promised|promises|vowed|was|were|is|are) (?:(?:due|likely|about|ready) )?to|will|would) do (?:so|that"
    r"|it) (?:soon|shortly|later|tomorrow|within|next|this (?:week|month|year|spring|summer|autumn|winter)|as soon as"
    r"|in due|before the|by (?:the end|next|mid|early|late|noon|midnight|[A-Z]\w+day|January|February|March|April|May"
    r"|June|July|August|September|October|November|December))\b"
)
_MERELY = re.compile(
    r"\b(?:is|was|are|were|been|being) (?:all |ever )?(?P<said>[a-z]+(?:ed|en|wn|ght|old|one|ost|eft|ut)|dead|dying"
    r"|closed"
    r"|free|over|gone|guilty|hurt|injured|angry|ill|drunk|new|extinct|finished), merely "
    r"(?P<less>[a-z]+(?:ed|en|wn|ught|oved|ut)|asleep|hidden|tired|sleeping|resting|late|idle|lost|shut|old|sad"
    r"|changed)\b"
    r"(?! (?:by|in|on|at) \d)"
)
_OMISSION = re.compile(
    r", an? (?:[a-z]+ )?(?P<word>omission|exclusion|oversight)\b"
    r"(?= (?:that|which|she|he|it|they|critics|[a-z]+ (?:said|say|call)|[A-Z]\w+ ))"
)
_UNTIL = re.compile(
    r"\b(?P<does>(?:will|would|can|could) (?:reopen|restart|resume|begin|start|return|leave|decide"
    r"|be (?:reopened|opened again|released|lifted|withdrawn|returned|reinstated|restored|discharged|resumed"
    r"|restarted|allowed (?:back|home|in)))"
    r"|(?:was|were|is|are) (?:allowed (?:back|home)|let back|reopened|released))\b[^.;:,“”\"]{0,50}? "
    r"(?P<until>until (?:[\w’'-]+ ){1,8}?(?:(?:has|have|had)(?: been)? [a-z]+(?:ed|en|t|un|ne)"
    r"|(?:was|were|is|are) (?:all )?(?:done|finished|complete|completed|over|clear|off|safe|found|settled|restored"
    r"|repaired|signed|paid|known|gone)))\b"
)
"""What happens once cannot go on until something is done: "will reopen until the air has been tested"."""
_ONLY_SAID = re.compile(
    r"\b(?P<does>(?:would|will|could) (?:comment|elaborate|say more)(?: further)?)(?: (?:on"
    r"|about) [^.;:,“”\"]{2,50})?, "
    r"(?P<only>(?:saying|adding|stating|noting) only)\b"
)
_BEGIN_NOW = re.compile(
    r"\b(?P<does>(?:has|have|had) [a-z]+(?:ed|en|t|wn))\b[^.;:“”\"]{3,80} and "
    r"(?P<now>(?:do|does|did)(?: not|n[’']t) (?:mean|intend|plan|propose|want|wish) to (?:begin|start) now)\b"
)
_GOOD_TO_HAVE = (
    r"(?:savings?|money|cash|grants?|loans?|aid|help|support|subsid(?:y|ies)|funding|funds|backing|approval"
    r"|permission"
    r"|visas?|licen[cs]es?|permits?|evidence|proof|water|rain|fuel|electricity|power|staff|doctors|nurses|signatures?"
    r"|votes?|majority|consent|warrants?|parts|spare parts|insurance|data|tools?|training|deal|agreement|votes"
    r"|donations"
    r"|crew|teachers|drivers|pilots|ships|seed|fertili[sz]er|medicines?|vaccines?|passports?|sponsors?|investment"
    r"|investors)"
)
_WITHOUT = re.compile(
    rf"\b[Ww]ithout (?:(?:the|a|an|any|more|new|extra|enough|its|their|his|her|that|this|such|these|those"
    rf"|[a-z]+) ){{0,2}}{_GOOD_TO_HAVE},"
    r"(?: (?:she|he|they|it) (?:said|wrote|warned|added|argued|says),)? (?:the |its |their )?[\w’' -]{1,40}?"
    r"(?P<can>(?:would|will) be able to)\b(?![^.;]*\b(?:only|still|half|less|fewer|part|some)\b)"
)


def denied_contrasts(copy: Copy) -> Iterator[Contrast]:
    """Every statement that its own sentence, or the next, speaks of as not so."""
    yield from _will_do_so(copy)
    for pattern, clue in ((_MERELY, "less"), (_OMISSION, "word")):
        yield from _in_a_sentence(copy, pattern, clue)
    yield from _without(copy)
    for pattern, shown in ((_UNTIL, "until"), (_ONLY_SAID, "only"), (_BEGIN_NOW, "now")):
        for match in pattern.finditer(copy.text):
            span = copy.body.char_span(*match.span("does"), alignment_mode="expand")
            before = copy.text[span.sent.start_char : match.end("does")] if span is not None else ""
            if before and "\n" not in match.group() and not _DENIES.search(before):
                yield copy.span(*match.span("does")), copy.span(*match.span(shown))


def _will_do_so(copy: Copy) -> Iterator[Contrast]:
    """ "The town had run out of rice but would do so by Friday": not yet, then."""
    for match in _WILL_DO_SO.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="contract")
        before = copy.body[span.sent.start : span.start] if span is not None else None
        if before is None or _DENIES.search(before.text):
            continue
        done = [t for t in before if t.tag_ == "VBN" and t.pos_ == "VERB" and is_perfect(t)]
        if done and not re.search(r"\b(?:once|twice|before|already|times|last|earlier|ago|often)\b", before.text):
            yield copy.of(copy.body[max(before.start, done[-1].i - 1) : done[-1].i + 1]), copy.span(*match.span())


def _in_a_sentence(copy: Copy, pattern: re.Pattern[str], clue: str) -> Iterator[Contrast]:
    for match in pattern.finditer(copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if span is None:
            continue
        is_omission = clue == "word"
        start = span.sent.start_char
        before = copy.text[start : match.start("word") if is_omission else match.end(clue)]
        first = before.rpartition("; ")[2]
        if _DENIES.search(first) or "?" in span.sent.text:
            continue
        place = copy.trimmed(start, match.start()) if is_omission else copy.span(match.start(), match.end("said"))
        yield place, copy.span(*match.span(clue) if is_omission else match.span())


def _without(copy: Copy) -> Iterator[Contrast]:
    """ "Without the grant, she would be able to pay": what it helps to have hinders nobody."""
    for match in _WITHOUT.finditer(copy.text):
        if not _DENIES.search(match.group()[len("Without") :]):
            yield copy.span(*match.span("can")), copy.span(*match.span())
