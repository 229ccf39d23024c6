"""`present`: all points when the condition is met, none otherwise."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.facts import FactRef
from integrity_cli.rubric.rules.base import Award, Rule, condition
from integrity_cli.rubric.words import condition_words

_WORDS = Text("{condition}，得 {points} 分，否则不得分", "{points} points if {condition}, else none")


class Present(Rule):
    """All or nothing on one condition."""

    key, label, grows = "present", Text("具备即得分", "present"), True

    present: Annotated[FactRef, Text("条件", "condition")]

    def award(self, points: Decimal, facts: Facts) -> Award:
        measured = facts.measure(self.present)
        held = measured.holds
        if measured.value is None:
            # Nothing could be measured: the condition is not met, whichever way it points.
            return Award(Fraction(0), f"{points} × 0", (measured,), met=False)
        return Award(Fraction(points) * held, f"{points} × {condition(measured)}", (measured,), met=held)

    def words(self, points: Decimal, facts: Facts) -> Words:
        measured = facts.measure(self.present)
        return _WORDS.of(condition=condition_words(measured.fact, measured.bounds, facts.dossier.terms), points=points)
