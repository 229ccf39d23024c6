"""Family S: pydantic's errors told in our words, by their type; its own text and input are never shown."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Annotated, Any, get_args, get_origin

from pydantic import Tag, ValidationError

from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route
from integrity_cli.domain.evidence import Entry
from integrity_cli.domain.record import Record, label_of, unwrapped
from integrity_cli.domain.scalars import Scalar, parse_line, parse_prose
from integrity_cli.lang import Text, verbatim
from integrity_cli.reading import shape_kinds as kinds

BY_TROUBLE = {
    "date_form": kinds.DATE_FORM,
    "date_not_in_calendar": kinds.NO_SUCH_DAY,
    "number_form": kinds.NUMBER_FORM,
    "points_form": kinds.POINTS_FORM,
    "count_form": kinds.COUNT_FORM,
    "yes_no_form": kinds.YES_NO_FORM,
    "url_form": kinds.URL_FORM,
    "digest_form": kinds.DIGEST_FORM,
    "commit_form": kinds.COMMIT_FORM,
    "slug_form": kinds.SLUG_FORM,
    "entry_id_form": kinds.ENTRY_ID_FORM,
    "attachment_form": kinds.ATTACHMENT_FORM,
    "text_expected": kinds.TEXT_EXPECTED,
    "text_empty": kinds.TEXT_EMPTY,
    "line_expected": kinds.LINE_EXPECTED,
    "model_type": kinds.MAP_EXPECTED,
    "model_attributes_type": kinds.MAP_EXPECTED,
    "dict_type": kinds.MAP_EXPECTED,
    "mapping_type": kinds.MAP_EXPECTED,
    "tuple_type": kinds.LIST_EXPECTED,
    "measure_form": kinds.MEASURE_FORM,
    "above_zero": kinds.ABOVE_ZERO,
    "test_form": kinds.TEST_FORM,
    "unknown_rule": kinds.UNKNOWN_RULE,
}
"""The kind of finding for an error whose type says it all; schemas for editors use the same words."""


def findings(path: str, model: type[Record], data: Any, problem: ValidationError) -> Iterator[Diagnostic]:
    """What keeps plain data from being a record: one finding for each cause."""
    found = [
        _finding(path, model, data, error["type"], error["loc"], error.get("ctx", {}))
        for error in problem.errors(include_input=False, include_url=False)
    ]
    # A misspelt key is one cause: the field that it was meant for is not missing besides.
    meant = {(one.route[:-1], str(one.message.facts["nearest"])) for one in found if "nearest" in one.message.facts}
    for one in found:
        if one.kind is not kinds.MISSING or (one.route, str(one.message.facts["field"])) not in meant:
            yield one


def missing_texts(model: type[Record], data: Any, problem: ValidationError) -> frozenset[Route]:
    """The routes of texts that a record must have and has not."""
    found = set()
    for error in problem.errors(include_input=False, include_url=False):
        if error["type"] == "missing":
            owner, name = _model_at(model, error["loc"][:-1]), str(error["loc"][-1])
            marks = owner.model_fields[name].metadata if isinstance(owner, type) and issubclass(owner, Record) else ()
            if any(isinstance(mark, Scalar) and mark.parse in {parse_line, parse_prose} for mark in marks):
                found.add((*_walk(data, error["loc"])[0], name))
    return frozenset(found)


def _finding(path: str, model: type[Record], data: Any, kind: str, loc: tuple[int | str, ...], ctx: Any) -> Diagnostic:
    route, value = _walk(data, loc)
    if kind == "missing":
        owner = _model_at(model, loc[:-1])
        return kinds.MISSING.at(path, route, field=loc[-1], label=_label(owner, str(loc[-1])))
    if kind == "extra_forbidden":
        known = tuple(getattr(_model_at(model, loc[:-1]), "model_fields", ()))
        return _with_nearest(kinds.UNKNOWN_KEY, kinds.UNKNOWN_KEY_NEAR, path, route, str(loc[-1]), known, key=True)
    if kind == "not_in_list":
        return _with_nearest(kinds.NOT_IN_LIST, kinds.NOT_IN_LIST_NEAR, path, route, value, ctx["choices"])
    if kind == "unknown_kind":
        return _unknown_kind(path, model, data, loc)
    if kind == "text_too_long":
        return kinds.TEXT_TOO_LONG.at(path, route, **ctx)
    return BY_TROUBLE[kind].at(path, route)


def _unknown_kind(path: str, model: type[Record], data: Any, loc: tuple[int | str, ...]) -> Diagnostic:
    """An entry that is no entry, has no kind, or one that nobody knows."""
    route, value = _walk(data, loc)
    if not isinstance(value, dict):
        return kinds.MAP_EXPECTED.at(path, route)
    if "kind" not in value:
        return kinds.MISSING.at(path, route, field="kind", label=_label(Entry, "kind"))
    choices = tuple(_tags(_model_at(model, loc)))
    return _with_nearest(kinds.UNKNOWN_KIND, kinds.UNKNOWN_KIND_NEAR, path, (*route, "kind"), value["kind"], choices)


def _with_nearest(
    plain: Kind, near: Kind, path: str, route: Route, value: Any, choices: tuple[str, ...], **at: Any
) -> Diagnostic:
    """The finding, naming the nearest known spelling where there is one."""
    close = get_close_matches(value, choices, 1, 0.6) if isinstance(value, str) else []
    facts: dict[str, Any] = {"choices": choices, "count": len(choices)}
    return near.at(path, route, nearest=close[0], **facts, **at) if close else plain.at(path, route, **facts, **at)


def _walk(data: Any, loc: tuple[int | str, ...]) -> tuple[Route, Any]:
    """The route in the file for pydantic's own, which also names tags and steps of ours; and what stands there."""
    route: list[int | str] = []
    for step in loc:
        inside_map = isinstance(data, dict) and step in data
        inside_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if inside_map or inside_list:
            route.append(step)
            data = data[step]
    return tuple(route), data


def _model_at(model: Any, loc: tuple[int | str, ...]) -> Any:
    """The model, or the union of models, that a location of pydantic's lies in."""
    for step in loc:
        if isinstance(step, int):
            continue
        if step.startswith("="):
            model = _tags(model).get(step[1:], model)
        elif isinstance(model, type) and issubclass(model, Record) and step in model.model_fields:
            model = unwrapped(model.model_fields[step].annotation)[0]
        elif step == "[key]":
            continue
    return model


def _tags(union: Any) -> dict[str, Any]:
    """The models of a tagged union by their tags."""
    tagged: dict[str, Any] = {}
    for arm in get_args(union):
        if get_origin(arm) is Annotated:
            inner, *marks = get_args(arm)
            tagged |= {mark.tag.removeprefix("="): inner for mark in marks if isinstance(mark, Tag)}
    return tagged


def _label(model: Any, name: str) -> Text:
    return label_of(model, name) if isinstance(model, type) and issubclass(model, Record) else verbatim(name)
