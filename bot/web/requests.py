"""Reading what a page sends, and telling it what is wrong."""

import json
from http import HTTPStatus
from typing import Any, Final

from aiohttp import web

_BY_STATUS: Final[dict[HTTPStatus, Any]] = {
    HTTPStatus.BAD_REQUEST: web.HTTPBadRequest,
    HTTPStatus.NOT_FOUND: web.HTTPNotFound,
    HTTPStatus.UNPROCESSABLE_ENTITY: web.HTTPUnprocessableEntity,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: web.HTTPUnsupportedMediaType,
}


def refusal(status: HTTPStatus, message: str, **more: Any) -> web.HTTPException:
    """An answer that tells the page what is wrong, to be raised."""
    error: web.HTTPException = _BY_STATUS[status](
        text=json.dumps({"error": message, **more}), content_type="application/json"
    )
    return error


async def json_body(request: web.Request) -> dict[str, Any]:
    """The request's JSON object. Raises a 400, also for half characters, which no store can keep."""
    try:
        body = await request.json()
        json.dumps(body, ensure_ascii=False).encode()
    except (ValueError, RecursionError, LookupError):
        body = None
    if not isinstance(body, dict):
        raise refusal(HTTPStatus.BAD_REQUEST, "The request is not a JSON object.")
    return body


def text_of(body: dict[str, Any], name: str, limit: int) -> str:
    """The string called ``name``, at most ``limit`` characters. Raises a 400."""
    value = body.get(name)
    if not isinstance(value, str):
        raise refusal(HTTPStatus.BAD_REQUEST, f"“{name}” is missing.")
    if len(value) > limit:
        raise refusal(HTTPStatus.BAD_REQUEST, f"That is too long: at most {limit:,} characters.")
    return value
