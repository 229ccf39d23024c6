"""Who stands where: by total among peers, ties shown as ties, and only what is final has a rank."""

from __future__ import annotations

from decimal import Decimal

import pytest

from integrity_cli.scoring.ranking import standings
from integrity_cli.scoring.scorecard import Scorecard, Sum
from tests.tools import sample_cards


def card(unit: str, points: str | None, *, state: str = "final", group: str = "一组") -> Scorecard:
    figure = None if points is None else Sum(Decimal("100.00"), Decimal(points), Decimal("0.00"), Decimal("0.00"), None)
    return Scorecard(unit, f"单位{unit}", None, group, state, (), (), sum=figure)


RANKS = [
    ("nobody", {}, []),
    ("one alone", {"a": "80.00"}, [("a", 1, False)]),
    ("the highest first", {"a": "70.00", "b": "80.00"}, [("b", 1, False), ("a", 2, False)]),
    ("a hundredth apart is no tie", {"a": "80.00", "b": "80.01"}, [("b", 1, False), ("a", 2, False)]),
    ("equal totals share a rank, by id", {"b": "80.00", "a": "80.00"}, [("a", 1, True), ("b", 1, True)]),
    (
        "after a tie the next rank is left out",
        {"a": "90.00", "b": "90.00", "c": "80.00"},
        [("a", 1, True), ("b", 1, True), ("c", 3, False)],
    ),
    (
        "a tie below the first",
        {"a": "90.00", "b": "80.00", "c": "80.00", "d": "70.00"},
        [("a", 1, False), ("b", 2, True), ("c", 2, True), ("d", 4, False)],
    ),
    ("three alike", {"a": "0.00", "b": "0.00", "c": "0.00"}, [("a", 1, True), ("b", 1, True), ("c", 1, True)]),
    ("equal however written", {"a": "80.0", "b": "80.00"}, [("a", 1, True), ("b", 1, True)]),
]


@pytest.mark.parametrize(("totals", "expected"), [one[1:] for one in RANKS], ids=[one[0] for one in RANKS])
def test_ranks(totals: dict[str, str], expected: list[tuple[str, int, bool]]) -> None:
    found = standings([card(unit, points) for unit, points in totals.items()])
    assert [(one.card.unit, one.rank, one.tied) for one in found.get("一组", ())] == expected


@pytest.mark.parametrize("state", ["provisional", "unscored", "not_applied", "withdrawn", "not_assessed"])
def test_what_is_not_final_has_no_rank_and_takes_none(state: str) -> None:
    points = "99.00" if state == "provisional" else None
    found = standings([card("a", points, state=state), card("b", "80.00"), card("c", "80.00")])["一组"]
    assert [(one.card.unit, one.rank, one.tied) for one in found] == [
        ("b", 1, True),
        ("c", 1, True),
        ("a", None, False),
    ]


def test_each_peer_group_has_ranks_of_its_own() -> None:
    found = standings([card("a", "70.00"), card("b", "90.00", group="二组"), card("c", "60.00", group="二组")])
    assert list(found) == sorted(["一组", "二组"])
    assert [one.rank for one in found["一组"]] == [1]
    assert [(one.card.unit, one.rank) for one in found["二组"]] == [("b", 1), ("c", 2)]


def test_the_order_in_which_scorecards_come_changes_nothing() -> None:
    cards = [card("a", "70.00"), card("b", "90.00"), card("c", "70.00"), card("d", None, state="unscored")]
    assert standings(cards) == standings(cards[::-1])


def test_the_sample_ranks_only_its_final_scorecards() -> None:
    for ranked in standings(list(sample_cards().values())).values():
        for one in ranked:
            assert (one.rank is not None) == (one.card.state == "final")
