"""Why libyaml stopped: its complaint told by the usual cause, where one is in sight."""

from __future__ import annotations

import re

import yaml

from integrity_cli.domain.diagnostic import Diagnostic, Kind, Position
from integrity_cli.reading import dialect_kinds as kinds

_NO_SPACE = re.compile(r"(- +)*[^ :#'\"\[{]+:[^ /\u3000\u00a0]")
_WIDE_AFTER_COLON = re.compile("(- +)*[^ :#'\"]+:[\u3000\u00a0]")
_KEY_AND_WIDE_COLON = re.compile("(- +)*[^ :：#'\"\\[{]+：")
_PLAIN_KEY_AND_WIDE_COLON = re.compile("(- +)*[A-Za-z_][A-Za-z0-9_-]*：")
_PLAIN_KEY_NO_SPACE = re.compile("(- +)*[a-z_]+:[^ /]")
_CONTEXTS = (
    ("quoted scalar", kinds.UNCLOSED_QUOTE),
    ("flow sequence", kinds.UNCLOSED_BRACKET),
    ("flow mapping", kinds.UNCLOSED_BRACKET),
    ("anchor", kinds.ANCHOR),
    ("alias", kinds.ANCHOR),
    ("tag", kinds.TAG),
)


def why_scalar(path: str, text: str, span: Position) -> Diagnostic:
    """A whole file that is one text is almost always a colon gone wrong."""
    line = text.split("\n")[span.line - 1]
    return _why_colon(path, line, span.line) or kinds.NOT_A_MAP.at(path, position=span)


def why_syntax(path: str, text: str, problem: yaml.MarkedYAMLError) -> Diagnostic:
    """The finding for what libyaml could not read."""
    lines = text.split("\n")
    said, context = str(problem.problem or ""), str(problem.context or "")
    number, column = _place(problem.problem_mark or problem.context_mark, lines)
    line = lines[number]
    if "mapping values are not allowed" in said and ": " in line[:column]:
        return _at(kinds.COLON_IN_VALUE, path, number, column)
    if "mapping values are not allowed" in said and (above := _above(path, lines, number)):
        return above
    if "cannot start any token" in said:
        return _at(kinds.RESERVED_START, path, number, column)
    if "simple key" in context:
        number, column = _place(problem.context_mark or problem.problem_mark, lines)
        return _why_colon(path, lines[number], number + 1) or _at(kinds.NO_COLON, path, number, column)
    for words, kind in _CONTEXTS:
        if words in context and problem.context_mark is not None:
            found = _why_in_flow(path, lines[number], number + 1) if kind is kinds.UNCLOSED_BRACKET else None
            return found or _at(kind, path, *_place(problem.context_mark, lines))
    return _why_colon(path, line, number + 1) or _above(path, lines, number) or _at(kinds.SYNTAX, path, number, column)


def _above(path: str, lines: list[str], number: int) -> Diagnostic | None:
    """The line above is blamed only for what can be nothing but a slip: an ASCII key and a colon gone wrong."""
    if number == 0:
        return None
    above = lines[number - 1]
    start = len(above) - len(above.lstrip(" "))
    if match := _PLAIN_KEY_AND_WIDE_COLON.match(above, start):
        return _at(kinds.WIDE_COLON, path, number - 1, match.end() - 1)
    if match := _PLAIN_KEY_NO_SPACE.match(above, start):
        return _at(kinds.NO_SPACE_AFTER_COLON, path, number - 1, match.end() - 2)
    return None


def _why_colon(path: str, line: str, number: int) -> Diagnostic | None:
    start = len(line) - len(line.lstrip(" "))
    if match := _WIDE_AFTER_COLON.match(line, start):
        character = f"U+{ord(match[0][-1]):04X}"
        position = Position(number, match.end(), match.end() + 1)
        return kinds.WIDE_SPACE.at(path, position=position, character=character)
    if match := _KEY_AND_WIDE_COLON.match(line, start):
        return _at(kinds.WIDE_COLON, path, number - 1, match.end() - 1)
    if match := _NO_SPACE.match(line, start):
        return _at(kinds.NO_SPACE_AFTER_COLON, path, number - 1, match.end() - 2)
    return None


def _why_in_flow(path: str, line: str, number: int) -> Diagnostic | None:
    """Inside braces and brackets a full-width comma keeps two entries from being two."""
    match = re.search("[，、]", line)
    return _at(kinds.WIDE_COMMA, path, number - 1, match.start()) if match else None


def _place(mark: object, lines: list[str]) -> tuple[int, int]:
    """A mark of libyaml's as line and column from 0, inside the text: at its end it points beyond."""
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line > 0):
        line = max(0, len(lines) - 2 if not lines[-1] and len(lines) > 1 else len(lines) - 1)
        column = len(lines[line])
    return line, min(column, len(lines[line]))


def _at(kind: Kind, path: str, line: int, column: int) -> Diagnostic:
    return kind.at(path, position=Position(line + 1, column + 1, column + 2))
