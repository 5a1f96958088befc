"""A headline that says the opposite of the text."""

import re
from collections.abc import Iterator
from itertools import takewhile

from bot.analysis.errors.axes import is_denied, is_open
from bot.analysis.errors.claims import headline_claim, verb_lemma, verdict
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.headings import in_marks, story_start
from bot.analysis.errors.headline_outcomes import outcomes
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.movements import Movement, movements, records
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Doc, Token

_LEAD = 900
_JUDGES = r"\b(?:courts?|judges?|tribunals?) "
_UPHELD = re.compile(_JUDGES + r"(?P<verb>upholds?|backs?|confirms?)\b")
_VOIDED = re.compile(_JUDGES + r"(?P<verb>strikes? down|quash(?:es)?|overturns?|annuls?|voids?)\b")
_BACKED = re.compile(_JUDGES + r"(?P<verb>backs?|clears?|sides? with) (?:the )?(?P<who>[\w-]+)", re.IGNORECASE)
_AGAIN = word_set("reopen restart resume reinstate revive")
"""What only happens to a thing of which the text may say that it had ended."""

_UNDOING = word_set("lift end scrap repeal revoke rescind abolish drop remove ease relax")
"""What is done to a rule of which the text may say that it had been made."""

_FOUND = r"\b(?:ruled|found|held|declared)\b[^.;“”\"]{5,120}? (?:was|were|is|are|as|law) "
_VOID = re.compile(_FOUND + r"(?:null and )?(?:void|invalid|unlawful|illegal|unconstitutional|contrary to|in breach)\b")
_VALID = re.compile(_FOUND + r"(?:lawful|valid|legal|constitutional)\b")
_OF_RULINGS = re.compile(
    r"\b(?:appeals?|rulings?|conviction|verdict|sentence|decision|ban|challenge|orders?|rejection|refusal|injunction|block"
    r"|suspension|annulment|against|bid|claim|complaint)\b"
)
"""What is upheld when something else is void."""


@check("headline.contradicted", "Headline says the opposite", severity="critical", confidence=0.7)
def contradicted(copy: Copy) -> Iterator[Finding]:
    """The headline's verb negated, or one that excludes it, said in the lead of the same subject; not in questions."""
    title = copy.docs[0]
    if "?" in copy.title or len(title) < 3:
        return
    lead = [
        t
        for t in takewhile(lambda t: t.idx < _LEAD, copy.words.of_class("VERB", "AUX"))
        if not copy.is_quoted(t.idx) and not is_open(t)
    ]
    for word in title:
        lemma = verb_lemma(word)
        if lemma is None or lemma in _AGAIN or in_marks(copy.title, word.idx):
            continue
        claim = headline_claim(word, lemma)
        rival: Token | None = None
        for verb in lead:
            judged = verdict(claim, verb)
            if judged > 0:
                rival = None
                break
            if judged < 0 and rival is None and not (lemma in _UNDOING and _describes(verb)):
                rival = verb
        if rival is not None and not _tells_both(word, rival):
            yield _finding(copy, word, rival)
    yield from _moved_otherwise(copy)
    yield from _on_record(copy)
    yield from _ruled_otherwise(copy)


def _tells_both(word: Token, rival: Token) -> bool:
    """True for "Detective clears man she jailed": the headline has what the text tells besides.

    What the text tells with a day of the week is the news itself: "A jury cleared him on Monday".
    """
    return not any(token.text in _DAYS for token in rival.subtree) and any(
        other != word and verb_lemma(other) == verb_lemma(rival) for other in word.doc
    )


def _describes(verb: Token) -> bool:
    """True for a clause that says which thing is meant: "ending a ban imposed after the war".

    What is told with a day of the week is news: "A ban imposed on Friday starts next week".
    """
    is_news = any(token.text in _DAYS for token in verb.subtree)
    return grammar.relation(verb) in ("acl", "acl:relcl") and not is_news


_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def _moved_otherwise(copy: Copy) -> Iterator[Finding]:
    """ "a 12% fall in sales" over a lead in which sales rise, and never fall."""
    claims = list(movements(list(copy.docs[0])))
    start = story_start(copy)
    told = list(movements([t for t in copy.words.tokens if start <= t.idx < start + _LEAD])) if claims else []
    for claim in claims:
        same = [m for m in told if m.thing == claim.thing and not copy.is_quoted(m.word.idx)]
        if same and all(m.way != claim.way for m in same) and _is_by_noun(claim, same[0]):
            yield _finding(copy, claim.word, same[0].word)


def _on_record(copy: Copy) -> Iterator[Finding]:
    """ "Onions at a five-year low" over a lead that has them at their highest since 2019.

    Of two things of which one rises as the other falls, and of an unnamed one, a record says nothing.
    """
    start = story_start(copy)
    told = records(copy.text, start, start + _LEAD)
    for way, match in records(copy.title, 0, len(copy.title)):
        if not match["noun"] or not told or any(other == way for other, _ in told):
            continue
        record = told[0][1]
        if _things_before(copy.docs[0], match.start()) & _things_before(copy.body, record.start()):
            yield _words_apart(copy, match.span(), record.span())


def _things_before(doc: Doc, at: int) -> set[str]:
    """The lemmas of the subject, or else the only noun, of which a sentence tells before a place: a pound of coffee."""
    before = [t for t in doc if t.idx < at and t.pos_ in ("NOUN", "PROPN")]
    clause = [t for t in before if t.sent == before[-1].sent]
    subjects = [t for t in clause if t.dep_.startswith("nsubj")][-1:]
    told = subjects or (clause if len(clause) == 1 else [])
    measured = [c for t in told for c in t.children if c.dep_ == "nmod" and c.i > t.i and c.pos_ == "NOUN"]
    return {t.lemma_.lower() for t in (*told, *measured)}


def _ruled_otherwise(copy: Copy) -> Iterator[Finding]:
    """ "Court upholds law" over a law ruled void; "Court backs mine" over a court that ordered it to pay."""
    start = story_start(copy)
    lead = copy.text[start : start + _LEAD // 2]
    for headline, ruled in ((_UPHELD, _VOID), (_VOIDED, _VALID)):
        claim, told = headline.search(copy.title), ruled.search(lead)
        if claim and told and not _OF_RULINGS.search(copy.title):
            yield _words_apart(copy, claim.span("verb"), (start + told.start(), start + told.end()))
    for here, there in outcomes(copy.title, lead):
        yield _words_apart(copy, here, (start + there[0], start + there[1]))
    backed = _BACKED.search(copy.title)
    if backed is None:
        return
    bound = rf"\bordered (?:an?|the|its)(?: [\w-]+){{0,2}} {re.escape(backed['who'])} to\b(?! be)"
    told = re.search(bound, lead, re.IGNORECASE)
    if told is not None:
        yield _words_apart(copy, backed.span("verb"), (start + told.start(), start + told.end()))


def _words_apart(copy: Copy, here: tuple[int, int], there: tuple[int, int]) -> Finding:
    rival = copy.span(*there)
    words = copy.span(*here, "title")
    return Finding(
        words,
        f"Possible contradiction: the headline says “{words.text}”, the text “{rival.text}”. Check which is right.",
        evidence=(rival,),
    )


def _is_by_noun(claim: Movement, other: Movement) -> bool:
    """True when one of the two is a noun: verbs are held against each other with what else their clauses say."""
    return claim.word.pos_ != "VERB" or other.word.pos_ != "VERB"


def _finding(copy: Copy, verb: Token, other: Token) -> Finding:
    said = "not " if is_denied(other) else ""
    return Finding(
        copy.of(verb),
        f"Possible contradiction: the headline says “{verb.text}”, the text “{said}{other.text}”. Check which is "
        f"right.",
        evidence=(copy.of(other),),
    )
