"""Right news that once fooled a check: rounds told in turn, tolls that rise, rests, ratios and figures paired."""

import pytest

from tests.analysis.errors.examples import Check

QUIET = [
    (
        "headline.",
        "Osei elected in fourth round",
        "Ama Osei won the seat after four rounds of voting. In the first round she had come second to Kwame Boateng.",
    ),
    (
        "headline.number",
        "Toll in quarry collapse rises to 23",
        "Divers have found two more bodies in the flooded quarry near Ostrava, bringing the number of dead to 23.",
    ),
    (
        "headline.number",
        "Ferry disaster toll now 31",
        "Another four bodies were washed ashore near Split on Monday. The search for survivors has been called off.",
    ),
    (
        "headline.number",
        "Potter turns out 3,000 mugs",
        "Lena Brandt has thrown her 3,000th mug. She makes four a day in a shed near Bath.",
    ),
    (
        "number.arithmetic",
        "Board split on merger",
        "Shareholders backed the merger by 50.4 to 49.6 per cent. Twelve of the 26 branches were for it, the other 14 "
        "against.",
    ),
    (
        "number.arithmetic",
        "Doyle eases through",
        "Ann Doyle won in straight legs, with an average of 97.3 and four scores of 160.",
    ),
    (
        "number.inconsistent",
        "Rents keep rising",
        "Rents were highest in Bath, at £1,420, and lowest in Wigan, at £1,240.",
    ),
    (
        "number.inconsistent",
        "Tanui breaks race record",
        "Eli Tanui won in one hour, two minutes and 16 seconds, 61 seconds inside the old record.",
    ),
    (
        "date.tense",
        "Brewer raises dividend",
        "The brewer will pay a dividend of 15p, three pence more than a year ago.",
    ),
    (
        "person.broken-apposition",
        "Minister stays at home",
        "The minister will not travel. Mr Haas's deputy, Mrs Lindqvist, will go to Oslo in his place.",
    ),
    (
        "person.incompatible-roles",
        "Plane lands on beach",
        "Pilot Greta Lowe, 44, a dentist, was not hurt when her plane came down on the beach at Southport.",
    ),
    (
        "person.changed-name",
        "Late goal as Quins pip Sarries",
        "Harlequins beat Saracens 26-25 on Sunday. Saracens led at the interval, and Quins were lucky to win.",
    ),
    ("grammar.run-on", "Hail hits vines", "The grower Luc Petit reckoned he had lost half of his grapes."),
    (
        "grammar.comma-splice",
        "Denmark go top",
        "Denmark scored four against Malta to go top of Group C. Captain Lise Dahl and Eva Holm got two each.",
    ),
    (
        "grammar.determiner",
        "Derby looms",
        "The leaders now have 37 points from 15 matches, five more than Croxley Ladies, who won 2-0 at Denham. "
        "The top two meet on 12 April.",
    ),
    (
        "headline.number",
        "Two in three ferries cancelled",
        "Of 480 ferries that should have sailed in March, 321 stayed in port, the line has admitted.",
    ),
    (
        "headline.number",
        "United's 90-minute men",
        "Only one substitute has played for more than 15 minutes since May. The coach sees no need to change the side.",
    ),
    (
        "number.arithmetic",
        "Hoard holds surprise",
        "The two curators counted 340 coins, of which 72 were forged.",
    ),
    (
        "date.clock",
        "Rain ends play",
        "Rain drove the players off at 3.20pm. Kent were then 140 for three. Play resumes at 11am.",
    ),
    (
        "grammar.agreement",
        "Cafes fill up",
        "Drinkers outnumbered by diners, says trade body\n\nMost pubs now take more from food than from drink.\n\n"
        "Twenty years ago it was a third.",
    ),
    (
        "punctuation.stray-comma",
        "Cafes fill up",
        "Drinkers outnumbered by diners, says trade body\n\nMost pubs now take more from food than from drink.\n\n"
        "Twenty years ago it was a third.",
    ),
    ("grammar.determiner", "Fox fills places", "Ann Fox trained the first two home in Sunday's chase at Ayr."),
    ("wording.idiom", "Ministers at odds on tax", "Two ministers fell out in public over the levy on Tuesday."),
]

MARKED = [
    (
        "headline.number",
        "Toll in quarry collapse rises to 21",
        "Divers have found two more bodies in the flooded quarry near Ostrava, bringing the number of dead to 23.",
    ),
    (
        "headline.number",
        "Osei wins in fourth round",
        "Ama Osei won the seat in the second round of voting, after her rivals had withdrawn.",
    ),
    (
        "number.arithmetic",
        "Board split on merger",
        "Shareholders rejected the merger. Twelve of the 26 branches were for it, the other 13 against.",
    ),
    (
        "number.arithmetic",
        "Line orders coaches",
        "The line has ordered 12 coaches at £2 million each, £30 million in all.",
    ),
    (
        "number.inconsistent",
        "Mill reopens",
        "The mill had stood still for 112 years. Nobody had worked there for 121 years, the mayor said.",
    ),
    (
        "headline.number",
        "Three ferries lost in gale",
        "Five ferries were lost in a gale off Skye on Sunday, the line has admitted.",
    ),
    (
        "number.arithmetic",
        "Hoard holds surprise",
        "The curators counted 340 coins, of which 372 were forged.",
    ),
    (
        "date.clock",
        "Screens go blank",
        "The update was released at 4.10am. Screens went blank 15 minutes later, and it was withdrawn at 3.35am.",
    ),
    ("date.tense", "Line to open", "The line will open last year."),
    (
        "person.broken-apposition",
        "Mayor travels",
        "The deputy, mayor Jan Rau, will travel to Ankara on Monday.",
    ),
    ("wording.idiom", "Mayor defiant", "The mayor is at odds on her own party, which wants to sell the park."),
    (
        "grammar.determiner",
        "Talks go on",
        "The three minister met in Oslo on Friday.",
    ),
]


def _found(errors: Check, check: str, title: str, text: str) -> list[str]:
    return [e.check for e in errors(text, title=title.removeprefix("")) if e.check.startswith(check)]


@pytest.mark.parametrize(("check", "title", "text"), QUIET, ids=[f"{check} {title}" for check, title, _ in QUIET])
def test_leaves_right_copy_alone(errors: Check, check: str, title: str, text: str) -> None:
    assert _found(errors, check, title, text) == []


@pytest.mark.parametrize(("check", "title", "text"), MARKED, ids=[f"{check} {title}" for check, title, _ in MARKED])
def test_still_marks_a_slip(errors: Check, check: str, title: str, text: str) -> None:
    assert _found(errors, check, title, text)
