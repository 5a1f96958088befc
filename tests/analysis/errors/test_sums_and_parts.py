"""Parts behind their whole, further sums, times of a race, votes not cast: figures that one slip parts."""

import pytest

from bot.analysis.errors.reckoning.clockings import times
from bot.language.quantities import quantities
from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    "The count of the last boxes moved only {72=>82} ballots, 41 to the mayor and 31 to her rival.",
    "The flood drove 6,240 people out of four valleys. Of these, 4,115 slept in schools and {2,125=>2,512} in tents.",
    (
        "The brewer will be sold for $516 million, its owners said. The buyer will pay $430 million at once and a"
        " further {$86=>$96} million after three years."
    ),
    (
        "Prosecutors say that R4.6 billion left the fund. R2.1 billion went to a farm, {R800=>R80} million to a hotel"
        " and R1.7 billion to an airline."
    ),
    "The first act lasted 48 minutes, the second 63 and the last {54=>45}, making two hours and 45 minutes in all.",
    "She won in 31:12.4, with Tove Lindahl second in 31:15.9 and Rita Borg third, {2.2=>3.2} seconds back in 31:18.1.",
    "The council voted by 14 to 11, with {two=>six} of the 27 councillors abstaining, to keep the market.",
    (
        "The vote was 412 to 203, said the union, which represents {680=>860} drivers. Sixty-five members did not take"
        " part."
    ),
    "The bridge will cost 240 million zlotys, of which {168=>186} million, or 70 per cent, comes from the state.",
    "A survey of 1,500 drivers found that 600, or {40=>60} per cent, had been stopped in the past year.",
    "The tool named the right bird in 1,620 of 1,800 recordings, a score of {90=>80} percent.",
    "Petrol cars made up 60 percent of sales in 2015; this has dropped to approximately {40=>80} percent today.",
    (
        "Only a third of residents wanted the port to grow. This is a decrease from the year before, when it was"
        " {fifty=>twenty} percent."
    ),
    "The walkout costs $1.2 million a week. If it lasts five weeks, the bill would reach {$6=>$7} million.",
    (
        "The ferry, carrying 162 passengers and 18 crew, went down with the loss of 23 lives. Fishermen rescued"
        " {157=>175} people."
    ),
    "Of the 96 lambs on the hill, 31 were taken by foxes and another 7 were stolen. That left {58=>68} to be sold.",
    "The school has 640 pupils and 32 teachers, or one teacher for every {20=>30}.",
    "He was sentenced to five years for theft and three years for arson, making {eight=>nine} years in all.",
    "The loan of $2.4 billion is to be repaid in eight yearly instalments of {$300=>$400} million.",
    "The raid turned up 14 rifles, nine pistols and three shotguns, {26=>28} weapons in all.",
    "The gift of €300,000 is {a quarter=>a third} of the €1.2 million: the town paid €300,000, {a quarter=>a third} of"
    " the €1.2 million that the roof will cost.",
    "Gunmen killed at least 14 people, eight soldiers and {six=>nine} civilians, at a checkpoint on Friday.",
    "Passengers will pay {€5=>€3} more from May, when the fare goes from €21 to €26.",
    "Nurses accepted a rise of {9=>8} percent over two years: five in the first and four in the second.",
    (
        "The crew had asked that all 236 of their crates be landed. Under the plan 140 come ashore in May and the"
        " remaining {96=>116} in June."
    ),
    "The study took on 1,462 farmers in Chile. Half of them, 731, were lent a drone; the other {731=>713} had none.",
    "The fair will cost {£640,000=>£460,000}, of which the port pays £400,000 and the mill the remaining £240,000.",
    (
        "The city will pay her $8.5 million: $6 million at once and the rest in five yearly installments of"
        " {$500,000=>$800,000}."
    ),
    "The mill has offered 4.5 per cent in two steps: 3 per cent in May and {1.5=>2.5} per cent in October.",
    "A one-bedroom flat lets for £1,200 a month, up {20=>40} per cent from £1,000 in 2019.",
    "The inn has had 1,400 bookings since the film came out in May, 900 of them from Spain and {500=>600} from Italy.",
    (
        "The mill must pay Rs 12.6 crore to {280=>208} families beside the weir.\n\nEach family is to receive"
        " Rs 4.5 lakh."
    ),
    (
        "The firm was told to pay £16.4 million in back rents. It had handed over half the sum, {£8.2=>£6.2} million,"
        " in June."
    ),
    (
        "Nine people have died of the fever in the delta. The clinic said that {five=>six} of the dead were women and"
        " four were men."
    ),
]

CLEAN = [
    "She scored 31 points, 12 in the first half and nine in the third quarter, and was carried off.",
    "The fire killed 64 people, 22 in Aldo and 13 in Bremo, while others died in the hills.",
    "She had traced five of the 11 works that he sold: three in Bern, one in Ulm and the one in Graz.",
    (
        "The group, worth $450 million, said on Monday that it would buy a rival. It will pay $330 million now and a"
        " further $92 million in 2027."
    ),
    "The first act lasted 48 minutes and the second 63. The supper, of two hours and 45 minutes, was long.",
    "The council voted by 14 to 11, with two of the 30 councillors abstaining and three away, to keep the market.",
    "Of these seven, 12 people remember three. Of the 40 who came, 12 left early.",
    "She won in 2:01.4, half a minute ahead of the field and two seconds outside the record of 1:59.2.",
    "The play cost £5 million. If it runs for six weeks, the bill for the lights will reach £1 million.",
    "Shares rose 12p, or 3 per cent, to 412p.",
    (
        "The crew had asked that all 236 of their crates be landed. Under the plan 140 come ashore in May and the"
        " remaining 60 in June, 200 in all."
    ),
    "The choir has 12 staff: five singers, three players and a cook.",
    "The inn has 40 rooms. Two of them are for the cook, and the other two stand empty.",
    "Sales made £600 million. The firm spent £60 million on ovens, £40 million on vans and the remainder on fuel.",
    (
        "The firm was told to pay £16.4 million in back rents and £3 million in costs. It handed over half the sum,"
        " £8.2 million, in June."
    ),
    "A ferry will halt two lines. Pickets stood around drums at all five gates of the yard.",
    "N95 masks were handed out on the N12 and the R45, drivers said.",
]


@pytest.mark.parametrize("text", [text for text in SLIPS if text.count("=>") == 1])
def test_a_slip_is_questioned_and_the_right_figure_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", CLEAN)
def test_right_figures_are_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


def test_times_are_read_in_words_and_clock_figures() -> None:
    read = [
        time.seconds for time in times("in 59 min 41 sec, two hours and 51 minutes, 30:43.5, an hour and 20 minutes")
    ]
    assert read == [3581.0, 10260.0, 1843.5, 4800.0]


def test_letters_before_a_big_sum_are_its_currency() -> None:
    found = [
        (q.value, q.unit) for q in quantities("N2.8bn, Rs 40,000 CHF 1.2 million and Rs 18.5 crore, but N95 masks")
    ]
    assert found == [(2.8e9, "NGN"), (40_000.0, "INR"), (1.2e6, "CHF"), (1.85e8, "INR")]


def test_a_headline_is_held_against_the_two_parts_of_the_lead(errors: Check) -> None:
    lead = "The operator has ordered 26 sleeping coaches from a plant in Vigo and 31 from one in Linz."
    assert any(e.check == "number.arithmetic" for e in errors(lead, title="Railway to gain 47 sleepers"))
    assert not errors(lead, title="Railway to gain 57 sleepers")


def test_the_year_of_a_dated_picture_is_its_own(errors: Check) -> None:
    text = (
        "Picture: Lena Horak after her win in Brno, Saturday 12 July 2025.\n\nShe also won the title in 2021, at home."
    )
    assert not [e for e in errors(text) if e.check == "caption.number"]
