"""Verb forms that cannot stand where they stand: "will voted", "has been approve", "there is many"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.clauses import ends_ellipsis, ends_whether
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_base_only, is_inflected, is_past_only
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import FieldName

_MODALS = frozenset({"will", "would", "can", "could", "shall", "should", "must", "might", "may"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_DO = frozenset({"do", "does", "did"})
_AUXILIARIES = _MODALS | _HAVE | _BE | _DO | {"to"}
_DEGREES = frozenset({"more", "most", "less", "least"})
_BETWEEN = frozenset(
    {"not", "n’t", "n't", "also", "never", "already", "just", "now", "then", "ever", "recently", "still"}
)
_BASES_AND_NOUNS = word_set(
    "approve sign elect arrest kill injure decide require accuse convict detain reject adopt include suspect remove "
    "reduce introduce create destroy invite oblige prevent search murder attack wound build plan force use name"
)
_NOUN = r"(?:[a-z]+ )?[a-z]+s"
_RULES: tuple[tuple[str, str], ...] = (
    (
        r"\bas (?!rather\b|other\b|more\b|less\b|fewer\b|[a-z]+er\b|such\b|worse\b)[a-z]+ than (?=[a-z])(?!as\b)",
        "“as” goes with “as”",
    ),
    (r"\b(?:[Nn]ot )?(?:[a-z]{3,}er|more|less|fewer) as than\b", "“as” and “than” collide"),
    (
        r"\b[Tt]here (?:is|was) at least (?:two|three|four|five|six|seven|eight|nine|ten|a dozen|[2-9]|\d\d+) "
        r"(?!per\b|percent\b)[a-z]+s\b",
        "the noun is plural",
    ),
    (
        r"(?:\A|(?<=\n)|(?<=[.!?] )|(?<=“))Had (?:the |a |an |his |her |its |their )?[A-Za-z’-]+ (?:not )?"
        r"(?:be|have|take|took|go|went|slip|wait|give|gave|know|knew|see|saw|do|did|fall|fell|break|broke|wrote|write|drive"
        r"|drove|choose|chose|speak|spoke|grow|grew|eat|ate|rise|rose|begin|began|fail|stop|act|sign|agree|work|play) "
        r"(?=[a-z])",
        "“had” takes the participle",
    ),
    (
        r"(?<=[a-z]ed and )(?:a|an) [a-z]+ were(?= [a-z]+(?:ed|ing|en|t)?\b)|"
        r"(?:(?<=[.!?] )|(?<=\n)|(?<=, and )|(?<=, but ))(?:A|An|a|an|[Ee]very|[Ee]ach) "
        r"(?!few|lot|number|couple|dozen|hundred|thousand|million|handful|majority|total|series|group|range|variety"
        r"|minority|pair|team|crowd|host|half|third|quarter|great|further|good|record|little)[a-z]+ were\b",
        "the subject is singular",
    ),
    (
        r"(?<![-‑–])\b(?<!hundred and )(?:[Ee]ach|[Oo]ne) of (?:the|these|those|his|her|their|its) "
        + _NOUN
        + r" (?:have|are|were)\b",
        "“one” and “each” are singular",
    ),
    (r"\b[Tt]he number of " + _NOUN + r" (?:have|are|were)\b", "“the number” is singular"),
    (
        r"\b[Tt]here (?:is|was|has been) (?:many|several|few|two|three|four|five|six|numerous|[2-9]|\d\d+)\b",
        "the noun is plural",
    ),
    (
        r"\b(?:[Hh]ardly|[Ss]carcely|[Bb]arely) (?:no one|nobody|nothing|never|no|none|not|nowhere)\b",
        "two negatives meet",
    ),
    (
        r"\b[Bb]etween (?:he|she|they|we|I) and\b|\bbetween [A-Z]\w+ and (?:he|she|they|we|I)[.,]",
        "it is “him”, “her”, “them”",
    ),
    (
        r"(?:(?<=[.!?] )|(?<=\n))(?:Him|Them|Us|Me) (?:was|were|is|are|has|have|had|said|told|will)\b",
        "it is “he”, “they”",
    ),
    (
        r"(?:(?<=[.,;] )|(?<=\n)|(?<=\bthat )|(?<=\bsaid ))(?:[Ee]veryone|[Ee]verybody|[Nn]obody|[Ss]omeone|[Ss]omebody"
        r"|[Ee]verything|[Nn]othing|[Ss]omething|[Nn]o one) (?:are|were|have)\b",
        "the subject is singular",
    ),
    (
        r"\b[Tt]here (?:are|were) (?:an?|one) (?!(?:lot|number|few|couple|dozen|hundred|thousand|million|billion|range"
        r"|variety|handful|series|total|further|great|good|host|bunch|pair|half|quarter|third|or|to|of|in|growing"
        r"|large|small|wide|huge|limited|record|estimated|additional|wealth|plethora|mix|set|group)\b)"
        r"[a-z]+(?![^.!?]* and\b)",
        "the noun is singular",
    ),
    (
        r"\b(?:informations|advices|furnitures|equipments|luggages|an (?:information|advice|evidence))\b",
        "the noun has no plural",
    ),
)
_PATTERNS = tuple((re.compile(pattern), why) for pattern, why in _RULES)
_SAID_WOULD = re.compile(r"\b(?:said|announced|warned) (?:would|could|might|will)\b")
_GAP = re.compile(r"\b(?:who|whom|which|that|what|whoever|whatever|where|he|it|they|she)\b|,[^,]*$", re.IGNORECASE)
_PARTICIPLE = "the participle belongs here"


@check("grammar.verb-form", "Verb form out of place", severity="major", confidence=0.75)
def verb_form(copy: Copy) -> Iterator[Finding]:
    """What stands behind modals, "have", "be" and "do"; quantifiers; "said would" without a subject."""
    yield from _fixed_forms(copy)
    for words in copy.all_words:
        doc = words.doc
        for auxiliary in words.spelt(_AUXILIARIES | _DEGREES):
            if auxiliary.i + 1 == len(doc):
                continue
            if (degree := _twice_compared(auxiliary)) is not None:
                yield Finding(
                    copy.of(degree), f"Possible slip in “{degree.text}”: the degree is marked twice. Check it."
                )
            verb = _behind(auxiliary)
            if verb is None or not verb.text.islower():
                continue
            misfit = _misfit(auxiliary, verb) or _past_behind_to(auxiliary, verb)
            if misfit is not None:
                stretch = doc[auxiliary.i : verb.i + 1]
                yield Finding(copy.of(stretch), f"Possible slip in “{stretch.text}”: {misfit}. Check the sentence.")
        for spent in words.spelt(_SPENDING):
            if (infinitive := _infinitive_of_time_spent(spent)) is not None:
                yield Finding(
                    copy.of(doc[infinitive.i - 1 : infinitive.i + 1]),
                    f"Possible slip in “to {infinitive.text}”: time is spent “…ing”. Check the sentence.",
                    evidence=(copy.of(spent),),
                )
    for match in find_all(_SAID_WOULD, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        before = copy.text[span.sent.start_char : match.start()] if span is not None else "which"
        if not _GAP.search(before) and not copy.is_quoted(match.start()):
            yield Finding(
                copy.span(*match.span()),
                f"Possibly a lost word: “{match.group()}” lacks a subject. Check who or what.",
                confidence=0.65,
            )


def _fixed_forms(copy: Copy) -> Iterator[Finding]:
    for pattern, why in _PATTERNS:
        for match, field in copy.matches(pattern):
            if not _is_first_half(copy, match, field):
                yield Finding(
                    copy.span(*match.span(), field),
                    f"Possible slip in “{match.group()}”: {why}. Check the sentence.",
                )


def _is_first_half(copy: Copy, match: re.Match[str], field: FieldName) -> bool:
    """True for "an advice line": the article belongs to the noun behind."""
    noun = copy.last_word(match, field) if match[0].startswith("an ") else None
    return noun is not None and grammar.relation(noun) == "compound" and noun.head.i > noun.i


_SPENDING = frozenset({"spend", "spends", "spent"})
_TIMES = word_set(
    "minute hour day night evening morning afternoon week weekend fortnight month year decade summer winter season "
    "career life lifetime lunchtime time"
)


def _infinitive_of_time_spent(spent: Token) -> Token | None:
    """ "spent a fortnight to teach them": the infinitive right behind a time that is the object of "spend"."""
    time = next((c for c in spent.children if c.i > spent.i and c.lemma_.lower() in _TIMES), None)
    if time is None or time.i + 2 >= len(time.doc) or time.nbor().lower_ != "to" or time.nbor(2).tag_ != "VB":
        return None
    verb = time.nbor(2)
    return verb if spent.pos_ == "VERB" and verb.head.i == spent.i and spent.i < time.i else None


def _behind(auxiliary: Token) -> Token | None:
    """The word behind an auxiliary, "not" and the like passed over; None when there is none in reach."""
    if auxiliary.text not in _AUXILIARIES or auxiliary.i == auxiliary.sent.start:
        return None
    if auxiliary.nbor(-1).text in ("-", "did", "do", "does"):
        return None  # "the mother-to-be wore white", "all he did was ask"
    after = auxiliary.doc[auxiliary.i + 1].lower_ if auxiliary.i + 1 < len(auxiliary.doc) else ""
    if auxiliary.nbor(-1).text == "done" and auxiliary.lower_ in ("is", "was") and after in forms().bases:
        return None  # "what it has not done is ask"
    word = auxiliary
    for _ in range(3):
        if word.i + 1 >= len(word.doc) or (word != auxiliary and word.lower_ not in _BETWEEN):
            break
        word = word.nbor()
    return (
        word if word != auxiliary and word.lower_ not in _BETWEEN and word.sent.start == auxiliary.sent.start else None
    )


def _twice_compared(word: Token) -> DocSpan | None:
    """ "more heavier", "most cheapest": a comparative or superlative with a word that says the same."""
    after = word.nbor()
    if word.lower_ not in _DEGREES or after.tag_ not in ("JJR", "JJS", "RBR", "RBS"):
        return None
    ending = "er" if word.lower_ in ("more", "less") else "est"
    doubled = after.lower_.endswith(ending) or after.lower_ in ("better", "worse", "best", "worst")
    return word.doc[word.i : after.i + 1] if doubled and word.head.i == after.i and after.is_alpha else None


def _lacks_participle(auxiliary: Token, verb: Token) -> bool:
    """True for "has not play" and "should have win": a base, also one that may be a noun, where a parse has a verb."""
    word = verb.lower_
    if grammar.relation(verb) == "xcomp" and verb.head.i == auxiliary.i == verb.i - 1:
        return verb.tag_ == "VB" and word in forms().bases and word not in forms().participles
    if grammar.relation(auxiliary) != "aux" or auxiliary.head.i != verb.i or verb.pos_ != "VERB":
        return False
    if word in ("hid", "forgot", "bit", "shook", "overtook", "undertook", "withdrew", "mistook", "foresaw"):
        return True
    listed = word in forms().bases or word in forms().thirds
    return listed and verb.tag_.startswith("VB") and word not in forms().participles


def _misfit(auxiliary: Token, verb: Token) -> str | None:
    """Why a verb form cannot stand behind an auxiliary; None when it can, or when it may be no verb."""
    first, word = auxiliary.text, verb.lower_
    adjacent = verb.i == auxiliary.i + 1
    if first in _MODALS and auxiliary.tag_ == "MD" and (why := _misfit_of_modal(auxiliary, verb, adjacent)) is not None:
        return why
    if first in _BE and word == "been" and first not in ("been", "being"):
        return "“been” goes with “have”"
    if first in _HAVE and _lacks_participle(auxiliary, verb):
        return _PARTICIPLE
    bare = first == "been" and verb.tag_ == "VB" and word in forms().bases and word not in forms().participles
    unfit = is_base_only(word) or (is_past_only(word) and not (_is_penniless(verb) or _is_no_verb(verb))) or bare
    if (first in _HAVE and unfit and not _is_causative(auxiliary, verb)) or (
        first in _BE and (unfit or _is_bare(word, verb))
    ):
        return _PARTICIPLE
    negated = verb.i > auxiliary.i + 1 or verb.nbor(-1).lower_ in ("n’t", "n't")
    if first in _DO and negated and is_inflected(word) and verb.tag_ in ("VBD", "VBZ", "VBN") and not _modifies(verb):
        return "“do” takes the infinitive"
    return None


def _is_penniless(verb: Token) -> bool:
    """True for "the owner was broke"; "was broke by" is a slip."""
    return verb.lower_ == "broke" and (_ends(verb) or verb.nbor().tag_ not in ("DT", "IN", "RP"))


def _is_no_verb(word: Token) -> bool:
    """True for a noun that only looks like a past, before a mark or at the end: "It was clove, faint but sure"."""
    return not word.tag_.startswith("VB") and (_ends(word) or word.nbor().is_punct)


def _ends(word: Token) -> bool:
    return word.i + 1 == len(word.doc)


def _misfit_of_modal(modal: Token, verb: Token, adjacent: bool) -> str | None:
    """Why a form cannot stand behind a modal verb."""
    if verb.tag_ == "MD" and verb.lower_ in _MODALS:
        return "one modal verb is too many"
    if adjacent and verb.lower_ in ("has", "is", "was", "does") and grammar.relation(modal) == "aux":
        ends_subject = ends_whether(modal)  # "Whether it will is anybody's guess"
        return "a modal verb takes the infinitive" if verb.tag_ in ("VB", "VBZ", "VBD") and not ends_subject else None
    before = modal.nbor(-1)
    owned = before.lower_ in _OWNERS or before.text == "Her"  # not "a picture of her will shown"
    if before.tag_ in ("DT", "PRP$", "JJ") or (modal.lower_ in _ALSO_NOUNS and owned):
        return None
    if verb.lower_ == "to" and adjacent:
        return "a modal verb takes no “to”" if _is_infinitive(modal, verb) else None
    inflected = is_inflected(verb.lower_) and verb.tag_.startswith("VB") and not _modifies(verb)
    return "a modal verb takes the infinitive" if inflected else None


_ALSO_NOUNS = frozenset({"will", "might"})
_OWNERS = word_set("his its my our your their whose ’s 's")
"""Words that own what stands behind, whatever the parser takes it for: "His will left the house to a nephew"."""


def _is_infinitive(modal: Token, to: Token) -> bool:
    """True for "could to go" and "they will to be"; "the will to live" is a noun."""
    after = to.nbor() if to.i + 1 < len(to.doc) else to
    if modal.text == "will":
        return after.lower_ in ("be", "have") and modal.nbor(-1).tag_ in ("NNS", "PRP")
    plain = modal.text in ("must", "can", "could", "should", "may", "might", "would") and after.tag_ == "VB"
    return plain and not ends_ellipsis(modal)


def _past_behind_to(to: Token, verb: Token) -> str | None:
    """Why "to took" and "to approved the plan" cannot stand; "due to increased demand" can."""
    if to.text != "to" or verb.i != to.i + 1:
        return None
    after = verb.nbor().tag_ if verb.i + 1 < len(verb.doc) else ""
    past = verb.lower_ in forms().pasts and is_inflected(verb.lower_) and verb.tag_ in ("VBD", "VBN", "VB")
    irregular = (
        not verb.lower_.endswith("ed") and grammar.relation(to) in ("mark", "aux") and after in ("RB", "IN", "RP")
    )
    object_follows = after in ("DT", "PRP$", "PRP")
    return "“to” takes the infinitive" if past and (object_follows or irregular or is_past_only(verb.lower_)) else None


def _is_bare(word: str, verb: Token) -> bool:
    """True for a base that is a noun as well but is used as a verb here: "was arrest by"."""
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return (
        word in _BASES_AND_NOUNS
        and verb.lower_ in forms().bases
        and after in ("by", "for", "in", "on", "after", "to", "the", "at")
    )


def _modifies(verb: Token) -> bool:
    """True for a participle before its noun ("would armed men come")."""
    return verb.i + 1 < len(verb.doc) and verb.nbor().pos_ in ("NOUN", "PROPN") and grammar.relation(verb) == "amod"


def _is_causative(auxiliary: Token, verb: Token) -> bool:
    """True where "have" is a full verb with another behind it ("all I have is", "what they had became")."""
    return any(
        token.tag_ in ("WP", "WDT", "WRB", "IN") for token in auxiliary.sent if token.i < auxiliary.i
    ) and is_past_only(verb.lower_)
