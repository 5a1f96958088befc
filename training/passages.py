"""Passages with one slip each, as the slip detector learns from them: the right and the altered words, with labels.

They are those of ``evals/errors/passages`` that hold a slip of single words; the part ``closed`` is held out.
"""

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Span

from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.proofreader import Slip
from evals.errors.passages import FOLDER, read_passages
from training.slips import Marked

KINDS = (
    "grammar", "missing-word", "extra-word", "preposition", "idiom", "collision", "repetition", "stop", "run-on",
    "fragment", "misspelling", "meaning-shift", "broken-apposition", "broken-opening", "stray-stop", "stem-tautology",
    "same-word-coordinated", "doubled-word", "function-word-collision", "idiom-args", "article-number",
)  # fmt: skip
LEARNT = (
    "opened", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
)  # fmt: skip

_FUNCTION_WORDS = word_set(
    "of in on at for with by from to into about over against as between among under after before during through upon "
    "within toward towards than a an the is are was were be been being has have had having this these that those who "
    "which whom whose he him his she her they them their it its do does did done not and or but will would can could "
    "may might must shall should"
)
_SAME_STEM = 4
"""Letters in which two forms of one word agree."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage: its name, its text as it should be and as it is, and the slips by number of the altered word."""

    name: str
    right: Doc
    altered: Doc
    slips: dict[int, Slip]

    def sentences(self, *, altered: bool) -> list[list[Marked]]:
        """The sentences of one of the two, with labels."""
        return [_marked(sentence, self.slips if altered else {}) for sentence in self._version(altered).sents]

    def words(self, *, altered: bool) -> list[Marked]:
        """One of the two in one piece, with labels."""
        return _marked(self._version(altered)[:], self.slips if altered else {})

    def _version(self, altered: bool) -> Doc:
        return self.altered if altered else self.right


def samples(part: str, read: Callable[[str], Doc], folder: Path = FOLDER) -> Iterator[Sample]:
    """The passages of a part as ``read`` has them: parsed, so that the altered words have the tags that the parser sees
    in them, or only cut into words.
    """
    for kind in KINDS:
        path = folder / part / f"{kind}.md"
        for passage in read_passages(path) if path.exists() else ():
            if passage.altered is not None:
                right, altered = read(passage.right.strip()), read(passage.altered.strip())
                labels = slips([token.text for token in right], [token.text for token in altered])
                yield Sample(passage.name, right, altered, labels)


def _marked(sentence: Span, labels: dict[int, Slip]) -> list[Marked]:
    tokens = [token for token in sentence if not token.is_space]
    ends = [-1, *(token.idx + len(token) for token in tokens)]
    return [
        Marked(token.text, token.idx == end, token.tag_, labels.get(token.i, Slip.NONE))
        for token, end in zip(tokens, ends, strict=False)
    ]


def slips(right: Sequence[str], altered: Sequence[str]) -> dict[int, Slip]:
    """By number of an altered word, what is wrong with it. A lost word is said of the one behind."""
    found: dict[int, Slip] = {}
    for what, a, b, first, end in difflib.SequenceMatcher(None, right, altered, autojunk=False).get_opcodes():
        if what == "insert":
            found |= dict.fromkeys(range(first, end), Slip.EXTRA)
        elif what == "replace":
            for i in range(first, end):
                found[i] = _kind(altered[i].lower(), right[min(a + i - first, b - 1)].lower())
        if b - a > end - first and end < len(altered):
            found[end] = Slip.GAP
    return found


def _kind(word: str, right: str) -> Slip:
    alike = word[:_SAME_STEM] == right[:_SAME_STEM] or word in _FUNCTION_WORDS
    return Slip.FORM if alike else Slip.REPLACED
