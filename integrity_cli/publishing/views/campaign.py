"""What the templates may see of the campaign as a whole: its days, its receipts, its notice, its objections."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.publishing.drawing.timeline import Timeline
from integrity_cli.publishing.views.base import Figure, FilingLine, Named, Tile


@dataclass(frozen=True, slots=True)
class SpanLine:
    """A stage, a deadline or a notice in the table beside the drawing; `last` is None for a single day."""

    name: str
    first: str
    last: str | None


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What one unit filed and when; `applied_on` is None where it did not apply."""

    page: str
    name: Named
    applied_on: str | None
    withdrawn_on: str | None
    filings: tuple[FilingLine, ...]


@dataclass(frozen=True, slots=True)
class ExtensionLine:
    """A later deadline that was granted, and why."""

    name: Named
    filing: str
    until: str
    granted_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty of the organiser: met towards so many of so many units."""

    id: str
    anchor: str
    gloss: str
    clause: str
    done: bool
    met: Figure
    of: Figure


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The page of progress 活动进程."""

    drawing: Timeline | None
    spans: tuple[SpanLine, ...]
    receipts: tuple[ReceiptLine, ...]
    filings: tuple[str, ...]
    extensions: tuple[ExtensionLine, ...]
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class NoticedUnit:
    """A unit on the notice's list; its grade where grades are published."""

    page: str
    name: Named
    grade: Figure | None
    grade_mark: str
    result: Figure


@dataclass(frozen=True, slots=True)
class NoticedGroup:
    """The units of one peer group on the notice's list."""

    name: str
    units: tuple[NoticedUnit, ...]


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A unit by its name, and its page."""

    page: str
    name: Named


@dataclass(frozen=True, slots=True)
class SupplementaryView:
    """A later notice for units that came too late for this one."""

    units: tuple[UnitLink, ...]
    doc_no: str | None
    period: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The public notice in the order in which such notices are read; `working_dates` names each working day."""

    title: str
    doc_no: str | None
    basis: str | None
    purpose: str | None
    accepted: tuple[NoticedGroup, ...]
    accepted_count: Figure
    others: tuple[NoticedUnit, ...]
    period: str
    days: Figure
    working_days: Figure
    working_dates: str
    objecting: str | None
    contact: str
    address: str | None
    mailbox: str | None
    media: str
    url: str | None
    supplementary: tuple[SupplementaryView, ...]
    issuer: Named
    issued_on: str | None
    withdrawn_on: str | None
    withdrawn_reason: str | None


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """An objection and what came of it; never who raised it."""

    anchor: str
    page: str
    name: Named
    received_on: str
    subject: str
    grounds: str
    outcome: str
    outcome_value: str
    decided_on: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ObjectionsView:
    """The page of objections, with how many there are of each outcome."""

    counts: tuple[Tile, ...]
    objections: tuple[ObjectionLine, ...]
