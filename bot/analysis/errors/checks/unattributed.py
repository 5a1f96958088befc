"""Claims in the passive of hearsay: "it is believed", "is said to have", "critics say", "reportedly"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Span as DocSpan

_THOUGHT = "said|believed|thought|understood|claimed|rumou?red|alleged|feared|assumed|reported|suspected|whispered"
_HELD = "accepted|expected|agreed|acknowledged|recogni[sz]ed|assumed|hoped|known|held"
_BY_ALL = "(?:widely|generally|commonly|universally|largely)"
_HEDGES = r"(?:(?:widely|generally|commonly|also|now|still|long|largely|privately|strongly|reliably) )?"
_IT_IS = rf"(?i:it) (?:is|was|has been) (?:{_HEDGES}(?:{_THOUGHT})|{_BY_ALL} (?:{_HELD}))"
_NO_CLAUSE = "to|by|in|as|of|for|with|from|on|at|among|here|there|not|and|or|but|when|if|so|best|better|likely|"
_NO_CLAUSE += "unlikely|possible|necessary|wise|unwise|safe|unsafe|fit|proper|appropriate"
_IMPERSONAL = re.compile(
    rf"\b{_IT_IS}(?: that\b| (?!(?:{_NO_CLAUSE})\b)(?=\w))|, {_IT_IS}(?=[.,;])"
    rf"|\b(?:is|are|was|were) {_BY_ALL} (?:{_THOUGHT})(?=[.,;])"
    r"|\b(?:(?<![\w,;] )(?:Insiders|Sources|Observers|Critics|Detractors|Gossips|Some|Many"
    r"|(?:Some|Many) (?:observers|insiders|people|experts)|Multiple sources|People|Locals"
    rf"|Others) {_HEDGES}(?:say|believe|claim|whisper|insist|suspect|murmur|maintain)\b"
    r"|(?:[Rr]umou?r|[Ww]ord|[Gg]ossip) has it\b|[Rr]umou?rs (?:say|suggest|swirl|abound)\b"
    r"|[Tt]here (?:is talk|are rumou?rs|are whispers)\b"
    r"|(?<![\w,;] )(?:(?:Everyone|Everybody) knows|(?:Everyone|Everybody|Few|No one|Nobody) (?:seriously )?doubts?"
    r"|(?:Few|No one|Nobody) knows?(?! (?:what|which|who|whose|how|why|when|where|whether|if)\b))\b"
    r"|[Nn]o secret that\b"
    r"|(?:[Tt]he )?(?:talk|word|whisper|rumou?r) (?:in|on|around|at) the [a-z]+ is\b|[Ii]t is an open secret\b"
    r"|[Aa]ccording to (?:some )?(?:rumou?rs?|gossip|insiders)\b"
    rf"|, it (?:is|was) {_HEDGES}(?:{_THOUGHT}|presumed)(?=[,.;])"
    r"|[Ii]t is (?:widely|generally|commonly|universally) (?:accepted|agreed|acknowledged|expected|recogni[sz]ed|held"
    r"|known|hoped|predicted)(?: that)? (?=[a-z]|[A-Z]\w)"
    r"|(?:is|are|was|were) (?:widely|generally|commonly) (?:feared|suspected|believed|assumed|rumou?red)(?=[,.;]))"
)
"""Main clauses of hearsay; their own sentence must say who says so."""
_LORE = r"(?:[a-z]+er than|(?:the |among the )?(?:[a-z]+est|most [a-z]+)|haunted|cursed|lucky|unlucky)\b"
_OF_LORE = (
    r"(?:(?:now |still )?(?:stable|critical|comfortable|conscious|recovering|improving|doing well|out of danger"
    rf"|in (?:an? )?(?:[a-z]+ )*(?:condition|spirits))\b|{_LORE})"
)
"""What things are said to be: lore ("older than the church"), and how the injured fare, which hospitals tell."""
_PASSING = re.compile(
    rf"\b(?:(?:is|are|was|were) {_HEDGES}(?:said|rumou?red|alleged|whispered) to (?:have\b|be\b(?! {_OF_LORE}))"
    rf"|(?<=culprit |suspect )(?:is|was) {_HEDGES}(?:{_THOUGHT}) to be\b"
    rf"|(?<=culprits )are {_HEDGES}(?:{_THOUGHT}) to be\b"
    r"|(?:[Rr]eportedly|[Aa]llegedly|[Pp]urportedly|[Ss]upposedly)\b|(?<![.,] )\bapparently (?=[a-z]+ [a-z]))"
)
"""Hearsay in passing; a sentence beside may say where it comes from."""
_SOURCED = re.compile(
    r"\b(?:[Aa]ccording to(?! (?:some )?(?:rumou?r|gossip|insider))|in the words of)\b"
    r"|\b(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!it is )(?:said|says|told|tells|wrote|writes|added|adds"
    r"|stated|states|confirmed|confirms|announced|announces|claimed|claims|alleged|alleges|accused|accuses|charged"
    r"|insisted|insists|admitted|admits|denied|denies|testified|warned|warns|argued|argues|explained|replied"
    r"|suggested|suggests|reported"
    r"|reports|reckons|reckoned|estimates|estimated|found|showed|shows|blamed|blames)\b"
)


_BY_BEING = re.compile(r"\b(?:is|are|was|were|been|being|be) $")
"""Words before "reportedly warned", in which nobody warns."""

_CROWDS = ("Critics", "Some ", "Many ", "Observers", "Detractors", "Others")
"""Those for whom somebody mostly speaks in the next sentence."""
_INSIDERS = re.compile(
    r"\b(?:person|people|man|woman|source|sources|official|officials|executive)s? (?:who (?:is|are|was|were) )?"
    r"(?:close to|familiar with|with knowledge of|briefed on)\b"
    r"|\bunderstands\b|\b(?:[Pp]olice|[Oo]fficers|[Dd]etectives|[Ii]nvestigators|[Ff]irefighters|[Cc]oastguards?) "
    r"(?:said|say|have said|told|were|are|want|wanted|believe|think)\b"
)
"""Those beside whose words "it is understood" or "thought" needs no other source."""

_THEN = re.compile(r"\b(?:in those days|at (?:the time|first)|then|once|long ago|until)\b", re.IGNORECASE)
"""What people thought of old is told, not claimed."""
_MARK, _QUOTES = re.compile(r"[“\"]"), re.compile(r" [“\"]")
"""Marks of quotation, near which somebody mostly speaks; and right behind "is said to have", where nobody does."""

_PRESUMED = re.compile(
    rf"\b(?:is|are|was|were) {_HEDGES}(?:believed|thought|understood|reported|suspected|presumed|assumed|known) "
    r"(?:(?:to have (?!died|been|lived|lain|existed|come|begun|started|originated|lasted|stood|a |an |the |no |one "
    r"|about )\w+|to be (?:\w+ing\b|ready|keen|eager|furious|unhappy|angry|close|behind|about to|involved|responsible"
    r"|in talks))"
    r"|(?<!was suspected )(?<!were suspected )of (?:having )?\w+ing\b)"
)
"""What somebody is thought to have done or to intend; guesses about the past of things need no source."""


_BY_REPORT = re.compile(r"\breportedly\b", re.IGNORECASE)
_OWN_WORDS = re.compile(r"\b(?:admitted|denied|accused|charged|admits|denies|accuses) ?")
"""What those told of do, which makes them no source of the rest."""

_REBUTTED = re.compile(
    r"\s{0,2}(?:(?:The |Mr |Ms |Mrs |Dr )?[\w’'-]+ ){1,4}(?:has |have )?(?:denied|denies|rejected|rejects|dismissed"
    r"|dismisses|disputed|disputes"
    r"|disagreed|disagrees|called (?:that|it|the) )"
)
"""Whoever answers critics is none of them."""

_GUESSED = re.compile(
    rf"\b(?:(?:is|are|was|were) {_HEDGES}(?:{_THOUGHT}) to (?:be|have)\b"
    r"|(?:[Oo]bservers|[Aa]nalysts|[Oo]pponents|[Cc]ritics|[Ee]xperts) (?:say|believe|claim|argue|think|fear)\b"
    r"|[Ii]t has been (?:suggested|claimed|alleged|reported|said) that\b)"
)
"""What a report may say without a source, and a reader may still ask for one."""


_FACTUAL = re.compile(r"\b(?:known|accepted|acknowledged|recogni[sz]ed)\b")
_FORESEEN = re.compile(r"\bwas \w+ (?:expected|hoped|predicted|feared)\b")
_OUTCOME = re.compile(
    r"\b(?:it|they|he|she|this|that|neither|none|both|all) (?:never |duly )?(?:did|was|were|has|have|had|does|do)"
    r"(?:n[’']t| not| so)?(?=[.,;!])|\bin the event\b|\b(?:and|but) (?:so it|proved|did not)\b|\bInstead\b"
)
"""Words that say how what was expected came out."""


def _is_told_as_fact(copy: Copy, span: DocSpan) -> bool:
    """True for "it is widely known that copper conducts heat", and for an expectation whose outcome follows."""
    if _FORESEEN.search(span.text):
        _, end = _stretch(copy, span, span.start_char)
        return _OUTCOME.search(copy.text, span.end_char, end) is not None
    if not _FACTUAL.search(span.text) or " was " in span.text:
        return False
    behind = span.doc[span.end - (not span.text.endswith("that")) : span.sent.end]
    subject = next((word for word in behind if grammar.relation(word).startswith(("nsubj", "csubj"))), None)
    clause = grammar.governor(subject) if subject is not None else None
    if clause is None or subject is None:
        return False
    is_present = any(word.tag_ in ("VBZ", "VBP") for word in (clause, *grammar.auxiliaries(clause), *clause.children))
    opens = next((word for word in behind if word.lower_ != "that"), subject)
    bare = (
        opens.pos_ not in ("DET", "PRON", "PROPN", "NUM")
        and subject.pos_ in ("NOUN", "VERB")
        and not any(child.pos_ in ("DET", "PRON", "PROPN", "NUM") for child in subject.children)
    )
    return is_present and (bare or " known" in span.text)


@check("claim.hearsay", "Claim as hearsay", severity="minor", confidence=0.6)
def hearsay(copy: Copy) -> Iterator[Finding]:
    """What "is thought", "reportedly" is or "some say", with no source in its sentence or, in passing, beside it."""
    for pattern in (_IMPERSONAL, _PASSING, _PRESUMED):
        for match in find_all(pattern, copy.text):
            span = copy.body.char_span(*match.span(), alignment_mode="contract")
            if span is None or copy.is_quoted(match.start()) or (pattern is _PRESUMED and not _is_of_people(span)):
                continue
            beside = pattern is not _IMPERSONAL or match.group().startswith(_CROWDS)
            if _BY_REPORT.search(match.group()) or (pattern is _IMPERSONAL and _is_rebutted(copy, span)):
                beside = False
            if pattern is _IMPERSONAL and _is_told_as_fact(copy, span):
                continue
            if _THEN.search(span.sent.text) is None and not (
                _is_sourced(copy, span, match, beside=beside)
                or (not _BY_REPORT.search(match.group()) and _is_of_insiders(copy, span, match))
            ):
                yield Finding(
                    copy.trimmed(*match.span()),
                    f"Possible gap: “{match.group().strip()}” names nobody who says so. Check for a source.",
                )


@check("claim.unattributed", "Claims without a source", severity="minor", confidence=0.55, default=False)
def unattributed(copy: Copy) -> Iterator[Finding]:
    """One finding an article: the first guess with no source beside it, and how many there are."""
    found = [copy.span(*match.span()) for match in find_all(_GUESSED, copy.text) if _is_open(copy, match)]
    if found:
        yield Finding(
            found[0],
            f"Possible gap: {len(found)} claim{'s' if len(found) > 1 else ''} of hearsay without a source near. "
            "Check who says so.",
            evidence=tuple(found[1:]),
        )


def _is_open(copy: Copy, match: re.Match[str]) -> bool:
    span = copy.body.char_span(*match.span(), alignment_mode="contract")
    return span is not None and not copy.is_quoted(match.start()) and not _is_sourced(copy, span, match, beside=True)


def _is_rebutted(copy: Copy, span: DocSpan) -> bool:
    """True where the sentence behind what critics say rejects it."""
    return _REBUTTED.match(copy.text, span.sent.end_char) is not None


def _is_of_people(span: DocSpan) -> bool:
    """True when what is presumed is presumed of someone: a name, a role or a pronoun."""
    verbs = [word for word in span if word.tag_ == "VBN" and word.i > span.start]
    subject = grammar.subject(verbs[0]) if verbs else None
    return subject is not None and (
        subject.ent_type_ in ("PERSON", "ORG")
        or subject.lower_ in ("he", "she", "they")
        or is_person(subject.lemma_.lower())
    )


def _is_of_insiders(copy: Copy, span: DocSpan, match: re.Match[str]) -> bool:
    """True where those who look into it, or unnamed insiders, speak beside: whoever "believed" is plain."""
    start, end = _stretch(copy, span, match.start())
    return _INSIDERS.search(copy.text, start, end) is not None


def _stretch(copy: Copy, span: DocSpan, at: int) -> tuple[int, int]:
    """From the sentence before to the one behind, as far as its paragraph goes."""
    sentence, paragraph = span.sent, copy.paragraphs[copy.paragraph_number(at)]
    start, end = sentence.start_char, sentence.end_char
    if start > paragraph.start:
        start = copy.body[sentence.start - 1].sent.start_char
    if end < paragraph.end and sentence.end < len(copy.body):
        end = copy.body[sentence.end].sent.end_char
    return start, end


def _is_quoted_next(copy: Copy, at: int, end: int) -> bool:
    """True where "critics say" ends a paragraph and the next one opens with the words of one of them."""
    number = copy.paragraph_number(at)
    if number + 1 >= len(copy.paragraphs) or end < copy.paragraphs[number].end:
        return False
    return copy.paragraphs[number + 1].text.startswith(("“", '"'))


def _is_sourced(copy: Copy, span: DocSpan, match: re.Match[str], *, beside: bool) -> bool:
    """True when someone is named who says something in the sentence or, ``beside``, in its paragraph next to it."""
    start, end = _stretch(copy, span, match.start()) if beside else (span.sent.start_char, span.sent.end_char)
    if beside and match.group().startswith(_CROWDS) and _is_quoted_next(copy, match.start(), end):
        return True
    before, behind = copy.text[start : match.start()], copy.text[match.end() : end]
    if _BY_REPORT.search(match.group()):
        before, behind = _OWN_WORDS.sub("", before), _OWN_WORDS.sub("", behind)
    if _BY_BEING.search(before):
        behind = behind.lstrip().partition(" ")[2]
    is_quoting = _QUOTES.match(behind) is not None
    return any(_SOURCED.search(piece) or (not is_quoting and _MARK.search(piece)) for piece in (before, behind))
