"""What the article says an actor is: titles, appositions, relative clauses, copulas."""

from collections.abc import Iterator

from bot.analysis.actors import nouns
from bot.analysis.actors.clusters import Cluster
from bot.analysis.actors.mentions import Candidate, is_plural
from bot.analysis.actors.names import is_title
from bot.analysis.actors.title_spans import is_role_noun, title_span
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

MAX_WORDS = 20
"""A longer phrase is not a role."""

_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})
_ARTICLES = _POSSESSIVES | {"the", "a", "an"}
_ADVERBS = frozenset({"still", "also", "now", "then", "perhaps", "once", "again", "not", "only", "even", "just"})


def find_roles(cluster: Cluster) -> list[DocSpan]:
    """The phrases that say what a cluster is, strongest first, each wording once."""
    found: dict[str, tuple[float, int, DocSpan]] = {}
    for order, name in enumerate(cluster.names):
        for strength, span in _roles_at(name, cluster):
            trimmed = _trim(span)
            if trimmed is None or len(trimmed) > MAX_WORDS or _overlaps_name(trimmed, cluster):
                continue
            if len(trimmed) == 1 and _is_somebodys(span) and trimmed.root.lemma_.lower() in nouns.RELATIONS:
                continue
            key = trimmed.text.casefold()
            found[key] = min(found.get(key, (0.0, order, trimmed)), (-strength - _detail(trimmed), order, trimmed))
    ordered = [span for _, _, span in sorted(found.values(), key=lambda entry: entry[:2])]
    return [s for n, s in enumerate(ordered) if not any(s.text.casefold() in o.text.casefold() for o in ordered[:n])]


def _overlaps_name(span: DocSpan, cluster: Cluster) -> bool:
    return any(n.doc is span.doc and n.span.start < span.end and span.start < n.span.end for n in cluster.names)


def _roles_at(name: Candidate, cluster: Cluster) -> Iterator[tuple[float, DocSpan]]:
    """(strength, phrase) of the roles that one mention by name comes with."""
    if cluster.kind == "person":
        before = title_span(name.span)
        if before is not None and not is_plural(before.root):
            yield 3.0, before
    for token in {name.head.i: name.head, name.span.root.i: name.span.root}.values():
        for noun in grammar.appositions(token):
            if _is_role(noun, cluster):
                yield 3.5, grammar.noun_phrase(noun)
        above = grammar.governor(token)
        if above is not None and grammar.relation(token) == "appos" and _is_role(above, cluster):
            yield 3.0, grammar.noun_phrase(above)
        for clause in grammar.dependents(token):
            if grammar.relation(clause) == "acl:relcl" and _is_copular(clause) and _is_role(clause, cluster):
                yield 2.5, grammar.noun_phrase(clause)
        if above is not None and grammar.relation(token) == "nsubj" and _is_copular(above) and _is_role(above, cluster):
            yield 2.0, grammar.noun_phrase(above)


def _is_role(noun: Token, cluster: Cluster) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN") or (is_plural(noun) and not cluster.plural):
        return False
    lemma = noun.lemma_.lower()
    if cluster.kind == "person":
        return is_role_noun(noun)
    return noun.pos_ == "NOUN" and lemma in nouns.ORGANIZATIONS | nouns.PLACES


def _is_copular(predicate: Token) -> bool:
    return any(grammar.relation(t) == "cop" for t in grammar.dependents(predicate))


def _trim(span: DocSpan) -> DocSpan | None:
    """The phrase without articles, possessive pronouns and adverbs before it, clauses behind a comma, punctuation."""
    start, end = span.start, span.end
    doc = span.doc
    opening = _ARTICLES | _ADVERBS
    while start < end and (doc[start].lower_ in opening or doc[start].is_punct or doc[start].is_space):
        start += 1
    aside = next((t.i for t in doc[start:end] if t.text == "," and _opens_clause(t, end)), end)
    end = aside if aside > span.root.i else end
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if start < end else None


def _opens_clause(comma: Token, end: int) -> bool:
    """True for the comma before "working in …", "who …", "so …"."""
    following = comma.doc[comma.i + 1] if comma.i + 1 < end else None
    if following is None:
        return False
    return following.tag_ in ("VBG", "VBN", "WP", "WDT", "WP$", "WRB") or following.pos_ in ("ADV", "SCONJ", "PRON")


def _is_somebodys(span: DocSpan) -> bool:
    """True for "his wife": a relation whose other half the phrase only points to."""
    return any(token.lower_ in _POSSESSIVES for token in span[:1])


def _detail(span: DocSpan) -> float:
    """A phrase of several words says more than "President" or "Mr"."""
    if len(span) == 1:
        return -2.0 if is_title(span[0].text) else -0.5
    return 0.05 * min(len(span), 8)
