"""Findings as a page for people, which forges show: file by file, long results folded.

It is also the summary of a step, which a forge refuses above a certain size; then the last findings are left out
and the page says how many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Text, verbatim
from integrity_cli.reading.locate import Located
from integrity_cli.rendering.feedback import markdown as feedback_markdown
from integrity_cli.rendering.findings.excerpt import excerpt
from integrity_cli.rendering.findings.report import FindingsReport
from integrity_cli.rendering.findings.words import SEVERITY, beside
from integrity_cli.rendering.markdown import code, html_code, prose
from integrity_cli.rendering.page import Page

_OPEN = 20
"""So many findings are in sight; the files after them are folded."""

_LINE_SHOWN = 100
_TITLE = Text("## 查验结果：{count}", "## Findings: {count}")
_CLEAN = Text("## 查验结果：没有发现问题", "## Findings: none")
_TO_MEND = Text("### 要改的和请看的：{count}", "### To mend, and to look at: {count}")
_COUNT = Text("错误 {errors} 处、警告 {warnings} 处", "{errors:error|errors}, {warnings:warning|warnings}")
_LOOKED_AT = Text("{looked_at}。", "Looked at: {looked_at}.")
_PLACE = Text("第 {line} 行第 {column} 列", "line {line}, column {column}")
_FINDING = Text("- **{place}** {severity} {code}：{message}", "- **{place}** {severity} {code}: {message}")
_CUT = Text(
    "另有 {count} 处因篇幅所限没有列出；在自己的电脑上运行 `integrity validate` 可以看到全部。",
    "{count:finding|findings} more did not fit on this page; `integrity validate` on your own computer shows them all.",
)


def render(report: FindingsReport, page: Page, room: int | None = None) -> str:
    """The whole page; with `room`, as much of it as that many bytes of UTF-8 hold.

    A change comes with what it does before what is wrong with it, and is a comment, which has no more than its room.
    """
    if report.feedback is not None:
        room = min(room or feedback_markdown.ROOM, feedback_markdown.ROOM)
    whole = _page(report, report.findings, page)
    if room is None or _size(whole) <= room:
        return whole
    return _page(report, report.findings[: _fitting(report, page, room)], page)


def _page(report: FindingsReport, shown: Sequence[Located], page: Page) -> str:
    blocks = [*_head(report, page), *_files(replace(report, findings=tuple(shown)), page)]
    if left := len(report.findings) - len(shown):
        blocks.append(page.say(_CUT.of(count=left)))
    return "\n\n".join(blocks) + "\n"


def _fitting(report: FindingsReport, page: Page, room: int) -> int:
    """How many findings fit; the page is made for a guess, which is halved until the answer is known."""
    fits, too_many = 0, len(report.findings)
    while too_many - fits > 1:
        guess = (fits + too_many) // 2
        if _size(_page(report, report.findings[:guess], page)) <= room:
            fits = guess
        else:
            too_many = guess
    return fits


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _head(report: FindingsReport, page: Page) -> Iterator[str]:
    if report.feedback is not None:
        yield feedback_markdown.render(report, report.feedback, page)
    count = _count(report.findings, page)
    if report.feedback is None:
        yield page.say(_TITLE.of(count=count) if report.findings else _CLEAN)
    elif report.findings:
        yield page.say(_TO_MEND.of(count=count))
    if page.closing:
        yield page.say(_LOOKED_AT.of(looked_at=report.looked_at))


def _files(report: FindingsReport, page: Page) -> Iterator[str]:
    before = 0
    for path, findings in report.by_file.items():
        before += len(findings)
        state = " open" if before <= _OPEN else ""
        yield f"<details{state}><summary>{html_code(path)} {_count(findings, page)}</summary>"
        yield "\n".join(_finding(one, page) for one in findings)
        yield "</details>"


def _finding(one: Located, page: Page) -> str:
    finding, position = one.finding, one.position
    place = page.say(_PLACE.of(line=position.line, column=position.column))
    message = verbatim(prose(page.say(finding.message)))
    words = _FINDING.of(place=place, severity=SEVERITY[finding.severity], code=finding.code, message=message)
    lines = [page.say(words)]
    if one.line is not None and one.line.strip():
        lines.append(code(excerpt(one.line.rstrip(), position.column, position.end, _LINE_SHOWN).text.strip()))
    lines += [heading + prose(said) for heading, said in beside(finding, page)]
    return "<br>\n  ".join(lines)


def _count(findings: Sequence[Located], page: Page) -> str:
    errors = sum(one.finding.severity is Severity.ERROR for one in findings)
    return page.say(_COUNT.of(errors=errors, warnings=len(findings) - errors))
