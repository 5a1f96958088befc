"""A word of a headline, standfirst or caption that the text never has, while it has another in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.analysis.errors.axes import meaning, on_axes
from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.headings import headings, in_marks, story_start
from bot.analysis.errors.headline_labels import are_counted, is_of_then
from bot.analysis.errors.kinds import exclude, has_kind
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.role_classes import CLASS_OF, face_each_other
from bot.analysis.errors.siblings import groups
from bot.analysis.errors.word_families import same_family
from bot.language import grammar, titles
from bot.language.places import lookup
from bot.language.quantities import ordinals
from bot.language.tokens import Doc, Token

_LIGHT = word_set("be have do say make take get go come see use year day man woman people one time new old find tell")
_FEWEST_SHARED = 2
_HEADS = word_set(
    "road street avenue lane square bridge hospital school university college river lake mount bay island"
    " airways airlines bank hall park castle abbey cathedral theatre theater stadium airport station prison"
    " library museum union party"
)
"""What names of places and bodies end in."""

_LEAD_SENTENCES = 2
_TWICE = 2
_CORE = ("nsubj", "obj")


@cache
def _counterparts() -> frozenset[int]:
    """Kinds whose words stories have side by side: the winter toll and the summer's, a father and his daughter.

    Relatives, seasons, times of day, institutions, buildings, vehicles and boats, each by one word of its line.
    """
    samples = "widow widower nephew winter dusk police hotel lorry dinghy"
    return frozenset(kind for word in samples.split() for kind, _ in groups(word))


@dataclass(frozen=True)
class _Rest:
    """The text that a headline or caption is held against: its words but those of the caption, and their forms."""

    copy: Copy
    words: Sequence[Token]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words in small letters."""
        return frozenset(token.lower_ for token in self.words)

    @cached_property
    def by_lemma(self) -> dict[str, list[Token]]:
        """The words by lemma."""
        found: dict[str, list[Token]] = {}
        for token in self.words:
            found.setdefault(token.lemma_.lower(), []).append(token)
        return found

    @cached_property
    def lead(self) -> list[Token]:
        """The words of the first sentences of the story."""
        start = story_start(self.copy)
        sentences = [s for s in self.copy.sentences if s.start_char >= start][:_LEAD_SENTENCES]
        return [t for s in sentences for t in s]

    @cached_property
    def news_of(self) -> Token | None:
        """The subject of the first sentence of the story, whom the headline should mean."""
        return grammar.subject(self.lead[0].sent.root) if self.lead else None

    @cached_property
    def of_kind(self) -> dict[int, list[Token]]:
        """The words by the kinds of thing that they name."""
        found: dict[int, list[Token]] = {}
        for lemma, tokens in self.by_lemma.items():
            for kind, _ in groups(lemma):
                found.setdefault(kind, []).extend(tokens)
        return found

    def has(self, word: Token) -> bool:
        """True when the text has the word or one of its family."""
        form = word.lower_
        if form in self.forms or word.lemma_.lower() in self.by_lemma:
            return True
        return any(other[:3] == form[:3] and same_family(form, other) for other in self.forms) or any(
            form in other or other in form for other in self.forms if len(form) > 3 and len(other) > 3
        )


@check("headline.word", "Word in the headline, another in the text", severity="critical", confidence=0.55)
def headline_word(copy: Copy) -> Iterator[Finding]:
    """ "a steel mill" over a text on a paper mill; "Cape Point Airways" over Cape Coast Airways; "northern Chile"."""
    body = [token for token in copy.words.tokens if not token.is_space]
    heads: list[tuple[Sequence[Token], _Rest, str]] = []
    for heading in headings(copy):
        below = body if heading.field == "title" else [t for t in body if t.idx >= heading.end]
        heads.append((heading.words, _Rest(copy, below), "headline" if heading.field == "title" else "standfirst"))
    for caption in captions(copy):
        outside = [t for t in body if not caption.start <= t.i < caption.end]
        heads.append((list(caption), _Rest(copy, outside), "caption"))
    for words, rest, where in heads:
        if any(t.text == "?" for t in words):
            continue
        for word in words:
            if where == "headline" and in_marks(copy.title, word.idx):
                continue
            if word.pos_ in ("NOUN", "ADJ", "PROPN") and len(word.text) > 2 and not rest.has(word):
                rival = _named_otherwise(word, words, rest) or _of_other_kind(word, words, rest)
                if rival is not None:
                    yield _finding(copy, word, rival, where)


def _finding(copy: Copy, word: Token, rival: Token, where: str) -> Finding:
    return Finding(
        copy.of(word),
        f"Possible contradiction: the {where} says “{word.text}”, the text “{rival.text}” in its place. "
        "Check which is right.",
        suggestion=rival.text,
        evidence=(copy.of(rival),),
    )


def _named_otherwise(word: Token, words: Sequence[Token], rest: _Rest) -> Token | None:
    """The word of the text in a name that is the headline's but for this one: "Cape Coast Airways"."""
    if not word.text[0].isupper() or word.text.isupper() or word.pos_ == "ADJ":
        return None
    doc: Doc = word.doc
    start = end = word.i
    while start > words[0].i and doc[start - 1].text[0].isupper():
        start -= 1
    while end < words[-1].i and doc[end + 1].text[0].isupper():
        end += 1
    before = [doc[i] for i in range(start, word.i)]
    after = [doc[i] for i in range(word.i + 1, end + 1)]
    for left in range(len(before) + 1):
        for right in range(len(after), -1, -1):
            shared = (*before[left:], *after[:right])
            if not _is_telling(shared):
                continue
            for other in rest.by_lemma.get(shared[0].lemma_.lower(), ()):
                at = other.i + len(before) - left if before[left:] else other.i - 1
                rival = _in_place(rest.copy.body, at, before[left:], after[:right])
                if rival is not None and _is_other_name(word, rival, words):
                    return rival
    return None


def _is_telling(shared: tuple[Token, ...]) -> bool:
    """True for two words or more of one name, and for a title."""
    names = [t for t in shared if t.text[0].isupper() and t.text[0].isalpha()]
    return len(names) == len(shared) and (
        len(names) >= _FEWEST_SHARED
        or (len(names) == 1 and (titles.is_title(names[0].text) or names[0].lower_ in _HEADS))
    )


def _in_place(body: Doc, at: int, before: list[Token], after: list[Token]) -> Token | None:
    """The word at a place of the text around which the same words stand."""
    first, last = at - len(before), at + len(after)
    if first < 0 or last >= len(body):
        return None
    around = [*body[first:at], *body[at + 1 : last + 1]]
    same = all(a.text == b.text for a, b in zip(around, [*before, *after], strict=True))
    return body[at] if same else None


_STREETS = frozenset(
    {"street", "road", "avenue", "lane", "drive", "boulevard", "square", "place", "close", "terrace", "crescent", "way"}
)


def _is_other_name(word: Token, rival: Token, words: Sequence[Token]) -> bool:
    """True for another name, not for a role, a first name or another word for the same country."""
    if rival.pos_ not in ("PROPN", "ADJ", "NOUN") or not rival.text[0].isupper() or rival.text.isupper():
        return False
    if rival.is_sent_start or rival.lower_ in {t.lower_ for t in words}:
        return False
    if (rival.lower_ in _STREETS) != (word.lower_ in _STREETS):
        return False  # "Lake Ontario" and "Lake Street"
    here, there = lookup(word.text), lookup(rival.text)
    if (
        here is not None
        and there is not None
        and here.country == there.country
        and "country" in (here.kind, there.kind)
    ):
        return False
    return not (word.text.startswith(rival.text) or rival.text.startswith(word.text))


def _of_other_kind(word: Token, words: Sequence[Token], rest: _Rest) -> Token | None:
    """The word of the text of the same kind that stands in the same place."""
    lemma = word.lemma_.lower()
    if not has_kind(lemma) or (word.pos_ == "PROPN" and word.i > words[0].i and word.text != word.lower_):
        return None
    if _is_said_otherwise(lemma, rest) or (lemma in CLASS_OF and _is_listed(word)):
        return None  # of several people the text may call each by what it does
    if lemma in CLASS_OF and (trade := _other_trade(word, rest)) is not None:
        return trade
    if word.pos_ == "NOUN" and (thing := _other_thing(word, rest)) is not None:
        return thing
    for other in (t for key in _beside(word) for t in rest.by_lemma.get(key, ())):
        for rival in _neighbours(other):
            if _excludes(word, rival, rest) and other.lemma_.lower() in _beside(rival):
                is_rank = rival.doc is rest.copy.body and bool(ordinals(rival.text))
                if not is_rank or not _is_another_rank(word, rival, other, rest.copy):
                    return rival
    return None


def _is_another_rank(word: Token, rival: Token, noun: Token, copy: Copy) -> bool:
    """True for the rank of an earlier one, and where the text counts as many as the headline's rank."""
    ranks = ordinals(word.text)
    if ranks and are_counted(noun.lemma_.lower(), ranks[0].value, copy.figures):
        return True
    return is_of_then(copy.text, rival.idx + len(rival))


def _excludes(word: Token, rival: Token, rest: _Rest) -> bool:
    """True for words of one kind that stories do not have side by side, as they have landlord and tenant.

    Where the story opens on the rival, and says of it what the headline says, the headline means no other: "Tenant
    fined" over "A landlord was fined".
    """
    lemma, other = word.lemma_.lower(), rival.lemma_.lower()
    faces = face_each_other(CLASS_OF.get(lemma, ""), CLASS_OF.get(other, ""))
    if not exclude(lemma, other) or (faces and not _is_said_of_news(word, other, rest)):
        return False
    common = dict(groups(lemma)).keys() & dict(groups(other)).keys()
    return not common or not common <= _counterparts()


def _is_said_of_news(word: Token, other: str, rest: _Rest) -> bool:
    news = rest.news_of
    if news is None or news.lemma_.lower() != other:
        return False
    told = {meaning(verb) for verb in _verbs(word) if (verb.tag_ in ("VBN", "VBD")) == (news.dep_ == "nsubj:pass")}
    return _is_told(news, told)


def _is_said_otherwise(lemma: str, rest: _Rest) -> bool:
    """True when the text has a word for the same thing: a wood merchant for a timber yard."""
    return any(
        (kind, group) in groups(other.lemma_.lower())
        for kind, group in groups(lemma)
        for other in rest.of_kind.get(kind, ())
    )


def _other_trade(word: Token, rest: _Rest) -> Token | None:
    """The first trade of a lead that knows others only, of whom the same is told: "Nurse found alive" over a teacher.

    What the lead tells else of people of other trades says nothing: they may be patients, and the doctor a witness.
    """
    lead = [t for t in rest.lead if t.lemma_.lower() in CLASS_OF and t.pos_ in ("NOUN", "PROPN")]
    if not all(_excludes(word, t, rest) for t in lead):
        return None
    told = {meaning(verb) for verb in _verbs(word)}
    return next((t for t in lead if t.tag_[-1:] == word.tag_[-1:] and _is_told(t, told)), None)


def _is_told(word: Token, told: set[str]) -> bool:
    return any(_is_same(one, meaning(verb)) for verb in _verbs(word) for one in told)


def _is_same(lemma: str, other: str) -> bool:
    """True for one verb, if it tells anything, and for two that mean the same end of an axis."""
    if lemma == other:
        return lemma == "find" or lemma not in _LIGHT
    one, two = on_axes(lemma), on_axes(other)
    return any(end == two.get(axis) for axis, end in one.items())


def _verbs(word: Token) -> list[Token]:
    """The verbs of which a word is subject or object, participles behind it included."""
    above = grammar.governor(word)
    found = [c for c in grammar.dependents(word) if c.pos_ == "VERB" and c.dep_.startswith("acl")]
    if above is not None and above.pos_ == "VERB" and word.dep_.split(":")[0] in _CORE:
        found.append(above)
    return found


def _is_listed(word: Token) -> bool:
    """True for one of several, also where the parse of a headline misses it: "Nurse, janitor and stranger"."""
    if word.dep_ == "conj" or any(child.dep_ == "conj" for child in word.children):
        return True
    after = [t.lower_ for t in word.doc[word.i + 1 : word.i + 4]]
    before = word.doc[word.i - 1].lower_ if word.i else ""
    return "and" in (*after[:1], before) or (after[:1] == [","] and bool({",", "and"} & {*after[2:]}))


def _other_thing(word: Token, rest: _Rest) -> Token | None:
    """The one thing of the kind that the text has, in its lead and again: cows where the headline has horses."""
    beside = _beside(word)
    for kind, group in groups(word.lemma_.lower()):
        if kind in _counterparts():
            continue
        named = [t for t in rest.of_kind.get(kind, ()) if t.pos_ == "NOUN"]
        if (
            len({g for t in named for k, g in groups(t.lemma_.lower()) if k == kind} - {group}) != 1
            or len(named) < _TWICE
        ):
            continue
        if any(t in rest.lead for t in named):
            placed = next((t for t in named if beside & _beside(t)), None)
            if placed is not None:
                return placed
    return None


def _beside(word: Token) -> frozenset[str]:
    """The lemmas of what a word stands beside: the noun that it modifies or that modifies it, its verb."""
    return frozenset(t.lemma_.lower() for t in _neighbours(word)) - _LIGHT


def _neighbours(word: Token) -> list[Token]:
    above = grammar.governor(word)
    found = [c for c in grammar.dependents(word) if c.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")]
    if above is not None and above.pos_ in ("NOUN", "PROPN", "VERB"):
        found.append(above)
    return found
