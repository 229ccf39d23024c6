"""Family R, rules: what a row can give, and whether the rule says all that its arithmetic needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from integrity_cli.checks.rubric import RUBRIC, RubricCheck, plain
from integrity_cli.checks.rubric_ratios import ShareIncomplete, is_of_itself
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.model import Row, Rubric
from integrity_cli.rubric.result_clauses import ResultRule
from integrity_cli.rubric.rules import Rule
from integrity_cli.rubric.rules.bands import Bands
from integrity_cli.rubric.rules.deduct import Deduct
from integrity_cli.rubric.rules.judgement import Judgement
from integrity_cli.rubric.rules.levels import Levels
from integrity_cli.rubric.rules.survey import Survey


class RuleCannotEarnItsPoints(RubricCheck):
    """A row whose rule can never give all of its points, or gives more."""

    kind = Kind(
        "R604",
        "points-out-of-reach",
        Severity.ERROR,
        Text(
            "{row} 共 {points} 分，规则最多得 {most} 分",
            "{row} holds {points} points, and its rule gives at most {most}",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            most = row.rule.reachable(row.points)
            if most != row.points:
                yield self.at(RUBRIC, *route, *row.rule.top(), row=row.id, points=row.points, most=most)


class ChargeWithoutPrice(RubricCheck):
    """A charge that names no fact or several, or not the price that its kind needs, such as 「酌情扣分」 alone."""

    kind = Kind(
        "R614",
        "charge-without-price",
        Severity.ERROR,
        Text(
            "扣分项须写明一种情形和它的价：once、each 配 lose，ladder 配 losses，range 配 least 和 most",
            "a charge names one fact and its price: `lose` with `once` or `each`, `losses` with `ladder`, "
            "`least` and `most` with `range`",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            if isinstance(row.rule, Deduct):
                for number, charge in enumerate(row.rule.deduct):
                    if not charge.is_priced:
                        yield self.at(RUBRIC, *route, "deduct", number)


class RowNeverMet(RubricCheck):
    """A row without points by a rule that cannot say met or not met."""

    kind = Kind(
        "R615",
        "row-never-met",
        Severity.ERROR,
        Text(
            "{row} 没有分值，只能用 present、share 或 judgement 判断是否达到",
            "{row} holds no points; only `present`, `share` or `judgement` can say whether it is met",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.placed_rules():
            if row.points == 0 and row.rule.key not in {"present", "share", "judgement"}:
                yield self.at_key(RUBRIC, (*route, row.rule.key), row=row.id)


class ZeroOutOfReach(RubricCheck):
    """A row of which some points cannot be lost, so that every unit has them."""

    kind = Kind(
        "R619",
        "zero-out-of-reach",
        Severity.WARNING,
        Text(
            "{row} 共 {points} 分，规则最少也给 {least} 分",
            "{row} holds {points} points, and its rule gives at least {least}",
        ),
        None,
        Text("查明其余的分数在什么情形下失去", "establish for what the remaining points are lost"),
    )
    requires = (RuleCannotEarnItsPoints, ShareIncomplete, ChargeWithoutPrice)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            least = row.points if is_of_itself(row.rule, rubric) else row.rule.lowest(row.points)
            floor = row.rule.floor if isinstance(row.rule, Deduct) else Decimal(0)
            if least > floor:
                yield self.at_key(RUBRIC, (*route, row.rule.key), row=row.id, points=row.points, least=plain(least))


class StepsNotRising(RubricCheck):
    """Levels, bands, losses or answers where more earns, or costs, no more; or two of them begin at one place."""

    kind = Kind(
        "R620",
        "steps-not-rising",
        Severity.ERROR,
        Text(
            "{row} 的各档没有依次升高：{lower} 之后是 {higher}",
            "the steps of {row} do not rise: {lower} is followed by {higher}",
        ),
        None,
        Text(
            "对照原表核对各档：起点不重复，高一档的数大于低一档",
            "compare the steps with the table: each begins elsewhere, and a higher one comes to more",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            for inner, lower, higher in _not_rising(row.rule):
                yield self.at(RUBRIC, *route, *inner, row=row.id, lower=plain(lower), higher=plain(higher))


def _not_rising(rule: Rule) -> Iterator[tuple[Route, Decimal, Decimal]]:
    """Where a rule's steps first do not rise, in the order of their heights, with the two numbers."""
    if isinstance(rule, Levels | Bands):
        order = sorted(range(len(rule.steps)), key=lambda number: (rule.steps[number].at_least, number))
        for name in ("at_least", "earn"):
            values = [getattr(rule.steps[number], name) for number in order]
            if found := _first_not_rising(values):
                yield ("steps", order[found], name), values[found - 1], values[found]
                return
    if isinstance(rule, Deduct):
        for number, charge in enumerate(rule.deduct):
            if found := _first_not_rising(charge.losses):
                yield ("deduct", number, "losses", found), charge.losses[found - 1], charge.losses[found]
    if isinstance(rule, Survey):
        worth = rule.worth
        if worth.fairly < worth.dissatisfied:
            yield ("worth", "fairly"), worth.dissatisfied, worth.fairly
        elif worth.satisfied < worth.fairly:
            yield ("worth", "satisfied"), worth.fairly, worth.satisfied


def _first_not_rising(values: Sequence[Decimal]) -> int:
    """The place of the first value that is not above the one before it; 0 where all rise."""
    return next((place for place, (one, next_) in enumerate(pairwise(values), start=1) if next_ <= one), 0)


class ChargesBeyondPoints(RubricCheck):
    """Charges that come to more than the row holds, where nothing says how far the row may fall."""

    kind = Kind(
        "R621",
        "charges-beyond-points",
        Severity.WARNING,
        Text(
            "{row} 共 {points} 分，各种情形各查实一件就扣 {sum} 分，没有写明扣到多少为止",
            "{row} holds {points} points; found once each, its charges come to {sum}, and no `floor` is stated",
        ),
        None,
        Text(
            "查明是扣完为止，还是各项扣分本来不应超过满分",
            "establish whether the row is lost at most once, or whether the charges are too high",
        ),
    )
    requires = (ChargeWithoutPrice, StepsNotRising)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            if isinstance(row.rule, Deduct) and "floor" not in row.rule.model_fields_set:
                sum_ = sum((charge.first_lost for charge in row.rule.deduct), Decimal("0.00"))
                if sum_ > row.points:
                    yield self.at_key(RUBRIC, (*route, "deduct"), row=row.id, points=row.points, sum=sum_)


_NO_MARK = Text("加分、减分的行不评分", "rows of bonus and penalty take no mark")
_ONE_MARK = Text(
    "一行只有一个评分，分不清两处酌情各扣多少", "a row takes one mark, which cannot tell two losses at discretion apart"
)


class NobodyCanMark(RubricCheck):
    """A row left to reviewers whose mark has nowhere to stand."""

    kind = Kind(
        "R630",
        "nobody-can-mark",
        Severity.ERROR,
        Text("{row} 等人评定，却评不了：{why}", "{row} waits for a mark that nobody can give: {why}"),
        None,
        Text(
            "查明由谁以什么为据确定：写成指标，或者每处酌情各占一行",
            "establish who settles it and on what: a figure, or a row of its own for each loss at discretion",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.every_rule():
            ranges = _ranges(row)
            if isinstance(row, ResultRule) and isinstance(row.rule, Judgement):
                yield self.at_key(RUBRIC, (*route, "judgement"), row=row.id, why=_NO_MARK)
            elif isinstance(row, ResultRule) and ranges:
                yield self._at_range(route, row, ranges[0], _NO_MARK)
            elif len(ranges) > 1:
                yield self._at_range(route, row, ranges[1], _ONE_MARK)

    def _at_range(self, route: Route, row: Row | ResultRule, number: int, why: Words) -> Diagnostic:
        return self.at_key(RUBRIC, (*route, "deduct", number, "range"), row=row.id, why=why)


def _ranges(row: Row | ResultRule) -> list[int]:
    """The charges at discretion of a row."""
    charges = row.rule.deduct if isinstance(row.rule, Deduct) else ()
    return [number for number, charge in enumerate(charges) if charge.range is not None]
