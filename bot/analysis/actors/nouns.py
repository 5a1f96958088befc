"""Common nouns that stand for people and organisations, as lemmas."""

MALE = frozenset(
    ["man", "boy", "gentleman", "father", "dad", "son", "husband", "brother", "uncle", "grandfather", "grandson", "nephew", "boyfriend", "widower", "king", "prince", "lord", "duke", "spokesman", "chairman", "businessman", "congressman", "policeman", "fireman", "salesman", "actor", "waiter", "monk", "priest", "pope", "guy", "bloke", "lad", "groom", "fiancé", "stepfather", "stepson", "actor", "statesman", "fisherman", "councilman", "alderman", "frontman", "cameraman"]
)
FEMALE = frozenset(
    ["woman", "girl", "lady", "mother", "mum", "mom", "daughter", "wife", "sister", "aunt", "grandmother", "granddaughter", "niece", "girlfriend", "widow", "queen", "princess", "duchess", "spokeswoman", "chairwoman", "businesswoman", "congresswoman", "policewoman", "actress", "waitress", "nun", "bride", "fiancée", "stepmother", "stepdaughter", "heroine", "stateswoman", "councilwoman", "saleswoman"]
)
PEOPLE = (
    MALE
    | FEMALE
    | frozenset(
        ["person", "child", "baby", "teenager", "teen", "adult", "youth", "student", "pupil", "teacher", "professor", "lecturer", "academic", "scholar", "scientist", "researcher", "engineer", "doctor", "physician", "surgeon", "nurse", "patient", "victim", "survivor", "witness", "suspect", "defendant", "plaintiff", "prisoner", "inmate", "lawyer", "barrister", "solicitor", "attorney", "prosecutor", "judge", "justice", "juror", "magistrate", "minister", "secretary", "president", "chancellor", "premier", "governor", "mayor", "senator", "lawmaker", "politician", "representative", "delegate", "councillor", "commissioner", "ambassador", "diplomat", "envoy", "negotiator", "official", "officer", "chief", "director", "manager", "executive", "boss", "head", "leader", "chair", "chairperson", "founder", "co-founder", "owner", "entrepreneur", "banker", "investor", "analyst", "economist", "expert", "adviser", "advisor", "consultant", "spokesperson", "reporter", "journalist", "correspondent", "editor", "author", "writer", "poet", "novelist", "columnist", "blogger", "critic", "artist", "painter", "sculptor", "photographer", "filmmaker", "musician", "singer", "rapper", "composer", "conductor", "dancer", "comedian", "presenter", "host", "model", "designer", "architect", "curator", "historian", "philosopher", "player", "footballer", "striker", "midfielder", "defender", "goalkeeper", "captain", "coach", "trainer", "referee", "athlete", "runner", "swimmer", "cyclist", "driver", "rider", "pilot", "champion", "winner", "candidate", "nominee", "incumbent", "activist", "campaigner", "protester", "organiser", "organizer", "volunteer", "worker", "employee", "farmer", "miner", "soldier", "general", "colonel", "commander", "fighter", "veteran", "guard", "detective", "inspector", "sheriff", "constable", "policeman", "priest", "bishop", "archbishop", "cardinal", "imam", "rabbi", "pastor", "cleric", "member", "colleague", "friend", "neighbour", "neighbor", "partner", "parent", "relative", "sibling", "twin", "cousin", "resident", "citizen", "tourist", "traveller", "passenger", "customer", "client", "tenant", "landlord", "refugee", "migrant", "immigrant", "protestor", "hero", "celebrity", "star", "legend", "fan", "supporter", "speaker", "counterpart", "successor", "predecessor", "deputy", "aide", "assistant", "treasurer", "lieutenant", "sergeant", "monarch", "emperor", "dictator", "tycoon", "billionaire", "millionaire", "whistleblower", "investigator", "astronaut", "chef", "butcher", "baker", "gunman", "attacker", "killer", "murderer", "thief", "driver", "pensioner", "spouse", "orphan", "newcomer", "colleague", "co-author", "homeopath", "practitioner", "psychologist", "psychiatrist", "dentist", "vet", "paramedic", "firefighter", "trade-unionist", "unionist", "strategist", "organist", "skier", "boxer", "golfer", "jockey", "umpire"]
    )
)
"""Nouns for one person."""

ORGANIZATIONS = frozenset(
    ["company", "firm", "business", "corporation", "manufacturer", "maker", "carmaker", "automaker", "airline", "bank", "retailer", "supermarket", "insurer", "brewer", "publisher", "broadcaster", "newspaper", "magazine", "network", "outlet", "station", "agency", "authority", "ministry", "department", "office", "bureau", "commission", "committee", "council", "board", "court", "tribunal", "parliament", "senate", "congress", "assembly", "government", "administration", "cabinet", "regime", "party", "union", "association", "federation", "league", "confederation", "club", "team", "side", "squad", "organization", "organisation", "group", "charity", "foundation", "institute", "institution", "university", "college", "school", "hospital", "church", "bloc", "alliance", "coalition", "body", "regulator", "watchdog", "watchmaker", "utility", "operator", "supplier", "giant", "startup", "start-up", "developer", "contractor", "subsidiary", "lender", "institution", "consortium", "cooperative", "co-operative", "think-tank", "campaign", "movement"]
)
"""Nouns for one organisation; "it", "its" and often "they" may go on with them."""

PLACES = frozenset(
    ["country", "nation", "state", "republic", "kingdom", "city", "town", "village", "capital", "province", "region", "county", "district", "island", "continent", "territory", "municipality"]
)
"""Nouns for one place."""

GROUPS = frozenset(
    ["people", "police", "officials", "authorities", "officers", "troops", "forces", "soldiers", "rebels", "militants", "protesters", "demonstrators", "activists", "campaigners", "workers", "staff", "employees", "strikers", "miners", "farmers", "teachers", "nurses", "doctors", "students", "pupils", "parents", "residents", "locals", "villagers", "families", "relatives", "lawmakers", "senators", "ministers", "leaders", "diplomats", "delegates", "ambassadors", "prosecutors", "lawyers", "investigators", "detectives", "researchers", "scientists", "experts", "economists", "analysts", "investors", "shareholders", "creditors", "owners", "fans", "supporters", "critics", "opponents", "players", "women", "men", "children", "refugees", "migrants", "voters", "citizens", "taxpayers", "consumers", "customers", "tenants", "unions", "lawmakers", "mps", "republicans", "democrats", "allies", "neighbours", "counterparts", "negotiators", "mediators", "regulators", "organisers", "organizers"]
)
"""Nouns for several people, as written."""

OF_STATE = frozenset(
    ["government", "administration", "authority", "official", "officer", "military", "army", "troop", "force", "navy", "diplomat", "leadership", "regime", "delegation", "negotiator", "side", "embassy"]
)
"""Nouns that act for the state that an adjective or a name before them tells ("Russian officials")."""

KIN = frozenset(
    ["father", "mother", "dad", "mum", "mom", "son", "daughter", "husband", "wife", "brother", "sister", "uncle", "aunt", "parent", "child", "baby", "friend", "colleague", "partner", "cousin", "nephew", "niece", "grandfather", "grandmother", "grandson", "granddaughter", "girlfriend", "boyfriend", "widow", "widower", "lawyer", "aide", "spokesman", "spokeswoman", "spokesperson", "boss", "neighbour", "neighbor", "team", "family", "assistant"]
)
"""Nouns for somebody else than the possessor before them ("his father")."""
