"""Right sentences of an unusual build that once fooled a check, and beside them the slips that it must still find."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

QUIET = [
    ("grammar.function-words", "The notary who opened his will had to sit down before he read on."),
    ("grammar.function-words", "The guild seldom asked her to supper, for at supper one was expected to sing."),
    ("grammar.function-words", "“We were more afraid of being late than of being wrong,” the pilot said."),
    ("grammar.function-words", "Visitors recalled less of a talk heard on a screen than of one given in a hall."),
    ("grammar.function-words", "Wax was the only thing they ran short of at Easter."),
    ("punctuation.broken-sentence", "Where the paint came from is no secret. The Lund yard had kept it for years."),
    (
        "punctuation.broken-sentence",
        "The lamps cost 40 crowns apiece. On Friday a council panel set about selling them.",
    ),
    ("punctuation.broken-sentence", "Each lost day costs 90 tonnes of ore. At current prices that comes to a fortune."),
    ("grammar.agreement", "Each lost day costs 900 tonnes of ore. At current prices that comes to a fortune."),
    ("punctuation.stray-stop", "Traders are wary. Were the rebate to be dropped in May, they say, the road would win."),
    ("punctuation.stray-stop", "The town is poor. Were it not for the mill, it would be bankrupt."),
    ("punctuation.stray-stop", "He died in May. Were he alive, he would laugh."),
    ("grammar.main-clause", "The second team, it emerged later, was given boots."),
    ("grammar.main-clause", "Were ferries to return to the old pier, the guild said, fares would fall by a third."),
    ("grammar.main-clause", "Whether the fees will be raised is, with a vote near, far from certain."),
    ("grammar.main-clause", "Whether it will is anybody’s guess at the yard this week."),
    ("grammar.verb-form", "Whether it will is anybody’s guess at the yard this week."),
    ("grammar.main-clause", "The son of a cooper from the hills, he has worked at the mill for 30 years."),
    ("grammar.main-clause", "The second team, it should be added, was given boots as well."),
    ("grammar.main-clause", "In Cuttack district rangers caught 64 poachers last year."),
    ("grammar.main-clause", "That somebody was his aunt, a weaver, who had kept all of the letters."),
    (
        "grammar.main-clause",
        "Of the 28 men for whose sake the suit was brought, said their lawyer, only six are alive.",
    ),
    ("grammar.main-clause", "Since May every pensioner has been paid an extra 40 crowns."),
    ("grammar.main-clause", "With all districts counted, the measure had drawn 49.4 percent of the vote."),
    ("grammar.broken-opening", "Dunmore, it was announced, will be in goal."),
    (
        "grammar.broken-opening",
        "A track up which, legend has it, the Lund brothers once crawled to see a comet was cut in half by a court.",
    ),
    ("grammar.broken-opening", "Together the parties hold 63 of the 120 seats in the chamber."),
    ("grammar.verb-form", "What the port has not done is repaint its cranes, and that worries captains."),
    ("grammar.verb-form", "Farmers regard the visits less as checks than as raids on their time."),
    ("grammar.verb-form", "“It was clove, faint as a bell through a wall,” the cook said."),
    ("grammar.verb-form", "The complaint was made by Ada Lund, who runs an advice line in Hull."),
    ("grammar.preposition", "She had waited six years to be heard, and the judge heard her for an hour."),
    (
        "punctuation.stray-comma",
        "It ignores the demand for which the strike was called: that the yard stop hiring boys.",
    ),
    (
        "punctuation.stray-comma",
        "Demand from makers of lamps and household goods, which until lately made up most of the order book, has yet "
        "to recover from the slump.",
    ),
    (
        "punctuation.stray-comma",
        "Every four hours, by day and by night, Thorn walks out on to a shelf the size of a tray, looks at the ice and "
        "calls up the harbour.",
    ),
    (
        "punctuation.stray-comma",
        "At 7:40 p.m. the hall above them, a plain brick chapel put up in 1902 by Welsh miners, was lifted off its "
        "footings.",
    ),
    (
        "grammar.comma-splice",
        "The widow had stood in line for an hour, her umbrella held over her head, when it closed.",
    ),
    (
        "grammar.comma-splice",
        "None of it was the company’s doing, its lawyers were at pains to say; no one believed them.",
    ),
    (
        "grammar.comma-splice",
        "The shops close at 6 p.m., an hour at which, as doctors have pointed out for years, the "
        "pavements are still hot enough to burn skin.",
    ),
    ("grammar.comma-splice", "They have flown in 140 stewards, each of them paid for a minimum of four days."),
    (
        "grammar.comma-splice",
        "Net profit for the first quarter fell to 220m kroner from 0.88bn a year earlier, a drop of exactly three "
        "quarters, while turnover, helped by a weaker pound, slipped only 4 per cent.",
    ),
    (
        "grammar.comma-splice",
        "Of the 21 who cover the shares, 12 rate it a buy and seven a hold, the doubters arguing "
        "that at 40 times expected earnings too much good news has been priced in already.",
    ),
    ("grammar.comma-splice", "She had agreed, it emerged later, to pass the letter on to her guild."),
    (
        "grammar.comma-splice",
        "It was revived last year, when a firm led by a Dutch builder offered to put up 70% of "
        "the 310 million euros it is expected to cost.",
    ),
    ("grammar.run-on-relative", "The 300 maps she saved that day went first to a barn, then to a chapel."),
    ("grammar.agreement", "Should the mayor do badly, the plan will fail; should it do well, few will notice."),
    ("grammar.agreement", "Not since the closure of the paper mills have all three of them met."),
    (
        "grammar.agreement",
        "Not since the closure of the Holm paper mills have all three of them, red, green and blue, appealed to it.",
    ),
    ("grammar.agreement", "The hosts ask only that everyone bring a lamp."),
    (
        "grammar.agreement",
        "The strike began at dawn. On the northern outskirts, minibuses ran with their fleet numbers taped over and "
        "their drivers' faces hidden behind scarves, asking double the fare.",
    ),
    ("grammar.agreement", "Of the small lists none but the liberals seems certain to get in."),
    ("grammar.agreement", "It will be paid back when the firm pays damages, which is to say, never."),
    ("grammar.lost-word", "The colonel said that of the 51 bridges required by the plan, 30 stood on paper only."),
    ("grammar.lost-word", "To squeeze out the remainder the bidders need nine-tenths of the stock."),
    ("grammar.collision", "The deal, agreed on in March, was feared."),
    ("grammar.collision", "The duties have obliged millers in Cork to cast about for grain farther off."),
    ("grammar.collision", "Fog rolls in on 200 days of the year, more often than anywhere else in the shire."),
    ("grammar.collision", "In Bergen an extra showing was laid on at midnight for the crews."),
    ("grammar.article-plural", "The monks left a saltworks, a mill and a library."),
    ("grammar.determiner", "Not a few end up at anchor off Malta, insurers say, with nobody on board."),
    ("grammar.determiner", "Another answers with a word that three clerks have rendered in three ways."),
    ("grammar.joined-forms", "The crew shrank by 30, most of them past 60 and leaving by choice."),
    ("wording.echo", "The share of pupils above 80 had risen from 6 per cent to 19 per cent in a year."),
    ("wording.idiom", "Much of the city's centre ground to a halt on Monday as drivers stayed at home."),
    ("wording.idiom", "First came a shadow over the barley, farmers said, and then a sound like rain."),
    ("wording.idiom", "A few fly the flags of states without a coast, and two fly none."),
    ("wording.idiom", "It is not settled who will fly the planes when the two firms are one."),
    ("wording.idiom", "The clerk in charge on the Spanish side said that he had never seen the gate open."),
    ("wording.idiom", "According to both, agreement is within reach on the exchange of the crews."),
    ("wording.idiom", "The envoys said a treaty is within reach on the exchange."),
    ("wording.idiom", "The tender, the largest the country has ever held, covered three valleys."),
    ("wording.idiom", "The last case took six years to wind its way through the courts."),
    ("wording.idiom", "Returning a narrative conclusion, the jurors said the yard had been careless."),
    ("wording.idiom", "The bank was on the verge of collapse as late as Friday."),
    ("wording.idiom", "Anglers on both banks have joined forces against the dam."),
    ("wording.idiom", "She said that while she had broken no law, she would step down."),
    ("wording.idiom", "The cup would be placed for a week beside the pond in the park."),
    ("grammar.main-clause", "The youngest of four, he grew up above a chandlery in Hull."),
    ("grammar.main-clause", "The owner of a bakery in the square, he rises at four on most days."),
    ("grammar.main-clause", "The dam, it has emerged, had not been looked at for nine years."),
    ("grammar.agreement", "No one but the sailors was told about the leak on Monday."),
    ("grammar.agreement", "Doctors said that measles has spread to two more valleys."),
    ("grammar.agreement", "The judge ordered only that each of the yards pay a fine."),
    ("grammar.function-words", "Whether it can is another matter, the harbour master said."),
    ("grammar.verb-form", "Whether the yard will is anybody’s guess on the quay."),
    ("grammar.article-plural", "The monks left a steelworks, a mill and a library."),
    ("grammar.comma-splice", "The ship lay in port for a year, its crew paid off in May."),
    ("wording.idiom", "The officer in charge on the night had left his post."),
    ("wording.idiom", "A baker who is accused of drowning his brother was in court on Friday."),
    ("wording.idiom", "The girl who threw down the skittles was only six years old."),
    ("grammar.verb-form", "She never married. Her brother’s will left the mill to a cousin. Its will left less."),
    ("grammar.verb-form", "Her will makes no mention of the boat."),
    ("grammar.determiner", "She changed sides for each innings, and for each gasworks she drew a map."),
    (
        "grammar.comma-splice",
        "Moor will ring the bell at 6 a.m. on New Year’s Day, at the end of the night shift she has worked since 1996.",
    ),
    ("grammar.comma-splice", "He had been sure that she was lying, he confessed, and had slowed down."),
]

HEADLINES = [
    "Norwegian court clears way for miner’s retrial at 84",
    "Chile mine collapse kills 12 in search for copper",
    "What the cook smelled was clove",
    "Chapel school with eight pupils wins stay of execution",
    "Frost lifts robusta",
    "Harbour poll shows fall in support for liberals",
]

FIRES = [
    ("grammar.function-words", "The yard will had to close its gates on Monday.", "will had"),
    ("grammar.function-words", "The number of ferries was higher than of trains.", "than of"),
    ("punctuation.stray-stop", "The crew met the divers. Were taken to hospital in Cork after the storm.", "Were"),
    ("grammar.main-clause", "The treaty, it was signed by Denmark in May, has lapsed.", "it was"),
    ("grammar.main-clause", "The bridge, it was announced by the mayor on Monday will be closed until June.", "it was"),
    ("grammar.main-clause", "The plan, it is hoped to be ready by Easter.", "it is"),
    ("grammar.main-clause", "With a tunnel has been found under the mill by the police.", "With"),
    ("grammar.broken-opening", "Together the mayor, her deputy said that the bridge would stay.", "Together"),
    ("grammar.verb-form", "The bell was took from the tower by a collector.", "was took"),
    ("grammar.verb-form", "The council asked an advice from the harbour master.", "an advice"),
    ("grammar.preposition", "The pilots deserved of their long rest after the storm.", "deserved of"),
    ("punctuation.stray-comma", "The owner of the old brick mill, has sold it to a collector.", "has"),
    ("grammar.comma-splice", "The ship sank, it burned, in a bay off Cork.", "sank, it"),
    ("grammar.comma-splice", "The tanner sold most of the hides, sailors kept to their canvas.", "sailors"),
    ("grammar.agreement", "The closure of the paper mills have cost the town 300 jobs.", "have"),
    ("grammar.agreement", "Only the closure of the paper mills have cost the town 300 jobs.", "have"),
    ("grammar.agreement", "Each of the lockers hold a rope and a lamp.", "hold"),
    ("grammar.lost-word", "The colonel said that of the bridges would be closed on Friday.", "said that of the"),
    ("grammar.collision", "A pact was signed by to the envoys on Friday.", "by to"),
    ("grammar.article-plural", "The firm built a bridges over the river in May.", "a bridges"),
    ("grammar.determiner", "The guild sent several letter to the mayor on Monday.", "several letter"),
    ("wording.idiom", "The two farmers were in search for the lost bull all night.", "in search for"),
    ("wording.idiom", "The bank was on the verge on collapse.", "verge on"),
    ("wording.idiom", "The result of the vote was a bygone conclusion, the mayor said.", "bygone"),
    ("wording.idiom", "The firm is the largest the country in the making of lamps.", "largest the country"),
    (
        "grammar.agreement",
        "Only the mayor of the two towns were at the meeting on Friday.",
        "were",
    ),
    (
        "grammar.agreement",
        "The clerk demanded to know why each of the yards receive less.",
        "each of the",
    ),
    ("grammar.agreement", "Surveys suggest everyone want the bridge to be built in stone.", "everyone want"),
    ("grammar.agreement", "The mayor made clear that everyone pay a share of the cost.", "everyone pay"),
    (
        "punctuation.broken-sentence",
        "If the bank raises rates as analysts expect it will. Home owners will pay more each month.",
        "will.",
    ),
    (
        "grammar.broken-opening",
        "The mayor, who, as he admits, knew of it, the council was told nothing about the sale. The council will "
        "discuss the matter again next week.",
        "The mayor",
    ),
    ("grammar.comma-splice", "The mill closed in May, it moved, with its staff, to Poland.", "May, it"),
    (
        "grammar.comma-splice",
        "The driver was held on Monday, he appeared in court, in Cork, a day later.",
        "Monday, he",
    ),
    ("grammar.comma-splice", "The team lost the first match, their coach resigned on Monday.", "match, their"),
    ("grammar.comma-splice", "Divers found the children, two of them died on the way to hospital.", "children, two"),
    ("grammar.comma-splice", "The yard is losing money, its chairman declined to explain.", "money, its"),
    ("grammar.main-clause", "The mayor of Derby, he has resigned over the sale.", "he has"),
    ("grammar.verb-form", "Whether or not the storm is over, the yard will has to close.", "will has"),
    ("grammar.main-clause", "The leader of the party, she won the vote on Friday.", "she won"),
    ("grammar.main-clause", "The mother of the boy, she waited outside the court on Friday.", "she waited"),
    ("grammar.main-clause", "The minister, she has been told to resign over the sale.", "she has"),
    ("grammar.main-clause", "Were the first to arrive, the firemen began to search the house.", "Were the"),
    ("grammar.main-clause", "With the council approved the plan on Monday, work will start in May.", "With the"),
    ("grammar.main-clause", "After everyone in the building had left by the back door.", "After everyone"),
    ("grammar.run-on-relative", "The car he drove it hit a wall on Monday.", "car he drove"),
    ("grammar.verb-form", "The work the men have done was took apart by the owner.", "was took"),
    ("wording.idiom", "The decision was in response for the strike at the port.", "in response for"),
    ("wording.idiom", "The officer in charge on the case left the force in May.", "in charge on"),
    ("wording.idiom", "The crew threw down the glove to the owners of the yard.", "threw down the glove"),
    ("wording.idiom", "He went home and drowned his sorrow in a jug of beer.", "drowned his sorrow"),
    ("grammar.verb-form", "The owner will left the mill to a nephew.", "will left"),
    ("grammar.determiner", "The referee spoke with each players after the match.", "each players"),
    ("grammar.comma-splice", "The crew sold the ship, at the end of the war it sailed to Peru.", "ship, at"),
    ("wording.idiom", "The parade winded its way through the old town on Sunday.", "winded its way"),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_a_right_construction_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_may_leave_out_articles(errors: Check, title: str) -> None:
    found = errors("The news came on Monday from the town hall, where it was read out.", title=title)
    assert [error for error in found if error.field == "title"] == []


def test_a_text_may_end_in_an_adverb(errors: Check) -> None:
    assert_fires(errors, "grammar.lost-word", "She said that of the nine cranes on the quay, only", "said that of the")


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


WRONG_HEADLINES = [
    ("Ministers meet in response for attack on port", "in response for"),
    ("Man in possession for gun held by police", "in possession for"),
    ("Thousands march in support for teachers", "in support for"),
]


@pytest.mark.parametrize(("title", "words"), WRONG_HEADLINES)
def test_a_wrong_preposition_of_a_headline_is_found(errors: Check, title: str, words: str) -> None:
    found = errors("The news came on Monday from the town hall, where it was read out.", title=title)
    assert any(error.field == "title" and words in error.text for error in found)
