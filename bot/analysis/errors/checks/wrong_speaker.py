"""Words credited to somebody who, by the rest of the story, is not the one who said them."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from bot.analysis.actors.nouns import FEMALE, MALE, PEOPLE
from bot.analysis.errors.antecedents import Antecedents
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import Gender
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.speakers import Said, said
from bot.analysis.errors.things import is_thing
from bot.language import grammar
from bot.model import Span

_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_ANSWERING = word_set("reply retort respond answer counter")
_OPPOSING = word_set("disagree dispute demur object deny")
_TELLING = word_set("tell ask remind assure inform warn advise")
_SAME_KIN = {
    "boy": "son", "girl": "daughter", "mum": "mother", "mom": "mother", "mam": "mother", "dad": "father",
    "kid": "child", "gran": "grandmother", "grandad": "grandfather", "granddad": "grandfather", "granny": "grandmother",
}  # fmt: skip
_KIN = _SAME_KIN | {
    word: word
    for word in word_set(
        "son daughter mother father child brother sister husband wife grandson granddaughter grandmother grandfather"
        " uncle aunt nephew niece twin cousin fiancé fiancée stepson stepdaughter stepfather stepmother"
    )
}

Sign = tuple[str, Span] | None
"""Why somebody did not say what they are credited with, and the place that shows it."""


@check("quote.wrong-speaker", "Quotation credited to somebody else", severity="critical", confidence=0.7)
def wrong_speaker(copy: Copy) -> Iterator[Finding]:
    """A quotation that speaks of or to its own speaker, or whose speaker answers it."""
    for one in copy.once(said):
        sign = next((sign for look in _SIGNS if (sign := look(copy, one)) is not None), None)
        if sign is not None:
            why, shown = sign
            yield Finding(
                one.place,
                f"Possible wrong attribution: {why}. Check who said this.",
                evidence=(shown,),
            )


def _speaks_of_itself(copy: Copy, one: Said) -> Sign:
    """ "Cole stole my tickets,” Cole said; “the minister lied,” the minister said."""
    if one.actor_id is None or any(token.lower_ == "name" for token in one.words):
        return None
    for token in one.words:
        if grammar.relation(token) in ("compound", "appos", "flat", "nmod:poss") or grammar.related(token, "cop"):
            continue
        if token.pos_ == "PROPN" or (token.tag_ == "NN" and any(child.lower_ == "the" for child in token.children)):
            actor = copy.actors.of(token)
            if actor is not None and actor.id == one.actor_id and actor.kind == "person":
                return "the quotation speaks of the one who is said to speak", copy.of(token)
    return None


def _alone_is_meant(copy: Copy, one: Said) -> Sign:
    """ "He sold my tickets,” Cole said, where nobody but Cole can be "he"."""
    gender = one.person.gender() if one.person is not None else None
    if gender is None:
        return None
    pronoun = next((t for t in one.words if t.pos_ == "PRON" and _PRONOUNS.get(t.lower_) == gender), None)
    if pronoun is None or any(_may_be_meant(token) for token in one.words if token.i < pronoun.i):
        return None
    known = copy.once(Antecedents)
    before = known.between(0, one.quote.end)
    if any(c.fits(gender) and c.person is not one.person and known.entity(c) != one.actor_id for c in before):
        return None
    if not any(c.person is not None and c.gender is not None and not c.fits(gender) for c in before):
        return None
    return f"“{pronoun.text}” can mean nobody but the one who is said to speak", copy.of(pronoun)


def _may_be_meant(token: Token) -> bool:
    """True for a word inside a quotation that a pronoun behind it may stand for."""
    if token.pos_ != "NOUN" or token.tag_ == "NNS":
        return token.pos_ == "PROPN"
    is_subject = grammar.relation(token).startswith("nsubj")
    return token.lemma_.lower() in PEOPLE | MALE | FEMALE or (is_subject and not is_thing(token))


def _speaks_to_itself(copy: Copy, one: Said) -> Sign:
    """ "…,” Cole told the minister, where Cole is the minister."""
    cue = one.cue
    if cue is None or cue.lemma_.lower() not in _TELLING or one.speaker.i > cue.i:
        return None
    for hearer in grammar.objects(cue):
        if hearer.i < cue.i or hearer.pos_ == "PRON" or copy.is_quoted(hearer.idx):
            continue
        actor = copy.actors.of(hearer)
        if actor is not None and actor.id == one.actor_id and actor.kind == "person":
            return "speaker and hearer are one person", copy.of(hearer)
    return None


def _answers_itself(copy: Copy, one: Said) -> Sign:
    """ "…,” Cole said. Cole replied that …; “…,” Mr Cole said. He told her that …."""
    doc, at = copy.body, one.end
    while at < len(doc) and doc[at].is_space:
        at += 1
    if at == len(doc) or any(token.lemma_ == "ask" for token in (*one.speaker.sent, *doc[at].sent)):
        return None  # somebody put a question in between
    subject = next((token for token in doc[at].sent if grammar.relation(token) == "nsubj"), None)
    verb = grammar.governor(subject) if subject is not None else None
    if subject is None or verb is None or verb.pos_ != "VERB" or copy.is_quoted(verb.idx):
        return None
    if not _is_speaker(copy, one, subject) or not _is_answer(verb, subject):
        return None
    return "the one who is said to speak answers it in the next sentence", copy.of(doc[subject.i : verb.i + 1])


def _is_speaker(copy: Copy, one: Said, subject: Token) -> bool:
    """True when a subject is the speaker by name, or a pronoun that fits nobody else around."""
    if subject.pos_ != "PRON":
        actor = copy.actors.of(subject)
        return actor is not None and actor.id == one.actor_id
    gender = one.person.gender() if one.person is not None else None
    if gender is None or _PRONOUNS.get(subject.lower_) != gender:
        return False
    known = copy.once(Antecedents)
    near = known.between(copy.paragraphs[max(0, copy.paragraph_number(one.quote.start) - 1)].start, subject.idx)
    others = [c for c in near if c.person is not one.person and known.entity(c) != one.actor_id]
    return not any(c.fits(gender) and (c.person or c.gender) for c in others)


def _is_answer(verb: Token, subject: Token) -> bool:
    """True for a verb of answering, and for "He told her", which has both sides of a talk."""
    lemma = verb.lemma_.lower()
    if lemma in _ANSWERING | _OPPOSING:
        return True
    hearers = {_PRONOUNS.get(hearer.lower_) for hearer in grammar.objects(verb)} - {None}
    gender = _PRONOUNS.get(subject.lower_)
    return lemma in _TELLING and gender is not None and bool(hearers) and gender not in hearers


def _has_kin_of_another(copy: Copy, one: Said) -> Sign:
    """ "My boy had to die,” Cole said, where it is Mrs Hanley "whose son died"."""
    for token in one.words:
        kin = _KIN.get(token.lemma_.lower())
        if kin is None or one.actor_id is None or not any(child.lower_ == "my" for child in token.children):
            continue
        owners = copy.once(_owners_of_kin)[kin]
        if owners and not {one.actor_id, None} & {actor_id for actor_id, _ in owners}:
            return f"the story tells of the {kin} of somebody else", copy.of(owners[0][1])
    return None


def _owners_of_kin(copy: Copy) -> defaultdict[str, list[tuple[str | None, Token]]]:
    """For each kind of kin that the story tells of outside quotations, whose they are."""
    found: defaultdict[str, list[tuple[str | None, Token]]] = defaultdict(list)
    for noun in copy.words.of_lemma(_KIN):
        if noun.pos_ != "NOUN" or copy.is_quoted(noun.idx):
            continue
        for owner in grammar.related(noun, "nmod:poss"):
            actor = copy.actors.of(_antecedent(owner))
            found[_KIN[noun.lemma_.lower()]].append((actor.id if actor is not None else None, noun))
    return found


def _antecedent(owner: Token) -> Token:
    """The noun that "whose" stands for; any other word itself."""
    if owner.lower_ != "whose":
        return owner
    clause = next((above for above in owner.ancestors if grammar.relation(above) == "acl:relcl"), None)
    return (grammar.governor(clause) if clause is not None else None) or owner


def _follows_an_announcement(copy: Copy, one: Said) -> Sign:
    """ "The MP replied by letter. “…,” the boy wrote."""
    first = one.words[0].i - 1
    before = copy.body[first - 1] if first > 0 and copy.body[first].is_quote else None
    if before is None or before.text not in (".", "!"):
        return None
    verb = before.sent.root
    if verb.lemma_.lower() not in _ANSWERING or copy.is_quoted(verb.idx) or grammar.complement_clause(verb) is not None:
        return None
    subject = grammar.subject(verb)
    actor = copy.actors.of(subject) if subject is not None else None
    if actor is None or one.actor_id in (None, actor.id) or actor.kind != "person":
        return None
    return "the sentence before announces what somebody else said", copy.of(verb)


_SIGNS: tuple[Callable[[Copy, Said], Sign], ...] = (
    _speaks_of_itself,
    _speaks_to_itself,
    _alone_is_meant,
    _answers_itself,
    _has_kin_of_another,
    _follows_an_announcement,
)
