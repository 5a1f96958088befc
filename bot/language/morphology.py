"""Morphological features by rule from the treebank tag, in Universal Dependencies' terms."""

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens.morphanalysis import MorphAnalysis

PIPE_NAME = "newsroom_morphology"

_BY_TAG = {
    "NN": "Number=Sing",
    "NNP": "Number=Sing",
    "NNS": "Number=Plur",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "CD": "NumType=Card",
    "WDT": "PronType=Rel",
    "WRB": "PronType=Int",
    "EX": "PronType=Dem",
}

_PERSONAL = {
    "i": "Case=Nom|Number=Sing|Person=1",
    "me": "Case=Acc|Number=Sing|Person=1",
    "we": "Case=Nom|Number=Plur|Person=1",
    "us": "Case=Acc|Number=Plur|Person=1",
    "you": "Person=2",
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3",
    "him": "Case=Acc|Gender=Masc|Number=Sing|Person=3",
    "her": "Case=Acc|Gender=Fem|Number=Sing|Person=3",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3",
    "it": "Gender=Neut|Number=Sing|Person=3",
    "they": "Case=Nom|Number=Plur|Person=3",
    "them": "Case=Acc|Number=Plur|Person=3",
}
_POSSESSIVE = {
    "my": "Number=Sing|Person=1",
    "our": "Number=Plur|Person=1",
    "your": "Person=2",
    "his": "Gender=Masc|Number=Sing|Person=3",
    "her": "Gender=Fem|Number=Sing|Person=3",
    "its": "Gender=Neut|Number=Sing|Person=3",
    "their": "Number=Plur|Person=3",
}
_REFLEXIVE = {
    "myself": "Number=Sing|Person=1|Reflex=Yes",
    "ourselves": "Number=Plur|Person=1|Reflex=Yes",
    "yourself": "Number=Sing|Person=2|Reflex=Yes",
    "himself": "Gender=Masc|Number=Sing|Person=3|Reflex=Yes",
    "herself": "Gender=Fem|Number=Sing|Person=3|Reflex=Yes",
    "itself": "Gender=Neut|Number=Sing|Person=3|Reflex=Yes",
    "themselves": "Number=Plur|Person=3|Reflex=Yes",
}
_DETERMINERS = {
    "the": "Definite=Def|PronType=Art",
    "a": "Definite=Ind|PronType=Art",
    "an": "Definite=Ind|PronType=Art",
    "this": "Number=Sing|PronType=Dem",
    "that": "Number=Sing|PronType=Dem",
    "these": "Number=Plur|PronType=Dem",
    "those": "Number=Plur|PronType=Dem",
}


@Language.factory(PIPE_NAME, requires=["token.tag"], assigns=["token.morph"])
class NewsroomMorphology:
    """Fills ``token.morph`` from ``token.tag_`` and the word."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Annotates ``doc`` in place and returns it."""
        for token in doc:
            token.morph = MorphAnalysis(doc.vocab, features(token.lower_, token.tag_))
        return doc


def features(word: str, tag: str) -> str:
    """The features of a lower-cased word with a treebank tag, in CoNLL-U form (perhaps empty)."""
    if tag == "PRP":
        known = _PERSONAL.get(word) or _REFLEXIVE.get(word)
        return f"{known}|PronType=Prs" if known else "PronType=Prs"
    if tag == "PRP$":
        known = _POSSESSIVE.get(word)
        return f"{known}|Poss=Yes|PronType=Prs" if known else "Poss=Yes|PronType=Prs"
    if tag == "DT" and word in _DETERMINERS:
        return _DETERMINERS[word]
    return "Polarity=Neg" if word in ("not", "n't", "n’t") else _BY_TAG.get(tag, "")
