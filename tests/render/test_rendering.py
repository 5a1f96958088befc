"""Any brief, however hostile, renders within the platforms' limits and cannot ping, link or run anything."""

import json
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from bot.brief import Worth
from bot.model import Brief
from bot.ports import Platform
from bot.render import limits, render, render_note, render_page, render_text
from bot.render.card import lay_out
from bot.render.cleaning import clean, visible
from bot.render.discord import embed_length
from bot.render.slack import MORE_ACTION
from bot.verdicts import finding_key
from tests.render.briefs import addresses, briefs, harbour, lines

REPORT = "https://desk.example/r/abc"
reports = st.sampled_from([None, REPORT])
hostile = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
IN_THE_TEXT = r"\?of=[0-9a-f]{12}#(?:text|title)-\d+-\d+"
SLACK_LINK = re.compile(r"<(https?://[^<>|\s]+)\|([^<>|]*)>")
UNSEEN = {"Cc", "Cf", "Cs"}


def texts(payload: Any) -> list[str]:
    """Every string that a platform would show."""
    if isinstance(payload, str):
        return [payload]
    children = payload.values() if isinstance(payload, dict) else payload if isinstance(payload, list) else []
    return [text for child in children for text in texts(child)]


def assert_visible(text: str, *, own: str = "\n\u200b\u2060") -> None:
    odd = {c for c in text if unicodedata.category(c) in UNSEEN} - set(own) - set("\u200c\u200d")
    assert not odd


# ---- Slack -------------------------------------------------------------------------------------


def check_slack(payload: Any, allowed: set[str]) -> None:
    assert payload["unfurl_links"] is False
    assert payload["unfurl_media"] is False
    assert len(payload["text"]) <= limits.SLACK_MESSAGE_TEXT
    assert 0 < len(payload["blocks"]) <= limits.SLACK_BLOCKS
    check_mrkdwn(payload["text"], set())
    for block in payload["blocks"]:
        assert block["type"] in ("section", "context", "actions", "image")
        if block["type"] == "image":
            assert block["image_url"] == f"{REPORT}/picture.png"
            assert 0 < limits.length(block["alt_text"]) <= limits.SLACK_ALT_TEXT
            assert_visible(block["alt_text"])
            continue
        if block["type"] == "actions":
            assert [element["action_id"] for element in block["elements"]] == [MORE_ACTION]
            continue
        for option in block.get("accessory", {}).get("options", []):
            assert len(option["text"]["text"]) <= 75
            assert len(option["value"]) <= 150
        parts = [block["text"]] if block["type"] == "section" else block["elements"]
        assert len(parts) <= limits.SLACK_CONTEXT_ELEMENTS
        for part in parts:
            assert part["type"] == "mrkdwn"
            assert part["verbatim"] is True
            assert 0 < limits.length(part["text"]) <= limits.SLACK_SECTION_TEXT
            check_mrkdwn(part["text"], allowed)


def check_mrkdwn(text: str, allowed: set[str]) -> None:
    assert_visible(text)
    for address, _label in SLACK_LINK.findall(text):
        assert re.sub(f"{IN_THE_TEXT}$", "", address.replace("&amp;", "&")) in allowed
    rest = re.sub(r"^> ", "", SLACK_LINK.sub("", text), flags=re.MULTILINE)
    assert "<" not in rest
    assert ">" not in rest
    assert not re.search(r"&(?!amp;|lt;|gt;)", text)


@hostile
@given(briefs(), reports, st.booleans())
def test_slack_keeps_its_limits_and_nothing_is_injected(brief: Brief, report: str | None, full: bool) -> None:
    payload = render(brief, Platform.SLACK, full=full, report_url=report)
    check_slack(payload, {REPORT, "https://news.example/a?b=1&c=2", "https://news.example/a%7Cb%3Ec%3Cd%28e%29"})


@hostile
@given(lines, addresses)
def test_slack_notes_too(text: str, url: str | None) -> None:
    payload = render_note(text, Platform.SLACK, url)
    check_slack(payload, {"https://news.example/a?b=1&c=2", "https://news.example/a%7Cb%3Ec%3Cd%28e%29"})


# ---- Discord -----------------------------------------------------------------------------------


def check_discord(payload: Any) -> None:
    assert payload["allowed_mentions"] == {"parse": []}
    assert limits.length(payload["content"]) <= limits.DISCORD_CONTENT
    assert payload["content"] or payload["embeds"]
    assert len(payload["embeds"]) <= limits.DISCORD_EMBEDS
    assert sum(embed_length(embed) for embed in payload["embeds"]) <= limits.DISCORD_ALL_EMBEDS
    for embed in payload["embeds"]:
        assert 0 < limits.length(embed["title"]) <= limits.DISCORD_EMBED_TITLE
        assert limits.length(embed["description"]) <= limits.DISCORD_EMBED_DESCRIPTION
        assert limits.length(embed["footer"]["text"]) <= limits.DISCORD_FOOTER_TEXT
        assert len(embed["fields"]) <= limits.DISCORD_EMBED_FIELDS
        for field in embed["fields"]:
            assert 0 < limits.length(field["name"]) <= limits.DISCORD_FIELD_NAME
            assert 0 < limits.length(field["value"]) <= limits.DISCORD_FIELD_VALUE
            check_markdown(field["value"])
        assert embed.get("image", {"url": f"{REPORT}/picture.png"}) == {"url": f"{REPORT}/picture.png"}
        check_markdown(embed["title"])
        check_markdown(embed["description"])


def check_markdown(text: str) -> None:
    assert_visible(text)
    without_code = re.sub(r"(?<!\\)`[^`\n]*`", "", re.sub(r"\\\\", "", text))
    own = re.sub(rf"\]\({REPORT}({IN_THE_TEXT})?\)", "", without_code)
    bare = re.sub(r"\\.", "", re.sub(r"^> ", "", own, flags=re.MULTILINE))
    assert "<" not in bare
    assert "](" not in bare
    assert "://" not in bare
    assert "@" not in bare
    assert "||" not in bare
    assert "`" not in bare


@hostile
@given(briefs(), reports, st.booleans())
def test_discord_keeps_its_limits_and_nothing_is_injected(brief: Brief, report: str | None, full: bool) -> None:
    check_discord(render(brief, Platform.DISCORD, full=full, report_url=report))


@hostile
@given(lines)
def test_discord_notes_too(text: str) -> None:
    check_discord(render_note(text, Platform.DISCORD))


# ---- HTML and the terminal ---------------------------------------------------------------------


def check_html(text: str) -> Any:
    document = html.document_fromstring(text)
    allowed = {"html", "head", "body", "meta", "title", "style", "main", "article", "aside", "header", "footer"}
    allowed |= {"section", "h2", "h3", "h4", "p", "ul", "li", "a", "b", "q", "em", "span", "mark", "div", "details"}
    allowed |= {"summary", "button", "figure", "figcaption", "svg", "g", "path", "rect", "text"}
    for element in document.iter():
        assert element.tag in allowed
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style")]
        assert re.match(r"#|https?://|$", element.get("href", ""))
    return document


@hostile
@given(briefs(), st.booleans())
def test_the_page_shows_the_article_as_it_is_and_every_link_has_its_mark(brief: Brief, full: bool) -> None:
    document = check_html(render_page(brief, full=full))
    (shown,) = document.xpath("//aside/div[@class='text']")
    expected = visible(brief.article.text, keep_breaks=True)
    assert shown.text_content().split() == expected.split()
    targets = {link.get("href")[1:] for link in document.xpath("//a[starts-with(@href, '#')]")}
    marks = document.xpath("//mark[@id]/@id")
    assert len(marks) == len(set(marks))
    assert targets <= set(marks)


@hostile
@given(briefs())
def test_the_fragment_names_evidence_that_is_in_the_article(brief: Brief) -> None:
    document = check_html(f"<body>{render(brief, Platform.LOCAL)['html']}</body>")
    for data in document.xpath("//@data-spans"):
        for found in json.loads(data):
            source = brief.article.text if found["field"] == "text" else brief.article.title or ""
            assert 0 <= found["start"] < found["end"] <= len(source)


@hostile
@given(briefs(), st.booleans())
def test_plain_text_holds_no_control_characters(brief: Brief, full: bool) -> None:
    assert_visible(render_text(brief, full=full), own="\n")


# ---- the picture -------------------------------------------------------------------------------


def test_platforms_show_the_picture_where_the_report_is() -> None:
    slack = render(harbour(), Platform.SLACK, report_url=REPORT)["blocks"]
    (image,) = [block for block in slack if block["type"] == "image"]
    assert image["image_url"] == f"{REPORT}/picture.png"
    assert "Ana Torres → Paul Reyes: sign the contract — rejected by Paul Reyes" in image["alt_text"]
    (embed,) = render(harbour(), Platform.DISCORD, report_url=REPORT)["embeds"]
    assert embed["image"] == {"url": f"{REPORT}/picture.png"}


@pytest.mark.parametrize("platform", [Platform.SLACK, Platform.DISCORD])
def test_there_is_no_picture_without_a_report_a_pair_or_the_section(platform: Platform) -> None:
    shown = [
        render(harbour(), platform),
        render(harbour(), platform, ["errors", "actors"], report_url=REPORT),
        render(harbour(actors=harbour().actors[:1]), platform, report_url=REPORT),
    ]
    assert "picture.png" not in json.dumps(shown)


# ---- evidence, a click away --------------------------------------------------------------------


@hostile
@given(briefs(), st.sampled_from([Platform.SLACK, Platform.DISCORD]))
def test_links_to_evidence_lead_to_a_mark_in_the_report(brief: Brief, platform: Platform) -> None:
    payload = json.dumps(render(brief, platform, report_url=REPORT), ensure_ascii=False)
    marks = html.document_fromstring(render_page(brief, full=True)).xpath("//mark/@id")
    assert set(re.findall(rf"{REPORT}\?of=[0-9a-f]+#([a-z]+-\d+-\d+)", payload)) <= set(marks)


def test_a_line_links_to_the_words_that_it_rests_on() -> None:
    brief = harbour()
    demand = brief.demands[0]
    address = f"{REPORT}?of={brief.article.wording}#text-{demand.start}-{demand.end}"
    slack = texts(render(brief, Platform.SLACK, report_url=REPORT)["blocks"])
    discord = texts(render(brief, Platform.DISCORD, report_url=REPORT)["embeds"])
    assert any(f"by Friday (3 May 2024) <{address}|¶ 2>" in text for text in slack)
    assert any(f" [¶ 2]({address})" in text for text in discord)
    assert "¶" not in str(render(brief, Platform.SLACK))


def test_a_link_into_an_earlier_wording_marks_nothing_and_says_so() -> None:
    brief = harbour()
    fresh = html.document_fromstring(render_page(brief, full=True, seen=brief.article.wording))
    stale = html.document_fromstring(render_page(brief, full=True, seen="0123456789ab"))
    assert not fresh.xpath("//*[@class='note'][contains(., 'has changed')]")
    assert stale.xpath("//*[@class='note'][contains(., 'has changed')]")
    marks = fresh.xpath("//mark/@id")
    assert marks
    assert not set(marks) & set(stale.xpath("//@id"))
    assert {f"#{mark}" for mark in stale.xpath("//mark/@id")} >= set(stale.xpath("//a[@class='chip']/@href"))


def test_a_wording_is_of_title_and_text() -> None:
    article = harbour().article
    others = [article.model_copy(update={name: "Other words"}) for name in ("title", "text")]
    assert len({one.wording for one in (article, *others)}) == 3
    assert article.model_copy(update={"authors": ["A. Clerk"]}).wording == article.wording


def test_a_line_links_to_each_paragraph_once() -> None:
    brief = harbour()
    torres = brief.actors[0].model_copy(update={"roles": []})
    page = html.document_fromstring(render_page(harbour(actors=[torres, brief.actors[1]])))
    assert page.xpath("//section[@class='actors']//li[1]//a[@class='chip']/text()") == ["¶ 2"]
    fragment = html.fragment_fromstring(render(harbour(actors=[torres]), Platform.LOCAL)["html"])
    (chip,) = fragment.xpath("//section[@class='actors']//a[@class='chip']")
    assert len(json.loads(chip.get("data-spans"))) == 2


# ---- what is dropped is dropped whole, and counted ----------------------------------------------


def many_errors(number: int, words: int) -> Brief:
    error = harbour().errors[0]
    message = "Possible trouble: " + "look here " * words
    return harbour(errors=[error.model_copy(update={"message": f"{message}{n}."}) for n in range(number)])


def shown_and_more(text: str) -> tuple[int, int]:
    more = re.search(r"(\d+) more", text)
    return text.count("Possible trouble"), int(more[1]) if more else 0


def test_what_slack_does_not_show_it_counts() -> None:
    payload = render(many_errors(90, 40), Platform.SLACK, ["errors"], full=True, report_url=REPORT)
    shown, more = shown_and_more("\n".join(texts(payload["blocks"])))
    assert shown > 10
    assert more > 10
    assert shown + more == 90


def test_what_discord_does_not_show_it_counts() -> None:
    payload = render(many_errors(40, 30), Platform.DISCORD, ["errors"], full=True)
    shown, more = shown_and_more("\n".join(texts(payload["embeds"])))
    assert shown > 5
    assert shown + more == 40


def test_the_top_few_are_shown_unless_all_are_asked_for() -> None:
    brief = many_errors(9, 1)
    assert shown_and_more(render_text(brief)) == (6, 3)
    assert shown_and_more(render_text(brief, full=True)) == (9, 0)


@pytest.mark.parametrize("platform", list(Platform))
def test_what_is_not_worth_showing_unasked_is_counted_with_the_rest(platform: Platform) -> None:
    worth = Worth(errors=2, demands=0)
    payload = render(many_errors(9, 1), platform, ["errors", "demands"], worth=worth)
    text = payload["text"] if platform is Platform.LOCAL else "\n".join(texts(payload))
    assert shown_and_more(text) == (2, 7)
    assert "1 more" in text, "the demand"
    assert "(2)" in text
    assert "found." not in text, "nothing is said to be missing that only is not shown"
    if platform is not Platform.LOCAL:
        assert "/brief all errors" in text


def test_the_desk_folds_away_what_is_not_worth_showing_unasked() -> None:
    fragment = html.fromstring(render(many_errors(9, 1), Platform.LOCAL, worth=Worth(errors=2, demands=1))["html"])
    (errors,) = fragment.xpath("//section[@class='errors']")
    assert len(errors.xpath("./ul/li")) == 2
    assert len(errors.xpath("./details//li")) == 7
    assert errors.xpath("./h3/span/text()") == ["2"]


@pytest.mark.parametrize("platform", list(Platform))
def test_a_critical_finding_is_never_withheld_in_silence(platform: Platform) -> None:
    withheld = Worth(errors=0, demands=1, withheld=1)
    payload = render(harbour(), platform, worth=withheld)
    assert "critical finding is not shown" in "\n".join(texts(payload))
    assert "critical finding is not shown" not in "\n".join(
        texts(render(harbour(), platform, ["actors"], worth=withheld))
    )


def test_every_likely_error_of_the_desk_can_be_judged_and_none_of_a_page_can() -> None:
    brief = many_errors(9, 1)
    buttons = html.fromstring(render(brief, Platform.LOCAL)["html"]).xpath("//span[@class='verdict']")
    assert len(buttons) == 9
    assert {one.get("data-item") for one in buttons} == {finding_key(brief.errors[0])}
    assert [one.get("data-verdict") for one in buttons[0]] == ["right", "wrong"]
    assert "data-verdict" not in render_page(brief)


def test_sections_come_in_the_order_that_was_asked_for() -> None:
    text = render_text(harbour(), ["actors", "errors"])
    assert text.index("Who matters") < text.index("Likely errors")
    assert "Who wants what" not in text


# ---- Pages that lie ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "linked"),
    [
        ("https://www.trusted.example/world/1", "https://evil.example/piece?a=1"),
        ("https://evil.example.trusted.example/", "https://evil.example/piece?a=1"),
        ("https://evil.example/piece", "https://evil.example/piece"),
        ("javascript:alert(1)", "https://evil.example/piece?a=1"),
        (None, "https://evil.example/piece?a=1"),
    ],
)
def test_the_title_leads_to_no_other_site_than_the_link_did(named: str | None, linked: str) -> None:
    brief = harbour(url="https://evil.example/piece?a=1", canonical_url=named)
    assert lay_out(brief).url == linked


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript://site.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//site.example/",
        "ftp://site.example/",
        'http://site.example/" onclick="alert(1)',
    ],
)
def test_no_link_of_a_page_leads_anywhere_but_to_the_web(address: str) -> None:
    pages = [
        render(harbour(url=address, canonical_url=address), Platform.LOCAL)["html"],
        render_page(harbour(url=address, canonical_url=address)),
        render_note("Not read.", Platform.LOCAL, address)["html"],
    ]
    for page in pages:
        tree = html.fromstring(page)
        assert all(link.startswith(("http://", "https://", "#")) for link in tree.xpath("//@href"))
        assert not tree.xpath("//@onclick")


def test_marks_piled_on_a_letter_are_capped() -> None:
    piled = "e" + "\u0301" * 5000 + " and a" + "\u0302\u200d" * 5000
    shown = clean(piled)
    assert len(shown) < 40
    assert clean("ặ Tiếng Việt नमस्ते שָׁלוֹם 👩\u200d🚀") == "ặ Tiếng Việt नमस्ते שָׁלוֹם 👩\u200d🚀"
