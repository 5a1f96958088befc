"""What a headline or a clause claims of whom, and whether another clause bears it out or excludes it."""

import re
from dataclasses import dataclass
from itertools import islice

from bot.analysis.errors.axes import is_denied, meaning, on_axes, vote
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.yet_to_come import was_to_come
from bot.language import grammar
from bot.language.places import lookup
from bot.language.tokens import Token

_EARLIER = frozenset({"previously", "earlier", "initially", "originally", "once", "formerly", "before", "until"})
_AXIS_OF_VOTES, _MOVEMENT = 0, 1
_AXIS_OF_MULTIPLES = next(iter(on_axes("halve")))
_AXIS_OF_STARTS = next(iter(on_axes("resume")))
_AXIS_OF_CONTESTS = next(iter(on_axes("triumph")))
_AXIS_OF_PLEAS = next(iter(on_axes("confess")))
_LEAD_SENTENCES, _CHARACTERS = 2, 500
_MEANT = frozenset({"plan", "want", "hope", "try", "threaten", "propose", "consider", "fear", "intend", "attempt"})
"""What people did of which something else came in the end."""

_KEY = 5
"""Words of one stem share their first letters: senators and Senate."""
_CHALLENGES = frozenset({"petition", "challenge", "appeal", "complaint", "lawsuit", "suit", "objection"})
_CHALLENGE_KEYS = frozenset(word[:_KEY] for word in _CHALLENGES)
_NEEDS_OBJECT = frozenset(
    {"keep", "hold", "find", "back", "pass", "drop", "end", "start", "begin", "stop", "continue", "leave", "return"}
    | {"secure", "obtain", "receive", "get", "seek", "request", "ask", "demand", "want", "retain", "spare", "meet"}
    | {"join", "sign", "save", "buy", "sell", "raise", "cut", "lift", "open", "close", "charge", "support", "build"}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """The headline's predicate: what it says, of whom, about what."""

    lemma: str
    axes: dict[int, int]
    denied: bool
    passive: bool
    actors: frozenset[str]
    things: frozenset[str]
    objects: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    of_contest: bool = True
    """False where what is won or lost is praise, a shoe or a temper."""


def headline_claim(word: Token, lemma: str) -> Claim:
    """What a verb of the headline claims: who stands before it, what behind it."""
    words = [t for t in word.doc if (t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") or _is_figure(t)) and t.i != word.i]
    passive = (
        word.tag_ == "VBN"
        and word.i + 1 < len(word.doc)
        and not any(t.pos_ in ("NOUN", "PROPN", "DET") for t in word.doc[word.i + 1 : word.i + 2])
    )
    before = _keys([t for t in words if t.i < word.i])
    after = _keys([t for t in words if t.i > word.i])
    after_it = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    voted = vote(word) or ({"against": -1, "for": 1, "to": 1}.get(after_it, 0) if lemma == "vote" else 0)
    axes = {_AXIS_OF_VOTES: voted} if voted else on_axes(lemma)
    lemma = "" if voted else lemma
    denied = is_denied(word) or any(t.lower_ in ("not", "never", "no") for t in word.doc[max(0, word.i - 2) : word.i])
    objects = grammar.objects(word) or [t for t in words if t.i > word.i and t.pos_ in ("NOUN", "PROPN")][:1]
    if word.pos_ != "VERB":
        objects = [t for t in words if t.i == word.i + 1]  # the parse took the verb for a noun
    doers, of_contest = _phrase(grammar.subject(word)), _is_of_contest(word)
    return Claim(lemma, axes, denied, passive, before, after, _heads(objects), doers, of_contest)


def _is_of_contest(word: Token) -> bool:
    """False for "wins praise", "loses her father" and "lost for words", which tell of no contest."""
    behind = word.doc[word.i + 1 : word.i + 3]
    if len(behind) == 2 and behind[0].lower_ == "for" and behind[1].tag_ == "NNS":
        return False
    beside = [grammar.governor(t) or t if t.dep_ == "compound" else t for t in behind[:1] if t.pos_ == "NOUN"]
    things = [t for t in grammar.objects(word) if t.i > word.i and t.pos_ == "NOUN"] or beside
    return not things or any(_is_contest(thing) for thing in things)


def _is_contest(thing: Token) -> bool:
    """True for "the final" and "title race"."""
    named = (thing, *(t for t in thing.children if t.i < thing.i))
    return any(t.lemma_.lower() in _CONTESTED for t in named)


_CONTESTED = word_set(
    "match game final semifinal semi-final quarterfinal quarter-final race title cup trophy championship league"
    " tournament contest competition election by-election byelection seat vote ballot poll primary runoff run-off"
    " battle fight bout case lawsuit suit appeal challenge bid award prize medal gold silver bronze contract tender"
    " round set series test derby marathon stage rally tie replay shootout shoot-out playoff play-off crown belt"
    " nomination leadership presidency mayoralty recount majority control war leg opener decider argument dispute"
)
"""What one wins or loses against others."""


def verdict(claim: Claim, verb: Token) -> int:
    """1 when a verb of the lead bears the claim out, -1 when it excludes it, 0 when it says nothing of it."""
    lemma = meaning(verb)
    agrees = 0
    if lemma == claim.lemma:
        agrees = 1
    elif (voted := vote(verb)) and _AXIS_OF_VOTES in claim.axes:
        agrees = voted * claim.axes[_AXIS_OF_VOTES]
    else:
        shared = [end * claim.axes[axis] for axis, end in on_axes(lemma).items() if axis in claim.axes]
        agrees = (1 if 1 in shared else min(shared)) if shared else 0
    if agrees == 0:
        return 0
    if _turns_away_a_challenge(claim, verb):
        agrees = -agrees
    if agrees < 0 and _leaves_as_it_is(verb):
        return 0
    if is_denied(verb) != claim.denied and not vote(verb):
        agrees = -agrees
    if agrees > 0:
        if lemma != claim.lemma and _is_aside_of_another(claim, verb):
            return 0
        same = lemma == claim.lemma and not _is_of_another(claim, verb)
        return 1 if _may_be_same(claim, verb) and (same or _touches(claim, verb)) else 0
    if is_earlier(verb) or (lemma in ("vote",) and not vote(verb)) or _is_one_of_a_tally(claim, verb):
        return 0
    return -1 if _same_event(claim, verb) and not _is_won_by_the_other(claim, verb) else 0


def _is_aside_of_another(claim: Claim, verb: Token) -> bool:
    """True for what follows of it for something else: "voted to keep a novel, ending a dispute"."""
    objects = grammar.objects(verb)
    done = frozenset(key for noun in objects for key in _phrase(noun))
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and bool(objects) and not done & claim.things


def _is_one_of_a_tally(claim: Claim, verb: Token) -> bool:
    """True for "won three games, lost two and drew seven", which bears neither out."""
    first = verb.head if verb.dep_ == "conj" else verb
    beside = [first, *(c for c in first.children if c.dep_ in ("conj", "parataxis"))]
    return verb.dep_ in ("conj", "parataxis", "ROOT") and any(
        t != verb and meaning(t) == claim.lemma and not is_denied(t) for t in beside
    )


def _turns_away_a_challenge(claim: Claim, verb: Token) -> bool:
    """True for "threw out a petition against the vote", which upholds the vote, where the claim is of no challenge."""
    if claim.things & _CHALLENGE_KEYS:
        return False
    subject = grammar.subject(verb)
    turned_away = [subject] if grammar.is_passive(verb) and subject is not None else grammar.objects(verb)
    return any(
        noun.lemma_.lower() in _CHALLENGES
        and (claim.lemma in _CONFIRMS or any(word in ("against", "to") for word, _ in grammar.modifiers(noun)))
        for noun in turned_away
    )


_CONFIRMS = frozenset({"uphold", "confirm", "affirm"})
"""What is done to a ruling by turning away any appeal at all."""

_UNDOES = word_set(
    "alter annul ban bar block cancel change close cut delay dismiss disturb drop end halt hear interfere lift lower"
    " overrule overturn quash reconsider reduce remove reopen repeal reverse review revise revoke scrap set shorten"
    " stop strike suspend void withdraw"
)


def _leaves_as_it_is(verb: Token) -> bool:
    """True for "refused to reduce the term", which leaves it as it is and refuses no more than the change."""
    clause = grammar.complement_clause(verb)
    return clause is not None and clause.tag_ == "VB" and clause.lemma_.lower() in _UNDOES


def _may_be_same(claim: Claim, verb: Token) -> bool:
    """True when the verb of the claim has no other object: "save £8m" does not bear out "save the pool"."""
    objects = grammar.objects(verb)
    done = frozenset(key for noun in objects for key in _phrase(noun))
    if not claim.things or done & claim.things or not objects:
        return True
    return not any(_is_sum(noun) for noun in objects) and (is_lead_clause(verb) or verb.idx < _CHARACTERS)


def _is_of_another(claim: Claim, verb: Token) -> bool:
    """True when somebody else, by name, does it."""
    doer = _named(verb, grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb))
    return doer is not None and doer.pos_ == "PROPN" and not _phrase(doer) & (claim.actors | claim.things)


def _is_sum(noun: Token) -> bool:
    return noun.tag_ == "$" or noun.text == "%" or noun.pos_ == "NUM"


def _touches(claim: Claim, verb: Token) -> bool:
    """True when a clause speaks of anything that the claim speaks of."""
    nouns = [grammar.subject(verb), *grammar.objects(verb), *(noun for _, noun in grammar.obliques(verb))]
    return any(_phrase(noun) & (claim.actors | claim.things) for noun in nouns)


def _same_event(claim: Claim, verb: Token) -> bool:
    """True when the verb of the lead has the headline's subject and, where both have one, its object."""
    subject = grammar.subject(verb)
    passive = grammar.is_passive(verb)
    doer = _named(verb, grammar.agent(verb) if passive else subject)
    done = [subject] if passive and subject is not None else [o for o in grammar.objects(verb) if o.pos_ != "PRON"]
    about = [*done, *(noun for _, noun in grammar.obliques(verb)), *_below(verb)]
    actors, things = _phrase(doer), frozenset(key for noun in about for key in _phrase(noun))
    if passive and doer is None:
        return bool(_phrase(subject) & (claim.actors if claim.passive or not claim.things else claim.things))
    same_actor, same_thing = bool(actors & claim.actors), bool(things & claim.things)
    of_contests = _AXIS_OF_CONTESTS in claim.axes
    if not claim.actors or (of_contests and not claim.of_contest):
        return same_thing and not of_contests  # "Lost in translation: …" says of nobody who lost
    meant = claim.actors if claim.passive and not passive else claim.objects  # "is cleared", "the board has fired"
    if is_lead_clause(verb) and meant & _heads(grammar.objects(verb)) and not (same_actor and meant is claim.objects):
        return True
    if not same_actor:  # "doubles its profit", "its profit halved"
        of_itself = _AXIS_OF_MULTIPLES in claim.axes or (_AXIS_OF_STARTS in claim.axes and is_lead_clause(verb))
        return of_itself and not grammar.objects(verb) and bool(actors & claim.objects)
    if _needs_no_object(claim, verb, actors):
        return True
    if is_lead_clause(verb):
        beside = {t.i for c in verb.children if c.dep_ in ("conj", "parataxis") for t in c.subtree}
        things |= _keys([t for t in verb.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ") and t.i not in beside])
        same_thing = len(things & claim.things) > 1 or same_thing
    has_objects = bool(claim.things) and bool(things)
    return same_thing or (not has_objects and claim.lemma not in _NEEDS_OBJECT)


def _needs_no_object(claim: Claim, verb: Token, actors: frozenset[str]) -> bool:
    """True where who does it is enough: whose prices rise and fall, who wins and loses, who pleads guilty or not."""
    if _AXIS_OF_CONTESTS in claim.axes and _AXIS_OF_CONTESTS in on_axes(meaning(verb)):
        return bool(actors & claim.doers) and verb.dep_ in ("ROOT", "conj", "parataxis")
    return _MOVEMENT in claim.axes or (_AXIS_OF_PLEAS in claim.axes and is_lead_clause(verb))


def _is_won_by_the_other(claim: Claim, verb: Token) -> bool:
    """True where the headline names who loses, and another of its names wins: "Lund sails on as Moor loses"."""
    of_contests = _AXIS_OF_CONTESTS in claim.axes and _AXIS_OF_CONTESTS in on_axes(meaning(verb))
    winner = _phrase(grammar.subject(verb)) if of_contests and not grammar.is_passive(verb) else frozenset()
    return bool(claim.doers) and not winner & claim.doers and bool(winner & (claim.actors | claim.things))


def word_keys(words: list[Token]) -> frozenset[str]:
    """The keys by which words of headline and text are the same."""
    return _keys(words)


def _heads(nouns: list[Token]) -> frozenset[str]:
    return _keys(nouns)


def is_lead_clause(verb: Token) -> bool:
    """True for a verb of the first two sentences outside noun phrases ("the offer that bosses accepted")."""
    told = (s for s in verb.doc.sents if any(t.pos_ == "VERB" for t in s))  # date lines have none
    chain = [verb, *verb.ancestors]
    return verb.sent.start in [s.start for s in islice(told, _LEAD_SENTENCES)] and not any(
        t.dep_.startswith("acl") for t in chain
    )


def _named(verb: Token, doer: Token | None) -> Token | None:
    """The subject; that of the verb of saying for a pronoun ("the minister said he would resign": minister)."""
    if doer is None or doer.pos_ != "PRON":
        return doer
    clause, above = verb, grammar.governor(verb)
    while above is not None and grammar.relation(clause) in ("ccomp", "xcomp"):
        told = grammar.subject(above)
        if grammar.relation(clause) == "ccomp" and told is not None and told.pos_ != "PRON":
            return told
        clause, above = above, grammar.governor(above)
    return doer


def _below(verb: Token) -> list[Token]:
    """Objects of the clause that completes a verb: "voted to give workers a day"."""
    clause = grammar.complement_clause(verb)
    clauses = [clause] if clause is not None else [c for mark, c in grammar.adverbial_clauses(verb) if mark == "to"]
    return [noun for c in clauses for noun in (c, *grammar.objects(c))]


def _phrase(noun: Token | None) -> frozenset[str]:
    """The keys of a noun phrase without its relative clauses."""
    if noun is None:
        return frozenset()
    words = [
        noun,
        *(c for c in noun.children if c.dep_.split(":")[0] in ("compound", "amod", "flat", "nmod", "appos", "conj")),
    ]
    words += [
        g
        for c in words[1:]
        for g in c.children
        if g.dep_.split(":")[0] in ("compound", "flat", "nmod") or _is_figure(g)
    ]
    initials = "".join(t.text[0] for t in sorted(words, key=lambda t: t.i) if t.text[0].isupper())
    words += [t for c in (noun, *noun.children) if c is noun or c.pos_ == "NUM" for t in c.children if _is_figure(t)]
    return _keys(words) | ({initials.lower()[:_KEY]} if len(initials) > 1 else frozenset())


def _is_figure(word: Token) -> bool:
    """True for a number in digits that tells a thing apart as a name does ("a 31% rise", "a 240-bed clinic")."""
    return word.pos_ == "NUM" and len(word.text) > 1 and word.text.replace(",", "").replace(".", "").isdigit()


def _keys(words: list[Token]) -> frozenset[str]:
    """The stems of some words; places and peoples by the country that they belong to."""
    found: set[str] = set()
    for word in words:
        place = lookup(word.text.removesuffix("’s").removesuffix("'s")) if word.text[0].isupper() else None
        if place is not None and place.country:
            found.add("country " + place.country)
        else:
            found.add(word.lemma_.lower().removeprefix("ex-")[:_KEY])
    return frozenset(found)


def is_earlier(verb: Token) -> bool:
    """True for what was so before: "had rejected", "was once banned", "in 2012", "had planned to close"."""
    if was_to_come(verb):
        return True
    above = grammar.governor(verb)
    how = grammar.relation(verb)
    if above is not None and above.pos_ == "VERB" and how in ("xcomp", "ccomp"):
        meant = above.lemma_.lower() in _MEANT and above.tag_ in ("VBD", "VBN")
        if meant or (how == "xcomp" and is_earlier(above)):
            return True
    is_reported = above is not None and grammar.relation(verb) == "ccomp" and above.tag_ == "VBD"  # "said it had sold"
    if any(aux.lower_ in ("had", "’d") for aux in grammar.auxiliaries(verb)) and not is_reported:
        return True
    if any(
        t.lower_ == "ago" and next((a for a in t.ancestors if a.pos_ == "VERB"), None) == verb for t in verb.subtree
    ):
        return True
    return any(c.lower_ in _EARLIER for c in verb.children) or any(
        re.fullmatch(r"(?:19|20)\d\d", noun.text) for _, noun in grammar.obliques(verb)
    )


def verb_lemma(word: Token) -> str | None:
    """The verb that a word of the headline is or, as parses of headlines often have it, is taken for a noun."""
    if word.pos_ == "VERB":
        return "win" if _is_taking_from(word) else meaning(word)
    if word.i > 0 and word.nbor(-1).lower_ == "to" and on_axes(word.lower_):
        return word.lower_  # "votes 5-2 to end", where the parse may take it for a noun
    opens_phrase = word.i + 1 < len(word.doc) and word.i > 0 and word.nbor(-1).pos_ in ("PROPN", "NOUN")
    bare = re.sub(r"(?:es|s)$", "", word.lower_)
    known = next((form for form in (word.lower_, bare, bare + "e") if on_axes(form) or form == "vote"), None)
    inflected = word.lower_.endswith("s") != (word.i > 0 and word.nbor(-1).lower_.endswith("s"))
    is_name = word.pos_ == "PROPN" and word.text != word.lower_
    return known if not is_name and word.pos_ != "AUX" and opens_phrase and inflected else None


def _is_taking_from(verb: Token) -> bool:
    """True for "take Wenbury from Labour": what is taken from somebody is won."""
    return verb.lemma_.lower() == "take" and any(word == "from" for word, _ in grammar.obliques(verb))


def stated_claim(verb: Token) -> Claim | None:
    """A clause of the text as a claim, when it names who and what."""
    passive = grammar.is_passive(verb)
    subject = grammar.subject(verb)
    doer = _named(verb, grammar.agent(verb) if passive else subject)
    things = _phrase(subject) if passive else frozenset(key for noun in grammar.objects(verb) for key in _phrase(noun))
    actors = _phrase(doer)
    if not actors or not things:
        return None
    lemma = meaning(verb)
    return Claim(lemma, on_axes(lemma), is_denied(verb), passive, actors, things)


def shares_both(claim: Claim, verb: Token) -> bool:
    """True when a later clause has the claim's subject and its object, the heads of both."""
    stated = stated_claim(verb)
    return (
        stated is not None
        and bool(stated.actors & claim.actors)
        and len(stated.things & claim.things) >= min(2, len(claim.things))
    )
