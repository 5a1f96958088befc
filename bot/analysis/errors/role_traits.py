"""Further facts that a noun tells of somebody: a faith, a post in a body, a part in a case, a team, a school.

Each is a table of what excludes each other, read from the words of the noun's phrase and from what stands behind it.
"""

from bot.analysis.errors.lexicon import word_set
from bot.language import grammar, places
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_FAITHS = {
    **dict.fromkeys(("anglican", "episcopal", "episcopalian"), "Anglican"),
    **dict.fromkeys(("shia", "shiite", "shi'ite"), "Shia"),
    **{
        word: word.capitalize()
        for word in word_set(
            "catholic methodist baptist lutheran presbyterian orthodox quaker mormon pentecostal calvinist adventist "
            "sunni hindu sikh buddhist jewish muslim coptic"
        )
    },
}
_WIDER = (frozenset({"Muslim", "Sunni"}), frozenset({"Muslim", "Shia"}), frozenset({"Coptic", "Orthodox"}),
          frozenset({"Jewish", "Orthodox"}), frozenset({"Pentecostal", "Baptist"}))  # fmt: skip
"""Faiths that one person may be said to be of both."""
_OF_FAITH = word_set(
    "bishop archbishop priest vicar minister pastor preacher cleric clergyman deacon chaplain cardinal leader "
    "imam preacher missionary convert monk nun theologian"
)
_PARTS = {
    "case": {
        **dict.fromkeys(("plaintiff", "claimant", "complainant"), "claimant"),
        **dict.fromkeys(("defendant", "respondent"), "defendant"),
    },
    "crime": {
        **dict.fromkeys(("victim",), "victim"),
        **dict.fromkeys(("attacker", "assailant", "suspect", "perpetrator", "accused"), "suspect"),
    },
    "sale": {
        **dict.fromkeys(("buyer", "purchaser"), "buyer"),
        **dict.fromkeys(("seller", "vendor"), "seller"),
    },
    "abduction": {
        **dict.fromkeys(("hostage", "captive"), "captive"),
        **dict.fromkeys(("kidnapper", "captor", "hostage-taker"), "captor"),
    },
    "loan": {"borrower": "borrower", "debtor": "borrower", "lender": "lender", "creditor": "lender"},
    "lease": {"landlord": "landlord", "landlady": "landlord", "tenant": "tenant", "lodger": "tenant"},
    "gift": {"donor": "donor", "recipient": "recipient"},
    "job": {"employer": "employer", "employee": "employee"},
    "learning": {
        **dict.fromkeys(("student", "undergraduate", "pupil", "schoolboy", "schoolgirl"), "student"),
        "professor": "teacher",
    },
    "wedding": {"bride": "bride", "bridesmaid": "bridesmaid", "bridegroom": "groom"},
    "race": {"jockey": "jockey", "trainer": "trainer"},
    "trial": {"juror": "juror", "witness": "witness"},
    "contest": {"incumbent": "incumbent", "challenger": "challenger"},
}  # fmt: skip
"""By matter, what the parties to it are: nobody is two of them at once."""
_CHAIRS = dict.fromkeys(("chairman", "chairwoman", "chairperson", "chair"), "chair")
_CHIEFS = dict.fromkeys(("chief executive", "ceo", "managing director", "chief executive officer"), "chief executive")
_POSTS = {
    **_CHAIRS, **_CHIEFS,
    "treasurer": "treasurer",
    "president": "president",
    "chief financial officer": "finance director",
    "chief operating officer": "operations director",
    "company secretary": "secretary", "club secretary": "secretary", "honorary secretary": "secretary",
    "general secretary": "general secretary",
}  # fmt: skip
_FUNCTIONS = word_set(
    "finance artistic musical music medical sporting technical creative sales marketing communications personnel "
    "operations commercial legal development research production news sports features picture night political "
    "foreign city business literary fashion casting programme executive"
)
_IN_FUNCTION = word_set("director editor")
_TOGETHER = frozenset({"chair", "chief executive", "president"})
"""Posts that one person may hold together, or that are words for one."""
_TEAM_ROLES = word_set("captain skipper goalkeeper striker midfielder defender winger forward vice-captain")
_POSITIONS = {
    position: name
    for name, positions in {
        "goalkeeper": "goalkeeper keeper",
        "defender": "defender left-back right-back centre-back centre-half wing-back",
        "midfielder": "midfielder playmaker",
        "forward": "striker forward centre-forward",
        "wing": "winger wing",
        "front row": "prop hooker",
        "back row": "flanker",
        "half": "scrum-half fly-half",
        "bowler": "bowler spinner seamer",
        "batsman": "batsman batter opener",
        "wicketkeeper": "wicketkeeper",
        "pitcher": "pitcher",
        "catcher": "catcher",
        "fielder": "outfielder shortstop",
        "quarterback": "quarterback",
        "linebacker": "linebacker",
        "receiver": "receiver",
    }.items()
    for word in positions.split()
    for position in (word, word.replace("-", " "))
}
_NEAR_POSITIONS = (
    frozenset({"wing", "forward", "midfielder"}), frozenset({"wing", "defender"}),
    frozenset({"wicketkeeper", "batsman"}), frozenset({"defender", "midfielder"}),
    frozenset({"forward", "front row"}), frozenset({"forward", "back row"}),
)  # fmt: skip
"""Positions that one player may have in one text."""
_SEATS = word_set("mp member senator lawmaker councillor representative congressman congresswoman deputy mep msp")
_WORKPLACES = word_set("school college university academy hospital infirmary institute clinic")


def traits(noun: Token, phrase: DocSpan) -> dict[str, str]:
    """The facts by kind; kinds begin with the word that :func:`differ` goes by."""
    facts: dict[str, str] = {}
    words = [token.lower_.rstrip(".") for token in phrase]
    head = words[-1]
    if head in _OF_FAITH and (faith := next((_FAITHS[w] for w in words[:-1] if w in _FAITHS), None)) is not None:
        facts["faith"] = faith
    for matter, parties in _PARTS.items():
        if head in parties and not any(how == "'s" for how, _ in grammar.modifiers(noun)):  # "the student's landlord"
            facts[f"part in {matter}"] = parties[head]
    if (post := _post(words)) is not None:
        facts["post"] = post
    if head in _COUNSEL and (client := _client(noun, words)) is not None:
        facts["client"] = client
    if head in _TEAM_ROLES and (team := _country(noun, phrase)) is not None:
        facts["team"] = team
    position = (
        _POSITIONS.get(" ".join(words[-2:]).replace(" - ", "-"))
        or _POSITIONS.get("-".join(words[-3::2]))
        or _POSITIONS.get(head)
    )
    if position is not None:
        facts["position"] = position
    if head in _SEATS and (seat := named_behind(noun, ("for",))) is not None:
        facts["seat"] = seat
    if (where := workplace(noun)) is not None:
        facts["workplace"] = where
    return facts


def differ(kind: str, one: str, other: str) -> bool:
    """True when two facts of a kind are not the same person's."""
    pair = frozenset({one, other})
    if kind == "faith":
        return pair not in _WIDER
    if kind == "position":
        return not any(pair <= near for near in _NEAR_POSITIONS)
    if kind == "post":
        return not pair <= _TOGETHER
    if kind in ("seat", "workplace"):
        words, others = {*one.lower().split()}, {*other.lower().split()}
        sorts = _WORKPLACES & (words ^ others)  # a hospital doctor may teach at a university
        return not (words & others) - _WORKPLACES and (len(sorts) < 2)
    return True


_COUNSEL = word_set("lawyer solicitor barrister attorney counsel")
_CLIENTS = {
    **dict.fromkeys(("accused", "defendant", "suspect", "gunman", "defence", "defense"), "accused"),
    **dict.fromkeys(("victim", "family", "relative", "plaintiff", "claimant", "survivor", "bereaved"), "victims"),
}


_STATE = word_set("prosecution state government crown people inquest inquiry commission ministry plaintiff republic")


def is_for_a_client(noun: Token, head: str) -> bool:
    """True for "the lawyer for the family", who is on the side of one party."""
    behind = noun.doc[noun.i + 1 : noun.i + 6] if head in _COUNSEL else noun.doc[:0]
    return len(behind) > 1 and behind[0].lower_ == "for" and not _STATE & {token.lemma_.lower() for token in behind}


def _client(noun: Token, words: list[str]) -> str | None:
    """Whom counsel is for: the accused, or those who were harmed."""
    if {"defence", "defense"} & {*words[:-1]}:
        return "accused"
    behind = (other for how, other in grammar.modifiers(noun) if how == "for" and other.i > noun.i)
    return next((_CLIENTS[other.lemma_.lower()] for other in behind if other.lemma_.lower() in _CLIENTS), None)


def _post(words: list[str]) -> str | None:
    if {"vice", "deputy", "assistant", "associate", "co", "former", "acting", "honorary"} & {*words[:-1]}:
        return None
    for length in (3, 2, 1):
        found = _POSTS.get(" ".join(words[-length:]))
        if found is not None:
            return found
    if words[-1] in _IN_FUNCTION and len(words) > 1 and words[-2] in _FUNCTIONS:
        return " ".join(words[-2:])
    return None


def _country(noun: Token, phrase: DocSpan) -> str | None:
    """The country whose side somebody plays for, by its name: "the Mali captain", "captain of Ghana"."""
    before = [token for token in phrase[:-1] if token.text[:1].isupper()]
    for name in (" ".join(token.text for token in before), named_behind(noun, ("of", "for")) or ""):
        place = places.lookup(name) if name else None
        if place is not None and place.kind == "country" and place.country:
            return place.country
    return None


def named_behind(noun: Token, links: tuple[str, ...]) -> str | None:
    """The name that a noun is "of", "for" or "at"."""
    for how, other in grammar.modifiers(noun):
        if how in links and other.pos_ == "PROPN" and other.i > noun.i:
            return grammar.name_span(other).text.removeprefix("the ").removeprefix("The ")
    return None


def workplace(noun: Token) -> str | None:
    """The school, college or hospital that somebody is at, with the word for what it is last."""
    name = named_behind(noun, ("at", "of", "from"))
    words = name.split() if name is not None else []
    if len(words) == 1 and noun.lower_.endswith("ist") and named_behind(noun, ("at",)) is not None:
        return words[0]  # "a botanist at Durham"
    kind = next((word.lower() for word in words if word.lower() in _WORKPLACES), None)
    own = [
        w for w in words if w[0].isupper() and w.lower() not in _WORKPLACES | word_set("high primary st the royal of")
    ]
    return " ".join((*own, kind)) if kind is not None and own else None
