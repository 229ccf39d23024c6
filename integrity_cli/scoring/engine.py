"""The engine: rules answer rows, reviewers' marks settle the judged ones, sums do the rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from integrity_cli.domain.diagnostic import Diagnostic, errors
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED, Mark
from integrity_cli.domain.unit_records import SelfScore
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import Facts, Measured
from integrity_cli.rubric.model import Item, Requirement, Row, Rubric, System
from integrity_cli.rubric.rules import Award
from integrity_cli.rubric.rules.base import quantity
from integrity_cli.rubric.words import meaning_words, measured_words
from integrity_cli.scoring.scorecard import (
    FactLine,
    ItemScore,
    MarkLine,
    Open,
    RequirementScore,
    RowScore,
    Scorecard,
    SystemScore,
    rounded,
)

_SHARED = ("rubric.yaml", *(f"records/office/{name}.yaml" for name in ("campaign", "calendar", "register", "filings")))

_NOT_APPLIED = Text("没有申报，或已撤回申报", "it did not apply, or withdrew its application")
_NOT_FILED = Text("没有{missing}，不予考核", "there is no {missing}, so it is not assessed")
_BLOCKED = Text(
    "记录中有 {count} 处错误，改正之前不计分",
    "the records hold {count:error|errors}; no score until corrected",
)
_AWAITS_MARK = Text("等考核组评定", "awaits the reviewers' mark")
_MARKS_DIFFER = Text(
    "考核组意见不一（{marks}），须书面决定", "the reviewers differ ({marks}); a written decision is needed"
)
_NOT_APPLICABLE = Text(
    "分母为零，是否不适用等主办单位确认", "the denominator is 0; the office confirms whether it applies"
)


def blocking(findings: Iterable[Diagnostic], unit: str) -> tuple[Diagnostic, ...]:
    """The errors in records that the score of a unit reads. While there is one, the unit has no total."""
    folders = (f"records/units/{unit}/", f"records/office/reviews/{unit}/")
    return tuple(
        one
        for one in errors(findings)
        if one.family not in "PG" and (one.path in _SHARED or one.path.startswith(folders))
    )


def score(campaign: Campaign, unit: str, findings: Iterable[Diagnostic]) -> Scorecard:
    """The scorecard of one unit of the register (KeyError for another), given every finding on the campaign."""
    dossier = campaign.by_unit[unit]
    if not dossier.unit.applied:
        return _without_score(dossier, "not_applied", _NOT_APPLIED)
    blocked = blocking(findings, unit)
    if blocked or campaign.rubric is None:
        return _without_score(dossier, "unscored", _BLOCKED.of(count=len(blocked)), blocked)
    missing = [FILED.values[name] for name in FILED.values if getattr(dossier, name) is None]
    if missing:
        return _without_score(dossier, "not_assessed", _NOT_FILED.of(missing=tuple(missing)))
    return _scored(dossier, campaign.rubric)


def _without_score(dossier: Dossier, state: str, reason: Words, blocked: tuple[Diagnostic, ...] = ()) -> Scorecard:
    unit = dossier.unit
    return Scorecard(
        unit.id,
        unit.name,
        unit.name_en,
        unit.peer_group,
        state,
        (),
        _timeliness(dossier),
        reason=reason,
        blocking=blocked,
    )


def _timeliness(dossier: Dossier) -> tuple:  # type: ignore[type-arg]
    return tuple((name, dossier.timeliness(name)) for name in FILED.values)


def _scored(dossier: Dossier, rubric: Rubric) -> Scorecard:
    facts = Facts(dossier, rubric.facts)
    systems = tuple(_system(system, facts) for system in rubric.systems)
    unit = dossier.unit
    card = Scorecard(unit.id, unit.name, unit.name_en, unit.peer_group, "provisional", systems, _timeliness(dossier))
    if card.open or card.total is None:
        return card
    return Scorecard(
        unit.id,
        unit.name,
        unit.name_en,
        unit.peer_group,
        "final",
        systems,
        _timeliness(dossier),
        grade=_grade(rubric, card.total),
    )


def _grade(rubric: Rubric, points: Decimal) -> Words:
    """The highest grade that the total reaches."""
    return next(grade.name.text for grade in rubric.grades if points >= grade.from_points)


def _system(system: System, facts: Facts) -> SystemScore:
    return SystemScore(system.id, system.name.text, system.points, tuple(_item(item, facts) for item in system.items))


def _item(item: Item, facts: Facts) -> ItemScore:
    requirements = tuple(_requirement(one, facts) for one in item.requirements)
    return ItemScore(item.id, item.name.text, item.points, requirements)


def _requirement(one: Requirement, facts: Facts) -> RequirementScore:
    rows = tuple(_row(row, facts) for row in one.rows())
    return RequirementScore(one.id, one.clause, one.gloss.text, one.duty, one.points, rows)


def _row(row: Row, facts: Facts) -> RowScore:
    award = row.rule.award(row.points, facts)
    computed = None if award.points is None else rounded(award.points)
    marks = tuple(_marks(row, facts.dossier)) if award.awaits_mark else ()
    agreed = marks[0] if marks and len({(mark.points, mark.met) for mark in marks}) == 1 else None
    points = computed
    if agreed is not None:
        points = Decimal("0.00") if agreed.points is None else agreed.points
    stated = _self_score(row, facts.dossier)
    return RowScore(
        id=row.id,
        part=row.part,
        gloss=row.gloss.text if row.gloss else None,
        maximum=row.points,
        points=points,
        self_score=stated.points if stated else computed,
        computed=computed,
        reviewed=points if agreed else None,
        status=_status(row, points, met=agreed.met if agreed else award.met),
        rule=row.rule.words(row.points, facts),
        arithmetic=f"{award.arithmetic} = {computed}" if computed is not None else "",
        facts=tuple(_fact_line(measured) for measured in award.facts),
        marks=marks,
        statement=stated.statement if stated else None,
        open=_open(row, award, marks) if points is None else None,
    )


def _status(row: Row, points: Decimal | None, *, met: bool | None) -> str:
    if points is None:
        return "open"
    if row.points == 0:
        return "met" if met else "unmet"
    return "full" if points == row.points else "part" if points else "none"


def _open(row: Row, award: Award, marks: tuple[MarkLine, ...]) -> Open:
    if not award.awaits_mark:
        return Open(row.id, "office", _NOT_APPLICABLE)
    if not marks:
        return Open(row.id, "reviewers", _AWAITS_MARK)
    given = tuple(f"{mark.reviewer} {_mark_text(mark)}" for mark in marks)
    return Open(row.id, "office", _MARKS_DIFFER.of(marks=given))


def _mark_text(mark: MarkLine) -> str:
    return str(mark.points) if mark.points is not None else "yes" if mark.met else "no"


def _marks(row: Row, dossier: Dossier) -> Iterable[MarkLine]:
    """The marks of all reviewers on a row, by reviewer."""
    for by in sorted(dossier.reviews, key=lambda by: by.reviewer):
        for mark in by.review.marks:
            if _names(mark, row):
                yield MarkLine(by.reviewer, mark.points, mark.met, mark.reason)


def _self_score(row: Row, dossier: Dossier) -> SelfScore | None:
    stated = dossier.self_report.self_scores if dossier.self_report else ()
    return next((one for one in stated if _names(one, row)), None)


def _names(one: Mark | SelfScore, row: Row) -> bool:
    return (one.requirement, one.part) == (row.requirement, row.part)


def _fact_line(measured: Measured) -> FactLine:
    value = measured.value.isoformat() if isinstance(measured.value, date) else quantity(measured)
    return FactLine(
        words=measured_words(measured.fact),
        meaning=meaning_words(measured.fact),
        value=value if measured.value is not None else "",
        stated_by=measured.items[0].stated_by if measured.items else "unit",
        entries=tuple(item.label for item in measured.items if item.is_entry),
        places=tuple(item.label for item in measured.items if not item.is_entry),
    )
