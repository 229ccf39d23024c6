"""All units in one table: state, total, grade, rank among peers; ties shown as ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from integrity_cli.lang import Lang, Text
from integrity_cli.rendering.page import Page, cut, harmless, pad
from integrity_cli.scoring.ranking import Standing, standings
from integrity_cli.scoring.scorecard import STATE, Scorecard

_HEAD = (
    Text("名次", "rank"),
    Text("单位", "unit"),
    Text("总分", "total"),
    Text("等次", "grade"),
    Text("待定", "open"),
    Text("状态", "state"),
)
_WIDTHS = (6, 31, 9, 10, 8, 16)
_TIED = Text("并列 {rank}", "={rank}")


def render(cards: Sequence[Scorecard], page: Page) -> str:
    """The table, by peer group."""
    return "\n".join(line.rstrip() for line in _lines(cards, page)) + "\n"


def _lines(cards: Sequence[Scorecard], page: Page) -> Iterator[str]:
    for group, inside in standings(cards).items():
        yield page.paint(harmless(group), "bold")
        yield _line([page.say(text) for text in _HEAD])
        for standing in inside:
            yield _line(_cells(standing, page))
        yield ""


def _cells(standing: Standing, page: Page) -> list[str]:
    card = standing.card
    name = card.name_en if page.lang is Lang.EN and card.name_en else card.name
    rank = "—" if standing.rank is None else str(standing.rank)
    if standing.tied:
        rank = page.say(_TIED.of(rank=standing.rank))
    return [
        rank,
        cut(harmless(name), _WIDTHS[1] - 1),
        "—" if card.total is None else str(card.total),
        "—" if card.grade is None else page.say(card.grade),
        str(card.open_points) if card.systems else "—",
        page.say(STATE.values[card.state]),
    ]


def _line(cells: Sequence[str]) -> str:
    return "".join(
        pad(cell, width - 1, right=place in (2, 4)) + " "
        for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
