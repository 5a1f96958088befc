"""Names that stand for the same actor, gathered into clusters."""

from collections import Counter
from dataclasses import dataclass, field

from bot.analysis.actors import nouns
from bot.analysis.actors.mentions import FAMILY, LOC, ORG, PERSON, Candidate
from bot.analysis.actors.names import (
    SMALL_WORDS,
    initials,
    is_acronym,
    is_misspelling,
    is_title,
    same_organization_name,
    same_person_name,
    surname,
)
from bot.language import given_names, places, titles
from bot.model import ActorKind

DOUBTFUL = 0.1
"""A given name that more than this share of the other sex bears tells no gender."""

KINDS: dict[str, ActorKind] = {PERSON: "person", ORG: "organization", LOC: "place", FAMILY: "group"}


@dataclass(eq=False, slots=True)
class Cluster:
    """One actor in the making. ``gender`` is soft evidence for pronouns: above 0 male, below 0 female."""

    kind: ActorKind
    mentions: list[Candidate] = field(default_factory=list)
    plural: bool = False
    gender: float = 0.0
    state: str | None = None

    @property
    def names(self) -> list[Candidate]:
        """The mentions by name."""
        return [mention for mention in self.mentions if mention.kind == "name"]

    @property
    def forms(self) -> list[tuple[str, ...]]:
        """The different ways in which the name is written, as folded words, longest first."""
        return sorted({name.words for name in self.names}, key=lambda form: (-len(form), form))

    @property
    def heads(self) -> set[str]:
        """Lemmas of the nouns that the article uses for this actor."""
        return {mention.head.lemma_.lower() for mention in self.mentions if mention.kind == "nominal"}


def cluster_names(names: list[Candidate]) -> list[Cluster]:
    """One cluster for each actor that is named, in order of first mention."""
    people = [name for name in names if name.label == PERSON]
    others = [name for name in names if name.label != PERSON]
    return _cluster_people(people) + _cluster_others(others)


# ---- people ------------------------------------------------------------------------------------


def _cluster_people(names: list[Candidate]) -> list[Cluster]:
    clusters: list[Cluster] = []
    by_form: dict[tuple[str, ...], Cluster] = {}
    full = sorted(dict.fromkeys(name.words for name in names if len(name.words) > 1), key=len, reverse=True)
    for form in full:
        home = next((by_form[other] for other in by_form if same_person_name(form, other)), None)
        by_form[form] = home or Cluster("person")
    owner: dict[tuple[str, ...], Cluster] = {}
    for name in sorted(names, key=_position):
        cluster = by_form.get(name.words)
        if cluster is None:
            cluster = _owner_of_short(name, clusters, by_form, owner) or by_form.setdefault(
                name.words, Cluster("person")
            )
        if len(name.words) == 1:
            owner.setdefault(name.words, cluster)
        if cluster not in clusters:
            clusters.append(cluster)
        cluster.mentions.append(name)
    return clusters


def _owner_of_short(
    name: Candidate,
    seen: list[Cluster],
    by_form: dict[tuple[str, ...], Cluster],
    owner: dict[tuple[str, ...], Cluster],
) -> Cluster | None:
    """Whose surname or given name a single word is.

    Of several people with the name: the one whose gender a title tells, the one that was so called
    before, the one named last.
    """
    bearers: dict[Cluster, list[tuple[str, ...]]] = {}
    for form, cluster in by_form.items():
        if len(form) > 1 and same_person_name(name.words, form):
            bearers.setdefault(cluster, []).append(form)
    possible = list(bearers)
    if not possible:
        near = {
            id(c): c
            for form, c in by_form.items()
            if len(form) > 1 and is_misspelling(name.words[-1], surname(form)[-1])
        }
        return next(iter(near.values())) if len(near) == 1 else None
    by_surname = [
        c for c, forms in bearers.items() if any(name.words == surname(form)[-len(name.words) :] for form in forms)
    ]
    possible = by_surname or possible
    told = title_gender(name)
    if told:
        agreeing = [c for c, forms in bearers.items() if _gender(c, forms, name.words) == told]
        neither = [c for c, forms in bearers.items() if not _gender(c, forms, name.words)]
        possible = [c for c in possible if c in agreeing] or [c for c in possible if c in neither] or possible
    if owner.get(name.words) in possible:
        return owner[name.words]
    introduced = [c for c in seen if c in possible]
    return introduced[-1] if introduced else possible[0]


def _gender(cluster: Cluster, forms: list[tuple[str, ...]], short: tuple[str, ...]) -> str:
    """ "male" or "female" when a title in the article tells it, else when nearly all bearers of the given name are.

    The given name is the first word, but the last where ``short``, used with a title, is the first ("Mr Kim").
    """
    titled = {told for name in cluster.names if (told := title_gender(name))}
    if titled:
        return titled.pop() if len(titled) == 1 else ""
    known = given_names.gender(forms[0][-1 if short == forms[0][:1] else 0])
    if known is None or DOUBTFUL < known[0] < 1 - DOUBTFUL:
        return ""
    return "female" if known[0] > 0.5 else "male"


def title_gender(name: Candidate) -> str:
    """ "male" or "female" when a title right before or in a name tells it, else ""."""
    before = name.doc[name.span.start - 1] if name.span.start else None
    for token in ([before] if before is not None else []) + [name.span[0]]:
        if token.text[:1].isupper() and is_title(token.text) and (told := titles.gender(token.text)):
            return told
    return ""


# ---- organisations and places ------------------------------------------------------------------


def _cluster_others(names: list[Candidate]) -> list[Cluster]:
    forms = Counter(name.words for name in names)
    label = {name.words: name.label for name in names}
    acronyms = {name.words for name in names if is_acronym(name.span.text)}
    groups: list[list[tuple[str, ...]]] = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        home = next((g for g in groups if any(_same(form, other, label, acronyms) for other in g)), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    home_of: dict[tuple[str, ...], Cluster] = {}
    for group in groups:
        home_of |= dict.fromkeys(group, Cluster(KINDS[label[group[0]]], plural=label[group[0]] == FAMILY))
    ordered: list[Cluster] = []
    for name in sorted(names, key=_position):
        cluster = home_of[name.words]
        cluster.mentions.append(name)
        if cluster not in ordered:
            ordered.append(cluster)
    return ordered


def _same(
    short: tuple[str, ...], full: tuple[str, ...], label: dict[tuple[str, ...], str], acronyms: set[tuple[str, ...]]
) -> bool:
    if short == full:
        return True
    if len(short) == 1 and len(full) == 1:
        return False
    if len(short) == 1 and len(full) > 1 and short[0] in initials(full):
        return short in acronyms
    if label[short] != ORG or label[full] != ORG:
        return False
    return same_organization_name(short, full) or _is_same_of_state(short, full) or _is_short_form(short, full)


def _is_same_of_state(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Pakistani Foreign Ministry" and "Foreign Ministry of Pakistan"."""
    (state, rest), (other_state, other_rest) = state_in(one), state_in(other)
    return state is not None and state == other_state and rest == other_rest


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "Congress" of "US Congress", "Pirates" of "Pittsburgh Pirates", "the Church" of "the Church of Rome"."""
    if len(short) >= len(full):
        return False
    rest = full[len(short) :]
    if full[: len(short)] == short:
        generic = nouns.ORGANIZATIONS | nouns.COMPANY_FORMS
        if len(full) == 2 and not _is_place(short):
            return True
        return all(word in generic for word in rest) or (short[-1] in nouns.ORGANIZATIONS and rest[0] in ("of", "for"))
    if full[-len(short) :] != short:
        return False
    return _is_place(full[: -len(short)]) or (
        len(short) > 1 and short[-1] in nouns.ORGANIZATIONS | nouns.ORGANIZATION_NAMES
    )


def state_in(name: tuple[str, ...]) -> tuple[str | None, frozenset[str]]:
    """The state that a word of a name stands for, if one does, and the other words without the small ones."""
    found = {word: place for word in name if (place := places.stands_for_state(word.capitalize())) is not None}
    if len(found) != 1:
        return None, frozenset(name) - SMALL_WORDS
    [(word, place)] = found.items()
    return place.country, frozenset(name) - SMALL_WORDS - {word}


def _is_place(name: tuple[str, ...]) -> bool:
    """True for the folded name of a place; "us" stands for the United States here."""
    return any(places.lookup(" ".join(form)) for form in (map(str.capitalize, name), map(str.upper, name)))


def _position(name: Candidate) -> tuple[int, int]:
    """Body before title, because a headline shortens what the body spells out."""
    return (0 if len(name.doc) and not name.doc.is_title else 1, name.span.start)


def merge(into: Cluster, other: Cluster) -> None:
    """Moves every mention of one cluster to another."""
    into.mentions = sorted([*into.mentions, *other.mentions], key=_position)
    other.mentions = []
