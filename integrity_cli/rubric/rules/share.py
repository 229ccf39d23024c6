"""`share`: one quantity among another, in proportion to a target or at a price for each step below it."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.scalars import OneOf, PositiveNumber, PositivePoints
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.words import measured_words, number

UNIT = OneOf(
    Text("差距的算法", "how the shortfall is taken"),
    {"point": Text("百分点", "percentage points"), "relative": Text("目标的百分比", "per cent of the target")},
)
STEPS = OneOf(
    Text("步数的算法", "how steps are counted"),
    {
        "continuous": Text("按实际比例", "in proportion"),
        "full": Text("每满一步", "for each full step"),
        "started": Text("每起一步", "for each step begun"),
    },
)
EMPTY = OneOf(
    Text("分母为零", "when there is nothing to divide by"),
    {
        "zero": Text("不得分", "no points"),
        "not_applicable": Text("不适用", "not applicable"),
        "reviewers": Text("等考核组查阅", "it waits for the reviewers"),
    },
)


_PROPORTIONAL = Text(
    "{part}与{whole}之比达到 {target} 得 {points} 分，不足的按比例得分；分母为零的，{empty}",
    "{points} points when {part} divided by {whole} reaches {target}, in proportion below; "
    "with a denominator of 0, {empty}",
)
_GAPS = {
    "point": Text(" {per} 个百分点", "{per:percentage point|percentage points}"),
    "relative": Text("目标的 {per}%", "{per}% of the target"),
}
_PRICED = Text(
    "{part}与{whole}之比达到 {target} 得 {points} 分，每低{gap}扣 {lose} 分，{steps}计，扣完为止；分母为零的，{empty}",
    "{points} points when {part} divided by {whole} reaches {target}; each {gap} below costs {lose}, "
    "{steps}, down to 0; with a denominator of 0, {empty}",
)


def of_nothing(empty: str, points: Decimal, facts: tuple[Measured, ...]) -> Award:
    """What a ratio with a denominator of 0 gives, as the rubric says."""
    if empty == "zero":
        return Award(Fraction(0), f"{points} × 0", facts, met=False)
    return Award(None, "", facts, awaits_facts=empty == "reviewers", met=False)


class Share(Rule):
    """A ratio against its target.

    Without `lose` the points are proportional; with it each step of `per` below the target costs `lose`,
    and `unit` and `steps` must then be stated, since tables that leave them out are read in three ways.
    """

    key, label, grows = "share", Text("按比率得分", "share"), False

    share: Annotated[FactRef, Text("分子", "numerator")]
    among: Annotated[FactRef, Text("分母", "denominator")]
    target: Annotated[PositiveNumber, Text("目标", "target")] = Decimal(1)
    lose: Annotated[PositivePoints | None, Text("每步扣分", "lost for each step")] = None
    per: Annotated[PositiveNumber | None, Text("步长", "size of a step")] = None
    unit: Annotated[Annotated[str, UNIT] | None, Text("差距的算法", "unit of the shortfall")] = None
    steps: Annotated[Annotated[str, STEPS] | None, Text("步数的算法", "how steps are counted")] = None
    empty: Annotated[str, EMPTY, Text("分母为零", "when the denominator is 0")] = "not_applicable"

    def lowest(self, points: Decimal) -> Decimal:
        """Nothing, unless the steps from the target down to a ratio of 0 cost less than the points."""
        if self.lose is None or self.per is None:
            return Decimal(0)
        gap = Decimal(1) if self.unit == "relative" else self.target
        steps = gap / self.per
        if self.steps in {"full", "started"}:
            steps = Decimal((math.floor if self.steps == "full" else math.ceil)(steps))
        return max(Decimal(0), points - self.lose * steps)

    def award(self, points: Decimal, facts: Facts) -> Award:
        part, whole = facts.measure(self.share), facts.measure(self.among)
        if whole.number == 0:
            return of_nothing(self.empty, points, (part, whole))
        ratio, ratio_text = part.number / whole.number, f"{quantity(part)} ÷ {quantity(whole)}"
        target = Fraction(self.target)
        if self.lose is None or self.per is None:
            if ratio < 0:
                return Award(Fraction(0), f"{points} × 0", (part, whole), met=False)
            earned = Fraction(points) * min(Fraction(1), ratio / target)
            arithmetic = f"{points} × min(1, {ratio_text} ÷ {number(target)})"
            return Award(earned, arithmetic, (part, whole), met=ratio >= target)
        gap, gap_text = max(Fraction(0), target - ratio), f"max(0, {number(target)} − {ratio_text})"
        if self.unit == "relative":
            gap, gap_text = gap / target, f"{gap_text} ÷ {number(target)}"
        steps, steps_text = gap / Fraction(self.per), f"{gap_text} ÷ {number(Fraction(self.per))}"
        if self.steps in {"full", "started"}:
            whole_steps = math.floor if self.steps == "full" else math.ceil
            steps, steps_text = Fraction(whole_steps(steps)), f"{whole_steps.__name__}({steps_text})"
        earned = max(Fraction(0), Fraction(points) - Fraction(self.lose) * steps)
        return Award(earned, f"max(0, {points} − {self.lose} × {steps_text})", (part, whole), met=gap == 0)

    def words(self, points: Decimal, facts: Facts) -> Words:
        named = {
            "part": measured_words(facts.measure(self.share).fact, facts.dossier.terms),
            "whole": measured_words(facts.measure(self.among).fact, facts.dossier.terms),
            "target": number(Fraction(self.target)),
            "points": points,
            "empty": EMPTY.values[self.empty],
        }
        if self.lose is None:
            return _PROPORTIONAL.of(**named)
        return _PRICED.of(
            **named,
            gap=_GAPS[self.unit or "point"].of(per=number(Fraction(self.per or 0) * 100)),
            lose=self.lose,
            steps=STEPS.values[self.steps or "continuous"],
        )
