"""Which things happen before which: the stages that a person, a case, a building or a law goes through."""

from bot.analysis.errors.lexicon import word_set

_STRICT = (
    "arrest detain | charge indict | convict acquit | appeal",
    "arrest detain charge indict | trial try | sentence",
    "build construct erect building construction | open inaugurate opening | shut close demolish reopen",
    "build construct erect | modernise modernize renovate refurbish restore extend enlarge sell damage destroy",
    "paint compose sculpt | sell buy acquire auction lend exhibit steal damage destroy",
    "steal theft | recover return smuggle",
    "launch | sink torpedo scuttle wreck | raise salvage",
    "elect election | swear_in inaugurate take_office",
    "propose introduce draft | pass approve adopt enact approval adoption | sign | come_into take_effect"
    " | repeal abolish",
    "engage engagement | marry wed wedding marriage | divorce divorce",
    "come_to_light | charge indict dismiss sack",
    "commission | publish",
    "order | deliver",
    "found establish create form set_up | dissolve disband merge float list liquidate abolish open close",
    "die | bury cremate exhume embalm burial",
    "negotiate negotiation talk | sign initial ratify",
    "dig excavate drill bore tunnel digging excavation drilling tunnelling groundwork | complete finish completion"
    " | inaugurate open opening",
    "write compose draft | win scoop",
    "launch blast_off lift_off liftoff | orbit reach dock splash_down re-enter",
    "career apprenticeship | retire retirement",
    "nominate shortlist | win scoop",
    "sign initial | ratify ratification | come_into take_effect",
    "adopt | rename",
    "betroth | wed marry",
    "ordain ordination | bishop consecrate",
    "kidnap abduct capture kidnapping abduction | ransom free release rescue",
    "extradite extradition | convict acquit sentence",
    "patent invent invention | license",
    "lay_down keel | launch | commission | decommission scrap",
    "conceive | bear",
    "mine quarry | backfill",
    "audition cast | film shoot | premiere",
    "digitise digitize scan | upload",
    "impeach impeachment | remove acquit",
    "bail remand | trial try | sentence",
)
"""Groups of events of which each can only come after those before it."""

_TOLD = (
    "jail imprison jailing | free parole release",
    "join enter hire recruit | leave quit retire resign promote retirement",
    "enrol enroll matriculate | graduate graduation",
    "suspend halt stop interrupt break_down break_off pause postpone | resume restart",
    "impose | lift ease",
    "escape abscond | recapture",
    "qualify | compete",
    "fell chop_down | replant",
    "mothball shut_down | restart",
    "blockade besiege siege | relieve",
    "embargo | lift",
    "plant sow | harvest reap",
    "occupy invade invasion occupation | liberate withdraw liberation withdrawal",
    "infect | diagnose | recover discharge recovery",
    "elect appoint election appointment | swear_in inaugurate take_office"
    " | resign retire oust dismiss sack depose resignation retirement dismissal",
    "murder kill rob steal stab shoot rape abduct kidnap robbery embezzle defraud launder siphon empty divert extort"
    " swindle assault burgle pocket | come_to_light uncover | arrest detain | charge | trial try plead"
    " | convict acquit clear sentence jail imprison",
    "damage burn burn_down blow_up destroy flood gut wreck collapse explode fire blaze flood explosion collapse"
    " blast earthquake rockfall landslide close shut closure | repair rebuild restore clear work renovation"
    " restoration renovate refurbish | reopen reopening",
    "steal theft | sell resell ship find buy",
    "buy acquire purchase | sell resell sale",
    "begin start open launch commence | end finish conclude complete",
    "leave depart sail embark set_out set_off departure | arrive reach return arrival",
    "diagnose infect diagnosis | treat operate admit operation treatment surgery | recover discharge recovery",
    "find discover unearth come_upon | identify authenticate bury",
    "crash sink capsize collide derail | rescue raise salvage",
    "hack breach break_into | detect discover notice | report notify disclose",
    "apply | grant refuse reject",
    "file lodge petition | reject grant dismiss uphold throw_out",
    "block blockade barricade occupy | clear unblock evict lift",
    "find discover unearth | confirm certify verify",
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
    "file lodge sue petition lawsuit complaint | rule settle order dismiss ruling settlement",
    "meet | marry wed divorce marriage wedding divorce separate | remarry",
    "meet | found establish form set_up launch create start open",
    "date court | marry wed",
    "find discover unearth dig_up excavate exhume discovery | sell buy acquire auction donate restore exhibit display"
    " export smuggle date x-ray",
    "emerge hatch | mate spawn",
    "build construct erect carve cast forge weave paint sculpt make knit sew | sell buy acquire lose steal donate break"
    " restore repair inherit",
    "design draw sketch | build construct make sew cast manufacture | test | launch sell market",
    "plan propose | approve authorise authorize | build begin start construct",
    "announce unveil | begin start open launch introduce",
    "lose | regain recover recapture retake win_back",
    "open | expand extend move close shut sell",
    "study train apprentice training studies | qualify graduate practise practice work teach perform",
    "enlist conscript volunteer enlistment | deploy serve wound capture discharge demobilise",
    "deploy | withdraw withdrawal",
    "wound injure hurt injury | recover heal return amputate operate discharge",
    "collapse faint | revive recover hospitalise",
    "test sample | confirm diagnose",
    "outbreak spread | contain eradicate",
    "quake earthquake tremor eruption erupt | aftershock evacuate rescue rebuild reopen",
    "hurricane cyclone typhoon storm | rescue repair rebuild reopen declare",
    "drought flood | relief",
    "strike walk_out stoppage walkout | settle resume end",
    "protest demonstrate demonstration | disperse crackdown",
    "vote ballot referendum election poll | count recount certify declare result inaugurate swear_in",
    "campaign campaigning | vote elect",
    "submit tender bid | award win reject accept",
    "seize confiscate impound seizure | return destroy auction sell",
    "borrow | default repay restructure",
    "invest investment | profit divest",
    "list float | delist",
    "merge merger | rename split",
    "launch | recall withdraw discontinue suspend",
    "recall | relaunch replace",
    "license certify certification | revoke suspend",
    "ban prohibit | lift legalise legalize overturn readmit",
    "expel | readmit reinstate",
    "suspend | reinstate",
    "demote | promote",
    "draft sign | debut play score | transfer sell loan release retire",
    "debut | retire retirement",
    "qualify | win reach lose",
    "train | compete race",
    "injure | undergo return",
    "kick_off | equalise equalize | win lose",
    "cross_over cross | reach arrive",
    "board | disembark land",
    "take_off depart departure takeoff | land touch_down crash landing",
    "dock moor | unload sail",
    "load | unload deliver",
    "order commission | receive deliver install delivery",
    "install fit | replace remove",
    "breed | release",
    "capture tag | release",
    "reintroduce | multiply breed",
    "lay | hatch",
    "record | release",
    "write | stage perform film translate",
    "translate | read",
    "rehearse rehearsal | perform premiere",
    "edit | print",
    "evict eviction | rehouse demolish",
    "demolish raze demolition clearance | rebuild replace redevelop",
    "gut | restore rebuild reopen",
    "close closure | reopen sell convert demolish",
    "bankrupt insolvency insolvent bankruptcy | liquidate rescue revive sell relaunch",
    "inherit | sell donate",
    "bequeath | inherit",
    "engage hire | dismiss sack fire",
    "train recruit | deploy",
    "immigrate arrive land settle | naturalise naturalize",
    "flee escape | settle",
    "adopt | raise",
    "widow | remarry",
    "conceive | miscarry",
    "investigate investigation inquiry probe | conclude clear charge report",
    "raid search | seize charge",
    "confess confession | recant retract",
    "plead | sentence",
    "appeal | overturn uphold quash",
    "sentence | serve release free parole pardon",
    "pardon amnesty | release free",
    "exile banish | return",
    "crown coronation | abdicate abdication",
    "abdicate | exile",
    "declare declaration | recognise recognize",
    "invade | occupy annex",
    "cease-fire ceasefire truce | violate break",
    "sow plant | ripen harvest pick reap mow",
    "brew ferment | bottle",
    "bake | eat",
    "set_sail set_off | return arrive",
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
    " evacuation promotion relegation burial digging excavation drilling tunnelling negotiation career apprenticeship"
    " extradition invasion occupation siege liberation impeachment kidnapping abduction coronation abdication"
    " eviction demolition merger inquiry investigation ratification ordination"
)
"""Nouns that are events themselves: "repairs began in 2018", "after the fire in 2019"."""

AGENTS = word_set(
    "die win join enter leave quit retire resign marry wed divorce graduate enrol enroll matriculate depart sail embark"
    " arrive reach return meet set_out set_off become rise qualify recover vanish disappear come_into take_effect plead"
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
