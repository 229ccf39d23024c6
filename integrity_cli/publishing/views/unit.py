"""What the templates may see of one unit, from its head figures down to each fact of a row."""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.publishing.drawing.chart import Chart
from integrity_cli.publishing.views.base import Figure, FilingLine, Link, Named
from integrity_cli.publishing.views.result import ConversionView, FactView, GradeView, ResultView, Step


@dataclass(frozen=True, slots=True)
class Head:
    """The figures at the head of a unit's page; None where no score was made."""

    total: Figure
    steps: tuple[Step, ...]
    settled_maximum: Figure
    open_points: Figure
    maximum: Figure
    open_rows: Figure | None
    over_claim: Figure
    confirmed: Figure | None
    converted: Figure | None
    zero_total: Figure | None
    case_files: Figure | None
    case_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """A system or an item in the table beside the chart; `weighted` is how it enters the total."""

    id: str
    anchor: str
    name: str
    is_system: bool
    applies: bool
    points: Figure
    open_points: Figure
    maximum: Figure
    conversion: ConversionView | None
    weighted: ConversionView | None


@dataclass(frozen=True, slots=True)
class MarkView:
    """A reviewer's mark; the reviewer is a code."""

    reviewer: str
    mark: Figure
    reason: str


@dataclass(frozen=True, slots=True)
class OpenView:
    """Who must act, and on what."""

    actor: str
    words: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What the office decided on a row: what sort of word it is, and the reason it gave."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the score: its three columns, the figure that counts, and what it comes from."""

    id: str
    anchor: str
    gloss: str | None
    has_points: bool
    points: Figure | None
    maximum: Figure
    self_score: Figure | None
    computed: Figure | None
    reviewed: Figure | None
    status: Figure
    rule: str
    arithmetic: str
    facts: tuple[FactView, ...]
    marks: tuple[MarkView, ...]
    statement: str | None
    open: OpenView | None
    decided: Decided | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement; `points` is None while all its rows are open or none applies, `open_points` when none is open."""

    id: str
    anchor: str
    gloss: str
    clause: str
    duty: str
    has_points: bool
    points: Figure | None
    maximum: Figure
    open_points: Figure | None
    status: Figure
    applies: bool
    rows: tuple[RowView, ...]
    conversion: ConversionView | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with its requirements."""

    line: PartLine
    has_points: bool
    requirements: tuple[RequirementView, ...]


@dataclass(frozen=True, slots=True)
class SystemView:
    """A system with its items."""

    line: PartLine
    has_points: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Matters that wait for the same person to do the same thing, each a link to its place."""

    actor: str
    words: str
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A ledger entry as the public sees it. A sealed one shows its id, kind, neutral title and mark."""

    id: str
    kind: str
    title: str
    sealed: bool
    date: str | None = None
    url: str | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A dated revision of an own standard, and what came of it."""

    revised_on: str
    change: str
    result: str | None


@dataclass(frozen=True, slots=True)
class OwnStandardView:
    """A standard of the unit's own, the requirement it refines, and its revisions; the link where the page has one."""

    id: str
    refines: str
    link: str | None
    standard: str
    revisions: tuple[RevisionView, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """The office that the unit publishes as its contact."""

    office: str
    phone: str
    mailbox: str | None


@dataclass(frozen=True, slots=True)
class Blocked:
    """An error that keeps a unit from being scored: its code and the file it stands in."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class LateLine:
    """What came after a snapshot, and whether it counts; the reason where the office admitted it."""

    what: str
    snapshot: str
    standing: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """The page of one unit; what lies deeper than the campaign publishes is empty or None."""

    id: str
    name: Named
    original_name: str | None
    kind: str
    peer_group: str
    state: Figure
    grade: GradeView | None
    shows_grades: bool
    shows_all: bool
    reason: str | None
    blocked: tuple[Blocked, ...]
    head: Head | None
    contact: ContactView | None
    filings: tuple[FilingLine, ...]
    late: tuple[LateLine, ...]
    chart: Chart | None
    parts: tuple[PartLine, ...]
    base: Figure | None
    conversion: ConversionView | None
    result: ResultView
    systems: tuple[SystemView, ...]
    waiting: tuple[Waiting, ...]
    entries: tuple[EntryLine, ...]
    own_standards: tuple[OwnStandardView, ...]
    notice: str | None
