"""Real scoring tables written in the rubric language, with points worked out by hand; no table is named here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.scoring import Scorecard
from integrity_cli.sources import WorkingTree
from tests.test_explained import Reader, half_up
from tests.tools import ROOT, cards_of

TABLES = sorted(path for path in (ROOT / "tests" / "rubrics").iterdir() if (path / "expected.yaml").is_file())


def worked_by_hand(table: Path) -> dict[str, dict[str, Any]]:
    """Unit → state, base, rows, counted rows of bonus and penalty, total, grade: every value as text."""
    data: dict[str, dict[str, Any]] = yaml.load((table / "expected.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    return data


def came_out(card: Scorecard, keys: set[str]) -> dict[str, Any]:
    """The scorecard in the form of the page worked by hand, as far as that goes."""
    blocks = [block for block in (card.outcome.bonus, card.outcome.penalty) if block is not None]
    everything = {
        "state": card.state,
        "base": str(card.base),
        "rows": {row.id: row.status if row.points is None else str(row.points) for row in card.rows},
        "converted": str(card.converted),
        "counted": {row.id: str(row.counted) for block in blocks for row in block.rows},
        "bonus": str(card.outcome.bonus.points) if card.outcome.bonus else "—",
        "penalty": str(card.outcome.penalty.points) if card.outcome.penalty else "—",
        "total": str(card.total),
        "vetoes": {veto.id: "acts" if veto.acts else "open" for veto in card.outcome.vetoes},
        "bars": [bar.id for bar in card.outcome.bars],
        "grade": card.grade.say(Lang.ZH) if card.grade else "—",
    }
    return {key: value for key, value in everything.items() if key in keys}


def test_there_are_at_least_three() -> None:
    assert len(TABLES) >= 3


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_a_sound_rubric(table: Path) -> None:
    assert errors(check(load(WorkingTree(table)))) == ()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_gives_the_points_worked_out_by_hand(table: Path) -> None:
    cards, expected = cards_of(load(WorkingTree(table))), worked_by_hand(table)
    assert set(cards) == set(expected)
    for unit, by_hand in expected.items():
        assert {"state", "total", "rows"} <= set(by_hand)
        assert came_out(cards[unit], set(by_hand)) == by_hand, unit


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_a_table_prints_can_be_redone(table: Path) -> None:
    for card in cards_of(load(WorkingTree(table))).values():
        for row in card.rows:
            if row.arithmetic:
                expression, _, points = row.arithmetic.rpartition(" = ")
                assert half_up(Reader(expression).value()) == points == str(row.computed), row.id


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_sum_of_a_table_is_that_of_the_printed_figures(table: Path) -> None:
    for card in cards_of(load(WorkingTree(table))).values():
        assert card.sum is not None
        assert card.base == sum_of(one.weighted(one.points) for one in card.systems) + card.sum.converted
        for system in card.systems:
            assert system.points == sum_of(one.points for one in system.items) + system.sum.converted
            for item in system.items:
                assert item.points == sum_of(one.points for one in item.requirements) + item.sum.converted
                for one in item.requirements:
                    assert one.points == sum_of(row.points for row in one.rows) + one.sum.converted


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_total_of_a_table_is_base_and_bonus_less_penalty_and_vetoes(table: Path) -> None:
    for card in cards_of(load(WorkingTree(table))).values():
        outcome, result = card.outcome, card.base or Decimal(0)
        for block, sign in ((outcome.bonus, 1), (outcome.penalty, -1)):
            if block is not None:
                assert block.points == min(block.cap, sum_of(row.counted for row in block.rows))
                result += sign * block.points
        assert card.total == max(Decimal(0), result - outcome.lost_to_vetoes)


def sum_of(figures: Iterable[Decimal | None]) -> Decimal:
    return sum((figure for figure in figures if figure is not None), Decimal(0))
