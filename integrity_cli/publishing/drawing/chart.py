"""Horizontal bars: where each piece of a chart stands. Widths are shares of the page, so text never shrinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_LINE, _BAR, _GAP = 26, 14, 12
_WIDE = "\u1100"  # from here on a character is about as wide as a Chinese one
_CELLS = 34  # what fits beside the margins of a page 320 px wide


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a bar is drawn from: points earned, given on top and still open, of a maximum; and how they are said.

    `lang` is the language of the label where it may differ from the page's.
    """

    label: str
    earned: Decimal
    still_open: Decimal
    maximum: Decimal
    strong: bool = False
    on_top: Decimal = Decimal(0)
    said: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One line of a bar's label and its base line, in pixels."""

    text: str
    y: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what is earned, what came on top, then what is open, as shares of the whole length; `y` in pixels.

    `whole` is nothing where there is nothing to earn.
    """

    labels: tuple[Label, ...]
    value: str
    whole: str
    earned: str
    on_top: str
    reached: str
    still_open: str
    y: str
    strong: bool
    lang: str | None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line down the whole chart, such as the points from which a grade begins."""

    text: str
    x: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title and its description in words; `foot` is where its thresholds end, in pixels."""

    title: str
    description: str
    height: str
    foot: str
    bars: tuple[Bar, ...]
    thresholds: tuple[Threshold, ...]


def chart(
    title: str, description: str, quantities: Sequence[Quantity], thresholds: Sequence[tuple[str, Decimal]] = ()
) -> Chart:
    """The bars below one another, each as long as its own maximum; thresholds are shares of the first maximum."""
    bars, top = [], _LINE if thresholds else 0
    for one in quantities:
        value = one.said or f"{one.earned} / {one.maximum}"
        lines = list(wrapped(one.label, _CELLS - cells(value) - 1)) if one.label else []
        labels = tuple(Label(line, str(top + _LINE * n + 18)) for n, line in enumerate(lines))
        y = top + _LINE * len(lines)
        reached = min(one.maximum, one.earned + one.on_top)
        bars.append(
            Bar(
                labels=labels,
                value=value,
                whole="100%" if one.maximum else "0%",
                earned=_share(min(one.maximum, one.earned), one.maximum),
                on_top=_share(reached - min(one.maximum, one.earned), one.maximum),
                reached=_share(reached, one.maximum),
                still_open=_share(min(one.still_open, one.maximum - reached), one.maximum),
                y=str(y),
                strong=one.strong,
                lang=one.lang,
            )
        )
        top = y + _BAR + _GAP
    whole = quantities[0].maximum if quantities else Decimal(0)
    height = str(max(_BAR, top - _GAP))
    marks = tuple(Threshold(text, _share(points, whole)) for text, points in thresholds if 0 < points <= whole)
    return Chart(title, description, height, height, tuple(bars), marks)


def wrapped(label: str, limit: int = _CELLS) -> Iterator[str]:
    """A label in lines that fit a narrow page; a Chinese character takes two cells, and a line may end after any."""
    line = ""
    for piece in label.split(" "):
        joined = f"{line} {piece}" if line else piece
        if line and cells(joined) > limit and piece[:1] < _WIDE:
            yield line
            joined = piece
        while cells(joined) > limit:
            fits = next(n for n in range(len(joined), 0, -1) if cells(joined[:n]) <= limit)
            yield joined[:fits]
            joined = joined[fits:]
        line = joined
    yield line


def cells(text: str) -> int:
    """How wide a text is, a Chinese character being two."""
    # Python's own tables of widths grow from version to version; the bytes of the site must not.
    return sum(2 if character >= _WIDE else 1 for character in text)


def _share(points: Decimal, maximum: Decimal) -> str:
    if not maximum:
        return "0%"
    return f"{(points * 100 / maximum).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
