"""Snippets: what an editor puts in at a word. Its stops are empty, so that nothing left over passes as content.

A key with nothing after it is an absent key: a stop that is left is a missing field, or no field at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.record import Record
from integrity_cli.lang import Lang
from integrity_cli.rendering.schema import words
from integrity_cli.rendering.schema.annotations import Holds, holds


def record_snippet(model: type[Record]) -> Any:
    """What a record cannot be without, with a stop for each value."""
    return _fields(model, _stops())


def entry_snippets(lang: Lang) -> list[dict[str, Any]]:
    """A whole ledger entry of each kind."""
    return [
        {"label": words.NEW_ENTRY.of(label=model.kind_label, kind=kind).say(lang), "body": _entry(kind, model)}
        for kind, model in KINDS.items()
    ]


def _entry(kind: str, model: type[Entry]) -> dict[str, str]:
    """What every entry needs, then all that this kind says."""
    stops = _stops()
    needed = {name for name, info in Entry.model_fields.items() if info.is_required()}
    names = [name for name in model.model_fields if name in needed or name not in Entry.model_fields]
    return {name: kind if name == "kind" else next(stops) for name in names}


def part_snippets(label: str, held: Holds) -> list[dict[str, Any]]:
    """What a part cannot be without; none for one value, or for a part that needs nothing."""
    body = _body(held, _stops()) if held.model is not None and not held.prepared else None
    return [{"label": label, "body": body}] if isinstance(body, dict) else []


def item_snippets(label: str, items: Any, lang: Lang) -> list[dict[str, Any]]:
    """The first item of a list: an entry of each kind, or what a part cannot be without; none for single values."""
    item = holds(items)
    found = entry_snippets(lang) if set(item.arms) == KINDS.keys() else part_snippets(label, item)
    return [{**one, "type": "array"} for one in found]


def _stops() -> Iterator[str]:
    return (f"${number}" for number in count(1))


def _fields(model: type[Record], stops: Iterator[str]) -> Any:
    return {
        name: _body(holds(info.annotation, tuple(info.metadata)), stops)
        for name, info in model.model_fields.items()
        if info.is_required()
    }


def _body(held: Holds, stops: Iterator[str]) -> Any:
    if held.items is not None:
        return [_body(holds(held.items), stops)]
    if held.model is not None and not held.prepared:
        return _fields(held.model, stops) or next(stops)
    return next(stops)
