"""The published JSON Schema of a brief."""

import json

from bot.model import SCHEMA, Brief


def schema_text() -> str:
    """The schema as it is published in ``docs/brief.schema.json``."""
    schema = Brief.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"
