"""Which sentences belong together, and the words in which they differ."""

from bot.analysis.comparison import align
from bot.model import Article


def edits(mine: str, theirs: str) -> list[tuple[str, str]]:
    passages = align(Article(text=mine), Article(text=theirs))
    return [
        (" ".join(word.text for word in edit.mine), " ".join(word.text for word in edit.theirs))
        for passage in passages
        for edit in passage.edits
    ]


def test_each_difference_stands_against_its_own_words() -> None:
    mine = "The ferry left the quay at noon. Nine sheep and a piano were on board."
    theirs = "The ferry left the pier at noon. Nine goats and a piano were on board."
    assert edits(mine, theirs) == [("quay", "pier"), ("sheep", "goats")]


def test_sentences_that_moved_find_each_other() -> None:
    theirs = "The ferry left the pier at noon. Nine goats and a piano were on board. Fog hung over the bay all day."
    mine = "Fog hung over the bay all night. Nine goats and a piano were on board. The ferry left the pier at noon."
    assert edits(mine, theirs) == [("night", "day")]


def test_a_sentence_may_be_divided_or_joined() -> None:
    theirs = "The ferry left the pier at noon and Nine goats stood on the upper deck beside a piano."
    mine = "The ferry left the pier at noon. Nine goats stood on the upper deck beside a drum."
    assert edits(mine, theirs) == [("", "and"), ("drum", "piano")]


def test_spelling_number_words_and_possessives_are_no_difference() -> None:
    theirs = "The theatre’s grey programme was honoured by twelve neighbours in the defence centre at Orgelwerk."
    mine = "The theater's gray program was honored by 12 neighbors in the defense center at Örgelwerk."
    assert edits(mine, theirs) == []


def test_headlines_are_compared_with_headlines() -> None:
    mine = Article(title="Ferry leaves with nine sheep", text="A piano was on board of the ferry.")
    theirs = Article(title="Ferry leaves with nine goats", text="A piano was on board of the ferry.")
    (title, _body) = align(mine, theirs)
    assert [(edit.mine[0].text, edit.mine[0].field) for edit in title.edits] == [("sheep", "title")]
    start, end = title.edits[0].mine[0].start, title.edits[0].mine[0].end
    assert (mine.title or "")[start:end] == "sheep"


def test_other_news_has_no_passage_in_common() -> None:
    assert edits("The council met on Monday. Rain fell.", "A bakery in Oslo won the prize for the best bun.") == []


def test_sentences_that_only_share_what_is_everywhere_are_not_paired() -> None:
    """Else a page of one sentence written thousands of times would be compared with itself million-fold."""
    text = "The cat sat. " * 2_000
    assert align(Article(text=text), Article(text=text)) == []


def test_a_passage_without_end_is_not_compared_word_by_word() -> None:
    text = "wolf and sheep " * 2_000
    (passage,) = align(Article(text=text), Article(text=text))
    assert (passage.edits, passage.likeness) == ((), 0.0)
