"""Two sentences that a mere comma joins, or nothing."""

from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.antecedents import is_human
from bot.analysis.errors.clauses import (
    FINITE,
    RELATIVE,
    SHARES,
    SPEECH,
    breaks_off_relative,
    has_complement,
    has_own_object,
    is_aside,
    is_finite,
    is_tag,
    is_whole,
    opening,
    subject_before,
)
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Token


@check("grammar.comma-splice", "Two sentences joined by nothing or a mere comma", severity="minor", confidence=0.65)
def comma_splice(copy: Copy) -> Iterator[Finding]:
    """Two whole clauses side by side that no conjunction, mark or verb of saying joins."""
    for verb in copy.words.tokens:
        seam = _seam(verb)
        if seam is None or copy.is_quoted(seam.idx) or copy.is_quoted(verb.idx):
            continue
        if _is_headline(verb) or _names_speaker(seam) or _follows_unit(seam) or _is_point_in_time(seam):
            continue
        if _is_rest(seam) or _is_row(seam) or _follows_letter(verb, seam):
            continue
        start = _last_of_first(seam).i if not _is_pronoun_first(verb.head, seam) else seam.sent.start
        yield Finding(
            copy.of(copy.body[start : seam.i + 1]),
            f"Possibly two sentences in one: a new one seems to begin at “{seam.text}”. "
            "Check for a lost stop or conjunction.",
        )


def _follows_unit(seam: Token) -> bool:
    """True behind "3:42 a.m." and "£15m.", whose stop may end the sentence as well."""
    return seam.i > 0 and seam.nbor(-1).lower_ in _UNITS


_UNITS = frozenset({"a.m.", "p.m.", "a.m", "p.m", "m.", "bn.", "tn.", "k."})


def _follows_letter(verb: Token, seam: Token) -> bool:
    """True where a letter with a stop before the second clause may end the sentence: "top of Group D. Captain Lund"."""
    mine = subject_before(verb)
    stretch = verb.doc[max(seam.i - 1, 0) : mine.i if mine is not None else seam.i]
    return any(_is_letter(token) and token.nbor().text[0].isupper() for token in stretch)


def _is_letter(token: Token) -> bool:
    return len(token.text) == len("D.") and token.text[0].isupper() and token.text[1] == "."


def _is_rest(seam: Token) -> bool:
    """True for "the county gave £6m and two firms the other £3m", where a verb is left out."""
    behind = seam.doc[seam.i + 1 : seam.i + 3]
    left_over = len(behind) > 1 and behind[0].lower_ in ("other", "remaining", "last")
    return seam.lower_ == "the" and left_over and (behind[1].tag_ == "CD" or behind[1].is_currency)


def _is_row(seam: Token) -> bool:
    """True for "35 ended in a conviction, four were dropped and two await a hearing": parts told in a row."""
    after = seam.doc[seam.i + 1 : seam.sent.end]
    return seam.tag_ == "CD" and any(one.lower_ == "and" and two.tag_ == "CD" for one, two in pairwise(after))


def _is_headline(verb: Token) -> bool:
    """True in a line without a stop, such as a standfirst: "Swede wins on the pass, Dutch leader drops to fifth"."""
    last = next((token for token in reversed(verb.sent) if not token.is_space), verb)
    return not last.is_punct


def _is_point_in_time(seam: Token) -> bool:
    """True for "born in 1947, the year a flood carried the kitchen away"."""
    after = seam.nbor() if seam.i + 1 < len(seam.doc) else seam
    return seam.lower_ == "the" and after.lower_ in _POINTS and seam.nbor(-1).text == ","


_POINTS = word_set("year month week day night morning afternoon evening hour moment minute summer winter spring season")


def _names_speaker(seam: Token) -> bool:
    """True for "…, it said on Wednesday" and "…, the ministry reported": words that say whose the sentence is."""
    following = seam.doc[seam.i + 1 : seam.i + 5]
    verb = next((token for token in following if token.tag_ in FINITE), None)
    return seam.nbor(-1).text == "," and verb is not None and verb.lemma_.lower() in SPEECH and not _tells(verb)


def _tells(verb: Token) -> bool:
    """True for "officials said the heat had caused it": what is said has a subject and a verb right behind."""
    said = [c for c in verb.children if grammar.relation(c) == "ccomp" and c.i > verb.i and is_finite(c)]
    mine = subject_before(said[-1]) if said else None
    return mine is not None and mine.subtree[0].i - verb.i in (1, 2) and verb.nbor().tag_ in _OPENS_CLAUSE


_OPENS_CLAUSE = frozenset({"DT", "PRP$", "PRP", "IN", "NNS", "EX"})


def _is_pronoun_first(first: Token, seam: Token) -> bool:
    """True for "She had lost the first set, the Scot won": the slip may be in the opening, which names nobody."""
    mine = subject_before(first)
    opens = mine is not None and mine.tag_ == "PRP" and mine.i == seam.sent.start
    return opens and seam.tag_ != "PRP" and seam.i - seam.sent.start < _SHORT


_SHORT = 22


def _last_of_first(seam: Token) -> Token:
    """The word before the seam, or before the short phrase there that may belong to either clause ("in winter")."""
    last = seam.nbor(-2) if seam.nbor(-1).text == "," else seam.nbor(-1)
    phrase = last.subtree[0]
    is_phrase = grammar.relation(last) == "obl" and seam.nbor(-1) == last and phrase.i > last.sent.start + 1
    return phrase.nbor(-1) if is_phrase else last


def _seam(verb: Token) -> Token | None:
    """The first word of the second of two clauses that nothing joins; None for any other verb."""
    how = grammar.relation(verb)
    if how == "parataxis":
        return _beside(verb)
    if how == "xcomp":
        return _object_as_subject(verb)
    if verb.lemma_.lower() in _SAYING:
        return _told_twice(verb)
    return None


def _beside(verb: Token) -> Token | None:
    """ "They will run it themselves volunteers will open up"; "Some bought vans, plumbers stayed with diesel"."""
    first, seam = verb.head, opening(verb)
    mine = subject_before(verb)
    if mine is None or mine.lower_ == "one" or any(aux.i < mine.i for aux in grammar.auxiliaries(verb)):
        return None
    if any(grammar.relation(child) == "advcl" and child.i < mine.i for child in verb.children):
        seam = mine.subtree[0]
    if not first.i < seam.i or not is_whole(verb) or not is_whole(first) or seam.i < first.sent.start + 3:
        return None
    if _is_aside(verb) or _is_joined(verb, seam) or grammar.is_question(first) or _is_introduced(first):
        return None
    before = seam.nbor(-1)
    spliced = before.text == ","
    if (
        not spliced
        and mine.tag_ == "PRP"
        and before.pos_ in ("NOUN", "PROPN", "PRON")
        and not (has_own_object(mine, verb) or (grammar.is_passive(verb) and not _has_open_infinitive(verb)))
    ):
        return None
    if not spliced and (before.is_punct or before.lower_ in _LEADS_ON or first.lemma_.lower() in SPEECH):
        return None
    return None if spliced and (_is_balanced(first, verb) or _is_no_clause(mine, verb)) else seam


def _is_contact_clause(subject: Token, verb: Token) -> bool:
    """True for "at 6 a.m., at the end of the shift she has worked": the clause describes the noun it stands beside."""
    before = subject.nbor(-1) if subject.i else subject
    objects = [c for c in verb.children if grammar.relation(c) == "obj"]
    fronted = len(objects) == 1 and objects[0].i < subject.i  # not "sold it, at the end of the war it sailed"
    until_now = any(t.lower_ in ("has", "have") for t in grammar.auxiliaries(verb))
    open_ended = until_now and not any(c.i > verb.i and not c.is_punct and not c.ent_type_ for c in verb.children)
    return (fronted or open_ended) and opening(verb).tag_ == "IN" and subject.tag_ == "PRP" and before.pos_ == "NOUN"


def _is_aside(verb: Token) -> bool:
    """True for "officials said" and "surgeons told a meeting": words that name the speaker of others."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if grammar.is_negated(verb) and after.tag_ in ("WRB", "WP", "WDT"):
        return False  # "he could not say when the others would follow"
    if is_tag(verb) or any(_tells_nothing(child) for child in verb.children):
        return True
    said = any(grammar.relation(child) in ("ccomp", "xcomp") and child.i > verb.i for child in verb.children)
    return verb.lemma_.lower() in SPEECH and (after.is_punct or not said)


def _tells_nothing(verb: Token) -> bool:
    """True for the infinitive of "its lawyers were at pains to say": what they say stands elsewhere."""
    ends = verb.i + 1 < len(verb.doc) and verb.nbor().is_punct and not has_complement(verb)
    ends = ends and verb.head.lemma_.lower() not in _KEEPING_QUIET
    return ends and verb.tag_ == "VB" and verb.lemma_.lower() in SPEECH and grammar.relation(verb) in ("xcomp", "acl")


_KEEPING_QUIET = word_set("decline refuse fail")
"""Who "declined to explain" has said nothing that could stand before."""


def _has_open_infinitive(verb: Token) -> bool:
    """True for "the 520 million it is expected to cost": the noun before is what the infinitive lacks."""
    below = next((c for c in verb.children if grammar.relation(c) == "xcomp" and c.tag_ == "VB"), None)
    return below is not None and not any(grammar.relation(c) in ("obj", "ccomp", "xcomp") for c in below.children)


def _is_no_clause(subject: Token, verb: Token) -> bool:
    """True where noun and verb may be no clause of the sentence's row: an absolute phrase, an apposition, an aside."""
    if _is_contact_clause(subject, verb):
        return True
    return _is_absolute(verb, subject) or _is_cut_by_clause(subject, verb) or _is_between_commas(subject, verb)


def _is_between_commas(subject: Token, verb: Token) -> bool:
    """True for "He had agreed, it emerged later, to pass it on": two commas, and the first clause goes on."""
    comma = next((t for t in verb.doc[verb.i : verb.sent.end] if t.text == ","), None)
    if comma is None or comma.i - subject.i > _SHORT_ASIDE or comma.i + 1 >= len(verb.doc):
        return False
    # "The driver was held, he confessed, and had been fined": the first clause goes on in its own tense
    goes_on = comma.nbor().tag_ == "CC" and comma.i + 2 < len(comma.doc) and comma.nbor(2).lower_ in _OF_BEFORE
    goes_on = goes_on and any(t.lower_ in _OF_BEFORE for t in grammar.auxiliaries(verb.head))
    return is_aside(subject) and (goes_on or comma.nbor().tag_ in ("TO", "VBG", "VBN", "IN"))


_SHORT_ASIDE = 4
_OF_BEFORE = frozenset({"had", "’d", "'d"})


def _is_absolute(verb: Token, subject: Token) -> bool:
    """True for "her umbrella held over her head" and "each of them paid for a month": the verb may be a participle."""
    if verb.tag_ != "VBD" or verb.lower_ not in forms().participles or grammar.auxiliaries(verb):
        return False
    if opening(verb).nbor(-1).text != "," or any(grammar.relation(c) == "obj" for c in verb.children):
        return False
    if verb.lemma_.lower() in _TAKE_NO_OBJECT or (opening(verb).tag_ == "PRP$" and is_human(subject)):
        return False  # "…, two of them died", "…, their coach resigned"
    shared = any(c.tag_ == "PRP" and grammar.relation(c) == "nmod" for c in subject.children)
    return subject.i < verb.i and (opening(verb).tag_ == "PRP$" or (shared and subject.lower_ in SHARES))


_TAKE_NO_OBJECT = word_set(
    "die resign escape protest survive arrive fall drop rise jump slump soar plunge tumble climb collapse crash emerge "
    "appear disappear vanish happen occur go come remain stay agree react respond vote retire fail struggle arise "
    "depart erupt explode fade flee live rally recover reside sleep succeed surge suffer travel wait work "
    "plead head walk"
)


def _is_cut_by_clause(subject: Token, verb: Token) -> bool:
    """True where a clause opens between a noun and its verb, as if the noun only told of what stands before.

    "Profit fell to 310m, a drop of three quarters, while revenue, helped by the dollar, slipped".
    """
    between = verb.doc[subject.i + 1 : verb.i]
    return any(one.text == "," and two.lower_ in _INTRODUCING for one, two in pairwise(between))


def _is_introduced(first: Token) -> bool:
    """True when a conjunction before a clause may make it part of another that the parse has lost."""
    return any((t.lower_ in _INTRODUCING and t.i < first.i) or t.text in ("let's", "let’s") for t in first.sent)


_INTRODUCING = word_set("although though while if when given since because unless until after before once as")


def _is_joined(verb: Token, seam: Token) -> bool:
    """True when a word or a mark joins a clause to what stands before."""
    if any(grammar.relation(child) in ("cc", "mark") for child in verb.children) or seam.lower_ in _JOINING:
        return True
    if any(token.tag_ in RELATIVE for token in verb.doc[seam.i : verb.i]):
        return True
    if breaks_off_relative(verb.doc[verb.head.i : seam.i]):
        return True
    return any(token.text in _MARKS for token in verb.doc[verb.head.i : verb.i])


def _is_balanced(first: Token, second: Token) -> bool:
    """True for clauses that a comma may part: "some left, others stayed"; "it is no rule, it is a habit"."""
    mine, theirs = subject_before(first), subject_before(second)
    if mine is None or theirs is None:
        return True
    start = theirs.subtree[0].i
    negated = grammar.is_negated(first) or any(c.lower_ in _NEGATIVE for c in first.subtree if c.i < start)
    if negated and (theirs.tag_ == "PRP" and (mine.tag_ == "PRP" or grammar.auxiliaries(second)[:1] == [])):
        return True
    if _ends_list(first, second):
        return True
    pair = {token.lower_ for token in second.subtree} & _CONTRASTS
    if start - first.sent.start > _LONG_CLAUSE:
        return bool(pair)
    more = sum(grammar.relation(child) in ("parataxis", "conj") for child in (*first.children, *second.children)) > 1
    return mine.lower_ == theirs.lower_ or bool(pair) or more or first.lemma_ == second.lemma_


def _ends_list(first: Token, second: Token) -> bool:
    """True for "19 moved, 16 are building and 12 sold up": a third clause with a subject of its own after "and"."""
    later = [c for c in (*first.children, *second.children) if grammar.relation(c) == "conj" and c.i > second.i]
    return any(is_whole(c) and any(grammar.relation(j) == "cc" for j in c.children) for c in later)


_LONG_CLAUSE = 7


def _object_as_subject(verb: Token) -> Token | None:
    """ "was told to stop the engineer covered his desk": a finite verb that the object before it is the subject of."""
    above = verb.head
    if verb.tag_ != "VBD" or not above.i < verb.i or grammar.auxiliaries(verb) or verb.i + 1 >= len(verb.doc):
        return None
    thing = next((c for c in above.children if grammar.relation(c) == "obj" and above.i < c.i < verb.i), None)
    after = verb.nbor()
    if thing is None or thing.i != verb.i - 1 or after.tag_ not in ("DT", "PRP$", "PRP") or above.lemma_ in _CAUSING:
        return None
    first = thing.subtree[0]
    return first if first.i > above.i else None


def _told_twice(verb: Token) -> Token | None:
    """ "He had won, he said his legs hurt": something said on both sides of a verb of saying."""
    said = [child for child in verb.children if grammar.relation(child) == "ccomp"]
    mine = subject_before(verb)
    if len(said) < 2 or mine is None or not is_finite(verb) or not said[0].i < mine.i or not said[-1].i > verb.i:
        return None
    seam = mine.subtree[0]
    whole = is_whole(said[0]) and is_finite(said[-1]) and not any(c.dep_ == "mark" for c in said[0].children)
    if not whole or seam.i == 0 or seam.nbor(-1).text != "," or verb.i + 1 >= len(verb.doc):
        return None
    after = verb.nbor()
    if after.text == "," and is_whole(said[-1]) and not any(c.dep_ in ("mark", "cc") for c in said[-1].children):
        return opening(said[-1])
    return None if after.text in (",", ":", ";") else seam


_SAYING = frozenset({"say", "tell", "add", "announce", "claim", "insist", "admit", "argue", "warn"})
_MARKS = frozenset({":", ";", "—", "–", "-", "(", ")", "“", "”", '"', "‘", "[", "/", "|", "•", "…", "..."})
_JOINING = word_set(
    "so yet then nor only plus thus hence still and but or for because while when if though although as like than "
    "please ok okay yes no well oh let see thank thanks sorry remember that which who where what whether how why the "
    "more less otherwise however whatever whoever whichever"
) - frozenset({"the", "no", "still"})
_LEADS_ON = word_set("that which who whom whose if as than when where why how what whether because so but and or the a")
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nothing", "nobody", "none", "hardly"})
_CONTRASTS = word_set("other others another latter former rest second third remainder instead too either more rather")
_CAUSING = word_set("make let have help see hear watch feel get find keep leave want")
