"""What a change does, for a person at a console: a few lines a unit."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.lang import Text
from integrity_cli.rendering.feedback.words import (
    entry_words,
    figure,
    going,
    label,
    line_name,
    signed,
    unit_name,
)
from integrity_cli.rendering.findings.report import Feedback
from integrity_cli.rendering.page import Page, one_line, paragraph
from integrity_cli.scoring.moves import UnitMoved

_MANY = 12
_WHO = Text(
    "{actors} 提交，改了 {files} 个文件（{base} → {head}），以下是合并以后的样子",
    "handed in by {actors}, {files:file|files} changed ({base} → {head}); this is how it would be once merged",
)
_REFUSED = Text(
    "其中 {count} 个不归这个账号改，下面当作没有改",
    "not for this account to change, and taken as before: {count:file|files}",
)
_KNOWN = Text(
    "另有 {count} 处问题是原来就有的，不算在这次改动里",
    "{count:finding was|findings were} there before, and are no fault of this change",
)
_UNIT = Text("{name}（{unit}）：{stands}", "{name} ({unit}): {stands}")
_LINE = Text("{id} {label}：{before} → {after}（{by}）", "{id} {label}: {before} → {after} ({by})")
_ADDED = Text("新增 {entry}", "added: {entry}")
_WITHDRAWN = Text("撤回 {entry}", "withdrawn: {entry}")
_LATE = Text("截止后才到、不计分：{what}", "came after the deadline, not counted: {what}")
_SUPPORTED = Text("新得到支撑：{rows}", "newly supported: {rows}")
_MORE = Text("还有 {count} 行", "{count:line|lines} more")


def render(feedback: Feedback, page: Page) -> str:
    """Who hands it in, and what it does to each unit."""
    return "\n".join(line.rstrip() for line in _lines(feedback, page)) + "\n"


def _lines(feedback: Feedback, page: Page) -> Iterator[str]:
    actors = tuple(one_line(actor) for actor in feedback.actors)
    who = _WHO.of(actors=actors, files=feedback.files, base=feedback.base[:8], head=feedback.head[:8])
    yield from paragraph("", page.say(who), page)
    if feedback.refused:
        yield from paragraph("", page.say(_REFUSED.of(count=feedback.refused)), page)
    if feedback.known:
        yield from paragraph("", page.say(_KNOWN.of(count=feedback.known)), page)
    for one in feedback.units:
        stands = _UNIT.of(name=unit_name(one, page), unit=one.after.unit, stands=going(one))
        yield from paragraph("", page.say(stands), page)
        lines = list(_of_unit(one, page))
        for line in lines[:_MANY]:
            yield from paragraph("  ", line, page)
        if len(lines) > _MANY:
            yield f"  {page.say(_MORE.of(count=len(lines) - _MANY))}"


def _of_unit(one: UnitMoved, page: Page) -> Iterator[str]:
    for line in one.lines:
        facts = {"before": figure(line.before), "after": figure(line.after), "by": signed(line.by)}
        yield page.say(_LINE.of(id=line_name(line), label=label(line.label, page), **facts))
    yield from (page.say(_ADDED.of(entry=entry_words(entry))) for entry in one.added)
    yield from (page.say(_WITHDRAWN.of(entry=entry_words(entry))) for entry in one.withdrawn)
    yield from (page.say(_LATE.of(what=arrival.words)) for arrival in one.late)
    if one.supported:
        yield page.say(_SUPPORTED.of(rows=tuple(each.id for each in one.supported)))
