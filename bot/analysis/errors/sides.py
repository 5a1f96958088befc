"""Whose side somebody is on: whom a person speaks, acts or stands for, against what the text said before."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.role_facts import Role, conflict, facts_of_many, side_behind, side_of
from bot.analysis.errors.roles import Bearer
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_ACTING = word_set("speaking speaks acting acts negotiating appearing")
_REPRESENTING = word_set("representing represents")


def other_sides(people: list[Bearer]) -> Iterator[tuple[Bearer, Role, Role]]:
    """ "A spokesman for the fire brigade … speaking for the owner"; a lawyer of the accused who prosecutes."""
    for bearer in people:
        side = next((role for _, role in bearer.roles if "side" in role.facts), None)
        counsel = next((role for _, role in bearer.roles if _is_counsel(role)), None)
        if side is None and counsel is None:
            continue
        verbs = {verb.i: verb for m in bearer.person.mentions for verb in (*grammar.dependents(m.root), *_clauses(m))}
        for verb in verbs.values():
            other = _side_of_verb(verb) if side is not None else None
            if side is not None and other is not None and other != side.facts["side"]:
                yield (bearer, side, Role(verb, verb.doc[verb.i : verb.i + 4], {}))
            if counsel is not None and verb.lower_ in ("prosecutes", "prosecuted", "prosecuting"):
                yield (bearer, counsel, Role(verb, verb.doc[verb.i : verb.i + 1], {}))


def _side_of_verb(verb: Token) -> str | None:
    """Whom somebody speaks or acts for."""
    if verb.lower_ in _REPRESENTING and verb.i + 2 < len(verb.doc) and verb.doc[verb.i + 1].pos_ == "DET":
        return side_of(verb.doc, verb.i + 2)
    return side_behind(verb) if verb.lower_ in _ACTING else None


def fellows(copy: Copy, people: list[Bearer]) -> Iterator[tuple[Bearer, Role, Role]]:
    """ "His fellow owners" after a union leader, "her fellow Republicans" after a Democrat."""
    by_mention = {id(mention): bearer for bearer in people for mention in bearer.person.mentions}
    words = [
        token
        for token in copy.words.spelt(("fellow",))
        if 0 < token.i < len(copy.body) - 1 and token.nbor(-1).tag_ == "PRP$"
    ]
    for word in words:
        named = [mention for mention, _ in copy.mentions if mention.start < word.i]
        bearer = by_mention.get(id(named[-1])) if named else None
        if bearer is None or copy.is_quoted(word.idx):
            continue
        noun = word.nbor()
        role = Role(noun, word.doc[word.i : noun.i + 1], facts_of_many(noun))
        earlier = next((one for _, one in bearer.roles if one.noun.i < word.i and conflict(one, role)), None)
        if earlier is not None:
            yield bearer, earlier, role


def _clauses(mention: DocSpan) -> Iterator[Token]:
    """The verbs of the sentence whose subject a name is."""
    return (t for t in mention.sent if t.pos_ == "VERB" and (subject := grammar.subject(t)) and subject in mention)


def _is_counsel(role: Role) -> bool:
    """True for "his lawyer", "the defence lawyer", "lawyer for the accused"."""
    if role.facts.get("class") == "defence":
        return True
    own = role.phrase[0].lower_ in ("his", "her", "their")
    return role.facts.get("class") == "law" and (own or role.noun.doc[role.noun.i + 1 : role.noun.i + 2].text == "for")
