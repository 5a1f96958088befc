"""Which things happen before which: the stages that a person, a case, a building or a law goes through."""

from bot.analysis.errors.lexicon import word_set

_STRICT = (
    "arrest detain | charge indict | convict acquit | appeal",
    "arrest detain charge indict | trial try | sentence",
    "jail imprison jailing | free parole release",
    "build construct erect building construction | open inaugurate opening | shut close demolish reopen",
    "build construct erect | modernise modernize renovate refurbish restore extend enlarge sell damage destroy",
    "paint compose sculpt | sell buy acquire auction lend exhibit steal damage destroy",
    "steal theft | recover return smuggle",
    "launch | sink torpedo scuttle wreck | raise salvage",
    "elect appoint election appointment | swear_in inaugurate take_office"
    " | resign retire oust dismiss sack depose resignation retirement dismissal",
    "join enter hire recruit | leave quit retire resign promote retirement",
    "enrol enroll matriculate | graduate graduation",
    "propose introduce draft | pass approve adopt enact approval adoption | sign | come_into take_effect"
    " | repeal abolish",
    "engage engagement | marry wed wedding marriage | divorce divorce",
    "come_to_light | charge indict dismiss sack",
    "suspend halt stop interrupt break_down break_off pause postpone | resume restart",
    "impose | lift ease",
    "commission | publish",
    "order | deliver",
    "escape abscond | recapture",
    "plant sow | harvest reap",
    "infect | diagnose | recover discharge recovery",
    "found establish create form set_up | dissolve disband merge float list liquidate abolish open close",
)
"""Groups of events of which each can only come after those before it."""

_TOLD = (
    "murder kill rob steal stab shoot rape abduct kidnap robbery embezzle defraud launder siphon empty divert extort"
    " swindle assault burgle pocket | come_to_light uncover | arrest detain | charge | trial try plead"
    " | convict acquit clear sentence jail imprison",
    "damage burn burn_down blow_up destroy flood gut wreck collapse explode fire blaze flood explosion collapse"
    " blast earthquake rockfall landslide close shut closure | repair rebuild restore clear work renovation"
    " restoration renovate refurbish | reopen reopening",
    "steal theft | sell resell ship find",
    "buy acquire purchase | sell resell sale",
    "begin start open launch commence | end finish conclude complete",
    "leave depart sail embark set_out set_off departure | arrive reach return arrival",
    "diagnose infect diagnosis | treat operate admit operation treatment surgery | recover discharge recovery",
    "find discover unearth come_upon | identify authenticate bury",
    "crash sink capsize collide derail | rescue raise salvage",
    "hack breach break_into | detect discover notice | report notify disclose",
    "apply | grant refuse reject",
    "nominate shortlist | win award",
    "borrow lend | repay",
    "summon subpoena | testify",
    "sign award approve | work",
    "vanish disappear steal lose theft disappearance | turn_up resurface reappear find recover",
    "flee leave emigrate | return come_home",
    "promote promotion | relegate demote relegation",
    "write compose record shoot film | perform stage premiere release publish screen performance",
    "evacuate evacuation | allow return",
    "vanish disappear disappearance | find",
    "plan propose announce | open complete inaugurate opening completion",
    "join enter hire | become promote rise",
    "die | read publish",
    "file lodge sue | rule",
)
"""Groups of events that follow one another when they are told in this order, and may be told of others otherwise."""


def _ranks(chains: tuple[str, ...]) -> dict[str, dict[int, int]]:
    ranks: dict[str, dict[int, int]] = {}
    for number, chain in enumerate(chains):
        for rank, group in enumerate(chain.split(" | ")):
            for word in group.split():
                ranks.setdefault(word, {})[number] = rank
    return ranks


_STRICT_RANKS, _TOLD_RANKS = _ranks(_STRICT), _ranks(_TOLD)

FIRST = word_set("bear found establish create form set_up")
"""What nothing that happens to a person or a body comes before."""

NOUNS = word_set(
    "repair work trial construction restoration renovation refurbishment rebuilding clearance closure reopening"
    " opening closing demolition fire blaze flood explosion collapse blast earthquake rockfall landslide theft"
    " recovery sale sinking raising election appointment resignation retirement dismissal graduation approval"
    " adoption repeal abolition surgery engagement wedding marriage divorce separation"
    " departure arrival infection diagnosis"
    " operation release jailing arrest robbery murder disappearance completion treatment"
    " evacuation promotion relegation"
)
"""Nouns that are events themselves: "repairs began in 2018", "after the fire in 2019"."""

AGENTS = word_set(
    "join enter leave quit retire resign marry wed divorce graduate enrol enroll matriculate depart sail embark arrive"
    " reach return set_out set_off become rise qualify recover vanish disappear come_into take_effect plead"
)
"""Events in the life of their subject; others are in that of their object."""

ENDS = word_set(
    "release free parole resign retire leave reopen return discharge end finish quit recover emerge step_down"
)
"""What ends a stretch of time that began with one of :data:`STARTS`."""

STARTS = word_set(
    "arrest detain jail imprison charge remand elect appoint take_office join close shut begin start suspend admit"
    " launch hire found become capture kidnap abduct"
)


def precedes(first: str, later: str) -> bool:
    """True when the first of two events can only come before the other."""
    return _is_lower(_STRICT_RANKS, first, later)


def leads_to(first: str, later: str) -> bool:
    """True when the first of two events, told before the other, came before it."""
    return _is_lower(_TOLD_RANKS, first, later) or precedes(first, later)


def is_known(word: str) -> bool:
    """True for a verb with its particle that the tables have."""
    return word in _STRICT_RANKS or word in _TOLD_RANKS


def _is_lower(table: dict[str, dict[int, int]], first: str, later: str) -> bool:
    others = table.get(later, {})
    return any(rank < others.get(chain, rank) for chain, rank in table.get(first, {}).items())
