"""One name in two spellings."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.gaelic import are_lenited
from bot.analysis.errors.lexicon import is_word, word_set
from bot.analysis.errors.people import Person, name_words
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.given_names import fold, is_given_name
from bot.language.tokens import Doc, Token

_DEMONYM_ENDINGS = ("s", "n", "an", "ian", "i", "ese", "ish", "ers", "es", "ans", "is", "ic", "a", "o")


@check("person.name-spelling", "Name spelled two ways", severity="major", confidence=0.8)
def name_spelling(copy: Copy) -> Iterator[Finding]:
    """A surname that is nobody's, and one or two letters away from somebody's; likewise in longer names."""
    yield from _surnames(copy)
    yield from _names_in_context(copy)
    yield from _single_names(copy)
    yield from _mistyped(copy)
    yield from _accents(copy)


def _accents(copy: Copy) -> Iterator[Finding]:
    """The name of a person with its accents here and without them there; the rarer form, else the later one."""
    forms: dict[str, list[Token]] = defaultdict(list)
    for mention, _ in copy.mentions:
        for token in mention:
            if token.pos_ == "PROPN" and not token.is_upper:
                forms[fold(_bare(token))].append(token)
    for tokens in forms.values():
        times = Counter(_bare(token) for token in tokens)
        if len(times) < 2 or len({len(form) for form in times}) > 1 or all(form.isascii() for form in times):
            continue
        usual = max(times, key=lambda form: times[form])
        odd = next(token for token in reversed(tokens) if _bare(token) != usual)
        first = next(token for token in tokens if _bare(token) == usual)
        yield Finding(
            copy.of(odd),
            f"Possible misspelt name: “{_bare(odd)}”; elsewhere it is “{usual}”. Check the accents.",
            suggestion=usual,
            evidence=(copy.of(first),),
            severity="minor",
        )


def _single_names(copy: Copy) -> Iterator[Finding]:
    """A name that stands once, a letter from one that stands more often: "Nortwind" beside "Nordwind"."""
    tokens = [token for token in copy.body if token.pos_ == "PROPN"]
    times = Counter(_bare(token) for token in tokens)
    distinctive: dict[str, list[str]] = defaultdict(list)
    for name in filter(_is_distinctive, times):
        distinctive[name[0]].append(name)
    first: dict[str, int] = {}
    for token in tokens:
        first.setdefault(_bare(token), token.i)
    for token in tokens:
        word = _bare(token)
        if times[word] > 1 or word not in distinctive[word[0]]:
            continue
        near = [name for name in distinctive[word[0]] if _is_one_edit(word, name)]
        usual = next((name for name in near if is_variant(word, name) and _is_usual(name, word, times, first)), None)
        is_once = usual is not None and times[usual] == 1
        if usual is not None and not _is_of_other_gender(token, usual) and not (is_once and _is_of_region(token)):
            yield _finding(copy, token, usual, None)


def _is_of_region(token: Token) -> bool:
    """True for "the Cagayan valley": what names a stretch of land may be near a town of a like name."""
    behind = token.doc[token.i + 1 : token.i + 2]
    return token.ent_type_ == "LOC" and behind.text.lower() in _REGIONS


_REGIONS = word_set(
    "valley river bay gulf island islands peninsula strait straits mountains hills range plain plateau basin coast "
    "province district region county desert forest delta lake canal pass lagoon estuary fjord sound"
)
_FEWEST = 4
"""Letters of a name that may be mistyped."""


def _mistyped(copy: Copy) -> Iterator[Finding]:
    """What stands once and is nobody's known name, a slip of the fingers from a name told more often: "Orrerry".

    Of short names only two neighbours that changed places and a letter typed twice or once for twice are slips.
    """
    by_form = copy.words.by_form
    usual = {
        word: times
        for word, uses in by_form.items()
        if len(word) >= _FEWEST and (times := _times_a_name(uses)) > 1 and word.isalpha()
    }
    for word, uses in by_form.items() if usual else ():
        token = uses[0]
        if len(uses) > 1 or len(word) < _FEWEST or not _is_unknown(token):
            continue
        name = next((n for n in usual if n[0] == word[0] and _is_mistyped(word, n)), None)
        if name is not None and is_given_name(token.text) and not (sorted(name) == sorted(word) and _is_alone(token)):
            continue
        if name is not None and not _is_of_other_gender(token, name.title()):
            yield _finding(copy, token, by_form[name][0].text, None)


def _times_a_name(uses: list[Token]) -> int:
    """How often a word is a name; 0 for one that the text has in small letters too."""
    if not all(t.text[0].isupper() and not t.text.isupper() for t in uses):
        return 0
    return len(uses) if any(not t.is_sent_start and t.pos_ == "PROPN" for t in uses) else 0


def _is_unknown(token: Token) -> bool:
    """True for a capitalised word that is no word, place or given name, nor stands behind one."""
    if not token.text.istitle() or is_word(token.lower_) or places.lookup(token.text) is not None:
        return False
    before = token.nbor(-1) if token.i else None
    return before is None or not before.text.istitle() or before.ent_type_ == "DATE" or not is_given_name(before.text)


def _is_alone(token: Token) -> bool:
    """True for a name without another behind it."""
    return token.i + 1 == len(token.doc) or not token.nbor().text[0].isupper()


def _is_mistyped(word: str, name: str) -> bool:
    if word == name or abs(len(word) - len(name)) > 1 or not _is_one_edit(word, name) or are_lenited(word, name):
        return False
    if sorted(word) == sorted(name):
        return True
    shorter, longer = sorted((word, name), key=len)
    if len(shorter) == len(longer) or longer.startswith(shorter):
        return False
    at = _common_prefix(shorter, longer)
    return longer[at] == longer[at - 1] or len(shorter) >= _LONG - 1


_LONG = 7
"""Letters from which two names a letter apart are hardly two names, though each stands only once."""


def _is_usual(name: str, rival: str, times: Counter[str], first: dict[str, int]) -> bool:
    return times[name] > 1 or (min(len(name), len(rival)) >= _LONG and first[name] < first[rival])


def _is_distinctive(word: str) -> bool:
    """True for names long enough not to be neighbours by chance, that are no words, places or given names."""
    plain = len(word) >= 6 and word.isalpha() and not word.isupper()
    return plain and not is_word(word.lower()) and not is_given_name(word) and places.lookup(word) is None


_ENDINGS_BY_GENDER = (
    (r"(?:sk|ck|zk)(?:y|i|ý|yi|iy|ij)", r"(?:sk|ck|zk)(?:a|á|aya|aja)"),
    (r"n[yý]|[dhklrt]ý", r"n[aá]|[dhklrt]á"),
    (r"[eio][vn]", r"[eio][vn]a"),
    (r"(?:ul|[aiy]d|[tk])os|idis", r"(?:ul|[aiy]d|[tk]|id)ou"),
    (r"iņš|[āēīūļņķģ]\w*[lnrt]s", r"iņa|[āēīūļņķģ]\w*[lnrt]a"),
    (r"akis", r"aki"),
    (r"(?:as|is|us)", r"(?:ienė|aitė|ytė|utė)"),
)


def _is_of_other_gender(token: Token, name: str) -> bool:
    """True for "Karel Dvorsky" beside "Hana Dvorska": one surname, in the forms for a man and for a woman.

    Firms and families have the form for a man: "Dvorsky Motors", "the Dvorskys". "Mr" and "Mrs" want their own.
    """
    before = token.nbor(-1) if token.i else None
    named = before is not None and before.ent_type_ == "PERSON" and before.pos_ == "PROPN"
    title = before.lower_.rstrip(".") if before is not None else ""
    is_family = title == "the" and token.text.endswith("s")
    is_man, is_woman = title == "mr", title in ("ms", "mrs", "miss")
    if not (named or is_man or is_woman or is_family or _names_a_firm(token)):
        return False
    mine = _bare(token).removesuffix("s") if is_family else _bare(token)
    return (not is_woman and are_one_surname(mine, name)) or (not is_man and are_one_surname(name, mine))


def are_one_surname(his: str, hers: str) -> bool:
    """True for the forms of one surname for a man and for a woman: Dvorsky and Dvorska, Havel and Havlová."""
    if his[:3] != hers[:3]:
        return False
    if re.search(r"..ov[áa]$", hers):
        stem = hers[:-3]
        if his in (stem, f"{stem}a", f"{stem}o", f"{stem[:-1]}e{stem[-1]}"):
            return True
    return any(re.search(f"(?:{one})$", his) and re.search(f"(?:{two})$", hers) for one, two in _ENDINGS_BY_GENDER)


def _names_a_firm(token: Token) -> bool:
    """True for "Dvorsky Motors": a firm keeps the form of its founder, whoever runs it."""
    after = token.doc[token.i + 1 : token.i + 2]
    return len(after) > 0 and after[0].pos_ == "PROPN" and after.text.istitle() and token.ent_type_ != "PERSON"


def _surnames(copy: Copy) -> Iterator[Finding]:
    introduced = [person for person in copy.people if person.is_full]
    full_surnames = Counter(person.surname for person in introduced)
    times = Counter(_bare(token) for words in copy.all_words for token in words.of_class("PROPN"))
    for words in copy.all_words:
        for token in words.of_class("PROPN"):
            if not _may_be_surname(copy, token) or token.text in full_surnames:
                continue
            word = _bare(token)
            alike = _sounds_alike if _has_title(token) else is_variant
            owner = next((p for p in introduced if alike(word, p.surname) and _precedes(p, token, copy)), None)
            if owner is None or any(word in person.words for person in introduced):
                continue
            if _is_of_other_gender(token, owner.surname):
                continue
            if times[owner.surname] == 1 < times[word]:
                yield from _slip_at_first(copy, owner, token)
            else:
                yield _finding(copy, token, owner.surname, owner)


def _slip_at_first(copy: Copy, owner: Person, token: Token) -> Iterator[Finding]:
    """The full name itself where it stands alone against a surname told several times."""
    name = next((t for t in owner.mentions[0] if _bare(t) == owner.surname), None)
    first = next(t for t in token.doc if _bare(t) == _bare(token))
    if name is not None and token == first:
        yield Finding(
            copy.of(name),
            f"Possible misspelt name: “{owner.surname}”; further on it is “{_bare(token)}”. Check the spelling, or "
            "introduce the other person.",
            suggestion=_bare(token),
            evidence=(copy.of(token),),
        )


def _names_in_context(copy: Copy) -> Iterator[Finding]:
    """Full names that differ in one word by a letter or two: "Hana Novak" beside "Hana Nowak"."""
    forms = Counter(pair for doc in copy.docs for pair in _pairs(doc))
    rare = [pair for pair in forms if forms[pair] == 1]
    sharing: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for pair in forms:
        sharing[0, pair[0]].append(pair)
        sharing[1, pair[1]].append(pair)
    seen: set[str] = set()
    for pair in rare:
        for other in (*sharing[1, pair[1]], *sharing[0, pair[0]]):
            differing, count = [i for i in (0, 1) if pair[i] != other[i]], forms[other]
            if len(differing) != 1 or pair[differing[0]] in seen:
                continue
            mine, theirs = pair[differing[0]], other[differing[0]]
            weight = sum(n for form, n in forms.items() if theirs in form)
            # One given name with two surnames a letter apart needs no majority; two given names do, unless
            # they are longer than relatives' names that differ in a letter use to be.
            alone = len(mine) < (6 if differing == [0] else 4)
            if (count < 2 and weight < 2 and alone) or not is_variant(mine, theirs):
                continue
            if is_word(mine.lower()) and not is_given_name(mine):
                continue
            token = next((t for doc in copy.docs for t in doc if _bare(t) == mine), None)
            mine_count, their_count = _count(copy, mine), _count(copy, theirs)
            first = next(t for doc in reversed(copy.docs) for t in doc if _bare(t) in (mine, theirs))
            if token is None or mine_count > their_count or (mine_count == their_count and _bare(first) == mine):
                continue
            seen.add(mine)
            yield _finding(copy, token, theirs, None)


def _pairs(doc: Doc) -> Iterator[tuple[str, str]]:
    """Neighbouring capitalised words of names."""
    for ent in doc.ents:
        if ent.label_ in ("PERSON", "ORG", "LOC", "MISC"):
            words = name_words(ent)
            yield from itertools.pairwise(words)


def _count(copy: Copy, word: str) -> int:
    return sum(_bare(token) == word for doc in copy.docs for token in doc)


def _bare(token: Token) -> str:
    return token.text.removesuffix("’s").removesuffix("'s")


def _may_be_surname(copy: Copy, token: Token) -> bool:
    """A capitalised word alone in its name, as later mentions of people are."""
    word = _bare(token)
    if not word[:1].isupper() or not re.sub("^O[’']", "O", word).isalpha() or word.isupper() or len(word) < 2:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.text.lower().rstrip(".") in _MISTER:
        return token.i + 1 == len(token.doc) or token.nbor().pos_ != "PROPN"
    is_actor = len(word) >= _LONG and token.dep_.startswith("nsubj")  # a misspelt name is taken for any other
    if (token.ent_type_ not in ("", "PERSON") and not is_actor) or places.lookup(word) is not None:
        return False
    if before is not None and before.pos_ == "PROPN" and before.text.lower().rstrip(".") not in _MISTER:
        return before.text in ("De", "Van", "Von", "Al")
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.pos_ == "PROPN":
        return False
    return not is_word(word.lower()) or token.dep_.startswith("nsubj")


_MISTER = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "sen", "gov", "rep", "judge", "mayor", "minister"}
    | {"professor", "senator", "governor", "president", "captain", "colonel", "general", "sergeant", "detective"}
    | {"inspector", "councillor", "bishop", "coach", "chancellor", "justice"}
)


def _precedes(person: Person, token: Token, copy: Copy) -> bool:
    first = person.mentions[0]
    return first.doc is not token.doc or first.start < token.i


def is_variant(one: str, other: str) -> bool:
    """True for spellings a slip apart. Demonyms and plurals of one stem are no slips."""
    a, b = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    if a == b or min(len(a), len(b)) < 2 or abs(len(a) - len(b)) > 2 or are_lenited(one, other):
        return False
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _DEMONYM_ENDINGS and len(shorter) > 4:
        return False
    if sorted(a) == sorted(b) and len(a) <= 3:
        return True
    if len(shorter) < 4 and a[0] != b[0]:
        return False
    shared = _common_prefix(a, b) + _common_prefix(a[::-1], b[::-1])
    distance = edit_distance(a, b)
    if len(shorter) < 3 or shared < len(shorter) - 3:
        return False
    alike = a[0] == b[0] and (a[:3] == b[:3] or a[-3:] == b[-3:])
    return distance == 1 or (distance == 2 and len(shorter) >= 6 and alike)


def _has_title(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text.lower().rstrip(".") in _MISTER


def _sounds_alike(one: str, other: str) -> bool:
    """True for a slip, and for names that begin and end alike ("Burrows", "Burroughs").

    Enough behind a title, where the name must be that of someone introduced.
    """
    if is_variant(one, other):
        return True
    a, b = fold(one), fold(other)
    if min(len(a), len(b)) < 5 or a[:3] != b[:3]:
        return False
    return SequenceMatcher(None, a, b).ratio() >= 0.7


def _common_prefix(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _is_one_edit(a: str, b: str) -> bool:
    """True when :func:`edit_distance` is 1, found without the table of all edits."""
    start = _common_prefix(a, b)
    a, b = a[start:], b[start:]
    end = _common_prefix(a[::-1], b[::-1])
    a, b = a[: len(a) - end], b[: len(b) - end]
    return max(len(a), len(b)) == 1 or (len(a) == 2 and a == b[::-1])


def edit_distance(a: str, b: str) -> int:
    """Edits from one word to another: insertion, deletion, replacement, swap of neighbours (Damerau)."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _finding(copy: Copy, token: Token, right: str, owner: Person | None) -> Finding:
    who = f"{owner.name} is named before" if owner is not None else f"elsewhere it is “{right}”"
    return Finding(
        copy.of(token),
        f"Possible misspelt name: “{_bare(token)}”; {who}. Check the spelling, or introduce the other person.",
        suggestion=right,
        evidence=(copy.of(owner.mentions[0]),) if owner is not None else (),
    )
