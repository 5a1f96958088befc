"""The scorer: a perfect reader scores 100, known mistakes cost what they should."""

from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from bot.language.conllu import read_conllu
from bot.language.evaluate import evaluate, raw_text

TREEBANK = """\
# newdoc id = n1
# newpar
# sent_id = n1-1
1\tBo\tBo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = n1-2
1\tRun\trun\tVERB\tVB\t_\t0\troot\t_\t_

"""
NAMES = """\
# newdoc id = n1
# sent_id = n1-0001
1\tBo\tB-PER\t-\t-
2\tca\tO\t-\t-
3\tn't\tO\t-\t-
4\t.\tO\t-\t-

# sent_id = n1-0002
1\tRun\tO\t-\t-

"""


class Scripted:
    """A pipeline that answers with a parse made beforehand."""

    def __init__(self, label: str = "PERSON", head: int = 1) -> None:
        self.label, self.head = label, head

    def __call__(self, text: str) -> Doc:
        doc = Doc(
            English().vocab,
            words=["Bo", "ca", "n't", ".", "\n\n", "Run"],
            spaces=[True, False, False, False, False, False],
            heads=[self.head, 1, 1, 1, 1, 5],
            deps=["nsubj", "ROOT", "advmod", "punct", "", "ROOT"],
            tags=["NNP", "MD", "RB", ".", "_SP", "VB"],
            pos=["PROPN", "AUX", "PART", "PUNCT", "SPACE", "VERB"],
            lemmas=["Bo", "can", "not", ".", "\n\n", "run"],
        )
        doc.set_ents([Span(doc, 0, 1, label=self.label)])
        assert doc.text == text
        return doc


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "gold.conllu").write_text(TREEBANK, encoding="utf-8")
    (tmp_path / "gold.iob2").write_text(NAMES, encoding="utf-8")
    return tmp_path / "gold.conllu", tmp_path / "gold.iob2"


def test_the_raw_text_parts_paragraphs_and_joins_words(files: tuple[Path, Path]) -> None:
    assert raw_text(read_conllu(files[0])[0]) == "Bo can't.\n\nRun"


def test_a_perfect_reader_scores_full_marks(files: tuple[Path, Path]) -> None:
    summary = evaluate(Scripted(), *files).summary()
    assert all(value == 100 for measure, value in summary.items() if measure not in ("ORG", "LOC"))


def test_a_wrong_label_costs_the_name(files: tuple[Path, Path]) -> None:
    assert evaluate(Scripted(label="ORG"), *files).summary()["names"] == 0


def test_a_wrong_head_costs_one_word(files: tuple[Path, Path]) -> None:
    summary = evaluate(Scripted(head=2), *files).summary()
    assert summary["conll_las"] == 80
    assert summary["las"] == 75
    assert summary["words"] == 100


def test_documents_can_be_chosen(files: tuple[Path, Path]) -> None:
    assert evaluate(Scripted(), *files, "w").summary() == {}
