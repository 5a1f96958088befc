"""Turns of phrase of right copy that figures, names and pronouns were once misread in, each beside a slip."""

import pytest

from tests.analysis.errors.examples import Check

FIGURES_LET_BE = [
    "Both halves grew: from 60 to 90.",
    "Each of 1,200 homes owes $40 a year.\n\nA ride costs $3.50. A loose dog costs $60, doubled for a second time.",
    "Few under 12 had it.\n\nIt told of 90,000 cases, three times as many as a year earlier.",
    "There were 920 calls in the seven days to Friday, up from 460 the week before.",
    "Two cranes in Kiel and a barge in Emden, all three of which had been hired, stood idle.",
    "Twelve people had not come back. Of the dead, she said, the oldest was 72 and the youngest 16.",
    "The firm has 2,100 staff in six towns, of whom some 1,300 work in Ghent.",
    "She owed forty cents a day, and had it put on a mug, of which 2,000 have been sold.",
    (
        "Of the 18 who follow the shares, 12 call it a buy and six a hold, arguing that at 25 times expected earnings "
        "too much has been paid."
    ),
    "Profit fell to 420m euros from 1.68bn a year earlier, a drop of just three quarters, and sales fell 4 per cent.",
    "The judge accused the four of fixing fees priced, by one count, 30 per cent above the rest.",
    "By a margin of 61 to 38, with eleven members away, the senate voted to sell the ships.",
    (
        "Two more cranes, bought in Spain, are still at sea.\n\nThe yard waits. When all three cranes are in "
        "service, it will hire."
    ),
    (
        "As did two aunts before her, she taught there.\n\nUnions have called a march. Never have all three of them, "
        "Catholic, liberal and socialist, marched as one."
    ),
]


@pytest.mark.parametrize("text", FIGURES_LET_BE)
def test_figures_in_such_turns_are_let_be(ours: Check, text: str) -> None:
    assert ours(text) == []


FIGURES_MARKED = [
    ("The club halves its fee from £80 to £50 in May.", "£50"),
    ("It sold 400 seats last year. This year it sold 600, twice as many.", "600"),
    ("It made £20m last year. Its sales doubled for the year to May and came to £60m.", "£60m"),
    ("The wait was 7 days, up from 9.", "7 days"),
    ("The talks held for 7 days, up from 9.", "7 days"),
    ("The yard built 40 boats, of which 62 were sold.", "62"),
    ("The motion passed by 52 votes to 45, a majority of nine.", "nine"),
    ("It has four cranes in Kiel, all five of which had been hired.", "five"),
    ("Two nuns and a monk, all four of whom were armed, robbed the bank.", "four"),
    ("Three schools and a clinic, all five of them in the north, were shut.", "five"),
    ("The team scored four goals, all five of them in the first half.", "five"),
    ("Profit rose to €120m from €100m, up 40 per cent, on sales that rose 20 per cent.", "40 per cent"),
    ("The fine was £20 last year. It doubled for drivers this year to £60.", "£60"),
    ("The firm had 200 staff in May. It doubled when it moved, to 600 staff.", "600"),
    ("Three cranes came from Spain. The yard waits. When all four cranes are at work, it will hire.", "four"),
]


@pytest.mark.parametrize(("text", "words"), FIGURES_MARKED)
def test_figures_that_do_not_come_out_beside_them_are_marked(ours: Check, text: str, words: str) -> None:
    assert any(words in error.text for error in ours(text))


LET_BE = [
    ("person.", "Bats, said one keeper of Dover Road on being told of it, would be the only losers."),
    ("person.", "Rosa Zamora, a lawyer, complained. One of her clients, she said, had served his sentence for theft."),
    (
        "person.",
        "Karl Brand, a porter, was late. He had seen a lady with her dog to the door and stood there for a while.",
    ),
    (
        "person.",
        (
            "The boy has mpox.\n\n“The swab is no match for a machine,” said Erika Mputu, who made it.\n\n"
            "Mpox, a relative of cowpox, is spread by touch."
        ),
    ),
    ("dateline.", "KINSHASA, Congo, Nov. 4 — The river rose for a third week."),
    (
        "date.",
        (
            "OSLO, Norway, Dec. 3 — An audit released Tuesday blamed the agency. Kari Lund said that she had waited "
            "months for the boats that she had delivered to it in February."
        ),
    ),
    (
        "fact.",
        "The container carrier Ostby Line on Tuesday cut its dividend. Its ships are old. The group has lost money.",
    ),
    ("claim.", "The picture will be whole by May. No one knows what it will show."),
]


@pytest.mark.parametrize(("check", "text"), LET_BE)
def test_people_and_claims_in_such_turns_are_let_be(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check.startswith(check)] == []


MARKED = [
    ("person.broken-apposition", "The manager and Jan Rau, was first to reach the top of the hill on Monday."),
    ("dateline.place", "KINSHASA, Kenya, Nov. 4 — The river rose for a third week."),
    ("claim.hearsay", "The mill will shut by May. Everyone knows the owner has debts."),
    ("claim.hearsay", "The bell is gone. Everyone knows who stole the bell."),
    ("claim.hearsay", "The mill was burnt down on Friday. Everyone knows who is behind the fire."),
    ("claim.hearsay", "The mill will shut by May. Nobody doubts why the firm moved abroad."),
    (
        "date.ahead",
        "OSLO, Norway, July 3 — The bank was shut on Tuesday. Kari Lund worked there until the end of it in August.",
    ),
]


@pytest.mark.parametrize(("check", "text"), MARKED)
def test_slips_beside_them_are_marked(errors: Check, check: str, text: str) -> None:
    assert check in {error.check for error in errors(text)}


def test_a_ban_that_is_lifted_had_been_imposed(errors: Check) -> None:
    title = "Town lifts its ban on fires, on nine conditions"
    right = (
        "Fires may be lit on the beach again from May, the town said. An order was signed on Friday, ending a ban "
        "imposed after two huts had burnt down."
    )
    wrong = "The town imposed a ban on fires on the beach on Friday."
    assert [error.check for error in errors(right, title=title) if error.check.startswith("headline.")] == []
    assert "headline.contradicted" in {error.check for error in errors(wrong, title=title)}
    news = "A ban on fires, imposed on Friday, starts next week. Two huts had burnt down on the beach."
    assert "headline.contradicted" in {error.check for error in errors(news, title=title)}
