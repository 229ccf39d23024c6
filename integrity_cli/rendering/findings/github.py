"""Findings as commands in the log of a GitHub workflow: each becomes a note beside its line.

GitHub shows ten errors and ten warnings of a step and drops the rest without a word, so the gravest come first,
and the last line says how many stand in the step summary alone. Without a summary nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Text
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.words import in_full
from integrity_cli.rendering.page import Page, harmless, one_line

_MOST_OF_A_KIND = 10
_MORE = Text(
    "另有 {count} 处没有标注（错误 {errors} 处、警告 {warnings} 处），全部列在本步骤的摘要中",
    "{count} more not annotated here ({errors:error|errors}, {warnings:warning|warnings}); "
    "all of them stand in the summary of this step",
)
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_TEXT | {":": "%3A", ",": "%2C"}


def render(report: FindingsReport, page: Page) -> str:
    """The commands, errors first; each kind in the order of the report."""
    kinds = [[one for one in report.findings if one.finding.severity is kind] for kind in Severity]
    shown = [kind[:_MOST_OF_A_KIND] if report.summarised else kind for kind in kinds]
    lines = [_command(one, page) for kind in shown for one in kind]
    errors, warnings = (len(kind) - len(kept) for kind, kept in zip(kinds, shown, strict=True))
    if errors + warnings:
        lines.append(page.say(_MORE.of(count=errors + warnings, errors=errors, warnings=warnings)))
    return "".join(f"{line}\n" for line in lines)


def _command(one: Located, page: Page) -> str:
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in _properties(one))
    said = _escaped(harmless(in_full(one.finding, page)), _IN_TEXT)
    return f"::{one.finding.severity.value} {properties}::{said}"


def _properties(one: Located) -> Iterator[tuple[str, str]]:
    yield "file", one_line(one.path)
    yield "line", str(one.position.line)
    yield "col", str(one.position.column)
    yield "endColumn", str(one.position.end)
    yield "title", f"{one.finding.code} {one.finding.kind.name}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(one, one) for one in text)
