"""`judgement`: a person's mark within stated bounds, always with a reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import PositivePoints
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.rules.base import Award, Rule


class Bounds(Record):
    """Which marks a reviewer may give: from 0 to the row's points, in steps of `step` if one is set."""

    step: Annotated[PositivePoints | None, Text("分值间隔", "step")] = None


_MET_OR_NOT = Text("由考核组评定达到或未达到，须写明理由", "reviewers say met or not met, with a reason")
_FREE = Text(
    "由考核组在 0 至 {points} 分之间评定，须写明理由",
    "reviewers mark from 0 to {points}, with a reason",
)
_IN_STEPS = Text(
    "由考核组在 0 至 {points} 分之间评定，以 {step} 分为间隔，须写明理由",
    "reviewers mark from 0 to {points} in steps of {step}, with a reason",
)


class Judgement(Rule):
    """A mark that only a reviewer can give; until then the row is open. On a row without points: met or not met."""

    key, label, grows = "judgement", Text("考核组评定", "judgement"), False

    judgement: Annotated[Bounds, Text("评定范围", "bounds")]

    def allows(self, mark: Decimal, points: Decimal) -> bool:
        """Whether a reviewer may give this mark on a row that holds `points`."""
        step = self.judgement.step
        return mark <= points and (step is None or (Fraction(mark) / Fraction(step)).denominator == 1)

    def reachable(self, points: Decimal) -> Decimal:
        step = self.judgement.step
        return points if step is None else points // step * step

    def top(self) -> Route:
        return ("judgement", "step")

    def award(self, points: Decimal, facts: Facts) -> Award:
        return Award(None, "", (), awaits_mark=True)

    def words(self, points: Decimal, facts: Facts) -> Words:
        if points == 0:
            return _MET_OR_NOT
        if self.judgement.step is None:
            return _FREE.of(points=points)
        return _IN_STEPS.of(points=points, step=self.judgement.step)
