"""Parts against the whole that they are said to be of."""

import re
from collections.abc import Callable, Iterator
from itertools import accumulate, combinations, pairwise, takewhile

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.crossing import (
    are_peers,
    are_stages,
    is_nearer,
    is_rest_of_part,
    may_overlap,
    own_parts,
)
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_gapped, is_person, mismatch, same_kind, shown
from bot.analysis.errors.reckoning.totals import AND, NOT_ADDENDS
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar

OVERLAP = re.compile(r"\b(?:also|both|as well|overlap\w*|at least one|more than one|too|again)\b")
_OF = re.compile(
    r"(?:^|[\s(“])[Oo]ut of $|(?:^|[\s(“])[Oo]ut of (?:the|its|their|all|a total of) $"
    r"|(?:^|[,;:—–(“] ?|\b(?:said|that|and|but) )[Oo]f (?:the|its|their|his|her|all|all the|every|these"
    r"|those|a total of|some|about)? ?$"
)
_LISTED = re.compile(
    r"^(?:(?: (?!and\b|or\b)[\w’'-]+){5,9}?(?=:)|(?: (?!and\b|or\b)[\w’'-]+){1,4}?)"
    r"(?P<mark>:|,| \(| [—–-]) (?P<opens>.{0,24})$"
)
_CONTAINS = re.compile(
    r"^(?: [\w’'-]+){0,3}? (?:includ(?:es?|ed|ing)|compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of"
    r"|made up of) (?:the |its )?$"
)
_OF_THOSE = re.compile(r"[,;—–-] of (?P<what>those|these|them|whom|which),? (?:[a-z]+ )?$")
REST_FIGURE = re.compile(r"\b(?:remaining|other|rest|remainder|balance|missing)(?:,| of)? (?:some |about )?$")
_FAR = re.compile(r"^ (?:[\w’'-]+ ){1,12}[\w’'-]+, (?:[a-z]+ ){0,2}$")
_COLON = re.compile(r"(?: (?!and\b|or\b)[\w’'-]+){1,9}?:")
_SUM = re.compile(r"^[^:;,.]{0,80}: (?:[\w’'-]+ ){0,3}$")
_STEPS = re.compile(r"^ (?:over|across|in) (?:two|three|four|2|3|4) (?:years|stages|steps|phases|instal?ments): $")
_OF_THEM = re.compile(r" of (?:them|whom|which|these|those)\b")
_ALL = re.compile(r"\band\b.*\ball $")
"""Before what is everything just named and no part of the first of it: "two cars and a van, all three of them"."""
_NO_LIST = re.compile(
    r"\b(?:but|after|when|while|killing|injuring|leaving|up|down|from|than|compared|against|beating)\b"
)
_INTRODUCED = re.compile(r"\b(?:including|among|of (?:whom|which|them)|comprising|made up of|with)\b")

Parts = tuple[list[Figure], bool]
"""The parts of a whole, and whether they are said to be all of it."""
Later = tuple[Figure, ...]


def parts_of_whole(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "Of the 40 students, 25 passed and 20 failed"; "nine potters: five from Leeds and six from York"."""
    for i, whole in enumerate(sentence.figures):
        later = sentence.figures[i + 1 :]
        if whole.quantity.unit == "points" or whole.value <= 1 or not later:
            continue
        if i and sentence.figures[i - 1].end + 1 == whole.start:
            continue  # the name of what is counted: "five 787 airliners"
        if i and _is_ratio(sentence, sentence.figures[i - 1], whole):
            continue
        for read in _READERS:
            found = read(sentence, whole, later)
            if found is not None:
                yield from _compare(sentence, whole, *found)
                break


def _after_colon(sentence: Sentence, whole: Figure, later: Later) -> Parts | None:
    """ "15 animals: eight dogs, four cats and three parrots"; "£5m: £2m from one and £3m from another"."""
    if not whole.is_plain:
        run = [f for f in later if f.quantity.unit == whole.quantity.unit and f.quantity.kind == whole.quantity.kind]
        told = _STEPS if whole.quantity.kind == "percent" else _SUM
        opens = len(run) > 1 and tuple(run) == later[-len(run) :] and told.match(sentence.between(whole, run[0]))
        return (run, True) if opens and _all_joined(sentence, run) and not NOT_ADDENDS.search(sentence.text) else None
    counted = [f for f in later if f.is_plain and not f.measure_of_time]
    if not whole.is_plain or whole.lemma is None or len(counted) < len(later) or len(later) < 2:
        return None
    run = list(_joined(sentence, counted))
    is_list = _COLON.match(sentence.after(whole)) and _LISTED.match(sentence.between(whole, run[0]))
    return (run, True) if is_list and len(run) == len(later) else None


def _after_of(sentence: Sentence, whole: Figure, later: Later) -> Parts | None:
    """ "Of the 40 students, 25 passed and the remaining 15 failed"."""
    if not _OF.search(sentence.before(whole)) or whole.quantity.kind == "percent":
        return None
    later = tuple(takewhile(lambda f: not _NEXT_WHOLE.search(sentence.before(f)), later))
    found = _alike(sentence, whole, later)
    counted = [f for f in later if f.is_plain and not f.measure_of_time and not _is_no_part(sentence, f)]
    joined = [f for f in counted if f in found or AND.search(sentence.before(f))] if whole.is_plain else found
    joined = own_parts(sentence, [f for f in joined if not sentence.before(f).endswith(" within ")])
    if len(joined) == 2 and is_rest_of_part(whole.value, joined[0].value, joined[1].value, ()):
        return joined, False
    return (joined, _has_rest(sentence, joined)) if joined else None


def _contained(sentence: Sentence, whole: Figure, later: Later) -> Parts | None:
    """ "The squad of 23 includes 15 forwards and eight backs"."""
    if not whole.is_plain or whole.measure or not _CONTAINS.match(sentence.between(whole, later[0])):
        return None
    return [f for f in later if f.is_plain and not f.measure], False


def _of_those(sentence: Sentence, whole: Figure, later: Later) -> Parts | None:
    """ "It involved 18 people; of those, 11 were taken to hospital and the remaining seven were not"."""
    found = _alike(sentence, whole, later)
    if not found or not whole.is_plain or not (of := _OF_THOSE.search(sentence.between(whole, found[0]))):
        return None
    if of["what"] == "whom" and _of_a_bigger(sentence, whole, found[0]):
        return None
    if (of["what"] == "which" and _has_nearer(whole, found[0])) or _of_a_nearer(whole, found[0]):
        return None
    cut = next((i for i, (a, b) in enumerate(pairwise(found), 1) if ";" in sentence.between(a, b)), len(found))
    return found[:cut], _has_rest(sentence, found[1:cut])


def _listed(sentence: Sentence, whole: Figure, later: Later) -> Parts | None:
    """ "24 buses, 15 of them electric and nine diesel"; "nine potters, five from Leeds and four from York"."""
    found = _alike(sentence, whole, later)
    if (
        not found
        or not whole.is_plain
        or whole.measure_of_time
        or whole.lemma is None
        or _of_a_bigger(sentence, whole, found[0])
        or _of_a_nearer(whole, found[0])
    ):
        return None
    between = sentence.between(whole, found[0])
    listed = _LISTED.match(between)
    if _OF_THEM.match(sentence.after(found[0])) and not _ALL.search(between) and (listed or _FAR.match(between)):
        run = [f for f in later if f.is_plain and not f.measure and f.start >= found[0].start]
        return run if _all_joined(sentence, run) and ";" not in sentence.text else run[:1], False
    if listed is None or (listed.group("mark") == "," and _is_apart(sentence, whole, found[0])):
        return None
    opens, run = listed.group("opens"), list(_joined(sentence, found))
    introduced = _INTRODUCED.search(opens) is not None
    alike = listed.group("mark") in (":", " (") or all(f.lemma in (None, whole.lemma) or f.noun is f.token for f in run)
    people = list(takewhile(lambda f: is_person(f.lemma or ""), run))
    if whole.lemma in _ANYBODY and len(people) > 1:
        return people, False  # "2,310 people, 1,480 men and 830 women"
    if _NO_LIST.search(opens) or not (introduced or (alike and len(run) > 1)):
        return None
    exhaustive = listed.group("mark") == ":" and len(run) > 1 and not introduced
    return run, exhaustive or _has_rest(sentence, run)


def _is_apart(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """True behind a comma for a figure of another holder, clause or time, or of what things have.

    "Leeds had 41 members, York 28"; "two mills, with 90 and 60 workers".
    """
    between = sentence.between(whole, part)
    is_had = ", with " in between and part.value > whole.value and part.lemma != whole.lemma
    is_had = is_had and not re.match(r" (?:in|at|on|from|of)\b", sentence.after(part))
    return is_had or is_gapped(between) or are_peers(sentence, whole, part) or are_stages(sentence, whole, part)


def _has_nearer(whole: Figure, part: Figure) -> bool:
    """True when "of which" follows a clause of its own: "She owed forty cents, and had it put on a mug, of which 900".

    What counts is "and", "but" or "or" between the whole and the part, and a verb behind it.
    """
    between = whole.token.doc[whole.token.i + 1 : part.token.i]
    joint = next((word.i for word in between if word.lower_ in ("and", "but", "or")), None)
    return joint is not None and any(word.pos_ == "VERB" and word.i > joint for word in between)


_READERS: tuple[Callable[[Sentence, Figure, Later], Parts | None], ...] = (
    _after_colon,
    _after_of,
    _contained,
    _of_those,
    _listed,
)


_NEXT_WHOLE = re.compile(r"; (?:and |but )?of (?:the|its|their|some|about)? ?$")
"""Before the next whole of a sentence: "of 22 wells, 14 were safe; of 19 in the hills, 16"."""

_NO_PART = re.compile(
    r"(?:\b(?:up|down)(?: slightly| sharply)? from|\bcompared (?:with|to)|, against|\bequivalent of|\bincluding an?)"
    r" (?:about |some |the )?$"
    r"|\b(?:between|among|of|both|either) (?:the|these|those) $"
)
"""Before what a part was once, what something is likened to, and those named before: "in the sea between the two"."""


def _alike(sentence: Sentence, whole: Figure, later: Later) -> list[Figure]:
    return [f for f in later if same_kind(f, whole) and not _is_no_part(sentence, f)]


def _is_no_part(sentence: Sentence, figure: Figure) -> bool:
    told = _NO_PART.search(sentence.before(figure))
    return told is not None and (figure.noun is None or not told.group().endswith(("the ", "these ", "those ")))


_RATIO = re.compile(r",? out of $")
_MOST_OF_RATIO = 10


def _is_ratio(sentence: Sentence, figure: Figure, whole: Figure) -> bool:
    """True for "two out of three", which tells of no three that the rest of the sentence counts."""
    return whole.value <= _MOST_OF_RATIO and _RATIO.fullmatch(sentence.between(figure, whole)) is not None


def _has_rest(sentence: Sentence, figures: list[Figure]) -> bool:
    """True when one of some figures is the rest ("the remaining 15")."""
    return any(REST_FIGURE.search(sentence.before(f)) for f in figures)


def _of_a_bigger(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """True when a part is too big for a whole, and a figure before fits ("1,200 people in 14 towns, 300 of them")."""
    return any(f.end < whole.start and f.is_plain and f.value >= part.value > whole.value for f in sentence.figures)


def _of_a_nearer(whole: Figure, part: Figure) -> bool:
    """True when a part is too big for a whole, and may be of something nearer: "two dogs got at ewes, 19 of them"."""
    return part.value > whole.value and is_nearer(whole, part)


def _all_joined(sentence: Sentence, figures: list[Figure]) -> bool:
    return all(AND.search(sentence.between(a, b)) for a, b in pairwise(figures))


def _joined(sentence: Sentence, figures: list[Figure]) -> Iterator[Figure]:
    """The first figures of a list, as far as commas and "and" join them."""
    yield figures[0]
    for one, two in pairwise(figures):
        if not AND.search(sentence.between(one, two)):
            return
        if _OF_ANOTHER.match(sentence.after(two)):
            return
        yield two


_OF_ANOTHER = re.compile(
    r"^ (?:(?:of|from|in|out of) (?:the|its|their|his|her) (?:next|other|last|following) "
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|dozen|few|several)\b)"
    r"|(?:short|more|fewer|ahead|behind)\b)"
)
"""Behind a count what it is of, not of the whole before: "winning four but only five of the next ten"."""


_PARTS_FOLLOW = re.compile(
    r"[:(—–]|\b(?:includ\w*|compris\w*|made up|consist\w*|divided|split|of (?:which|whom|them)|among (?:them|whom)|were"
    r"|was|are|is)\b"
)
"""Words between a whole and its parts."""


_ANYBODY = frozenset({"people", "person", "victim", "casualty", "runner", "passenger", "member", "guest", "visitor"})
"""Those of whom others can only be kinds."""


def _is_list(sentence: Sentence, whole: Figure, parts: list[Figure]) -> bool:
    """True for a list of things each with its noun: "won three Grammys, 14 country awards and two critics' prizes"."""
    named = all(f.lemma is not None and f.noun is not f.token for f in parts)
    of = _OF.search(sentence.before(whole)) or _PARTS_FOLLOW.search(sentence.between(whole, parts[0]))
    people = whole.lemma in _ANYBODY and all(is_person(f.lemma or "") for f in parts)
    return named and not of and not people


_UNCOUNTED = re.compile(r"(?:,|\b(?:and|plus|with)) (?:an?|the|his|her|its|their|[A-Z][\w’'-]+) ")
"""What may be a part without a figure."""


def _leaves_over(sentence: Sentence, whole: Figure, parts: list[Figure]) -> bool:
    """True for too few parts where there may be others: "nine staff: five nurses, three doctors and a cook"."""
    if _UNCOUNTED.search(sentence.text, parts[0].end - sentence.start) is not None:
        return True
    two = len(parts) == 2 and whole.is_plain and whole.value >= 10 and not _has_rest(sentence, parts)
    return two and not is_slip(sum(f.value for f in parts), whole.value)


_MOST_PARTS = 10


def _is_running(values: list[float]) -> bool:
    """True when the greatest of some figures is what others of them make."""
    most = max(values)
    others = sorted(values)[:-1][-_MOST_PARTS:]
    return any(sum(some) == most for size in range(2, len(others) + 1) for some in combinations(others, size))


def _is_full(sentence: Sentence, parts: list[Figure], whole: float) -> bool:
    """True when the first of some figures make the whole: "52 staff, 31 here and 21 there, and aims to let six go"."""
    sums = list(accumulate(f.value for f in parts))
    at = next((i for i, total in enumerate(sums[1:-1], 1) if close(total, whole)), None)
    if at is None:
        return False
    one, two = parts[at], parts[at + 1]
    return any(t.pos_ in ("VERB", "AUX") for t in one.token.doc[one.token.i + 1 : two.token.i])


def _compare(sentence: Sentence, whole: Figure, parts: list[Figure], exhaustive: bool) -> Iterator[Mismatch]:
    values = [f.value for f in parts]
    if len(parts) > 1 and OVERLAP.search(sentence.text):
        values = [max(values)]
        exhaustive = False
    is_rough = any(f.quantity.hedge for f in parts) and len(parts) > 1 and sum(values) < 1.1 * whole.value
    if is_rough or (not exhaustive and may_overlap(sentence, parts)):
        return
    total = sum(values)
    if any(f.is_plain and f.value == total and f.end < whole.start for f in sentence.figures):
        return  # "five of the eleven works: three in Bern, two in Ulm"
    hedged = whole.quantity.hedge in ("at least", "more than", "about") and not (
        whole.quantity.hedge == "at least" and whole.lemma in _ANYBODY
    )
    if total > whole.value * (1.1 if hedged else 1.0) and not close(
        total, whole.value, 0.005 if whole.value >= 1000 else 0
    ):
        explicit = (
            _OF.search(sentence.before(whole)) and parts[0].lemma in (None, whole.lemma) and values[0] > whole.value
        )
        if (
            explicit
            and not _AGED.search(sentence.before(parts[0]))
            and re.fullmatch(r"(?: [\w’'-]+){1,4}, ", sentence.between(whole, parts[0]))
        ):
            yield mismatch([whole, parts[0]], f"{shown(values[0])} is more than {shown(whole.value)}")
            return
        if len(values) > 1 and (
            max(values) >= whole.value or _is_running(values) or _is_full(sentence, parts, whole.value)
        ):
            return  # a running total, a second whole among the parts, or more about a whole that is already full
        if (len(values) > 1 and _is_list(sentence, whole, parts)) or _AGED.search(sentence.before(parts[0])):
            return
        joined = " and ".join(map(shown, values))
        yield mismatch([whole, *parts], f"{joined} {'are' if len(values) > 1 else 'is'} more than {shown(whole.value)}")
    elif total < whole.value and _leaves_over(sentence, whole, parts):
        return
    elif exhaustive and len(values) > 1 and not hedged and not close(total, whole.value, 0.005):
        yield mismatch(
            [whole, *parts], f"{' and '.join(map(shown, values))} make {shown(total)}, not {shown(whole.value)}"
        )


_OUT_OF = re.compile(r"^(?: (?!and\b|or\b)[\w’'-]+)?,? (?:out )?of (?:the|its|their|his|her|our|a total of|all)? ?$")


def more_than_all(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "45 of the 40 members": more of a group than it has."""
    for part, whole in zip(sentence.figures, sentence.figures[1:], strict=False):
        if (
            not (part.is_plain and whole.is_plain)
            or part.measure
            or whole.measure
            or part.lemma not in (None, whole.lemma)
        ):
            continue
        between = sentence.between(part, whole)
        definite = re.search(r"\b(?:the|its|their|his|her|our|all|out of)\b", between) is not None
        if not _OUT_OF.match(between) or part.token.pos_ == "NOUN":
            continue
        rest = next(
            (f for f in sentence.figures if f.start > whole.end and REST_FIGURE.search(sentence.before(f))), None
        )
        if rest is not None and rest.is_plain and rest.lemma in (None, whole.lemma) and len(sentence.figures) == 3:
            if part.value + rest.value != whole.value and not any(f.quantity.hedge for f in sentence.figures):
                yield mismatch(
                    [part, whole, rest], f"{shown(part.value)} and {shown(rest.value)} are not {shown(whole.value)}"
                )
        elif definite and part.value > whole.value and not _AGED.search(sentence.before(part)):
            yield mismatch([part, whole], f"{shown(part.value)} is more than {shown(whole.value)}")


_AGED = re.compile(r"\b(?:over|under|above|below|aged|older than|younger than) $")


def is_subject(figure: Figure) -> bool:
    """True for "30 were rescued" and "30 passengers were rescued"."""
    word = figure.noun if figure.noun is not None else figure.token
    return grammar.relation(word).startswith("nsubj")


_FEW = re.compile(r"(?:But |And |Yet |So far,? |In the end,? )?(?:[Oo]nly|[Jj]ust|[Ff]ewer than|[Bb]arely) ")


def more_than_before(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "Plots were offered to 40 families. Only 65 moved.": few of a group, and yet more than it has."""
    if previous is None or not sentence.figures:
        return
    few = sentence.figures[0]
    groups = [f for f in previous.figures if f.is_plain and f.measure is None and f.lemma is not None and f.value > 1]
    bare = few.is_plain and few.measure is None and few.noun is None and is_subject(few)
    if not bare or [f.start for f in groups] != [f.start for f in previous.figures] or len(groups) != 1:
        return
    opens = _FEW.fullmatch(sentence.before(few)) is not None and _THAN.search(sentence.text) is None
    if opens and few.value > groups[0].value:
        yield mismatch([few], f"{shown(few.value)} is more than the {shown(groups[0].value)} of the sentence before")


_THAN = re.compile(r"\b(?:percent|per cent|more|than|last|year)\b")
