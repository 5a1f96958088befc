"""Documents parsed by hand, in the scheme of the shipped model and in that of ``en_core_web_*``."""

from spacy.lang.en import English
from spacy.tokens import Doc

_VOCAB = English().vocab


def parsed(table: str) -> Doc:
    """A document from lines of word, tag, part of speech, head word number (0 for a root), relation[, lemma]."""
    rows = [line.split() for line in table.strip().splitlines()]
    return Doc(
        _VOCAB,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        heads=[int(row[3]) - 1 if row[3] != "0" else i for i, row in enumerate(rows)],
        deps=[row[4] for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
    )


# Each pair is one sentence, parsed in both schemes.
URGED = (
    """
    Oslo NNP PROPN 2 nsubj
    urged VBD VERB 0 ROOT urge
    Peru NNP PROPN 2 obj
    and CC CCONJ 5 cc
    Chile NNP PROPN 3 conj
    to TO PART 8 mark
    not RB PART 8 advmod
    leave VB VERB 2 xcomp
    the DT DET 10 det
    treaty NN NOUN 8 obj
    on IN ADP 12 case
    Monday NNP PROPN 8 obl
    . . PUNCT 2 punct
    """,
    """
    Oslo NNP PROPN 2 nsubj
    urged VBD VERB 0 ROOT urge
    Peru NNP PROPN 8 nsubj
    and CC CCONJ 3 cc
    Chile NNP PROPN 3 conj
    to TO PART 8 aux
    not RB PART 8 neg
    leave VB VERB 2 ccomp
    the DT DET 10 det
    treaty NN NOUN 8 dobj
    on IN ADP 8 prep
    Monday NNP PROPN 11 pobj
    . . PUNCT 2 punct
    """,
)
TOLD = (
    """
    Troops NNS NOUN 5 nsubj:pass troop
    from IN ADP 3 case
    Mali NNP PROPN 1 nmod
    were VBD AUX 5 aux:pass be
    told VBN VERB 0 ROOT tell
    by IN ADP 9 case
    the DT DET 9 det
    old JJ ADJ 9 amod
    mayor NN NOUN 5 obl:agent
    to TO PART 11 mark
    go VB VERB 5 xcomp
    . . PUNCT 5 punct
    """,
    """
    Troops NNS NOUN 5 nsubjpass troop
    from IN ADP 1 prep
    Mali NNP PROPN 2 pobj
    were VBD AUX 5 auxpass be
    told VBN VERB 0 ROOT tell
    by IN ADP 5 agent
    the DT DET 9 det
    old JJ ADJ 9 amod
    mayor NN NOUN 6 pobj
    to TO PART 11 aux
    go VB VERB 5 xcomp
    . . PUNCT 5 punct
    """,
)
COPULA = (
    """
    She PRP PRON 4 nsubj
    is VBZ AUX 4 cop be
    a DT DET 4 det
    minister NN NOUN 0 ROOT
    of IN ADP 6 case
    Malta NNP PROPN 4 nmod
    and CC CCONJ 9 cc
    must MD AUX 9 aux
    resign VB VERB 4 conj
    . . PUNCT 4 punct
    """,
    """
    She PRP PRON 2 nsubj
    is VBZ AUX 0 ROOT be
    a DT DET 4 det
    minister NN NOUN 2 attr
    of IN ADP 4 prep
    Malta NNP PROPN 5 pobj
    and CC CCONJ 2 cc
    must MD AUX 9 aux
    resign VB VERB 2 conj
    . . PUNCT 2 punct
    """,
)
RELATIVE = (
    """
    Envoys NNS NOUN 8 nsubj envoy
    who WP PRON 3 nsubj
    met VBD VERB 1 acl:relcl meet
    Lee NNP PROPN 3 obj
    , , PUNCT 1 punct
    the DT DET 7 det
    leader NN NOUN 4 appos
    gave VBD VERB 0 ROOT give
    him PRP PRON 8 iobj
    a DT DET 11 det
    week NN NOUN 8 obj
    ? . PUNCT 8 punct
    """,
    """
    Envoys NNS NOUN 8 nsubj envoy
    who WP PRON 3 nsubj
    met VBD VERB 1 relcl meet
    Lee NNP PROPN 3 dobj
    , , PUNCT 4 punct
    the DT DET 7 det
    leader NN NOUN 4 appos
    gave VBD VERB 0 ROOT give
    him PRP PRON 8 dative
    a DT DET 11 det
    week NN NOUN 8 dobj
    ? . PUNCT 8 punct
    """,
)
SAID = (
    """
    Police NNS NOUN 2 nsubj
    said VBD VERB 0 ROOT say
    the DT DET 5 det
    firm NN NOUN 5 compound
    boss NN NOUN 7 nsubj
    has VBZ AUX 7 aux have
    fled VBN VERB 2 ccomp flee
    because IN ADP 11 case
    of IN ADP 8 fixed
    his PRP$ PRON 11 nmod:poss
    debts NNS NOUN 7 obl debt
    . . PUNCT 2 punct
    """,
    """
    Police NNS NOUN 2 nsubj
    said VBD VERB 0 ROOT say
    the DT DET 5 det
    firm NN NOUN 5 compound
    boss NN NOUN 7 nsubj
    has VBZ AUX 7 aux have
    fled VBN VERB 2 ccomp flee
    because IN SCONJ 9 pcomp
    of IN ADP 7 prep
    his PRP$ PRON 11 poss
    debts NNS NOUN 9 pobj debt
    . . PUNCT 2 punct
    """,
)
