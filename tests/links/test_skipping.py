"""Links that can hold no article, and their neighbours that can."""

import pytest

from bot.links import never_article


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://example.com/a/photo.JPG?w=1", "an image"),
        ("https://example.com/clip.mp4", "a video"),
        ("https://example.com/talk.mp3", "a sound"),
        ("https://example.com/report.pdf", "a file"),
        ("https://desk.slack.com/archives/C1/p2", "a chat message"),
        ("https://discord.com/channels/1/2/3", "a chat message"),
        ("https://t.me/somebody/12", "a chat message"),
        ("https://teams.microsoft.com/l/message/1", "a chat message"),
        ("https://www.youtube.com/watch?v=1", "a video"),
        ("https://www.google.com/maps/place/x", "a map"),
        ("https://docs.google.com/document/d/1", "a shared document"),
        ("https://www.google.com/search?q=x", "a search page"),
        ("https://example.com/search?q=x", "a search page"),
        ("https://example.com/?s=x", "a search page"),
        ("https://example.com/login", "a log-in page"),
        ("https://example.com", "a home page"),
        ("https://x.com/somebody", "a social media page"),
        ("javascript:alert(1)", "no web address"),
    ],
)
def test_never_articles(url, reason):
    assert never_article(url) == reason


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/news/search-for-the-missing-boat",
        "https://example.com/2026/11/photo-of-the-year",
        "https://example.com/story.html",
        "https://example.com/story.php?id=3",
        "https://notslack.com/archives/1",
        "https://slack.com/blog/news/a-story",
        "https://www.linkedin.com/pulse/a-story",
        "https://example.com/?p=1234",
        "https://example.com/maps/how-the-front-moved",
        "http://127.0.0.1:8000/article",
    ],
)
def test_possible_articles(url):
    assert never_article(url) is None
