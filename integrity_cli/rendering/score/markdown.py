"""A scorecard in Markdown, for a pull request or a wiki: tables that a forge shows."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.lang import Lang, Text
from integrity_cli.rendering.page import Page, harmless
from integrity_cli.rendering.score.late import late_lines
from integrity_cli.scoring.scorecard import ACTOR, STATE, STATUS, ItemScore, Scorecard, SystemScore

_TITLE = Text("## {name}（{unit}）：{state}", "## {name} ({unit}): {state}")
_SYSTEMS = Text("| 项目 | 得分 | 满分 | 待定 |", "| item | points | maximum | open |")
_ROWS = Text("| 考核项 | 得分 / 满分 | 情况 | 规则 | 算式 |", "| row | points / maximum | status | rule | arithmetic |")
_TOTAL = Text("**合计** {points} / {maximum}", "**Total** {points} / {maximum}")
_GRADE = Text("**等次** {grade}", "**Grade** {grade}")
_OPEN = Text("### 待定", "### Open")


def render(card: Scorecard, page: Page) -> str:
    """The scorecard as Markdown; what records say is escaped."""
    return "\n".join(_lines(card, page)) + "\n"


def escaped(text: str) -> str:
    """Data that Markdown shows as it is."""
    kept = harmless(text).replace("\n", " ")
    return "".join(f"\\{one}" if one in "\\`*_[]<>|#" else one for one in kept)


def _lines(card: Scorecard, page: Page) -> Iterator[str]:
    name = card.name_en if page.lang is Lang.EN and card.name_en else card.name
    yield page.say(_TITLE.of(name=escaped(name), unit=card.unit, state=STATE.values[card.state]))
    yield ""
    if card.reason is not None:
        yield page.say(card.reason)
    late = [f"- {escaped(page.say(words))}" for words in late_lines(card.late)]
    if not card.systems:
        yield from ["", *late] if late else ()
        return
    yield page.say(_TOTAL.of(points=card.total, maximum=card.maximum)) + "  "
    if card.grade is not None:
        yield page.say(_GRADE.of(grade=card.grade))
    yield from ["", *late] if late else ()
    yield from ("", page.say(_SYSTEMS), "| --- | ---: | ---: | ---: |")
    for system in card.systems:
        levels: tuple[SystemScore | ItemScore, ...] = (system, *system.items)
        for one in levels:
            if one.maximum:
                yield f"| {one.id} {page.say(one.name)} | {one.points} | {one.maximum} | {one.open_points} |"
    yield from ("", page.say(_ROWS), "| --- | ---: | --- | --- | --- |")
    for row in card.rows:
        points = "—" if row.points is None else row.points
        status = page.say(STATUS.values[row.status])
        rule = escaped(page.say(row.rule))
        yield f"| {row.id} | {points} / {row.maximum} | {status} | {rule} | {escaped(row.arithmetic)} |"
    if card.open:
        yield from ("", page.say(_OPEN), "")
        for waiting in card.open:
            who = page.say(ACTOR.values[waiting.actor])
            yield f"- {waiting.row} {who}: {escaped(page.say(waiting.words))}"
