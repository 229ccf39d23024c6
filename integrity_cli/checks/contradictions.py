"""Families L and T, one record against itself: parts above their whole, days out of order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from integrity_cli.checks import office
from integrity_cli.checks.base import Check
from integrity_cli.checks.decisions import path_of
from integrity_cli.domain.decisions import (
    Notice,
    ObjectionRecord,
    Reconsideration,
    SatisfactionSurvey,
    SupplementaryNotice,
)
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.evidence.assessment import Appraisal, CaseReview, DossierSummary, Inspection, Survey, Visit
from integrity_cli.domain.evidence.base import Entry
from integrity_cli.domain.evidence.matters import Litigation, Matter, Transfer
from integrity_cli.domain.evidence.papers import Document, Post, Publication
from integrity_cli.domain.evidence.people import Appointment, Roster
from integrity_cli.domain.office import Application, Extension
from integrity_cli.domain.record import Record, label_of
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign

PARTS: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Roster: (("certified", "in_post"), ("passed", "examined")),
    Survey: (("returned", "sent"), ("valid", "returned")),
    Visit: (("handled", "views"),),
    Inspection: (("covered", "total"),),
    Publication: (("covered", "total"),),
    Appraisal: (("covered", "total"), ("poor", "covered"), ("held_to_account", "poor")),
    CaseReview: (("reviewed", "total"), ("vetoed", "reviewed")),
    DossierSummary: (
        ("with_dossier", "subjects"), ("top", "with_dossier"), ("low", "with_dossier"), ("acts_graded", "acts_closed"),
    ),
    Post: (("answered", "comments"),),
    SatisfactionSurvey: (("valid", "sent"),),
}  # fmt: skip
"""Counts of which the first is a part of the second. Those examined may have left since, so they are no part."""

COURSE: dict[type[Record], tuple[tuple[str, str], ...]] = {
    Document: (("happened_on", "in_force_until"),),
    Publication: (("happened_on", "until"),),
    Appointment: (("happened_on", "until"),),
    Matter: (("happened_on", "due_on"), ("happened_on", "heard_on"), ("happened_on", "answered_on")),
    Litigation: (("happened_on", "answer_due"), ("happened_on", "answered_on")),
    Transfer: (("happened_on", "decided_on"), ("decided_on", "transferred_on"), ("happened_on", "transferred_on")),
    Application: (("applied_on", "withdrawn_on"),),
    Extension: (("granted_on", "until"),),
    Reconsideration: (("asked_on", "decided_on"),),
    Notice: (("starts_on", "ends_on"), ("secrecy_reviewed_on", "starts_on"), ("privacy_reviewed_on", "starts_on")),
    SupplementaryNotice: (("starts_on", "ends_on"),),
    ObjectionRecord: (("received_on", "decided_on"),),
}
"""Days of which the first is never after the second. What was put right before a superior asked is no contradiction."""


def _records(campaign: Campaign) -> Iterator[tuple[str, Route, Record]]:
    """Every record that the tables speak of, with its place; a withdrawn entry is wrong as it stands and stays so."""
    for dossier in campaign.dossiers:
        for one in dossier.ledger:
            if one.entry.withdrawn is None:
                yield one.path, one.route, one.entry
        if dossier.decisions and dossier.decisions.reconsideration:
            yield path_of(dossier), ("reconsideration",), dossier.decisions.reconsideration
    yield from _records_of_the_office(campaign)
    if campaign.notice:
        yield office.NOTICE, (), campaign.notice
        for number, later in enumerate(campaign.notice.supplementary):
            yield office.NOTICE, ("supplementary", number), later


def _records_of_the_office(campaign: Campaign) -> Iterator[tuple[str, Route, Record]]:
    for number, unit in enumerate(campaign.register.units if campaign.register else ()):
        if unit.application:
            yield office.REGISTER, ("units", number, "application"), unit.application
    for number, extension in enumerate(campaign.calendar.extensions if campaign.calendar else ()):
        yield office.CALENDAR, ("extensions", number), extension
    for number, survey in enumerate(campaign.surveys.surveys if campaign.surveys else ()):
        yield office.SURVEYS, ("surveys", number), survey
    for number, objection in enumerate(campaign.objections.objections if campaign.objections else ()):
        yield office.OBJECTIONS, ("objections", number), objection


def _first_above(record: Record, pairs: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """The first pair of fields whose first value is above its second; one wrong value may break several."""
    for low, high in pairs:
        least, most = getattr(record, low), getattr(record, high)
        if least is not None and most is not None and least > most:
            return low, high
    return None


class PartsExceedWhole(Check):
    """A count above the one that it is a part of."""

    kind = Kind(
        "L251",
        "parts-exceed-whole",
        Severity.ERROR,
        Text("{part} {counted}，比{whole} {total} 还多", "“{part}” is {counted}, more than the {total} of “{whole}”"),
        None,
        Text(
            "对照原件，查明哪一个数写错，或两个数口径不同",
            "establish from the original which of the two is wrong, or whether they count different things",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for path, route, record in _records(campaign):
            above = _first_above(record, PARTS.get(type(record), ()))
            if above:
                part, whole = above
                yield self.at(
                    path, *route, part, part=label_of(type(record), part), counted=getattr(record, part),
                    whole=label_of(type(record), whole), total=getattr(record, whole),
                )  # fmt: skip


class AnswersDoNotAddUp(Check):
    """A survey of the office whose answers are not as many as the papers said to be valid."""

    kind = Kind(
        "L252",
        "answers-do-not-add-up",
        Severity.ERROR,
        Text(
            "三种答案合计 {sum} 份，有效份数写作 {valid}",
            "the three answers add up to {sum}; {valid:is|are} said to be valid",
        ),
        None,
        Text("对照测评汇总表，查明哪一个数写错", "establish from the tally which of the numbers is wrong"),
    )
    needs = ("surveys",)
    requires = (PartsExceedWhole,)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.surveys
        for number, survey in enumerate(campaign.surveys.surveys):
            answers = survey.satisfied + survey.fairly + survey.dissatisfied
            if answers != survey.valid:
                yield self.at(office.SURVEYS, "surveys", number, "valid", sum=answers, valid=survey.valid)


class PublishedBeforeClosed(Check):
    """A case whose result was public, or filed upward, before the case was closed."""

    kind = Kind(
        "L253",
        "published-before-closed",
        Severity.WARNING,
        Text(
            "案件 {case} {closed_on} 办结，{what}却是 {day}",
            "case {case} was closed on {closed_on}, but “{what}” is {day}",
        ),
        None,
        Text(
            "对照案卷核实两个日期；先公开决定、后结案的，查明从哪一天起算",
            "establish both days from the file; where the decision was public before the case was closed, "
            "establish from which day the time runs",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, case in enumerate(dossier.cases.cases if dossier.cases else ()):
                for field in ("published_on", "filed_on"):
                    day: date | None = getattr(case, field)
                    if day is not None and day < case.closed_on:
                        yield self.at(
                            f"{dossier.folder}/cases.yaml", "cases", number, field, case=case.case_no,
                            closed_on=case.closed_on, what=label_of(type(case), field), day=day,
                        )  # fmt: skip
                        break  # one wrong day of closing is one cause


class DaysOutOfOrder(Check):
    """Two days of one record of which the later comes first: an answer before the question was received."""

    kind = Kind(
        "T307",
        "days-out-of-order",
        Severity.ERROR,
        Text("{later} {after}，却早于{earlier} {before}", "“{later}” is {after}, before “{earlier}”, {before}"),
        None,
        Text("对照原件核实两个日期", "establish both days from the original"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for path, route, record in _records(campaign):
            reversed_days = _first_above(record, COURSE.get(type(record), ()))
            if reversed_days:
                earlier, later = reversed_days
                yield self.at(
                    path, *route, later, later=_day_label(record, later), after=getattr(record, later),
                    earlier=_day_label(record, earlier), before=getattr(record, earlier),
                )  # fmt: skip


def _day_label(record: Record, field: str) -> Text:
    """The label of a day; what the day of an entry means depends on its kind."""
    return (
        type(record).day_label
        if isinstance(record, Entry) and field == "happened_on"
        else label_of(type(record), field)
    )
