"""How figures add up: from rows to requirements, items, systems and the total, with points freed given on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from integrity_cli.domain.points import rounded
from integrity_cli.scoring.scorecard import ZERO, Conversion, RowScore, Sum, total


class Part(Protocol):
    """Anything that holds a sum and may not apply."""

    @property
    def sum(self) -> Sum: ...

    @property
    def applies(self) -> bool: ...


def sum_of_rows(maximum: Decimal, rows: Sequence[RowScore]) -> Sum:
    """The sum of a requirement: points freed by a part go to its other parts, those of all parts to the level above."""
    settled = total(row.points for row in rows if row.points is not None)
    waiting = total(row.maximum for row in rows if row.status == "open")
    freed = total(row.maximum for row in rows if not row.applies)
    if freed == maximum and (freed or not any(row.applies for row in rows)):
        return Sum(maximum, ZERO, ZERO, maximum, None)
    return Sum(maximum, settled, waiting, ZERO, _conversion(freed, settled, maximum - freed, is_open=bool(waiting)))


def sum_of_parts(maximum: Decimal, parts: Iterable[Part], passing_by: Decimal = ZERO) -> Sum:
    """The sum of parts: what they pass up is given on among those that apply.

    `passing_by` are points among those passed up that are to go one level further.
    """
    parts = tuple(parts)
    applying = [part.sum for part in parts if part.applies]
    passed_up = total(part.sum.passed_up for part in parts)
    if not applying or (maximum and passed_up == maximum):
        return Sum(maximum, ZERO, ZERO, maximum, None)
    settled = total(one.points for one in applying)
    waiting = total(one.open_points for one in applying)
    freed = passed_up - passing_by
    applicable = maximum - passed_up
    return Sum(maximum, settled, waiting, passing_by, _conversion(freed, settled, applicable, is_open=bool(waiting)))


def _conversion(freed: Decimal, earned: Decimal, applicable: Decimal, *, is_open: bool) -> Conversion | None:
    if not freed or not applicable:
        return None
    points = None if is_open else rounded(Fraction(freed) * Fraction(earned) / Fraction(applicable))
    return Conversion(freed, earned, applicable, points)
