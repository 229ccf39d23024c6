"""Findings for editors and grep: one line each, `path:line:column: code message`, and nothing else."""

from __future__ import annotations

from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.page import Page, one_line


def render(report: FindingsReport, page: Page) -> str:
    """A line for each finding."""
    return "".join(f"{_finding(one, page)}\n" for one in report.findings)


def _finding(one: Located, page: Page) -> str:
    place = f"{one.path}:{one.position.line}:{one.position.column}"
    return one_line(f"{place}: {one.finding.code} {page.say(one.finding.message)}")
