"""Events on the line of time: what their order, their ends and the words for their distance allow."""

import pytest

from tests.analysis.errors.examples import Check, assert_silent, assert_slip

SLIPS = [
    "The sculpture was found in a barn in 2003. A museum bought it {two years later=>two years earlier}.",
    "The painter Ana Ruiz and the poet Luis Vega met at a party in 1987. They married in {1991=>1981} and had a son.",
    "The trial opened on {June=>January} 9 before a full courtroom. The two men were charged with fraud in March.",
    "Ana Ruiz entered parliament in {2014=>2024}. Four years later she became a minister. The vote was held on Sunday,"
    " 9 March 2025.",
    "Rosa Marini took over in May and has met the union twice. Her predecessor, Carlo Bianchi, retired in"
    " {February=>September}.",
    "The race was first held in 2010 and was not run in {2020 or 2021=>2003 or 2004} because of snow.",
    "In 1999 the family opened a hotel and had a rival across the road. The rival closed in {2007=>1987}.",
    "In 1964 she married a surgeon, Karl Busch. He died in {1988=>1958}.",
    "The ministry commissioned a report five years {ago=>from now} but never published it.",
    "The last of the weavers {left=>will leave} in 2012. The museum opened in 2019.",
    "The fraud was discovered in 2019, a year {after=>before} Keller left the bank, where he worked from 2009 to 2018.",
    "In {June=>August}, workers demolished the chapel, and in July a court ruled that the demolition had been illegal.",
    "The tanker ran aground at 5:20 a.m. A lifeboat reached it at 5:50. By {6:30=>4:30} all the sailors were ashore.",
    "Vera Holm was born in April 1946 and died in January 2025, aged {78=>87}.",
    "The Panagia, built in 1987 and bought second-hand in {1995=>1985}, was carrying 63 people.",
    "The council fined the firm on Thursday, 20 February 2025. A ruling is expected by {Friday=>Thursday}, 27 June.",
]
RIGHT = [
    "Maria Lopez was arrested in May 2019. She had been convicted a year earlier of another theft.",
    "The treaty was signed in 1995. Negotiations on a second treaty began in 1998 in Vienna.",
    "They met in 2001. She married a pilot in 1995 and was divorced in 1999.",
    "The bridge was closed in 2018 after a crack was found. It was built in 1964 and repaired in 1991.",
    "Her predecessor, who took over in 2012, resigned in 2019. She was appointed in 2018 as an adviser.",
    "In 1999 the family rebuilt a hotel. The hotel had burned down in 1987.",
    "Rosa Marini was appointed in March. Her predecessor retired in June.",
    "In 2012 the council leased a mill. The mill closed in 1979.",
    "Many left ten minutes before the concert had ended.",
    "In 1911 he will sail for Chile, never to return. His diaries were found in 1997.",
    "The kiln was restarted in 2011 and shut down in 2016.",
    "Vera Holm retired from the navy in 2015. In 2018 she joined a choir.",
    "The road was closed in 2014 and opened to walkers in 2017.",
    "The choir, founded in 1950, marked the 10th anniversary of its flood in 2025.",
    "LIMA, March 3, 2026 — In 2024 she told the paper how she had left home at 15. Four years later she bought a loom.",
    "LIMA, March 3, 2026 — The tale begins in 2031. Five years later the survivors built a wall.",
    "In 2010 the town honoured a surgeon with a statue. The surgeon died in 1958.",
    "He died a year before he had planned to retire.",
    "In August workers demolished the chapel. In June a court had ruled that the demolition was legal.",
    "The fire broke out at 9.15 pm in the kitchen. By 8.40 pm most guests had been in bed.",
    "Vera Holm was born in 1947 and gets up at four to bake.",
    "Jon Brod runs the bank. Born in Sweden to parents from Naxos, he was hired in 2020 after a loss.",
    "Vera Holm was born on 3 February 1938. On the night of 1 February 1953, two days before her 15th birthday, the sea"
    " broke through the dyke.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_right_copy_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_date_behind_the_date_line_is_marked_where_others_bear_that_out(errors: Check) -> None:
    line = "LIMA, March 26 (Coast Wire) - The maker recalled its boilers. A man died on Feb. 20. A fire broke out "
    found = [error.text for error in errors(line + "on Mar. 28 in a school.") if error.check == "dateline.date"]
    assert found == ["Mar. 28"]
    assert not [error for error in errors(line + "on Jan. 28 in a school.") if error.check == "dateline.date"]
