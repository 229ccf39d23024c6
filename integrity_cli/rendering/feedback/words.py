"""The words for what a change does to a unit, the same in every format."""

from __future__ import annotations

from decimal import Decimal

from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang, Sentence, Text, Words, verbatim
from integrity_cli.rendering.page import Page, cut, one_line
from integrity_cli.scoring.moves import Line, Moved, UnitMoved
from integrity_cli.scoring.scorecard import STATE, STATUS, ZERO, Scorecard

_STANDS = Text("{state} {points} 分", "{state}, {points} points")
_STANDS_OPEN = Text("{state} {points} 分，待定 {open} 分", "{state}, {points} points and {open} open")
_SAME = Text("{now}，不变", "{now}, unchanged")
_MOVED = Text("{state} {before} → {after} 分（{by}）{open}", "{state}, {before} → {after} points ({by}){open}")
_OPEN = Text("，待定 {open} 分", "; {open} open")
_OPEN_MOVED = Text("，待定 {before} → {after} 分", "; {before} → {after} open")
_OTHERWISE = Text("{before} → {after}", "{before} → {after}")
_ENTRY = Text("{id} {day} {kind}：{title}", "{id} {day} {kind}: {title}")
_NOT_THERE = Text("名册上没有", "not in the register")
_LONGEST = 44


def unit_name(one: UnitMoved, page: Page) -> str:
    """The name of a unit in the page's language."""
    card = one.after
    return one_line(card.name_en if page.lang is Lang.EN and card.name_en else card.name)


def standing(card: Scorecard | None) -> Words:
    """Where a scorecard stands: its state, its total, and what is open."""
    if card is None:
        return _NOT_THERE
    state = STATE.values[card.state]
    if card.total is None:
        return state
    words = _STANDS_OPEN if card.open_points else _STANDS
    return words.of(state=state, points=card.total, open=card.open_points)


def going(one: UnitMoved) -> Words:
    """Where a unit stood and where it would stand."""
    before, after = one.before, one.after
    if before is None or before.total is None or after.total is None or before.state != after.state:
        return _OTHERWISE.of(before=standing(before), after=standing(after)) if _differ(one) else standing(after)
    if (before.total, before.open_points) == (after.total, after.open_points):
        return _SAME.of(now=standing(after))
    waiting: Words | str = _OPEN.of(open=after.open_points) if after.open_points else ""
    if before.open_points != after.open_points:
        waiting = _OPEN_MOVED.of(before=before.open_points, after=after.open_points)
    state, by = STATE.values[after.state], signed(after.total - before.total)
    return _MOVED.of(state=state, before=before.total, after=after.total, by=by, open=waiting)


def _differ(one: UnitMoved) -> bool:
    before = one.before
    return before is None or (before.state, before.total) != (one.after.state, one.after.total)


def signed(figure: Decimal) -> str:
    """A figure with its sign."""
    return f"{figure:+}" if figure else str(ZERO)


def line_name(moved: Moved) -> str:
    """A line by the id that people know; a conversion carries that of the level it stands at."""
    return moved.id.removesuffix("~")


def figure(line: Line | None) -> Words:
    """The figure of a line, or what stands in its place."""
    if line is None:
        return verbatim("—")
    if line.points is None or line.status in {"met", "unmet"}:
        return STATUS.values[line.status] if line.status else verbatim("—")
    return verbatim(str(line.points))


def label(words: Words | None, page: Page) -> str:
    """What a line is about, in a few words."""
    return cut(one_line(page.say(words)), _LONGEST) if words is not None else ""


def entry_words(entry: Entry) -> Sentence:
    """A ledger entry on one line."""
    kind = KINDS[entry.kind].kind_label
    return _ENTRY.of(id=entry.id, day=as_text(entry.happened_on), kind=kind, title=verbatim(one_line(entry.title)))
