"""Who says what."""

import pytest

from tests.analysis.voices import read

INTRODUCED = "Finance Minister Lena Brandt met Tomasz Wilk, head of the miners' union, in Katowice on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The pits will close,” Brandt said.", "Lena Brandt"),
        ("“The pits will close,” said Brandt.", "Lena Brandt"),
        ("“The pits will close,” Brandt told reporters in the rain.", "Lena Brandt"),
        ("“The pits will close,” Brandt, who studied law, added.", "Lena Brandt"),
        ("“Will the pits close?” asked Wilk.", "Tomasz Wilk"),
        ("Brandt said: “The pits will close.”", "Lena Brandt"),
        ("Brandt told Wilk: “The pits will close.”", "Lena Brandt"),
        ("In Brandt's words, “the pits will close”.", "Lena Brandt"),
        ("According to Wilk, “nobody was asked”.", "Tomasz Wilk"),
        ("“Nobody was asked,” according to Wilk.", "Tomasz Wilk"),
        ("Wilk said that miners had been “lied to for years”.", "Tomasz Wilk"),
        ("Wilk called the plan “a slow funeral”.", "Tomasz Wilk"),
        ("The plan was described by Wilk as “a slow funeral”.", "Tomasz Wilk"),
        ("Asked about the pits, Brandt said only that “all must give”.", "Lena Brandt"),
        ("Brandt:\n\n“The pits will close.”", "Lena Brandt"),
        ("“Enough is enough,” Wilk thundered.", "Tomasz Wilk"),
    ],
)
def test_the_tag_tells_the_speaker(text: str, speaker: str) -> None:
    found = read(INTRODUCED + text)
    assert found.speakers == [speaker]
    assert not found.marked[0].carried


def test_span_speaker_words_and_cue_are_kept() -> None:
    text = "“We go,” said deputy mayor Ada Obi on Friday."
    (quote,) = read(text).marked
    assert (quote.text, quote.kind) == ("“We go,”", "direct")
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == "deputy mayor Ada Obi"
    assert quote.cue is not None
    assert quote.cue.text == "said"
    assert text[quote.cue.start : quote.cue.end] == "said"


def test_an_interrupted_quotation_has_one_speaker() -> None:
    found = read(INTRODUCED + "“I respect her,” Wilk said, “but I can count.” “We all can.”")
    assert found.speakers == ["Tomasz Wilk"] * 3
    assert not any(quote.carried for quote in found.marked)


def test_a_quotation_alone_in_its_paragraph_is_carried_once() -> None:
    text = "“The pits will close,” Brandt said.\n\n“There is no money left.”\n\n“Not for anybody, I fear.”"
    first, second, third = read(INTRODUCED + text).marked
    assert (first.speaker, first.carried) == ("Lena Brandt", False)
    assert (second.speaker, second.carried) == ("Lena Brandt", True)
    assert third.speaker is None


def test_a_reported_speaker_carries_over_to_the_next_paragraph() -> None:
    found = read(INTRODUCED + "Wilk said the miners would vote.\n\n“They have waited long enough for an answer.”")
    assert [(quote.speaker, quote.carried) for quote in found.marked] == [("Tomasz Wilk", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost shifts” have ended.",
        "The film “Notes from the Waterline” opened on Friday.",
        "A march under the slogan “Bread and Roses” blocked the road.",
    ],
)
def test_scare_quotes_and_titles_are_no_speech(text: str) -> None:
    assert read(INTRODUCED + text).marked == []


def test_words_that_go_on_with_the_sentence_are_mixed() -> None:
    found = read(INTRODUCED + "Brandt said the deal was “dead and buried”. “I am sorry,” Brandt said.")
    assert [quote.kind for quote in found.marked] == ["mixed", "direct"]


def test_speech_without_marks_is_indirect() -> None:
    found = read(INTRODUCED + "Wilk said that the miners would vote in June.")
    assert [(q.kind, q.speaker, q.text) for q in found.quotes] == [
        ("indirect", "Tomasz Wilk", "the miners would vote in June")
    ]


def test_speech_that_did_not_happen_is_not_reported() -> None:
    assert read(INTRODUCED + "Wilk did not say that the miners would vote.").quotes == []
    assert read(INTRODUCED + "Wilk would say that the miners should vote.").quotes == []


def test_the_continued_tag_goes_to_the_last_speaker() -> None:
    text = "Brandt said the pits would close. Wilk said the union would fight.\n\n“We have lawyers,” he added."
    assert read(INTRODUCED + text).speakers == ["Tomasz Wilk"]


def test_an_outlet_named_as_speaker_is_reported_as_written() -> None:
    found = read(INTRODUCED + "“The pits will close,” Al Jazeera said.")
    assert found.speakers == ["Al Jazeera"]
    assert found.actor("Al Jazeera").kind == "organization"


def test_headlines_are_read_too() -> None:
    quote = read("Wilk spoke in Katowice.", title="Wilk: ‘We will not go quietly’").quotes[0]
    assert (quote.field, quote.text) == ("title", "‘We will not go quietly’")


def test_an_unnamed_speaker_is_kept_in_the_words_of_the_article() -> None:
    (quote,) = read("“I just want it to end,” a neighbour said.").marked
    assert quote.speaker == "a neighbour"


def test_pointing_is_not_speaking_but_pointing_out_is() -> None:
    assert read(INTRODUCED + "Wilk pointed to a table of “healthy” cakes.").marked == []
    assert read(INTRODUCED + "“Nobody asked,” Wilk pointed out.").speakers == ["Tomasz Wilk"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The coal, says Wilk, “will still be there in a hundred years”.", "Tomasz Wilk"),
        ("The pits, Brandt went on, would close “before the first snow”.", "Lena Brandt"),
        ("“A slow funeral,” in the words of Wilk.", "Tomasz Wilk"),
        ("A letter from Wilk said: “Nobody was asked.”", "Tomasz Wilk"),
        ("Wilk was less patient: “Who asked us?”", "Tomasz Wilk"),
    ],
)
def test_a_tag_may_stand_apart_from_its_verb_or_paper(text: str, speaker: str) -> None:
    assert read(INTRODUCED + text).speakers == [speaker]


def test_a_question_and_its_answer_take_turns() -> None:
    found = read(
        INTRODUCED
        + "“We had no time,” Brandt said.\n\n“And whose fault was that?” Wilk asked.\n\n“Nobody's, this time.”"
    )
    assert found.speakers == ["Lena Brandt", "Tomasz Wilk", "Lena Brandt"]
    assert [quote.carried for quote in found.marked] == [False, False, True]


def test_who_introduces_a_quotation_unheard_is_not_overruled_by_who_spoke_before() -> None:
    found = read(INTRODUCED + "“Nobody was asked,” Wilk said.\n\nThen, from the back of the hall: “Shame on you all!”")
    assert found.speakers == ["Tomasz Wilk", None]


def test_nobody_names_himself() -> None:
    found = read("For Ivo Lenz, a curator, Emil Varga was a legend. He said: “Emil Varga was the centre of it all.”")
    assert found.speakers == ["Ivo Lenz"]
