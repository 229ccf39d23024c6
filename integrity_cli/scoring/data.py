"""A scorecard as plain data: text only, both languages, fit for canonical JSON."""

from __future__ import annotations

from typing import Any

from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.record import as_text
from integrity_cli.domain.snapshots import Arrival
from integrity_cli.lang import Lang, Words
from integrity_cli.scoring.scorecard import (
    FactLine,
    ItemScore,
    Outcome,
    RequirementScore,
    ResultBlock,
    RowScore,
    Scorecard,
    Sum,
    SystemScore,
    VetoLine,
)


def as_data(card: Scorecard) -> dict[str, Any]:
    """One scorecard. What is absent has no key: a total where no score was made, a mark that nobody gave."""
    return _filled(
        {
            "unit": card.unit,
            "name": card.name,
            "name_en": card.name_en,
            "peer_group": card.peer_group,
            "state": card.state,
            "reason": _both(card.reason),
            "total": card.total,
            "maximum": card.maximum if card.systems else None,
            "open_points": card.open_points if card.systems else None,
            "settled_maximum": card.settled_maximum if card.systems else None,
            "grade": _both(card.grade),
            "base": card.base,
            "converted": card.converted if card.systems else None,
            "confirmed_points": card.confirmed_points if card.systems else None,
            "points_on_entries": card.points_on_entries if card.systems else None,
            "over_claim": card.over_claim if card.systems else None,
            "outcome": _outcome(card.outcome),
            "conversion": _conversion(card.sum) if card.sum else None,
            "late": [_arrival(one) for one in (*card.late.uncounted, *card.late.admitted)] or None,
            "filings": {name: _filing(when) for name, when in card.timeliness if when is not None},
            "systems": [
                _level(
                    system,
                    items=[
                        _level(item, requirements=[requirement_data(one) for one in item.requirements])
                        for item in system.items
                    ],
                )
                for system in card.systems
            ],
            "open": [{"row": one.row, "actor": one.actor, "words": _both(one.words)} for one in card.open],
        }
    )


def _level(one: SystemScore | ItemScore, **inside: Any) -> dict[str, Any]:
    """A system or an item with what it holds."""
    return _filled(
        {
            "id": one.id,
            "name": _both(one.name),
            "maximum": one.maximum,
            "points": one.points,
            "open_points": one.open_points,
            "conversion": _conversion(one.sum),
            "weight": getattr(one, "weight", None),
            **inside,
        }
    )


def _conversion(figures: Sum) -> dict[str, Any] | None:
    conversion = figures.conversion
    if conversion is None:
        return None
    return _filled(
        {
            "freed": conversion.freed,
            "earned": conversion.earned,
            "applicable": conversion.applicable,
            "points": conversion.points,
            "arithmetic": conversion.arithmetic or None,
        }
    )


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return _filled(
        {
            "bonus": _block(outcome.bonus),
            "penalty": _block(outcome.penalty),
            "vetoes": [_veto(veto) for veto in outcome.vetoes],
            "bars": [
                {"id": bar.id, "label": _both(bar.label), "highest_grade": bar.highest_grade} for bar in outcome.bars
            ],
            "eligible": None if outcome.eligible is None else as_text(outcome.eligible),
            "told_on": None if outcome.told_on is None else as_text(outcome.told_on),
            "reconsideration": outcome.reconsideration,
            "result": outcome.result,
        }
    )


def _veto(veto: VetoLine) -> dict[str, Any]:
    return _filled(
        {
            "id": veto.id,
            "label": _both(veto.label),
            "acts": as_text(veto.acts),
            "lost": veto.lost,
            "fixes_grade": veto.fixes_grade,
            "basis": veto.basis,
            "heard_on": None if veto.heard_on is None else as_text(veto.heard_on),
            "reason": veto.reason,
        }
    )


def _block(block: ResultBlock | None) -> dict[str, Any] | None:
    if block is None:
        return None
    return {
        "cap": str(block.cap),
        "points": str(block.points),
        "rows": [
            _filled(
                {
                    "id": row.id,
                    "label": _both(row.label),
                    "requirement": row.requirement,
                    "maximum": row.maximum,
                    "points": row.points,
                    "counted": row.counted,
                    "reason": _both(row.rule),
                    "arithmetic": row.arithmetic,
                    "facts": [_fact(fact) for fact in row.facts],
                }
            )
            for row in block.rows
        ],
    }


def _fact(fact: FactLine) -> dict[str, Any]:
    return {
        "words": _both(fact.words),
        "meaning": _both(fact.meaning),
        "value": fact.value,
        "stated_by": fact.stated_by,
        "entries": list(fact.entries),
        "places": list(fact.places),
    }


def _arrival(one: Arrival) -> dict[str, Any]:
    by = one.admission
    return _filled(
        {
            "stage": one.snapshot.stage,
            "taken_on": as_text(one.snapshot.taken_on),
            "sort": one.sort,
            "name": one.name,
            "change": one.change,
            "counted": as_text(by is not None),
            "decided_on": as_text(by.decided_on) if by else None,
            "reason": by.reason if by else None,
        }
    )


def _filing(when: Timeliness) -> dict[str, Any]:
    return {
        "received_on": as_text(when.received_on),
        "due_on": as_text(when.due_on),
        "receipt_no": when.receipt_no,
        "extended": as_text(when.extended),
        "in_time": as_text(when.in_time),
        "days_late": str(when.days_late),
    }


def requirement_data(one: RequirementScore) -> dict[str, Any]:
    """One requirement with its rows."""
    return _filled(
        {
            "id": one.id,
            "clause": one.clause,
            "gloss": _both(one.gloss),
            "duty": one.duty,
            "maximum": one.maximum,
            "points": one.points,
            "open_points": one.open_points,
            "self_score": one.self_score,
            "computed": one.computed,
            "reviewed": one.reviewed,
            "status": one.status,
            "rows": [_row(row) for row in one.rows],
            "conversion": _conversion(one.sum),
        }
    )


def _row(row: RowScore) -> dict[str, Any]:
    return _filled(
        {
            "id": row.id,
            "gloss": _both(row.gloss),
            "maximum": row.maximum,
            "points": row.points,
            "self_score": row.self_score,
            "computed": row.computed,
            "reviewed": row.reviewed,
            "status": row.status,
            "reason": _both(row.rule),
            "arithmetic": row.arithmetic or None,
            "statement": row.statement,
            "facts": [_fact(fact) for fact in row.facts],
            "decided": row.decided,
            "confirmed": as_text(row.confirmed),
            "marks": [
                _filled(
                    {
                        "reviewer": mark.reviewer,
                        "points": mark.points,
                        "met": None if mark.met is None else as_text(mark.met),
                        "reason": mark.reason,
                    }
                )
                for mark in row.marks
            ],
            "open": _filled({"actor": row.open.actor, "words": _both(row.open.words)}) if row.open else None,
        }
    )


def _both(words: Words | None) -> dict[str, str] | None:
    return None if words is None else {"zh": words.say(Lang.ZH), "en": words.say(Lang.EN)}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what is absent, every figure as text."""
    return {
        key: value if isinstance(value, str | list | dict) else str(value)
        for key, value in data.items()
        if value is not None
    }
