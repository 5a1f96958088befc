"""One loaded pipeline for all tests of the language package."""

import pytest
from spacy.language import Language

from bot.language.reader import builtin_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    return builtin_pipeline()
