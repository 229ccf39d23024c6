"""Progress for programs: one JSON object with a version, the same for a campaign and for one unit of it.

`docs/schemas/status.schema.json` says what may stand in it. What is absent has no key.
"""

from __future__ import annotations

from typing import Any

from integrity_cli.domain.office import FILED
from integrity_cli.domain.timetable import DaysLeft, Event
from integrity_cli.lang import Lang, Words
from integrity_cli.rendering.json_text import as_json
from integrity_cli.rendering.page import Page
from integrity_cli.scoring.progress import (
    APPLICATION,
    FILING_STATE,
    CampaignProgress,
    Coverage,
    FilingProgress,
    ToDo,
    UnitProgress,
)
from integrity_cli.scoring.scorecard import Open, Scorecard

FORMAT = "integrity-status/1"


def render(progress: CampaignProgress, page: Page) -> str:
    """Everything that is known of the progress, in both languages."""
    return as_json(
        {
            "format": FORMAT,
            "campaign": _filled({"name": progress.terms.name, "name_en": progress.terms.name_en}),
            "on": progress.day.isoformat(),
            "events": [_event(one, progress) for one in progress.events],
            "counts": _counts(progress),
            "units": [_unit(one) for one in progress.units],
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _both(words: Words) -> dict[str, str]:
    return {lang.value: words.say(lang) for lang in Lang}


def _left(left: DaysLeft | None) -> dict[str, Any] | None:
    return None if left is None else _filled({"calendar": left.calendar, "working": left.working})


def _event(one: Event, progress: CampaignProgress) -> dict[str, Any]:
    phase = one.phase(progress.day)
    return _filled(
        {
            "id": one.id,
            "kind": one.kind,
            "name": _both(one.name),
            "starts_on": one.first.isoformat(),
            "ends_on": one.last.isoformat(),
            "phase": phase,
            "day": (progress.day - one.first).days + 1 if phase == "under_way" else None,
            "days": one.days,
            "days_left": _left(progress.days_left(one.last)),
            "units": list(one.units) or None,
            "extended": one.extended or None,
        }
    )


def _counts(progress: CampaignProgress) -> dict[str, Any]:
    return {
        "units": len(progress.units),
        **{name: len(progress.applying(name)) for name in APPLICATION.values},
        "filings": {
            filing: {state: len(progress.filed(filing, state)) for state in FILING_STATE.values}
            for filing in FILED.values
        },
        "open_marks": sum(len(one.marks or ()) for one in progress.units),
        "open_decisions": sum(len(one.decisions) for one in progress.units),
    }


def _unit(one: UnitProgress) -> dict[str, Any]:
    return _filled(
        {
            "unit": one.unit.id,
            "name": one.unit.name,
            "name_en": one.unit.name_en,
            "peer_group": one.unit.peer_group,
            "application": one.application,
            "filings": {filing.filing: _filing(filing) for filing in one.filings},
            "coverage": _coverage(one.coverage),
            "open_marks": None if one.marks is None else [_open(waits) for waits in one.marks],
            "open_decisions": [_open(waits) for waits in one.decisions],
            "score": _score(one.card),
            "to_do": [_to_do(thing) for thing in one.to_do],
        }
    )


def _filing(one: FilingProgress) -> dict[str, Any]:
    return _filled(
        {
            "state": one.state,
            "due_on": one.due_on.isoformat() if one.due_on else None,
            "extended": one.extended or None,
            "days": one.days or None,
            "received_on": one.received_on.isoformat() if one.received_on else None,
            "receipt_no": one.receipt_no,
            "written": one.is_written,
            "digest": one.digest,
            "filed_digest": one.filed_digest,
            "reopened_on": one.reopened_on.isoformat() if one.reopened_on else None,
        }
    )


def _coverage(coverage: Coverage | None) -> dict[str, Any] | None:
    if coverage is None:
        return None
    lacking = [
        {"requirement": one.requirement, "clause": one.clause, "gloss": _both(one.gloss)} for one in coverage.lacking
    ]
    return {"supported": coverage.supported, "of": coverage.of, "lacking": lacking}


def _open(one: Open) -> dict[str, Any]:
    return {"row": one.row, "actor": one.actor, "words": _both(one.words)}


def _score(card: Scorecard) -> dict[str, Any]:
    """The score as far as it goes; points are text, so that nothing rounds them."""
    if card.base is None:
        return _filled({"state": card.state, "reason": _both(card.reason) if card.reason else None})
    return _filled(
        {
            "state": card.state,
            "total": str(card.total),
            "open_points": str(card.open_points),
            "at_most": str(card.outcome.on_top_of(card.base + card.open_points)),
            "grade": _both(card.grade) if card.grade else None,
        }
    )


def _to_do(one: ToDo) -> dict[str, Any]:
    by = one.by.isoformat() if one.by else None
    return _filled({"actor": one.actor, "words": _both(one.words), "by": by, "days_left": _left(one.left)})
