"""Everything that is known of one unit: its own records, and what the office and the reviewers say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.evidence import Entry, Roster
from integrity_cli.domain.office import CampaignTerms, Filing, Review, Unit, WorkCalendar
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport


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


@dataclass(frozen=True, slots=True)
class Timeliness:
    """When a document was filed, and by when it had to be."""

    received_on: date
    due_on: date
    receipt_no: str
    extended: bool

    @property
    def days_late(self) -> int:
        """Calendar days after the last day; 0 when in time."""
        return max(0, (self.received_on - self.due_on).days)

    @property
    def in_time(self) -> bool:
        return self.days_late == 0


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
    filings: tuple[Filing, ...] = ()
    reviews: tuple[ReviewBy, ...] = ()
    unreadable: frozenset[str] = frozenset()

    @property
    def folder(self) -> str:
        return f"records/units/{self.unit.id}"

    @cached_property
    def confirmed(self) -> frozenset[str]:
        """Ids of entries that a reviewer confirmed and none refused."""
        return self._judged("confirmed") - self.refused

    @cached_property
    def refused(self) -> frozenset[str]:
        """Ids of entries that a reviewer refused."""
        return self._judged("refused")

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries that count, neither withdrawn nor refused, in the order of their ids."""
        entries = (one.entry for one in self.ledger)
        return tuple(
            sorted(
                (one for one in entries if one.withdrawn is None and one.id not in self.refused),
                key=lambda one: one.id,
            )
        )

    @property
    def officers_in_post(self) -> int:
        """Officers in post by the newest standing roster of each body, summed."""
        newest: dict[str | None, Roster] = {}
        rosters = [entry for entry in self.standing if isinstance(entry, Roster)]
        for roster in sorted(rosters, key=lambda one: (one.happened_on, one.id)):
            newest[roster.body] = roster
        return sum(roster.in_post for roster in newest.values())

    def timeliness(self, filing: str) -> Timeliness | None:
        """How a document stands against its deadline, or None while it has no receipt."""
        received = next((one for one in self.filings if one.filing == filing), None)
        due = self.terms.due(filing)
        if received is None or due is None:
            return None
        granted = [
            one.until
            for one in (self.calendar.extensions if self.calendar else ())
            if one.unit == self.unit.id and one.filing == filing
        ]
        return Timeliness(received.received_on, max([due, *granted]), received.receipt_no, bool(granted))

    def _judged(self, outcome: str) -> frozenset[str]:
        return frozenset(one.entry for by in self.reviews for one in by.review.entries if one.outcome == outcome)
