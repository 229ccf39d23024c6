"""Horizontal bars: where each piece of a chart stands. Widths are shares of the page, so text never shrinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_LINE, _BAR, _GAP = 24, 16, 14
_WIDE = "\u1100"  # from here on a character is about as wide as a Chinese one
_CELLS = 34  # what fits beside the margins of a page 320 px wide


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a bar is drawn from: points earned and still open, of a maximum."""

    label: str
    earned: Decimal
    still_open: Decimal
    maximum: Decimal
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of a bar's label and its base line, in pixels."""

    text: str
    y: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what is earned, then what is open, as shares of the whole length; `y` in pixels.

    `whole` is nothing where there is nothing to earn.
    """

    labels: tuple[Label, ...]
    value: str
    whole: str
    earned: str
    still_open: str
    y: str
    middle: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title and its description in words."""

    title: str
    description: str
    height: str
    bars: tuple[Bar, ...]


def chart(title: str, description: str, quantities: Sequence[Quantity]) -> Chart:
    """The bars below one another, each as long as its own maximum."""
    bars, top = [], 0
    for one in quantities:
        lines = list(wrapped(one.label)) if one.label else []
        labels = tuple(Label(line, str(top + _LINE * n + 17)) for n, line in enumerate(lines))
        y = top + _LINE * len(lines)
        bars.append(
            Bar(
                labels=labels,
                value=f"{one.earned} / {one.maximum}",
                whole="100%" if one.maximum else "0%",
                earned=_share(one.earned, one.maximum),
                still_open=_share(one.still_open, one.maximum),
                y=str(y),
                middle=str(y + _BAR // 2),
                strong=one.strong,
            )
        )
        top = y + _BAR + _GAP
    return Chart(title, description, str(max(_BAR, top - _GAP)), tuple(bars))


def wrapped(label: str) -> Iterator[str]:
    """A label in lines that fit a narrow page; a Chinese character takes two cells."""
    line = ""
    for piece in label.split(" "):
        joined = f"{line} {piece}" if line else piece
        if line and _cells(joined) > _CELLS:
            yield line
            joined = piece
        while _cells(joined) > _CELLS:
            fits = next(n for n in range(len(joined), 0, -1) if _cells(joined[:n]) <= _CELLS)
            yield joined[:fits]
            joined = joined[fits:]
        line = joined
    yield line


def _cells(text: str) -> int:
    # Python's own tables of widths grow from version to version; the bytes of the site must not.
    return sum(2 if character >= _WIDE else 1 for character in text)


def _share(points: Decimal, maximum: Decimal) -> str:
    if not maximum:
        return "0%"
    return f"{(points * 100 / maximum).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
