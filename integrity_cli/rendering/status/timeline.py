"""The timetable as a picture in plain signs, each a cell wide on every console: past, today, and to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from integrity_cli.domain.timetable import Event
from integrity_cli.lang import Text
from integrity_cli.rendering.page import Page, pad

_PAST, _TODAY, _TO_COME = "=", "#", "-"
_LEGEND = Text("= 已过　# 今天　- 未到", "= past  # today  - to come")
_HERE = Text("今天", "today")
_NARROWEST = 12
_DATES = 24


def timeline_lines(events: Sequence[Event], day: date, page: Page) -> Iterator[str]:
    """A line for each event with its days and its bar, and the place of today below."""
    if not events:
        return
    left = max(cell_len(page.say(one.name)) for one in events) + 2
    scale = _Scale(events, page.width - left - _DATES)
    for one in events:
        dates = f"{one.first}  {'' if one.first == one.last else one.last}"
        bar = _bar(one, day, scale, page) if scale.width >= _NARROWEST else ""
        yield (pad(page.say(one.name), left) + pad(dates, _DATES) + bar).rstrip()
    if scale.width >= _NARROWEST:
        if scale.first <= day <= scale.last:
            yield " " * (left + _DATES) + _pointer(scale.column(day), scale.width, page)
        yield page.paint(page.say(_LEGEND), "dim")


def _pointer(place: int, width: int, page: Page) -> str:
    """The sign below today's column, with its word on the side where there is room."""
    here, sign = page.say(_HERE), page.paint("^", "bold")
    if place + 2 + cell_len(here) <= width:
        return " " * place + f"{sign} {here}"
    return pad(here, place - 1, right=True) + f" {sign}"


class _Scale:
    """From days to columns."""

    def __init__(self, events: Sequence[Event], width: int) -> None:
        self.width = width
        self.first = min(min(one.first, one.last) for one in events)
        self.last = max(max(one.first, one.last) for one in events)
        self._days = (self.last - self.first).days + 1

    def column(self, day: date) -> int:
        """The column in which a day lies."""
        return (day - self.first).days * self.width // self._days

    def after(self, day: date) -> int:
        """The first column beyond a day, where the next one begins."""
        return max(self.column(day) + 1, ((day - self.first).days + 1) * self.width // self._days)


def _bar(one: Event, day: date, scale: _Scale, page: Page) -> str:
    first, after = scale.column(one.first), scale.after(max(one.first, one.last))
    phase = one.phase(day)
    if phase == "over":
        return " " * first + page.paint(_PAST * (after - first), "dim")
    if phase == "ahead":
        return " " * first + _TO_COME * (after - first)
    today = scale.column(day)
    past, to_come = _PAST * (today - first), _TO_COME * (after - today - 1)
    return " " * first + page.paint(past, "dim") + page.paint(_TODAY, "green") + to_come
