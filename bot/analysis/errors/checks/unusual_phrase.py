"""Word pairs that nobody writes, in copy that other traces show to be machine-rewritten."""

from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import is_attested
from bot.analysis.errors.registry import Finding, check
from bot.language.tokens import Doc, Token

_HYPHENS = ("-", "–", "‑")


@check("wording.unusual-phrase", "Phrase with a replaced word", severity="minor", confidence=0.5, on_spun_copy=True)
def unusual_phrase(copy: Copy) -> Iterator[Finding]:
    """An adjective or noun before a noun, never seen side by side, once in the text.

    On clean copy a good half of all such pairs are new to any table, so the check says nothing
    there; in rewritten copy two thirds of them held a replaced word.
    """
    for doc in copy.docs:
        pairs = list(_pairs(doc))
        times = Counter((first.lower_, second.lower_) for first, second in pairs)
        for first, second in pairs:
            if times[first.lower_, second.lower_] == 1 and not _is_attested(first, second):
                yield Finding(
                    copy.of(doc[first.i : second.i + 1]),
                    f"Possibly a replaced word: “{first.text} {second.text}” is no usual phrase, and this copy looks "
                    "machine-rewritten. Check the original wording.",
                )


def _pairs(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Neighbouring words of which the second is a common noun and the first an adjective or noun, outside names."""
    for first in doc[:-1] if len(doc) else ():
        second = first.nbor()
        if first.pos_ not in ("ADJ", "NOUN") or second.pos_ != "NOUN" or first.whitespace_ != " ":
            continue
        if _ends_age(first):
            continue
        if (
            first.is_alpha
            and second.is_alpha
            and not first.ent_type_
            and not second.ent_type_
            and not second.is_sent_start
        ):
            yield first, second


def _ends_age(word: Token) -> bool:
    """True for "old" of "a 71-year-old keeper", which is no word by itself."""
    return word.lower_ == "old" and word.i > 0 and not word.nbor(-1).whitespace_ and word.nbor(-1).text in _HYPHENS


def _is_attested(first: Token, second: Token) -> bool:
    """True when the pair was seen, in singular or plural."""
    heads = {second.lower_, second.lemma_.lower(), f"{second.lower_}s"}
    return any(is_attested(word, head) for word in {first.lower_, first.lemma_.lower()} for head in heads)
