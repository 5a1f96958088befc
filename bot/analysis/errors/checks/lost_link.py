"""A small word that is lost between two others which never meet without it: "40 the 300", "go and him", "fond the"."""

import re
from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.clauses import FINITE
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.quotation import CLOSE
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Token

_LOST_THE = re.compile(
    r"\b(?:(?:in|at|on|from|by|to|until|since|near|before|towards?) (?:middle|end|beginning|start|height|edge|outskirts"
    r"|verge|brink|eve|(?<!on )foot|mercy|expense|heart|presence|aftermath|wake|midst|vicinity|shores?|banks?|centre"
    r"|bottom|rest|majority|remainder|basis|grounds|site) of (?=(?:the|a|an|his|her|its|their|this|that)\b)"
    r"|[Ff]or (?:first|second|third|last) time\b(?!-)|(?:at|in|by|from|on|of|for|with) same (?!-)[a-z]+\b)"
)
_LOST_THINGS = re.compile(r"\b[Aa]mong other(?= ?[,.;])")


@check("grammar.lost-link", "Lost small word", severity="major", confidence=0.75)
def lost_link(copy: Copy) -> Iterator[Finding]:
    """Two words side by side of which the first wants a preposition, an article, "to" or a verb before the second."""
    for match, word in _phrases(copy):
        if not copy.is_quoted(match.start()):
            yield _finding(copy, match.start(), match.end(), word)
    tokens = copy.words.tokens
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (second.lower_ not in _BETWEEN and third.lower_ != "of") or not first.whitespace_ or not second.whitespace_:
            continue
        what = _lost_before(first, second, third)
        if what is not None and first.sent.start == third.sent.start:
            yield _finding(copy, first.idx, third.idx + len(third), what)
    yield from _lonely_objects(copy)
    yield from _roles_without_name(copy)
    yield from _tags_without_verb(copy)
    yield from _but_that(copy)


def _phrases(copy: Copy) -> Iterator[tuple[re.Match[str], str]]:
    yield from ((match, "“the”") for match in find_all(_LOST_THE, copy.text) if not _modifies(copy, match))
    yield from ((match, "a noun") for match in find_all(_LOST_THINGS, copy.text))


def _modifies(copy: Copy, match: re.Match[str]) -> bool:
    """True for "for first time buyers" and "for same sex couples"; "of" ends the other phrases."""
    stretch = copy.body.char_span(*match.span())
    if stretch is None or stretch.end == len(copy.body):
        return False
    return stretch[-1].tag_ == "NN" and copy.body[stretch.end].tag_ in ("NN", "NNS")


def _finding(copy: Copy, start: int, end: int, what: str) -> Finding:
    span = copy.span(start, end)
    return Finding(span, f"Possibly a lost word: {what} is missing in “{span.text}”. Check the sentence.")


def _lost_before(first: Token, second: Token, third: Token) -> str | None:
    """What is lost between two of three neighbours; None where nothing is."""
    if second.lower_ in _POINTING and third.tag_ == "CD" and _is_share(first):
        joined = third.i + 1 < len(third.doc) and third.nbor().text == "-"  # "900 rode the short loop, 400 the 60-mile"
        return None if joined or _opens_main_clause(second) else "“of”"
    if second.lower_ in ("and", "or") and third.lower_ in _OBJECTS and _is_infinitive(first, third):
        return "a verb"
    if second.lower_ in (*_OBJECTS, "both") and first.lemma_ in _REQUESTS and first.pos_ == "VERB":
        return "“to”" if _is_bare_infinitive(third) else None
    if first.lower_ in _ADJECTIVES and second.tag_ in ("DT", "PRP$") and third.lemma_.lower() not in _TIMES:
        return None if _opens_main_clause(second) else "a preposition"
    if second.lower_ in _MEASURED and third.lower_ == "of" and first.pos_ == "VERB" and second.tag_ == "NN":
        bare = first.lower_ in _NO_ARTICLE or second.head.i != first.i or third.nbor().tag_ not in ("DT", "PRP$")
        return None if bare else "“the”"
    return None


def _opens_main_clause(article: Token) -> bool:
    """True for "When she turned 18 the two families met" and "Once they were asleep the men left"."""
    opener, near = article.sent[0], article.doc[article.i + 1 : min(article.i + _WITHIN, article.sent.end)]
    return opener.tag_ in ("WRB", "IN") and any(token.tag_ in FINITE for token in near)


_WITHIN = 6


_MEASURED = word_set(
    "height length width weight depth size number majority bulk remainder rest extent edge roof entrance identity "
    "location outcome thickness diameter duration"
)
"""What is always this or that of a thing, so that an article stands before it."""
_NO_ARTICLE = word_set("plus minus including excluding regarding concerning")


_POINTING = word_set("the its his her their these those our")
_OBJECTS = word_set("him them us me")
_BETWEEN = _POINTING | _OBJECTS | word_set("and or both a an this that my your any some no every each all another")
"""What stands in the middle of the three, unless "of" follows."""


def _is_share(number: Token) -> bool:
    """True for a plain count that can be part of another: no year, no date, no time, no number of a page or a room."""
    if (
        number.tag_ != "CD"
        or (not number.is_lower and not number.text.isdigit())
        or number.ent_type_ in ("DATE", "TIME")
    ):
        return False
    if number.text.isdigit() and (1500 <= int(number.text) <= 2100 or number.text in ("24",)):
        return False
    before = number.nbor(-1) if number.i > number.sent.start else number
    dates = _BEFORE_DATES if number.text.isdigit() else _BEFORE_HOURS
    return before.lower_ not in dates and not before.is_title and before is not number and before.lemma_ != "be"


_BEFORE_DATES = word_set(
    "at by in on since from until before after around about day page chapter number no room phase stage level part "
    "article section lap over minute round line gate platform week figure table grade year age aged than for to"
)

_BEFORE_HOURS = _BEFORE_DATES - {"in", "on", "than", "over"}


def _is_infinitive(verb: Token, pronoun: Token) -> bool:
    """True for "could go and him": an infinitive without an object that "and him" could be joined to."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    plain = verb.tag_ == "VB" and verb.lower_ in _MOTIONS
    return plain and after.tag_ not in ("TO", "VBG", "VBN", "JJ")


_MOTIONS = word_set("go come try run stop wait stay sit stand turn return rush hurry walk drive")
_REQUESTS = word_set(
    "ask tell order force allow permit encourage persuade invite enable warn instruct want expect forbid urge oblige "
    "require teach advise authorise authorize compel remind beg train challenge"
)


def _is_bare_infinitive(verb: Token) -> bool:
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return (
        verb.tag_ == "VB"
        and verb.lower_ in forms().bases | {"do"}
        and verb.lower_ != "be"
        and after.text[0] not in "-’'"
    )


_ADJECTIVES = word_set(
    "asleep fond capable incapable eligible akin immune prone averse adjacent tantamount susceptible conducive "
    "allergic accustomed devoid bereft reminiscent indicative oblivious indebted impervious reliant intent loyal exempt"
)
"""Adjectives between which and a noun a preposition stands, and behind which no clause does without "that"."""

_TIMES = word_set("time night day week month year morning afternoon moment second minute hour whole entire while way")

_COMPANY = {
    "live": "with", "sympathise": "with", "sympathize": "with", "quarrel": "with", "argue": "with",
    "compete": "with", "collaborate": "with", "cooperate": "with", "negotiate": "with", "mingle": "with",
    "liaise": "with", "speak": "to", "talk": "to", "smile": "at", "laugh": "at", "yell": "at",
    "wait": "for", "care": "for", "vouch": "for", "pray": "for", "wave": "at", "object": "to", "appeal": "to",
    "confide": "in", "respond": "to", "reply": "to", "rebel": "against", "lie": "to",
}  # fmt: skip
"""Verbs of which people are no plain object, and what stands before them."""


_PARTICLES = word_set("through down up off out over in on away into back round around past out aside forward")


def _lonely_objects(copy: Copy) -> Iterator[Finding]:
    """ "who lives five children", "siding residents": people right behind a verb that takes them with a preposition."""
    for verb in copy.words.of_lemma(_COMPANY):
        if verb.pos_ != "VERB" or verb.i + 2 >= len(copy.body) or copy.is_quoted(verb.idx):
            continue
        found = [c for c in verb.children if grammar.relation(c) == "obj" and c.i > verb.i]
        if len(found) != 1 or found[0].lemma_.lower() not in PEOPLE or not found[0].text.islower():
            continue
        after = found[0].nbor() if found[0].i + 1 < len(copy.body) else found[0]
        if verb.lemma_ != "live" and after.lower_ in _PARTICLES:
            continue  # "waved the drivers through", "talked the man down"
        start = found[0].subtree[0]
        if start.i == verb.i + 1 and not any(c.pos_ == "ADP" and c.i < found[0].i for c in found[0].children):
            yield _finding(copy, verb.idx, found[0].idx + len(found[0]), f"“{_COMPANY[verb.lemma_]}”")


def _roles_without_name(copy: Copy) -> Iterator[Finding]:
    """ "the minister, Ada Lund, and Norwegian ambassador both": a second person of whom article and name are lost.

    Right behind a whole name no plural verb is needed: "Mayor Ann Reed and fire brigade chief said".
    """
    for joint in copy.words.spelt(("and",)):
        if joint.i < 2 or joint.sent.start == joint.i or copy.is_quoted(joint.idx):
            continue
        name = joint.nbor(-2) if joint.nbor(-1).text == "," else joint.nbor(-1)
        phrase = [*_bare_phrase(joint)]
        if name.ent_type_ not in ("PERSON", "GPE", "LOC") or not 2 <= len(phrase) <= _LONGEST_ROLE:
            continue
        role, after = phrase[-1], phrase[-1].nbor()
        named = any(
            token.ent_type_ == "PERSON" for token in joint.doc[max(joint.sent.start, joint.i - _NEAR) : joint.i]
        )
        told = role.tag_ == "NN" and role.text.islower() and role.lemma_.lower() in PEOPLE
        joined = name.i == joint.i - 1 and name.ent_type_ == "PERSON" and _is_bare_role(joint, name, after)
        open_role = after.lower_ in _PLURAL_VERBS or joined
        if named and told and open_role and not any(t.ent_type_ == "PERSON" for t in phrase):
            yield _finding(copy, joint.idx, after.idx + len(after), "an article or a name")


def _is_bare_role(joint: Token, name: Token, after: Token) -> bool:
    """True for a role that is joined to a person of two names and ends there; kin and fellows need no article."""
    role = after.nbor(-1)
    titled = any(c.dep_ == "nmod:desc" for c in (*name.children, *name.head.children))
    ends = after.tag_ in FINITE or after.text in (",", ".") or after.tag_ == "IN"
    kin = any(token.lower_ in _KIN for token in joint.doc[joint.i + 1 : after.i])
    whole = joint.i > 1 and joint.nbor(-2).ent_type_ == "PERSON"
    return titled and whole and ends and not kin and role.head.i in (name.i, name.head.i) and role.dep_ == "conj"


_KIN = word_set(
    "wife husband son daughter brother sister father mother partner girlfriend boyfriend fellow friend cousin "
    "colleague children family parents uncle aunt nephew niece company co-author author former now then"
)


def _bare_phrase(joint: Token) -> Iterator[Token]:
    """The adjectives and nouns right behind "and"."""
    for token in joint.doc[joint.i + 1 : joint.sent.end - 1]:
        if token.tag_ not in ("JJ", "NN", "NNP"):
            return
        yield token


_NEAR, _LONGEST_ROLE = 8, 5
_PLURAL_VERBS = word_set("are were both have")


def _but_that(copy: Copy) -> Iterator[Finding]:
    """ "not about party, but that distance": "that" opens a clause behind "but", and no verb follows."""
    for that in copy.words.spelt(("that",)):
        if that.i < _LEAST_BEFORE or that.nbor(-1).lower_ != "but" or that.sent.start > that.i - _LEAST_BEFORE:
            continue
        before, rest = copy.body[that.sent.start : that.i - 1], copy.body[that.i + 1 : that.sent.end]
        denied = any(token.lower_ in ("not", "n’t", "n't", "never", "less") for token in before)
        if denied and len(rest) > 1 and not any(token.tag_ in FINITE for token in rest) and rest[-1].text in '.”"':
            last = rest[0] if rest[0].i < that.sent.end else that
            yield _finding(copy, that.nbor(-1).idx, last.idx + len(last), "a verb, or “that” is one word too many:")


_LEAST_BEFORE = 4
_LONGEST_TAG = 14
_TAG = re.compile(r"(?:^|[.!?] )“([^“”]{12,}),” ([^“”.!?\n:;—–]{4,90})\.(?=\s|$)", re.MULTILINE)
_STRAIGHT_TAG = re.compile(r"(?:^|[.!?] )\"([^\"]{12,}),\" ([^\".!?\n:;—–]{4,90})\.(?=\s|$)", re.MULTILINE)


def _tags_without_verb(copy: Copy) -> Iterator[Finding]:
    """ "“We had eleven people in two rooms,” Agence France-Presse.": a speaker behind a quotation, and no "said"."""
    for match in (_TAG if CLOSE in copy.text else _STRAIGHT_TAG).finditer(copy.text):
        tag = copy.body.char_span(*match.span(2))
        quotation = copy.body.char_span(*match.span(1), alignment_mode="expand")
        if tag is None or quotation is None or len(tag) > _LONGEST_TAG:
            continue
        verbs = any(token.pos_ in ("VERB", "AUX") or token.tag_[:2] == "VB" for token in tag)
        clause = any(token.tag_ in FINITE for token in quotation)
        if clause and not verbs and tag[0].tag_ in ("NNP", "DT", "PRP") and not tag[0].is_punct:
            yield _finding(copy, match.start(2), match.end(2), "a verb")
