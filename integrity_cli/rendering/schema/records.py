"""Records in schemas: the walk over the models, one definition for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from pydantic.fields import FieldInfo

from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.record import Both, Record, as_text, label_of
from integrity_cli.domain.scalars import Line, Scalar
from integrity_cli.lang import Lang, Text
from integrity_cli.reading import shape_kinds as kinds
from integrity_cli.reading.layout import Place
from integrity_cli.rendering.schema import words
from integrity_cli.rendering.schema.annotations import Holds, holds
from integrity_cli.rendering.schema.forms_of_facts import SHAPES
from integrity_cli.rendering.schema.snippets import item_snippets, part_snippets, record_snippet
from integrity_cli.rendering.schema.unions import entry_schema, rule_schema
from integrity_cli.rendering.schema.values import (
    ABSENT,
    APART,
    Schema,
    begun_with,
    choice_schema,
    is_flat,
    list_schema,
    map_expected,
    map_schema,
    not_absent,
    required,
    scalar_schema,
)
from integrity_cli.rubric.facts import Fact, Measuring
from integrity_cli.rubric.model import Part, Parts
from integrity_cli.rubric.result_clauses import Block, ResultRule
from integrity_cli.rubric.rules import RULES

Fields = Mapping[str, tuple[type[Record], FieldInfo]]
"""Fields by their keys, each with the model that labels it."""

FLAT: tuple[type[Record], ...] = (Part, ResultRule)
"""Records whose `rule` is written flat: its options stand beside their own fields."""


SHARED: Mapping[type[Record], Text] = {
    Both: words.IN_BOTH_LANGUAGES,
    Fact: words.FACT,
    Block: words.BLOCK,
}
"""Records that stand under several labels. Their own title keeps an editor from showing that of another field."""


class Export:
    """Writes records as schemas in one language, and keeps the definitions that they refer to."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._definitions: dict[str, Schema] = {}

    def definitions(self) -> dict[str, Schema]:
        """Every definition used so far, by name."""
        return dict(sorted(self._definitions.items()))

    def whole(self, place: Place) -> Schema:
        """The record of a place, with a snippet that begins one."""
        label = words.NEW_RECORD.of(record=place.label).say(self.lang)
        return {
            "title": place.label.say(self.lang),
            "description": words.about_record(place.label, place.glob, self.lang),
            **self._object(_fields(place.model)),
            "defaultSnippets": [{"label": label, "body": record_snippet(place.model)}],
        }

    def _defined(self, name: str, written: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is written when it is first asked for."""
        if name not in self._definitions:
            self._definitions[name] = {}  # what refers to itself finds its name taken
            self._definitions[name] = written()
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, fields: Fields, *, of_the_kind: str | None = None) -> Schema:
        """A map with these keys and no others; each thing that may be wrong has its own words."""
        needed = {key: label_of(model, key) for key, (model, info) in fields.items() if info.is_required()}
        properties: Schema = {key: self._of_entries(key, *field) for key, field in fields.items()}
        if of_the_kind:
            properties["kind"] = True  # the entry itself has looked at it
            del needed["kind"]
        return {
            "properties": properties,
            "additionalProperties": False,
            "errorMessage": words.not_among(kinds.UNKNOWN_KEY, tuple(fields), self.lang),
            "allOf": [map_expected(self.lang), *(required(key, label, self.lang) for key, label in needed.items())],
        }

    def _of_entries(self, key: str, model: type[Record], info: FieldInfo) -> Schema:
        """A field; what all entries share is written once."""
        shared = issubclass(model, Entry) and key in Entry.model_fields
        return (
            self._defined(f"Entry.{key}", lambda: self._property(key, model, info))
            if shared
            else self._property(key, model, info)
        )

    def _property(self, key: str, model: type[Record], info: FieldInfo) -> Schema:
        """A field: its label, how it is written, and what may stand there; what is optional may be absent."""
        label, held = label_of(model, key), holds(info.annotation, tuple(info.metadata))
        value = self._value(held)
        about = words.about_field(
            label, required=info.is_required(), default=_default(info), form=self._form(held), lang=self.lang
        )
        schema: Schema = {
            "title": label.say(self.lang),
            "description": about,
            "anyOf": [value if "$ref" in value else APART | value, ABSENT],
        }
        if info.is_required():
            schema |= not_absent(key, label, self.lang)
        if snippets := part_snippets(label.say(self.lang), held):
            schema["defaultSnippets"] = snippets
        if held.items is not None and (begun := item_snippets(label.say(self.lang), held.items, self.lang)):
            schema["allOf"] = [begun_with(begun)]
        return schema

    def _form(self, held: Holds) -> str:
        """How a value is written, where that is worth saying before it is wrong."""
        if held.scalar is not None and held.scalar.trouble != "text_expected":
            return words.trouble(held.scalar.trouble, self.lang)
        return words.trouble("tuple_type", self.lang) if held.items is not None else ""

    def _value(self, held: Holds) -> Schema:
        """What may stand in a place; whether it may be absent is the field's business."""
        if held.choices is not None:
            return choice_schema(held.choices.values, self.lang)
        if held.scalar is not None:
            return self._scalar(held.scalar)
        if held.items is not None:
            return list_schema(self._value(holds(held.items)), self.lang)
        if held.values is not None:
            return map_schema(self._value(holds(held.values)), self.lang)
        if held.model is not None:
            return self._record(held.model, or_name=held.prepared and held.model not in FLAT)
        return self._union(held.arms)

    def _scalar(self, scalar: Scalar) -> Schema:
        shape = SHAPES.get(scalar.parse)
        schema = shape(self.lang) if shape else scalar_schema(scalar, self.lang)
        name = scalar.parse.__name__.removeprefix("parse_")
        return self._defined(name, lambda: APART | schema) if is_flat(schema) else schema

    def _record(self, model: type[Record], *, or_name: bool = False) -> Schema:
        """A record; a fact may also be the name of one."""
        if model in FLAT:
            return self._defined(model.__name__, lambda: self._flat(model))
        title = {"title": SHARED[model].say(self.lang)} if model in SHARED else {}
        written = self._defined(model.__name__, lambda: title | self._object(_fields(model)))
        if not or_name:
            return written
        return {"if": {"type": "object"}, "then": written, "else": self._value(holds(Line))}

    def _union(self, arms: tuple[str, ...]) -> Schema:
        """An entry of the ledger, or a rule, by the tags of its arms."""
        if set(arms) <= KINDS.keys():
            return self._defined("Entry", lambda: entry_schema({kind: self._kind(kind) for kind in arms}, self.lang))
        if set(arms) <= RULES.keys():
            return self._defined(
                "Rule", lambda: rule_schema({key: self._record(RULES[key]) for key in arms}, self.lang)
            )
        branches = {"parts": self._record(Parts)} | {key: self._record(rule) for key, rule in RULES.items()}
        return self._defined("RuleOrParts", lambda: rule_schema(branches, self.lang))

    def _kind(self, kind: str) -> Schema:
        model = KINDS[kind]
        return self._defined(model.__name__, lambda: self._object(_fields(model), of_the_kind=kind))

    def _flat(self, model: type[Record]) -> Schema:
        """A record whose rule is written flat: for each rule, its own fields and the rule's together."""
        own = {key: field for key, field in _fields(model).items() if key != "rule"}
        together = {key: own | _fields(rule) for key, rule in RULES.items()}
        branches = {
            key: self._defined(f"{model.__name__}.{key}", partial(self._object, fields))
            for key, fields in together.items()
        }
        return rule_schema(branches, self.lang)


def _fields(model: type[Record]) -> dict[str, tuple[type[Record], FieldInfo]]:
    return {key: (model, info) for key, info in model.model_fields.items()}


def _default(info: FieldInfo) -> str | None:
    """What is taken where a field is left out, if that is a value that could be written."""
    value = info.default.name if isinstance(info.default, Measuring) else info.default
    return None if info.is_required() or value is None or value in ((), {}) else as_text(value)
