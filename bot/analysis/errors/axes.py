"""Verbs that exclude each other: two ends of one axis, as "approve" and "reject"."""

from functools import cache

from bot.language import grammar
from bot.language.tokens import Token

_AXES = (
    ("approve back pass adopt endorse accept ratify uphold support authorise authorize agree welcome greenlight",
     "reject block refuse veto oppose dismiss overturn quash deny condemn decline"
     " defeat void annul invalidate"),
    ("rise climb increase jump grow gain surge soar rally improve rebound swell",
     "fall drop decline decrease slump plunge slip slide sink shrink tumble plummet shed dip worsen"),
    ("raise increase lift boost expand", "cut lower reduce slash trim"),
    ("win beat defeat triumph clinch", "lose"),
    ("open reopen start begin launch resume continue extend keep restart reinstate restore",
     "close shut end stop halt scrap suspend cancel axe abandon shelve drop ditch quit abolish"),
    ("arrest jail convict detain imprison charge sentence", "acquit free release clear exonerate"),
    ("hire appoint join stay remain return reinstate", "sack fire dismiss quit resign leave oust retire"),
    ("survive rescue save", "die kill drown perish"),
    ("admit confirm", "deny"),
    ("clear exonerate acquit", "fire sack dismiss expel discipline reprimand sanction fine suspend"),
    ("ban prohibit forbid outlaw bar block", "allow permit legalise legalize authorise authorize"),
    ("buy acquire", "sell"),
    ("impose introduce", "lift repeal scrap abolish"),
    ("strengthen tighten", "weaken loosen relax ease"),
    ("widen", "narrow"),
    ("praise applaud welcome hail laud commend",
     "criticise criticize condemn denounce attack slam blast decry deplore lambast accuse"
     " rebuke scold berate upbraid"),
    ("succeed", "fail collapse"),
    ("spare", "ruin destroy ravage wreck devastate"),
    ("keep retain", "remove withdraw"),
    ("quicken accelerate", "slow"),
    ("uphold", "overturn quash"),
    ("delay postpone", "advance hasten"),
    ("find", "lose"),
    ("build erect", "demolish"),
    ("hold", "cancel postpone"),
    ("sign", "reject refuse"),
    ("withdraw", "deploy submit"),
    ("complete finalise finalize seal", "cancel abandon scrap drop"),
    ("hire create add", "cut axe shed"),
    ("double treble triple quadruple", "halve"),
    ("secure obtain receive raise", "seek request appeal"),
    ("save keep retain spare preserve", "close shut demolish axe scrap abolish lose drop"),
    ("back support favour favor champion", "oppose resist fight"),
    ("meet achieve reach hit attain", "miss"),
    ("grant award", "deny refuse withhold"),
    ("admit confess acknowledge concede", "deny"),
    ("ease soften", "worsen toughen"),
    ("arrive", "depart leave"),
    ("withdraw recall", "send deploy"),
    ("protect preserve", "destroy demolish"),
    ("qualify advance", "miss"),
    ("gain regain", "lose miss"),
    ("order", "reject refuse block forbid bar dismiss"),
)  # fmt: skip
_FLIPS = frozenset(
    {
        "fail",
        "refuse",
        "decline",
        "reject",
        "avoid",
        "stop",
        "cancel",
        "scrap",
        "abandon",
        "drop",
        "deny",
        "end",
        "halt",
        "prevent",
    }
    | {"oppose", "block", "forbid", "bar", "suspend", "cease", "shelve", "postpone"}
)
_OPEN = frozenset({"if", "whether", "unless", "may", "might", "could", "should", "can"})


_PHRASAL = {
    "turn down": "reject", "throw out": "reject", "vote down": "reject", "knock back": "reject",
    "strike down": "overturn",
    "call off": "cancel", "shut down": "close", "close down": "close", "step down": "resign", "stand down": "resign",
    "give up": "abandon", "go up": "rise", "go down": "fall", "go ahead": "approve", "press ahead": "continue",
    "carry on": "continue", "bring back": "restore", "take over": "acquire", "set up": "launch", "scale back": "reduce",
    "wave through": "approve", "sign off": "approve", "lay off": "sack", "take on": "hire", "rule out": "reject",
    "break down": "collapse", "fall apart": "collapse", "fall through": "collapse",
    "let off": "clear", "lock up": "jail", "put off": "postpone", "knock down": "demolish", "pull down": "demolish",
}  # fmt: skip


def meaning(verb: Token) -> str:
    """The lemma of a verb, or the plain verb that a phrasal one amounts to ("turned down": reject)."""
    lemma = verb.lemma_.lower()
    if lemma == "plead" and (guilty := next((c for c in verb.children if c.lower_ == "guilty"), None)) is not None:
        return "deny" if any(c.lower_ == "not" for c in guilty.children) else "admit"
    if lemma == "find" and any(c.lower_ == "guilty" and c.i > verb.i for c in verb.children):
        return "convict"
    particle = next(
        (c for c in verb.children if c.dep_ == "compound:prt" or (c.i == verb.i + 1 and c.dep_ == "advmod")), None
    )
    return _PHRASAL.get(f"{lemma} {particle.lower_}", lemma) if particle is not None else lemma


@cache
def _table() -> dict[str, list[tuple[int, int]]]:
    table: dict[str, list[tuple[int, int]]] = {}
    for axis, ends in enumerate(_AXES):
        for sign, words in zip((1, -1), ends, strict=True):
            for word in words.split():
                table.setdefault(word, []).append((axis, sign))
    return table


def on_axes(lemma: str) -> dict[int, int]:
    """The axes that a verb lies on, each with its end (1 or -1)."""
    return dict(_table().get(lemma, ()))


def is_denied(verb: Token) -> bool:
    """True when a verb is negated or made undone by the verb above it ("did not sell", "refused to sell")."""
    above = grammar.governor(verb)
    undone = (
        above is not None
        and grammar.relation(verb) in ("xcomp", "ccomp")
        and above.lemma_.lower() in _FLIPS
        and above.i < verb.i
    )
    return grammar.is_negated(verb) != undone


def is_open(verb: Token) -> bool:
    """True when the clause says what may be: conditions, possibilities."""
    return any(child.lower_ in _OPEN for child in verb.children if child.dep_ in ("mark", "aux"))


def is_perfect(verb: Token) -> bool:
    """True for "has sold" and "had sold"."""
    return any(aux.lower_ in ("have", "has", "had", "’ve", "'ve") for aux in grammar.auxiliaries(verb))


def vote(verb: Token) -> int:
    """1 for "voted to …" and "voted for", -1 for "voted against", else 0."""
    if verb.lemma_.lower() != "vote":
        return 0
    if any(word == "against" for word, _ in grammar.obliques(verb)) or any(
        c.lower_ == "against" for c in verb.children
    ):
        return -1
    clause = grammar.complement_clause(verb)
    clauses = [clause] if clause is not None else [c for mark, c in grammar.adverbial_clauses(verb) if mark == "to"]
    if clauses:
        return -1 if is_denied(clauses[0]) or clauses[0].lemma_.lower() in _FLIPS else 1
    return 1 if any(word in ("for", "in") for word, _ in grammar.obliques(verb)) else 0
