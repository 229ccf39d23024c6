"""The progress 进度 of a campaign on one day: what was filed, what is supported, and what waits for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrity_cli.domain.office import CampaignTerms, Unit, WorkCalendar
from integrity_cli.domain.scalars import OneOf
from integrity_cli.domain.timetable import DaysLeft, Event, days_left
from integrity_cli.lang import Text, Words
from integrity_cli.scoring.scorecard import STATE, Open, Scorecard

APPLICATION = OneOf(
    Text("申报情况", "how an application stands"),
    {
        "applied": Text("已申报", "applied"),
        "withdrawn": STATE.values["withdrawn"],
        "not_applied": STATE.values["not_applied"],
    },
)
FILING_STATE = OneOf(
    Text("备案情况", "how a filing stands"),
    {
        "in_time": Text("按时", "in time"),
        "late": Text("迟交", "late"),
        "overdue": Text("逾期未交", "overdue"),
        "awaited": Text("待交", "awaited"),
        "received": Text("已收到", "received"),
    },
)
"""`received` is in time or not for nobody to say: the campaign names no deadline."""


@dataclass(frozen=True, slots=True)
class FilingProgress:
    """How one document of one unit stands on a day. `days` are those by which it is late or overdue.

    `is_written` says whether the repository holds the record; `digest` is that of what it says, where it can be read,
    and `filed_digest` the one beside its receipt. `reopened_on` is the day on which it was sent back, as long as it was
    not filed again; the first receipt decides what is late.
    """

    filing: str
    state: str
    due_on: date | None
    extended: bool
    is_written: bool
    days: int = 0
    received_on: date | None = None
    receipt_no: str | None = None
    digest: str | None = None
    filed_digest: str | None = None
    reopened_on: date | None = None


@dataclass(frozen=True, slots=True)
class Lacking:
    """A requirement that has nothing to rest on yet."""

    requirement: str
    clause: str
    gloss: Words


@dataclass(frozen=True, slots=True)
class Coverage:
    """覆盖情况: how many of the requirements that a unit must meet have a fact to rest on, and which have none."""

    supported: int
    of: int
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """待办: what somebody is to do, and by when where that is known; `left` is None once that day is over."""

    actor: str
    words: Words
    by: date | None = None
    left: DaysLeft | None = None


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """How far one unit has come. `marks` and `coverage` are None where its records cannot say yet.

    `marks` are the rows that wait for the reviewers, `decisions` what waits for the office.
    """

    unit: Unit
    application: str
    filings: tuple[FilingProgress, ...]
    coverage: Coverage | None
    marks: tuple[Open, ...] | None
    decisions: tuple[Open, ...]
    to_do: tuple[ToDo, ...]
    card: Scorecard

    @property
    def applied(self) -> bool:
        """Whether its application stood on that day."""
        return self.application == "applied"

    def filing(self, name: str) -> FilingProgress:
        """How one of its documents stands."""
        return next(one for one in self.filings if one.filing == name)


@dataclass(frozen=True, slots=True)
class CampaignProgress:
    """How far a campaign has come on a day, in all units or in one; `events` are those that concern them."""

    terms: CampaignTerms
    day: date
    calendar: WorkCalendar | None
    events: tuple[Event, ...]
    units: tuple[UnitProgress, ...]

    def applying(self, application: str) -> tuple[UnitProgress, ...]:
        """The units whose application is applied, withdrawn or not_applied."""
        return tuple(one for one in self.units if one.application == application)

    def filed(self, filing: str, state: str) -> tuple[UnitProgress, ...]:
        """The units that applied and of which a document is in time, late, overdue, awaited or received."""
        return tuple(one for one in self.units if one.applied and one.filing(filing).state == state)

    @property
    def stages(self) -> tuple[Event, ...]:
        """The stages, in their order."""
        return tuple(one for one in self.events if one.kind == "stage")

    @property
    def current(self) -> tuple[Event, ...]:
        """The stages under way; they may overlap."""
        return tuple(one for one in self.stages if one.phase(self.day) == "under_way")

    @property
    def upcoming(self) -> tuple[Event, ...]:
        """What is still to begin or to end, other than the stages under way, the next day first."""
        ahead = (one for one in self.events if one not in self.current and one.phase(self.day) != "over")
        return tuple(sorted(ahead, key=self.next_day))

    def days_left(self, last: date) -> DaysLeft | None:
        """The days left until a last day, or None once it is over."""
        return days_left(self.day, last, self.calendar)

    def next_day(self, event: Event) -> date:
        """The day on which an event begins, or ends once it has begun."""
        return event.first if event.phase(self.day) == "ahead" else event.last
