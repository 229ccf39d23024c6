"""Findings for people: the sentence, the place, the line with carets, what to establish."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Text
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.feedback import text as feedback_text
from integrity_cli.rendering.findings.excerpt import excerpt
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.words import SEVERITY, beside
from integrity_cli.rendering.page import Page, one_line, paragraph

_LEAST_SHOWN = 40
_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_HEAD = Text("{severity}[{code}]：", "{severity}[{code}]: ")
MORE = Text(
    "为什么要紧、怎样写才对：integrity explain {code}", "why it matters, wrong and right: integrity explain {code}"
)
"""Where more of a code is said."""


def render(report: FindingsReport, page: Page) -> str:
    """Every finding, then what was looked at and how to read more; a clean run says so too."""
    blocks = ["\n".join(_finding(one, page)) for one in report.findings]
    if report.feedback is not None:
        blocks.append(feedback_text.render(report.feedback, page).rstrip("\n"))
    if page.closing:
        closing = page.say(report.closing)
        if report.findings:
            more = page.say(MORE.of(code=report.findings[0].finding.code))
            blocks.append(f"{closing}\n{more}")
        else:
            blocks.append(page.paint(closing, "green"))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _finding(one: Located, page: Page) -> Iterator[str]:
    finding, position = one.finding, one.position
    style = _STYLE[finding.severity]
    head = page.say(_HEAD.of(severity=SEVERITY[finding.severity], code=finding.code))
    first, *rest = paragraph(head, page.say(finding.message), page)
    yield page.paint(head, style) + page.paint(first.removeprefix(head), "bold")
    yield from (page.paint(line, "bold") for line in rest)
    gutter = " " * len(str(position.line))
    yield f"{gutter}{page.paint('-->', 'cyan')} {one_line(one.path)}:{position.line}:{position.column}"
    if one.line is not None:
        yield from _excerpt(one, one.line, gutter, style, page)
    for heading, words in beside(finding, page):
        yield from paragraph(f"{gutter} = {heading}", words, page)


def _excerpt(one: Located, line: str, gutter: str, style: str, page: Page) -> Iterator[str]:
    room = max(page.width - len(gutter) - 3, _LEAST_SHOWN)
    shown = excerpt(line, one.position.column, one.position.end, room)
    bar = page.paint("|", "cyan")
    yield f"{gutter} {bar}"
    yield f"{page.paint(str(one.position.line), 'cyan')} {bar} {shown.text}".rstrip()
    carets = " " * shown.before + page.paint("^" * shown.marked, style)
    label = one_line(page.say(one.finding.label)) if one.finding.label else ""
    if not label or shown.before + shown.marked + 1 + cell_len(label) <= room:
        yield f"{gutter} {bar} {carets} {label}".rstrip()
        return
    yield f"{gutter} {bar} {carets}"
    # No room beside the carets: below them, and further left where the line is at its end.
    indent = " " * min(shown.before, max(0, room - cell_len(label)))
    for below in paragraph(indent, label, Page(page.lang, room)):
        yield f"{gutter} {bar} {below}"
