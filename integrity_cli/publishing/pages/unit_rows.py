"""The rows of a unit's page: every requirement with its rule, facts, arithmetic and marks."""

from __future__ import annotations

import re

from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang
from integrity_cli.publishing import speaking
from integrity_cli.publishing.views.base import Figure
from integrity_cli.publishing.views.result import ConversionView
from integrity_cli.publishing.views.unit import (
    Decided,
    ItemView,
    MarkView,
    OpenView,
    PartLine,
    RequirementView,
    RowView,
    SystemView,
)
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.facts import DUTY
from integrity_cli.scoring.scorecard import (
    ACTOR,
    STATUS,
    ItemScore,
    MarkLine,
    RequirementScore,
    RowScore,
    SystemScore,
)

_NOT_IN_ANCHORS = re.compile(r"[^A-Za-z0-9.\-]")


def anchor(row: str) -> str:
    """The name of a row's place on its page: `A1.3-2` for row `A1.3/2`."""
    return _NOT_IN_ANCHORS.sub("-", row)


def part_line(unit: str, part: SystemScore | ItemScore, lang: Lang) -> PartLine:
    """A system or item with its three figures."""
    key = f"{unit}/{part.id}"
    return PartLine(
        id=part.id,
        anchor=anchor(part.id),
        name=part.name.say(lang),
        is_system=isinstance(part, SystemScore),
        applies=part.applies,
        points=speaking.figure(f"{key}:points", part.points),
        open_points=speaking.figure(f"{key}:open_points", part.open_points),
        maximum=speaking.figure(f"{key}:maximum", part.maximum),
        conversion=speaking.conversion(key, part.sum.conversion, lang),
        weighted=_weighted(key, part),
    )


def _weighted(key: str, part: SystemScore | ItemScore) -> ConversionView | None:
    """A system as it enters the total, a printed row of its own."""
    if isinstance(part, ItemScore) or part.weight is None:
        return None
    points = part.weighted(part.points)
    return ConversionView(speaking.figure(f"{key}:weighted", points), f"{part.points} × {part.weight} = {points}")


def system_view(unit: str, system: SystemScore, lang: Lang) -> SystemView:
    """A system with everything in it."""
    return SystemView(
        part_line(unit, system, lang), bool(system.maximum), tuple(_item(unit, item, lang) for item in system.items)
    )


def _item(unit: str, item: ItemScore, lang: Lang) -> ItemView:
    return ItemView(
        part_line(unit, item, lang),
        bool(item.maximum),
        tuple(_requirement(unit, one, lang) for one in item.requirements),
    )


def _requirement(unit: str, one: RequirementScore, lang: Lang) -> RequirementView:
    key = f"{unit}/{one.id}"
    unsaid = all(row.points is None for row in one.rows)
    return RequirementView(
        id=one.id,
        anchor=anchor(one.id),
        gloss=one.gloss.say(lang),
        clause=one.clause,
        duty=DUTY.values[one.duty].say(lang),
        has_points=bool(one.maximum),
        points=None if unsaid else speaking.figure(f"{key}:points", one.points),
        maximum=speaking.figure(f"{key}:maximum", one.maximum),
        open_points=speaking.figure(f"{key}:open_points", one.open_points) if one.open_points else None,
        status=_status(key, one.status, lang),
        applies=one.applies,
        rows=tuple(_row(unit, row, lang) for row in one.rows),
        conversion=speaking.conversion(key, one.sum.conversion, lang),
    )


def _status(key: str, status: str, lang: Lang) -> Figure:
    return Figure(f"{key}:status", status, STATUS.values[status].say(lang))


def _row(unit: str, row: RowScore, lang: Lang) -> RowView:
    key = f"{unit}/{row.id}"
    return RowView(
        id=row.id,
        anchor=anchor(row.id),
        gloss=row.gloss.say(lang) if row.gloss else None,
        has_points=bool(row.maximum),
        points=speaking.maybe(f"{key}:points", row.points),
        maximum=speaking.figure(f"{key}:maximum", row.maximum),
        self_score=speaking.maybe(f"{key}:self_score", row.self_score),
        computed=speaking.maybe(f"{key}:computed", row.computed),
        reviewed=speaking.maybe(f"{key}:reviewed", row.reviewed),
        status=_status(key, row.status, lang),
        rule=row.rule.say(lang),
        arithmetic=row.arithmetic,
        facts=speaking.facts(row.facts, lang),
        marks=tuple(_mark(key, mark, lang) for mark in row.marks),
        statement=row.statement,
        open=OpenView(ACTOR.values[row.open.actor].say(lang), row.open.words.say(lang)) if row.open else None,
        decided=_decided(row, lang),
        confirmed=row.confirmed,
    )


def _decided(row: RowScore, lang: Lang) -> Decided | None:
    if row.decided is None:
        return None
    settled = row.applies and row.reviewed is not None
    return Decided(WORDS["settled_reason" if settled else "na_reason"].say(lang), row.decided)


def _mark(key: str, mark: MarkLine, lang: Lang) -> MarkView:
    key = f"{key}:mark:{mark.reviewer}"
    if mark.points is not None:
        return MarkView(mark.reviewer, speaking.figure(key, mark.points), mark.reason)
    words = STATUS.values["met" if mark.met else "unmet"].say(lang)
    return MarkView(mark.reviewer, Figure(key, as_text(bool(mark.met)), words), mark.reason)
