"""Words that live on a negation ("any evidence", "sure of that yet", "a shred of"), where nothing denies or asks."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar

_DONE = (
    r"(?:seen|found|received|heard|shown|given|offered|taken|paid|made|signed|reached|used|met|noticed|felt|done"
    r"|broken"
    r"|committed|admitted|known|got|accepted|agreed|changed|read|had|caused|produced|provided|played|suffered|lost"
    r"|been)"
)
_WORTHLESS = r"(?:penny|cent|dime|farthing|rouble|shilling|sou)"
_SMALLEST = (
    r"(?:line|word|comma|bolt|nail|brick|stone|job|jobs|penny|cent|dollar|euro|pound|minute|hour|drop|grain|hair"
    r"|leaf|inch"
    r"|second|soul|sentence|syllable|page|detail|moment)"
)
_CUES = re.compile(
    r"(?P<yet>\b(?:has|have|had|is|are|am|was|were|can|could)\b(?: \w+){0,2}? (?:sure|certain|clear|known|ready"
    r"|available|decided|agreed|begun|started|finished|settled|signed|found|named|identified|confirmed|published"
    r"|set|received|seen|made"
    r"|given|paid|replied|responded|commented|arrived|happened|reached)(?: [\w’'-]+){0,5} yet(?=[.,;!”\"]))"
    r"|(?P<there>\bthere (?:is|was|are|were|has been|have been|had been) any(?:one|body|thing)?\b)"
    r"|(?P<ever>\b(?:has|have|had|was|were) ever (?:been|again|[a-z]+(?:ed|en))\b)"
    r"|(?P<would>\b(?:would|will|could|can) ever (?!so\b|since\b|more\b|after\b)[a-z]{2,}\b)"
    r"|(?P<longer>\b[a-z]+ (?:[\w’'-]+ ){0,3}any ?(?:more|longer)(?=[.;!”\"]))"
    r"|(?P<until>\b(?:will|would|could|can) (?:begin|start|resume|reopen|know|happen|decide|take effect"
    r"|come into force"
    r"|be (?:decided|completed|finished|known|named|ready))(?: [\w’'-]+){0,2} until\b)"
    r"|(?P<least>\b(?:lift(?:ed|s)? a finger|bat(?:ted|s)? an eye(?:lid)?|(?:sleep|slept) a wink|budged? an inch"
    r"|minced? (?:his |her |their )?words|pull(?:ed|s)? (?:any|his|her|their) punches|ha(?:s|ve|d) the slightest"
    r"|(?:is|was|were|found|saw|ha[ds]|have|offered|produced) (?:a|one) (?:shred|scrap|iota|whit) of"
    rf"|(?:owe[sd]?|receive[sd]?|saw|seen?|got|refunded|recovered) (?:a|one|a single) {_WORTHLESS}(?! (?:for|a|per"
    rf"|on|in)\b)"
    r"|(?:believe[sd]?|understood|underst[ao]nds?|remember(?:ed|s)?|regret(?:s|ted)?|recall(?:s|ed)?) "
    r"(?:a|one|a single) word of"
    r"|fired? a (?:single )?shot (?!at|in|through|into|across|over|from|towards?|past)"
    r"|(?:breathe[sd]?|sa(?:y|id)|utter(?:ed)?) a word (?:to|about|of)\b|(?:spare[sd]?|shed) a (?:thought|tear) for\b"
    r"|(?:hear|feel|understand|remember|taste|smell) a thing(?! or two| that| which| called| of| like)"
    r"|stand a chance|pa(?:y|id) the slightest|car(?:e|es|ed) (?:less|in the least)|in the slightest|whatsoever"
    r"|(?:dispute[sd]?|regret(?:s|ted)?|doubt(?:s|ed)?|hurr(?:y|ied)|tak(?:e|es|ing|en)|took|chang(?:e|es|ed|ing)"
    r"|los(?:e|es|t|ing)|alter(?:ed|s)?|touch(?:ed|es)?|remov(?:e|es|ed)|wast(?:e|es|ed|ing)|miss(?:ed|es)?|mov(?:e"
    r"|es|ed)"
    r"|understood|understand|believ(?:e|es|ed)|heard|hear|utter(?:ed)?|said|sa(?:y|ys)|receiv(?:e|es|ed)|spend|spent"
    rf"|earn(?:s|ed)?|cost(?:s)?|pa(?:y|ys|id)|ow(?:e|es|ed)|shed) a single {_SMALLEST})\b)"
    r"|(?P<since>\b(?:has|have|had) been (?:that |so |as )(?:high|low|hot|cold|warm|dry|wet|deep|full|many|few|busy"
    r"|quiet"
    r"|cheap|dear|expensive|strong|weak|large|small|big|popular|crowded|bad|good|close|early|late|happy|calm|loud"
    r"|bright"
    r"|clear|clean|thin|thick|rough|steep|fast|slow|young|old|great|heavy|hungry|empty)(?: [\w’'-]+){0,2} "
    r"(?:since|before|in (?:[\w-]+ years|living|many|decades|years)|for (?:[\w-]+ years|many|decades"
    r"|years))\b(?![^.;]* that\b))"
)
"""What shows that a negation was lost."""

_LICENSED = re.compile(
    r"\b(?:not|n[’']t|no|nor|never|neither|nobody|nothing|none|nowhere|cannot|without|hardly|scarcely|barely|rarely"
    r"|seldom|few|fewer|little|less|only|if|whether|unless|before|than|too|as|all|every\w*|each|any\w+ who|who\w*"
    r"|what\w*|how\w*|when\w*|why|most|first|second|third|last|next|best|worst|another|lest|against|free|ahead"
    r"|den(?:y|ie[sd]|ying)|dispute\w*|contest\w*|contradict\w*|ask\w*|question\w*|inquir\w*|enquir\w*|doubt\w*"
    r"|wonder\w*|investigat\w*"
    r"|unlikely|refus\w*|reject\w*|fail\w*|forb\w*|ban(?:s|ned)?|bar(?:s|red)?|unable|impossible|stop\w*|prevent\w*"
    r"|avoid\w*|lack\w*"
    r"|fear\w*|surpris\w*|luck\w*|amaz\w*|regret\w*|forg[eo]t\w*|sceptic\w*|skeptic\w*|hard|difficult|absen\w*"
    r"|omit\w*|exclud\w*"
    r"|le(?:ft|aves?) out|ignor\w*|skip\w*|miss\w*|silent|drop\w*|check\w*|see|unclear|unsure|unaware|far from|instead"
    r"|rather than|\w+less|\w{3,}est)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
_PROVED = re.compile(r"\b(?:prove|proof|show|sign|hint|think|argue|believe|suggest)\w*\b", re.IGNORECASE)
"""What calls in question that there is any: "to prove that there are any"."""

_APART = re.compile(r",? but |; |: |, and (?=(?:I|we|he|she|it|they|the)\b)|[“\"]")
_LONG = frozenset({"there", "ever", "would", "until", "least"})
"""Cues that what stands behind them may license: "had ever, if at all"."""
_ALL = re.compile(r"\b(?:all|each|every\w*)\b", re.IGNORECASE)
"""Words for all that let one say "any", but not "a penny"."""
_OF_THEMSELVES = frozenset({"least", "since"})
"""Cues that have words of denial in them: "dispute a single line", "so high since last year"."""

_NEAR = 60
"""Characters before a cue in which the finite verb of its clause mostly stands."""

_ANY = frozenset({"any", "anyone", "anybody", "anything"})
_FREE = re.compile(
    r"\s*(?:else |other )?(?:[\w’'-]+ ){0,3}?(?:who|which|willing|able|wanting|looking|using|living|working|given"
    r"|other"
    r"|that(?! (?:night|day|morning|evening|afternoon|week|month|year|time))|number|but|like|longer|more|he|she"
    r"|they|we"
    r"|you|I|it|one|could|can|would|might|found|caught|left|time|old|moment|way|case|rate|day|kind|sort|except"
    r"|until|still"
    r"|printed|made|born|needed|available|possible)\b"
)
"""What makes of "any" all there are: "anyone who asks", "any work he could find"."""
_AT_LARGE = re.compile(r"\s*(?:else |other )?(?:[a-z]+ )?(?:with|without|in|on|at|of|under|over|from|worth)\b")
"""What does so behind "anyone": "anyone in uniform"."""

_MODALS = frozenset(
    {"can", "could", "may", "might", "should", "must", "shall", "would", "will", "’d", "'d", "’ll", "'ll"}
)
_HELD = word_set(
    "owe blame know have see fear mind regret trust expect believe feel hear remember intend need notice bear possess"
    " hold doubt recognise recognize hate"
)
"""Verbs that in the present say of somebody and not of whatever there is."""

_DID = _HELD | word_set(
    "find receive get give offer make take show pay sign produce report cause do say provide commit detect suffer admit"
    " leave bring win score use touch break own publish read meet tell understand want earn hire build reveal uncover"
    " discover encounter obtain change hurt harm lose spend gain reach play order release set record spot identify miss"
    " witness accept confess concede acknowledge ask hit damage open start name arrest charge"
)
"""Verbs that do what "any" needs denied; others have a denial in themselves ("ended any hope", "opposed any cut")."""

_OF_FEELING = word_set("afraid scared ashamed aware jealous frightened envious guilty fond angry proud sure")


def unlicensed(sentence: Span) -> Iterator[tuple[int, int]]:
    """Where a sentence has such words, with nothing in their clause that denies, asks, doubts or compares."""
    text = sentence.text
    for match in _CUES.finditer(text):
        cue = match.lastgroup
        before = text[_clause_start(text, match.start()) : match.start()]
        own = "" if cue in _OF_THEMSELVES else match.group()
        behind = text[match.end() :] if cue in _LONG else ""
        if cue == "least":
            before, behind = _ALL.sub("", before), behind[-2:]
        if not _LICENSED.search(f"{before}{own}{behind}") and not (cue == "there" and _PROVED.search(before)):
            yield _from_the_verb(sentence, *match.span())
    yield from _any(sentence)


def _clause_start(text: str, at: int) -> int:
    apart = [m.end() for m in _APART.finditer(text, 0, at)]
    return apart[-1] if apart else 0


def _any(sentence: Span) -> Iterator[tuple[int, int]]:
    """ "has admitted any wrongdoing", "is afraid of anybody": "any" below a plain statement."""
    text = sentence.text
    for word in sentence:
        if word.lower_ not in _ANY or (word.lower_ == "any" and grammar.relation(word) not in ("det", "obj")):
            continue
        at = word.idx - sentence.start_char
        if (
            _FREE.match(text, at + len(word))
            or _LICENSED.search(text[_clause_start(text, at) : at])
            or "?" in text[at:]
        ):
            continue
        if grammar.relation(word) == "obj" and word.lower_ == "any" and not text.startswith(" of ", at + len(word)):
            continue
        if word.lower_ != "any" and _AT_LARGE.match(text, at + len(word)):
            continue
        noun = grammar.governor(word) if grammar.relation(word) == "det" else word
        verb = grammar.governor(noun) if noun is not None else None
        if noun is None or verb is None or not _is_below(noun, verb) or not _is_plain(verb):
            continue
        yield _from_the_verb(sentence, verb.idx - sentence.start_char, noun.idx + len(noun) - sentence.start_char)


def _from_the_verb(sentence: Span, start: int, end: int) -> tuple[int, int]:
    """A place widened to the finite verb of its clause, where the "not" would stand."""
    span = sentence.doc.char_span(sentence.start_char + start, sentence.start_char + end, alignment_mode="expand")
    verb = next((word for word in span or () if word.pos_ in ("VERB", "AUX")), span.root if span is not None else None)
    while verb is not None and grammar.relation(verb) == "xcomp":
        verb = grammar.governor(verb)
    if verb is None:
        return start, end
    helpers = [child for child in verb.children if child.dep_.split(":")[0] in ("aux", "cop")]
    first = min((word for word in (verb, *helpers)), key=lambda word: word.i)
    near = sentence.start_char + start - _NEAR <= first.idx and first.sent == sentence
    return (min(start, first.idx - sentence.start_char), end) if near else (start, end)


def _is_below(noun: Token, verb: Token) -> bool:
    if verb.i > noun.i:
        return False
    if verb.pos_ == "ADJ":
        return verb.lower_ in _OF_FEELING
    return verb.pos_ == "VERB" and grammar.relation(noun) in ("obj", "iobj")


def _is_plain(verb: Token) -> bool:
    """True for a statement of what is or was so: no modal, no request, no aim, no habit."""
    helpers = grammar.auxiliaries(verb) + [c for c in verb.children if c.dep_ == "cop"]
    words = {helper.lower_ for helper in helpers}
    if words & _MODALS or any(c.lower_ in ("to", "please") and c.pos_ == "PART" for c in verb.children):
        return False
    if verb.pos_ == "ADJ":
        return bool(words)
    if grammar.own_subject(verb) is None and grammar.relation(verb) != "conj":
        return False
    if verb.lemma_.lower() not in _DID:
        return False
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and words & {"has", "have", "had", "’ve", "'ve"}):
        return True
    return verb.tag_ in ("VBP", "VBZ") and verb.lemma_.lower() in _HELD
