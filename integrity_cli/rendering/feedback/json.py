"""What a change does, for programs: part of the JSON of `validate`; figures are text, as in every JSON of scores."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from integrity_cli.rendering.feedback.words import line_name
from integrity_cli.rendering.findings.report import Feedback
from integrity_cli.scoring.moves import Line, Moved, UnitMoved
from integrity_cli.scoring.scorecard import Scorecard


def as_data(feedback: Feedback) -> dict[str, Any]:
    """The accounts, the commits, and every unit that the change concerns."""
    return {
        "actors": list(feedback.actors),
        "base": feedback.base,
        "head": feedback.head,
        "files": feedback.files,
        "refused": feedback.refused,
        "known": feedback.known,
        "units": [_unit(one) for one in feedback.units],
    }


def _unit(one: UnitMoved) -> dict[str, Any]:
    return {
        "unit": one.after.unit,
        "before": _standing(one.before),
        "after": _standing(one.after),
        "lines": [_line(line) for line in one.lines],
        "added": [entry.id for entry in one.added],
        "withdrawn": [entry.id for entry in one.withdrawn],
        "supported": [requirement.id for requirement in one.supported],
        "late": [{"sort": arrival.sort, "name": arrival.name, "change": arrival.change} for arrival in one.late],
    }


def _standing(card: Scorecard | None) -> dict[str, str] | None:
    if card is None:
        return None
    figures = {} if card.total is None else {"total": str(card.total), "open_points": str(card.open_points)}
    return {"state": card.state, **figures}


def _line(moved: Moved) -> dict[str, Any]:
    return {
        "id": line_name(moved),
        "conversion": moved.is_conversion,
        "before": _figure(moved.before),
        "after": _figure(moved.after),
        "by": str(moved.by),
    }


def _figure(line: Line | None) -> dict[str, str] | None:
    if line is None:
        return None
    said: dict[str, str | Decimal | None] = {"points": line.points, "status": line.status}
    return {name: str(value) for name, value in said.items() if value is not None}
