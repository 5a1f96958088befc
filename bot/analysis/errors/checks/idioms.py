"""Fixed phrases that lost or gained a word."""

import re
from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.bent_phrases import bent_phrases
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.patterns import required
from bot.analysis.errors.phrases import NearMiss, is_alike, near_misses
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.valency import PREPOSITIONS, is_circumstance
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import FieldName

_NOUN_PHRASE = (
    r"(?=(?:the|a|an|this|that|his|her|its|their|our|last|[A-Z]\w+|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten"
    r"|both|all|every)\b)"
)
_NOT_WHEN = (
    r"(?!(?:(?:the )?\w+ )?(?:year|month|week|decade|season|summer|winter|spring"
    r"|autumn|fall|night|day|morning|afternoon|evening|century|[A-Z][a-z]+day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)s?\b(?![’']))"
)
_RULES: tuple[tuple[str, str], ...] = (
    (
        rf"\bfollow(?:s|ed|ing)? suit {_NOT_WHEN}{_NOUN_PHRASE}(?:the |a |an )?[\w’-]+",
        "“follow suit” takes no object",
    ),
    (
        r"\btip(?:s|ped|ping)? the (?:scales?|balance) (?:the|his|her|its|their|our|my) [\w’-]+",
        "“tip the scales” takes no object",
    ),
    (r"\bfollow(?:s|ed|ing)? suit (?:him|her|them|us|me|it)\b", "“follow suit” takes no object"),
    (
        r"\b(?:is|are|was|were|do|does|did)(?: not|n[’']t) (?!only\b|just\b|merely\b"
        r"|simply\b|that\b)[^.,;“”]{3,60}, but that (?=(?:the|we|they|he|she|it|you|I|no|there|a|his|her|our|their)\b)",
        "“not …, but that …” joins two things that are not alike",
    ),
    (r"\b(?:in )?despite of\b", "it is “despite” or “in spite of”"),
    (r"\bin spite (?!of\b)[a-z]+\b", "it is “in spite of”"),
    (r"\b(?:took|takes?|taking|taken) place (?:a|an|the) [\w’-]+", "“take place” takes no object"),
    (r"\bcomply(?:ing)? (?:to|of) (?:the|a|an|his|her|their|its)\b", "it is “comply with”"),
    (r"\bcomplie[sd] to\b", "it is “comply with”"),
    (r"\b(?:prevent|stop|keep|bar)(?:s|ed|ped|ping|ing)? (?:him|her|them|us|me|it|people) to \w+", "it is “from …ing”"),
    (r"\bin accordance (?:to|of)\b", "it is “in accordance with”"),
    (r"\bwith (?:regard|respect) (?:of|for)\b", "it is “with regard to”"),
    (r"\bin (?:favou?r) (?:for|to|with)\b", "it is “in favour of”"),
    (r"\binstead (?:from|than)\b(?! (?:the|a|an)\b)", "it is “instead of”"),
    (r"\bcapable (?:to|for)\b", "it is “capable of”"),
    (r"\b(?:is|are|was|were|be|being) (?:responsible|famous|known) (?:of|from)\b", "it is “for”"),
    (r"\binterested (?:on|at|for) (?:the|a|an|his|her|\w+ing)\b", "it is “interested in”"),
    (
        r"\b(?:is |are )?depend(?:s|ed|ing)? (?:of|from) (?:the|a|an|his|her|their|its|whether|how)\b",
        "it is “depend on”",
    ),
    (r"\baccus(?:ed|es?|ing) [^.,;]{2,40}? (?:for|on) \w+ing\b", "it is “accuse … of”"),
    (r"\bcharg(?:ed|es|ing) (?:him|her|them|the man|the woman) (?:of|for) (?!free)\w+", "it is “charge … with”"),
    (
        r"\blook(?:s|ed|ing)? forward to (?:expand|see|meet|hear|get|have|be|make|receive|continue|join|go|take"
        r"|do|visit)\b",
        "it is “look forward to …ing”",
    ),
    (r"\b(?:was|were|is|are|been) accused (?:for|on|with) \w+ing\b", "it is “accused of”"),
    (r"\bsucceed(?:s|ed)? to (?!the\b|a\b|his\b|her\b|its\b)[a-z]+\b", "it is “succeed in …ing”"),
    (r"\bobject(?:s|ed|ing) (?:against|for|of)\b", "it is “object to”"),
    (r"\bfined (?:of|with|by) (?:[$£€]|\d)", "“fine” takes the sum directly"),
    (
        r"\b(?:is|are|was|were|been|got) married with\b"
        r"(?! (?:[a-z]+ ){0,2}(?:child|children|kids?|sons?|daughters?|boys|girls)\b)",
        "it is “married to”",
    ),
    (r"\b(?:is|are|was|were) rich of\b", "it is “rich in”"),
    (r"\bparticipat(?:es?|ed|ing) (?:at|to|on|of)\b(?! (?:home|school|work|least|all)\b)", "it is “participate in”"),
    (r"\b(?:take|takes|took|taking) part (?:of|at|to|on)\b", "it is “take part in”"),
    (
        r"\b(?:come|comes|came|coming|enter|enters|entered) (?:at|on|to) (?:effect|force)\b",
        "it is “into effect”, “into force”",
    ),
    (r"\b(?:come|comes|came|coming) (?:force|effect)\b", "it is “come into force”"),
    (r"\barriv(?:e|es|ed|ing) to (?:the |a )?[A-Z]\w+", "it is “arrive in” or “arrive at”"),
    (r"\b(?:in|at) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[.,;])", "it is “on” before a weekday"),
    (
        r"\bin (?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December) \d{1,2}(?=[.,; ])(?!,? \d)",
        "it is “on” before a day",
    ),
    (r"\b(?:on|at|since the) (?:19|20)\d\d(?=[.,;])", "it is “in” or “since” before a year"),
    (r"\bsubject (?:approval|review|conditions|ratification)\b", "it is “subject to”"),
    (
        r"\b(?:largest|biggest|oldest|smallest|youngest|highest|longest|tallest|richest|worst|best) the (?:world"
        r"|country|region|city|continent)\b",
        "“in” is missing",
    ),
    (
        r"\b(?:spokes(?:man|woman|person)|member|head|director|chairman|leader|founder) the (?:ministry|company"
        r"|party|group|union"
        r"|government|court|city|council|bank|firm|club|committee|board|association|agency)\b",
        "“of” or “for” is missing",
    ),
    (r"\bdiscuss(?:ed|es|ing)? about\b", "“discuss” takes a direct object"),
    (r"\b(?:consist|consists|consisted|consisting) (?:from|out of|by|with)\b", "it is “consist of”"),
    (r"\b(?:pay|paid|pays|paying) attention (?:on|for|at|in)\b", "it is “pay attention to”"),
    (r"\b(?:take|took|takes|taking) advantage (?:from|on|to)\b", "it is “take advantage of”"),
    (r"\b(?:make|made|makes|making) use (?:from|on|with)\b", "it is “make use of”"),
    (r"\bas well than\b", "it is “as well as”"),
    (r"\bin light (?:that|from|to)\b", "it is “in light of”"),
    (r"\bon behalf (?:for|to|from)\b", "it is “on behalf of”"),
    (r"\bas a result (?:from|to)\b", "it is “as a result of”"),
    (r"\bwith the exception (?:from|to|for)\b", "it is “with the exception of”"),
    (r"\bby means (?:to|from|for)\b", "it is “by means of”"),
    (r"\bin the wake (?:from|to|for|on)\b", "it is “in the wake of”"),
    (r"\bin the face (?:to|from|for)\b", "it is “in the face of”"),
    (
        r"\bin charge (?:from|to|for|on(?! (?:[A-Z\d]|site|deck|board|duty|both|\w+ (?:\w+ )?(?:side|day|night|morning"
        r"|evening|afternoon|spot|scene|ground|ship|train|pitch|bridge|occasion))))\b",
        "it is “in charge of”",
    ),
    (r"\bin terms (?:to|from|for|with)\b", "it is “in terms of”"),
    (r"\bwinded (?:its|his|her|their|our|my) way\b", "it is “wound its way”"),
    (r"\bbecause from\b", "it is “because of”"),
    (r"\baccording (?:with|of|from|by)\b", "it is “according to”"),
    (
        r"\bbetween (?:\d[\d.,]*|[a-z]+teen|ten|twenty|thirty|forty|fifty) to (?:\d|ten|twenty|thirty|forty|fifty)",
        "“between” goes with “and”",
    ),
    (
        r"\bneither (?:\w+ ){1,3}or (?:the |a |an |his |her )?\w+ (?:is|are|was|were|has|have|had|will|would)\b",
        "“neither” goes with “nor”",
    ),
    (r"\bno sooner (?:\w+ ){2,8}when\b", "it is “no sooner … than”"),
    (
        r"\b(?:could|would|should|must|might) of (?:been|had|done|gone|seen|made|known|said|taken|come)\b",
        "it is “have”",
    ),
    (
        r"\b(?:beat|beats|beaten|won|wins?|lost|loses?|missed|misses|led|leads?|ahead|defeated)\b"
        r"[^.,;“”]{0,40}? (?:for|of|to|at|from) (?:a|an) (?:country mile|mile|whisker|hair’s breadth|landslide|nose"
        r"|(?:wide|narrow|big|large|huge|slim|comfortable) margin)\b",
        "it is “by”",
    ),
    (
        r"\b(?:take|takes|took|taken|taking)(?: (?:it|them|him|her|this|that|nothing|things))? "
        r"(?:to|in|at|by|of) granted\b",
        "it is “for granted”",
    ),
    (
        r"\b(?:start|starts|started|begin|began|built|build|rebuild|rebuilt) (?:of|by|on|at|for) scratch\b",
        "it is “from”",
    ),
    (r"\b(?:[Oo]n|[Aa]t|[Bb]y) the (?:long|short) run\b", "it is “in the … run”"),
    (r"\b(?:[Oo]n|[Aa]t|[Bb]y) the meantime\b", "it is “in the meantime”"),
    (r"\b(?:[Ii]n|[Aa]t) the other hand,", "it is “on the other hand”"),
    (r"\b[Ii]n the contrary\b", "it is “on the contrary”"),
    (r"\b(?:in|at|by|for) the grounds that (?:the|a|an|he|she|they|it|his|her|their|its|there)\b", "it is “on”"),
    (r"\blost (?:from|of|in|at|with|to|by) words\b", "it is “for”"),
    (r"\b(?:[Ii]n|[Oo]n|[Bb]y) first (?:glance|sight)\b", "it is “at”"),
    (r"\b(?:in|by|on|for) all costs\b(?! (?:of|and|in|to|that|which|are|were|is)\b)", "it is “at all costs”"),
    (r"\b(?:in|on|by) the expense of\b", "it is “at the expense of”"),
    (r"\b(?:is|are|was|were|be|been) (?:in|on) odds\b|\bat odds (?:to|of|for|against)\b", "it is “at odds with”"),
    (r"\b(?:on|to) the (?:verge|brink) (?:to|for|from|in|with)\b", "it goes on with “of”"),
    (r"\b[Aa]t the mercy (?:to|for|from|in|with)\b", "it is “at the mercy of”"),
    (r"\b(?:drop|drops) (?:of|on|to|from) the (?:ocean|bucket)\b", "it is “in”"),
    (
        r"\b(?:bring|brings|brought|bringing|come|comes|came|coming) (?:on|at|in) (?:light|a halt|a standstill)\b",
        "it is “to”",
    ),
    (r"\b[Oo]nce and (?:in|of|at|to) all\b", "it is “once and for all”"),
    (r"\b(?:sooner and later|more (?:and|of|on) less|now and never)\b(?! time)", "it is “or”"),
    (r"\b(?:safe|safely) or sound\b|\b(?:odds|bits) (?:or|of) (?:ends|pieces)\b", "it is “and”"),
    (r"\bhead (?:of|on|in|to) heels\b", "it is “head over heels”"),
    (
        r"\b(?:left|leave|leaves|leaving) no stone(?! (?:unturned|un|was|is|in|of|on|behind|to|for|at)\b)\b",
        "“unturned” is missing",
    ),
    (
        r"\b(?:keep|keeps|kept|keeping) (?:(?:it|them|him|her|people|us) )?(?:on|to|under|of)"
        r" (?:mind|check|the dark)\b",
        "it is “in”",
    ),
    (
        r"\b(?:learn|learns|learnt|learned|know|knows|knew) (?:it |them )?(?:in|with|of|from) heart\b",
        "it is “by heart”",
    ),
    (
        r"\b(?:pave|paves|paved|paving) (?:the |a )?way (?:on|at|of|from|by) (?:the|a|an|his|her|its|their)\b",
        "it is “for”",
    ),
    (
        r"\b(?:throw|throws|threw|thrown|throwing) (?:his|her|its|their|our|my) weight (?:on|in|at|for|to|before|of)\b",
        "it is “behind”",
    ),
    (r"\bfor all intensive purposes\b", "it is “for all intents and purposes”"),
    (r"\bcase and point\b", "it is “case in point”"),
    (r"\bone in the same\b", "it is “one and the same”"),
    (r"\bnip(?:ped)? (?:it |that |this )?in the butt\b", "it is “in the bud”"),
    (r"\b(?:to|will|would) tow the line\b", "it is “toe the line”"),
    (r"\bdeep[- ]seeded\b", "it is “deep-seated”"),
    (r"\bby in large\b", "it is “by and large”"),
    (r"\b(?:free|full) reign\b", "it is “rein”"),
    (r"\bpeaked (?:his|her|their|our|my) (?:interest|curiosity)\b", "it is “piqued”"),
    (r"\b(?:the|a|an) mute point\b", "it is “moot point”"),
    (r"\b(?:with|on|under) baited breath\b", "it is “bated breath”"),
    (r"\bwreck havoc\b", "it is “wreak havoc”"),
    (r"\bcalled (?:off|for) on (?=him|her|them|us)\b", "two phrases collide"),
    (r"\bheld (?:a|an|the) (?:talk|talks) place\b", "two phrases collide"),
    (r"\bcame into (?:forces|effects)\b", "it is “into force”, “into effect”"),
    (r"\bput(?:s|ting)? (?:an|a) ends? (?:of|from|for) (?:the|a|his|her|their|its)\b", "it is “put an end to”"),
    (r"\b(?:play|plays|played|playing) (?:role|part) in\b", "it is “play a role in”"),
    (r"\b(?:lead|led|leads|leading) into (?:the )?(?:conclusion|arrest|death|loss)s? of\b", "it is “lead to”"),
    (r"\b(?:insist|insists|insisted) to (?!(?:the|a|his|her|reporters|journalists)\b)\w+", "it is “insist on …ing”"),
)
_PATTERNS = tuple((required(pattern), re.compile(pattern), why) for pattern, why in _RULES)


_ADJUNCTS = frozenset({"in", "by", "after", "under", "through", "between", "among", "over", "upon", "into", "about"})
"""Prepositions that open a phrase of time or place behind any idiom."""


@check("wording.idiom", "Fixed phrase with a wrong word", severity="major", confidence=0.85)
def idiom(copy: Copy) -> Iterator[Finding]:
    """Phrases of a table of which one word is another, and wrong turns that no table of right ones explains."""
    for part, pattern, why in _PATTERNS:
        if part not in copy.text and part not in copy.title:
            continue
        for match, field in copy.matches(pattern):
            if _is_subject_of_relative(copy, match, field) or _is_headed(match):
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip: in “{match.group()}”, {why}. Check the phrase.",
            )
    for words in copy.all_words:
        is_title = words.doc is copy.docs[0]
        for miss in near_misses(words):
            if _is_free(miss, is_title=is_title):
                continue
            if miss.is_last and miss.wrong.lower_ in PREPOSITIONS and _is_adjunct(miss.wrong):
                continue
            stretch = words.doc[miss.first.i : miss.last.i + 1]
            if miss.wrong.lower_ not in PREPOSITIONS and _is_literal(miss.wrong):
                continue
            yield Finding(
                copy.of(stretch),
                f"Possible slip: “{stretch.text}” is close to “{miss.phrase.shown}”. Check “{miss.wrong.text}”.",
            )
        for bent in bent_phrases(words):
            if is_title and bent.lacks_word:
                continue
            stretch = words.doc[bent.first.i : bent.last.i + 1]
            yield Finding(
                copy.of(stretch),
                f"Possible slip: “{stretch.text}” is close to “{bent.phrase.shown}”. Check order and articles.",
            )


def _is_subject_of_relative(copy: Copy, match: re.Match[str], field: FieldName) -> bool:
    """True for "the largest the country has ever held": the last noun is the subject of a clause that follows."""
    noun = copy.last_word(match, field)
    return noun is not None and grammar.relation(noun) == "nsubj" and noun.head.dep_ == "acl:relcl"


_VERB_BEFORE = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|shall|who|they|we|and) (?:[a-z]+ly )?$")


def _is_headed(match: re.Match[str]) -> bool:
    """True for "the nominee to head the agency", where "head" is a verb."""
    return match.group().startswith("head the") and _VERB_BEFORE.search(match.string[: match.start()]) is not None


def _is_free(miss: NearMiss, *, is_title: bool) -> bool:
    """True for words that only look like a phrase: an inverted verb, a noun with an "of" of its own, a headline's noun.

    "First came a shadow over the fields" has its subject behind the verb; those who "fly the flags of three nations" do
    so in fact; and "22 die in search for gold" leaves out the article that would tell "the search for" from the phrase.
    """
    wrong = miss.wrong
    if wrong.pos_ == "VERB" and wrong.dep_ == "conj" and wrong.head.i < miss.first.i:
        return True  # "has come so far and gained so much", "played a small part and cares for his son"
    if wrong.tag_ in ("VBD", "VBZ", "VBP"):
        subjects = [c for c in wrong.children if c.dep_.startswith("nsubj") and c.i < wrong.i]
        return not subjects and wrong.i > wrong.sent.start and wrong.nbor(-1).tag_ in ("RB", "EX")
    if _is_meant(miss) or _is_place(miss) or _is_of_some(miss) or _is_of_many(miss):
        return True
    if wrong.tag_ == "NNS" and miss.is_last and wrong.lemma_.lower() in miss.right:
        return wrong.i + 1 < len(wrong.doc) and wrong.nbor().lower_ == "of"
    return is_title and miss.is_last and _is_of_noun(miss)


def _is_place(miss: NearMiss) -> bool:
    """True for sides on which something is in fact: "They lived on opposite sides of the same street"."""
    noun = next((w for w in miss.first.doc[miss.first.i : miss.last.i + 1] if w.lower_ == "sides"), None)
    if miss.wrong.lemma_.lower() in miss.right:
        return False
    return noun is not None and miss.is_last and grammar.preposition(noun) in ("on", "from", "to", "at", "along")


def _is_of_some(miss: NearMiss) -> bool:
    """True for a pronoun that a preposition before the phrase takes: "700 jobs, half of them on the ground"."""
    wrong = miss.wrong
    return wrong.tag_ == "PRP" and wrong.i == miss.first.i > 0 and wrong.nbor(-1).tag_ == "IN"


def _is_of_many(miss: NearMiss) -> bool:
    """True for "kept their heads above water" and "the players’ heads": many people have one each."""
    wrong = miss.wrong
    if wrong.tag_ != "NNS" or wrong.lemma_.lower() not in miss.right or wrong.i == 0:
        return False
    owners = [child for child in wrong.children if grammar.relation(child) == "nmod:poss"]
    return any(owner.lower_ in _OF_MANY or owner.tag_ in ("NNS", "NNPS") for owner in owners)


_OF_MANY = frozenset({"their", "our", "your"})


def _is_meant(miss: NearMiss) -> bool:
    """True for another object of the phrase's verb, so unlike its own that the verb is meant as it stands.

    Nobody writes a person for a thing ("drowned his wife", of sorrows), or many things for one ("threw down the
    spades", of a gauntlet).
    """
    wrong, verb = miss.wrong, miss.phrase.parts[0]
    if not (miss.is_last and verb.is_verb and wrong.head.i == miss.first.i and grammar.relation(wrong) == "obj"):
        return False
    right = miss.right[0]
    if wrong.tag_ == "NNS" and not right.endswith("s") and not is_alike(wrong.lemma_.lower(), right):
        return True
    return wrong.lemma_.lower() in PEOPLE and right not in PEOPLE


def _is_of_noun(miss: NearMiss) -> bool:
    """True for "die in search for gold" and "a fall in support for Labour": the preposition is the noun's own."""
    noun, first = miss.wrong.nbor(-1), miss.first
    if miss.wrong.lower_ != "for" or first.lower_ not in PREPOSITIONS:
        return False
    changed = first.i > first.sent.start and first.nbor(-1).lemma_.lower() in _CHANGES
    return noun.lower_ in ("search", "hunt") or (changed and noun.lower_ in ("support", "need", "demand"))


_CHANGES = word_set("rise fall drop surge growth decline dip increase jump slump collapse slide loss boost lack")


_AT_EASE = -7.9
"""Log-odds of a slip, as the parser sees it, below which a word is at home where it stands."""


def _is_literal(word: Token) -> bool:
    """True when the other word does not surprise the parser: snow that "buried the camp", a cup tie that "turned"."""
    doubts = word.doc.doubts
    return doubts is not None and float(doubts[word.i]) < _AT_EASE


def _is_adjunct(preposition: Token) -> bool:
    """True when what follows a phrase need not belong to it: "took aim in the dark", "fell short on Friday"."""
    if preposition.lower_ in _ADJUNCTS or preposition.i + 1 == len(preposition.doc):
        return True
    noun, after = preposition.head, preposition.nbor()
    if _belongs_to_subject(preposition) or _parts_several(preposition):
        return True
    if (preposition.tag_ == "TO" and after.tag_ == "VB") or after.is_punct:
        return True
    return noun.i <= preposition.i or is_circumstance(preposition, noun)


def _belongs_to_subject(preposition: Token) -> bool:
    """True for "a treaty is within reach on the fees": the predicate is whole, and its topic goes with the subject."""
    predicate = preposition.nbor(-1)
    has_subject = any(grammar.relation(child) == "nsubj" for child in predicate.children)
    return preposition.lower_ in _TOPICAL and predicate.lower_ in _WHOLE and has_subject


def _parts_several(preposition: Token) -> bool:
    """True for "Ministers at odds on tax": several are at odds with each other, and "on" tells over what."""
    odds = preposition.nbor(-1)
    if odds.lower_ != "odds" or preposition.lower_ not in _TOPICAL:
        return False
    above = grammar.governor(odds)
    who = grammar.subject(odds) or above
    who = grammar.subject(who) if who is not None and who.pos_ in ("VERB", "AUX") else who
    return who is not None and (who.tag_ in ("NNS", "NNPS") or bool(grammar.conjuncts(who)))


_TOPICAL = frozenset({"on", "over", "about", "with", "between"})
_WHOLE = frozenset({"reach", "sight"})
"""What may end a predicate: a thing "is within reach", but it is "on the verge of" another."""
