"""A word that is hardly meant: lost, added, confused with another or in a wrong form."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.slips.detector import Doubt, detector
from bot.language import grammar
from bot.language.tokens import Token

LEAST = -0.8
"""Log-odds from which a word is reported."""

SURE = 0.4
"""Log-odds from which it is worth a line in a reply that nobody asked for more of."""

UNSURE_CONFIDENCE = 0.55

_WHAT = {
    Slip.REPLACED: "“{words}” may stand where another word was meant",
    Slip.FORM: "“{words}” may be a wrong form or the wrong small word",
    Slip.GAP: "a word or a mark may be lost in “{words}”",
    Slip.EXTRA: "“{words}” may be one too many",
}


@check("wording.slip", "Slip of a word", severity="minor", confidence=0.6)
def slip(copy: Copy) -> Iterator[Finding]:
    """Words of the body that the detector doubts, neighbours together; headlines leave words out on purpose.

    Its confidence is below that of most checks that know what is wrong, so that of two findings on the same words
    theirs stays.
    """
    run: list[Doubt] = []
    for doubt in detector().doubts(copy.body, LEAST):
        if (doubt.token.is_punct and doubt.slip is Slip.REPLACED) or _is_short_for_me(doubt.token):
            continue
        if run and doubt.token.i > run[-1].token.i + 1:
            yield _finding(copy, run)
            run = []
        run.append(doubt)
    if run:
        yield _finding(copy, run)


def _is_short_for_me(word: Token) -> bool:
    """True for the verb of "I went by train. Got a seat", and the word behind: a diary drops the subject it had."""
    verb = word if word.is_sent_start or word.i == 0 else word.nbor(-1)
    if not verb.is_sent_start or verb.pos_ != "VERB" or verb.i == 0:
        return False
    return any(token.lower_ in ("i", "we") for token in grammar.sentence(verb.nbor(-1)))


def _finding(copy: Copy, run: list[Doubt]) -> Finding:
    surest = max(run, key=lambda doubt: doubt.odds)
    kind = surest.slip
    first, last = run[0].token.i, run[-1].token.i
    if kind is Slip.GAP and first > run[0].token.sent.start:
        first -= 1
    words = copy.of(copy.body[first : last + 1])
    return Finding(
        words,
        f"Possible slip: {_WHAT[kind].format(words=words.text)}. Check the sentence.",
        confidence=None if surest.odds >= SURE else UNSURE_CONFIDENCE,
    )
