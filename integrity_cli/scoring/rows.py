"""One row: what its rule computes, what reviewers and decisions say, whether it applies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from integrity_cli.domain.decisions import NotApplicableDecision, SettledMark
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import CampaignTerms
from integrity_cli.domain.points import rounded
from integrity_cli.domain.record import as_text
from integrity_cli.domain.reviews import Mark
from integrity_cli.domain.unit_records import NotApplicableClaim, SelfScore
from integrity_cli.lang import Text
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.model import Row, Rubric
from integrity_cli.rubric.rules import Award
from integrity_cli.rubric.rules.base import quantity
from integrity_cli.rubric.words import meaning_words, measured_words, number
from integrity_cli.scoring.scorecard import ZERO, FactLine, MarkLine, Open, RowScore, total

_AWAITS_MARK = Text("等考核组评定", "awaits the reviewers' mark")
_AWAITS_FACTS = Text("等考核组查阅案卷", "awaits the reviewers' look at case files")
_MARKS_DIFFER = Text(
    "考核组意见不一（{marks}），须书面决定", "the reviewers differ ({marks}); a written decision is needed"
)
_NOT_APPLICABLE = Text("是否不适用，等主办单位确认", "the office has to confirm whether it applies")


@dataclass(frozen=True, slots=True)
class Settled:
    """How a row came out: its points, or met or not; a status; what keeps it open; what was decided."""

    points: Decimal | None
    status: str
    reviewed: Decimal | None = None
    open: Open | None = None
    decided: str | None = None
    arithmetic: str = ""


def score_row(row: Row, facts: Facts, rubric: Rubric) -> RowScore:
    """The printed row."""
    award = row.rule.award(row.points, facts)
    computed = None if award.points is None else rounded(award.points)
    marks = tuple(_marks(row, facts.dossier))
    settled = _settle(row, award, marks, facts, rubric)
    stated = _self_score(row, facts.dossier)
    entries = {item.label for measured in award.facts for item in measured.items if item.is_entry}
    return RowScore(
        id=row.id,
        part=row.part,
        gloss=row.gloss.text if row.gloss else None,
        maximum=row.points,
        points=settled.points,
        self_score=stated.points if stated else (computed if settled.status != "not_applicable" else None),
        computed=computed,
        reviewed=settled.reviewed,
        status=settled.status,
        rule=row.rule.words(row.points, facts),
        arithmetic=f"{award.arithmetic} = {computed}" if computed is not None else settled.arithmetic,
        facts=tuple(fact_line(measured, facts.dossier.terms) for measured in award.facts),
        marks=marks,
        statement=stated.statement if stated else None,
        open=settled.open,
        decided=settled.decided,
        confirmed=bool(entries) and computed is not None and entries <= facts.dossier.confirmed,
    )


def fact_line(measured: Measured, terms: CampaignTerms) -> FactLine:
    """A fact as it is printed."""
    value = measured.value.isoformat() if isinstance(measured.value, date) else quantity(measured)
    return FactLine(
        words=measured_words(measured.fact, terms),
        meaning=meaning_words(measured.fact, terms),
        value=value if measured.value is not None else "",
        stated_by=measured.items[0].stated_by if measured.items else measured.stated_by,
        entries=tuple(item.label for item in measured.items if item.is_entry),
        places=tuple(item.label for item in measured.items if not item.is_entry),
    )


def _settle(row: Row, award: Award, marks: tuple[MarkLine, ...], facts: Facts, rubric: Rubric) -> Settled:
    """In this order: does not apply; a settled mark; the reviewers' mark; what the rule computed."""
    decision = _decision(row, facts.dossier)
    treatment = row.not_applicable.treatment if row.not_applicable else "exclude"
    if decision is not None and decision.confirmed:
        if treatment == "exclude":
            return Settled(None, "not_applicable", decided=decision.reason)
        return _outcome(row, row.points if treatment == "full" else ZERO, met=treatment == "full", why=decision.reason)
    written = next((one for one in _settled_marks(facts.dossier) if _names(one, row)), None)
    if written is not None:
        return _outcome(row, written.points or ZERO, met=bool(written.met), why=written.reason, reviewed=True)
    if decision is None and _is_claimed(row, award, facts):
        return Settled(None, "open", open=Open(row.id, "office", _NOT_APPLICABLE))
    if award.awaits_facts or award.awaits_mark:
        return _by_reviewers(row, award, marks, rubric.tolerance)
    return _outcome(row, ZERO if award.points is None else rounded(award.points), met=bool(award.met))


def _is_claimed(row: Row, award: Award, facts: Facts) -> bool:
    """Whether the rubric's condition, the unit, or an empty denominator says that the row does not apply."""
    spec = row.not_applicable
    if spec is not None and spec.when is not None and facts.measure(spec.when).holds:
        return True
    claims = facts.dossier.self_report.not_applicable if facts.dossier.self_report else ()
    return any(_covers(claim, row) for claim in claims) or (
        award.points is None and not award.awaits_mark and not award.awaits_facts
    )


def _by_reviewers(row: Row, award: Award, marks: tuple[MarkLine, ...], tolerance: Decimal) -> Settled:
    if award.awaits_facts:
        return Settled(None, "open", open=Open(row.id, "reviewers", _AWAITS_FACTS))
    if not marks:
        return Settled(None, "open", open=Open(row.id, "reviewers", _AWAITS_MARK))
    points = [mark.points for mark in marks if mark.points is not None]
    answers = {mark.met for mark in marks}
    if points and max(points) - min(points) <= tolerance:
        marked = rounded(Fraction(total(points)) / len(points))
        left = rounded(max(award.floor, Fraction(marked) - award.lost))
        outcome = _outcome(row, left, met=False, reviewed=True)
        if not award.lost:
            return outcome
        return replace(outcome, arithmetic=f"max({rounded(award.floor)}, {marked} − {number(award.lost)}) = {left}")
    if not points and len(answers) == 1:
        return _outcome(row, ZERO, met=bool(answers.pop()), reviewed=True)
    given = tuple(f"{mark.reviewer} {mark.points if mark.points is not None else as_text(mark.met)}" for mark in marks)
    return Settled(None, "open", open=Open(row.id, "office", _MARKS_DIFFER.of(marks=given)))


def _outcome(row: Row, points: Decimal, *, met: bool, why: str | None = None, reviewed: bool = False) -> Settled:
    if row.points == 0:
        return Settled(ZERO, "met" if met else "unmet", ZERO if reviewed else None, decided=why)
    status = "full" if points == row.points else "part" if points else "none"
    return Settled(points, status, points if reviewed else None, decided=why)


def _decision(row: Row, dossier: Dossier) -> NotApplicableDecision | None:
    decisions = dossier.decisions.not_applicable if dossier.decisions else ()
    return next((one for one in decisions if _covers(one, row)), None)


def _settled_marks(dossier: Dossier) -> tuple[SettledMark, ...]:
    return dossier.decisions.settled if dossier.decisions else ()


def _marks(row: Row, dossier: Dossier) -> Iterable[MarkLine]:
    """The marks of all reviewers on a row, by reviewer."""
    for by in sorted(dossier.reviews, key=lambda by: by.reviewer):
        for mark in by.review.marks:
            if _names(mark, row):
                yield MarkLine(by.reviewer, mark.points, mark.met, mark.reason)


def _self_score(row: Row, dossier: Dossier) -> SelfScore | None:
    stated = dossier.self_report.self_scores if dossier.self_report else ()
    return next((one for one in stated if _names(one, row)), None)


def _names(one: Mark | SelfScore | SettledMark, row: Row) -> bool:
    return (one.requirement, one.part) == (row.requirement, row.part)


def _covers(one: NotApplicableDecision | NotApplicableClaim, row: Row) -> bool:
    """Whether a word on a requirement or a part of it reaches the row."""
    return one.requirement == row.requirement and one.part in (None, row.part)
