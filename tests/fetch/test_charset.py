"""The text of a page, whatever the server says about its bytes."""

import codecs
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fetch import decode
from bot.model import Page

TEXT = "<p>Der Bürgermeister von Köln sagte: „Größe zählt nicht“, und ging früher über die Brücke.</p>"
RUSSIAN = "<p>Министр сообщил журналистам, что переговоры о поставках зерна продолжатся в понедельник.</p>"


def page(body, charset=None):
    return Page(url="x", final_url="x", body=body, charset=charset, fetched_at=datetime.now(UTC))


@pytest.mark.parametrize(
    ("body", "charset", "expected"),
    [
        (TEXT.encode(), "utf-8", TEXT),
        (TEXT.encode(), None, TEXT),
        (TEXT.encode(), "iso-8859-1", TEXT),
        (TEXT.encode("cp1252"), "iso-8859-1", TEXT),
        (TEXT.encode("cp1252"), "no-such-charset", TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), "cp1252", TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-8", TEXT),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "utf-8", RUSSIAN),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("koi8-r"), None, '<meta charset="koi8-r">' + RUSSIAN),
        ("日本の新聞".encode("shift_jis"), "shift_jis", "日本の新聞"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        (b"", None, ""),
    ],
)
def test_decoding(body, charset, expected):
    assert decode(page(body, charset)) == expected


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "base64", "rot13", "utf-7", "idna", "punycode", "x" * 900])
)
def test_never_fails(body, charset):
    assert isinstance(decode(page(body, charset)), str)
