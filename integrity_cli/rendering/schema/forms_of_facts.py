"""What a rubric may write for a fact in more than one form: kinds, findings, measures, conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from integrity_cli.domain.decisions import FINDING_KIND
from integrity_cli.domain.evidence import KINDS
from integrity_cli.lang import Lang, Text
from integrity_cli.rendering.schema import words
from integrity_cli.rendering.schema.values import Schema, choice_schema
from integrity_cli.rubric.facts import NUMBER, parse_findings, parse_kinds, parse_measuring, parse_test
from integrity_cli.rubric.measures import MEASURES


def _one_or_more(values: dict[str, Text], lang: Lang) -> Schema:
    one = choice_schema(values, lang)
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _kinds(lang: Lang) -> Schema:
    return _one_or_more({name: kind.kind_label for name, kind in KINDS.items()}, lang)


def _findings(lang: Lang) -> Schema:
    return _one_or_more(dict(FINDING_KIND.values), lang)


def _measuring(lang: Lang) -> Schema:
    """A word alone, or a word with the field that it measures."""
    alone = {name: measure.words for name, measure in MEASURES.items() if not measure.needs_field}
    said = words.trouble("measure_form", lang)
    fields = {name: {"type": "string", "minLength": 1} for name, one in MEASURES.items() if one.needs_field}
    of_field = {"properties": fields, "additionalProperties": False, "minProperties": 1, "maxProperties": 1}
    return {
        "if": {"type": "object"},
        "then": of_field | {"errorMessage": said},
        "else": choice_schema(alone, lang) | {"errorMessage": said},
    }


def _test(lang: Lang) -> Schema:
    """`present`, a value, a list of values, two ends, or a window."""
    value = {"type": ["string", "number", "boolean"]}
    bound = {"type": ["string", "number"], "pattern": f"^(?:{NUMBER.pattern})$"}
    ends = {"properties": {"min": bound, "max": bound}, "additionalProperties": False, "minProperties": 1}
    window = {key: {"type": "string"} for key in ("in", "reaches")}
    within = {"properties": window, "additionalProperties": False, "minProperties": 1, "maxProperties": 1}
    return {
        "anyOf": [
            value | {"errorMessage": words.trouble("test_form", lang)},
            {"type": "array", "items": value, "minItems": 1},
            {"type": "object"} | ends,
            {"type": "object"} | within,
        ]
    }


SHAPES: dict[Callable[[object], Any], Callable[[Lang], Schema]] = {
    parse_kinds: _kinds,
    parse_findings: _findings,
    parse_measuring: _measuring,
    parse_test: _test,
}
"""The parsers that take more than one value, with what may stand there."""
