"""Everything personal in the files of a source: in raw text, names and attachments, before anything is believed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from integrity_cli.domain.diagnostic import Position, Route
from integrity_cli.lang import Text
from integrity_cli.privacy import Datum, find, folded
from integrity_cli.reading import dialect, layout
from integrity_cli.reading.inside import Piece, base, is_plain, look_inside
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.sources import Source, Unreadable

HERE = Text("这里", "this text")
IN_NAME = Text("文件或文件夹的名称", "the name of the file or of a folder")
TIMES = Text("{where}（{count} 处）", "{where} ({count} times)")

TOO_LARGE = Text("超过 {largest} 字节，没有读", "it has more than {largest} bytes and was not read")
MAY_BE_PUBLISHED = ("mailbox", "address")
"""An office publishes its own; whose one is, only its text can tell."""

LARGEST = 8_000_000
"""Bytes of a file that are looked through; an attachment may have 2 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """A datum and where it stands. What it says is kept for comparing, and shown nowhere, not even in a traceback."""

    sort: str
    path: str
    where: Text
    position: Position | None = None
    route: Route = ()
    count: int = 1
    said: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Personal:
    """What is personal in a source, which files tell where a picture was taken, and what could not be read inside."""

    found: tuple[Found, ...]
    places: tuple[str, ...]
    unread: tuple[tuple[str, Text], ...]


def look_through(source: Source) -> Personal:
    """Every file of a source, and every name."""
    paths = source.paths()
    found = list(_in_names(paths))
    places: list[str] = []
    unread: list[tuple[str, Text]] = []
    for path in paths:
        try:
            content = source.read(path)
        except (Unreadable, KeyError):
            continue  # told by reading
        if len(content) > LARGEST:
            unread.append((path, TOO_LARGE))
        elif layout.looks_like_record(path) or is_plain(content):
            found += _in_text(path, content)
            if b"\0" in content:  # taken for text of two bytes a letter, which a few zeros can feign
                found += _in_pieces(path, [Piece(base.BYTES, content.decode("latin-1"))])
        else:
            inside = look_inside(content)
            found += _in_pieces(path, inside.pieces)
            unread += [(path, reason) for reason in inside.unread]
            places += [path] * inside.place
    return Personal(tuple(found), tuple(places), tuple(unread))


def bare(said: str) -> str:
    """The letters and digits of a datum, as the keyboard has them: what makes two of them the same."""
    return re.sub(r"[\W_]", "", folded(said)).upper()


def _in_names(paths: tuple[str, ...]) -> Iterator[Found]:
    """A folder's name is told once, at the first file below it."""
    told: set[str] = set()
    for path in paths:
        for datum in find(path):
            place = path[: (path + "/").index("/", datum.end - 1)]
            if place not in told:
                yield Found(datum.sort, path, IN_NAME, said=path[datum.start : datum.end])
            told.add(place)


def _in_text(path: str, content: bytes) -> Iterator[Found]:
    text = raw_text(content)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    seen = set()
    for datum in find(text):
        said = text[datum.start : datum.end]
        seen.add((datum.sort, bare(said)))
        yield Found(datum.sort, path, HERE, _position(text, starts, datum), said=said)
    if "\\" in text and layout.looks_like_record(path):
        yield from (one for one in _in_values(path, content) if (one.sort, bare(one.said)) not in seen)


def _position(text: str, starts: list[int], datum: Datum) -> Position:
    """Where a datum begins, up to its end or that of its first line."""
    line = bisect_right(starts, datum.start)
    first = starts[line - 1]
    end = min(datum.end, (text + "\n").index("\n", datum.start))
    return Position(line, datum.start - first + 1, end - first + 1)


def _in_values(path: str, content: bytes) -> Iterator[Found]:
    """What quoted YAML spells out in escapes, so that the raw text does not show it."""
    for route, value in _texts(dialect.read(path, content).data, ()):
        for datum in find(value):
            yield Found(datum.sort, path, HERE, route=route, said=value[datum.start : datum.end])


def _texts(data: object, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, list):
        for number, one in enumerate(data):
            yield from _texts(one, (*route, number))
    elif isinstance(data, dict):
        for key, one in data.items():
            yield (*route, key), key
            yield from _texts(one, (*route, key))


def _in_pieces(path: str, pieces: list[Piece]) -> Iterator[Found]:
    """Inside an attachment there are no lines to show: a sort is told once for each part, with its number."""
    counted: Counter[tuple[str, Text, str]] = Counter()
    for piece in pieces:
        for datum in find(piece.text):
            if piece.where is base.BYTES and datum.sort != "identity_number":
                continue  # bytes that are no text hold too much that looks like something
            said = piece.text[datum.start : datum.end]
            counted[datum.sort, piece.where, said if datum.sort in MAY_BE_PUBLISHED else ""] += 1
    for (sort, where, said), count in counted.items():
        yield Found(sort, path, where, count=count, said=said)
