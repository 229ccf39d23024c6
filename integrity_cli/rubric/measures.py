"""Measures: how the items that a fact selects become one value.

To add one: a function from items to a value, and its line in `MEASURES`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from integrity_cli.domain.record import as_text, values_at
from integrity_cli.lang import Text

Value = Fraction | date | None
"""A number, a day, or None where there is nothing to measure."""
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a fact selected: what it is called, the record itself, its day, and who stated it."""

    label: str
    record: Any
    day: date | None
    stated_by: str
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to measure. `words` names the value; `of` is its field's label. `run` gets the window, if any.

    `rests_on` says which of the items the value rests on, where that is not all of them.
    """

    name: str
    needs_field: bool
    words: Text
    run: Callable[[Sequence[Item], str, Span | None], Value]
    rests_on: Callable[[Sequence[Item]], tuple[Item, ...]] = tuple


def _count(items: Sequence[Item], field: str, span: Span | None) -> Value:
    return Fraction(len(items))


def _sum(items: Sequence[Item], field: str, span: Span | None) -> Value:
    """The sum of what is stated; nothing stated is no number, so that silence never passes for a zero."""
    numbers = _numbers(items, field)
    return sum(numbers, Fraction(0)) if numbers else None


def _distinct(items: Sequence[Item], field: str, span: Span | None) -> Value:
    return Fraction(len({as_text(value) for item in items for value in values_at(item.record, field)}))


def _newest(items: Sequence[Item]) -> tuple[Item, ...]:
    """The newest statement of each body; on one day the higher id is the newer."""
    newest: dict[str, Item] = {}
    for item in sorted(items, key=lambda item: (item.day or date.min, item.label)):
        newest[getattr(item.record, "body", None) or ""] = item
    return tuple(newest.values())


def _earliest(items: Sequence[Item], field: str, span: Span | None) -> Value:
    return min((value for item in items for value in values_at(item.record, field)), default=None)


def _numbers(items: Sequence[Item], field: str) -> list[Fraction]:
    return sorted(Fraction(value) for item in items for value in values_at(item.record, field))


def _mean(items: Sequence[Item], field: str, span: Span | None) -> Value:
    numbers = _numbers(items, field)
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def _median(items: Sequence[Item], field: str, span: Span | None) -> Value:
    """The middle one, or the mean of the two in the middle."""
    numbers = _numbers(items, field)
    middle = len(numbers) // 2
    if not numbers:
        return None
    return numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2


def _largest(items: Sequence[Item], field: str, span: Span | None) -> Value:
    return max(_numbers(items, field), default=None)


def _longest_gap(items: Sequence[Item], field: str, span: Span | None) -> Value:
    """The most days between neighbours; the window's two edges count as neighbours too."""
    days = sorted({item.day for item in items if item.day is not None} | set(span or ()))
    return Fraction(max(((later - earlier).days for earlier, later in pairwise(days)), default=0))


MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("count", False, Text("数量", "number"), _count),
        Measure("sum", True, Text("{of}合计", "total of {of}"), _sum),
        Measure("distinct", True, Text("{of}的种数", "number of different values of {of}"), _distinct),
        Measure("latest", True, Text("最近一次的{of}", "latest {of}"), _sum, _newest),
        Measure("earliest", True, Text("最早的{of}", "earliest {of}"), _earliest),
        Measure("mean", True, Text("{of}平均数", "mean {of}"), _mean),
        Measure("median", True, Text("{of}中位数", "median {of}"), _median),
        Measure("largest", True, Text("{of}最大值", "largest {of}"), _largest),
        Measure("longest_gap", False, Text("最长间隔天数", "longest gap in days"), _longest_gap),
    )
}
