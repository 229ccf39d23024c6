"""What every record has in common: frozen, nothing unknown, a label in both languages on every field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from integrity_cli.domain.scalars import OneOf, Prose
from integrity_cli.lang import Text, both


class Record(BaseModel):
    """A record or a part of one. Its fields carry their label as a `Text` in their annotation."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        """Named properties computed from the record's own fields, usable by rules like fields."""
        return {}


class Both(Record):
    """A phrase that a record gives in both languages."""

    zh: Annotated[Prose, Text("中文", "Chinese")]
    en: Annotated[Prose, Text("英文", "English")]

    @cached_property
    def text(self) -> Text:
        """The phrase as a text; braces in it stand for themselves."""
        return both(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a field by its dotted name: its label, type and closed list, if it has one."""

    label: Text
    type: Any
    choices: OneOf | None
    many: bool


def label_of(model: type[Record], name: str) -> Text:
    """The label of a field or derived field; KeyError where there is none."""
    if name in model.derived():
        return model.derived()[name]
    for mark in model.model_fields[name].metadata:
        if isinstance(mark, Text):
            return mark
    raise KeyError(f"{model.__name__}.{name} has no label")


@cache
def find_field(model: type[Record], dotted: str) -> Field | None:
    """The field that a dotted name leads to from a record, through lists and parts; None if there is none."""
    first, _, rest = dotted.partition(".")
    if first in model.derived():
        returned = get_type_hints(getattr(model, first).fget)["return"]
        return None if rest else Field(model.derived()[first], unwrapped(returned)[0], None, many=False)
    if first not in model.model_fields:
        return None
    info = model.model_fields[first]
    inner, choices, many = unwrapped(info.annotation)
    choices = choices or next((mark for mark in info.metadata if isinstance(mark, OneOf)), None)
    if not rest:
        return Field(label_of(model, first), inner, choices, many)
    return find_field(inner, rest) if isinstance(inner, type) and issubclass(inner, Record) else None


def values_at(record: object, dotted: str) -> Iterator[Any]:
    """The values a dotted name leads to, lists walked in order; absent values are left out."""
    first, _, rest = dotted.partition(".")
    value = getattr(record, first, None)
    for one in value if isinstance(value, tuple) else (value,):
        if one is None:
            continue
        if rest:
            yield from values_at(one, rest)
        else:
            yield one


def as_text(value: object) -> str:
    """A value in the one form in which rubrics name it and explanations print it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def unwrapped(annotation: Any) -> tuple[Any, OneOf | None, bool]:
    """The type inside Optional, Annotated and tuple[...], its closed list, and whether there are many."""
    choices, many = None, False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *marks = get_args(annotation)
            choices = choices or next((mark for mark in marks if isinstance(mark, OneOf)), None)
        elif origin is tuple:
            annotation, many = get_args(annotation)[0], True
        elif origin in (Union, UnionType) and type(None) in get_args(annotation):
            annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
        else:
            return annotation, choices, many
