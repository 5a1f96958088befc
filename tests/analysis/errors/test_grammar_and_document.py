"""Checks on grammar and wording, and the judgement on the whole article."""

from collections.abc import Callable

import pytest

from bot.analysis.errors import examine, find_errors
from bot.analysis.errors.proofreader import proofreader
from bot.analysis.story import Story
from bot.language.reader import Reader
from bot.model import DocumentFindings
from bot.settings import AnalysisSettings
from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("typo.spelling", "The potters found it dificult to leave the hills.", "dificult"),
    ("typo.spelling", "The mayor’s commitee met on Monday.", "commitee"),
    ("grammar.lost-word", "It was one the oldest kilns of the valley.", "one the"),
    ("grammar.lost-word", "The villagers say they forced to leave the valley.", "they forced to"),
    ("grammar.lost-word", "The painter was born Portugal and grew up in Leeds.", "born Portugal"),
    ("grammar.lost-word", "The firm refused pay the fine.", "refused pay"),
    ("grammar.lost-word", "They had went home by noon.", "had went"),
    ("grammar.agreement", "The visitors was angry about the price.", "visitors was"),
    ("grammar.agreement", "They has no money for a kiln.", "They has"),
    ("grammar.verb-form", "The members will voted in May.", "will voted"),
    ("grammar.verb-form", "The lease has been approve by the guild.", "been approve"),
    ("grammar.verb-form", "The guild announced would sell the kiln.", "announced would"),
    ("grammar.run-on", "The potter shut the kiln she took a bus to Leeds.", "kiln she took"),
    ("grammar.run-on", "Rents rose in May they fell in June.", "May they fell"),
    ("grammar.broken-opening", "Monday Guild Council session, which ran for an hour, members wept.", "Monday Guild"),
    ("grammar.broken-opening", "Also the blaze near Leeds, firemen were sent to a flooded street.", "Also the blaze"),
    ("wording.idiom", "Leeds is following suit the capital in closing kilns.", "following suit the"),
    ("wording.idiom", "The firm promised to comply to the rules of the guild.", "comply to"),
    ("wording.spun-phrase", "Harmony talks between the two guilds will resume in May.", "Harmony talks"),
    ("office.mangled-title", "The Joined Nations sent an envoy to the valley.", "Joined Nations"),
    ("wording.tautology", "It was the most flood-hit floods of the decade.", "flood-hit floods"),
    (
        "wording.stray-capital",
        "Many Western envoys came and the Western papers wrote. A few western firms left.",
        "western",
    ),
    ("wording.name-capital", "He went to the High Court. The High Court sat. Later the High court rose.", "High court"),
    ("punctuation.fragment", "The guild will meet at the end of. The year. Nobody objected.", "of. The year."),
]

SILENT = [
    "The kibbutznik spoke of retsina. Reglazing and re-glazing kilns is a potter’s work; kilnworthy bowls sell.",
    "They were forced to leave. He was born in Portugal, born Maria Silva’s second son. They refused to pay the fine.",
    "The staff were angry. The data are clear. If he were mayor, it would be sold. Neither of them was there.",
    "How many visitors have the kilns had? The list of visitors is long. A number of potters were there.",
    "The potter shut the kiln she had built. The day she left the valley she took a bus.",
    "Hanley said on Monday he would go. He knew in May they were lost. When the bell rang they left.",
    "Monday’s council session, which ran for an hour, was calm. Also on Monday, members wept.",
    "The kiln, which is old, experts said, will close.",
    "Leeds is following suit. The trouble is not money, but time. They insisted on going.",
    "Power distribution lines fell, and a dinner table at the embassy was sold. Peace talks resumed.",
    "It was a day-to-day fight. The flood-hit town was rebuilt.",
    "The will moved her. Those who are ready will be there. The firm, which it said would close, is shut.",
    "Western aid rose. The western slope is steep. A London-to-Leeds train left.",
    "The guild will meet at the end of the year. Not today. What for? Nobody knew.",
]

SPUN = (
    "Wednesday Guild Council session, which ran for an hour, members wept.\n\n"
    "“We want a firm and firm answer from the town, “she said.\n\n"
    "“My kiln has been cold since the flood-hit floods,” Reuters said.\n\n"
    "Finance Priest Olga Brandt left with to say that the guild is following suit the town.\n\n"
    "“I will not sell my bowls,” Hanley told Reuters. “Never,” Moss told Reuters.\n\nSource link"
)


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.fixture
def judged(make_story: Callable[..., Story]) -> Callable[..., DocumentFindings]:
    def judge(text: str, **metadata: object) -> DocumentFindings:
        story = make_story(text, **metadata)
        return examine(story, AnalysisSettings(), strict=True)[1]

    return judge


def test_spun_and_republished_copy_is_recognised(judged: Callable[..., DocumentFindings]) -> None:
    found = judged(SPUN)
    assert found.spun.score >= 0.5
    assert any("find the original" in reason for reason in found.spun.reasons)
    assert found.republished is not None
    assert found.republished.source == "Reuters"
    assert not found.dated


def test_unusual_phrases_are_sought_in_spun_copy_only(errors: Check) -> None:
    text = "The velvet parliament met. "
    assert errors(text) == []
    assert any(error.check == "wording.unusual-phrase" for error in errors(text + "\n\n" + SPUN))


def test_an_age_is_half_of_no_phrase(errors: Check) -> None:
    found = errors("A 71-year-old sexton of a vat-blue kiln met the velvet parliament.\n\n" + SPUN)
    doubted = {error.text for error in found if error.check == "wording.unusual-phrase"}
    assert "blue kiln" in doubted
    assert "old sexton" not in doubted


def test_one_kind_of_slip_made_often_is_not_spun(judged: Callable[..., DocumentFindings]) -> None:
    assert (
        judged("The the kiln is a old one. He met a officials. She took a apple. They saw a visitors.").spun.score < 0.5
    )


def test_the_outlet_itself_may_print_what_it_was_told(judged: Callable[..., DocumentFindings]) -> None:
    text = "“Yes,” Hanley told Al Jazeera. “No,” Moss told Al Jazeera."
    assert judged(text, url="https://www.aljazeera.com/news/1").republished is None
    lifted = judged(text, url="https://hill-courier.example/news/1").republished
    assert lifted is not None
    assert lifted.source == "Al Jazeera"
    assert judged(text).republished is None
    assert judged(text + "\n\nFirst published by Al Jazeera.", url="https://hill-courier.example/1").republished is None


def test_a_date_line_dates_the_copy(judged: Callable[..., DocumentFindings]) -> None:
    assert judged("Tuesday, 4 June 2024\n\nThe kiln was shut.").dated
    assert judged("The kiln was shut.", published="2024-06-04").dated


def test_press_releases_and_pages_without_author_are_named(errors: Check) -> None:
    text = "FOR IMMEDIATE RELEASE\n\n" + "The kiln was shut and the potters left the valley for good. " * 20
    kinds = {error.check: error.start for error in errors(text, url="https://hill-courier.example/1")}
    assert kinds == {"document.kind": None, "document.no-byline": None}


def test_replaced_words_are_sought_where_two_kinds_of_trace_stand(make_story: Callable[..., Story]) -> None:
    spun = (
        "The invoice was agreed by the bottom house on Tuesday. “We are prepared now, “he said.\n\n"
        "Train marriages opened with to talk about wages climb. The barrel group performed outside the castle of "
        "legislation, and a stick found that citizens would elect for the measure of the condition.\n\n"
        "The ship's long-necked bird dropped its boxes, and the harbour workers iced their invoice."
    )
    plain = (
        "The bill was approved by the lower house on Tuesday. “We are ready now, “he said. They opened with to talk."
    )
    assert "wording.replaced-word" in {e.check for e in find_errors(make_story(spun), AnalysisSettings(), strict=True)}
    found = {e.check for e in find_errors(make_story(plain), AnalysisSettings(), strict=True)}
    assert "grammar.function-words" in found
    assert "wording.replaced-word" not in found


def test_the_proofreader_scores_every_word_but_no_blank(reader: Reader) -> None:
    doc = reader.parse("The council met on Monday.\n\n" + "The potters fired the kiln and sold their bowls. " * 30)
    scores = proofreader().read(doc)
    assert set(scores) == {token.i for token in doc if not token.is_space}
    assert all(sum(score) == pytest.approx(1) for score in scores.values())
