"""Words that cannot stand side by side, whatever stands around them: "signed by to", "has been is", "to the each"."""

from collections.abc import Iterator
from functools import cache

from bot.analysis.errors import valency
from bot.analysis.errors.clauses import ends_ellipsis
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.gapping import is_gapped
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_base_only
from bot.language import grammar
from bot.language.tokens import Doc, Token

_FINITE = word_set("is are was were has have had will would can could should")
_POSSESSIVE = word_set("my your our their its")
_PREPOSITIONS = word_set("of to with from by for at into in on during against until towards among")
_PURE = word_set("of with from into at during against among towards without despite upon onto for to until")
"""Prepositions that are no particles, so that a noun must follow unless it stands before."""

_FINE = {
    "about": word_set("to by"),
    "in": word_set("to from"),
    "on": {"to"},
    "under": {"to"},
    "through": word_set("to until on"),
    "across": word_set("to from"),
    "behind": word_set("in on at by to with for"),
}
"""Pairs that do meet, as in "log on to"."""

_NEXT_FINE = word_set(
    "least most best worst last first once all times length high top board behalf front between around about over "
    "which whom whose what"
)
"""What may follow two prepositions: "from on board", "for at least"."""

_DETERMINERS = word_set("each every another its my our their these those any his")
_BEFORE_TO = word_set("can could would should must might may")
_OBJECTS = word_set("him them it")
_NOMINATIVE = word_set("he she they we")
_PRONOUNS = word_set("it he she they")
_MOVABLE = word_set("care use advantage rid hold note account sight track charge fun")
_ELLIPTIC = word_set(
    "want have use able need like plan try ought go happy allow suppose mean love hope refuse "
    "agree decide willing wish "
    "expect intend promise prefer choose ask tell fail get forget manage threaten claim seem appear able unable free"
)
"""Words whose infinitive may be left out behind "to": "she will if she wants to at all"."""

_PARTICLES = {
    "in": word_set(
        "go move come drag keep log take check call give step break cave settle join pitch phone "
        "walk run rush pour snow "
        "wall lock box fence put set send start climb sail drive fly ride fall hand turn pass get drop bring hold stay "
        "hang march tune fill bid look close draw weigh wade sit stand cash rein chip tie usher "
        "kick plug zoom reel hem home zero hone cut focus lock key beam "
        "write barge burst let shut ring dial stroll slip sneak clock pull push live sleep throw tuck suck"
    ),
    "on": word_set(
        "go move carry drag press live keep log sign take pass call step sail drive fly ride fall hand turn get bring "
        "hold stay hang march soldier push walk run battle play work struggle look lead tag put switch try have climb "
        "come send build hit pile rumble egg cheer spur latch catch depend"
    ),
    "by": word_set("stand pass go come get drop swing stop drive walk sit squeak fly sail roll rush slip run"),
    "under": word_set("go come pull buckle pass snow put plough duck knuckle slip dive"),
    "behind": word_set("leave fall lag trail stay be get come drop sit stand slip remain"),
    "through": word_set(
        "go come get pull carry follow put fall run see break push sail drive walk flick leaf read think be live sit "
        "pass sleep fly burst crash"
    ),
    "across": word_set("come get put run go fly drive walk sail swim move ride row wade ferry carry take bring reach"),
    "about": word_set("come go bring be set move get walk run turn"),
    "upon": word_set("come happen chance stumble call look act rely decide agree"),
}
"""Prepositions that are adverbs behind some verbs, so that they need no noun there: "moved in with"."""


@check("grammar.collision", "Words that cannot stand side by side", severity="major", confidence=0.75)
def colliding_words(copy: Copy) -> Iterator[Finding]:
    """Two prepositions for one noun, two articles, two verbs for one subject, a pronoun that nothing wants."""
    for doc in copy.docs:
        for at in _meetings(doc):
            first, second = doc[at], doc[at + 1]
            if second.is_sent_start or (doc is copy.body and copy.is_quoted(first.idx) and copy.is_quoted(second.idx)):
                continue
            if _collide(first, second) and not (doc is copy.docs[0] and _is_without_be(first)):
                yield Finding(
                    copy.of(doc[at : at + 2]),
                    f"Possibly a lost or extra word: “{first.text} {second.text}” do not go together. "
                    "Check the sentence.",
                )


def _meetings(doc: Doc) -> Iterator[int]:
    """The places of words in small letters before a word of the tables, with only a blank between."""
    words = [token.text for token in doc]
    for at in range(len(words) - 1):
        listed = words[at + 1] in _SECONDS or words[at] in _FIRSTS
        if (
            listed
            and words[at].isalpha()
            and words[at + 1].isalpha()
            and not words[at].isupper()
            and doc[at].whitespace_
        ):
            yield at


def _is_without_be(adverb: Token) -> bool:
    """True for "Lowe through by a point" and "Reds in on penalties": a headline leaves out "is" before such words."""
    if adverb.lower_ not in _PARTICLES:
        return False
    opening = adverb.doc[adverb.sent.start : adverb.i]
    told = all(t.pos_ not in ("VERB", "AUX") for t in opening) and any(t.pos_ in ("NOUN", "PROPN") for t in opening)
    return told and adverb.tag_ in ("RB", "RP")


def _collide(first: Token, second: Token) -> bool:
    word, other = first.lower_, second.text
    if other in _PREPOSITIONS and (word in _PURE or word in _PARTICLES):
        return _are_prepositions_adrift(first, second)
    if other in _FINITE or other == "been":
        return _are_verbs_adrift(first, second)
    if word in _NEED_BASE or word in ("be", "been"):
        return _is_subject_adrift(first, second) if other in _PRONOUNS else _is_form_adrift(first, second)
    if word in _FINITE and other in _PRONOUNS:
        return _is_subject_adrift(first, second)
    anybody = other == "who" and word == "of" and first.i > first.sent.start and first.nbor(-1).lower_ in _ANYBODY
    paired = (word, other) in _PAIRS and second.tag_ != "DT"  # "asked whether that worried him"
    return anybody or paired or _is_pronoun_or_article_adrift(first, second)


def _is_pronoun_or_article_adrift(first: Token, second: Token) -> bool:
    """True for "to the each", "agreed they to", "told inspectors them" and "although that the ceasefire"."""
    word, other = first.lower_, second.text
    after = second.nbor() if second.i + 1 < len(second.doc) else second
    if other in _DETERMINERS and (word in ("a", "an", "the") or word in _POSSESSIVE):
        return True
    if word in _NOMINATIVE and other in ("to", "the", "a", "an"):
        before = first.nbor(-1) if first.i > first.sent.start else first
        if is_gapped(first):
            return False
        return before.text == "that" or (before.pos_ not in ("AUX", "CCONJ") and before.tag_ not in ("IN", "MD"))
    if word in _BEFORE_NO_THAT and other == "that":
        return after.tag_ in ("PRP", "DT")
    return other in _OBJECTS and _is_object_adrift(first, second)


_PAIRS = frozenset(
    {("or", "but"), ("unless", "if"), ("if", "unless"), ("whether", "if"), ("them", "which"), ("it", "whose")}
    | {("as", "than"), ("within", "in"), ("within", "of"), ("without", "not"), ("near", "at"), ("since", "from")}
    | {("whom", "who"), ("whose", "their"), ("despite", "although"), ("whom", "which")}
    | {("that", "whether"), ("whether", "that"), ("who", "which"), ("which", "who"), ("how", "who")}
)
_ANYBODY = word_set("anybody anyone everybody everyone somebody someone those people")
_BEFORE_NO_THAT = word_set("how why when although despite because unless though while until if")
_NEED_BASE = word_set("can could would should must might may is are was were")
_FIRSTS = _NEED_BASE | {"be", "been"}
_SECONDS = (
    _PREPOSITIONS
    | _DETERMINERS
    | _FINITE
    | _OBJECTS
    | _NOMINATIVE
    | {other for _, other in _PAIRS}
    | {"been", "it", "that"}
    | {"the", "a", "an"}
)


def _are_verbs_adrift(first: Token, second: Token) -> bool:
    """True for "has been is rebuilt", "despite was ranked", "become been": two verbs for one subject, or none."""
    word, other = first.lower_, second.text
    after = second.nbor() if second.i + 1 < len(second.doc) else second
    if other == "been":
        return first.pos_ == "VERB" and first.lemma_ != "have"
    if word in ("been", "be"):
        inverted = after.lower_ in _NOMINATIVE or after.tag_ == "PRP"
        return (word, other) != ("be", "had") and not inverted and not _is_in_relative(first)
    if first.i == first.sent.start and first.tag_ == "IN" and word in _PURE | _PARTICLES.keys():
        return True
    if word == "of" and other in ("is", "are", "was", "were") and first.i > first.sent.start:
        opening = first.doc[first.sent.start : first.i]
        if first.nbor(-1).tag_ in ("NN", "NNS") and not any(t.pos_ in ("VERB", "AUX") for t in opening):
            return True  # "The recall of is the second"
    if word in ("despite", "without", "during", "with", "of"):
        alone = first.i == first.sent.start or first.nbor(-1).pos_ not in ("VERB", "ADP", "ADV", "AUX", "NOUN")
        return alone and not _is_in_relative(first)
    return False


def _is_form_adrift(first: Token, second: Token) -> bool:
    """True for "could to win", "which is holds", "will be retire"."""
    word, other = first.lower_, second.text
    if other == "to":
        return first.tag_ == "MD" and word in _BEFORE_TO and not ends_ellipsis(first)
    if word in ("be", "been") and other == "of":
        return _is_of_nothing(second)
    if word in ("be", "been"):
        after = second.nbor() if second.i + 1 < len(second.doc) else second
        return second.tag_ in ("VB", "VBP") and is_base_only(other) and after.tag_ != "VB"
    return word in ("is", "are", "was", "were") and other in forms().plain_thirds and not _is_in_relative(first)


def _is_of_nothing(of: Token) -> bool:
    """True for "must be of cleaned twice": a verb behind "be of", with no noun that it could describe."""
    words = [token for token in of.doc[of.i + 1 : of.i + 3] if token.sent.start == of.sent.start]
    verb = words[0] if len(words) == 2 and words[0].tag_ in ("VBN", "VBG") else None
    return verb is not None and words[1].pos_ in ("ADP", "ADV", "PUNCT", "DET", "PRON")


def _is_subject_adrift(verb: Token, pronoun: Token) -> bool:
    """True for "the painting was it sold": a second subject behind the auxiliary."""
    if verb.i == verb.sent.start or pronoun.i + 1 >= len(pronoun.doc):
        return False
    before, after = verb.nbor(-1), pronoun.nbor()
    if before.pos_ not in ("NOUN", "PROPN", "PRON") or after.tag_ not in ("VBN", "VB", "VBG"):
        return False
    if before.tag_ in ("WP", "WDT") or grammar.is_question(verb):
        return False
    return not any(token.lower_ in _INVERTING for token in verb.doc[verb.sent.start : verb.i])


_INVERTING = word_set(
    "not no only never nor neither so such rarely seldom hardly scarcely little than as what how where why when who "
    "whom which nowhere few had were should if whether barely either nothing"
)


def _are_prepositions_adrift(first: Token, second: Token) -> bool:
    """True for two prepositions of which the first has no noun, neither its own nor one that stands before it."""
    word, other = first.lower_, second.text
    if word == other or other in _FINE.get(word, ()) or second.i + 1 >= len(second.doc):
        return False
    after = second.nbor()
    if after.lower_ in _NEXT_FINE or after.is_punct or after.tag_ in ("CC",):
        return False
    before = first.nbor(-1) if first.i > first.sent.start else first
    if word == "to" and {before.lemma_.lower(), before.lower_} & _ELLIPTIC:
        return after.lower_ in forms().bases and after.tag_ not in ("DT", "CD")
    if (word, other) == ("for", "from") and (after.like_num or after.is_currency):
        return False
    if other == "to" and after.tag_ == "VB" and first.tag_ != "IN":
        return False
    return not _may_stand_alone(first)


def _may_stand_alone(first: Token) -> bool:
    """True for a particle, and for a preposition whose noun stands before it."""
    if first.i == first.sent.start:
        return first.lower_ not in _PURE
    before, word = first.nbor(-1), first.lower_
    if word in ("under", "over") and before.tag_ == "CD":
        return True  # "is 11 under on 133"
    if _is_in_relative(first) or before.is_punct:
        return True
    if word in _PARTICLES and (
        first.tag_ == "RP"
        or _is_adverb_of(first, before)
        or _is_behind_object(first, before)
        or (before.dep_ == "obj" and before.head.lemma_.lower() in _SWITCHING)
        or before.lemma_.lower() in _WAYS
        or {before.lemma_.lower(), first.head.lemma_.lower()} & _PARTICLES[word]
    ):
        return True
    return word != "by" and _is_stranded(before, first)


def _is_adverb_of(particle: Token, before: Token) -> bool:
    """True for "rolls in", "cast about" and "was laid on": the parse has it for part of the verb right before it."""
    is_part = particle.dep_ == "compound:prt" or (particle.tag_ == "RB" and particle.dep_ == "advmod")
    return is_part and before.pos_ == "VERB" and particle.head.i == before.i


def _is_behind_object(particle: Token, before: Token) -> bool:
    """True for "hauled the net in" and "led him in", where the parse has it for an adverb of the verb."""
    verb = particle.head
    moved = particle.tag_ == "RB" and particle.dep_ == "advmod" and verb.pos_ == "VERB"
    return moved and any(child.dep_ == "obj" and child.i == before.i > verb.i for child in verb.children)


def _is_stranded(before: Token, first: Token) -> bool:
    """True behind a particle, a passive that leaves the preposition behind, and "a house to live in"."""
    word, passive = first.lower_, _passive(first)
    if before.tag_ in ("RP", "IN", "RB"):
        return word not in _NEED_PASSIVE or passive is not None or _is_to_infinitive(before)
    if passive is not None and passive.i == before.i:
        return before.lemma_.lower() in _LEAVING.get(word, ()) or _takes(before, word)
    if before.tag_ == "VB" and before.i and before.nbor(-1).lower_ == "to":
        return _takes(before, word) and before.dep_ in ("acl", "advcl")
    return before.lower_ in _MOVABLE


_WAYS = word_set("be way route road path journey trip crossing ride drive walk ferry flight passage bridge")
"""Words, nouns of ways among them, behind which such a particle stands alone: "the only way across for many"."""

_SWITCHING = word_set("leave keep turn switch put have get take carry hold bring try let see help wave")
"""Verbs whose particle may stand behind their object: "left a light on for her"."""

_NEED_PASSIVE = word_set("of from during until at into among despite")
"""Prepositions that even behind a particle a passive, a relative or an infinitive must strand: "down at to"."""


def _is_to_infinitive(particle: Token) -> bool:
    """True for the particle of "a rival to sneer down at"."""
    before = particle.doc[max(particle.sent.start, particle.i - 2) : particle.i]
    return len(before) == 2 and before[0].lower_ == "to" and before[1].tag_ == "VB"


def _passive(first: Token) -> Token | None:
    """The passive participle of the last few words."""
    words = first.doc[max(first.sent.start, first.i - 3) : first.i]
    verb = next((word for word in reversed(list(words)) if word.tag_ == "VBN" or _is_reduced(word)), None)
    if verb is None:
        return None
    helped = any(child.dep_ in ("aux:pass", "nsubj:pass") or child.lemma_ in ("be", "get") for child in verb.children)
    return verb if helped or verb.dep_ in ("acl", "amod", "conj", "advcl") else None


def _is_reduced(verb: Token) -> bool:
    """True for a participle that the tagger has for a past: "the withdrawal, agreed on in Baghdad"."""
    return verb.tag_ == "VBD" and verb.dep_ == "acl" and verb.lower_ in forms().participles


_LEAVING = {
    "to": word_set(
        "speak refer agree listen talk turn object respond allude see attend lie add reply subject adhere use"
    ),
    "for": word_set(
        "ask account pay call care send wait hope apply provide allow plan long look fight campaign vote pray"
    ),
    "at": word_set("look laugh shoot shout aim stare spit jeer swear point throw fire"),
    "with": word_set("deal interfere tamper do part cope fill agree play meet comply work live reckon side"),
    "of": word_set("hear think dispose dream speak approve make talk take get"),
    "from": word_set("hear benefit borrow"),
    "on": word_set("act call decide rely insist build work agree depend comment frown sit tread spy count bet vote"),
    "in": word_set("live sleep believe take call invest"),
    "into": word_set("look break enter buy crash tap"),
    "about": word_set("talk write think speak complain know hear worry"),
    "against": word_set("discriminate vote sin appeal campaign guard"),
    "through": word_set("go see"),
}
"""Verbs whose passive leaves the preposition behind: "was spoken to with contempt"."""


def _takes(verb: Token, preposition: str) -> bool:
    row = valency.rows().get(("VERB", verb.lemma_.lower()))
    return row is not None and preposition in row.right


def _is_in_relative(word: Token) -> bool:
    """True when a noun before may be what the word wants: behind a relative word, or in a clause on a noun."""
    before = word.doc[max(word.sent.start, word.i - 12) : word.i]
    relatives = [t for t in before if t.tag_ in ("WDT", "WP", "WP$", "WRB")]
    if any(not t.dep_.startswith("nsubj") or len(grammar.related(t.head, "nsubj")) > 1 for t in relatives):
        return True  # of two subjects of one verb, as in "a debt which, he says, he knew nothing of", one is none
    verb = next((token for token in reversed(list(before)) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    clause = verb if verb.dep_ == "acl:relcl" or verb.head.i > word.i else verb.head
    own = any(t.tag_ in ("WDT", "WP") and t.dep_.startswith("nsubj") for t in clause.children)
    return clause.dep_ == "acl:relcl" and not own


def _is_object_adrift(first: Token, second: Token) -> bool:
    """True for "told inspectors them that" and "has risen it to": an object pronoun that no verb wants."""
    if second.text == "it":
        after = second.nbor() if second.i + 1 < len(second.doc) else second
        return first.lemma_ in _STAYING and first.tag_ in ("VBN", "VBD") and after.tag_ in ("IN", "TO", "RB")
    if first.tag_ not in ("NN", "NNS", "NNP") or first.lower_ in _verbal():
        return False
    return first.head.i < first.i and first.dep_ in ("obj", "iobj", "obl", "nsubj", "nmod")


_STAYING = word_set("rise fall arrive go come die occur happen appear disappear emerge vanish remain collapse agree")


@cache
def _verbal() -> frozenset[str]:
    table = forms()
    return table.bases | table.thirds | table.gerunds | table.pasts | table.participles
