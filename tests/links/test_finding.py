"""Links in the markup of each platform."""

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from bot.links import MAX_LINKS, find_links, scan_links
from bot.ports import Platform


def urls(markup, platform=None):
    return [link.url for link in find_links(markup, platform)]


def test_slack():
    markup = (
        "read <https://example.com/a?x=1&amp;y=2|this &amp; that> and <http://example.org/b>, not <@U1> "
        "<mailto:a@example.com|mail> <#C1|news> `https://example.com/code` ```https://example.com/block```"
    )
    assert urls(markup, Platform.SLACK) == ["https://example.com/a?x=1&y=2", "http://example.org/b"]


def test_slack_label_that_looks_like_another_link_does_not_count():
    assert urls("<https://example.com/real|https://example.org/shown>", Platform.SLACK) == ["https://example.com/real"]


def test_slack_command_text_is_not_marked_up():
    assert urls("https://example.com/a?x=1&amp;y=2", Platform.SLACK) == ["https://example.com/a?x=1&y=2"]


def test_discord():
    markup = (
        "<https://example.com/quiet> ||https://example.com/spoiler|| `https://example.com/code` "
        "```py\nhttps://example.com/block\n``` [text](https://example.com/masked_(x)) [q](<https://example.com/q>) "
        "**https://example.com/bold** https://example.com/plain."
    )
    assert urls(markup, Platform.DISCORD) == [
        "https://example.com/masked_(x)",
        "https://example.com/bold",
        "https://example.com/plain",
    ]


def test_plain_text():
    text = (
        "See (https://example.com/a_(b)), “https://example.com/c”, HTTP://EXAMPLE.com/d?! 見てhttps://example.com/e。次"
    )
    assert urls(text) == [
        "https://example.com/a_(b)",
        "https://example.com/c",
        "HTTP://EXAMPLE.com/d",
        "https://example.com/e",
    ]


def test_one_article_is_one_link_and_the_order_stays():
    found = find_links("https://example.com/b https://example.com/a https://www.example.com/b?utm_source=x#y")
    assert [link.canonical for link in found] == ["https://example.com/b", "https://example.com/a"]
    assert found[0].host == "example.com"


def test_what_only_looks_like_a_link():
    assert urls("http:// https://? shttp://example.com/a http://ex%61mple.com/ http://-a/ mailto:a@b.example") == []
    assert urls("http://[1:2]/a https://[::1::2]/b http://[fe80::1%25eth0]/c https://[:'%]0=@/#@") == []
    assert urls("http://[2001:4860:4860::8888]/a") == ["http://[2001:4860:4860::8888]/a"]


def test_ten_thousand_links():
    found = scan_links(" ".join(f"https://example.com/{number}" for number in range(10_000)))
    assert len(found.links) == MAX_LINKS
    assert found.total == 10_000


def test_hostile_messages_end():
    """Each of these takes minutes or more with a pattern that goes back over what it has read."""
    size = 200_000
    for piece in ("http://", "`", "|", "||a", "``a", "<http://a", "<", "[", "http://a/](", "https://a/)", "&amp;", "("):
        markup = "https://example.com/a" + piece * (size // len(piece))
        for platform in (Platform.SLACK, Platform.DISCORD, None):
            scan_links(markup, platform)


@given(st.text(alphabet="htps:/a.b1<>|`()[]@%&;, *_\n", max_size=200), st.sampled_from([*Platform, None]))
def test_every_link_found_is_usable(markup, platform):
    for link in find_links(f"https://example.com/{markup} http://{markup}", platform):
        assert link.canonical.startswith(("http://", "https://"))
        assert urlsplit(link.canonical).hostname == link.host.strip("[]")
