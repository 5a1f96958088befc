"""Words credited to somebody who, by the rest of the story, is not the one who said them."""

from collections.abc import Callable, Iterator

from bot.analysis.actors.nouns import FEMALE, MALE, PEOPLE
from bot.analysis.errors.antecedents import Antecedents
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.people import GENDER_OF_PRONOUN
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.speakers import Said, said
from bot.analysis.errors.things import is_thing
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_PERSONS = PEOPLE | MALE | FEMALE
_TELLING = word_set("tell ask remind assure inform warn advise")
Sign = tuple[str, Span] | None
"""Why somebody did not say what they are credited with, and the place that shows it."""


@check("quote.wrong-speaker", "Quotation credited to somebody else", severity="critical", confidence=0.7)
def wrong_speaker(copy: Copy) -> Iterator[Finding]:
    """A quotation that speaks to its own speaker, or of somebody who can only be its speaker."""
    for one in copy.once(said):
        sign = next((sign for look in _SIGNS if (sign := look(copy, one)) is not None), None)
        if sign is not None:
            why, shown = sign
            yield Finding(
                one.place,
                f"Possible wrong attribution: {why}. Check who said this.",
                evidence=(shown,),
            )


def _alone_is_meant(copy: Copy, one: Said) -> Sign:
    """ "He sold my tickets,” Cole said, where nobody but Cole can be "he"."""
    gender = one.person.gender() if one.person is not None else None
    if gender is None:
        return None
    pronoun = next((t for t in one.words if t.pos_ == "PRON" and GENDER_OF_PRONOUN.get(t.lower_) == gender), None)
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
    return token.lemma_.lower() in _PERSONS or (is_subject and not is_thing(token))


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


_SIGNS: tuple[Callable[[Copy, Said], Sign], ...] = (
    _speaks_to_itself,
    _alone_is_meant,
)
