"""`share`: one quantity among another, in proportion to a target or at a price for each step below it."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.scalars import OneOf, Points, PositiveNumber
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.facts import FactRef, Facts
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.words import measured_words, number

UNIT = OneOf(
    Text("差距的算法", "how the shortfall is taken"),
    {"point": Text("个百分点", "points"), "relative": Text("相对比例", "relative to the target")},
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
    {"zero": Text("不得分", "no points"), "not_applicable": Text("不适用", "not applicable")},
)


_PROPORTIONAL = Text(
    "{part}与{whole}之比达到 {target} 得 {points} 分，不足的按比例得分；分母为零的，{empty}",
    "{points} points when {part} divided by {whole} reaches {target}, in proportion below; "
    "with a denominator of 0, {empty}",
)
_PRICED = Text(
    "{part}与{whole}之比达到 {target} 得 {points} 分，每低 {per}（{unit}）扣 {lose} 分，{steps}计，扣完为止；"
    "分母为零的，{empty}",
    "{points} points when {part} divided by {whole} reaches {target}; each {per} below ({unit}) costs {lose}, "
    "{steps}, down to 0; with a denominator of 0, {empty}",
)


class Share(Rule):
    """A ratio against its target.

    Without `lose` the points are proportional; with it each step of `per` below the target costs `lose`,
    and `unit` and `steps` must then be stated, since tables that leave them out are read in three ways.
    """

    key, label, grows = "share", Text("按比率得分", "share"), False

    share: Annotated[FactRef, Text("分子", "numerator")]
    among: Annotated[FactRef, Text("分母", "denominator")]
    target: Annotated[PositiveNumber, Text("目标", "target")] = Decimal(1)
    lose: Annotated[Points | None, Text("每步扣分", "lost for each step")] = None
    per: Annotated[PositiveNumber | None, Text("步长", "size of a step")] = None
    unit: Annotated[Annotated[str, UNIT] | None, Text("差距的算法", "unit of the shortfall")] = None
    steps: Annotated[Annotated[str, STEPS] | None, Text("步数的算法", "how steps are counted")] = None
    empty: Annotated[str, EMPTY, Text("分母为零", "when the denominator is 0")] = "not_applicable"

    def award(self, points: Decimal, facts: Facts) -> Award:
        part, whole = facts.measure(self.share), facts.measure(self.among)
        if whole.number == 0:
            zero = Fraction(0) if self.empty == "zero" else None
            return Award(zero, f"{points} × 0" if self.empty == "zero" else "", (part, whole))
        ratio, ratio_text = part.number / whole.number, f"{quantity(part)} ÷ {quantity(whole)}"
        target = Fraction(self.target)
        if self.lose is None or self.per is None:
            earned = Fraction(points) * min(Fraction(1), ratio / target)
            return Award(earned, f"{points} × min(1, {ratio_text} ÷ {number(target)})", (part, whole))
        gap, gap_text = max(Fraction(0), target - ratio), f"max(0, {number(target)} − {ratio_text})"
        if self.unit == "relative":
            gap, gap_text = gap / target, f"{gap_text} ÷ {number(target)}"
        steps, steps_text = gap / Fraction(self.per), f"{gap_text} ÷ {number(Fraction(self.per))}"
        if self.steps in {"full", "started"}:
            whole_steps = math.floor if self.steps == "full" else math.ceil
            steps, steps_text = Fraction(whole_steps(steps)), f"{whole_steps.__name__}({steps_text})"
        earned = max(Fraction(0), Fraction(points) - Fraction(self.lose) * steps)
        return Award(earned, f"max(0, {points} − {self.lose} × {steps_text})", (part, whole))

    def words(self, points: Decimal, facts: Facts) -> Words:
        named = {
            "part": measured_words(facts.measure(self.share).fact),
            "whole": measured_words(facts.measure(self.among).fact),
            "target": number(Fraction(self.target)),
            "points": points,
            "empty": EMPTY.values[self.empty],
        }
        if self.lose is None:
            return _PROPORTIONAL.of(**named)
        return _PRICED.of(
            **named,
            per=self.per,
            lose=self.lose,
            unit=UNIT.values[self.unit or "point"],
            steps=STEPS.values[self.steps or "continuous"],
        )
