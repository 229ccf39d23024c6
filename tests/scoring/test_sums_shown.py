"""A stranger can redo every total from what is printed: conversions of every level, and what comes off a mark."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.rendering.page import Page
from integrity_cli.rendering.score import text as score_text
from integrity_cli.rubric.answers import Facts
from integrity_cli.rubric.rules import AnyRule, Rule
from tests.scoring.campaigns import OTHER, card_of, files, finding, item, mark, meetings, row, rubric, source, system
from tests.test_explained import Reader, half_up
from tests.tools import dossier, entry, sample_cards, scored_units

CARDS = sample_cards()


@pytest.mark.parametrize("unit", scored_units())
def test_in_full_every_conversion_is_printed(unit: str) -> None:
    card = CARDS[unit]
    shown = score_text.render(card, Page(Lang.EN, width=120), full=True)
    assert card.sum is not None
    sums = [card.sum, *(one.sum for one in card.requirements)]
    for one in card.systems:
        sums += [one.sum, *(inner.sum for inner in one.items)]
    conversions = [one.conversion for one in sums if one.conversion is not None]
    assert shown.count("conversion: ") == len(conversions)
    for conversion in conversions:
        assert (conversion.arithmetic or "once the rows it depends on are settled") in shown


def one_row(rule: dict[str, Any]) -> dict[str, Any]:
    return rubric("100.00", system("P", "100.00", item("P1", "100.00", row("P1.1", "100.00", rule))))


POOL = {"deduct": [{"each": OTHER, "lose": "30.00"}, {"range": {"finding": "other"}, "least": "5.00", "most": "15.00"}]}


@pytest.mark.parametrize(("floor", "left"), [("0.00", "60.00"), ("70.00", "70.00")])
def test_what_comes_off_a_mark_is_printed_and_stops_at_the_floor(floor: str, left: str) -> None:
    made = files(
        one_row(POOL | {"floor": floor}),
        entries=meetings(1, "other"),
        reviews={"r01": {"marks": [mark("P1.1", "90.00")]}},
        decisions={"findings": [finding("other")]},
    )
    (only,) = card_of(made).rows
    assert str(only.points) == left
    expression, _, points = only.arithmetic.rpartition(" = ")
    assert half_up(Reader(expression).value()) == points == left


def test_a_negative_number_stands_in_brackets_behind_a_sign() -> None:
    held = dossier(entry(1, "training", topic="law", audience="officers", hours="-4.5", people="9"))
    hours = {"entries": "training", "measure": {"sum": "hours"}}
    rule: Rule = TypeAdapter(AnyRule).validate_python({"deduct": [{"once": hours | {"at_most": "-2"}, "lose": "1.00"}]})
    shown = rule.award(Decimal("2.00"), Facts(held, {})).arithmetic
    assert shown == "max(0.00, 2.00 − 1.00 × [(−4.5) ≤ −2])"
    assert Reader(shown).value() == 1


def worth(**changed: str) -> dict[str, Any]:
    return {
        "survey": {"survey": "all"},
        "least": "30",
        "worth": {"satisfied": "1", "fairly": "0", "dissatisfied": "0"} | changed,
    }


REFUSED = [
    ({"deduct": [{"each": OTHER, "lose": "1.00"}], "floor": "150.00"}, "R604"),
    (worth(satisfied="1.20"), "R604"),
    (worth(satisfied="0.90"), "R604"),
    (worth(dissatisfied="-1"), "S109"),
]


@pytest.mark.parametrize(("rule", "code"), REFUSED)
def test_a_rule_that_could_leave_its_bounds_is_refused(rule: dict[str, Any], code: str) -> None:
    made = files(one_row(rule))
    assert [one.code for one in errors(check(load(source(made)))) if one.path == "rubric.yaml"] == [code]
    assert card_of(made).total is None
