"""A dateline is no part of the first sentence."""

import pytest
from spacy.lang.en import English

from bot.language.paragraphs import paragraphs

NLP = English()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("OSLO – The union asked for talks.", ["OSLO – ", "The union asked for talks."]),
        ("Lagos, Nigeria — Traders met on Monday.", ["Lagos, Nigeria — ", "Traders met on Monday."]),
        ("SAN MIGUEL, Azores (Newswire) – Rain fell.", ["SAN MIGUEL, Azores (Newswire) – ", "Rain fell."]),
        ("NAIROBI, March 12 - Teachers met.", ["NAIROBI, March 12 - ", "Teachers met."]),
        ("BUENOS AIRES (Wire) - Teachers met.", ["BUENOS AIRES (Wire) - ", "Teachers met."]),
        ("KABUL, Afghanistan, 3 May 2024 -- Teachers met.", ["KABUL, Afghanistan, 3 May 2024 -- ", "Teachers met."]),
        ("Lima (Wire) — “We go,” she said.", ["Lima (Wire) — ", "“We go,” she said."]),
        ("KATHMANDU: Teachers met.", ["KATHMANDU: ", "Teachers met."]),
        ("QUESTION: When do you go?", ["QUESTION: When do you go?"]),
        ("Ada Obi (Greens) – Mayor for a day – left.", ["Ada Obi (Greens) – Mayor for a day – left."]),
        ("NATO – the alliance – has met.", ["NATO – the alliance – has met."]),
        ("Anna Weiss – a baker – spoke first.", ["Anna Weiss – a baker – spoke first."]),
        ("The NATO–Russia talks go on.", ["The NATO–Russia talks go on."]),
        ("Rain fell, and OSLO – so they say – flooded.", ["Rain fell, and OSLO – so they say – flooded."]),
    ],
)
def test_datelines_stand_alone(text: str, parts: list[str]) -> None:
    assert [part.text_with_ws for part in paragraphs(NLP(text))] == parts
