"""Findings for people: the sentence, the place, the line with carets, what to establish."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Text
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.page import Page, cut, harmless, paragraph
from integrity_cli.rendering.report import FindingsReport

_LEAST_SHOWN = 40
_SEVERITY = {
    Severity.ERROR: (Text("错误", "error"), "red"),
    Severity.WARNING: (Text("警告", "warning"), "yellow"),
}
_HEAD = Text("{severity}[{code}]：", "{severity}[{code}]: ")
_NOTE = Text("说明：", "note: ")
_HELP = Text("改法：", "help: ")
_LOOKED_AT = Text(
    "看过 {units} 个单位、{files} 个记录文件、{entries} 条台账条目",
    "{units:unit|units}, {files:record file|record files}, {entries:ledger entry|ledger entries}",
)
_CLEAN = Text("{looked_at}：没有发现问题", "{looked_at}: nothing found")
_FOUND = Text(
    "{looked_at}：{with_findings} 个文件共 {errors} 处错误、{warnings} 处警告",
    "{looked_at}: {errors:error|errors}, {warnings:warning|warnings} in {with_findings:file|files}",
)


def render(report: FindingsReport, page: Page) -> str:
    """Every finding, then what was looked at; a clean run says so too."""
    blocks = ["\n".join(_finding(one, page)) for one in report.findings]
    return "\n\n".join([*blocks, _closing(report, page)]) + "\n"


def _closing(report: FindingsReport, page: Page) -> str:
    looked_at = _LOOKED_AT.of(units=report.units, files=report.files, entries=report.entries)
    if not report.findings:
        return page.paint(page.say(_CLEAN.of(looked_at=looked_at)), "green")
    return page.say(
        _FOUND.of(
            looked_at=looked_at,
            with_findings=report.files_with_findings,
            errors=report.errors,
            warnings=report.warnings,
        )
    )


def _finding(one: Located, page: Page) -> Iterator[str]:
    finding, position = one.finding, one.position
    word, style = _SEVERITY[finding.severity]
    head = page.say(_HEAD.of(severity=word, code=finding.code))
    first, *rest = paragraph(head, page.say(finding.message), page)
    yield page.paint(head, style) + page.paint(first.removeprefix(head), "bold")
    yield from (page.paint(line, "bold") for line in rest)
    gutter = len(str(position.line))
    yield f"{' ' * gutter}{page.paint('-->', 'cyan')} {harmless(finding.path)}:{position.line}:{position.column}"
    if one.line is not None:
        yield from _excerpt(one, gutter, style, page)
    for label, words in ((_NOTE, finding.note), (_HELP, finding.help)):
        if words is not None:
            yield from paragraph(f"{' ' * gutter} = {page.say(label)}", page.say(words), page)


def _excerpt(one: Located, gutter: int, style: str, page: Page) -> Iterator[str]:
    line = cut(harmless(one.line or ""), max(page.width - gutter - 3, _LEAST_SHOWN, 2 * one.position.end))
    before, marked = line[: one.position.column - 1], line[one.position.column - 1 : one.position.end - 1]
    bar = page.paint("|", "cyan")
    carets = " " * cell_len(before) + page.paint("^" * max(1, cell_len(marked)), style)
    label = page.say(one.finding.label) if one.finding.label else ""
    yield f"{' ' * gutter} {bar}"
    yield f"{page.paint(str(one.position.line), 'cyan')} {bar} {line}".rstrip()
    yield f"{' ' * gutter} {bar} {carets} {harmless(label)}".rstrip()
