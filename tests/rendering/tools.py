"""What the tests of formats share: one broken campaign made of many examples, and reports made by hand."""

from __future__ import annotations

from functools import cache

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Kind, Position, Severity
from integrity_cli.lang import Lang, Text, verbatim
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.sources import Overlay, Source
from integrity_cli.tasks.validate import report_of
from tests.test_examples import EXAMPLES, SMALL, changed_files

TOGETHER = (
    *("L203-unknown-unit--extension", "L203-unknown-unit--filing", "L203-unknown-unit--objection"),
    *(
        "L203-unknown-unit--folder",
        "L206-entry-id-reused",
        "L206-entry-id-reused--same-file",
        "L213-attachment-differs",
    ),
    *("L208-unknown-entry--opening", "L208-unknown-entry--review", "L208-unknown-entry--self-report"),
    *(
        "L215-attachment-unnamed",
        "L215-attachment-unnamed--yaml",
        "L226-unknown-power",
        "R601-points-do-not-add-up--item",
    ),
    *("S111-url-form", "S125-file-without-place--deeper", "S125-file-without-place--extension"),
    *("P701-identity-number--file-name",),
)
"""Examples that leave one another alone: none breaks what another is read from."""


@cache
def broken_campaign() -> Source:
    """The small campaign with many flagged examples laid over it; of two that change one file the first stands."""
    files: dict[str, bytes | None] = {}
    for name in TOGETHER:
        files = dict(changed_files(EXAMPLES / "flagged" / name)) | files
    return Overlay(SMALL, files)


def reported(source: Source) -> FindingsReport:
    campaign = load(source)
    return report_of(campaign, check(campaign))


def printed(report: FindingsReport, format_: str, lang: Lang = Lang.EN) -> str:
    return FINDINGS_FORMATS[format_](report, Page(lang))


MESSAGE = Text("有一处：{said}", "here is {said}")
HELP = Text("查明：{said}", "establish {said}")


def one_finding(
    said: str, path: str = "records/units/water/plan.yaml", line: str | None = "a: b", **where: int
) -> Located:
    """A finding whose message, help and line say what a test wants them to."""
    severity = Severity.WARNING if where.get("warning") else Severity.ERROR
    kind = Kind("L203", "unknown-unit", severity, MESSAGE, help=HELP, label=Text("{said}", "{said}"))
    at = Position(where.get("row", 1), where.get("column", 1), where.get("end", where.get("column", 1) + 1))
    return Located(kind.at(path, ("a",), position=at, said=verbatim(said)), at, line)


def report_on(*findings: Located, clean: tuple[str, ...] = (), summarised: bool = False) -> FindingsReport:
    return FindingsReport(findings, units=1, files=len(findings), entries=0, clean=clean, summarised=summarised)
