"""The timetable 日程 of a campaign: its stages, deadlines, notices and periods, each with its days and those left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from integrity_cli.domain.decisions import Notice
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED, STAGE, CampaignTerms, WorkCalendar
from integrity_cli.lang import Text, Words

_DUE = Text("{filing}备案截止", "{filing} due")
_NOTICE = Text("公示", "public notice")
_SUPPLEMENTARY = Text("补充公示", "supplementary notice")
_RECONSIDERATION = Text("复核申请期", "period for reconsideration")


@dataclass(frozen=True, slots=True)
class DaysLeft:
    """剩余天数: how many days there still are, today and the last day both counted.

    `working` is None where the calendar does not cover every one of them.
    """

    calendar: int
    working: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """日程: a dated thing of the campaign. Both its days belong to it; a deadline has one day.

    `kind` is stage, deadline, notice or reconsideration. `units` are those that it concerns, none meaning all.
    """

    id: str
    kind: str
    name: Words
    first: date
    last: date
    units: tuple[str, ...] = ()
    extended: bool = False

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def phase(self, day: date) -> str:
        """How it stands on a day: ahead, under_way or over."""
        if day < self.first:
            return "ahead"
        return "over" if day > self.last else "under_way"


def days_left(day: date, last: date, calendar: WorkCalendar | None) -> DaysLeft | None:
    """The days from one day to a last one, both counted, or None where the last one is over."""
    if day > last:
        return None
    working = None
    if calendar is not None and calendar.covers(day, last):
        working = calendar.is_working(day) + calendar.working_days_after(day, last)
    return DaysLeft((last - day).days + 1, working)


def events_of_campaign(
    terms: CampaignTerms, notice: Notice | None, dossiers: Iterable[Dossier], day: date
) -> tuple[Event, ...]:
    """Everything dated in a campaign, as it is known on a day: a unit told later has no period yet."""
    dossiers = tuple(dossiers)
    periods: dict[tuple[date, date], list[str]] = {}
    for dossier in dossiers:
        if span := _reconsideration(dossier, day):
            periods.setdefault(span, []).append(dossier.unit.id)
    return (
        *_stages(terms),
        *_deadlines(terms),
        *(one for dossier in dossiers for one in _own_deadlines(dossier) if one.extended),
        *_notices(notice, day),
        *(
            Event(f"reconsideration-{first}", "reconsideration", _RECONSIDERATION, first, last, tuple(units))
            for (first, last), units in sorted(periods.items())
        ),
    )


def events_of_unit(dossier: Dossier, day: date) -> tuple[Event, ...]:
    """What of the timetable concerns one unit: its own deadlines, and the notice on which it stands."""
    unit = dossier.unit.id
    notices = tuple(_notices(dossier.notice, day))
    own = tuple(one for one in notices if unit in one.units)
    span = _reconsideration(dossier, day)
    return (
        *_stages(dossier.terms),
        *_own_deadlines(dossier),
        *(own or (one for one in notices if not one.units)),
        *((Event(f"reconsideration.{unit}", "reconsideration", _RECONSIDERATION, *span, (unit,)),) if span else ()),
    )


def _stages(terms: CampaignTerms) -> Iterator[Event]:
    for stage, name in STAGE.values.items():
        if span := next(((one.starts_on, one.ends_on) for one in terms.stages if one.stage == stage), None):
            yield Event(f"stage-{stage}", "stage", name, *span)


def _deadlines(terms: CampaignTerms) -> Iterator[Event]:
    for filing, name in FILED.values.items():
        if due := terms.due(filing):
            yield Event(f"deadline-{filing}", "deadline", _DUE.of(filing=name), due, due)


def _own_deadlines(dossier: Dossier) -> Iterator[Event]:
    """The deadlines of one unit, later ones where they were extended."""
    unit = dossier.unit.id
    for filing, name in FILED.values.items():
        if due := dossier.due_on(filing):
            is_later = due != dossier.terms.due(filing)
            yield Event(f"deadline-{filing}.{unit}", "deadline", _DUE.of(filing=name), due, due, (unit,), is_later)


def _notices(notice: Notice | None, day: date) -> Iterator[Event]:
    """The public notice, unless it was withdrawn, and those that supplement it."""
    if notice is None:
        return
    if notice.withdrawn_on is None or notice.withdrawn_on > day:
        yield Event("notice", "notice", _NOTICE, notice.starts_on, notice.ends_on)
    for number, one in enumerate(notice.supplementary, start=1):
        yield Event(f"supplementary-{number}", "notice", _SUPPLEMENTARY, one.starts_on, one.ends_on, one.units)


def _reconsideration(dossier: Dossier, day: date) -> tuple[date, date] | None:
    """From the day after a unit was told to the last working day on which it may ask, where that can be counted."""
    told_on = dossier.decisions.told_on if dossier.decisions else None
    days = dossier.terms.reconsideration_days
    if told_on is None or told_on > day or days is None or dossier.calendar is None:
        return None
    last = dossier.calendar.day_after(told_on, days)
    return None if last is None else (told_on + timedelta(days=1), last)
