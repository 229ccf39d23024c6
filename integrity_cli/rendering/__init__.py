"""Findings and scorecards as text: one function a format, each returns what the command prints."""

from __future__ import annotations

from collections.abc import Callable

from integrity_cli.rendering import findings_json, findings_text, score_json, score_markdown, score_text
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.report import FindingsReport
from integrity_cli.scoring import Scorecard

FINDINGS_FORMATS: dict[str, Callable[[FindingsReport, Page], str]] = {
    "text": findings_text.render,
    "json": findings_json.render,
}
"""How `validate` prints; its `--format` offers these names."""

SCORE_FORMATS: dict[str, Callable[[Scorecard, Page], str]] = {
    "text": score_text.render,
    "json": score_json.render,
    "markdown": score_markdown.render,
}
"""How `score` prints; its `--format` offers these names."""

__all__ = ["FINDINGS_FORMATS", "SCORE_FORMATS", "FindingsReport", "Page"]
