"""Family L, the office's records: units that exist, filings and reviews of them."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text
from integrity_cli.reading import layout
from integrity_cli.reading.campaign import Campaign

REGISTER = "records/office/register.yaml"
CALENDAR = "records/office/calendar.yaml"
FILINGS = "records/office/filings.yaml"
SURVEYS = "records/office/surveys.yaml"
TEAM = "records/office/team.yaml"
OBJECTIONS = "records/office/objections.yaml"
NOTICE = "records/office/notice.yaml"
SNAPSHOTS = "records/office/snapshots.yaml"


class OfficeRecordMissing(Check):
    """A record without which no unit can be looked at."""

    kind = Kind(
        "L201",
        "office-record-missing",
        Severity.ERROR,
        Text("缺少 {record}", "{record} is missing"),
        None,
        Text("由主办单位建立；没有它，任何单位都不能计分", "the office writes it; without it no unit can be scored"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        if campaign.is_empty:
            return
        for name, record in (("campaign", campaign.terms), ("register", campaign.register)):
            path = f"records/office/{name}.yaml"
            if record is None and path not in campaign.unreadable:
                yield self.at(path, record=path)


class UnitWrittenTwice(Check):
    """Two entries of the register with one id."""

    kind = Kind(
        "L202",
        "unit-written-twice",
        Severity.ERROR,
        Text("名册中有两个编号为 `{unit}` 的单位", "the register holds two units with the id `{unit}`"),
        None,
        Text(
            "查明是重复登记还是两个单位；是两个单位的，另取编号",
            "establish whether it is one unit entered twice or two; two need two ids",
        ),
    )
    needs = ("register",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.register
        seen: set[str] = set()
        for number, unit in enumerate(campaign.register.units):
            if unit.id in seen:
                yield self.at(REGISTER, "units", number, "id", unit=unit.id)
            seen.add(unit.id)


class UnknownUnit(Check):
    """A folder, filing, extension or review of a unit that the register does not know."""

    kind = Kind(
        "L203",
        "unknown-unit",
        Severity.ERROR,
        Text("名册中没有单位 `{unit}`", "the register knows no unit `{unit}`"),
        None,
        Text(
            "核对编号；新单位由主办单位先列入 records/office/register.yaml",
            "establish the id; a new unit is first entered in records/office/register.yaml by the office",
        ),
    )
    needs = ("register",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.register
        known = {unit.id for unit in campaign.register.units}
        told: set[str] = set()
        for path in campaign.read:
            unit = layout.unit_of(path) or layout.judged_unit_of(path)
            if unit and unit not in known and unit not in told:
                told.add(unit)
                yield self.at(path, unit=unit)
        for path, route, unit in (*self._named(campaign), *_admitted(campaign)):
            if unit not in known:
                yield self.at(path, *route, unit=unit)

    def _named(self, campaign: Campaign) -> Iterator[tuple[str, Route, str]]:
        """Every unit that an office record names, with its place."""
        for number, filing in enumerate(campaign.filings.filings if campaign.filings else ()):
            yield FILINGS, ("filings", number, "unit"), filing.unit
        for number, survey in enumerate(campaign.surveys.surveys if campaign.surveys else ()):
            yield SURVEYS, ("surveys", number, "unit"), survey.unit
        for number, objection in enumerate(campaign.objections.objections if campaign.objections else ()):
            yield OBJECTIONS, ("objections", number, "unit"), objection.unit
        for number, reviewer in enumerate(campaign.team.reviewers if campaign.team else ()):
            for field, units in (("reviews", reviewer.reviews), ("conflicts", reviewer.conflicts)):
                for place, unit in enumerate(units):
                    yield TEAM, ("reviewers", number, field, place), unit
        for number, notice in enumerate(campaign.notice.supplementary if campaign.notice else ()):
            for place, unit in enumerate(notice.units):
                yield NOTICE, ("supplementary", number, "units", place), unit
        for number, extension in enumerate(campaign.calendar.extensions if campaign.calendar else ()):
            yield CALENDAR, ("extensions", number, "unit"), extension.unit


def _admitted(campaign: Campaign) -> Iterator[tuple[str, Route, str]]:
    """Every unit of which something is admitted after a snapshot, with its place."""
    for number, snapshot in enumerate(campaign.snapshots.snapshots if campaign.snapshots else ()):
        for place, admission in enumerate(snapshot.admitted):
            yield SNAPSHOTS, ("snapshots", number, "admitted", place, "unit"), admission.unit


class UnknownParent(Check):
    """A subordinate body whose agency is not in the register."""

    kind = Kind(
        "L204",
        "unknown-parent",
        Severity.ERROR,
        Text("名册中没有上级单位 `{unit}`", "the register knows no parent unit `{unit}`"),
        None,
        Text(
            "核对上级单位的编号；不参加活动的上级单位也先列入名册",
            "establish the parent's id; a parent that takes no part is entered too",
        ),
    )
    needs = ("register",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.register
        known = {unit.id for unit in campaign.register.units}
        for number, unit in enumerate(campaign.register.units):
            if unit.parent is not None and (unit.parent not in known or unit.parent == unit.id):
                yield self.at(REGISTER, "units", number, "parent", unit=unit.parent)


class FiledTwice(Check):
    """Two receipts for one document, or one receipt number for two."""

    kind = Kind(
        "L205",
        "filed-twice",
        Severity.ERROR,
        Text("{what}登记了不止一次", "{what} is recorded more than once"),
        None,
        Text("以回执为准，只留一条", "establish which receipt stands and keep that one"),
    )
    needs = ("filings",)

    _DOCUMENT = Text("`{unit}` 的{filing}", "the {filing} of `{unit}`")
    _RECEIPT = Text("回执号 {receipt} ", "the receipt number {receipt}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.filings
        documents: set[tuple[str, str]] = set()
        receipts: set[str] = set()
        for number, filing in enumerate(campaign.filings.filings):
            document, receipt = (filing.unit, filing.filing), filing.receipt_no
            if document in documents:
                what = self._DOCUMENT.of(unit=filing.unit, filing=FILED.values[filing.filing])
                yield self.at(FILINGS, "filings", number, "filing", what=what)
            elif receipt in receipts:
                yield self.at(FILINGS, "filings", number, "receipt_no", what=self._RECEIPT.of(receipt=receipt))
            if filing.reopened_on is None:  # what was sent back may be filed again
                documents.add(document)
            receipts.add(receipt)
