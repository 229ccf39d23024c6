"""Reading the annotations of the models: what kind of thing a field holds."""

from __future__ import annotations

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator, Tag

from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import OneOf, Scalar


@dataclass(frozen=True, slots=True)
class Holds:
    """What a field holds, exactly one of these; `inner` is the annotation of what a list or a map is made of.

    `model` with `prepared` is a record that may be written in another way too.
    """

    choices: OneOf | None = None
    scalar: Scalar | None = None
    items: Any = None
    values: Any = None
    model: type[Record] | None = None
    prepared: bool = False
    arms: tuple[str, ...] = ()


def holds(annotation: Any, marks: tuple[Any, ...] = ()) -> Holds:
    """What stands where an annotation is, absence left aside; `marks` are those that pydantic took off it."""
    choices = next((mark for mark in marks if isinstance(mark, OneOf)), None)
    scalar = next((mark for mark in marks if isinstance(mark, Scalar)), None)
    if choices or scalar:
        return Holds(choices=choices, scalar=scalar)
    inner, origin = [one for one in get_args(annotation) if one is not type(None)], get_origin(annotation)
    if origin is Annotated:
        return holds(inner[0], (*inner[1:], *marks))
    if origin in (Union, UnionType):
        return holds(inner[0], marks) if len(inner) == 1 else Holds(arms=tuple(_tags(inner)))
    if origin is None:
        return Holds(model=annotation, prepared=any(isinstance(mark, BeforeValidator) for mark in marks))
    return Holds(items=inner[0]) if origin is tuple else Holds(values=inner[1])


def _tags(arms: list[Any]) -> list[str]:
    """The tags of a tagged union, in order."""
    return [mark.tag.removeprefix("=") for arm in arms for mark in get_args(arm)[1:] if isinstance(mark, Tag)]
