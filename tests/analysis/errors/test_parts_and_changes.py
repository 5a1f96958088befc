"""Parts in another sentence than their whole, shares and changes told in the headline, and lists that are counted."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    (
        "# Nine held over diesel theft\n\nPolice have arrested {nine=>eleven} men over the theft of diesel from boats. "
        "Six were held in Goole and three in Hull before dawn."
    ),
    (
        "Twelve goats were stranded on the ledge for a week. The coastguard hauled up seven of them and a climbing "
        "club {the other five=>the other eight}."
    ),
    "The depot has 210 buses on its books and 160 on the road. The missing {50=>70} were sold for scrap.",
    (
        "# Survey finds 36 wells under market square\n\nDiggers have found {36=>63} wells under the market square. "
        "Twenty are lined with brick and 16 are lined with oak."
    ),
    "Vets who ringed 40 storks last spring say 28 came back, while {12=>19} were lost on the way.",
    "The clinic has 250 nursing posts and 50 of them, or {20=>24} per cent, are empty.",
    "Twelve of the 36 rooms at the inn, {a third=>a quarter} of the total, will stay shut until May.",
    (
        "# Half of city's bakers want to retire\n\nResearchers who spoke to 400 bakers found that {204=>140} of them "
        "wanted to retire. Most work alone."
    ),
    (
        "# Boat sales up by half in Split\n\nDealers in Split sold {300=>240} boats in the spring, against 200 in the "
        "same months of the year before. Most were small."
    ),
    (
        "# Town sees fourfold rise in burst pipes\n\nPlumbers in Lund mended {80=>60} burst pipes this winter. "
        "Last winter there had been 20."
    ),
    "A fine of £60,000 for the brewer has been cut by {a quarter=>a third}, to £45,000, by a judge in Leeds.",
    "The county moved 2.4 million crates last year, {a fifth=>a third} more than the 2 million of the year before.",
    "Four judges will hear the appeal: Ann Rowe, Ida Lund, Piet Vos{ and=>,} Karel Dufek{=> and Tom Marsh}.",
    "Three painters are on the list. They are Ann Rowe, Ida Lund{ and=>,} Piet Vos{=> and Tom Marsh}.",
    "# Bridge is 116 metres long\n\nWalkers were let onto a new bridge on Monday. At {116=>161} metres it is a first.",
    "The museum was given £4,350 on Sunday by a retired diver. The {£4,350=>£4,530} will pay for a lamp.",
    "The road will be shut for 12 miles on Sunday. Cafes along the {12-mile=>14-mile} stretch are baking.",
    'Of the 14 crew aboard the tug, nine are Danes and five Swedes. "All {14=>16} of us want to go home," one said.',
    (
        "# Four new caves found in Wales\n\n{Four=>Three} small caves have been found by divers under a hill in Wales. "
        "Each is ten metres deep."
    ),
    "# Line to open with 18 stops\n\nThe tram line will open in May. It will call at {18=>15} places.",
    "The council voted {22=>24} to 20 on Monday to build a dam. All 42 members were there.",
    "Of every 100 letters in the test, 60 came the next day, 30 the day after and {ten=>22} later.",
    "Rowers came to Bled in July. Eleven of the 15 crews are from Europe; the other {four=>six} are from Asia.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_what_does_not_come_out_is_found(errors: Check, text: str) -> None:
    assert_slip(errors, text)


NEAR_MISSES = [
    "Police stopped 20 drivers. Twelve were fined and five were warned.",
    "The club has 90 members. Sixty swim and 50 also row.",
    "The firm has 40 vans in Hull and 25 in Goole. The other 30 lorries stand in York.",
    "The clinic has 250 posts and 40 of them, a fifth of those for nurses, are empty.",
    (
        "# Half of bakers want to retire\n\nThe union spoke to 400 bakers, and 140 of them wanted to sell. "
        "Half want to retire."
    ),
    (
        "# Boat sales up by half\n\nDealers sold 240 boats in May, against 200 a year earlier. "
        "Over the year sales were up by half."
    ),
    "# Six hurt in two crashes\n\nFour people were hurt near Lund. Two more were hurt in a second crash.",
    "Four judges will hear the appeal, among them: Ann Rowe, Ida Lund and Piet Vos.",
    "She walked five miles on Sunday along the 60-mile canal.",
    "The town sold five 717 airliners this week: two to a bank in Oslo and three to a firm in Lund.",
    "Manila has 300 engines, or one engine for every seven firemen.",
    "The bank cut its rate for 90,000 savers, and 65,000 left.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_may_be_right_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
