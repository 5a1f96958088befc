"""Who is whose kin, and how many children somebody has, where the text tells it in two ways."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import noun_gender
from bot.language import given_names, grammar
from bot.language.quantities import number
from bot.language.tokens import Token
from bot.model import Actor, Span

_KIN = {
    **dict.fromkeys(word_set("brother half-brother"), "brother"),
    **dict.fromkeys(word_set("sister half-sister"), "sister"),
    **dict.fromkeys(word_set("father stepfather dad"), "father"),
    **dict.fromkeys(word_set("mother stepmother mum mom"), "mother"),
    **dict.fromkeys(word_set("son stepson"), "son"),
    **dict.fromkeys(word_set("daughter stepdaughter"), "daughter"),
    **dict.fromkeys(word_set("uncle great-uncle"), "uncle"),
    **dict.fromkeys(word_set("aunt great-aunt"), "aunt"),
    **dict.fromkeys(word_set("nephew great-nephew"), "nephew"),
    **dict.fromkeys(word_set("niece great-niece"), "niece"),
    **dict.fromkeys(word_set("grandfather grandad great-grandfather"), "grandfather"),
    **dict.fromkeys(word_set("grandmother great-grandmother"), "grandmother"),
    **dict.fromkeys(word_set("grandson great-grandson"), "grandson"),
    **dict.fromkeys(word_set("granddaughter great-granddaughter"), "granddaughter"),
    **dict.fromkeys(word_set("wife widow"), "wife"),
    **dict.fromkeys(word_set("husband widower"), "husband"),
    "cousin": "cousin",
}
_INVERSE = {
    **dict.fromkeys(("brother", "sister"), ("brother", "sister")),
    **dict.fromkeys(("father", "mother"), ("son", "daughter")),
    **dict.fromkeys(("son", "daughter"), ("father", "mother")),
    **dict.fromkeys(("uncle", "aunt"), ("nephew", "niece")),
    **dict.fromkeys(("nephew", "niece"), ("uncle", "aunt")),
    **dict.fromkeys(("grandfather", "grandmother"), ("grandson", "granddaughter")),
    **dict.fromkeys(("grandson", "granddaughter"), ("grandfather", "grandmother")),
    **dict.fromkeys(("wife", "husband"), ("husband", "wife")),
    "cousin": ("cousin",),
}
"""What the other of two is, as seen from the one."""

_PARENTS = word_set("father mother parent")
_CHILDREN = word_set("child kid")
_GROUPS = word_set("brother sister cousin")
_COMPARED = word_set("like as than of")
_NOT_ALL = word_set("about nearly over almost least more other surviving living")

Clash = tuple[str, Span, Span]
"""Of whom, what is told first and what does not go with it."""


def families(copy: Copy) -> Iterator[Clash]:
    """ "His wife, Ann Lowe … Lowe, his daughter"; "a mother of two … her three children"; "brothers … the cousins"."""
    yield from _kin(copy)
    yield from _counts(copy)
    yield from _groups(copy)
    yield from _misnamed(copy)


_FEWEST, _SURE = 1 << 12, 0.99
"""Bearers of a given name, and the share of one gender among them, that leave no doubt."""


def _misnamed(copy: Copy) -> Iterator[Clash]:
    """ "Her brother, Carla", "his sister Robert"."""
    for noun in copy.words.of_lemma(_KIN):
        told = next(noun_gender(noun), None)
        if noun.tag_ != "NN" or told is None or copy.is_quoted(noun.idx) or not grammar.related(noun, "nmod:poss"):
            continue
        for name in grammar.related(noun, "appos", "flat", "nmod:desc"):
            known = given_names.gender(name.text) if name.ent_type_ == "PERSON" and name.i > noun.i else None
            if known is None or known[1] < _FEWEST or grammar.conjuncts(name):
                continue
            if (known[0] >= _SURE and told == "m") or (known[0] <= 1 - _SURE and told == "f"):
                yield name.text, copy.of(name), copy.of(noun.doc[noun.i : name.i + 1])


def _kin(copy: Copy) -> Iterator[Clash]:
    told: dict[tuple[str, str], tuple[frozenset[str], Token]] = {}
    for noun in copy.words.of_lemma(_KIN):
        is_in_law = noun.doc[noun.i + 1 : noun.i + 2].text == "-"  # "brother-in-law"
        is_other = is_in_law or grammar.relation(noun) == "nmod:poss"
        if noun.tag_ != "NN" or is_other or copy.is_quoted(noun.idx) or grammar.preposition(noun) in _COMPARED:
            continue
        one, other = _person(copy, noun), _owner(copy, noun)
        if one is None or other is None or one.id == other.id or not _is_named(one):
            continue
        relation = _KIN[noun.lemma_.lower()]
        earlier = told.get((one.id, other.id))
        if earlier is not None and relation not in earlier[0]:
            yield one.name, _place(copy, earlier[1]), _place(copy, noun)
            continue
        told.setdefault((one.id, other.id), (frozenset({relation}), noun))
        if relation in _INVERSE:
            told.setdefault((other.id, one.id), (frozenset(_INVERSE[relation]), noun))


def _person(copy: Copy, noun: Token) -> Actor | None:
    actor = copy.actors.of(noun)
    return actor if actor is not None and actor.kind == "person" else None


def _is_named(actor: Actor) -> bool:
    return any(mention.kind == "name" for mention in actor.mentions)


def _owner(copy: Copy, noun: Token) -> Actor | None:
    """Whose kin a noun says somebody is."""
    for how, other in grammar.modifiers(noun):
        if how in ("'s", "of") and other.tag_ not in ("NNS", "NNPS"):
            return _person(copy, grammar.antecedent(other) or other)
    return None


def _place(copy: Copy, noun: Token) -> Span:
    """A noun with whose it is."""
    first = min((other.left_edge.i for how, other in grammar.modifiers(noun) if how == "'s"), default=noun.i)
    return copy.of(noun.doc[min(first, noun.i) : noun.i + 1])


def _counts(copy: Copy) -> Iterator[Clash]:
    """The children of one person in two numbers."""
    told: dict[str, tuple[int, Token]] = {}
    for figure, whose in sorted(_told_counts(copy), key=lambda one: one[0].i):
        actor, value = _person(copy, whose), number(figure.lower_)
        if actor is None or value is None or copy.is_quoted(figure.idx) or not _is_named(actor):
            continue
        first, earlier = told.setdefault(actor.id, (int(value), figure))
        if first != value:
            yield actor.name, copy.of(earlier), copy.of(figure)


def _told_counts(copy: Copy) -> Iterator[tuple[Token, Token]]:
    """The numbers of children with whose they are: "mother of two", "her three children", "has four children"."""
    for parent in copy.words.of_lemma(_PARENTS):
        for how, other in grammar.modifiers(parent):
            if how == "of" and parent.tag_ == "NN":
                if other.pos_ == "NUM" and not grammar.related(other, "nmod", "amod"):
                    yield other, parent
                elif other.lemma_.lower() in _CHILDREN:
                    yield from ((figure, parent) for figure in _plain(other))
    for child in copy.words.of_lemma(_CHILDREN):
        owner = next(iter(grammar.related(child, "nmod:poss")), None)
        verb = grammar.governor(child)
        if owner is not None:
            yield from ((figure, owner) for figure in _plain(child))
            of_all = verb if grammar.relation(child) == "nmod" and verb is not None and verb.pos_ == "NUM" else None
            if of_all is not None and any(t.lower_ == "all" for t in grammar.dependents(of_all)):
                yield of_all, owner
        elif verb is not None and verb.lemma_.lower() == "have" and grammar.relation(child) == "obj":
            subject = grammar.subject(verb)
            if subject is not None and subject.tag_ not in ("NNS", "NNPS"):
                yield from ((figure, subject) for figure in _plain(child))


def _plain(noun: Token) -> Iterator[Token]:
    """The number of a noun that nothing else narrows down."""
    is_narrowed = bool(grammar.related(noun, "amod", "compound", "nmod", "acl", "acl:relcl"))
    for figure in grammar.related(noun, "nummod") if not is_narrowed else []:
        if not any(child.lower_ in _NOT_ALL for child in (*grammar.dependents(figure), *grammar.dependents(noun))):
            yield figure


def _groups(copy: Copy) -> Iterator[Clash]:
    """ "Two brothers were rescued … the cousins said"."""
    by_lemma: dict[str, list[Token]] = {}
    for noun in copy.words.of_lemma(_GROUPS):
        by_lemma.setdefault(noun.lemma_.lower(), []).append(noun)
    if len(by_lemma) != 2:
        return
    for lemma, found in by_lemma.items():
        others = next(rest for other, rest in by_lemma.items() if other != lemma)
        alone = found[0]
        if len(found) == 1 and _is_the_group(alone) and not copy.is_quoted(alone.idx):
            first = next((one for one in others if one.tag_ == "NNS" and one.i < alone.i), None)
            is_plain = all(one.tag_ == "NNS" and not grammar.related(one, "nmod:poss") for one in others)
            if first is not None and is_plain:
                yield f"the {first.lower_}", copy.of(first), copy.of(alone)


def _is_the_group(noun: Token) -> bool:
    """True for "the cousins", with nothing that says whose."""
    children = grammar.dependents(noun)
    is_plain = all(grammar.relation(child) in ("det", "punct", "nummod") for child in children)
    return noun.tag_ == "NNS" and is_plain and any(child.lower_ == "the" for child in children)
