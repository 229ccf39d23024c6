"""`mean`: a measured mean, or any other number, against the value that earns all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.scalars import PositiveNumber
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.words import measured_words, number

_WORDS = Text(
    "{measured}达到 {full_at} 得 {points} 分，不足的按比例得分；无从计算的，不适用",
    "{points} points when {measured} reaches {full_at}, in proportion below; not applicable where there is none",
)


class Mean(Rule):
    """A number in proportion to the one that earns all; with nothing to measure it does not apply."""

    key, label, grows = "mean", Text("按均值得分", "mean"), False

    mean: Annotated[FactRef, Text("所计数值", "number")]
    full_at: Annotated[PositiveNumber, Text("满分数值", "number that earns all")]

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.mean)
        if measured.value is None:
            return Award(None, "", (measured,))
        full = Fraction(self.full_at)
        earned = Fraction(points) * min(Fraction(1), max(Fraction(0), measured.number / full))
        return Award(earned, f"{points} × min(1, max(0, {quantity(measured)} ÷ {number(full)}))", (measured,))

    def words(self, points: Decimal, facts: Facts) -> Words:
        measured = measured_words(facts.measure(self.mean).fact, facts.dossier.terms)
        return _WORDS.of(measured=measured, full_at=number(Fraction(self.full_at)), points=points)
