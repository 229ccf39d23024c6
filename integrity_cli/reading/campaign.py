"""The campaign: the rubric and the records of one source, joined; and what was met while reading them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from integrity_cli.domain.decisions import Notice, Objections, Surveys
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import CampaignTerms, Filings, Redactions, Register, Team, WorkCalendar
from integrity_cli.domain.snapshots import Late, Snapshots
from integrity_cli.reading.frozen import Frozen
from integrity_cli.reading.personal import Personal, look_through
from integrity_cli.rubric.model import Rubric
from integrity_cli.sources import Source


@dataclass(frozen=True)
class Campaign:
    """Everything read from one source. A record that is missing or unreadable is None.

    `findings` are those of reading (families Y and S, and files without a place);
    `read` lists the record files looked at, `attachments` every other file in a unit's folder.
    """

    source: Source
    rubric: Rubric | None
    terms: CampaignTerms | None
    calendar: WorkCalendar | None
    register: Register | None
    filings: Filings | None
    snapshots: Snapshots | None
    team: Team | None
    surveys: Surveys | None
    notice: Notice | None
    objections: Objections | None
    redactions: Redactions | None
    dossiers: tuple[Dossier, ...]
    findings: tuple[Diagnostic, ...]
    read: tuple[str, ...]
    attachments: tuple[str, ...]
    rubric_source: Source
    unreadable: frozenset[str]

    @cached_property
    def by_unit(self) -> Mapping[str, Dossier]:
        """The dossiers by the ids of their units."""
        return {dossier.unit.id: dossier for dossier in self.dossiers}

    @cached_property
    def personal(self) -> Personal:
        """What is personal in the files of the source, records or not."""
        return look_through(self.source)

    @cached_property
    def frozen(self) -> Frozen:
        """What the snapshots froze, whether this campaign was read from it or not."""
        if isinstance(self.source, Frozen):
            return self.source
        return Frozen(self.source, self.snapshots or Snapshots(), self.redactions)

    @property
    def current(self) -> Source:
        """The files as they are now, those too that came late."""
        return self.source.current if isinstance(self.source, Frozen) else self.source

    @property
    def late(self) -> Mapping[str, Late]:
        """What came late, by unit, where this campaign is read as it is scored."""
        return self.source.late if isinstance(self.source, Frozen) else {}

    @property
    def language(self) -> str | None:
        """The language that the campaign names for its messages and pages."""
        return self.terms.language if self.terms else None

    @property
    def entries(self) -> int:
        """How many ledger entries were read."""
        return sum(len(dossier.ledger) for dossier in self.dossiers)

    @property
    def is_empty(self) -> bool:
        """Whether there is no record at all."""
        return not any(path.startswith("records/") for path in self.read)

    def source_of(self, path: str) -> Source:
        """The source a path was read from: the rubric may be the one that comes with the program."""
        return self.rubric_source if path == "rubric.yaml" else self.source
