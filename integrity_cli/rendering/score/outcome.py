"""The result for people: bonus, penalty, vetoes, bars, over-claim, what was told and decided."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.decisions import RECONSIDERED, RESULT
from integrity_cli.lang import Text, verbatim
from integrity_cli.rendering.page import Page, harmless, paragraph
from integrity_cli.scoring.scorecard import Scorecard, VetoLine

_BONUS = Text("加分 {points} 分（上限 {cap}）：{rows}", "bonus of {points} (at most {cap}): {rows}")
_PENALTY = Text("减分 {points} 分（上限 {cap}）：{rows}", "penalty of {points} (at most {cap}): {rows}")
_BAR = Text("一票否优：{label}，最高为{grade}", "barred from the top: {label}; at most {grade}")
_VETO = Text("一票否决：{label}（依据：{basis}；{heard} 听取意见）", "veto: {label} (basis: {basis}; heard on {heard})")
_VETO_OPEN = Text("已查实、待决定的否决情形：{label}", "found, but no veto decided yet: {label}")
_LOST = Text("该决定归零 {points} 分", "it takes {points} points")
_ELIGIBLE = {
    True: Text("符合认定条件", "meets what recognition asks for"),
    False: Text("不符合认定条件", "does not meet what recognition asks for"),
}
_CONFIRMED = Text(
    "以台账为据的 {on_entries} 分中，{confirmed} 分所据条目已经考核组核实",
    "of the {on_entries} points that rest on the ledger, {confirmed} rest on entries that reviewers confirmed",
)
_OVER_CLAIM = Text("自评比核定多 {points} 分", "the unit scored itself {points} above what counts")
_UNDER_CLAIM = Text("自评比核定少 {points} 分", "the unit scored itself {points} below what counts")
_TOLD = Text("{day} 告知单位", "told on {day}")
_RECONSIDERED = Text("复核：{outcome}", "reconsideration: {outcome}")
_RESULT = Text("考核结果：{result}", "result: {result}")


def outcome_lines(card: Scorecard, page: Page) -> Iterator[str]:
    """What became of the points, a line each."""
    outcome = card.outcome
    for text, block in ((_BONUS, outcome.bonus), (_PENALTY, outcome.penalty)):
        if block is not None and block.points:
            rows = " ".join(f"{row.id} {row.counted}" for row in block.rows if row.counted)
            yield page.say(text.of(points=block.points, cap=block.cap, rows=rows))
    for veto in outcome.vetoes:
        yield from _veto(veto, page)
    for bar in outcome.bars:
        yield page.paint(page.say(_BAR.of(label=bar.label, grade=bar.grade_words)), "yellow")
    yield from _standing(card, page)


def _standing(card: Scorecard, page: Page) -> Iterator[str]:
    """How firmly the figures stand, and what was told and decided."""
    outcome = card.outcome
    if outcome.eligible is not None:
        yield page.say(_ELIGIBLE[outcome.eligible])
    if card.points_on_entries:
        words = _CONFIRMED.of(on_entries=card.points_on_entries, confirmed=card.confirmed_points)
        yield from paragraph("", page.say(words), page)
    if card.over_claim:
        text = _OVER_CLAIM if card.over_claim > 0 else _UNDER_CLAIM
        yield page.say(text.of(points=abs(card.over_claim)))
    said = [
        _TOLD.of(day=outcome.told_on) if outcome.told_on else None,
        _RECONSIDERED.of(outcome=RECONSIDERED.values[outcome.reconsideration]) if outcome.reconsideration else None,
        _RESULT.of(result=RESULT.values[outcome.result]) if outcome.result else None,
    ]
    yield from (page.say(words) for words in said if words is not None)


def _veto(veto: VetoLine, page: Page) -> Iterator[str]:
    if not veto.acts:
        yield page.paint(page.say(_VETO_OPEN.of(label=veto.label)), "red")
        return
    words = _VETO.of(label=veto.label, basis=verbatim(harmless(veto.basis)), heard=veto.heard_on)
    for line in paragraph("", page.say(words), page):
        yield page.paint(line, "red")
    if veto.lost:
        yield page.say(_LOST.of(points=veto.lost))
