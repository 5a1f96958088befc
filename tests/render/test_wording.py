"""The words that an editor reads."""

from typing import Any

import pytest

from bot.failures import Failure
from bot.model import Article, Deadline, DocumentFindings, Party, Republished, Span, Spun, Version
from bot.ports import Platform
from bot.render import render, render_failure, render_text, wording
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.roles import short_role
from bot.render.runs import Run
from bot.settings import BriefSettings
from tests.render.briefs import TEXT, harbour, span


def plain(runs: tuple[Run, ...] | list[Run]) -> str:
    return "".join(run.text for run in runs)


def test_a_demand_names_its_parties_and_what_became_of_it() -> None:
    brief = harbour()
    line = plain(wording.demand_line(brief, brief.demands[0]))
    assert line == ("Ana Torres → Paul Reyes: sign the contract — rejected by Paul Reyes, by Friday (3 May 2024)")


def test_a_deadline_is_not_said_twice() -> None:
    brief = harbour()
    demand = brief.demands[0].model_copy(update={"status": "made", "deadline": Deadline(text="contract")})
    assert plain(wording.demand_line(brief, demand)) == "Ana Torres → Paul Reyes: sign the contract"


@pytest.mark.parametrize(
    ("words", "iso", "expected"),
    [
        ("by Friday", "2024-05-03", "by Friday (3 May 2024)"),
        ("within a week", None, "within a week"),
        ("Friday", "2024-05-03", "due Friday (3 May 2024)"),
        ("", "2024-05-03", "due 3 May 2024"),
        ("contract", "2024-05-03", "due 3 May 2024"),
    ],
)
def test_a_deadline_reads_as_the_article_puts_it(words: str, iso: str | None, expected: str) -> None:
    demand = harbour().demands[0].model_copy(update={"deadline": Deadline(text=words, iso=iso)})
    assert wording.deadline(demand) == expected


def test_a_condition_is_not_said_twice() -> None:
    brief = harbour()
    changes = {"status": "made", "deadline": None}
    within = brief.demands[0].model_copy(update=changes | {"condition": span("the contract")})
    beside = brief.demands[0].model_copy(update=changes | {"condition": span("The pier is not safe")})
    assert plain(wording.demand_line(brief, within)).endswith(": sign the contract")
    assert plain(wording.demand_line(brief, beside)).endswith(" — The pier is not safe")


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("president of the United Workers of the North", "president of the United Workers of the North"),
        ("chief investigator of the Baltic Crisis Group in Latvia", "chief investigator of the Baltic Crisis Group…"),
        ("fellow at the Marlow Institute, working on trade and ports", "fellow at the Marlow Institute…"),
        ("deputy head of market research at Valmere Lighthouse Trust", "deputy head of market research…"),
        ("mother of five young children, two of whom play", "mother of five young children…"),
        (
            "Minister Of Trade And Industry And Small Business Affairs",
            "Minister Of Trade And Industry And Small Business…",
        ),
    ],
)
def test_a_role_is_about_five_words_and_no_half_name(role: str, shown: str) -> None:
    assert short_role(role) == shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-01T23:30:00+02:00", "1 May 2024"),
        ("2024-05-01", "1 May 2024"),
        ("2024-09", "September 2024"),
        ("last May", "last May"),
        ("2024-13", "2024-13"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(value: str, expected: str) -> None:
    assert wording.date(value) == expected


def test_an_unsure_demand_says_so() -> None:
    brief = harbour()
    unsure = brief.demands[0].model_copy(update={"confidence": 0.55, "status": "made", "deadline": None})
    assert plain(wording.demand_line(brief, unsure)).endswith("— probably")


def test_a_demand_on_nobody_has_no_arrow() -> None:
    brief = harbour()
    open_demand = brief.demands[0].model_copy(update={"addressee": None, "demander": Party(text="Torres’s")})
    assert plain(wording.demand_line(brief, open_demand)).startswith("Torres: sign the contract")


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [("do", "sign the contract"), ("not", "not sign the contract"), ("stop", "stop sign the contract")],
)
def test_a_negative_action_keeps_its_negation(polarity: str, expected: str) -> None:
    demand = harbour().demands[0]
    assert demand.action
    action = wording.action(
        demand.model_copy(update={"action": demand.action.model_copy(update={"polarity": polarity})})
    )
    assert action
    assert action.text == expected


def test_an_actor_comes_with_role_and_numbers() -> None:
    torres, reyes = harbour().actors
    assert plain(wording.actor_line(torres)) == "Ana Torres — who leads the dockers’ union · 1 quote · makes 1 demand"
    assert plain(wording.actor_line(reyes)) == "Paul Reyes · also the mayor"


def test_a_short_finding_stands_in_its_context() -> None:
    brief = harbour()
    line = plain(wording.error_line(brief, brief.errors[0]))
    context, _, message = line.partition(" — ")
    assert context == "…who leads the dockers’ union. She she urged Mayor Paul Reyes to sign the…"
    assert message == "Possible slip: a word stands twice."


def test_a_message_that_does_not_hedge_is_hedged_by_its_confidence() -> None:
    brief = harbour()
    sure, unsure = (
        brief.errors[0].model_copy(update={"message": "A word stands twice", "confidence": value})
        for value in (0.9, 0.6)
    )
    assert "Likely: A word stands twice." in plain(wording.error_line(brief, sure))
    assert "Possible: A word stands twice." in plain(wording.error_line(brief, unsure))


def test_too_long_an_excerpt_is_named_by_its_paragraph_and_not_cut() -> None:
    text = "Short.\n\n" + "“" + "very long words " * 30 + "”"
    brief = harbour(article=Article(text=text))
    run = wording.excerpt(brief, Span(start=8, end=len(text), text=text[8:]))
    assert run == Run.muted("paragraph 2")


def test_notes_say_what_to_know_before_trusting() -> None:
    brief = harbour(
        article=Article(text=TEXT, access="paywalled", language="de-AT"),
        document=DocumentFindings(
            spun=Spun(score=0.8, reasons=["three terms that nobody uses."]),
            republished=Republished(source="Ellis Post"),
            dated=False,
        ),
    )
    assert list(wording.notes(brief)) == [
        "This article is in German. Only English is analysed, so this is its opening and nothing more.",
        "This article is behind a paywall. Only the part that is free to read was read.",
        "This copy looks machine-rewritten: three terms that nobody uses.",
        "It seems to be republished from Ellis Post.",
        "No publication date was found.",
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            {"title": "Pier shut", "site": "Daily Post", "published": "2024-05-01", "is_likely_original": True},
            "Another version was read here: “Pier shut” (Daily Post, 1 May 2024) — likely the original.",
        ),
        (
            {"title": "Pier shut", "url": "https://post.example/1"},
            "Another version was read here: “Pier shut” (post.example).",
        ),
        ({"published": "2024-05"}, "Another version was read here: May 2024."),
        ({}, "Another version was read here: without a headline."),
        ({"title": "Pier\u202e\nshut"}, "Another version was read here: “Pier shut”."),
    ],
)
def test_another_version_is_named_as_far_as_it_is_known(known: dict[str, Any], expected: str) -> None:
    assert wording.version_line(Version(**known)) == expected


def test_no_more_versions_are_named_than_help() -> None:
    brief = harbour(document=DocumentFindings(versions=[Version(title=f"Number {n}") for n in range(3)]))
    named = [note for note in wording.notes(brief) if note.startswith("Another version")]
    assert [note.split("“")[1] for note in named] == ["Number 0”.", "Number 1”."]


def test_an_empty_section_is_said_to_be_empty() -> None:
    assert "No likely errors or demands found." in render_text(harbour(errors=[], demands=[]))


@pytest.mark.parametrize("platform", list(Platform))
def test_a_failure_is_one_sentence_with_its_link(platform: Platform) -> None:
    text = str(render_failure(Failure(), platform, "https://news.example/x"))
    assert "This link could not be read." in text
    assert "https://news.example/x" in text


def test_the_slack_head_links_the_title() -> None:
    payload = render(harbour(), Platform.SLACK)
    head = payload["blocks"][0]["text"]["text"]
    assert head == (
        "*<https://news.example/pier?a=1&amp;b=2|Dockers press mayor over pier>*\nEllis Post · 1 May 2024 · 50 words"
    )


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 9, "one two…"),
        ("He said “never again” to them", 18, "He said…"),
        ("“never again” to them", 12, ""),
        ("unbreakable", 5, ""),
    ],
)
def test_shortening_keeps_whole_words_and_whole_quotations(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected


def test_shortening_looks_at_each_character_once() -> None:
    assert shorten("all of it " + "“" * 3_000_000, 8) == "all of…"
    assert shorten("“" * 3_000_000 + " ”", 3_000_000) == ""


def test_a_long_address_neither_fills_a_slack_section_nor_loses_the_words() -> None:
    address = "https://news.example/?" + "&".join(f"part{number}=x" for number in range(150))
    notice = render_failure(Failure(), Platform.SLACK, address)["blocks"][0]["text"]["text"]
    assert notice == "This link could not be read.\nThe link"
    head = render(harbour(canonical_url=address), Platform.SLACK)["blocks"][0]["text"]["text"]
    assert head.startswith("*Dockers press mayor over pier*")


def test_the_command_that_slack_shows_can_be_pasted() -> None:
    brief = harbour(canonical_url="https://news.example/~desk/_pier_")
    text = str(render(brief, Platform.SLACK, settings=BriefSettings(max_actors=1)))
    assert "`/brief all actors https://news.example/~desk/_pier_`" in text


def test_cleaning_drops_what_cannot_be_seen() -> None:
    assert clean("a\u202eb\x1b[0m\n\tc\u200b\u2028d") == "ab[0m c d"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x y|z", "https://a.example/x%20y%7Cz"),
        ("javascript:alert(1)", None),
        ("//a.example", None),
        (None, None),
        ("https://a.example/ä", "https://a.example/%C3%A4"),
    ],
)
def test_only_web_addresses_are_linked_and_cannot_end_early(url: str | None, expected: str | None) -> None:
    assert safe_url(url) == expected


def test_what_is_below_the_thresholds_is_told_apart_from_what_had_no_room() -> None:
    assert wording.more(47, 20) == "47 more, 20 of them below what is shown unasked"
    assert wording.more(20, 20) == wording.more(20) == "20 more"
