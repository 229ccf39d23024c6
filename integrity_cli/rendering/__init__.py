"""Findings and scorecards as text: one function a format, each returns what the command prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from integrity_cli.explanations import Explanation
from integrity_cli.rendering import (
    code_json,
    code_markdown,
    code_text,
    findings_json,
    findings_text,
    score_json,
    score_markdown,
    score_text,
)
from integrity_cli.rendering.code_words import Code
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

CODE_FORMATS: dict[str, Callable[[Code, Explanation, Page], str]] = {
    "text": code_text.render,
    "json": code_json.render,
    "markdown": code_markdown.render,
}
"""How `explain` prints one code; its `--format` offers these names."""

CODE_LISTS: dict[str, Callable[[Sequence[Code], Page], str]] = {
    "text": code_text.render_list,
    "json": code_json.render_list,
    "markdown": code_markdown.render_list,
}
"""How `explain --list` prints, in the same formats."""

__all__ = ["CODE_FORMATS", "CODE_LISTS", "FINDINGS_FORMATS", "SCORE_FORMATS", "FindingsReport", "Page"]
