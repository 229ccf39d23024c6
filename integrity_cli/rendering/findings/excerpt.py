"""The line that a finding stands in, as much of it as fits, with the marked characters in sight."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from integrity_cli.rendering.page import one_line

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a line: its text, the cells before the marked characters, and the cells they take, at least one."""

    text: str
    before: int
    marked: int


def excerpt(line: str, column: int, end: int, cells: int) -> Excerpt:
    """A line within a width in cells; a long one is cut at either side, with an ellipsis, never at its marks' start.

    `column` and `end` count characters from 1, as in a position. A tab counts as one blank.
    """
    text = one_line(line)
    start, end = min(column - 1, len(text)), min(max(end, column + 1) - 1, len(text))
    first, last = _window(text, start, end, cells)
    left, right = _CUT if first else "", _CUT if last < len(text) else ""
    shown = text[first:last].rstrip() if right else text[first:last]
    before = cell_len(left) + cell_len(text[first:start])
    return Excerpt(left + shown + right, before, max(1, cell_len(text[start : min(end, last)])))


def _window(text: str, start: int, end: int, cells: int) -> tuple[int, int]:
    """Which characters are shown: the marked ones, then those before, then those after; each side has its share."""
    if cell_len(text) <= cells:
        return 0, len(text)
    room = cells - 2 * cell_len(_CUT)
    last = _reach(text, start, end, room - min(room // 3, cell_len(text[max(0, start - room) : start])))
    used = cell_len(text[start:last])
    whole = cell_len(text[:start]) + used <= room
    after = 0 if whole else min(room // 4, cell_len(text[last : last + room]))
    first = start
    while first and used + cell_len(text[first - 1]) <= room - after:
        first -= 1
        used += cell_len(text[first])
    while first and first < start and not cell_len(text[first]):
        first += 1  # a mark above a letter is nothing without its letter
    return first, _reach(text, last, len(text), room - used)


def _reach(text: str, start: int, end: int, cells: int) -> int:
    """How far a text can be shown from a place on, within a width."""
    while start < end and (cells := cells - cell_len(text[start])) >= 0:
        start += 1
    return start
