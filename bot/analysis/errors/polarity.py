"""Words that live on a negation ("any evidence", "sure of that yet", "a shred of"), where nothing denies or asks."""

import re
from collections.abc import Iterator

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Span, Token

_WORTHLESS = r"(?:penny|cent|dime|farthing|rouble|shilling|sou)"
_CUES = re.compile(
    r"(?P<yet>\b(?:has|have|had|is|are|am|was|were|can|could)\b(?: \w+){0,2}? (?:sure|certain|clear|known|ready"
    r"|available|decided|agreed|begun|started|finished|settled|signed|found|named|identified|confirmed|published"
    r"|set|received|seen|made"
    r"|given|paid|replied|responded|commented|arrived|happened|reached)(?: [\w’'-]+){0,5} yet(?=[.,;!”\"]))"
    r"|(?P<there>\bthere (?:is|was|are|were|has been|have been|had been) any(?:one|body|thing)?\b)"
    r"|(?P<ever>\b(?:has|have|had|was|were) ever (?:been|again|[a-z]+(?:ed|en))\b)"
    r"|(?P<would>\b(?:would|will|could|can) ever (?!so\b|since\b|more\b|after\b)[a-z]{2,}\b)"
    r"|(?P<longer>\b[a-z]+ (?:[\w’'-]+ ){0,3}any ?(?:more|longer)(?=[.;!”\"]))"
    r"|(?P<until>\b(?:will|would|could|can) (?:(?:begin|start|resume|reopen)(?: (?!\w+ing\b)[\w’'-]+){0,2} until\b"
    r"(?=[^.,;]{3,60} (?:has|have|had|is|are|was|were)\b)|(?:know|happen|decide"
    r"|be (?:decided|completed|finished|known|named|ready))(?: [\w’'-]+){0,2} until\b))"
    r"|(?P<least>\b(?:lift(?:ed|s)? a finger|bat(?:ted|s)? an eye(?:lid)?|(?:sleep|slept) a wink|budged? an inch"
    r"|ha(?:s|ve|d) the slightest (?:idea|doubt|intention|interest|effect)"
    r"|(?:found|saw|seen|ha[ds]|have|offered|produced) (?:a|one|a single) (?:shred|iota|whit) of (?:evidence|proof)"
    rf"|(?:owe[sd]?|received|seen|refunded|recovered) (?:a|one|a single) {_WORTHLESS}(?=[.,;!”\"]| (?:of|from)\b)"
    r"|(?:believe[sd]?|understood|underst[ao]nds?|remember(?:ed|s)?|regret(?:s|ted)?|recall(?:s|ed)?) "
    r"(?:a|one|a single) word of"
    r"|breathe[sd]? a word (?:to|about|of)\b"
    r"|(?:hear|feel|understand|remember|taste|smell) a thing(?= (?:over|above|about|for|in|on|at)\b|[.,;!”\"])"
    r"|pa(?:y|id) the slightest|care[sd]? in the least|in the slightest|whatsoever"
    r"|(?:dispute[sd]?|regret(?:s|ted)?|doubt(?:s|ed)?|underst[ao]nds?|understood|believe[sd]?) a single "
    rf"(?:line|word|sentence|syllable|detail|moment|minute|second)"
    rf"|(?:owe[sd]?|earned|received) a single {_WORTHLESS})\b)"
    r"|(?P<since>\b(?:has|have|had) been (?:that |so |as )(?:high|low|hot|cold|warm|dry|wet|deep|full|many|few|busy"
    r"|quiet|cheap|dear|expensive|strong|weak|large|small|big|popular|crowded|bad|good)(?: [\w’'-]+){0,2} "
    r"in (?:\d+ years|(?:ten|twenty|thirty|forty|fifty|sixty) years|living memory|decades|years)\b"
    r"(?![^.;]* that\b))"
)
"""What shows that a negation was lost."""
_HINTS = (
    *(
        " yet",
        " any",
        " ever ",
        " until",
        "finger",
        "an eye",
        "a wink",
        "an inch",
        "slightest",
        "shred",
        "iota",
        "whit ",
        "penny",
    ),
    *(
        " cent",
        "dime",
        "farthing",
        "rouble",
        "shilling",
        " sou",
        " word",
        "a thing",
        "the least",
        "whatsoever",
        "a single",
    ),
    *(" been that ", " been so ", " been as "),
)
"""One of these stands in every cue; most sentences have none, and need not be searched."""

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
    r"|rather than|ill|foolish\w*|folly|wrong|reckless|unwise|mad|pointless|illegal|wast\w+|risk\w*|costs?|costly"
    r"|dangers?|dangerous|reluctan\w+|loath|tired|sick|hat(?:e[sd]?|ing)|oppos\w+|object\w*|rul(?:e[sd]?|ing) out"
    r"|\w+less|\w{3,}est)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:in case|the moment|once|until|while|(?:as|so) long as|wherever|should|provided|any)\b", re.IGNORECASE
)
"""What leaves open before a cue whether it holds: "in case there was any damage", "any reason whatsoever"."""
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
    r"\s{0,2}(?:else |other )?(?:[\w’'-]+ ){0,3}?(?:who|which|willing|able|wanting|looking|using|living|working|given"
    r"|other"
    r"|that(?! (?:night|day|morning|evening|afternoon|week|month|year|time))|number|but|like|longer|more|he|she"
    r"|they|we"
    r"|you|I|it|one|could|can|would|might|found|caught|left|time|old|moment|way|case|rate|day|kind|sort|except"
    r"|until|still"
    r"|printed|made|born|needed|available|possible)\b"
)
"""What makes of "any" all there are: "anyone who asks", "any work he could find"."""
_AT_LARGE = re.compile(
    r"\s{0,2}(?:else |other )?(?:[a-z]+ )?(?:with|without|in|on|at|of|under|over|from|worth|within|by|for|near|new)\b"
)
"""What does so behind "anyone": "anyone in uniform"."""

_MODALS = frozenset(
    {"can", "could", "may", "might", "should", "must", "shall", "would", "will", "’d", "'d", "’ll", "'ll"}
)
_HELD = word_set("have know see hear need notice owe")
"""Verbs that in the present say of somebody and not of whatever there is."""

_DID = _HELD | word_set(
    "find receive admit concede acknowledge detect uncover discover commit suffer cause tell hurt harm"
)
"""Verbs that do what "any" needs denied; others are done to all there is ("bears any loss", "gave any profit")."""

_HAD = word_set(
    "evidence sign trace proof indication hint clue wrongdoing fault guilt damage injury harm complaint problem reason"
    " plan intention idea doubt knowledge contact link connection effect impact explanation response reply warning"
    " involvement responsibility liability mistake error breach irregularity defect crack leak symptom casualty help"
    " compensation payment difficulty objection link contamination abnormality impropriety"
)
"""What one is said to have, to find or to admit; of other things all there are may be meant."""
_JUDGED = re.compile(r" (?:to (?:be|have|come)|as)\b")
"""What tells more of each that there is: "found any breach to be minor"."""

_OF_FEELING = word_set("aware sure afraid ashamed")


def unlicensed(sentence: Span) -> Iterator[tuple[int, int]]:
    """Where a sentence has such words, with nothing in their clause that denies, asks, doubts or compares."""
    text = sentence.text
    for match in _CUES.finditer(text) if any(hint in text for hint in _HINTS) else ():
        cue = match.lastgroup
        before = text[_clause_start(text, match.start()) : match.start()]
        own = "" if cue in _OF_THEMSELVES else match.group()
        behind = text[match.end() :] if cue in _LONG else ""
        if cue == "least":
            before, behind = _ALL.sub("", before), behind[-2:]
        if _OPEN.search(before):
            continue
        if not _LICENSED.search(f"{before}{own}{behind}") and not (cue == "there" and _PROVED.search(before)):
            yield _from_the_verb(sentence, *match.span())
    yield from _any(sentence)


def _clause_start(text: str, at: int) -> int:
    apart = [m.end() for m in _APART.finditer(text, 0, at)]
    return apart[-1] if apart else 0


def _any(sentence: Span) -> Iterator[tuple[int, int]]:
    """ "has admitted any wrongdoing", "is afraid of anybody": "any" below a plain statement."""
    text = sentence.text
    for word in sentence if "any" in text.lower() else ():
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
        if noun is None or (word.lower_ == "any" and noun is not word and not _is_had(noun, text, sentence)):
            continue
        verb = grammar.governor(noun)
        if verb is None or not _is_below(noun, verb) or not _is_plain(verb):
            continue
        yield _from_the_verb(sentence, verb.idx - sentence.start_char, noun.idx + len(noun) - sentence.start_char)


def _is_had(noun: Token, text: str, sentence: Span) -> bool:
    """True for what one is said to have or to find, of which nothing more is told: "any fault"."""
    end = noun.idx + len(noun) - sentence.start_char
    return noun.lemma_.lower() in _HAD and _JUDGED.match(text, end) is None


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
