"""What admins see of verdicts keeps the platforms' limits, and nothing in it is markup, however hostile."""

from bot.chat.discord_adapter.feedback import panel
from bot.chat.slack_adapter.feedback_form import feedback_view
from bot.desk.verdicts import CheckLine, Overview, WordsLine
from bot.render.limits import DISCORD_EMBED_DESCRIPTION, length
from tests.fakes.slack.blocks import check_view, strings

HOSTILE = "<!channel> <@U1> @everyone [x](https://evil.example) `*_~ \u202e" + " 𝔘&" * 100


def overview(number: int) -> Overview:
    """So many checks and words, each as long and as hostile as can be."""
    counts = {"right": 1, "wrong": 9, "articles": 3, "confidence": 0.7, "least": 0.55, "needed": 0.9}
    check = CheckLine(check="family.check", **counts, reasons=(HOSTILE,) * 3)
    words = WordsLine(id="0123456789abcdef", check="family.check", words=HOSTILE, right=0, wrong=1, missing=1)
    return Overview(
        checks=tuple(check.model_copy(update={"check": f"family.check-{n}"}) for n in range(number)),
        words=tuple(words.model_copy(update={"id": f"{n:016x}"}) for n in range(number)),
    )


def test_slack_takes_the_modal_and_nothing_in_it_pings() -> None:
    for number in (0, 1, 90):
        view = feedback_view(overview(number), "C1")
        check_view(view)
        shown = "\n".join(strings(view))
        assert "<!channel>" not in shown
        assert "<@U1>" not in shown
        assert "\u202e" not in shown
    assert "50 more" in shown


def test_discord_takes_the_panel_and_says_what_it_leaves_out() -> None:
    for number in (0, 1, 90):
        embed, view = panel(overview(number), "1234567890123456789")
        text = embed.description or ""
        assert 0 < length(text) <= DISCORD_EMBED_DESCRIPTION
        assert "@everyone" not in text
        assert "\u202e" not in text
        assert all(len(menu.options) <= 25 for menu in view.children if hasattr(menu, "options"))
    assert "more; they show" in text
