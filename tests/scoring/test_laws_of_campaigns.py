"""The five laws of the score over whole generated campaigns; each law is shown to catch an engine that breaks it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.scoring import Scorecard, score
from integrity_cli.scoring.data import as_data
from integrity_cli.scoring.scorecard import RowScore, Sum, total
from tests.scoring.campaigns import (
    DECISIONS,
    LEDGER,
    Engine,
    Files,
    case,
    files,
    finding,
    mark,
    meetings,
    set_aside,
    source,
    veto,
)
from tests.test_explained import Reader, half_up

PLAN = "records/units/a/plan.yaml"
EXAMPLES = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MAY_NOT_APPLY = [
    *[("P1.4", 1), ("P1.4", 3)],
    *[(id_, None) for id_ in ("P1.3", "P2.4", "P2.5", "Q1.1", "Q1.2", "Q2.1")],
]
GROWING = {"P1.1", "P1.2", "P1.3", "P1.4/3", "Q1.1", "Q1.2"}


def rosters(numbers: list[tuple[int, int]]) -> list[dict[str, Any]]:
    return [
        {"id": f"R-{n:03}", "kind": "roster", "title": f"统计{n}", "happened_on": f"2014-12-{n:02}",
         "in_post": str(max(pair)), "certified": str(min(pair))}
        for n, pair in enumerate(numbers, start=1)
    ]  # fmt: skip


def trainings(hours: list[int]) -> list[dict[str, Any]]:
    return [
        {"id": f"T-{n:03}", "kind": "training", "title": f"培训{n}", "happened_on": f"2014-11-{n:02}",
         "topic": "law", "audience": "officers", "hours": str(one), "people": "5"}
        for n, one in enumerate(hours, start=1)
    ]  # fmt: skip


@st.composite
def campaigns(draw: st.DrawFn) -> Files:
    """A unit with whatever it did, marks of up to three reviewers, decisions on what does not apply, findings."""
    pairs = st.tuples(st.integers(0, 60), st.integers(0, 60))
    entries = [
        *meetings(draw(st.integers(0, 14))),
        *meetings(draw(st.integers(0, 12)), "other"),
        *rosters(draw(st.lists(pairs, max_size=3))),
        *trainings(draw(st.lists(st.integers(-9, 40), max_size=3))),
    ]
    reviewers = draw(st.lists(st.sampled_from(["r01", "r02", "r03"]), unique=True, max_size=3))
    marks = st.sampled_from(["0.00", "1.50", "1.75", "3.00"])
    answers = draw(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)))
    survey = {"unit": "a", "held_on": "2015-02-03", "sent": "200", "valid": str(sum(answers))} | {
        name: str(one) for name, one in zip(("satisfied", "fairly", "dissatisfied"), answers, strict=True)
    }
    found = draw(st.lists(st.sampled_from(["forged_material", "falsified_review", "notice_of_criticism"]), max_size=3))
    decided = {
        "not_applicable": [set_aside(*place) for place in draw(st.lists(st.sampled_from(MAY_NOT_APPLY), unique=True))],
        "findings": [finding(kind, number) for number, kind in enumerate(found, start=1)],
        "vetoes": [veto(one) for one in draw(st.lists(st.sampled_from(["V1", "V2"]), unique=True))],
    }
    made = files(
        entries=draw(st.permutations(entries)),
        cases=[case(number, reasoned=draw(st.booleans())) for number in range(draw(st.integers(0, 4)))],
        surveys=[survey] if draw(st.booleans()) else [],
        reviews={
            code: {"marks": [mark("P2.6", draw(marks)), mark("S1.2", met=draw(st.booleans()))]} for code in reviewers
        },
        decisions={name: value for name, value in decided.items() if value},
        report={"weaknesses": []},
    )
    return made | {PLAN: {"title": "方案", "decided_on": "2014-11-10"}}


def card_of(made: Files, engine: Engine) -> Scorecard:
    campaign = load(source(made))
    return engine(campaign, "a", check(campaign))


# -- the laws: each takes a campaign and an engine, and says nothing where the law holds


def adds_up(figures: Sum, parts: list[Decimal]) -> None:
    converted = figures.conversion.points if figures.conversion else None
    assert figures.points == total(parts) + (converted or 0)


def sums_are_of_printed_figures(made: Files, engine: Engine) -> None:
    card = card_of(made, engine)
    assert card.sum is not None
    for system in card.systems:
        for item in system.items:
            for one in item.requirements:
                adds_up(one.sum, [row.points for row in one.rows if row.points is not None])
            adds_up(item.sum, [one.points for one in item.requirements])
        adds_up(system.sum, [item.points for item in system.items])
    adds_up(card.sum, [system.weighted(system.points) for system in card.systems])
    for row in card.rows:
        if row.arithmetic:
            expression, _, points = row.arithmetic.rpartition(" = ")
            assert half_up(Reader(expression).value()) == points == str(row.computed), row.id


def every_sum(card: Scorecard) -> list[Sum]:
    """The sums of every system, item and requirement."""
    items = [item for system in card.systems for item in system.items]
    return [
        *(system.sum for system in card.systems),
        *(item.sum for item in items),
        *(one.sum for one in card.requirements),
    ]


def figures_stay_in_bounds_in_any_order(made: Files, engine: Engine) -> None:
    card = card_of(made, engine)
    for figures in every_sum(card):
        assert 0 <= figures.points <= figures.maximum
    for row in card.rows:
        assert row.points is None or 0 <= row.points <= row.maximum, row.id
    for block in (card.outcome.bonus, card.outcome.penalty):
        assert block is not None
        assert 0 <= block.points <= block.cap
    assert card.total is not None
    assert card.total >= 0
    turned = deepcopy(made)
    turned[LEDGER]["entries"].reverse()
    assert as_data(card_of(turned, engine)) == as_data(card)


def more_of_the_good_never_costs(made: Files, engine: Engine) -> None:
    richer = deepcopy(made)
    richer[LEDGER]["entries"].append(meetings(28)[-1] | {"id": "Z-001", "title": "又一次会议"})
    before, after = ({row.id: row.points for row in card_of(one, engine).rows} for one in (made, richer))
    for id_ in GROWING:
        first, second = before[id_], after[id_]
        assert (first is None) == (second is None)
        assert first is None or second is None or second >= first, id_


def a_veto_acts_only_when_decided_and_hides_no_points(made: Files, engine: Engine) -> None:
    without = deepcopy(made)
    without[DECISIONS] = {**without.get(DECISIONS, {}), "vetoes": [], "findings": [finding("forged_material")]}
    with_it = deepcopy(without)
    with_it[DECISIONS]["vetoes"] = [veto("V1")]
    open_, decided = card_of(without, engine), card_of(with_it, engine)
    assert not any(one.acts for one in open_.outcome.vetoes)
    assert "V1" in {one.row for one in open_.open}
    assert [one.acts for one in decided.outcome.vetoes if one.id == "V1"] == [True]
    assert [row.points for row in decided.rows] == [row.points for row in open_.rows]
    assert decided.grade is None or str(decided.outcome.grade) == "差"


def an_error_leaves_no_total(made: Files, engine: Engine) -> None:
    broken = deepcopy(made)
    broken[LEDGER]["entries"].append({"id": "Z-001", "kind": "meeting", "title": "少了日期"})
    card = card_of(broken, engine)
    assert (card.state, card.total, card.systems) == ("unscored", None, ())


LAWS = [
    sums_are_of_printed_figures,
    figures_stay_in_bounds_in_any_order,
    more_of_the_good_never_costs,
    a_veto_acts_only_when_decided_and_hides_no_points,
    an_error_leaves_no_total,
]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@EXAMPLES
@given(made=campaigns())
def test_the_law_holds(law: Any, made: Files) -> None:
    law(made, score)


# -- engines that break one law each


def with_rows(card: Scorecard, change: Any) -> Scorecard:
    """The card with some of its rows changed, its sums left as they are."""

    def changed(row: RowScore) -> RowScore:
        new: RowScore = change(row)
        return new

    systems = tuple(
        replace(
            system,
            items=tuple(
                replace(
                    item,
                    requirements=tuple(
                        replace(one, rows=tuple(changed(row) for row in one.rows)) for one in item.requirements
                    ),
                )
                for item in system.items
            ),
        )
        for system in card.systems
    )
    return replace(card, systems=systems)


def sums_what_was_not_rounded(campaign: Campaign, unit: str, findings: tuple[Diagnostic, ...]) -> Scorecard:
    card = score(campaign, unit, findings)
    return card if card.sum is None else replace(card, sum=replace(card.sum, inside=card.sum.inside + Decimal("0.01")))


def gives_more_than_a_row_holds(campaign: Campaign, unit: str, findings: tuple[Diagnostic, ...]) -> Scorecard:
    card = score(campaign, unit, findings)
    return with_rows(card, lambda row: replace(row, points=row.maximum + 1) if row.id == "P1.1" else row)


def looks_at_the_first_entry(campaign: Campaign, unit: str, findings: tuple[Diagnostic, ...]) -> Scorecard:
    card = score(campaign, unit, findings)
    ledger = campaign.by_unit[unit].ledger
    is_first = bool(ledger) and ledger[0].entry.id.startswith("P")
    return with_rows(card, lambda row: replace(row, self_score=Decimal(is_first)) if row.id == "P1.1" else row)


def punishes_zeal(campaign: Campaign, unit: str, findings: tuple[Diagnostic, ...]) -> Scorecard:
    card = score(campaign, unit, findings)
    many = len(campaign.by_unit[unit].standing)
    return with_rows(
        card, lambda row: replace(row, points=row.points / (1 + many)) if row.id == "Q1.1" and row.points else row
    )


def takes_every_finding_for_a_veto(campaign: Campaign, unit: str, findings: tuple[Diagnostic, ...]) -> Scorecard:
    card = score(campaign, unit, findings)
    return replace(
        card, outcome=replace(card.outcome, vetoes=tuple(replace(one, acts=True) for one in card.outcome.vetoes))
    )


def scores_what_it_could_read(campaign: Campaign, unit: str, _: tuple[Diagnostic, ...]) -> Scorecard:
    return score(campaign, unit, ())


BROKEN = [
    (sums_are_of_printed_figures, sums_what_was_not_rounded),
    (figures_stay_in_bounds_in_any_order, gives_more_than_a_row_holds),
    (figures_stay_in_bounds_in_any_order, looks_at_the_first_entry),
    (more_of_the_good_never_costs, punishes_zeal),
    (a_veto_acts_only_when_decided_and_hides_no_points, takes_every_finding_for_a_veto),
    (an_error_leaves_no_total, scores_what_it_could_read),
]


@pytest.mark.parametrize(("law", "engine"), BROKEN, ids=lambda one: one.__name__)
def test_the_law_catches_an_engine_that_breaks_it(law: Any, engine: Engine) -> None:
    made = files(entries=[*meetings(4), *meetings(2, "other")], report={"weaknesses": []})
    made |= {PLAN: {"title": "方案", "decided_on": "2014-11-10"}}
    law(made, score)
    with pytest.raises(AssertionError):
        law(made, engine)


def test_half_a_hundredth_is_told_from_less() -> None:
    assert [half_up(Fraction(n, 1000)) for n in (4, 5)] == ["0.00", "0.01"]
