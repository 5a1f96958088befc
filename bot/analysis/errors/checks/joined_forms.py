"""Two verbs of one subject joined in forms that do not match: "they ate less and giving birth to smaller calves"."""

from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.clauses import SHARES
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_participle_only
from bot.language import grammar
from bot.language.tokens import Token

_TAKES_GERUND = word_set(
    "deny admit include involve mean enjoy stop suggest consider avoid risk face begin start continue keep like love "
    "hate prefer regret recall remember practise practice recommend discuss cover require need favour favor oppose "
    "support ban allow prohibit mention describe report forbid go come spend be see hear watch feel find catch leave "
    "offer propose entail justify resist encourage permit advise urge imagine miss mind allege concern try deserve "
    "teach learn study love prevent tolerate discontinue finish quit resume stand sit lie remain get do have"
)
"""Verbs behind which "and …ing" may join an object, a complement or a second participle."""


@check("grammar.joined-forms", "Joined verbs of different form", severity="minor", confidence=0.7)
def joined_forms(copy: Copy) -> Iterator[Finding]:
    """ "and" with an "-ing" form behind it, where the verb before it is finite and no other "-ing" form stands."""
    for second in copy.words.tagged("VBG"):
        first = second.head
        if grammar.relation(second) != "conj" or first.tag_ not in ("VBD", "VBZ") or not first.i < second.i - 1:
            continue
        join = second.nbor(-1)
        if join.lower_ != "and" or join.nbor(-1).text == "," or copy.is_quoted(second.idx):
            continue
        if first.lemma_.lower() in _TAKES_GERUND or grammar.auxiliaries(second) or _is_rivalled(first, second):
            continue
        stretch = copy.body[first.i : second.i + 1]
        shown = stretch if len(stretch) <= _LONGEST else copy.body[join.i : second.i + 1]
        yield Finding(
            copy.of(shown),
            f"Possible slip: “{first.text}” and “{second.text}” are joined and differ in form. Check the verbs.",
        )

    for second in copy.words.tagged("VBD", "VBN"):
        first = second.head
        if grammar.relation(second) == "conj" and _is_lone_participle(first, second) and not copy.is_quoted(second.idx):
            yield Finding(
                copy.of(copy.body[second.i - 1 : second.i + 1]),
                f"Possible slip: “{second.text}” is joined to “{first.text}” and has no auxiliary. Check the verbs.",
                evidence=(copy.of(first),),
            )


def _is_lone_participle(first: Token, second: Token) -> bool:
    """True for "broke in and taken jewelry": a form that is only a participle, behind "and" and a plain past."""
    if first.tag_ != "VBD" or not is_participle_only(second.lower_):
        return False
    plain = first.lower_ in forms().pasts and not grammar.auxiliaries(first) and not grammar.auxiliaries(second)
    joined = second.nbor(-1).lower_ in ("and", "or") and second.i + 1 < len(second.doc)
    after = second.nbor().tag_ if joined else ""
    told = after in ("DT", "PRP$", "PRP", "NNP", "CD", "RP") or (second.lower_ in _NO_ADJECTIVES and after[:2] == "NN")
    return plain and told


_NO_ADJECTIVES = frozenset({"taken", "given", "seen", "gotten", "begun", "eaten"})
"""Participles that hardly stand before a noun, as the second of "shut doors and drawn blinds" does."""


_LONGEST = 8


def _is_rivalled(first: Token, second: Token) -> bool:
    """True when another word of the sentence may be the one that the "-ing" form is joined to."""
    if second.i + 1 < len(second.doc) and second.nbor().tag_ in ("NN", "NNS"):
        return True  # "dug with shovels and cooking pots"
    if any(one.text == "," and two.lower_ in SHARES for one, two in pairwise(first.doc[first.i : second.i])):
        return True  # "The crew shrank by 30, most of them old and leaving by choice"
    before = first.doc[first.sent.start : second.i - 1]
    return any(token.tag_ == "VBG" or (token.i > first.i and token.lower_.endswith("ing")) for token in before)
