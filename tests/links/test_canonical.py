"""One article shared in several ways is one article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import canonicalise, is_home_page, merge_canonical, without_tracking

STORY = "https://example.com/news/harbour-strike"


@pytest.mark.parametrize(
    "shared",
    [
        "https://example.com/news/harbour-strike",
        "HTTPS://WWW.Example.COM:443/news/harbour-strike#comments",
        "https://m.example.com/news/harbour-strike?utm_source=app&utm_medium=x",
        "https://mobile.example.com/news/harbour-strike?fbclid=abc&gclid=1",
        "https://amp.example.com/news/harbour-strike",
        "https://www.example.com/news/harbour-strike/amp/",
        "https://www.example.com/news/harbour-strike?amp=1",
        "https://example.com/news/harbour-strike?outputType=amp",
        "https://example.com/amp/news/harbour-strike",
        "https://www.google.com/amp/s/www.example.com/news/harbour-strike/amp",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/news/harbour-strike?amp",
        "https://www.google.com/url?q=https://example.com/news/harbour-strike&sa=D",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fnews%2Fharbour-strike%3Ffbclid%3Dz&h=1",
        "https://reader:secret@example.com/news/harbour-strike",
        "https://example.com./news/x/../harbour-strike",
        "https://example.com/news/h%61rbour-strike?",
    ],
)
def test_ways_to_share_one_article(shared):
    assert canonicalise(shared) == STORY


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?b=2&a=1"),
        ("https://example.com/a?x=%2f%7e", "https://example.com/a?x=/~"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("https://en.m.wikipedia.org/wiki/Strike_(action)", "https://en.wikipedia.org/wiki/Strike_(action)"),
        # A label that is the registered name itself is no variant.
        ("https://m.co.uk/a", "https://m.co.uk/a"),
        ("https://amp.com/story", "https://amp.com/story"),
        ("https://example.com/amp", "https://example.com/amp"),
        ("https://example.com/lamp", "https://example.com/lamp"),
        ("https://example.com/a?camp=1", "https://example.com/a?camp=1"),
        ("not a link", "not a link"),
        ("ftp://example.com/a", "ftp://example.com/a"),
    ],
)
def test_what_is_kept(url, expected):
    assert canonicalise(url) == expected


_hosts = st.sampled_from(
    ["example.com", "WWW.m.Example.co.uk", "bücher.example", "127.0.0.1:81", "[2001:db8::1]", "a.b."]
)
_pieces = st.text(alphabet="aZ0/.%2Fé ?&=#;:@[]+~amp<>\"|'\\", max_size=40)


@given(_hosts, _pieces)
def test_idempotent(host, rest):
    once = canonicalise(f"https://{host}/{rest}")
    assert canonicalise(once) == once


@given(st.text(max_size=200))
def test_never_raises(text):
    assert isinstance(canonicalise(text), str)
    assert isinstance(canonicalise("http://" + text), str)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (None, STORY),
        (
            "https://www.example.com/news/2026/harbour-strike?utm_source=rss",
            "https://example.com/news/2026/harbour-strike",
        ),
        ("/news/2026/harbour-strike", "https://example.com/news/2026/harbour-strike"),
        ("https://edition.example.com/s/1", "https://edition.example.com/s/1"),
        ("https://example.com/", STORY),
        ("https://example.com/en/", STORY),
        ("https://example.org/news/harbour-strike", STORY),
        ("https://example.com.evil.test/news/harbour-strike", STORY),
        ("javascript:alert(1)", STORY),
        ("http://[broken", STORY),
    ],
)
def test_rel_canonical_is_trusted_within_the_site_only(named, expected):
    assert merge_canonical("https://www.example.com/news/harbour-strike?gclid=1", named) == expected


def test_two_blogs_of_one_host_are_two_sites():
    assert merge_canonical("https://ann.github.io/a", "https://bob.github.io/a") == "https://ann.github.io/a"


def test_without_a_registered_name_host_and_port_must_agree():
    assert merge_canonical("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b") == "http://127.0.0.1:8000/b"
    assert merge_canonical("http://127.0.0.1:8000/a", "http://127.0.0.1:9000/b") == "http://127.0.0.1:8000/a"


def test_home_pages():
    assert all(is_home_page(f"https://example.com{path}") for path in ("", "/", "/en", "/de-at/", "/index.html"))
    assert not any(is_home_page(f"https://example.com{path}") for path in ("/a-story", "/?p=12", "/en/story"))


@pytest.mark.parametrize(
    ("shared", "asked_for"),
    [
        ("https://www.example.com/pier/?unlocked_article_code=k3y&page=2", "https://www.example.com/pier/?page=2"),
        ("http://ann:secret@m.example.com:8080/pier#comments", "http://m.example.com:8080/pier"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.com%2Fpier%3Ffbclid%3D1",
            "https://www.example.com/pier",
        ),
        ("https://www.example.com/a%2Fb?q=x%20y", "https://www.example.com/a%2Fb?q=x%20y"),
        ("no address", "no address"),
    ],
)
def test_what_the_sharer_alone_was_given_is_not_sent_along(shared: str, asked_for: str) -> None:
    assert without_tracking(shared) == asked_for
    assert canonicalise(asked_for) == canonicalise(shared)
