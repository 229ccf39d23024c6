"""What differs between two states of the units' folders, told by entry, record and file, as people would tell it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from integrity_cli.domain.scalars import parse_entry_id
from integrity_cli.reading import dialect, layout
from integrity_cli.sources import Source, Unreadable

UNITS = "records/units/"


class Difference(NamedTuple):
    """An entry, a record or a file of a unit that one state has otherwise than another."""

    unit: str
    sort: str
    name: str
    change: str


class Place(NamedTuple):
    """What a path below records/units/ holds: a record of a unit by its name, or a file by its path in the folder."""

    unit: str
    sort: str
    name: str


def stage_of(path: str) -> str | None:
    """The stage whose snapshot freezes a path: the plan's is planning, that of all else of a unit the self-check."""
    if not path.startswith(UNITS):
        return None
    return "planning" if place_of(path).name == "plan" else "self_check"


def place_of(path: str) -> Place:
    """What a path below records/units/ is to the unit in whose folder it lies."""
    unit, _, inside = path.removeprefix(UNITS).partition("/")
    placed = layout.recognise(path)
    return Place(unit, "file", inside or unit) if placed is None else Place(unit, "record", placed.place.name)


def paths_of(paths: Collection[str], unit: str, record: str) -> tuple[str, ...]:
    """The files that make up one record of a unit; a ledger may have several."""
    wanted = Place(unit, "record", record)
    return tuple(path for path in paths if path.startswith(UNITS) and place_of(path) == wanted)


def differences(before: Source, after: Source, stage: str) -> Iterator[Difference]:
    """What of the content that a stage freezes differs, unit by unit."""
    sources = (before, after)
    states = [read_all(source, [path for path in source.paths() if stage_of(path) == stage]) for source in sources]
    old, new = states
    differing = [path for path in sorted(old.keys() | new.keys()) if old.get(path) != new.get(path)]
    for place in sorted({place_of(path) for path in differing}, key=_records_first):
        if place.sort == "file":
            path = next(path for path in differing if place_of(path) == place)
            if _bare(old.get(path)) != _bare(new.get(path)):
                yield Difference(*place, _change(path in old, path in new))
            continue
        sides = [{path: content for path, content in state.items() if place_of(path) == place} for state in states]
        yield from _of_record(place, *sides)


def said_by(files: Mapping[str, bytes | str]) -> Any:
    """What the files of one record say, the same for two ways of writing it; a ledger by its entries."""
    data = {path: _plain(path, content) for path, content in files.items()}
    return entries_of(data) or [data[path] for path in sorted(data)]


def entries_of(data: Mapping[str, Any]) -> dict[str, Any] | None:
    """The entries of a ledger by their ids; None where these files are none that could be taken apart so."""
    found: dict[str, Any] = {}
    for one in data.values():
        if not isinstance(one, dict) or one.keys() != {"entries"} or not isinstance(one["entries"], list):
            return None
        for entry in one["entries"]:
            id_ = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(id_, str) or not _is_entry_id(id_) or id_ in found:
                return None
            found[id_] = entry
    return found


def read_all(source: Source, paths: Collection[str]) -> dict[str, bytes | str]:
    """The content of files; of what is no ordinary file, the reason."""
    return {path: _content(source, path) for path in paths}


def _of_record(place: Place, old: dict[str, bytes | str], new: dict[str, bytes | str]) -> Iterator[Difference]:
    if place.name == "evidence":
        sides = [entries_of({path: _plain(path, content) for path, content in side.items()}) for side in (old, new)]
        was, now = sides
        if was is not None and now is not None:
            for id_ in sorted(was.keys() | now.keys(), key=_by_number):
                if was.get(id_) != now.get(id_):
                    yield Difference(place.unit, "entry", id_, _change(id_ in was, id_ in now))
            return
    if said_by(old) != said_by(new):
        yield Difference(*place, _change(bool(old), bool(new)))


def _records_first(place: Place) -> tuple[str, bool, str]:
    return place.unit, place.sort == "file", place.name


def _change(was: bool, now: bool) -> str:  # noqa: FBT001 - what was and what is, side by side
    return "changed" if was and now else "added" if now else "removed"


def _content(source: Source, path: str) -> bytes | str:
    try:
        return source.read(path)
    except Unreadable as problem:
        return problem.reason


def _bare(content: bytes | str | None) -> bytes | str | None:
    """A clone on Windows may end the lines of a text in its own way; that changes no word."""
    return content.replace(b"\r\n", b"\n") if isinstance(content, bytes) else content


def _plain(path: str, content: bytes | str) -> Any:
    """What a record says, or its bytes where it cannot be read."""
    data = dialect.read(path, content).data if isinstance(content, bytes) else None
    return _bare(content) if data is None else data


def _is_entry_id(value: str) -> bool:
    try:
        parse_entry_id(value)
    except PydanticCustomError:
        return False
    return True


def _by_number(id_: str) -> tuple[str, int, str]:
    series, number = re.fullmatch(r"([A-Z]+)-([0-9]+)", id_).groups()  # type: ignore[union-attr]
    return series, int(number), id_
