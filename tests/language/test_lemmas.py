"""Lemmas by table and by ending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lemmas import Change, lexicon

words = st.text("abcdefgABC", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("urged", "VBD", "urge"),
        ("convened", "VBN", "convene"),
        ("children", "NNS", "child"),
        ("better", "JJR", "good"),
        ("stopping", "VBG", "stop"),
        ("parties", "NNS", "party"),
        ("Kyiv", "NNP", "Kyiv"),
        ("'s", "POS", "'s"),
        ("were", "VBD", "be"),
        ("blorks", "NNS", "blork"),
        ("Talks", "NNS", "talk"),
    ],
)
def test_lemmas(form: str, tag: str, lemma: str) -> None:
    assert lexicon().lemma(form, tag) == lemma


@given(words, words)
def test_a_change_leads_from_form_to_lemma(form: str, lemma: str) -> None:
    expected = {lemma.lower(), lemma}
    assert Change.between(form, lemma).apply(form).lower() in {word.lower() for word in expected}


def test_a_change_too_long_for_a_form_leaves_it_alone() -> None:
    assert Change(5, "x", "lower").apply("abc") == "abc"
