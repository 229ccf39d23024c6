"""Spans of days on one axis: where each stands between the first month and the last, as shares of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from integrity_cli.publishing.drawing.chart import Label, wrapped

_LINE, _BAR, _GAP, _AXIS = 26, 12, 10, 26
_DECEMBER = 12
_A_YEAR = 13


@dataclass(frozen=True, slots=True)
class Span:
    """What goes from one day to another, both counted; `point` where it is a single day that matters."""

    label: str
    first: date
    last: date
    point: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A span as drawn: `x` and `width` are shares of the whole axis, `y` is in pixels."""

    labels: tuple[Label, ...]
    x: str
    width: str
    y: str
    point: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month on the axis; `x` is where it begins."""

    text: str
    x: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing with its title and its description in words."""

    title: str
    description: str
    height: str
    months: tuple[Month, ...]
    marks: tuple[Mark, ...]


def timeline(title: str, description: str, spans: Sequence[Span]) -> Timeline | None:
    """The spans below one another in their order; None where there is none. One that runs backwards is left out."""
    spans = [span for span in spans if span.first <= span.last and span.last.year < date.max.year]
    if not spans:
        return None
    first = min(span.first for span in spans).replace(day=1)
    after = _next_month(max(span.last for span in spans))
    days = Decimal((after - first).days)
    marks, top = [], _AXIS
    for span in spans:
        lines = list(wrapped(span.label))
        labels = tuple(Label(line, str(top + _LINE * n + 18)) for n, line in enumerate(lines))
        y = top + _LINE * len(lines)
        marks.append(
            Mark(
                labels,
                _share((span.first - first).days, days),
                _share((span.last - span.first + timedelta(days=1)).days, days),
                str(y),
                span.point,
            )
        )
        top = y + _BAR + _GAP
    every = list(_months(first, after))
    shown = every if len(every) <= _A_YEAR else [month for month in every if month.month == 1] or every[:1]
    months = tuple(Month(_written(month, every), _share((month - first).days, days)) for month in shown)
    return Timeline(title, description, str(top - _GAP), months, tuple(marks))


def _written(month: date, every: Sequence[date]) -> str:
    """A month by its number; over more than a year only Januaries are shown, by their years."""
    return f"{month.month:02d}" if len(every) <= _A_YEAR else str(month.year)


def _months(first: date, after: date) -> Iterator[date]:
    month = first
    while month < after:
        yield month
        month = _next_month(month)


def _next_month(day: date) -> date:
    return date(day.year + day.month // _DECEMBER, day.month % _DECEMBER + 1, 1)


def _share(days: int, whole: Decimal) -> str:
    return f"{(days * 100 / whole).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
