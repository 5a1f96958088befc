"""Emphasis that nothing calls for: "the gas did ignite", where no word beside it denies, doubts or sets limits."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.language import grammar

_DO = ("did", "does", "do")
_CALLED_FOR = re.compile(
    r"\b(?:not|n[’']t|no|nor|never|neither|nobody|nothing|none|nowhere|cannot|without|hardly|scarcely|barely|rarely"
    r"|seldom|few|fewer|little|less|only|if|whether|unless|than|too|as|though|although|while|whereas|despite|however"
    r"|nevertheless|nonetheless|notwithstanding|instead|except\w*|apart|aside|most|some|sometimes|half|almost|nearly"
    r"|indeed|still|finally|eventually|ever|always|often|usually|really|certainly|definitely|clearly|surely|admittedly"
    r"|actually|later|once|when\w*|what\w*|who\w*|how\w*|why|where\w*|so|both|either|just|un[a-z]{3,}|rare\w*"
    r"|in(?:complete"
    r"|conclusive|correct|sufficient)|\w+less|den(?:y|ie[sd]|ial)|refus\w+|declin\w+|reject\w*|fail\w*|stop\w*"
    r"|avoid\w*"
    r"|lack\w*|miss\w*|los[et]\w*|doubt\w*|question\w*|critic\w*|disput\w*|withdr\w+|cut\w*|cancel\w*|ban\w*"
    r"|bar(?:red)?"
    r"|prevent\w*|oppos\w+|ignor\w+|silen\w+|empty|absen\w+|scrap\w*|delay\w*|shut|close[sd]?|bare|weak\w*|hard"
    r"|limit\w*"
    r"|exclu\w+|stay(?:s|ed)|kept|reported|expected|feared|hoped|promised|supposed|thought|said|claim\w*|(?-i:may)|might)\b"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)
"""Words beside which a verb may well be stressed: what was denied, doubted, limited or hoped for."""

_WHO_SAYS = re.compile(r",[”\"]? (?:[\w’' -]{2,40} )?said\b")
_FEWEST_WORDS = 2


def stressed(copy: Copy) -> Iterator[tuple[int, int]]:
    """Where the narrator stresses what happened ("did ignite") though no word beside it says otherwise."""
    for word in copy.words.spelt(_DO):
        verb = grammar.governor(word)
        if (
            verb is None
            or grammar.relation(word) != "aux"
            or verb.tag_ not in ("VB", "VBP")
            or copy.is_quoted(word.idx)
        ):
            continue
        if (
            verb.i - word.i == 1
            and not _is_taken_back(copy, word)
            and _is_statement(word, verb)
            and not _CALLED_FOR.search(_around(copy, word, verb))
        ):
            yield word.idx, verb.idx + len(verb)


def _is_statement(word: Token, verb: Token) -> bool:
    """True for a subject right before the verb: no question, no request, no comparison ("as does")."""
    subject = grammar.own_subject(verb)
    before = [t for t in word.sent if t.i < word.i]
    if len(before) < _FEWEST_WORDS or (verb.tag_ == "VBP" and word.lower_ == "did"):
        return False
    joined = grammar.relation(verb) == "conj"
    return (subject is not None and subject.i < word.i) or (joined and word.nbor(-1).lower_ in ("but", "and"))


def _is_taken_back(copy: Copy, word: Token) -> bool:
    """True for "did improve. But by May they worsened": a point that is granted."""
    end = word.sent.end_char
    return re.match(r"\s*(?:But|However|Yet|Still|Only)\b", copy.text[end : end + 12]) is not None


def _around(copy: Copy, word: Token, verb: Token) -> str:
    """The sentence before, and its own up to the next clause behind the verb."""
    start = word.sent.start
    first = word.doc[start - 1].sent.start_char if start > 0 else 0
    behind = re.split(r", (?:and|so|but)\b|;", copy.text[verb.idx + len(verb) : word.sent.end_char])[0]
    behind = _WHO_SAYS.sub("", behind)
    return f"{copy.text[first : word.idx]} {behind}"
