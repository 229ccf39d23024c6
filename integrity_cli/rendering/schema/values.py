"""Single values in schemas: scalars as an editor that gives them types sees them, and closed lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from integrity_cli.domain.diagnostic import Kind
from integrity_cli.domain.scalars import Scalar
from integrity_cli.lang import Lang, Text
from integrity_cli.reading import shape_kinds as kinds
from integrity_cli.rendering.schema import words

Schema = dict[str, Any]

APART: Schema = {"properties": {}}
"""Says nothing, and keeps yaml-language-server from taking two alternatives for one and naming a field twice."""

ABSENT: Schema = APART | {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""Nothing after the key, which an editor sees as null. Said in this way, no editor offers to write `null`."""


def scalar_schema(scalar: Scalar, lang: Lang) -> Schema:
    """A scalar: the types an editor may see in it, its limits, its forms and its length."""
    said = words.trouble(scalar.trouble, lang)
    schema: Schema = {"type": list(scalar.seen_as), "errorMessage": said, **scalar.limits}
    if scalar.trouble == "text_expected":
        # Were its types named outright, editors would offer true and false for every line of text.
        schema = {"if": {"type": ["object", "array", "null"]}, "then": {"type": "string", "errorMessage": said}}
    if scalar.trouble == "yes_no_form":
        schema["defaultSnippets"] = [{"label": word, "body": word} for word in ("yes", "no")]
    return schema | _formed(scalar.forms, scalar.longest, lang)


def _formed(forms: tuple[tuple[str, str], ...], longest: int | None, lang: Lang) -> Schema:
    """Patterns one after another: the next is looked at only in a text that has this one, so one cause is told once."""
    if not forms:
        return _no_longer(longest)
    (pattern, trouble), *more = forms
    schema: Schema = {"pattern": f"^(?:{pattern})$", "patternErrorMessage": words.trouble(trouble, lang)}
    if then := _formed(tuple(more), longest, lang):
        schema["allOf"] = [{"if": {"type": "string", "pattern": schema["pattern"]}, "then": then}]
    return schema


def _no_longer(longest: int | None) -> Schema:
    """Characters without the blanks at both ends; `maxLength` alone counts those, and some editors count otherwise."""
    if longest is None:
        return {}
    fits = {"pattern": rf"^\s*[\s\S]{{0,{longest}}}\s*$"}
    return {"if": {"type": "string", "not": fits}, "then": {"maxLength": longest}}


def choice_schema(values: Mapping[str, Text], lang: Lang, kind: Kind = kinds.NOT_IN_LIST) -> Schema:
    """A closed list with the label of each value."""
    return {
        "enum": list(values),
        "markdownEnumDescriptions": [label.say(lang) for label in values.values()],
        "errorMessage": words.not_among(kind, tuple(values), lang),
    }


def is_flat(schema: Schema) -> bool:
    """Whether a schema holds no others; only then can fields share it, or editors show one under another's title."""
    return not schema.keys() & {"allOf", "anyOf", "if"}


def list_schema(items: Schema, lang: Lang) -> Schema:
    """A list of what belongs in it."""
    return {"type": "array", "items": items, "errorMessage": words.trouble("tuple_type", lang)}


def map_schema(values: Schema, lang: Lang) -> Schema:
    """Names of the writer's own to values."""
    return {"type": "object", "additionalProperties": values, "errorMessage": words.trouble("dict_type", lang)}


def map_expected(lang: Lang) -> Schema:
    """That a map belongs here; apart from the rest of it, so that it has words of its own."""
    return {"type": "object", "errorMessage": words.trouble("model_type", lang)}


def required(key: str, label: Text, lang: Lang) -> Schema:
    """That a map has a key; a condition for each, so that each is named in our words."""
    return {"required": [key], "errorMessage": words.missing(key, label, lang)}


def not_absent(key: str, label: Text, lang: Lang) -> Schema:
    """That something must follow a key; without it the key is as good as missing, and the words are the same."""
    return {"if": {"type": "null"}, "then": {"type": "string", "errorMessage": words.missing(key, label, lang)}}


def begun_with(snippets: list[Schema]) -> Schema:
    """Snippets for a list that has no item yet; in one that has, they would be offered inside the items."""
    return {"if": {"type": "array"}, "else": {"defaultSnippets": snippets}}
