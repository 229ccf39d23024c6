"""The overview 概览: from a campaign and its scorecards to the progress on one day.

Whatever has a day of its own (application, receipt, telling, reconsideration, result, objection) counts only if that
day is not later than the one asked for; coverage, marks and points are those of the records as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from integrity_cli.domain.decisions import Decisions, ObjectionRecord
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED, CampaignTerms, Unit
from integrity_cli.domain.timetable import events_of_campaign, events_of_unit
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.facts import Fact
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.engine import facts_of
from integrity_cli.scoring.progress import CampaignProgress, Coverage, FilingProgress, Lacking, UnitProgress
from integrity_cli.scoring.scorecard import Open, Scorecard
from integrity_cli.scoring.to_do import to_do_of

COVERED_DUTY = "must"
"""Coverage is over what units must do, as the requirements that are themselves about coverage count it."""

_NOT_TOLD = Text("尚未告知单位考核结果", "the unit has not been told its result")
_NOT_ANSWERED = Text("{day} 申请的复核尚未答复", "reconsideration asked on {day} is not answered")
_NO_RESULT = Text("尚未作出考核结果", "there is no result yet")
_OBJECTION = Text("公示期内的异议尚未办结", "an objection raised during the notice is not settled")
_HAS_COVERAGE = {"not_assessed", "provisional", "final"}


def progress_of_campaign(
    campaign: Campaign, terms: CampaignTerms, cards: Iterable[Scorecard], digests: Mapping[str, str], day: date
) -> CampaignProgress:
    """Every unit of the register, given its scorecard and the digests of the records by path."""
    by_unit = {card.unit: card for card in cards}
    units = (_progress_of(campaign, one, by_unit[one.unit.id], digests, day) for one in campaign.dossiers)
    events = events_of_campaign(terms, campaign.notice, campaign.dossiers, day)
    return CampaignProgress(terms, day, campaign.calendar, events, tuple(units))


def progress_of_unit(
    campaign: Campaign, dossier: Dossier, card: Scorecard, digests: Mapping[str, str], day: date
) -> CampaignProgress:
    """One unit, with the events that concern it."""
    unit = _progress_of(campaign, dossier, card, digests, day)
    return CampaignProgress(dossier.terms, day, dossier.calendar, events_of_unit(dossier, day), (unit,))


def _progress_of(
    campaign: Campaign, dossier: Dossier, card: Scorecard, digests: Mapping[str, str], day: date
) -> UnitProgress:
    application = _application(dossier.unit, day)
    filings = tuple(_filing(dossier, name, digests, day) for name in FILED.values)
    if application != "applied":
        return UnitProgress(dossier.unit, application, filings, None, None, (), (), card)
    begun = _assessment_begun(dossier.terms, day)
    is_reported = any(one.filing == "self_report" and one.received_on is not None for one in filings)
    # Before there is a report to look at, nobody can mark it or decide on its claims.
    waiting = card.open if begun or is_reported else ()
    coverage = _coverage(dossier, campaign.rubric) if card.state in _HAS_COVERAGE else None
    marks = tuple(one for one in waiting if one.actor == "reviewers")
    objections = campaign.objections.objections if campaign.objections else ()
    decisions = (
        *(one for one in waiting if one.actor == "office"),
        *(_towards_the_unit(dossier, card, day) if begun else ()),
        *_towards_the_public(dossier.unit, objections, day),
    )
    return UnitProgress(
        unit=dossier.unit,
        application=application,
        filings=filings,
        coverage=coverage,
        marks=marks if card.systems and (begun or is_reported) else None,
        decisions=decisions,
        to_do=to_do_of(dossier, card, filings, coverage, marks, decisions, day),
        card=card,
    )


def _application(unit: Unit, day: date) -> str:
    application = unit.application
    if application is None or application.applied_on > day:
        return "not_applied"
    return "withdrawn" if application.withdrawn_on is not None and application.withdrawn_on <= day else "applied"


def _filing(dossier: Dossier, name: str, digests: Mapping[str, str], day: date) -> FilingProgress:
    path, due_on = f"{dossier.folder}/{name}.yaml", dossier.due_on(name)
    receipts = [one for one in dossier.filings if one.filing == name and one.received_on <= day]
    known = FilingProgress(
        filing=name,
        state="awaited",
        due_on=due_on,
        extended=due_on != dossier.terms.due(name),
        is_written=getattr(dossier, name) is not None or path in dossier.unreadable,
        digest=digests.get(path),
    )
    if not receipts:
        overdue = max(0, (day - due_on).days) if due_on else 0
        return replace(known, state="overdue", days=overdue) if overdue else known
    first, last = receipts[0], receipts[-1]
    late = max(0, (first.received_on - due_on).days) if due_on else 0
    return replace(
        known,
        state="received" if due_on is None else "late" if late else "in_time",
        days=late,
        received_on=first.received_on,
        receipt_no=last.receipt_no,
        filed_digest=last.digest,
        reopened_on=last.reopened_on if _is_done(last.reopened_on, day) else None,
    )


def _coverage(dossier: Dossier, rubric: Rubric | None) -> Coverage | None:
    """The same share that a rubric counts by the source `coverage`."""
    if rubric is None:
        return None
    counted = facts_of(dossier, rubric).measure(Fact(coverage=COVERED_DUTY)).items
    without = {item.label for item in counted if not item.record.supported}
    lacking = tuple(Lacking(one.id, one.clause, one.gloss.text) for _, one in rubric.placed() if one.id in without)
    return Coverage(len(counted) - len(lacking), len(counted), lacking)


def _towards_the_unit(dossier: Dossier, card: Scorecard, day: date) -> Iterator[Open]:
    """What the office has not told the unit yet, not answered, not decided."""
    decisions = dossier.decisions or Decisions()
    if not _is_done(decisions.told_on, day):
        yield Open("told_on", "office", _NOT_TOLD)
    asked = decisions.reconsideration
    if asked is not None and asked.asked_on <= day and not (asked.outcome and _is_done(asked.decided_on, day)):
        yield Open("reconsideration", "office", _NOT_ANSWERED.of(day=asked.asked_on))
    result = decisions.result
    if card.state != "not_assessed" and not (result and _is_done(result.decided_on, day)):
        yield Open("result", "office", _NO_RESULT)


def _towards_the_public(unit: Unit, objections: Iterable[ObjectionRecord], day: date) -> Iterator[Open]:
    """The objections to a unit that were received and are not settled."""
    for one in objections:
        is_settled = one.outcome != "open" and (one.decided_on is None or one.decided_on <= day)
        if one.unit == unit.id and one.received_on <= day and not is_settled:
            yield Open(one.id, "office", _OBJECTION)


def _assessment_begun(terms: CampaignTerms, day: date) -> bool:
    """Whether the office is to tell and to decide: from the first day of the acceptance assessment on."""
    span = terms.span("acceptance")
    return day >= span[0] if span else all(one.ends_on < day for one in terms.stages)


def _is_done(on: date | None, day: date) -> bool:
    return on is not None and on <= day
