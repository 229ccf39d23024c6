"""Findings for programs: one JSON object with a version; the same findings and positions as the text.

`docs/schemas/findings.schema.json` says what may stand in it.
"""

from __future__ import annotations

from typing import Any

from integrity_cli.reading.locate import Located
from integrity_cli.rendering.feedback import json as feedback_json
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.json_text import as_json
from integrity_cli.rendering.page import Page

FORMAT = "integrity-findings/1"


def render(report: FindingsReport, page: Page) -> str:
    """The whole report as JSON."""
    return as_json(
        {
            "format": FORMAT,
            "language": page.lang.value,
            "looked_at": {"units": report.units, "files": report.files, "entries": report.entries},
            "errors": report.errors,
            "warnings": report.warnings,
            "findings": [_finding(one, page) for one in report.findings],
            **({} if report.feedback is None else {"change": feedback_json.as_data(report.feedback)}),
        }
    )


def _finding(one: Located, page: Page) -> dict[str, Any]:
    finding = one.finding
    said = {
        name: page.say(words)
        for name, words in (("label", finding.label), ("note", finding.note), ("help", finding.help))
        if words is not None
    }
    return {
        "code": finding.code,
        "name": finding.kind.name,
        "severity": finding.severity.value,
        "path": one.path,
        "line": one.position.line,
        "column": one.position.column,
        "end_column": one.position.end,
        "route": list(one.route),
        "message": page.say(finding.message),
        **said,
    }
