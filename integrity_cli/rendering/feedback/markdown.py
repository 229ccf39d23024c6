"""What a change does, as the comment of a pull request: for a clerk who knows neither Git nor codes.

First whether it can be merged, then what it does to each unit; what must be mended follows from the findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.rendering.feedback.words import (
    entry_words,
    figure,
    going,
    label,
    line_name,
    signed,
    unit_name,
)
from integrity_cli.rendering.findings.report import Feedback, FindingsReport
from integrity_cli.rendering.markdown import code, prose
from integrity_cli.rendering.page import Page
from integrity_cli.scoring.moves import Moved, UnitMoved

ROOM = 60_000
"""In bytes: forges take comments of some 65,000 characters."""

_MANY = 12
"""So many lines are in sight; more are folded."""
_MOST = (200, 50, 12, 3)
"""So many lines a list may have; more are counted. Where that is too long for half of the room, the next."""

_FINE = Text("## 可以合并：没有要改的", "## Ready to merge: nothing to mend")
_FINE_BUT = Text(
    "## 可以合并：没有错误，有 {count} 处请看一看",
    "## Ready to merge: no error, {count:thing|things} to look at",
)
_NOT_YET = Text("## 还不能合并：要改 {count} 处", "## Not ready to merge: {count:thing|things} to mend")
_WHO = Text(
    "提交账号 {actors}，改了 {files} 个文件（{base} → {head}）。下面说的都是合并以后的样子。",
    "Handed in by {actors}, {files:file|files} changed ({base} → {head}). "
    "All that follows is about what it would be once merged.",
)
_REFUSED = Text(
    "其中 {count} 个文件不归这个账号改，下面当作没有改。",
    "{count:file is|files are} not for this account to change, and taken as before.",
)
_KNOWN = Text(
    "另有 {count} 处问题是原来就有的，不算在这次改动里。",
    "{count:finding was|findings were} there before, and are no fault of this change.",
)
_UNIT = Text("### {name}（{unit}）", "### {name} ({unit})")
_HEAD = Text("| 考核项 | 改动前 | 改动后 | 变化 |", "| line | before | after | difference |")
_LINES = Text("分数有变化的 {count} 行", "{count:line|lines} that moved")
_ADDED = Text("台账新增 {count} 条", "{count:entry|entries} added to the ledger")
_WITHDRAWN = Text("撤回 {count} 条", "{count:entry|entries} withdrawn")
_LATE = Text(
    "截止后才到、不计分的 {count} 项，主办单位准予计入的除外",
    "{count:thing|things} after the deadline, which do not count unless the office admits them",
)
_SUPPORTED = Text("新得到支撑的考核项 {count} 项", "{count:requirement|requirements} newly supported")
_REQUIREMENT = Text("{id} {clause}", "{id} {clause}")
_MORE = Text("还有 {count} 条", "{count} more")
_MORE_UNITS = Text("还有 {count} 个单位有变化。", "{count:unit|units} more would change.")
_NOTHING = Text("台账和分数都没有变化。", "Neither the ledger nor a score changes.")


def render(report: FindingsReport, feedback: Feedback, page: Page) -> str:
    """The part of the comment that comes before the findings, in half of its room."""
    head = list(_head(report, feedback, page))
    for most in _MOST:
        units = [list(_unit(one, most, page)) for one in feedback.units]
        if _size(units) <= ROOM // 2:
            break
    shown = len(units)
    while _size(units[:shown]) > ROOM // 2:
        shown -= 1
    more = [page.say(_MORE_UNITS.of(count=len(units) - shown))] if shown < len(units) else []
    return "\n\n".join([*head, *(block for unit in units[:shown] for block in unit), *more])


def _size(units: list[list[str]]) -> int:
    return sum(len(block.encode("utf-8")) + 2 for unit in units for block in unit)


def _head(report: FindingsReport, feedback: Feedback, page: Page) -> Iterator[str]:
    if report.errors:
        yield page.say(_NOT_YET.of(count=report.errors))
    else:
        yield page.say(_FINE_BUT.of(count=report.warnings) if report.warnings else _FINE)
    actors = tuple(code(actor) for actor in feedback.actors)
    between = {"base": code(feedback.base[:8]), "head": code(feedback.head[:8])}
    yield page.say(_WHO.of(actors=actors, files=feedback.files, **between))
    if feedback.refused:
        yield page.say(_REFUSED.of(count=feedback.refused))
    if feedback.known:
        yield page.say(_KNOWN.of(count=feedback.known))
    if not feedback.units:
        yield page.say(_NOTHING)


def _unit(one: UnitMoved, most: int, page: Page) -> Iterator[str]:
    yield page.say(_UNIT.of(name=verbatim(prose(unit_name(one, page))), unit=one.after.unit))
    yield f"**{prose(page.say(going(one)))}**"
    if one.lines:
        head = [page.say(_HEAD), "|---|---:|---:|---:|"]
        table = [*head, *_shown([_row(line, page) for line in one.lines], most, "| {} | | | |", page)]
        yield from _folded(_LINES.of(count=len(one.lines)), "\n".join(table), len(one.lines), page)
    lists: tuple[tuple[Text, list[Words]], ...] = (
        (_ADDED, [entry_words(entry) for entry in one.added]),
        (_WITHDRAWN, [entry_words(entry) for entry in one.withdrawn]),
        (_LATE, [arrival.words for arrival in one.late]),
        (_SUPPORTED, [_REQUIREMENT.of(id=each.id, clause=verbatim(each.clause)) for each in one.supported]),
    )
    for heading, items in lists:
        if items:
            lines = _shown([f"- {prose(page.say(item))}" for item in items], most, "- {}", page)
            yield from _folded(heading.of(count=len(items)), "\n".join(lines), len(items), page)


def _row(line: Moved, page: Page) -> str:
    name = f"{prose(line_name(line))} {prose(label(line.label, page))}"
    return f"| {name} | {page.say(figure(line.before))} | {page.say(figure(line.after))} | {signed(line.by)} |"


def _shown(lines: list[str], most: int, more: str, page: Page) -> list[str]:
    """The lines of a list, and how many more there are."""
    left = len(lines) - most
    return [*lines[:most], more.format(page.say(_MORE.of(count=left)))] if left > 0 else lines


def _folded(heading: Words, body: str, length: int, page: Page) -> Iterator[str]:
    """A list under its heading, folded where it is long."""
    state = " open" if length <= _MANY else ""
    yield f"<details{state}><summary>{page.say(heading)}</summary>"
    yield body
    yield "</details>"
