"""Where a route leads in a text: composed again, for this one file, only when something is to be said of it.

What is located is to be printed, so this is also where whatever is personal in it turns into blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from integrity_cli.domain.diagnostic import Diagnostic, Position, Route
from integrity_cli.lang import Sentence, Text, well_formed
from integrity_cli.privacy import masked
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.sources import Source, Unreadable


def compose(text: str) -> yaml.Node | None:
    """The node tree of a text that the dialect accepted."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def locate(root: yaml.Node | None, route: Route, *, on_key: bool = False) -> Position:
    """Line and columns of the value at a route, or of its key; of the nearest existing parent if it is absent."""
    node, key = root, None
    for step in route:
        inner, inner_key = _step(node, step)
        if inner is None:
            # A name written in place of what it stands for is itself the place; any other parent stands for
            # what is missing in it, by its own key or its first line.
            return _position(node if isinstance(node, yaml.ScalarNode) else key or node)
        node, key = inner, inner_key
    return _position(key if on_key and key is not None else node)


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        found = next(((value, key) for key, value in node.value if key.value == step), None)
        return found or (None, None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], None
    return None, None


def _position(node: yaml.Node | None) -> Position:
    if node is None:
        return Position(1, 1, 2)
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        node = node.value[0][0]
    start, end = node.start_mark, node.end_mark
    last = end.column if end.line == start.line and end.column > start.column else start.column + 1
    return Position(start.line + 1, start.column + 1, last + 1)


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place and the text of its line, if the file has one; nothing personal is left in any of it."""

    finding: Diagnostic
    position: Position
    line: str | None

    @property
    def path(self) -> str:
        """The path as every format shows it."""
        return shown_path(self.finding.path)

    @property
    def route(self) -> Route:
        """The keys and indices as every format shows them."""
        return self.finding.route


def shown_path(path: str) -> str:
    """A path as it is printed, of a file with findings or without."""
    return well_formed(masked(path))


class Locator:
    """Looks up where findings stand; a file is composed once, and only when something is said of it."""

    def __init__(self, source_of: Callable[[str], Source]) -> None:
        self._source_of = source_of
        self._texts: dict[str, str | None] = {}
        self._shown: dict[str, list[str]] = {}
        self._roots: dict[str, yaml.Node | None] = {}

    def locate(self, findings: Iterable[Diagnostic]) -> list[Located]:
        """The findings with their places, by path, line, column and code."""
        located = [self._located(finding) for finding in findings]
        return sorted(
            located,
            key=lambda one: (one.finding.path, one.position.line, one.position.column, one.finding.sort_key),
        )

    def _located(self, finding: Diagnostic) -> Located:
        text = self._text(finding.path)
        if finding.position is not None:
            position = finding.position
        elif text is None or not finding.route:
            position = Position(1, 1, 1)
        else:
            position = locate(self._root(finding.path, text), finding.route, on_key=finding.on_key)
        lines = self._lines(finding.path, text or "")
        has_line = (
            text is not None
            and finding.code != "Y001"
            and (finding.route or finding.position)
            and position.line <= len(lines)
        )
        return Located(_withheld(finding), position, lines[position.line - 1] if has_line else None)

    def _lines(self, path: str, text: str) -> list[str]:
        """The lines of a text as they may be shown; masked as a whole, since a number may run over two of them."""
        if path not in self._shown:
            self._shown[path] = masked(text).split("\n")
        return self._shown[path]

    def _text(self, path: str) -> str | None:
        if path not in self._texts:
            try:
                self._texts[path] = raw_text(self._source_of(path).read(path))
            except (KeyError, Unreadable):
                self._texts[path] = None
        return self._texts[path]

    def _root(self, path: str, text: str) -> yaml.Node | None:
        if path not in self._roots:
            self._roots[path] = compose(text)
        return self._roots[path]


def _withheld(finding: Diagnostic) -> Diagnostic:
    """The finding with blocks for whatever is personal in its path, its route and the facts of its words."""
    return replace(
        finding,
        path=masked(finding.path),
        route=tuple(masked(step) if isinstance(step, str) else step for step in finding.route),
        message=_without(finding.message),
        label=_without(finding.label),
        note=_without(finding.note),
        help=_without(finding.help),
    )


def _without(said: Any) -> Any:
    """A fact, or words with their facts; words that a record gave are facts as well."""
    if isinstance(said, str):
        return masked(said)
    if isinstance(said, Sentence):
        return Sentence(said.text, {name: _without(fact) for name, fact in said.facts.items()})
    if isinstance(said, Text):
        return Text(masked(said.zh), masked(said.en))
    if isinstance(said, tuple | list):
        return tuple(map(_without, said))
    return said
