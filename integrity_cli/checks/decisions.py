"""Families V, T and L, decisions: a basis and a hearing, due process before the notice, claims and openings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from integrity_cli.checks.base import Check
from integrity_cli.domain.decisions import Decisions, Notice, SupplementaryNotice
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import WorkCalendar
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign

NOTICE = "records/office/notice.yaml"


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
        Text("一票否决 {veto}：{what}", "the veto {veto} {what}"),
        None,
        Text(
            "查明何时听取过意见；没有听取的，先听取再决定",
            "establish when the unit was heard; if it was not, hear it first",
        ),
    )

    _NOT_HEARD = Text("没有写明哪天听取单位意见", "names no day on which the unit was heard")
    _AFTERWARDS = Text(
        "{decided_on} 决定，{heard_on} 才听取单位意见",
        "was decided on {decided_on}, and the unit was heard on {heard_on}",
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, veto in enumerate(dossier.decisions.vetoes if dossier.decisions else ()):
                if veto.heard_on is None:
                    what: Words = self._NOT_HEARD
                elif veto.heard_on > veto.decided_on:
                    what = self._AFTERWARDS.of(decided_on=veto.decided_on, heard_on=veto.heard_on)
                else:
                    continue
                yield self.at(path_of(dossier), "vetoes", number, "heard_on", veto=veto.veto, what=what)


class UnknownVeto(Check):
    """A veto that the rubric does not know, or one that rests on a finding which is not on record."""

    kind = Kind(
        "V503",
        "unknown-veto",
        Severity.ERROR,
        Text("{where}中没有 `{what}`", "{where} hold no `{what}`"),
        None,
        Text(
            "核对否决条款的编号；所据的情形先写进 findings",
            "establish the id of the veto; what it rests on first stands in `findings`",
        ),
    )
    needs = ("rubric",)

    _VETOES = Text("考核细则的否决条款", "the vetoes of the rubric")
    _FINDINGS = Text("这个单位的查实情形", "the findings on this unit")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        known = {veto.id for veto in campaign.rubric.vetoes}
        for dossier in campaign.dossiers:
            decisions = dossier.decisions
            found = {finding.id for finding in decisions.findings} if decisions else set()
            for number, veto in enumerate(decisions.vetoes if decisions else ()):
                if veto.veto not in known:
                    yield self.at(path_of(dossier), "vetoes", number, "veto", where=self._VETOES, what=veto.veto)
                if veto.finding is not None and veto.finding not in found:
                    facts = {"where": self._FINDINGS, "what": veto.finding}
                    yield self.at(path_of(dossier), "vetoes", number, "finding", **facts)


class ToldTooLate(Check):
    """A notice that begins before a unit was told its result, or before its reconsideration was decided."""

    kind = Kind(
        "V504",
        "told-too-late",
        Severity.ERROR,
        Text(
            "`{unit}` 的结果 {starts_on} 开始公示，{what}",
            "the result of `{unit}` is noticed from {starts_on}, but {what}",
        ),
        None,
        Text(
            "查明告知和复核决定的日期；未完成的单位另行公示",
            "establish the days; a unit not yet through is noticed later",
        ),
    )
    needs = ("notice",)

    _NOT_TOLD = Text("而没有写明哪天告知单位", "no day is stated on which the unit was told")
    _TOLD_LATE = Text("{day} 才告知单位", "the unit was told on {day}")
    _OPEN = Text("{day} 申请的复核还没有决定", "the reconsideration asked for on {day} is still open")
    _DECIDED_LATE = Text("复核 {day} 才决定", "its reconsideration was decided on {day}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier, starts_on in shown(campaign):
            assert dossier.decisions
            late = self._late(dossier.decisions, starts_on)
            if late is not None:
                route, what = late
                yield self.kind.at(
                    path_of(dossier), route, key=route == ("result",),
                    starts_on=starts_on, unit=dossier.unit.id, what=what,
                )  # fmt: skip

    def _late(self, decisions: Decisions, starts_on: date) -> tuple[Route, Words] | None:
        """The first step that was not finished before the notice began, and its place; the result, if none is."""
        told_on, asked = decisions.told_on, decisions.reconsideration
        if told_on is None:
            return ("result",), self._NOT_TOLD
        if told_on >= starts_on:
            return ("told_on",), self._TOLD_LATE.of(day=told_on)
        if asked is not None and asked.decided_on is None:
            return ("reconsideration", "asked_on"), self._OPEN.of(day=asked.asked_on)
        if asked is not None and asked.decided_on is not None and asked.decided_on >= starts_on:
            return ("reconsideration", "decided_on"), self._DECIDED_LATE.of(day=asked.decided_on)
        return None


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
            "公示期写作 {stated} 个工作日，{counted}",
            "the notice states {stated:working day|working days}; {counted}",
        ),
        None,
        Text("按放假和调休安排重新核算", "count again by the holidays and make-up days"),
    )
    needs = ("notice", "calendar")

    _COUNTED = Text("按日历为 {days} 个", "the calendar counts {days}")
    _BEYOND = Text("日历没有排到 {day}，数不出几个", "the calendar does not reach {day}, so that none can be counted")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.notice and campaign.calendar
        yield from self._compare(campaign.notice, campaign.calendar)
        for number, one in enumerate(campaign.notice.supplementary):
            yield from self._compare(one, campaign.calendar, "supplementary", number)

    def _compare(
        self, notice: Notice | SupplementaryNotice, calendar: WorkCalendar, *route: str | int
    ) -> Iterator[Diagnostic]:
        if notice.ends_on < notice.starts_on:
            return  # this is T307
        if calendar.covers(notice.starts_on, notice.ends_on):
            days = calendar.working_days_within(notice.starts_on, notice.ends_on)
            if days == notice.working_days:
                return
            counted = self._COUNTED.of(days=days)
        else:
            first = notice.starts_on < calendar.starts_on
            counted = self._BEYOND.of(day=notice.starts_on if first else notice.ends_on)
        yield self.at(NOTICE, *route, "working_days", stated=notice.working_days, counted=counted)


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
