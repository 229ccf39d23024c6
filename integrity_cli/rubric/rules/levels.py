"""`levels`: named heights, each with its points; the highest one reached counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Protocol

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.domain.scalars import Number, Points
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, quantity
from integrity_cli.rubric.words import measured_words, number


class Level(Record):
    """A height and what reaching it earns."""

    at_least: Annotated[Number, Text("不少于", "at least")]
    earn: Annotated[Points, Text("得分", "earns")]

    @classmethod
    def nothing(cls) -> Level:
        """The level of a rule without any, which the rubric's checks refuse."""
        return cls.model_validate({"at_least": "0", "earn": "0"})


_STEP = Text("达到 {height} 得 {earn} 分", "{earn} points from {height}")
_WORDS = Text("{measured}：{steps}", "{measured}: {steps}")


class Step(Protocol):
    """A height, of a number or a ratio, and what reaching it earns."""

    @property
    def at_least(self) -> Decimal: ...

    @property
    def earn(self) -> Decimal: ...


def earned_at_nothing(steps: Sequence[Step]) -> Decimal:
    """What the steps give where there is nothing to measure: 0, unless one of them begins there."""
    begun = [step for step in steps if step.at_least <= 0]
    return max(begun, key=lambda step: step.at_least).earn if begun else Decimal(0)


def highest(steps: Sequence[Step]) -> Route:
    """The way from the rule to the step that earns most."""
    best = max(range(len(steps)), key=lambda number: steps[number].earn, default=None)
    return ("steps",) if best is None else ("steps", best, "earn")


class Levels(Rule):
    """Points by the highest level reached; below the lowest, none."""

    key, label, grows = "levels", Text("分档得分", "levels"), True

    levels: Annotated[FactRef, Text("所计事实", "fact")]
    steps: Annotated[tuple[Level, ...], Text("档次", "steps")]

    def reachable(self, points: Decimal) -> Decimal:
        return max((step.earn for step in self.steps), default=Decimal(0))

    def lowest(self, points: Decimal) -> Decimal:
        return earned_at_nothing(self.steps)

    def top(self) -> Route:
        return highest(self.steps)

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.levels)
        reached = max(
            (step for step in self.steps if measured.number >= Fraction(step.at_least)),
            key=lambda step: step.at_least,
            default=None,
        )
        shown = reached or min(self.steps, key=lambda step: step.at_least, default=Level.nothing())
        arithmetic = f"{shown.earn} × [{quantity(measured)} ≥ {number(Fraction(shown.at_least))}]"
        return Award(Fraction(reached.earn if reached else 0), arithmetic, (measured,))

    def words(self, points: Decimal, facts: Facts) -> Words:
        return _WORDS.of(
            measured=measured_words(facts.measure(self.levels).fact, facts.dossier.terms),
            steps=tuple(_STEP.of(height=number(Fraction(one.at_least)), earn=one.earn) for one in self.steps),
        )
