"""What every rule has: options as fields, an award, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.record import Record
from integrity_cli.lang import Text, Words
from integrity_cli.rubric.answers import Facts, Measured
from integrity_cli.rubric.facts import Fact
from integrity_cli.rubric.words import number


@dataclass(frozen=True, slots=True)
class Award:
    """What a rule gives for the facts: exact points, the arithmetic that a reader can redo, and the facts.

    `points` is None where a person's mark is needed (`awaits_mark`), where reviewers have yet to state the facts
    (`awaits_facts`), or where the rule does not apply.
    `met` answers a row that carries no points, where the rule can; `lost` comes off a mark that is awaited,
    down to `floor`.
    """

    points: Fraction | None
    arithmetic: str
    facts: tuple[Measured, ...] = ()
    awaits_mark: bool = False
    awaits_facts: bool = False
    met: bool | None = None
    lost: Fraction = Fraction(0)
    floor: Fraction = Fraction(0)


class Rule(Record):
    """A way to turn facts into points.

    `grows` says whether a favourable entry more can never lower the points.
    """

    key: ClassVar[str]
    label: ClassVar[Text]
    grows: ClassVar[bool]

    def facts(self) -> Iterator[tuple[Route, Fact]]:
        """The facts it rests on, each with the way from the rule to the option that names it."""
        for name in type(self).model_fields:
            if isinstance(fact := getattr(self, name), Fact):
                yield (name,), fact

    def reachable(self, points: Decimal) -> Decimal:
        """The most it can give when the row holds `points`; the rubric is refused where they differ."""
        return points

    def lowest(self, points: Decimal) -> Decimal:
        """The least it can give when the row holds `points`."""
        return Decimal(0)

    def top(self) -> Route:
        """The way from the rule to what sets the most it can give."""
        return (self.key,)

    def allows(self, mark: Decimal, points: Decimal) -> bool:
        """Whether a reviewer may give this mark on a row that holds `points`; a computed row takes none."""
        return False

    def award(self, points: Decimal, facts: Facts) -> Award:
        """The exact points for one unit, between 0 and `points`."""
        raise NotImplementedError

    def words(self, points: Decimal, facts: Facts) -> Words:
        """The rule in words; `facts` resolves the facts it names."""
        raise NotImplementedError


def quantity(measured: Measured) -> str:
    """A measured value as the arithmetic prints it."""
    if isinstance(measured.value, date):
        return measured.value.isoformat()
    if measured.value is None:
        return "0"
    shown = number(measured.number)
    return f"({shown})" if measured.number < 0 else shown


def condition(measured: Measured) -> str:
    """The condition of a fact as the arithmetic prints it: 1 where it holds, 0 where it does not."""
    return " × ".join(f"[{quantity(measured)} {sign} {number(bound)}]" for sign, bound in measured.bounds)
