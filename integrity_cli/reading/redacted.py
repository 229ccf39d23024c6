"""What was removed by decision is not missing: its place is filled before a record is judged by its shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.office import Redaction, Redactions
from integrity_cli.reading import layout
from integrity_cli.reading.dialect import Plain

REMOVED = "（已删除 removed）"
"""What is read where a decision took something out; never written into a file."""


def fill(path: str, data: Plain, redactions: Redactions | None, missing: frozenset[Route]) -> None:
    """Puts `REMOVED` where a missing text was taken out by decision."""
    for one in redactions.redactions if redactions else ():
        for name in one.fields if concerns(one, path) else ():
            owner, last = _owner(data, one, name)
            if isinstance(owner, dict) and (*_base(data, one), *_steps(name)) in missing:
                owner[last] = REMOVED


def concerns(one: Redaction, path: str) -> bool:
    """Whether a redaction speaks of a file. An entry is known by its id, and may have moved between files since."""
    moved = one.entry is not None and _ledger_of(one.path) is not None and _ledger_of(one.path) == _ledger_of(path)
    return moved or one.path == path


def without(data: Plain, redactions: Iterable[Redaction]) -> Plain:
    """The data of a file with exactly those fields taken out that redactions name."""
    left = deepcopy(data)
    for one in redactions:
        for name in one.fields:
            owner, last = _owner(left, one, name)
            if isinstance(owner, dict):
                owner.pop(str(last), None)
    return left


def still_there(data: Plain, one: Redaction) -> Iterator[Route]:
    """The routes of fields that a redaction says were removed, and that hold something all the same."""
    for name in one.fields:
        owner, last = _owner(data, one, name)
        if isinstance(owner, dict) and last in owner:
            yield (*_base(data, one), *_steps(name))


def leads_nowhere(data: Plain, one: Redaction) -> Iterator[str]:
    """The fields of a redaction in which no part of the file could ever have held anything."""
    for name in one.fields:
        owner, last = _owner(data, one, name)
        if not isinstance(owner, dict) or not isinstance(last, str):
            yield name


def has_entry(data: Plain, entry: str) -> bool:
    """Whether a ledger holds an entry."""
    return any(isinstance(one, dict) and one.get("id") == entry for one in _entries(data))


def _ledger_of(path: str) -> str | None:
    """The unit whose ledger a path belongs to."""
    placed = layout.recognise(path)
    return placed.unit if placed is not None and placed.place.name == "evidence" else None


def _base(data: Plain, one: Redaction) -> Route:
    """The route to what the fields of a redaction are counted from: its entry, or the top of the file."""
    if one.entry is None:
        return ()
    places = [n for n, found in enumerate(_entries(data)) if isinstance(found, dict) and found.get("id") == one.entry]
    return ("entries", places[0]) if places else ("entries", -1)


def _owner(data: Plain, one: Redaction, name: str) -> tuple[Any, str | int]:
    """The map that holds, or held, a field, and the field's own name; None where the way to it breaks off."""
    *steps, last = (*_base(data, one), *_steps(name))
    return _at(data, steps), last


def _at(data: Any, steps: Iterable[str | int]) -> Any:
    for step in steps:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def _entries(data: Plain) -> list[Plain]:
    entries = data.get("entries") if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def _steps(name: str) -> Route:
    """`goals.2.goal` as a route; items are counted from 1, as people count."""
    return tuple(int(step) - 1 if step.isdecimal() else step for step in name.split("."))
