"""Every text that people wrote into a record, with the way to it: lines and prose, never ids or closed lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Line, Prose, Scalar

_WRITTEN = tuple(mark.parse for kind in (Line, Prose) for mark in get_args(kind) if isinstance(mark, Scalar))


def texts_in(record: Record, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The lines and prose of a record and of the records inside it, in the order of their fields."""
    for name, is_text in _places(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        for step, one in _each(value):
            if isinstance(one, Record):
                yield from texts_in(one, (*route, name, *step))
            elif is_text and isinstance(one, str):
                yield (*route, name, *step), one


def _each(value: Any) -> Iterable[tuple[Route, Any]]:
    """The one value of a field, or the several, each with the step to it."""
    if isinstance(value, Mapping):
        return (((key,), one) for key, one in value.items())
    return (((number,), one) for number, one in enumerate(value)) if isinstance(value, tuple) else (((), value),)


@cache
def _places(model: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that hold text or records, and whether they hold text."""
    places = []
    for name, info in model.model_fields.items():
        marks = {mark.parse for mark in _marks_of((info.annotation, *info.metadata)) if isinstance(mark, Scalar)}
        is_text = not marks.isdisjoint(_WRITTEN)
        if is_text or _holds_records(info.annotation):
            places.append((name, is_text))
    return tuple(places)


def _marks_of(annotation: Any) -> Iterator[Any]:
    """Everything inside an annotation, however deep."""
    for part in annotation if isinstance(annotation, tuple) else get_args(annotation):
        yield part
        yield from _marks_of(part)


def _holds_records(annotation: Any) -> bool:
    return any(isinstance(one, type) and issubclass(one, Record) for one in (annotation, *_marks_of(annotation)))
