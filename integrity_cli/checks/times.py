"""Family T, the calendar of a campaign: spans backwards, years apart or out of order, years without holidays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import median_low

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.office import FILED, STAGE, CampaignTerms, Deadline, Stage, Window
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.rules.deadline import Deadline as DeadlineRule

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
            if not isinstance(row.rule, DeadlineRule) or row.rule.days != "working":
                continue
            span = campaign.terms.span(row.rule.by)
            if span and not (campaign.calendar and campaign.calendar.covers(*span)):
                yield self.at("rubric.yaml", *route, "days", row=row.id, last=span[1])


_REACH = {"stages": 3, "deadlines": 3, "windows": 10}
"""How many years a day may lie from the middle of the campaign; a window may look back over the years before it."""


def _days(one: Stage | Window | Deadline) -> tuple[tuple[str, date], ...]:
    if isinstance(one, Deadline):
        return (("due_on", one.due_on),)
    return ("starts_on", one.starts_on), ("ends_on", one.ends_on)


def _runs_backwards(one: Stage | Window | Deadline) -> bool:
    return not isinstance(one, Deadline) and one.ends_on < one.starts_on


def _spans(terms: CampaignTerms) -> tuple[Stage | Window, ...]:
    return (*terms.stages, *terms.windows)


class SpanImplausible(Check):
    """A day of the campaign's calendar that lies years from all others, as a slip of the pen in the year does."""

    kind = Kind(
        "T306",
        "span-implausible",
        Severity.WARNING,
        Text(
            "{day} 与活动的其他日期（{middle} 前后）相差 {years} 年",
            "{day} lies {years:year|years} from the other days of the campaign, around {middle}",
        ),
        None,
        Text("对照通知核实年份", "establish the year from the notice"),
    )
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        terms = campaign.terms
        dated: tuple[Stage | Window | Deadline, ...] = (*terms.stages, *terms.deadlines)
        days = [day for one in dated for _, day in _days(one)]
        for name, reach in _REACH.items():
            for number, one in enumerate(getattr(terms, name)):
                if _runs_backwards(one):
                    continue
                for field, day in _days(one):
                    years = abs(day - median_low(days)).days // 365 if days else 0
                    if years >= reach:
                        yield self.at(CAMPAIGN, name, number, field, day=day, middle=median_low(days), years=years)
                        break


def is_in_doubt(campaign: Campaign) -> bool:
    """Whether a day of the calendar is already known to be wrong, so that what follows from it is not told again."""
    return any(True for check in (SpanReversed(), SpanImplausible()) for _ in check.run(campaign))


class StagesOutOfOrder(Check):
    """A stage that starts or ends before one that the notice puts before it; stages may overlap."""

    kind = Kind(
        "T308",
        "stages-out-of-order",
        Severity.WARNING,
        Text(
            "{later} {day} {edge}，排在它前面的{earlier} {other} 才{edge}",
            "{later} {edge} on {day}, before {earlier}, the stage ahead of it, which {edge} on {other}",
        ),
        None,
        Text("对照通知核实两个阶段的起止日期", "establish the days of both stages from the notice"),
    )
    needs = ("terms",)

    _EDGES = (("starts_on", Text("开始", "starts")), ("ends_on", Text("结束", "ends")))

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        if is_in_doubt(campaign):
            return
        order = list(STAGE.values)
        placed = sorted(enumerate(campaign.terms.stages), key=lambda one: order.index(one[1].stage))
        for (_, earlier), (number, later) in pairwise(placed):
            for field, edge in self._EDGES:
                day, other = getattr(later, field), getattr(earlier, field)
                if later.stage != earlier.stage and day < other:
                    yield self.at(
                        CAMPAIGN, "stages", number, field, later=STAGE.values[later.stage], day=day, edge=edge,
                        earlier=STAGE.values[earlier.stage], other=other,
                    )  # fmt: skip
                    break


class DeadlineOutsideStages(Check):
    """A deadline on a day that belongs to no stage and no window."""

    kind = Kind(
        "T309",
        "deadline-outside-stages",
        Severity.WARNING,
        Text(
            "{filing}的期限 {due_on} 不在任何一个阶段或期间之内",
            "the deadline of the {filing}, {due_on}, lies in no stage and no window",
        ),
        None,
        Text("对照通知核实期限和各阶段的起止日期", "establish the deadline and the days of the stages from the notice"),
    )
    needs = ("terms",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.terms
        terms = campaign.terms
        if is_in_doubt(campaign):
            return
        for number, one in enumerate(terms.deadlines):
            if not any(span.starts_on <= one.due_on <= span.ends_on for span in _spans(terms)):
                yield self.at(
                    CAMPAIGN, "deadlines", number, "due_on", filing=FILED.values[one.filing], due_on=one.due_on
                )
