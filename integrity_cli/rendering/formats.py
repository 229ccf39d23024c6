"""The formats of every command, by the names that `--format` offers; each function returns what is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from integrity_cli.explanations import Explanation
from integrity_cli.rendering.codes import json as code_json
from integrity_cli.rendering.codes import markdown as code_markdown
from integrity_cli.rendering.codes import text as code_text
from integrity_cli.rendering.codes.words import Code
from integrity_cli.rendering.findings import concise as findings_concise
from integrity_cli.rendering.findings import github as findings_github
from integrity_cli.rendering.findings import gitlab as findings_gitlab
from integrity_cli.rendering.findings import json as findings_json
from integrity_cli.rendering.findings import junit as findings_junit
from integrity_cli.rendering.findings import markdown as findings_markdown
from integrity_cli.rendering.findings import sarif as findings_sarif
from integrity_cli.rendering.findings import text as findings_text
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.score import json as score_json
from integrity_cli.rendering.score import markdown as score_markdown
from integrity_cli.rendering.score import text as score_text
from integrity_cli.rendering.status import ics as status_ics
from integrity_cli.rendering.status import json as status_json
from integrity_cli.rendering.status import markdown as status_markdown
from integrity_cli.rendering.status import text as status_text
from integrity_cli.rendering.status import unit as status_unit_text
from integrity_cli.scoring import Scorecard
from integrity_cli.scoring.progress import CampaignProgress

FINDINGS_FORMATS: dict[str, Callable[[FindingsReport, Page], str]] = {
    "text": findings_text.render,
    "concise": findings_concise.render,
    "json": findings_json.render,
    "sarif": findings_sarif.render,
    "junit": findings_junit.render,
    "github": findings_github.render,
    "gitlab": findings_gitlab.render,
    "markdown": findings_markdown.render,
}
"""How `validate` prints; its `--format` offers these names."""

DOCUMENTS = frozenset({"json", "sarif", "junit", "gitlab"})
"""Formats whose output is one document for a program, which is there even where nothing was read."""

CLOSED_BY_THEMSELVES = frozenset({"text", "markdown"})
"""Formats that say what was looked at on the page itself; beside the others it is said on standard error."""

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

STATUS_FORMATS: dict[str, Callable[[CampaignProgress, Page], str]] = {
    "text": status_text.render,
    "json": status_json.render,
    "markdown": status_markdown.render,
    "ics": status_ics.render,
}
"""How `status` prints a campaign; its `--format` offers these names."""

UNIT_STATUS_FORMATS: dict[str, Callable[[CampaignProgress, Page], str]] = {
    "text": status_unit_text.render,
    "json": status_json.render,
    "markdown": status_markdown.render_unit,
    "ics": status_ics.render,
}
"""How `status` prints one unit, in the same formats."""

STATUS_DOCUMENTS = frozenset({"json", "ics"})
"""Those that hold progress or nothing, because a program reads them."""
