"""Subject and verb, auxiliary and participle that do not agree."""

from collections.abc import Iterator

from bot.analysis.actors.nouns import PEOPLE
from bot.analysis.errors.clauses import is_demonstrative, opens_credit, opens_inverted
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.grammatical_number import AMOUNTS, EITHER, number_of
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_base_only
from bot.language import grammar
from bot.language.tokens import Token

_SINGULAR = {"is": "are", "was": "were", "has": "have", "does": "do"}
_PLURAL = {"are": "is", "were": "was", "have": "has", "do": "does"}
_UNREAL = frozenset(
    {"if", "though", "wish", "wishes", "wished", "suppose", "lest", "whether", "unless", "did", "do", "does", "make"}
)


@check("grammar.agreement", "Subject and verb do not agree", severity="minor", confidence=0.75)
def agreement(copy: Copy) -> Iterator[Finding]:
    """Forms of be, have and do beside a pronoun or noun of the other number, where the parse leaves no doubt."""
    yield from _full_verbs(copy)
    for words in copy.all_words:
        doc = words.doc
        for verb in words.spelt(_SINGULAR | _PLURAL):
            wanted = _SINGULAR.get(verb.lower_) or _PLURAL.get(verb.lower_)
            if verb.i == 0 or not verb.text.islower():
                continue
            subject = _subject(verb) or _far_subject(verb)
            if subject is None:
                continue
            number = number_of(subject)
            if (
                number is None
                or (number == "one") == (verb.lower_ in _SINGULAR)
                or _is_unreal(subject)
                or _is_excepted(subject)
                or grammar.is_question(verb)
            ):
                continue
            beside = subject.i == verb.i - 1
            yield Finding(
                copy.of(doc[subject.i : verb.i + 1] if verb.i - subject.i <= _NEAR else verb),
                f"Possible slip: “{subject.text}” and “{verb.text}” do not agree in number. Check subject and verb.",
                suggestion=f"{subject.text} {wanted}" if beside else None,
                evidence=() if beside else (copy.of(subject),),
            )
    yield from _each(copy)
    yield from _joined(copy)
    yield from _some_of_many(copy)
    yield from _at_distance(copy)


_NEAR = 6
_MEASURING = word_set(
    "number majority minority range variety handful series lot group team set pair host string spate flurry dozen "
    "total half part percentage proportion crowd bunch selection collection array mix combination rest couple "
    "trio quartet third quarter share bulk raft slew swathe swath wave fraction batch crop pack gang generation "
    "class staff crew one kind sort type average maximum minimum further another mixture score plethora multitude "
    "abundance bevy fifth sixth tenth eighth seventh ninth legion army fleet wealth trove"
)


def _far_subject(verb: Token) -> Token | None:
    """The subject of a verb however much stands between, when it is one noun and a parse sees no other."""
    predicate = verb.head if grammar.relation(verb) in ("aux", "aux:pass", "cop") else verb
    found = [c for c in predicate.children if grammar.relation(c) in ("nsubj", "nsubj:pass")]
    if (
        verb.tag_ not in ("VBZ", "VBP", "VBD")
        or len(found) != 1
        or any(child.tag_ == "POS" for child in found[0].children)  # "their drivers' faces hidden"
        or opens_inverted(verb)
        or any(aux.tag_ == "MD" for aux in grammar.auxiliaries(predicate))
    ):
        return None
    if not found[0].i < verb.i - 1 or verb.i - found[0].i > 25 or found[0].pos_ != "NOUN":
        return None
    subject = found[0]
    inside = {token.i for token in subject.subtree}
    # What stands between belongs to the noun, and nothing is joined to it or listed.
    between = [
        t for t in verb.doc[subject.i + 1 : verb.i] if t.i not in inside and t.pos_ not in ("ADV", "AUX", "PUNCT")
    ]
    joined = any(grammar.relation(child) in ("conj", "cc", "appos", "parataxis") for child in subject.children)
    joined = joined or any(child.dep_ == "acl" and child.tag_ == "VBG" for child in subject.children)
    return None if between or joined or subject.lemma_.lower() in _MEASURING or _is_money(subject) else subject


def _is_money(subject: Token) -> bool:
    return any(child.pos_ in ("NUM", "SYM") for child in subject.children)


def _at_distance(copy: Copy) -> Iterator[Finding]:
    """Verbs of relative clauses beside their noun, full verbs far from their subject, and verbs before it."""
    for verb in copy.words.tagged("VBZ", "VBP", "VBD"):
        if not verb.text.islower() or copy.is_quoted(verb.idx):
            continue
        if opens_credit(verb):
            continue
        subject = _behind_relative(verb) or _in_front_of(verb) or (_far_subject(verb) if verb.pos_ == "VERB" else None)
        number = number_of(subject) if subject is not None else None
        if subject is None or number is None or grammar.is_question(verb):
            continue
        form = _SINGULAR.get(verb.lower_) or _PLURAL.get(verb.lower_)
        if form is not None and (subject.i > verb.i or verb.head.i != subject.i):
            wrong = (number == "one") != (verb.lower_ in _SINGULAR)
        else:
            third = verb.tag_ == "VBZ" and verb.lower_ in forms().thirds
            base = verb.tag_ == "VBP" and verb.lower_ in forms().bases and verb.lower_ not in forms().pasts
            wrong = (number == "many" and third) or (number == "one" and base)
        if wrong:
            yield Finding(
                copy.of(verb),
                f"Possible slip: “{subject.text}” and “{verb.text}” do not agree in number. Check subject and verb.",
                evidence=(copy.of(subject),),
            )


def _behind_relative(verb: Token) -> Token | None:
    """The noun right before "who" or "which" that a verb has for its subject."""
    predicate = verb.head if grammar.relation(verb) in ("aux", "aux:pass", "cop") else verb
    if grammar.relation(predicate) != "acl:relcl" or any(aux.tag_ == "MD" for aux in grammar.auxiliaries(predicate)):
        return None
    if verb.i != min([predicate.i, *(aux.i for aux in grammar.auxiliaries(predicate))]) or verb.i < 3:
        return None
    pronoun, noun = verb.nbor(-1), predicate.head
    if pronoun.lower_ not in ("who", "which", "that") or not grammar.relation(pronoun).startswith("nsubj"):
        return None
    gap = verb.doc[noun.i + 1 : pronoun.i]
    beside = pronoun.head.i == predicate.i and len(gap) <= 1 and gap.text in ("", ",")
    if verb.doc[verb.i : verb.i + 3].text == "is to say" or is_demonstrative(pronoun):
        return None  # "which is to say, never": all that stands before is meant
    inside = grammar.relation(noun) in ("nmod", "conj") or _is_money(noun)
    listed = any(grammar.relation(c) in ("conj", "nmod", "appos") for c in noun.children)
    listed = listed or noun.lemma_.lower() in _MEASURING
    return noun if beside and noun.pos_ == "NOUN" and not inside and not listed else None


def _in_front_of(verb: Token) -> Token | None:
    """The subject of "Among the injured was two children"."""
    first = verb.sent[0]
    if verb.lower_ not in _SINGULAR or verb.lower_ not in ("was", "is") or first.tag_ != "IN":
        return None
    predicate = verb.head if grammar.relation(verb) in ("cop", "aux") else verb
    found = [c for c in predicate.children if grammar.relation(c).startswith("nsubj") and c.i > verb.i]
    near = [c for c in found if c.i - verb.i <= 4 and c.tag_ == "NNS" and c.lemma_.lower() in PEOPLE]
    return near[0] if len(found) == 1 and near and first.lower_ == "among" else None


_CALLED_ON = frozenset({"somebody", "someone", "everybody", "everyone", "nobody"})
_EACH = frozenset({"each", "either", "everyone", "everybody", "nobody", "somebody", "someone", "everything", "anyone"})


def _each(copy: Copy) -> Iterator[Finding]:
    """ "Each of the drawers hold": a full verb in the plural behind a subject that is one."""
    for subject in copy.words.spelt(_EACH):
        verb = subject.head
        if grammar.relation(subject) != "nsubj" or not subject.i < verb.i or copy.is_quoted(subject.idx):
            continue
        if subject.lower_ in _CALLED_ON and (subject.i == subject.sent.start or subject.nbor(-1).is_punct):
            continue  # "Somebody call a doctor"
        subjects = [c for c in verb.children if grammar.relation(c) == "nsubj" and c.i < verb.i]
        present = verb.tag_ == "VBP" and verb.lower_ in forms().bases - forms().pasts
        plural = present and not grammar.auxiliaries(verb)
        if plural and subjects[0].i == subject.i and not (grammar.is_question(verb) or _is_wished_of(subject)):
            yield Finding(
                copy.of(copy.body[subject.i : verb.i + 1] if verb.i - subject.i <= _NEAR else verb),
                f"Possible slip: “{subject.text}” and “{verb.text}” do not agree in number. Check subject and verb.",
                evidence=(copy.of(subject),),
            )


def _is_wished_of(subject: Token) -> bool:
    """True for "ask that each of them bring a rope"; not for "demanded to know why each" and "surveys suggest each"."""
    before = list(subject.doc[max(subject.sent.start, subject.i - 6) : subject.i])
    if before and before[-1].tag_ in ("MD", "VBD", "VBP") and before[-1].lemma_.lower() in _HELPS:
        return True
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i].lemma_.lower() in _WISHES), None)
    if at is None or any(token.lower_ in _ASKING for token in before[at + 1 :]):
        return False
    if before[at].lemma_.lower() in _BARE and before[-1].lower_ == "that":
        return False  # "made clear that each"
    by = next((c for c in before[at].children if grammar.relation(c) == "nsubj"), None)
    return by is None or by.lemma_.lower() not in _EVIDENCE


_ASKING = word_set("why how what which who where when whether if")
_BARE = word_set("make let help see hear watch")
_EVIDENCE = word_set("survey figure poll datum data result study report statistic number record document test evidence")
_HE = frozenset({"he", "she", "it"})
_WISHES = word_set(
    "demand insist recommend suggest require ask urge propose request order important essential vital necessary make "
    "let help see hear watch condition stipulate rule sentence lest rather decree direct provide specify stress than"
)
_HELPS = word_set("have did do does to will would can could may might must shall should not and or if")


def _full_verbs(copy: Copy) -> Iterator[Finding]:
    """ "the workers wants", "she want": full verbs that can be nothing else."""
    for verb in copy.words.tagged("VBZ", "VBP", "VBD", "VB"):
        if not verb.i:
            continue
        subject = verb.nbor(-1)
        if grammar.relation(subject) != "nsubj" or subject.head.i != verb.i or subject.sent.start != verb.sent.start:
            continue
        if any(grammar.relation(child) in ("conj", "aux", "cop") for child in (*subject.children, *verb.children)):
            continue
        if _is_excepted(subject):
            continue
        many = subject.tag_ == "NNS" and subject.lower_.endswith("s") and number_of(subject) == "many"
        sure = verb.text in forms().plain_thirds | _ALSO_NOUNS or _is_plainly_many(subject, verb)
        wrong = many and verb.tag_ == "VBZ" and sure
        if (
            number_of(subject) == "one"
            and subject.tag_ == "NN"
            and verb.tag_ in ("VBP", "VBD")
            and verb.text in forms().bases
        ):
            wrong = verb.text not in forms().pasts and grammar.relation(verb) == "root" and _is_alone(subject, verb)
        if subject.lower_ in _HE and _is_plural_form(verb):
            wrong = not _is_wished(verb)
        if wrong:
            yield Finding(
                copy.of(copy.body[subject.i : verb.i + 1]),
                f"Possible slip: “{subject.text} {verb.text}” do not agree in number. Check subject and verb.",
            )


def _is_excepted(noun: Token) -> bool:
    """True for "none but the liberals seems" and "no one but they was": the verb goes with what is before "but"."""
    start = noun.subtree[0]
    start = start.nbor() if start.lower_ == "but" else start
    before = noun.doc[max(noun.sent.start, start.i - 2) : start.i]
    return len(before) == 2 and before[1].lower_ == "but" and before[0].lower_ in _WHOLES


_WHOLES = word_set("none nobody one nothing anybody anyone anything everybody everyone everything all any who")


def _is_plural_form(verb: Token) -> bool:
    """True for a form that "he" and "it" never have; a parse must see it as one when it may be a noun ("find")."""
    if verb.tag_ in ("VBP", "VB") and is_base_only(verb.text):
        return True
    table = forms()
    shared = verb.text in _MODAL_TOO or verb.text in table.pasts or verb.text in table.participles
    return verb.tag_ == "VBP" and verb.text in table.bases and not shared


_MODAL_TOO = frozenset({"need", "dare"})
"""Verbs that are auxiliaries as well: "she need not wait"."""


def _joined(copy: Copy) -> Iterator[Finding]:
    """ "Baths and hotels replaces": two plurals joined by "and" right before a verb in the singular."""
    for verb in copy.words.tagged("VBZ"):
        last = verb.nbor(-1) if verb.i > verb.sent.start else verb
        first = last.head
        plural = last.tag_ == first.tag_ == "NNS" and last.i - first.i <= _BETWEEN_PLURALS
        joined = plural and grammar.relation(last) == "conj" and verb.text in forms().plain_thirds
        if joined and grammar.relation(first) == "nsubj" and first.head.i == verb.i and not copy.is_quoted(verb.idx):
            yield _disagreeing(copy, first, verb)


_BETWEEN_PLURALS = 4


def _some_of_many(copy: Copy) -> Iterator[Finding]:
    """ "About 140 of 1,120 jobs is": a figure that opens a clause, "of" and a plural right before a verb."""
    for verb in copy.words.spelt(("is", "was", "has")):
        start = verb.sent.start
        words = list(verb.doc[max(start, verb.i - _PARTITIVE) : verb.i])
        of = next((i for i in range(len(words) - 1, 0, -1) if words[i].lower_ == "of"), None)
        if of is None or words[-1].tag_ != "NNS" or words[of - 1].tag_ != "CD" or words[-1].lower_ in EITHER:
            continue
        if words[of - 1].lower_ in ("one", "1") or any(t.tag_ not in _IN_PARTITIVE for t in words[of + 1 :]):
            continue
        before = words[of - 1].i - 1
        while before >= start and verb.doc[before].lower_ in _APPROXIMATELY:
            before -= 1
        opens = before < start or verb.doc[before].lower_ in ("that", "said")
        if opens and words[-1].lemma_.lower() not in AMOUNTS and not grammar.is_question(verb):
            yield _disagreeing(copy, words[of - 1], verb)


_PARTITIVE = 6
_IN_PARTITIVE = ("CD", "DT", "PRP$", "JJ", "NNS", "JJS")
_APPROXIMATELY = word_set("about some around nearly almost only and but another")


def _disagreeing(copy: Copy, subject: Token, verb: Token) -> Finding:
    return Finding(
        copy.of(copy.body[subject.i : verb.i + 1]),
        f"Possible slip: “{subject.text}” and “{verb.text}” do not agree in number. Check subject and verb.",
    )


_SEVERAL = word_set("both these those many several")


def _is_plainly_many(subject: Token, verb: Token) -> bool:
    """ "Both teams travels to Oslo": a word for several before the noun, and no noun behind the verb."""
    several = any(child.lower_ in _SEVERAL and child.i < subject.i for child in subject.children)
    return several and verb.i + 1 < len(verb.doc) and verb.nbor().tag_ in ("IN", "TO", "DT", "PRP$", "PRP", "RB")


def _is_wished(verb: Token) -> bool:
    """True where the base form is right: after a wish, or after an auxiliary right before ("did it make")."""
    before = verb.doc[max(verb.sent.start, verb.i - 8) : verb.i]
    near = {token.lemma_.lower() for token in before[-3:]}
    return bool({token.lemma_.lower() for token in before} & _WISHES or near & _HELPS)


def _is_alone(subject: Token, verb: Token) -> bool:
    """True when subject and verb open the sentence, so that nothing before can ask for the base form."""
    return verb.i - verb.sent.start <= 3 and subject.sent[0].lower_ in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "every",
        "each",
    )


_ALSO_NOUNS = frozenset(
    {"wants", "needs", "hopes", "says", "makes", "takes", "gives", "gets", "goes", "comes", "thinks"}
)


def _subject(verb: Token) -> Token | None:
    """The subject right before a verb, or before one phrase with "of" that is all that stands between."""
    before = verb.nbor(-1)
    if before.sent.start != verb.sent.start or _is_done(before) or _is_place(before):
        return None
    if _is_subject_of(before, verb):
        return before
    if before.pos_ == "PROPN" and (counted := _before_place(before, verb)) is not None:
        return counted
    above = grammar.governor(before) if before.pos_ == "NOUN" and grammar.relation(before) == "nmod" else None
    if above is None or grammar.preposition(before) != "of" or above.tag_ != "NNS" or before.tag_ != "NN":
        return None
    simple = verb.i - above.i <= 4 and all(token.pos_ in ("ADP", "DET", "NOUN") for token in verb.doc[above.i : verb.i])
    return above if simple and _is_subject_of(above, verb) else None


def _is_done(noun: Token) -> bool:
    """True for what may be the object of an "-ing" form that is itself the subject: "Finding planets was"."""
    return noun.i > 0 and noun.nbor(-1).tag_ == "VBG"


def _is_place(noun: Token) -> bool:
    """True for what a preposition at the head of a sentence takes: "In it were 212 slips"."""
    start = noun.subtree[0].i
    first = noun.doc[noun.sent.start]
    return first.lower_ in _PLACING and start <= first.i + 1


_PLACING = word_set(
    "in on under with behind beside above below beneath inside among around near opposite at to upon by"
)


def _before_place(name: Token, verb: Token) -> Token | None:
    """ "firefighters in Porto has": the plural before one name, which can be no subject of the verb."""
    above = grammar.governor(name)
    if above is None or grammar.relation(name) != "nmod" or grammar.preposition(name) not in ("in", "from", "at"):
        return None
    simple = verb.i - above.i <= 4 and all(token.pos_ in ("ADP", "PROPN") for token in verb.doc[above.i + 1 : verb.i])
    return above if simple and above.tag_ == "NNS" and _is_subject_of(above, verb) else None


def _is_subject_of(subject: Token, verb: Token) -> bool:
    """True for the one subject of a verb's clause; a parse that sees two is in doubt."""
    predicate = verb.head if grammar.relation(verb) in ("aux", "aux:pass", "cop") else verb
    if [c.i for c in predicate.children if grammar.relation(c) in ("nsubj", "nsubj:pass")] != [subject.i]:
        return False
    return not any(grammar.relation(child) in ("conj", "cc") for child in subject.children)


def _is_unreal(subject: Token) -> bool:
    """True after "if" or "wish" ("if he were"), and behind an auxiliary ("did it have", "should it do")."""
    start = subject.subtree[0]
    if start.i > subject.sent.start and start.nbor(-1).tag_ == "MD":
        return True
    return any(token.lower_ in _UNREAL for token in subject.doc[max(subject.sent.start, subject.i - 4) : subject.i])
