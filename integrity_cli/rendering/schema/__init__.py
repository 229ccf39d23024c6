"""JSON Schemas of the records for editors, exported from the models: what a YAML editor can know of one file."""

from __future__ import annotations

import json
from typing import Any

from integrity_cli.lang import Lang
from integrity_cli.reading.layout import PLACES, Place
from integrity_cli.rendering.schema.records import Export

__all__ = ["NAMES", "editor_settings", "file_name", "patterns_of", "place_of", "record_schema", "render"]

NAMES = tuple(dict.fromkeys(place.name for place in PLACES))
"""The records that have a schema, in the order of their places."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def place_of(name: str) -> Place:
    """The place whose record has this name; the first, where a record may stand in several."""
    return next(place for place in PLACES if place.name == name)


def patterns_of(name: str) -> tuple[str, ...]:
    """The paths at which such a record stands, as patterns that editors know."""
    return tuple(place.glob for place in PLACES if place.name == name)


def record_schema(name: str, lang: Lang) -> dict[str, Any]:
    """The schema of one record as JSON Schema 2020-12, its words in one language."""
    export = Export(lang)
    whole = export.whole(place_of(name))
    return {"$schema": _DIALECT, "$id": f"urn:integrity:{name}:{lang}", **whole, "$defs": export.definitions()}


def render(name: str, lang: Lang) -> str:
    """The schema as a file."""
    return json.dumps(record_schema(name, lang), ensure_ascii=False, indent=1) + "\n"


def file_name(name: str) -> str:
    """What the file of a schema is called."""
    return f"{name}.schema.json"


def editor_settings(folder: str) -> str:
    """The setting by which editors find each schema, as a file to copy; `folder` is where the schemas are."""
    schemas = {f"{folder}/{file_name(name)}": list(patterns_of(name)) for name in NAMES}
    return json.dumps({"yaml.schemas": schemas}, ensure_ascii=False, indent=2) + "\n"
