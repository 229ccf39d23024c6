"""A scorecard as plain data: text only, both languages, fit for canonical JSON."""

from __future__ import annotations

from typing import Any

from integrity_cli.domain.dossier import Timeliness
from integrity_cli.domain.record import as_text
from integrity_cli.lang import Lang, Words
from integrity_cli.scoring.scorecard import RequirementScore, RowScore, Scorecard


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
            "filings": {name: _filing(when) for name, when in card.timeliness if when is not None},
            "systems": [
                {
                    "id": system.id,
                    "name": _both(system.name),
                    "maximum": str(system.maximum),
                    "points": str(system.points),
                    "open_points": str(system.open_points),
                    "items": [
                        {
                            "id": item.id,
                            "name": _both(item.name),
                            "maximum": str(item.maximum),
                            "points": str(item.points),
                            "open_points": str(item.open_points),
                            "requirements": [_requirement(one) for one in item.requirements],
                        }
                        for item in system.items
                    ],
                }
                for system in card.systems
            ],
            "open": [{"row": one.row, "actor": one.actor, "words": _both(one.words)} for one in card.open],
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


def _requirement(one: RequirementScore) -> dict[str, Any]:
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
            "facts": [
                {
                    "words": _both(fact.words),
                    "meaning": _both(fact.meaning),
                    "value": fact.value,
                    "stated_by": fact.stated_by,
                    "entries": list(fact.entries),
                    "places": list(fact.places),
                }
                for fact in row.facts
            ],
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
