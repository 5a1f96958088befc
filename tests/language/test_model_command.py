"""``newsroom-bot model``."""

from pathlib import Path

from typer.testing import CliRunner

from bot.cli.main import app

SENTENCE = """\
# newdoc id = d
# sent_id = d-1
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trains\train\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def test_info_names_the_model_and_its_pipeline() -> None:
    result = CliRunner().invoke(app, ["model", "info"])
    assert result.exit_code == 0
    assert result.output.startswith("newsroom-minilm ")
    assert "newsroom_names" in result.output


def test_evaluate_scores_a_treebank(tmp_path: Path) -> None:
    treebank = tmp_path / "rain.conllu"
    treebank.write_text(SENTENCE, encoding="utf-8")
    result = CliRunner().invoke(app, ["model", "evaluate", str(treebank)])
    assert result.exit_code == 0
    assert dict(line.split() for line in result.output.splitlines())["las"] == "100.00"


def test_evaluate_asks_for_a_file_that_exists() -> None:
    result = CliRunner().invoke(app, ["model", "evaluate", "no-such.conllu"])
    assert result.exit_code == 2
