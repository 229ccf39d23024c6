"""Family T: spans that run backwards, years without a holiday arrangement."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.office import Stage, Window
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.rules.deadline import Deadline

CAMPAIGN = "records/office/campaign.yaml"


class SpanReversed(Check):
    """A stage or window that ends before it begins."""

    kind = Kind(
        "T301",
        "span-reversed",
        Severity.ERROR,
        Text("{starts_on} 开始，却在 {ends_on} 结束", "it starts on {starts_on} and ends on {ends_on}"),
        None,
        Text("对照通知核实起止日期", "establish both days from the notice"),
    )
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        for number, stage in enumerate(campaign.terms.stages):
            yield from self._compare(stage, "stages", number)
        for number, window in enumerate(campaign.terms.windows):
            yield from self._compare(window, "windows", number)

    def _compare(self, span: Stage | Window, name: str, number: int) -> Iterator[Diagnostic]:
        if span.ends_on < span.starts_on:
            yield self.at(CAMPAIGN, name, number, "ends_on", starts_on=span.starts_on, ends_on=span.ends_on)


class DaysWithoutCalendar(Check):
    """A deadline counted in working days in days whose holidays are not on record."""

    kind = Kind(
        "T302",
        "days-without-calendar",
        Severity.ERROR,
        Text(
            "{row} 按工作日计算，而 calendar.yaml 没有 {last} 前后的放假安排",
            "{row} counts working days, and calendar.yaml has no holiday arrangement around {last}",
        ),
        None,
        Text("由主办单位按国务院办公厅的通知补录", "the office records it from the State Council's notice"),
    )
    needs = ("terms", "rubric")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms and campaign.rubric
        for route, row in campaign.rubric.every_rule():
            if not isinstance(row.rule, Deadline) or row.rule.days != "working":
                continue
            span = campaign.terms.span(row.rule.by)
            if span and not (campaign.calendar and campaign.calendar.covers(*span)):
                yield self.at("rubric.yaml", *route, "days", row=row.id, last=span[1])
