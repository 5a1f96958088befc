"""What a noun says that somebody is, and which two such facts one person cannot have at once.

A role is told apart in several ways: the class of its noun ("judge", "midwife"), a rank, the field of a ministry,
whether it is a deputy's, the place of an office, a nationality, a party, the side that somebody speaks for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bot.analysis.errors import bodies
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_classes import CLASS_OF, CONTRASTS, may_be_both
from bot.analysis.errors.role_traits import differ, is_for_a_client, named_behind, traits
from bot.language import grammar, places
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

RANKS = {
    **{word: word for word in word_set("private corporal sergeant lieutenant captain major colonel brigadier general")},
    **{word: word for word in word_set("marshal commodore admiral constable inspector superintendent")},
    **{"pc": "constable", "dc": "constable", "di": "inspector", "dci": "inspector", "insp": "inspector"},
    **{"supt": "superintendent", "cpl": "corporal", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain"},
    **{"maj": "major", "col": "colonel", "brig": "brigadier", "gen": "general", "adm": "admiral"},
}
_RANK_PARTS = word_set("rear vice lieutenant major brigadier staff lance chief")
_FIELDS = word_set(
    "foreign finance defence defense interior home health justice education transport environment agriculture "
    "culture energy trade labour labor housing economy industry fisheries tourism immigration science sport "
    "treasury digital"
)
_NO_FIELDS = word_set("prime cabinet government state shadow deputy press party union office company junior general")
"""Words before "minister" and "secretary" that are no field of policy."""

_DEPUTIES = word_set("deputy vice assistant associate co")
_ALIKE_AS_DEPUTIES = frozenset({"prosecutor", "defence", "flying"})
"""Classes whose deputies do the same work: "assistant district attorney"."""
_CHIEFS = word_set(
    "president minister premier mayor governor director director-general chairman chairwoman chair secretary "
    "head manager ambassador commissioner principal headteacher headmaster headmistress editor chancellor "
    "secretary-general coach treasurer speaker leader pilot"
)
_CHIEF_OF = {
    **dict.fromkeys(("headteacher", "headmaster", "headmistress", "head teacher"), "head"),
    "director general": "director-general",
}
_OFFICES_OF_PLACES = word_set(
    "minister president premier bishop archbishop mayor governor ambassador king queen senator chancellor "
    "vicar priest pastor imam rabbi headteacher headmaster headmistress principal dean rector abbot provost earl duke"
)
PARTIES = {
    "democrat": "Democrat", "democratic": "Democrat", "republican": "Republican", "tory": "Conservative",
    "conservative": "Conservative", "labour": "Labour", "labor": "Labour", "liberal": "Liberal", "green": "Green",
}  # fmt: skip
_MEMBERS = word_set(
    "senator lawmaker mp congressman congresswoman politician councillor member candidate governor mayor party leader"
)
_PLAYERS = word_set("champion player star medallist medalist great international")
_OF_SPORT = {
    "judo": "judoka", "karate": "karateka", "boxing": "boxer", "wrestling": "wrestler", "sumo": "wrestler",
    "swimming": "swimmer", "diving": "diver", "skiing": "skier", "ski": "skier", "biathlon": "biathlete",
    "football": "footballer", "cycling": "cyclist", "golf": "golfer", "cricket": "cricketer", "rowing": "rower",
    "gymnastics": "gymnast", "fencing": "fencer", "archery": "archer", "skating": "skater", "tennis": "tennis player",
    "chess": "grandmaster", "surfing": "surfer", "weightlifting": "weightlifter", "snowboarding": "snowboarder",
}  # fmt: skip
"""What a champion or player of a sport is."""

_NO_NATIONALITY = word_set("champion winner captain coach manager international leader edition titleholder holder")


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says that somebody is; ``facts`` by kind, such as ``("class", "judge")``."""

    noun: Token
    phrase: DocSpan
    facts: dict[str, str]

    @property
    def is_past(self) -> bool:
        """True for "the retired nurse", who may be anything today."""
        return any(token.lower_ == "retired" for token in self.phrase[:-1])


def role_of(noun: Token) -> Role | None:
    """What a noun says, with the words before it; None when that is nothing that excludes anything."""
    if noun.tag_ in ("NNS", "NNPS"):
        return None
    phrase = phrase_of(noun)
    words = [token.lower_.rstrip(".") for token in phrase]
    facts = _of_words(noun, words) | _of_origin(noun, phrase, words[-1]) | _of_service(noun, phrase, words[-1])
    facts |= traits(noun, phrase)
    return Role(noun, phrase, facts) if facts else None


def _of_words(noun: Token, words: list[str]) -> dict[str, str]:
    """Class, rank, ministry and deputy, which the words of a title tell."""
    facts: dict[str, str] = {}
    head, before = words[-1].removeprefix("co-"), words[:-1]
    pair = " ".join([word for word in words if word != "-"][-2:])
    deputy = head != words[-1] or bool(_DEPUTIES & set(before))
    if head in _PLAYERS and before and before[-1] in _OF_SPORT:
        pair = _OF_SPORT[before[-1]]
    name = _class_of(noun, head, before, pair)
    if name is not None and (not deputy or name in _ALIKE_AS_DEPUTIES):
        facts["class"] = name
        which = CONTRASTS.get(name, {})
        if (exact := which.get(pair) or which.get(head)) is not None:
            facts[f"which {name}"] = exact
    if head in RANKS and not {"attorney", "secretary", "director"} & set(before):
        facts["rank"] = RANKS[head]
        full = [RANKS.get(word, word) for word in before if RANKS.get(word, word) in _RANK_PARTS]
        if full:
            facts["full rank"] = " ".join((*full, RANKS[head]))
    fields = {"defence" if word == "defense" else word for word in _fields(noun, words)}
    if head in ("minister", "secretary") and fields:
        facts["ministry"] = " ".join(sorted(fields))
    if (bench := _bench(noun, head, before)) is not None:
        facts["bench"] = bench
    chief = _CHIEF_OF.get(pair, _CHIEF_OF.get(head, head))
    if chief in _CHIEFS:
        facts[f"deputy of {chief}"] = "yes" if deputy else "no"
    return facts


def _bench(noun: Token, head: str, before: list[str]) -> str | None:
    """The side of a parliament or council that an office is of: those who govern, or the opposition."""
    if head == "leader":
        behind = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 6]]
        if "opposition" in before or (behind[:1] == ["of"] and "opposition" in behind):
            return "opposition"
        return "governing" if before and before[-1] in ("council", "majority", "government") else None
    if head in ("minister", "secretary") and before and "press" not in before:
        is_of_state = head == "minister" or before[-1] in ("home", "foreign", "health", "defence", "justice")
        return "opposition" if "shadow" in before else "governing" if is_of_state else None
    return None


def _class_of(noun: Token, head: str, before: list[str], pair: str) -> str | None:
    if head == "minister" and "prime" in before:
        return "premier"
    if head in _RELIGIOUS and noun.text[0].isupper() and noun.nbor().ent_type_ == "PERSON":
        return _RELIGIOUS[head]
    if is_for_a_client(noun, head):
        return "defence"
    return CLASS_OF.get(pair) or _class_of_chief(head, before) or CLASS_OF.get(head)


def _of_origin(noun: Token, phrase: DocSpan, head: str) -> dict[str, str]:
    """Nationality, party, and the place of an office."""
    facts: dict[str, str] = {}
    nation = nation_of(noun) or next((found for word in phrase[:-1] if (found := nation_of(word))), None)
    hyphened = any("-" in (one.text, other.text) for one, other in pairwise(phrase))
    if nation is not None and head not in _NO_NATIONALITY and not hyphened:
        facts["nation"] = nation
    where = _where(noun) if head in _OFFICES_OF_PLACES else None
    if where is not None:
        facts[f"place of {head}"] = where
    for token in phrase:
        if token.lower_ in PARTIES and token.text[0].isupper() and (head in _MEMBERS or token == noun):
            facts["party"] = PARTIES[token.lower_]
    return facts


def _of_service(noun: Token, phrase: DocSpan, head: str) -> dict[str, str]:
    """The side somebody speaks for, the kind of a trade, an honorific, a club."""
    facts: dict[str, str] = {}
    if head in _SPEAKERS and (side := side_behind(noun) or _side_before(phrase)) is not None:
        facts["side"] = side
    if head in TRADES and noun.i > phrase.start and (kind := noun.nbor(-1)).tag_ == "NN" and _is_common(kind):
        facts[f"kind of {head}"] = kind.lemma_.lower()
    if head in _HONORIFICS and noun.text[0].isupper():
        facts["honorific"] = _HONORIFICS[head]
    club = _club(noun, phrase) if head in _SPORT else None
    if club is not None:
        facts["club"] = club
    return facts


def side_behind(word: Token) -> str | None:
    """The body that somebody speaks for, behind "for" or "of": the kind of its noun, where there is one."""
    doc, at = word.doc, word.i + 1
    if at + 2 >= len(doc) or doc[at].lower_ not in ("for", "of") or doc[at + 1].pos_ not in ("DET", "PRON"):
        return None
    return side_of(doc, at + 2)


def side_of(doc: Doc, start: int) -> str | None:
    """The side that the phrase from a token on names: "fire brigade", "drivers' union", "owners"."""
    at = start
    while at + 1 < len(doc) and at < start + 5 and (doc[at + 1].tag_ == "POS" or not ends_phrase(doc, at)):
        at += 1
    lemma = doc[at].lemma_.lower()
    if at + 1 < len(doc) and doc[at + 1].tag_ == "POS":
        return None
    return _SIDES.get(lemma) or bodies.kind_of(lemma)


def _side_before(phrase: DocSpan) -> str | None:
    """The side in "union leader", "the company's spokesman"."""
    return next((side for token in phrase[:-1] if (side := _SIDES.get(token.lemma_.lower()))), None)


def _club(noun: Token, phrase: DocSpan) -> str | None:
    """The name of the side in "Port Ellen striker"; the side of a country does not count."""
    name = [token.text for token in phrase[:-1] if token.pos_ == "PROPN" and token.ent_type_ != "PERSON"]
    if not name and (behind := named_behind(noun, ("of",))) is not None:
        place = places.lookup(behind)
        return None if place is not None and place.kind in ("country", "demonym", "region") else behind
    place = places.lookup(" ".join(name)) if name else None
    if not name or phrase[-2].pos_ != "PROPN" or (place is not None and place.kind in ("country", "demonym", "region")):
        return None
    return " ".join(name)


TRADES = word_set(
    "farmer teacher driver surgeon nurse coach singer player engineer designer pilot guard keeper officer "
    "fisherman merchant grower breeder dealer maker trader instructor inspector conductor"
)
"""Nouns of which the noun before says what kind: who grows rice does not keep pigs."""

_RELIGIOUS = {"father": "church", "sister": "monastery", "mother": "monastery", "brother": "monastery"}
_HONORIFICS = {"sir": "sir", "dame": "dame", "lord": "lord", "baroness": "baroness"}
_SPEAKERS = word_set(
    "spokesman spokeswoman spokesperson leader president secretary negotiator representative delegate chairman lawyer "
    "official organiser organizer steward"
)
_SPORT = word_set("striker goalkeeper midfielder defender winger forward captain coach manager")
_SIDES = {
    **dict.fromkeys(("owner", "landlord", "employer", "operator"), "owner"),
    **dict.fromkeys(("union", "worker", "striker"), "union"),
    **dict.fromkeys(("brigade", "firefighter"), "fire brigade"),
    **dict.fromkeys(("government", "ministry", "minister"), "ministry"),
    **dict.fromkeys(("opposition",), "opposition"),
    **dict.fromkeys(("rebel", "insurgent", "militia"), "rebels"),
    **dict.fromkeys(("prosecution", "prosecutor"), "prosecution"),
    **dict.fromkeys(("victim",), "victim"),
}


def facts_of_many(noun: Token) -> dict[str, str]:
    """What a plural says of each: "owners", "Republicans", "Finns"."""
    word, lemma = noun.lower_, noun.lemma_.lower()
    found = {"class": CLASS_OF.get(lemma), "side": _SIDES.get(lemma), "nation": nation_of(noun)}
    found["party"] = PARTIES.get(word.removesuffix("s").replace("torie", "tory")) if noun.text[0].isupper() else None
    return {kind: value for kind, value in found.items() if value is not None}


def _is_common(token: Token) -> bool:
    return token.text.islower() or (token.is_sent_start is True and token.ent_type_ == "")


def _class_of_chief(head: str, before: list[str]) -> str | None:
    if head in ("chief", "officer", "commissioner", "inspector", "captain", "director", "sergeant"):
        return next((name for name in ("police", "fire") if name in before), None)
    return None


def _fields(noun: Token, words: list[str]) -> set[str]:
    """The fields of policy of a ministerial title: "interior minister", "minister for health and sport"."""
    found = set(words[:-1]) & _FIELDS
    if not found and len(words) > 1 and noun.i and noun.nbor(-1).pos_ == "NOUN" and words[-2] not in _NO_FIELDS:
        found = {words[-2]}
    doc, at = noun.doc, noun.i + 1
    if at + 1 < len(doc) and doc[at].lower_ in ("of", "for"):
        found |= {token.lower_ for token in doc[at + 1 : at + 6]} & _FIELDS
    return found


def nation_of(token: Token) -> str | None:
    """The state of a demonym, unless it is part of a longer name."""
    if not token.text[:1].isupper() or token.ent_type_ in ("PERSON", "ORG"):
        return None
    place = places.lookup(token.text)
    return place.country if place is not None and place.kind == "demonym" else None


def _where(noun: Token) -> str | None:
    """The state of an office, or the place behind "of"; None when nothing says where."""
    for child in grammar.dependents(noun):
        name = grammar.name_span(child).text
        state = places.stands_for_state(name)
        if state is not None and state.country and grammar.relation(child) in ("amod", "compound", "nmod:poss", "nmod"):
            return state.country
        if grammar.relation(child) == "nmod" and grammar.preposition(child) == "of" and child.pos_ == "PROPN":
            return name
    return None


def conflict(one: Role, other: Role, go_together: Callable[[str, str], bool] = may_be_both) -> str | None:
    """The kind of fact in which two roles exclude each other; None when they may be one person's."""
    if one.is_past != other.is_past:
        return None
    for kind, value in other.facts.items():
        mine = one.facts.get(kind)
        if mine is None or mine == value:
            continue
        if kind == "class" and go_together(mine, value):
            continue
        if kind == "ministry" and set(mine.split()) & set(value.split()):
            continue
        if kind == "club" and (set(mine.split()) & set(value.split()) or _is_nickname(mine) != _is_nickname(value)):
            continue  # "the Millwall striker … the Lions striker"
        if kind.startswith("place of") and (
            (len(mine) == 2) != (len(value) == 2) or {*mine.split()} & {*value.split()}
        ):
            continue
        if not differ(kind, mine, value):
            continue
        return kind
    return None


def _is_nickname(club: str) -> bool:
    """True for "Lions", which says nothing of the town."""
    return " " not in club and club.endswith("s")


def told_with(noun: Token) -> str:
    """A noun with the word before that makes one of the two: "fly half" for "fly-half", "bin man"."""
    at = noun.i - 1
    if at > 0 and noun.doc[at].text == "-":
        at -= 1
    return f"{noun.doc[at].lower_} {noun.lemma_.lower()}" if at >= 0 else noun.lemma_.lower()


def phrase_of(noun: Token) -> DocSpan:
    """A noun with what stands before it in its phrase."""
    doc, start, first = noun.doc, noun.i, noun.sent.start
    while start > first and doc[start].pos_ != "DET":
        if start > first + 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            start -= 2
        elif doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART", "NUM"):
            start -= 1
        elif doc[start - 1].tag_ == "PRP$":
            start -= 1
            break
        else:
            break
    return doc[start : noun.i + 1]


def ends_phrase(doc: Doc, at: int) -> bool:
    """True for the first noun that no other noun of its phrase follows."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.tag_ == "POS"):
        return False
    return doc[at].pos_ in ("NOUN", "PROPN")
