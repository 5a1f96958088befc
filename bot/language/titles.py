"""Honorifics, ranks, offices and role nouns: the words that say what a person is."""

import re
from functools import cache
from typing import Literal

from bot.language.tables import fold

Gender = Literal["female", "male"]

_MALE = frozenset(
    {"mr", "sir", "lord", "king", "prince", "duke", "earl", "baron", "count", "emperor", "sultan", "emir"}
)
_MALE_ROLES = frozenset(
    {"businessman", "chairman", "spokesman", "congressman", "councilman", "policeman", "fireman", "actor", "father"}
    | {"brother", "son", "husband", "grandfather", "uncle", "widower", "monk", "archbishop", "cardinal", "pope", "imam"}
    | {"salesman", "fisherman", "cameraman", "sheikh", "ayatollah", "boy", "man", "gunman", "boyfriend", "nephew"}
)
_FEMALE = frozenset(
    {"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "duchess", "countess", "empress", "madam"}
)
_FEMALE_ROLES = frozenset(
    {"businesswoman", "chairwoman", "spokeswoman", "congresswoman", "councilwoman", "policewoman", "actress", "mother"}
    | {"sister", "daughter", "wife", "grandmother", "aunt", "widow", "nun", "saleswoman", "girl", "woman", "mum", "mom"}
    | {"girlfriend", "niece", "first lady", "stewardess", "waitress", "heroine"}
)
HONORIFICS = _MALE | _FEMALE | {"dr", "prof", "professor", "rev", "reverend", "hon", "saint", "st", "mx", "messrs"}
"""Words before a name that are no office: "Mr", "Dame", "Dr"."""

RANKS = frozenset(
    {"private", "corporal", "sergeant", "lieutenant", "captain", "major", "colonel", "brigadier", "general", "marshal"}
    | {
        "admiral",
        "commodore",
        "commander",
        "pvt",
        "cpl",
        "sgt",
        "lt",
        "capt",
        "maj",
        "col",
        "gen",
        "adm",
        "cmdr",
        "brig",
    }
    | {"constable", "inspector", "superintendent", "detective", "pc", "dc", "di", "dci", "officer", "airman", "field"}
)
"""Military and police ranks."""

OFFICES = frozenset(
    {"president", "vice-president", "prime minister", "premier", "chancellor", "minister", "foreign minister", "mp"}
    | {"defence minister", "defense minister", "finance minister", "interior minister", "home secretary", "senator"}
    | {"foreign secretary", "secretary of state", "secretary", "secretary-general", "secretary general", "governor"}
    | {"mayor", "ambassador", "envoy", "commissioner", "congressman", "congresswoman", "representative", "deputy"}
    | {"councillor", "councilor", "alderman", "judge", "justice", "chief justice", "attorney general", "prosecutor"}
    | {
        "sheriff",
        "speaker",
        "chairman",
        "chairwoman",
        "chair",
        "chief executive",
        "ceo",
        "director",
        "director-general",
    }
    | {"director general", "leader", "king", "queen", "prince", "princess", "pope", "cardinal", "archbishop", "bishop"}
    | {"ayatollah", "sheikh", "imam", "rabbi", "undersecretary", "under-secretary", "taoiseach", "tanaiste", "sen"}
    | {
        "rep",
        "gov",
        "pm",
        "chief",
        "head",
        "treasurer",
        "comptroller",
        "ombudsman",
        "dean",
        "provost",
        "rector",
        "tsar",
    }
    | {"emir", "sultan", "crown prince", "emperor", "empress", "duke", "duchess", "lord", "lady", "baroness", "baron"}
    | {"first minister", "spokesman", "spokeswoman", "spokesperson", "president-elect", "solicitor general", "consul"}
)
"""Offices that stand before or after the names of those who hold them."""

SOVEREIGN = frozenset(
    {"king", "queen", "prince", "princess", "pope", "emperor", "empress", "saint", "sultan", "emir", "tsar"}
    | {"lord", "lady", "sir", "dame"}
)
"""Titles that make one name with the single name behind them: "King Charles", "Pope Leo"."""

ROLES = frozenset(
    {
        "activist",
        "actor",
        "actress",
        "adviser",
        "advisor",
        "aide",
        "ally",
        "analyst",
        "archaeologist",
        "artist",
        "author",
    }
    | {
        "astronaut",
        "athlete",
        "attorney",
        "banker",
        "barrister",
        "billionaire",
        "biologist",
        "blogger",
        "boss",
        "boxer",
    }
    | {"broker", "businessman", "businesswoman", "campaigner", "candidate", "captain", "champion", "chef", "chemist"}
    | {"climber", "coach", "columnist", "comedian", "commentator", "composer", "consultant", "coordinator", "coroner"}
    | {"correspondent", "critic", "defendant", "demonstrator", "designer", "detective", "developer", "dictator"}
    | {"diplomat", "dissident", "doctor", "driver", "economist", "editor", "engineer", "entrepreneur", "epidemiologist"}
    | {"executive", "expert", "farmer", "fighter", "filmmaker", "firefighter", "fisherman", "footballer", "founder"}
    | {"co-founder", "goalkeeper", "guard", "guitarist", "head", "historian", "inspector", "investigator", "investor"}
    | {"journalist", "lawmaker", "lawyer", "lecturer", "legislator", "manager", "member", "midfielder", "militant"}
    | {"midwife", "miner", "model", "musician", "negotiator", "novelist", "nurse", "official", "officer", "organiser"}
    | {"organizer", "owner", "parliamentarian", "partner", "pastor", "pathologist", "pharmacist", "philosopher", "poet"}
    | {
        "photographer",
        "physician",
        "physicist",
        "pilot",
        "player",
        "policeman",
        "policewoman",
        "politician",
        "pollster",
    }
    | {
        "priest",
        "principal",
        "producer",
        "professor",
        "programmer",
        "protester",
        "psychiatrist",
        "psychologist",
        "rebel",
    }
    | {"publisher", "rapper", "regulator", "reporter", "researcher", "resident", "scholar", "scientist", "sculptor"}
    | {"screenwriter", "seismologist", "shareholder", "singer", "sociologist", "soldier", "solicitor", "songwriter"}
    | {"specialist", "strategist", "striker", "student", "surgeon", "survivor", "suspect", "teacher", "technician"}
    | {"tenor", "theologian", "trader", "trainer", "translator", "trustee", "veteran", "veterinarian", "victim"}
    | {
        "virologist",
        "volunteer",
        "warden",
        "whistleblower",
        "winner",
        "witness",
        "worker",
        "writer",
        "father",
        "mother",
    }
    | {"son", "daughter", "brother", "sister", "wife", "husband", "widow", "neighbour", "neighbor", "spokesperson"}
)
"""Nouns for what somebody does or is, apart from offices and ranks."""

_MODIFIERS = frozenset(
    {"former", "ex", "acting", "deputy", "vice", "assistant", "senior", "chief", "interim", "late", "then", "current"}
    | {"outgoing", "incoming", "newly", "elected", "retired", "first", "second", "lead", "leading", "co", "general"}
)


def is_honorific(word: str) -> bool:
    """True for "Mr", "Dr.", "Dame" and the like."""
    return fold(word) in HONORIFICS


def is_rank(word: str) -> bool:
    """True for a military or police rank, spelt out or abbreviated."""
    return fold(word) in RANKS


def is_office(phrase: str) -> bool:
    """True for an office: "prime minister", "Foreign Minister", "Secretary-General"; modifiers may stand before."""
    return _core(phrase) in _offices()


def is_role(phrase: str) -> bool:
    """True when a phrase ends in a noun that says what somebody does: "human rights lawyer", "chief economist"."""
    words = fold(phrase).split()
    return bool(words) and (singular(words[-1]) in ROLES or is_office(phrase) or singular(words[-1]) in _offices())


def is_title(phrase: str) -> bool:
    """True for what may stand before a name as its title: an honorific, a rank or an office."""
    return is_honorific(phrase) or is_rank(phrase) or is_office(phrase)


def gender(phrase: str) -> Gender | None:
    """The gender that a title or role noun states: "Mrs", "spokesman", "Queen"; None for most."""
    for word in (fold(phrase), fold(phrase).rpartition(" ")[2]):
        if word in _MALE or singular(word) in _MALE_ROLES:
            return "male"
        if word in _FEMALE or singular(word) in _FEMALE_ROLES:
            return "female"
    return None


def strip_titles(name: str) -> str:
    """A name without the titles before it: "Foreign Minister Sergei Lavrov" gives "Sergei Lavrov"."""
    words = name.split()
    for length in range(len(words) - 1, 0, -1):
        if is_title(" ".join(words[:length])) or all(is_title(word) for word in words[:length]):
            return " ".join(words[length:])
    return name


def singular(word: str) -> str:
    """The singular of a role noun; other words unchanged where the guess would be no role."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if re.search(r"[^s]s$", word) else word


def _core(phrase: str) -> str:
    words = [singular(word) for word in fold(phrase).split()]
    while len(words) > 1 and words[0] in _MODIFIERS and " ".join(words) not in _offices():
        words.pop(0)
    return " ".join(words)


@cache
def _offices() -> frozenset[str]:
    return frozenset(fold(office) for office in OFFICES)
