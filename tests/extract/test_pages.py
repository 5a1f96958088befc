import pytest
from lxml import html

from bot.extract import extract_html
from bot.extract.errors import LiveBlog
from bot.extract.metadata import guess_language, language_of
from bot.settings import ExtractSettings
from tests.extract.pages import BODY, CASES, PARAGRAPHS, STORY, TITLE, Case, ld, og, page, plain

SETTINGS = ExtractSettings()


def read(source: str, url: str = "https://news.example/a"):
    return extract_html(source, url, SETTINGS)


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


LONG = "".join(f"<p>{number}. {text}</p>" for number in range(9) for text in STORY)
CLOSED = '"isAccessibleForFree":false'


def test_that_other_articles_are_closed_says_nothing_of_this_one():
    teasers = ",".join(f'{{"@type":"NewsArticle","headline":"Ferry {n} is late",{CLOSED}}}' for n in range(3))
    own = ld(f'"headline":"{TITLE}","isAccessibleForFree":true,"mentions":[{teasers}]')
    assert read(page(og() + own, f"<article><h1>{TITLE}</h1>{LONG}</article>")).access == "full"


@pytest.mark.parametrize(
    "described",
    [
        ld(f'"headline":"{TITLE}","hasPart":{{"@type":"WebPageElement",{CLOSED}}}'),
        ld(f'"headline":"{TITLE}","hasPart":["intro",{{"@type":"WebPageElement",{CLOSED}}}]'),
        ld(f'"headline":"{TITLE}"') + ld(f'"headline":"{TITLE}",{CLOSED}'),
    ],
)
def test_a_closed_part_and_a_second_description_count(described: str):
    assert read(page(og() + described, f"<article><h1>{TITLE}</h1>{LONG}</article>")).access == "partial"


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


ENGLISH = "The results of the regatta, with the times that were taken at the pier: "
CREWS = "Wojciech Szczęsny, Grzegorz Brzęczyszczykiewicz, Łukasz Błaszczykowski i Stanisław Żółtkowski. "


def test_an_english_page_full_of_foreign_names_stays_english():
    text = f"{ENGLISH}{CREWS}They would have sailed in the other bay had it not been for the wind, said the jury. "
    assert guess_language(f"{CREWS * 2}{text}") != "en"
    tree = html.fromstring("<html lang=en-GB></html>")
    assert language_of(tree, {}, f"{CREWS * 2}{text}") == "en"
    assert language_of(tree, {}, CREWS * 4) == guess_language(CREWS * 4)


@pytest.mark.parametrize(
    "story",
    [
        "De burgemeester zei dat het water in de haven is gestegen en had geen antwoord op de vraag of er hulp kwam. ",
        "Ordføreren sa at de har fått hjelp, og at det is som ligger i havnen, er borte for i år. By og land jubler. ",
        "Il sindaco ha detto che la città non ha i soldi per il porto, e ha chiesto aiuto a tutta la regione. ",
        "Burmistrz powiedział, że to miasto nie ma pieniędzy i że to rząd powinien pomóc portowi do końca roku. ",
    ],
)
def test_other_languages_have_few_words_of_english(story: str):
    assert language_of(html.fromstring("<html lang=en></html>"), {}, story * 3) == guess_language(story) != "en"
