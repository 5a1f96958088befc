"""A word in quotation marks that is cited as said or told before, and that the story does not have."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_families import same_family

_SHORTEST_STORY = 1200
"""Characters of a text that leaves out little of what its headline and its speakers refer to."""
_CITED = r"[“\"‘](?P<cited>[^”\"’“‘\n]{3,40}?)[,.]?[”\"’](?!\w)"
_OBJECTED = (
    r"(?:object(?:s|ed|ing) to|bristl(?:es|ed|ing) at|reject(?:s|ed|ing)|disput(?:es|ed|ing)|(?:takes?|took|taking)"
    r" issue with|recoil(?:s|ed) (?:from|at)|winc(?:es|ed) at|regret(?:s|ted)|apologi[sz]ed for|defend(?:s|ed)"
    r"|repeat(?:s|ed)|seiz(?:es|ed) on|laughed (?:at|off)|shrugged off|stood by|withdrew)"
)
_PATTERNS = (
    re.compile(rf"\b{_OBJECTED} (?:the|that|her|his|their) (?:word|term|phrase|description|label|expression) {_CITED}"),
    re.compile(
        rf"\b[Tt]h(?:e|at|is) {_CITED},? (?:as|that) [^,.\n]{{2,40}} (?:called|calls|described|dubbed|spoke of)\b"
    ),
    re.compile(
        r"(?:[’']s|\b(?:her|his|their)) (?:earlier |own |famous )?(?:remark|line|boast|quip|joke|jibe|phrase|promise)s?"
        rf" (?:(?:that|about|of) [^.“\"‘\n]{{0,40}})?{_CITED}"
    ),
)
_IN_HEADLINE = re.compile(rf"(?<!\w){_CITED}")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS, _MOST_WORDS = 4, 3


@check("quote.not-said", "Cited word that nobody says", severity="major", confidence=0.5)
def cited_word(copy: Copy) -> Iterator[Finding]:
    """ "objected to the word “sham”", "the “wall”, as Cole called her", a headline’s scare quote: said by nobody."""
    if len(copy.text) < _SHORTEST_STORY:
        return
    for match in _IN_HEADLINE.finditer(copy.title):
        if not match["cited"][0].isupper() and _is_new(match["cited"], copy.text):
            yield _finding(copy, match, "the headline quotes it")
    for pattern in _PATTERNS:
        for match in find_all(pattern, copy.text):
            rest = copy.title + " " + copy.text[: match.start("cited")] + copy.text[match.end("cited") :]
            if _is_new(match["cited"], rest):
                yield _finding(copy, match, "it is cited as said before")


def _finding(copy: Copy, match: re.Match[str], why: str) -> Finding:
    return Finding(
        copy.span(*match.span("cited"), "title" if match.re is _IN_HEADLINE else "text"),
        f"Possible altered quotation: {why}, but “{match['cited']}” stands nowhere else. Check the word that was used.",
    )


def _is_new(cited: str, text: str) -> bool:
    """True for one to three words of which the text has none, nor another form."""
    words = [word.lower() for word in _WORD.findall(cited)]
    heavy = [word for word in words if len(word) >= _FEWEST_LETTERS]
    if not heavy or len(words) > _MOST_WORDS:
        return False
    known = {word.lower() for word in _WORD.findall(text)}
    return not any(same_family(word, other) for word in heavy for other in known)
