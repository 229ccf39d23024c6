"""Families L and T, the course of a campaign: what came too late, ran out, is missing at a stage, or changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from integrity_cli.checks.base import Check
from integrity_cli.checks.contradictions import DaysOutOfOrder
from integrity_cli.checks.times import is_in_doubt
from integrity_cli.checks.whole import not_yet_filed
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier, LedgerEntry
from integrity_cli.domain.evidence import Roster
from integrity_cli.domain.evidence.people import APPOINTED_ROLE, Appointment
from integrity_cli.domain.office import FILED, STAGE, CampaignTerms
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.digests import record_digest


def last_day(terms: CampaignTerms) -> date:
    """The last day of any stage, were it written the wrong way round."""
    return max(max(stage.starts_on, stage.ends_on) for stage in terms.stages)


class AfterTheReport(Check):
    """An entry of a day after the self-report was received, or after the whole campaign."""

    kind = Kind(
        "T311",
        "after-the-report",
        Severity.WARNING,
        Text(
            "条目 `{id}` 的日期 {day} 在{limit}之后",
            "the entry `{id}` has the day {day}, after {limit}",
        ),
        None,
        Text("对照原件核实日期", "establish the day from the original"),
    )
    needs = ("terms",)

    _RECEIVED = Text("自查报告备案日 {last} ", "the self-report was received on {last}")
    _ENDED = Text("活动最后一天 {last} ", "the last day of the campaign, {last}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        if not campaign.terms.stages:
            return
        for dossier in campaign.dossiers:
            received = next((one.received_on for one in dossier.filings if one.filing == "self_report"), None)
            last = received or last_day(campaign.terms)
            limit = (self._RECEIVED if received else self._ENDED).of(last=last)
            for one in dossier.ledger:
                if one.entry.withdrawn is None and one.entry.happened_on > last:
                    day = one.entry.happened_on
                    yield self.at(one.path, *one.route, "happened_on", id=one.entry.id, day=day, limit=limit)


class AppointmentRunOut(Check):
    """Supervisors or liaisons whose term ends before the campaign does, and whom nobody followed."""

    kind = Kind(
        "T312",
        "appointment-run-out",
        Severity.WARNING,
        Text(
            "{role}的聘期到 {until} 为止，活动到 {last} 才结束",
            "the last appointment as {role} runs to {until}; the campaign ends on {last}",
        ),
        Text("此后没有续聘的条目", "no later entry continues it"),
        Text(
            "查明是否续聘；续聘的另立条目", "establish whether they were appointed again; that is an entry of its own"
        ),
    )
    needs = ("terms",)
    requires = (DaysOutOfOrder,)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        if not campaign.terms.stages or is_in_doubt(campaign):
            return
        last = last_day(campaign.terms)
        for dossier in campaign.dossiers:
            latest: dict[tuple[str, str | None], tuple[date, LedgerEntry]] = {}
            for one in dossier.ledger:
                entry = one.entry
                if isinstance(entry, Appointment) and entry.withdrawn is None:
                    key = (entry.role, entry.body)
                    if key not in latest or latest[key][0] < entry.until:
                        latest[key] = (entry.until, one)
            for (role, _), (until, one) in latest.items():
                if until < last:
                    words = APPOINTED_ROLE.values[role]
                    yield self.at(one.path, *one.route, "until", role=words, until=until, last=last)


class StageWithoutGoal(Check):
    """A plan, not yet filed, that sets no goal for a stage of the campaign."""

    kind = Kind(
        "T313",
        "stage-without-goal",
        Severity.WARNING,
        Text("方案没有写{stages}阶段的目标任务", "the plan sets no goal for {stages}"),
        None,
        Text(
            "研究确定这一阶段要做到什么、何时完成、由谁负责", "decide what is to be reached in it, by when, and by whom"
        ),
        Text(
            "通知要求「确定不同阶段的目标任务」；方案备案以后不再提示",
            "the notice asks for goals by stage; once the plan is filed, this is not said again",
        ),
    )
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        for dossier in not_yet_filed(campaign, "plan"):
            if dossier.plan is None:
                continue
            stated = {goal.stage for goal in dossier.plan.goals if goal.goal is not None}
            missing = tuple(STAGE.values[one.stage] for one in campaign.terms.stages if one.stage not in stated)
            if missing:
                yield self.at(f"{dossier.folder}/plan.yaml", "goals", stages=missing)


class OfficersUncertified(Check):
    """Officers in post without a certificate, of whom nothing on record says what they do meanwhile."""

    kind = Kind(
        "L243",
        "officers-uncertified",
        Severity.WARNING,
        Text(
            "在岗执法人员 {in_post} 人，持有效证件 {certified} 人，其余的没有说明",
            "{in_post:officer is|officers are} in post and {certified:holds|hold} a certificate; "
            "nothing is said of the others",
        ),
        None,
        Text(
            "查明没有证件的人是否在执法；领证之前在做什么，写进 note 或薄弱环节",
            "establish whether those without a certificate enforce; what they do until they have one belongs in the "
            "note or among the weaknesses",
        ),
        Text(
            "通知要求「严格执行持证上岗」；自查报告备案以后不再提示",
            "the notice asks that only certified officers serve; once the self-report is filed, this is not said again",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in not_yet_filed(campaign, "self_report"):
            if _speaks_of_certificates(dossier):
                continue
            newest: dict[str | None, tuple[LedgerEntry, Roster]] = {}
            for one in sorted(dossier.ledger, key=lambda one: (one.entry.happened_on, one.entry.id)):
                if isinstance(one.entry, Roster) and one.entry.withdrawn is None:
                    newest[one.entry.body] = (one, one.entry)
            for one, roster in newest.values():
                if roster.certified < roster.in_post and roster.note is None:
                    facts = {"in_post": roster.in_post, "certified": roster.certified}
                    yield self.at(one.path, *one.route, "certified", **facts)


def _speaks_of_certificates(dossier: Dossier) -> bool:
    """Whether the self-report names certificates among its weaknesses."""
    weaknesses = dossier.self_report.weaknesses if dossier.self_report else ()
    return any("证" in one.weakness or "certif" in one.weakness.lower() for one in weaknesses)


class ChangedAfterFiling(Check):
    """A plan or self-report that no longer says what it said when it was received; one that was reopened may."""

    kind = Kind(
        "T314",
        "changed-after-filing",
        Severity.WARNING,
        Text(
            "这份{document}的内容与 {received_on} 备案时登记的校验值不符",
            "this {document} does not say what it said on {received_on}, when it was received and its digest recorded",
        ),
        None,
        Text(
            "查明备案以后改了什么、经谁同意；备案的内容以收到时为准",
            "establish what was changed since, and with whose consent; what counts is what was received",
        ),
        Text("登记的校验值以 {recorded} 开头", "the digest recorded begins with {recorded}"),
    )
    needs = ("filings",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.filings
        for filing in campaign.filings.filings:
            path = f"records/units/{filing.unit}/{filing.filing}.yaml"
            if filing.digest is None or filing.reopened_on is not None:
                continue
            if path not in campaign.read or path in campaign.unreadable:
                continue
            if record_digest(path, campaign.source.read(path)) != filing.digest:
                yield self.at(
                    path, document=FILED.values[filing.filing], received_on=filing.received_on,
                    recorded=filing.digest[:12],
                )  # fmt: skip
