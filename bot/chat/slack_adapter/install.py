"""What ``newsroom-bot doctor`` asks Slack: whether the secrets are taken, and what the app may do."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter.errors import PASSING, code_of
from bot.chat.slack_adapter.oauth import SCOPES
from bot.model import Record
from bot.settings import SlackSettings

ADVICE = "See docs/install-slack.md."


class Setup(Record):
    """How the bot stands with Slack. ``name`` is its name there, None when it has no access at all."""

    name: str | None = None
    problem: str = ""
    advice: str = ""


async def inspect(settings: SlackSettings) -> Setup:
    """Asks Slack; changes nothing. Never raises."""
    if problem := _missing(settings):
        return problem
    client = AsyncWebClient(base_url=settings.api_url, retry_handlers=[])
    bot, app = settings.bot_token.get_secret_value(), settings.app_token.get_secret_value()
    name = "the app that others install"
    try:
        if bot:
            known = await client.auth_test(token=bot)
            name = f"{known.get('user', 'the bot')} in {known.get('team', known['team_id'])}"
            granted = set(str(known.headers.get("x-oauth-scopes", "")).split(","))
            if lacking := sorted(set(SCOPES) - granted):
                advice = f"Add them on the app's page “OAuth & Permissions”, and install it again. {ADVICE}"
                return Setup(name=name, problem=f"scopes are missing: {', '.join(lacking)}", advice=advice)
        if app:
            await client.apps_connections_open(app_token=app)
    except SlackApiError as error:
        refused = "NEWSROOM_SLACK__APP_TOKEN" if "apps.connections" in str(error) else "NEWSROOM_SLACK__BOT_TOKEN"
        return Setup(problem=f"{refused} is refused: {code_of(error) or 'no reason given'}", advice=ADVICE)
    except PASSING as error:
        return Setup(problem=f"Slack cannot be reached: {error!r}", advice="Check the network and slack.api_url.")
    return Setup(name=name)


def _missing(settings: SlackSettings) -> Setup | None:
    """What the secrets lack by themselves."""
    secrets = {
        "NEWSROOM_SLACK__BOT_TOKEN": ("xoxb-", settings.bot_token.get_secret_value()),
        "NEWSROOM_SLACK__APP_TOKEN": ("xapp-", settings.app_token.get_secret_value()),
    }
    for name, (start, token) in secrets.items():
        if token and not token.startswith(start):
            return Setup(problem=f"{name} is another kind of token", advice=f"Its token starts with {start}.")
    has_oauth = settings.client_id.get_secret_value() and settings.client_secret.get_secret_value()
    if not settings.bot_token.get_secret_value() and not has_oauth:
        return Setup(problem="it has no workspace to serve", advice="Set NEWSROOM_SLACK__BOT_TOKEN.")
    if not settings.app_token.get_secret_value() and not settings.signing_secret.get_secret_value():
        advice = "Set NEWSROOM_SLACK__APP_TOKEN for Socket Mode, or NEWSROOM_SLACK__SIGNING_SECRET for HTTP."
        return Setup(problem="it has no way to hear", advice=advice)
    return None
