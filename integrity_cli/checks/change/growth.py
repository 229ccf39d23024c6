"""Family G, what was said stays said: ledgers, registers, receipts and marks only grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.growth import Shrunk, grows
from integrity_cli.lang import Text
from integrity_cli.reading import dialect, layout
from integrity_cli.reading.change import Change
from integrity_cli.sources import Source, Unreadable

_IDENTITY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "evidence": {"entries": ("id",)},
    "cases": {"cases": ("case_no",)},
    "filings": {"filings": ("receipt_no",)},
    "redactions": {"redactions": ("path", "entry", "removed_on", "decision")},
    "snapshots": {"snapshots": ("stage",)},
    "review": {"marks": ("requirement", "part"), "entries": ("entry",), "sheets": ("case_no",)},
}
"""The records that only grow, with their lists and what makes an item of a list the same one, wherever it stands."""


class Item(NamedTuple):
    """An item that was said: where it stands, in which list, what names it there, and its data."""

    path: str
    route: Route
    of: str
    name: tuple[str, ...]
    data: Any

    @property
    def same(self) -> tuple[str, ...]:
        """What makes it the same item, wherever it stands."""
        return (self.of, *self.name)

    @property
    def called(self) -> str:
        """What a person calls it."""
        return " ".join(filter(None, self.name)) or self.of


class SaidAndGone(ChangeCheck):
    """An item that was merged, and that is there no more."""

    kind = Kind(
        "G808",
        "said-and-gone",
        Severity.ERROR,
        Text("已经合并的 {items} 不见了", "{items} had been merged and is there no more"),
        None,
        Text(
            "放回原处；有误的台账条目写 withdrawn 撤回，更正另立一条",
            "put it back; a wrong ledger entry is withdrawn, and its correction is an entry of its own",
        ),
        Text("合并了的只增不减，撤回的也留着", "what was merged only grows; what is withdrawn stays too"),
    )

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for lost, _ in _compared(change):
            by_file: dict[str, list[str]] = {}
            for item in lost:
                by_file.setdefault(item.path, []).append(item.called)
            for path, names in by_file.items():
                yield self.at(path, items=tuple(names))


class SaidAndAltered(ChangeCheck):
    """A field of an item that was merged, and that now says something else."""

    kind = Kind(
        "G809",
        "said-and-altered",
        Severity.ERROR,
        Text("已经合并的 {item} 的 `{field}` {how}", "{item} had been merged, and its `{field}` {how}"),
        None,
        Text(
            "恢复合并时的原样；有误的台账条目写 withdrawn 撤回，更正另立一条",
            "restore what was merged; a wrong ledger entry is withdrawn, and its correction is an entry of its own",
        ),
        Text("合并了的只能补充原来没有的字段", "what was merged may only gain fields that it did not have"),
    )

    _HOW: ClassVar = {
        Shrunk.GONE: Text("没有了", "is gone"),
        Shrunk.ALTERED: Text("改了内容", "says something else"),
        Shrunk.RETYPED: Text("换了写法（文字、列表、成组的字段）", "is of another sort (text, list, map)"),
    }

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for _, kept in _compared(change):
            for old, new in kept:
                for loss in grows(old.data, new.data):
                    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in loss.route)
                    facts = {"item": new.called, "field": field, "how": self._HOW[loss.how]}
                    yield self.at(new.path, *new.route, *loss.route, **facts)


_Compared = tuple[list[Item], list[tuple[Item, Item]]]


def _compared(change: Change) -> Iterator[_Compared]:
    """By record that only grows: the items that are gone, and the pairs of those that are still there."""
    for files in _growing(change).values():
        before = list(_items(change.before.source, files))
        after = list(_items(change.after.source, files))
        if any(path in change.after.unreadable for path in files):
            continue  # reading has told why nothing can be compared
        there: dict[tuple[str, ...], list[Item]] = {}
        for item in after:
            there.setdefault(item.same, []).append(item)
        yield (
            [item for item in before if item.same not in there],
            [(item, _itself(item, there[item.same])) for item in before if item.same in there],
        )


def _itself(item: Item, there: list[Item]) -> Item:
    """The item among those of its name: one that only grew, where there is one; the name used again is told apart."""
    return next((one for one in there if not any(grows(item.data, one.data))), there[0])


def _growing(change: Change) -> dict[tuple[str, str], list[str]]:
    """The files of each record that only grows and has changed; a ledger of several files is one record."""
    redacted = {one.path for one in change.redacted}
    touched: set[tuple[str, str]] = set()
    files: dict[tuple[str, str], list[str]] = {}
    for path in sorted({*change.before.source.paths(), *change.after.source.paths()}):
        placed = layout.recognise(path)
        if placed and placed.place.name in _IDENTITY:
            record = (placed.place.name, placed.unit or path) if placed.place.name == "evidence" else (path, "")
            files.setdefault(record, []).append(path)
            if path in change.paths - change.refused - redacted:
                touched.add(record)
    return {record: paths for record, paths in files.items() if record in touched}


def _items(source: Source, files: list[str]) -> Iterator[Item]:
    for path in files:
        placed = layout.recognise(path)
        data = _data(source, path)
        if placed is None or not isinstance(data, dict):
            continue
        identity = _IDENTITY[placed.place.name]
        rest = {key: value for key, value in data.items() if key not in identity}
        if rest and placed.place.name != "evidence":
            yield Item(path, (), placed.place.name, (), rest)
        for key, fields in identity.items():
            items = data.get(key)
            for place, item in enumerate(items if isinstance(items, list) else ()):
                if isinstance(item, dict):
                    name = tuple(str(item.get(field, "")) for field in fields)
                    yield Item(path, (key, place), key, name, item)


def _data(source: Source, path: str) -> Any:
    try:
        return dialect.read(path, source.read(path)).data
    except (KeyError, Unreadable):
        return None
