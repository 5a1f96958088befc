"""The rule layer over the model's names: gazetteers, acronyms, consistency, quantities.

Model and rules divide the work: the model finds what depends on context, the rules hold what can be
known, and the document is made to agree with itself. Labels are PERSON, ORG, LOC, MISC and NORP for
names, DATE, MONEY and PERCENT for what is no name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from bot.language import dates, quantities
from bot.language.acronyms import acronyms
from bot.language.given_names import gender
from bot.language.outlets import outlet
from bot.language.places import lookup
from bot.language.titles import SOVEREIGN, is_title

PIPE_NAME = "newsroom_names"
NAME_LABELS = frozenset({"PERSON", "ORG", "LOC", "MISC", "NORP"})
OTHER_LABELS = frozenset({"DATE", "MONEY", "PERCENT"})
COMMON_NAME = 32_768
"""Bearers counted from which a given name is common enough to doubt that it means the country."""

LONGEST_NAME = 6
"""Tokens in the longest name of the gazetteers that is looked for where the model found none."""

_INSTALLED = {
    **dict.fromkeys(("GPE", "FAC"), "LOC"),
    **dict.fromkeys(("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"),
}
_DROPPED = frozenset({"CARDINAL", "ORDINAL", "QUANTITY", "TIME"})
_PROPER_TAGS = frozenset({"NNP", "NNPS"})
_NAME_TAGS = frozenset({"NNP", "NNPS", "JJ", "FW", "NN", "NNS"})

Found = tuple[int, int, str]
"""First token, end token and label of a name."""


@Language.component(PIPE_NAME, requires=["doc.ents", "token.tag", "token.is_sent_start"], assigns=["doc.ents"])
def correct_names(doc: Doc) -> Doc:
    """Corrects and completes ``doc.ents`` in place."""
    names = [name for ent in doc.ents for name in _cleaned(ent)]
    names = [_completed(doc, name, _covered(names)) for name in names]
    names = [(start, end, _by_gazetteer(doc[start:end], label)) for start, end, label in names]
    names += list(_missed_places_and_outlets(doc, _covered(names)))
    names = _named_acronyms(doc, names)
    names = _consistent(doc, names)
    names += list(_repeated(doc, names))
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in _with_quantities(doc, names)])
    return doc


def share_names(body: Doc, title: Doc) -> None:
    """Gives names in ``title`` the labels they have in ``body``, and adds those that only the body shows to be names.

    Headlines write every word alike and lack context, so the body knows better.
    """
    known = {_key(ent): ent.label_ for ent in body.ents if ent.label_ in NAME_LABELS}
    known |= {ent[-1].text: "PERSON" for ent in body.ents if ent.label_ == "PERSON" and len(ent) > 1}
    names = [(ent.start, ent.end, known.get(_key(ent), ent.label_)) for ent in title.ents]
    covered = _covered(names)
    i = 0
    while i < len(title):
        ends = range(min(i + LONGEST_NAME, len(title)), i, -1)
        free = (end for end in ends if not covered.intersection(range(i, end)) and _key(title[i:end]) in known)
        end = next(free, None)
        if end is not None and title[i].text[0].isupper():
            names.append((i, end, known[_key(title[i:end])]))
        i = end or i + 1
    title.set_ents([Span(title, start, end, label=label) for start, end, label in sorted(names)])


def _covered(names: Iterable[Found]) -> set[int]:
    return {i for start, end, _ in names for i in range(start, end)}


def _cleaned(ent: Span) -> Iterator[Found]:
    """A name without its article, possessive ending and stray punctuation; nothing for addresses and numbers."""
    label = _INSTALLED.get(ent.label_, ent.label_)
    start, end = ent.start, ent.end
    doc = ent.doc
    while start < end and (_is_article(doc[start]) or doc[start].is_space or doc[start].is_quote):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or doc[end - 1].is_quote):
        end -= 1
    if label == "PERSON":
        start = _after_titles(doc[start:end])
    tokens = doc[start:end]
    if label in _DROPPED or label in OTHER_LABELS or not any(c.isalpha() for c in tokens.text):
        return
    if any(token.like_email or (token.like_url and "@" in token.text) for token in tokens):
        return
    yield start, end, label


def _is_article(token: Token) -> bool:
    """True for a "the" that is no part of the name, as it is in "The Hague" amid a sentence."""
    return token.lower_ == "the" and (token.text != "The" or _opens(token))


def _opens(token: Token) -> bool:
    """True for the first word of a sentence or of a quotation, which has its capital from there."""
    return bool(token.is_sent_start) or (token.i > 0 and (token.nbor(-1).is_quote or token.nbor(-1).text == ":"))


def _completed(doc: Doc, name: Found, covered: set[int]) -> Found:
    """An organisation's name with the proper nouns behind it that its tree holds together with it."""
    start, end, label = name
    stop = end
    while label == "ORG" and stop < len(doc) and stop not in covered and _goes_on(doc[stop]):
        stop += 1
    return (start, stop, label) if _is_joined(doc, start, end, stop) else name


def _goes_on(token: Token) -> bool:
    return token.tag_ == "NNP" and token.is_title and not token.is_sent_start and not is_title(token.text)


def _is_joined(doc: Doc, start: int, end: int, stop: int) -> bool:
    inside, behind = range(start, end), range(end, stop)
    return any(doc[i].head.i in inside for i in behind) or any(doc[i].head.i in behind for i in inside)


def _after_titles(person: Span) -> int:
    """Where a person's name starts behind the titles before it; the end when there are only titles.

    "King Charles" and "Pope Leo" keep theirs, which are part of how the person is named.
    """
    for length in range(len(person), 0, -1):
        title = person[:length]
        if is_title(title.text) or all(is_title(token.text) for token in title):
            kept = len(person) - length == 1 and title[-1].lower_ in SOVEREIGN
            return person.start if kept else title.end
    return person.start


def _by_gazetteer(span: Span, label: str) -> str:
    """The label that the gazetteers give a name as a whole, where they know better than the model."""
    is_school = len(span) > 1 and span[0].lower_ in _SCHOOLS
    place = lookup(span.text) if not is_school else None
    if place is not None:
        if label == "PERSON" and _is_personal(span):
            return label
        if place.kind == "demonym":
            return "NORP" if label in ("LOC", "MISC", "NORP") or " " not in span.text else label
        if place.kind == "bloc":
            return "ORG"
        if place.kind in ("country", "continent", "region", "capital"):
            return "LOC"
        if place.kind == "city" and label == "MISC":
            return "LOC"
    is_body = is_school or (label in ("PERSON", "LOC", "MISC") and outlet(span.text) is not None)
    return "ORG" if is_body else label


_SCHOOLS = frozenset(
    {"coláiste", "gaelcholáiste", "gaelscoil", "scoil", "bunscoil", "ysgol", "lycée", "collège", "liceo", "colegio"}
    | {"università", "université"}
)
"""What schools of other tongues are called before their own names, which are often those of people."""


def _is_personal(span: Span) -> bool:
    """True for places whose names many people bear: Jordan, Georgia, Victoria, Chad, Israel."""
    known = gender(span.text) if len(span) == 1 else None
    return known is not None and known[1] >= COMMON_NAME


def _missed_places_and_outlets(doc: Doc, covered: set[int]) -> Iterator[Found]:
    """Countries, continents, blocs, demonyms and outlets where the model found no name."""
    i = 0
    while i < len(doc):
        step = 1
        if i not in covered and _may_start_name(doc, i):
            for end in range(min(i + LONGEST_NAME, len(doc)), i, -1):
                label = None if covered.intersection(range(i, end)) else _known(doc[i:end])
                if label:
                    yield i, end, label
                    step = end - i
                    break
        i += step


def _may_start_name(doc: Doc, i: int) -> bool:
    token = doc[i]
    return token.text[0].isupper() and token.tag_ in _NAME_TAGS and not token.like_url


def _known(span: Span) -> str | None:
    """The label of a name that may be added on the gazetteer's word alone."""
    if span[-1].tag_ not in _NAME_TAGS or span[-1].is_space or not span[-1].text[0].isupper():
        return None
    place = lookup(span.text)
    if place is not None and place.kind == "demonym":
        return "NORP"
    if _beside_name(span):
        return None
    if place is not None and place.kind in ("country", "continent", "bloc") and not _is_personal(span):
        return "ORG" if place.kind == "bloc" else "LOC"
    return "ORG" if span[-1].tag_ in _PROPER_TAGS and outlet(span.text) is not None else None


def _named_acronyms(doc: Doc, names: list[Found]) -> list[Found]:
    """A name with its acronym in brackets is one name, and the acronym has its label wherever it is used."""
    introduced = list(acronyms(doc))
    labels: dict[str, str] = {}
    for acronym in introduced:
        start, end = acronym.full.start, acronym.full.end
        whole = next((label for first, last, label in names if (first, last) == (start, end)), "ORG")
        names = [name for name in names if name[1] <= start or name[0] >= end] + [(start, end, whole)]
        labels[acronym.short.text] = whole
    kept = [name for name in names if doc[name[0] : name[1]].text not in labels]
    covered = _covered(kept)
    kept += [(t.i, t.i + 1, labels[t.text]) for t in doc if t.text in labels and t.i not in covered]
    return kept


def _consistent(doc: Doc, names: list[Found]) -> list[Found]:
    """One name, one label: the commonest in the document; a surname follows the full name it belongs to."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, label in names:
        votes[_key(doc[start:end])][label] += 1
    people = {doc[end - 1].text for start, end, label in names if label == "PERSON" and end - start > 1}

    def settled(span: Span, label: str) -> str:
        if len(span) == 1 and span.text in people and lookup(span.text) is None:
            return "PERSON"
        counts = votes[_key(span)]
        best, top = counts.most_common(1)[0]
        return best if top > counts[label] else label

    return [(start, end, settled(doc[start:end], label)) for start, end, label in sorted(names)]


def _key(span: Span) -> str:
    return " ".join(token.text for token in span if not token.is_space)


def _repeated(doc: Doc, names: list[Found]) -> Iterator[Found]:
    """Places where a name of the document, or the surname of one of its people, stands unlabelled."""
    labels: dict[str, str] = {}
    for start, end, label in names:
        if label in ("PERSON", "ORG", "LOC"):
            if end - start == 1:
                labels.setdefault(doc[start].text, label)
            elif label == "PERSON":
                labels.setdefault(doc[end - 1].text, label)
    covered = _covered(names)
    for token in doc:
        known = labels.get(token.text)
        if not known or token.i in covered or len(token.text) < 2:
            continue
        alone = token.tag_ in _PROPER_TAGS and not _beside_name(doc[token.i : token.i + 1])
        if alone or (known == "PERSON" and _is_titled(token)):
            yield token.i, token.i + 1, known


def _is_titled(token: Token) -> bool:
    """True for "Professor Will" and "Mr Were", though the tagger takes the name for a verb."""
    before = token.nbor(-1) if token.i else None
    return before is not None and before.text.istitle() and is_title(before.text) and token.text.istitle()


def _beside_name(span: Span) -> bool:
    """True when the token before or after is a proper noun too, so that the name may be a longer one."""
    doc = span.doc
    before = span.start > 0 and doc[span.start - 1].tag_ in _PROPER_TAGS
    return before or (span.end < len(doc) and doc[span.end].tag_ in _PROPER_TAGS)


def _with_quantities(doc: Doc, names: list[Found]) -> list[Found]:
    """Adds dates, sums of money and percentages; a date wins over names inside it, other names win."""
    result = list(names)
    for start, end, label in _quantities(doc):
        overlapping = [name for name in result if name[0] < end and start < name[1]]
        if all(start <= name[0] and name[1] <= end for name in overlapping):
            result = [name for name in result if name not in overlapping]
            result.append((start, end, label))
    return sorted(result)


def _quantities(doc: Doc) -> Iterator[Found]:
    stretches = [(d.start, d.end, "DATE") for d in dates.dates(doc.text, None)]
    for quantity in quantities.quantities(doc.text):
        if quantity.kind in ("money", "percent"):
            stretches.append((quantity.start, quantity.end, quantity.kind.upper()))
    for start, end, label in stretches:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            yield span.start, span.end, label
