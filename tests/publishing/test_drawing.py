"""Charts and timelines as numbers: lines that fit, shares that add up, days where they belong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from integrity_cli.publishing.drawing.chart import Quantity, chart, wrapped
from integrity_cli.publishing.drawing.timeline import Span, timeline


@pytest.mark.parametrize(
    ("label", "limit", "lines"),
    [
        ("A1 强化组织领导", 34, ["A1 强化组织领导"]),
        ("C2 接受社会和人民群众的监督", 21, ["C2 接受社会和人民群众", "的监督"]),
        ("Bureau of Culture, Radio and Film", 17, ["Bureau of", "Culture, Radio", "and Film"]),
        ("Verwaltungsvorschrift", 10, ["Verwaltung", "svorschrif", "t"]),
        ("", 10, [""]),
    ],
)
def test_a_label_is_broken_where_its_language_breaks(label: str, limit: int, lines: list[str]) -> None:
    assert list(wrapped(label, limit)) == lines


def shares(quantity: Quantity) -> tuple[str, str, str, str]:
    (bar,) = chart("t", "d", [quantity]).bars
    return bar.earned, bar.on_top, bar.reached, bar.still_open


@pytest.mark.parametrize(
    ("earned", "on_top", "still_open", "drawn"),
    [
        ("60", "0", "0", ("60.00%", "0.00%", "60.00%", "0.00%")),
        ("60", "5", "10", ("60.00%", "5.00%", "65.00%", "10.00%")),
        ("95", "10", "0", ("95.00%", "5.00%", "100.00%", "0.00%")),
        ("80", "5", "30", ("80.00%", "5.00%", "85.00%", "15.00%")),
        ("0", "0", "100", ("0.00%", "0.00%", "0.00%", "100.00%")),
    ],
)
def test_a_bar_never_leaves_its_length(earned: str, on_top: str, still_open: str, drawn: tuple[str, ...]) -> None:
    one = Quantity("x", Decimal(earned), Decimal(still_open), Decimal(100), on_top=Decimal(on_top))
    assert shares(one) == drawn


def test_without_a_maximum_there_is_no_bar() -> None:
    (bar,) = chart("t", "d", [Quantity("x", Decimal(0), Decimal(0), Decimal(0))]).bars
    assert (bar.whole, bar.earned, bar.still_open) == ("0%", "0%", "0%")


def test_thresholds_stand_at_their_share_and_those_beyond_the_end_are_left_out() -> None:
    lines = [("60", Decimal(60)), ("90", Decimal(90)), ("120", Decimal(120)), ("0", Decimal(0))]
    drawn = chart("t", "d", [Quantity("x", Decimal(1), Decimal(0), Decimal(100))], lines)
    assert [(one.text, one.x) for one in drawn.thresholds] == [("60", "60.00%"), ("90", "90.00%")]


def test_days_stand_between_the_first_month_and_the_last() -> None:
    due = date(2015, 2, 28)
    spans = [Span("stage", date(2014, 12, 17), date(2015, 1, 31)), Span("due", due, due, point=True)]
    drawn = timeline("t", "d", spans)
    assert drawn
    assert [(month.text, month.x) for month in drawn.months] == [("12", "0.00%"), ("01", "34.44%"), ("02", "68.89%")]
    assert [(mark.x, mark.width, mark.point) for mark in drawn.marks] == [
        ("17.78%", "51.11%", False),
        ("98.89%", "1.11%", True),
    ]


def test_without_a_span_nothing_is_drawn() -> None:
    assert timeline("t", "d", []) is None


def test_a_span_that_runs_backwards_or_beyond_the_calendar_is_left_out() -> None:
    backwards, endless = Span("a", date(2015, 3, 5), date(2015, 2, 1)), Span("b", date(2015, 1, 1), date.max)
    assert timeline("t", "d", [backwards, endless]) is None
    drawn = timeline("t", "d", [backwards, Span("c", date(2015, 1, 1), date(2015, 1, 31))])
    assert drawn
    assert [(mark.x, mark.width) for mark in drawn.marks] == [("0.00%", "100.00%")]


def test_over_more_than_a_year_the_axis_shows_years() -> None:
    drawn = timeline("t", "d", [Span("a", date(2014, 6, 1), date(2016, 5, 31))])
    assert drawn
    assert [month.text for month in drawn.months] == ["2015", "2016"]
