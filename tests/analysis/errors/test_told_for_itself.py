"""What stands beside figures, days and people of which it says nothing, each kind beside the slip still found."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

ALONE = [
    # more that comes on top of a change is no difference of its two figures
    "The crew has grown from 14 to 19, and three more cooks will be hired in May.",
    "The crew has grown from 14 to 19, with three more to come in May.",
    "The choir grew from 84 singers to 91 last year, while four more wait to be heard.",
    # what came of each of so many is no part of them
    "The tour lasted three matches. “He made two, nil and two,” Carr said.",
    # hours of something else than the stretch beside them, or of a part of it
    "The sheriff told him to do 120 hours of work and to stay in between 8pm and 6am for a year.",
    "She shut the shop for two hours on Monday, and has opened it from 9am to 1pm since.",
    "Parking is free for two hours between 8am and 6pm.",
    "Callers waited up to six hours between 9am and 9pm.",
    # whose birth a clause tells
    "Ann Hill, 31, sells boats in Hull.\n\nMrs Hill, whose daughter, Eve, was born in August 2021, now runs a yard.",
    "Ann Hill, 31, sells boats in Hull. Hill, whose son was born in May 2021, runs a yard as well.",
    # a role that is a firm's here
    "A reporter came to the hill on Monday. The developer, Hill Homes, let him in.",
    # a day long gone, and one that a story of another day looks back on, are not those of the story
    "The bridge opened on Friday, 3 May 1963, and a choir sang. It was repainted in 1998.",
    "The two kept their anniversary on Tuesday. They were wed on Saturday, 24 March 2012. Their dog died in 2018.",
    # what two do, one does to the other
    "Frank and Edna Carr have been wed for 70 years.\n\n“She took the seat by the window,” Mr Carr, 93, said. “I let "
    "her.”\n\nThey had met the summer before when Edna Hill, as she then was, ran into his cart with her own. "
    "She worked in a shop.",
    # whom a colon spells out speaks no more than the whole sentence was of
    "Ann Hill sold the farm in May. Neither of her sons wanted it: Karl is a vet in Leeds, and Peter teaches in Hull."
    "\n\n“The boys were honest with me, and I was glad,” she said. “We shall miss the cows.”",
]
WRONG = [
    ("number.arithmetic", "The crew has grown from 14 to 19, three more in a year.", "14 to 19, three"),
    ("number.arithmetic", "The crew fell from 84 to 61, 33 fewer.", "84 to 61, 33"),
    ("number.arithmetic", "Police held four men. Three were charged in Goole and two in York.", "two"),
    ("date.sequence", "The guards worked a ten-hour shift from 9am to 5pm.", "from 9am to 5pm"),
    ("date.sequence", "The road was shut for 14 hours between 7pm and 7am.", "between 7pm and 7am"),
    ("number.age", "Ann Hill, 31, sold a boat in 2024. Mrs Hill, who was born in May 1961, now runs a yard.", "1961"),
    (
        "date.ahead",
        "A court jailed a trader on Friday, 3 May 2024. He ran the bank for years. The bank closed in 2026.",
        "2026",
    ),
]


@pytest.mark.parametrize("text", ALONE)
def test_what_is_told_for_itself_is_left_alone(errors: Check, text: str) -> None:
    found = [error for error in errors(text) if error.check.startswith(("number.", "date.", "person."))]
    assert not found, found


@pytest.mark.parametrize(("check", "text", "words"), WRONG)
def test_slips_are_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
