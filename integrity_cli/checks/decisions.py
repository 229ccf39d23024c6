"""Families V and L, decisions and reviewers: a basis and a hearing, people without conflicts, due process."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign

NOTICE = "records/office/notice.yaml"


def path_of(dossier: Dossier) -> str:
    """The file of the office's decisions on a unit."""
    return f"records/office/decisions/{dossier.unit.id}.yaml"


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
        assert campaign.notice
        starts_on = campaign.notice.starts_on
        for dossier in campaign.dossiers:
            decisions = dossier.decisions
            if decisions is None or decisions.result is None or decisions.result.result == "deferred":
                continue
            asked = decisions.reconsideration
            undecided = asked is not None and (asked.decided_on is None or asked.decided_on >= starts_on)
            if decisions.told_on is None or decisions.told_on >= starts_on or undecided:
                yield self.at(path_of(dossier), "told_on", starts_on=starts_on, unit=dossier.unit.id)


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
        notice, calendar = campaign.notice, campaign.calendar
        counted: int | str = "—"
        if calendar.covers(notice.starts_on, notice.ends_on):
            counted = calendar.working_days_after(notice.starts_on, notice.ends_on) + calendar.is_working(
                notice.starts_on
            )
        if counted != notice.working_days:
            yield self.at(NOTICE, "working_days", stated=notice.working_days, counted=counted)


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
    """A review of a unit from which the reviewer must stand back."""

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
        for dossier in campaign.dossiers:
            for by in dossier.reviews:
                if dossier.unit.id in conflicts.get(by.reviewer, ()):
                    yield self.at(by.path, reviewer=by.reviewer, unit=dossier.unit.id)


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
