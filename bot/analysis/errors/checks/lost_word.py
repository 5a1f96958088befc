"""A word that is lost: "as it is one the five", "refused pay the fine", "was born Switzerland"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.clauses import SHARES, is_finite
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_base_only
from bot.language import grammar, places
from bot.language.tokens import Token

_LOST_WORD = re.compile(
    r"\b(?:has|have|had) be\b(?![-’'])"
    r"|\b(?:said|says|say|saying|added|argued|warned|insisted|claimed) that of (?:it|he|she|they|we|there|the)\b"
    r"|\b(?:of|for|with|from|to|into|at) that (?:the|a|an|he|she|they|we|his|her|their)\b"
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
    r"|\b(?:is|was|be) (?:first|second|third) (?:time|day|year)\b(?! lucky)"
    r"|\b(?:to|by|with|of|for|from|killing|injuring) (?:more|fewer|less) \d[\d,.]*(?: [mb]illion)? [a-z]"
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


@check("grammar.lost-word", "Lost or extra word", severity="major", confidence=0.75)
def lost_word(copy: Copy) -> Iterator[Finding]:
    """Runs of three words or so that only a lost word explains: "as it is one the five", "to the point of that he"."""
    for match, field in copy.matches(_LOST_WORD):
        if field == "text" and (_is_relative(copy, match) or _is_sound(copy, match)):
            continue
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
    yield from _missing_main_verb(copy)
    yield from _missing_to(copy)
    yield from _missing_particle(copy)
    yield from _missing_to_of_request(copy)


def _is_relative(copy: Copy, match: re.Match[str]) -> bool:
    """True for "one the chef recommends" and "one the judges loved"."""
    last = copy.last_word(match) if match[0].startswith("one the ") else None
    if last is None or last.i + 1 >= len(copy.body):
        return False
    return last.tag_ == "VBZ" or last.nbor().tag_ in ("VBD", "VBP", "MD")


def _is_sound(copy: Copy, match: re.Match[str]) -> bool:
    """True for "said that of the 51 built, 30 had sunk" and "To keep the remainder the firm needs a loan"."""
    article = copy.last_word(match)
    if article is None or article.lower_ != "the":
        return False
    if match[0].endswith(" that of the"):
        rest = article.doc[article.i : article.sent.end]
        return any(one.text == "," and _counts_off(two) for one, two in pairwise(rest))
    if not match[0].startswith("the "):
        return False
    subject, thing = article.head, article.nbor(-1)
    above = thing.head.head if grammar.relation(thing.head) == "advcl" else None
    return grammar.relation(subject) == "nsubj" and thing.dep_ == "obj" and above is not None and above == subject.head


def _counts_off(word: Token) -> bool:
    """True for "30" and "only seven"."""
    counted = word.nbor() if word.tag_ == "RB" and word.i + 1 < len(word.doc) else word
    return counted.tag_ == "CD" or counted.lower_ in SHARES


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
        if token.text == "been" and before.pos_ in ("NOUN", "PROPN", "PRON") and after.tag_ in ("VBN", "VBG"):
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
    {"born", "arrived", "arrive", "arrives", "lives", "lived", "resides", "resided", "went", "came", "stayed", "travel"}
    | {"travels", "travelled", "traveled", "travelling", "traveling", "emigrated", "migrated", "goes", "relocated"}
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
    "agreed decided refused tried promised vowed intended managed attempted wanted hoped planned failed "
    "threatened wants plans intends hopes refuses seeks tries planning trying hoping refusing unable able "
    "expected due likely scheduled ready willing supposed forced allowed urged ordered encouraged asked invited "
    "required entitled determined learned learnt reluctant keen eager prepared poised bound obliged permitted "
    "authorised authorized unlikely set"
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


_OBJECTS = frozenset({"him", "them", "me", "us"})


def _missing_main_verb(copy: Copy) -> Iterator[Finding]:
    """ "before her father would her touch it": a modal verb with its subject before it and an object behind."""
    for modal in copy.words.tagged("MD"):
        if not modal.i or modal.i + 2 >= len(copy.body) or copy.is_quoted(modal.idx):
            continue
        before, after, then = modal.nbor(-1), modal.nbor(), modal.nbor(2)
        lone = after.lower_ in _OBJECTS or (after.lower_ == "her" and then.tag_ == "VB")
        if lone and before.pos_ in ("NOUN", "PROPN", "PRON") and before.lower_ not in _INVERTING:
            yield _lost(copy, modal, after, "a verb")


_INVERTING = frozenset({"what", "which", "that", "who", "how", "nor", "neither", "so"})


def _missing_to(copy: Copy) -> Iterator[Finding]:
    """ "has ten days sign or veto it", "have until the end of the year lodge claims": an infinitive without "to"."""
    for verb in copy.words.tagged("VB"):
        if verb.i < 3 or verb.i + 1 >= len(copy.body) or not verb.text.islower() or copy.is_quoted(verb.idx):
            continue
        before = verb.nbor(-1)
        if before.lower_ not in _SPANS or verb.nbor().tag_ not in ("DT", "PRP$", "PRP", "NNS", "CC", "NNP", "CD"):
            continue
        window = copy.body[max(verb.sent.start, verb.i - 8) : verb.i]
        having = [token for token in window if token.lemma_ == "have" and token.pos_ in ("VERB", "AUX")]
        if having and not any(
            token.tag_ in ("MD", "TO", "VB", "VBN", "VBD") for token in window[having[-1].i - window.start + 1 :]
        ):
            yield _lost(copy, before, verb, "“to”")


_REQUESTS = word_set(
    "ask tell order force allow permit encourage persuade invite enable warn instruct want expect forbid urge oblige"
)


def _missing_to_of_request(copy: Copy) -> Iterator[Finding]:
    """ "asked the government pay for the funerals": who is asked, then the infinitive without "to"."""
    for verb in copy.words.tagged("VB"):
        asked = next(
            (t for t in copy.body[max(verb.sent.start, verb.i - _ASKED) : verb.i] if t.lemma_ in _REQUESTS), None
        )
        if asked is None or asked.pos_ != "VERB" or verb.i + 1 >= len(copy.body) or copy.is_quoted(verb.idx):
            continue
        between, after = copy.body[asked.i + 1 : verb.i], verb.nbor()
        if len(between) < 2 or between[0].tag_ not in ("DT", "PRP$") or between[-1].pos_ not in ("NOUN", "PROPN"):
            continue
        is_verb = verb.lower_ in forms().bases
        named = is_verb and all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for token in between)
        if named and after.tag_ in ("IN", "DT", "PRP$", "PRP", "TO", "RP") and not _is_asked_of(asked):
            yield _lost(copy, between[-1], verb, "“to”")


_ASKED = 6


def _is_asked_of(asked: Token) -> bool:
    """True for a request that a clause without "that" follows in American copy ("urged the court dismiss")."""
    return asked.lemma_ == "urge" or (asked.i > 0 and asked.nbor(-1).tag_ in ("DT", "PRP$", "JJ"))


_ALONE = {
    "listen": "to", "belong": "to", "rely": "on", "depend": "on", "consist": "of", "comply": "with", "cope": "with",
    "dispose": "of", "collide": "with", "refrain": "from", "participate": "in", "apologise": "for", "apologize": "for",
    "adhere": "to", "subscribe": "to", "succumb": "to", "embark": "on", "insist": "on", "preside": "over",
    "specialise": "in", "specialize": "in", "interfere": "with", "amount": "to", "conform": "to", "abstain": "from",
    "coincide": "with", "contend": "with", "grapple": "with", "side": "with", "correspond": "with", "vie": "for",
    "yearn": "for", "dwell": "on", "thrive": "on", "react": "to", "resort": "to", "allude": "to", "aspire": "to",
    "consent": "to", "accede": "to", "revert": "to", "cling": "to", "hint": "at", "gaze": "at", "marvel": "at",
    "culminate": "in", "persist": "in", "meddle": "in", "dabble": "in", "delve": "into",
    "detract": "from", "deviate": "from", "differ": "from", "recoil": "from", "complain": "about", "grumble": "about",
    "fret": "about", "disapprove": "of", "beware": "of", "partake": "of", "retaliate": "against",
    "glance": "at", "tamper": "with", "cater": "for", "elaborate": "on", "hinge": "on", "reside": "in",
}  # fmt: skip
"""Verbs that take no object, and the preposition that they want."""


def _missing_particle(copy: Copy) -> Iterator[Finding]:
    """ "complied the order", "knocked doors": an object behind a verb that takes one with a preposition only."""
    for verb in copy.words.of_lemma({*_ALONE, "knock"}):
        if verb.pos_ != "VERB" or verb.i + 1 >= len(copy.body) or copy.is_quoted(verb.idx):
            continue
        wanted = _ALONE.get(verb.lemma_, "on")
        found = [c for c in verb.children if grammar.relation(c) == "obj" and c.i > verb.i and c.pos_ == "NOUN"]
        if len(found) != 1 or found[0].i - verb.i > _NEAR_OBJECT or found[0].ent_type_ in ("DATE", "TIME"):
            continue
        thing = found[0]
        knocked = verb.lemma_ == "knock"
        if thing.lemma_ in _MEASURES or (knocked and thing.lemma_ not in ("door", "window")):
            continue
        if any(token.pos_ in ("ADP", "PART", "SCONJ") for token in copy.body[verb.i + 1 : thing.i]):
            continue
        if knocked and any(grammar.relation(c) == "compound:prt" or c.pos_ == "ADP" for c in verb.children):
            continue
        yield _lost(copy, verb, thing, f"“{wanted}”")


_NEAR_OBJECT = 4
_MEASURES = word_set(
    "lot time bit deal percent metre meter mile kilometre kilometer way year month week day hour minute"
)


def _lost(copy: Copy, first: Token, last: Token, what: str) -> Finding:
    stretch = copy.body[first.i : last.i + 1]
    return Finding(
        copy.of(stretch), f"Possibly a lost word: {what} is missing in “{stretch.text}”. Check the sentence."
    )
