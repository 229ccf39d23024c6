"""Findings as a Code Quality report, which GitLab shows in a merge request."""

from __future__ import annotations

from typing import Any

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.fingerprint import fingerprints
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.json_text import as_json
from integrity_cli.rendering.page import Page

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def render(report: FindingsReport, page: Page) -> str:
    """A list of issues; without a finding, an empty one."""
    named = zip(report.findings, fingerprints(report.findings), strict=True)
    return as_json([_issue(one, fingerprint, page) for one, fingerprint in named])


def _issue(one: Located, fingerprint: str, page: Page) -> dict[str, Any]:
    line = one.position.line
    return {
        "description": page.say(one.finding.message),
        "check_name": one.finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[one.finding.severity],
        "location": {
            "path": one.path,
            "lines": {"begin": line},
            "positions": {
                "begin": {"line": line, "column": one.position.column},
                "end": {"line": line, "column": one.position.end},
            },
        },
    }
