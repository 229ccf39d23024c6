"""Family R: the rubric against itself, the notice and the records it asks about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.points import rounded
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Parts, Rubric
from integrity_cli.rubric.rules.deduct import Deduct
from integrity_cli.rubric.rules.share import Share
from integrity_cli.sources import Unreadable

RUBRIC = "rubric.yaml"


class RubricCheck(Check):
    """A check that looks at the rubric alone."""

    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        yield from self.look_at(campaign.rubric)

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """The findings on a rubric."""
        raise NotImplementedError


class PointsDoNotAddUp(RubricCheck):
    """Parts, requirements, items or systems whose points differ from what they are said to add up to."""

    kind = Kind(
        "R601",
        "points-do-not-add-up",
        Severity.ERROR,
        Text(
            "{whole} 各部分合计 {sum} 分，与所列 {stated} 分不符",
            "the parts of {whole} add up to {sum} points, but it says {stated}",
        ),
        Text("下列各项合计 {sum}", "its parts give {sum}"),
        Text("两者一致之前，不对任何单位计分", "no unit is scored until the two agree"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        """From the inside out: a whole is compared only where everything inside it adds up."""
        for placed, requirement in rubric.placed():
            if isinstance(requirement.rule, Parts):
                parts = [part.points for part in requirement.rule.parts]
                yield from self._compare(requirement.id, placed, requirement.points, parts)
        whole_is_sound = True
        for s, system in enumerate(rubric.systems):
            inside = [
                finding
                for i, item in enumerate(system.items)
                for finding in self._compare(
                    item.id, ("systems", s, "items", i), item.points, [one.points for one in item.requirements]
                )
            ]
            inside = inside or list(
                self._compare(system.id, ("systems", s), system.points, [item.points for item in system.items])
            )
            whole_is_sound = whole_is_sound and not inside
            yield from inside
        if whole_is_sound:
            entering = [
                system.points if system.weight is None else rounded(Fraction(system.points) * Fraction(system.weight))
                for system in rubric.systems
            ]
            yield from self._compare(RUBRIC, (), rubric.points, entering)

    def _compare(self, whole: str, route: Route, stated: Decimal, parts: list[Decimal]) -> Iterator[Diagnostic]:
        if sum(parts) != stated:
            yield self.at(RUBRIC, *route, "points", whole=whole, sum=sum(parts, Decimal("0.00")), stated=stated)


class IdReused(RubricCheck):
    """Two systems, items or requirements with one id."""

    kind = Kind(
        "R602",
        "rubric-id-reused",
        Severity.ERROR,
        Text("编号 `{id}` 用了两次", "the id `{id}` is used twice"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        seen: set[str] = set()
        for route, id_ in _ids(rubric):
            if id_ in seen:
                yield self.at(RUBRIC, *route, "id", id=id_)
            seen.add(id_)


def _ids(rubric: Rubric) -> Iterator[tuple[Route, str]]:
    for s, system in enumerate(rubric.systems):
        yield ("systems", s), system.id
        for i, item in enumerate(system.items):
            yield ("systems", s, "items", i), item.id
    for route, requirement in rubric.placed():
        yield route, requirement.id


class ClauseNotInNotice(Check):
    """A clause that the notice does not contain, word for word."""

    kind = Kind(
        "R603",
        "clause-not-in-notice",
        Severity.ERROR,
        Text("{requirement} 的原文在 {notice} 中查不到", "the clause of {requirement} is not in {notice}"),
        None,
        Text(
            "原文须与通知逐字一致，标点在内", "a clause is quoted from the notice word for word, punctuation included"
        ),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        path = campaign.rubric.notice
        notice = self._notice(campaign, path)
        for route, requirement in campaign.rubric.placed():
            if requirement.clause not in notice:
                yield self.at(RUBRIC, *route, "clause", requirement=requirement.id, notice=path)
                if not notice:
                    return

    def _notice(self, campaign: Campaign, path: str) -> str:
        for source in (campaign.source, campaign.rubric_source):
            if path in source.paths():
                try:
                    return source.read(path).decode("utf-8", "replace")
                except Unreadable:
                    continue
        return ""


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
        for route, row in rubric.placed_rules():
            most = row.rule.reachable(row.points)
            if most != row.points:
                yield self.at(RUBRIC, *route, row=row.id, points=row.points, most=most)


class ShareIncomplete(RubricCheck):
    """A share with a price that leaves open how the shortfall and its steps are counted."""

    kind = Kind(
        "R610",
        "share-incomplete",
        Severity.ERROR,
        Text(
            "按步扣分须同时写明 lose、per、unit、steps",
            "a price for each step needs all of `lose`, `per`, `unit` and `steps`",
        ),
        None,
        Text(
            "「每低 1% 扣 0.1 分」有三种算法，须选定一种", "“0.1 for each 1% below” is read in three ways; choose one"
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for route, row in rubric.placed_rules():
            if isinstance(row.rule, Share):
                rule = row.rule
                stated = [rule.lose, rule.per, rule.unit, rule.steps]
                whole = all(one is None for one in stated) or all(one is not None for one in stated)
                if not whole:
                    yield self.at(RUBRIC, *route, "share")


class GradesOutOfOrder(RubricCheck):
    """Grades that do not fall from high to low down to 0, so that some total would have no grade or two."""

    kind = Kind(
        "R611",
        "grades-out-of-order",
        Severity.ERROR,
        Text(
            "等次须从高到低排列，最低一等从 0 分起，最高一等不超过总分",
            "grades fall from high to low; the lowest begins at 0, the highest within the total",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        starts = [grade.from_points for grade in rubric.grades]
        ordered = all(higher > lower for higher, lower in pairwise(starts))
        if not starts or not ordered or starts[-1] != 0 or starts[0] > rubric.points:
            yield self.at(RUBRIC, "grades")


class UnknownGrade(RubricCheck):
    """A bar, veto or recognition that names a grade which the rubric does not have, or a part it does not hold."""

    kind = Kind(
        "R613",
        "unknown-grade",
        Severity.ERROR,
        Text("`{name}` 不是本细则的等次或组成部分", "`{name}` is no grade and no part of this rubric"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        grades = {grade.name.zh for grade in rubric.grades}
        parts = {id_ for _, id_ in _ids(rubric)} | {"all"}
        if rubric.recognition and rubric.recognition.at_least not in grades:
            yield self.at(RUBRIC, "recognition", "at_least", name=rubric.recognition.at_least)
        for number, bar in enumerate(rubric.bars):
            if bar.highest_grade not in grades:
                yield self.at(RUBRIC, "bars", number, "highest_grade", name=bar.highest_grade)
        for number, veto in enumerate(rubric.vetoes):
            effect = veto.effect
            if (effect.zero is None) == (effect.fix_grade is None):
                yield self.at(RUBRIC, "vetoes", number, "effect", name=veto.id)
            elif effect.fix_grade is not None and effect.fix_grade not in grades:
                yield self.at(RUBRIC, "vetoes", number, "effect", "fix_grade", name=effect.fix_grade)
            elif effect.zero is not None and effect.zero not in parts:
                yield self.at(RUBRIC, "vetoes", number, "effect", "zero", name=effect.zero)


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
        for route, row in rubric.placed_rules():
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
                yield self.at(RUBRIC, *route, row=row.id)


_BLOCKS = {"bonus": Text("加分", "bonus"), "penalty": Text("减分", "penalty")}


class BlockBeyondItsCap(RubricCheck):
    """Bonus or penalty rows that cannot reach their cap, so that the cap says nothing."""

    kind = Kind(
        "R617",
        "cap-out-of-reach",
        Severity.WARNING,
        Text(
            "{block}各行合计 {sum} 分，达不到上限 {cap} 分",
            "the rows of {block} add up to {sum} and never reach the cap of {cap}",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for name, block in (("bonus", rubric.bonus), ("penalty", rubric.penalty)):
            if block is not None and sum(row.points for row in block.rows) < block.cap:
                sum_ = sum((row.points for row in block.rows), Decimal("0.00"))
                yield self.at(RUBRIC, name, "cap", block=_BLOCKS[name], sum=sum_, cap=block.cap)
