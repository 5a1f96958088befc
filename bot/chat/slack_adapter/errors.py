"""What Slack's refusals mean for us. Source: the error tables of the Web API's methods."""

from enum import StrEnum
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

RATE_LIMITED: Final = frozenset({"ratelimited", "rate_limited"})
ACCESS_LOST: Final = frozenset(
    {
        "access_denied",
        "account_inactive",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "invalid_refresh_token",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""Errors of a whole workspace: nothing works there until somebody has changed something."""
UNSETTLED: Final = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"}
)
"""Errors after which a message may stand in the channel or not."""
OF_MESSAGE: Final = frozenset(
    {
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
    }
)
"""Errors of one message; another would be taken."""
FIRST_SERVER_ERROR: Final = 500
DEFAULT_RETRY_AFTER: Final = 30.0


class Refusal(StrEnum):
    """What kind of refusal an error is."""

    LATER = "later"
    ACCESS = "access"
    UNSETTLED = "unsettled"
    FINAL = "final"


def code_of(error: SlackApiError) -> str:
    """Slack's name of an error, or an empty text when the answer was not even JSON."""
    response = error.response
    data = response.data if isinstance(response, AsyncSlackResponse) else response
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def classify(error: SlackApiError) -> Refusal:
    """The kind of an error that a method answered with."""
    code = code_of(error)
    status = getattr(error.response, "status_code", 200)
    if status == 429 or code in RATE_LIMITED:
        return Refusal.LATER
    if code in ACCESS_LOST:
        return Refusal.ACCESS
    if not code or code in UNSETTLED or status >= FIRST_SERVER_ERROR:
        return Refusal.UNSETTLED
    return Refusal.FINAL


def retry_after(error: SlackApiError) -> float:
    """How long Slack asks to wait, in seconds."""
    headers = getattr(error.response, "headers", None) or {}
    named = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    try:
        return max(float(named), 0.0) if named is not None else DEFAULT_RETRY_AFTER
    except ValueError:
        return DEFAULT_RETRY_AFTER


PASSING: Final = (SlackApiError, aiohttp.ClientError, TimeoutError)
"""What a request may fail with when Slack, or the way to it, is in trouble."""


def never_connected(error: BaseException) -> bool:
    """True when a request certainly did not reach Slack."""
    return isinstance(error, aiohttp.ClientConnectorError)
