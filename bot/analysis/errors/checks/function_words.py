"""Two grammatical words that cannot meet: "opened the session with to say"."""

import re
from collections.abc import Iterator
from itertools import product

from spacy.tokens import Token

from bot.analysis.errors.clauses import is_finite
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import is_base_only
from bot.language import grammar, places

_ARTICLES = ("a", "an", "the")
_POSSESSIVES = ("my", "your", "his", "its", "our", "their")
_BE = ("is", "are", "was", "were")
_MODALS = ("will", "would", "can", "could", "shall", "should", "must", "might")
_BARE_PREPOSITIONS = ("of", "at", "with", "for", "from", "into", "to", "than")


def _pairs() -> frozenset[tuple[str, str]]:
    determiners = _ARTICLES + _POSSESSIVES
    after_article = (
        "of",
        "to",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "has",
        "with",
        "from",
        "at",
        "for",
        "by",
        "in",
    )
    groups = (
        product(("the", "a", "an"), ("he", "she", "they", "we")),
        product(("of",), ("in", "on", "by")),
        product(_ARTICLES, determiners),
        product([p for p in _POSSESSIVES if p != "his"], _ARTICLES),
        product(_ARTICLES, after_article),
        product(_BE, ("are", "were", "has", "have", "does", "will")),
        product(("are", "were", "has", "have"), _BE),
        product(_MODALS, [*_MODALS, "is", "are", "was", "were", "has", "had"]),
        product(_BARE_PREPOSITIONS, _BARE_PREPOSITIONS),
        [("and", "but"), ("but", "and"), ("or", "and"), ("but", "or"), ("because", "but"), ("although", "but")],
    )
    clear = {("from", "at"), ("from", "than"), ("can", "can"), ("must", "have"), ("than", "to"), ("than", "at")}
    legitimate = {
        ("than", "with"),
        ("than", "for"),
        ("than", "from"),
        ("than", "into"),
        ("for", "from"),
        ("from", "for"),
    }
    legitimate |= {("will", "is"), ("will", "was"), ("will", "has"), ("a", "is"), ("might", "is"), ("might", "was")}
    return frozenset((a, b) for group in groups for a, b in group if a != b) - clear - legitimate


_CLASHES = _pairs()
_MEETING = re.compile(
    r"(?<![\w’'.&/-])(?=([a-z]+)[ \u00a0]([a-z]+)(?![\w’'.&/-])"
    r"(?! (?:least|most|best|worst|last|first|once|all|times|length)\b))"
)
_WH = frozenset({"which", "who", "whom", "what", "that", "where", "whatever", "whoever", "how"})
_PREPOSITIONAL = frozenset(
    {
        ("speak", "to"),
        ("refer", "to"),
        ("agree", "to"),
        ("listen", "to"),
        ("look", "at"),
        ("look", "for"),
        ("deal", "with"),
    }
    | {
        ("ask", "for"),
        ("account", "for"),
        ("pay", "for"),
        ("call", "for"),
        ("care", "for"),
        ("laugh", "at"),
        ("shoot", "at"),
    }
    | {
        ("hear", "of"),
        ("hear", "from"),
        ("think", "of"),
        ("dispose", "of"),
        ("dream", "of"),
        ("talk", "to"),
        ("turn", "to"),
    }
    | {("send", "for"), ("wait", "for"), ("hope", "for"), ("apply", "for"), ("interfere", "with"), ("tamper", "with")}
    | {("cope", "with"), ("do", "with"), ("part", "with"), ("object", "to"), ("respond", "to"), ("allude", "to")}
)
"""Verbs whose passive leaves the preposition behind: "was spoken to with contempt"."""
_BEFORE_OF = frozenset({"out", "ahead", "short", "clear", "rid", "instead", "inside", "outside", "because"})
"""Particles and adverbs that "of" may follow; behind "down" or "up" it belongs to nothing."""
_LOST_WORD = re.compile(
    r"\b(?:of|for|with|from|to|into|at) that (?:the|a|an|he|she|they|we|his|her|their)\b"
    r"|(?<!the )(?<!no )(?<!this )(?<!that )(?<!\b[Ff]or )\b(?:[Oo]ne|[Ss]ome|[Mm]any|[Mm]ost|[Ff]ew|[Ss]everal|part"
    r"|any) the (?:[a-z]+ )?[a-z-]+s\b"
    r"|\b(?:has|have|had|wants?|wanted|going|able|agreed|decided|tried|continues?|began|seems?|ought|used) to "
    r"(?:intends|wants|seeks|plans|says|has|is|was|were|had|did|does|went|took|made|gave|became|began|came|saw)\b"
    r"|(?<!\bAt )(?<!\bIn )(?<!\bBy )\bthe (?:end|beginning|middle|rest|outskirts|majority|aftermath|wake"
    r"|bulk|remainder|verge|brink|eve|basis) the\b"
    r"|\b(?:wants?|wanted|hopes?|hoped|intends?|decided|refused|able|unable|likely) to (?:the|an|his|her"
    r"|their|its)\b(?! point)"
    r"|\b(?:[Mm]any|[Mm]ost|[Ss]everal|[Nn]one|[Bb]oth|[Ee]ach) of (?:residents|people|workers|students"
    r"|voters|members|houses"
    r"|homes|cases|victims|companies|countries|officers|children|women|men|players|farmers)\b(?![’'])"
    r"|\b(?:taken|rushed|brought|admitted|returned|went|airlifted) (?:hospital|court)\b(?! ?(?:action|staff|bed|care))"
    r"|\baccused (?:taking|stealing|killing|using|making|having|trying|violating|running|lying|hiding|selling)\b"
    r"|\b(?:is|was|be) (?:first|second|third) (?:time|day|year)\b"
    r"|\ba total (?:\d[\d.,]*|ten|twelve|twenty|thirty|forty|fifty|hundreds|thousands)(?![\w.,-]*\d)(?!-)\b"
    r"|\b(?:as part|in front|on behalf|by means|in spite|in favou?r|in lieu|on top|in charge"
    r"|in search|in terms) (?:the|a|an|his|her|its|their)\b"
    r"|\b(?:due|prior) (?:the|an)\b"
    r"|\baccording (?:the|a|an|his|her|their|its|police|officials|[A-Z]\w+)\b"
    r"|\b(?:dozens|hundreds|thousands|millions) (?:people|men|women|children|workers|houses|homes|families)\b"
    r"|\ba (?:number|lot|series|handful|variety|majority) (?:people|[a-z]+ers|[a-z]+ies|[a-z]+ions|[a-z]+ents)\b"
    r"|\b(?:has|have|had|having)(?: not| never| already| also| just)? (?:went|took|ate|wrote|broke|chose|drove"
    r"|fell|flew|gave"
    r"|knew|rode|rose|shook|stole|swam|threw|wore|began|drank|sang|sank|swore|tore|spoke|did|became|came)\b(?! to be)"
    r"|\b(?:did|does|do|didn[’']t|doesn[’']t|don[’']t)(?: not)? (?:went|took|ate|wrote|broke|chose|drove|fell"
    r"|flew|gave|knew|rose|came|said|made)\b"
)


@check("grammar.function-words", "Grammatical words that clash", severity="major", confidence=0.85)
def function_words(copy: Copy) -> Iterator[Finding]:
    """A closed list of pairs, save where a preposition may be stranded ("the aunt he turned to for help")."""
    for match, field in copy.matches(_MEETING):
        first, second = match.groups()
        if (first, second) not in _CLASHES:
            continue
        doc = copy.docs[0 if field == "title" else 1]
        words = doc.char_span(match.start(1), match.end(2), alignment_mode="expand")
        if words is None or (first in _BARE_PREPOSITIONS and _may_be_stranded(words[0])):
            continue
        if first in _BE and _ends_free_relative(words[0]):
            continue
        yield Finding(
            copy.span(match.start(1), match.end(2), field),
            f"Possibly a lost or extra word: “{first} {second}” do not go together. Check the sentence.",
        )


@check("grammar.lost-word", "Lost or extra word", severity="major", confidence=0.75)
def lost_word(copy: Copy) -> Iterator[Finding]:
    """Runs of three words or so that only a lost word explains: "as it is one the five", "to the point of that he"."""
    for match, field in copy.matches(_LOST_WORD):
        yield Finding(
            copy.span(*match.span(), field),
            f"Possibly a lost or extra word in “{match.group()}”. Check the sentence.",
        )
    yield from _missing_object(copy)
    yield from _missing_preposition(copy)
    yield from _missing_infinitive(copy)
    yield from _missing_auxiliary(copy)
    yield from _missing_be(copy)
    yield from _missing_of(copy)


def _missing_be(copy: Copy) -> Iterator[Finding]:
    """ "an expert who not involved in the trial": a relative clause without a finite verb before "not"."""
    for negation in copy.words.spelt(("not",)):
        if negation.i < 1 or negation.i + 1 == len(copy.body):
            continue
        before, after = negation.nbor(-1), negation.nbor()
        relative = before.tag_ in ("WP", "WDT") and before.lower_ in ("who", "which") and before.head.i > negation.i
        if relative and after.tag_ in ("VBN", "JJ", "VBG", "VB") and not is_finite(before.head):
            stretch = copy.body[before.i : after.i + 1]
            yield Finding(
                copy.of(stretch), f"Possibly a lost word: a verb is missing in “{stretch.text}”. Check the sentence."
            )


_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def _missing_of(copy: Copy) -> Iterator[Finding]:
    """ "after 11 hours talks": a counted span of time right before a noun, without "of" or an apostrophe."""
    for span in copy.words.spelt(_SPANS):
        counted = any(child.tag_ == "CD" and child.i == span.i - 1 for child in span.children)
        if not counted or span.i + 1 >= len(copy.body) or not span.whitespace_ or copy.is_quoted(span.idx):
            continue
        noun = span.nbor()
        joined = grammar.relation(span) in ("compound", "nmod:poss") and span.head.i == noun.i
        if joined and noun.tag_ in ("NN", "NNS") and noun.text.islower():
            stretch = copy.body[span.i - 1 : noun.i + 1]
            yield Finding(
                copy.of(stretch),
                f"Possibly a lost word: “of” or an apostrophe is missing in “{stretch.text}”. Check the phrase.",
            )


_HAVING = frozenset({"has", "have", "had", "having", "’s", "'s", "’d", "'d", "’ve", "'ve", "not", "never"})


def _missing_auxiliary(copy: Copy) -> Iterator[Finding]:
    """ "the decision been welcomed", "she has working for them": "have" or "been" is lost."""
    for token in (*copy.words.spelt(("been",)), *copy.words.tagged("VBG")):
        if not 0 < token.i < len(copy.body) - 1:
            continue
        before, after = token.nbor(-1), token.nbor()
        if token.text == "been" and before.pos_ in ("NOUN", "PROPN", "PRON") and after.tag_ == "VBN":
            earlier = copy.body[max(token.sent.start, token.i - 7) : token.i]
            lost = not any(word.lower_ in _HAVING for word in earlier)
        else:
            lost = (
                before.text in ("has", "have", "had")
                and before.i > 0
                and token.tag_ == "VBG"
                and token.text.islower()
                and after.text in ("for", "at", "with", "since", "as")
                and before.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON")
            )
        if lost and not copy.is_quoted(token.idx):
            stretch = copy.body[before.i : after.i + 1]
            yield Finding(
                copy.of(stretch),
                f"Possibly a lost word: an auxiliary is missing in “{stretch.text}”. Check the sentence.",
            )


_NEEDS_OBJECT = frozenset(
    {
        "force",
        "allow",
        "permit",
        "enable",
        "encourage",
        "persuade",
        "oblige",
        "compel",
        "authorise",
        "authorize",
        "entitle",
    }
)


def _missing_object(copy: Copy) -> Iterator[Finding]:
    """ "they forced to accept": a verb that needs an object or an auxiliary before its infinitive."""
    for token in copy.words.of_lemma(_NEEDS_OBJECT):
        if token.tag_ not in ("VBD", "VBN", "VBP", "VBZ") or token.i + 2 >= len(copy.body):
            continue
        subject = token.nbor(-1) if token.i else token
        if (
            subject.tag_ in ("PRP", "NNP", "NNS")
            and subject.lower_ not in _OBJECT_PRONOUNS
            and token.nbor().lower_ == "to"
            and not token.text[0].isupper()
        ):
            if grammar.relation(token) in ("acl", "amod") or (
                subject.tag_ == "NNS" and grammar.relation(token) != "root"
            ):
                continue
            yield Finding(
                copy.of(copy.body[subject.i : token.i + 2]),
                f"Possibly a lost word: “{subject.text} {token.text} to” lacks an auxiliary or an object. Check "
                f"the sentence.",
            )


_OBJECT_PRONOUNS = frozenset({"him", "them", "her", "us", "me", "it", "you"})
_WITH_PREPOSITION = frozenset(
    {"born", "arrived", "arrive", "arrives", "lives", "lived", "resides", "resided", "went", "came", "stayed"}
)


def _missing_preposition(copy: Copy) -> Iterator[Finding]:
    """ "was born Switzerland": a place straight after a verb that takes none as its object."""
    for token in copy.words.spelt(_WITH_PREPOSITION):
        if token.i + 1 == len(copy.body) or not token.text.islower():
            continue
        place = token.nbor()
        if not place.text[0].isupper() or not token.whitespace_:
            continue
        if place.ent_type_ == "LOC" and places.is_place_name(grammar.name_span(place).text):
            yield Finding(
                copy.of(copy.body[token.i : place.i + 1]),
                f"Possibly a lost word: a preposition is missing in “{token.text} {place.text}”. Check the sentence.",
            )


_TAKES_TO = word_set(
    "agreed decided refused tried promised vowed intended managed attempted wanted hoped planned failed threatened "
    "wants plans intends hopes refuses seeks tries planning trying hoping refusing unable able expected due likely "
    "scheduled ready willing supposed forced allowed urged ordered encouraged asked invited required entitled "
    "determined reluctant keen eager prepared poised bound obliged permitted authorised authorized unlikely set"
)


def _missing_infinitive(copy: Copy) -> Iterator[Finding]:
    """ "refused pay the fine", "unable reach the village": an infinitive without "to"."""
    for token in copy.words.spelt(_TAKES_TO):
        if token.i + 2 >= len(copy.body) or not token.text.islower():
            continue
        verb, after = token.nbor(), token.nbor(2)
        if token.text in ("likely", "unlikely") and (not token.i or token.nbor(-1).lemma_ != "be"):
            continue
        if not verb.text.islower() or after.tag_ not in _OPENS_OBJECT:
            continue
        if is_base_only(verb.text) or (verb.tag_ == "VB" and after.tag_ in ("DT", "PRP$", "PRP")):
            yield Finding(
                copy.of(copy.body[token.i : verb.i + 1]),
                f"Possibly a lost word: “to” is missing in “{token.text} {verb.text}”. Check the sentence.",
            )


_OPENS_OBJECT = frozenset({"DT", "PRP$", "PRP", "IN", "TO", "NN", "NNS", "CD", "JJ", "RB", "NNP"})


def _may_be_stranded(preposition: Token) -> bool:
    """True when the noun of a preposition can stand before it: relative clause, question, prepositional passive."""
    before = [
        token.lower_ for token in preposition.doc[max(preposition.sent.start, preposition.i - 14) : preposition.i]
    ]
    if _WH.intersection(before):
        return True
    verb = preposition.nbor(-1) if preposition.i else preposition
    if verb.pos_ not in ("VERB", "AUX", "ADP", "ADV", "ADJ"):
        return False
    if verb.pos_ in ("ADP", "ADV") and preposition.lower_ == "of":
        return verb.lower_ in _BEFORE_OF
    if (verb.lemma_.lower(), preposition.lower_) in _PREPOSITIONAL or verb.pos_ in ("ADP", "ADV"):
        return True
    clause: Token | None = verb
    while clause is not None and clause.pos_ in ("VERB", "AUX", "ADJ"):
        if grammar.relation(clause) in ("acl", "acl:relcl"):
            return True
        clause = grammar.governor(clause)
    return False


def _ends_free_relative(word: Token) -> bool:
    """True for the first verb of "what they are is …", which ends a clause that is itself a subject."""
    return any(token.tag_ in ("WP", "WDT", "WRB") for token in word.doc[max(0, word.i - 6) : word.i])
