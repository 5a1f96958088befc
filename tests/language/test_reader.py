"""The shipped pipeline reads any text, keeps every offset, and always says the same."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from bot.language.parser import BUILTIN_MODEL, NO_DOUBT, PIPE_NAME
from bot.language.reader import Reader, builtin_pipeline
from bot.language.tokens import DOUBTS
from bot.model import Article
from bot.settings import LanguageSettings

PARAGRAPHS = "The mayor, Ann Petrosyan, told Reuters on Monday that talks had failed.\n\nUnions don’t agree.\n"
ODD = (
    "“Don’t go,” she’d said\u00a0— it’s 10\u00a0km\u202faway… 🚒🏽 cannot stop!!!",
    "First line.\r\n\r\nSecond   line\twith tabs .\r\n",
    "   leading space",
    "\n\n\n",
    "",
    "é" * 30 + " e\u0301 \u200bzero\u200dwidth",
    "https://example.org/a?b=c&d (see gonna/wanna) £5m–£7m",
    "ALL CAPS HEADLINE: MINISTER'S 'NO' TO EU\nBy A. Writer",
    "(" * 40 + "deep" + ")" * 40,
    "\u2028line\u2029para\u0085next",
)

snippets = st.sampled_from(
    ["don’t", "“", "”", " ", "\n", "\r\n\r\n", "\u00a0", "🚒", "U.S.", "Mr.", "said", "Kyiv", "’s", "."]
)
texts = st.one_of(st.text(max_size=80), st.lists(snippets, max_size=25).map("".join))


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_kept_to_the_letter(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_any_text_is_read_with_exact_offsets(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[ent.start_char : ent.end_char] == ent.text for ent in doc.ents)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)
    for sentence in doc.sents:
        assert sentence.root in sentence
        assert all(token.head in sentence for token in sentence)


def test_marks_are_cut_as_the_treebanks_cut_them(nlp: Language) -> None:
    doc = nlp('"Ana Pel"<ana.pel@example.org> paid $$$ >> see https://example.org/a?b=1')
    assert [token.text for token in doc] == [
        *('"', "Ana", "Pel", '"', "<", "ana.pel@example.org", ">"),
        *("paid", "$$$", ">>", "see", "https://example.org/a?b=1"),
    ]


def test_no_sentence_crosses_a_blank_line(nlp: Language) -> None:
    doc = nlp("A headline without a stop\n\nthe next paragraph goes on\n\nand the last")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "A headline without a stop",
        "the next paragraph goes on",
        "and the last",
    ]


def test_a_reading_holds_both_parses() -> None:
    reader = Reader(LanguageSettings())
    article = Article(title="Mayor: talks failed", text=PARAGRAPHS)
    reading = reader.read(article)
    assert reading.body.text == article.text
    assert reading.title.text == article.title
    mayor = reading.body[1]
    assert reading.span(mayor).text == "mayor"
    assert article.text[reading.span(mayor).start :].startswith("mayor")
    assert reading.field_of(reading.title[0]) == "title"


def test_the_model_says_what_it_is() -> None:
    info = Reader(LanguageSettings()).info
    assert info.name == "newsroom-minilm"
    assert info.version


def test_a_missing_pipeline_is_an_error_that_names_it() -> None:
    with pytest.raises(OSError, match="en_no_such_pipeline"):
        Reader(LanguageSettings(model="en_no_such_pipeline"))


def test_everything_is_filled_in(nlp: Language) -> None:
    doc = nlp("Anna Kowalska did not accept the old rules.")
    assert [ent.text for ent in doc.ents] == ["Anna Kowalska"]
    assert [token.lemma_ for token in doc[2:]] == ["do", "not", "accept", "the", "old", "rule", "."]
    assert doc[4].pos_ == "VERB"
    assert doc[4].head.i == 4
    assert doc[7].head.i == 4
    assert doc[7].morph.get("Number") == ["Plur"]
    assert all(token.tag_ and token.dep_ for token in doc)


def test_every_word_is_doubted_a_little_and_a_slip_more(nlp: Language) -> None:
    doc = nlp("The guild agreed to repair the kiln.\n\nThe guild agreed repair the kiln.")
    doubts = [float(odds) for odds in doc.user_data[DOUBTS]]
    assert len(doubts) == len(doc)
    (blank,) = (token.i for token in doc if token.is_space)
    assert doubts[blank] == NO_DOUBT
    right, wrong = (token.i for token in doc if token.text == "repair")
    assert doubts[wrong] > 0 > doubts[right]


LONG = (
    "The harbour council met on Tuesday evening to hear from the people who work on the quay. Most of them had come "
    "straight from the boats. Two spoke about the price of fuel, which has doubled since the spring, and one about the "
    "ice plant. The chair thanked them and said that a report would be ready before the end of the month. Nobody asked "
    "who would pay for it. Outside, the last of the herring was being loaded into lorries that leave for the city at "
    "midnight. "
)


def test_a_slip_is_doubted_in_a_long_paragraph_about_as_by_itself(nlp: Language) -> None:
    alone, long = nlp("The guild agreed repair the kiln."), nlp(f"{LONG}The guild agreed repair the kiln.")
    by_itself, among_many = ([d.user_data[DOUBTS][t.i] for t in d if t.text == "repair"][-1] for d in (alone, long))
    assert among_many > 0
    assert abs(by_itself - among_many) < 2


def test_what_is_read_beside_a_paragraph_hardly_moves_its_doubts(nlp: Language) -> None:
    alone, beside = nlp("The guild agreed repair the kiln."), nlp(f"The guild agreed repair the kiln.\n\n{LONG}")
    assert abs(alone.user_data[DOUBTS] - beside.user_data[DOUBTS][: len(alone)]).max() < 1.0


def test_two_readings_of_a_text_are_the_same(nlp: Language) -> None:
    assert nlp(PARAGRAPHS * 3).to_json() == nlp(PARAGRAPHS * 3).to_json()
    assert nlp(PARAGRAPHS).to_json() == builtin_pipeline()(PARAGRAPHS).to_json()


def test_a_pickled_parser_reads_the_same(nlp: Language) -> None:
    copy = pickle.loads(pickle.dumps(nlp.get_pipe(PIPE_NAME)))
    doc = copy(nlp.make_doc(PARAGRAPHS))
    assert [(t.tag_, t.head.i, t.dep_) for t in doc] == [(t.tag_, t.head.i, t.dep_) for t in nlp(PARAGRAPHS)]


def test_a_saved_pipeline_can_be_loaded_from_disk(nlp: Language, tmp_path: object) -> None:
    nlp.to_disk(str(tmp_path))
    other = builtin_pipeline().from_disk(str(tmp_path))
    assert other.get_pipe(PIPE_NAME).folder != BUILTIN_MODEL
    assert other(PARAGRAPHS).to_json() == nlp(PARAGRAPHS).to_json()


def test_very_long_paragraphs_and_words_are_read(nlp: Language) -> None:
    text = "and so on without any stop " * 120 + "x" * 5000
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) >= 1


def test_the_rules_on_names_are_part_of_the_pipeline(nlp: Language) -> None:
    doc = nlp("Kenyan farmers told Reuters on Friday that Uganda had paid $3 million.")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Kenyan", "NORP"), ("Reuters", "ORG"), ("Uganda", "LOC"), ("Friday", "DATE")} <= found
    assert ("$3 million", "MONEY") in found


@pytest.mark.parametrize(
    "text", ["“We lost the vote,” Al Hassan said.", "“Why now?” she asked the panel.", '"It rained," Ms Okoye said.']
)
def test_a_tag_belongs_to_the_sentence_of_its_quotation(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize("mark", ["“", "(“", "a.", "x", "!?", " -x"])
def test_long_text_without_space_is_read_in_linear_time(nlp: Language, mark: str) -> None:
    text = "word " + mark * 2000 + " end"
    doc = nlp(text)
    assert doc.text == text
    assert doc[0].text == "word"
    assert doc[-1].text == "end"
