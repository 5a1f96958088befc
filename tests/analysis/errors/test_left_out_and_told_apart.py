"""Verbs that are left out, two people told apart by their pronouns, names like verbs: let be, each beside a slip."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

_HE_ASKS_HER = (
    "Ann Cole, 59, had a choice when the fire came towards her house: a road, or the man she had divorced.\n\n"
    "Karl Cole, 61, came with a pump and the keys to the gate. He had kept them by mistake, he said. {}"
)


@pytest.mark.parametrize(
    "text",
    [
        _HE_ASKS_HER.format("She said she would take that up with him later."),
        (
            "The mill is run by Ann Lowe, 67, on land near Vadstad.\n\nKarl Berg was 19 and new to the valley when he "
            "spent a spring in her yard. He cut too many boards, she recalled, and she let him go after a week."
        ),
    ],
)
def test_what_follows_in_the_sentence_tells_two_apart(errors: Check, text: str) -> None:
    assert [error for error in errors(text) if error.check == "person.pronoun"] == []


def test_nobody_else_in_the_sentence_is_still_asked_about(errors: Check) -> None:
    text = (
        "Karl Berg, 46, lives in Vadstad.\n\nAnn Lowe, 61, ran the mill for thirty years until it shut in May. "
        "“I will miss it,” he said."
    )
    assert_fires(errors, "person.pronoun", text, "he said")


@pytest.mark.parametrize(
    "text",
    [
        "Both were jailed on Friday, she for fraud and he for theft.",
        "They moved last spring, he to Spain and she to Italy.",
        "The couple, she a novelist and he a poet, met in Leeds.",
        "Ann Lowe took the bronze in Rome and he in Paris.",
    ],
)
def test_the_second_of_two_verbs_may_be_left_out(errors: Check, text: str) -> None:
    assert [error for error in errors(text) if error.check.startswith("grammar.")] == []


@pytest.mark.parametrize(
    ("check", "text", "words"),
    [
        ("grammar.pronoun-case", "It was a present for Lowe and I for the move.", "I"),
        ("grammar.collision", "They agreed he to leave at once.", "he to"),
    ],
)
def test_subjects_that_have_no_such_verb_are_still_marked(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("title", ["Lowe through by a single vote", "Lowe in by a whisker", "Lowe through on recount"])
def test_a_headline_may_leave_out_is(errors: Check, title: str) -> None:
    text = "Ada Lowe was elected mayor of Vadstad on Thursday by one vote after a recount."
    assert [error for error in errors(text, title) if error.check == "grammar.collision"] == []


def test_two_prepositions_in_a_headline_are_still_marked(errors: Check) -> None:
    text = "Ada Lowe was elected mayor of Vadstad on Thursday by one vote."
    found = errors(text, "Lowe elected by in a whisker")
    assert any(error.check in ("grammar.collision", "grammar.function-words") for error in found), found


@pytest.mark.parametrize("name", ["Were", "Will", "May"])
def test_a_name_behind_a_title_is_no_verb(errors: Check, name: str) -> None:
    text = (
        f"Ann Cole runs the union in Vadstad. Her husband, Professor Karl {name}, is its treasurer.\n\n"
        "It was the dean, Professor Mary Lund, who signed the deal on Thursday. "
        f"Professor {name} had opposed it for years. He said that he was glad."
    )
    assert [error for error in errors(text) if error.check.startswith("person.")] == []


def test_a_title_alone_is_still_marked(errors: Check) -> None:
    assert_fires(errors, "person.broken-apposition", "Professor opposed the sale of the hall for years.", "Professor")


_CONTEST = "Ada Lund won the Vadstad Open on Sunday in three sets."


@pytest.mark.parametrize(
    "title",
    [
        "Lund loses temper with umpire",
        "Lund loses her father on day of Open",
        "Lund lost for words in Vadstad",
        "Lund loses count of the rounds",
        "Lost in translation: Lund takes Open home",
    ],
)
def test_what_is_lost_may_be_no_contest(errors: Check, title: str) -> None:
    assert [error for error in errors(_CONTEST, title) if error.check == "headline.contradicted"] == []


@pytest.mark.parametrize("title", ["Lund loses Vadstad Open", "Lund loses final", "Lund loses in Vadstad"])
def test_a_contest_lost_is_still_marked(errors: Check, title: str) -> None:
    assert any(error.check == "headline.contradicted" for error in errors(_CONTEST, title))


_MATCH = "Town won the derby on Sunday in front of a full house. {}"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Town win 4-2 at Vadstad", _MATCH.format("Lund made it 2-1 just after the break.")),
        ("Town win 4-2 at Vadstad", _MATCH.format("A header by Moor pulled them back to 2-2.")),
        ("Town beat City after 7-268", _MATCH.format("City lost their last man with 4-262 on the board.")),
    ],
)
def test_scores_on_the_way_are_not_the_last(ours: Check, title: str, text: str) -> None:
    assert ours(text, title) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Town win 4-2 at Vadstad", "Town beat Vadstad 3-2 on Sunday in front of a full house."),
        ("Town beat City after 6-268", _MATCH.format("Town, all out for 90 before, closed with 6-286.")),
    ],
)
def test_other_last_scores_are_still_marked(ours: Check, title: str, text: str) -> None:
    assert any(error.check == "headline.number" for error in ours(text, title))


@pytest.mark.parametrize(
    "text",
    [
        "The firm closed 34 of its 112 pubs in May. So far 610 of the 2,050 staff have left. The other 78 stay open.",
        "Eight of the 40 teachers have left. The other nine schools are to stay open, the council said.",
    ],
)
def test_the_rest_of_another_group_is_let_be(ours: Check, text: str) -> None:
    assert ours(text) == []


def test_the_rest_of_the_group_just_told_is_still_marked(errors: Check) -> None:
    assert_fires(errors, "number.arithmetic", "Eight of the 40 teachers have left. The other 30 are to stay.", "30")


def test_the_first_letter_of_irish_names_changes(errors: Check) -> None:
    text = "Padraig Bréanainn coached the school. Coláiste Bhréanainn won the cup. Bréanainn was glad."
    assert [error for error in errors(text) if error.check.startswith("person.")] == []


def test_a_stray_letter_in_such_a_name_is_still_marked(errors: Check) -> None:
    text = "Padraig Bréanainn coached the school. He spoke to Bréanhainn on Monday. Bréanainn was glad."
    assert_fires(errors, "person.name-spelling", text, "Bréanhainn")
