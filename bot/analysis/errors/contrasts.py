"""Statements that what is joined to them takes for denied: "had left but would do so", "was closed, merely moved"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.axes import is_perfect
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.model import Span

Contrast = tuple[Span, Span]
"""What should be denied, and what shows it."""

_DENIES = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|nothing|none|without|hardly|barely|scarcely|rarely|few|little|yet to|cannot"
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
    r"|it)\b(?! again| twice"
    r"| once more| more| better| without| only)"
)
_MERELY = re.compile(
    r"\b(?:is|was|are|were|been|being) (?:all |ever )?(?P<said>[a-z]+(?:ed|en|wn|ght|old|one|ost|eft|ut)|dead|dying"
    r"|closed"
    r"|free|over|gone|guilty|hurt|injured|angry|ill|drunk|new|extinct|finished), (?:merely|only|simply|just|at most) "
    r"(?P<less>[a-z]+(?:ed|en|wn|ught|oved|ut)|asleep|hidden|tired|sleeping|resting|late|idle|lost|shut|old|sad"
    r"|changed)\b"
    r"(?! (?:by|in|on|at) \d)"
)
_OMISSION = re.compile(
    r", an? (?:[a-z]+ )?(?P<word>omission|exclusion|absence|oversight|silence|refusal|exemption|lapse|lack|gap)\b"
    r"(?= (?:that|which|she|he|it|they|critics|[a-z]+ (?:said|say|call)|[A-Z]\w+ ))"
)
_MORE_LIKE = re.compile(
    r"\b(?P<who>[Ii]t|[Tt]his|[Tt]hat|[Hh]e|[Ss]he|[Tt]hey)(?: (?:is|was|are|were)"
    r"|[’']s) (?P<said>[^,.;:“”\"]{3,50})[,;] "
    r"(?:it|this|that|he|she|they)(?: (?:is|was|are|were)|[’']s) (?:(?:much |far |rather )?more (?:like|of an?)"
    r"|rather)\b"
)
_NO_MERE = re.compile(
    r"(?<=[“‘\"'])(?:It|This|That)(?: (?:is|was)|[’']s) an? (?P<said>[^\W\d_]+(?: [^\W\d_]+)?)[,;] "
    r"(?:it|this|that)(?: (?:is|was)|[’']s) (?:our|my|your|his|her|their|who|what|how|the (?!(?:worst|best|most"
    r"|same)\b))"
    r"[^.;:“”\"‘]{2,50}[.,][”’\"']"
)
_VERDICTS = word_set(
    "joke disgrace shame scandal tragedy disaster nightmare miracle dream insult outrage pity mess blessing relief"
    " shock honour honor privilege crime farce lie start step victory loss blow catastrophe betrayal triumph pleasure"
    " horror mystery gift curse fact secret tradition family community home way lot bit"
)
"""What speakers heap up: "it is a joke, it is the end"."""
_GOOD_TO_HAVE = (
    r"(?:savings?|money|cash|grants?|loans?|aid|help|support|subsid(?:y|ies)|funding|funds|backing|approval|permission"
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
    r"(?P<can>(?:would|will) be able to|(?:would|will|can) (?:still )?(?:survive|reopen|pay|afford|finish|go ahead"
    r"|proceed"
    r"|meet its|fly|run))\b"
)
_STILL = re.compile(r"\b(?:still|even|already|too|also|again|same|happily|nonetheless|now on)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|any more|anymore|today)[.!,]")
_SELVES = word_set("he she they i we")


def denied_contrasts(copy: Copy) -> Iterator[Contrast]:
    """Every statement that its own sentence, or the next, speaks of as not so."""
    yield from _will_do_so(copy)
    for pattern, clue in ((_MERELY, "less"), (_OMISSION, "word"), (_MORE_LIKE, "said"), (_NO_MERE, "said")):
        yield from _in_a_sentence(copy, pattern, clue)
    yield from _without(copy)
    yield from _then_and_now(copy)


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
        start = span.sent.start_char if pattern is not _NO_MERE else match.start()
        before = copy.text[start : match.start("word") if is_omission else match.end(clue)]
        first = before.rpartition("; ")[2]
        if _DENIES.search(first) or _is_verdict(match, pattern) or "?" in span.sent.text:
            continue
        place = copy.trimmed(start, match.start()) if is_omission else copy.span(match.start(), match.end("said"))
        yield place, copy.span(*match.span(clue) if is_omission else match.span())


def _is_verdict(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern is _NO_MERE and match["said"].split()[-1].lower() in _VERDICTS


def _without(copy: Copy) -> Iterator[Contrast]:
    """ "Without the grant, she would be able to pay": what it helps to have hinders nobody."""
    for match in _WITHOUT.finditer(copy.text):
        if not _DENIES.search(match.group()[len("Without") :]):
            yield copy.span(*match.span("can")), copy.span(*match.span())


def _then_and_now(copy: Copy) -> Iterator[Contrast]:
    """ "He laughed at the tin. He’s laughing now": who still does so would say so."""
    for before, sent in zip(copy.sentences, copy.sentences[1:], strict=False):
        verb = sent.root
        if len(sent) > _SHORT or verb.tag_ != "VBG" or not _NOW.search(sent.text):
            continue
        subject = grammar.own_subject(verb)
        told = before.root
        if subject is None or subject.lower_ not in _SELVES or told.tag_ != "VBD" or told.lemma_ != verb.lemma_:
            continue
        if not _STILL.search(sent.text) and not _DENIES.search(sent.text) and not _DENIES.search(before.text):
            yield copy.of(sent), copy.of(told)


_SHORT = 8
"""The most tokens of a sentence that only says how it is now."""
