"""Families V and L, decisions and reviewers: a basis and a hearing, people without conflicts, due process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from integrity_cli.checks.base import Check
from integrity_cli.domain.decisions import Notice, SupplementaryNotice
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import WorkCalendar
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign

NOTICE = "records/office/notice.yaml"
TEAM = "records/office/team.yaml"


def path_of(dossier: Dossier) -> str:
    """The file of the office's decisions on a unit."""
    return f"records/office/decisions/{dossier.unit.id}.yaml"


def shown(campaign: Campaign) -> Iterator[tuple[Dossier, date]]:
    """Each unit whose result a notice shows, with the first day of that notice; a deferred one only where named."""
    if campaign.notice is None:
        return
    later = {unit: one.starts_on for one in campaign.notice.supplementary for unit in one.units}
    for dossier in campaign.dossiers:
        result = dossier.decisions.result if dossier.decisions else None
        if dossier.unit.id in later and dossier.decisions is not None:
            yield dossier, later[dossier.unit.id]
        elif result is not None and result.result != "deferred":
            yield dossier, campaign.notice.starts_on


class VetoWithoutBasis(Check):
    """A veto that names no basis, and so decides a result on nothing."""

    kind = Kind(
        "V501",
        "veto-without-basis",
        Severity.ERROR,
        Text("一票否决 {veto} 未写明依据", "the veto {veto} names no basis"),
        Text("这一条缺少 `basis`", "this entry has no `basis`"),
        Text("查明作为依据的文件和文号", "establish the paper that it rests on, with its number"),
        Text(
            "一票否决不论得分直接决定结果，须有文件为据",
            "a veto decides the result whatever the score, so it has to rest on a document",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, veto in enumerate(dossier.decisions.vetoes if dossier.decisions else ()):
                if veto.basis is None:
                    yield self.at(path_of(dossier), "vetoes", number, veto=veto.veto)


class VetoWithoutHearing(Check):
    """A veto decided before the unit was heard."""

    kind = Kind(
        "V502",
        "veto-without-hearing",
        Severity.ERROR,
        Text(
            "一票否决 {veto} 未写明听取单位意见的日期，或听取在决定之后",
            "the veto {veto} names no day on which the unit was heard, or one after the decision",
        ),
        None,
        Text(
            "查明何时听取过意见；没有听取的，先听取再决定",
            "establish when the unit was heard; if it was not, hear it first",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, veto in enumerate(dossier.decisions.vetoes if dossier.decisions else ()):
                if veto.heard_on is None or veto.heard_on > veto.decided_on:
                    yield self.at(path_of(dossier), "vetoes", number, "heard_on", veto=veto.veto)


class UnknownVeto(Check):
    """A veto that the rubric does not know, or one that rests on a finding which is not on record."""

    kind = Kind(
        "V503",
        "unknown-veto",
        Severity.ERROR,
        Text("{what} 不在考核细则或查实情形之中", "{what} is neither a veto of the rubric nor a finding on record"),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        known = {veto.id for veto in campaign.rubric.vetoes}
        for dossier in campaign.dossiers:
            decisions = dossier.decisions
            found = {finding.id for finding in decisions.findings} if decisions else set()
            for number, veto in enumerate(decisions.vetoes if decisions else ()):
                if veto.veto not in known:
                    yield self.at(path_of(dossier), "vetoes", number, "veto", what=veto.veto)
                if veto.finding is not None and veto.finding not in found:
                    yield self.at(path_of(dossier), "vetoes", number, "finding", what=veto.finding)


class ToldTooLate(Check):
    """A notice that begins before a unit was told its result, or before its reconsideration was decided."""

    kind = Kind(
        "V504",
        "told-too-late",
        Severity.ERROR,
        Text(
            "公示 {starts_on} 开始，而 `{unit}` 的结果尚未告知或复核尚未决定",
            "the notice begins on {starts_on}, but `{unit}` was not told by then, or its reconsideration was open",
        ),
        None,
        Text(
            "查明告知和复核决定的日期；未完成的单位另行公示",
            "establish the days; a unit not yet through is noticed later",
        ),
    )
    needs = ("notice",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier, starts_on in shown(campaign):
            decisions = dossier.decisions
            assert decisions
            asked = decisions.reconsideration
            undecided = asked is not None and (asked.decided_on is None or asked.decided_on >= starts_on)
            if decisions.told_on is None or decisions.told_on >= starts_on or undecided:
                yield self.at(path_of(dossier), "told_on", starts_on=starts_on, unit=dossier.unit.id)


class PeriodNotRun(Check):
    """A notice that begins before the working days in which the unit may ask for reconsideration have passed."""

    kind = Kind(
        "V505",
        "period-not-run",
        Severity.ERROR,
        Text(
            "`{unit}` {told_on} 才告知，到 {starts_on} 公示开始，中间只有 {counted} 个工作日，复核申请期是 {days} 个",
            "`{unit}` was told on {told_on}; until the notice begins on {starts_on} there are "
            "{counted:working day|working days}, and the period for reconsideration is {days}",
        ),
        None,
        Text(
            "告知当天和公示开始当天都不算；来不及的单位另行补充公示",
            "neither the day it was told nor the first day of the notice counts; a unit that is too late goes into a "
            "supplementary notice",
        ),
    )
    needs = ("terms", "notice", "calendar")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms and campaign.calendar
        days, calendar = campaign.terms.reconsideration_days, campaign.calendar
        for dossier, starts_on in shown(campaign):
            told_on = dossier.decisions.told_on if dossier.decisions else None
            if days is None or told_on is None or told_on >= starts_on:
                continue  # the second is V504
            counted = calendar.working_days_after(told_on, starts_on - timedelta(days=1))
            if counted < days or not calendar.covers(told_on, starts_on):
                yield self.at(
                    path_of(dossier), "told_on", unit=dossier.unit.id, told_on=told_on, starts_on=starts_on,
                    counted=counted, days=days,
                )  # fmt: skip


class NoticeDaysDiffer(Check):
    """A notice whose stated working days are not those of the calendar, or that the calendar does not cover."""

    kind = Kind(
        "T304",
        "notice-days-differ",
        Severity.ERROR,
        Text(
            "公示期写作 {stated} 个工作日，按日历为 {counted} 个",
            "the notice states {stated:working day|working days}; the calendar counts {counted}",
        ),
        None,
        Text("按放假和调休安排重新核算", "count again by the holidays and make-up days"),
    )
    needs = ("notice", "calendar")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.notice and campaign.calendar
        yield from self._compare(campaign.notice, campaign.calendar)
        for number, one in enumerate(campaign.notice.supplementary):
            yield from self._compare(one, campaign.calendar, "supplementary", number)

    def _compare(
        self, notice: Notice | SupplementaryNotice, calendar: WorkCalendar, *route: str | int
    ) -> Iterator[Diagnostic]:
        counted: int | str = "—"
        if calendar.covers(notice.starts_on, notice.ends_on):
            counted = calendar.working_days_within(notice.starts_on, notice.ends_on)
        if counted != notice.working_days:
            yield self.at(NOTICE, *route, "working_days", stated=notice.working_days, counted=counted)


class ReviewerNotOfTheTeam(Check):
    """A review by somebody who is not on the team, or not for this unit."""

    kind = Kind(
        "L230",
        "reviewer-not-of-the-team",
        Severity.ERROR,
        Text(
            "考核组名单没有让 `{reviewer}` 考核 `{unit}`",
            "the team does not have `{reviewer}` review `{unit}`",
        ),
    )
    needs = ("team",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.team
        assigned = {one.code: one.reviews for one in campaign.team.reviewers}
        for dossier in campaign.dossiers:
            for by in dossier.reviews:
                if dossier.unit.id not in assigned.get(by.reviewer, ()):
                    yield self.at(by.path, reviewer=by.reviewer, unit=dossier.unit.id)


class ReviewerInConflict(Check):
    """A review of a unit from which the reviewer must stand back, or the assignment of one before it is written."""

    kind = Kind(
        "L231",
        "reviewer-in-conflict",
        Severity.ERROR,
        Text(
            "`{reviewer}` 申报了与 `{unit}` 的回避关系，不能考核它",
            "`{reviewer}` declared a conflict with `{unit}` and cannot review it",
        ),
        None,
        Text("由主办单位另派考核人员", "the office assigns another reviewer"),
    )
    needs = ("team",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.team
        conflicts = {one.code: one.conflicts for one in campaign.team.reviewers}
        written: set[tuple[str, str]] = set()
        for dossier in campaign.dossiers:
            for by in dossier.reviews:
                written.add((by.reviewer, dossier.unit.id))
                if dossier.unit.id in conflicts.get(by.reviewer, ()):
                    yield self.at(by.path, reviewer=by.reviewer, unit=dossier.unit.id)
        for number, one in enumerate(campaign.team.reviewers):
            for place, unit in enumerate(one.reviews):
                if unit in one.conflicts and (one.code, unit) not in written:
                    yield self.at(TEAM, "reviewers", number, "reviews", place, reviewer=one.code, unit=unit)


class ClaimForbidden(Check):
    """A row said not to apply which the rubric says may not be claimed so, or a row that it does not hold."""

    kind = Kind(
        "L232",
        "claim-forbidden",
        Severity.ERROR,
        Text("`{row}` 不能主张不适用", "`{row}` may not be said not to apply"),
        None,
        Text("哪些考核项可以不适用，见 rubric.yaml 的 not_applicable", "rubric.yaml says which rows may not apply"),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        allowed = {
            (row.requirement, row.part)
            for row in campaign.rubric.rows()
            if row.not_applicable is not None and row.not_applicable.treatment != "forbid"
        }
        whole = {requirement for requirement, _ in allowed}
        for path, route, requirement, part in self._claims(campaign):
            if (requirement, part) not in allowed and not (part is None and requirement in whole):
                row = requirement if part is None else f"{requirement}/{part}"
                yield self.at(path, *route, "requirement", row=row)

    def _claims(self, campaign: Campaign) -> Iterator[tuple[str, Route, str, int | None]]:
        for dossier in campaign.dossiers:
            for number, claim in enumerate(dossier.self_report.not_applicable if dossier.self_report else ()):
                path = f"{dossier.folder}/self_report.yaml"
                yield path, ("not_applicable", number), claim.requirement, claim.part
            for number, decision in enumerate(dossier.decisions.not_applicable if dossier.decisions else ()):
                if decision.confirmed:
                    yield path_of(dossier), ("not_applicable", number), decision.requirement, decision.part


class OpenedWithoutSeal(Check):
    """An opening of an entry that is not sealed."""

    kind = Kind(
        "L235",
        "opened-without-seal",
        Severity.ERROR,
        Text("条目 `{entry}` 没有封存，谈不上开封核验", "the entry `{entry}` is not sealed, so it cannot be opened"),
        None,
        Text("核对抽中的是哪一条", "establish which entry was drawn"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            public = {one.entry.id for one in dossier.ledger if one.entry.disclosure != "sealed"}
            for number, opening in enumerate(dossier.decisions.openings if dossier.decisions else ()):
                if opening.entry in public:
                    yield self.at(path_of(dossier), "openings", number, "entry", entry=opening.entry)
