"""What is wrong, where, and what to establish: a frozen value that knows both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from integrity_cli.lang import Sentence, Text, Words

Route = tuple[str | int, ...]
"""The keys and indices that lead from the top of a file to a value."""


class Severity(StrEnum):
    """How much a finding matters; an error in a record that a score reads leaves the unit without a total."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: its code, never reused, and its words.

    `label` stands under the carets, `help` says what to establish, never what to type to turn the check green.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    label: Text | None = None
    help: Text | None = None
    note: Text | None = None

    def at(
        self, path: str, route: Route = (), *, key: bool = False, position: Position | None = None, **facts: Any
    ) -> Diagnostic:
        """A finding of this kind; `facts` fill its message, label, note and help."""
        said = {
            part: None if text is None else text.of(**facts)
            for part, text in (("label", self.label), ("note", self.note), ("help", self.help))
        }
        return Diagnostic(self, path, route, key, position, self.message.of(**facts), **said)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text: line and columns from 1, counted in characters; `end` is the column after the last."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `position` is known only where the parser itself stopped; else it is looked up by `route`."""

    kind: Kind
    path: str
    route: Route
    on_key: bool
    position: Position | None
    message: Sentence
    label: Words | None = None
    note: Words | None = None
    help: Words | None = None

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def family(self) -> str:
        """The letter of the code: Y, S, L, T, V, R, P or G."""
        return self.kind.code[0]

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Files in order, then the code, then the route; positions refine this when they are known."""
        return (self.path, self.code, tuple(str(step) for step in self.route), str(self.message.facts))

    def is_part_of(self, other: Diagnostic) -> bool:
        """Whether the other finding stands at the same place of the same file, or above or below it."""
        return self.path == other.path and all(
            mine == theirs for mine, theirs in zip(self.route, other.route, strict=False)
        )


def errors(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that are errors."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
