"""Changes, multiples, differences and shares against the two figures that they compare."""

import re
from collections.abc import Iterator

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.crossing import OF_THEM
from bot.analysis.errors.reckoning.mismatch import TOGETHER, Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.no_sides import have_no_side
from bot.analysis.errors.reckoning.results import is_result
from bot.analysis.errors.reckoning.subjects import COUNTS, are_of_two_things
from bot.language import grammar
from bot.language.tokens import Token

_NOT_UP = r"(?<!make )(?<!makes )(?<!made )(?<!making )(?<!take )(?<!takes )(?<!took )(?<!taking )"
"""What "makes up a quarter" of something has not risen by it."""

UP = (
    rf"(?:rose|rises?n?|rising|{_NOT_UP}up|climb(?:ed|s|ing)?|increas(?:e|ed|es|ing)|jump(?:ed|s)?"
    r"|gr[eo]w(?:n|s|th|ing)?|gain(?:ed|s)?|surg(?:e|ed|ing)|soar(?:ed)?|hike|advanc(?:e|ed)|improv(?:ed|ement)"
    r"|rais(?:e|ed|ing)|expand(?:ed|ing)?|swell(?:ed)?)"
)
DOWN = (
    r"(?:f[ae]ll(?:en|s|ing)?|down|drop(?:ped|s|ping)?|declin(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|cut(?:s|ting)?"
    r"|slump(?:ed)?|plung(?:e|ed)|slipp?(?:ed)?|slid|sank|shr[aiu]nk|reduc(?:e|ed|es|ing|tion)|lower(?:ed|ing)?|tumbl(?:e|ed)|shed|los[st])"
)
HEDGE = (
    r"(?:about |almost |nearly |roughly |some |around |approximately |more than |just over |just under |over "
    r"|under |only |just |a mere |a further )?"
)
MOVED = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?:[a-z]+ )?by| of|,)? {HEDGE}$", re.IGNORECASE)
_MORE = re.compile(
    r"^(?: (?P<mup>more|higher|larger|bigger|above|up|increase|rise|jump|gain|growth|surge|hike)"
    r"|(?: |-)(?P<mdown>less|fewer|lower|smaller|below|down|decrease|fall|drop|decline|cut|reduction))\b"
)
_OLD = re.compile(
    rf"\b(?:from|than|short of|shy of|ahead of|behind|clear of|compared (?:with|to)|against|on"
    rf"|versus|below|above)(?: (?!to\b|at\b|by\b"
    rf"|and\b)[a-z’'-]+){{0,4}}? {HEDGE}$"
)
_NEW = re.compile(rf"\b(?:to|at|reach(?:ed|ing)|stands at) {HEDGE}$")
_MULTIPLES = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "halving": 0.5,
}  # fmt: skip
_MULTIPLE = re.compile(
    r"\b(?P<hedge>more than |almost |nearly |roughly |about |just over |just under |less than )?(?:been )?"
    r"(?:(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es|e)\b(?! (?:room|rooms|doors?|glaz|bed"
    r"|check|act|life|figures?|digits?))"
    r"|(?P<times>twice|double|three times|four times|five times|half|triple) (?P<of>(?:as (?:many"
    r"|much|large|big|high)(?! again)(?: as)?\b"
    r"|the (?=[£$€]?\d)|the (?:original|initial|first|previous|earlier|planned)\b"
    r"|what it\b|its |last year’s |the (?:number|figure|level|price|amount|total)\b)))"
)
_TIMES = {
    "twice": 2.0,
    "double": 2.0,
    "three times": 3.0,
    "triple": 3.0,
    "four times": 4.0,
    "five times": 5.0,
    "half": 0.5,
}


def percent_change(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "up 12 percent to 56,000 from 50,000"; "from 50 to 60, a rise of a fifth": the percentage of the change."""
    for percent in sentence.figures:
        if percent.quantity.unit != "%":
            continue
        direction = _direction(sentence, percent)
        others = amounts(sentence)
        then = _one_before(percent, others, previous) if previous is not None else None
        if then is not None:
            others = [then, *others]
        if (
            direction == 0
            or len(others) != 2
            or not comparable(*others)
            or len([f for f in sentence.figures if f.quantity.unit == "%"]) > 1
        ):
            continue
        pair = (others[0], others[1]) if then is not None else old_and_new(sentence, others)
        if pair is None:
            continue
        old, new = pair
        if old.value <= 0 or (old.lemma and new.lemma and old.lemma != new.lemma):
            continue
        if then is None and all(are_of_two_things(percent.token, figure.token) for figure in pair):
            continue
        change = (new.value - old.value) / old.value * 100
        if abs(change - direction * percent.value) > slack(old, new) + max(0.6, 0.03 * abs(change)) + _hedge_slack(
            percent
        ):
            yield mismatch(
                [percent, *others],
                f"from {shown(old.value)} to {shown(new.value)} is a change of {change:+.0f} percent",
            )


def amounts(sentence: Sentence) -> list[Figure]:
    """The counts and sums of a sentence; only its sums where it has two, and nothing joined: "a two-bedroom flat"."""
    found = [f for f in sentence.figures if f.quantity.kind != "percent" and not f.measure_of_time]
    sums = [f for f in found if f.quantity.kind == "money"]
    if len(found) > 2:
        found = sums if len(sums) == 2 else [f for f in found if not sentence.after(f).startswith("-")]
    return found


LAST_TIME = re.compile(
    r"\b(?:last (?:year|month|season|week|quarter|spring|summer|autumn|winter)"
    r"|a year (?:ago|earlier|before)|previous\w*|in (?:19|20)\d\d|the year before)\b",
    re.IGNORECASE,
)


def _one_before(percent: Figure, others: list[Figure], previous: Sentence) -> Figure | None:
    """The one figure of the sentence before, when it is of an earlier time and counts the same."""
    if len(others) != 1 or not LAST_TIME.search(previous.text):
        return None
    found = [f for f in previous.figures if f.quantity.kind != "percent" and not f.measure_of_time]
    if len(found) != 1 or not comparable(found[0], others[0]):
        return None
    then, now = found[0], others[0]
    if now.is_plain and now.lemma not in (None, then.lemma):
        return None
    is_same = (now.is_plain and now.lemma is not None) or _goes_on(percent, previous)
    return then if is_same or 1 / _FARTHEST < now.value / max(then.value, 1e-9) < _FARTHEST else None


_FARTHEST = 2
"""Times by which two figures may differ that words do not tell to be of one thing."""

_WHOLE = frozenset({"total", "overall", "combined"})
_STEM = 4
"""Letters that the words of one thing share: "members" and "membership"."""


def _goes_on(percent: Figure, previous: Sentence) -> bool:
    """True where what has changed is what the sentence before tells of: "It sold 40 last year. The figure rose"."""
    verb: Token | None = percent.token
    while verb is not None and not grammar.is_predicate(verb):
        verb = grammar.governor(verb)
    subject = grammar.subject(verb) if verb is not None else None
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return True
    about = [t for t in subject.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")]
    if subject.lower_ in COUNTS and len(about) == 1:
        return True
    if any(t.lower_ in _WHOLE for t in about):
        return False
    is_bare = any(t.lower_ in ("the", "that", "this", "its", "their") for t in subject.children) and len(about) == 1
    return is_bare or any(t.lower_[:_STEM] in previous.text.lower() for t in about)


def _direction(sentence: Sentence, percent: Figure) -> int:
    moved = MOVED.search(sentence.before(percent)[-40:])
    if moved is not None:
        return 1 if moved.group("up") else -1
    more = _MORE.match(sentence.after(percent))
    if more is not None:
        return 1 if more.group("mup") else -1
    return 0


def old_and_new(sentence: Sentence, pair: list[Figure]) -> tuple[Figure, Figure] | None:
    """Which of two figures is the earlier one, by the words before them; None when nothing tells."""
    olds = [bool(_OLD.search(sentence.before(f)[-40:])) for f in pair]
    news = [bool(_NEW.search(sentence.before(f)[-24:])) for f in pair]
    if olds[0] and not olds[1] and (news[1] or not news[0]):
        return pair[0], pair[1]
    if olds[1] and not olds[0]:
        return pair[1], pair[0]
    return None


def slack(old: Figure, new: Figure) -> float:
    """How many percentage points the rounding of the two figures can make, at most."""
    steps = [_step(f.value) for f in (old, new)]
    if 0.1 < new.value / old.value < 10:
        steps = [min(steps)] * 2  # "from 5 billion to 3.5 billion": both are told to the tenth
    spread = sum(step / abs(f.value) for step, f in zip(steps, (old, new), strict=True) if f.value)
    hedged = sum(0.05 for f in (old, new) if f.quantity.hedge)
    return 100 * (spread + hedged) * max(1.0, new.value / old.value)


def _step(value: float) -> float:
    """Half a unit of the last significant digit of a rounded figure, none for small whole numbers."""
    digits = f"{value:.6g}"
    if "e" in digits or value >= 10_000:
        text = f"{int(value)}"
        # no more than the magnitude is rounded: "70 million" is known to the million
        zeros = min(len(text) - len(text.rstrip("0")), (len(text) - 1) // 3 * 3)
        return 0.5 * 10.0**zeros if zeros else 0.0
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2])
    return 0.5 if value >= 1000 and value % 100 == 0 else 0.0


def _hedge_slack(percent: Figure) -> float:
    hedge = percent.quantity.hedge
    return 0.0 if hedge is None else max(2.0, 0.1 * percent.value)


def multiple(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "doubled from 30 to 50", "40 cases, twice as many as the 25 of last year"."""
    for match in multiples(sentence):
        figures = [f for f in sentence.figures if f.quantity.kind != "ordinal" and not f.measure_of_time]
        at = sentence.start + match.start()
        figures = [f for f in figures if not match.start() <= f.start - sentence.start < match.end()]
        if len(figures) != 2 or not comparable(*figures) or abs(figures[1].start - at) > 110:
            continue
        one, two = figures
        if one.lemma and two.lemma and one.lemma != two.lemma and one.is_plain:
            continue
        if OF_THEM.match(sentence.after(two)):
            continue  # "31,000 copies, 4,000 of them abroad; once it sold three times as many"
        wanted = times(match)
        pair = (
            old_and_new(sentence, figures)
            if match.group("stem")
            else (one, two)
            if two.end <= at
            else (two, one)
            if two.start > at > one.start or "as" in match.group()
            else None
        )
        if match.group("stem") and pair is None:
            continue
        if pair is None or pair[0].value <= 0 or pair[1].value <= 0:
            continue
        ratio, hedge = pair[1].value / pair[0].value, (match.group("hedge") or "").strip()
        low, high = bounds(wanted, hedge)
        if not low <= ratio <= high:
            words = f"from {shown(pair[0].value)} to {shown(pair[1].value)} is {ratio:.2g} times"
            yield Mismatch(min(at, one.start), max(sentence.start + match.end(), two.end), words)


def multiples(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The multiples that a sentence tells; in "both halves grew" the word is a noun."""
    for match in _MULTIPLE.finditer(sentence.text):
        if match["stem"] and sentence.figures:
            start = sentence.start + match.end() - 1
            word = sentence.figures[0].token.doc.char_span(start, start + 1, alignment_mode="expand")
            if word is not None and (word[0].tag_ == "NNS" or _is_hit(word[0])):
                continue
        yield match


_BATTERS = frozenset({"he", "she", "who"})


def _is_hit(verb: Token) -> bool:
    """True for what a batter does: "Cole doubled in two", "she tripled in the sixth"; none for "he doubled it"."""
    subject = grammar.own_subject(verb)
    if subject is None or not (subject.ent_type_ == "PERSON" or subject.lower_ in _BATTERS):
        return False
    return all(hit.pos_ in ("NUM", "ADV") or hit.ent_type_ == "PERSON" for hit in grammar.objects(verb))


def times(match: re.Match[str]) -> float:
    """The factor that a match of :func:`multiples` states."""
    return _MULTIPLES.get(match.group("stem") or "") or _TIMES[match.group("times")]


def bounds(wanted: float, hedge: str) -> tuple[float, float]:
    """The factors that pass for a stated one, by the words that hedge it."""
    if wanted < 1:
        return wanted * (0.5 if hedge == "more than" else 0.85), wanted * 1.15
    if hedge in ("more than", "just over"):
        return wanted * 0.97, wanted * 1.6
    if hedge in ("almost", "nearly", "just under", "less than"):
        return wanted * 0.78, wanted * 1.05
    return wanted * 0.88, wanted * 1.14


_BY = re.compile(
    rf"\b(?:majority|margin|lead|difference|gap|advantage|surplus|deficit|shortfall|loss|profit)(?: of|:)? {HEDGE}$"
)
_MORE_THAN = re.compile(
    r"^(?: [\w’'-]+)? (?:more|fewer|less|higher|lower|(?:long|tall|heavi|old|bigg|larg|small"
    r"|short|deep|wid|fast|slow|light|cheap|dear)er|short of|shy of|ahead of|behind|clear of)\b"
)


def difference(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "by 52 votes to 45, a majority of nine"; "30 cases, eight more than the 24 of last year"."""
    for delta in sentence.figures:
        if delta.quantity.kind == "percent":
            continue
        before, after = sentence.before(delta), sentence.after(delta)
        others = [f for f in sentence.figures if f is not delta and comparable(f, delta) and not f.measure_of_time]
        if len(others) != 2 or any(
            f not in others
            for f in sentence.figures
            if f is not delta and f.quantity.kind == delta.quantity.kind and not f.measure_of_time
        ):
            continue
        if have_no_side(sentence, others):
            continue
        one, two = others
        margin, more = _BY.search(before), _MORE_THAN.match(after)
        moved = MOVED.search(before[-40:]) if re.search(r"\b(?:by|of) [a-z ]*$", before) else None
        from_to = one.start > delta.start and old_and_new(sentence, others) is not None
        if (
            more is not None
            and (
                grammar.is_predicate(delta.token.nbor())  # "31 walk more than two miles"
                or than_then(after, two.start - delta.end)
                or not (two.start > delta.start and (from_to or _OLD.search(sentence.before(two)[-30:])))
            )
        ):
            more = None
        is_told = old_and_new(sentence, others) is not None or _THEN_AND_NOW.search(before)
        if moved is not None and (not is_told or (_OFTEN.match(after) and _is_multiple(others, delta))):
            moved = None
        contested = margin is not None and _VOTES.search(sentence.text) is not None
        if not (contested or more or moved) or _POLLED.search(before) or is_result(sentence, delta, others):
            continue
        if contested and one.start > delta.start and sentence.between(delta, one) in _SCORED:
            continue
        if TOGETHER.search(sentence.between(one, two)) or sentence.before(one).endswith("range of "):
            continue
        if (
            delta.noun is not None
            and more is None
            and delta.lemma not in (None, one.lemma, two.lemma)
            and not delta.measure
        ):
            continue
        if sentence.between(one, two) == " to " and _BY_CLOCK.search(sentence.before(one)) and two.value <= 12:
            continue
        gap = abs(one.value - two.value)
        hedged = any(f.quantity.hedge for f in (one, two, delta))
        if not close(gap, delta.value, 0.1 if hedged else 0.011 if gap >= 100 else 0.0) and not close(
            sum(f.value for f in others), delta.value
        ):
            yield mismatch([one, two, delta], f"between {shown(one.value)} and {shown(two.value)} it is {shown(gap)}")


def _is_multiple(others: list[Figure], delta: Figure) -> bool:
    """True for two figures that some such steps lie apart: "by 40 pence a year, from 300 to 420"."""
    times = abs(others[0].value - others[1].value) / max(delta.value, 1e-9)
    return times > 1.5 and abs(times - round(times)) < 0.05


_OFTEN = re.compile(r"^(?: [a-z]+)? (?:twice|each|apiece|every|per|a (?:time|year|month|week|day|head))\b")
_THAN_THEN = re.compile(
    r"^(?: [\w’'-]+)?,? [a-z]+ than (?:(?:it|they|he|she|the [a-z]+) (?:did|does|do|was|were|had|has|have|needs?)\b"
    r"|(?:a|the) (?:year|month|week|decade|season) (?:ago|earlier|before)\b|last [a-z]+\b|planned\b|expected\b|usual\b)"
    r"[^,;.]{0,40}(?:,(?! (?:when|which|from|with \d))|;)"
)


def than_then(after: str, near: int) -> bool:
    """True for "90 more than it did a year ago, with food from 14 shops": what follows is no side of a difference.

    ``near`` is how far behind the difference the figure stands that might be one.
    """
    told = _THAN_THEN.match(after)
    return told is not None and told.end() <= near


_POLLED = re.compile(r"\b(?:with|on) $")
"""What stands before the votes of a candidate, which are no margin."""

_SCORED = frozenset({" to ", "-", "–", " against "})
"""What stands between the two numbers of a vote that is told as a margin: "by a margin of 41 to 32"."""

_BY_CLOCK = re.compile(r"\b(?:until|till|at|by|before|after|about|nearly) $")
"""What stands before a time such as "ten to five"."""

_THEN_AND_NOW = re.compile(
    r"\b(?:last (?:year|month|season|week)|a year (?:ago|earlier|before)|previously)\b.*\b(?:now|this)\b"
)
_VOTES = re.compile(r"\b(?:vot\w+|polled|ballots?|against|to|majority|seats?|points?|beat|won|defeat\w*|receiv\w+)\b")


_PREMIUM = re.compile(rf"\bpremium of {HEDGE}$")


def premium(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "50 euros a share is a premium of 40 percent to the close of 40 euros"."""
    for offer, percent, price in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        if (
            percent.quantity.unit != "%"
            or not _PREMIUM.search(sentence.before(percent))
            or not comparable(offer, price)
        ):
            continue
        if offer.quantity.kind == "money" and price.value:
            right = (offer.value / price.value - 1) * 100
            if abs(right - percent.value) > max(1.0, 0.08 * abs(right)):
                found = [offer, percent, price]
                yield mismatch(
                    found, f"{shown(offer.value)} against {shown(price.value)} is a premium of {right:.0f} percent"
                )
