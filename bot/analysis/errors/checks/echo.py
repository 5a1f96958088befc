"""A word that comes back a few words later, as the end of another way to put it: "has said has", "rose up rose"."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Doc, Token

_FARTHEST = 4
_AUXILIARIES = word_set("has have had is are was were will would can could should must may might does did been be")
_ADVERBS = word_set("yet before after again only now still never already first until since also ever soon just once")
_LINKS = word_set("and or but nor than as by upon after for to against with versus v if because though when while")
_TWICE_FINE = word_set("that her his its their the one ones thing things way time times people year years day days")


@check("wording.echo", "Word that comes back too soon", severity="minor", confidence=0.75)
def echo(copy: Copy) -> Iterator[Finding]:
    """The same word twice within five, where nothing between asks for it again."""
    for doc in copy.docs:
        for first, second in (*_pairs(doc), *_two_forms(doc)):
            if doc is copy.body and copy.is_quoted(first.idx):
                continue
            if second.i == first.i + 1 or _is_echo(first, second):
                yield Finding(
                    copy.of(doc[first.i : second.i + 1]),
                    f"Possible slip: “{second.text}” stands twice within a few words. Check whether one should go.",
                )


def _pairs(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """The nearest two of one word that stand in small letters two to four words apart in one sentence."""
    seen: dict[str, int] = {}
    for at, word in enumerate(token.lower_ for token in doc):
        before = seen.get(word)
        seen[word] = at
        if before is None or not 2 <= at - before <= _FARTHEST or not word.isalpha() or len(word) < _SHORTEST:
            continue
        first, second = doc[before], doc[at]
        if (
            second.text.islower()
            and first.sent.start == second.sent.start
            and not any(token.is_punct or token.is_quote for token in doc[before:at])
        ):
            yield first, second


_SHORTEST = 2


def _two_forms(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """A past and the participle of the same verb behind it: "took taking"."""
    for at, tag in enumerate([token.tag_ for token in doc[1:]] if len(doc) else (), 1):
        first = doc[at - 1]
        same = tag == "VBG" and first.tag_ in ("VBD", "VBZ", "VBP") and first.lemma_ == doc[at].lemma_
        if same and first.pos_ == "VERB" and first.lemma_ not in _TWO_FORMS_FINE:
            yield first, doc[at]


_TWO_FORMS_FINE = word_set("be have keep start stop")


def _is_echo(first: Token, second: Token) -> bool:
    between = list(first.doc[first.i + 1 : second.i])
    if _is_other_way(first, second, between):
        return True
    if any(t.lower_ in _LINKS or t.tag_ in ("WP", "WDT", "WRB", "WP$", "CC") for t in between):
        return second.lower_ == "after" and len(between) == 1 and between[0].tag_ == "DT"
    if second.lower_ in _AUXILIARIES:
        verb = len(between) == 1 and between[0].pos_ in ("VERB", "ADV") and between[0].tag_ != "VBG"
        return verb and first.tag_ == second.tag_ and not _is_subordinate(first)
    if second.lower_ in _ADVERBS:
        return len(between) == 1 and between[0].pos_ in ("VERB", "ADV", "NUM", "DET", "ADJ")
    named = bool(first.ent_type_ or second.ent_type_)
    if second.lower_ in _TWICE_FINE or len(second) < _LEAST_LETTERS or named:
        return False
    return _is_verb_again(first, second, between) or _is_noun_again(first, second, between)


def _is_verb_again(first: Token, second: Token, between: list[Token]) -> bool:
    """True for "rose up rose" and "produced have produced"."""
    free = not any(t.tag_ in ("PRP", "EX") or t.lower_ == "that" for t in between)
    return free and first.tag_[:2] == second.tag_[:2] == "VB" and not _is_subordinate(second)


_LEAST_LETTERS = 3


def _is_other_way(first: Token, second: Token, between: list[Token]) -> bool:
    """True for "pass the bill to pass" and "cattle were the cattle were": the same said in another order."""
    if second.tag_ == "VB" and between[-1].lower_ == "to" and len(between) > 1:
        return (
            first.tag_ == "VB"
            and second.pos_ == "VERB"
            and not any(t.tag_ in ("IN", "CC") or t.pos_ in ("VERB", "AUX") for t in between)
        )
    if first.i == first.sent.start or any(t.tag_ in ("CC", "CD") or t.lower_ == "than" for t in between):
        return False  # "from 6 per cent to 19 per cent"
    before, again = first.nbor(-1), second.nbor(-1)
    return before.lower_ == again.lower_ and before.pos_ == "NOUN" and first.pos_ in ("VERB", "AUX", "NOUN")


def _is_noun_again(first: Token, second: Token, between: list[Token]) -> bool:
    """True for "a warning a formal warning" and "villages can villages", not for "from bank to bank"."""
    if first.pos_ != second.pos_ or second.pos_ not in ("NOUN", "ADJ"):
        return False
    if all(t.pos_ in ("DET", "ADJ", "NUM") for t in between):
        return any(t.pos_ == "DET" for t in between)
    return len(between) == 1 and between[0].tag_ == "MD"


def _is_subordinate(verb: Token) -> bool:
    """True for a clause at whose end another verb may stand: "what it had done had shocked them"."""
    predicate = verb.head if verb.pos_ == "AUX" and verb.dep_ in ("aux", "aux:pass", "cop") else verb
    above = {predicate.dep_, predicate.head.dep_}
    return bool(above & {"acl:relcl", "acl", "csubj", "csubj:pass", "advcl", "csubj:outer"}) or grammar.is_question(
        verb
    )
