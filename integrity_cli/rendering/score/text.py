"""A scorecard for people at 80 columns: one screen with bars and what is open; in full, every row with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Protocol

from integrity_cli.domain.office import FILED
from integrity_cli.lang import Lang, Text, Words, verbatim
from integrity_cli.rendering.page import Page, cut, harmless, pad, paragraph
from integrity_cli.rendering.score.late import late_lines
from integrity_cli.rendering.score.outcome import outcome_lines
from integrity_cli.rendering.score.row import conversion_words, row_lines
from integrity_cli.scoring.scorecard import ACTOR, STATE, RequirementScore, RowScore, Scorecard, Sum

_BAR = 20
_MOST_SHOWN = 16
_OF_THE_UNIT = {"must", "goal"}
_ZERO = Decimal("0.00")
_TITLE = Text("{name}（{unit}）　{state}", "{name} ({unit})  {state}")
_TOTAL = Text(
    "已定 {points} 分（已定部分满分 {settled}），待定 {open} 分，总分 {maximum}",
    "{points} points settled of {settled}; {open} still open; {maximum} in all",
)
_FINAL = Text(
    "总分 {points} 分（基础满分 {maximum}），等次：{grade}", "{points} points (base of {maximum}); grade: {grade}"
)
_NOT_FILED = Text("{what}：没有备案回执", "{what}: no receipt")
_IN_TIME = Text("{what}：{day} 备案，按时（回执 {receipt}）", "{what}: filed on {day}, in time (receipt {receipt})")
_LATE = Text(
    "{what}：{day} 备案，迟 {days} 天（期限 {due}，回执 {receipt}）",
    "{what}: filed on {day}, {days:day|days} late (due {due}, receipt {receipt})",
)
_LOST = Text(
    "失分 {points} 分，共 {count} 行，多的在前：{rows}", "{points} points lost in {count:row|rows}, most first: {rows}"
)
_UNMET = Text("未达到：{rows}", "not met: {rows}")
_NOT_APPLIED = Text("不适用 {count} 行：{rows}", "{count:row does|rows do} not apply: {rows}")
_CONVERTED = Text(
    "折算得 {points} 分（不折算则总分少这么多）",
    "conversions brought {points}; without them the total is that much lower",
)
_OPEN = Text("待定", "open")
_WAITS = Text("{actor}：{words}（{count} 项）", "{actor}: {words} ({count})")
_WEIGHTED = Text("加权", "weighted")
_LEGEND = Text("█ 已得　░ 待定　· 失分", "█ earned  ░ open  · lost")
_MORE = Text(
    "逐行写明规则、事实、算式：--full；一项的来由：--explain A2.6",
    "every row with rule, facts and arithmetic: --full; where one comes from: --explain A2.6",
)
_BLOCKED = Text("逐条见 integrity validate：", "`integrity validate` shows each:")
_BLOCKED_FROZEN = Text("按冻结的内容查验：", "checked with what was frozen:")
_ROWS = Text("逐行", "row by row")


class _Figures(Protocol):
    @property
    def maximum(self) -> Decimal: ...
    @property
    def points(self) -> Decimal: ...
    @property
    def open_points(self) -> Decimal: ...


def render(card: Scorecard, page: Page, *, full: bool = False) -> str:
    """The scorecard on one screen, or in full."""
    lines = [*_head(card, page)]
    if card.systems:
        lines += ["", *_bars(card, page), "", *_summary(card, page), *_open(card, page)]
        lines += ["", *_every_row(card, page)] if full else ["", *paragraph("", page.say(_MORE), page)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(card: Scorecard, page: Page) -> Iterator[str]:
    name = card.name_en if page.lang is Lang.EN and card.name_en else card.name
    title = _TITLE.of(name=verbatim(harmless(name)), unit=card.unit, state=STATE.values[card.state])
    for line in paragraph("", page.say(title), page):
        yield page.paint(line, "bold")
    if card.reason is not None:
        yield page.say(card.reason)
    if card.blocking:
        yield page.say(_BLOCKED_FROZEN if card.late.uncounted else _BLOCKED)
        for finding in card.blocking:
            yield from paragraph(f"  {finding.code} ", f"{finding.path} {page.say(finding.message)}", page)
    if card.systems and card.grade is not None:
        yield page.say(_FINAL.of(points=card.total, maximum=card.maximum, grade=card.grade))
    elif card.systems:
        facts = {"points": card.total, "settled": card.settled_maximum, "open": card.open_points}
        yield page.say(_TOTAL.of(**facts, maximum=card.maximum))
    yield from outcome_lines(card, page)
    yield from _filings(card, page)
    for late in late_lines(card.late):
        yield from paragraph("", page.say(late), page)


def _filings(card: Scorecard, page: Page) -> Iterator[str]:
    for what, when in card.timeliness:
        if when is None:
            yield page.say(_NOT_FILED.of(what=FILED.values[what]))
            continue
        words = _IN_TIME.of(what=FILED.values[what], day=when.received_on, receipt=when.receipt_no)
        if not when.in_time:
            words = _LATE.of(
                what=FILED.values[what],
                day=when.received_on,
                days=when.days_late,
                due=when.due_on,
                receipt=when.receipt_no,
            )
        yield from paragraph("", page.say(words), page)


def _bars(card: Scorecard, page: Page) -> Iterator[str]:
    yield page.paint(page.say(_LEGEND), "dim")
    for system in card.systems:
        if not system.maximum:
            continue
        yield page.paint(_bar_line(system.id, system.name, system, page), "bold")
        if system.weight is not None:
            arithmetic = f"{system.weight} × {system.points} = {system.weighted(system.points)}"
            yield f"      {page.say(_WEIGHTED)} {arithmetic}"
        for item in system.items:
            if item.maximum:
                yield _bar_line(f"  {item.id}", item.name, item, page)


def _bar_line(id_: str, name: Words, part: _Figures, page: Page) -> str:
    figures = f"{pad(str(part.points), 6, right=True)} / {pad(str(part.maximum), 6, right=True)}"
    bar = _bar(part.points, part.open_points, part.maximum)
    return f"{pad(id_, 5)} {pad(cut(page.say(name), 26), 27)}{bar} {figures}"


def _bar(points: Decimal, still: Decimal, maximum: Decimal) -> str:
    earned = int(points * _BAR / maximum)
    waiting = int((points + still) * _BAR / maximum) - earned
    return "█" * earned + "░" * waiting + "·" * (_BAR - earned - waiting)


def _summary(card: Scorecard, page: Page) -> Iterator[str]:
    lost = [row for row in card.rows if row.maximum and row.points is not None and row.points < row.maximum]
    if lost:
        lost.sort(key=lambda row: (row.points or _ZERO) - row.maximum)
        points = sum((row.maximum - (row.points or _ZERO) for row in lost), _ZERO)
        rows = " ".join(f"{row.id} −{row.maximum - (row.points or _ZERO)}" for row in lost[:_MOST_SHOWN])
        rest = " …" if len(lost) > _MOST_SHOWN else ""
        yield from paragraph("", page.say(_LOST.of(points=points, count=len(lost), rows=rows + rest)), page)
    unmet = [one.id for one in card.requirements if one.status == "unmet" and one.duty in _OF_THE_UNIT]
    if unmet:
        yield from paragraph("", page.say(_UNMET.of(rows=" ".join(unmet))), page)
    aside = [row.id for row in card.rows if not row.applies]
    if aside:
        yield from paragraph("", page.say(_NOT_APPLIED.of(count=len(aside), rows=" ".join(aside))), page)
    if card.converted:
        yield page.say(_CONVERTED.of(points=card.converted))


def _open(card: Scorecard, page: Page) -> Iterator[str]:
    if not card.open:
        return
    yield page.paint(page.say(_OPEN), "bold")
    waiting: dict[tuple[str, str], list[str]] = {}
    for one in card.open:
        waiting.setdefault((one.actor, page.say(one.words)), []).append(one.row)
    for (actor, words), rows in waiting.items():
        said = _WAITS.of(actor=ACTOR.values[actor], words=verbatim(words), count=len(rows))
        yield from paragraph("", page.say(said), page)
        yield from paragraph("  ", " ".join(rows), page)


def _every_row(card: Scorecard, page: Page) -> Iterator[str]:
    yield page.paint(page.say(_ROWS), "bold")
    for requirement in card.requirements:
        for row in requirement.rows:
            yield from _row(requirement, row, page)
        yield from _conversion(requirement.id, requirement.sum, page)
    for system in card.systems:
        for item in system.items:
            yield from _conversion(item.id, item.sum, page)
        yield from _conversion(system.id, system.sum, page)
    if card.sum is not None:
        yield from _conversion("", card.sum, page)


def _conversion(id_: str, figures: Sum, page: Page) -> Iterator[str]:
    """A conversion is a printed row of its own, so that every total can be redone."""
    if figures.conversion is not None:
        yield f"{pad(id_, 8)}{page.say(conversion_words(figures.conversion))}"


def _row(requirement: RequirementScore, row: RowScore, page: Page) -> Iterator[str]:
    gloss = f"{page.say(requirement.gloss)} · {page.say(row.gloss)}" if row.gloss else page.say(requirement.gloss)
    points = "—" if row.points is None else str(row.points)
    yield f"{pad(row.id, 8)}{pad(f'{points} / {row.maximum}', 13)}{cut(gloss, page.width - 22)}"
    yield from row_lines(row, page, "        ")
