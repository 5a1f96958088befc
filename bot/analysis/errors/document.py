"""Judgement on the article as a whole, from the findings and from how it credits its words."""

import re
from collections import Counter
from math import exp
from urllib.parse import urlsplit

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.outlets import bare_name, is_outlet
from bot.analysis.errors.proofreader import Slip
from bot.language.outlets import outlet, outlet_of_host
from bot.model import DocumentFindings, LikelyError, Republished, Spun

_TRACES: dict[str, tuple[float, str]] = {
    "quote.outlet-as-speaker": (2.0, "words of people are credited to a news outlet"),
    "office.wrong-body": (2.0, "an office that its body does not have"),
    "office.mangled-title": (2.0, "titles with a word replaced"),
    "person.incompatible-roles": (1.5, "roles that exclude each other"),
    "person.broken-apposition": (1.0, "a role without a name or article"),
    "person.pronoun": (1.0, "pronouns that do not fit the people named"),
    "wording.spun-phrase": (1.5, "fixed terms with a word replaced"),
    "wording.same-word-joined": (1.5, "a word joined to itself, as when two synonyms become one"),
    "wording.tautology": (1.5, "a word that modifies itself"),
    "wording.idiom": (1.0, "fixed phrases with a wrong word"),
    "wording.stray-capital": (0.5, "stray capitals"),
    "grammar.function-words": (1.0, "grammatical words that clash"),
    "grammar.lost-word": (1.0, "lost words"),
    "grammar.lost-link": (1.0, "lost words"),
    "grammar.broken-opening": (1.0, "sentences with two subjects"),
    "grammar.article-plural": (0.5, "articles that do not fit their nouns"),
    "grammar.a-an": (0.5, "“a” and “an” before the wrong sound"),
    "claim.unsourced-label": (0.5, "quoted labels without a source"),
    "quote.misplaced-mark": (0.5, "misplaced quotation marks"),
    "punctuation.stray-stop": (0.5, "full stops inside sentences"),
    "punctuation.fragment": (0.5, "sentences cut in two"),
    "leftover.title-suffix": (0.5, "a page title in place of the headline"),
    "leftover.boilerplate": (0.5, "left-over page text"),
    "wording.replaced-word": (2.0, "words that stand where others are usual"),
}
"""Checks whose findings are traces of machine rewriting: weight of the first finding, and the reason as told."""

SPUN = 0.5
"""Score from which copy counts as machine-rewritten."""

_ADVICE = "quotations may not be genuine; find the original"
_FEWEST_CHECKS, _FEWEST_FINDINGS = 5, 7
_FEWEST_CHECKS_COPIED, _FEWEST_FINDINGS_COPIED = 4, 5
"""Fewer traces will do where the text ends in the source link of a copying site."""
_SUSPECT = 2.5
"""Weight of the kinds of trace, two at least, from which the words are read one by one.

A kind weighs from 0.5 to 2: two are enough only when at least one is rare in right copy. Reading alone does not
tell: to the proofreader, terse right copy of an unfamiliar hand has as many words where others are usual as
rewritten copy has.
"""

_SHOWN = 0.5
"""Confidence from which a finding counts as a trace."""

_REWRITTEN = 0.06
"""Mean probability of a replaced word from which copy reads rewritten."""

_REPLACED = 0.04
"""Share of words, each likelier replaced than not, from which it does so too.

Of 70 articles with ten slips each, two are above either limit, of 16 rewritten ones all that other traces do not show.
"""

_MANY_REPLACED = 4
_HALF = 4.5
"""Sum of weights at which the score is one half."""

_TOLD = re.compile(
    r"\b(?:told|tells|in an interview with|speaking to|spoke to)(?: the)?((?: (?:newspaper|broadcaster"
    r"|news agency|magazine))?"
    r" (?:The )?[A-Z](?:[\w’&-]|\.(?=\w))*(?: (?:(?:of|de|la) )?[A-Z](?:[\w’&-]|\.(?=\w))*){0,4})"
)
_SOURCE_LINK = re.compile(
    r"^[^\w\n]*+(?:source ?(?:link|:)|the post .{3,120} appeared first on|original (?:article|source))", re.I | re.M
)
_CREDIT = re.compile(
    r"\b(?:originally (?:published|appeared)|republished (?:from|with)|courtesy of|reprinted|first (?:published"
    r"|appeared))\b",
    re.I,
)
_LAST_PART = 0.6
_LEAST_TOLD = 2
_LEAST_TOLD_ELSEWHERE = 3


def judge(copy: Copy, errors: list[LikelyError]) -> DocumentFindings:
    """How much the copy looks rewritten, whose it seems to be, and whether it is dated."""
    return DocumentFindings(spun=spun(errors, copy), republished=_republished(copy), dated=copy.published is not None)


def spun(errors: list[LikelyError], copy: Copy) -> Spun:
    """Weights of the traces, further ones of a check counting half, on a curve from 0 to 1.

    Few traces, or of few kinds, score below one half: a careless writer makes one kind of slip
    many times, a rewriting machine many kinds.
    """
    found = Counter(error.check for error in errors if error.check in _TRACES)
    total = sum(_TRACES[check][0] * (1 + 0.5 * min(count - 1, 4)) for check, count in found.items())
    score = 1 - exp(-0.6931 * total / _HALF)
    copied = _source_link(copy)
    many = found["wording.replaced-word"] >= _MANY_REPLACED
    kinds = _FEWEST_CHECKS_COPIED if copied else _FEWEST_CHECKS
    if not many and (len(found) < kinds or found.total() < (_FEWEST_FINDINGS_COPIED if copied else _FEWEST_FINDINGS)):
        score = min(score, 0.45)
    heaviest = sorted(found, key=lambda check: -_TRACES[check][0] * found[check])
    reasons = [_TRACES[check][1] for check in heaviest]
    return Spun(score=round(score, 2), reasons=[*reasons, _ADVICE] if score >= SPUN else reasons)


def is_suspect(errors: list[LikelyError], copy: Copy) -> bool:
    """True when the findings leave a doubt that is worth the time of reading the words one by one."""
    kinds = {error.check for error in errors if error.check in _TRACES and error.confidence >= _SHOWN}
    return _source_link(copy) or (len(kinds) > 1 and sum(_TRACES[check][0] for check in kinds) >= _SUSPECT)


def reads_rewritten(copy: Copy) -> bool:
    """True when the words on the whole stand where others are usual."""
    scores = [float(one[Slip.REPLACED]) for one in copy.proofread[1].values()]
    mean = sum(scores) / max(1, len(scores))
    return mean >= _REWRITTEN or sum(score > 0.5 for score in scores) >= _REPLACED * max(1, len(scores))


def _source_link(copy: Copy) -> bool:
    """True when the last part of the text has a line that links to where it was copied from."""
    return any(match.start() > _LAST_PART * len(copy.text) for match in find_all(_SOURCE_LINK, copy.text))


def _republished(copy: Copy) -> Republished | None:
    """The outlet that people here spoke to when that is not the publisher, or a "source link" of a copying site."""
    link = _source_link(copy)
    told = Counter(
        bare_name(re.sub(r"^ (?:newspaper|broadcaster|news agency|magazine) ", "", match.group(1)))
        for match in find_all(_TOLD, copy.text)
    )
    told = Counter({name: count for name, count in told.items() if is_outlet(name)})
    name, count = told.most_common(1)[0] if told else ("", 0)
    host = urlsplit(copy.article.url or copy.article.canonical_url or "").hostname or ""
    publisher = outlet_of_host(host) if host else None
    source = outlet(name)
    own_site = name.lower().replace(" ", "") in host.replace("-", "") or (source is not None and source == publisher)
    if count and own_site:
        return None
    if _CREDIT.search(copy.text) or (copy.article.site and name and name in copy.article.site):
        return None
    exclusive = count > 2 * (told.total() - count) and count >= (
        _LEAST_TOLD if publisher is None else _LEAST_TOLD_ELSEWHERE
    )
    reasons = []
    if exclusive and (host or link):
        where = f", and {host} is not its site" if host else ""
        reasons.append(f"people here speak to {name} ({count} times){where}")
    if link:
        reasons.append("the text ends in the source link of a copying site")
    return Republished(source=name if exclusive else "another site", reasons=reasons) if reasons else None
