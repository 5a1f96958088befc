"""A parse as plain objects: what the analysis reads.

spaCy keeps a parse in C: whoever asks for a word is given a new view of it, its strings are looked up in a table, and
the tree is walked over at each question. The checks ask so often that this took most of their time, so :meth:`Doc.of`
copies a finished parse once. Names and meanings are spaCy's (https://spacy.io/api/token, /span, /doc); a word is one
object here and equal to itself alone.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Literal, overload

import numpy as np
from numpy.typing import NDArray
from spacy import tokens as spacy_tokens
from spacy.attrs import HEAD

from bot.language.paragraphs import paragraphs

DOUBTS = "newsroom_doubts"
"""Where the shipped pipeline keeps in ``user_data``, for each token, the log-odds that it is a slip, float32."""

_SUBTYPES_KEPT = frozenset(
    {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "nmod:poss", "nmod:desc", "acl:relcl", "compound:prt"}
)


@cache
def plain_relation(label: str) -> str:
    """A label of a parse with the subtypes cut off that :func:`relation` leaves out."""
    if label == "ROOT":
        return "root"
    return label if label in _SUBTYPES_KEPT else label.partition(":")[0]


class Token:
    """A word or mark. The offset ``idx`` counts characters of ``doc.text``, ``i`` words."""

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_ascii",
        "is_currency",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "is_stop",
        "is_title",
        "is_upper",
        "left_edge",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "relation",
        "right_edge",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(self, doc: "Doc", token: spacy_tokens.Token) -> None:
        self.doc = doc
        self.i: int = token.i
        self.idx: int = token.idx
        self.text: str = token.text
        self.lower_: str = token.lower_
        self.lemma_: str = token.lemma_
        self.tag_: str = token.tag_
        self.pos_: str = token.pos_
        self.dep_: str = token.dep_
        self.relation = plain_relation(self.dep_)
        """The relation to the governor; see :func:`bot.language.dependencies.relation`."""
        self.whitespace_: str = token.whitespace_
        self.ent_type_: str = token.ent_type_
        self.ent_iob_: str = token.ent_iob_
        self.is_alpha: bool = token.is_alpha
        self.is_ascii: bool = token.is_ascii
        self.is_currency: bool = token.is_currency
        self.is_lower: bool = token.is_lower
        self.is_upper: bool = token.is_upper
        self.is_title: bool = token.is_title
        self.is_punct: bool = token.is_punct
        self.is_quote: bool = token.is_quote
        self.is_space: bool = token.is_space
        self.is_stop: bool = token.is_stop
        self.is_sent_start: bool = bool(token.is_sent_start)
        self.like_num: bool = token.like_num
        self.head = self
        self.left_edge = self
        self.right_edge = self
        self.children: tuple[Token, ...] = ()
        """Its dependents in text order; among them white space behind it, which is its own ``head``."""
        self.sent: Span
        self._subtree: tuple[Token, ...] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    @property
    def text_with_ws(self) -> str:
        """The word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> list["Token"]:
        """The dependents before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The word and all below it."""
        if self._subtree is None:
            found, waiting = [], [(self, False)]
            while waiting:
                word, is_reached = waiting.pop()
                if is_reached or not word.children:
                    found.append(word)
                    continue
                below = [(child, False) for child in reversed(word.children)]
                behind = sum(child.i > word.i for child in word.children)
                waiting += [*below[:behind], (word, True), *below[behind:]]
            self._subtree = tuple(found)
        return self._subtree

    @property
    def ancestors(self) -> Iterator["Token"]:
        """What is above it, from its governor to the root of the sentence."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, descendant: "Token") -> bool:
        """True when the other word is somewhere below this one."""
        return any(word is self for word in descendant.ancestors)

    def nbor(self, i: int = 1) -> "Token":
        """The word ``i`` places on; ``IndexError`` beyond the ends."""
        if self.i + i < 0:
            raise IndexError(f"no word {-i} before word {self.i}")
        return self.doc.tokens[self.i + i]


class Span:
    """Some words in a row, from ``start`` to before ``end``; ``label_`` is what kind of name it is, else empty."""

    __slots__ = ("_text", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._text: str | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Span)
            and self.start == other.start
            and self.end == other.end
            and self.label_ == other.label_
            and self.doc is other.doc
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> "Span": ...
    def __getitem__(self, i: int | slice) -> "Token | Span":
        if isinstance(i, slice):
            start, stop = _bounds(i, len(self))
            return Span(self.doc, self.start + start, self.start + max(start, stop))
        place = i + (self.end if i < 0 else self.start)
        if not self.start <= place < self.end:
            raise IndexError("no such word in the span")
        return self.doc.tokens[place]

    @property
    def start_char(self) -> int:
        """Where its first word starts in ``doc.text``."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last word ends in ``doc.text``."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        if self._text is None:
            self._text = self.doc.text[self.start_char : self.end_char]
        return self._text

    @property
    def text_with_ws(self) -> str:
        """The words with the space behind the last one."""
        return self.text + (self[-1].whitespace_ if len(self) else "")

    @property
    def sent(self) -> "Span":
        """The sentence of its first word."""
        return self.doc.tokens[self.start].sent

    @property
    def ents(self) -> list["Span"]:
        """The names that lie inside it."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, the first of those; a mark only if there is no other."""
        tops = [word for word in self if word.head is word and word.dep_]
        if tops:
            return tops[0]
        tops = [word for word in self if not self.start <= word.head.i < self.end]
        return min(tops, key=_distance, default=self.doc.tokens[self.start])


def _bounds(piece: slice, length: int) -> tuple[int, int]:
    start, stop, step = piece.indices(length)
    if step != 1:
        raise ValueError("the words of a span stand in a row")
    return start, stop


def _distance(word: Token) -> int:
    """The words above a word; as good as endless for a mark that nothing depends on."""
    is_mark = (word.is_punct or word.is_space) and not word.children
    return len(word.doc) if is_mark else sum(1 for _ in word.ancestors)


class Doc:
    """A parsed text: a sequence of words, its sentences and names."""

    def __init__(self, text: str, *, is_title: bool, doubts: NDArray[Any] | None) -> None:
        self.text = text
        self.is_title = is_title
        """True for a headline."""
        self.tokens: list[Token] = []
        self.ents: tuple[Span, ...] = ()
        self.sents: tuple[Span, ...] = ()
        self.paragraphs: tuple[Span, ...] = ()
        """With the white space behind them; together they cover the text."""
        self.doubts = doubts
        """For each word the log-odds that it is a slip, float32; None where an installed pipeline parsed."""

    @classmethod
    def of(cls, parse: spacy_tokens.Doc, *, is_title: bool = False) -> "Doc":
        """The copy of a finished parse."""
        doc = cls(parse.text, is_title=is_title, doubts=parse.user_data.get(DOUBTS))
        tokens = doc.tokens = [Token(doc, token) for token in parse]
        below: list[list[Token]] = [[] for _ in tokens]
        steps: list[int] = parse.to_array(HEAD).astype(np.int64).tolist()
        for token, made, step in zip(tokens, parse, steps, strict=True):
            token.left_edge, token.right_edge = tokens[made.left_edge.i], tokens[made.right_edge.i]
            token.head = tokens[made.head.i]
            if step:
                below[token.i + step].append(token)
        for token, children in zip(tokens, below, strict=True):
            token.children = tuple(children)
        doc.ents = tuple(Span(doc, ent.start, ent.end, ent.label_) for ent in parse.ents)
        doc.sents = tuple(Span(doc, sent.start, sent.end) for sent in parse.sents)
        doc.paragraphs = tuple(Span(doc, part.start, part.end) for part in paragraphs(parse))
        for sent in doc.sents:
            for token in sent:
                token.sent = sent
        return doc

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> Span: ...
    def __getitem__(self, i: int | slice) -> Token | Span:
        if isinstance(i, slice):
            start, stop = _bounds(i, len(self.tokens))
            return Span(self, start, max(start, stop))
        return self.tokens[i]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    def char_span(
        self, start: int, end: int, alignment_mode: Literal["strict", "contract", "expand"] = "strict"
    ) -> Span | None:
        """The words of ``text[start:end]``; None when there are none.

        A word that reaches over an edge is taken in ("expand"), left out ("contract") or makes it None ("strict").
        """
        first, last = self._word_at(start), self._word_at(end - 1)
        if first is None or last is None:
            return None
        begins, ends = first.idx, last.idx + len(last.text)
        if alignment_mode == "strict" and (begins != start or ends != end):
            return None
        if alignment_mode == "contract":
            from_, to = first.i + (begins < start), last.i - (end < ends)
            return Span(self, from_, to + 1) if from_ <= to else None
        from_ = first.i + (alignment_mode == "expand" and start == first.idx + len(first.text))
        return Span(self, from_, last.i + 1)

    def _word_at(self, offset: int) -> Token | None:
        """The word that a character belongs to, the space behind it included."""
        if not 0 <= offset < len(self.text):
            return None
        return self.tokens[bisect_right(self._starts, offset) - 1]
