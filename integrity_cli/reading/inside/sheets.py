"""The cells of a workbook, row by row and column under column, as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrity_cli.reading.inside.xml_text import parse

_COLUMN = re.compile("[A-Z]{1,3}")
_WIDEST = 256


class _SharedTexts:
    """The table of shared texts while it is read: each item is the text of all its runs."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._text: list[str] = []
        self._inside = False

    def start(self, name: str, _: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "si":
            self._text = []
        self._inside = local == "t"

    def characters(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def end(self, name: str) -> None:
        self._inside = False
        if name.rpartition(":")[2] == "si":
            self.texts.append("".join(self._text))


class _Sheet:
    """A sheet while it is read; `used` gains the numbers of the shared texts that its cells refer to."""

    def __init__(self, shared: list[str], used: set[int]) -> None:
        self.rows: list[dict[int, str]] = []
        self._shared, self._used = shared, used
        self._column, self._kind, self._inside = 0, "", False
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self.rows.append({})
            self._column = 0
        elif local == "c":
            place = _COLUMN.match(attributes.get("r", ""))
            self._column = _number(place[0]) if place else self._column + 1
            self._kind, self._text = attributes.get("t", ""), []
        self._inside = local in {"v", "t"}

    def characters(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def end(self, name: str) -> None:
        self._inside = False
        if name.rpartition(":")[2] == "c" and self.rows and self._column <= _WIDEST:
            self.rows[-1][self._column] = re.sub(r"\s", " ", self._value())

    def _value(self) -> str:
        value = "".join(self._text)
        if self._kind != "s" or not value.strip().isdecimal() or int(value) >= len(self._shared):
            return value
        self._used.add(int(value))
        return self._shared[int(value)]


def shared_texts(content: bytes) -> list[str]:
    """The texts that cells refer to by number."""
    table = _SharedTexts()
    parse(content, table.start, table.end, table.characters)
    return table.texts


def cells(content: bytes, shared: list[str], used: set[int]) -> Iterator[str]:
    """The rows of a sheet, cells apart by tabs; `used` gains the numbers of the texts referred to."""
    sheet = _Sheet(shared, used)
    parse(content, sheet.start, sheet.end, sheet.characters)
    for row in sheet.rows:
        yield "\t".join(row.get(column, "") for column in range(1, max(row, default=0) + 1))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
