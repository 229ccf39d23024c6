"""Family R, the result: grades, bonus and penalty, vetoes and bars."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from integrity_cli.checks.rubric import RUBRIC, RubricCheck, ids
from integrity_cli.checks.rubric_ratios import selection
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.record import label_of
from integrity_cli.lang import Text
from integrity_cli.rubric.model import Rubric
from integrity_cli.rubric.result_clauses import Block
from integrity_cli.rubric.rules.present import Present


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
        if not starts:
            yield self.at(RUBRIC, "grades")
            return
        fallen = (place for place, (higher, lower) in enumerate(pairwise(starts), start=1) if lower >= higher)
        wrong = 0 if starts[0] > rubric.points else next(fallen, None if starts[-1] == 0 else len(starts) - 1)
        if wrong is not None:
            yield self.at(RUBRIC, "grades", wrong, "from_points")


class UnknownGrade(RubricCheck):
    """A bar, veto, recognition or row of bonus that names a grade or a part which the rubric does not have."""

    kind = Kind(
        "R613",
        "unknown-grade",
        Severity.ERROR,
        Text("`{name}` 不是本细则的等次或组成部分", "`{name}` is no grade and no part of this rubric"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        grades = {grade.name.zh for grade in rubric.grades}
        parts = {id_ for _, id_ in ids(rubric)} | {"all"}
        if rubric.recognition and rubric.recognition.at_least not in grades:
            yield self.at(RUBRIC, "recognition", "at_least", name=rubric.recognition.at_least)
        for number, bar in enumerate(rubric.bars):
            if bar.highest_grade not in grades:
                yield self.at(RUBRIC, "bars", number, "highest_grade", name=bar.highest_grade)
        for route, row in rubric.placed_results():
            if row.requirement is not None and row.requirement not in parts:
                yield self.at(RUBRIC, *route, "requirement", name=row.requirement)
        yield from self._of_vetoes(rubric, grades, parts)

    def _of_vetoes(self, rubric: Rubric, grades: set[str], parts: set[str]) -> Iterator[Diagnostic]:
        for number, veto in enumerate(rubric.vetoes):
            effect = veto.effect
            if effect.fix_grade is not None and effect.fix_grade not in grades:
                yield self.at(RUBRIC, "vetoes", number, "effect", "fix_grade", name=effect.fix_grade)
            elif effect.zero is not None and effect.zero not in parts:
                yield self.at(RUBRIC, "vetoes", number, "effect", "zero", name=effect.zero)


class VetoWithoutOneEffect(RubricCheck):
    """A veto that says two things at once of what follows, or nothing."""

    kind = Kind(
        "R635",
        "veto-without-one-effect",
        Severity.ERROR,
        Text(
            "一票否决 {veto} 的后果要写一种，归零或者定为等次",
            "the veto {veto} has one effect, either a part to zero or the grade fixed",
        ),
        None,
        Text(
            "查明作出否决以后，是扣去分数，还是直接定等次", "establish whether the veto takes points or fixes the grade"
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for number, veto in enumerate(rubric.vetoes):
            if veto.effect.zero is None and veto.effect.fix_grade is None:
                yield self.at(RUBRIC, "vetoes", number, "effect", veto=veto.id)
            elif veto.effect.zero is not None and veto.effect.fix_grade is not None:
                yield self.at_key(RUBRIC, ("vetoes", number, "effect", "fix_grade"), veto=veto.id)


class VetoHoldsPoints(RubricCheck):
    """Points for not having done what a veto decides anyhow, there only to fill up the sum."""

    kind = Kind(
        "R623",
        "veto-holds-points",
        Severity.WARNING,
        Text(
            "{row} 的 {points} 分看的是一票否决 {veto} 已经管的事，一事算了两次",
            "the {points} points of {row} rest on what the veto {veto} decides anyhow, so one matter counts twice",
        ),
        None,
        Text(
            "查明这些分值本来要考什么，还是只为凑足总分",
            "establish what these points should assess, or whether they only fill up the sum",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        vetoed = [(veto.id, selection(rubric.resolved(veto.when))) for veto in rubric.vetoes]
        for route, row in rubric.placed_rules():
            if row.points and isinstance(row.rule, Present):
                asked = selection(rubric.resolved(row.rule.present))
                veto = next((id_ for id_, chosen in vetoed if chosen == asked), None)
                if veto is not None:
                    place = route if row.part else route[:-1]
                    yield self.at(RUBRIC, *place, "points", row=row.id, points=row.points, veto=veto)


_BLOCKS = {"bonus": Text("加分", "bonus"), "penalty": Text("减分", "penalty")}


def _blocks(rubric: Rubric) -> Iterator[tuple[str, Block]]:
    for name, block in (("bonus", rubric.bonus), ("penalty", rubric.penalty)):
        if block is not None:
            yield name, block


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
        for name, block in _blocks(rubric):
            if sum(row.points for row in block.rows) < block.cap:
                sum_ = sum((row.points for row in block.rows), Decimal("0.00"))
                yield self.at(RUBRIC, name, "cap", block=_BLOCKS[name], sum=sum_, cap=block.cap)


class SameMatterUnsaid(RubricCheck):
    """Several rows of bonus or penalty on one figure, where nothing says that the matter counts once."""

    kind = Kind(
        "R624",
        "same-matter-unsaid",
        Severity.WARNING,
        Text(
            "{row} 与 {other} 看的是同一个指标 `{figure}`，没有写成同一事项，会重复计分",
            "{row} and {other} rest on one figure, `{figure}`, but are not said to be one matter, so both may count",
        ),
        None,
        Text(
            "查明同一件事得到几级表彰或通报时，是只计最高的，还是逐级相加",
            "establish whether a matter known at several levels counts once, at the highest, or at each",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for name, block in _blocks(rubric):
            first: dict[str, tuple[str, str | None]] = {}
            for number, row in enumerate(block.rows):
                for _, fact in row.rule.facts():
                    figure = rubric.resolved(fact).figure
                    if figure is None:
                        continue
                    other, matter = first.setdefault(figure, (row.id, row.matter))
                    if other != row.id and (matter is None or matter != row.matter):
                        yield self.at(RUBRIC, name, "rows", number, "id", row=row.id, other=other, figure=figure)


class RowAboveCap(RubricCheck):
    """A row of bonus or penalty that alone is above the cap of its block, so that it never counts in full."""

    kind = Kind(
        "R627",
        "row-above-cap",
        Severity.WARNING,
        Text(
            "{row} 一行就有 {points} 分，超过{block}上限 {cap} 分",
            "{row} alone holds {points} points, more than the cap of {block}, {cap}",
        ),
        None,
        Text("对照公布的上限和各行分值", "compare the cap with the rows as published"),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        for name, block in _blocks(rubric):
            for number, row in enumerate(block.rows):
                if row.points > block.cap:
                    yield self.at(
                        RUBRIC, name, "rows", number, "points",
                        row=row.id, points=row.points, block=_BLOCKS[name], cap=block.cap,
                    )  # fmt: skip


_BEST = Text("`{name}` 已经是最高等次", "`{name}` is the highest grade")
_WORST = Text("`{name}` 是最低等次，谁都达到", "`{name}` is the lowest grade, which everybody reaches")
_NO_POINTS = Text("`{name}` 没有分值", "`{name}` holds no points")


class ClauseWithoutEffect(RubricCheck):
    """A bar or veto that takes nothing from anybody, or a recognition that asks for nothing."""

    kind = Kind(
        "R634",
        "clause-without-effect",
        Severity.WARNING,
        Text("{clause} 不起作用：{why}", "{clause} has no effect: {why}"),
        None,
        Text(
            "查明这一条要限制到哪一等、归零哪一部分",
            "establish which grades it closes, what it takes, or what it asks for",
        ),
    )

    def look_at(self, rubric: Rubric) -> Iterator[Diagnostic]:
        falling = [grade.name.zh for grade in sorted(rubric.grades, key=lambda grade: -grade.from_points)]
        if not falling:
            return
        for number, bar in enumerate(rubric.bars):
            if bar.highest_grade == falling[0]:
                why = _BEST.of(name=bar.highest_grade)
                yield self.at(RUBRIC, "bars", number, "highest_grade", clause=bar.id, why=why)
        for number, veto in enumerate(rubric.vetoes):
            place = ("vetoes", number, "effect")
            if veto.effect.fix_grade == falling[0]:
                yield self.at(RUBRIC, *place, "fix_grade", clause=veto.id, why=_BEST.of(name=falling[0]))
            if veto.effect.zero in _without_points(rubric):
                yield self.at(RUBRIC, *place, "zero", clause=veto.id, why=_NO_POINTS.of(name=veto.effect.zero))
        if rubric.recognition is not None and rubric.recognition.at_least == falling[-1]:
            clause, why = label_of(Rubric, "recognition"), _WORST.of(name=falling[-1])
            yield self.at(RUBRIC, "recognition", "at_least", clause=clause, why=why)


def _without_points(rubric: Rubric) -> set[str]:
    """The ids of the parts that hold no points."""
    parts = [(system.id, system.points) for system in rubric.systems]
    parts += [(item.id, item.points) for system in rubric.systems for item in system.items]
    parts += [(requirement.id, requirement.points) for _, requirement in rubric.placed()]
    return {id_ for id_, points in parts if not points}
