"""A headline that says the opposite of the text, and a name that only the headline has."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.analysis.errors.checks.name_spelling import edit_distance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_OPPOSITES = (
    "extend:end,call off,halt,stop", "begin:end", "start:stop,end,finish", "open:close",
    "rise:fall,drop,decline,decrease",
    "increase:decrease,fall,drop,cut,decline,reduce", "win:lose", "approve:reject,block,refuse",
    "accept:reject,refuse,decline",
    "agree:refuse,disagree", "ban:allow,permit,legalise,legalize", "allow:ban,prohibit,forbid,bar",
    "support:oppose,reject",
    "back:oppose,reject", "arrest:release,free", "convict:acquit,clear", "acquit:convict", "resign:stay,remain",
    "deny:admit,confirm",
    "confirm:deny", "pass:fail,reject", "gain:lose", "hire:fire,dismiss", "raise:lower,cut,reduce",
    "cut:raise,increase",
    "survive:die,kill", "save:kill", "join:leave,quit", "leave:join", "praise:criticise,criticize,condemn",
    "lift:impose",
    "impose:lift", "buy:sell", "sell:buy", "expand:shrink,reduce", "strengthen:weaken", "improve:worsen",
    "up:down", "soar:plunge,fall,drop",
    "keep:scrap,abolish,drop", "scrap:keep,retain", "postpone:bring forward", "succeed:fail",
    "grow:shrink,fall,contract",
    "widen:narrow", "withdraw:submit,deploy", "uphold:overturn,quash", "overturn:uphold", "delay:hasten,speed",
    "fund:defund",
)  # fmt: skip


def _table() -> dict[str, frozenset[str]]:
    opposites: dict[str, set[str]] = {}
    for row in _OPPOSITES:
        word, others = row.split(":")
        for other in others.split(","):
            opposites.setdefault(word, set()).add(other)
            opposites.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in opposites.items()}


_OPPOSITE = _table()
_LEAD = 700


@check("headline.contradicted", "Headline says the opposite", severity="critical", confidence=0.7)
def contradicted(copy: Copy) -> Iterator[Finding]:
    """The headline's verb negated, or its opposite, over the same noun in the lead; questions are left alone."""
    title, body = copy.docs
    if "?" in copy.title or len(title) < 3:
        return
    lead = [token for token in body if token.idx < _LEAD]
    in_lead = {token.lemma_.lower() for token in lead}
    shared = _nouns(title) & _nouns_of(lead)
    if not shared:
        return
    for word in title:
        lemma = _verb_lemma(word)
        if lemma is None:
            continue
        if lemma in in_lead:
            yield from _negated(copy, word, lemma, lead)
        elif lemma in _OPPOSITE and not grammar.is_negated(word):
            other = next((t for t in lead if _is_opposite(t, lemma) and _clause_nouns(t) & shared), None)
            if other is not None and not copy.is_quoted(other.idx):
                yield _finding(copy, word, other)


def _verb_lemma(word: Token) -> str | None:
    """The verb that a word of the headline is or, as parses of headlines often have it, is taken for a noun."""
    if word.pos_ == "VERB":
        return word.lemma_.lower()
    opens_phrase = word.i + 1 < len(word.doc) and word.i > 0 and word.nbor(-1).pos_ in ("PROPN", "NOUN")
    bare = re.sub(r"(?:es|s)$", "", word.lower_)
    known = next((form for form in (word.lower_, bare, bare + "e") if form in _OPPOSITE), None)
    return known if word.pos_ in ("NOUN", "ADV", "ADJ") and opens_phrase else None


def _negated(copy: Copy, word: Token, lemma: str, lead: list[Token]) -> Iterator[Finding]:
    same = [t for t in lead if t.lemma_.lower() == lemma and t.pos_ == "VERB" and not copy.is_quoted(t.idx)]
    if same and all(grammar.is_negated(t) != grammar.is_negated(word) for t in same):
        yield _finding(copy, word, same[0])


def _clause_nouns(verb: Token) -> frozenset[str]:
    """The nouns of a verb's own clause and of the noun phrases in it, and what an infinitive's governor has."""
    below = _argument_nouns(verb)
    above = grammar.governor(verb)
    return below | (_argument_nouns(above) if above is not None else frozenset())


def _is_opposite(token: Token, lemma: str) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in _OPPOSITE[lemma] and not grammar.is_negated(token)


def _argument_nouns(verb: Token) -> frozenset[str]:
    """The nouns that depend on a verb, and those inside its subject and object."""
    return frozenset(
        t.lemma_.lower()
        for child in grammar.dependents(verb)
        if grammar.relation(child) in ("obj", "nsubj", "nsubj:pass", "obl", "xcomp")
        for t in (child, *grammar.dependents(child))
        if t.pos_ in ("NOUN", "PROPN")
    )


def _nouns(doc: Doc) -> frozenset[str]:
    return _nouns_of(list(doc))


def _nouns_of(tokens: list[Token]) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in ("NOUN", "PROPN"))


def _finding(copy: Copy, verb: Token, other: Token) -> Finding:
    said = "not " if grammar.is_negated(other) != grammar.is_negated(verb) else ""
    return Finding(
        copy.of(verb),
        f"Possible contradiction: the headline says “{verb.text}”, the text “{said}{other.text}”. Check which is "
        f"right.",
        evidence=(copy.of(other),),
    )


@check("headline.name", "Name in the headline, another in the text", severity="critical", confidence=0.75)
def headline_name(copy: Copy) -> Iterator[Finding]:
    """A name of the headline that the text never has, one or two letters from one that it has."""
    known = {part for token in copy.body for part in re.split(r"[’'-]", token.text)}
    names = {t.text: t for t in copy.body if t.pos_ == "PROPN" and len(t.text) > 3 and t.text.isalpha()}
    for token in copy.docs[0]:
        word = token.text.removesuffix("’s").removesuffix("'s")
        if token.pos_ != "PROPN" or len(word) < 4 or word in known or word.isupper() or not word.isalpha():
            continue
        if any(word.lower() == k.lower() or k.startswith(word) or word.startswith(k) for k in known if len(k) > 3):
            continue
        near = next(
            (n for n in names if edit_distance(word, n) == 1 or (len(word) > 6 and edit_distance(word, n) == 2)), None
        )
        if near is not None and word[0] == near[0]:
            yield Finding(
                copy.of(token),
                f"Possible misspelt name: “{word}” in the headline, “{near}” in the text. Check the spelling.",
                suggestion=near,
                evidence=(copy.of(names[near]),),
            )


@check("fact.contradiction", "Said and denied", severity="critical", confidence=0.6)
def contradiction(copy: Copy) -> Iterator[Finding]:
    """Two clauses outside quotations with one verb, two shared arguments, and one negation between them."""
    clauses: dict[str, list[tuple[Token, bool, frozenset[str]]]] = {}
    for token in copy.body:
        if token.pos_ != "VERB" or copy.is_quoted(token.idx) or _is_hypothetical(token):
            continue
        words = _clause_words(token)
        if len(words) >= 2:
            clauses.setdefault(token.lemma_.lower(), []).append((token, _denied(token), words))
    for same in clauses.values():
        for i, (one, no, words) in enumerate(same):
            for other, other_no, other_words in same[i + 1 :]:
                shared = words & other_words
                if no != other_no and len(shared) >= 3 and any(w[0].isupper() for w in shared):
                    yield Finding(
                        copy.of(other.doc[max(other.sent.start, other.i - 3) : other.i + 3]),
                        f"Possible contradiction: “{one.text}” is said of {', '.join(sorted(shared))} once and "
                        f"denied once. Check which is right.",
                        evidence=(copy.of(one),),
                    )


def _denied(verb: Token) -> bool:
    if grammar.is_negated(verb):
        return True
    above = verb.head
    return (
        above.i != verb.i
        and verb.dep_.startswith("acl")
        and any(c.lower_ in ("not", "n’t", "n't") for h in (above, above.head) for c in h.children)
    )


def _is_hypothetical(verb: Token) -> bool:
    return any(
        t.lower_ in ("if", "whether", "would", "could", "should", "may", "might", "unless", "until", "can", "to")
        for t in (*verb.children, *verb.head.children)
        if t.dep_ in ("mark", "aux")
    )


def _clause_words(verb: Token) -> frozenset[str]:
    """Nouns of the clause: arguments, modifiers, what a relative clause modifies. Names keep their capital."""
    roots = [c for c in verb.children if c.dep_.split(":")[0] in ("nsubj", "obj", "obl", "nmod")]
    if verb.dep_.startswith("acl"):
        roots += [verb.head, *(c for c in verb.head.children if c.pos_ in ("NOUN", "PROPN"))]
        roots += [c for c in verb.head.head.children if c.dep_.startswith("nsubj")]
    return frozenset(
        t.text if t.pos_ == "PROPN" else t.lemma_.lower()
        for root in roots
        for t in (root, *root.children)
        if t.pos_ in ("NOUN", "PROPN") and t.tag_ != "POS"
    )
