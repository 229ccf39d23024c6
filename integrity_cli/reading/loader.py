"""Loads a campaign: every record file of a source read once; a bad file becomes findings and stops nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from integrity_cli.domain.decisions import Decisions, Notice, Objections, Surveys
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier, LedgerEntry, ReviewBy
from integrity_cli.domain.evidence import EvidenceLedger
from integrity_cli.domain.office import CampaignTerms, Filings, Redactions, Register, Team, Unit, WorkCalendar
from integrity_cli.domain.powers import CaseRegister, Powers
from integrity_cli.domain.record import Record
from integrity_cli.domain.reviews import Review
from integrity_cli.domain.snapshots import Snapshots
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.lang import Text
from integrity_cli.reading import dialect, dialect_kinds, layout, names, redacted, shapes
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.frozen import Frozen
from integrity_cli.rubric.model import Rubric
from integrity_cli.sources import BUILTIN, Source, Unreadable

NO_PLACE = Kind(
    "S125",
    "file-without-place",
    Severity.ERROR,
    Text("没有哪种记录放在这个位置", "no kind of record has its place here"),
    None,
    Text("核对文件名、扩展名（.yaml）和所在文件夹", "check the name, the extension (.yaml) and the folder"),
)

_REDACTIONS = "records/office/redactions.yaml"

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class _Files:
    """The records read so far, each with its path, by the name of their place."""

    records: dict[str, list[tuple[layout.Placed, Record]]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Diagnostic] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def one(self, name: str, model: type[R]) -> R | None:
        """The single record of a place."""
        return next((record for _, record in self.records[name] if isinstance(record, model)), None)

    def of_unit(self, name: str, model: type[R], unit: str) -> list[tuple[layout.Placed, R]]:
        """The records of a place that concern one unit."""
        return [
            (placed, record)
            for placed, record in self.records[name]
            if placed.unit == unit and isinstance(record, model)
        ]


@dataclass(frozen=True)
class _Office:
    """The office's records of the whole campaign."""

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


def load(source: Source) -> Campaign:
    """The campaign in a source. Without a rubric of its own it has the one that comes with the program."""
    files = _Files()
    paths = source.paths()
    files.findings.extend(names.findings(paths))
    rubric_source = source if "rubric.yaml" in paths else BUILTIN
    # What was removed is read first, because nothing in its place is missing.
    for path in sorted({*paths, "rubric.yaml"}, key=lambda path: (path != _REDACTIONS, path)):
        _read_into(files, rubric_source if path == "rubric.yaml" else source, path)
    office = _Office(
        terms=files.one("campaign", CampaignTerms),
        calendar=files.one("calendar", WorkCalendar),
        register=files.one("register", Register),
        filings=files.one("filings", Filings),
        snapshots=files.one("snapshots", Snapshots),
        team=files.one("team", Team),
        surveys=files.one("surveys", Surveys),
        notice=files.one("notice", Notice),
        objections=files.one("objections", Objections),
        redactions=files.one("redactions", Redactions),
    )
    return Campaign(
        source=source,
        rubric=files.one("rubric", Rubric),
        **vars(office),
        dossiers=tuple(_dossiers(files, office)),
        findings=tuple(files.findings),
        read=tuple(sorted(files.read)),
        attachments=tuple(path for path in paths if layout.unit_of(path) and layout.recognise(path) is None),
        rubric_source=rubric_source,
        unreadable=frozenset(files.unreadable),
    )


def load_for_score(source: Source) -> Campaign:
    """The campaign as it is scored: where snapshots were taken, with what they froze and what was admitted since.

    Every command that prints a score loads through this; without a snapshot it is the campaign as it stands.
    """
    snapshots = record_of(source, "snapshots", Snapshots)
    if snapshots is None or not snapshots.snapshots:
        return load(source)
    return load(Frozen(source, snapshots, record_of(source, "redactions", Redactions)))


def language_of(source: Source) -> str | None:
    """The language that a campaign names, without reading the rest of it; None where there is no campaign."""
    terms = record_of(source, "campaign", CampaignTerms)
    return terms.language if terms else None


def record_of(source: Source, name: str, model: type[R]) -> R | None:
    """The one record of a place, without reading the rest of a campaign; None where there is none to be read."""
    (path,) = (place.pattern for place in layout.PLACES if place.name == name)
    try:
        record, _ = read_record(path, source.read(path), model)
    except (KeyError, Unreadable):
        return None
    return record


def read_record(
    path: str, content: bytes, model: type[R], redactions: Redactions | None = None
) -> tuple[R | None, Iterable[Diagnostic]]:
    """One file as a record of a model, what was removed by decision not missed; or the reasons why it is none."""
    result = dialect.read(path, content)
    if result.data is None:
        return None, result.findings
    try:
        return model.model_validate(result.data), result.findings
    except ValidationError as problem:
        redacted.fill(path, result.data, redactions, shapes.missing_texts(model, result.data, problem))
    return _validated(path, model, result)


def _validated(path: str, model: type[R], result: dialect.Read) -> tuple[R | None, Iterable[Diagnostic]]:
    try:
        return model.model_validate(result.data), result.findings
    except ValidationError as problem:
        return None, [*result.findings, *shapes.findings(path, model, result.data, problem)]


def _read_into(files: _Files, source: Source, path: str) -> None:
    placed = layout.recognise(path)
    if placed is None:
        if layout.looks_like_record(path):
            files.findings.append(NO_PLACE.at(path))
        elif layout.belongs_to_records(path):
            files.findings.extend(_unreadable(source, path))
        return
    files.read.append(path)
    try:
        content = source.read(path)
    except Unreadable as problem:
        files.findings.append(_unreadable_because(path, problem))
        files.unreadable.add(path)
        return
    removed = files.one("redactions", Redactions)
    record, findings = read_record(path, content, placed.place.model, removed)
    files.findings.extend(findings)
    if record is None:
        files.unreadable.add(path)
    else:
        files.records[placed.place.name].append((placed, record))


def _dossiers(files: _Files, office: _Office) -> Iterator[Dossier]:
    """One dossier for each unit of the register."""
    if office.register is None or office.terms is None:
        return
    seen: set[str] = set()
    for unit in office.register.units:
        if unit.id not in seen:  # an id that is written twice stands for the first unit; the second is a finding
            yield _dossier(files, unit, office, office.terms)
        seen.add(unit.id)


def _unreadable(source: Source, path: str) -> Iterator[Diagnostic]:
    """What keeps a file that is no record from being an ordinary one: a link or a submodule in its place."""
    try:
        source.read(path)
    except Unreadable as problem:
        yield _unreadable_because(path, problem)


def _unreadable_because(path: str, problem: Unreadable) -> Diagnostic:
    return dialect_kinds.UNREADABLE.at(path, reason=dialect_kinds.UNREADABLE_BECAUSE[problem.reason])


def _dossier(files: _Files, unit: Unit, office: _Office, terms: CampaignTerms) -> Dossier:
    def own(name: str, model: type[R]) -> R | None:
        return next((record for _, record in files.of_unit(name, model, unit.id)), None)

    return Dossier(
        unit=unit,
        terms=terms,
        calendar=office.calendar,
        profile=own("profile", Profile),
        plan=own("plan", Plan),
        ledger=tuple(
            LedgerEntry(entry, placed.path, ("entries", number))
            for placed, ledger in files.of_unit("evidence", EvidenceLedger, unit.id)
            for number, entry in enumerate(ledger.entries)
        ),
        self_report=own("self_report", SelfReport),
        powers=own("powers", Powers),
        cases=own("cases", CaseRegister),
        decisions=own("decisions", Decisions),
        notice=office.notice,
        surveys=tuple(one for one in office.surveys.surveys if one.unit == unit.id) if office.surveys else (),
        filings=tuple(one for one in office.filings.filings if one.unit == unit.id) if office.filings else (),
        reviews=tuple(
            ReviewBy(placed.reviewer, review, placed.path)
            for placed, review in files.of_unit("review", Review, unit.id)
        ),
        unreadable=frozenset(path for path in files.unreadable if layout.unit_of(path) == unit.id),
    )
