"""Rewrites ClearNLP parses (spaCy's ``en_core_web_*``) into Universal Dependencies.

The two differ in labels and in what heads what: in ClearNLP a preposition heads its noun, "be"
heads its predicate, the subject of an infinitive belongs to the infinitive ("urged X to leave").
The conversion covers what the analysis uses; see the UD guidelines for English and the ClearNLP
guidelines (Choi and Palmer 2012).
"""

from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

PIPE_NAME = "newsroom_universal"

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "dative": "iobj",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "npadvmod": "obl",
    "oprd": "xcomp",
    "attr": "xcomp",
    "acomp": "xcomp",
    "quantmod": "advmod",
    "intj": "discourse",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "meta": "parataxis",
    "pobj": "obl",
    "pcomp": "advcl",
    "prep": "advmod",
    "agent": "advmod",
}
_CLEARNLP_ONLY = frozenset(_RENAMED)
_PREPOSITIONAL = ("prep", "agent", "dative")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_PREDICATIVE = ("attr", "acomp")


@Language.component(PIPE_NAME, requires=["token.dep", "token.head"], assigns=["token.dep", "token.head"])
def to_universal(doc: Doc) -> Doc:
    """Rewrites the tree of ``doc`` in place when it is a ClearNLP one; any other is left as it is."""
    if any(token.dep_ in _CLEARNLP_ONLY for token in doc):
        _Tree(doc).convert()
    return doc


class _Tree:
    """A parse as two lists that can be edited."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]

    def convert(self) -> None:
        for token in self.doc:
            self._raise_controlled_subject(token.i)
        for token in self.doc:
            self._turn_preposition(token.i)
        for token in self.doc:
            self._turn_copula(token.i)
        self._flatten_coordination()
        self._rename()
        self._write()

    def _children(self, i: int) -> list[int]:
        return [j for j, head in enumerate(self.heads) if head == i and j != i]

    def _replace(self, old: int, new: int, label: str) -> None:
        """``new`` takes the place of its head ``old`` in the tree; ``old`` becomes its dependant."""
        is_root = self.heads[old] == old
        for child in self._children(old):
            self.heads[child] = new
        self.heads[new] = new if is_root else self.heads[old]
        self.labels[new] = self.labels[old]
        self.heads[old] = new
        self.labels[old] = label

    def _raise_controlled_subject(self, i: int) -> None:
        """ "urged X to leave": X becomes the object of "urged" and "leave" its open complement."""
        if self.labels[i] != "ccomp":
            return
        children = self._children(i)
        infinitive = any(self.doc[j].tag_ == "TO" for j in children)
        marked = any(self.labels[j] == "mark" for j in children)
        subject = next((j for j in children if self.labels[j] in ("nsubj", "nsubjpass") and j < i), None)
        if infinitive and not marked and subject is not None:
            self.heads[subject], self.labels[subject] = self.heads[i], "dobj"
            self.labels[i] = "xcomp"

    def _turn_preposition(self, i: int) -> None:
        if self.labels[i] not in _PREPOSITIONAL:
            return
        inside = self._children(i)
        noun = next((j for j in inside if self.labels[j] == "pobj"), None)
        clause = next((j for j in inside if self.labels[j] == "pcomp"), None)
        nested = next((j for j in inside if self.labels[j] == "prep" and self._children(j)), None)
        above, label = self.heads[i], self.labels[i]
        nominal = self.doc[above].pos_ in _NOMINAL
        if noun is not None:
            self._replace(i, noun, "case")
            by_agent = label == "agent"
            self.labels[noun] = "obl:agent" if by_agent else ("nmod" if nominal else "obl")
        elif clause is not None:
            self._replace(i, clause, "mark")
            self.labels[clause] = "acl" if nominal else "advcl"
        elif nested is not None:
            self._turn_nested(i, nested)

    def _turn_nested(self, outer: int, inner: int) -> None:
        """ "out of X": both words become cases of X, which the inner one is turned for first."""
        above = self.heads[outer]
        noun = next((j for j in self._children(inner) if self.labels[j] == "pobj"), None)
        if noun is None:
            return
        self._replace(inner, noun, "case")
        self.heads[noun] = above
        self.labels[noun] = "nmod" if self.doc[above].pos_ in _NOMINAL else "obl"
        self.heads[outer], self.labels[outer] = noun, "case"

    def _turn_copula(self, i: int) -> None:
        if self.doc[i].lemma_ != "be":
            return
        predicate = next((j for j in self._children(i) if self.labels[j] in _PREDICATIVE), None)
        if predicate is not None:
            self._replace(i, predicate, "cop")

    def _flatten_coordination(self) -> None:
        """Conjuncts hang on the first one; a conjunction hangs on the conjunct that follows it."""
        for i in range(len(self.doc)):
            while self.labels[i] == "conj" and self.labels[self.heads[i]] == "conj":
                self.heads[i] = self.heads[self.heads[i]]
        for i in range(len(self.doc)):
            if self.labels[i] == "cc":
                head = self.heads[i]
                first = self.heads[head] if self.labels[head] == "conj" else head
                following = (j for j in self._children(first) if self.labels[j] == "conj" and j > i)
                self.heads[i] = next(following, head)

    def _rename(self) -> None:
        for i, label in enumerate(self.labels):
            if label == "aux" and self.doc[i].tag_ == "TO":
                self.labels[i] = "mark"
            else:
                self.labels[i] = _RENAMED.get(label, label)

    def _write(self) -> None:
        strings = self.doc.vocab.strings
        heads = np.array(self.heads) - np.arange(len(self.doc))
        labels = np.array([strings.add(label) for label in self.labels], np.uint64)
        cast(Any, self.doc).from_array([HEAD, DEP], np.stack([heads.astype(np.int64).view(np.uint64), labels], axis=1))
