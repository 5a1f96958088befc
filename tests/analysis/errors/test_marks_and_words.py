"""Checks that need little more than the text: marks, doubled words, page furniture, stops."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("quote.misplaced-mark", "“ The kiln stays cold all winter,” Hanley said.", "“ T"),
    ("quote.misplaced-mark", "'The kiln stays cold all winter, 'she said. Nobody laughed.", ", '"),
    ("quote.unbalanced", "'The kiln stays cold, she said. 'We left at noon.'", "The kiln stays cold"),
    (
        "leftover.boilerplate",
        "The potters left at noon. Sign up to our newsletter! The kiln is cold.",
        "Sign up to our newsletter!",
    ),
    ("leftover.boilerplate", "The guild has [NUMBER] members.", "[NUMBER]"),
    ("leftover.boilerplate", "The kiln burns TK tonnes of wood a year.", "TK"),
    ("leftover.boilerplate", "The potters left.\n\nMORE TO COME", "MORE"),
    ("punctuation.stray-stop", "The kiln was moved to Costa. Rica by ship.", "Costa. Rica"),
    (
        "punctuation.stray-stop",
        "Ada Lindqvist fired it. The guild thanked Ada. Lindqvist on the spot.",
        "Ada. Lindqvist",
    ),
    ("punctuation.stray-stop", "Sales of bowls rose by 4. 5 per cent.", "4. 5"),
    ("punctuation.stray-stop", "It was told to Deputy. President Hanley at noon.", "Deputy. President"),
    ("punctuation.fragment", "The guild will fire the new kiln in the first quarter. Of 2031.", "Of 2031"),
    ("typo.small-name", "The potters meet on tuesday at noon.", "tuesday"),
    ("quote.misplaced-mark", "“The kiln stays cold all winter, “she said. Nobody laughed.", ", “"),
    ("quote.misplaced-mark", "“The kiln stays cold all winter. ” The potters packed up.", ". ”"),
    ("quote.misplaced-mark", "He wrote: ”The kiln stays cold all winter.” Nobody laughed.", ": ”"),
    ("quote.unbalanced", "“The kiln stays cold all winter, Hanley said.\n\nThe potters left.", "“The kiln"),
    ("quote.misplaced-mark", "“The kiln stays cold all winter, “Hanley told the guild.", ", “"),
    (
        "quote.unbalanced",
        "“It is cold, he said. Of the fair he added, “We will all be there again.”",
        "“It is cold, he said.",
    ),
    ("quote.unbalanced", "The kiln stays cold all winter,” Hanley said.", "winter,”"),
    ("quote.unbalanced", "Hanley called it “the “best kiln” in town and left.", "“the “"),
    ("quote.unbalanced", 'Hanley called it "the best kiln in town and left.', "best kiln"),
    ("leftover.boilerplate", "The potters left at noon.\n\nPost a Comment", "Post a Comment"),
    ("leftover.boilerplate", "The potters left at noon.\n\nSource link", "Source link"),
    ("leftover.boilerplate", "The potters left at noon.\n\nShare on Twitter | WhatsApp", "Share on"),
    ("leftover.boilerplate", "The potters left at noon.\n\nSubscribe to our weekly newsletter", "Subscribe"),
    ("leftover.boilerplate", "The potters left.\n\n© 2031 Hill Courier. All rights reserved.", "©"),
    ("typo.doubled-word", "The potters asked for for a new kiln.", "for for"),
    ("typo.doubled-word", "The the kiln was cold.", "The the"),
    ("typo.doubled-word", "The guild paid £4,200 £4,200 for a wheel.", "£4,200 £4,200"),
    ("typo.doubled-word", "The potters fear that that the kiln will crack.", "that that"),
    ("typo.doubled-word", "The potter who who built the kiln has left.", "who who"),
    ("typo.doubled-word", "The kiln by Lake Lake Ohrid opens in May.", "Lake Lake"),
    ("typo.doubled-word", "The kiln opens on Friday Friday at noon.", "Friday Friday"),
    ("typo.doubled-word", "The kiln opens in January January at last.", "January January"),
    ("wording.same-word-joined", "The guild wants a firm and firm promise from the mayor.", "firm and firm"),
    ("wording.same-word-joined", "They praised the glaze and glaze of the bowl.", "glaze and glaze"),
    ("wording.same-word-joined", "Sales of bowls, jugs and bowls fell in the spring.", "bowls, jugs and bowls"),
    ("wording.same-word-joined", "Both buyers and buyers stayed away from the fair.", "buyers and buyers"),
    ("wording.same-word-joined", "Bowls from Jordan and Jordan were sold in spring.", "Jordan and Jordan"),
    ("wording.same-word-joined", "They asked for clay, for wood and for clay.", "clay, for wood and for clay"),
    ("wording.same-word-joined", "The old potter could neither write nor write.", "write nor write"),
    ("grammar.function-words", "The guild left with to say that it had lost.", "with to"),
    ("grammar.function-words", "The mayor gave a the answer nobody wanted.", "a the"),
    ("grammar.function-words", "The potters will would meet again.", "will would"),
    ("grammar.article-plural", "The mayor greeted a visitors from the coast.", "a visitors"),
    ("grammar.article-plural", "The bank will send an Emergency Forces to the border.", "an Emergency Forces"),
    ("grammar.a-an", "She spent a evening at the kiln.", "a evening"),
    ("grammar.a-an", "She was an potter from the hills.", "an potter"),
    ("punctuation.stray-stop", "She saw the kiln later. April. The potters were gone.", "later. April."),
    ("punctuation.stray-stop", "The sale is planned for the. Friday morning is best.", "the."),
    ("date.weekday", "The sale was held on Sunday, June 9, 2021.", "Sunday, June 9, 2021"),
    ("date.weekday", "The sale was held on Monday 4 May 2020 and Tuesday 7 May 2020.", "Tuesday 7 May 2020"),
    ("date.impossible", "The lease ends on April 31.", "April 31"),
    ("date.impossible", "The lease ended on 29 February 2021.", "29 February 2021"),
]

SILENT = [
    "The talks are on Friday. Should talks fail, the potters will strike. Had rain come, the kiln would be wet.",
    "The potters moved to the Netherlands. Court papers in Leiden show it. They fish in the Bahamas. Board and lodging"
    " are dear.",
    "Ella Hanley is nine. The guild left the kiln to Ella. Hanley and her aunt sold it, and Ella cried.",
    "Super Bowl XXX was seen by all. “[The potters here] are tired,” she said.",
    "By continuing its policy of cold kilns, the guild saves wood. Get the app before the fair, the guide says.",
    "The Bank of Ireland lent to potters. The Bank said so, and the Bank meant it. Hanley Savings failed, and in May"
    " Hanley closed the bank.",
    "The potters left.\n\n(Reporting by Ada Hill; editing by Joe Lund)\n\nCorrection: the day was wrong.",
    "“The kiln stays cold all winter,” she said. “We will leave.”",
    "She paused. “They said the kiln would stay cold,” Hanley recalled.",
    "“The kiln stays cold.\n\n“We will leave,” Hanley said.",
    'The pipe is 12" wide and "rather old", Hanley said.',
    "Hanley’s note read “He told me ‘never again.’ ” and nothing else.",
    "The potters came in early. Monday was worse. In the guild he is known as Deputy. He left.",
    "'The kiln stays cold,' she said. 'That's the potters' lot.' They 'never' complain.",
    "Visitors may leave a comment in the book beside the kiln.",
    "“Share this with your friends,” the leaflet read.",
    "The potters had had enough of it, and that that was legal surprised nobody.",
    "The band Talk Talk played, then Duran Duran.",
    "He went on on Friday as if nothing had happened.",
    "The potters waited and waited; rents rose higher and higher for years and years.",
    "What the potters are is angry. It was the aunt they turned to for help.",
    "The room she was spoken to with such contempt in is gone. The deal, agreed to at last, stands.",
    "A United Airlines jet landed. He has a few friends, a series of bowls and a further 30 pots.",
    "She runs a girls’ school and a sports-mad town. They took a two weeks’ holiday.",
    "It took an hour; a university and a European union, an honest man, a one-off, an MP and a unique bowl.",
    "They were asked who who was, and she said that that kiln was hers. Walla Walla is far.",
    "The potter called 020 020 7946. Duran Duran played, and on Sunday Sunday Times readers voted.",
    "They came from Leeds and near Leeds. He walked and walked. Old potters and young potters met. It is a must.",
    "She left early. April rains had closed the road. He came later. Monday was worse.",
    "The firm, Kiln Corp. of Leeds, has approx. forty staff, etc. and so on.",
    "The sale was held on Wednesday, June 9, 2021. The sale is on Tuesday and the count on June 9.",
    "The lease ended on 29 February 2020. He may 45 times a day say no.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_headline_with_empty_separators(errors: Check) -> None:
    (error,) = errors("Heavy rain fell on the hills.", title="Potters leave the hills | | Hill Courier")
    assert (error.check, error.field, error.suggestion) == ("leftover.title-suffix", "title", "Potters leave the hills")


def test_year_of_publication_and_its_neighbours_are_tried(errors: Check) -> None:
    text = "The sale is on Friday, 14 October."  # a Friday in 2022, not in 2019 to 2021
    assert errors(text, published="2022-10-01") == []
    assert errors(text, published="2021-12-30") == []
    assert [error.check for error in errors(text, published="2020-10-01T08:00:00Z")] == ["date.weekday"]
    assert errors(text) == []
