"""Checks that compare two versions: what each must find, what must not alarm anybody, and which is the original."""

from collections.abc import Callable

import pytest

from bot.analysis.compare import compare
from bot.analysis.errors.origin import origin
from bot.language.reader import Reader
from bot.model import Brief, Comparison, DocumentFindings, LikelyError, Republished, Spun
from bot.pipeline import brief_article
from bot.settings import AnalysisSettings, Settings
from tests.analysis.comparison.stories import DEPOT, DEPOT_UPDATED, STRIKE

Read = Callable[..., Brief]


@pytest.fixture(scope="module")
def read(reader: Reader) -> Read:
    from bot.extract import article_from_text

    def read_text(text: str, published: str | None = None, url: str | None = None) -> Brief:
        article = article_from_text(text, title="Fire closes tram depot", url=url, published=published)
        return brief_article(article, reader, Settings(), id=url or "text")

    return read_text


def shown(mine: Brief, theirs: Brief) -> Comparison:
    (comparison,) = compare(mine, [theirs], AnalysisSettings())
    return comparison


def changed(read: Read, old: str, new: str, *, later: bool = False) -> list[LikelyError]:
    """The findings on the story with some words exchanged, against the story itself."""
    assert old in DEPOT
    dates = ("2024-02-02", "2024-02-01") if later else (None, None)
    return shown(read(DEPOT.replace(old, new), dates[0]), read(DEPOT, dates[1])).errors


MUST_FIRE = [
    ("version.number", "needed six hours", "needed nine hours"),
    ("version.number", "40 firefighters", "400 firefighters"),
    ("version.number", "30 million kroner", "30 billion kroner"),
    ("version.number", "sprinklers in 2019", "sprinklers in 2009"),
    ("version.number", "on Tuesday", "on Thursday"),
    ("version.number", "before March", "before May"),
    ("version.negation", "would not open", "would open"),
    ("version.negation", "had rejected its request", "had approved its request"),
    ("version.negation", "declined to comment", "has not declined to comment"),
    ("version.quotation", "rebuild every hall", "rebuild every corridor"),
    ("version.quotation", "The roof came down", "The ceiling came down"),
    ("version.name", "Captain Nils Berg", "Captain Olav Dahl"),
    ("version.name", "Transport Workers Union", "Haulage Employees Union"),
    ("version.name", "The city of Halden", "The city of Moss"),
    ("version.pronoun", "every hall,” she told", "every hall,” he told"),
    ("version.certainty", "have allegedly questioned", "have questioned"),
    ("version.certainty", "may have been set", "was set"),
    ("version.speaker", "as we left,” Berg said", "as we left,” Eva Storm said"),
]


@pytest.mark.parametrize(("check", "old", "new"), MUST_FIRE, ids=[new for _, _, new in MUST_FIRE])
def test_a_changed_fact_is_found(read: Read, check: str, old: str, new: str) -> None:
    found = changed(read, old, new)
    assert check in [error.check for error in found], found


HONEST = [
    ("six hours", "6 hours"),
    ("40 firefighters", "forty firefighters"),
    ("12 trams", "twelve trams"),
    ("40 firefighters", "about 40 firefighters"),
    ("40 firefighters", "nearly 42 firefighters"),
    ("30 million kroner", "30m kroner"),
    ("minus 11 degrees", "minus eleven degrees"),
    ("on Tuesday", "on February 1"),
    ("the centre", "the center"),
    ("Mayor Karin Lund", "Lund, the mayor,"),
    ("Captain Nils Berg", "Capt Nils Berg"),
    ("Transport Workers Union", "TWU"),
    ("Lund declined", "The mayor declined"),
    ("would not open", "would stay closed"),
    ("had rejected its request", "had turned down its request"),
    ("had rejected its request", "had not granted its request"),
    ("declined to comment", "would not comment"),
    ("We do not know", "We don’t know"),
    ("have allegedly questioned", "are said to have questioned"),
    ("every hall,” she told reporters", "every hall,” Lund told reporters"),
    ("as we left,” Berg said", "as we left,” the captain said"),
    (". “I have never run so fast in my life.”", "."),
    ("closed its largest tram depot", "shut its biggest depot for trams"),
    ("had worked through the night", "had laboured until the morning"),
    ("called the damage", "described the damage"),
]


@pytest.mark.parametrize(("old", "new"), HONEST, ids=[new for _, new in HONEST])
def test_what_says_the_same_alarms_nobody(read: Read, old: str, new: str) -> None:
    assert changed(read, old, new) == []
    assert changed(read, old, new, later=True) == []


def test_a_name_in_another_transcription_is_the_same_name(read: Read) -> None:
    one = DEPOT.replace("Halden", "Kiev").replace("Nils Berg", "Mohamed Gaddafi").replace("Berg", "Gaddafi")
    other = DEPOT.replace("Halden", "Kyiv").replace("Nils Berg", "Mohammed Qaddafi").replace("Berg", "Qaddafi")
    assert shown(read(one), read(other)).errors == []


def test_feet_for_metres_are_no_wrong_number(read: Read) -> None:
    metric = DEPOT + "\n\nThe hall was 90 metres long and stood 15 kilometres from the border."
    imperial = DEPOT + "\n\nThe hall was 295 feet long and stood nine miles from the border."
    assert shown(read(imperial), read(metric)).errors == []


def test_numbers_that_grew_by_the_next_day_are_told_as_a_change(read: Read) -> None:
    found = shown(read(DEPOT_UPDATED, "2024-02-02"), read(DEPOT, "2024-02-01")).errors
    assert len(found) == 3
    assert {(error.check, error.severity, error.suggestion) for error in found} == {("version.number", "minor", None)}
    assert all("changed since the earlier version" in error.message for error in found)


def test_the_earlier_version_is_not_blamed_for_the_later_one(read: Read) -> None:
    comparison = shown(read(DEPOT, "2024-02-01"), read(DEPOT_UPDATED, "2024-02-02"))
    assert not comparison.version.is_likely_original
    assert comparison.errors == []


def test_the_same_wire_copy_shortened_has_nothing_to_check(read: Read) -> None:
    short = "\n\n".join(DEPOT.split("\n\n")[:4])
    comparison = shown(read(short), read(DEPOT))
    assert comparison.version.similarity == 1.0
    assert comparison.errors == []


def test_another_story_on_the_same_subject_is_no_version(read: Read) -> None:
    assert compare(read(STRIKE), [read(DEPOT)], AnalysisSettings()) == []


def test_a_translation_of_a_quotation_is_not_called_altered(read: Read) -> None:
    freely = DEPOT.replace(
        "We do not know who did this, but we will find out and we will rebuild every hall",
        "Who is behind it we cannot say yet, but we shall learn it and put up each building again",
    )
    assert shown(read(freely), read(DEPOT)).errors == []


SPUN_DEPOT = (
    DEPOT.replace("largest tram depot", "greatest streetcar warehouse")
    .replace("find out", "discover out")
    .replace("every hall", "each corridor")
    .replace("The roof came", "The ceiling came")
    .replace("so fast", "so quick")
    .replace("Transport Workers Union", "Conveyance Laborers Association")
    .replace("Captain Nils Berg", "Skipper Nils Mountain")
    .replace("bill for years", "invoice for years")
    .replace("fire brigade", "hearth brigade")
)


def test_copy_rewritten_word_by_word_is_told_with_every_replacement(read: Read) -> None:
    comparison = shown(read(SPUN_DEPOT, "2024-02-02"), read(DEPOT, "2024-02-01"))
    assert comparison.rewritten
    assert comparison.version.is_likely_original
    by_check = {check: [e.text for e in comparison.errors if e.check == check] for check in WORDING}
    assert "hearth" in by_check["version.wording"]
    assert "invoice" in by_check["version.wording"]
    assert "corridor" in " ".join(by_check["version.quotation"])
    assert "Mountain" in by_check["version.name"]
    bill = next(error for error in comparison.errors if error.text == "invoice")
    assert bill.suggestion == "bill"
    assert "“invoice” here, “bill” in the likely original" in bill.message


WORDING = ("version.wording", "version.quotation", "version.name")


def test_an_honest_rewrite_has_no_finding_on_its_wording(read: Read) -> None:
    rewrite = (
        DEPOT.replace("largest tram depot", "biggest depot for trams")
        .replace("needed six hours to put the flames out", "took six hours to bring the blaze under control")
        .replace("had worked through the night", "had been on duty all night")
        .replace("said the city had rejected its request", "said city hall had turned down its request")
        .replace("called the damage of", "described the loss of")
        .replace("Police have allegedly questioned", "Police are reported to have questioned")
        .replace("declined to comment", "would not comment")
    )
    comparison = shown(read(rewrite, "2024-02-02"), read(DEPOT, "2024-02-01"))
    assert not comparison.rewritten
    assert comparison.errors == []


def test_a_check_can_be_switched_off(read: Read) -> None:
    settings = AnalysisSettings(disabled_checks=["version.number"])
    (comparison,) = compare(read(DEPOT.replace("six hours", "nine hours")), [read(DEPOT)], settings)
    assert comparison.errors == []


def test_the_likeliest_original_comes_first_and_alone_is_listed_with_differences(read: Read) -> None:
    copy = read(DEPOT.replace("six hours", "nine hours"), "2024-02-03")
    others = [read(DEPOT, "2024-02-04", "https://a.example/1"), read(DEPOT, "2024-02-01", "https://b.example/2")]
    first, second = compare(copy, others, AnalysisSettings())
    assert (first.other, first.version.url, first.version.is_likely_original) == (1, "https://b.example/2", True)
    assert [error.check for error in first.errors] == ["version.number"]
    assert (second.other, second.errors) == (0, [])


def test_other_languages_are_not_compared(read: Read) -> None:
    german = read(DEPOT)
    german = german.model_copy(update={"article": german.article.model_copy(update={"language": "de"})})
    assert compare(german, [read(DEPOT)], AnalysisSettings()) == []


# ---- which is the original ----------------------------------------------------------------------


def source(read: Read, published: str | None = None, url: str = "https://one.example/a", **findings: object) -> Brief:
    known = read(DEPOT, published, url)
    return known.model_copy(update={"document": DocumentFindings(**findings)})


def test_a_canonical_link_to_the_other_names_the_original(read: Read) -> None:
    copy = source(read, "2024-02-01", "https://two.example/b")
    copy = copy.model_copy(update={"canonical_url": "https://one.example/a"})
    original = source(read, "2024-02-05")
    assert origin(copy, original, slips_here=0, slips_there=0) == "theirs"
    assert origin(original, copy, slips_here=0, slips_there=0) == "mine"


def test_the_outlet_that_people_spoke_to_has_the_original(read: Read) -> None:
    lifted = Republished(source="Reuters", reasons=["people here speak to Reuters"])
    copy = source(read, "2024-02-01", "https://daily.example/b", republished=lifted)
    original = source(read, "2024-02-05", "https://www.reuters.com/world/depot")
    assert origin(copy, original, slips_here=0, slips_there=0) == "theirs"
    assert origin(original, copy, slips_here=0, slips_there=0) == "mine"


def test_rewritten_copy_is_no_original_whatever_its_date(read: Read) -> None:
    copy = source(read, "2024-01-01", spun=Spun(score=0.9, reasons=[]))
    assert origin(copy, source(read, "2024-02-01"), slips_here=0, slips_there=0) == "theirs"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("2024-02-02", "2024-02-01", "theirs"),
        ("2024-02-01T10:00:00+01:00", "2024-02-01T09:30:00+00:00", "mine"),
        ("2024-02-01T12:00:00+00:00", "2024-02-01", "unclear"),
        ("2024-02", "2024-01-05", "unclear"),
        (None, "2024-02-01", "unclear"),
    ],
)
def test_else_the_earlier_one_is_the_original(read: Read, mine: str | None, theirs: str, expected: str) -> None:
    assert origin(source(read, mine), source(read, theirs), slips_here=0, slips_there=0) == expected


def test_else_the_one_with_fewer_slips(read: Read) -> None:
    assert origin(source(read), source(read), slips_here=4, slips_there=1) == "theirs"
    assert origin(source(read), source(read), slips_here=2, slips_there=1) == "unclear"
