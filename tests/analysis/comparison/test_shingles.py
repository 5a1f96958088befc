"""Signatures that find versions of a story, and the measure of how alike they are."""

from bot.analysis.comparison import bands, likeness
from tests.analysis.comparison.stories import DEPOT, DEPOT_UPDATED, STRIKE


def test_a_signature_is_the_same_for_ever() -> None:
    found = bands(DEPOT)
    assert len(found) == 64
    assert all(0 <= band < 2**63 for band in found), "PostgreSQL and SQLite keep signed numbers of 64 bits"
    assert found[:2] == [8194242960957247756, 2080210061354176779], "stored signatures would find nothing any more"


def test_versions_of_a_story_share_bands_and_other_stories_do_not() -> None:
    shared = set(bands(DEPOT)) & set(bands(DEPOT_UPDATED))
    assert len(shared) > 16
    assert not set(bands(DEPOT)) & set(bands(STRIKE))


def test_spelling_marks_and_case_change_nothing() -> None:
    other = DEPOT.replace("centre", "center").replace("“", '"').replace("”", '"').upper()
    assert bands(other) == bands(DEPOT)


def test_a_few_words_have_no_signature() -> None:
    assert bands("The depot is closed until further notice.") == []


def test_likeness_of_a_shortened_copy_is_its_containment() -> None:
    short = "\n\n".join(DEPOT.split("\n\n")[:3])
    alike = likeness(short, DEPOT)
    assert alike.containment == 1.0
    assert 0.2 < alike.resemblance < 0.7
    assert likeness("", DEPOT).containment == 0.0
