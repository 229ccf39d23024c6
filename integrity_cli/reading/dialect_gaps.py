"""What YAML forbids and libyaml lets pass: looked for between the values, beside each event.

Another reader refuses these, so a record that holds one would be read here and not there.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from integrity_cli.domain.diagnostic import Diagnostic, Kind, Position
from integrity_cli.reading import dialect_kinds as kinds

_GLUED_HEADER = re.compile(r"[|>][-+0-9]*#")
_INDENTED_COMMENT = re.compile("( *)#")
_LEFT_OF_EVERYTHING = -1


class Gaps:
    """Looks at events in their order; knows the text, and how far each open block is indented."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text
        self._open: list[bool] = []  # of each open list or map, whether it is one in brackets
        self._blocks = [_LEFT_OF_EVERYTHING]  # of each open block, its column
        self._end = 0  # where the last event ended

    def look(self, event: yaml.Event) -> Diagnostic | None:
        """What is wrong up to the end of this event, if anything is."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return None
        trouble = self._before(start.index, is_empty=start.index == end.index) or self._in(event, start, end)
        self._end = max(self._end, end.index)
        self._follow(event, start.column)
        return trouble

    def _before(self, start: int, *, is_empty: bool) -> Diagnostic | None:
        """A comment glued to what is before it, or the sign of a key glued to the key."""
        gap = self._text[self._end : start]
        if "#" in gap and (glued := self._glued_comment(start)) is not None:
            return self._at(kinds.GLUED_COMMENT, glued)
        if gap.endswith("?") and not is_empty:
            return self._at(kinds.RESERVED_START, start - 1)
        return None

    def _glued_comment(self, stop: int) -> int | None:
        place = self._text.find("#", self._end, stop)
        while place != -1:
            if place and not self._text[place - 1].isspace():
                return place
            line_end = self._text.find("\n", place, stop)
            place = -1 if line_end == -1 else self._text.find("#", line_end, stop)
        return None

    def _in(self, event: yaml.Event, start: Any, end: Any) -> Diagnostic | None:
        if isinstance(event, yaml.CollectionStartEvent):
            if self._in_flow and self._text.startswith("?", start.index) and end.index > start.index:
                return self._at(kinds.RESERVED_START, start.index)
        elif not isinstance(event, yaml.ScalarEvent):
            return None
        if isinstance(event, yaml.ScalarEvent) and event.style in {"|", ">"}:
            return self._in_block_text(event, start, end)
        if isinstance(event, yaml.ScalarEvent) and self._in_flow and event.value == "-" and not event.style:
            return self._at(kinds.RESERVED_START, start.index)
        return self._at_the_left_edge(event, start, end)

    def _in_block_text(self, event: yaml.ScalarEvent, start: Any, end: Any) -> Diagnostic | None:
        if glued := _GLUED_HEADER.match(self._text, start.index):
            return self._at(kinds.GLUED_COMMENT, glued.end() - 1)
        comment = _INDENTED_COMMENT.match(self._text, end.index)
        if comment and not event.value.strip() and len(comment[1]) > self._blocks[-1]:
            # Blank lines deeper than the first line with words: YAML takes this line for the text's own.
            return self._at(kinds.SYNTAX, end.index)
        return None

    def _at_the_left_edge(self, event: yaml.Event, start: Any, end: Any) -> Diagnostic | None:
        """Inside brackets and quotes every further line stands deeper than the block around them."""
        indent = self._blocks[-1]
        if self._in_flow and start.column <= indent and self._text[self._end : start.index].count("\n"):
            return self._at(kinds.LEFT_EDGE, start.index)
        if not isinstance(event, yaml.ScalarEvent) or start.line == end.line:
            return None
        place = start.index
        for line in self._text[start.index : end.index].split("\n"):
            blanks = len(line) - len(line.lstrip(" "))
            if place > start.index and line.strip() and blanks <= indent:
                return self._at(kinds.LEFT_EDGE, place + blanks)
            place += len(line) + 1
        return None

    def _follow(self, event: yaml.Event, column: int) -> None:
        """Keeps count of the blocks and brackets that are open."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(bool(event.flow_style))
            if not event.flow_style:
                self._blocks.append(column)
        elif isinstance(event, yaml.CollectionEndEvent) and not self._open.pop():
            self._blocks.pop()

    @property
    def _in_flow(self) -> bool:
        return bool(self._open) and self._open[-1]

    def _at(self, kind: Kind, place: int) -> Diagnostic:
        line_start = self._text.rfind("\n", 0, place) + 1
        line, column = self._text.count("\n", 0, place) + 1, place - line_start + 1
        return kind.at(self._path, position=Position(line, column, column + 1))
