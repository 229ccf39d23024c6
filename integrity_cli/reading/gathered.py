"""Files gathered from several commits, or held in memory: single entries put in, and fields taken out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from integrity_cli.domain.office import Redactions
from integrity_cli.domain.scalars import parse_attachment
from integrity_cli.reading import dialect, redacted
from integrity_cli.reading.late import UNITS, entries_of, paths_of, read_all, said_by
from integrity_cli.sources import GitProblem, Source, Unreadable


class Gathered:
    """Files by path, each read from the commit that it was taken from, or with bytes of its own."""

    def __init__(self, found: Mapping[str, Source | bytes] | None = None) -> None:
        self._found = dict(found or {})

    def copy(self) -> Gathered:
        return Gathered(self._found)

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self._found))

    def read(self, path: str) -> bytes:
        found = self._found[path]
        return found if isinstance(found, bytes) else found.read(path)

    def at(self, commit: str) -> Source:
        """These files have no history of their own."""
        raise GitProblem(commit)

    def take(self, source: Source, paths: Iterable[str]) -> None:
        """Takes files from a commit, in place of those that have their paths."""
        self._found.update(dict.fromkeys(paths, source))

    def drop(self, path: str) -> None:
        """Leaves a file out."""
        self._found.pop(path, None)

    def said(self, unit: str, record: str) -> Any:
        """What one record of a unit says."""
        return said_by(read_all(self, paths_of(self.paths(), unit, record)))

    def write_entry(self, unit: str, entry: dict[str, Any]) -> None:
        """Puts an entry in the place of the one with its id, or, where there is none, into a file beside the ledger."""
        for path, data in _ledgers(self, unit):
            if any(one["id"] == entry["id"] for one in data["entries"]):
                entries = [entry if one["id"] == entry["id"] else one for one in data["entries"]]
                self._write(path, {"entries": entries})
                return
        number = 1
        while (path := f"{UNITS}{unit}/evidence/admitted-{number}.yaml") in self._found:
            number += 1
        self._write(path, {"entries": [entry]})

    def remove(self, redactions: Redactions | None) -> None:
        """What was removed by decision is not read from an old commit either."""
        for one in redactions.redactions if redactions else ():
            if redactions and one.path in redactions.files:
                self.drop(one.path)
                continue
            for path in self.paths():
                data = self._data(path) if redacted.concerns(one, path) else None
                left = None if data is None else redacted.without(data, (one,))
                if left != data:
                    self._write(path, left)

    def _write(self, path: str, data: Any) -> None:
        """Plain data in the place of a file: JSON is YAML."""
        self._found[path] = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    def _data(self, path: str) -> Any:
        try:
            return dialect.read(path, self.read(path)).data
        except Unreadable:
            return None


def entry_of(source: Source, unit: str, id_: str) -> dict[str, Any] | None:
    """The entry of a unit's ledger with an id, as plain data; None where no file that can be read holds it."""
    found = (entry for _, data in _ledgers(source, unit) for entry in data["entries"] if entry["id"] == id_)
    return next(found, None)


def attachment_of(entry: dict[str, Any]) -> str | None:
    """The attachment that an entry names, if it is a path as attachments have them."""
    try:
        return parse_attachment(entry.get("attachment"))
    except PydanticCustomError:
        return None


def _ledgers(source: Source, unit: str) -> Iterator[tuple[str, Any]]:
    """The files of a ledger with the data of each that can be read."""
    for path, content in read_all(source, paths_of(source.paths(), unit, "evidence")).items():
        data = dialect.read(path, content).data if isinstance(content, bytes) else None
        if entries_of({path: data}) is not None:
            yield path, data
