"""`count`: points in proportion to how many there are, all of them from `full_at` on."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.domain.scalars import PositiveCount
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.words import measured_words

_WORDS = Text(
    "{measured}达到 {full_at} 得 {points} 分，不足的按比例得分",
    "{points} points when {measured} come to {full_at}, in proportion below",
)


class Count(Rule):
    """An equal share of the points for each one, up to the number that earns all."""

    key, label, grows = "count", Text("按数量得分", "count"), True

    count: Annotated[FactRef, Text("所计事实", "fact")]
    full_at: Annotated[PositiveCount, Text("满分数量", "number that earns all")]

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.count)
        if measured.number < 0:
            return Award(Fraction(0), f"{points} × 0", (measured,))
        earned = Fraction(points) * min(measured.number, Fraction(self.full_at)) / self.full_at
        return Award(earned, f"{points} × min({quantity(measured)}, {self.full_at}) ÷ {self.full_at}", (measured,))

    def words(self, points: Decimal, facts: Facts) -> Words:
        return _WORDS.of(
            measured=measured_words(facts.measure(self.count).fact, facts.dossier.terms),
            full_at=self.full_at,
            points=points,
        )
