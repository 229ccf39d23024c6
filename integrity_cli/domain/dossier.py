"""Everything that is known of one unit: its own records, and what the office and the reviewers say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from integrity_cli.domain.decisions import Decisions, Notice, SatisfactionSurvey
from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.evidence import Entry, Roster
from integrity_cli.domain.office import CampaignTerms, Filing, Unit, WorkCalendar
from integrity_cli.domain.powers import CaseRegister, Powers
from integrity_cli.domain.record import Record
from integrity_cli.domain.reviews import Review
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.lang import Text


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An entry and the place where it stands; one ledger may span several files."""

    entry: Entry
    path: str
    route: Route


@dataclass(frozen=True, slots=True)
class ReviewBy:
    """A review, the code of the reviewer who wrote it, and its file."""

    reviewer: str
    review: Review
    path: str


class Timeliness(Record):
    """When a document was filed, and by when it had to be."""

    received_on: Annotated[date, Text("收到日期", "received on")]
    due_on: Annotated[date, Text("期限", "due on")]
    receipt_no: Annotated[str, Text("回执号", "receipt number")]
    extended: Annotated[bool, Text("已延期", "extended")]

    @classmethod
    def derived(cls) -> Mapping[str, Text]:
        return {"days_late": Text("迟报天数", "days late"), "in_time": Text("按时", "in time")}

    @property
    def days_late(self) -> int:
        """Calendar days after the last day; 0 when in time."""
        return max(0, (self.received_on - self.due_on).days)

    @property
    def in_time(self) -> bool:
        """Whether it was received by its last day."""
        return self.days_late == 0


class OfficeWord(Record):
    """What the office says of the campaign and of one unit, for facts that the office states."""

    campaign: Annotated[CampaignTerms, Text("活动安排", "campaign")]
    decisions: Annotated[Decisions | None, Text("决定", "decisions")] = None
    notice: Annotated[Notice | None, Text("公示", "public notice")] = None


@dataclass(frozen=True)
class Dossier:
    """One unit. A record that is missing or unreadable is None; `unreadable` names the files of the second sort."""

    unit: Unit
    terms: CampaignTerms
    calendar: WorkCalendar | None = None
    profile: Profile | None = None
    plan: Plan | None = None
    ledger: tuple[LedgerEntry, ...] = ()
    self_report: SelfReport | None = None
    powers: Powers | None = None
    cases: CaseRegister | None = None
    decisions: Decisions | None = None
    notice: Notice | None = None
    surveys: tuple[SatisfactionSurvey, ...] = ()
    filings: tuple[Filing, ...] = ()
    reviews: tuple[ReviewBy, ...] = ()
    unreadable: frozenset[str] = frozenset()

    @property
    def folder(self) -> str:
        return f"records/units/{self.unit.id}"

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """Ids of entries that a reviewer confirmed, or that matched their seal when opened, and that count."""
        return (self._judged("confirmed") | self._opened("matches")) - self.refused - self.unproved

    @cached_property
    def refused(self) -> frozenset[str]:
        """Ids of entries that a reviewer refused."""
        return self._judged("refused")

    @cached_property
    def unproved(self) -> frozenset[str]:
        """Ids of sealed entries that were opened and did not match their seal, or could not be verified."""
        return self._opened("differs") | self._opened("unverifiable")

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries that count, neither withdrawn nor refused nor unproved, in the order of their ids."""
        excluded = self.refused | self.unproved
        entries = (one.entry for one in self.ledger)
        return tuple(
            sorted((one for one in entries if one.withdrawn is None and one.id not in excluded), key=lambda one: one.id)
        )

    @property
    def officers_in_post(self) -> int:
        """Officers in post by the newest roster of each body, summed, as the unit states them.

        A roster that a reviewer refused is still what the unit says; only what it withdrew itself is not.
        """
        newest: dict[str | None, Roster] = {}
        entries = (one.entry for one in self.ledger)
        rosters = [entry for entry in entries if isinstance(entry, Roster) and entry.withdrawn is None]
        for roster in sorted(rosters, key=lambda one: (one.happened_on, one.id)):
            newest[roster.body] = roster
        return sum(roster.in_post for roster in newest.values())

    @property
    def office_word(self) -> OfficeWord:
        """What the office says, as one record."""
        return OfficeWord.model_construct(campaign=self.terms, decisions=self.decisions, notice=self.notice)

    def due_on(self, filing: str) -> date | None:
        """The last day on which this unit may file a document, an extension granted to it included."""
        due = self.terms.due(filing)
        return None if due is None else max([due, *self._granted(filing)])

    def timeliness(self, filing: str) -> Timeliness | None:
        """How a document stands against its deadline, or None while it has no receipt."""
        received = next((one for one in self.filings if one.filing == filing), None)
        due_on = self.due_on(filing)
        if received is None or due_on is None:
            return None
        return Timeliness(
            received_on=received.received_on,
            due_on=due_on,
            receipt_no=received.receipt_no,
            extended=bool(self._granted(filing)),
        )

    def _granted(self, filing: str) -> list[date]:
        extensions = self.calendar.extensions if self.calendar else ()
        return [one.until for one in extensions if one.unit == self.unit.id and one.filing == filing]

    def _judged(self, outcome: str) -> frozenset[str]:
        return frozenset(one.entry for by in self.reviews for one in by.review.entries if one.outcome == outcome)

    def _opened(self, outcome: str) -> frozenset[str]:
        openings = self.decisions.openings if self.decisions else ()
        return frozenset(one.entry for one in openings if one.outcome == outcome)
