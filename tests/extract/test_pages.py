import pytest

from bot.extract import extract_html
from bot.extract.errors import LiveBlog
from bot.settings import ExtractSettings
from tests.extract.pages import BODY, CASES, PARAGRAPHS, STORY, TITLE, Case, ld, og, page, plain

SETTINGS = ExtractSettings()


def read(html: str, url: str = "https://news.example/a"):
    return extract_html(html, url, SETTINGS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_metadata_and_body(case: Case):
    article = read(case.html, case.url)
    assert article.title == case.title
    assert article.authors == case.authors
    assert (article.published, article.modified) == (case.published, case.modified)
    assert (article.published_source is None) == (case.published is None)
    assert article.site == case.site
    assert article.text == BODY
    assert article.language == "en"


def test_paragraphs_are_joined_by_blank_lines_and_counted():
    article = read(page(og(), plain()))
    assert article.text.split("\n\n") == list(STORY)
    assert article.words == len(BODY.split())


def test_line_breaks_make_paragraphs():
    article = read(page(og(), f"<article><h1>{TITLE}</h1><div>{'<br><br>'.join(STORY)}</div></article>"))
    assert article.text == BODY


def test_inline_markup_does_not_split_a_paragraph():
    body = PARAGRAPHS.replace("Marta Okoye", "<a href=/o><b>Marta</b> Okoye</a>").replace(
        "ministry", "<em>ministry</em>"
    )
    assert read(page(og(), plain().replace(PARAGRAPHS, body))).text == BODY


def test_leftovers_are_kept_apart_with_a_reason():
    left = (
        '<p><a href="https://other.example/x">Source link</a></p><h3>Leave a Reply</h3>'
        "<p>Sign up for our newsletter to get the harbour news in your inbox</p>"
    )
    article = read(
        page(og(), f'<article><h1>{TITLE}</h1><div class="entry-content">{PARAGRAPHS}{left}</div></article>')
    )
    found = {(item.text, item.reason) for item in article.leftovers}
    assert ("Source link", "source link") in found
    assert ("Leave a Reply", "comment form") in found
    assert not any(item.text in article.text for item in article.leftovers)


def test_other_articles_on_an_endless_page_are_left_out():
    second = "".join(f"<p>{text.replace('quay', 'bridge').replace('harbour', 'road')}</p>" for text in STORY)
    body = plain() + f"<article><h2>Road board closes the bridge</h2>{second}</article>" * 3
    assert "bridge" not in read(page(og(), body)).text


def test_a_second_hidden_copy_of_the_article_is_left_out():
    copy = f'<div style="display:none"><div itemprop="articleBody">{" ".join(STORY)}</div></div>'
    text = read(page(og(), f"<main><h1>{TITLE}</h1><div class=body>{PARAGRAPHS}</div>{copy}</main>")).text
    assert text.count(STORY[0]) == 1


def test_canonical_address_is_absolute_and_web_only():
    assert (
        read(page(og() + '<link rel="canonical" href="/quay">', plain())).canonical_url == "https://news.example/quay"
    )
    strange = page(og() + '<link rel="canonical" href="javascript:alert(1)">', plain())
    assert read(strange).canonical_url == "https://news.example/a"


@pytest.mark.parametrize(
    ("head", "body", "access"),
    [
        ("", PARAGRAPHS, "full"),
        (ld('"isAccessibleForFree":false'), f"<p>{STORY[0]}</p><p>{STORY[1]}</p>", "paywalled"),
        (
            "",
            f"<p>{STORY[0]}</p><p>{STORY[1]}</p><div><p>Subscribe to continue reading</p></div>",
            "paywalled",
        ),
        (ld('"isAccessibleForFree":"False"'), "".join(f"<p>{n}. {p}</p>" for n in range(9) for p in STORY), "partial"),
    ],
)
def test_access(head: str, body: str, access: str):
    assert read(page(og() + head, f"<article><h1>{TITLE}</h1>{body}</article>")).access == access


def test_body_only_in_json_ld_is_read():
    whole = "\\n\\n".join(STORY).replace('"', '\\"')
    article = read(page(og() + ld(f'"headline":"{TITLE}","articleBody":"{whole}"'), "<div id=root></div>"))
    assert article.text == BODY


def test_live_blog_is_refused_kindly():
    updates = '{"@type":"BlogPosting","headline":"a"},{"@type":"BlogPosting","headline":"b"}'
    live = (
        '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm, live",'
        f'"liveBlogUpdate":[{updates}]}}</script>'
    )
    with pytest.raises(LiveBlog, match="live blog"):
        read(page(live, plain()))


@pytest.mark.parametrize(
    ("lang", "story", "code"),
    [
        (
            "de",
            "Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke für sechs Wochen zu sperren. ",
            "de",
        ),
        (
            "en",
            "Le conseil municipal a décidé mardi de fermer le vieux pont pendant six semaines afin de le réparer. ",
            "fr",
        ),
    ],
)
def test_language_of_the_text_wins_over_a_wrong_declaration(lang: str, story: str, code: str):
    paragraphs = "".join(f"<p>{story}{n} {story}</p>" for n in range(5))
    assert read(page(og(), f"<article><h1>Rat</h1>{paragraphs}</article>", lang=lang)).language == code
