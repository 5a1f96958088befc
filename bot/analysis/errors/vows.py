"""Pleas and promises that what is told beside them turns round: "pleaded guilty … if convicted"; "a promise that
every worker would be laid off"; "warned that nobody would be hurt"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_PLEADED = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|who|(?:the|The) [a-z]+)(?: both)? (?:has |have |had )?(?:pleaded"
    r"|pled|entered a plea of)"
    r" (?P<plea>guilty)\b(?! to (?:a lesser|one|two|some|three|four|five|six|\d|manslaughter|lesser|part))"
)
_IF_CONVICTED = re.compile(
    r"\b(?:[Ii]f (?:he (?:is |was )|she (?:is |was )|they (?:are |were ))?(?:convicted|found guilty)\b|maintain(?:s"
    r"|ed|ing)? (?:his|her|their) innocence(?! (?:on|of|over))"
    r"|(?:prosecution|defen[cs]e) (?:case )?(?:will|is expected to) (?:open|close|begin)"
    r"|(?:jury|jurors) (?:is|are|was|were|will|has|have)(?: not)?(?: expected to| due to| yet)? (?:begin|retire"
    r"|be sent out|deliberat\w+|start|consider)"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) trial (?:is|was) (?:expected|due|set|listed|scheduled) to (?:last|begin"
    r"|start|open|end|run)"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) trial (?:continues|resumes|goes on)\b)"
)
_SEVERAL = re.compile(
    r"\b(?:co-?defendants?|co-?accused|accomplices?|(?:other|remaining|lesser|further) (?:charges?|counts?"
    r"|defendants?|accused)"
    r"|chang(?:ed?|ing|es) (?:his|her|their) pleas?|plea (?:deal|bargain|agreement))\b"
)
_ELSE = re.compile(
    r"\b(?:other|others|another|two of|one of|some of|earlier|previously|once|last (?:year|month)|in (?:19|20)\d\d"
    r"|also)\b",
    re.IGNORECASE,
)
"""What gives somebody else, or another charge, the plea."""

_SOMEBODY_ELSE = re.compile(
    r"\b(?:husband|wife|partner|brother|sister|son|daughter|father|mother|friend|colleague|associate|driver|third|fourth"
    r"|rest|companion|boss|business|company|firm|aide|cousin|nephew|uncle|man|woman|men|women|trio|pair)s?\b"
)
"""Who else may be tried."""
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|not guilty)\b")
"""What somebody else may do who is tried as well."""
_BEHIND = 40
"""Characters behind a clue in which they may be named."""

_VOWS = word_set("assure reassure guarantee assurance")
_TO_BE_CALMED = word_set(
    "worker staff employee tenant resident passenger patient pupil customer pensioner family teacher nurse miner driver"
    " job post student saver depositor client parent farmer crew apprentice villager neighbour neighbor library school"
)
"""Whom and what nobody promises to harm."""

_WARNINGS = word_set("warn threaten warning threat")
_HARMED = word_set("evict harm hurt abandon forget neglect betray")
_HARMED_AS = re.compile(
    r"\b(?:be (?:laid off|made redundant|let go|left (?:behind|out|alone)|cut off|thrown out|worse off"
    r"|out of pocket|at risk"
    r"|in danger|forced out|shut out|turned away|overcharged|compromised|sacrificed)|los[et]\w* (?:(?:their|his|her"
    r"|a|any|its) )?"
    r"(?:jobs?|homes?|pay|pensions?|savings|livelihoods?|money|seats?)|go (?:hungry|unpaid|short|without|cold)"
    r"|suffer\b"
    r"|(?:workers?|staff|employees|teachers?|nurses?|miners?|drivers?|posts?|jobs?"
    r"|livelihoods?)\b[^.;,]{0,40} be (?:sacked"
    r"|dismissed|fired|cut|axed|lost|made redundant))"
)
_NONE = re.compile(
    r"\b(?:not|no|nobody|none|never|neither|nor|without|few|hardly|avoid|protect)\b|n[’']t\b", re.IGNORECASE
)
_RUES = word_set(
    "enemy enemies rival rivals criminal criminals offender offenders attacker attackers culprit culprits thief"
)
_RUES |= word_set(
    "smugglers poachers killers terrorists intruders responsible traffickers officers cheats insurgents rebels"
)

Turned = tuple[Span, Span]
"""What is suspect, and what turns it round."""


def pleas(copy: Copy) -> Iterator[Turned]:
    """Whoever pleaded guilty needs no jury: "if convicted" and a trial that goes on belong to a plea of not guilty."""
    if _SEVERAL.search(copy.text) or _DENIES.search(copy.text):
        return
    for match in find_all(_PLEADED, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if span is None or copy.is_quoted(match.start()) or _ELSE.search(span.sent.text):
            continue
        before = copy.text[span.sent.start_char : match.start()]
        clue = next(filter(lambda one: _is_of_the_same(copy, match, one), find_all(_IF_CONVICTED, copy.text)), None)
        if clue is None or _SOMEBODY_ELSE.search(copy.text, min(match.end(), clue.start()), clue.end() + _BEHIND):
            continue
        if not _NONE.search(before):
            yield copy.span(*match.span("plea")), copy.span(*clue.span())


def _is_of_the_same(copy: Copy, plea: re.Match[str], clue: re.Match[str]) -> bool:
    """True unless another person is named between the plea and the end of the sentence of the clue."""
    told = [person.surname for mention, person in copy.mentions if mention.start_char < plea.end()]
    span = copy.body.char_span(*clue.span(), alignment_mode="expand")
    if span is None or not told:
        return span is not None
    start, end = sorted((plea.end(), span.sent.end_char))
    named = {person.surname for mention, person in copy.mentions if start <= mention.start_char < end}
    return named <= {told[-1]}


def vows(copy: Copy) -> Iterator[Turned]:
    """Harm that somebody promises to those whom they would calm, and harm to nobody that somebody warns of."""
    for word in copy.words.of_lemma(_VOWS | _WARNINGS):
        clause = _content(word)
        if clause is None or _is_denied(word):
            continue
        words = copy.body[clause.left_edge.i : clause.right_edge.i + 1]
        told = re.split(r", (?:but|though|although|if|unless)\b|;", words.text)[0]
        harm = _HARMED_AS.search(told)
        is_harm = harm is not None or (clause.lemma_.lower() in _HARMED and grammar.is_passive(clause))
        if not is_harm or {t.lower_ for t in words} & _RUES:
            continue
        is_none = _NONE.search(told) is not None
        subject = grammar.own_subject(clause)
        is_vow = word.lemma_.lower() in _VOWS
        if is_vow and (subject is None or subject.lemma_.lower() not in _TO_BE_CALMED or " who " in told):
            continue
        if is_none == (word.lemma_.lower() in _WARNINGS) and not (is_none and _conditional(words.text)):
            yield copy.of(words), copy.of(word)


def _conditional(words: str) -> bool:
    return (
        re.search(r"\b(?:not only|but|except|save|unless|if|without|until|no longer|enough|next|more)\b", words)
        is not None
    )


def _content(word: Token) -> Token | None:
    """What is promised or warned of: a clause with "that" or a subject and "would"."""
    if word.pos_ == "VERB":
        clause = grammar.complement_clause(word)
        return clause if clause is not None and _is_future(clause) else None
    if word.pos_ != "NOUN":
        return None
    clauses = [c for c in word.children if c.dep_ in ("acl", "ccomp") and c.pos_ in ("VERB", "ADJ") and c.i > word.i]
    return next((c for c in clauses if _is_future(c)), None)


def _is_future(clause: Token) -> bool:
    return any(aux.lower_ in ("would", "will", "’d", "’ll") for aux in clause.children) and any(
        c.dep_.startswith("nsubj") for c in clause.children
    )


def _is_denied(word: Token) -> bool:
    before = word.doc[max(word.sent.start, word.i - 4) : word.i]
    return any(
        t.lower_ in ("not", "no", "never", "n't", "n’t", "cannot", "nobody", "refused", "without") for t in before
    )
