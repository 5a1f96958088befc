"""Finds who makes a demand, who hears it and whom it affects, and names them."""

from dataclasses import dataclass

from bot.analysis.demands import around
from bot.analysis.demands.addressed import OBJECTIVE, addressed_above, clause_above_reader
from bot.analysis.demands.lexicon import lexicon
from bot.analysis.demands.modals import speech_above
from bot.analysis.demands.people import agrees, can_ask, may_ask
from bot.analysis.index import ActorIndex
from bot.language import grammar
from bot.language.reading import Reading
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token
from bot.model import Party

UNNAMED = Party(text="unnamed")
"""Stands for a demander that the article does not name ("NATO was urged to act")."""

_KEPT_MODIFIERS = frozenset({"of", "for", ""})
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "my", "our", "ours", "mine", "myself", "ourselves"})
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE = frozenset({"compound", "flat", "nmod:poss", "nmod:desc", "amod", "nummod", "det", "fixed", "goeswith"})


def first_person(word: Token | None) -> bool:
    """True for "I", "we", "our" and their like."""
    return word is not None and word.pos_ == "PRON" and word.lower_ in _FIRST_PERSON


@dataclass(frozen=True, slots=True)
class Parties:
    """Names the parties of one article's demands."""

    reading: Reading
    index: ActorIndex

    def party(self, word: Token) -> Party:
        """The party that a noun or pronoun stands for, with the words of the article.

        A pronoun is given the name of its actor, else the words it most likely stands for in its
        own sentence; the span stays on the pronoun.
        """
        addressed = addressed_above(word) if word.pos_ == "PRON" else None
        if addressed is not None:
            named = self.party(addressed)
            return Party(text=named.text, actor_id=named.actor_id, span=self.reading.span(word))
        actor = self.index.of(word)
        if word.pos_ == "PRON" and word.lower_ not in ("who", "both", "all", "many", "some", "others"):
            if actor is not None:
                return Party(text=bare(actor.name), actor_id=actor.id, span=self.reading.span(word))
            source = nearby_antecedent(word)
            if source is not None:
                named = self.party(source)
                return Party(text=named.text, actor_id=named.actor_id, span=self.reading.span(word))
        phrase = short_phrase(word)
        return Party(
            text=_without_lone_mark(phrase), actor_id=actor.id if actor else None, span=self.reading.span(phrase)
        )

    def other_than(self, barred: Token, pronoun: Token) -> Party:
        """The party that a pronoun stands for in its sentence when one word is ruled out; else the pronoun itself."""
        source = nearby_antecedent(pronoun, barred)
        if source is None:
            return Party(text=pronoun.text, span=self.reading.span(pronoun))
        named = self.party(source)
        return Party(text=named.text, actor_id=named.actor_id, span=self.reading.span(pronoun))


def _without_lone_mark(phrase: DocSpan) -> str:
    """The words of a phrase without a quotation mark that has no partner in it: "“interim” government" cut short."""
    marks = [word for word in phrase if word.is_quote]
    return phrase.text.replace(marks[0].text, "") if len(marks) == 1 else phrase.text


def bare(name: str) -> str:
    """A name without its article."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in _ARTICLES and rest else name


def short_phrase(head: Token) -> DocSpan:
    """The words that name a party: its noun with what stands before it and its of-phrase, coordinated ones joined."""
    doc = head.doc
    keep = set(_kept(head))
    left = right = head.i
    while left - 1 in keep:
        left -= 1
    while right + 1 in keep:
        right += 1
    while left < head.i and (doc[left].lower_ in _ARTICLES or doc[left].is_punct):
        left += 1
    right = max(right, _end_of_name_beside(head))
    while right > head.i and (doc[right].is_punct or doc[right].pos_ == "CCONJ" or doc[right].tag_ in ("POS", "_SP")):
        right -= 1
    return doc[left : right + 1]


def _end_of_name_beside(head: Token) -> int:
    """The last word of the name in "captain, Jun Park" and "fund Halberd Capital"; the head itself without one."""
    if head.pos_ != "NOUN":
        return head.i
    above = grammar.governor(head)
    twins = [] if above is None else [c for c in grammar.dependents(above) if grammar.relation(c) == "nsubj"]
    for name in (*grammar.appositions(head), *twins):
        start = grammar.name_span(name)
        if name.pos_ == "PROPN" and name.i > head.i and head.doc[start.start - 1].i - head.i <= 1:
            return start.end - 1
    return head.i


def _kept(head: Token) -> list[int]:
    found = [head.i]
    for child in grammar.dependents(head):
        how = grammar.relation(child)
        if how in _INSIDE or (how == "case" and child.tag_ == "POS"):
            found += [t.i for t in child.subtree]
        elif how == "nmod" and (grammar.preposition(child) in _KEPT_MODIFIERS or _place_of_group(head, child)):
            found += [t.i for t in child.subtree] if how == "nmod:poss" else [*_kept(child), *_cases(child)]
        elif how == "conj" and can_ask(child):
            found += [
                *_kept(child),
                *(c.i for c in grammar.dependents(child) if grammar.relation(c) in ("cc", "punct")),
            ]
    return found


def _cases(noun: Token) -> list[int]:
    return [c.i for c in grammar.dependents(noun) if grammar.relation(c) == "case"]


def _place_of_group(head: Token, child: Token) -> bool:
    return grammar.preposition(child) in ("in", "from") and head.pos_ == "NOUN" and child.pos_ == "PROPN"


def speaker_above(word: Token) -> Token | None:
    """Who says the clause that a word stands in: "Oslo should pay, the minister said"; None outside reported speech."""
    verb = speech_above(word)
    if verb is not None:
        return asker(verb)
    root = word.sent.root
    told = [who for how, who in grammar.obliques(root) if how == "according to"]
    return told[0] if told else None


# ---- who asks ----------------------------------------------------------------------------------


def asker(verb: Token) -> Token | None:
    """Who makes the demand of a verb: its subject, by-phrase, or the one who controls it; None when unnamed."""
    return _asker(verb, 0)


def _asker(verb: Token, depth: int) -> Token | None:
    if depth > 6:
        return None
    if around.is_passive(verb):
        return grammar.agent(verb) or _late_agent(verb)
    own = _nominal_subject(verb)
    if own is not None:
        return grammar.antecedent(own) or own
    above = grammar.governor(verb)
    return None if above is None else _shared_asker(verb, above, grammar.relation(verb), depth)


def _nominal_subject(verb: Token) -> Token | None:
    """A verb's own subject, a noun before a clause ("Accusing Oslo of delay, Rome demanded …")."""
    stated = next(iter(grammar.related(verb, "nsubj", "nsubj:pass")), None) or grammar.own_subject(verb)
    if stated is not None:
        return stated
    # A noun right before a finite verb that the parse takes for its receiver.
    taken = [c for c in grammar.related(verb, "iobj") if c.i < verb.i and c.pos_ in ("NOUN", "PROPN")]
    return taken[0] if taken and verb.tag_ in ("VBD", "VBZ", "VBP") else None


def _shared_asker(verb: Token, above: Token, how: str, depth: int) -> Token | None:
    """Who makes the demand of a verb that states no subject of its own."""
    beside = _headline_subject(verb) or (_subject_beside(verb, above) if how == "ccomp" else None)
    if beside is not None:
        return beside
    written = clause_above_reader(verb)
    if written is not None:
        return _asker(written, depth + 1)
    if how in ("acl", "acl:relcl") or not grammar.is_predicate(above):
        return _asker_beside(above, depth)
    if how == "xcomp" and (receivers := grammar.objects(above)) and receivers[0].i < verb.i:
        return receivers[0]
    if around.is_passive(above):
        return grammar.agent(above) or grammar.subject(above)
    return _asker(above, depth + 1)


def _asker_beside(noun: Token, depth: int) -> Token | None:
    """Who asks in "a declaration demanding", "protesters demanding"."""
    if can_ask(noun):
        return noun
    owner = owner_of(noun)
    if owner is not None:
        return owner
    verb = grammar.governor(noun)
    while verb is not None and not grammar.is_predicate(verb):
        if can_ask(verb) and grammar.relation(noun) == "nmod":
            return verb
        noun, verb = verb, grammar.governor(verb)
    if verb is None or grammar.relation(noun) in ("nsubj", "nsubj:pass"):
        return (grammar.agent(verb) or _late_agent(verb)) if verb is not None and around.is_passive(verb) else None
    return _asker(verb, depth + 1)


def _headline_subject(verb: Token) -> Token | None:
    """The subject of a finite verb that the parse took for part of its name ("MP calls for probe")."""
    if verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return None
    before = [c for c in grammar.dependents(verb) if c.i < verb.i and grammar.relation(c) in ("compound", "nmod")]
    return next((c for c in before if can_ask(c)), None)


def _subject_beside(verb: Token, above: Token) -> Token | None:
    """The subject of the clause before, in "prisoners rioted, joining others in demanding …, locals said"."""
    beside = [c for c in grammar.dependents(above) if grammar.relation(c) == "ccomp" and c.i < verb.i]
    return next((who for c in reversed(beside) if (who := grammar.own_subject(c)) is not None), None)


def _late_agent(verb: Token) -> Token | None:
    """The by-phrase of a passive that the parse hung onto a noun in between."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.is_punct and word.text not in "\"“”'":
            return None
        if grammar.preposition(word) == "by" and can_ask(word) and word.ent_type_ not in ("DATE", "TIME"):
            return word
    return None


def owner_of(noun: Token) -> Token | None:
    """Whose a nominal demand is: "Oslo's request", "calls by unions", "a U.S. demand", "the call made by Oslo"."""
    for word, who in grammar.modifiers(noun):
        if (word in ("by", "from") and may_ask(who)) or (word == "of" and can_ask(who)):
            return who
    for child in grammar.dependents(noun):
        how = grammar.relation(child)
        if how == "nmod:poss" and is_owner(child):
            return child
        if how == "acl" and around.is_passive(child) and (maker := grammar.agent(child)) is not None:
            return maker
        if how in ("amod", "compound", "nmod") and child.i < noun.i and is_name_of_party(child):
            return child
    return _maker_beside(noun)


def _maker_beside(noun: Token) -> Token | None:
    """Who makes "rejected calls by unions", where the parse hangs the by-phrase right after the noun on the verb."""
    verb = grammar.governor(noun)
    if verb is None or grammar.relation(noun) != "obj":
        return None
    beside = [who for word, who in grammar.obliques(verb) if word in ("by", "from") and who.left_edge.i == noun.i + 1]
    return next((who for who in beside if can_ask(who)), None)


def is_owner(word: Token) -> bool:
    """True for a possessor that is marked as one ("Oslo's", "their"), or for the noun of a by- or from-phrase."""
    if grammar.relation(word) == "nmod:poss" and word.pos_ != "PRON":
        return may_ask(word) and any(c.tag_ == "POS" for c in grammar.dependents(word))
    return word.pos_ == "PRON" or grammar.preposition(word) in ("by", "from", "of")


def is_name_of_party(word: Token) -> bool:
    """True for the adjective, name or noun before a demand that says whose it is ("U.S. request", "union demand")."""
    if word.ent_type_ in ("LOC", "GPE", "NORP", "ORG", "PERSON", "MISC") or word.pos_ == "PROPN":
        return True
    return grammar.relation(word) == "compound" and word.lemma_ in lexicon().words.people


def nearby_antecedent(pronoun: Token, barred: Token | None = None) -> Token | None:
    """What a third-person pronoun likely stands for in its sentence: a subject above it, else the nearest before."""
    if pronoun.lower_ in _FIRST_PERSON or pronoun.lower_ == "you":
        return None
    above = grammar.governor(pronoun)
    # "urging him": an object is never the subject of its own clause.
    if barred is None and above is not None and grammar.relation(pronoun) in OBJECTIVE:
        barred = asker(above)
    while above is not None:
        subject = grammar.own_subject(above) if grammar.is_predicate(above) else None
        if subject is not None and subject != barred and subject.i < pronoun.i and agrees(pronoun, subject):
            return subject
        above = grammar.governor(above)
    before = [w for w in pronoun.sent if w.i < pronoun.i and w.pos_ in ("NOUN", "PROPN") and can_ask(w) and w != barred]
    return next((w for w in reversed(before) if agrees(pronoun, w) and _heads_phrase(w)), None)


def _heads_phrase(word: Token) -> bool:
    return grammar.relation(word) not in _INSIDE
