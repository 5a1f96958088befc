"""Figures that are no parts of the whole beside them: of something nearer, of other games, of a group told twice."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

RIGHT = [
    "Rovers lost four of their opening six games under Rossi, but have won nine and drawn two since.",
    "Albion won three of their last eight matches, having lost nine and drawn four before that.",
    "She won five of her first nine races and has since won two and lost eight.",
    "Town took 14 points from their first seven games, winning four and drawing two, but only five from the next ten.",
    "A man whose three terriers got into a pen of hens, killing 21 of them, has been fined.",
    "A man whose three terriers got into a shed of ewes, killing 21 of them, has been fined.",
    "Five officers searched the lorries, seven of which were empty.",
    "Two neighbours fell out over hens, five of which had got into a garden.",
    "Four nurses looked after the residents, 12 of whom had dementia.",
    "The two schools have 840 pupils, 310 of them at the older one.",
    "Of the 90 staff, 60 will move to Leeds and 40 of those will be offered help with the move.",
    "Of 120 patients, 30 were seen within two weeks and 95 within six.",
    "Of the 11 counties in the state, six had power by Friday and nine by Sunday.",
    "Of the 50 trees, 30 are oaks and 40 were planted by children.",
    "Of 200 pupils asked, 150 said they walked to school and 90 said they would rather cycle.",
    "Of its 12 members, eight voted for the plan in May and seven did so in June.",
    "Police arrested nine men. Five were from Hull, and six have been charged.",
    "# Farmer loses 17 lambs to foxes\n\nFoxes attacked 21 lambs on Dunn Fell. Nine were already dead when he came, and"
    " a vet put down eight more that evening. The other four recovered.",
    "The council approved the plan by 5 to 4. The mayor votes along with eight other members.",
    "The motion passed by 31 votes to 22, with nine abstentions; two of the 64 seats are vacant.",
    "The school has 420 pupils. Sixty have free meals and 31 walk more than two miles.",
    "The charity feeds 210 families, 90 more than it did a year ago, with food from 14 shops.",
    "The rent has risen by £150 twice, from £600 to £900.",
    "The school lost four teachers in May, hired two in June and is still three short of the 21 it needs.",
    "The glacier shrank by 40 metres in 2019, 61 in 2022 and 300 in all since 1990.",
    "The survey counted 212 puffins on the north cliff and 180 on the south, against 340 in all a year ago.",
    "The pool holds 500,000 litres and loses 3,000 a day; it takes two days to fill.",
    "He was ordered to pay £5,380: £3,400 in compensation, a fine of £800, costs of £860 and a surcharge of £320.",
    "A third of the 90 homes have been sold, 20 of them to people from the village.",
    "She sold 40 paintings in a week, 22 on the first day and 11 on the second.",
    "The ferry sank in May, killing 23 people. Its owner has not been seen since. Rescuers saved 141 of the 164 people"
    " who had been aboard.",
    "The board voted 6-1 on Monday to drop its head, the third of three leaders in a year. He shook hands with each of"
    " the seven members.",
]

SLIPS = [
    "Rovers won four of their opening six games under Rossi, drew one and lost {one=>four}.",
    "Of the 90 staff, 60 will move to Leeds and {30=>40} to York.",
    "Of the 40 students, 25 passed and {15=>20} failed.",
    "Of the 60 votes, 31 were cast by Friday night and {29=>39} by post.",
    "Police arrested nine men. Five were held in Ipswich and {four=>six} in York.",
    "The council has eight members. It approved the plan by {5=>6} to 3.",
    "There were 30 cases, {six=>eight} more than the 24 of last year.",
    "He was told to pay £800 in costs and £400 in compensation, a bill of {£1,200=>£2,100}.",
    "Police fired at a crowd; 31 people were treated for injuries, {22=>42} of them workers and nine officers.",
    "Nine potters, {five=>eleven} of them from Leeds, showed their work.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_figures_of_other_wholes_are_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


@pytest.mark.parametrize("text", SLIPS)
def test_parts_of_their_whole_are_still_added_up(errors: Check, text: str) -> None:
    assert_slip(errors, text)
