"""Family G, what the office takes out of a file that others write: exactly what it enters as removed."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.growth import grows
from integrity_cli.lang import Text
from integrity_cli.reading import dialect, redacted
from integrity_cli.reading.change import Change
from integrity_cli.reading.dialect import Plain
from integrity_cli.sources import Source, Unreadable


class RemovedOtherwise(ChangeCheck):
    """A file from which something is removed differs from what it was by more than that."""

    kind = Kind(
        "G811",
        "removed-otherwise",
        Severity.ERROR,
        Text(
            "登记删去的是 {fields}，这里还有别的改动",
            "what is entered as removed is {fields}, and this is another change",
        ),
        None,
        Text(
            "只删登记的那几个字段，其余一字不动；还要删别的，也登记",
            "only the fields that are entered may go, all else stays; what else has to go is entered too",
        ),
    )
    _WHOLE = Text("整个文件", "the whole file")

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for path in sorted({one.path for one in change.redacted} & (change.paths - change.refused)):
            removals = [one for one in change.redacted if one.path == path]
            if any(not one.fields and one.entry is None for one in removals):
                continue  # the file must be gone, and another check sees to that
            before, after = _data(change.before.source, path), _data(change.after.source, path)
            left = None if before is None else redacted.without(before, removals)
            fields = tuple(f"{one.entry or ''} {field}".strip() for one in removals for field in one.fields)
            for route in _differences(left, after):
                yield self.at(path, *route, fields=fields or self._WHOLE)


def _differences(left: Plain | None, after: Plain | None) -> list[Route]:
    """Where two data differ, each place once."""
    if left is None or after is None:
        return [] if left is after else [()]
    both = (*grows(left, after), *grows(after, left))
    return list(dict.fromkeys(one.route for one in both))


def _data(source: Source, path: str) -> Plain | None:
    try:
        return dialect.read(path, source.read(path)).data
    except (KeyError, Unreadable):
        return None
