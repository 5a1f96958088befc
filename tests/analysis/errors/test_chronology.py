"""Dated events against the order and the distances that they can have."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    "The factory was built in 1962 and modernised in {1988=>1958}. It employs 200 people.",
    "He was arrested in April 2021. His trial began in {October 2022=>October 2020} and lasted four months.",
    "She joined the company in 2004. Five years later, in {2009=>2006}, she was put in charge of its Asian business.",
    (
        "The ferry sank on 3 March. Divers reached the wreck two weeks later, on {17 March=>27 March}, "
        "and found the bell."
    ),
    "The hotel burned down in 1997. It was rebuilt with money from the state and reopened in {2001=>1991}.",
    "He became mayor in 2010 after six years on the council, which he had joined in {2004=>2014}.",
    "Born in Leeds in 1948, he went to sea at 16 and was given his first command in {1979=>1939}.",
    "The firm was founded in 1971 by two brothers and floated on the stock exchange in {1996=>1966}.",
    "The tunnel was closed in May 2019 after a rockfall. Work to clear it started in {July 2019=>July 2018}.",
    "She took office in 2016 and resigned in {2019=>2012} over a loan.",
    "The picture was painted in 1890, bought by a Zurich banker in {1923=>1823} and lent to the museum last year.",
    "He set out from Lisbon on 4 May and reached Istanbul on {19 August=>19 April}, having walked all the way.",
    "After {three years=>eight years} in prison he was freed in June 2022. He had been jailed in June 2019.",
    "The couple married in 1985 and were divorced {nine years later, in 1994=>nine years later, in 1991}.",
    "The climbers left base camp on Friday. Three days later, on {Monday=>Thursday}, they were seen near the summit.",
    "The law was passed in March 2020 and came into force in {January 2021=>January 2019}.",
    "Negotiations started in 2015 and ended in {2018=>2013} with a treaty.",
    "The comet was last seen in 1986 and will return in 2061, {75=>65} years later.",
    "The ship was launched in 1912, torpedoed in {1917=>1907} and raised in 1921.",
    "The station, which closed in 1964, was opened in {1871=>1971} by a railway baron.",
    "He retired in 2012 at the age of 65. He had been hired by the bank in {1972=>2014}.",
    "The reactor was switched off in 2011. It had been {running since 1977=>running since 2013}.",
    "The court heard that Varga was hired as a night guard in 2017 and dismissed in {2020=>2015} for sleeping.",
    "The bridge was blown up in May 1944. It was rebuilt by {1948=>1938} with steel from Sweden.",
    "The village was evacuated on 4 August. Residents were allowed back on {9 August=>2 August}, five days later.",
    "The play was written in 1951 and first performed in {1953=>1943}, in Zagreb.",
    "She was diagnosed in March 2020 and had an operation in {June 2020=>January 2020}.",
    "The Danish novelist, who died in 1987, published her last book in {1985=>1995}.",
    "He was elected to parliament in 1994. Two years later, in {1996=>1992}, he became its youngest minister.",
    "The contract was signed in April 2022, but work did not begin until {May 2023=>May 2021}.",
    "The painting disappeared in 1943 and turned up in {1998=>1934} in a garage in Linz.",
    "The club was promoted in 2011 and relegated again in {2013=>2010}.",
    (
        "Mourners gathered on Friday at the grave of the singer, who was killed in a crash {in 1995=>in "
        "1955}. He was born in 1961."
    ),
    "The airline was founded in 1946, made its first flight in {1947=>1937} and went bankrupt in 2004.",
    "He fled the country in 2011 and came home in {2019=>2009}.",
    "The treaty was negotiated in 1987 and ratified in {1989=>1979}.",
    "She won her first title in 2015, a year after she had turned professional {in 2014=>in 2018}.",
    (
        "The fire was discovered at 3.10am. Firefighters arrived {20 minutes later, at 3.30am=>20 "
        "minutes later, at 4.30am}."
    ),
    "The dam was completed in 1971, eight years after work on it began {in 1963=>in 1973}.",
    "The verdict came on 12 May, after a trial that had begun {on 3 March=>on 30 May}.",
    "The company announced the recall on 5 June. The first complaint had reached it {on 20 May=>on 20 June}.",
    "Her son was born in 1979, three years after {her marriage in 1976=>her marriage in 1986}.",
    "The ship left Southampton on Monday and reached Vigo on Wednesday, {two days later=>four days later}.",
]

RIGHT = [
    "He won the race in 2016 and came second in 2012.",
    "The chapel was restored in 1990. It was damaged by fire in 2019.",
    "The museum opened in 1950. Its founder died in 1942, and his son built the hall in 1948.",
    "She resigned in 2019. She had been elected in 2016, a year after her marriage in 2015.",
    "The bank bought a brewery in 2010 and sold a mill in 2005.",
    "He was released on bail in May. A court jailed him in October.",
    "The firm was founded in 1971. Its rival was founded in 1950 and opened a shop in 1955.",
    "Two years later he went to sea. The war began in 1939.",
    "The council met on Monday. A week later, on Monday, it met again.",
    "The town marked the 50th anniversary of the flood. The hall was built in 1931.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_near_miss_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
