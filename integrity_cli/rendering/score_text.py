"""A scorecard for people at 80 columns: what stands, what was lost and why, what is open and who must act."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from integrity_cli.domain.office import FILED
from integrity_cli.lang import Lang, Text, Words, verbatim
from integrity_cli.rendering.page import Page, cut, harmless, pad, paragraph
from integrity_cli.scoring.scorecard import ACTOR, STATE, RequirementScore, RowScore, Scorecard

_BAR = 20
_TITLE = Text("{name}（{unit}）　{state}", "{name} ({unit})  {state}")
_TOTAL = Text(
    "已定 {points} 分（已定各行满分 {settled}），待定 {open} 分，总分 {maximum}",
    "{points} points settled of {settled}; {open} still open; {maximum} in all",
)
_FINAL = Text("总分 {points} 分（满分 {maximum}），等次：{grade}", "{points} points of {maximum}; grade: {grade}")
_NOT_FILED = Text("{what}：没有备案回执", "{what}: no receipt")
_IN_TIME = Text("{what}：{day} 备案，按时（回执 {receipt}）", "{what}: filed on {day}, in time (receipt {receipt})")
_LATE = Text(
    "{what}：{day} 备案，迟 {days} 天（期限 {due}，回执 {receipt}）",
    "{what}: filed on {day}, {days:day|days} late (due {due}, receipt {receipt})",
)
_LOST = Text("失分的行", "rows that lost points")
_OPEN = Text("待定的行", "open rows")
_WAITS = Text("{actor}：{words}（{count} 行）", "{actor}: {words} ({count:row|rows})")
_LEGEND = Text("█ 已得　░ 待定　· 失分", "█ earned  ░ open  · lost")
_FACT = Text("{words}：{value}（{who}{entries}）", "{words}: {value} ({who}{entries})")
_ENTRIES = Text("，{ids}", "; {ids}")
_NOTHING = Text("无记录", "nothing on record")
_WHO = {
    "unit": Text("单位陈述", "stated by the unit"),
    "office": Text("主办单位陈述", "stated by the office"),
    "reviewer": Text("考核组陈述", "stated by reviewers"),
}
_MARK = Text("{reviewer} 评 {mark}：{reason}", "{reviewer} marked {mark}: {reason}")
_BLOCKED = Text("逐条见 integrity validate：", "`integrity validate` shows each:")


def render(card: Scorecard, page: Page) -> str:
    """The whole scorecard: head, bars, lost rows, open rows."""
    lines = [*_head(card, page)]
    if card.systems:
        lines += ["", *_bars(card, page), "", *_lost(card, page), *_open(card, page)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(card: Scorecard, page: Page) -> Iterator[str]:
    name = card.name_en if page.lang is Lang.EN and card.name_en else card.name
    title = _TITLE.of(name=verbatim(harmless(name)), unit=card.unit, state=STATE.values[card.state])
    for line in paragraph("", page.say(title), page):
        yield page.paint(line, "bold")
    if card.reason is not None:
        yield page.say(card.reason)
    if card.blocking:
        yield page.say(_BLOCKED)
        for finding in card.blocking:
            yield from paragraph(f"  {finding.code} ", f"{finding.path} {page.say(finding.message)}", page)
    if card.systems and card.grade is not None:
        yield page.say(_FINAL.of(points=card.total, maximum=card.maximum, grade=card.grade))
    elif card.systems:
        facts = {"points": card.total, "settled": card.settled_maximum, "open": card.open_points}
        yield page.say(_TOTAL.of(**facts, maximum=card.maximum))
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
        for item in system.items:
            if item.maximum:
                yield _bar_line(f"  {item.id}", item.name, item, page)


def _bar_line(id_: str, name: Words, part: object, page: Page) -> str:
    points, maximum, still = (getattr(part, field) for field in ("points", "maximum", "open_points"))
    figures = f"{pad(str(points), 6, right=True)} / {pad(str(maximum), 6, right=True)}"
    return f"{pad(id_, 5)} {pad(cut(page.say(name), 26), 27)}{_bar(points, still, maximum)} {figures}"


def _bar(points: Decimal, still: Decimal, maximum: Decimal) -> str:
    earned = int(points * _BAR / maximum)
    waiting = int((points + still) * _BAR / maximum) - earned
    return "█" * earned + "░" * waiting + "·" * (_BAR - earned - waiting)


def _lost(card: Scorecard, page: Page) -> Iterator[str]:
    lost = [
        (requirement, row)
        for requirement in card.requirements
        for row in requirement.rows
        if row.status in {"part", "none", "unmet"}
    ]
    if not lost:
        return
    yield page.paint(page.say(_LOST), "bold")
    for requirement, row in lost:
        yield from _row(requirement, row, page)
    yield ""


def _row(requirement: RequirementScore, row: RowScore, page: Page) -> Iterator[str]:
    gloss = f"{page.say(requirement.gloss)} · {page.say(row.gloss)}" if row.gloss else page.say(requirement.gloss)
    yield f"{pad(row.id, 8)}{pad(f'{row.points} / {row.maximum}', 13)}{cut(gloss, page.width - 22)}"
    yield from paragraph("        ", page.say(row.rule), page)
    if row.arithmetic:
        yield f"        {row.arithmetic}"
    for fact in row.facts:
        entries = _ENTRIES.of(ids=(*fact.entries, *fact.places)) if fact.entries or fact.places else ""
        words = _FACT.of(words=fact.words, value=fact.value or _NOTHING, who=_WHO[fact.stated_by], entries=entries)
        yield from paragraph("        ", page.say(words), page)
    for mark in row.marks:
        given = mark.points if mark.points is not None else ("yes" if mark.met else "no")
        words = _MARK.of(reviewer=mark.reviewer, mark=given, reason=verbatim(harmless(mark.reason)))
        yield from paragraph("        ", page.say(words), page)


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
